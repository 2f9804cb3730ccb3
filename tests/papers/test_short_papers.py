"""Call summary, stop notice, certificate: the short papers, and their text editions."""

from __future__ import annotations

from datetime import date

import pytest

from app.facts.call_rows import NextCall
from app.facts.heads import JournalHead
from app.papers.call_summary import SummaryFacts, call_summary
from app.papers.notices import CertificateFacts, StopFacts, certificate, stop_notice
from app.papers.plain_text import text_of
from app.words import words_for
from tests.papers.sheets import HEAD, LOG
from tests.papers.week_facts import FRIDAY, week_of_the_picture

ENGLISH = words_for("en", 2026)


def stopped() -> StopFacts:
    return StopFacts(
        client="Casa Jacaranda",
        contact="Javier",
        owner="Elena Marín",
        zone="Europe/Madrid",
        made_at=FRIDAY,
        missing=("12 photos", "access to the site"),
        asked=date(2026, 11, 5),
        due=date(2026, 11, 10),
        days_over=8,
        stops_on=date(2026, 11, 23),
        agreement_version=2,
    )


def test_the_summary_tells_each_outcome_with_who_and_by_when() -> None:
    facts = SummaryFacts(
        client="Clínica Dental Albor",
        owner="Elena Marín",
        zone="Europe/Madrid",
        made_at=FRIDAY,
        call=week_of_the_picture().calls[0],
        next_call=NextCall(on=date(2026, 12, 4)),
    )
    text = text_of(call_summary(facts, ENGLISH), ENGLISH)
    assert "Precios de ortodoncia: Publicar las tarifas 2027, Elena, Wed 25 Nov" in text
    assert "Next call: Friday, 4 December, channel to be agreed." in text
    assert "Please confirm, or correct what was meant otherwise." in text


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("es", "Pedimos el jueves 5 de noviembre lo que se indica abajo."),
        ("ru", "То, о чём мы попросили в четверг, 5 ноября, перечислено ниже."),
    ],
)
def test_a_stop_notice_begins_with_a_capital_letter_in_every_language(language: str, first: str) -> None:
    words = words_for(language, 2026)
    assert first in text_of(stop_notice(stopped(), words), words)


def test_a_stop_notice_says_what_is_missing_since_when_and_what_brings_work_back() -> None:
    text = text_of(stop_notice(stopped(), ENGLISH), ENGLISH)
    assert "We asked on Thursday, 5 November for what is listed below. It was due by Tuesday, 10 November." in text
    assert "8 working days have passed since then." in text
    assert "work stops on Monday, 23 November." in text
    assert "1. 12 photos\n2. access to the site" in text


def test_a_certificate_can_be_struck_out_and_claims_nothing_by_itself() -> None:
    facts = CertificateFacts(
        client="Casa Jacaranda",
        owner="Elena Marín",
        head=JournalHead(log=LOG, entries=1296, head=HEAD),
        shown=146,
        first=date(2026, 9, 1),
        last=date(2026, 11, 20),
        manifest_sha256=HEAD[::-1],
    )
    text = text_of(certificate(facts, ENGLISH), ENGLISH)
    assert HEAD[:8] in text
    assert HEAD[::-1][:8] in text
    assert "I have struck out every sentence above that is not true of me." in text
    assert "legally" not in text
