"""The other papers of the week page: a month's close, a final report, a plan, and a few lines for a messenger (5.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.facts.month import PaperSort
from app.facts.terms import ReportTerms
from app.journal.agreements import with_terms
from app.settings import Settings
from tests.papers.project import Project
from ui.layout import Layout
from ui.pages.week import WeekPage
from ui.theme import Theme
from ui.workbench import Told, Workbench

Show = Callable[..., QWidget]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture
def workbench(project: Project, dressed: Theme) -> Iterator[Workbench]:
    """The bakery's project on Friday, 27 November 2026."""
    bench = Workbench(project.journal, Settings(), "en")
    yield bench
    bench.close()


@pytest.fixture
def page(workbench: Workbench, show: Show) -> WeekPage:
    made = WeekPage(workbench)
    show(made, 1140, 860)
    made.refresh()
    workbench.settle()
    return made


def turn_to(page: WeekPage, workbench: Workbench, sort: PaperSort) -> None:
    page.heading.sort.choose(sort)
    page.heading.sort.changed.emit(sort.value)
    workbench.settle()


@pytest.mark.parametrize(
    ("sort", "title", "days"),
    [
        (PaperSort.MONTHLY, "November 2026", "Sunday, 1 November to Monday, 30 November 2026"),
        (PaperSort.FINAL, "Final report", "Thursday, 1 October to Friday, 27 November 2026"),
        (PaperSort.PLAN, "Plan: December 2026", "Tuesday, 1 December to Thursday, 31 December 2026"),
    ],
)
def test_the_switch_turns_to_another_paper(
    page: WeekPage, workbench: Workbench, sort: PaperSort, title: str, days: str
) -> None:
    turn_to(page, workbench, sort)
    assert page.heading.header.title.text() == title
    assert page.heading.header.subtitle.text() == days
    assert not page.options.listed.isVisible()


def test_months_turn_but_never_past_this_one(page: WeekPage, workbench: Workbench) -> None:
    turn_to(page, workbench, PaperSort.MONTHLY)
    assert not page.heading.on.isEnabled()
    titles = []
    for step in (-1, 1, 1, -1, 0):
        page.move_by(step)
        workbench.settle()
        titles.append(page.heading.header.title.text())
    assert titles == ["October 2026", "November 2026", "November 2026", "October 2026", "November 2026"]


def test_plans_turn_ahead_but_not_to_what_is_over(page: WeekPage, workbench: Workbench) -> None:
    turn_to(page, workbench, PaperSort.PLAN)
    titles = []
    for step in (1, -1, -1, -1, 0):
        page.move_by(step)
        workbench.settle()
        titles.append(page.heading.header.title.text().removeprefix("Plan: "))
    assert titles == ["January 2027", "December 2026", "November 2026", "November 2026", "December 2026"]


def test_what_could_be_done_next_is_printed_when_its_field_is_left(page: WeekPage, workbench: Workbench) -> None:
    turn_to(page, workbench, PaperSort.MONTHLY)
    page.options.offers.editor.setPlainText("A page for corporate boxes.")
    QApplication.sendEvent(page.options.offers.editor, QFocusEvent(QEvent.Type.FocusOut))
    workbench.settle()
    assert "A page for corporate boxes." in page.desk.preview.accessibleDescription()


@pytest.mark.parametrize(
    ("sort", "period"),
    [(PaperSort.MONTHLY, "2026-11"), (PaperSort.FINAL, "2026-11-27"), (PaperSort.PLAN, "2026-12")],
)
def test_a_paper_marked_as_given_is_a_report_of_its_sort_f25(
    page: WeekPage, workbench: Workbench, tmp_path: Path, sort: PaperSort, period: str
) -> None:
    turn_to(page, workbench, sort)
    assert page.shown is not None
    assert page.handing.save_to(page.shown, tmp_path / "paper.pdf")
    page.giving.mark.click()
    assert page.handing.dialog is not None
    page.handing.dialog.mark.click()
    report = workbench.journal.reading.entry(workbench.journal.evidence.anchors()[-1]["report"])
    assert (report.body["sort"], report.body["period"]) == (sort.value, period)
    page.refresh()
    workbench.settle()
    assert page.shown is not None
    assert (page.shown.given[0].sort, page.shown.given[0].period) == (sort, period)


def test_where_we_are_goes_to_the_clipboard_and_offers_to_write(
    page: WeekPage, workbench: Workbench, told: list[Told]
) -> None:
    page.giving.state.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Where we are, Friday, 27 November\n")
    assert "→ Menu for Christmas, by Wednesday, 2 December" in copied
    assert told[-1].notice.step == "Write"


def test_all_clients_have_one_kind_of_paper(page: WeekPage, workbench: Workbench) -> None:
    turn_to(page, workbench, PaperSort.PLAN)
    page.options.client.editor.chosen.emit("0")
    workbench.settle()
    assert page.heading.sort.isHidden()
    assert page.heading.header.title.text() == "Week 47"
    assert page.giving.state.isHidden()


def test_a_narrow_page_has_the_switch_below_its_title(page: WeekPage) -> None:
    page.set_layout(Layout.SINGLE)
    assert page.heading.sort_below.isVisible()
    assert not page.heading.sort.isVisible()


def test_the_page_opens_with_the_plan_once_it_is_due_f25(
    page: WeekPage, workbench: Workbench, project: Project
) -> None:
    contract = {"number": "14", "from": "2026-10-01", "to": "2026-12-04"}
    project.journal.clients.change(project.client, contract=contract)
    for week in ("2026-W47", "2026-W48"):
        sheet = {"sort": "weekly", "period": week, "channel": "telegram"}
        project.journal.record("report.sent", project.client, sheet)
    page.open_at(project.client, 0)
    page.refresh()
    workbench.settle()
    assert page.heading.header.title.text() == "Plan: December 2026"
    assert not page.giving.due.isHidden()


def test_the_page_opens_with_the_close_of_a_month_where_that_report_is_due_f19(
    page: WeekPage, workbench: Workbench, project: Project
) -> None:
    journal = project.journal
    monthly = ReportTerms(sort="monthly", every="month", day=27)
    terms = with_terms(journal.agreements.in_force(project.client).terms, {"reports": (monthly,)})
    journal.agreements.confirm(project.client, journal.agreements.make(project.client, terms))
    page.open_at(project.client, 0)
    page.refresh()
    workbench.settle()
    assert page.heading.header.title.text() == "November 2026"
    assert page.giving.due.text() == "today by 18:00"


def test_the_page_opens_with_the_week_that_was_missed_f19(page: WeekPage) -> None:
    assert page.heading.header.title.text() == "Week 47"
