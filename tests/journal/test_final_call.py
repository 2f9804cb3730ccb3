"""The final call and the three things that it leaves: results, the plan of the next month, feedback (F25, D14)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.papers.final_call import FinalTopic, final_topic, final_topics
from app.words import words_for
from tests.journal.conftest import Shore


def held(shore: Shore, *, plan: str = "Новый каталог", **more: object) -> int:
    results, next_month, opinion = final_topics(words_for("ru"))
    topics = [
        {"title": results, "agreed": True, "outcomes": [{"what": "12 заявок вместо 8"}]},
        {"title": next_month, "agreed": True, "outcomes": [{"what": plan} if plan else {"nothing_decided": True}]},
        {"title": opinion, "agreed": True, "outcomes": [{"what": "Работа 5, отчёты 4"}]},
    ]
    numbers = shore.journal.calls.hold(shore.client, channel="video", topics=topics, purpose="final", **more)  # type: ignore[arg-type]
    return numbers[0]


def kinds(shore: Shore) -> list[tuple[str, object]]:
    entries = shore.journal.reading.timeline(shore.client)
    return [(each.kind, each.body.get("period")) for each in entries if each.kind in ("feedback.given", "report.sent")]


def test_the_three_topics_are_known_in_every_language() -> None:
    """F25: whatever language they were proposed in."""
    for language in ("en", "ru", "es"):
        assert [final_topic(title) for title in final_topics(words_for(language))] == list(FinalTopic)
    assert final_topic("Цены") is None


def test_what_they_said_of_the_work_is_feedback_at_once(shore: Shore) -> None:
    """F25: feedback is recorded with the call, said in it."""
    call = held(shore)
    given = shore.journal.reading.entry(call + 1)
    assert (given.kind, given.body["text"], given.body["message"]) == ("feedback.given", "Работа 5, отчёты 4", call)


def test_the_plan_counts_once_it_is_told_with_the_summary(shore: Shore) -> None:
    """F25, B8: report.sent of the month after the contract, in the same act as the message."""
    shore.journal.clients.change(shore.client, contract={"number": "7", "from": "2026-11-02", "to": "2026-11-30"})
    shore.clock.move_to(datetime(2026, 11, 24, 9, 0, tzinfo=UTC))
    call = held(shore)
    assert kinds(shore) == [("feedback.given", None)]
    shore.clock.forward(timedelta(minutes=20))
    shore.journal.desk.mark_as_sent(shore.client, "Как договорились…", channel="telegram", about=[call])
    assert kinds(shore) == [("feedback.given", None), ("report.sent", "2026-12")]


def test_a_final_call_without_a_plan_tells_none_and_a_regular_one_neither(shore: Shore) -> None:
    """F25: nothing was decided about the next month."""
    call = held(shore, plan="")
    shore.clock.forward(timedelta(minutes=20))
    shore.journal.desk.mark_as_sent(shore.client, "Как договорились…", channel="telegram", about=[call])
    topics = [{"title": final_topics(words_for("ru"))[1], "outcomes": [{"what": "Каталог"}]}]
    regular = shore.journal.calls.hold(shore.client, channel="video", topics=topics, purpose="regular")[0]
    shore.clock.forward(timedelta(minutes=20))
    shore.journal.desk.mark_as_sent(shore.client, "Как договорились…", channel="telegram", about=[regular])
    assert kinds(shore) == [("feedback.given", None)]
