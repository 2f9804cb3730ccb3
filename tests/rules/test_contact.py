"""Who speaks at an instant (D6 to D9), and which designation makes no sense (D3)."""

from __future__ import annotations

import pytest

from app.facts.people import ContactPeriod
from app.rules.contact import is_contact, is_voice, speaker_at
from tests.rules.making import ANA, JAVIER, LUCIA, at

SEPTEMBER, OCTOBER, NOVEMBER = at("2026-09-01 00:00"), at("2026-10-01 00:00"), at("2026-11-01 00:00")
NOW = at("2026-11-20 11:42")
PERIODS = (
    ContactPeriod(entry=1, person=LUCIA, since=SEPTEMBER, until=OCTOBER),
    ContactPeriod(entry=2, person=JAVIER, since=NOVEMBER),
)


@pytest.mark.parametrize(
    ("when", "speaker"),
    [
        ("2026-08-31 23:59", ANA),
        ("2026-09-01 00:00", LUCIA),
        ("2026-09-30 23:59", LUCIA),
        ("2026-10-01 00:00", ANA),
        ("2026-11-01 00:00", JAVIER),
        ("2027-11-01 00:00", JAVIER),
    ],
)
def test_the_contact_speaks_and_in_the_gap_the_signer(when: str, speaker: int) -> None:
    assert speaker_at(PERIODS, ANA, at(when)) == speaker
    assert is_contact(speaker, at(when), PERIODS, ANA)
    assert is_contact(None, at(when), PERIODS, ANA)


def test_everybody_else_is_a_voice_the_signer_too_while_there_is_a_contact() -> None:
    assert is_voice(LUCIA, NOW, PERIODS, ANA)
    assert is_voice(ANA, NOW, PERIODS, ANA)
    assert not is_voice(JAVIER, NOW, PERIODS, ANA)


def test_i_am_no_voice_and_without_contact_or_signer_nobody_is() -> None:
    assert not is_voice(0, NOW, PERIODS, ANA)
    assert not is_voice(None, NOW, PERIODS, ANA)
    assert not is_voice(LUCIA, NOW, (), None)
