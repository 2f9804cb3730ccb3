"""A pasted piece of a chat before it is written: who wrote, when, to whom; what is not sure is asked (5.2, 6.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.exchange.paste import DateOrder, PastedMessage
from app.facts.visible import visible
from app.papers.names import CHANNELS, channel_name
from ui.channels import channel_icon
from ui.dialogs.plain_dialog import PlainDialog
from ui.widgets.boxes import Column
from ui.widgets.card import Card
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.field import Field, choice_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.journal.pasting import Looked
    from ui.workbench import Workbench

SHOWN = 12
LONGEST = 160
ASK = ""


class PastePreview(PlainDialog):
    """Nothing is written before its button; `then` is called when it was. The text must be a piece of a chat."""

    def __init__(
        self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, text: str, channel: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        from app.journal.pasting import look

        words = workbench.words
        super().__init__(workbench, words.text("Add a piece of a chat"), parent, width=620)
        found = look(workbench.journal, client, text)
        assert found is not None
        self.looked: Looked = found
        self._client, self._then = client, then
        self.people = self._ask_people()
        self.order = self._ask_order()
        choices = [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in CHANNELS]
        self.channel = self.body.add(choice_field(words.text("Channel"), choices, found.piece.channel or channel))
        note = words.text("The times are taken as those of your own clock.")
        self.body.add(Text(note, "caption", colour="text2", wrap=True))
        self.lines = self.body.add(Column(gap=6))
        self.body.add_space()
        count = len(found.piece.messages)
        self.add_foot(words.plural("Add {n} message", "Add {n} messages", count), cancel=words.text("Cancel"))
        self._show()
        self.fit()

    def save(self) -> None:
        """Write them all, or say beside its field what has to be said first."""
        from app.journal.pasting import paste

        if not self._is_said():
            return
        bench, client, piece, channel = self.workbench, self._client, self.looked.piece, self.channel.editor.key
        who, order, zone = self.who, DateOrder(self.order_key), self.workbench.zone.key

        def verb() -> tuple[int, ...]:
            return paste(bench.journal, client, piece, who=who, order=order, channel=channel, zone=zone)

        if bench.do(verb, self._kept, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written."""
        self.channel.set_error(sentence)

    def again(self) -> Callable[[], object] | None:
        """What opens it once more when its entries are taken back (1.3b)."""
        opening: Callable[[], object] | None = self.property("opening")
        return opening

    @property
    def who(self) -> dict[str, int]:
        """The person each author is."""
        return {name: int(field.editor.key) for name, field in self.people.items()}

    @property
    def order_key(self) -> str:
        """How dates are read; empty while nobody said so."""
        return self.order.editor.key if self.order is not None else self.looked.orders[0].value

    def _ask_people(self) -> dict[str, Field[ChoiceInput]]:
        """One field for each author; who is known is chosen already."""
        from app.journal.pasting import ME, NEW

        words, journal = self.workbench.words, self.workbench.journal
        known = journal.clients.people(self._client)
        fields = {}
        for name, number in self.looked.who.items():
            choices = [Choice(str(ME), words.text("Me"))]
            choices += [Choice(str(each.number), visible(each.name)) for each in known]
            choices.append(Choice(str(NEW), words.text("Somebody new")))
            if number is None:
                choices.insert(0, Choice(ASK, words.text("Who is this?")))
            fields[name] = self.body.add(choice_field(visible(name), choices, ASK if number is None else str(number)))
            fields[name].editor.chosen.connect(self._show)
        return fields

    def _ask_order(self) -> Field[ChoiceInput] | None:
        """Only where the piece leaves two readings: both as a day with its weekday."""
        words, orders = self.workbench.words, self.looked.orders
        if len(orders) == 1:
            return None
        first = next(message for message in self.looked.piece.messages if message.head.is_open)
        days = [(order, at) for order in orders if (at := first.at(order)) is not None]
        choices = [Choice(ASK, words.text("Which day is it?"))]
        choices += [Choice(order.value, words.capital(words.date(at.date()))) for order, at in days]
        label = words.text("{a}/{b}/{year}: the day or the month first?", a=first.head.a, b=first.head.b,
                           year=first.head.year)  # fmt: skip
        made = self.body.add(choice_field(label, choices, ASK))
        made.editor.chosen.connect(self._show)
        return made

    def _is_said(self) -> bool:
        """The first gap takes the focus."""
        words = self.workbench.words
        fields = self._asked()
        missing = [field for field in fields if field.editor.key == ASK]
        for field in fields:
            field.set_error(words.text("Choose one: the journal guesses nothing.") if field in missing else None)
        if missing:
            missing[0].editor.setFocus()
        return not missing

    def _asked(self) -> list[Field[ChoiceInput]]:
        return [*self.people.values(), *([self.order] if self.order is not None else [])]

    def _show(self) -> None:
        """The messages as they would stand in the journal."""
        words, messages = self.workbench.words, self.looked.piece.messages
        for field in self._asked():
            if field.error and field.editor.key != ASK:
                field.set_error(None)
        self.lines.clear()
        for message in messages[:SHOWN]:
            card = self.lines.add(Card(gap=2, padding=(12, 8, 12, 8), fill=True))
            card.add(Text(self._head(message), "caption", weight=500, colour="text2", wrap=True))
            said = message.text if len(message.text) <= LONGEST else f"{message.text[: LONGEST - 1]}…"
            card.add(Text(visible(said), "small", wrap=True))
        if len(messages) > SHOWN:
            more = words.plural("and {n} more", "and {n} more", len(messages) - SHOWN)
            self.lines.add(Text(more, "caption", colour="text2"))
        if without := self.looked.piece.without_text:
            said = words.plural("{n} message without text is not added.", "{n} messages without text are not added.",
                                without)  # fmt: skip
            self.lines.add(Text(said, "caption", colour="text2", wrap=True))

    def _head(self, message: PastedMessage) -> str:
        words, key, order = self.workbench.words, self.people[message.who].editor.key, self.order_key
        at = message.at(DateOrder(order)) if order else None
        when = words.text("day not known yet") if at is None else self._moment(at)
        name = visible(message.who)
        if key == ASK:
            return words.text("{when}, {person}", when=when, person=name)
        if key == "0":
            return words.text("{when}, sent by me", when=when)
        return words.text("{when}, received from {person}", when=when, person=name)

    def _moment(self, at: datetime) -> str:
        return f"{self.workbench.words.date(at.date(), short=True)}, {at:%H:%M}"

    def _kept(self, numbers: tuple[int, ...]) -> None:
        words, known = self.workbench.words, len(self.looked.piece.messages) - len(numbers)
        if len(numbers) == 1:
            said = words.text("Saved as entry {number}.", number=numbers[0])
        else:
            said = words.text("Saved as entries {first} to {last}.", first=numbers[0], last=numbers[-1])
        if known:
            more = words.plural("{n} message was there already.", "{n} messages were there already.", known)
            said = f"{said} {more}"
        self.workbench.say(said)
        if self._then is not None:
            self._then()
