"""What a bag says in words: how to check it, the form for who did, the scripts, and whose keys signed (4.5)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from app.exchange.bag import Bag
from app.journal.bag_stamps import StampFile, stamp_words
from app.journal.evidence import Standing
from app.ledger import sshsig
from app.resources import resource

_MOST_COMMANDS = 12


class Sealing(Struct, frozen=True, kw_only=True):
    """Sizes of the checkpoints, public keys in order, the entries at which the key was changed, and time stamps."""

    sizes: tuple[int, ...]
    keys: tuple[str, ...]
    changed_at: tuple[int, ...]
    stamps: tuple[StampFile, ...] = ()


def put_texts(bag: Bag, sealing: Sealing, standing: Standing, language: str) -> None:
    """allowed_signers, HOWTO and certificate in the client's language and English, verify.py and verify.sh."""
    bag.add("keys/allowed_signers", _signers(sealing.keys).encode("ascii"))
    newest = [(size, _principal(size, sealing.changed_at)) for size in sealing.sizes[-_MOST_COMMANDS:]]
    values = {
        "{size}": str(standing.size),
        "{head}": standing.head,
        "{fingerprint}": standing.fingerprint,
        "{seal}": _verify("owner", "journal-export", "../tagmanifest-sha256.txt"),
        "{signatures}": "".join(_signature_commands(size, principal) for size, principal in newest),
    }
    for spoken in dict.fromkeys((language, "en")):
        values["{stamps}"] = stamp_words(sealing.stamps, spoken)
        bag.add(f"HOWTO-VERIFY.{spoken}.txt", _filled(f"howto.{spoken}.txt", values))
        bag.add(f"certificate.{spoken}.txt", _filled(f"certificate.{spoken}.txt", values))
    for script in ("verify.py", "verify.sh"):
        bag.add(script, resource("evidence", script).read_bytes())


def _filled(name: str, values: dict[str, str]) -> bytes:
    text = resource("evidence", name).read_text(encoding="utf-8")
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text.encode("utf-8")


def _signers(keys: Sequence[str]) -> str:
    """The present key as `owner`, former ones as `owner-1`, `owner-2`, without dates (4.5)."""
    lines = [sshsig.allowed_signers(keys[-1])]
    lines += [sshsig.allowed_signers(key, f"owner-{n}") for n, key in enumerate(keys[:-1], start=1)]
    return "".join(lines)


def _principal(size: int, changes: Sequence[int]) -> str:
    """Whose key signed the checkpoint of that size: the old one signs the size of the change itself (4.2)."""
    before = [n for n, seq in enumerate(changes, start=1) if size <= seq]
    return f"owner-{before[0]}" if before else "owner"


def _signature_commands(size: int, principal: str) -> str:
    return _verify(principal, "journal-checkpoint", f"checkpoints/{size:08d}.txt")


def _verify(principal: str, namespace: str, name: str) -> str:
    """For a POSIX shell; for PowerShell through cmd, since its own pipes change the bytes that go through them."""
    command = f"ssh-keygen -Y verify -f keys/allowed_signers -I {principal} -n {namespace} -s {name}.sig"
    windows = name.replace("/", chr(92))
    return f'    {command} < {name}\n\n    cmd /c "{command} < {windows}"\n\n'
