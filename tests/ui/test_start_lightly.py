"""A start loads what it shows and no more (Q1, Q2); the rest comes while nobody waits (Q20)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit, QWidget

from app.rules.once import once
from tests.ui.desk import Desk
from ui.ahead import rooms
from ui.pages.client import ClientPage
from ui.theme import Theme, theme
from ui.widgets.segmented import Segment, Segmented

ROOT = Path(__file__).parents[2]


def said_by(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def desk(dressed: Theme, tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def test_no_source_text_is_read_at_an_import() -> None:
    """PySide6 would read every module's text and keep it, looking for its own switches."""
    program = (
        "from ui.__main__ import prepare; prepare()\n"
        "import app.words, ui.frame, linecache\n"
        "print([name for name in linecache.cache if name.endswith(('words/__init__.py', 'ui/frame.py'))])"
    )
    assert said_by(program) == "[]\n"


def test_the_frame_needs_no_journal_no_typing_extensions_and_no_names_of_roles() -> None:
    program = (
        "from ui.__main__ import prepare; prepare()\n"
        "import sys, ui.start\n"
        "print([name for name in ('typing_extensions', 'sqlcipher3', 'sqlalchemy', 'app.journal.journal', 'ui.roles',"
        " 'ui.actions', 'ui.pages.today', 'hashlib') if name in sys.modules])"
    )
    assert said_by(program) == "[]\n"


def test_every_room_that_is_loaded_ahead_can_be_loaded() -> None:
    found = list(rooms())
    assert len(found) > 400
    assert "ui.pages.week" in found and "ui.dialogs.compose" in found
    assert not [name for name in found if name.endswith("pictures")]
    for name in ("app.facts.people", "ui.pages.week", "ui.dialogs.compose"):
        import_module(name)


def test_a_page_comes_to_the_front_with_its_first_reading(dressed: Theme, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    assert desk.page.isVisible()
    assert desk.page.shown is not None
    desk.close()


def test_a_switch_of_theme_lets_hidden_pages_go_but_not_what_is_being_written(desk: Desk) -> None:
    client = desk.journal.clients.all()[0].number
    for page in ("clients", "calls"):
        desk.bench.show(page)
        desk.read()
    desk.bench.show("client", client)
    desk.read()
    written = desk.window.page
    assert isinstance(written, ClientPage)
    field = next(each for each in written.findChildren(QTextEdit) if each.isVisibleTo(written))
    field.setPlainText("half a sen")
    field.document().setModified(True)
    desk.bench.show("today")
    desk.read()
    theme().wear(mode="dark")
    pages = desk.window._pages
    assert pages is not None
    assert pages.get("client") is written
    assert (pages.get("clients"), pages.get("calls")) == (None, None)
    desk.bench.show("clients")
    desk.read()
    assert desk.window.page is not None and desk.window.page.isVisible()


def test_other_counts_keep_the_parts_of_a_switch(dressed: Theme) -> None:
    switch = Segmented([Segment("a", "All", 3), Segment("b", "Late", 1)])
    before = switch.findChildren(QWidget)
    switch.set_segments([Segment("a", "All", 4), Segment("b", "Late", 2)])
    assert switch.findChildren(QWidget) == before
    assert [each.accessibleName() for each in before] == ["All 4", "Late 2"]


def test_a_value_is_worked_out_once() -> None:
    class Asked:
        times = 0

        @once
        def answer(self) -> int:
            """Counts how often it is asked."""
            self.times += 1
            return self.times

    one, other = Asked(), Asked()
    assert (one.answer, one.answer, other.answer) == (1, 1, 1)
    assert Asked.answer.__doc__ == "Counts how often it is asked."
