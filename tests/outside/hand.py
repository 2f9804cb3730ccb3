"""A hand and an eye outside the program: finds by role and name, presses, types, reads, waits.

Works through AT-SPI, as a screen reader does, and through XTEST for real keys. Runs under the system's Python, which
has pyatspi.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

import pyatspi
from gi.repository import Atspi

from tests.outside.eye import Thing, children, has, line, said, shown, text_of, told, walk
from tests.outside.waiting import SECONDS, NotSo, Waiting

ROWS = ("list item", "table cell", "tree item")


class Hand(Waiting):
    """One program on the screen, by its process number."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(process)
        self.keystrokes = 0
        self.typed = 0
        self.presses = 0
        self.program: Thing = self.until(self._program, "the program on the accessibility bus", 30.0)
        Atspi.Accessible.set_cache_mask(self.program, Atspi.Cache.NONE)

    def windows(self) -> list[Thing]:
        """The windows that are shown, the last opened last."""
        return [window for window in children(self.program) if shown(window)]

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

    def step_to(self, title: str) -> Thing:
        """Take a window to the front and give it the keyboard: what a window manager does, and none runs here."""
        window = self.window(title)
        pattern = f"^{re.escape(window.name)}"
        words = ("search", "--sync", "--onlyvisible", "--pid", str(self.process.pid), "--name", pattern)
        number = self._xdotool(*words).split()[-1]
        self._xdotool("windowraise", number, "windowfocus", number)
        self.until(lambda: has(window, pyatspi.STATE_ACTIVE), f"the keyboard in the window {title!r}")
        return window

    def press(self, thing: Thing, action: str = "") -> None:
        """Do what Enter or a click would do."""
        actions = thing.queryAction()
        names = [actions.getName(at) for at in range(actions.nActions)]
        wanted = [action] if action else ["Press", "Toggle", "SetFocus"]
        at = next((names.index(each) for each in wanted if each in names), None)
        if at is None:
            raise NotSo(f"{line(thing)} can only {names}.")
        if not thing.getState().contains(pyatspi.STATE_ENABLED):
            raise NotSo(f"{line(thing)} is disabled: {thing.description}")
        self.presses += 1
        actions.doAction(at)

    def tick(self, box: Thing, *, on: bool = True) -> None:
        """Press a check box or a radio button if need be, and see that it is so: Qt answers before it has clicked."""
        wanted = f"{line(box)} to be {'on' if on else 'off'}"
        if has(box, pyatspi.STATE_CHECKED) != on:
            self.press(box)
            self.until(lambda: has(box, pyatspi.STATE_CHECKED) == on, wanted)

    def focus(self, thing: Thing) -> None:
        """Put the keyboard focus on a thing and see that it came there."""
        thing.queryComponent().grabFocus()
        self.until(lambda: has(thing, pyatspi.STATE_FOCUSED), f"the focus on {line(thing)}")

    def focused(self) -> Thing:
        """What has the keyboard in the window that has it; None when nothing has.

        The current row of a list says so of itself also while the list has not, so rows do not count.
        """
        for window in self.windows():
            if has(window, pyatspi.STATE_ACTIVE):
                found = (thing for thing in walk(window) if has(thing, pyatspi.STATE_FOCUSED))
                return next((thing for thing in found if thing.getRoleName() not in ROWS), None)
        return None

    def cursor_at(self, name: str) -> Thing:
        """Wait until what has the keyboard focus bears a name that begins so."""

        def question() -> Thing:
            found = self.focused()
            return found if found is not None and found.name.startswith(name) else None

        return self.until(question, f"the keyboard focus on {name!r}")

    def tab_to(self, name: str, most: int = 60) -> Thing:
        """Press Tab until what has the keyboard bears a name that begins so. Raises NotSo when it never does."""
        passed: list[str] = []
        while len(passed) < most:
            here = self.until(self.focused, "something with the keyboard focus")
            if here.name.startswith(name):
                return here
            passed.append(line(here))
            self.key("Tab")
            self.until(lambda here=here: self._moved_from(here), f"Tab to leave {passed[-1]}")  # type: ignore[misc]
        raise NotSo(f"Tab does not come to {name!r}, only to {passed}.")

    def _moved_from(self, here: Thing) -> bool:
        now = self.focused()
        return now is not None and now != here

    def type(self, text: str) -> None:
        """Real keys, one after the other."""
        self.keystrokes += len(text)
        self.typed += len(text)
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
        self.until(lambda: self.text(thing) == text, f"{text!r} in {line(thing)}")

    def text(self, thing: Thing) -> str:
        """What a field holds, or else its name."""
        return text_of(thing)

    def texts(self, within: Thing = None) -> list[str]:
        """Every name, text and description that is shown, in reading order."""
        return [words for window in self._places(within) for thing in walk(window) for words in said(thing)]

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
        if self.process.wait(SECONDS):
            raise NotSo(f"The program ended with {self.process.returncode}.")

    def told(self, within: Thing = None) -> str:
        """The tree of what is shown, for a person who looks for what went wrong."""
        return "\n".join(row for window in self._places(within) for row in told(window))

    def _places(self, within: Thing) -> list[Thing]:
        return [within] if within else self.windows()

    def _titled(self, title: str) -> Thing:
        return next((window for window in self.windows() if window.name.startswith(title)), None)

    def _matching(self, role: str, name: str, within: Thing) -> Iterator[Thing]:
        for window in reversed(self._places(within)):
            for thing in walk(window):
                if thing.name.startswith(name) and role in ("", thing.getRoleName()):
                    yield thing

    def _program(self) -> Thing:
        desktop = pyatspi.Registry.getDesktop(0)
        Atspi.Accessible.set_cache_mask(desktop, Atspi.Cache.NONE)
        return next((each for each in children(desktop) if each.get_process_id() == self.process.pid), None)

    def _xdotool(self, *words: str) -> str:
        return subprocess.run(["xdotool", *words], check=True, capture_output=True, text=True, timeout=SECONDS).stdout
