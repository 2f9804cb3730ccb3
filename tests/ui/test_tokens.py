"""The colours of 6.1 keep the contrast that the design promises, in both themes."""

from __future__ import annotations

import pytest

from ui.tokens import contrast, tokens
from ui.widgets.button import LOOKS as BUTTONS
from ui.widgets.chip import LOOKS as CHIPS

TEXT, SHAPE = 4.5, 3.0
PAGE = ("bg", "rail", "card", "sunken", "hover", "sel")

# token, the background where it is worst, the two figures of the table in 6.1, what it must reach
TABLE = [
    ("border", ("card",), (1.3, 1.3), 1.0),
    ("border2", ("card",), (1.5, 1.7), 1.0),
    ("field", ("rail", "card"), (3.2, 4.1), SHAPE),
    ("text", ("sel",), (13.2, 11.2), TEXT),
    ("text2", ("sel",), (5.9, 6.9), TEXT),
    ("text3", ("sel",), (4.8, 4.7), TEXT),
    ("accent", ("off",), (5.4, 7.6), TEXT),
    ("on-accent", ("accent",), (6.4, 8.1), TEXT),
    ("accent-text", ("soft",), (6.5, 8.3), TEXT),
    ("late", ("late-soft",), (5.7, 7.0), TEXT),
    ("late-bar", ("sel",), (3.8, 4.0), SHAPE),
    ("today", ("today-soft",), (6.0, 8.3), TEXT),
    ("today-bar", ("sel",), (3.1, 5.7), SHAPE),
    ("soon", ("soon-soft",), (5.9, 7.4), TEXT),
    ("soon-bar", ("sel",), (3.1, 4.2), SHAPE),
]


def worst(token: str, grounds: tuple[str, ...], theme: int) -> float:
    """The lowest contrast of a token on the grounds, 0 light, 1 dark."""
    colours = tokens().colours
    return min(contrast(colours[token][theme], colours[ground][theme]) for ground in grounds)


@pytest.mark.parametrize(("token", "grounds", "promised", "least"), TABLE)
def test_the_contrast_table_of_the_design_holds(
    token: str, grounds: tuple[str, ...], promised: tuple[float, float], least: float
) -> None:
    for theme in (0, 1):
        figure = worst(token, grounds, theme)
        assert round(figure, 1) == promised[theme]
        assert figure >= least


@pytest.mark.parametrize("token", ["text", "text2", "text3", "accent-text", "late", "today", "soon"])
def test_whatever_is_read_is_readable_on_every_ground_of_a_page(token: str) -> None:
    assert min(worst(token, PAGE, theme) for theme in (0, 1)) >= TEXT


@pytest.mark.parametrize("token", ["late-bar", "today-bar", "soon-bar", "accent", "text3"])
def test_every_shape_stands_out_on_every_ground_of_a_page(token: str) -> None:
    assert min(worst(token, PAGE, theme) for theme in (0, 1)) >= SHAPE


def test_the_numbers_in_the_balance_bar_can_be_read() -> None:
    for theme in (0, 1):
        assert worst("card", ("text2",), theme) >= TEXT
        assert worst("on-accent", ("accent", "accent-hover"), theme) >= TEXT


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21.0


def test_every_colour_has_a_light_and_a_dark_half() -> None:
    for pair in tokens().colours.values():
        assert all(len(half) == 7 and half.startswith("#") for half in pair)


def test_every_pair_of_a_button_and_of_a_chip_can_be_read() -> None:
    """Also under the mouse, and where a button has no ground of its own on any ground of a page (AA: 4.5)."""
    for look in BUTTONS.values():
        grounds = tuple(ground for ground in (look.fill, look.hover) if ground)
        for theme in (0, 1):
            assert worst(look.text, grounds if look.fill else (*PAGE, *grounds), theme) >= TEXT, look
    for chip in CHIPS.values():
        for theme in (0, 1):
            assert worst(chip.text, (chip.fill,), theme) >= TEXT, chip


def test_the_edge_of_whatever_has_the_keyboard_stands_out() -> None:
    """Round a field, a row, a card: accent; inside the primary button: the colour of its words."""
    for theme in (0, 1):
        assert worst("accent", (*PAGE, "off", "soft", "late-soft", "today-soft", "soon-soft"), theme) >= SHAPE
        assert worst("on-accent", ("accent", "accent-hover"), theme) >= SHAPE
