"""What a message tells is recorded with it: the notice, the warning, the plan (B8)."""

from __future__ import annotations

from datetime import date

import pytest

from app.facts.flags import Flag, Reason, Severity, Value
from tests.journal.conftest import MONDAY, Shore


def reason(shore: Shore, code: str, item: int | None = None, **values: Value) -> Flag:
    rule = code.split("_", 1)[0].upper()
    about = (item,) if item else ()
    return Flag(rule=rule, client=shore.client, key=f"{rule}:1:1", severity=Severity.TODAY, item=item, about=about,
                reason=Reason(code, values), since=MONDAY, due=MONDAY)  # fmt: skip


def sent(shore: Shore, flag: Flag) -> list[str]:
    numbers = shore.journal.desk.mark_as_sent(shore.client, "…", channel="telegram", clears=[flag])
    entries = [shore.journal.reading.entry(n) for n in numbers]
    assert all(each.body.get("message") == numbers[0] for each in entries[1:])
    return [each.kind for each in entries]


def test_a_stop_notice_that_was_sent_stops_the_work_f15(shore: Shore) -> None:
    request = shore.journal.requests.make(shore.client, ["12 photos"], channel="telegram")
    assert sent(shore, reason(shore, "f15", request)) == ["message.sent", "work.stopped"]
    assert shore.journal.desk.snapshot(shore.client).stopped is not None


def test_a_warning_that_was_sent_is_recorded_with_its_risk_f17(shore: Shore) -> None:
    risk = shore.journal.risks.notice(shore.client, "The printer is full until Christmas")
    assert sent(shore, reason(shore, "f17", risk)) == ["message.sent", "risk.warned"]


def test_what_is_late_by_itself_needs_no_more_than_a_message_about_it_f17(shore: Shore) -> None:
    request = shore.journal.requests.make(shore.client, ["12 photos"], channel="telegram")
    assert sent(shore, reason(shore, "f17_request", request)) == ["message.sent"]


@pytest.mark.parametrize(("end", "month"), [(date(2026, 11, 30), "2026-12"), (date(2026, 12, 15), "2027-01")])
def test_the_plan_that_was_sent_is_that_of_the_month_after_the_end_f25(shore: Shore, end: date, month: str) -> None:
    assert sent(shore, reason(shore, "f25_plan", end=end)) == ["message.sent", "report.sent"]
    [report] = [each for each in shore.journal.reading.timeline(shore.client) if each.kind == "report.sent"]
    assert shore.journal.reading.entry(report.seq).body["period"] == month


def test_an_expected_answer_is_a_request_and_the_message_says_so(shore: Shore) -> None:
    message, request = shore.journal.desk.mark_as_sent(
        shore.client, "Which day?", channel="telegram", expects="Which day?"
    )
    assert shore.journal.reading.entry(message).body["expects_answer"] is True
    made = shore.journal.requests.get(request)
    assert (made.kind, made.message, made.due) == ("answer", message, date(2026, 11, 3))
