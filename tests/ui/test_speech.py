"""Components speak in one sentence; what is cut, refused or only drawn is said in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.gallery import RAIL
from ui.gallery_painted import HISTORY, HOURS, WEEK
from ui.theme import Theme
from ui.widgets.balance import BalanceBar
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.chip import Chip
from ui.widgets.clock import Clock, ClockFace
from ui.widgets.count import Count
from ui.widgets.field import line_field, text_field
from ui.widgets.history import PromiseHistory
from ui.widgets.hours import HoursGrid
from ui.widgets.item import Item, ItemRow
from ui.widgets.rail import Rail
from ui.widgets.rail_row import RailRow
from ui.widgets.segmented import Segment
from ui.widgets.severity import Severity, SeverityMark
from ui.widgets.text import Text
from ui.widgets.tick import Switch

Show = Callable[..., QWidget]
Press = Callable[[QWidget, Qt.Key], None]
Spoken = Callable[[QWidget], str]
FILTER = (Segment("all", "All", 8), Segment("late", "Late", 3, "late"), Segment("soon", "Soon", 1, "soon"))


def test_a_refused_button_says_why(show: Show, dressed: Theme) -> None:
    button = show(Button("Save the export", ButtonKind.PRIMARY, shortcut="Ctrl+S"))
    button.refuse("Choose a folder first")
    assert (button.isEnabled(), button.toolTip()) == (False, "Choose a folder first")
    assert button.accessibleDescription() == "Choose a folder first"
    button.allow()
    assert (button.isEnabled(), button.toolTip()) == (True, "Ctrl+S")


def test_an_icon_button_has_name_tooltip_and_shortcut(show: Show, spoken: Spoken) -> None:
    button = show(IconButton("pin", "Keep on top", shortcut="Ctrl+T"))
    assert spoken(button) == "Keep on top"
    assert button.toolTip() == "Keep on top (Ctrl+T)"


def test_a_field_ties_label_hint_and_error_to_its_editor(show: Show, spoken: Spoken) -> None:
    field = show(line_field("Received", hint="in your hours"))
    assert spoken(field.editor) == "Received"
    height = field.sizeHint().height()
    field.set_error("That is tomorrow. Today?")
    assert field.editor.accessibleDescription() == "That is tomorrow. Today?. in your hours"
    assert field.sizeHint().height() > height
    field.set_error(None)
    assert (field.error, field.editor.accessibleDescription()) == ("", "in your hours")


def test_pasted_markup_stays_text(show: Show) -> None:
    field = show(text_field("Draft", "<b>loud</b><img src='https://example.org/x.png'>"))
    assert field.editor.toPlainText().startswith("<b>loud</b>")
    assert show(Text("<b>loud</b>")).sizeHint().width() > show(Text("loud")).sizeHint().width()


def test_a_cut_text_is_whole_in_the_tooltip(show: Show) -> None:
    label = show(Text("Дмитрий Лаптев, commercial director", elide=True), 80, 20)
    assert label.toolTip() == "Дмитрий Лаптев, commercial director"
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_the_narrow_rail_keeps_names_as_tooltips(show: Show, spoken: Spoken) -> None:
    rail = show(Rail(RAIL, narrow=True), 57, 700)
    rows = {row.text(): row for row in rail.findChildren(RailRow)}
    assert rail.width() == 57
    assert rows["Calls"].toolTip() == "Calls"
    assert spoken(rows["Calls"]) == "Calls, 2"


SENTENCES = [
    (lambda: BalanceBar(4, 1, "Lost days since 2 September: theirs 4, mine 1"), "theirs 4, mine 1"),
    (lambda: Clock(ClockFace("15:42", "Yekaterinburg", note="until 18:00")), "15:42 Yekaterinburg until 18:00"),
    (lambda: Count(WEEK, spoken="Received Friday, 20 November. Due Wednesday, 25 November"), "Due Wednesday"),
    (lambda: Count(WEEK), "Fri 20, received. Sat 21, day off"),
    (lambda: PromiseHistory(HISTORY, "old: Monday, 16 November"), "old: Monday"),
    (lambda: SeverityMark(Severity.LATE, "late"), "late"),
    (lambda: Chip("Telegram"), "Telegram"),
    (lambda: ItemRow(Item("1", "pencil-line", "Баннер", "today by 12:11", "Asked")), "Баннер, today by 12:11, Asked"),
    (lambda: Text("Скидка 15 %", struck=True, spoken="old: Скидка 15 %"), "old: Скидка 15 %"),
    (lambda: Switch("Correspondence is binding"), "Correspondence is binding"),
    (lambda: HoursGrid(HOURS, "Your working hours"), "Mon, 09:00 to 18:00"),
]


@pytest.mark.parametrize(("make", "part"), SENTENCES)
def test_what_is_painted_is_also_spoken(make: Callable[[], QWidget], part: str, show: Show, spoken: Spoken) -> None:
    assert part in spoken(show(make()))


HOSTILE = "<b>loud</b> \u202eevil & Sons"


@pytest.mark.parametrize(
    "make",
    [lambda: Text(HOSTILE), lambda: Chip(HOSTILE), lambda: Button(HOSTILE), lambda: RailRow("1", HOSTILE)],
)
def test_reversed_writing_is_shown_and_not_obeyed(make: Callable[[], QWidget], show: Show) -> None:
    widget = show(make())
    assert "‹U+202E›" in widget.text()
    assert "\u202e" not in widget.text()


def test_a_tooltip_never_reads_markup(show: Show) -> None:
    label = show(Text("<img src='https://example.org/x.png'>" * 3, elide=True), 60, 20)
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()


def test_an_ampersand_in_a_name_is_no_shortcut(show: Show) -> None:
    assert show(Button("Harbour &Finch")).shortcut().isEmpty()
    assert show(ItemRow(Item("1", "pencil-line", "Harbour &Finch"))).shortcut().isEmpty()
