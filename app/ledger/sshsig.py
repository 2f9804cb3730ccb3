"""Ed25519 signatures as `ssh-keygen -Y` makes and checks them (OpenSSH PROTOCOL.sshsig), and how keys are written."""

from __future__ import annotations

import base64
import binascii
import hashlib
import textwrap

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CHECKPOINT = "journal-checkpoint"
EXPORT = "journal-export"

_KIND = b"ssh-ed25519"
_MAGIC = b"SSHSIG"
_HASH = b"sha512"
_FIRST = "-----BEGIN SSH SIGNATURE-----"
_LAST = "-----END SSH SIGNATURE-----"


def public_line(key: Ed25519PrivateKey) -> str:
    """`ssh-ed25519 AAAA…`, without a comment."""
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return f"ssh-ed25519 {base64.b64encode(_blob(raw)).decode()}"


def fingerprint(line: str) -> str:
    """`SHA256:…` of a public key line, as `ssh-keygen -l` prints it."""
    digest = hashlib.sha256(_blob(_raw(line))).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def allowed_signers(line: str, principal: str = "owner") -> str:
    """The line of an allowed_signers file for this key, with LF. No dates: they break the plain command (4.5)."""
    return f'{principal} namespaces="{CHECKPOINT},{EXPORT}" {line}\n'


def sign(key: Ed25519PrivateKey, namespace: str, message: bytes) -> str:
    """The armoured signature of `message`, the same every time."""
    signature = _strings(_KIND, key.sign(_signed(namespace, message)))
    public = _blob(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
    blob = _MAGIC + (1).to_bytes(4, "big") + _strings(public, namespace.encode(), b"", _HASH, signature)
    return "\n".join([_FIRST, *textwrap.wrap(base64.b64encode(blob).decode(), 70), _LAST, ""])


def verify(signature: str, namespace: str, message: bytes, line: str) -> bool:
    """Whether `signature` is this key's over `message` for this purpose. Anything malformed is no signature."""
    try:
        public, made_for, reserved, hashed_by, inner = _take_apart(signature)
        kind, raw = _split(inner, 2)
        expected = (_blob(_raw(line)), namespace.encode(), b"", _HASH, _KIND)
        if (public, made_for, reserved, hashed_by, kind) != expected:
            return False
        Ed25519PublicKey.from_public_bytes(_raw(line)).verify(raw, _signed(namespace, message))
    except (ValueError, InvalidSignature):
        return False
    return True


def _signed(namespace: str, message: bytes) -> bytes:
    return _MAGIC + _strings(namespace.encode(), b"", _HASH, hashlib.sha512(message).digest())


def _take_apart(signature: str) -> list[bytes]:
    lines = signature.removesuffix("\n").split("\n")
    if len(lines) < 3 or lines[0] != _FIRST or lines[-1] != _LAST:
        raise ValueError("no armour")
    blob = _decode("".join(lines[1:-1]))
    if not blob.startswith(_MAGIC + (1).to_bytes(4, "big")):
        raise ValueError("another version")
    return _split(blob[len(_MAGIC) + 4 :], 5)


def _raw(line: str) -> bytes:
    """The 32 bytes of the key in its line; ValueError for anything else."""
    words = line.split()
    if len(words) < 2 or words[0] != _KIND.decode():
        raise ValueError("not an Ed25519 key")
    kind, raw = _split(_decode(words[1]), 2)
    if kind != _KIND:
        raise ValueError("not an Ed25519 key")
    return raw


def _blob(raw: bytes) -> bytes:
    return _strings(_KIND, raw)


def _strings(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _split(data: bytes, count: int) -> list[bytes]:
    parts = []
    for _ in range(count):
        size = int.from_bytes(data[:4], "big")
        if len(data) < 4 + size:
            raise ValueError("cut short")
        parts.append(data[4 : 4 + size])
        data = data[4 + size :]
    if data:
        raise ValueError("more than expected")
    return parts


def _decode(text: str) -> bytes:
    """Exactly one text for the same bytes, so that no byte of a signature is free."""
    try:
        data = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if base64.b64encode(data).decode() != text:
        raise ValueError("not canonical base64")
    return data
