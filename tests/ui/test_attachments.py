"""Attachments in the timeline: a copy is opened, what could run is asked about, what is missing is said (fault 15)."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.facts.visible import visible
from app.journal.attached import attached_to
from tests.ui.shore import FRIDAY, Shore, key
from ui.dialogs.open_attached import OpenAttached
from ui.pages.client.journal_tab import JournalTab
from ui.widgets.notice import NoticeKind

LEFT = Qt.MouseButton.LeftButton
Show = Callable[..., QWidget]
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system was asked to open."""
    found: list[Path] = []

    def note(url: QUrl) -> bool:
        assert url.isLocalFile()
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return found


def told(shore: Shore, show: Show, *files: tuple[str, bytes]) -> JournalTab:
    """The journal tab at a message with files."""
    kept = [(name, shore.journal.files.keep(BytesIO(data))) for name, data in files]
    attachments = [{"sha256": one.sha256, "size": one.size, "name": name} for name, one in kept]
    body = {"channel": "whatsapp", "person": shore.lucia, "text": "mira", "attachments": attachments}
    body["happened"] = {"at": FRIDAY.isoformat(), "zone": "Europe/Madrid", "precision": "minute", "basis": "typed"}
    seq = shore.journal.record("message.received", shore.client, body)
    tab = JournalTab(shore.bench)
    shore.bench.window = tab
    tab.show_client(shore.client)
    show(tab, 1100, 700)
    assert tab.timeline.go_to_entry(seq)
    return tab


def act(tab: JournalTab, what: str = "file:0") -> None:
    line = tab.timeline.current
    assert line is not None
    tab.act(line.entry.seq, what)


def asked(tab: JournalTab) -> OpenAttached:
    found = [each for each in tab.window().findChildren(OpenAttached) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_picture_is_opened_as_a_copy_that_may_only_be_read(shore: Shore, show: Show, opened: list[Path]) -> None:
    tab = told(shore, show, ("foto del horno.png", PNG))
    act(tab)
    (copy,) = opened
    assert copy.read_bytes() == PNG
    assert copy.name == "foto del horno.png"
    assert not copy.is_relative_to(shore.journal.files.folder)
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    act(tab)
    assert opened == [copy, copy]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("factura.exe", b"MZ\x90", "can run programs"),
        ("factura.pdf.js", b"alert()", "can run programs"),
        ("página.html", b"<img src=http://remote.example/x>", "can run programs"),
        ("foto.jpg", b"\x7fELF\x02", "but it is a program"),
        ("foto.png", b"%PDF-1.7", "does not begin as such files do"),
        ("datos.qqq", b"\x00\x01", "Nobody here knows"),
        ("cod\u202egnp.exe", b"MZ", "can run programs"),
    ],
)
def test_what_could_run_is_asked_about_first(
    shore: Shore, show: Show, opened: list[Path], name: str, data: bytes, said: str
) -> None:
    tab = told(shore, show, (name, data))
    act(tab)
    assert opened == []
    question = asked(tab)
    assert said in question.said.text()
    focused = question.focusWidget()
    assert focused is not None
    assert focused is not question.opens
    key(focused, Qt.Key.Key_Return)
    question.save()
    QApplication.processEvents()
    assert opened == []
    act(tab)
    asked(tab).opens.click()
    assert [copy.read_bytes() for copy in opened] == [data]


def test_a_name_that_turns_the_writing_round_is_shown_as_it_is(shore: Shore, show: Show, opened: list[Path]) -> None:
    """Fault 24: ‹U+202E› stands where the sign does, in the row, its menu and the question."""
    name = "foto\u202egnp.exe"
    tab = told(shore, show, (name, b"MZ"))
    line = tab.timeline.current
    assert line is not None
    assert any("foto‹U+202E›gnp.exe" in action.text() for action in tab.menus.menu_of(line).actions())
    act(tab)
    assert "foto‹U+202E›gnp.exe" in " ".join(words_on(asked(tab)))
    asked(tab).opens.click()
    assert opened[0].name == "foto_gnp.exe"
    assert visible(opened[0].name) == opened[0].name


