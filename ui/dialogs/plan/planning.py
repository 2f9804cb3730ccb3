"""A planning session: what was decided, one entry per client; then its results are to be written (1.3, F19)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from app.facts.people import ClientState
from app.facts.visible import visible
from ui.dialogs.plan.form import PlanForm
from ui.widgets.boxes import Column
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

MOST_OTHERS = 6


class PlanningForm(PlanForm):
    """Ctrl+Enter notes it for the client and, word for word, for those that are ticked."""

    BLAMES: ClassVar = (("Write what was", "text"),)

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Note a planning session"), parent, client=client)
        self.text("text", words.text("What was decided for the next period"), lines=4)
        self.others = self.body.add(Column(gap=2))
        self.boxes: list[CheckBox] = []
        self.ask_when(words.text("When it was held"))
        self.whom.editor.chosen.connect(self._others)
        self._others(str(self.client))
        self.finish(words.text("Note the session"), "planning")

    def verb(self) -> Callable[[], int] | None:
        """planning.held, all or none."""
        if not self.needs("text", self.workbench.words.text("Write what was decided for the next period.")):
            return None
        journal, text, at = self.workbench.journal, self.said("text"), self.at
        whom = [self.client, *(int(box.property("client")) for box in self.boxes if box.isChecked())]

        def verb() -> int:
            with journal.act():
                first, *_ = [journal.planning.hold(client, text, at=at) for client in whom]
                return first

        return verb

    def _others(self, client: str) -> None:
        """The other active clients, for whom the same was decided."""
        words = self.workbench.words
        active = [each for each in self.workbench.journal.clients.all() if each.state is ClientState.ACTIVE]
        others = [each for each in active if str(each.number) != client][:MOST_OTHERS]
        self.others.clear()
        self.boxes = []
        if others:
            self.others.add(Text(words.text("The same for"), "small", weight=500, colour="text2"))
        for each in others:
            box = self.others.add(CheckBox(visible(each.name)))
            box.setProperty("client", each.number)
            self.boxes.append(box)
