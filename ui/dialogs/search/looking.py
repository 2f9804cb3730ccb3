"""Works out the results in groups, beside the window: clients, people, entries, commands; or what a filter can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from app.facts.entries import Entry
from app.facts.found_words import Wanted, wanted
from app.facts.searched import text_found
from app.facts.visible import visible
from app.papers.kind_names import kind_name
from app.settings import LastOpened
from ui.actions import COMMANDS
from ui.dialogs.search.choices import Known, asked
from ui.dialogs.search.found import Answer, Found
from ui.dialogs.search.naming import clients, command_line, commands, filter_values, people
from ui.dialogs.search.typed import typed_in

if TYPE_CHECKING:
    from app.journal.journal import Journal
    from ui.workbench import Workbench

PAGE: Final = 20
KIND_ICONS: Final = {
    "message.received": "arrow-down-left",
    "message.sent": "arrow-up-right",
    "call": "phone",
    "edit": "pencil-line",
    "request": "hand",
    "note": "notebook-pen",
    "payment": "banknote",
    "goal": "target",
    "risk": "triangle-alert",
    "stage": "milestone",
    "agreement": "handshake",
    "report": "file-text",
    "client": "users",
    "person": "user",
    "contact": "user-check",
}
"""By kind, else by its noun."""


def answer(workbench: Workbench, known: Known | None, text: str, opened: Sequence[LastOpened]) -> Answer:
    """The answer to a field; with the first one comes what names and filters are looked up in."""
    if known is None:
        everybody = workbench.journal.reading.named()
        known = Known(workbench.words, workbench.zone, workbench.today, *everybody)
    return look(workbench.journal, known, text, opened)


def look(journal: Journal, known: Known, text: str, opened: Sequence[LastOpened]) -> Answer:
    """Everything for what stands in the field; asked beside the window."""
    typed, words = typed_in(text, known.words), known.words
    if typed.open is not None:
        return Answer(text=text, known=known, found=tuple(filter_values(known, typed.open)))
    question, failing = asked(known, typed)
    if failing:
        return Answer(text=text, known=known, found=(), failing=failing)
    if question.is_empty:
        last = tuple(_last(journal, known, opened))
        return Answer(text=text, known=known, found=last or tuple(commands(words, "")))
    entries = journal.reading.found(question, PAGE + 1)
    names = () if typed.tokens else (*clients(known, typed.words), *people(known, typed.words))
    acts = () if typed.tokens else commands(words, typed.words)
    shown = tuple(entry_lines(known, typed.words, entries))
    return Answer(text=text, known=known, found=(*names, *shown, *acts), is_more=len(entries) > PAGE)


def go_on(journal: Journal, known: Known, text: str, after: Entry) -> tuple[Found, ...]:
    """The next page of entries after one."""
    typed = typed_in(text, known.words)
    entries = journal.reading.found(asked(known, typed)[0], PAGE + 1, after)
    return tuple(entry_lines(known, typed.words, entries))


def entry_lines(known: Known, typed: str, entries: Sequence[Entry]) -> Iterator[Found]:
    """A page of entries, and where it goes on the line that asks for older ones."""
    looked_for = wanted(typed)
    for entry in entries[:PAGE]:
        yield _entry(known, looked_for, entry)
    if len(entries) > PAGE:
        words = known.words
        older = words.text("Older entries")
        yield Found(group=words.text("Entries"), icon="history", text=older, older=entries[PAGE - 1])


def _entry(known: Known, looked_for: tuple[Wanted, ...], entry: Entry) -> Found:
    words = known.words
    text = " ".join(visible(text_found(entry, looked_for)).split()) or kind_name(words, entry.kind)
    day = entry.happened.astimezone(known.zone).date()
    private = entry.body.get("private") is True
    return Found(
        group=words.text("Entries"),
        icon="lock" if private else _icon(entry.kind),
        text=text,
        below=" · ".join(_below(known, entry, private=private)),
        right=words.date(day, short=True),
        struck=entry.retracted_by is not None,
        client=entry.client,
        item=entry.seq,
        looked_for=looked_for,
    )


def _icon(kind: str) -> str:
    return KIND_ICONS.get(kind) or KIND_ICONS.get(kind.partition(".")[0], "notebook-text")


def _below(known: Known, entry: Entry, *, private: bool) -> Iterator[str]:
    words = known.words
    if name := known.name_of(entry.client):
        yield name
    yield kind_name(words, entry.kind)
    if private:
        yield words.text("private, not in exports")
    if entry.corrected_by:
        yield words.text("Corrected by entry {number}", number=entry.corrected_by[-1])
    if entry.retracted_by is not None:
        yield words.text("Retracted by entry {number}", number=entry.retracted_by)


def _last(journal: Journal, known: Known, opened: Sequence[LastOpened]) -> Iterator[Found]:
    """The last things opened that are still there; a journal put back from a backup has fewer entries."""
    words, (size, _) = known.words, journal.size_and_head()
    group = words.text("Opened last")
    for each in opened:
        command = next((one for one in COMMANDS if one.key == each.command), None)
        if command is not None:
            yield command_line(words, command, group=group)
        elif each.item > size:
            continue
        elif each.item:
            entry = journal.reading.entry(each.item)
            if not entry.redacted:
                yield replace(_entry(known, (), entry), group=group)
        elif name := known.name_of(each.client):
            yield Found(group=group, icon="users", text=name, client=each.client)
