"""The five cards of the Statistics tab on the journal of an autumn (6.11, 1.8): figures, points, keys, widths."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.facts.charts import Columns, Dots, FigureLook, Sides
from app.facts.statistics import Statistics
from app.papers.figures.five import looks_of
from app.words import words_for
from tests.ui.shore import Bench, key
from ui.layout import Layout
from ui.pages.client import ClientPage
from ui.pages.client.statistics_tab import StatisticsTab
from ui.statistics_story import HERE, Autumn
from ui.theme import Theme
from ui.widgets.charts.chart import Chart


@pytest.fixture(scope="module")
def autumn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Autumn]:
    told = Autumn(tmp_path_factory.mktemp("autumn"))
    yield told
    told.journal.close()


@pytest.fixture
def bench(autumn: Autumn, dressed: Theme) -> Bench:
    return Bench(autumn.journal, "en")


@pytest.fixture
def page(bench: Bench, autumn: Autumn, qtbot: QtBot) -> ClientPage:
    page = ClientPage(bench)
    qtbot.addWidget(page)
    page.resize(1144, 860)
    page.show_client(autumn.client)
    page.show()
    settle(bench)
    page.tabs.choose("statistics")
    page.show_tab("statistics")
    settle(bench)
    return page


@pytest.fixture
def tab(page: ClientPage) -> StatisticsTab:
    found = page.stack.currentWidget()
    assert isinstance(found, StatisticsTab)
    return found


def settle(bench: Bench) -> None:
    bench.settle()
    QApplication.processEvents()


def figures(autumn: Autumn, period: str = "contract") -> Statistics:
    return autumn.journal.statistics.of(autumn.client, period)


def looks(autumn: Autumn, language: str = "en", period: str = "contract") -> list[FigureLook]:
    return list(looks_of(figures(autumn, period), words_for(language, this_year=2026), HERE))


def chart_of(tab: StatisticsTab, at: int) -> Chart:
    found = tab.cards.cards[at].chart
    assert found is not None
    return found


def test_each_card_has_a_title_a_figure_its_unit_and_the_rest(tab: StatisticsTab) -> None:
    said = [(card.look.title, card.figure.text(), card.unit.text()) for card in tab.cards.cards]
    assert said == [
        ("My answer time", "54 min", "median"),
        ("Promises", "14 of 19", "kept on the first date"),
        ("Silence, my side", "1.8 days", "longest gap a week, on average"),
        ("Lost days by cause", "9 and 2", "working days, theirs and mine"),
        ("Off topic on calls", "28.3\u00a0%", "in November 2026"),
    ]
    assert tab.cards.cards[1].rest.text() == "3 moved in time, 1 moved late, 1 missed: Tue 15 Sep"


def test_a_late_answer_is_an_open_diamond_and_stays_late_c2(autumn: Autumn) -> None:
    chart = looks(autumn)[0].chart
    assert isinstance(chart, Dots)
    late = [mark for mark in chart.marks if mark.late]
    assert len(chart.marks) == 41 and len(late) == 3
    assert all(mark.value > 120 and mark.shown.endswith("late") for mark in late)
    assert [(limit.begin, limit.end, limit.value) for limit in chart.frame.limits] == [(0.0, 1.0, 120)]
    assert chart.frame.limit_words == "agreed, 2 h"


def test_promises_stand_by_month_from_kept_to_missed_with_their_numbers_w10(autumn: Autumn) -> None:
    chart = looks(autumn)[1].chart
    assert isinstance(chart, Columns)
    assert [[(each.inside, each.colour, each.strength) for each in pile.blocks] for pile in chart.piles] == [
        [("5", "accent", 1.0), ("1", "accent", 0.62), ("1", "accent", 0.34), ("1", "late-bar", 1.0)],
        [("6", "accent", 1.0), ("1", "accent", 0.62)],
        [("3", "accent", 1.0), ("1", "accent", 0.62)],
    ]
    assert [label.words for label in chart.frame.labels] == ["Sep", "Oct", "Nov"]


def test_a_week_at_the_agreed_maximum_is_amber_and_no_other_is_w11(autumn: Autumn) -> None:
    chart = looks(autumn)[2].chart
    assert isinstance(chart, Columns)
    amber = [mark for mark in chart.marks if mark.colour == "today-bar"]
    assert [(mark.what, mark.value) for mark in amber] == [("Week 45", 4)]
    assert {mark.colour for mark in chart.marks} == {"accent", "today-bar"}
    assert chart.frame.limit_words == "at most 4"


def test_lost_days_of_both_sides_stand_in_one_chart_d12(autumn: Autumn) -> None:
    found, look = figures(autumn), looks(autumn)[3]
    assert isinstance(look.chart, Sides)
    assert sum(row.days for row in look.chart.marks if not row.mine) == found.lost.theirs.total == 9
    assert sum(row.days for row in look.chart.marks if row.mine) == found.lost.mine.total == 2
    assert look.chart.marks[0].what.startswith("Photos and map access, request ")


def test_each_chart_says_itself_in_a_sentence(tab: StatisticsTab) -> None:
    assert chart_of(tab, 0).accessibleName() == "Answer time, median 54 min, 38 of 41 in time"
    assert all(chart_of(tab, at).accessibleName() == tab.cards.cards[at].look.spoken for at in range(5))


def test_arrow_keys_read_the_points_and_enter_opens_the_entry(
    page: ClientPage, tab: StatisticsTab, autumn: Autumn, bench: Bench
) -> None:
    chart = chart_of(tab, 0)
    for _ in range(2):
        key(chart, Qt.Key.Key_Right)
    third = figures(autumn).answers.points[2]
    assert chart.at == 2
    assert chart.accessibleName().endswith(chart.data.marks[2].said)  # type: ignore[attr-defined]
    key(chart, Qt.Key.Key_Return)
    settle(bench)
    assert page.stack.currentWidget() is page.journal
    line = page.journal.timeline.current
    assert line is not None and line.entry.seq == third.answer


def test_enter_on_a_week_goes_to_its_monday(page: ClientPage, tab: StatisticsTab, bench: Bench) -> None:
    key(chart_of(tab, 2), Qt.Key.Key_End)
    key(chart_of(tab, 2), Qt.Key.Key_Return)
    settle(bench)
    line = page.journal.timeline.current
    assert page.stack.currentWidget() is page.journal
    assert line is not None and f"{line.entry.happened:%Y-%m-%d}" == "2026-11-16"


def test_every_point_can_be_reached_with_the_mouse(tab: StatisticsTab) -> None:
    for at in (1, 2, 3, 4):
        chart = chart_of(tab, at)
        found = [chart.cell_at(spot.center()) for spot in chart.spots()]
        assert found == list(range(chart.cells())), tab.cards.cards[at].look.title
        assert chart.cell_at(QPointF(-50, -50)) == -1


def test_marks_lie_inside_their_charts(tab: StatisticsTab) -> None:
    for at in range(5):
        chart = chart_of(tab, at)
        room = chart.rect().adjusted(-6, -6, 6, 6)
        assert all(room.contains(spot.toRect()) for spot in chart.spots())


def test_under_three_points_there_is_no_chart_but_the_figure(autumn: Autumn) -> None:
    found = figures(autumn)
    last = autumn.journal.statistics.of(
        autumn.client, autumn.journal.statistics.period(autumn.client, found.now.date(), found.now.date())
    )
    few = looks_of(last, words_for("en", this_year=2026), HERE)
    assert all(look.chart is None for look in few)
    assert few[0].rest == "No answers yet" and few[2].rest == "1 week so far"


def test_the_table_holds_the_points_of_every_chart_and_opens_them(tab: StatisticsTab) -> None:
    tab.mode.click()
    model = tab.table.model()
    firsts = [str(model.index(at, 0).data()) for at in range(model.rowCount())]
    points = firsts[firsts.index("My answer time, point by point") + 1 :]
    asked: list[int] = []
    tab.entry_wanted.connect(asked.append)
    mark = chart_of(tab, 0).data.marks[0]  # type: ignore[attr-defined]
    assert points[0] == mark.what
    tab.table.opened.emit(f"0|{mark.key}")
    assert asked == [int(mark.key.removeprefix("entry:"))]


def test_the_button_leads_from_charts_to_table_and_back(tab: StatisticsTab) -> None:
    tab.mode.click()
    assert tab.body.currentWidget() is tab.table and tab.mode.text() == "Show as charts"
    tab.mode.click()
    assert tab.body.currentWidget() is tab.sheet and tab.mode.text() == "Show as a table"


@pytest.mark.parametrize(("layout", "rows"), [(Layout.FULL, 2), (Layout.NARROW, 3), (Layout.SINGLE, 5)])
def test_cards_stand_three_two_or_one_in_a_row(tab: StatisticsTab, layout: Layout, rows: int) -> None:
    tab.set_layout(layout)
    QApplication.processEvents()
    assert len({card.y() for card in tab.cards.cards}) == rows


def test_at_200_percent_charts_are_160_high(tab: StatisticsTab, dressed: Theme) -> None:
    dressed.wear(percent=200)
    tab.set_layout(Layout.SINGLE)
    QApplication.processEvents()
    assert chart_of(tab, 0).height() == dressed.px(160)


def test_what_did_not_change_keeps_its_chart_and_its_point(tab: StatisticsTab, page: ClientPage, bench: Bench) -> None:
    chart = chart_of(tab, 0)
    chart.point(7)
    page.refresh()
    settle(bench)
    assert chart_of(tab, 0) is chart and chart.at == 7


@pytest.mark.parametrize("language", ["ru", "es"])
def test_every_point_has_its_words_in_every_language(autumn: Autumn, language: str) -> None:
    for look in looks(autumn, language):
        assert look.chart is not None
        assert all(mark.what and mark.shown for mark in look.chart.marks)


def test_a_reading_that_takes_long_is_said_after_400_ms_and_not_before(tab: StatisticsTab) -> None:
    waiting = tab.waiting
    waiting.begin("Reading 6 000 entries")
    assert waiting.isHidden() and waiting.timer.interval() == 400
    waiting.timer.timeout.emit()
    assert waiting.isVisible() and waiting.said.text() == "Reading 6 000 entries"
    waiting.end()
    assert waiting.isHidden() and not waiting.timer.isActive()


def test_another_period_shows_other_figures_in_the_same_cards(tab: StatisticsTab, bench: Bench) -> None:
    cards = list(tab.cards.cards)
    tab.periods.choose("month")
    tab.periods.changed.emit("month")
    settle(bench)
    assert tab.cards.cards == cards
    assert tab.cards.cards[1].figure.text() == "3 of 4"
    tab.periods.changed.emit("week")
    settle(bench)
    assert cards[2].chart is None and cards[2].rest.text() == "1 week so far"


def test_nothing_is_painted_twice_for_the_same_figures(tab: StatisticsTab) -> None:
    before: list[QWidget] = [card.chart for card in tab.cards.cards if card.chart]
    tab.cards.show_looks([card.look for card in tab.cards.cards])
    assert before == [card.chart for card in tab.cards.cards]
