"""One line over a form that says what happened to it, and the room a form takes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from app.words import Words
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.boxes import Column
from ui.widgets.notice import Notice, NoticeLine

EDGE = 32


class Said(Column):
    """At most one notice; `said` is its sentence."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.said = ""
        self.hide()

    def say(self, notice: Notice, then: Callable[[], object] | None = None) -> None:
        """Say it in place of the last one; `then` is what its button does."""
        self.clear()
        self.said = notice.text
        self.show()
        line = self.add(NoticeLine(notice, dismiss_name=self._words.text("Dismiss")))
        line.dismissed.connect(self.clear)
        if then is not None:
            line.step_taken.connect(then)
        line.announce()

    def clear(self) -> None:
        """Say nothing any more."""
        self.said = ""
        super().clear()
        self.hide()


def keep_in_room(dialog: QDialog, wide: int, high: int) -> None:
    """Give a dialog its size in design pixels, as far as the window behind it or the screen has room."""
    behind = dialog.parentWidget()
    most = behind.window().size() if behind is not None else screen_room(None)
    dialog.resize(min(theme().px(wide), most.width() - EDGE), min(theme().px(high), most.height() - EDGE))
