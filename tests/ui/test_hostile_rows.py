"""Faults 23 and 24 in the timeline: hostile texts are shown as text, in the time of a plain row, and do nothing."""

from __future__ import annotations

from statistics import median
from time import perf_counter

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from app.facts.timeline import Line
from tests.ui.shore import Shore
from ui.dialogs.entry_details import EntryDetails
from ui.pages.client.pieces import Said
from ui.pages.client.timeline_view import Timeline
from ui.widgets.long_text import LongText
from ui.widgets.painting import LONGEST_LINE, advance, draw_text
from ui.widgets.plain import shown

MEGABYTE = 1 << 20
LONG = "Прислать тексты и фото печи до понедельника, остальное потом. " * 40
HOSTILE = {
    "a megabyte without a space": "x" * MEGABYTE,
    "a megabyte of Cyrillic without a space": "щ" * (MEGABYTE // 2),
    "100 KB of combining marks": "a" + "\u0301" * 50_000,
    "marks on every letter": "a\u0301\u0302\u0303" * 30_000,
    "nothing but turning signs": "\u202e\u2066" * 50_000,
    "a megabyte of tabs": "\t" * MEGABYTE,
    "a hundred thousand lines": "x\n" * 100_000,
    "line ends of every kind": "\u2028\u2029\x85\r" * 20_000,
    "22 nested tables": "<table><tr><td>" * 22 + "x",
    "emoji of many parts": "👩‍👩‍👧‍👦" * 20_000,
    "every joining sign": "\u200d\u0b95\u0bcd" * 50_000,
}
SLOWER = 6
"""A hostile row may take so many times as long as the longest plain row; without bounds it takes thousands of times."""


@pytest.fixture
def timeline(shore: Shore, qtbot: QtBot) -> Timeline:
    shore.journal.talk.received(shore.client, LONG)
    found = Timeline(shore.bench)
    qtbot.addWidget(found)
    found.resize(755, 560)
    found.show()
    found.show_client(shore.client)
    QApplication.processEvents()
    return found


def saying(timeline: Timeline, text: str, **more: object) -> Line:
    """The newest line with another text."""
    line = timeline.lines.lines[-1]
    return replace(line, entry=replace(line.entry, body={**line.entry.body, "text": text, **more}))


def seconds(timeline: Timeline, line: Line) -> float:
    """Set, painted, said aloud, and as a tooltip; nothing of it kept from before."""
    times = []
    for _ in range(5):
        timeline.delegate.forget()
        begun = perf_counter()
        timeline.lines.lines[-1] = line
        timeline.scrollToBottom()
        timeline.viewport().grab()
        timeline.delegate.spoken(line)
        timeline.delegate.tip(line)
        times.append(perf_counter() - begun)
    return median(times)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_painted_in_the_time_of_a_long_plain_one(timeline: Timeline, kind: str) -> None:
    plain = seconds(timeline, saying(timeline, LONG))
    assert seconds(timeline, saying(timeline, HOSTILE[kind])) < SLOWER * plain


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_name_of_a_file_or_person_is_as_quick(timeline: Timeline, kind: str) -> None:
    name = HOSTILE[kind][:4096]
    line = saying(timeline, LONG, attachments=[{"name": name, "sha256": "0" * 64, "size": 1}], links=[name])
    assert line.person is not None
    named = replace(line, person=replace(line.person, name=name))
    assert seconds(timeline, named) < SLOWER * seconds(timeline, saying(timeline, LONG))


def test_a_line_of_a_megabyte_is_measured_as_far_as_a_screen_goes(timeline: Timeline) -> None:
    picture = QImage(200, 30, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    font = timeline.font()
    box = picture.rect().toRectF()
    assert draw_text(painter, box, "x" * MEGABYTE, font, QColor(Qt.GlobalColor.black)) == box.width()
    painter.end()
    assert advance("x" * MEGABYTE, font) == advance("x" * LONGEST_LINE, font) > 7680


def test_markup_in_a_message_stays_text_everywhere(timeline: Timeline) -> None:
    """Fault 23: in the row, aloud, in the tooltip."""
    markup = "<b>hola</b> <img src='http://remote.example/a.png'> <a href='file:///etc/passwd'>x</a>"
    line = saying(timeline, markup)
    said = [piece.text for piece in timeline.delegate.drawn(line).pieces if isinstance(piece, Said)]
    assert "".join(markup.split()) in "".join("".join(said).split())
    assert markup in timeline.delegate.spoken(line)
    struck = replace(line, reason=markup, entry=replace(line.entry, corrected_by=(9,)))
    assert timeline.delegate.tip(struck).startswith("<span")  # markup of our own, theirs is escaped in it
    assert "<img" not in timeline.delegate.tip(struck)
    assert "&lt;img" in timeline.delegate.tip(struck)
    QToolTip.hideText()


def test_signs_that_turn_the_writing_round_are_shown_as_marks(timeline: Timeline) -> None:
    line = saying(timeline, "pagar \u202e0001\u202c euros\x00\u200b")
    for piece in timeline.delegate.drawn(line).pieces:
        if isinstance(piece, Said):
            assert not set(shown(piece.text)) & set("\u202e\u202c\x00\u200b")
    words = "".join(piece.text for piece in timeline.delegate.drawn(line).pieces if isinstance(piece, Said))
    assert "pagar ‹U+202E›0001‹U+202C› euros‹U+0000›‹U+200B›" in words


def test_the_text_is_shown_as_far_as_a_row_goes_and_says_that_it_goes_on(timeline: Timeline) -> None:
    line = saying(timeline, "palabra " * 50_000)
    drawn = timeline.delegate.drawn(line)
    texts = [piece.text for piece in drawn.pieces if isinstance(piece, Said)]
    assert texts[-1].endswith(" …")
    assert drawn.height < 400
    assert len(drawn.spoken) < 6000
    option = QStyleOptionViewItem()
    assert timeline.delegate.sizeHint(option, timeline.lines.index(0)).height() < 400


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_details_of_a_hostile_entry_open_as_quickly(shore: Shore, timeline: Timeline, kind: str) -> None:
    """They hold all of it: what is not looked at is not laid out."""

    def opened(line: Line) -> float:
        begun = perf_counter()
        details = EntryDetails(shore.bench, shore.client, line=line)
        details.show()
        details.grab()
        took = perf_counter() - begun
        details.close()
        details.deleteLater()
        return took

    long, hostile = saying(timeline, LONG * 10), saying(timeline, HOSTILE[kind])
    opened(long)
    assert median(opened(hostile) for _ in range(3)) < 60 * median(opened(long) for _ in range(3))
    details = EntryDetails(shore.bench, shore.client, line=hostile)
    texts = [each.toPlainText().replace("\n", "") for each in details.findChildren(LongText)]
    if kind != "22 nested tables":
        assert texts == [shown(HOSTILE[kind]).replace("\n", "")]
