"""At large text one button stands for direction and channel; its menu holds both (6.4)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.pages.client.channel_button import ChannelButton
from ui.widgets.button import Button
from ui.widgets.plain import shown
from ui.widgets.segmented import Segment, Segmented


class BothButton(Button):
    """Shows what the two switches say, and turns them."""

    changed = Signal()

    def __init__(self, direction: Segmented, channel: ChannelButton, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", chevron=True, parent=parent)
        self._direction, self._channel, self._label = direction, channel, name
        self._segments: tuple[Segment, ...] = ()
        self.clicked.connect(self._open)

    def offer(self, segments: tuple[Segment, ...]) -> None:
        """The directions of the kind; none where a kind has only one."""
        self._segments = segments
        self.tell()

    def tell(self) -> None:
        """Say what is chosen."""
        chosen = next((each.text for each in self._segments if each.key == self._direction.key), "")
        text = ", ".join(part for part in (chosen, self._channel.text()) if part)
        self.set_text(text)
        self.setAccessibleName(f"{self._label}: {text}")

    def _open(self) -> None:
        menu = QMenu(self)
        for each in self._segments:
            menu.addAction(self._action(menu, each.text, ("direction", each.key), each.key == self._direction.key))
        if self._segments:
            menu.addSeparator()
        for choice in self._channel.choices:
            menu.addAction(self._action(menu, choice.text, ("channel", choice.key), choice.key == self._channel.key))
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _action(self, menu: QMenu, text: str, data: tuple[str, str], chosen: bool) -> QAction:
        action = QAction(shown(text).replace("&", "&&"), menu)
        action.setData(data)
        action.setCheckable(True)
        action.setChecked(chosen)
        return action

    def _chosen(self, action: QAction) -> None:
        what, key = action.data()
        (self._direction if what == "direction" else self._channel).choose(key)
        self.tell()
        self.changed.emit()
