"""Every window of the pictures in Russian, dark and narrow, is painted and fits its picture.

A warning of Qt fails a test by itself (`qt_log_level_fail`). Other languages and large text: test_every_window.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from ui.paper_pictures import PAPERS, pages_of
from ui.pictures import WINDOWS
from ui.shots import Factory, Shot, build, leave, picture_of, shots
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.painting import advance
from ui.widgets.text import Text

NARROW = Shot("dark", "ru", 1024, 700)


@pytest.fixture
def shot(request: pytest.FixtureRequest, dressed: Theme) -> Iterator[Shot]:
    yield request.param
    dressed.wear(mode="light", percent=100)


@pytest.mark.parametrize("shot", [NARROW], ids=["narrow"], indirect=True)
@pytest.mark.parametrize(("name", "factory"), WINDOWS, ids=[name for name, _ in WINDOWS])
def test_a_window_is_painted_without_a_warning_and_cuts_no_word_in_silence(
    name: str, factory: Factory, shot: Shot
) -> None:
    window = build(factory, shot)
    if not window.isModal() and window.screen().size().width() < shot.width:
        window.resize(shot.width, shot.height)  # the screen of a test is smaller than any that holds large text
        QApplication.processEvents()
    picture = picture_of(window)
    silent = [*cut_in_silence(window), *over_the_edge(window)]
    leave(window)
    assert not silent
    assert picture.width() <= shot.width
    assert picture.height() <= shot.height


def cut_in_silence(window: QWidget) -> Iterator[str]:
    """A line for each visible text that is wider than its room and whose whole stands in no tooltip."""
    for label in window.findChildren(QLabel):
        if label.isVisibleTo(window) and not label.wordWrap() and label.text():
            widest = max(advance(line, label.font()) for line in label.text().split("\n"))
            yield from _line(label, widest, label.width())
    for button in window.findChildren(QAbstractButton):
        if isinstance(button, Button) and button.isVisibleTo(window) and button.text():
            yield from _line(button, button.sizeHint().width(), button.width())


def over_the_edge(window: QWidget) -> Iterator[str]:
    """A line for each page that is wider than what scrolls it, and each text without room for its lines."""
    for area in window.findChildren(QScrollArea):
        page = area.widget()
        if area.isVisibleTo(window) and page is not None and page.width() > area.viewport().width() + 1:
            yield f"{type(page).__name__} is {page.width()} wide in {area.viewport().width()}"
    for text in window.findChildren(Text):
        if text.isVisibleTo(window) and text.wordWrap() and text.height() < text.heightForWidth(text.width()) - 1:
            yield f"{text.text()!r} is {text.height()} high and needs {text.heightForWidth(text.width())}"


def _line(widget: QLabel | QAbstractButton, wanted: float, room: int) -> Iterator[str]:
    told = isinstance(widget, Text | QAbstractButton) and widget.text() in widget.toolTip()
    if wanted > room + 1.5 and not told:
        yield f"{type(widget).__name__} {widget.text()!r} wants {wanted:.0f} and has {room}"


@pytest.mark.parametrize("name", [name for name, _ in PAPERS])
def test_a_paper_is_painted(name: str, dressed: Theme) -> None:
    pages = list(pages_of(dict(PAPERS)[name]("ru")))
    assert pages
    page = pages[0]
    assert (page.width(), page.height()) == (1240, 1754)
    inked = {page.pixel(x, y) for x in range(0, page.width(), 7) for y in range(0, page.height(), 7)}
    assert len(inked) > 1


def test_the_bare_command_asks_for_three_languages_two_themes_two_sizes_and_large_text_once() -> None:
    asked = list(shots("both", "en,ru,es", "1360x860,1024x700", "100", "200"))
    assert len(asked) == 3 * 2 * 2 + 1
    assert asked[-1] == Shot("light", "en", 1360, 860, 200)


def test_the_command_says_what_it_can(tmp_path: Path) -> None:
    from ui.pictures import main

    said = CliRunner().invoke(main, ["--help"]).output
    for option in ("--only", "--lang", "--theme", "--size", "--scale"):
        assert option in said
