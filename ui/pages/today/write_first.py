"""*Write first*: the filter with counts, what is snoozed, warnings, the cards or what stands in their place."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.flags import Severity
from app.facts.today import Today, TodayCard
from app.facts.visible import visible
from app.papers.reasons import reason_sentence
from app.words import Words
from ui.layout import Layout
from ui.pages.today.card_list import CardList, LookOf
from ui.pages.today.together import Together
from ui.pages.today.warnings import Warnings
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.keycap import KeyHints
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

FILTERS = ("all", "late", "today", "soon")


class WriteFirst(Column):
    """The left column of Today."""

    asides = Signal(QPoint)
    filtered = Signal()
    anyway = Signal()
    week = Signal()
    begin = Signal()
    settings = Signal()
    evidence = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=9, parent=parent)
        self._words, self._layout, self._no_clients = words, Layout.FULL, False
        self._head = self.add(Row(gap=12))
        self._head.add(Text(words.text("Write first"), "title"))
        self.filter = self._head.add(Segmented(self._segments(()), name=words.text("Show"), small=False))
        self.filter.changed.connect(self._filter_changed)
        self._head.add_space()
        self._aside = self._head.add(Button("", ButtonKind.GHOST, icon="bell-off", small=True))
        self._aside_short = self._head.add(IconButton("bell-off", words.text("Snoozed")))
        for button in (self._aside, self._aside_short):
            button.clicked.connect(self._ask_asides)
        self.warnings = self.add(Warnings(words))
        self.warnings.settings.connect(self.settings)
        self.warnings.evidence.connect(self.evidence)
        self.together = self.add(Together(words))
        self.list = CardList(words)
        self.list.filtered.connect(self._filter_by_key)
        self._scroll = self.add(Scroll(self.list), 1)
        self._scroll.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._none = self.add(Text("", "body", colour="text2", wrap=True))
        self._empty = self.add(EmptyState(""), 1)
        self._anyway = self._empty.add_button(Button("", ButtonKind.TINTED, icon="pencil-line"))
        self._anyway.clicked.connect(self._ask_anyway)
        self._week = self._empty.add_button(Button(words.text("Look at the week"), icon="calendar-range"))
        self._week.clicked.connect(self._ask_week)
        self._hints = self.add(
            KeyHints(
                (
                    ("↑ ↓", words.text("choose")),
                    ("W", words.text("write")),
                    ("S", words.text("snooze")),
                    ("Enter", words.text("open the client")),
                )
            ),
            align=Qt.AlignmentFlag.AlignLeft,
        )
        self._empty.hide()
        self._none.hide()
        self.set_layout(Layout.FULL)

    def set_layout(self, layout: Layout) -> None:
        """Narrow keeps the filter and shortens the rest; a single column shows the cards alone."""
        self._layout = layout
        self._head.setVisible(layout is not Layout.SINGLE)
        self._hints.setVisible(layout is Layout.FULL)
        self._aside.setVisible(layout is Layout.FULL and bool(self._aside.text()))
        self._aside_short.setVisible(layout is Layout.NARROW and bool(self._aside.text()))

    def show_today(self, today: Today, look_of: LookOf) -> None:
        """Show another reading through the chosen filter."""
        words, cards = self._words, today.cards
        self.filter.set_segments(self._segments([flag.severity.value for flag in today.flags]))
        count = len(today.aside)
        self._aside.set_text(words.plural("{n} snoozed", "{n} snoozed", count) if count else "")
        self._aside_short.set_name(self._aside.text() or words.text("Snoozed"))
        self.set_layout(self._layout)
        self.warnings.show_today(today)
        self.together.show_today(today)
        listed = [card for card in cards if self._fits(card)]
        self.list.set_cards(listed, look_of, self._layout)
        self._scroll.setVisible(bool(listed))
        self._none.setVisible(bool(cards) and not listed)
        self._none.setText(self._nothing())
        self._empty.setVisible(not cards)
        self._hints.setVisible(self._layout is Layout.FULL and bool(cards))
        if not cards:
            self._show_empty(today)

    def _scrolled(self, top: int) -> None:
        self.list.look_at(top, self._scroll.height())

    def _show_empty(self, today: Today) -> None:
        words = self._words
        self._no_clients = today.known_clients == 0
        self._week.setVisible(not self._no_clients)
        if self._no_clients:
            self._empty.set_words(
                words.text("No client yet"),
                words.text("Agree on the rules with the first one; the journal starts there."),
            )
            self._anyway.set_text(words.text("New client"), "user-plus")
            return
        self._anyway.set_text(words.text("Write anyway"), "pencil-line")
        self._empty.set_words(words.text("Everyone has heard from you"), self._next(today))

    def _next(self, today: Today) -> str:
        words, coming = self._words, today.next_reason
        if coming is None:
            return words.text("No reason comes in the next ten working days.")
        zone = ZoneInfo(today.owner.zone)
        reason = reason_sentence(words, coming.flag.reason.code, coming.flag.reason.values, zone, coming.at)
        return words.text(
            "The next reason comes {at:at}:\n{client}. {reason}",
            at=words.moment(coming.at, zone),
            client=visible(coming.client.name),
            reason=visible(reason),
        )

    def _segments(self, severities: Sequence[str]) -> list[Segment]:
        words = self._words
        names = (
            words.text_in("filter", "All"),
            words.text_in("filter", "Late"),
            words.text_in("filter", "Today"),
            words.text_in("filter", "Soon"),
        )
        counts = (len(severities), *(sum(each == key for each in severities) for key in FILTERS[1:]))
        shapes = ("", *FILTERS[1:])
        rows = zip(FILTERS, names, counts, shapes, strict=True)
        return [Segment(key, name, count, shape) for key, name, count, shape in rows]

    def _fits(self, card: TodayCard) -> bool:
        chosen = self.filter.key
        return chosen == FILTERS[0] or any(line.flag.severity.value == chosen for line in card.reasons)

    def _nothing(self) -> str:
        words = self._words
        sentences = {
            Severity.LATE.value: words.text("Nothing late"),
            Severity.TODAY.value: words.text("Nothing more for today"),
            Severity.SOON.value: words.text("Nothing comes soon"),
        }
        return sentences.get(self.filter.key, "")

    def _filter_by_key(self, number: int) -> None:
        self.filter.choose(FILTERS[number])
        self.filtered.emit()

    def _filter_changed(self, key: str) -> None:
        self.filtered.emit()

    def _ask_asides(self) -> None:
        button = self._aside if self._aside.isVisible() else self._aside_short
        self.asides.emit(button.mapToGlobal(button.rect().bottomLeft()))

    def _ask_anyway(self) -> None:
        (self.begin if self._no_clients else self.anyway).emit()

    def _ask_week(self) -> None:
        self.week.emit()
