"""Flags F15 to F28 out of a real journal: what clears them, and that the log alone is enough to know them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.clock import FixedClock
from app.facts.flags import Flag
from app.facts.terms import AgreedChannel
from app.journal.agreements import with_terms
from app.journal.checking import rebuild_journal
from app.journal.journal import Journal
from app.journal.opening import create_journal
from tests.journal.conftest import HOURS, Shore

WEEK = timedelta(days=7)


def raised(shore: Shore, rule: str) -> list[Flag]:
    return [flag for flag in shore.journal.desk.flags() if flag.rule == rule and flag.client == shore.client]


def the(shore: Shore, rule: str) -> Flag:
    (flag,) = raised(shore, rule)
    return flag


def tell(shore: Shore, *flags: Flag) -> tuple[int, ...]:
    return shore.journal.desk.mark_as_sent(shore.client, "Сообщаю вам.", channel="telegram", clears=flags)


def go_to(shore: Shore, day: str, hour: str = "08:00") -> None:
    shore.clock.forward(datetime.fromisoformat(f"{day}T{hour}:00+00:00") - shore.clock())


def days_off(shore: Shore, *ranges: tuple[str, str]) -> int:
    body = {"days_off": [{"from": first, "to": last} for first, last in ranges]}
    return shore.journal.record("owner.changed", 0, body)


def strict(shore: Shore) -> None:
    """Terms that grant the right to stop and let silence accept."""
    rights = {"days": 3, "rule": "day_n", "right_to_stop": "yes", "deemed_accepted": "yes"}
    agreed = AgreedChannel(channel="telegram", address="@olga_glina", preferred=True)
    terms = with_terms(shore.journal.agreements.proposed(shore.client, "normal", [agreed]), {"information": rights})
    shore.journal.agreements.make(shore.client, terms)


def test_f28_days_off_that_were_told_stay_told_however_often_the_list_is_written_again(shore: Shore) -> None:
    summer = days_off(shore, ("2026-11-23", "2026-11-27"))
    go_to(shore, "2026-11-12")
    assert raised(shore, "F28") == []
    days_off(shore, ("2026-11-23", "2026-11-27"), ("2026-12-21", "2026-12-31"))
    go_to(shore, "2026-11-16")
    assert the(shore, "F28").about == (summer,)
    tell(shore, the(shore, "F28"))
    assert raised(shore, "F28") == []
    days_off(shore, ("2026-11-23", "2026-11-27"), ("2026-12-21", "2026-12-31"), ("2027-03-01", "2027-03-05"))
    go_to(shore, "2026-11-20", "16:00")
    shore.journal.talk.sent(shore.client, "Ещё одно.", channel="telegram")
    assert raised(shore, "F28") == []
    go_to(shore, "2026-12-15")
    assert the(shore, "F28").reason.values["first"] == date(2026, 12, 21)


def test_f28_a_correction_of_the_entry_moves_the_days_and_takes_what_was_said_with_it(shore: Shore) -> None:
    entry = days_off(shore, ("2026-11-16", "2026-11-20"))
    go_to(shore, "2026-11-12")
    tell(shore, the(shore, "F28"))
    shore.journal.talk.correct(0, entry, {"days_off": [{"from": "2026-11-17", "to": "2026-11-20"}]}, "на день позже")
    assert raised(shore, "F28") == []
    shore.journal.talk.retract(0, entry, "никуда не еду")
    assert raised(shore, "F28") == []


def test_f27_a_payment_that_was_spoken_of_stays_so_after_many_weeks_of_talk(shore: Shore) -> None:
    """B8: what is about an entry that is no item is found again when the talk of that week is gone."""
    shore.journal.payments.note(shore.client, "1200.00", for_what="ноябрь")
    assert the(shore, "F27").severity == "soon"
    tell(shore, the(shore, "F27"))
    for _ in range(3):
        shore.clock.forward(WEEK)
        shore.journal.talk.sent(shore.client, "Новости недели.", channel="telegram")
        assert raised(shore, "F27") == []


def test_f27_a_stage_begun_and_already_delivered_was_a_beginning(shore: Shore) -> None:
    shore.journal.payments.note(shore.client, "1200.00")
    stage = shore.journal.plan.plan(shore.client, "Тексты", due=date(2026, 11, 6))
    shore.clock.forward(timedelta(hours=1))
    shore.journal.plan.start(stage)
    shore.journal.plan.deliver(stage, channel="telegram")
    shore.journal.plan.accept(stage)
    assert raised(shore, "F27") == []


def test_f6_a_stop_told_later_stays_told(shore: Shore) -> None:
    stop = shore.journal.record("work.stopped", shore.client, {"reason": "нет фото"})
    assert the(shore, "F6").about == (stop,)
    tell(shore, the(shore, "F6"))
    shore.clock.forward(2 * WEEK)
    shore.journal.talk.sent(shore.client, "Ждём фото.", channel="telegram")
    shore.clock.forward(2 * WEEK)
    assert raised(shore, "F6") == []


def test_f6_a_stage_accepted_late_is_told_by_a_message_about_it(shore: Shore) -> None:
    stage = shore.journal.plan.plan(shore.client, "Тексты", due=date(2026, 11, 6))
    shore.journal.plan.deliver(stage, channel="telegram")
    shore.clock.forward(WEEK)
    shore.journal.plan.accept(stage)
    flag = the(shore, "F6")
    assert flag.reason.code == "f6_accepted_late"
    tell(shore, flag)
    assert raised(shore, "F6") == []


def test_f17_telling_a_risk_warns_of_it_in_the_same_act(shore: Shore) -> None:
    risk = shore.journal.risks.notice(shore.client, "У карточки на карте нет владельца", cause="client")
    sent, warned = tell(shore, the(shore, "F17"))
    assert (shore.journal.reading.entry(warned).kind, shore.journal.risks.get(risk).warnings[0].message) == (
        "risk.warned", sent,
    )  # fmt: skip
    assert raised(shore, "F17") == []


def test_f18_moving_a_stage_in_agreement_clears_it_and_moving_it_alone_does_not(shore: Shore) -> None:
    stage = shore.journal.plan.plan(shore.client, "Тексты", due=date(2026, 11, 3))
    shore.journal.plan.move(stage, date(2026, 11, 20), "me", channel="telegram")
    assert the(shore, "F18").due == datetime(2026, 11, 3, 17, tzinfo=UTC)
    yes = shore.journal.talk.received(shore.client, "Хорошо, до двадцатого")
    shore.journal.plan.move(stage, date(2026, 11, 20), "me", agreed_in=yes)
    assert raised(shore, "F18") == []


def test_f3_d11_a_stage_that_waited_moves_by_the_days_that_were_left_and_is_told(shore: Shore) -> None:
    """Two working days were left when the photos became overdue on Thursday; they came on the Tuesday after."""
    stage = shore.journal.plan.plan(shore.client, "Вёрстка", due=date(2026, 11, 9))
    request = shore.journal.requests.make(shore.client, ["фото"], due=date(2026, 11, 5), needed_for=[stage])
    go_to(shore, "2026-11-10")
    assert raised(shore, "F18") == []
    shore.journal.requests.answer(request, [1])
    flag = the(shore, "F3")
    (chance,) = [each for each in shore.journal.desk.letter(shore.client, [flag.key]).clearable if each.flag == flag]
    assert chance.date is not None and chance.date.on == date(2026, 11, 12)
    tell(shore, flag)
    moved = shore.journal.plan.get(stage).dates[-1]
    assert (moved.on, moved.cause, moved.told) == (date(2026, 11, 12), "client", True)
    assert raised(shore, "F3") == []
    go_to(shore, "2026-11-12")
    assert the(shore, "F18").reason.code == "f18_today"


def test_f20_a_message_about_the_goal_tells_its_last_reading(shore: Shore) -> None:
    goal = shore.journal.goals.set(
        shore.client, "Заявки", base="40", target="60", since=date(2026, 10, 1), by=date(2026, 11, 30)
    )
    shore.journal.goals.measure(goal, "41", on=date(2026, 11, 1))
    assert the(shore, "F20").item == goal
    tell(shore, the(shore, "F20"))
    shore.clock.forward(2 * WEEK)
    assert raised(shore, "F20") == []


def test_f15_the_notice_stops_work_and_f16_waits_for_the_answer(shore: Shore) -> None:
    strict(shore)
    shore.journal.clients.change(shore.client, contract={"number": "7", "from": "2026-11-02", "to": "2026-11-12"})
    request = shore.journal.requests.make(shore.client, ["фото печи"])
    go_to(shore, "2026-11-09")
    assert {the(shore, rule).item for rule in ("F15", "F16")} == {request}
    tell(shore, the(shore, "F15"))
    assert raised(shore, "F15") == []
    shore.journal.requests.answer(request, [1])
    assert raised(shore, "F16") == []


def test_f25_a_message_brings_the_plan_and_asks_for_the_opinion(shore: Shore) -> None:
    shore.journal.clients.change(shore.client, contract={"number": "7", "from": "2026-11-02", "to": "2026-11-13"})
    parts = {flag.reason.code: flag for flag in raised(shore, "F25")}
    assert set(parts) == {"f25_call", "f25_plan", "f25_feedback"}
    tell(shore, parts["f25_plan"], parts["f25_feedback"])
    assert [flag.reason.code for flag in raised(shore, "F25")] == ["f25_call"]
    shore.journal.calls.plan(shore.client, local="2026-11-12T13:00", zone="Europe/Moscow", purpose="final")
    assert raised(shore, "F25") == []


def test_f26_an_objection_is_cleared_by_its_resolution(shore: Shore) -> None:
    number = shore.journal.objections.raise_(shore.client, "Слишком дорого")
    assert the(shore, "F26").item == number
    shore.journal.objections.resolve(number, outcome="Делим на два этапа")
    assert raised(shore, "F26") == []


# --- the log alone -------------------------------------------------------------------------------------------------

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
ACTS: tuple[Callable[[Journal, int], object], ...] = (
    lambda journal, who: journal.talk.received(
        who, "Когда будет макет?", channel="telegram", at=AT + timedelta(hours=3)
    ),
    lambda journal, who: journal.edits.request(who, "Скидка до 27-го", at=AT),
    lambda journal, who: journal.risks.notice(who, "Печь", at=AT + timedelta(hours=1)),
    lambda journal, who: journal.plan.plan(who, "Тексты", due=date(2026, 11, 4), at=AT),
    lambda journal, who: journal.payments.note(who, "10.00", at=AT),
    lambda journal, who: journal.objections.raise_(who, "Дорого", at=AT + timedelta(hours=2)),
    lambda journal, who: journal.requests.make(who, ["доступ"], at=AT),
    lambda journal, who: journal.record("owner.changed", 0, {"days_off": [{"from": "2026-11-09", "to": "2026-11-11"}]}),
)
"""Things that have nothing to do with one another, each with the hour at which it happened."""


def recorded(order: list[int]) -> list[tuple[Any, ...]]:
    """The flags two days later, after the acts were written down in that order; and the same after a rebuild."""
    with TemporaryDirectory() as folder:
        clock = FixedClock(datetime(2026, 11, 2, 8, tzinfo=UTC))
        about_me = {"name": "Elena", "zone": "Europe/Madrid", "hours": HOURS}
        journal = create_journal(Path(folder) / "journal.ashore", about_me, clock)
        try:
            client = journal.clients.add("Глина", zone="Europe/Moscow")
            clock.forward(timedelta(hours=20))
            for each in order:
                ACTS[each](journal, client)
                clock.forward(timedelta(minutes=3))
            clock.forward(timedelta(days=2))
            found = journal.desk.flags()
            rebuild_journal(journal)
            assert journal.desk.flags() == found
            return sorted((flag.rule, flag.reason.code, flag.severity, flag.due) for flag in found)
        finally:
            journal.close()


@settings(max_examples=6, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.permutations(range(len(ACTS))))
def test_d18_the_order_of_writing_down_changes_no_flag_and_neither_does_a_rebuild(order: list[int]) -> None:
    found = recorded(order)
    assert {each[0] for each in found} >= {"F2", "F3", "F17", "F18", "F26", "F27", "F28"}
    assert found == recorded(list(range(len(ACTS))))
