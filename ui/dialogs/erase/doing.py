"""How far an erasure is, step by step; it is not stopped, because half of it is worse than either end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.facts.erasure import Doing, Erased, ErasurePlan, Grounds
from app.papers.erasure_result import DOING
from app.words import Words
from ui.running import Tell
from ui.widgets.boxes import Column
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.journal.journal import Journal
    from ui.workbench import Workbench

PARTS = 1000
"""Of each step; step and part travel as one number."""
STEPS = tuple(Doing)


class Keeps(NamedTuple):
    """What the owner keeps: older backups, which hold the words, and copies of imported chats, which do not."""

    backups: bool
    copies: bool


class DoingBar(Column):
    """The step in words, and a bar over all of them."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words = words
        self.said = self.add(Text("", "body", wrap=True))
        self.bar = self.add(ShareBar((), high=8))
        self.show_done(0)

    def show_done(self, done: int) -> None:
        """So far: thousandths of a step, after whole steps of a thousand."""
        step = STEPS[min(done // PARTS, len(STEPS) - 1)]
        self.said.setText(self._words.text(DOING[step]))
        rest = len(STEPS) * PARTS - done
        self.bar.set_parts((SharePart(done), SharePart(max(rest, 0), colour="hover")), self.said.text())


def look(journal: Journal, client: int, entries: tuple[int, ...], person: int, tell: Tell) -> ErasurePlan:
    """What would go and what would stay; nothing is written."""
    return journal.erasing.plan_person(person) if person else journal.erasing.plan(entries, client)


def erase(journal: Journal, plan: ErasurePlan, grounds: Grounds, keeps: Keeps, tell: Tell) -> Erased:
    """Do what was shown."""
    return journal.erasing.erase(
        plan, grounds, renew_backups=not keeps.backups, keep_copies=keeps.copies, progress=partial(_step, tell)
    )


def _step(tell: Tell, doing: Doing, done: int, all_: int) -> None:
    tell(STEPS.index(doing) * PARTS + min(done * PARTS // max(all_, 1), PARTS - 1))


def writing_windows(workbench: Workbench) -> list[QWidget]:
    """Windows of their own in which somebody writes; each would keep its draft again after the erasure."""
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not workbench.window]
    return [each for each in others if each.isWindow() and not isinstance(each, QDialog) and hasattr(each, "workbench")]
