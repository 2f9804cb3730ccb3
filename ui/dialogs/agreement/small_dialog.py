"""A small dialog of one question: fields, what is refused under them, and the verb on its button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QWidget

from app.words import Words
from ui.dialogs.framed import Framed
from ui.dialogs.keeping import Editors, Keeping
from ui.screen_room import screen_room
from ui.theme import follow_theme, theme
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind
from ui.widgets.notice import Notice, NoticeKind, NoticeLine

if TYPE_CHECKING:
    from ui.workbench import Workbench

FOOT = 72
"""Height of the foot, and a little air above it."""


class SmallDialog(Framed):
    """`body` takes the fields. `wanted` is said by its button and by Ctrl+Enter; who hears it closes the dialog."""

    wanted = Signal()
    stepped = Signal()

    def __init__(
        self, words: Words, title: str, verb: str, *, width: int = 480, height: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.words = words
        self._wide, self._high = width, height
        self.body = self.page.add(Column(gap=14))
        self._notice = self.page.add(NoticeLine(Notice("", NoticeKind.ERROR)))
        self._notice.hide()
        self._notice.step_taken.connect(self._take_step)
        self._then: Callable[[], object] | None = None
        self.keeping: Keeping | None = None
        self.page.add_space()
        self.foot.add_space()
        cancel = self.foot.add(Button(words.text("Cancel"), ButtonKind.GHOST))
        cancel.clicked.connect(self.reject)
        self.save = self.foot.add(Button(verb, ButtonKind.PRIMARY, shortcut="Ctrl+Enter"))
        self.save.clicked.connect(self.wanted)
        follow_theme(self)

    def open(self) -> None:
        """Open at the size of what is asked."""
        self._fit()
        super().open()

    def keep_typed(self, workbench: Workbench, name: str, fields: Editors) -> None:
        """Keep what is typed into these fields until it is recorded, and take up what was left in them (6.2)."""
        self.keeping = Keeping(workbench, self, self, name, fields)

    def remark(self, notice: Notice, then: Callable[[], object]) -> None:
        """Say a line of what is kept; `then` is what its button does."""
        self._then = then
        self._notice.set_notice(notice)
        self._notice.show()
        self._notice.announce()

    def accept(self) -> None:
        """It is recorded: nothing has to be kept."""
        if self.keeping is not None:
            self.keeping.done()
        super().accept()

    def reject(self) -> None:
        """Escape: a filled form asks once, and keeps what was typed."""
        if self.keeping is None or self.keeping.may_leave():
            self.leave()

    def leave(self) -> None:
        """Close without recording; what was typed waits for the next time."""
        if self.keeping is not None:
            self.keeping.left()
        QDialog.reject(self)

    def again(self) -> Callable[[], object] | None:
        """What brings the form back when its entries are taken back (1.3b)."""
        return self.keeping.again() if self.keeping is not None else None

    def done(self, result: int) -> None:
        """Give the focus back to the window that opened it (6.14)."""
        super().done(result)
        above = self.parentWidget()
        if above is not None:
            above.window().activateWindow()

    def fill_with(self, body: QWidget) -> None:
        """Give `body` all the height there is: its parts scroll by themselves."""
        lines = self.page.lines
        lines.setStretchFactor(body, 1)
        lines.setStretch(lines.count() - 1, 0)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded; what was typed stays."""
        self._notice.set_notice(Notice(sentence, NoticeKind.ERROR))
        self._notice.setVisible(bool(sentence))
        self._notice.announce()

    def warn(self, sentence: str, step: str = "") -> None:
        """Say something that stops nobody; `step` is what can be done about it, heard by `stepped`."""
        self._notice.set_notice(Notice(sentence, NoticeKind.WARNING, step=step))
        self._notice.show()
        self._notice.announce()

    @property
    def refusal(self) -> str:
        """What was refused; empty when nothing was."""
        return "" if self._notice.isHidden() else self._notice.accessibleName()

    def _take_step(self) -> None:
        then, self._then = self._then, None
        if then is None:
            self.stepped.emit()
        else:
            self._notice.hide()
            then()

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        self.setMinimumWidth(min(theme().px(360), self._room().width()))
        if self.isVisible():
            self._fit()

    def sizeHint(self) -> QSize:
        """The size asked for, never more than the room there is."""
        wide = min(theme().px(self._wide), self._room().width())
        return QSize(wide, min(theme().px(self._high) or self._natural(wide), self._room().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc closes; Enter in a field saves where there is nothing else to press."""
        enter, focused = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter), self.focusWidget()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (control or isinstance(focused, QLineEdit)):
            self.wanted.emit()
        elif enter and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.resize(self.sizeHint())

    def _room(self) -> QSize:
        """The window behind it, but for an edge; without one, the screen."""
        above = self.parentWidget()
        if above is None:
            return screen_room(None) * 0.9
        return (above.window().size() - QSize(32, 32)).expandedTo(QSize(320, 240))

    def _natural(self, wide: int) -> int:
        page = self.page.heightForWidth(wide) if self.page.hasHeightForWidth() else 0
        return max(page, self.page.sizeHint().height()) + theme().px(FOOT)
