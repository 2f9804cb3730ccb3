"""Text in a style and colour of 6.1: a label that never reads markup, and never cuts without a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.painting import advance, draw_text
from ui.widgets.plain import shown, tip


class Text(QLabel):
    """One text. `colour` is a token; `elide` cuts one line with an ellipsis and puts the whole into the tooltip."""

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        *,
        weight: int | None = None,
        colour: str = "text",
        wrap: bool = False,
        elide: bool = False,
        tabular: bool = False,
        struck: bool = False,
        selectable: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self._style, self._weight, self._colour = style, weight, colour
        self._elide, self._tabular, self._struck, self._spoken = elide, tabular, struck, spoken
        self._widths: dict[str, int] = {}
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)
        follow_theme(self)

    def setText(self, text: str, spoken: str = "") -> None:
        """Show another text; `spoken` is what a screen reader says when it is not the text itself ("old: …")."""
        self._widths.clear()
        super().setText(shown(text))
        self.setAccessibleName(spoken or self._spoken or text)
        self._tell_whole()

    def set_colour(self, token: str) -> None:
        """Take another colour token."""
        self._colour = token
        self.restyle()

    def restyle(self) -> None:
        """Take font and colour anew."""
        font = theme().font(self._style, self._weight, tabular=self._tabular)
        font.setStrikeOut(self._struck)
        self._widths.clear()
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().colour(self._colour))
        self.setPalette(palette)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """A cut text may become a few letters narrow, a wrapped one as narrow as its longest word."""
        size = super().minimumSizeHint()
        if self.wordWrap():
            return QSize(self._widest("words"), self._line_high())
        return QSize(min(size.width(), theme().px(40)), size.height()) if self._elide else size

    def sizeHint(self) -> QSize:
        """The natural size in one line, whole pixels upwards; Qt's own would wrap early."""
        size = super().sizeHint()
        if self.wordWrap():
            wide = self._widest("lines")
            return QSize(wide, self.heightForWidth(wide))
        return QSize(self._widest("whole"), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole text in the tooltip as soon as it no longer fits."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw with an ellipsis where allowed, else as a plain label."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        align = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        draw_text(painter, QRectF(self.rect()), self.text(), self.font(), theme().colour(self._colour), align)

    def _widest(self, of: str) -> int:
        """The pixels that the widest of its words or lines takes; a layout asks often for what changes seldom."""
        found = self._widths.get(of)
        if found is None:
            text = self.text()
            parts = {"words": text.split(), "lines": text.splitlines()}.get(of, [text])
            found = self._widths[of] = int(max((advance(part, self.font()) for part in parts), default=0)) + 2
        return found

    def _line_high(self) -> int:
        return self.fontMetrics().height()

    def _tell_whole(self) -> None:
        if self._elide:
            cut = advance(self.text(), self.font()) > self.width() + 0.5
            self.setToolTip(tip(self.text() if cut else ""))
