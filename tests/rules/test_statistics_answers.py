"""My answer time (1.8): every answer a point, by the terms of its day (D8), and a late one stays late for ever."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.rules.talk import read_talk
from tests.rules.making_history import Past
from tests.rules.making_work import at


def late(past: Past, now: str) -> set[int]:
    return {point.answer for point in past.figures(now).answers.points if point.late}


def test_an_answer_after_an_hour_of_work_counts_an_hour_over_the_night() -> None:
    past = Past()
    past.received("2026-11-03 17:30")
    answer = past.sent("2026-11-04 09:30")
    (point,) = past.figures("2026-11-06 12:00").answers.points
    assert (point.answer, point.working_seconds, point.late, point.agreed_minutes) == (answer, 3600, False, 120)


def test_the_clock_of_an_answer_runs_from_the_oldest_message_that_waited() -> None:
    """C2, C4: three messages in a row are one wait."""
    past = Past()
    first = past.received("2026-11-03 10:00")
    past.received("2026-11-03 10:30", "And the photos?")
    past.sent("2026-11-03 12:01")
    (point,) = past.figures("2026-11-06 12:00").answers.points
    assert (point.message, point.working_seconds, point.late) == (first, 121 * 60, True)


def test_a_message_that_nobody_asked_for_is_no_answer() -> None:
    past = Past()
    past.sent("2026-11-03 10:00")
    assert past.figures("2026-11-06 12:00").answers.median_seconds is None


def test_the_middle_answer_and_the_ninth_of_ten() -> None:
    past = Past()
    minutes = (70, 10, 30, 20, 60, 40, 50, 80, 90, 100)
    for day, spent in zip((2, 3, 4, 5, 6, 9, 10, 11, 12, 13), minutes, strict=True):
        past.received(f"2026-11-{day:02} 12:00")
        past.sent(f"2026-11-{day:02} {12 + spent // 60}:{spent % 60:02}")
    figures = past.figures("2026-11-20 12:00").answers
    assert (figures.median_seconds, figures.ninetieth_seconds) == (55 * 60, 90 * 60)
    assert figures.share_in_time == Decimal("100.0")


def test_an_answer_keeps_the_term_of_the_day_on_which_it_was_asked() -> None:
    """D8: the calm terms of December do not forgive November."""
    past = Past()
    past.received("2026-11-03 10:00")
    answer = past.sent("2026-11-03 15:00")
    past.agreed("calm", since="2026-12-01")
    past.received("2026-12-02 10:00")
    past.sent("2026-12-03 15:00")
    figures = past.figures("2026-12-20 12:00").answers
    assert [(point.late, point.agreed_minutes) for point in figures.points] == [(True, 120), (False, None)]
    assert late(past, "2026-12-20 12:00") == {answer}


def test_an_answer_belongs_to_the_period_in_which_it_was_given() -> None:
    past = Past()
    past.received("2026-10-30 17:50")
    past.sent("2026-11-02 09:10")
    assert len(past.figures("2026-11-20 12:00", "2026-11-01", "2026-11-30").answers.points) == 1
    assert past.figures("2026-11-20 12:00", "2026-10-01", "2026-10-31").answers.points == ()


def test_what_waits_too_long_now_counts_against_the_share() -> None:
    past = Past()
    past.received("2026-11-03 10:00")
    past.sent("2026-11-03 11:00")
    past.received("2026-11-05 10:00")
    figures = past.figures("2026-11-06 12:00").answers
    assert (figures.waiting, figures.overdue, figures.share_in_time) == (1, 1, Decimal("50.0"))


def test_a_call_remembered_weeks_later_does_not_make_a_late_answer_good() -> None:
    past = Past()
    past.received("2026-11-03 10:00")
    answer = past.sent("2026-11-05 10:00")
    past.backdated(past.sent("2026-11-03 10:30", "I called you"), "2026-11-20 10:00")
    assert late(past, "2026-11-21 12:00") == {answer}


def test_what_is_written_down_on_the_same_day_still_puts_it_right() -> None:
    """D2: a recording within a day is an ordinary one."""
    past = Past()
    past.received("2026-11-03 10:00")
    past.sent("2026-11-03 17:00")
    call = past.backdated(past.sent("2026-11-03 10:30", "I called you"), "2026-11-03 18:00")
    (point,) = past.figures("2026-11-21 12:00").answers.points
    assert (point.answer, point.late, point.recorded_late) == (call, False, False)


def test_a_whole_conversation_entered_later_is_judged_by_its_own_hours() -> None:
    past = Past()
    past.sent("2026-11-12 10:00")
    past.backdated(past.received("2026-11-03 10:00"), "2026-11-13 10:00")
    answer = past.backdated(past.sent("2026-11-03 10:40"), "2026-11-13 10:02")
    (point,) = past.figures("2026-11-21 12:00").answers.points
    assert (point.answer, point.late, point.recorded_late) == (answer, False, True)


def test_a_mark_set_after_the_answer_does_not_make_a_late_answer_good() -> None:
    past = Past()
    message = past.received("2026-11-03 10:00", no_answer_needed=True)
    answer = past.sent("2026-11-05 10:00")
    past.mark(message, "2026-11-06 09:00")
    assert late(past, "2026-11-21 12:00") == {answer}


def test_a_message_marked_before_it_was_answered_waited_for_nothing() -> None:
    past = Past()
    message = past.received("2026-11-03 10:00", no_answer_needed=True)
    past.mark(message, "2026-11-03 10:01")
    past.sent("2026-11-05 10:00")
    assert past.figures("2026-11-21 12:00").answers.points == ()


def test_imported_messages_may_be_sorted_out_afterwards() -> None:
    past = Past()
    message = past.received("2026-11-03 10:00", no_answer_needed=True, imported=True)
    past.sent("2026-11-05 10:00", imported=True)
    past.mark(message, "2026-11-06 09:00")
    assert past.figures("2026-11-21 12:00").answers.points == ()


moments = st.tuples(st.integers(2, 13), st.integers(0, 23), st.integers(0, 59), st.booleans())


@settings(max_examples=80, deadline=None)
@given(st.lists(moments, max_size=12), st.lists(moments, max_size=5))
def test_a_later_recording_never_removes_a_late_answer(
    before: list[tuple[int, int, int, bool]], later: list[tuple[int, int, int, bool]]
) -> None:
    """1.8: whatever is written down weeks afterwards, what was late is still late."""
    past = Past()
    for day, hour, minute, mine in before:
        when = f"2026-11-{day:02} {hour:02}:{minute:02}"
        (past.sent if mine else past.received)(when)
    known = late(past, "2026-12-20 12:00")
    for n, (day, hour, minute, mine) in enumerate(later):
        when = f"2026-11-{day:02} {hour:02}:{minute:02}"
        past.backdated((past.sent if mine else past.received)(when), f"2026-12-{2 * n + 2:02} 10:00")
        found = late(past, "2026-12-20 12:00")
        assert known <= found
        known = found


@settings(max_examples=40, deadline=None)
@given(st.lists(moments, max_size=20))
def test_the_answers_are_those_that_the_flags_read(said: list[tuple[int, int, int, bool]]) -> None:
    """C2: each point ends a wait of the very reading by which F2 is raised and cleared."""
    past = Past()
    for day, hour, minute, mine in sorted(said):
        (past.sent if mine else past.received)(f"2026-11-{day:02} {hour:02}:{minute:02}")
    points = past.figures("2026-11-20 12:00").answers.points
    for point in points:
        waited = read_talk(past.snapshot(), point.answered.replace(second=0)).waiting
        assert all(line.at >= point.answered for line in waited)
    cleared = [waited[0].entry for waited, _ in read_talk(past.snapshot(), at("2026-11-20 12:00")).answers]
    assert [point.message for point in points] == cleared
