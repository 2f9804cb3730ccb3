"""An edit and its next step: confirmed, a new date with its count, delivered, accepted, returned, declined."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.facts.timeline import EditStanding
from app.facts.visible import visible
from app.facts.work import Edit
from app.papers.counts import count_sentence
from app.papers.promise_words import included_words, moved_words
from app.words import N_
from ui.dialogs.edit.promise_words import cells
from ui.dialogs.item.step_form import StepForm
from ui.pages.client.edit_row import history, spoken_step, state_mark
from ui.pages.today.owed_line import both_sides
from ui.widgets.both_clocks import BothClocks
from ui.widgets.boxes import Column
from ui.widgets.chip import Chip
from ui.widgets.choice import Choice
from ui.widgets.count import Count
from ui.widgets.field import date_field
from ui.widgets.history import PromiseHistory
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

STEPS: Final = {
    "edit.confirmed": N_("The contact confirms it"),
    "edit.promised": N_("A date is promised"),
    "edit.delivered": N_("It is delivered"),
    "edit.accepted": N_("They accept it"),
    "edit.returned": N_("They return it"),
    "edit.clarified": N_("They clarify it"),
    "edit.declined": N_("I decline it"),
    "edit.withdrawn": N_("They withdraw it"),
}

NEXT: Final = {
    "unconfirmed": ("edit.confirmed", "edit.declined", "edit.withdrawn"),
    "untold": ("edit.delivered", "edit.accepted", "edit.returned"),
    "delivered": ("edit.accepted", "edit.returned", "edit.delivered"),
    "by_silence": ("edit.accepted", "edit.returned"),
}
OPEN: Final = ("edit.delivered", "edit.promised", "edit.clarified", "edit.declined", "edit.withdrawn")
DATELESS: Final = ("no_date", "resumed", "returned", "provisional")
BY_THEM: Final = ("edit.confirmed", "edit.accepted", "edit.returned", "edit.clarified", "edit.withdrawn")


class EditItem(StepForm):
    """The edit as it stands, and the step that is recorded."""

    def __init__(self, workbench: Workbench, edit: Edit, *, parent: QWidget | None = None) -> None:
        super().__init__(workbench, edit.client, edit.number, edit.title, parent)
        words, self._edit = workbench.words, edit
        standing = workbench.journal.reading.edit_standing(edit.number)
        text, kind, icon = state_mark(words, standing)
        self.body.add(Chip(text, kind, icon=icon))
        if edit.text and edit.text != edit.title:
            self.body.add(Text(edit.text, "small", colour="text2", wrap=True, selectable=True))
        steps = history(words, standing, str(workbench.zone))
        if steps:
            self.body.add(PromiseHistory(steps, ". ".join(spoken_step(words, step) for step in steps)))
        for owed in workbench.journal.requests.clocks(edit.number):
            what = words.text("Waits for {what}", what=visible(words.list_of(owed.parts)))
            self.body.add(Text(what, "small", weight=500, wrap=True))
            self.body.add(BothClocks(*both_sides(words, owed)))
        self.add_step([Choice(key, words.text(STEPS[key])) for key in next_steps(standing)])
        self._promise = self.body.add(Column(gap=6))
        self.day = self._promise.add(
            date_field(words.text("Promised for"), workbench.today, language=workbench.language)
        )
        self.count = self._promise.add(Count(()))
        self.moves = self._promise.add(Text(self._moves(), "caption", colour="text2", wrap=True))
        self.moves.setVisible(bool(self.moves.text()))
        self.day.editor.changed.connect(self._count_to)
        self._count_to(None)
        self.finish()
        self.step_chosen(self.step.editor.key)

    def step_chosen(self, key: str) -> None:
        """A date is asked for only where one is promised; what they say names the channel in which they said it."""
        words = self.workbench.words
        self._promise.setVisible(key == "edit.promised")
        self.channel.set_label(words.text("Said in") if key in BY_THEM else words.text("Told through"))
        self.fit()

    def verb(self) -> Callable[[], int] | None:
        """The step that was chosen."""
        edits, edit, kind = self.workbench.journal.edits, self._edit, self.step.editor.key
        channel, at, note = self.told_through, self.at, self.body_note
        if kind == "edit.promised":
            on, reason = self.day.editor.day, note.get("note", "")

            def promise() -> int:
                terms_say = edits.next_date(edit.number)
                promised = terms_say if terms_say.on == on else edits.next_date(edit.number, on)
                return edits.promise(edit.number, promised, channel=channel, at=at, reason=reason)

            return promise

        def step() -> int:
            if kind == "edit.delivered":
                return edits.deliver(edit.number, channel=channel, at=at, **note)
            body = {"reason": note["note"]} if note and kind in ("edit.declined", "edit.returned") else note
            return edits.step(edit.number, kind, at, channel=channel, **body)

        return step

    def _count_to(self, day: date | None) -> None:
        """The date that follows now, after a rest by the days that were left (D11), or the count to a picked day."""
        words, edit = self.workbench.words, self._edit
        on = day if day is not None and day >= self.workbench.today else None
        counted = self.workbench.journal.edits.next_date(edit.number, on)
        if on is None:
            self.day.editor.blockSignals(True)
            self.day.editor.set_day(counted.on)
            self.day.editor.blockSignals(False)
        self.count.set_count(cells(words, counted.count), spoken=count_sentence(words, counted.count))

    def _moves(self) -> str:
        """What another date would be, and whether this round is paid extra."""
        words, edits = self.workbench.words, self.workbench.journal.edits
        given, how = edits.moves(self._edit.number)
        rounds = edits.included_rounds(self._edit.number)
        said = [moved_words(words, given, how)] if given is not None else []
        if rounds is not None:
            said.append(words.text("{said}.", said=included_words(words, rounds)))
        return " ".join(said)


def next_steps(standing: EditStanding) -> tuple[str, ...]:
    """What can happen to an edit in its state, the most likely first."""
    if standing.state in DATELESS:
        return ("edit.promised", *(each for each in OPEN if each != "edit.promised"))
    return NEXT.get(standing.state, OPEN)
