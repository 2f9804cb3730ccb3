"""A request that is written down and asked later: the client's clock starts when they are told (B8, W9)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.facts.today import SideStands
from tests.journal.conftest import Shore


def test_nothing_runs_until_the_message_is_sent_and_then_the_term_counts_from_it(shore: Shore) -> None:
    """W9: written down on Monday, asked on Wednesday the 4th: three working days, Monday the 9th."""
    journal = shore.journal
    request = journal.requests.make(shore.client, ["Фото", "Логотип"], told=False)
    assert journal.requests.get(request).closing is None
    shore.clock.move_to(datetime(2026, 11, 4, 9, 0, tzinfo=UTC))
    assert [each.theirs.stands for each in journal.desk.today().owed] == [SideStands.NOT_ASKED]
    assert "F14" not in [flag.rule for flag in journal.desk.flags()]
    journal.desk.mark_as_sent(shore.client, "Нужны фото и логотип", channel="telegram", about=[request])
    asked = journal.requests.get(request)
    assert (asked.due, asked.closing) == (date(2026, 11, 9), datetime(2026, 11, 9, 17, 0, tzinfo=UTC))
    assert [each.theirs.stands for each in journal.desk.today().owed] == [SideStands.RUNNING]
    entry = journal.reading.entry(request)
    assert len(entry.corrected_by) == 1 and entry.body["days"] == 3


def test_the_second_message_about_it_changes_nothing(shore: Shore) -> None:
    """D5: a day told to somebody is frozen."""
    journal = shore.journal
    request = journal.requests.make(shore.client, ["Фото"], told=False)
    journal.talk.sent(shore.client, "Нужны фото", about=[request])
    due = journal.requests.get(request).due
    shore.clock.forward(timedelta(days=1))
    journal.talk.sent(shore.client, "И ещё раз о фото", about=[request])
    assert journal.requests.get(request).due == due
    assert len(journal.reading.entry(request).corrected_by) == 1


def test_a_word_to_somebody_else_asks_nobody(shore: Shore) -> None:
    """C1: a voice does not hear for the client."""
    request = shore.journal.requests.make(shore.client, ["Фото"], told=False)
    shore.journal.talk.sent(shore.client, "Нужны фото", to=shore.igor, about=[request])
    assert shore.journal.requests.get(request).closing is None


def test_a_day_picked_by_hand_stands(shore: Shore) -> None:
    """B3: the owner's own day is kept, whenever it is told."""
    request = shore.journal.requests.make(shore.client, ["Фото"], told=False, on=date(2026, 11, 20))
    assert shore.journal.requests.get(request).due == date(2026, 11, 20)
    shore.clock.forward(timedelta(days=2))
    shore.journal.talk.sent(shore.client, "Нужны фото", about=[request])
    assert shore.journal.requests.get(request).due == date(2026, 11, 20)


def test_a_reminder_of_what_was_never_asked_asks_it(shore: Shore) -> None:
    """F14: the ladder begins after the term."""
    request = shore.journal.requests.make(shore.client, ["Фото"], told=False)
    shore.clock.forward(timedelta(days=1))
    shore.journal.requests.remind(request, channel="telegram")
    assert shore.journal.requests.get(request).due == date(2026, 11, 6)


def test_both_clocks_stand_beside_a_stage_that_waits(shore: Shore) -> None:
    """D11: two of nine working days were used when the materials were over, and the stage's clock stopped."""
    journal = shore.journal
    stage = journal.plan.plan(shore.client, "Каталог", due=date(2026, 11, 13))
    journal.requests.make(shore.client, ["Фото"], on=date(2026, 11, 4), needed_for=[stage])
    shore.clock.move_to(datetime(2026, 11, 4, 9, 0, tzinfo=UTC))
    (owed,) = journal.desk.today().owed
    assert (owed.mine.stands, owed.mine.day, owed.mine.days) == (SideStands.RUNNING, 2, 9)
    shore.clock.move_to(datetime(2026, 11, 10, 9, 0, tzinfo=UTC))
    (owed,) = journal.desk.today().owed
    assert (owed.theirs.stands, owed.theirs.day) == (SideStands.OVER, 3)
    assert (owed.mine.stands, owed.mine.day, owed.mine.days) == (SideStands.STOPPED, 2, 9)
