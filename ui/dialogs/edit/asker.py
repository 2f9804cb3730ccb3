"""Who asked: the contact, or somebody else with the box that says what follows from it (D7, D9)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from app.facts.edit_answer import EditAnswer
from app.facts.people import Person
from app.words import Words
from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.inputs import LineInput
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.text import Text
from ui.widgets.tick import RadioButton

NEW = "new"


class Asker(Column):
    """`person` None is the contact; `new_name` is somebody not entered yet."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._words = words
        self.add(Text(words.text_in("person", "From"), "small", weight=500, colour="text2"))
        first = self.add(Row(gap=8))
        self.contact = first.add(RadioButton("", checked=True))
        self.since = first.add(Text("", "small", colour="text2"))
        first.add_space()
        second = self.add(Row(gap=16))
        self.other = second.add(RadioButton(words.text("Someone else")))
        self.who = second.add(ChoiceInput(), 1)
        self.who.setAccessibleName(words.text("Who asked"))
        self.name = self.add(LineInput(placeholder=words.text("Their name")))
        self.name.setAccessibleName(words.text("Name of the person who asked"))
        self.box = self.add(NoticeLine(Notice("", NoticeKind.WARNING)))
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._group = QButtonGroup(self)
        self._group.addButton(self.contact)
        self._group.addButton(self.other)
        self.other.toggled.connect(self._turned)  # a screen reader toggles and never clicks
        self.who.chosen.connect(self._turned)
        self.name.textChanged.connect(self._named)
        self._shown_box: tuple[str, str] = ("", "")
        self._arrange()

    @property
    def person(self) -> int | None:
        """The number of somebody else; None for the contact and for a new name."""
        key = self.who.key
        return int(key) if self.other.isChecked() and key and key != NEW else None

    @property
    def new_name(self) -> str:
        """The name of somebody not entered yet."""
        return self.name.text().strip() if self._is_new else ""

    @property
    def lacks_name(self) -> bool:
        """Somebody else asked, and it is not said who."""
        return self._is_new and not self.new_name

    @property
    def _is_new(self) -> bool:
        return self.other.isChecked() and self.who.key in ("", NEW)

    def offer(self, people: Sequence[Person], contact: Person | None) -> None:
        """Everybody of the client but the contact, and a new name."""
        words = self._words
        choices = [
            Choice(str(each.number), f"{each.name}, {each.role}" if each.role else each.name)
            for each in people
            if contact is None or each.number != contact.number
        ]
        self.who.set_choices([*choices, Choice(NEW, words.text("Another person"))])
        self._arrange()

    def choose(self, person: int) -> None:
        """Somebody else asked."""
        with QSignalBlocker(self.other):
            self.other.setChecked(True)
        self.who.choose(str(person))
        self._arrange()

    def show_answer(self, answer: EditAnswer) -> None:
        """Name the contact; say what follows when somebody else asked or the channel is not agreed."""
        words, contact = self._words, answer.contact
        if contact is None:
            name, since = words.text("Nobody is named as the contact"), ""
        elif answer.is_signer:
            name, since = contact.name, words.text("signed the contract; no contact is named")
        elif answer.contact_since is not None:
            name, since = contact.name, words.text("the contact {day:since-short}", day=answer.contact_since)
        else:
            name, since = contact.name, words.text("the contact")
        self.contact.setText(name)
        self.contact.updateGeometry()
        self.since.setText(since)
        self._show_box(answer)

    def _show_box(self, answer: EditAnswer) -> None:
        lead, text = box_words(self._words, answer, self._who_asked())
        self.box.setVisible(bool(lead))
        if lead and (lead, text) != self._shown_box:
            self._shown_box = lead, text
            icon = "user-x" if answer.by_voice else "unlink"
            self.box.set_notice(Notice(text, NoticeKind.WARNING, lead=lead, icon=icon))

    def _who_asked(self) -> str:
        if self._is_new:
            return self.new_name or self._words.text("This person")
        return self.who.currentText().split(", ")[0]

    def _turned(self) -> None:
        self._arrange()
        if self._is_new:
            self.name.setFocus()
        self.changed.emit()

    def _named(self) -> None:
        self.changed.emit()

    def _arrange(self) -> None:
        self.who.setVisible(self.other.isChecked())
        self.name.setVisible(self._is_new)


def box_words(words: Words, answer: EditAnswer, who: str) -> tuple[str, str]:
    """Headline and sentence of the amber box; empty where the contact asked in an agreed channel."""
    contact = answer.contact.name if answer.contact else words.text("the contact")
    if answer.by_voice:
        return (
            words.text("{person} is not the contact", person=who),
            words.text(
                "The request is kept as unconfirmed. Your clock starts when {contact} confirms, and both times stay"
                " on record.",
                contact=contact,
            ),
        )
    if answer.off_channel:
        return (
            words.text("This channel is not agreed"),
            words.text(
                "The request is kept as unconfirmed. Your clock starts when {contact} confirms in an agreed channel,"
                " and both times stay on record.",
                contact=contact,
            ),
        )
    return "", ""
