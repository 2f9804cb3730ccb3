"""Where drafts are read from: the owner's own versions beside the journal, then the shipped ones (3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app.errors import Unavailable
from app.papers.draft_titles import SAME_AS, TITLES
from app.resources import resource

SNIPPETS = "snippets"
"""The folder of snippets beside the drafts; no language is called so."""


class Template(NamedTuple):
    """The text of a draft before its values, and the language it is written in."""

    text: str
    language: str


def own_folder(journal: Path) -> Path:
    """Where the owner's own drafts lie: beside the journal (3.3)."""
    return journal.with_suffix(".drafts")


def snippet_folder(journal: Path) -> Path:
    """Where the owner's snippets lie: beside the drafts."""
    return own_folder(journal) / SNIPPETS


def template(key: str, style: str, language: str, own_folder: Path | None = None) -> Template:
    """The nearest draft: the key or its rule, in the style or plain, in the language or English; else an empty one."""
    for said_in in dict.fromkeys((language, "en")):
        for name in _names(key, style):
            text = _own_or_shipped(said_in, name, own_folder)
            if text is not None:
                return Template(text, said_in)
    return Template("", language)


def subject_template(key: str, language: str) -> str:
    """The subject for a mail with this draft; empty where there is none."""
    path = resource("drafts", language, "subjects.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    subjects = dict(line.split(" = ", 1) for line in lines if " = " in line)
    return next((subjects[known] for known in _keys(key) if known in subjects), "")


def keep_own(own_folder: Path, language: str, key: str, style: str, text: str) -> Path:
    """Keep the owner's own version of a draft beside the journal; it is read before the shipped one."""
    path = own_folder / language / f"{key}.{style}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unavailable(
            "The draft was not kept, the file {path} cannot be written. Your text is still here.", path=str(path)
        ) from error
    return path


def drop_own(own_folder: Path, language: str, key: str, style: str) -> None:
    """Go back to the shipped version: the owner's own one is removed; nothing happens where there is none."""
    path = own_folder / language / f"{key}.{style}.txt"
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable("Your version is still there, the file {path} cannot be removed.", path=str(path)) from error


def is_own(own_folder: Path, language: str, key: str, style: str) -> bool:
    """Whether the owner has a version of exactly this draft."""
    return (own_folder / language / f"{key}.{style}.txt").is_file()


def own_keys(own_folder: Path) -> frozenset[str]:
    """The drafts of which the owner has at least one version."""
    found = (path.name.split(".")[0] for path in own_folder.glob("*/*.*.txt") if path.parent.name != SNIPPETS)
    return frozenset(found)


def _keys(key: str) -> Iterator[str]:
    """The key itself, what it is another name of, and the rule it is a variant of."""
    yield key
    if key in SAME_AS:
        yield SAME_AS[key]
    elif key not in TITLES:
        yield key.split("_", 1)[0]


def _names(key: str, style: str) -> Iterator[str]:
    for known in _keys(key):
        for manner in dict.fromkeys((style, "plain")):
            yield f"{known}.{manner}.txt"


def _own_or_shipped(language: str, name: str, own_folder: Path | None) -> str | None:
    folders = [own_folder / language] if own_folder else []
    for folder in [*folders, resource("drafts", language)]:
        try:
            return (folder / name).read_text(encoding="utf-8").strip("\n")
        except (OSError, UnicodeDecodeError):
            continue
    return None
