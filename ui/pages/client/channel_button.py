"""A button that shows a channel and opens a menu of the others, the preferred one first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import icon
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.plain import shown


class ChannelButton(Button):
    """The chosen channel; `key` is its kind."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._label, self._choices, self.key = name, tuple[Choice, ...](), ""
        self.clicked.connect(self._open)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these; keeps the chosen one where it is still offered, else takes the first."""
        before, self._choices = self.key, tuple(choices)
        kept = before if any(choice.key == before for choice in choices) else ""
        self.choose(kept or (choices[0].key if choices else ""))

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered, in order."""
        return self._choices

    def choose(self, key: str) -> None:
        """Show a channel."""
        self.key = key
        found = next((choice for choice in self._choices if choice.key == key), Choice(key, key))
        self.set_text(found.text, found.icon)
        self.setAccessibleName(f"{self._label}: {found.text}")

    def _open(self) -> None:
        menu = QMenu(self)
        for choice in self._choices:
            action = QAction(icon(choice.icon), shown(choice.text).replace("&", "&&"), menu)
            action.setData(choice.key)
            menu.addAction(action)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        self.choose(str(action.data()))
