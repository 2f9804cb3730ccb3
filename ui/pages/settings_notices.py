"""Notices in the settings: the picture in the tray, the digest, what closing does, and keys for every program (C7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.pages.settings_keys import KeySettings
from ui.tray_sign import tray_is_there
from ui.widgets.boxes import Column
from ui.widgets.text import Text
from ui.widgets.wrapped_tick import WrappedCheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench


class NoticeSettings(Column):
    """What is switched here is worn at once; what the desktop does not offer is said and cannot be switched on."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None, *, has_tray: bool | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._workbench = workbench
        self._has_tray = tray_is_there() if has_tray is None else has_tray
        words, settings = workbench.words, workbench.settings
        said = words.text(
            "One digest at the beginning of your working hours, then only what becomes late. Nothing is said outside of"
            " your hours, and everything that is said stands on Today as well."
        )
        self.add(Text(said, "small", colour="text2", wrap=True))
        self.tray = self._box(words.text("Show Ashore in the tray"), settings.tray)
        self.notices = self._box(words.text("Tell me in my working hours"), settings.notices)
        self.stay = self._box(words.text("Closing the window leaves Ashore in the tray"), settings.stay)
        self.tray.toggled.connect(self._show)
        self.notices.toggled.connect(self._tell)
        self.stay.toggled.connect(self._stay)
        absent = words.text("This desktop shows no tray now. Closing the window ends Ashore; nothing is lost by that.")
        self.absent = self.add(Text(absent, "small", wrap=True))
        self.keys = self.add(KeySettings(workbench))
        self._allow()

    def _box(self, text: str, on: bool) -> WrappedCheckBox:
        box = self.add(WrappedCheckBox(text))
        box.setChecked(on)
        return box

    def _allow(self) -> None:
        """Nothing can be chosen that would not work."""
        self.absent.setVisible(not self._has_tray)
        self.tray.setEnabled(self._has_tray)
        for box in (self.notices, self.stay):
            box.setEnabled(self._has_tray and self.tray.isChecked())

    def _show(self, on: bool) -> None:
        self._set(tray=on)
        self._allow()

    def _tell(self, on: bool) -> None:
        self._set(notices=on)

    def _stay(self, on: bool) -> None:
        self._set(stay=on)

    def _set(self, **changes: bool) -> None:
        self._workbench.set(**changes)
        self._workbench.refresh()
