"""The window as a program: paints first, one per journal, and every failure is a sentence."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.errors import Refused
from app.journal.opening import create_journal
from app.settings import Settings, keep_settings, load_settings, settings_file
from app.unsent import forget_unsent, keep_unsent, slots, unsent
from tests.ui.desk import Desk, press
from ui.__main__ import window_options
from ui.actions import COMMANDS
from ui.dialogs.compose import Compose
from ui.first_window import FirstWindow, raise_first
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.pages.today import TodayPage
from ui.sample import MOMENT, sample_journal
from ui.start import Wish
from ui.theme import Theme
from ui.widgets.notice import NoticeKind
from ui.workbench import Workbench

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_first_frame_needs_no_database_library() -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication\n"
        "from ui.start import Program, Wish\n"
        "app = QApplication([]); program = Program(app, Wish(journal=Path('nowhere')))\n"
        "program.window.painted.disconnect(); program.show(); app.processEvents()\n"
        "print(program.window._was_painted, 'sqlalchemy' in sys.modules, 'cryptography' in sys.modules)"
    )
    assert run_python(code).stdout.split() == ["True", "False", "False"]


def test_global_options_alone_mean_the_window() -> None:
    assert window_options([]) == {}
    assert window_options(["--lang", "ru", "--journal=/a b"]) == {"--lang": "ru", "--journal": "/a b"}
    assert window_options(["today"]) is None
    assert window_options(["--lang", "ru", "today"]) is None
    assert window_options(["--help"]) is None


def test_without_a_display_one_sentence_is_said() -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "ui"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.strip() == (
        "There is no display to open a window on. Every command works without one: see `ashore --help`."
    )


def test_a_second_start_raises_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    journal = tmp_path / "a journal.ashore"
    first = FirstWindow(journal)
    first.listen()
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([]); from ui.first_window import raise_first\n"
        "sys.exit(0 if raise_first(Path(sys.argv[1])) else 3)"
    )
    with qtbot.waitSignal(first.raised, timeout=60_000):
        second = subprocess.Popen([sys.executable, "-c", code, str(journal)], cwd=ROOT)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert second.returncode == 0
    first.close()


def test_the_name_of_a_killed_window_is_taken_over(tmp_path: Path, qapp: QApplication) -> None:
    journal = tmp_path / "journal.ashore"
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "app = QCoreApplication([]); from ui.first_window import FirstWindow\n"
        "window = FirstWindow(Path(sys.argv[1])); window.listen(); os.kill(os.getpid(), 9)"
    )
    run_python(code, str(journal))
    assert not raise_first(journal)
    after = FirstWindow(journal)
    after.listen()
    assert after._server is not None and after._server.isListening()
    after.close()


def opening(path: Path, owner: list[QObject]) -> Opening:
    window = MainWindow(Settings(), "en")
    owner.append(window)
    window.show()
    found = Opening(Wish(journal=path), Settings(), "en", window)
    found.begin()
    return found


def refusal(found: Opening) -> str:
    assert found._page is not None
    return found._page.state.text.text()


def test_a_file_that_is_no_journal_is_said_in_the_window(tmp_path: Path, dressed: Theme) -> None:
    path, kept = tmp_path / "notes.ashore", []
    path.write_text("only notes")
    assert "notes.ashore" in refusal(opening(path, kept))
    assert path.read_text() == "only notes"


def test_a_journal_of_a_newer_program_is_left_as_it_is(tmp_path: Path, dressed: Theme) -> None:
    journal = sample_journal(tmp_path)
    journal.close()
    with sqlite3.connect(journal.path) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    before, kept = journal.path.read_bytes(), []
    assert refusal(opening(journal.path, kept)).startswith("sample.ashore was written by a newer Ashore.")
    assert journal.path.read_bytes() == before


def test_a_journal_held_by_another_program_can_be_opened_for_reading(tmp_path: Path, dressed: Theme) -> None:
    journal, kept = sample_journal(tmp_path), []
    found = opening(journal.path, kept)
    assert refusal(found).startswith("Another program holds this journal.")
    benches = []
    found.ready.connect(benches.append)
    found._only_read()
    assert benches[0].journal.writes is False
    benches[0].close()
    journal.close()


def test_a_refusal_is_said_at_the_foot_and_the_window_lives(desk: Desk) -> None:
    def verb() -> None:
        raise Refused("A correction needs its reason. Write in a few words what was wrong.")

    assert desk.bench.do(verb) is False
    shown = desk.window.notices.shown
    assert shown is not None and shown.kind is NoticeKind.ERROR
    assert shown.text == "A correction needs its reason. Write in a few words what was wrong."


def test_a_notice_stays_and_its_step_is_taken(desk: Desk) -> None:
    taken = []
    desk.bench.say("Saved as entry 7", step="Write the summary", next=lambda: taken.append(7))
    desk.bench.refresh()
    desk.read()
    assert desk.window.notices.shown is not None
    desk.window.notices.take_step()
    assert taken == [7]
    assert desk.window.notices.shown is None


def test_every_page_of_the_rail_can_be_shown(desk: Desk) -> None:
    for key in ("clients", "calls", "edits", "week", "evidence", "settings", "today"):
        desk.window.run(key)
        desk.read()
        assert desk.window.page is desk.window.stack.currentWidget()


def test_escape_goes_back_to_the_page_before(desk: Desk) -> None:
    desk.window.run("clients")
    desk.window.run("edits")
    press(desk.window, Qt.Key.Key_Escape)
    assert desk.window._here[0] == "clients"


def test_every_command_has_a_name_and_no_shortcut_is_given_twice(desk: Desk) -> None:
    keys = [command.keys for command in COMMANDS if command.keys]
    assert len(keys) == len(set(keys))
    assert all(desk.window.commands.by_key[command.key].text() for command in COMMANDS)
    titles = [action.text().replace("&", "") for action in desk.window.menuBar().actions()]
    assert titles == ["Journal", "Go", "Record", "Help"]


def test_the_tables_hold_what_is_open(desk: Desk) -> None:
    rows = desk.journal.desk.edit_rows()
    assert [row.group.value for row in rows] == ["today"] * 3 + ["later"] * 4 + ["waiting"] * 2
    calls = desk.journal.desk.call_rows()
    assert [row.client.name for row in calls] == ["Clínica Dental Albor", "Кедровый дом"]
    clients = desk.journal.desk.client_rows()
    assert [row.severity.value for row in clients if row.severity] == ["late", "late", "today", "today", "soon"]


def test_settings_are_kept_and_a_damaged_file_is_put_aside(own_home: Path) -> None:
    assert keep_settings(Settings(language="ru", theme="dark", percent=150))
    assert load_settings() == Settings(language="ru", theme="dark", percent=150)
    settings_file().write_text('{"language": ')
    assert load_settings() == Settings()
    assert settings_file().with_suffix(".damaged.json").exists()


def test_settings_that_make_no_sense_become_the_defaults(own_home: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('{"language": "xx", "theme": "pink", "percent": 7, "width": 1}')
    assert load_settings() == Settings(width=680)


def test_what_was_typed_is_kept_under_its_name(own_home: Path) -> None:
    text = "Здравствуйте, \ud83d\n…"
    assert keep_unsent("log/3", text)
    assert unsent("log/3") == text
    assert unsent("log/4") == ""
    forget_unsent("log/3")
    assert unsent("log/3") == ""


def test_the_tenth_text_of_one_form_overwrites_none() -> None:
    """Fault 30: names go on being counted, and one recorded in between hides none behind it."""
    for at in range(15):
        free = next(each for each in slots("log/edit/77") if not unsent(each))
        assert keep_unsent(free, f"text {at}")
    forget_unsent("log/edit/77/9")
    kept = {unsent(each) for each in slots("log/edit/77")} - {""}
    assert kept == {f"text {at}" for at in range(15) if at != 8}


def test_every_control_of_today_has_a_name(desk: Desk) -> None:
    from PySide6.QtWidgets import QAbstractButton

    nameless = [
        each
        for each in desk.window.findChildren(QAbstractButton)
        if isinstance(each, QWidget) and each.isVisible() and not (each.accessibleName() or each.text())
    ]
    assert nameless == []


def test_a_bug_in_a_slot_is_said_and_the_program_lives(desk: Desk, own_home: Path) -> None:
    from ui.start import Program

    program = Program(QApplication.instance(), Wish(journal=desk.journal.path))  # type: ignore[arg-type]
    hook, sys.excepthook = sys.excepthook, sys.__excepthook__
    program.window.painted.disconnect()
    program.window.show()
    try:
        raise RuntimeError("in a slot")
    except RuntimeError as error:
        hook(RuntimeError, error, error.__traceback__)
    shown = program.window.notices.shown
    assert shown is not None and shown.text.startswith("The program made a mistake;")
    assert "in a slot" in next((own_home / "xdg_state_home").rglob("reports.txt")).read_text()
    program.window.closed.disconnect()
    program.window.close()


def test_the_system_may_end_the_program_and_the_journal_closes(tmp_path: Path) -> None:
    journal = sample_journal(tmp_path)
    journal.close()
    environment = os.environ | {"PYTHONFAULTHANDLER": "1"}
    running = subprocess.Popen(
        [sys.executable, "-c", RUN_AND_SAY, str(journal.path)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None and running.stdout.readline() == "shown\n"
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=30) == 0
    running.stdout.close()
    assert not [each.name for each in tmp_path.iterdir() if each.name.endswith(("-wal", "-shm", "-journal"))]


RUN_AND_SAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.start import Program, Wish, new_application
app = new_application()
program = Program(app, Wish(journal=Path(sys.argv[1])))
program.show()
def look():
    if getattr(program.window.page, "shown", None) is not None:
        watch.stop()
        print("shown", flush=True)
watch = QTimer()
watch.timeout.connect(look)
watch.start(10)
sys.exit(app.exec())
"""


