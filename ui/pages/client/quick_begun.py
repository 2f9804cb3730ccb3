"""A line that was begun in quick add and not written: it waits with its client, also over a kill (fault 30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.unsent import forget_unsent, keep_unsent, unsent

if TYPE_CHECKING:
    from ui.pages.client.quick_field import QuickField
    from ui.workbench import Workbench

PAUSE_MS = 1000
"""So long after the first key the line is kept: never later than two seconds."""


class Begun(QObject):
    """Of one field; at no client nothing is kept, at client 0 the line is that of a lead who is none yet."""

    def __init__(self, workbench: Workbench, field: QuickField) -> None:
        super().__init__(field)
        self._field, self._log = field, workbench.journal.log_id
        self._client: int | None = None
        self._kept = self._behind = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.keep)
        field.textChanged.connect(self._changed)
        QCoreApplication.instance().aboutToQuit.connect(self.keep)  # type: ignore[union-attr]

    def come_to(self, client: int) -> None:
        """Show what was begun for a client."""
        self._client, self._behind = client, ""
        self._kept = unsent(_name(self._log, client))
        self._field.setPlainText(self._kept)

    def leave(self) -> None:
        """The field goes to another client."""
        self.keep()
        self._client = None

    def keep(self) -> None:
        """Keep the line; an empty one is none. What another field keeps for this client is not this one's to drop."""
        self._timer.stop()
        text = self._field.toPlainText()
        if self._client is not None and text.strip():
            name = _name(self._log, self._client)
            there = unsent(name)
            if there not in (self._kept, text):  # another field kept a line since, or wrote the one it kept
                self._behind = there
            self._kept = _before(text, self._behind)
            keep_unsent(name, self._kept)
        elif self._kept:
            self.forget()

    def forget(self) -> None:
        """The line was written; what another field keeps for this client waits on."""
        self._timer.stop()
        own, behind, self._kept, self._behind = self._kept, self._behind, "", ""
        if self._client is None:
            return
        name = _name(self._log, self._client)
        if unsent(name) not in ("", own):
            return
        if behind and unsent(name):
            keep_unsent(name, behind)
        else:
            forget_unsent(name)

    @staticmethod
    def put_back(workbench: Workbench, client: int, text: str) -> None:
        """A line that was written and taken back waits with its client again, before what was begun since."""
        name = _name(workbench.journal.log_id, client)
        keep_unsent(name, _before(text, unsent(name)))

    def _changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


def _before(text: str, begun: str) -> str:
    """A line, and behind it what was begun elsewhere where that is another one."""
    return f"{text}\n{begun}" if begun and begun != text else text


def _name(log: str, client: int) -> str:
    return f"{log}/quick/{client}"
