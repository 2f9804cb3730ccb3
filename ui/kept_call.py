"""A call note as one value: kept every two seconds while it is open, so that a kill or a closing loses nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from app.unsent import forget_unsent, keep_unsent_as, unsent_as

HOUR = 3600


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

    @property
    def has_words(self) -> bool:
        """Something was written here that the plan does not hold."""
        return bool(self.outcomes or self.begun.what or (self.title and not self.agreed))


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
    def has_words(self) -> bool:
        """Something was written, or set, that the plan does not hold."""
        return self.off_topic > 0 or any(topic.has_words for topic in self.topics)

    @property
    def is_empty(self) -> bool:
        """Nothing was written, and no clock was started."""
        return self.started is None and not self.has_words

    @property
    def runs(self) -> bool:
        """The clock goes on, with the window open or closed."""
        return self.started is not None and self.paused is None and self.ended is None


def behind(note: KeptCall, begun: KeptCall) -> KeptCall:
    """A note that is taken up again, with what was written since in another one of the same call behind it."""
    since = [topic for topic in begun.topics if topic.has_words and topic not in note.topics]
    people = tuple(dict.fromkeys((*note.participants, *begun.participants)))
    return replace(note, topics=(*note.topics, *since), participants=people)


def digits(seconds: int) -> str:
    """12:47, or 1:02:47 beyond an hour."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes:02}:{rest:02}" if seconds < HOUR else f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def _seconds(length: timedelta) -> int:
    return max(0, int(length.total_seconds()))


def _name(log: str, client: int, call: int) -> str:
    return f"{log}/call/{client}/{call}"


def keep(log: str, note: KeptCall) -> None:
    """Keep the note, and that it was the last one."""
    keep_unsent_as(_name(log, note.client, note.call), note)
    keep_unsent_as(f"{log}/call", [_key(note), *(each for each in _listed(log) if each != _key(note))])


def kept(log: str, client: int, call: int) -> KeptCall | None:
    """The note that was begun for this call and never saved."""
    return unsent_as(_name(log, client, call), KeptCall)


def all_kept(log: str) -> tuple[KeptCall, ...]:
    """Every note that was begun and never saved, the last one first."""
    found = (kept(log, client, call) for client, call in _listed(log))
    return tuple(note for note in found if note is not None)


def last_kept(log: str) -> KeptCall | None:
    """The note that was open last and never saved: the one whose timer shows in the rail."""
    return next(iter(all_kept(log)), None)


def forget(log: str, note: KeptCall) -> None:
    """It was saved, or the call did not take place."""
    forget_unsent(_name(log, note.client, note.call))
    others = [each for each in _listed(log) if each != _key(note)]
    if others:
        keep_unsent_as(f"{log}/call", others)
    else:
        forget_unsent(f"{log}/call")


def _key(note: KeptCall) -> tuple[int, int]:
    return note.client, note.call


def _listed(log: str) -> list[tuple[int, int]]:
    return unsent_as(f"{log}/call", list[tuple[int, int]]) or []
