"""The window of first run without its journal: rail or line, pages, notice, foot, and what the keys do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.facts.beginning import Beginning
from app.words import Words
from ui.dialogs.first_run.foot import StepFoot
from ui.dialogs.first_run.page import StepPage
from ui.dialogs.first_run.rail import StepLine, StepRail
from ui.layout import Layout, Widths
from ui.mark import mark_icon
from ui.reading_order import InReadingOrder
from ui.theme import follow_theme, theme
from ui.widgets.boxes import Scroll
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.pane import Pane

SIZE = QSize(1000, 640)
SMALLEST = QSize(680, 430)


class StepFrame(InReadingOrder, QWidget):
    """Heirs say what next and back do."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.pages: tuple[StepPage, ...] = ()
        self.setWindowTitle("Ashore")
        self.setWindowIcon(mark_icon())
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._rail, self._line = StepRail(words), StepLine(words)
        across.addWidget(self._rail)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        across.addLayout(lines, 1)
        self._stack = QStackedWidget()
        self._notice_pane = Pane("card", padding=(32, 8, 28, 8))
        self._notice = self._notice_pane.add(NoticeLine(Notice("", NoticeKind.ERROR)))
        self._notice_pane.hide()
        self.foot = StepFoot(words)
        lines.addWidget(self._line)
        lines.addWidget(self._stack, 1)
        lines.addWidget(self._notice_pane)
        lines.addWidget(self.foot)
        self.foot.next.clicked.connect(self.next)
        self.foot.back.clicked.connect(self.back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.next)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back)

    def put_pages(self, pages: Sequence[StepPage]) -> None:
        """Take the pages; each scrolls by itself."""
        self.pages = tuple(pages)
        for page in pages:
            self._stack.addWidget(Scroll(page))
        follow_theme(self)

    def show_step(self, given: Beginning, step: int) -> None:
        """Show the page of a step and say everywhere which one it is."""
        self._stack.setCurrentIndex(step)
        for place in (self._rail, self._line):
            place.show_step(given, step)
        self.foot.show_step(step)
        self.refuse("")
        self.pages[step].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """Go on."""
        raise NotImplementedError

    def back(self) -> None:
        """Go back."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Say at the foot why it could not be done; what was typed stays."""
        self._notice_pane.setVisible(bool(sentence))
        if sentence:
            self._notice.set_notice(Notice(sentence, NoticeKind.ERROR))
            self._notice.announce()

    @property
    def refusal(self) -> str:
        """What stands at the foot; empty when nothing does."""
        return "" if self._notice_pane.isHidden() else self._notice.accessibleName()

    def steps_in_words(self) -> str:
        """The line that takes the place of the rail; empty while the rail stands."""
        return "" if self._line.isHidden() else self._line.said

    def sizeHint(self) -> QSize:
        """The size of the pictures."""
        return SIZE

    def restyle(self) -> None:
        """Arrange for the present text scale."""
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the present width."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages lie on plain card colour."""
        QPainter(self).fillRect(self.rect(), theme().colour("card"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the focused button; anywhere else it goes on."""
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton):
            focused.click()
        else:
            self.next()

    def _arrange(self) -> None:
        """A rail beside the pages where the effective width allows it, else one line above them."""
        widths = Widths(self.width(), theme().scale)
        single = widths.layout is Layout.SINGLE
        self._rail.setVisible(not single)
        self._line.setVisible(single)
        for page in self.pages:
            page.set_single(single)
