"""Whether the bytes of a time stamp hang together: its own signature by its own certificate, nobody's root (4.4).

This proves no authority. It tells a reply that was changed on its way from one that was not (RFC 5652, 5.4 and 5.6).
"""

from __future__ import annotations

import hashlib

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from msgspec import Struct

from app.ledger.der import CONTEXT_0, OCTETS, OID, SEQUENCE, SET, NotDer, Part, only, parts

_MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
_DIGESTS: dict[bytes, hashes.HashAlgorithm] = {
    bytes.fromhex("608648016503040201"): hashes.SHA256(),
    bytes.fromhex("608648016503040202"): hashes.SHA384(),
    bytes.fromhex("608648016503040203"): hashes.SHA512(),
}
_RSA = (bytes.fromhex("2a864886f70d010101"), bytes.fromhex("2a864886f70d01010b"),
        bytes.fromhex("2a864886f70d01010c"), bytes.fromhex("2a864886f70d01010d"))  # fmt: skip
"""rsaEncryption, and sha256, sha384, sha512WithRSAEncryption."""


class Sealed(Struct, frozen=True):
    """What was signed: the attributes, the content that they hash, and how."""

    content: bytes
    attributes: Part
    digest: bytes
    method: bytes
    signature: bytes


def hangs_together(reply: bytes, signer: x509.Certificate) -> bool | None:
    """Whether the signer's key signed this content; None where the way of signing is not known here."""
    try:
        sealed = _sealed(reply)
        algorithm = _DIGESTS.get(sealed.digest)
        if algorithm is None:
            return None
        if _message_digest(sealed.attributes) != hashlib.new(algorithm.name, sealed.content).digest():
            return False
        if not _names_certificate(sealed.attributes, signer):
            return False
    except (NotDer, IndexError, ValueError):
        return None
    # What is signed is the SET itself; inside the reply it stands under another tag.
    return _signed_by(signer, sealed, bytes([SET]) + sealed.attributes.whole[1:], algorithm)


def _signed_by(signer: x509.Certificate, sealed: Sealed, data: bytes, algorithm: hashes.HashAlgorithm) -> bool | None:
    key = signer.public_key()
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(sealed.signature, data, ec.ECDSA(algorithm))
        elif isinstance(key, rsa.RSAPublicKey) and sealed.method in _RSA:
            key.verify(sealed.signature, data, padding.PKCS1v15(), algorithm)
        else:
            return None
    except InvalidSignature:
        return False
    return True


def _sealed(reply: bytes) -> Sealed:
    """TimeStampResp, its ContentInfo, the SignedData in it, and its one SignerInfo."""
    content_info = parts(only(reply, SEQUENCE))[1]
    signed_data = parts(only(parts(content_info)[1].value, SEQUENCE))
    inner = only(parts(signed_data[2])[1].value, OCTETS).value
    signers = parts(signed_data[-1])
    if signed_data[-1].tag != SET or len(signers) != 1:
        raise NotDer
    _, _, digest, attributes, method, signature = parts(signers[0])[:6]
    if attributes.tag != CONTEXT_0 or signature.tag != OCTETS:
        raise NotDer
    return Sealed(inner, attributes, _oid(digest), _oid(method), signature.value)


def _oid(algorithm: Part) -> bytes:
    first = parts(algorithm)[0]
    if first.tag != OID:
        raise NotDer
    return first.value


def _names_certificate(attributes: Part, signer: x509.Certificate) -> bool:
    """RFC 3161 wants the hash of the signer's certificate among what is signed (ESSCertID, RFC 2634 and 5816)."""
    der = signer.public_bytes(Encoding.DER)
    return any(hashlib.new(name, der).digest() in attributes.value for name in ("sha256", "sha1", "sha384", "sha512"))


def _message_digest(attributes: Part) -> bytes | None:
    for attribute in parts(attributes):
        name, values = parts(attribute)[:2]
        if name.value == _MESSAGE_DIGEST:
            return only(values.value, OCTETS).value
    return None
