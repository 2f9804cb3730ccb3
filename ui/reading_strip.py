"""Says at the foot of the page that the journal is being read, where that takes longer than 400 ms (6.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.widgets.boxes import Column
    from ui.widgets.waiting import Waiting
    from ui.workbench import Workbench

WAIT_MS = 400


class ReadingStrip(QObject):
    """Follows the questions of a workbench; what is shown is made when it is needed for the first time."""

    def __init__(self, workbench: Workbench, place: Column) -> None:
        super().__init__(place)
        self._workbench, self._place = workbench, place
        self._waiting: Waiting | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._say)
        workbench.reading.connect(self._begin)
        workbench.rested.connect(self._end)

    @property
    def is_shown(self) -> bool:
        """Whether it says so now."""
        return self._waiting is not None and not self._waiting.isHidden()

    def _begin(self) -> None:
        if not self.is_shown and not self._timer.isActive():
            self._timer.start()

    def _end(self) -> None:
        self._timer.stop()
        if self._waiting is not None:
            self._waiting.hide()

    def _say(self) -> None:
        if self._waiting is None:
            from ui.widgets.waiting import Waiting

            self._waiting = Waiting(margins=(24, 4, 20, 8))
            self._place.lines.insertWidget(1, self._waiting)  # below the page, above the notices
        self._waiting.said.setText(self._workbench.words.text("Reading the journal"))
        self._waiting.show()
