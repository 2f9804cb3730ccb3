"""Every reason explains itself: since, due, and the days counted between them (C8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.facts.flags import Flag
from app.facts.today import CountedDate, CountedFlag
from app.facts.visible import visible
from app.papers.reasons import reason_sentence
from app.words import Words
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.count import Count, CountCell, CountKind
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE = 460
_KINDS = {"since": CountKind.RECEIVED, "off": CountKind.OFF, "worked": CountKind.FULL, "due": CountKind.DUE}


class Explaining(QFrame):
    """A small window under the line; Esc or a click elsewhere closes it."""

    def __init__(self, workbench: Workbench, flag: Flag, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._workbench, self._flag = workbench, flag
        self._body = Column(gap=10, margins=(16, 14, 16, 14))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._body)
        self.setFixedWidth(theme().px(WIDE))

    def show_at(self, place: QPoint) -> None:
        """Ask for the count and show it below `place`."""
        self.move(place)
        desk, flag = self._workbench.journal.desk, self._flag
        self._workbench.do(lambda: desk.explain(flag), self._fill)

    def _fill(self, count: CountedFlag) -> None:
        words, zone, flag = self._workbench.words, self._workbench.zone, self._flag
        sentence = reason_sentence(words, flag.reason.code, flag.reason.values, zone, self._workbench.now())
        self._body.add(Text(visible(sentence), "body", weight=500, wrap=True))
        said = words.text(
            "Since {since}. Due {due}.", since=words.moment(flag.since, zone), due=words.moment(flag.due, zone)
        )
        self._body.add(Text(words.capital(said), "small", colour="text2", wrap=True))
        if len(count.days) > 1:
            cells = [_cell(words, day) for day in count.days]
            self._body.add(Count(cells, spoken=said))
        if count.working_days:
            counted = words.plural("{n} working day counted", "{n} working days counted", count.working_days)
            self._body.add(Text(counted, "small", colour="text2"))
        foot = self._body.add(Row())
        foot.add_space()
        self._open = foot.add(Button(words.text("Open the client"), small=True))
        self._open.clicked.connect(self._go)
        self.adjustSize()
        self.show()
        self._open.setFocus()

    def _go(self) -> None:
        self.close()
        self._workbench.show("client", self._flag.client, self._flag.item or 0)


def _cell(words: Words, day: CountedDate) -> CountCell:
    said = {"since": words.text("since"), "due": words.text("due"), "off": visible(day.why) or words.text("off")}
    word = said.get(day.is_) or (str(day.number) if day.number else "")
    return CountCell(words.weekday(day.on, short=True), str(day.on.day), word, _KINDS[day.is_])
