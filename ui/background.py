"""Work beside the window: a pool, and a queued signal that brings the answer back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from ui.collecting import Collecting

Answer = Callable[[Any], object]
Failure = Callable[[BaseException], object]

_STEP_MS = 5


class Background(QObject):
    """Runs plain functions in a pool; answers come back in the thread that made this object, in any order."""

    began = Signal()
    ended = Signal()
    """Somebody waits for an answer, and: nobody does any more. What runs aside is not counted."""
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = _Pool(workers=2)
        self._waiting = self._awaited = 0
        self._closed = False
        self._collecting = Collecting(self)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether every answer was delivered."""
        return self._waiting == 0

    def run(self, work: Callable[[], Any], then: Answer, failed: Failure, *, aside: bool = False) -> None:
        """Run `work` beside the window; `then` gets its value, `failed` what it raised. After `close`, nothing."""
        if self._closed:
            return
        self._waiting += 1
        if not aside:
            self._awaited += 1
            self.began.emit()
        self._pool.submit(_Job(work, then, failed, self._answered.emit, aside))

    def settle(self) -> None:
        """Wait until every answer was delivered, with the window alive (tests, pictures, closing)."""
        loop = QEventLoop()
        pulse = QTimer()
        pulse.timeout.connect(loop.quit)
        pulse.start(_STEP_MS)
        while not self.idle:
            loop.exec()

    def close(self) -> None:
        """Take no more work and wait for what runs; its answers are dropped."""
        self._closed = True
        self._answered.disconnect(self._deliver)
        self._pool.close()
        self._collecting.close()
        self._waiting = 0

    def _deliver(self, done: _Done) -> None:
        self._waiting -= 1
        self._awaited -= not done.aside
        if not done.aside and not self._awaited:
            self.ended.emit()
        done.hand_over()


class _Pool:
    """Threads that begin with the first work; the library's own takes as long to load as a card to paint (Q2)."""

    def __init__(self, workers: int) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._workers, self._threads = workers, list[Thread]()

    def submit(self, job: Callable[[], None]) -> None:
        """Have it done by the next thread that is free; jobs say themselves what came of them."""
        self._jobs.put(job)
        if len(self._threads) < self._workers:
            self._threads.append(Thread(target=self._work, name=f"question_{len(self._threads)}", daemon=True))
            self._threads[-1].start()

    def close(self) -> None:
        """Drop what waits, wait for what runs."""
        with suppress(Empty):
            while True:
                self._jobs.get_nowait()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


class _Done:
    """An answer on its way back; the callbacks travel with it, so that nothing is looked up."""

    def __init__(
        self, then: Answer, failed: Failure, value: Any, error: BaseException | None, aside: bool = False
    ) -> None:
        self.aside = aside
        self._then, self._failed, self._value, self._error = then, failed, value, error

    def hand_over(self) -> None:
        """Call who waits; a page that was closed in the meantime waits for nothing."""
        if not _lives(self._then):
            return
        if self._error is not None:
            self._failed(self._error)
        else:
            self._then(self._value)


def _lives(callback: Callable[..., object]) -> bool:
    """Whether the widget behind a bound method is still there."""
    receiver = getattr(callback, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)


class _Job:
    """A callable for the pool: runs the work and sends the answer, whatever happens."""

    def __init__(
        self, work: Callable[[], Any], then: Answer, failed: Failure, send: Callable[[_Done], None], aside: bool
    ) -> None:
        self._work, self._then, self._failed, self._send, self._aside = work, then, failed, send, aside

    def __call__(self) -> None:
        try:
            value = self._work()
        except BaseException as error:
            self._send(_Done(self._then, self._failed, None, error, self._aside))
        else:
            self._send(_Done(self._then, self._failed, value, None, self._aside))
