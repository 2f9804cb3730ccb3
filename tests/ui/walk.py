"""A hand that does anything: random acts of a user on the real window over a real journal (issue 5, figure of 2,000).

    python -m tests.ui.walk --actions 2000 --seed 7

Fails at the first exception, the first warning of Qt, and a journal that is not what its log says afterwards.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTextEdit,
    QWidget,
)

from app.clock import FixedClock
from app.journal.checking import check_journal, rebuild_journal
from app.settings import Settings
from app.storage.rebuild import differences
from tests.exchange.make_export import believable, write_personal
from ui.actions import COMMANDS
from ui.main_window import MainWindow
from ui.sample import sample_journal
from ui.theme import theme
from ui.workbench import Workbench

OF_NO_SCREEN = "This plugin does not support"
"""What the platform without a display says of every window."""
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
TEXTS = (
    "Этикетка, банка 250 г", "Согласовать макет ё Ё й", "12 fotos de las habitaciones", "Ñandú ¿cuándo?",
    "👩‍👩‍👧 ок 🚢", "\u202eevil\u202c right", "שלום, мир", "a & b <b>c</b> %s {name} \\", "25", "wed", "in 2 days",
    "@yesterday 16:00", "0", "-1", "1 000,50", "https://example.org/a?b=c#d", "Z͑͗a̧l̛g͏o", "x" * 90, "\t", "  ",
    "2026-11-31", "09:00-18:00", "+34 600 014 227", "lucia@albor.example", "Кедровый дом: новый человек пишет",
)  # fmt: skip
KEYS = (
    *(Qt.Key.Key_Tab,) * 6, *(Qt.Key.Key_Down,) * 4, *(Qt.Key.Key_Up,) * 2, *(Qt.Key.Key_Return,) * 3,
    Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F6, Qt.Key.Key_Escape,
    Qt.Key.Key_F10, Qt.Key.Key_F1, Qt.Key.Key_Menu,
)  # fmt: skip
LETTERS = "wsladcgWSLцыд/1234"
WITH_CONTROL = "zzzkgjaxcvsp+-0"
SIZES = ((1360, 860), (1024, 700), (680, 430), (900, 1200), (1920, 1080))
MOST_WINDOWS = 5
BLOCKED_SECONDS = 60
ANSWER_MS = 50
NOT_PRESSED = ("restore", "quit")


class Stumbled(AssertionError):
    """Something fell out of the walk."""


class Walk:
    """`go` does one thing; `end` closes the window and judges the journal."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance, self.folder = Random(seed), folder
        self.steps: list[str] = []
        self.done: Counter[str] = Counter()
        self.fallen: list[str] = []
        self.opened: list[str] = []
        self._files = 0
        self.written = 0
        self.telling = self._acting = False
        self.journal = sample_journal(folder)
        self.bench = Workbench(self.journal, Settings(), "en")
        self.bench.erred.connect(self._erred)
        self.window = MainWindow(Settings(), "en")
        self.window.attach(self.bench)
        self.window.show()
        self.window.activateWindow()
        self.acts: tuple[tuple[Callable[[], object], int], ...] = (
            (self.press_a_key, 30), (self.type_a_text, 18), (self.press_a_button, 24), (self.open_something, 12),
            (self.go_somewhere, 8), (self.save, 6), (self.leave, 6), (self.letter, 4), (self.with_control, 4),
            (self.click_anywhere, 6), (self.ask_for_a_menu, 2), (self.choose, 3), (self.turn_the_wheel, 2),
            (self.look_otherwise, 2), (self.speak, 1), (self.resize, 2), (self.let_time_pass, 3), (self.paste, 2),
            (self.import_a_chat, 1), (self.fill, 16), (self.record, 10),
        )  # fmt: skip
        self._bell = QTimer(interval=ANSWER_MS)
        self._bell.timeout.connect(self._answer)
        self._bell.start()
        self.settle()
        self.began_with = self.journal.size_and_head()[0]

    def go(self) -> None:
        """One act of a user, and everything that follows from it. Raises Stumbled."""
        acts, weights = zip(*self.acts, strict=True)
        act = self.chance.choices(acts, weights)[0]
        name = act.__name__
        self.done[name] += 1
        self.steps.append(name)
        if self.telling:
            print(len(self.steps), self.steps[-2:], flush=True)
        self._acting = True
        try:
            said = act()
        except Exception as error:
            said = self._fell(error)
        self._acting = False
        self.steps[-1] = f"{name}: {said}" if said else name
        self.settle()
        self.keep_few_windows()
        self.judge()

    def judge(self) -> None:
        """Whether anything fell out."""
        if self.fallen:
            raise Stumbled("\n".join((*self.steps[-25:], f"after {len(self.steps)} acts", *self.fallen)))

    def settle(self) -> None:
        """Let every event and every answer come."""
        QApplication.processEvents()
        self.bench.settle()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def end(self) -> None:
        """Close everything; the journal is sound and is what a rebuild of its log gives (issue 5)."""
        for each in QApplication.topLevelWidgets():
            each.close()
        self.settle()
        self.judge()
        self.written = self.journal.size_and_head()[0] - self.began_with
        flags, today = self.journal.desk.flags(), self.journal.desk.today()
        report, found = check_journal(self.journal), [str(each) for each in differences(self.journal.path)]
        rebuild_journal(self.journal)
        same = (flags, today) == (self.journal.desk.flags(), self.journal.desk.today())
        self.bench.close()
        self.settle()
        self.judge()
        if found or not report.sound or not same:
            raise Stumbled(f"{found} {report.problems} {'' if same else 'The desk differs after a rebuild.'}")

    @property
    def front(self) -> QWidget:
        """The window that has the keyboard, or the menu that does."""
        for found in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if found is not None:
                return found
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]
        active = QApplication.activeWindow()
        return active if active in shown and active is not None else self.window

    @property
    def focused(self) -> QWidget:
        """What the next key goes to."""
        front = self.front
        if isinstance(front, QMenu):
            return front
        found = QApplication.focusWidget()
        return found if found is not None and found.window() is front else (front.focusWidget() or front)

    def press_a_key(self) -> str:
        """Any of the keys that do something without a text."""
        key, at = self.chance.choice(KEYS), self.focused
        said = self.steps[-1] = f"{key.name} on {named(at)} of {named(at.window())}"
        QTest.keyClick(at, key)
        return said

    def type_a_text(self) -> str:
        """Sign by sign, into whatever has the focus."""
        text, at = self.chance.choice(TEXTS), self.focused
        for sign in text:
            self._sign(sign)
        return f"{text!r} into {named(at)}"

    def letter(self) -> str:
        """A single letter, which acts where a list has the focus."""
        sign = self.chance.choice(LETTERS)
        at = self.focused
        self._sign(sign)
        return f"{sign} on {named(at)}"

    def with_control(self) -> str:
        """A shortcut that is not of the menu."""
        sign = self.chance.choice(WITH_CONTROL)
        at = self.focused
        QTest.keyClick(at, sign, CONTROL)  # type: ignore[call-overload]
        return f"Ctrl+{sign} on {named(at)}"

    def press_a_button(self) -> str:
        """Any button that can be seen, by the mouse."""
        front = self.front
        seen = [
            each for each in front.findChildren(QAbstractButton)
            if each.isVisibleTo(front) and each.isEnabled() and each.window() is front
            and not each.visibleRegion().isEmpty() and not type(each).__name__.lower().startswith(NOT_PRESSED)
        ]  # fmt: skip
        if not seen:
            return self.press_a_key()
        button = self.chance.choice(seen)
        said = named(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, NONE, button.visibleRegion().boundingRect().center())
        return said

    def open_something(self) -> str:
        """A command of the menu, by its shortcut where it has one."""
        command = self.chance.choice([each for each in COMMANDS if each.key not in ("quit", "menu")])
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            self.window.run(command.key)
        return command.key

    def go_somewhere(self) -> str:
        """A page, often one client's."""
        if QApplication.activeModalWidget() is not None:
            return "nowhere"
        clients = [each.number for each in self.journal.clients.all()]
        page = self.chance.choice(("today", "client", "client", "client", "clients", "edits", "week", "evidence"))
        client = self.chance.choice(clients) if page == "client" else 0
        self.bench.show(page, client)
        return f"{page} {client}"

    def save(self) -> str:
        """Ctrl+Enter."""
        at = self.focused
        QTest.keyClick(at, Qt.Key.Key_Return, CONTROL)
        return named(at)

    def leave(self) -> str:
        """Escape, once or twice: a filled form asks once."""
        times = self.chance.choice((1, 2))
        for _ in range(times):
            QTest.keyClick(self.focused, Qt.Key.Key_Escape)
            QApplication.processEvents()
        return str(times)

    def fill(self) -> str:
        """A text into a field of the window in front."""
        front = self.front
        kinds = (QLineEdit, QTextEdit, QAbstractSpinBox)
        seen = [each for kind in kinds for each in front.findChildren(kind) if each.isVisibleTo(front)]
        seen = [each for each in seen if each.isEnabled() and each.window() is front]
        if not seen:
            return self.press_a_key()
        field = self.chance.choice(seen)
        field.setFocus()
        return self.type_a_text()

    def record(self) -> str:
        """What an owner does all day: a form is opened, a line is written, Ctrl+Enter."""
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return "not now"
        key = self.chance.choice(("log", "log", "edit", "request", "call", "message", "plan_call", "new_client"))
        self.window.run(key)
        self.settle()
        said = [self.fill() for _ in range(self.chance.randint(1, 3))]
        at = self.focused
        QTest.keyClick(at, Qt.Key.Key_Return, self.chance.choice((CONTROL, CONTROL, NONE)))
        return f"{key} {said} {named(at.window())}"

    def choose(self) -> str:
        """Another entry of a choice."""
        front = self.front
        seen = [each for each in front.findChildren(QComboBox) if each.isVisibleTo(front) and each.isEnabled()]
        if not seen:
            return ""
        box = self.chance.choice(seen)
        box.setFocus()
        QTest.keyClick(box, self.chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End)))
        return named(box)

    def click_anywhere(self) -> str:
        """A press or a double press at any place."""
        at, place = self._any_place()
        press = self.chance.choice((QTest.mouseClick, QTest.mouseDClick))
        press(at, Qt.MouseButton.LeftButton, NONE, place)
        return f"{named(at)} {place.toTuple()}"

    def ask_for_a_menu(self) -> str:
        """The other button."""
        at, place = self._any_place()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(at, QContextMenuEvent(reason, place, at.mapToGlobal(place)))
        return named(at)

    def turn_the_wheel(self) -> str:
        """Up or down."""
        at, place = self._any_place()
        turn = QPoint(0, self.chance.choice((-1200, -120, 120, 1200)))
        spot, all_over = QPointF(place), QPointF(at.mapToGlobal(place))
        phase = Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(spot, all_over, QPoint(), turn, Qt.MouseButton.NoButton, NONE, phase, False)
        QApplication.sendEvent(at, wheel)
        return named(at)

    def look_otherwise(self) -> str:
        """Another theme, another size of the text, less motion."""
        mode, percent = self.chance.choice(("light", "dark", "system")), self.chance.choice((100, 115, 150, 200))
        self.bench.set(theme=mode, percent=percent, motion=self.chance.random() < 0.5)
        return f"{mode} {percent}"

    def speak(self) -> str:
        """Another language, where the settings could be reached."""
        if QApplication.activeModalWidget() is not None:
            return "not now"
        language = self.chance.choice(("en", "ru", "es"))
        self.bench.speak(language)
        return language

    def resize(self) -> str:
        """Another size of the window."""
        size = self.chance.choice(SIZES)
        self.window.resize(*size)
        return str(size)

    def let_time_pass(self) -> str:
        """Minutes or hours go by; the window reads anew."""
        minutes = self.chance.choice((1, 7, 61, 400))
        clock = self.journal.clock
        assert isinstance(clock, FixedClock)
        clock.forward(timedelta(minutes=minutes))
        self.bench.refresh()
        return f"{minutes} min"

    def paste(self) -> str:
        """Several lines of a chat, or anything."""
        chat = "Ольга, [20.11.2026 10:15]\nСделайте баннер к понедельнику\n\nЕлена, [20.11.2026 10:20]\nДа, посмотрю"
        QApplication.clipboard().setText(self.chance.choice((chat, *TEXTS)))
        at = self.focused
        QTest.keyClick(at, Qt.Key.Key_V, CONTROL)
        return named(at)

    def import_a_chat(self) -> str:
        """An export of a messenger, looked at; another act may take it."""
        if QApplication.activeModalWidget() is not None:
            return "not now"
        from ui.dialogs.import_telegram import ImportTelegram

        self._files += 1
        path = write_personal(self.folder / f"chat{self._files}.json", believable(self.chance.randint(3, 40)))
        client = self.chance.choice([each.number for each in self.journal.clients.all()])
        made = self.bench.open("import", client)
        if isinstance(made, ImportTelegram):
            made.take_file(path)
        return path.name

    def keep_few_windows(self) -> None:
        """Nobody has twenty windows open."""
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not self.window]
        for each in shown[: -MOST_WINDOWS or None] if len(shown) > MOST_WINDOWS else ():
            each.close()
        if not self.window.isVisible():
            self.window.show()
        self.settle()

    def _any_place(self) -> tuple[QWidget, QPoint]:
        front = self.front
        place = QPoint(self.chance.randrange(max(1, front.width())), self.chance.randrange(max(1, front.height())))
        at = front.childAt(place) or front
        return at, at.mapFrom(front, place)

    def _sign(self, sign: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.focused, QKeyEvent(kind, Qt.Key.Key_unknown, NONE, sign))

    def _fell(self, error: Exception) -> str:
        """An act that failed; what dies under the pressed mouse (the list of a choice) is no fault."""
        frames = traceback.extract_tb(error.__traceback__)
        if isinstance(error, RuntimeError) and "already deleted" in str(error) and frames[-1].filename == __file__:
            return "it went under the hand"
        self.fallen.append("".join(traceback.format_exception(error)))
        return ""

    def _answer(self) -> None:
        """Qt's own questions (a file that exists) and menus wait in a loop of their own: No, and none of them."""
        asked, menu = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        if isinstance(asked, QMessageBox):
            asked.reject()
        elif self._acting and menu is not None:
            menu.close()

    def _erred(self, error: BaseException) -> None:
        self.fallen.append("".join(traceback.format_exception(error)))

    def hooked(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An exception that nobody caught: of a slot, of an event handler."""
        self.fallen.append("".join(traceback.format_exception(kind, error, trace)))

    def warned(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """What Qt has to complain about; that its own file dialog renames nothing is its own affair."""
        renaming = text.startswith("edit: ") and isinstance(QApplication.activeModalWidget(), QFileDialog)
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(OF_NO_SCREEN) and not renaming:
            where = "".join(traceback.format_stack(limit=12))
            self.fallen.append(f"Qt: {text}\n{where}")


def named(widget: QWidget) -> str:
    """A widget in a line of the way that was gone."""
    said = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else ""
    return f"{type(widget).__name__} {(widget.accessibleName() or str(said))[:40]!r}"


def walk(folder: Path, actions: int, seed: int, *, telling: bool = False) -> Walk:
    """Go so many steps, each told before it is done. Raises Stumbled with the last steps where something fell out."""
    opened: list[str] = []
    kept = (sys.excepthook, threading.excepthook, sys.unraisablehook, QDesktopServices.openUrl)
    QDesktopServices.openUrl = staticmethod(lambda url: bool(opened.append(QUrl(url).toString())) or True)  # type: ignore[method-assign,assignment]
    going = Walk(folder, seed)
    going.opened, going.telling = opened, telling
    sys.excepthook = going.hooked
    sys.unraisablehook = lambda raised: going.hooked(type(raised.exc_value), raised.exc_value, raised.exc_traceback)  # type: ignore[arg-type]
    threading.excepthook = lambda raised: going.hooked(raised.exc_type, raised.exc_value, raised.exc_traceback)  # type: ignore[arg-type]
    told = qInstallMessageHandler(going.warned)
    try:
        for _ in range(actions):
            faulthandler.dump_traceback_later(BLOCKED_SECONDS, exit=False)
            going.go()
        theme().wear(mode="light", percent=100)
        going.end()
    finally:
        faulthandler.cancel_dump_traceback_later()
        qInstallMessageHandler(told)
        sys.excepthook, threading.excepthook, sys.unraisablehook, QDesktopServices.openUrl = kept  # type: ignore[method-assign]
        theme().motion = True
    return going


def main() -> int:
    """One walk by command; 0 when nothing fell out."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--actions", type=int, default=2000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--tell", action="store_true", help="say each act before it is done")
    given = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faulthandler.enable()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="ashore-walk-") as place:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            folder = Path(place) / name.lower()
            folder.mkdir(mode=0o700)
            os.environ[name] = str(folder)
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
        app = QApplication([])
        theme().dress(app, mode="light", percent=100)
        try:
            gone = walk(Path(place), given.actions, given.seed, telling=given.tell)
        except Stumbled as fell:
            print(fell, file=sys.stderr)
            return 1
        print(f"{given.actions} acts, seed {given.seed}: {dict(gone.done)}")
        print(f"{gone.written} entries written, {len(gone.opened)} links opened, {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
