"""The dialog of an edit request: facts and promise side by side, and what is saved (6.5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QWidget

from app.facts.edit_answer import EditAnswer
from ui.dialogs.edit.client_menu import ClientMenu
from ui.dialogs.edit.facts_pane import FactsPane
from ui.dialogs.edit.foot import EditFoot
from ui.dialogs.edit.frame import Frame
from ui.dialogs.edit.leaving import Leaving
from ui.dialogs.edit.promise_pane import PromisePane
from ui.dialogs.edit.wish import Wish, saving
from ui.reading_order import InReadingOrder

if TYPE_CHECKING:
    from app.facts.snapshot import Snapshot
    from ui.workbench import Workbench


class EditForm(InReadingOrder, QDialog):
    """Window-modal; every change asks the journal what the promise would be."""

    def __init__(
        self,
        workbench: Workbench,
        client: int = 0,
        *,
        parent: QWidget | None = None,
        text: str = "",
        channel: str = "",
        at: datetime | None = None,
        person: int = 0,
        edit: int = 0,
    ) -> None:
        super().__init__(parent)
        self.workbench, words = workbench, workbench.words
        self.setWindowTitle(words.text("Edit request"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAcceptDrops(True)
        self._clients = workbench.journal.clients.all()
        self._on: date | None = None
        self._basis: tuple[object, ...] = ()
        self.answer: EditAnswer | None = None
        self._seen: tuple[int, Sequence[Snapshot]] = (0, ())
        self.facts = FactsPane(workbench, at or workbench.now())
        self.promise = PromisePane(workbench)
        self.foot = EditFoot(words)
        self._frame = Frame(self, self.facts, self.promise, self.foot, parent)
        self._connect()
        self.client = 0
        self._choose_client(client or (self._clients[0].number if self._clients else 0), channel)
        if person:
            self.facts.asker.choose(person)
        self.facts.text.editor.setPlainText(text)
        self.facts.text.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.facts.text.editor.setFocus()
        self._ask()
        self.leaving = Leaving(self, client, given=bool(text))

    @property
    def wish(self) -> Wish:
        """The fields as one value."""
        return self.facts.wish(self.client, provisional=self.promise.is_provisional, on=self._on)

    def save(self) -> None:
        """Write the request and its date; what is still to be told is said in the notice."""
        self._save(self._kept)

    def save_and_write(self) -> None:
        """Write them, then open the message with the draft as it stands (Ctrl+Enter)."""
        self._save(self._compose)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written; everything typed stays."""
        self.foot.say(sentence)

    def accept(self) -> None:
        """It is recorded: nothing has to be kept."""
        self.leaving.keeping.done()
        super().accept()

    def reject(self) -> None:
        """Escape: a filled form asks once, and keeps what was typed."""
        if self.leaving.keeping.may_leave():
            self.leaving.leave()

    def again(self) -> Callable[[], object]:
        """What brings the form back when its entries are taken back (1.3b)."""
        return self.leaving.keeping.again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field does not close the form."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and links may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them as examples."""
        if self.facts.examples.take(event.mimeData()):
            event.acceptProposedAction()

    def _connect(self) -> None:
        self.facts.changed.connect(self._ask)
        self.facts.client.clicked.connect(self._offer_clients)
        self.facts.text.editor.left.connect(self._left_text)
        self.promise.changed.connect(self._ask)
        self.promise.day_taken.connect(self._take_day)
        self.foot.cancelled.connect(self.reject)
        self.foot.saved.connect(self.save)
        self.foot.written.connect(self.save_and_write)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save_and_write)

    def _choose_client(self, number: int, channel: str = "") -> None:
        journal = self.workbench.journal
        self.client = number
        found = journal.clients.get(number)
        self.facts.client.setText(found.name)
        self.facts.client.updateGeometry()
        self.facts.asker.offer(journal.clients.people(number), journal.clients.contact(number))
        agreed = journal.agreements.in_force(number).terms.agreed_channels
        usual = journal.talk.usual_channel(number)
        self.facts.prefer([usual, *(each.channel for each in agreed)])
        self.facts.channel.editor.choose(channel or usual)
        self.promise.draft.prefer(found.style)

    def _ask(self) -> None:
        from app.journal.edit_answer import edit_answer

        wish, now = self.wish, self.workbench.now()
        basis = (wish.client, wish.at, wish.size, wish.provisional)
        if basis != self._basis:
            self._basis, self._on = basis, None
            wish = self.wish
        self.answer = edit_answer(
            self.workbench.journal, wish.client, min(wish.at, now), size=wish.size, provisional=wish.provisional,
            person=wish.person, somebody=self.facts.asker.lacks_name or wish.somebody, channel=wish.channel,
            on=wish.on, seen=self._read(),
        )  # fmt: skip
        client = next(each for each in self._clients if each.number == wish.client)
        self.facts.show_answer(self.answer)
        who = wish.new_name or self.facts.asker.who.currentText().split(", ")[0]
        self.promise.show_answer(self.answer, client, wish.text, who)
        self.foot.show_answer(self.answer, client, self.promise.date.text())
        self._frame.grow()

    def _read(self) -> Sequence[Snapshot]:
        """The clients, read once and again after each entry: not at every letter that is typed (Q20)."""
        journal = self.workbench.journal
        size, _ = journal.size_and_head()
        if self._seen[0] != size:
            self._seen = (size, journal.desk.snapshots())
        return self._seen[1]

    def _take_day(self, day: date) -> None:
        self._on = day
        self._ask()

    def _left_text(self) -> None:
        """An error is said on leaving the field, not while it is being filled."""
        if self.facts.text.error:
            self._check_text()

    def _check_text(self) -> bool:
        lacks = not self.wish.text
        words = self.workbench.words
        self.facts.text.set_error(words.text("Write what exactly is to be changed.") if lacks else None)
        return not lacks

    def _complete(self) -> bool:
        """The first gap takes the focus."""
        words = self.workbench.words
        if not self._check_text():
            self.facts.text.editor.setFocus()
        elif self.facts.asker.lacks_name:
            self.refuse(words.text("Write the name of the person who asked."))
            self.facts.asker.name.setFocus()
        elif self.facts.received.in_future:
            self.facts.received.day.setFocus()
        else:
            return True
        return False

    def _save(self, then: Callable[[tuple[int, ...]], object]) -> None:
        if not self._complete() or self.answer is None:
            return
        verb = saving(self.workbench.journal, self.wish, self.answer)
        if self.workbench.do(verb, then, at=self):
            self.accept()

    def _kept(self, numbers: tuple[int, ...]) -> None:
        words, waits = self.workbench.words, self.answer is not None and self.answer.waits
        said = (words.text("Saved as entry {number}. The contact has not been asked yet.", number=numbers[0]) if waits
                else words.text("Saved as entry {number}. The date is not told yet.", number=numbers[0]))  # fmt: skip
        self.workbench.say(said, step=words.text("Write"), next=self._writing(numbers[0]))

    def _compose(self, numbers: tuple[int, ...]) -> None:
        self._writing(numbers[0])()

    def _writing(self, number: int) -> Callable[[], None]:
        """Opens the message with the draft as it stands now; the form may be gone by then."""
        workbench, client, text = self.workbench, self.client, self.promise.draft.text

        def write() -> None:
            workbench.open("compose", client, text=text, about=(number,))

        return write

    def _offer_clients(self) -> None:
        ClientMenu(self._clients, self.facts.client).taken.connect(self._client_chosen)

    def _client_chosen(self, number: int) -> None:
        self._choose_client(number)
        self._ask()
