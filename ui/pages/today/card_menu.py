"""The context menu of a card: open the client, log an answer, mark "needs no answer", dismiss with a reason (6.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from app.facts.flags import Flag
from app.facts.today import TodayCard
from app.facts.visible import visible
from app.papers.reasons import reason_sentence

if TYPE_CHECKING:
    from ui.workbench import Workbench

NOT_DISMISSED = frozenset(("F3", "F4", "F5", "F11", "F14"))
"""What cannot be dismissed for good (3.2, Keys)."""


class CardMenu(QMenu):
    """Everything that can be done with a card besides writing and snoozing."""

    def __init__(self, workbench: Workbench, card: TodayCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._card = workbench, card
        words = workbench.words
        self.aboutToHide.connect(self.deleteLater)
        self.addAction(words.text("Open the client"), self._open)
        self.addAction(words.text("Log an answer"), self._answer)
        self.addAction(words.text("Edit the draft"), self._draft)
        if any(line.flag.rule == "F2" for line in card.reasons):
            self.addAction(words.text("Needs no answer"), self._no_answer)
        if any(line.flag.rule == "F15" for line in card.reasons):
            self.addAction(words.text("Stop work"), self._stop)
        self._dismissing = self.addMenu(words.text("Dismiss with a reason"))
        for line in card.reasons:
            if line.flag.rule not in NOT_DISMISSED:
                reason = line.flag.reason
                sentence = reason_sentence(words, reason.code, reason.values, workbench.zone, workbench.now())
                self._dismissing.addAction(visible(sentence).replace("&", "&&")).setData(line.flag)
        self._dismissing.setEnabled(not self._dismissing.isEmpty())
        self._dismissing.triggered.connect(self._dismiss)

    def _open(self) -> None:
        self._workbench.show("client", self._card.client.number)

    def _answer(self) -> None:
        self._workbench.open("log", self._card.client.number, answer=True)

    def _draft(self) -> None:
        """The text itself, at the draft of the worst reason, looked at with this client's values."""
        keys, client = tuple(flag.key for flag in self._card.cleared_at_once), self._card.client
        made = self._workbench.journal.desk.letter(client.number, keys)
        language = client.language or self._workbench.language
        self._workbench.open("drafts", client.number, draft=made.draft, style=client.style, language=language)

    def _stop(self) -> None:
        """What was tried, the notice, and the record of it (F15)."""
        flag = next(line.flag for line in self._card.reasons if line.flag.rule == "F15")
        self._workbench.open("stop_work", self._card.client.number, request=flag.item)

    def _no_answer(self) -> None:
        """Marking the newest waiting message marks all before it (C4)."""
        flag = next(line.flag for line in self._card.reasons if line.flag.rule == "F2")
        talk, client = self._workbench.journal.talk, self._card.client.number
        self._workbench.do(
            lambda: talk.mark(client, max(flag.about), "no_answer_needed"),
            said=self._workbench.words.text("Marked: needs no answer"),
        )

    def _dismiss(self, action: QAction) -> None:
        flag = action.data()
        if isinstance(flag, Flag):
            DismissQuestion(self._workbench, flag).open()


class DismissQuestion(QInputDialog):
    """Asks why a reason is dismissed for good."""

    def __init__(self, workbench: Workbench, flag: Flag) -> None:
        super().__init__(workbench.window)
        self._workbench, self._flag = workbench, flag
        words = workbench.words
        self.setWindowTitle(words.text("Dismiss with a reason"))
        self.setLabelText(words.text("Why does nothing have to be said?"))
        self.setOkButtonText(words.text("Dismiss"))
        self.setCancelButtonText(words.text("Cancel"))
        self.textValueSelected.connect(self._take)

    def _take(self, reason: str) -> None:
        desk = self._workbench.journal.desk
        self._workbench.do(lambda: desk.dismiss(self._flag, reason))
