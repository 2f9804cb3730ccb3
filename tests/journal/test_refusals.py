"""What makes no sense is refused in a sentence, and nothing is written (D3, B9, 1.3b)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.errors import Refused
from app.storage.rebuild import differences
from tests.journal.conftest import MONDAY, Shore

NOON = {"at": "2026-11-01T12:00:00+01:00", "zone": "Europe/Madrid", "precision": "minute", "basis": "typed"}


def refused(shore: Shore, said: str, kind: str, body: dict[str, Any], client: int | None = -1) -> None:
    before = shore.journal.size_and_head()
    with pytest.raises(Refused, match=said):
        shore.journal.record(kind, shore.client if client == -1 else client, body)
    assert shore.journal.size_and_head() == before


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("goal.set", {"metric": "m", "base": "1", "target": "2", "since": "2026-02-31", "by": "2026-12-31"}),
        ("goal.set", {"metric": "m", "base": "1", "target": "2", "since": "2026-02-01", "by": "2026-02-31"}),
        ("payment.noted", {"sum": {"amount": "1.00", "currency": "EUR"}, "received_on": "2026-02-31"}),
        ("stage.planned", {"title": "t", "due": "2026-02-31"}),
        ("stage.planned", {"title": "t", "closing": "2026-02-31T10:00:00Z"}),
        ("objection.raised", {"what": "w", "pause_until": "2026-13-01T10:00:00Z"}),
        ("risk.noticed", {"text": "t", "known_at": "2026-02-01T25:00:00Z"}),
        ("report.sent", {"sort": "weekly", "period": "2025-W53"}),
        ("report.sent", {"sort": "daily", "period": "2026-02-31"}),
        ("call.planned", {"at": {"local": "2026-02-31T10:00", "zone": "Europe/Madrid"}}),
        ("call.planned", {"on": "2026-02-31"}),
        ("client.paused", {"until": "2026-02-31"}),
        ("client.changed", {"contract": {"from": "2026-02-31"}}),
        ("client.changed", {"holidays": {"country": "ES", "off": ["2026-02-31"]}}),
        ("client.changed", {"holidays": {"country": "ES", "years": {"2026": [{"on": "2026-02-31", "name": "n"}]}}}),
        ("flag.snoozed", {"key": "F2:1:2", "until": "2026-02-31T10:00:00Z"}),
    ],
)
def test_a_day_that_is_in_no_calendar_is_refused_under_every_key(shore: Shore, kind: str, body: dict[str, Any]) -> None:
    refused(shore, "no date in the calendar|no date and time|no local time|is no week", kind, body)


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31"])
def test_a_year_that_nobody_can_mean_is_refused(shore: Shore, day: str) -> None:
    refused(shore, "outside the years|no date", "stage.planned", {"title": "t", "due": day})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"at": "2026-11-01T12:00:00+05:00"}, "did not show"),
        ({"at": "2026-03-29T02:30:00+01:00"}, "did not show"),
        ({"at": "2026-11-31T12:00:00+01:00"}, "no date and time"),
        ({"at": "2026-11-01T12:00:00+99:99"}, "no date and time"),
        ({"at": "1901-11-01T12:00:00+00:00"}, "outside the years"),
        ({"zone": "Mars/Olympus"}, "no time zone"),
        ({"precision": "day", "at": "2026-11-01T13:00:00+01:00"}, "12:00:00"),
        ({"precision": "day", "at": "2026-11-03T12:00:00+01:00"}, "has not come yet"),
        ({"at": "2026-11-02T12:00:00+01:00"}, "has not come yet"),
    ],
)
def test_a_time_that_no_clock_showed_is_refused(shore: Shore, changes: dict[str, str], said: str) -> None:
    refused(shore, said, "note.written", {"text": "t", "happened": NOON | changes})


def test_today_without_an_hour_has_come_before_noon(shore: Shore) -> None:
    today = {"at": "2026-11-02T12:00:00+01:00", "zone": "Europe/Madrid", "precision": "day", "basis": "typed"}
    number = shore.journal.record("note.written", shore.client, {"text": "t", "happened": today})
    entry = shore.journal.reading.entry(number)
    assert (entry.precision, entry.late_seconds) == ("day", 0)
    assert shore.journal.desk.flags()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("call.planned", {"on": "2026-12-01", "minutes": 10**15}),
        ("note.written", {"text": "t", "spent": 10**15}),
        ("request.made", {"sort": "other", "items": [{"n": 10**15, "text": "t"}]}),
        ("note.written", {"text": "t", "spent": 10**40}),
        ("note.written", {"text": "t", "about": [10**19]}),
        ("note.written", {"text": "t", "about": [2**53 - 1]}),
        ("note.written", {"text": "t", "spent": 1.0}),
        ("note.written", {"text": "t", "spent": float("nan")}),
        ("note.written", {"text": "t", "spent": True}),
        ("note.written", {"text": "t", "happened": "yesterday"}),
        ("note.written", {"text": ["t"]}),
        ("note.written", {"text": "t", "ключ": "1"}),
        ("note.written", {"text": "t", "\ud800": "1"}),
        ("note.written", {"text": "t", "person": {"a": 1}}),
        ("client.changed", {"name": 5}),
        ("entry.corrected", {"of": 3, "set": {"text": 1.5}, "reason": "r"}),
        ("entry.corrected", {"of": "3", "set": {"text": "x"}, "reason": "r"}),
        ("message.marked", {"of": "all", "set": {"automatic": True}}),
        ("nonsense.kind", {"text": "t"}),
        ("note written", {"text": "t"}),
    ],
)
def test_hostile_bodies_are_refused_in_a_sentence(shore: Shore, kind: str, body: dict[str, Any]) -> None:
    refused(shore, r"\.", kind, body)


def test_a_body_nested_a_thousand_times_is_refused(shore: Shore) -> None:
    deep: dict[str, Any] = {"text": "t"}
    for _ in range(900):
        deep = {"set": deep}
    refused(shore, "nested more than", "entry.corrected", {"of": shore.agreement, "reason": "r", **deep})


def test_terms_of_a_thousand_years_are_refused(shore: Shore) -> None:
    body = dict(shore.journal.reading.entry(shore.agreement).body)
    edits = body["edits"] | {"normal": 10**12}
    refused(shore, "at most 366", "agreement.made", body | {"edits": edits})
    report = [{"sort": "weekly", "every": "week", "format": "sheet", "audience": "owner"}]
    refused(shore, "needs its weekday", "agreement.made", body | {"reports": report})


def test_nothing_is_kept_that_would_stop_the_list_of_today_later(shore: Shore) -> None:
    elsewhere = {"country": "RU", "years": {"2025": [{"on": "2026-01-01", "name": "n"}]}}
    refused(shore, "its own year", "client.changed", {"holidays": elsewhere})
    refused(shore, "its own year", "owner.changed", {"holidays": elsewhere}, 0)
    body = dict(shore.journal.reading.entry(shore.agreement).body)
    hours = body["client_hours"]
    refused(shore, "its own year", "agreement.made", body | {"client_hours": hours | {"holidays": elsewhere}})
    backwards = {"from": {"local": "2026-12-05T10:00", "zone": "Europe/Madrid"},
                 "to": {"local": "2026-12-05T09:00", "zone": "Europe/Madrid"}}  # fmt: skip
    refused(shore, "window ends before", "agreement.made", body | {"on_duty": [backwards]})
    night = {"mon": [["18:00", "09:00"]]}
    refused(shore, r"\.", "agreement.made", body | {"my_hours": {"zone": "Europe/Madrid", "weekly": night}})
    refused(shore, r"\.", "owner.changed", {"hours": night}, 0)
    refused(shore, r"\.", "owner.changed", {"days_off": [{"from": "2026-12-05", "to": "2026-12-01"}]}, 0)
    assert shore.journal.desk.flags()


@pytest.mark.parametrize("key", ["item", "message", "threatens", "because", "agreed_in"])
def test_nothing_of_another_client_is_named_under_any_key(shore: Shore, key: str) -> None:
    other = shore.journal.clients.add("Harbour & Finch")
    theirs = shore.journal.edits.request(other, "Could you change the banner")
    kind = {"threatens": "risk.noticed", "because": "work.stopped", "agreed_in": "stage.planned"}.get(
        key, "note.written"
    )
    body = {"text": "t"} if kind in ("note.written", "risk.noticed") else {"title": "t"} if kind[0] == "s" else {}
    refused(shore, "not an entry of this client", kind, body | {key: theirs})


def test_moving_an_entry_names_what_was_retracted_and_opens_no_other_door(shore: Shore) -> None:
    journal = shore.journal
    other = journal.clients.add("Harbour & Finch")
    wrong = journal.talk.received(other, "Это было для нас, не для них")
    moved = {"channel": "telegram", "text": "Это было для нас", "instead_of": wrong}
    refused(shore, "was not retracted", "message.received", moved)
    journal.talk.retract(other, wrong, "wrong client")
    refused(shore, "not an entry of this client", "message.received", moved | {"about": [wrong]})
    assert journal.record("message.received", shore.client, moved)


def test_terms_name_an_agreement_of_this_client(shore: Shore) -> None:
    refused(shore, "not an agreement", "edit.requested", {"text": "t", "terms": shore.olga})


def test_an_item_begins_with_its_own_entry(shore: Shore) -> None:
    edit = shore.journal.edits.request(shore.client, "Баннер")
    refused(shore, "Leave item away", "edit.requested", {"text": "t", "item": edit})
    refused(shore, "not an objection", "objection.resolved", {"item": edit})
    refused(shore, "has no line 7", "request.answered",
            {"item": shore.journal.requests.make(shore.client, ["фото"]), "items": [7]})  # fmt: skip


def test_a_client_is_added_on_its_own_and_never_taken_back(shore: Shore) -> None:
    refused(shore, "added on its own", "client.added", {"name": "Second name"})
    refused(shore, "cannot be retracted", "entry.retracted", {"of": shore.client, "reason": "r"})
    shore.journal.talk.correct(shore.client, shore.client, {"name": "Глина"}, "короче")
    assert shore.journal.clients.get(shore.client).name == "Глина"


def test_marks_are_taken_back_by_marks(shore: Shore) -> None:
    message = shore.journal.talk.received(shore.client, "Когда будет макет этикетки?")
    mark = shore.journal.talk.mark(shore.client, message, "off_topic")
    refused(shore, "marking the message anew", "entry.retracted", {"of": mark, "reason": "r"})
    refused(shore, "Mark the message anew", "entry.corrected", {"of": mark, "set": {"of": [message]}, "reason": "r"})
    shore.journal.talk.correct(shore.client, message, {"text": "Когда?"}, "короче")
    assert shore.journal.reading.entry(message).body["off_topic"] is True


def test_only_an_import_says_that_words_come_out_of_a_file(shore: Shore) -> None:
    typed = {"channel": "email", "text": "We agreed", "source": {"class": "A", "id": "x"}}
    refused(shore, "Only an import", "message.received", typed)
    note = shore.journal.talk.note(shore.client, "слова")
    refused(shore, "Where an entry comes from", "entry.corrected",
            {"of": note, "set": {"source": {"class": "B"}}, "reason": "r"})  # fmt: skip


def test_a_reason_of_another_client_is_not_put_aside_here(shore: Shore) -> None:
    refused(shore, "not one of this client", "flag.dismissed", {"key": "F21:999:5", "reason": "r"})
    refused(shore, "cannot be dismissed", "flag.dismissed", {"key": f"F3:{shore.client}:5", "reason": "r"})


def test_who_speaks_after_an_absence_ends_where_the_next_one_begins(shore: Shore) -> None:
    journal, client = shore.journal, shore.client
    refused(shore, "0 is you", "contact.designated", {"person": 0, "since": "2026-12-01"})
    refused(shore, "Say until when", "contact.designated",
            {"person": shore.igor, "since": "2026-12-01", "then": shore.olga})  # fmt: skip
    journal.clients.end_contact(client, shore.olga, date(2026, 11, 10))
    journal.clients.designate(client, shore.igor, date(2026, 11, 20))
    journal.clients.designate(client, shore.olga, date(2026, 11, 12), date(2026, 11, 15), then=shore.igor)
    spans = [(p.person, p.since.day, p.until.day if p.until else None) for p in journal.clients.periods(client)]
    days = [(shore.olga, 1, 9), (shore.olga, 11, 14), (shore.igor, 14, 19), (shore.igor, 19, None)]
    assert spans == days
    assert [str(found) for found in differences(journal.path)] == []


def test_the_day_since_when_somebody_speaks_can_be_corrected(shore: Shore) -> None:
    journal = shore.journal
    period = journal.clients.periods(shore.client)[0]
    journal.talk.correct(shore.client, period.entry, {"since": "2026-11-01"}, "днём раньше")
    assert journal.clients.periods(shore.client)[0].since == period.since - timedelta(days=1)
    shore.clock.move_to(MONDAY + timedelta(days=9))
    end = journal.clients.end_contact(shore.client, shore.olga, date(2026, 11, 10))
    journal.talk.correct(shore.client, end, {"until": "2026-11-11"}, "днём позже")
    until = journal.clients.periods(shore.client)[0].until
    assert until is not None and until.day == 10
    assert [str(found) for found in differences(journal.path)] == []


def test_what_the_owner_said_of_themselves_can_be_corrected(shore: Shore) -> None:
    changed = shore.journal.record("owner.changed", 0, {"promises_a_day": 3})
    shore.journal.talk.correct(0, changed, {"promises_a_day": 4}, "typo")
    assert shore.journal.reading.owner().promises_a_day == 4
    refused(shore, "calendar|no time of day|zone", "entry.corrected",
            {"of": changed, "set": {"zone": "Mars/Olympus"}, "reason": "r"}, 0)  # fmt: skip


def test_a_client_is_told_of_my_days_off_by_a_message_about_them(shore: Shore) -> None:
    """F28: the entry that brought the days off is mine, and of no client."""
    away = shore.journal.record("owner.changed", 0, {"days_off": [{"from": "2026-11-05", "to": "2026-11-06"}]})
    told = next(flag for flag in shore.journal.desk.flags() if flag.rule == "F28")
    assert told.about == (away,)
    shore.journal.desk.mark_as_sent(shore.client, "В четверг и пятницу меня нет.", channel="telegram", clears=[told])
    assert "F28" not in {flag.rule for flag in shore.journal.desk.flags()}
    with pytest.raises(Refused, match="not an entry of this client"):
        shore.journal.record("call.planned", shore.client, {"on": "2026-11-12", "agreed_in": away})
