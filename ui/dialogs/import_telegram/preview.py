"""The preview of an import: which chat, who is me, what the file holds and what it lacks; nothing is written yet."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.evidence import Sentence
from app.facts.importing import ImportShown
from app.facts.visible import visible
from app.words import N_, Words
from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field, line_field
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.picture import Picture
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

WHY = {
    "said": N_("you said so"),
    "account": N_("the account of the export"),
    "owner_name": N_("your name"),
    "not_the_chat": N_("the chat is called after the other one"),
    "not_the_contact": N_("the other one is the contact"),
}
MOST_PEOPLE = 12
TOP = Qt.AlignmentFlag.AlignTop


class Preview(Column):
    """`changed` after each choice; `chat`, `me` and `zone` are what was chosen by hand, else empty."""

    changed = Signal()

    def __init__(self, words: Words, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        self._words, self._zone = words, zone
        self._chat = self._me = ""
        self.chat = self.add(choice_field(words.text("Which chat is this client's"), [], icon="message-circle"))
        self.chat.editor.chosen.connect(self._take_chat)
        self.me = self.add(choice_field(words.text("Which of them is you"), [], icon="user"))
        self.me.editor.chosen.connect(self._take_me)
        self.time_zone = self.add(line_field(words.text("Time zone of the exporting computer"), zone.key))
        self.time_zone.editor.editingFinished.connect(self.changed)
        self.theirs = self.add(CheckBox(words.text("The client made this export: only mark what it holds, too")))
        self.theirs.toggled.connect(self.changed)
        self.open = self.add(NoticeLine(Notice("", NoticeKind.WARNING)))
        self.facts = self.add(Column(gap=6))
        self.setVisible(False)

    @property
    def chosen_chat(self) -> str:
        """The chat that was chosen by hand."""
        return self._chat

    @property
    def chosen_me(self) -> str:
        """Who was said to be me."""
        return self._me

    @property
    def zone_name(self) -> str:
        """The zone for dates that name none; empty where every date names its own."""
        return "" if self.time_zone.isHidden() else self.time_zone.editor.text().strip()

    def forget(self) -> None:
        """Another file was chosen: nothing said of the last one holds."""
        self._chat = self._me = ""
        self.theirs.setChecked(False)

    def show_import(self, shown: ImportShown) -> None:
        """Show the file under the present choices."""
        words = self._words
        self.setVisible(True)
        self._fill_chats(shown)
        self._fill_people(shown)
        self.time_zone.setVisible(shown.needs_zone > 0)
        question = self._question(shown)
        self.open.setVisible(bool(question))
        if question:
            self.open.set_notice(Notice(question, NoticeKind.WARNING))
        self.facts.clear()
        if not shown.chat:
            return
        for name, value in self._lines(shown):
            line = self.facts.add(Row(gap=8))
            line.add(Text(name, "small", colour="text2", wrap=True), 1)
            line.add(Text(value, "small", weight=500, tabular=True), align=TOP)
        for writer in shown.writers[:MOST_PEOPLE]:
            self._remark("user", self._writer(shown, writer.key, writer.name, writer.messages, writer.person))
        for remark in shown.remarks:
            self._remark("info", spelt(words, remark, self._zone))
        for place in shown.listed:
            self._remark("circle-alert", f"{visible(place.place)}: {words.text(place.why)}")

    def _fill_chats(self, shown: ImportShown) -> None:
        nobody = Choice("", self._words.text("Choose a chat"))
        named = [
            Choice(each.key, f"{visible(each.name)} · {self._words.number(each.messages)}") for each in shown.chats
        ]
        self.chat.editor.set_choices([*([] if shown.chat else [nobody]), *named], shown.chat)
        self.chat.setVisible(len(shown.chats) > 1)

    def _fill_people(self, shown: ImportShown) -> None:
        nobody = Choice("", self._words.text("Choose a person"))
        named = [Choice(each.key, visible(each.name)) for each in shown.writers]
        self.me.editor.set_choices([*([] if shown.me else [nobody]), *named], shown.me)
        self.me.setVisible(bool(shown.chat))
        reason = WHY.get(shown.me_why)
        self.me.set_hint(self._words.text(reason) if reason else "")

    def _question(self, shown: ImportShown) -> str:
        words = self._words
        if not shown.chat:
            return words.text("The file holds several chats. Choose the one that is this client's; only that comes in.")
        if not shown.me_why:
            return words.text("Who wrote what cannot be known from this file. Choose which of them is you.")
        if not shown.me_wrote:
            return words.text("You wrote nothing in this chat: every message counts as received.")
        return ""

    def _lines(self, shown: ImportShown) -> list[tuple[str, str]]:
        words, number = self._words, self._words.number
        lines = [(words.text("Messages"), number(shown.messages))]
        if shown.first and shown.last:
            first, last = (at.astimezone(self._zone).date() for at in (shown.first, shown.last))
            lines.append((words.text("From, to"), words.text("{first:short} to {last:short}", first=first, last=last)))
        lines.append((words.text("Lines of the messenger itself"), number(shown.services)))
        lines.append((words.text("Messages with files"), number(shown.media)))
        lines.append((words.text("Could not be read"), number(shown.unparsed)))
        lines.append((words.text("Known from earlier imports"), number(shown.known)))
        return lines

    def _writer(self, shown: ImportShown, key: str, name: str, messages: int, person: str) -> str:
        words, counted = self._words, self._words.plural("{n} message", "{n} messages", messages)
        if key == shown.me:
            return words.text("{name}, {count}: you", name=visible(name), count=counted)
        if person:
            return words.text("{name}, {count}: {person}", name=visible(name), count=counted, person=visible(person))
        return words.text("{name}, {count}: nobody known yet", name=visible(name), count=counted)

    def _remark(self, picture: str, text: str) -> None:
        line = self.facts.add(Row(gap=8))
        line.add(Picture(picture, "text2"), align=TOP)
        line.add(Text(text, "caption", wrap=True, selectable=True), 1)

    def _take_chat(self, key: str) -> None:
        self._chat, self._me = key, ""
        self.changed.emit()

    def _take_me(self, key: str) -> None:
        self._me = key
        self.changed.emit()


def spelt(words: Words, remark: Sentence, zone: ZoneInfo) -> str:
    """A remark in the window's language; instants are read in `zone`."""
    values = {
        name: words.moment(value, zone) if isinstance(value, datetime) else value
        for name, value in remark.values.items()
    }
    return words.text(remark.text, **values)
