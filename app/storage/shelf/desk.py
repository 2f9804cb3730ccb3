"""Questions that only the flags ask: reports given, planning sessions, work stopped, flags put aside."""

from __future__ import annotations

from datetime import datetime

from app.facts.entries import Entry
from app.facts.snapshot import ReportSent, Snooze
from app.facts.work import Step
from app.storage.connection import Connection
from app.storage.shelf.entries import COLUMNS, SOURCE, entry_of, instant

NOT_TALK = "entry.kind NOT IN ('message.sent', 'message.received')"
"""Says to SQLite that the index over the rarer kinds will do."""


def reports(connection: Connection, client: int) -> tuple[ReportSent, ...]:
    """The newest reports given, newest first."""
    rows = connection.exec_driver_sql(
        "SELECT entry, sort, period, happened FROM report WHERE client = ? ORDER BY happened DESC, entry DESC LIMIT 60",
        (client,),
    )
    return tuple(ReportSent(entry=e, sort=sort, period=period, at=instant(at)) for e, sort, period, at in rows)


def planning(connection: Connection, client: int) -> tuple[Step, ...]:
    """The newest planning sessions, newest first."""
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE entry.kind = 'planning.held' AND entry.client = ? AND struck IS NULL"
        f" AND {NOT_TALK} ORDER BY entry.seq DESC LIMIT 5",
        (client,),
    )
    return tuple(_step(entry_of(row)) for row in rows)


def stop_or_resume(connection: Connection, client: int) -> Step | None:
    """The last work.stopped or work.resumed."""
    row = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE entry.kind IN ('work.stopped', 'work.resumed') AND entry.client = ?"
        f" AND struck IS NULL AND {NOT_TALK} ORDER BY entry.happened DESC, entry.seq DESC LIMIT 1",
        (client,),
    ).first()
    if row is None:
        return None
    return _step(entry_of(row))


def _step(entry: Entry) -> Step:
    return Step(
        entry=entry.seq,
        kind=entry.kind,
        at=entry.happened,
        message=entry.body.get("message"),
        channel=entry.body.get("channel", ""),
    )


def snoozes(connection: Connection, client: int) -> tuple[Snooze, ...]:
    """Every flag of the client that was put aside or dismissed, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT key, entry, made, until, reason FROM snooze WHERE client = ? ORDER BY entry", (client,)
    )
    return tuple(
        Snooze(key=key, entry=entry, made=instant(made), until=None if until is None else instant(until), reason=reason)
        for key, entry, made, until, reason in rows
    )


def newest_recorded(connection: Connection) -> datetime | None:
    """When the newest entry was recorded, by the clock of that moment."""
    found = connection.exec_driver_sql("SELECT recorded FROM entry ORDER BY seq DESC LIMIT 1").scalar()
    return None if found is None else instant(int(found))
