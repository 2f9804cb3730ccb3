"""The theme switches while windows are open, and the text scale changes every measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui.gallery import Gallery, plain_page
from ui.icons import icon
from ui.layout import Layout, Widths
from ui.theme import Mode, Theme, system_percent
from ui.tokens import tokens
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text

Show = Callable[..., QWidget]


def colour_at(widget: QWidget, x: int, y: int) -> str:
    """The colour of one pixel of what a widget paints."""
    QApplication.processEvents()
    return widget.grab().toImage().pixelColor(x, y).name().upper()


def test_a_card_repaints_when_the_theme_is_switched(show: Show, dressed: Theme) -> None:
    card = show(Card(), 200, 80)
    assert colour_at(card, 100, 40) == tokens().colours["card"][0]
    dressed.wear(mode=Mode.DARK)
    assert colour_at(card, 100, 40) == tokens().colours["card"][1]


def test_the_severity_bar_keeps_the_left_edge_of_its_card(show: Show) -> None:
    card = show(Card(severity="late"), 200, 80)
    assert colour_at(card, 2, 40) == tokens().colours["late-bar"][0]


def test_a_chosen_card_has_an_accent_edge_and_the_same_size(show: Show) -> None:
    card = show(Card(acts=True), 200, 80)
    before = card.sizeHint()
    card.set_chosen(True)
    assert colour_at(card, 100, 0) == tokens().colours["accent"][0]
    assert card.sizeHint() == before


def test_a_label_takes_its_new_colour_without_a_restart(show: Show, dressed: Theme) -> None:
    label = show(Text("late 1 h 22 min", colour="late"))
    dressed.wear(mode=Mode.DARK)
    role = QPalette.ColorRole.WindowText
    assert label.palette().color(role) == QColor(tokens().colours["late"][1])


def test_the_gallery_looks_different_in_the_dark(show: Show, dressed: Theme) -> None:
    gallery = show(Gallery(plain_page()), 1360, 860)
    light: QImage = gallery.grab().toImage()
    dressed.wear(mode=Mode.DARK)
    QApplication.processEvents()
    dark = gallery.grab().toImage()
    assert dark.pixelColor(5, 500) == QColor(tokens().colours["rail"][1])
    assert light.pixelColor(5, 500) == QColor(tokens().colours["rail"][0])


@pytest.mark.parametrize("percent", tokens().scales)
def test_controls_grow_with_the_text_scale(show: Show, dressed: Theme, percent: int) -> None:
    dressed.wear(percent=percent)
    button = show(Button("Write", ButtonKind.PRIMARY))
    assert button.height() == round(32 * percent / 100)
    assert button.font().pixelSize() == round(13 * percent / 100)


def test_a_window_that_is_open_grows_too(show: Show, dressed: Theme) -> None:
    button = show(Button("Write"))
    dressed.wear(percent=200)
    assert button.sizeHint().height() == 64


def test_figures_in_a_column_are_equally_wide(dressed: Theme) -> None:
    measure = dressed.metrics("small", 600, tabular=True)
    assert measure.horizontalAdvance("11:11") == measure.horizontalAdvance("04:48")


def test_the_shipped_fonts_are_used(dressed: Theme) -> None:
    assert dressed.font("body").family() == "Inter"
    assert dressed.font("mono").family() == "JetBrains Mono"
    assert dressed.metrics("body", 600).horizontalAdvance("Write") > dressed.metrics("body").horizontalAdvance("Write")


def test_high_contrast_keeps_the_palette_of_the_desktop(dressed: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Theme, "high_contrast", property(lambda self: True))
    dressed.wear()
    assert dressed.colour("soft") == dressed.colour("card")
    assert dressed.colour("late") == dressed.colour("text")


def test_the_text_scale_starts_from_the_font_of_the_desktop(qapp: QApplication, dressed: Theme) -> None:
    font = qapp.font()
    for points, percent in ((8.0, 100), (10.0, 100), (12.0, 115), (15.0, 150), (30.0, 200)):
        font.setPointSizeF(points)
        qapp.setFont(font)
        assert system_percent(qapp) == percent


@pytest.mark.parametrize(
    ("window", "scale", "layout"),
    [
        (1360, 1.0, Layout.FULL),
        (1199, 1.0, Layout.NARROW),
        (1024, 1.0, Layout.NARROW),
        (1360, 1.5, Layout.NARROW),
        (1360, 2.0, Layout.SINGLE),
        (899, 1.0, Layout.SINGLE),
    ],
)
def test_small_windows_and_large_text_share_one_rule(window: int, scale: float, layout: Layout) -> None:
    assert Widths(window, scale).layout is layout


def test_an_icon_takes_the_colour_of_its_token(dressed: Theme) -> None:
    image = icon("square", "late").pixmap(48, 48).toImage()
    found = {image.pixelColor(x, 24).name().upper() for x in range(48) if image.pixelColor(x, 24).alpha() == 255}
    assert found == {tokens().colours["late"][0]}


def test_a_menu_icon_follows_the_theme_without_being_made_anew(dressed: Theme) -> None:
    drawing = icon("square", "text")
    light = drawing.pixmap(48, 48).toImage()
    dressed.wear(mode=Mode.DARK)
    assert drawing.pixmap(48, 48).toImage() != light


def test_no_property_of_the_style_sheet_is_unknown_to_qt(show: Show, dressed: Theme, qtlog: object) -> None:
    dressed.wear(mode=Mode.DARK, percent=200)
    show(Gallery(plain_page(short=True), narrow=True), 1360, 860)
    said = [record.message for record in qtlog.records]  # type: ignore[attr-defined]
    assert [message for message in said if "nknown property" in message or "parse" in message] == []
