"""The annex: every term is said in a numbered sentence, and nothing is said twice."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime

import msgspec
import pytest
from msgspec.structs import replace

from app.facts.annex import AnnexFacts, NamedDay
from app.facts.pages import SignatureLines
from app.facts.terms import Terms, WorkingMinutes
from app.papers.agreed.hours import weekly_hours
from app.papers.annex import agreement_sentences, annex
from app.papers.plain_text import text_of
from app.resources import resource
from app.words import words_for

ENGLISH = words_for("en", 2026)


def terms() -> Terms:
    """The terms of the example in the format's own description."""
    text = resource("format", "1.md").read_text(encoding="utf-8")
    example = re.search(r"### agreement.made.*?```json\n(.*?)```", text, re.DOTALL)
    assert example
    body = json.loads(example.group(1))
    return msgspec.convert({key: value for key, value in body.items() if key in Terms.__struct_fields__}, Terms)


def facts(**more: object) -> AnnexFacts:
    values: dict[str, object] = {
        "owner": "Elena Marín",
        "client": "Мастерская «Глина»",
        "terms": terms(),
        "version": 2,
        "effective_from": date(2026, 10, 1),
        "zone": "Europe/Madrid",
        "printed_at": datetime(2026, 11, 20, 16, 40, tzinfo=UTC),
        "contact": "Ольга Никитина",
        "contact_since": date(2026, 9, 1),
        **more,
    }
    return AnnexFacts(**values)  # type: ignore[arg-type]


def said(of: AnnexFacts) -> str:
    return text_of(annex(of, ENGLISH), ENGLISH)


def test_the_terms_are_numbered_sentences() -> None:
    text = said(facts())
    assert "1.2. For Мастерская «Глина» speaks Ольга Никитина, since Tuesday, 1 September." in text.replace("  ", " ")
    assert "2.1. Telegram @olga_glina: correspondence and files, preferred, no voice messages please." in text
    assert "Elena Marín answers within 2 working hours." in text
    assert "small 1, normal 2, large 4 working days" in text
    assert "A report comes every week, on Fridays." in text


def test_hours_of_both_sides_stand_in_their_own_time() -> None:
    text = said(facts())
    assert "Elena Marín works Mon–Fri 09:00–18:00, Madrid time." in text
    assert "Мастерская «Глина» works Mon–Fri 09:00–18:00, Moscow time." in text


def test_days_off_are_named_with_their_weekdays() -> None:
    off = NamedDay(date(2026, 12, 24), date(2026, 12, 27), "Christmas")
    assert "Days off of Elena Marín: Thu 24 Dec – Sun 27 Dec (Christmas)." in said(facts(my_days_off=(off,)))


def test_two_lines_are_there_to_sign_on() -> None:
    lines = annex(facts(signer="Ольга Никитина"), ENGLISH).blocks[-1]
    assert isinstance(lines, SignatureLines)
    assert [name for name, _ in lines.parties] == ["Elena Marín", "Ольга Никитина"]


def test_the_owners_own_words_of_the_binding_clause_are_used() -> None:
    assert "may be shown in court" in said(facts())
    own = said(facts(binding_text="We both keep what we write here."))
    assert "We both keep what we write here." in own
    assert "may be shown in court" not in own


def test_a_term_that_is_off_is_not_left_unsaid() -> None:
    quiet = replace(terms(), calls="off", reports="off")
    text = said(facts(terms=quiet))
    assert "No regular calls are agreed." in text
    assert "No regular reports are agreed." in text


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (WorkingMinutes(60), "within 1 working hour."),
        (WorkingMinutes(90), "within 1 h 30 min of working time."),
        ("end_of_next_working_day", "by the end of the next working day."),
    ],
)
def test_the_owners_answer_is_said_in_its_own_unit(answer: object, words: str) -> None:
    changed = replace(terms(), my_answer=answer)
    assert any(words in sentence.replace("\u00a0", " ") for sentence in agreement_sentences(changed, "E", "G", ENGLISH))


def test_penalties_say_their_base_their_days_and_their_cap() -> None:
    penalty = {
        "sort": "per_day_percent",
        "side": "me",
        "percent": "2",
        "base_is": "the month's fee",
        "days_are": "working",
        "cap": {"amount": "100.00", "currency": "EUR"},
        "client_days_deducted": "yes",
    }
    sentences = agreement_sentences(replace(terms(), penalties=(penalty,)), "E", "G", ENGLISH)
    found = next(sentence for sentence in sentences if "pays" in sentence).replace("\u00a0", " ")
    assert found.startswith("E pays 2 % of the month's fee for each working day of delay. In all no more than 100")
    assert found.endswith("Days that the client caused are taken off.")


def test_equal_days_are_drawn_together_and_free_days_left_out() -> None:
    week = {"mon": (("09:00", "14:00"), ("15:00", "18:00")), "wed": (("09:00", "14:00"),), "thu": (("09:00", "14:00"),)}
    assert weekly_hours(week, ENGLISH) == "Mon 09:00–14:00, 15:00–18:00, Wed–Thu 09:00–14:00"
