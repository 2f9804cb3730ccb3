"""The verbs on a real file: what they write, what follows from it, and what they refuse."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.errors import Refused
from app.journal.agreements import with_terms
from app.journal.opening import open_journal
from app.storage.rebuild import differences
from app.storage.schema import is_laid_out
from app.words import words_for
from tests.journal.conftest import MONDAY, Shore


def rules(shore: Shore) -> list[str]:
    return [flag.rule for flag in shore.journal.desk.flags() if flag.says and not flag.snoozed_until]


def test_a_message_from_the_contact_waits_until_i_answer(shore: Shore) -> None:
    shore.journal.talk.received(shore.client, "Когда будет макет этикетки для банки?")
    shore.clock.forward(timedelta(minutes=30))
    assert "F2" in rules(shore)
    shore.journal.talk.sent(shore.client, "Завтра, во вторник, 3 ноября.")
    assert "F2" not in rules(shore)


def test_thanks_wait_for_nothing_and_one_key_turns_it_back(shore: Shore) -> None:
    shore.journal.talk.sent(shore.client, "Макет в папке.")
    shore.clock.forward(timedelta(minutes=5))
    thanks = shore.journal.talk.received(shore.client, "Спасибо!")
    assert shore.journal.reading.entry(thanks).body["no_answer_needed"] is True
    shore.clock.forward(timedelta(minutes=1))
    assert "F2" not in rules(shore)
    shore.journal.talk.mark(shore.client, thanks, "no_answer_needed", on=False)
    assert "F2" in rules(shore)


def test_marking_one_message_marks_all_that_wait_before_it(shore: Shore) -> None:
    numbers = []
    for text in ("Первое письмо сегодня, смотрите", "Второе письмо следом", "И третье письмо сразу"):
        numbers.append(shore.journal.talk.received(shore.client, text))
        shore.clock.forward(timedelta(minutes=1))
    shore.journal.talk.mark(shore.client, numbers[1], "no_answer_needed")
    marked = [shore.journal.reading.entry(n).body.get("no_answer_needed", False) for n in numbers]
    assert marked == [True, True, False]


def test_an_edit_talked_over_on_friday_is_due_on_wednesday(shore: Shore) -> None:
    friday = datetime(2026, 5, 15, 9, 0, tzinfo=UTC)
    counted = shore.journal.edits.count(shore.client, friday)
    assert counted.promised.on == date(2026, 5, 20)
    assert [line.is_.value for line in counted.promised.count] == ["received", "off", "off", "full", "full", "due"]


def test_every_promise_stays_on_record(shore: Shore) -> None:
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Заменить фото в карточках")
    first = journal.edits.count(shore.client, shore.clock()).promised
    journal.edits.promise(edit, first, channel="telegram")
    later = journal.edits.count(shore.client, shore.clock(), on=first.on + timedelta(days=1)).promised
    journal.edits.promise(edit, later, channel="telegram", reason="печь на ремонте")
    assert [promise.on for promise in journal.edits.get(edit).promises] == [first.on, later.on]


def test_a_delivery_of_an_edit_that_was_never_requested_is_refused_with_what_to_do(shore: Shore) -> None:
    message = shore.journal.talk.received(shore.client, "Просто письмо без просьбы")
    with pytest.raises(Refused, match="log the request first"):
        shore.journal.edits.deliver(message)
    with pytest.raises(Refused, match="Record the edit first"):
        shore.journal.record("edit.delivered", shore.client, {"item": message})


def test_designating_somebody_else_ends_the_running_period(shore: Shore) -> None:
    shore.clock.move_to(MONDAY + timedelta(days=7))
    shore.journal.clients.designate(shore.client, shore.igor, date(2026, 11, 9))
    periods = shore.journal.clients.periods(shore.client)
    assert [(p.person, p.until is None) for p in periods] == [(shore.olga, False), (shore.igor, True)]
    contact = shore.journal.clients.contact(shore.client)
    assert contact is not None and contact.number == shore.igor


def test_a_second_contact_for_a_past_time_is_refused(shore: Shore) -> None:
    size, _ = shore.journal.size_and_head()
    with pytest.raises(Refused, match="Only one person can speak"):
        shore.journal.clients.designate(shore.client, shore.igor, date(2026, 11, 1), date(2026, 11, 20))
    assert shore.journal.size_and_head()[0] == size


def test_an_end_before_the_beginning_is_refused(shore: Shore) -> None:
    with pytest.raises(Refused, match="ends before it begins"):
        shore.journal.clients.designate(shore.client, shore.igor, date(2026, 12, 2), date(2026, 12, 1))


def test_a_contract_that_ends_before_it_begins_is_refused_with_both_weekdays(shore: Shore) -> None:
    """Bad input, 6.15: an end before its start is named in one sentence; dates with their weekday."""
    contract = {"from": "2026-12-01", "to": "2026-11-01"}
    with pytest.raises(Refused) as refused:
        shore.journal.clients.change(shore.client, contract=contract)
    said = "ends on Sunday, 1 November, before it begins on Tuesday, 1 December"
    assert said in words_for("en", 2026).of(refused.value)


def test_what_was_decided_on_a_call_becomes_items_in_the_same_act(shore: Shore) -> None:
    topics = [
        {"title": "О нас", "agreed": True,
         "outcomes": [{"what": "Прислать фото печи", "who": shore.olga, "by": "2026-11-10", "becomes": "request"}]},
        {"title": "Цены", "outcomes": [{"what": "Поправить 24 цены", "who": 0, "by": "2026-11-05", "becomes": "edit"}]},
        {"title": "Логотип", "outcomes": [{"nothing_decided": True}]},
    ]  # fmt: skip
    held, request, edit = shore.journal.calls.hold(
        shore.client, channel="video", topics=topics, minutes=24, off_topic_minutes=6
    )
    call = shore.journal.calls.get(held)
    assert (call.on_topic_minutes, call.off_topic_minutes, call.decided) == (18, 6, True)
    assert shore.journal.requests.get(request).due == date(2026, 11, 10)
    assert shore.journal.edits.get(edit).promises[0].on == date(2026, 11, 5)
    shore.clock.forward(timedelta(minutes=30))
    assert "F12" in rules(shore)
    shore.journal.talk.sent(shore.client, "Как договорились на созвоне: …", about=[held])
    assert [flag.severity.value for flag in shore.journal.desk.flags() if flag.rule == "F12"] in ([], ["soon"])


def test_a_correction_shows_the_new_words_and_keeps_the_old(shore: Shore) -> None:
    sent = shore.journal.talk.sent(shore.client, "Скидка до 30 ноября")
    correction = shore.journal.talk.correct(shore.client, sent, {"text": "Скидка до 27 ноября"}, "не та дата")
    entry = shore.journal.reading.entry(sent)
    assert entry.text == "Скидка до 27 ноября"
    assert entry.original is not None and entry.original["text"] == "Скидка до 30 ноября"
    assert entry.corrected_by == (correction,)
    assert [e.seq for e in shore.journal.reading.search("27 ноября")][-1] == sent


@pytest.mark.parametrize("kind", ["agreement.made", "contact.designated"])
def test_an_agreement_is_never_corrected_and_a_correction_must_make_sense(shore: Shore, kind: str) -> None:
    if kind == "agreement.made":
        with pytest.raises(Refused, match="cannot be corrected"):
            shore.journal.talk.correct(shore.client, shore.agreement, {"agreed_how": "mail"}, "wrong")
    else:
        person = shore.journal.talk.received(shore.client, "Посмотрите, пожалуйста, на главную")
        with pytest.raises(Refused, match="not a person of this client"):
            shore.journal.talk.correct(shore.client, person, {"person": shore.agreement}, "wrong")


def test_retracting_a_request_strikes_what_followed(shore: Shore) -> None:
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Баннер на главную")
    promised = journal.edits.promise(
        edit, journal.edits.count(shore.client, shore.clock()).promised, channel="telegram"
    )
    retraction = journal.talk.retract(shore.client, edit, "записано не тому клиенту")
    assert journal.reading.item(edit) is None
    assert journal.reading.entry(promised).retracted_by == retraction
    with pytest.raises(Refused, match="was retracted already"):
        journal.talk.retract(shore.client, edit, "ещё раз")


def test_an_entry_of_another_client_is_never_named(shore: Shore) -> None:
    other = shore.journal.clients.add("Harbour & Finch")
    message = shore.journal.talk.received(other, "Could you look at the page today?")
    with pytest.raises(Refused, match="not an entry of this client"):
        shore.journal.talk.sent(shore.client, "Добрый день", about=[message])
    with pytest.raises(Refused, match="not a person of this client"):
        shore.journal.talk.received(other, "Hello there, a question", person=shore.olga)


@pytest.mark.parametrize(
    ("text", "said"),
    [("a\0b", "U\\+0000"), ("x\x7fy", "U\\+007F"), ("half \ud800 pair", "U\\+D800"), ("я" * 131_073, "262,144 bytes")],
)
def test_signs_that_cannot_be_kept_are_refused_by_name_and_place(shore: Shore, text: str, said: str) -> None:
    before = shore.journal.size_and_head()
    with pytest.raises(Refused, match=said):
        shore.journal.talk.note(shore.client, text)
    assert shore.journal.size_and_head() == before


def test_what_has_not_come_yet_cannot_have_happened(shore: Shore) -> None:
    with pytest.raises(Refused, match="has not come yet"):
        shore.journal.talk.received(shore.client, "Письмо из будущего, завтра", at=MONDAY + timedelta(days=1))


def test_a_name_is_taken_once_whatever_its_case_and_yo(shore: Shore) -> None:
    shore.journal.clients.add("Ёлка и Ко")
    with pytest.raises(Refused, match="is there already"):
        shore.journal.clients.add("елка  И ко")
    with pytest.raises(Refused, match="A name is needed"):
        shore.journal.clients.add("   ")
    assert shore.journal.clients.named("ЁЛКА И КО").name == "Ёлка и Ко"


def test_old_items_keep_the_terms_they_began_under(shore: Shore) -> None:
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Новая страница о кружках")
    shore.clock.forward(timedelta(days=1))
    slower = with_terms(journal.agreements.in_force(shore.client).terms, {"edits.normal": 5})
    second = journal.agreements.make(shore.client, slower)
    later = journal.edits.request(shore.client, "Ещё одна страница")
    assert (journal.edits.get(edit).terms, journal.edits.get(later).terms) == (shore.agreement, second)
    assert journal.edits.count(shore.client, shore.clock()).days == 5


def test_exactly_one_channel_is_preferred(shore: Shore) -> None:
    terms = shore.journal.agreements.in_force(shore.client).terms
    channel = {"channel": "email", "address": "a@b.example", "purposes": ["files"], "voice_welcome": "no"}
    with pytest.raises(Refused, match="Exactly one channel"):
        shore.journal.agreements.make(shore.client, with_terms(terms, {"channels": [channel]}))


def test_an_act_is_kept_whole_or_not_at_all(shore: Shore) -> None:
    before = shore.journal.size_and_head()
    with pytest.raises(Refused), shore.journal.act():
        shore.journal.talk.note(shore.client, "первая половина")
        shore.journal.talk.note(shore.client, "вторая \0 половина")
    assert shore.journal.size_and_head() == before
    assert shore.journal.reading.search("половина") == []
    shore.journal.talk.note(shore.client, "и дальше работает")


def test_a_sent_message_with_a_reminder_is_one_act_and_no_second_contact(shore: Shore) -> None:
    journal = shore.journal
    request = journal.requests.make(shore.client, ["12 фото", "доступ к карте"], channel="telegram")
    shore.clock.move_to(datetime(2026, 11, 6, 9, 0, tzinfo=UTC))
    flag = next(flag for flag in journal.desk.flags() if flag.rule == "F14")
    sent, reminded = journal.desk.mark_as_sent(shore.client, "Напоминаю про фото", channel="telegram", clears=[flag])
    assert journal.reading.entry(reminded).body == {"item": request, "message": sent, "step": 1}
    talk = [line.kind for line in journal.desk.snapshot(shore.client).talk]
    assert talk.count("request.reminded") == 0


def test_tables_are_what_the_log_says_after_all_of_this(shore: Shore) -> None:
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Фото в карточках", title="Фото")
    journal.edits.promise(edit, journal.edits.count(shore.client, shore.clock()).promised, channel="telegram")
    message = journal.talk.received(shore.client, "Когда же будет готово?", person=shore.igor, channel="whatsapp")
    journal.talk.correct(shore.client, message, {"text": "Когда будет готово?"}, "опечатка", drop=["person"])
    journal.talk.sent(shore.client, "В четверг.", about=[edit])
    journal.talk.retract(shore.client, edit, "дважды")
    journal.clients.change(shore.client, tags=["керамика"])
    journal.clients.turn(shore.client, "client.paused", "печь")
    assert [str(found) for found in differences(journal.path)] == []


def test_how_long_a_call_took_is_absent_when_nobody_said_so(shore: Shore) -> None:
    topic = {"title": "Цены", "outcomes": [{"nothing_decided": True}]}
    planned = shore.journal.calls.plan(shore.client, on=date(2026, 11, 9))
    held, *_ = shore.journal.calls.hold(shore.client, channel="phone", topics=[topic])
    for number in (planned, held):
        assert not [key for key in shore.journal.reading.entry(number).body if "minutes" in key]


def test_tables_that_another_version_made_are_laid_out_anew_at_opening(shore: Shore) -> None:
    """7.1: nothing derived is migrated."""
    journal = shore.journal
    path, before = journal.path, journal.size_and_head()
    with journal.database.transaction() as connection:
        connection.exec_driver_sql("DROP INDEX item_final")
        connection.exec_driver_sql("DELETE FROM person")
    journal.close()
    again = open_journal(path, shore.clock)
    assert [person.number for person in again.clients.people(shore.client)] == [shore.olga, shore.igor]
    assert (again.size_and_head(), list(differences(path))) == (before, [])
    with again.look() as connection:
        assert is_laid_out(connection)
    again.close()
