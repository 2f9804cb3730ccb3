"""What the forms of a plan share: whose it is, fields by name, numbers read, the notice with *Correct* afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.facts.people import ClientState
from app.facts.visible import visible
from ui.dialogs.edit.received import Received
from ui.dialogs.kept_form import KeptForm
from ui.widgets.boxes import Box
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, date_field, line_field, text_field
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

SPACES = (" ", "\u00a0", "\u2009", "\u202f")


class PlanForm(KeptForm):
    """Heirs add fields, say in `verb` what is written, and in `BLAMES` beside which field a refusal stands."""

    BLAMES: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Beginnings of sentences, and the field that each is about; others stand beside the first field."""

    def __init__(self, workbench: Workbench, title: str, parent: QWidget | None, *, client: int, item: int = 0,
                 width: int = 600) -> None:  # fmt: skip
        super().__init__(workbench, title, parent, width=width)
        self.item = item
        self.fields: dict[str, Field[Any] | CheckBox] = {}
        known = [each for each in workbench.journal.clients.all() if each.state is not ClientState.CLOSED or item]
        self._client = client or (known[0].number if known else 0)
        if not item:
            names = [Choice(str(each.number), visible(each.name)) for each in known]
            words = workbench.words
            self.whom = self.body.add(choice_field(words.text("Client"), names, str(self._client), icon="briefcase"))

    @property
    def client(self) -> int:
        """Whose it is."""
        return self._client if self.item else int(self.whom.editor.key or 0)

    def line(self, key: str, label: str, text: str = "", *, hint: str = "", placeholder: str = "",
             into: Box | None = None, stretch: int = 0) -> Field[Any]:  # fmt: skip
        """A field of one line."""
        made = line_field(label, text, placeholder=placeholder, hint=hint)
        return self._field(key, made, into, stretch)

    def text(self, key: str, label: str, text: str = "", *, hint: str = "", lines: int = 2) -> Field[Any]:
        """A field of several lines."""
        return self._field(key, text_field(label, text, lines=lines, hint=hint), None, 0)

    def day(self, key: str, label: str, on: date, *, hint: str = "", into: Box | None = None,
            stretch: int = 0) -> Field[Any]:  # fmt: skip
        """A field with a day."""
        made = date_field(label, on, language=self.workbench.language, hint=hint)
        return self._field(key, made, into, stretch)

    def choice(self, key: str, label: str, choices: Sequence[Choice], chosen: str = "", *, into: Box | None = None,
               stretch: int = 0) -> Field[Any]:  # fmt: skip
        """A field with one of several."""
        return self._field(key, choice_field(label, choices, chosen), into, stretch)

    def tick(self, key: str, text: str, *, checked: bool = False, into: Box | None = None) -> CheckBox:
        """A box."""
        made = CheckBox(text, checked=checked)
        self.fields[key] = made
        return (into or self.body).add(made)

    def ask_when(self, label: str) -> None:
        """When it happened: now, unless another day and hour are named."""
        self.when = self.body.add(Received(self.workbench, self.workbench.now()))
        self.when.set_label(label)

    def finish(self, save: str, kind: str) -> None:
        """The foot, the size, and what was left in the form before."""
        words = self.workbench.words
        self.body.add_space()
        self.saving = self.add_foot(save, cancel=words.text("Cancel"))
        self.keep(f"plan/{kind}/{self._client}/{self.item}", self.fields)
        self.fit()
        first = next((each for each in self.fields.values() if isinstance(each, Field)), None)
        if first is not None:
            first.editor.setFocus()

    def said(self, key: str) -> str:
        """What stands in a field, without the room around it."""
        return self.typed[key].strip()

    def day_of(self, key: str) -> date:
        """The day in a field."""
        return date.fromisoformat(self.typed[key])

    def number(self, key: str, *, needed: bool = True) -> str | None:
        """The decimal in a field as the record has it; None, and a sentence beside the field, where it is none."""
        found = decimal_typed(self.said(key))
        if found is None or (not found and needed):
            self.say_at(key, self.workbench.words.text("Write a number, as 40 or 12.5."))
            return None
        return found

    def needs(self, key: str, sentence: str) -> bool:
        """Whether a field is filled; the sentence stands beside it where it is not."""
        if self.said(key):
            return True
        self.say_at(key, sentence)
        return False

    @property
    def at(self) -> datetime | None:
        """When it happened; None for now."""
        now = self.workbench.now().replace(second=0, microsecond=0)
        return None if self.when.at == now else self.when.at

    def verb(self) -> Callable[[], int] | None:
        """What is written; None where something is still missing."""
        raise NotImplementedError

    def save(self) -> None:
        """Write it; a refusal stays in the form."""
        self._save(self.told)

    def told(self, seq: int) -> None:
        """The notice afterwards: what was written can be corrected or taken back."""
        bench, words = self.workbench, self.workbench.words
        bench.say(words.text("Saved as entry {number}.", number=seq), step=words.text("Correct"),
                  next=partial(_correct, bench, self.client, seq))  # fmt: skip

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written, beside the field that it is about."""
        refusal = self.workbench.refusal
        said = refusal.text if refusal is not None else sentence
        named = next((key for begin, key in self.BLAMES if said.startswith(begin)), "")
        first = next(key for key, each in self.fields.items() if isinstance(each, Field))
        self.say_at(named or first, sentence)

    def say_at(self, key: str, sentence: str) -> None:
        """Say what is wrong beside a field, and go there."""
        field = self.fields[key]
        assert isinstance(field, Field)
        field.set_error(sentence)
        field.editor.setFocus()

    def _save(self, then: Callable[[int], object]) -> None:
        if hasattr(self, "when") and self.when.in_future:
            self.when.set_error(self.workbench.words.text("That has not come yet. Today?"))
            self.when.day.setFocus()
            return
        verb = self.verb()
        if verb is not None and self.workbench.do(verb, then, at=self):
            self.accept()

    def _field(self, key: str, made: Field[Any], into: Box | None, stretch: int) -> Field[Any]:
        self.fields[key] = made
        return (into or self.body).add(made, stretch)


def decimal_typed(text: str) -> str | None:
    """A number as a person types it, "1 200,50", as the record has it, "1200.50"; empty stays empty, None is none."""
    plain = text.replace("\u2212", "-").replace(",", ".")
    for space in SPACES:
        plain = plain.replace(space, "")
    try:
        found = Decimal(plain) if plain else Decimal(0)
    except InvalidOperation:
        return None
    if not found.is_finite() or abs(found) >= Decimal(10) ** 30:
        return None
    return f"{found:f}" if plain else ""


def _correct(workbench: Workbench, client: int, seq: int) -> None:
    from ui.dialogs.correct import Correct

    Correct(workbench, client, entry=seq, parent=workbench.window).open()
