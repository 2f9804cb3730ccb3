"""What terms would mean if they began today (6.10): dates in words, and the count of an edit."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.facts.beginning import Meaning, TriedDay
from app.words import Words
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.card import Card
from ui.widgets.count import Count, CountCell, CountKind, folded
from ui.widgets.count_lines import CountLines
from ui.widgets.painting import advance
from ui.widgets.picture import Picture
from ui.widgets.text import Text

PADDING, GAP = 30, 5
LARGE = 1.75
"""From this text scale on the count is said in lines."""


class MeaningPane(Card):
    """Shows one meaning after the other; `sentences` is what it says now."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self._shown: tuple[Meaning, str] | None = None
        super().__init__(ground="soft", edge="soft-line", gap=10, padding=(15, 13, 15, 14), parent=parent)
        self._words = words
        self.sentences: tuple[str, ...] = ()
        self._cells: tuple[CountCell, ...] = ()
        self._in_lines = False
        head = self.add(Row(gap=8))
        head.add(Picture("eye", "accent-text"))
        head.add(Text(words.text("If it began today"), "small", weight=600, colour="accent-text"), 1)
        self._lines = self.add(Column(gap=10))

    def show_meaning(self, found: Meaning, who: str) -> None:
        """Say what `found` means; `who` is how the contact is called, empty while unknown."""
        words, self._shown = self._words, (found, who)
        answer = _answer(words, found, who)
        promise = words.text("An edit asked today is ready {due:by}.", due=found.promised_on)
        rest = [_theirs(words, found), *_meetings(words, found), _silence(words, found), *_years(words, found)]
        self.sentences = (answer, promise, *rest)
        self._lines.clear()
        self._lines.add(Text(answer, "small", wrap=True))
        self._lines.add(Text(promise, "small", weight=600, wrap=True))
        self._cells = tuple(_cell(words, day) for day in found.count)
        self._in_lines = self._tight()
        self._lines.add(CountLines(self._cells) if self._in_lines else Count(self._cells))
        for line in rest:
            self._lines.add(Text(line, "small", wrap=True))
        self.setAccessibleDescription(" ".join(self.sentences))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the count in lines where its words do not fit under their cells."""
        super().resizeEvent(event)
        if self._shown is not None and self._tight() != self._in_lines:
            self.show_meaning(*self._shown)

    def _tight(self) -> bool:
        """Whether a word is wider than its cell, in this language and at this width."""
        if theme().scale >= LARGE:
            return True
        cells, px, font = folded(self._cells), theme().px, theme().font("caption", 500)
        wide = (self.width() - px(PADDING)) / max(1, len(cells)) - px(GAP)
        return any(advance(part, font) > wide + px(GAP) for cell in cells for part in cell.word.split())

    def refuse(self, sentence: str) -> None:
        """Say why nothing can be counted."""
        self._shown, self.sentences = None, (sentence,)
        self._lines.clear()
        self._lines.add(Text(sentence, "small", colour="late", wrap=True))


def _answer(words: Words, found: Meaning, who: str) -> str:
    zone = ZoneInfo(found.zone)
    now, due = words.moment(found.at, zone), words.moment(found.answer_due, zone)
    values = {"who": who or words.text("The client"), "now": now, "due": due}
    if now.local.date() == due.local.date():
        return words.text("{who} writes today, {now:day}, at {now:time}: your answer is due by {due:time}.", **values)
    return words.text("{who} writes today, {now:day}, at {now:time}: your answer is due {due:by}.", **values)


def _theirs(words: Words, found: Meaning) -> str:
    materials = words.text("Materials you ask for today are due {due:by}.", due=found.materials_on)
    return f"{materials} {words.text('Their answer is due {due:by}.', due=found.they_answer_on)}"


def _silence(words: Words, found: Meaning) -> str:
    ideal, most = found.silence_ideal_on, found.silence_most_on
    if ideal == most:
        return words.text("If nobody writes after today, write first {most:by}.", most=most)
    return words.text(
        "If nobody writes after today, write first {ideal:by}, and {most:by} at the latest.", ideal=ideal, most=most
    )


def _years(words: Words, found: Meaning) -> list[str]:
    return [words.text("{year} has no days off yet, so a date in it may still move.", year=str(year))
            for year in found.years_not_filled]  # fmt: skip


def _meetings(words: Words, found: Meaning) -> list[str]:
    said = []
    today = found.at.astimezone(ZoneInfo(found.zone)).date()
    if found.first_sheet_on == today:
        said.append(words.text("The first sheet goes out today."))
    elif found.first_sheet_on:
        said.append(words.text("The first sheet goes out {day:on}.", day=found.first_sheet_on))
    if found.first_call_on:
        said.append(words.text("The first call is due {day:by}.", day=found.first_call_on))
    return [" ".join(said)] if said else []


def _cell(words: Words, day: TriedDay) -> CountCell:
    kinds = {"received": CountKind.RECEIVED, "off": CountKind.OFF, "full": CountKind.FULL, "due": CountKind.DUE}
    said = {
        "received": words.text("asked"),
        "off": day.why or words.text("off"),
        "full": words.text("day {n}", n=day.number),
        "due": words.text("due"),
    }
    weekday = Words.capital(words.weekday(day.on, short=True))
    return CountCell(weekday, str(day.on.day), said[day.is_], kinds[day.is_])
