"""Questions that only the flags ask: reports given, planning sessions, work stopped, flags put aside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from app.facts.entries import Entry
from app.facts.item import Mention
from app.facts.snapshot import Payment, ReportSent, Snooze
from app.facts.work import Step
from app.storage.connection import Connection
from app.storage.shelf.by_client import by_client, of_client
from app.storage.shelf.entries import COLUMNS, SOURCE, entries_of_kinds, entry_of, instant, step_of
from app.storage.shelf.parties import OWNER

NOT_TALK = "entry.kind NOT IN ('message.sent', 'message.received')"
"""Says to SQLite that the index over the rarer kinds will do."""

TURN_KINDS = "entry.kind IN ('payment.noted', 'stage.started', 'feedback.given')"
"""Says to SQLite that the index over these three will do."""


def reports_by_client(connection: Connection, client: int | None = None) -> dict[int, tuple[ReportSent, ...]]:
    """The newest sixty reports given to each client (or to one), newest first."""
    one, values = _of_party(client)
    rows = connection.exec_driver_sql(
        f"SELECT given.client, given.entry, given.sort, given.period, given.happened FROM {one} JOIN report AS given"
        " ON given.entry IN (SELECT entry FROM report WHERE report.client = party.number"
        " ORDER BY happened DESC, entry DESC LIMIT 60) ORDER BY given.client, given.happened DESC, given.entry DESC",
        values,
    )
    return by_client((c, ReportSent(entry=e, sort=s, period=p, at=instant(at))) for c, e, s, p, at in rows)


def planning_by_client(connection: Connection, client: int | None = None) -> dict[int, tuple[Step, ...]]:
    """The newest five planning sessions of each client (or of one), newest first."""
    one, values = _of_party(client)
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE entry.seq IN (SELECT held.seq FROM {one} JOIN entry AS held"
        " ON held.seq IN (SELECT seq FROM entry WHERE kind = 'planning.held' AND client = party.number"
        f" AND struck IS NULL AND {NOT_TALK} ORDER BY seq DESC LIMIT 5)) ORDER BY entry.client, entry.seq DESC",
        values,
    )
    return by_client((entry.client, step_of(entry)) for entry in map(entry_of, rows))


def _of_party(client: int | None) -> tuple[str, tuple[int, ...]]:
    """The table of clients to begin a question with, or one row of it."""
    if client is None:
        return "party", ()
    return "(SELECT number FROM party WHERE number = ?) AS party", (client,)


def stops_by_client(connection: Connection, client: int | None = None) -> dict[int, Step]:
    """The last work.stopped or work.resumed of all clients (or of one)."""
    one, values = ("", ()) if client is None else (" AND entry.client = ?", (client,))
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE entry.kind IN ('work.stopped', 'work.resumed'){one}"
        f" AND struck IS NULL AND {NOT_TALK} ORDER BY +entry.happened, entry.seq",
        values,
    )
    return {entry.client: step_of(entry) for entry in map(entry_of, rows)}


def turns_of_work(connection: Connection, client: int) -> tuple[Step, ...]:
    """Every work.stopped and work.resumed of a client, in order of what happened."""
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE entry.kind IN ('work.stopped', 'work.resumed') AND entry.client = ?"
        f" AND struck IS NULL AND {NOT_TALK} ORDER BY +entry.happened, entry.seq",
        (client,),
    )
    return tuple(step_of(entry_of(row)) for row in rows)


def snoozes(connection: Connection, client: int) -> tuple[Snooze, ...]:
    """Every flag of the client that was put aside or dismissed, oldest first."""
    return snoozes_by_client(connection, client).get(client, ())


def snoozes_by_client(connection: Connection, client: int | None = None) -> dict[int, tuple[Snooze, ...]]:
    """The flags of all clients (or of one) that were put aside or dismissed, oldest first."""
    where, values = of_client(client)
    rows = connection.exec_driver_sql(
        f"SELECT client, key, entry, made, until, reason FROM snooze{where} ORDER BY entry", values
    )
    return by_client((number, _snooze(*aside)) for number, *aside in rows)


def _snooze(key: str, entry: int, made: int, until: int | None, reason: str) -> Snooze:
    end = None if until is None else instant(until)
    return Snooze(key=key, entry=entry, made=instant(made), until=end, reason=reason)


def newest_recorded(connection: Connection) -> datetime | None:
    """When the newest entry was recorded, by the clock of that moment."""
    found = connection.exec_driver_sql("SELECT recorded FROM entry ORDER BY seq DESC LIMIT 1").scalar()
    return None if found is None else instant(int(found))


TURN_SECONDS = 120 * 24 * 3600
"""Payments, beginnings of stages, feedback and final calls matter to the flags for so long (F25, F27)."""


def payments_by_client(
    connection: Connection, now: datetime, client: int | None = None
) -> dict[int, tuple[Payment, ...]]:
    """The payments of late of all clients (or of one), oldest first; one without a day came when it happened."""
    return by_client((entry.client, _payment(entry)) for entry in _turns(connection, "payment.noted", now, client))


def turns_by_client(connection: Connection, now: datetime, client: int | None = None) -> dict[int, dict[str, Step]]:
    """The newest stage.started and feedback.given of late, by client and kind."""
    found: dict[int, dict[str, Step]] = {}
    for kind in ("stage.started", "feedback.given"):
        for entry in _turns(connection, kind, now, client):
            found.setdefault(entry.client, {})[kind] = step_of(entry)
    return found


def surveys_by_client(connection: Connection, now: datetime, client: int | None = None) -> dict[int, datetime]:
    """When the newest survey was begun, by client, if that was of late."""
    one, values = ("", ()) if client is None else (" AND entry.client = ?", (client,))
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE entry.kind = 'form.begun' AND entry.happened > ?{one}"
        f" AND struck IS NULL AND {NOT_TALK} ORDER BY +entry.happened, entry.seq",
        (_horizon(now), *values),
    )
    begun = map(entry_of, rows)
    return {entry.client: entry.happened for entry in begun if entry.body.get("sort") == "survey"}


def said_by_client(
    connection: Connection, entries: Iterable[int], client: int | None = None
) -> dict[int, dict[int, tuple[Mention, ...]]]:
    """My contacts about single entries that are no items, by client and entry, in order of what happened (B8)."""
    one, values = ("", ()) if client is None else (" AND entry.client = ?", (client,))
    rows = connection.exec_driver_sql(
        "SELECT entry.client, link.target, entry.seq, entry.happened, entry.whom, entry.channel"
        " FROM json_each(?) AS named JOIN link ON link.target = named.value AND link.how = 'about'"
        f" JOIN entry ON entry.seq = link.seq WHERE entry.mine = 1 AND entry.quiet = 0{one}"
        " ORDER BY entry.happened, entry.seq",
        (str(sorted(set(entries))), *values),
    )
    found: dict[int, dict[int, tuple[Mention, ...]]] = {}
    for number, target, seq, happened, to, channel in rows:
        said = found.setdefault(number, {})
        mention = Mention(entry=seq, at=instant(happened), to=to, channel=channel or "")
        said[target] = (*said.get(target, ()), mention)
    return found


def owner_changes(connection: Connection) -> list[Entry]:
    """Every owner.changed that stands, oldest first, as corrections leave it."""
    return [e for e in entries_of_kinds(connection, OWNER, ("owner.changed",)) if e.retracted_by is None]


def final_calls_by_client(connection: Connection, now: datetime, client: int | None = None) -> dict[int, datetime]:
    """When the newest call of the purpose `final` was held, by client, if that was of late."""
    one, values = ("", ()) if client is None else (" AND client = ?", (client,))
    rows = connection.exec_driver_sql(
        f"SELECT client, max(held) FROM item WHERE facts ->> 'purpose' = 'final' AND held > ?{one} GROUP BY client",
        (_horizon(now), *values),
    )
    return {number: instant(held) for number, held in rows}


def _turns(connection: Connection, kind: str, now: datetime, client: int | None) -> list[Entry]:
    one, values = ("", ()) if client is None else (" AND entry.client = ?", (client,))
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE {TURN_KINDS} AND entry.kind = ? AND entry.happened > ?{one}"
        " AND struck IS NULL ORDER BY entry.happened, entry.seq",
        (kind, _horizon(now), *values),
    )
    return [entry_of(row) for row in rows]


def _payment(entry: Entry) -> Payment:
    day = entry.body.get("received_on")
    on = date.fromisoformat(day) if day else entry.happened.date()
    return Payment(entry=entry.seq, at=entry.happened, received_on=on)


def _horizon(now: datetime) -> int:
    return int(now.timestamp()) - TURN_SECONDS
