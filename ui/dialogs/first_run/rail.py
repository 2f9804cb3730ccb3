"""The left side of first run: the four steps with what was entered; at 200 % one line on top says the same (6.10)."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.facts.beginning import Beginning
from app.papers.names import channel_name
from app.words import Words
from ui.mark import Mark
from ui.theme import follow_theme, theme
from ui.widgets.boxes import Column, Row
from ui.widgets.pane import Pane
from ui.widgets.steps import StepMark, StepMarkState, Steps
from ui.widgets.text import Text

WIDE = 250


def step_names(words: Words) -> tuple[str, ...]:
    """What the steps are called."""
    return (words.text("You"), words.text("First client"), words.text("Channels and hours"), words.text("Terms"))


def step_notes(words: Words, given: Beginning, step: int) -> tuple[str, ...]:
    """What stands below each name: what was entered, or what will be asked."""
    asked = (
        words.text("name, zone, hours"),
        words.text("and one contact"),
        words.text("where and when"),
        words.text("how fast, how often"),
    )
    preferred = next((each for each in given.channels if each.preferred), None)
    first = words.text("{channel} first", channel=channel_name(words, preferred.channel)) if preferred else ""
    entered = (given.name.strip(), given.client.name.strip(), first, "")
    return tuple(entered[at] if at < step and entered[at] else asked[at] for at in range(len(asked)))


class StepRail(Pane):
    """Mark, name, steps, and where the journal stays."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("rail", gap=0, padding=(24, 26, 20, 20), parent=parent)
        self._words = words
        head = self.add(Row(gap=10))
        head.add(Mark(side=32))
        head.add(Text("Ashore", "title", weight=600), 1)
        self.add_gap(30)
        self.add(Text(words.text("Agree on the shore"), "heading", wrap=True))
        self.add_gap(4)
        why = words.text("Four steps, about three minutes. Everything can be changed later.")
        self.add(Text(why, "small", colour="text2", wrap=True))
        self.add_gap(30)
        self._steps = self.add(Steps([StepMark(name) for name in step_names(words)], vertical=True))
        self.add_space()
        self.add(Text(words.text("Your journal stays on this computer."), "caption", colour="text2", wrap=True))
        follow_theme(self)

    def restyle(self) -> None:
        """Take the width at the present text scale."""
        super().restyle()
        self.setFixedWidth(theme().px(WIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and a hairline towards the pages."""
        super().paintEvent(event)
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), theme().colour("border"))

    def show_step(self, given: Beginning, step: int) -> None:
        """Mark the present step and say what was entered before."""
        self._steps.set_marks(step_marks(self._words, given, step), spoken_step(self._words, step))


def step_marks(words: Words, given: Beginning, step: int) -> list[StepMark]:
    """The steps as they stand."""
    states = (StepMarkState.DONE, StepMarkState.CURRENT, StepMarkState.NEXT)
    notes = step_notes(words, given, step)
    return [StepMark(name, states[(at >= step) + (at > step)], notes[at]) for at, name in enumerate(step_names(words))]


def spoken_step(words: Words, step: int) -> str:
    """ "Step 2 of 4: First client"."""
    return words.text("Step {n} of {all}: {name}", n=step + 1, all=4, name=step_names(words)[step])


class StepLine(Pane):
    """The steps as one line, where there is no room for a rail."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("rail", gap=0, padding=(24, 10, 20, 10), parent=parent)
        self._words, self.said = words, ""
        row = self.add(Row(gap=10))
        row.add(Mark(side=24))
        self._line = row.add(Column()).add(Text("", "small", weight=600, wrap=True))

    def show_step(self, given: Beginning, step: int) -> None:
        """Say which step it is."""
        self.said = spoken_step(self._words, step)
        self._line.setText(self.said)
