"""Charts as widgets: ticks, marks on their places, many points, legend, contrast of the numbers inside (6.1, 6.13)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.charts import Block, Columns, Dot, Dots, Frame, Label, LegendItem, Limit, Pile, Side, Sides, Tick, steps
from ui.charts.strokes import ink_on, mixed
from ui.theme import Theme
from ui.tokens import contrast
from ui.widgets.charts.chart import Chart
from ui.widgets.charts.legend import Legend

Show = Callable[..., QWidget]
TICKS = tuple(Tick(value, str(value)) for value in (0, 60, 120))


def dots(many: int) -> Dots:
    marks = tuple(
        Dot(key=f"entry:{at}", what="Friday", shown="1 h", across=at / many, value=at % 100, late=at % 7 == 0)
        for at in range(many)
    )
    labels = (Label(0.2, "Sep"), Label(0.21, "much too near"), Label(0.8, "Nov"))
    frame = Frame(ticks=TICKS, labels=labels, limits=(Limit(0, 1, 60),), limit_words="agreed, 1 h")
    return Dots(frame=frame, marks=marks)


def columns(*values: float) -> Columns:
    piles = tuple(Pile(blocks=(Block(key="", what="week", shown=str(value), value=value),)) for value in values)
    return Columns(frame=Frame(ticks=TICKS), piles=piles)


@given(st.floats(0, 1e9, allow_nan=False))
def test_ticks_are_even_reach_over_the_highest_value_and_are_at_most_five(highest: float) -> None:
    found = steps(highest)
    assert found[0] == 0 and found[-1] >= highest and 2 <= len(found) <= 5
    assert len({after - before for before, after in pairwise(found)}) == 1


def test_hours_are_stepped_in_hours_not_in_tens_of_minutes() -> None:
    assert steps(200, (15, 30, 60, 120)) == (0, 60, 120, 180, 240)


def test_a_higher_value_lies_higher_and_a_later_one_further_right(show: Show) -> None:
    chart = Chart(dots(50), "Answers")
    show(chart, 320, 196)
    first, second = chart.spots()[1].center(), chart.spots()[20].center()
    assert second.y() < first.y() and second.x() > first.x()


def test_a_chart_of_six_thousand_points_is_painted_and_read(show: Show, press: Callable[..., None]) -> None:
    chart = Chart(dots(6000), "Answers")
    show(chart, 320, 196)
    press(chart, Qt.Key.Key_End)
    assert chart.at == 5999 and not chart.grab().isNull()


def test_columns_keep_their_order_and_do_not_touch_each_other(show: Show) -> None:
    chart = Chart(columns(*[30] * 120), "Silence")
    show(chart, 320, 196)
    assert all(before.right() < after.left() for before, after in pairwise(chart.spots()))


def test_a_column_of_nothing_can_still_be_pointed_at(show: Show) -> None:
    chart = Chart(columns(0, 60), "Silence")
    show(chart, 320, 196)
    assert chart.cell_at(chart.spots()[0].center()) == 0


def test_theirs_lies_left_and_mine_right_of_one_line_on_one_scale(show: Show) -> None:
    rows = (
        Side(key="entry:1", what="Photos", shown="7", days=7, mine=False),
        Side(key="entry:2", what="A very long name of an edit that does not fit at all here", shown="2", days=2,
             mine=True),
    )  # fmt: skip
    chart = Chart(Sides(left="theirs", right="mine", marks=rows), "Lost days")
    show(chart, 360, 196)
    theirs, mine = chart.spots()
    assert theirs.right() < mine.left()
    assert theirs.width() / 7 == pytest.approx(mine.width() / 2)
    assert chart.rect().contains(mine.toRect())


def test_ten_rows_of_causes_make_the_chart_higher(show: Show) -> None:
    rows = tuple(Side(key="", what=f"cause {at}", shown="1", days=1, mine=False) for at in range(10))
    chart = Chart(Sides(left="theirs", right="mine", marks=rows), "Lost days")
    show(chart, 700)
    assert chart.spots()[-1].bottom() < chart.sizeHint().height()


def test_a_chart_without_a_point_stays_silent_at_the_keys(show: Show, press: Callable[..., None]) -> None:
    chart = Chart(Sides(left="theirs", right="mine", marks=()), "Lost days")
    show(chart, 320, 196)
    opened: list[str] = []
    chart.opened.connect(opened.append)
    press(chart, Qt.Key.Key_Right)
    press(chart, Qt.Key.Key_Return)
    assert opened == [] and chart.accessibleName() == "Lost days"


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(
    ("token", "strength"), [("accent", 1.0), ("accent", 0.62), ("accent", 0.34), ("late-bar", 1.0)]
)
def test_numbers_inside_are_read_on_every_strength(dressed: Theme, mode: str, token: str, strength: float) -> None:
    dressed.wear(mode=mode)
    ground = mixed(dressed, token, strength)
    assert contrast(ink_on(dressed, ground).name(), ground.name()) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("token", "strength"), [("accent", 0.74), ("today-bar", 1.0), ("late-bar", 1.0)])
def test_columns_stand_out_from_the_card(dressed: Theme, mode: str, token: str, strength: float) -> None:
    dressed.wear(mode=mode)
    assert contrast(mixed(dressed, token, strength).name(), dressed.colour("card").name()) >= 3.0


def test_a_legend_without_room_goes_on_in_the_next_line(show: Show) -> None:
    legend = Legend(wraps=True)
    legend.show_items([LegendItem(words) for words in ("kept", "moved in time", "moved late", "missed")])
    show(legend, 120, 80)
    assert legend.heightForWidth(1000) < legend.heightForWidth(120)
