"""RFC 3161 time stamps over checkpoints: request, reply, and whether a chosen root stands behind it (4.4)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from msgspec import Struct
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)
from rfc3161_client.tsp import TimeStampResponse

from app.errors import Refused, Unavailable
from app.ledger.token_order import in_order
from app.ledger.token_seal import hangs_together

REQUEST_BYTES = 69
_SHA256 = "2.16.840.1.101.3.4.2.1"
_MOST_ROOTS_BYTES = 8 << 20


class Token(Struct, frozen=True):
    """What a reply says of itself, unproved: the hash it stamps, when (UTC), the nonce, and who signed.

    `since` and `until` are the days of the signer's certificate (UTC), None where the reply carries none.
    `intact`: the reply's own signature fits its contents; None where that cannot be said here. It proves no authority.
    """

    imprint: str
    utc: str
    nonce: int | None
    authority: str
    since: datetime | None = None
    until: datetime | None = None
    intact: bool | None = None

    @property
    def at(self) -> datetime:
        """The time that it names."""
        return datetime.fromisoformat(self.utc)


class Status(Struct, frozen=True):
    """Of a reply: 0 granted, 1 granted with changes, 2 to 5 no token, and the authority's words (RFC 3161, 2.4.2)."""

    number: int
    reason: str


class Request(Struct, frozen=True):
    """A request: only the hash of the checkpoint leaves this computer, and a random number against replay."""

    data: bytes
    nonce: int


def make_request(checkpoint: str) -> Request:
    """A request over the text of a checkpoint, with a nonce, asking for the authority's certificates."""
    while True:
        builder = TimestampRequestBuilder().data(checkpoint.encode("ascii")).hash_algorithm(HashAlgorithm.SHA256)
        request = builder.nonce(nonce=True).cert_request(cert_request=True).build()
        data = request.as_bytes()
        # A nonce that happens to begin with zeros is written shorter; the size is promised, so another is drawn.
        if request.nonce is not None and len(data) == REQUEST_BYTES:
            return Request(data, request.nonce)


def status_of(reply: bytes) -> Status | None:
    """What the authority answered; None where the bytes are no reply that can be read here."""
    response = _decoded(reply)
    return None if response is None else Status(response.status, " ".join(response.status_string))


def read_reply(reply: bytes) -> Token | None:
    """What the reply says; None where it is none that can be read here ("not checked here")."""
    response = _decoded(reply)
    if response is None or response.status != 0:
        return None
    try:
        return _token(reply, response)
    except Exception:  # A stranger's bytes in a library of others: whatever it raises, the reply cannot be read here.
        return None


def stamps(reply: bytes, checkpoint: str) -> bool | None:
    """Whether the reply stamps this very text; None where it cannot be read here."""
    token = read_reply(reply)
    return None if token is None else token.imprint == hashlib.sha256(checkpoint.encode()).hexdigest()


def vouched_for(reply: bytes, checkpoint: str, roots: Sequence[x509.Certificate], nonce: int | None = None) -> bool:
    """Whether one of the roots stands behind the reply over this text, at the time the reply names."""
    response = _decoded(reply)
    if response is None or not roots:
        return False
    builder = VerifierBuilder(roots=list(roots), nonce=nonce)
    try:
        return bool(builder.build().verify(response, hashlib.sha256(checkpoint.encode()).digest()))
    except (VerificationError, ValueError, AssertionError, x509.InvalidVersion):
        return False


def load_roots(path: Path) -> list[x509.Certificate]:
    """The certificates of a PEM file that the reader trusts; never out of the bag itself."""
    try:
        data = path.read_bytes()[:_MOST_ROOTS_BYTES]
    except OSError:
        raise Unavailable("{name} cannot be read. Name the root certificate's PEM file.", name=path.name) from None
    try:
        return x509.load_pem_x509_certificates(data)
    except ValueError:
        raise Refused("{name} holds no certificate in PEM form.", name=path.name) from None


def _decoded(reply: bytes) -> TimeStampResponse | None:
    for data in dict.fromkeys((reply, in_order(reply))):
        try:
            return decode_timestamp_response(data)
        except ValueError:
            continue
    return None


def _token(reply: bytes, response: TimeStampResponse) -> Token | None:
    info = response.tst_info
    if info.message_imprint.hash_algorithm.dotted_string != _SHA256:
        return None
    signer = _signer(response)
    return Token(
        imprint=info.message_imprint.message.hex(),
        utc=f"{info.gen_time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        nonce=info.nonce,
        authority=signer.subject.rfc4514_string() if signer else "",
        since=signer.not_valid_before_utc if signer else None,
        until=signer.not_valid_after_utc if signer else None,
        intact=hangs_together(reply, signer) if signer else None,
    )


def _signer(response: TimeStampResponse) -> x509.Certificate | None:
    """The certificate of the one who signed; None where the reply does not carry it."""
    signers = list(response.signed_data.signer_infos)
    for data in response.signed_data.certificates:
        certificate = x509.load_der_x509_certificate(data)
        same = signers and certificate.serial_number == signers[0].serial_number
        if same and certificate.issuer == signers[0].issuer:
            return certificate
    return None
