"""Which date a message tells: the one given and never told, what is left after a rest, or the term (W8, B8, D11)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.facts.flags import Flag
from tests.journal.conftest import Shore


def flag_of(shore: Shore, rule: str) -> Flag:
    return next(each for each in shore.journal.desk.flags() if each.rule == rule)


def promised(shore: Shore, edit: int) -> list[date]:
    return [each.on for each in shore.journal.edits.get(edit).promises]


def test_a_date_that_was_saved_and_not_told_is_told_and_not_given_a_second_time(shore: Shore) -> None:
    """B8: F3 is ticked for an edit whose date was saved alone; the message tells that date."""
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Заменить фото в карточках")
    given = journal.edits.count(shore.client, shore.clock(), on=date(2026, 11, 9)).promised
    journal.edits.promise(edit, given)
    shore.clock.forward(timedelta(minutes=5))
    flag = flag_of(shore, "F3")
    letter = journal.desk.letter(shore.client, [flag.key])
    assert [each.date.on for each in letter.clearable if each.date] == [date(2026, 11, 9)]
    journal.desk.mark_as_sent(shore.client, "Будет в понедельник, 9 ноября.", channel="telegram", clears=[flag])
    assert promised(shore, edit) == [date(2026, 11, 9)]
    assert journal.reading.edit_standing(edit).state == "promised"


def test_a_provisional_date_that_was_not_told_is_told_as_one(shore: Shore) -> None:
    """F5, B8: the draft says that only the day of the date is told."""
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Новый раздел")
    journal.edits.promise(
        edit, journal.edits.count(shore.client, shore.clock(), is_provisional=True).promised, is_provisional=True
    )
    shore.clock.forward(timedelta(minutes=5))
    letter = journal.desk.letter(shore.client, [flag_of(shore, "F3").key])
    assert letter.draft == "f3_provisional"


def test_a_date_counts_from_the_request_and_not_from_the_hour_of_writing(shore: Shore) -> None:
    """W7, W8: asked for on Monday evening, written about on Tuesday morning: Thursday all the same."""
    journal = shore.journal
    shore.clock.move_to(datetime(2026, 11, 2, 16, 50, tzinfo=UTC))
    edit = journal.edits.request(shore.client, "Поправить цены")
    shore.clock.move_to(datetime(2026, 11, 3, 8, 5, tzinfo=UTC))
    flag = flag_of(shore, "F3")
    journal.desk.mark_as_sent(shore.client, "Будет в четверг.", channel="telegram", clears=[flag])
    assert promised(shore, edit) == [date(2026, 11, 5)]


def test_a_request_that_was_forgotten_for_a_week_gets_a_date_from_now(shore: Shore) -> None:
    """W8: the date that the request would have had has passed; nobody can promise it."""
    edit = shore.journal.edits.request(shore.client, "Поправить цены")
    shore.clock.move_to(datetime(2026, 11, 10, 9, 0, tzinfo=UTC))
    assert shore.journal.edits.next_date(edit).on == date(2026, 11, 13)


def test_what_was_left_is_counted_anew_when_the_client_has_answered(shore: Shore) -> None:
    """D11: promised for Friday the 6th, resting from Wednesday, answered on Tuesday the 10th: two days were left."""
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Каталог", size="large")
    journal.edits.promise(
        edit, journal.edits.count(shore.client, shore.clock(), on=date(2026, 11, 6)).promised, channel="telegram"
    )
    request = journal.requests.make(shore.client, ["Фото"], on=date(2026, 11, 4), needed_for=[edit])
    shore.clock.move_to(datetime(2026, 11, 9, 9, 0, tzinfo=UTC))
    assert "F4" not in [each.rule for each in journal.desk.flags()]
    shore.clock.move_to(datetime(2026, 11, 10, 9, 0, tzinfo=UTC))
    journal.requests.answer(request, complete=True)
    shore.clock.forward(timedelta(minutes=1))
    flag = flag_of(shore, "F3")
    assert flag.reason.code == "f3_resumed"
    letter = journal.desk.letter(shore.client, [flag.key])
    assert (letter.draft, letter.values["due"]) == ("f3_resumed", date(2026, 11, 12))
    journal.desk.mark_as_sent(shore.client, "Новый срок: четверг, 12 ноября.", channel="telegram", clears=[flag])
    assert promised(shore, edit) == [date(2026, 11, 6), date(2026, 11, 12)]
    assert not [each for each in journal.desk.flags() if each.rule in ("F3", "F4")]
