"""The table of all figures: one order for the screen, the terminal and a spreadsheet (6.11)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.exchange.csv_rows import csv_text
from app.facts.history import AskedFor
from app.papers.penalties import penalty_lines
from app.papers.statistics_table import as_table, csv_rows, period_words
from app.rules.penalties import penalties
from app.words import words_for
from tests.rules.making import JAVIER
from tests.rules.making_history import Past
from tests.rules.making_work import at
from tests.rules.test_penalties import CALL, DAILY, WHOLE, agreed, late_edit, without

WORDS = words_for("en", this_year=2026)
NOW = "2026-11-30 12:00"


@dataclass
class Shown:
    rows: dict[tuple[str, str], str]

    def __getitem__(self, figure: str) -> str:
        return self.rows[figure, ""]


@pytest.fixture
def past() -> Past:
    story = Past(added="2026-11-02 09:00")
    story.received("2026-11-03 10:00")
    story.sent("2026-11-03 11:15")
    edit = story.edit("2026-11-04 10:00", "Price list")
    story.promise(edit, "2026-11-04 11:00", "2026-11-06")
    story.delivered(edit, "2026-11-06 12:00", told=True)
    story.request("2026-11-03 10:00", "2026-11-25")
    story.askings.append(AskedFor(entry=9, at=at("2026-11-05 10:00"), person=JAVIER, minutes=25))
    return story


def test_every_figure_is_a_row_in_words(past: Past) -> None:
    table = as_table(past.figures(NOW, "2026-11-01", "2026-11-30"), WORDS)
    shown = Shown({(row.figure, row.of): row.shown for row in table})
    assert shown["Half of the answers within"] == "1 h 15 min"
    assert shown["Answers in time"] == "100 %".replace(" ", "\u00a0")
    assert shown["Answers written down more than a day later"] == "0"
    assert shown["Dates kept"] == "1"
    assert shown["Lost by them"] == "2 working days"
    assert shown.rows["Lost by them", "Materials"] == "2 working days"
    assert shown.rows["Requests of others", "Javier"] == "1"
    assert shown["Times asked for, each on average"] == "1.0"
    assert shown["Off topic on calls"] == "–"


def test_the_parts_stand_in_the_order_of_the_statistics(past: Past) -> None:
    table = as_table(past.figures(NOW), WORDS)
    assert list(dict.fromkeys(row.part for row in table)) == [
        "My answer time",
        "Promises",
        "Silence of mine",
        "First messages",
        "Calls",
        "Requests from others than the contact",
        "Messages out of hours",
        "Lost days",
        "Edits accepted",
    ]


def test_a_spreadsheet_gets_the_same_rows_with_bare_numbers(past: Past) -> None:
    figures = past.figures(NOW)
    rows = csv_rows(figures, WORDS)
    assert len(rows) == len(as_table(figures, WORDS)) + 1
    lines = csv_text(rows).split("\r\n")
    assert lines[0] == "\ufeffPart,Figure,Of,Value,Unit"
    assert "My answer time,Half of the answers within,,75,working minutes" in lines
    assert "Calls,Off topic on calls,,,%" in lines


def test_a_goal_that_ran_ahead_is_a_number_and_no_formula(past: Past) -> None:
    from tests.rules.test_statistics_counts import goal_of_leads

    past.items[300] = goal_of_leads("160")
    lines = csv_text(csv_rows(past.figures(NOW), WORDS)).split("\r\n")
    assert "Goals,Behind the target line,Leads,-6.7,%" in lines


def test_the_period_is_named(past: Past) -> None:
    figures = past.figures(NOW, "2026-11-01", "2026-11-30")
    assert period_words(figures, WORDS) == "From Sunday, 1 November to Monday, 30 November"


# --- penalties -----------------------------------------------------------------------------------------------------


def printed(story: Past) -> list[str]:
    return [line.strip().replace("\u00a0", " ").replace("\u202f", " ") for line in penalty_lines(
        penalties(story.history(NOW), WHOLE), WORDS)]  # fmt: skip


def test_the_formula_is_printed_with_its_numbers() -> None:
    story = agreed(DAILY | {"client_days_deducted": "yes"})
    edit = late_edit(story, delivered="2026-11-12")
    request = story.request("2026-11-02 10:00", "2026-11-10")
    story.step(request, "ended", "request.answered", "2026-11-12 09:00")
    lines = printed(story)
    assert "2 % of 1 200.00 EUR × 3 working days = 72.00 EUR" in lines
    assert "1 day of delay that the client caused is taken off." in lines
    assert f"Entry {edit} «Price list», due Friday, 6 November: 4 days" in lines
    assert "Mine in all: 72.00 EUR" in lines


def test_the_cap_and_skipped_calls_are_printed() -> None:
    story = agreed(DAILY | {"cap": {"amount": "50.00", "currency": "EUR"}}, CALL)
    late_edit(story)
    entry = story.miss("2026-11-05", "me")
    lines = printed(story)
    assert "Agreed at most: 50.00 EUR" in lines
    assert "15.00 EUR × 1 skipped call = 15.00 EUR" in lines
    assert f"Skipped calls: entries {entry}" in lines


def test_what_the_agreement_leaves_open_is_said_instead_of_a_sum() -> None:
    lines = printed(agreed(without(DAILY, "base")))
    assert "No sum: the agreement does not say of what sum the percent is taken." in lines
    assert not any("=" in line for line in lines)


def test_without_penalties_one_line_says_so() -> None:
    assert printed(Past()) == ["No penalties are agreed."]
