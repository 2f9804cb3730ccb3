"""The program at a desktop, from outside: tray, digest, closing, keys for every program (C7, 5.4); fault 16."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from app.clock import system_clock
from app.journal.opening import create_journal
from app.settings import Settings, keep_settings
from tests.outside.stage import ROOT, Stage

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(
        not all(shutil.which(each) for each in ("Xvfb", "dbus-daemon", "xdotool", "xprop")),
        reason="a desktop cannot be made here without Xvfb, dbus-daemon, xdotool and xprop",
    ),
]
SECONDS = 60.0


class Desk:
    """The stage with a desktop on it, and what that desktop heard."""

    def __init__(self, stage: Stage, *lacks: str) -> None:
        self.stage = stage
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.outside.fake_desktop", *lacks],
            cwd=ROOT, env=stage.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._heard: Queue[dict[str, Any]] = Queue()
        Thread(target=self._listen, daemon=True).start()
        assert self.hear("ready")

    def hear(self, what: str) -> Any:
        """Wait until the desktop is told something."""
        while True:
            heard = self._heard.get(timeout=SECONDS)
            if what in heard:
                return heard[what]

    def do(self, **wish: Any) -> None:
        """Somebody at the desk does something."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()

    def windows(self) -> set[str]:
        """The titles of the windows that can be seen."""
        found = self._tool("search", "--onlyvisible", "--name", ".").split()
        return {self._tool("getwindowname", each).strip() for each in found}

    def wait_for(self, true: Any) -> None:
        """Look again and again while the program lives."""
        from tests.ui.real_window import until

        assert self.stage.program is not None
        until(true, self.stage.program)  # type: ignore[arg-type]

    def close_window(self) -> None:
        """What the button of a frame does: WM_DELETE_WINDOW (ICCCM 4.2.8.1)."""
        (number, *_) = self._tool("search", "--onlyvisible", "--name", "^Ashore$").split()
        code = f"""
import ctypes
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.restype = ctypes.c_ulong
display = ctypes.c_void_p(x.XOpenDisplay(None))
class Message(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("what", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("rest", ctypes.c_long * 12)]
atom = lambda name: x.XInternAtom(display, name, 0)
said = Message(type=33, window={number}, what=atom(b"WM_PROTOCOLS"), format=32)
said.data[0] = atom(b"WM_DELETE_WINDOW")
x.XSendEvent(display, ctypes.c_ulong({number}), 0, 0, ctypes.byref(said))
x.XSync(display, 0)
"""
        subprocess.run([sys.executable, "-c", code], env=self.stage.environment, check=True)

    def close(self) -> None:
        """The desktop goes."""
        self._process.kill()
        self._process.communicate()

    def _tool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self.stage.environment, capture_output=True, text=True,
                              check=False)  # fmt: skip
        return done.stdout

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._heard.put(json.loads(line))


@contextmanager
def desk_with(monkeypatch: pytest.MonkeyPatch, *lacks: str, **settings: Any) -> Iterator[Desk]:
    """A journal whose owner works day and night, a client who waits, and the window open."""
    with Stage(sys.executable) as stage:
        for name in ("HOME", *(each for each in stage.environment if each.startswith("XDG_"))):
            monkeypatch.setenv(name, stage.environment[name])
        always = {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
        owner = {"name": "Elena", "zone": "UTC", "hours": always, "languages": ["en"]}
        with closing(create_journal(stage.journal, owner, system_clock)) as journal:
            client = journal.clients.add("Кедровый & <b>дом</b>", zone="UTC", language="ru")
            journal.talk.received(client, "Когда будут готовы макеты?", channel="telegram")
        keep_settings(Settings(**settings))
        with closing(Desk(stage, *lacks)) as desk:
            stage.open()
            yield desk
        assert "Traceback" not in stage.said and "Error" not in stage.said, stage.said


def test_the_tray_shows_how_many_wait_and_one_digest_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """C7: by the owner's hours, in words; the names of clients are text, never markup or a key of the menu."""
    with desk_with(monkeypatch) as desk:
        assert desk.hear("item")
        title, text = desk.hear("notify")
        assert title == "Write first to 1 client today"
        assert text.endswith("Кедровый & ‹b›дом‹/b›")
        desk.do(menu=True)
        head, _, *places = desk.hear("menu")
        assert "to write first" in head and places[:3] == ["Log", "Call note", "Today"]


def test_a_window_that_stays_is_found_again_in_the_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_with(monkeypatch, stay=True) as desk:
        assert desk.hear("item")
        desk.wait_for(lambda: "Ashore" in desk.windows())
        desk.close_window()
        desk.wait_for(lambda: "Ashore" not in desk.windows())
        desk.do(click=True)
        desk.wait_for(lambda: "Ashore" in desk.windows())
        desk.close_window()
        desk.wait_for(lambda: "Ashore" not in desk.windows())
        again = subprocess.run([sys.executable, "-m", "ui"], cwd=ROOT, env=desk.stage.environment, check=False)
        assert again.returncode == 0
        desk.wait_for(lambda: "Ashore" in desk.windows())


@pytest.mark.parametrize(("settings", "lacks"), [({}, ()), ({"stay": True}, ("org.kde.StatusNotifierWatcher",))])
def test_closing_ends_the_program_unless_it_may_stay_where_it_can_be_seen(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, bool], lacks: tuple[str, ...]
) -> None:
    """Never a hidden program: neither without the setting nor without a tray."""
    with desk_with(monkeypatch, *lacks, **settings) as desk:
        desk.wait_for(lambda: "Ashore" in desk.windows())
        desk.wait_for(lambda: any(Path(os.environ["XDG_RUNTIME_DIR"]).rglob("*.door")))
        desk.close_window()
        assert desk.stage.program is not None and desk.stage.program.wait(SECONDS) == 0


def test_a_key_of_the_desktop_brings_up_the_log_in_any_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Through xdg-desktop-portal, with the window put away: the form comes alone."""
    with desk_with(monkeypatch, stay=True, hotkey=True) as desk:
        assert desk.hear("bind") == {"log": "CTRL+ALT+l", "call": "CTRL+ALT+k"}
        desk.wait_for(lambda: "Ashore" in desk.windows())
        desk.close_window()
        desk.wait_for(lambda: "Ashore" not in desk.windows())
        desk.do(press="log")
        desk.wait_for(lambda: "Log" in desk.windows())
        assert "Ashore" not in desk.windows()


@pytest.mark.parametrize("lacks", ["--refuse-keys", "org.freedesktop.portal.Desktop"])
def test_a_desktop_without_keys_hinders_nothing(monkeypatch: pytest.MonkeyPatch, lacks: str) -> None:
    with desk_with(monkeypatch, lacks, hotkey=True) as desk:
        assert desk.hear("notify")
        desk.wait_for(lambda: "Ashore" in desk.windows())
