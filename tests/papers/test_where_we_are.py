"""A few lines for a messenger: what is done, in work, waited for, and what comes next (3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.papers.project import Project, at


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    told = Project(tmp_path)
    yield told
    told.journal.close()


def test_the_lines_name_a_day_beside_everything(project: Project) -> None:
    assert project.journal.weeks.where_we_are(project.client).splitlines() == [
        "Where we are, Friday, 27 November",
        "",
        "Done:",
        "✓ Audit of the site, Thu 15 Oct",
        "✓ Newsletter of November, Mon 16 Nov",
        "✓ Opening hours in maps, Mon 16 Nov",
        "✓ Icons of allergens, Thu 19 Nov",
        "✓ New order form, Fri 20 Nov",
        "",
        "In work:",
        "→ Menu for Christmas, by Wednesday, 2 December",
        "",
        "We wait for you:",
        "• Access to the statistics, by Friday, 27 November",
        "• decision: Cover A or cover B, by Friday, 27 November",
        "",
        "Next stage: Christmas campaign, Monday, 30 November.",
        "Next call: Wednesday, 9 December, 12:00, video call. Topics: results of the campaign.",
    ]


def test_what_waits_for_the_client_says_for_what_d11(project: Project) -> None:
    campaign = project.stages["Christmas campaign"]
    project.journal.plan.start(campaign)
    project.journal.requests.make(project.client, ["The cover"], channel="telegram", needed_for=[campaign])
    project.clock.move_to(at(12, 7))
    assert "→ Christmas campaign: waits for The cover" in project.journal.weeks.where_we_are(project.client)


def test_what_a_voice_asked_for_is_not_in_work_until_it_is_confirmed_d7(project: Project) -> None:
    journal = project.journal
    voice = journal.clients.add_person(project.client, "Pau")
    edit = journal.edits.request(project.client, "Green letters", channel="telegram", person=voice)
    assert "Green letters" not in journal.weeks.where_we_are(project.client)
    journal.edits.step(edit, "edit.confirmed")
    assert "→ Green letters: the date follows" in journal.weeks.where_we_are(project.client)


def test_a_client_with_nothing_open_is_told_so(project: Project) -> None:
    other = project.journal.clients.add("Casa Nueva", zone="Europe/Madrid", language="en")
    assert project.journal.weeks.where_we_are(other) == "Nothing is open between us today."


@pytest.mark.parametrize(("language", "day"), [("ru", "пятница, 27 ноября"), ("es", "viernes, 27 de noviembre")])
def test_the_lines_speak_the_language_that_is_asked_for(project: Project, language: str, day: str) -> None:
    assert day in project.journal.weeks.where_we_are(project.client, language).splitlines()[0]
