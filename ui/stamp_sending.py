"""Sends requests for time stamps: on a click or, where that was allowed too, when a new checkpoint stands (4.4).

Nothing here runs while sending is off in the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import Said
from app.facts.stamps import Fate, Fetched, RequestFile, StampNetwork, TakenIn
from ui.attempt import attempt

if TYPE_CHECKING:
    from app.settings import Settings
    from ui.workbench import Workbench


def network_of(settings: Settings) -> StampNetwork:
    """What the settings allow."""
    return StampNetwork(
        on=settings.stamps_by_network,
        after_checkpoint=settings.stamp_after_checkpoint,
        authorities=settings.stamp_authorities,
    )


def hosts_of(settings: Settings) -> tuple[str, ...]:
    """Whom requests would go to; nobody where an address is none."""
    from app.journal.stamp_sending import hosts

    found = attempt(partial(hosts, network_of(settings)))
    return () if isinstance(found, Said) else found


def root_of(settings: Settings) -> Path | None:
    """The root that replies are checked against; None where none was chosen."""
    return Path(settings.stamp_root) if settings.stamp_root else None


def sending_of(workbench: Workbench) -> StampSending:
    """The one of this workbench."""
    return workbench.findChild(StampSending) or StampSending(workbench)


def begin_stamping(workbench: Workbench) -> None:
    """At the start: send what the last checkpoint wants, where sending without a click was allowed."""
    if workbench.settings.stamps_by_network and workbench.settings.stamp_after_checkpoint:
        sending_of(workbench).after_checkpoint()


class StampSending(QObject):
    """`began` when requests go out; `ended` with what became of the replies, or with what was said instead."""

    began = Signal()
    ended = Signal(object)
    _back = Signal(object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self.busy = False
        self._back.connect(self._take, Qt.ConnectionType.QueuedConnection)
        workbench.changed.connect(self.after_checkpoint)

    def send(self) -> None:
        """Ask for a stamp of the journal as it stands, and send whatever waits; a click asked for it."""
        if not self.busy:
            self._workbench.do(self._workbench.journal.stamps.request, self._send_waiting)

    def after_checkpoint(self) -> None:
        """Send what the newest checkpoint wants, if that was allowed; what failed before goes out with the next one."""
        settings, journal = self._workbench.settings, self._workbench.journal
        if self.busy or not (settings.stamps_by_network and settings.stamp_after_checkpoint and journal.writes):
            return
        queued = attempt(journal.stamps.request_newest)
        if isinstance(queued, int):
            self._send_waiting()

    def _send_waiting(self, _: object = None) -> None:
        files = self._workbench.journal.stamps.waiting()
        if not files:
            self.ended.emit(())
            return
        self.busy = True
        self.began.emit()
        network = network_of(self._workbench.settings)
        # A thread of its own, and a daemon: the window neither waits for a host that is silent nor stays open for it.
        Thread(target=partial(_fetch, network, files, self._come_back), name="stamps", daemon=True).start()

    def _come_back(self, found: object) -> None:
        with suppress(RuntimeError):  # the window was closed in the meantime; the request waits on
            self._back.emit(found)

    def _take(self, found: Sequence[Fetched] | Said) -> None:
        self.busy = False
        if isinstance(found, Said):
            self.ended.emit(found)
            return
        root = root_of(self._workbench.settings)
        taken = attempt(partial(self._take_all, found, root))
        self.ended.emit(taken)

    def _take_all(self, found: Sequence[Fetched], root: Path | None) -> tuple[TakenIn, ...]:
        return tuple(self._taken(each, root) for each in found)

    def _taken(self, fetched: Fetched, root: Path | None) -> TakenIn:
        if fetched.reply is not None:
            return self._workbench.journal.stamps.take_data(fetched.host, fetched.reply, root)
        assert fetched.said is not None
        return TakenIn(name=fetched.name, fate=Fate.REFUSED, said=fetched.said)


def _fetch(network: StampNetwork, files: Sequence[RequestFile], back: Callable[[object], None]) -> None:
    from app.journal.stamp_sending import fetch

    back(attempt(partial(fetch, network, files)))
