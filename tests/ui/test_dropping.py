"""Files dropped on a client's page, on the line, on a message: an entry with attachments, or a sentence (issue 5)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.facts.entries import Entry
from app.words import words_for
from tests.ui.desk import Desk
from tests.ui.hands import press, write
from ui.dialogs.compose import Compose
from ui.dialogs.edit import EditForm
from ui.dialogs.import_telegram import ImportTelegram
from ui.dropping import LARGEST, MOST_FILES, sort_dropped
from ui.pages.client.page import ClientPage
from ui.pages.client.quick_add import QuickAdd
from ui.theme import Theme

WORDS = words_for("en")


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "macket.png"
    path.write_bytes(b"\x89PNG macket")
    return path


def drop(on: QWidget, *paths: Path) -> bool:
    """Drag files over a widget and let them go; gives whether they were welcome."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(on.rect().center(), copy, mime, left, none)
    QApplication.sendEvent(on, enter)
    if enter.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(on.rect().center()), copy, mime, left, none))
    QApplication.processEvents()
    return enter.isAccepted()


def page_of(desk: Desk) -> ClientPage:
    desk.window.go("client", desk.journal.clients.named("Кедровый дом").number)
    desk.read()
    assert isinstance(desk.window.page, ClientPage)
    return desk.window.page


def bar_of(desk: Desk) -> QuickAdd:
    return page_of(desk).journal.quick


def last(desk: Desk) -> Entry:
    return desk.journal.reading.entry(desk.journal.size_and_head()[0])


def test_a_file_dropped_on_the_page_is_recorded_with_the_next_line(desk: Desk, picture: Path) -> None:
    page = page_of(desk)
    assert drop(page, picture)
    bar = page.journal.quick
    assert bar.files.paths == (picture,)
    write("Макет, второй вариант")
    press(Qt.Key.Key_Return)
    desk.read()
    entry = last(desk)
    assert (entry.kind, entry.text) == ("message.received", "Макет, второй вариант")
    (kept,) = entry.body["attachments"]
    assert kept["name"] == "macket.png"
    with desk.journal.files.open(kept["sha256"]) as file:
        assert file.read() == picture.read_bytes()
    assert bar.files.paths == ()


def test_a_file_alone_is_recorded_under_its_name(desk: Desk, picture: Path) -> None:
    """D1: a line of text is needed; the name is one."""
    bar = bar_of(desk)
    drop(bar, picture)
    press(Qt.Key.Key_Return)
    desk.read()
    assert last(desk).text == "macket.png"


def test_a_note_can_hold_a_file(desk: Desk, picture: Path) -> None:
    bar = bar_of(desk)
    bar.switches.choose(4)
    drop(bar, picture)
    bar.field.setPlainText("договор, скан")
    bar.save()
    assert (last(desk).kind, last(desk).body["attachments"][0]["name"]) == ("note.written", "macket.png")


def test_a_file_pasted_into_the_line_is_no_text(desk: Desk, picture: Path) -> None:
    bar = bar_of(desk)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    bar.field.insertFromMimeData(mime)
    assert bar.field.toPlainText() == ""
    assert bar.files.paths == (picture,)


def test_folders_large_files_and_missing_ones_are_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    bar = bar_of(desk)
    folder, large = tmp_path / "photos", tmp_path / "film.mp4"
    folder.mkdir()
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    drop(bar, folder, large, tmp_path / "gone.txt")
    assert bar.files.paths == ()
    assert bar.problem.text() == (
        "photos is a folder. Drop its files, or put them into one archive. film.mp4 is larger than 100 MB. Leave it"
        " where it is, and note the place. gone.txt cannot be read. Look whether it is still there."
    )


def test_too_many_files_at_once_are_none(tmp_path: Path) -> None:
    found = sort_dropped([tmp_path / f"{n}.png" for n in range(MOST_FILES + 1)], WORDS)
    assert (found.files, found.refused) == ((), ("21 files at once are too many. Drop at most 20.",))


@pytest.mark.parametrize("sort", ["file", "folder", "archive"])
def test_an_export_of_a_chat_opens_its_import(desk: Desk, tmp_path: Path, sort: str) -> None:
    bar, export = bar_of(desk), tmp_path / "ChatExport" / "result.json"
    export.parent.mkdir()
    export.write_text('{"name": "Ольга", "type": "personal_chat", "id": 1, "messages": []}')
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.write(export, "ChatExport/result.json")
    drop(bar, {"file": export, "folder": export.parent, "archive": tmp_path / "export.zip"}[sort])
    desk.read()
    opened = next(each for each in desk.window.findChildren(ImportTelegram) if each.isVisible())
    assert opened.client.editor.key == str(bar.client)
    if sort == "archive":
        assert opened.problem.accessibleName().startswith("Unpack the archive first")
    assert bar.files.paths == ()


def test_an_archive_of_other_things_is_a_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "fonts.zip", "w") as archive:
        archive.writestr("Inter.ttf", "x")
    assert sort_dropped([tmp_path / "fonts.zip"], WORDS).files == (tmp_path / "fonts.zip",)


def test_a_file_dropped_on_a_message_is_recorded_when_it_is_marked_as_sent(desk: Desk, picture: Path) -> None:
    window = desk.bench.open("compose", desk.journal.clients.named("Кедровый дом").number)
    assert isinstance(window, Compose)
    assert drop(window, picture)
    window.field.setPlainText("Макет во вложении.")
    size = desk.journal.size_and_head()[0]
    window.mark()
    sent = desk.journal.reading.entry(size + 1)
    assert (sent.kind, sent.body["attachments"][0]["name"]) == ("message.sent", "macket.png")


def test_a_file_dropped_on_the_words_of_an_edit_is_its_example(desk: Desk, picture: Path) -> None:
    form = desk.bench.open("edit", desk.journal.clients.named("Кедровый дом").number)
    assert isinstance(form, EditForm)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    form.facts.text.editor.insertFromMimeData(mime)
    assert form.facts.examples.files == [picture]
    assert form.facts.text.editor.toPlainText() == ""


def test_what_is_dropped_beside_an_export_is_taken_or_refused_as_ever(tmp_path: Path, picture: Path) -> None:
    """No file of a drop goes without a word."""
    export, folder = tmp_path / "result.json", tmp_path / "photos"
    export.write_text("{}")
    folder.mkdir()
    found = sort_dropped([picture, export, folder], WORDS)
    assert (found.export, found.files) == (export, (picture,))
    assert found.refused == ("photos is a folder. Drop its files, or put them into one archive.",)
    many = [tmp_path / f"{n}.png" for n in range(MOST_FILES + 1)]
    crowd = sort_dropped([export, *many], WORDS)
    assert (crowd.export, crowd.refused) == (export, ("21 files at once are too many. Drop at most 20.",))
