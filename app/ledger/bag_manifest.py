"""The outer shell of a bag: BagIt's declaration, manifests and bag-info (RFC 8493, 4-evidence 4.5)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from app.ledger.bag_files import DamagedFile, Files, reading
from app.ledger.findings import Finding, finding
from app.words import N_

_LINE = re.compile(rb"([0-9a-f]{64})  ([!-~]+)\n")
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_TAGS = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")
_SHELL = (*_TAGS, "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig")
_MOST_INFO = 64 << 20
_SPAN = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")


class Shell(Struct, frozen=True):
    """Where the bag's things lie: before every name, before every payload name, and whether there is a BagIt shell."""

    root: str
    data: str
    bagged: bool


def shell_of(files: Files) -> Shell | None:
    """The bag at the root or in the one folder of an archive, or a bare folder with a list; None for neither.

    Any part of the shell makes it a bag: one that lost its declaration is a damaged bag and no bare folder.
    """
    names = files.names()
    roots = sorted({"", *(name.partition("/")[0] + "/" for name in names if "/" in name)})
    for root in roots:
        if any(f"{root}{part}" in names for part in _SHELL):
            return Shell(root, f"{root}data/", True)
    for root in roots:
        if f"{root}log.sha256" in names:
            return Shell(root, root, False)
    return None


def file_hash(files: Files, name: str) -> str:
    """SHA-256 hex of a file; DamagedFile where it cannot be read."""
    with reading(files, name) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def small_file(files: Files, name: str, most_bytes: int) -> bytes | None:
    """The bytes of a file of that size at most; None where it is missing or larger."""
    if name not in files.names() or files.size(name) > most_bytes:
        return None
    with reading(files, name) as file:
        return file.read(most_bytes + 1)


def manifest_problems(files: Files, shell: Shell, go_on: Callable[[], None]) -> Iterator[Finding]:
    """Every payload file is listed once with its hash, and the tag files likewise; nothing else is in the payload.

    `go_on` is called before each file, and may raise to stop.
    """
    if small_file(files, f"{shell.root}bagit.txt", 1 << 10) != _DECLARATION:
        yield finding("bagit", N_("bagit.txt is not the declaration of BagIt 1.0."))
    payload = {name.removeprefix(shell.root) for name in files.names() if name.startswith(shell.data)}
    yield from _one_manifest(files, shell, "manifest-sha256.txt", payload, go_on)
    yield from _one_manifest(files, shell, "tagmanifest-sha256.txt", set(_TAGS), go_on)


def _one_manifest(
    files: Files, shell: Shell, manifest: str, wanted: set[str], go_on: Callable[[], None]
) -> Iterator[Finding]:
    if f"{shell.root}{manifest}" not in files.names():
        yield finding("manifest", N_("{name} is missing."), name=manifest)
        return
    listed: set[str] = set()
    with reading(files, f"{shell.root}{manifest}") as file:
        for number, line in enumerate(iter(lambda: file.readline(400), b""), 1):
            go_on()
            match = _LINE.fullmatch(line)
            if match is None:
                yield line_finding("manifest", manifest, number, line)
                continue
            name = match[2].decode("ascii")
            listed.add(name)
            yield from _file_problems(files, shell, name, match[1].decode("ascii"))
    for name in sorted(wanted - listed):
        yield finding("manifest", N_("{manifest} does not list {name}."), manifest=manifest, name=name)


def _file_problems(files: Files, shell: Shell, name: str, sha256: str) -> Iterator[Finding]:
    if f"{shell.root}{name}" not in files.names():
        yield finding("missing_file", N_("{name} is listed and missing."), name=name)
        return
    try:
        if file_hash(files, f"{shell.root}{name}") != sha256:
            yield finding("changed_file", N_("{name} was changed."), name=name)
    except DamagedFile:
        yield finding("changed_file", N_("{name} cannot be read to its end."), name=name)


def line_finding(code: str, name: str, number: int, line: bytes) -> Finding:
    """What is wrong with a line of a list; `sha256sum -c` would skip it without a word."""
    if line.endswith(b"\r\n"):
        return finding(code, N_("Line {number} of {name} ends in CR LF; have the file sent as it was."),
                       number=number, name=name)  # fmt: skip
    return finding(code, N_("Line {number} of {name} is not a line of the list."), number=number, name=name)


def bag_info(files: Files, shell: Shell) -> dict[str, str]:
    """The labels and values of bag-info.txt; continued lines are joined."""
    text = (small_file(files, f"{shell.root}bag-info.txt", _MOST_INFO) or b"").decode("utf-8", "replace")
    info: dict[str, str] = {}
    for line in text.replace("\n ", " ").replace("\n\t", " ").splitlines():
        label, colon, value = line.partition(":")
        if colon:
            info[label.strip()] = f"{info.get(label.strip(), '')} {value.strip()}".strip()
    return info


def spans(text: str) -> list[range]:
    """`12 40 1-118` as ranges of entry numbers; what is no number is left out."""
    found = []
    for word in text.replace(",", " ").split():
        match = _SPAN.fullmatch(word)
        if match:
            found.append(range(int(match[1]), int(match[2] or match[1]) + 1))
    return found
