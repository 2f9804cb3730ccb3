"""One outcome: a line that was written, and the line that is being written: what · who · by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.words import Words
from app.words.day_words import day_typed
from ui.icons import draw_icon
from ui.kept_call import KeptOutcome
from ui.theme import follow_theme, theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.inputs import LineInput
from ui.widgets.painting import advance, draw_box, draw_focus, draw_text
from ui.widgets.plain import PlainButton, tip
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

WHO, BY, LEFT = 72, 76, 22


class OutcomeRow(PlainButton):
    """What was decided, by whom, by when; a press edits it, Delete takes it out."""

    edited = Signal(int)
    removed = Signal(int)

    def __init__(
        self, at: int, what: str, who: str, by: str, by_wide: float = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._at, self._parts, self._by_wide = at, (what, who, by), by_wide
        self.setAccessibleName(", ".join(part for part in self._parts if part))
        self.setToolTip(tip(self.accessibleName()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._edit)
        follow_theme(self)

    def restyle(self) -> None:
        """Measure anew."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(300), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        """Who and when are never cut."""
        return QSize(int(theme().px(LEFT + WHO + 60) + max(self._by_wide, theme().px(BY))), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the three parts in their columns."""
        painter, t, px = QPainter(self), theme(), theme().px
        box = QRectF(self.rect())
        if self.underMouse():
            draw_box(painter, box, t.measure("radius_control"), fill=t.colour("hover"))
        side = t.measure("icon_chip")
        draw_icon(painter, "corner-down-right", QRectF(0, (box.height() - side) / 2, side, side), t.colour("text2"))
        what, who, by = self._parts
        wide = max(self._by_wide, px(BY))
        edge = box.width() - px(WHO) - wide
        draw_text(painter, QRectF(px(LEFT), 0, edge - px(LEFT + 8), box.height()), what, t.font("small"),
                  t.colour("text"))  # fmt: skip
        draw_text(painter, QRectF(edge, 0, px(WHO - 6), box.height()), who, t.font("small"), t.colour("text2"))
        draw_text(painter, QRectF(edge + px(WHO), 0, wide, box.height()), by, t.font("small", 500, tabular=True),
                  t.colour("text2"))  # fmt: skip
        if self.hasFocus():
            draw_focus(painter, box, t.measure("radius_control"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete takes out."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._at)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit()
        else:
            super().keyPressEvent(event)

    def _edit(self) -> None:
        self.edited.emit(self._at)


def date_wide(words: Words) -> float:
    """How wide a short date can be in this language: dates are never cut."""
    font = theme().font("small", 500, tabular=True)
    days = (date(2026, month, 20 + n) for month in range(1, 13) for n in range(7))
    return max(advance(words.date(day, short=True), font) for day in days) + 2


class OutcomeEditor(Column):
    """Enter in any of the three adds the line; `by` accepts "wed", "25", "in 2 days" and shows the date."""

    added = Signal()
    changed = Signal()

    def __init__(self, workbench: Workbench, people: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._workbench = workbench
        words = workbench.words
        stacked = theme().percent >= 175
        line = self.add(Column(gap=6) if stacked else Row(gap=6))
        self.what = line.add(LineInput(placeholder=words.text("What was decided")), 0 if stacked else 1)
        self.who = line.add(ChoiceInput(people, people[1].key if len(people) > 1 else "0"))
        self.by = line.add(LineInput(placeholder=words.text("by when: wed, 25")))
        if not stacked:
            self.who.setFixedWidth(min(max(theme().px(84), self.who.sizeHint().width()), theme().px(132)))
            self.by.setFixedWidth(max(theme().px(100), int(date_wide(words)) + theme().px(26)))
        for field in (self.what, self.by):
            field.setToolTip(field.placeholderText())  # in some languages longer than the field
        for editor, name in ((self.what, words.text("What was decided")), (self.who, words.text("Who does it")),
                             (self.by, words.text("By when"))):  # fmt: skip
            editor.setAccessibleName(name)
        low = self.add(Row(gap=10))
        self.hint = low.add(Text(words.text("Enter adds the next line"), "caption", colour="text2", wrap=True), 1)
        self.nothing = low.add(Button(words.text("Nothing decided"), ButtonKind.LINK))
        self.makes = low.add(CheckBox("", checked=True))
        self._day: date | None = None
        self._connect()
        self._name_item()

    @property
    def outcome(self) -> KeptOutcome:
        """The line as it stands."""
        return KeptOutcome(
            what=self.what.text().strip(), who=int(self.who.key or 0), by=self._day, makes=self.makes.isChecked()
        )

    @property
    def is_sound(self) -> bool:
        """The day is a day, or not given."""
        return self._day is not None or not self.by.text().strip()

    def put(self, outcome: KeptOutcome) -> None:
        """Write a line anew."""
        self.what.setText(outcome.what)
        self.who.choose(str(outcome.who))
        self._day = outcome.by
        self.by.setText(self._workbench.words.date(outcome.by, short=True) if outcome.by else "")
        self.hint.setText(self._workbench.words.text("Enter adds the next line"))
        self.makes.setChecked(outcome.makes)
        self._name_item()

    def _connect(self) -> None:
        for field in (self.what, self.by):
            field.returnPressed.connect(self._add)
            field.textEdited.connect(self._tell)
        self.by.textEdited.connect(self._read_day)
        self.by.left.connect(self._write_day)
        self.who.chosen.connect(self._name_item)
        self.makes.toggled.connect(self._tell)

    def _read_day(self, text: str) -> None:
        words = self._workbench.words
        self._day = day_typed(text, self._workbench.today, self._workbench.language) if text.strip() else None
        wrong = bool(text.strip()) and self._day is None
        if self._day is not None:
            self.hint.setText(words.capital(words.date(self._day)))
        else:
            self.hint.setText(words.text("This is no day yet. Write for example wed, 25 or in 2 days") if wrong
                              else words.text("Enter adds the next line"))  # fmt: skip

    def _write_day(self) -> None:
        if self._day is not None:
            self.by.setText(self._workbench.words.date(self._day, short=True))
        wrong = not self.is_sound
        self.by.setProperty("wrong", wrong)
        self.by.style().unpolish(self.by)
        self.by.style().polish(self.by)

    def _name_item(self) -> None:
        words, who = self._workbench.words, int(self.who.key or 0)
        self.makes.setText(words.text("becomes an edit") if who == 0 else words.text("becomes a request"))
        self.makes.setAccessibleName(self.makes.text())
        self.makes.updateGeometry()
        self._tell()

    def _add(self) -> None:
        self._write_day()
        if not self.is_sound:
            self.by.setFocus()
            return
        self.added.emit()

    def _tell(self) -> None:
        self.changed.emit()
