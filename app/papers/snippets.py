"""The owner's own snippets: instructions to send again and again, kept as text files beside the drafts (3.3).

A file begins with lines `language: es`, `tags: leads, budget`, `attach: budget.png`; a blank line; then the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from app.errors import Refused, Unavailable

_FORBIDDEN = set('/\\:*?"<>|')


class Snippet(Struct, frozen=True, kw_only=True):
    """A text to send, in one language; `attachments` are names of files in the same folder."""

    name: str
    language: str
    text: str
    tags: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()


def snippets_in(folder: Path) -> tuple[Snippet, ...]:
    """All snippets of a folder, by name; a file that cannot be read is passed over."""
    if not folder.is_dir():
        return ()
    found = (_read(path) for path in sorted(folder.glob("*.txt")))
    return tuple(snippet for snippet in found if snippet is not None)


def keep_snippet(folder: Path, snippet: Snippet) -> Path:
    """Write a snippet, over the one of the same name. Refused without a name that a file can carry."""
    if not snippet.name.strip(" .") or _FORBIDDEN & set(snippet.name):
        raise Refused("A snippet cannot be called “{name}”. Use letters, numbers and spaces.", name=snippet.name)
    path = folder / f"{snippet.name}.txt"
    head = [f"language: {snippet.language}"]
    head += [f"tags: {', '.join(snippet.tags)}"] if snippet.tags else []
    head += [f"attach: {name}" for name in snippet.attachments]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([*head, "", snippet.text]) + "\n", encoding="utf-8")
    except OSError as error:
        raise Unavailable("The snippet was not kept, the file {path} cannot be written.", path=str(path)) from error
    return path


def drop_snippet(folder: Path, name: str) -> None:
    """Remove a snippet; its attachments stay, another snippet may name them."""
    path = folder / f"{name}.txt"
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable("The snippet is still there, the file {path} cannot be removed.", path=str(path)) from error


def take_attachment(folder: Path, source: Path) -> str:
    """Copy a file beside the snippets and give its name there; one of another content takes a number."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        content = source.read_bytes()
        path = _free(folder, source.name, content)
        path.write_bytes(content)
    except OSError as error:
        raise Unavailable("The file {path} cannot be copied beside your snippets.", path=str(source)) from error
    return path.name


def by_use(snippets: Iterable[Snippet], language: str) -> tuple[Snippet, ...]:
    """Those of a language first, then those of no language, then the others; by name among themselves."""
    return tuple(sorted(snippets, key=lambda each: (each.language != language, bool(each.language), each.name)))


def _free(folder: Path, name: str, content: bytes) -> Path:
    """Where it lies already, else a name that no other file has; `.txt` is kept for snippets."""
    stem, suffix = Path(name).stem, Path(name).suffix
    suffix = ".text" if suffix.lower() == ".txt" else suffix
    path, number = folder / f"{stem}{suffix}", 2
    while path.exists() and path.read_bytes() != content:
        path, number = folder / f"{stem} {number}{suffix}", number + 1
    return path


def _read(path: Path) -> Snippet | None:
    try:
        head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    except (OSError, UnicodeDecodeError):
        return None
    lines = [tuple(part.strip() for part in line.split(":", 1)) for line in head.splitlines() if ":" in line]
    said = {line[0]: line[1] for line in lines}
    return Snippet(
        name=path.stem,
        language=said.get("language", ""),
        text=text.rstrip("\n"),
        tags=tuple(tag.strip() for tag in said.get("tags", "").split(",") if tag.strip()),
        attachments=tuple(Path(line[1]).name for line in lines if line[0] == "attach"),
    )
