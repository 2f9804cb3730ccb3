"""What is snoozed: a menu of reasons with the time at which each comes back; a choice brings it back at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.facts.flags import Flag
from app.facts.today import Today
from app.facts.visible import visible
from app.papers.reasons import reason_sentence

if TYPE_CHECKING:
    from ui.workbench import Workbench

LONGEST = 60


class AsideMenu(QMenu):
    """One entry per snoozed reason."""

    def __init__(self, workbench: Workbench, today: Today, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench = workbench
        words, zone = workbench.words, workbench.zone
        self.aboutToHide.connect(self.deleteLater)
        title = self.addAction(words.text("Choose what is to come back now"))
        title.setEnabled(False)
        names = {each.client.number: each.client.name for each in today.clients}
        for line in today.aside:
            flag = line.flag
            sentence = reason_sentence(words, flag.reason.code, flag.reason.values, zone, today.now)
            until = words.moment(flag.snoozed_until or today.now, zone)
            said = words.text(
                "{client}: {reason} (until {until:short})",
                client=visible(names.get(flag.client, "")),
                reason=_cut(visible(sentence)),
                until=until,
            )
            self.addAction(said.replace("&", "&&")).setData(flag)
        self.triggered.connect(self._back)

    def _back(self, action: QAction) -> None:
        flag = action.data()
        if isinstance(flag, Flag):
            desk, now = self._workbench.journal.desk, self._workbench.now()
            self._workbench.do(lambda: desk.snooze(flag, now))


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"
