"""The journal's Ed25519 key: in the system's keyring, or where there is none in a 0600 file beside the journal."""

from __future__ import annotations

import hashlib
import os
import stat
from enum import StrEnum
from pathlib import Path
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_ssh_private_key,
)

from app.errors import Refused, Unavailable
from app.ledger.sshsig import fingerprint, public_line

_SERVICE = "ashore"


class KeyPlace(StrEnum):
    """Where a key is kept."""

    KEYRING = "keyring"
    FILE = "file"


def new_key() -> Ed25519PrivateKey:
    """A fresh key; `keep_key` it before its public line is recorded."""
    return Ed25519PrivateKey.generate()


def keep_key(key: Ed25519PrivateKey, journal: Path) -> KeyPlace:
    """Keep the key for this journal, and say where. An older key of the journal stays where it is."""
    text = key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()).decode("ascii")
    ring = _keyring()
    if ring is not None and _put(ring, fingerprint(public_line(key)), text):
        return KeyPlace.KEYRING
    path = key_file(journal, public_line(key))
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w", encoding="ascii", newline="\n") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    return KeyPlace.FILE


def find_key(line: str, journal: Path) -> Ed25519PrivateKey:
    """The key of that public line; Unavailable where this computer has it not."""
    path = key_file(journal, line)
    text = _read(path) if path.exists() else _ask(_keyring(), fingerprint(line))
    if text is None:
        raise Unavailable("The key of this journal is not on this computer. Bring it here, or make a new one.")
    key = _load(text)
    if key is None or public_line(key) != line:
        raise Unavailable("What is kept as the key of this journal is another key. Bring the right one here.")
    return key


def key_place(line: str, journal: Path) -> KeyPlace | None:
    """Where this computer has the key of that public line; None where it has it not."""
    if not key_is_here(line, journal):
        return None
    return KeyPlace.FILE if key_file(journal, line).exists() else KeyPlace.KEYRING


def key_is_here(line: str, journal: Path) -> bool:
    """Whether this computer has the key of that public line; one that others can read is here, too."""
    try:
        find_key(line, journal)
    except Unavailable:
        return False
    except Refused:
        return True
    return True


def key_file(journal: Path, line: str) -> Path:
    """Where the key of that public line lies when there is no keyring."""
    return journal.with_name(f"{journal.stem}.{hashlib.sha256(line.encode()).hexdigest()[:8]}.key")


def _read(path: Path) -> str:
    if os.name != "nt" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise Refused(
            "The key file {name} can be read by others. Close it to them first: chmod 600 {path}",
            name=path.name,
            path=str(path),
        )
    return path.read_text(encoding="ascii", errors="replace")


def _load(text: str) -> Ed25519PrivateKey | None:
    try:
        key = load_ssh_private_key(text.encode(), password=None)
    except (ValueError, UnsupportedAlgorithm):
        return None
    return key if isinstance(key, Ed25519PrivateKey) else None


def _keyring() -> Any:
    """The system's keyring; None where there is none that keeps anything."""
    # Asked for here and not on import: looking for keyrings takes longer than painting a window.
    import keyring
    from keyring.errors import KeyringError

    try:
        ring = keyring.get_keyring()
        return ring if ring.priority >= 1 else None
    except (KeyringError, RuntimeError):
        return None


def _put(ring: Any, name: str, text: str) -> bool:
    from keyring.errors import KeyringError

    try:
        ring.set_password(_SERVICE, name, text)
        return bool(ring.get_password(_SERVICE, name) == text)
    except (KeyringError, RuntimeError, OSError):
        return False


def _ask(ring: Any, name: str) -> str | None:
    from keyring.errors import KeyringError

    try:
        found = ring.get_password(_SERVICE, name) if ring is not None else None
    except (KeyringError, RuntimeError, OSError):
        raise Unavailable("The system's keyring did not open. Unlock it and do this again.") from None
    return None if found is None else str(found)
