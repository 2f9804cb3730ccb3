"""What terms would mean today: asked of plain values, answered by the functions that decide when there is a journal."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.clock import FixedClock
from app.errors import Refused
from app.facts.beginning import WORKING_WEEK, Beginning, FirstClient
from app.facts.main_terms import MainTerms, main_terms, with_main_terms
from app.facts.terms import AgreedChannel
from app.facts.typed_hours import spans_text, spans_typed
from app.journal.beginning import begin
from app.journal.holidays import first_years, holiday_year, not_filled, part_names
from app.journal.trying_out import objections, overlap, remarks, terms_of, what_it_means

MADRID = ZoneInfo("Europe/Madrid")
FRIDAY = datetime(2026, 11, 20, 11, 42, tzinfo=MADRID)
WHOLE = Beginning(
    name="Elena Marín", zone="Europe/Madrid", client=FirstClient(name="Harbour & Finch", contact="Tom Whitfield")
)


def preset(name: str) -> Beginning:
    return Beginning(name="E", zone="Europe/Madrid", preset=name, client=WHOLE.client)


def test_the_picture_of_step_four_is_what_the_rules_say() -> None:
    found = what_it_means(WHOLE, FRIDAY)
    assert found.answer_due == datetime(2026, 11, 20, 13, 42, tzinfo=MADRID)
    assert found.promised_on == date(2026, 11, 25)
    assert [day.is_ for day in found.count] == ["received", "off", "off", "full", "full", "due"]
    assert found.materials_on == date(2026, 11, 25)
    assert found.they_answer_on == date(2026, 11, 23)
    assert found.first_call_on == date(2026, 12, 4)
    assert (found.silence_ideal_on, found.silence_most_on) == (date(2026, 11, 24), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("name", "answer", "edit", "materials"),
    [
        ("calm", datetime(2026, 11, 23, 18, tzinfo=MADRID), date(2026, 11, 26), date(2026, 11, 27)),
        ("normal", datetime(2026, 11, 20, 13, 42, tzinfo=MADRID), date(2026, 11, 25), date(2026, 11, 25)),
        ("urgent", datetime(2026, 11, 20, 12, 42, tzinfo=MADRID), date(2026, 11, 24), date(2026, 11, 23)),
    ],
)
def test_each_preset_means_other_days(name: str, answer: datetime, edit: date, materials: date) -> None:
    found = what_it_means(preset(name), FRIDAY)
    assert (found.answer_due, found.promised_on, found.materials_on) == (answer, edit, materials)


@pytest.mark.parametrize("name", ["calm", "normal", "urgent"])
def test_the_journal_then_decides_as_was_said_before(name: str, tmp_path: Path) -> None:
    given = preset(name)
    said = what_it_means(given, FRIDAY)
    begun = begin(tmp_path / "journal.ashore", given, FixedClock(FRIDAY))
    journal = begun.journal
    assert journal.edits.count(begun.client, FRIDAY).promised.on == said.promised_on
    assert journal.requests.term(begun.client, FRIDAY, "material").on == said.materials_on
    journal.talk.received(begun.client, "Can we move the opening hours up?")
    [answer] = [flag for flag in journal.desk.flags() if flag.rule == "F2"]
    assert answer.due == said.answer_due
    journal.close()


def test_a_week_in_which_both_work_two_days_asks_for_no_sheet_yet() -> None:
    assert what_it_means(WHOLE, FRIDAY).first_sheet_on == date(2026, 11, 27)
    wednesday = datetime(2026, 11, 18, 9, 0, tzinfo=MADRID)
    assert what_it_means(WHOLE, wednesday).first_sheet_on == date(2026, 11, 20)


def test_each_side_has_its_own_days_off_and_hours() -> None:
    given = Beginning(
        name="E",
        zone="Europe/Madrid",
        client=FirstClient(name="H", contact="T", zone="Asia/Yekaterinburg"),
        client_hours={"mon": (("10:00", "18:00"),), "thu": (("10:00", "18:00"),)},
    )
    found = what_it_means(given, FRIDAY)
    assert found.promised_on == date(2026, 11, 25)
    assert found.materials_on == date(2026, 11, 30)


def test_only_names_and_countable_hours_stand_in_the_way() -> None:
    assert [field for field, _ in objections(WHOLE)] == []
    nothing = Beginning(hours={}, client=FirstClient(name="  "))
    assert [field for field, _ in objections(nothing)] == ["name", "hours", "client", "contact"]


def test_hours_in_two_zones_overlap_where_both_work() -> None:
    theirs = dict.fromkeys(WORKING_WEEK, (("09:00", "17:30"),))
    day = FRIDAY.date()
    assert overlap(WORKING_WEEK, "Europe/Madrid", theirs, "Europe/Madrid", day) == ("09:00", "17:30")
    assert overlap(WORKING_WEEK, "Europe/Madrid", theirs, "Asia/Yekaterinburg", day) == ("09:00", "13:30")
    assert overlap(WORKING_WEEK, "Europe/Madrid", theirs, "America/Mexico_City", day) == ("16:00", "18:00")
    assert overlap(WORKING_WEEK, "Europe/Madrid", {"sun": (("09:00", "18:00"),)}, "Europe/Madrid", day) is None


def test_the_contact_may_have_spoken_before_the_journal_began(tmp_path: Path) -> None:
    client = FirstClient(name="H", contact="T", since=date(2026, 11, 16), contract="HF-2026-11")
    given = Beginning(name="E", zone="Europe/Madrid", client=client)
    begun = begin(tmp_path / "new folder" / "journal.ashore", given, FixedClock(FRIDAY))
    [period] = begun.journal.clients.periods(begun.client)
    assert period.since == datetime(2026, 11, 16, tzinfo=MADRID)
    assert begun.journal.clients.get(begun.client).contract.number == "HF-2026-11"
    begun.journal.close()


def test_nothing_is_written_when_a_refusal_ends_the_beginning(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        begin(
            tmp_path / "journal.ashore", Beginning(name="E", hours={"mon": (("18:00", "09:00"),)}), FixedClock(FRIDAY)
        )
    assert list(tmp_path.glob("*.ashore")) == []


@given(
    st.builds(
        MainTerms,
        my_answer=st.integers(0, 480),
        client_answer=st.integers(0, 10),
        normal=st.integers(0, 20),
        information=st.integers(0, 20),
        silence_ideal=st.integers(1, 3),
        silence_most=st.integers(3, 20),
        call_every=st.integers(0, 60),
        sheet=st.sampled_from(["mon", "fri", "working_day", "month", "off"]),
    )
)
def test_the_eight_terms_come_back_as_they_went_in(main: MainTerms) -> None:
    back = main_terms(with_main_terms(terms_of(WHOLE), main))
    assert back.sheet == main.sheet
    assert (back.my_answer, back.client_answer, back.normal) == (main.my_answer, main.client_answer, main.normal)
    assert (back.silence_ideal, back.silence_most) == (main.silence_ideal, main.silence_most)
    assert back.call_every == main.call_every


def test_unchanged_terms_keep_every_detail() -> None:
    terms = terms_of(WHOLE)
    assert with_main_terms(terms, main_terms(terms)) == terms


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("9-18", (("09:00", "18:00"),)),
        ("09:00–13:00, 14:30–18:00", (("09:00", "13:00"), ("14:30", "18:00"))),
        ("9 to 13 and 15 to 24", (("09:00", "13:00"), ("15:00", "24:00"))),
        ("", ()),
        ("9.30 - 17.45", (("09:30", "17:45"),)),
    ],
)
def test_hours_are_read_as_people_type_them(typed: str, spans: tuple[tuple[str, str], ...]) -> None:
    assert spans_typed(typed) == spans
    assert spans_typed(spans_text(spans)) == spans


@pytest.mark.parametrize("typed", ["nine to five", "18-9", "9-13, 12-18", "25-26", "9:75-10", "9"])
def test_hours_that_make_no_sense_are_refused(typed: str) -> None:
    with pytest.raises(Refused):
        spans_typed(typed)


def test_a_year_that_is_not_decreed_is_left_unfilled() -> None:
    assert not holiday_year("RU", "", 2040, "ru").decreed
    assert first_years("RU", "", date(2040, 1, 5), "ru") == ()
    assert [each.year for each in first_years("ES", "", date(2040, 1, 5), "en")] == [2040, 2041]


def test_names_of_holidays_hold_no_date_without_a_weekday() -> None:
    for language in ("en", "ru"):
        assert not [name for _, name in holiday_year("RU", "", 2026, language).days if any(map(str.isdigit, name))]


def test_parts_of_a_country_are_called_as_they_call_themselves() -> None:
    assert ("VC", "Valenciana") in [(each.code, each.name) for each in part_names("ES")]
    assert part_names("RU") == ()


def test_the_coming_year_is_named_while_it_has_no_days_off() -> None:
    from app.facts.public_holidays import holidays_body
    from app.journal.trying_out import owner_of

    body = holidays_body("ES", "", [holiday_year("ES", "", 2026, "en")])
    owner = owner_of(Beginning(name="E", zone="Europe/Madrid", holidays=body))
    assert not_filled(owner, date(2026, 11, 20)) == (2027,)
    assert not_filled(owner, date(2026, 6, 1)) == ()


def test_instants_of_a_meaning_are_utc() -> None:
    assert what_it_means(WHOLE, FRIDAY.astimezone(UTC)).answer_due.utcoffset() == UTC.utcoffset(None)


def test_terms_without_a_channel_are_remarked_on_and_do_not_hold_up_the_beginning() -> None:
    given = Beginning(name="E", zone="Europe/Madrid", client=FirstClient(name="H", contact="T"))
    [remark] = remarks(given)
    assert (remark.term, remark.refused) == ("channels", False)
    telegram = AgreedChannel(channel="telegram", preferred=True)
    assert remarks(replace(given, channels=(telegram,))) == ()
