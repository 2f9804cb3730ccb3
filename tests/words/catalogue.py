"""Gathers the sentences of the program and keeps the catalogues under resources/locale.

`python -m tests.words.catalogue extract` writes ashore.pot from the code, `update` takes new sentences into the .po of
every language and drops what is no longer said, `compile` writes the .mo files. Without a verb: all three.

The code is read as a tree, not as text: `words.text(…)` of this program is told from `text(…)` of SQL, and a sentence
built from pieces, which nobody could translate, is found.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "resources" / "locale"
TRANSLATED = ("ru", "es")
PLURAL_MARK = "NN_"
MARKS = {"N_", "Said", "Refused", "Unavailable", "Strange"}
METHODS = {"text": 1, "plural": 2, "text_in": 2}
_SPEAKERS_OF_SQL = {"sa", "sqlalchemy"}
_HEADERS = {"Project-Id-Version", "Language", "Plural-Forms", "MIME-Version", "Content-Type"}


class Sentence(NamedTuple):
    """A marked sentence: where it stands, its msgid (two for a plural) and its context."""

    place: str
    ids: tuple[str, ...]
    context: str | None


class Sober(Catalog):
    """A catalogue whose head names no dates and no tools, so that its file changes only when a sentence does."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the head that say how to read the file."""
        return [(name, value) for name, value in self._get_mime_headers() if name in _HEADERS]


class Unreadable(ValueError):
    """A marked sentence that is no plain string."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module of app/ and ui/, with its path from the root."""
    for room in ("app", "ui"):
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def sentences() -> Iterator[Sentence]:
    """Every sentence a person can read, in the order of the files."""
    trees = list(sources())
    marks = MARKS | _refusals(tree for _, tree in trees)
    for place, tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                yield from _sentence(place, node, marks)


def _refusals(trees: Iterator[ast.Module]) -> set[str]:
    """Classes that are refusals by another name."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found: set[str] = set()
    while new := {c.name for c in classes if {_name(base) for base in c.bases} & (MARKS | found)} - found:
        found |= new
    return found


def _sentence(place: str, call: ast.Call, marks: set[str]) -> Iterator[Sentence]:
    name = _name(call.func)
    if name in marks:
        yield from (Sentence(place, (one,), None) for one in _strings(place, call.args[0]))
    elif name == PLURAL_MARK:
        yield Sentence(place, (next(_strings(place, call.args[0])), next(_strings(place, call.args[1]))), None)
    elif name in METHODS and isinstance(call.func, ast.Attribute) and _name(call.func.value) not in _SPEAKERS_OF_SQL:
        yield from _said_by_words(place, name, call)


def _said_by_words(place: str, name: str, call: ast.Call) -> Iterator[Sentence]:
    args = [list(_strings(place, arg)) for arg in call.args[: METHODS[name]]]
    if not all(args):
        return
    if name == "text":
        yield from (Sentence(place, (one,), None) for one in args[0])
    elif name == "plural":
        yield Sentence(place, (args[0][0], args[1][0]), None)
    else:
        yield from (Sentence(place, (one,), args[0][0]) for one in args[1])


def _strings(place: str, node: ast.expr) -> Iterator[str]:
    """The plain strings an argument can be; nothing for a variable, whose value is marked where it is written."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if any(letter.isalpha() for letter in node.value):
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _strings(place, node.body)
        yield from _strings(place, node.orelse)
    elif isinstance(node, ast.JoinedStr | ast.BinOp):
        raise Unreadable(f"{place}:{node.lineno}: write a whole sentence with placeholders, not one made of pieces")


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def template() -> Catalog:
    """The catalogue of what the code says, without translations."""
    catalogue = _blank(None)
    for place, ids, context in sentences():
        catalogue.add(ids if len(ids) > 1 else ids[0], locations=[(place, 1)], context=context)
    return catalogue


def po_path(language: str) -> Path:
    """The translations into one language, as a person edits them."""
    return LOCALE / language / "LC_MESSAGES" / "ashore.po"


def read(language: str) -> Catalog:
    """The translations into one language; empty where there is no file yet."""
    catalogue = _blank(language)
    path = po_path(language)
    if path.exists():
        with path.open("rb") as file:
            for m in read_po(file, locale=language):
                if m.id:
                    catalogue.add(m.id, m.string, m.locations, m.flags, context=m.context)
    return catalogue


def _blank(language: str | None) -> Catalog:
    return Sober(language, project="Ashore", version="1", charset="utf-8", fuzzy=False)


def compiled(language: str) -> bytes:
    """The bytes which the .mo beside the .po must have."""
    out = io.BytesIO()
    write_mo(out, read(language))
    return out.getvalue()


def write(path: Path, catalogue: Catalog) -> None:
    """Write a .po or .pot without the numbers of lines, which change with every edit of the code."""
    out = io.BytesIO()
    write_po(out, catalogue, width=110, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(out.getvalue())


def extract() -> None:
    """Write ashore.pot from the code."""
    write(LOCALE / "ashore.pot", template())


def update() -> None:
    """Take the sentences of the code into every language; what is new stands there empty."""
    for language in TRANSLATED:
        catalogue = read(language)
        catalogue.update(template(), no_fuzzy_matching=True)
        catalogue.header_comment = f"# Ashore in {catalogue.locale.english_name}."
        write(po_path(language), catalogue)


def compile_() -> None:
    """Write the .mo of every language."""
    for language in TRANSLATED:
        po_path(language).with_suffix(".mo").write_bytes(compiled(language))


VERBS = {"extract": extract, "update": update, "compile": compile_}

if __name__ == "__main__":
    for verb in sys.argv[1:] or VERBS:
        VERBS[verb]()
