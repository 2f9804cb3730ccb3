"""Rows of an edit: its title, how it stands now, and every date that was promised for it (6.4)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF

from app.facts.timeline import DateTold, EditStanding, Handed, Line
from app.facts.wall_time import local_date
from app.words import N_, Words
from ui.pages.client.pieces import ChipPiece, Dates, Ink, Said
from ui.pages.client.row_files import set_files
from ui.pages.client.row_words import Reader, is_struck, marks
from ui.pages.client.setting import CAPTION, QUIET, STRONG, Mark, Setting, wide
from ui.pages.client.talk_row import OLD
from ui.theme import theme
from ui.widgets.chip import chip_height, chip_width
from ui.widgets.history import PromiseStep, StepState, history_height

STATES: Final = {
    "unconfirmed": (N_("To be confirmed"), "today", "user-x"),
    "no_date": (N_("No date yet"), "today", "hourglass"),
    "resumed": (N_("New date to be told"), "today", "hourglass"),
    "resting": (N_("My clock is stopped"), "neutral", "circle-pause"),
    "provisional": (N_("Provisional date"), "neutral", "hourglass"),
    "promised": (N_("Promised"), "neutral", "hourglass"),
    "untold": (N_("Delivered, not told yet"), "today", "package-check"),
    "delivered": (N_("To be accepted"), "neutral", "hourglass"),
    "returned": (N_("Returned"), "today", "undo-2"),
    "accepted": (N_("Accepted"), "accent", "circle-check"),
    "by_silence": (N_("Accepted by silence"), "accent", "circle-check"),
    "declined": (N_("Declined"), "neutral", "ban"),
    "withdrawn": (N_("Withdrawn"), "neutral", "ban"),
}

RESULTS: Final = {
    "kept": (N_("kept"), StepState.KEPT),
    "moved_in_time": (N_("kept after a move in time"), StepState.KEPT),
    "moved_late": (N_("moved late"), StepState.MOVED_LATE),
    "missed": (N_("missed"), StepState.MISSED),
}


def set_edit(page: Setting, line: Line, reader: Reader) -> tuple[str, str]:
    """The card of an edit, in the row of its request and of its delivery."""
    assert line.edit is not None and line.item is not None
    words, struck = reader.words, is_struck(line)
    chips = marks(words, line)
    if chips:
        page.head("", "", chips)
        page.down(4)
    at = page.open_card(14, 9)
    _title(page, words, line.item.title, state_mark(words, line.edit), struck=struck)
    text = line.entry.body.get("text", "")
    if text and text != line.item.title:
        page.text(text, OLD if struck else Ink("small", 400, "text2"), most=4)
    if struck:
        page.text(words.text("Retracted: {reason}", reason=line.reason), CAPTION)
    elif line.entry.kind == "edit.requested" and line.person:
        page.text(words.text("Asked for by {person}", person=line.person.name), CAPTION)
    set_files(page, line.entry.body, words)
    _history(page, words, line)
    page.close_card(at, dashed=line.by_voice or line.off_channel, left=14, bottom=9)
    return "pencil-line", "accent"


def _title(page: Setting, words: Words, title: str, state: Mark, *, struck: bool) -> None:
    label = words.text_in("noun", "Edit")
    text, kind, icon = state
    length = float(chip_width(text, True))
    top = page.y
    indent = wide(label, Ink("small")) + theme().px(6)
    alone = page.right - page.left - indent < length + theme().px(120)
    page.put(Said(QRectF(page.left, top + theme().px(1), indent, theme().px(20)), label, QUIET))
    page.say(label)
    page.y = top + theme().px(1)
    page.left += indent
    page.text(title, OLD if struck else STRONG, aside=0 if alone else length + theme().px(10))
    page.left -= indent
    chip_top = page.y + theme().px(2) if alone else top
    left = page.left if alone else page.right - length
    page.put(ChipPiece(QRectF(left, chip_top, length, chip_height(True)), text, kind, icon))
    page.y = max(page.y, chip_top + chip_height(True))
    page.say(text)


def state_mark(words: Words, edit: EditStanding) -> Mark:
    """The state chip: "To be accepted by Mon 23 Nov"."""
    text, kind, icon = STATES.get(edit.state, (edit.state, "neutral", "hourglass"))
    if edit.accept_by is not None:
        return words.text("To be accepted {day:by-short}", day=edit.accept_by), kind, icon
    if edit.state == "promised" and edit.dates:
        return words.text("Promised for {day:short}", day=edit.dates[-1].on), kind, icon
    return words.text(text), kind, icon


def _history(page: Setting, words: Words, line: Line) -> None:
    assert line.edit is not None
    steps = history(words, line.edit, line.zone)
    if not steps:
        return
    page.down(8)
    high = history_height(steps, page.right - page.left)
    page.put(Dates(QRectF(page.left, page.y, page.right - page.left, high), steps))
    page.y += high
    page.say(*(spoken_step(words, step) for step in steps))


def spoken_step(words: Words, step: PromiseStep) -> str:
    """A step aloud; a date that no longer holds is announced "old:" (6.14)."""
    said = f"{step.date}, {step.note}" if step.note else step.date
    return words.text("old: {text}", text=said) if step.state in (StepState.MOVED, StepState.MOVED_LATE) else said


def history(words: Words, edit: EditStanding, zone: str) -> tuple[PromiseStep, ...]:
    """Every promised date in order, then the delivery with its result."""
    steps = [_step(words, each, zone) for each in edit.dates]
    if edit.handed and steps:
        steps.append(_delivered(words, edit.handed, zone))
    return tuple(steps)


def _step(words: Words, told: DateTold, zone: str) -> PromiseStep:
    return PromiseStep(words.date(told.on, short=True), _note(words, told, zone), _state(told))


def _state(told: DateTold) -> StepState:
    if told.missed:
        return StepState.MISSED
    if told.replaced:
        return StepState.MOVED
    return StepState.PROVISIONAL if told.provisional or not told.told else StepState.CURRENT


def _note(words: Words, told: DateTold, zone: str) -> str:
    day = local_date(zone, told.at)
    if not told.told:
        return words.text("not told yet")
    if told.missed:
        return words.text("missed")
    if told.provisional:
        return words.text("provisional, told {day:short}", day=day)
    if told.moved == "late":
        return words.text("moved late, {day:short}", day=day)
    if told.moved:
        return words.text("moved in time, {day:short}", day=day)
    return words.text("told {day:short}", day=day)


def _delivered(words: Words, handed: Handed, zone: str) -> PromiseStep:
    date = words.text("Delivered {day:short}", day=local_date(zone, handed.at))
    note, state = RESULTS.get(handed.result, ("", StepState.KEPT))
    return PromiseStep(date, words.text(note) if note else "", state)
