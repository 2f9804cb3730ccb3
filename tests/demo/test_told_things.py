"""The sample holds what the guides warn of: moved dates, late notes, corrections, private notes, sheets given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.demo.build import DEMO_NOW
from app.facts.entries import Entry
from app.facts.work import Edit
from app.journal.journal import Journal
from app.rules.promise_results import Result, result_of, rounds_of

GLINA, ALBOR, JACARANDA = "Мастерская «Глина»", "Clínica Dental Albor", "Casa Jacaranda"
KEDR, HARBOUR = "Кедровый дом", "Harbour & Finch"


def number(journal: Journal, client: str) -> int:
    return journal.clients.named(client).number


def entries(journal: Journal, client: str, kind: str) -> list[Entry]:
    return [each for each in journal.reading.timeline(number(journal, client), limit=1000) if each.kind == kind]


def edit(journal: Journal, client: str, title: str) -> Edit:
    found = [each for each in journal.edits.of_client(number(journal, client)) if each.title == title]
    assert len(found) == 1 and isinstance(found[0], Edit)
    return found[0]


def test_a_date_moved_before_its_closing_was_moved_in_time(journal: Journal) -> None:
    moved = edit(journal, GLINA, "Фото в карточках товаров, 24 шт.")
    assert result_of(moved, DEMO_NOW) is Result.MOVED_IN_TIME
    assert [told.on for told in rounds_of(moved)[0].told] == [date(2026, 11, 16), date(2026, 11, 18)]


def test_a_date_moved_on_the_morning_after_was_moved_late(journal: Journal) -> None:
    moved = edit(journal, ALBOR, "Informe de la campaña de octubre")
    assert result_of(moved, DEMO_NOW) is Result.MOVED_LATE
    assert [told.on for told in rounds_of(moved)[0].told] == [date(2026, 11, 18), date(2026, 11, 19)]


def test_an_edit_asked_for_on_friday_is_due_on_wednesday_with_its_count(journal: Journal) -> None:
    promise = edit(journal, ALBOR, "Publicaciones de otoño").promises[0]
    assert promise.on == date(2026, 11, 18)
    assert [line.is_ for line in promise.count] == ["received", "off", "off", "full", "full", "due"]


def test_an_outcome_of_a_call_became_an_edit_with_its_date(journal: Journal) -> None:
    made = edit(journal, GLINA, "Поправить 24 цены по новому прайсу")
    assert made.promises[0].on == date(2026, 11, 24)


def test_a_call_that_the_client_missed_says_so(journal: Journal) -> None:
    assert [each.body["missed_by"] for each in entries(journal, JACARANDA, "call.missed")] == ["client"]


def test_a_call_of_14_minutes_had_nothing_to_do_with_the_work(journal: Journal) -> None:
    held = [journal.calls.get(each.body.get("item", each.seq)) for each in entries(journal, GLINA, "call.held")]
    assert any(call.minutes == call.off_topic_minutes == 14 for call in held)


def test_what_was_said_on_wednesday_and_recorded_on_friday_is_late_by_two_days(journal: Journal) -> None:
    late = [each for each in entries(journal, GLINA, "message.received") if each.late_seconds]
    assert [each.late_seconds // 86_400 for each in late] == [2]
    assert late[0].body["text"].startswith("Печь на ремонте")


def test_a_correction_shows_the_new_words_and_keeps_the_old_ones(journal: Journal) -> None:
    corrected = [each for each in entries(journal, GLINA, "message.sent") if each.original is not None]
    assert len(corrected) == 1
    assert "27 ноября" in corrected[0].body["text"]
    assert "30 ноября" in (corrected[0].original or {})["text"]


def test_what_was_recorded_twice_was_taken_back_and_still_stands_there(journal: Journal) -> None:
    taken_back = [each for each in entries(journal, GLINA, "message.received") if each.retracted_by is not None]
    assert [each.body["text"] for each in taken_back] == ["Подтверждаю оба пункта. Прайс прикладываю."]


def test_the_private_note_is_counted_and_left_out_of_the_bag(journal: Journal, tmp_path: Path) -> None:
    client = number(journal, GLINA)
    private = [each for each in journal.reading.timeline(client, limit=1000) if each.body.get("private")]
    given = journal.bags.export(client, tmp_path / "bag.zip", None)
    standing = journal.evidence.standing(client)
    assert len(private) == 1
    assert given.private >= 1
    assert given.shown + given.private == standing.client_entries


def test_a_voice_message_has_its_summary_and_a_group_its_others(journal: Journal) -> None:
    received = entries(journal, JACARANDA, "message.received")
    assert [each.body["sound"]["seconds"] for each in received if "sound" in each.body] == [48]
    assert len([each for each in received if each.body.get("group")]) == 2


def test_two_reminders_were_sent_and_the_third_step_is_the_telephone(journal: Journal) -> None:
    owes = [flag for flag in journal.desk.flags() if flag.rule == "F14" and flag.client == number(journal, JACARANDA)]
    assert [flag.channel.channel for flag in owes if flag.channel] == ["phone"]
    assert len(journal.requests.get(owes[0].item or 0).reminders) == 2


def test_every_client_was_given_two_sheets_or_three_with_their_heads(journal: Journal) -> None:
    anchors = journal.evidence.anchors()
    given = [(each["client"], each["size"]) for each in anchors if each["how"] in ("sheet", "mail")]
    assert len(given) == len(set(given)) == 12
    assert {client for client, _ in given} == {each.number for each in journal.clients.all()}


def test_two_reasons_are_snoozed_and_some_were_dismissed(journal: Journal) -> None:
    snoozed = {flag.rule for flag in journal.desk.flags() if flag.snoozed_until is not None}
    assert snoozed == {"F14", "F19"}
    assert [each.body["key"].split(":")[0] for each in entries(journal, JACARANDA, "flag.dismissed")] == ["F13", "F28"]


def test_every_client_has_a_file_and_the_shelf_holds_it_soundly(journal: Journal) -> None:
    told = [each for client in journal.clients.all() for each in journal.reading.timeline(client.number, limit=1000)]
    named = {file["sha256"] for entry in told for file in entry.body.get("attachments", ())}
    assert named == set(journal.files.names())
    assert [journal.files.sound(sha256) for sha256 in named] == [True] * 3


def test_a_call_is_planned_for_today(journal: Journal) -> None:
    today = journal.desk.today()
    assert [each.client.name for each in today.calls] == [ALBOR, HARBOUR]
    assert {owed.client.name for owed in today.owed} == {GLINA, ALBOR, JACARANDA, KEDR}
