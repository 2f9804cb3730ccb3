"""Whose keys a bag names, and the seal over its lists of files (4-evidence 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.ledger import sshsig
from app.ledger.bag_files import DamagedFile, Files
from app.ledger.bag_manifest import Shell, small_file
from app.ledger.findings import Finding, finding
from app.words import N_

MOST_SMALL = 1 << 20
_SIGNER = re.compile(r'(owner|owner-[0-9]+) namespaces="([a-z,-]+)" (ssh-ed25519 [A-Za-z0-9+/=]+)(?: .*)?')


def small_text(files: Files, name: str) -> str | None:
    """A small text file; None where it is missing, too large, not ASCII or damaged."""
    try:
        data = small_file(files, name, MOST_SMALL)
        return None if data is None else data.decode("ascii")
    except (DamagedFile, UnicodeDecodeError):
        return None


def signer_problems(files: Files, shell: Shell, known: list[str]) -> Iterator[Finding]:
    """allowed_signers names the keys that the records name, and the present one signed the bag's own lists."""
    text = small_text(files, f"{shell.data}keys/allowed_signers") or small_text(files, f"{shell.data}allowed_signers")
    if text is None:
        yield finding("key", N_("{name} is missing."), name="allowed_signers")
        return
    for line in text.splitlines():
        match = _SIGNER.fullmatch(line)
        if match is None or match[3] not in known or (match[1] == "owner" and match[3] != known[-1]):
            yield finding("key", N_("allowed_signers names a key that the records do not."))
    if shell.bagged:
        yield from _seal_problems(files, shell, known)


def _seal_problems(files: Files, shell: Shell, known: list[str]) -> Iterator[Finding]:
    manifest = small_file(files, f"{shell.root}tagmanifest-sha256.txt", 1 << 20)
    signature = small_text(files, f"{shell.root}tagmanifest-sha256.txt.sig")
    if manifest is None:
        return
    if signature is None:
        yield finding("signature", N_("{name} is not signed."), name="tagmanifest-sha256.txt")
    elif not known or not sshsig.verify(signature, sshsig.EXPORT, manifest, known[-1]):
        yield finding("signature", N_("{name} is not signed by the journal's key."), name="tagmanifest-sha256.txt")
