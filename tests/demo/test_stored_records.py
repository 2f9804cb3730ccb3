"""What the sample wrote is of format 1, checked without the program's own check; and three languages talk in it."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import jsonschema_rs
import pytest

from app.journal.journal import Journal
from app.ledger.log import walk
from app.ledger.record import Record

SCHEMA = Path(__file__).parents[2] / "resources" / "format" / "1.json"

KINDS_SHOWN = {
    "journal.opened", "journal.anchored", "owner.changed", "client.added", "client.changed", "person.added",
    "contact.designated", "agreement.made", "agreement.confirmed", "message.sent", "message.received", "message.marked",
    "attempt.made", "call.planned", "call.moved", "call.missed", "call.held", "call.confirmed", "edit.requested",
    "edit.promised", "edit.delivered", "edit.accepted", "edit.returned", "edit.withdrawn", "request.made",
    "request.reminded", "request.answered", "report.sent", "note.written", "entry.corrected", "entry.retracted",
    "flag.snoozed", "flag.dismissed", "goal.set", "goal.measured",
}  # fmt: skip


@pytest.fixture(scope="module")
def records(journal: Journal) -> list[Record]:
    with journal.look() as connection:
        return [record for batch in walk(connection) for record in batch]


def test_every_stored_body_is_of_format_1(records: list[Record]) -> None:
    whole = json.loads(SCHEMA.read_text(encoding="utf-8"))
    wrong = []
    for record in records:
        kind = {"$schema": whole["$schema"], "$defs": whole["$defs"], **whole["kinds"][record.kind]}
        wrong += [
            (record.seq, problem.message) for problem in jsonschema_rs.validator_for(kind).iter_errors(record.body)
        ]
    assert len(records) > 150
    assert wrong == []


def test_the_stored_bytes_are_those_that_were_hashed(journal: Journal, records: list[Record]) -> None:
    with journal.look() as connection:
        rows = connection.exec_driver_sql("SELECT seq, sha256, record FROM log ORDER BY seq").all()
    assert [row[0] for row in rows] == [record.seq for record in records]
    assert all(hashlib.sha256(row[2]).digest() == row[1] for row in rows)


def test_the_kinds_of_a_working_life_are_all_there(records: list[Record]) -> None:
    assert {record.kind for record in records} >= KINDS_SHOWN


def test_the_clock_never_went_back(records: list[Record]) -> None:
    assert "journal.clock_noted" not in {record.kind for record in records}
    assert all(one.rec_utc <= next_.rec_utc for one, next_ in pairwise(records))


def test_the_clients_read_three_languages_in_four_zones(journal: Journal) -> None:
    spoken = {(client.zone, client.language) for client in journal.clients.all()}
    assert spoken == {
        ("Europe/Moscow", "ru"),
        ("Asia/Yekaterinburg", "ru"),
        ("Europe/Madrid", "es"),
        ("Europe/Madrid", "en"),
        ("America/Mexico_City", "en"),
    }
