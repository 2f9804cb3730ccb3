"""Rows of one line: requests, stages, promises told, everything else; and the full-width lines of the timeline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QRectF

from app.facts.timeline import Line
from app.facts.work import Request
from app.papers.entry_text import entry_text
from app.papers.kind_names import kind_name
from app.words import N_, Words
from ui.pages.client.pieces import Ground, Hairline, Ink, Said
from ui.pages.client.plan_lines import PLAN_TEXTS, plan_state
from ui.pages.client.row_files import set_files
from ui.pages.client.row_words import Reader, is_struck, marks
from ui.pages.client.setting import CAPTION, Setting, broken, wide
from ui.pages.client.talk_row import OLD
from ui.theme import theme

QUIET: Final = ("entry.", "flag.", "message.marked", "person.", "client.changed", "journal.", "file.")

ICONS: Final = {
    "agreement": "handshake", "attempt": "phone-missed", "call": "phone", "client": "briefcase",
    "contact": "user-check", "edit": "pencil-line", "entry": "rotate-ccw", "feedback": "star", "file": "import",
    "flag": "bell-off",
    "form": "clipboard-list", "goal": "target", "journal": "shield-check", "message": "tag", "note": "notebook-pen",
    "objection": "scale", "owner": "user", "payment": "banknote", "person": "user", "planning": "list",
    "report": "file-text", "request": "hand", "risk": "triangle-alert", "stage": "milestone",
    "understanding": "quote", "work": "circle-pause",
}  # fmt: skip

CALL_ICONS: Final = {"call.missed": "phone-missed", "call.planned": "calendar-clock", "call.moved": "calendar-clock",
                     "call.cancelled": "phone-off", "edit.delivered": "package-check", "edit.accepted": "circle-check",
                     "edit.confirmed": "user-check"}  # fmt: skip

REQUEST_STATES: Final = {
    "request.answered": N_("Answered in full"),
    "request.withdrawn": N_("Withdrawn"),
    "request.waived": N_("Waived"),
}


def icon_of(kind: str) -> str:
    """The icon on the line; one for each noun, some for a single kind."""
    return CALL_ICONS.get(kind) or ICONS.get(kind.partition(".")[0], "circle")


def set_line(page: Setting, line: Line, reader: Reader) -> tuple[str, str]:
    """The kind in SemiBold, its words beside it, one line of state below where there is one."""
    words, kind = reader.words, line.entry.kind
    quiet = kind.startswith(QUIET)
    struck = is_struck(line)
    page.head("" if quiet else kind_name(words, kind), kind_name(words, kind) if quiet else "",
              marks(words, line), struck=struck)  # fmt: skip
    text = _text(words, line)
    if text:
        page.text(text, OLD if struck else Ink("small", 400, "text2" if quiet else "text"), most=3,
                  spoken=words.text("old: {text}", text=text) if struck else "")  # fmt: skip
    state = _state(words, line)
    if state:
        page.text(state, CAPTION)
    if struck:
        page.text(words.text("Retracted: {reason}", reason=line.reason), CAPTION)
    else:
        set_files(page, line.entry.body, words)
    return icon_of(kind), "text3" if quiet else "text2"


def _text(words: Words, line: Line) -> str:
    body = line.entry.body
    said = entry_text({key: value for key, value in body.items() if key not in ("count", "channel")}, words, line.named)
    if line.entry.kind in PLAN_TEXTS:
        return PLAN_TEXTS[line.entry.kind](words, line)
    if line.entry.kind == "edit.promised" and "on" in body:
        day = date.fromisoformat(body["on"])
        said = words.text("Provisional, {day}", day=day) if body.get("provisional") else words.date(day)
    if line.entry.kind == "request.made":
        return " · ".join(str(each.get("text", "")) for each in body.get("items", ()))
    if line.item is not None and line.item.number != line.entry.seq and not line.entry.kind.startswith("form."):
        return words.text("«{title}»: {text}", title=line.item.title, text=said) if said else f"«{line.item.title}»"
    if line.entry.kind.startswith("entry.") and "of" in body:
        return words.text("Entry {number}: {reason}", number=body["of"], reason=body.get("reason", ""))
    if line.entry.kind == "message.marked":
        return words.text("Entries {numbers}", numbers=[str(each) for each in body.get("of", ())])
    return said.replace("\n", " · ")


def _state(words: Words, line: Line) -> str:
    item = line.item
    if item is not None and item.number == line.entry.seq and not isinstance(item, Request):
        return plan_state(words, item)
    if not isinstance(item, Request) or item.number != line.entry.seq:
        return ""
    if item.ended is not None:
        return words.text(REQUEST_STATES.get(item.ended.kind, "Answered in full"))
    if item.due is not None:
        return words.text("Open, due {day:by-short}", day=item.due)
    return words.text("Open")


def set_removed(page: Setting, line: Line, reader: Reader) -> tuple[str, str]:
    """A redacted entry: a dashed empty card that says why the chain still holds."""
    words = reader.words
    at = page.open_card()
    if line.redacted_by:
        said = words.text(
            "Removed at the client's request, entry {number}. The chain still holds.", number=line.redacted_by
        )
    else:
        said = words.text("Removed at the client's request. The chain still holds.")
    page.text(said, Ink("small", 400, "text2"))
    page.close_card(at, fill="bg", dashed=True)
    return "eraser", "text3"


def _contact(words: Words, line: Line) -> str:
    named = line.person.name if line.person else ""
    return words.text("From here: contact {person}", person=named)


def _contact_ended(words: Words, line: Line) -> str:
    return words.text("{person} is no longer the contact", person=line.person.name if line.person else "")


def _agreement(words: Words, line: Line) -> str:
    return words.text("From here: agreement {version}", version=line.number)


def _paused(words: Words, line: Line) -> str:
    return words.text("From here: work is paused")


def _stopped(words: Words, line: Line) -> str:
    return words.text("From here: work is stopped")


def _resumed(words: Words, line: Line) -> str:
    return words.text("From here: work goes on")


def _closed(words: Words, line: Line) -> str:
    return words.text("From here: work is closed")


WIDE: Final[dict[str, Callable[[Words, Line], str]]] = {
    "contact.designated": _contact,
    "contact.ended": _contact_ended,
    "agreement.made": _agreement,
    "client.paused": _paused,
    "work.stopped": _stopped,
    "client.resumed": _resumed,
    "client.reopened": _resumed,
    "work.resumed": _resumed,
    "client.closed": _closed,
}
"""Kinds that divide the timeline over its full width."""


def set_wide(page: Setting, line: Line, reader: Reader) -> tuple[str, str]:
    """A tinted band over the full width."""
    text, ink, inset = WIDE[line.entry.kind](reader.words, line), Ink("small", 600, "accent-text"), theme().px(12)
    said = broken(text, ink, page.right - page.left - 2 * inset)
    pitch, length = float(theme().px(20)), max(wide(each, ink) for each in said)
    high, ends = pitch * len(said) + theme().px(6), min(page.left + length + 2 * inset, page.right)
    page.put(Ground(QRectF(page.left, page.y, ends - page.left, high), "soft", "soft-line"))
    for number, each in enumerate(said):
        top = page.y + theme().px(3) + number * pitch
        page.put(Said(QRectF(page.left + inset, top, ends - page.left - inset, pitch), each, ink))
    start = ends + theme().px(10)
    if start + theme().px(10) < page.right:
        page.put(Hairline(QRectF(start, page.y + high / 2, page.right - start, 1)))
    page.y += high
    page.say(text)
    if line.entry.body.get("notice"):
        page.down(4)
        page.text(str(line.entry.body["notice"]), Ink("small", 400, "text2"))
    chips = marks(reader.words, line)
    if chips:
        page.down(4)
        page.head("", "", chips)
    return icon_of(line.entry.kind), "accent"