def test_a_missing_file_is_said_and_the_rest_stays_usable(shore: Shore, show: Show, opened: list[Path]) -> None:
    tab = told(shore, show, ("uno.png", PNG), ("dos.png", PNG + b"2"))
    line = tab.timeline.current
    assert line is not None
    shore.journal.files.drop(attached_to(line.entry.body)[0].sha256)
    act(tab)
    assert opened == []
    assert "The attachment uno.png is missing" in shore.bench.said[-1]
    assert shore.bench.steps[-1].notice.kind is NoticeKind.ERROR
    act(tab, "file:1")
    assert [copy.name for copy in opened] == ["dos.png"]


def test_a_changed_file_is_not_opened(shore: Shore, show: Show, opened: list[Path]) -> None:
    tab = told(shore, show, ("uno.png", PNG))
    line = tab.timeline.current
    assert line is not None
    path = shore.journal.files.path_of(attached_to(line.entry.body)[0].sha256)
    path.chmod(0o600)
    path.write_bytes(PNG + b"!")
    act(tab)
    assert opened == []
    assert "was changed since it was recorded" in shore.bench.said[-1]


def test_what_the_source_only_named_is_said_so(shore: Shore, show: Show, opened: list[Path]) -> None:
    tab = told(shore, show, ("uno.png", PNG))
    line = tab.timeline.current
    assert line is not None
    shore.journal.talk.correct(
        shore.client, line.entry.seq, {"attachments": [{"name": "video.mp4", "missing": True}]}, "otro"
    )
    tab.show_client(shore.client)
    line = tab.timeline.current
    assert line is not None
    assert "video.mp4, not in the export" in tab.timeline.delegate.spoken(line)
    act(tab)
    assert "The source named video.mp4 and did not hold it" in shore.bench.said[-1]
    assert opened == []


def test_a_press_on_the_file_in_the_row_opens_it(shore: Shore, show: Show, opened: list[Path]) -> None:
    tab = told(shore, show, ("uno.png", PNG))
    line = tab.timeline.current
    assert line is not None
    pieces = tab.timeline.delegate.drawn(line).pieces
    place = next(piece.box for piece in pieces if getattr(piece, "action", "") == "file:0")
    assert place.height() >= 24
    assert tab.timeline.delegate.drawn(line).action_at(QPointF(place.center())) == "file:0"
    assert "File uno.png" in tab.timeline.delegate.spoken(line)


def test_a_double_click_on_the_file_opens_it_once_and_no_details(
    shore: Shore, show: Show, opened: list[Path], qtbot: QtBot
) -> None:
    tab = told(shore, show, ("uno.png", PNG))
    acts: list[tuple[int, str]] = []
    timeline, line = tab.timeline, tab.timeline.current
    assert line is not None
    timeline.acted.connect(lambda seq, what: acts.append((seq, what)))
    index = timeline.currentIndex()
    box = timeline.delegate.content_box(timeline.visualRect(index), index.row())
    pieces = timeline.delegate.drawn(line).pieces
    file = next(piece.box for piece in pieces if getattr(piece, "action", "") == "file:0")
    at = (box.topLeft() + QPointF(file.left() + 20, file.center().y())).toPoint()
    qtbot.mouseMove(timeline.viewport(), at)
    qtbot.mouseClick(timeline.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(timeline.viewport(), LEFT, pos=at)
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.RightButton, pos=at)
    assert acts == [(line.entry.seq, "file:0")]
    assert timeline.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseDClick(timeline.viewport(), LEFT, pos=(box.topLeft() + QPointF(20, 10)).toPoint())
    assert acts[1:] == [(line.entry.seq, "open")]


def words_on(widget: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in widget.findChildren(QLabel)]
