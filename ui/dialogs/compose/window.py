"""The composer's window: to whom, through what, the draft, what it clears (6.7). Copying is not sending."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.facts.letter import Letter
from app.facts.visible import visible
from app.papers.draft_files import own_folder
from app.papers.drafts import render
from ui.attached_files import Files
from ui.dialogs.compose.address import AddressLine
from ui.dialogs.compose.clears import Clears
from ui.dialogs.compose.draft_field import DraftField
from ui.dialogs.compose.drafting import Drafting
from ui.dialogs.compose.foot import Foot
from ui.dialogs.compose.head import Head
from ui.dialogs.compose.inserting import Inserting
from ui.dialogs.compose.leaving import Leaving
from ui.dialogs.compose.sending import Sending
from ui.dropping import Dropping
from ui.reading_order import InReadingOrder
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.picture import Picture
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, HIGH = 760, 580
MARGIN = 24


class Compose(InReadingOrder, QWidget):
    """A window of its own, not modal. `flags` are the keys of the reasons that the message is to clear."""

    def __init__(
        self,
        workbench: Workbench,
        client: int = 0,
        *,
        parent: QWidget | None = None,
        flags: Sequence[str] = (),
        draft: str = "",
        about: Sequence[int] = (),
        text: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.workbench, self._wanted = workbench, tuple(flags)
        words = self.words = workbench.words
        self.letter: Letter = workbench.journal.desk.letter(client, flags)
        self.setWindowTitle(words.text("Message to {client}", client=visible(self.letter.client.name)))
        lines = QVBoxLayout(self)
        lines.setSpacing(0)
        lines.setContentsMargins(0, 0, 0, 0)
        body = self._body = Column(gap=10, margins=(MARGIN, 18, MARGIN, 12))
        lines.addWidget(Scroll(body), 1)
        self.head = body.add(Head(words, self.letter, workbench.zone))
        self.head.chosen.connect(self._channel_chosen)
        self.address = body.add(AddressLine(words))
        self.lines = body.add(Column(gap=8))
        key = draft or ("pause" if self.letter.paused_until else self.letter.draft)
        language = self.letter.client.language or workbench.language
        self.drafting = body.add(Drafting(words, key, self.letter.client.style, language))
        self.drafting.changed.connect(self.put_draft)
        self.field = body.add(DraftField(), 1)
        self.field.setAccessibleName(words.text("Text of the message"))
        self.files = body.add(Files(words))
        self._below(body, about)
        self.foot = Foot(words)
        lines.addWidget(self.foot)
        self.sending, self.inserting, self.leaving = Sending(self), Inserting(self), Leaving(self, client)
        self._connect()
        Dropping(self).dropped.connect(self.inserting.take_files)
        self.field.files_pasted.connect(self.inserting.take_files)
        self._begin(text)
        self.inserting.offer_paper(about)
        self._fit()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded; the text stays."""
        self.say(sentence, NoticeKind.ERROR)

    def say(self, sentence: str, kind: NoticeKind = NoticeKind.PLAIN) -> None:
        """A line above the text; it replaces the last one of the same kind."""
        self.lines.clear()
        line = self.lines.add(NoticeLine(Notice(sentence, kind), dismiss_name=self.words.text("Dismiss")))
        line.announce()

    def _fit(self) -> None:
        """High enough for lines and chips above the foot, as far as the screen goes."""
        wide, room = theme().px(WIDE), round(screen_room(self.parentWidget()).height() * 0.9)
        needed = self._body.lines.totalHeightForWidth(wide) if self._body.lines.hasHeightForWidth() else 0
        high = max(needed, self._body.sizeHint().height()) + self.foot.sizeHint().height()
        self.resize(wide, max(min(high, room), theme().px(HIGH)))

    def put_draft(self) -> None:
        """Put the draft of the present key, style and language into the field."""
        chosen, letter = self.drafting, self.letter
        if not chosen.key:
            return
        values, year = self.inserting.values(chosen.key, chosen.language), letter.now.year
        draft = render(
            chosen.key, chosen.manner, chosen.language, values, own_folder(self.workbench.journal.path), this_year=year
        )
        self.subject = draft.subject
        self.field.put(draft)
        self.clears.tick_told(draft.text, draft.language, chosen.key)
        chosen.say_language(draft.language)
        if draft.english_instead:
            self.say(self.words.text("There is no draft in the client's language; this one is in English."))

    def mark(self) -> None:
        """Ctrl+Enter: record the message as it stands in the field."""
        self.sending.mark()

    def again(self) -> Callable[[], object]:
        """What brings the message back when its entries are taken back."""
        return self.leaving.again()

    def done(self) -> None:
        """It is recorded: nothing has to be kept."""
        self.leaving.let_go()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing keeps what was typed."""
        self.leaving.keep()
        super().closeEvent(event)

    def _below(self, body: Column, about: Sequence[int]) -> None:
        words = self.words
        head = body.add(Row(gap=8))
        head.add(Text(words.text("This message clears"), "small", weight=500, colour="text2"), 1)
        by = self.letter.expected_by
        said = words.text("I expect an answer {due:by-short}", due=by) if by else words.text("I expect an answer")
        self.expects = head.add(CheckBox(said))
        self.clears = body.add(Clears(words, self.workbench.zone))
        self.clears.show_letter(self.letter, self._wanted, about)
        remark = body.add(Row(gap=6))
        remark.add(Picture("info", "text3", side=14))
        said = words.text("Copying is not sending. The reasons stay until you mark the message as sent.")
        remark.add(Text(said, "caption", colour="text2", wrap=True), 1)

    def _connect(self) -> None:
        self.drafting.snippets = self.inserting.listed
        self.drafting.snippet.connect(self.inserting.put)
        self.drafting.editor.connect(self.inserting.edit)
        self.drafting.printing.clicked.connect(self.inserting.print_summary)
        self.field.gaps_changed.connect(self.foot.set_gaps)
        self.foot.gap_asked.connect(self.field.next_gap)
        self.foot.copied.connect(self.sending.copy)
        self.foot.marked.connect(self.mark)
        self.foot.call_asked.connect(self.sending.log_call)
        for keys, slot in (("Ctrl+Return", self.mark), ("Ctrl+Enter", self.mark), ("Ctrl+G", self.field.next_gap),
                           ("Esc", self.leaving.escape)):  # fmt: skip
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)

    def _begin(self, text: str) -> None:
        """The draft, the text asked for, or what was typed last time and not sent."""
        self.subject = ""
        self._channel_chosen(self.head.channel)
        self.put_draft()
        kept = self.leaving.kept
        if text:
            self.leaving.wait_apart()
            self.field.restore(text)
        elif kept:
            self.field.restore(kept)
            self.say(
                self.words.text("The text you did not send is back. Another draft replaces it; undo brings it back.")
            )
        self.clears.tick_told(self.field.toPlainText(), self.drafting.language, self.drafting.key)
        self.foot.set_gaps(self.field.gaps_left)
        name = visible(self.letter.contact.short) if self.letter.contact else visible(self.letter.client.name)
        self.field.setPlaceholderText(self.words.text("Write to {name}", name=name))
        self.sending.say_hours()
        self.leaving.begin()
        self.field.setFocus()

    def _channel_chosen(self, channel: str) -> None:
        self.foot.set_channel(channel)
        self.address.show_channel(channel, self.head.address)
