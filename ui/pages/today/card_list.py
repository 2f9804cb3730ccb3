"""The list of cards: one is chosen, arrows go from card to card and from reason to reason, letters act (6.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.facts.today import TodayCard
from app.words import Words
from ui.key_places import place_of
from ui.layout import Layout
from ui.pages.today.card import ClientCard
from ui.pages.today.looks import CardLook
from ui.pages.today.room import Room
from ui.widgets.boxes import Column

PASSED_ON = ("write", "snooze", "menu", "explained", "copied", "zone_asked")
LookOf = Callable[[TodayCard], CardLook]
AT_ONCE = 5
"""Cards that fill a window of the usual height; the next follow a few at a time, so that nothing waits for them."""
A_FEW, AHEAD = 3, 12
"""Twelve are made without being asked for, more when somebody scrolls or walks towards the last one (6.13)."""


class CardList(Column):
    """Cards by client; a reading changes only what differs."""

    write = Signal(int)
    snooze = Signal(int, QPoint)
    menu = Signal(int, QPoint)
    explained = Signal(object, QPoint)
    copied = Signal(str)
    zone_asked = Signal(int)
    opened = Signal(int)
    answered = Signal(int)
    filtered = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, margins=(0, 0, 0, 8), parent=parent)
        self.words, self.letters = words, True
        self._layout = Layout.FULL
        self._cards: dict[int, ClientCard] = {}
        self._all: list[TodayCard] = []
        self._facts: list[TodayCard] = []
        self._wanted = AHEAD
        self._behind: list[TodayCard] = []
        self._look_of: LookOf | None = None
        self._chosen = 0
        self._rest = self.add(Room())
        self.lines.addStretch(1)
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._bring_a_few)

    @property
    def cards(self) -> list[ClientCard]:
        """The cards that are made, in the order of the list."""
        return [self._cards[each.client.number] for each in self._facts if each.client.number in self._cards]

    @property
    def chosen(self) -> ClientCard | None:
        """The chosen card."""
        return self._cards.get(self._chosen)

    def set_cards(self, facts: Sequence[TodayCard], look_of: LookOf, layout: Layout) -> None:
        """Show these cards; the chosen one and the focus stay where their client is still listed."""
        inside, place = QApplication.focusWidget(), self._place()
        had_focus = inside is not None and self.isAncestorOf(inside)
        self._all, self._look_of, self._layout = list(facts), look_of, layout
        self._facts = self._all[: self._wanted]
        self._drop({fact.client.number for fact in self._facts})
        self._behind = self._facts[AT_ONCE:]
        self._bring(self._facts[:AT_ONCE])
        if self._chosen not in self._cards and self._facts:
            at = min(place, len(self.cards) - 1)
            self._choose(self.cards[at].look.client, focus=had_focus)
        if self._behind:
            self._later.start()
        else:
            self._arrive()

    def _want_more(self) -> None:
        more = self._all[self._wanted : self._wanted + AHEAD]
        if more:
            self._wanted += AHEAD
            self._facts += more
            self._behind += more
            self._later.start()

    def look_at(self, top: int, high: int) -> None:
        """The part of the list that is seen: cards below it are made before they are reached."""
        if self.cards and top + 2 * high > self.cards[-1].geometry().bottom():
            self._want_more()

    def focus_first(self) -> None:
        """Put the keyboard on the chosen card."""
        if self.chosen is not None:
            self.chosen.show()  # a card made just now would be shown too late to take it
            self.chosen.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, letters act by their place on the board."""
        if not self.cards or not (self._move(event.key()) or (self.letters and self._act(place_of(event)))):
            super().keyPressEvent(event)

    def _move(self, key: int) -> bool:
        listed = self.cards
        at = self._place()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            if key != Qt.Key.Key_Home and at >= len(listed) - A_FEW:
                self._want_more()
            to = {Qt.Key.Key_Up: at - 1, Qt.Key.Key_Down: at + 1, Qt.Key.Key_Home: 0}.get(Qt.Key(key), len(listed) - 1)
            self._choose(listed[min(max(to, 0), len(listed) - 1)].look.client, focus=True)
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.chosen is not None:
            self._move_inside(self.chosen, 1 if key == Qt.Key.Key_Right else -1)
            return True
        return False

    def _move_inside(self, card: ClientCard, step: int) -> None:
        stops: list[QWidget] = [card, *card.rows]
        at = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0)
        stops[min(max(at + step, 0), len(stops) - 1)].setFocus()

    def _act(self, place: str) -> bool:
        card = self.chosen
        if not place or card is None:
            return False
        if place in "1234":
            self.filtered.emit(int(place) - 1)
        elif place == "S":
            card.ask_snooze()
        else:
            (self.write if place == "W" else self.answered).emit(card.look.client)
        return True

    def _bring_a_few(self) -> None:
        self._bring(self._behind[:A_FEW])
        self._behind = self._behind[A_FEW:]
        if not self._behind:
            self._arrive()

    def _arrive(self) -> None:
        """All that is wanted is there: the room below stands for the rest."""
        self._later.stop()
        made = self.cards
        average = sum(card.sizeHint().height() for card in made) // len(made) if made else 0
        self._rest.set_high((len(self._all) - len(self._facts)) * (average + self.lines.spacing()))

    def _bring(self, facts: Sequence[TodayCard]) -> None:
        """Make the cards that are missing, show the others what is new."""
        assert self._look_of is not None
        for fact in facts:
            look, card = self._look_of(fact), self._cards.get(fact.client.number)
            if card is None:
                self._make(look)
            else:
                card.show_look(look, self._layout)
        for at, card in enumerate(self.cards):
            if self.lines.indexOf(card) != at:
                self.lines.insertWidget(at, card)

    def _make(self, look: CardLook) -> None:
        card = ClientCard(look, self.words, self._layout, self)
        card.chosen.connect(self._card_chosen)
        card.opened.connect(self._card_opened)
        for said in PASSED_ON:
            getattr(card, said).connect(getattr(self, said))
        self._cards[look.client] = card

    def _drop(self, kept: set[int]) -> None:
        for client in [each for each in self._cards if each not in kept]:
            card = self._cards.pop(client)
            self.lines.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _choose(self, client: int, *, focus: bool = False) -> None:
        self._chosen = client
        for number, card in self._cards.items():
            if card.is_chosen != (number == client):
                card.set_chosen(number == client)
        if focus and client in self._cards:
            self._cards[client].setFocus()

    def _card_chosen(self) -> None:
        card = self.sender()
        if isinstance(card, ClientCard):
            self._choose(card.look.client)

    def _card_opened(self) -> None:
        card = self.sender()
        if isinstance(card, ClientCard):
            self.opened.emit(card.look.client)

    def _place(self) -> int:
        return next((at for at, card in enumerate(self.cards) if card.look.client == self._chosen), 0)
