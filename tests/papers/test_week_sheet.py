"""The week sheet: what stands on it, in which words, and what never does."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from app.facts.pages import Paper, Section, Table, Tone, grouped
from app.facts.week import Edition, PromiseResult, PromiseRow, SheetSection, WaitingRow
from app.papers.plain_text import text_of
from app.papers.week_sheet import all_clients_sheet, week_sheet
from app.words import words_for
from tests.papers.sheets import HEAD, LAST, QR
from tests.papers.week_facts import at, day, my_week, quiet_week, week_of_the_picture

ENGLISH = words_for("en", 2026)
BLAMING = {"missed", "late", "overdue", "failed", "delay", "delayed", "violation"}


def headings(paper: Paper) -> list[str]:
    return [block.heading for block in paper.blocks if isinstance(block, Section)]


def said(paper: Paper) -> str:
    return text_of(paper, ENGLISH)


def promised_rows(paper: Paper) -> dict[str, list[str]]:
    section = next(b for b in paper.blocks if isinstance(b, Section) and b.heading == "Promised dates")
    table = section.blocks[0]
    assert isinstance(table, Table)
    return {row[0].runs[0].text: ["".join(run.text for run in cell.runs) for cell in row[1:]] for row in table.rows}


def test_sections_stand_in_the_order_of_paper_and_empty_ones_are_left_out() -> None:
    assert headings(week_sheet(week_of_the_picture(), ENGLISH)) == [
        "Done",
        "Promised dates",
        "Waiting for you",
        "Calls",
        "Decisions we need",
        "Goals",
        "Next week",
    ]


def test_an_empty_week_prints_one_line_per_section_asked_for() -> None:
    asked = (SheetSection.DONE, SheetSection.WAITING, SheetSection.CALLS)
    paper = week_sheet(replace(quiet_week(), sections=asked), ENGLISH)
    assert headings(paper) == ["Done", "Waiting for you", "Calls"]
    assert "Nothing was finished this week." in said(paper)
    assert "There was no call this week." in said(paper)


def test_a_section_that_was_not_asked_for_stays_out() -> None:
    asked = tuple(section for section in SheetSection if section is not SheetSection.DECISIONS)
    paper = week_sheet(replace(week_of_the_picture(), sections=asked), ENGLISH)
    assert "Decisions we need" not in headings(paper)


def test_the_clients_edition_blames_nobody() -> None:
    promises = tuple(
        PromiseRow(title="Logo", dates=(day(16), day(18)), result=result, delivered=delivered, days_after=after)
        for result in PromiseResult
        for delivered, after in ((None, 0), (at(20, 10), 2))
    )
    waiting = (WaitingRow(what="Photos", since=at(10, 9), due=day(13), over=5),)
    text = said(week_sheet(replace(week_of_the_picture(), promised=promises, waiting=waiting), ENGLISH))
    found = {word.strip(",.:()") for word in text.lower().split()}
    assert found.isdisjoint(BLAMING)
    assert "5 working days past it" in text


def test_a_date_delivered_one_day_after_is_one_working_day_later() -> None:
    rows = promised_rows(week_sheet(week_of_the_picture(), ENGLISH))
    assert rows["Informe de octubre"] == ["Wed 18 Nov", "Thu 19 Nov", "1 working day later"]


def test_my_edition_says_missed_and_why() -> None:
    rows = promised_rows(week_sheet(my_week(), ENGLISH))
    assert rows["Informe de octubre"][2] == "missed, 1 working day later\nfigures came late from the counter"


def test_causes_and_lost_days_never_reach_the_client() -> None:
    facts = replace(my_week(), edition=Edition.CLIENT)
    text = said(week_sheet(facts, ENGLISH))
    assert "counter" not in text
    assert "Lost days".upper() not in text
    assert "12 %" not in text.replace("\u00a0", " ")


def test_my_edition_names_both_sides_lost_days_and_the_off_topic_share() -> None:
    text = said(week_sheet(my_week(), ENGLISH)).replace("\u00a0", " ")
    assert "The client's side: 4 working days, photos: 3, access: 1" in text
    assert "My side: 1 working day" in text
    assert "Off topic on calls: 12 % of the minutes." in text


def test_a_moved_date_stays_on_paper_struck_through() -> None:
    """The date that counts is never broken between two lines."""
    paper = week_sheet(week_of_the_picture(), ENGLISH)
    section = next(b for b in paper.blocks if isinstance(b, Section) and b.heading == "Promised dates")
    table = section.blocks[0]
    assert isinstance(table, Table)
    runs = table.rows[1][1].runs
    assert [(run.text, run.tone) for run in runs if run.text.strip()] == [
        ("Mon 16", Tone.STRUCK),
        ("Tue\u00a017\u00a0Nov", Tone.PLAIN),
    ]


def test_what_was_delivered_today_has_its_hour() -> None:
    rows = promised_rows(week_sheet(week_of_the_picture(), ENGLISH))
    assert rows["Página de implantes, textos"][1] == "Fri 20 Nov, 16:40"


def test_four_of_five_dates_kept_counts_the_moved_in_time() -> None:
    assert "4 of 5 dates kept" in said(week_sheet(week_of_the_picture(), ENGLISH))


def test_the_foot_has_the_full_head_the_count_the_key_and_the_code() -> None:
    foot = week_sheet(week_of_the_picture(), ENGLISH).foot
    assert foot.head == HEAD
    assert foot.qr == QR
    assert foot.lines[0].digits == LAST
    assert foot.lines[0].text == "Entries of Clínica Dental Albor: 268. The last one, 1295:"
    assert foot.page == "Page {page} of {pages}"


def test_the_text_edition_holds_the_head_in_groups_and_in_one_piece() -> None:
    text = said(week_sheet(week_of_the_picture(), ENGLISH))
    assert grouped(HEAD[:32]) in text
    assert grouped(HEAD[32:]) in text
    assert HEAD in text
    assert HEAD in "".join(text.split())


def test_the_text_edition_reads_as_lines() -> None:
    text = said(week_sheet(week_of_the_picture(), ENGLISH))
    assert "✓ Página de implantes: textos: Fri 20 Nov, 1291" in text
    moved = "promised: (old: Mon 16) Tue 17 Nov, delivered: Tue 17 Nov, result: ✓ kept, moved in time"
    assert f"Formulario de cita previa: {moved}" in text.replace("\u00a0", " ")
    assert "1. Presupuesto de diciembre: 300 € o 450 € a la semana, by Tuesday, 24 November" in text


@pytest.mark.parametrize(("language", "months"), [("en", "Nov"), ("ru", "ноя"), ("es", "nov|de noviembre")])
def test_every_date_on_the_sheet_has_its_weekday(language: str, months: str) -> None:
    words = words_for(language, 2026)
    text = text_of(week_sheet(my_week(), words), words)
    initials = {words.weekday(day(number))[0].lower() for number in range(16, 23)}
    before = re.findall(rf"(\S+),? \d+ (?:{months})", text)
    assert len(before) > 20
    assert {word.strip("(")[0].lower() for word in before} <= initials


def test_a_year_that_is_not_the_weeks_is_named() -> None:
    facts = replace(week_of_the_picture(), week="2026-W53", decisions=())
    assert "Thu 19 Nov" in said(week_sheet(facts, ENGLISH))
    assert "2027" in said(week_sheet(facts, ENGLISH)).splitlines()[2]


def test_all_clients_stand_on_one_sheet_of_mine() -> None:
    other = replace(my_week(), client="Casa Jacaranda", count=None)
    paper = all_clients_sheet((my_week(), other), ENGLISH)
    assert headings(paper) == ["Clínica Dental Albor", "Casa Jacaranda"]
    assert paper.foot.lines[0].text == ""
    assert "Done: 5. Dates kept: 4 of 5." in said(paper)


def test_a_week_without_a_date_due_says_neither_kept_nor_missed() -> None:
    """5.1, W10: "0 dates kept" would blame where nothing fell due."""
    facts = week_of_the_picture()
    quiet = replace(facts, promised=(), counts=replace(facts.counts, in_time=0, due=0))
    assert "– dates kept" in text_of(week_sheet(quiet, ENGLISH), ENGLISH)
    assert "4 of 5 dates kept" in text_of(week_sheet(facts, ENGLISH), ENGLISH)