def test_the_rail_says_when_the_journal_was_checked(desk: Desk) -> None:
    desk.window._reading.check()
    desk.read()
    rows = {row.key: row.text() for row in desk.window.rail._rows}
    assert rows["check"] == "Journal checked 11:42"


def test_a_message_without_a_client_asks_for_one(desk: Desk) -> None:
    desk.window.run("week")
    desk.window.run("message")
    assert desk.window._here[0] == "clients"
    desk.read()
    assert desk.window.notices.shown is not None
    page = desk.window.page
    page.table.choose(str(desk.journal.clients.named("Harbour & Finch").number))  # type: ignore[union-attr]
    desk.window.run("message")
    (window,) = desk.window.findChildren(Compose)
    assert window.letter.client.name == "Harbour & Finch"
    window.close()


def test_a_journal_without_clients_leads_to_the_first_one(tmp_path: Path, dressed: Theme) -> None:
    clock = FixedClock(MOMENT)
    journal = create_journal(tmp_path / "new.ashore", {"name": "Elena", "zone": "Europe/Madrid"}, clock)
    bench = Workbench(journal, Settings(), "en")
    window = MainWindow(Settings(), "en")
    window.attach(bench)
    window.show()
    bench.settle()
    QApplication.processEvents()
    page = window.page
    assert isinstance(page, TodayPage)
    assert page.write_first._empty.title.text() == "No client yet"
    assert page.heading.subtitle.text() == "11:42 in Madrid · week 47 · nobody waits for your word"
    window.close()
    bench.close()
