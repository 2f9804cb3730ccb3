"""A hand and an eye outside the program: finds by role and name, presses, types, reads, waits.

Works through AT-SPI, as a screen reader does, and through XTEST for real keys. Runs under the system's Python, which
has pyatspi. Nothing sleeps: waiting turns the loop of GLib, in which the events of AT-SPI arrive, until it is so.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi
from gi.repository import Atspi, GLib

T = TypeVar("T")
Thing = Any
"""An accessible object of AT-SPI."""

SECONDS = 15.0
LOOK_AGAIN_MS = 60
DEPTH = 40
PARTING = GLib.Error


class NotSo(AssertionError):
    """What was expected did not come; holds what was there instead."""


class Hand:
    """One program on the screen, by its process number."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._context = GLib.MainContext.default()
        self.keystrokes = 0
        self.presses = 0
        self._listener = Atspi.EventListener.new(_heard)
        self._listener.register("object:children-changed")
        self.program: Thing = self.until(self._program, "the program on the accessibility bus", 30.0)
        Atspi.Accessible.set_cache_mask(self.program, Atspi.Cache.NONE)

    def until(self, question: Callable[[], T], what: str, seconds: float = SECONDS) -> T:
        """Ask until the answer is true, and give it. Raises NotSo after `seconds`, or when the program ended."""
        deadline = time.monotonic() + seconds
        while True:
            answer = _asked(question)
            if answer:
                return answer
            if self._process.poll() is not None:
                raise NotSo(f"The program ended with {self._process.returncode} while waiting for {what}.")
            if time.monotonic() > deadline:
                raise NotSo(f"Waited {seconds:g} s in vain for {what}.")
            self._turn()

    def windows(self) -> list[Thing]:
        """The windows that are shown, the last opened last."""
        return [window for window in _children(self.program) if _shown(window)]

    def window(self, title: str) -> Thing:
        """The window whose title begins so."""
        return self.until(lambda: self._titled(title), f"the window {title!r}")

    def gone(self, title: str) -> None:
        """Wait until no window has this title."""
        self.until(lambda: self._titled(title) is None, f"the window {title!r} to close")

    def all(self, role: str, name: str = "", within: Thing = None) -> list[Thing]:
        """Everything shown of this role whose name begins so; any role for ''."""
        return list(self._matching(role, name, within))

    def find(self, role: str, name: str = "", within: Thing = None, seconds: float = SECONDS) -> Thing:
        """The first shown of this role whose name begins so, waited for."""
        try:
            return self.until(
                lambda: next(self._matching(role, name, within), None), f"the {role or 'thing'} {name!r}", seconds
            )
        except NotSo as missing:
            raise NotSo(f"{missing} There is:\n{self.told(within)}") from None

    def absent(self, role: str, name: str, within: Thing = None) -> None:
        """Wait until nothing of this role has this name."""
        self.until(lambda: not self.all(role, name, within), f"the {role} {name!r} to go")

    def step_to(self, title: str) -> Thing:
        """Take a window to the front and give it the keyboard: what a window manager does, and none runs here."""
        window = self.window(title)
        pattern = f"^{re.escape(window.name)}"
        words = ("search", "--sync", "--onlyvisible", "--pid", str(self._process.pid), "--name", pattern)
        number = self._xdotool(*words).split()[-1]
        self._xdotool("windowraise", number, "windowfocus", number)
        self.until(lambda: _has(window, pyatspi.STATE_ACTIVE), f"the keyboard in the window {title!r}")
        return window

    def labelled(self, role: str, label: str, within: Thing = None) -> Thing:
        """The first shown of this role that stands under a label of this text, as a combo box does."""
        return self.until(
            lambda: next((thing for thing in self._matching(role, "", within) if label in _labels(thing)), None),
            f"the {role} under {label!r}",
        )

    def press(self, thing: Thing, action: str = "") -> None:
        """Do what Enter or a click would do."""
        actions = thing.queryAction()
        names = [actions.getName(at) for at in range(actions.nActions)]
        wanted = [action] if action else ["Press", "Toggle", "SetFocus"]
        at = next((names.index(each) for each in wanted if each in names), None)
        if at is None:
            raise NotSo(f"{_line(thing)} can only {names}.")
        if not thing.getState().contains(pyatspi.STATE_ENABLED):
            raise NotSo(f"{_line(thing)} is disabled: {thing.description}")
        self.presses += 1
        actions.doAction(at)

    def tick(self, box: Thing, *, on: bool = True) -> None:
        """Press a check box or a radio button if need be, and see that it is so: Qt answers before it has clicked."""
        if _has(box, pyatspi.STATE_CHECKED) != on:
            self.press(box)
            self.until(lambda: _has(box, pyatspi.STATE_CHECKED) == on, f"{_line(box)} to be {'on' if on else 'off'}")

    def focus(self, thing: Thing) -> None:
        """Put the keyboard focus on a thing and see that it came there."""
        thing.queryComponent().grabFocus()
        self.until(lambda: _has(thing, pyatspi.STATE_FOCUSED), f"the focus on {_line(thing)}")

    def focused(self) -> Thing:
        """What has the keyboard focus in the window that has the keyboard; None when nothing has."""
        for window in [each for each in self.windows() if _has(each, pyatspi.STATE_ACTIVE)]:
            for thing in self._walk(window):
                if _has(thing, pyatspi.STATE_FOCUSED):
                    return thing
        return None

    def cursor_at(self, name: str) -> Thing:
        """Wait until what has the keyboard focus bears a name that begins so."""

        def question() -> Thing:
            found = self.focused()
            return found if found is not None and found.name.startswith(name) else None

        return self.until(question, f"the keyboard focus on {name!r}")

    def type(self, text: str) -> None:
        """Real keys, one after the other."""
        self.keystrokes += len(text)
        self._xdotool("type", "--delay", "6", "--", text)

    def key(self, *combinations: str) -> None:
        """Keys by their X names, as in ctrl+Return."""
        self.keystrokes += len(combinations)
        self._xdotool("key", "--delay", "6", *combinations)

    def write(self, thing: Thing, text: str) -> None:
        """Focus a field, take what is in it away, type, and see that it holds the text."""
        self.focus(thing)
        self.key("ctrl+a")
        self.type(text)
        self.until(lambda: self.text(thing) == text, f"{text!r} in {_line(thing)}")

    def text(self, thing: Thing) -> str:
        """What a field holds, or else its name."""
        try:
            found = thing.queryText()
        except NotImplementedError:
            return str(thing.name)
        return str(found.getText(0, found.characterCount))

    def texts(self, within: Thing = None) -> list[str]:
        """Every name, text and description that is shown, in reading order."""
        found = []
        for window in [within] if within else self.windows():
            for thing in self._walk(window):
                found += [said for said in (thing.name, self._held(thing), thing.description) if said]
        return found

    def says(self, words: str, within: Thing = None) -> str:
        """The first shown text that holds these words, waited for."""

        def question() -> str:
            return next((text for text in self.texts(within) if words in text), "")

        try:
            return self.until(question, f"the words {words!r}")
        except NotSo as missing:
            raise NotSo(f"{missing} There is:\n{self.told(within)}") from None

    def refuse(self, why: str) -> None:
        """End the day here. Raises NotSo."""
        raise NotSo(f"{why}\nThere is:\n{self.told()}")

    def leave(self) -> None:
        """Close the last window with Ctrl+Q, and see the program end with 0."""
        self.key("ctrl+q")
        if self._process.wait(SECONDS):
            raise NotSo(f"The program ended with {self._process.returncode}.")

    def told(self, within: Thing = None) -> str:
        """The tree of what is shown, for a person who looks for what went wrong."""
        lines: list[str] = []
        for window in [within] if within else self.windows():
            self._tell(window, 0, lines)
        return "\n".join(lines)

    def _tell(self, thing: Thing, depth: int, lines: list[str]) -> None:
        held = self._held(thing)
        mark = " *" if _has(thing, pyatspi.STATE_FOCUSED) else ""
        lines.append("  " * depth + _line(thing) + (f" = {held!r}" if held else "") + mark)
        for child in _children(thing):
            if _shown(child) and depth < DEPTH:
                self._tell(child, depth + 1, lines)

    def _held(self, thing: Thing) -> str:
        text = self.text(thing)
        return "" if text == thing.name else text

    def _titled(self, title: str) -> Thing:
        return next((window for window in self.windows() if window.name.startswith(title)), None)

    def _matching(self, role: str, name: str, within: Thing) -> Iterator[Thing]:
        for window in [within] if within else reversed(self.windows()):
            for thing in self._walk(window):
                if thing.name.startswith(name) and role in ("", thing.getRoleName()):
                    yield thing

    def _walk(self, thing: Thing, depth: int = 0) -> Iterator[Thing]:
        yield thing
        for child in _children(thing):
            if depth < DEPTH and _shown(child):
                yield from self._walk(child, depth + 1)

    def _program(self) -> Thing:
        desktop = pyatspi.Registry.getDesktop(0)
        Atspi.Accessible.set_cache_mask(desktop, Atspi.Cache.NONE)
        return next((each for each in _children(desktop) if each.get_process_id() == self._process.pid), None)

    def _turn(self) -> None:
        """Let events come; a timer ends the wait when none do."""
        timer = GLib.timeout_add(LOOK_AGAIN_MS, _rang)
        self._context.iteration(True)
        if self._context.find_source_by_id(timer):
            GLib.source_remove(timer)

    def _xdotool(self, *words: str) -> str:
        return subprocess.run(["xdotool", *words], check=True, capture_output=True, text=True, timeout=SECONDS).stdout


def _heard(event: object) -> None:
    """An event of AT-SPI: its arrival alone ends the wait."""


def _rang() -> bool:
    return False


def _asked(question: Callable[[], T]) -> T | None:
    """The answer, or None when what was asked about went away meanwhile."""
    try:
        return question()
    except GLib.Error:
        return None


def _children(thing: Thing) -> list[Thing]:
    return [child for child in (thing.getChildAtIndex(at) for at in range(thing.childCount)) if child is not None]


def _has(thing: Thing, state: object) -> bool:
    return bool(thing.getState().contains(state))


def _shown(thing: Thing) -> bool:
    return _has(thing, pyatspi.STATE_SHOWING)


def _labels(thing: Thing) -> list[str]:
    relations = thing.getRelationSet()
    tied = [each for each in relations if each.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    return [str(each.getTarget(at).name) for each in tied for at in range(each.getNTargets())]


def _line(thing: Thing) -> str:
    said = f" ({thing.description})" if thing.description else ""
    return f"{thing.getRoleName()} {thing.name!r}{said}"
