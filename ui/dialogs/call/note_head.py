"""The head of a call note: client, person, channel, planned time, and the pin; and its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.people import Client, Person
from app.facts.work import Call
from app.papers.call_blocks import channel_in_line
from app.words import Words
from ui.dialogs.call.purpose import PurposeChip
from ui.kept_call import KeptCall
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.pane import Pane
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class NoteHead(Row):
    """Whose call it is; `pin` keeps the window on top."""

    def __init__(
        self, workbench: Workbench, client: Client, contact: Person | None, note: KeptCall, plan: Call | None
    ) -> None:
        super().__init__(gap=8)
        words = workbench.words
        names = self.add(Column(gap=1), 1)
        names.add(Text(client.name, "heading", wrap=True))
        parts = [contact.name if contact else "", channel_in_line(words, note.channel)]
        if plan and plan.planned_at:
            parts.append(words.text("planned for {time}", time=words.time(plan.planned_at, workbench.zone)))
        elif plan is None:
            parts.append(words.text("ad hoc"))
        names.add(Text(", ".join(part for part in parts if part), "small", colour="text2", wrap=True))
        self.purpose = self.add(PurposeChip(words, note.purpose), align=Qt.AlignmentFlag.AlignTop)
        self.discarding = self.add(
            IconButton("trash-2", words.text("Discard the note")), align=Qt.AlignmentFlag.AlignTop
        )
        self.pin = self.add(IconButton("pin", words.text("Stay on top")), align=Qt.AlignmentFlag.AlignTop)
        self.pin.setCheckable(True)
        self._words = words

    def show_pinned(self) -> None:
        """Say what the pin would do next."""
        words, pinned = self._words, self.pin.isChecked()
        name = words.text("Do not stay on top") if pinned else words.text("Stay on top")
        self.pin.set_name(name, "pin-off" if pinned else "pin")


class NoteFoot(Pane):
    """Missed, what is left, and the one primary button; above them what was refused or is asked."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("card", padding=(16, 12, 16, 12), top_line=True, parent=parent)
        self.problem = self.add(NoticeLine(Notice("", NoticeKind.ERROR)))
        self.problem.hide()
        row = self.add(Row(gap=10))
        self.missing = row.add(Button(words.text("Missed"), ButtonKind.GHOST, icon="phone-missed"))
        row.add_space()
        self.left = row.add(Text("", "small", colour="today"))
        save = words.text("Save and write the summary")
        self.saving = row.add(Button(save, ButtonKind.PRIMARY, icon="pencil-line", shortcut="Ctrl+Enter"))
