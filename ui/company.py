"""What accompanies a window once its first page is painted; nothing that is seen on that page needs it (Q2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.ahead import Ahead
from ui.running_call import RunningCall
from ui.stamp_sending import begin_stamping

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.workbench import Workbench

MINUTE_MS = 60_000


class Company(QObject):
    """The call that was being noted, time stamps, the minute that passes, and what is loaded ahead."""

    def __init__(self, window: MainWindow, workbench: Workbench) -> None:
        super().__init__(window)
        begin_stamping(workbench)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(workbench.refresh)
        self._minute.start()
        self.call = RunningCall(workbench, window.rail)
        self.call.offer()
        Ahead(window)
