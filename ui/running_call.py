"""The call note that is not saved yet, in the rail: its timer goes on while its window is closed (6.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.facts.visible import visible
from ui.kept_call import KeptCall, digits, last_kept

if TYPE_CHECKING:
    from ui.widgets.rail import Rail
    from ui.workbench import Workbench

TICK_MS = 1000


class RunningCall(QObject):
    """Reads the kept note once, then whenever one is kept; `offer` says after a start that there is one."""

    def __init__(self, workbench: Workbench, rail: Rail) -> None:
        super().__init__(rail)
        self._workbench, self._rail = workbench, rail
        self._note: KeptCall | None = None
        self._name = ""
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self.tick)
        workbench.noted.connect(self.read)
        workbench.worded.connect(self.tick)

    def offer(self) -> None:
        """A note that was being written when the program ended is offered again (fault 30)."""
        self.read()
        if self._note is None or not self._workbench.journal.writes:
            return
        words, name = self._workbench.words, self._name
        if self._note.started is None:
            said = words.text("A call note was being written with {client}.", client=name)
        else:
            at = words.moment(self._note.started, self._workbench.zone, self._workbench.today)
            said = words.text("A call note was being written with {client}, begun {at:at}.", client=name, at=at)
        self._workbench.say(said, step=words.text("Go on with it"), next=self.open)

    def read(self) -> None:
        """Look what is kept."""
        self._note = last_kept(self._workbench.journal.log_id)
        known = {each.number: each.name for each in self._workbench.journal.clients.all()} if self._note else {}
        if self._note is not None and self._note.client not in known:
            self._note = None
        self._name = visible(known[self._note.client]) if self._note else ""
        self.tick()
        if self._note is not None and self._note.runs:
            self._clock.start()
        else:
            self._clock.stop()

    def tick(self) -> None:
        """Show the time that has passed."""
        if self._note is None:
            self._rail.set_call("")
            return
        words = self._workbench.words
        passed = digits(self._note.elapsed(self._workbench.now()))
        spoken = words.text("Call note, {client}, not saved yet", client=self._name)
        self._rail.set_call(f"{passed} · {self._name}", spoken)

    def open(self) -> None:
        """Bring its window to the front, or back."""
        if self._note is not None:
            self._workbench.open("call", self._note.client, call=self._note.call)
