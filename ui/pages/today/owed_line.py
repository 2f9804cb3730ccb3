"""One thing that a client owes, with both clocks side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.facts.today import Owed, SideClock, SideStands
from app.facts.visible import visible
from app.words import N_, NN_, Words
from ui.pages.today.pressed import Pressed
from ui.widgets.both_clocks import BothClocks, ClockSide, SideState
from ui.widgets.text import Text

_STATES = {
    SideStands.RUNNING: SideState.RUNNING,
    SideStands.LAST_DAY: SideState.LAST_DAY,
    SideStands.OVER: SideState.OVER,
    SideStands.STOPPED: SideState.STOPPED,
    SideStands.DONE: SideState.DONE,
    SideStands.NOTHING: SideState.STOPPED,
    SideStands.NOT_ASKED: SideState.STOPPED,
}
_SIDES = {
    SideStands.RUNNING: N_("day {day} of {days}"),
    SideStands.LAST_DAY: N_("last day of {days}"),
    SideStands.STOPPED: N_("stopped, {day} of {days}"),
    SideStands.DONE: N_("done"),
    SideStands.NOTHING: N_("nothing waits for it"),
    SideStands.NOT_ASKED: N_("not asked yet"),
}
_OVER = NN_("{n} working day over", "{n} working days over")


class OwedLine(Pressed):
    """Client, what, and the clocks."""

    def __init__(self, words: Words, owed: Owed, parent: QWidget | None = None) -> None:
        name = visible(owed.client.name)
        what = words.capital(words.list_of(visible(part) for part in owed.parts))
        if owed.is_acceptance:
            what = words.text("Acceptance of «{title}»", title=what)
        theirs, mine = both_sides(words, owed)
        spoken = f"{name}, {what}. {theirs.label}: {theirs.text}. {mine.label}: {mine.text}"
        super().__init__(owed.client.number, owed.item, spoken, parent=parent)
        self.add(Text(name, "small", weight=600, elide=True))
        self.add(Text(what, "small", colour="text2", wrap=True))
        self.add(BothClocks(theirs, mine))


def both_sides(words: Words, owed: Owed) -> tuple[ClockSide, ClockSide]:
    """Their clock and mine (D11)."""
    theirs = ClockSide(words.text("Their clock"), side_words(words, owed.theirs), _STATES[owed.theirs.stands])
    return theirs, ClockSide(words.text("My clock"), side_words(words, owed.mine), _STATES[owed.mine.stands])


def side_words(words: Words, side: SideClock) -> str:
    """How one side's clock stands: "7 working days over", "last day of 3"."""
    if side.stands is SideStands.OVER:
        return words.plural(*_OVER, side.day) if side.day else words.text("over since today")
    return words.text(_SIDES[side.stands], day=side.day, days=side.days)
