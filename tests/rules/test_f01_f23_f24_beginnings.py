"""F1 opening, F23 nobody designated, F24 nothing agreed: due one working day after the gap opened."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.people import ClientState
from tests.rules.making import ANA, JAVIER, Story, hour


def newcomer(**more: object) -> Story:
    return Story(added="2026-11-20 12:00", preset=None, **more)  # type: ignore[arg-type]


def test_a_client_added_on_friday_is_to_be_opened_by_monday_evening() -> None:
    flag = newcomer().flag("F1", "2026-11-20 12:01")
    assert flag is not None
    assert (flag.key, hour(flag), flag.severity) == ("F1:11:11", "2026-11-23 18:00", "soon")


@pytest.mark.parametrize(
    ("now", "severity"), [("2026-11-23 09:00", "today"), ("2026-11-23 18:00", "late"), ("2026-11-24 09:00", "late")]
)
def test_the_opening_ripens(now: str, severity: str) -> None:
    assert newcomer().severity("F1", now) == severity


def test_the_first_word_opens_and_a_message_of_theirs_does_not() -> None:
    story = newcomer()
    story.received("2026-11-20 13:00")
    assert story.flag("F1", "2026-11-20 13:01") is not None
    story.sent("2026-11-20 13:05", to=JAVIER)
    assert story.flag("F1", "2026-11-20 13:06") is not None
    story.sent("2026-11-20 13:10")
    assert story.flag("F1", "2026-11-20 13:11") is None


def test_a_lead_is_opened_too_but_needs_neither_contact_nor_agreement() -> None:
    story = newcomer(state=ClientState.LEAD)
    story.contacts = []
    assert {each.rule for each in story.flags("2026-11-24 12:00")} == {"F1"}


def test_nobody_designated_is_a_gap_since_the_client_was_added() -> None:
    story = newcomer()
    story.contacts = []
    flag = story.flag("F23", "2026-11-20 12:01")
    assert flag is not None
    assert (flag.key, hour(flag)) == ("F23:11:11", "2026-11-23 18:00")


def test_the_end_of_a_period_opens_the_gap() -> None:
    story = Story()
    story.contacts = [replace(story.contacts[0], until=story.added.replace(month=11, day=18))]
    flag = story.flag("F23", "2026-11-20 12:00")
    assert flag is not None
    assert (flag.key, hour(flag), flag.severity) == ("F23:11:15", "2026-11-19 18:00", "late")
    story.contact(ANA, since="2026-11-20 12:00")
    assert story.flag("F23", "2026-11-20 12:01") is None


def test_an_agreement_is_missing_until_it_is_made_and_confirmed() -> None:
    story = newcomer()
    first = story.flag("F24", "2026-11-20 12:01")
    assert first is not None
    assert (first.key, first.reason.code) == ("F24:11:11", "f24")
    number = story.agreed(since="2026-11-23", confirmed=False)
    second = story.flag("F24", "2026-11-23 10:00")
    assert second is not None
    assert (second.key, second.reason.code, hour(second)) == (f"F24:11:{number}", "f24_unconfirmed", "2026-11-24 18:00")
    assert not first.cleared_by_message and not second.cleared_by_message
    story.agreements = [replace(story.agreements[0], confirmed=story.agreements[0].since)]
    assert story.flag("F24", "2026-11-23 10:00") is None
