"""Keys for every program in the settings: the line that works on every desktop, and the keys of one that gives some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.words import N_
from ui.keys_everywhere.keys import KeysEverywhere, can_ask
from ui.shortcut_line import shortcut_line
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.wrapped_tick import WrappedCheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

NAMES = {"log": N_("Log: {keys}"), "call": N_("Call note: {keys}")}


class KeySettings(Column):
    """Where a desktop gives no keys, there is nothing to switch on, and nothing looks as if it worked."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._workbench = workbench
        words = workbench.words
        said = words.text(
            "To log from any program, give one of your keys this line in the settings of your desktop. The last word is"
            " what comes up: log, call or today."
        )
        self.add(Text(said, "small", colour="text2", wrap=True))
        line = shortcut_line(workbench.journal.path, "log")
        self.line = self.add(Text(line, "mono", wrap=True, selectable=True))
        self.line.setMinimumWidth(1)  # a path may be long; it breaks at its strokes
        self.line.setAccessibleName(words.text("Line for a key: {line}", line=line))
        buttons = self.add(Row(gap=8))
        self.copy = buttons.add(Button(words.text("Copy the line"), icon="copy"))
        self.copy.clicked.connect(self._copy)
        buttons.add_space()
        self.box = self.add(WrappedCheckBox(words.text("Ask this desktop for keys that work in every program")))
        self.box.setChecked(workbench.settings.hotkey)
        self.box.toggled.connect(self._ask)
        self.given = self.add(Text("", "small", wrap=True))
        self._keys = workbench.findChild(KeysEverywhere)
        for each in (self.box, self.given):
            each.hide()
        if self._keys is not None:
            self._keys.changed.connect(self.say)
            workbench.ask(can_ask, self.offer)

    def offer(self, can: bool) -> None:
        """Show what this desktop can."""
        self.box.setVisible(can)
        self.given.setVisible(can)
        self.say()

    def say(self) -> None:
        """Say which keys there are now."""
        words = self._workbench.words
        given = self._keys.given if self._keys is not None else None
        if not self._workbench.settings.hotkey:
            self.given.setText("")
        elif given is None:
            self.given.setText(words.text("This desktop gave no keys. The line above works all the same."))
        elif not given:
            self.given.setText(words.text("The desktop was asked and has not answered yet."))
        else:
            self.given.setText("\n".join(words.text(NAMES[place], keys=keys) for place, keys in given.items()))

    def _ask(self, on: bool) -> None:
        self._workbench.set(hotkey=on)
        self._workbench.refresh()
        self.say()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.line.text())
        self._workbench.say(self._workbench.words.text("The line is copied."))
