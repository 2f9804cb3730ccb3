"""Mark as given: to whom, and how; the head that the sheet carries is shown before it is recorded (6.8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.facts.pages import Paper, grouped
from app.facts.sheets import SheetShown
from app.facts.visible import visible
from ui.dialogs.framed import Framed
from ui.pages.week.asking import mark_sheet
from ui.pages.week.giving import HOW
from ui.pages.week.looks import sheet_title
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class MarkGiven(Framed):
    """Asks, then records report.sent and the anchor. `paper` is the sheet they hold; `made` that it left this page."""

    def __init__(
        self, workbench: Workbench, shown: SheetShown, paper: Paper, *, made: bool, how: str = "", parent: QWidget
    ) -> None:
        words = workbench.words
        super().__init__(words.text("Mark as given"), parent, heading=words.text("Mark the sheet as given"), gap=12)
        self._workbench, self._shown, self._paper = workbench, shown, paper
        body = self.page
        body.add(Text(self._which(), "small", colour="text2", wrap=True))
        if not made:
            body.add(NoticeLine(Notice(words.text(
                "This sheet was not printed, saved or copied here. Mark it only if they hold a sheet with this head."
            ), NoticeKind.WARNING)))  # fmt: skip
        self.to = body.add(choice_field(words.text("To whom"), self._people(), self._contact()))
        ways = [Choice(key, words.text(name)) for key, name in HOW.items()]
        self.how = body.add(choice_field(words.text("How"), ways, how or "printed"))
        size = int(paper.foot.qr.split(":")[3])
        body.add(
            Text(words.text("Head of the whole journal up to entry {entry}", entry=size), "caption", colour="text2")
        )
        body.add(Text(_in_two_lines(paper.foot.head), "mono", selectable=True))
        self.problem = body.add(NoticeLine(Notice("", NoticeKind.ERROR)))
        self.problem.hide()
        body.add_space()
        self.foot.add_space()
        cancel = self.foot.add(Button(words.text("Cancel"), ButtonKind.GHOST))
        cancel.clicked.connect(self.reject)
        self.mark = self.foot.add(
            Button(words.text("Mark as given"), ButtonKind.PRIMARY, icon="check", shortcut="Ctrl+Enter")
        )
        self.mark.clicked.connect(self.take)
        self.mark.setDefault(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        self.resize(theme().px(480), theme().px(440))

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded."""
        self.problem.set_notice(Notice(sentence, NoticeKind.ERROR))
        self.problem.show()

    def take(self) -> None:
        """Record it and close."""
        words = self._workbench.words
        said = words.text("{week} is marked as given. Its head is recorded.", week=self._title())
        how = self.how.editor.key
        verb = partial(mark_sheet, self._workbench, self._shown, self._paper, how, **self._addressee())
        if self._workbench.do(verb, said=said, at=self):
            self.accept()

    def _which(self) -> str:
        words = self._workbench.words
        name = next((each.name for each in self._shown.clients if each.number == self._shown.asked.client), "")
        return words.text("{client}, {period}", client=visible(name), period=self._title())

    def _title(self) -> str:
        return sheet_title(self._workbench.words, self._shown.asked.sort, self._shown.made.period)

    def _people(self) -> list[Choice]:
        nobody = Choice("", self._workbench.words.text("The client, no person named"))
        return [*(Choice(str(each.number), visible(each.name), "user") for each in self._shown.people), nobody]

    def _contact(self) -> str:
        return str(self._shown.contact.number) if self._shown.contact else ""

    def _addressee(self) -> dict[str, Any]:
        key = self.to.editor.key
        return {"to": int(key)} if key else {}


def _in_two_lines(head: str) -> str:
    """All 64 digits, as the foot of the sheet has them."""
    groups = grouped(head).split()
    return " ".join(groups[:4]) + "\n" + " ".join(groups[4:])
