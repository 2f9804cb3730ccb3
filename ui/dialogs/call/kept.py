"""A call note as one value: kept every two seconds while it is open, so that a kill or a closing loses nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.unsent import forget_unsent, keep_unsent, unsent


class KeptOutcome(Struct, frozen=True, kw_only=True):
    """One outcome line: what, who (0 is me), by when; empty with `nothing` when nothing was decided."""

    what: str = ""
    who: int = 0
    by: date | None = None
    makes: bool = True
    """Becomes an edit (mine) or a request (theirs)."""
    nothing: bool = False


class KeptTopic(Struct, frozen=True, kw_only=True):
    """A topic and what came of it so far; `begun` is a line that is still being written."""

    title: str = ""
    agreed: bool = False
    outcomes: tuple[KeptOutcome, ...] = ()
    begun: KeptOutcome = KeptOutcome()


class KeptCall(Struct, frozen=True, kw_only=True):
    """Everything of a call note. Instants are UTC."""

    client: int
    call: int = 0
    channel: str = ""
    topics: tuple[KeptTopic, ...] = ()
    started: datetime | None = None
    paused: datetime | None = None
    paused_seconds: int = 0
    ended: datetime | None = None
    off_topic: int = 0
    participants: tuple[int, ...] = ()
    purpose: str = ""
    """What it is for; empty while nobody said so."""

    def elapsed(self, now: datetime) -> int:
        """Seconds of talk, pauses left out."""
        if self.started is None:
            return 0
        end = self.ended or self.paused or now
        return max(0, int((end - self.started).total_seconds()) - self.paused_seconds)

    def start(self, now: datetime) -> KeptCall:
        """Begin, or go on after a pause."""
        if self.started is None:
            return replace(self, started=now)
        if self.ended is not None:
            return replace(self, ended=None, paused_seconds=self.paused_seconds + _seconds(now - self.ended))
        if self.paused is not None:
            return replace(self, paused=None, paused_seconds=self.paused_seconds + _seconds(now - self.paused))
        return self

    def pause(self, now: datetime) -> KeptCall:
        """Stop the clock for a while."""
        return self if self.paused or self.ended or not self.started else replace(self, paused=now)

    def end(self, now: datetime) -> KeptCall:
        """The call is over."""
        return replace(self, ended=self.paused or self.ended or now, paused=None) if self.started else self

    @property
    def runs(self) -> bool:
        """The clock goes on, with the window open or closed."""
        return self.started is not None and self.paused is None and self.ended is None


def _seconds(length: timedelta) -> int:
    return max(0, int(length.total_seconds()))


def _name(log: str, client: int, call: int) -> str:
    return f"{log}/call/{client}/{call}"


def keep(log: str, note: KeptCall) -> None:
    """Keep the note; and which note was the last one."""
    keep_unsent(_name(log, note.client, note.call), msgspec.json.encode(note).decode())
    keep_unsent(f"{log}/call", f"{note.client}/{note.call}")


def kept(log: str, client: int, call: int) -> KeptCall | None:
    """The note that was begun for this call and never saved."""
    text = unsent(_name(log, client, call))
    try:
        return msgspec.json.decode(text, type=KeptCall) if text else None
    except msgspec.DecodeError:
        return None


def last_kept(log: str) -> KeptCall | None:
    """The note that was open last and never saved: the one whose timer shows in the rail."""
    client, _, call = unsent(f"{log}/call").partition("/")
    return kept(log, int(client), int(call)) if client.isdecimal() and call.isdecimal() else None


def forget(log: str, note: KeptCall) -> None:
    """It was saved, or the call did not take place."""
    forget_unsent(_name(log, note.client, note.call))
    forget_unsent(f"{log}/call")
