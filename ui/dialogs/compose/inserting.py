"""What the owner's own texts do in the composer: a draft is edited, a snippet and its files are put in (3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.papers.draft_files import snippet_folder
from app.papers.draft_titles import SAME_AS
from app.papers.letter_values import letter_values
from app.papers.snippets import Snippet, by_use, snippets_in
from ui.dialogs.compose.draft_menu import EDIT_DRAFT
from ui.dropping import sort_dropped
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.dialogs.compose.window import Compose


class Inserting(QObject):
    """The slots of one composer."""

    def __init__(self, window: Compose) -> None:
        super().__init__(window)
        self._window = window
        self._folder, self._call = snippet_folder(window.workbench.journal.path), 0

    def listed(self) -> tuple[Snippet, ...]:
        """All snippets, those in the language of the draft first."""
        return by_use(snippets_in(self._folder), self._window.drafting.language)

    def values(self, key: str, language: str) -> dict[str, object]:
        """The values of a draft: of the reason that asks for it, where there is one, else of this message's reason."""
        letter = self._window.letter
        if key != letter.draft:
            asked = self._window.workbench.journal.desk.letter_for(letter.client.number, key)
            letter = asked if asked.draft == SAME_AS.get(key, key) else letter
        return letter_values(letter, key, language)

    def put(self, snippet: Snippet) -> None:
        """Put a snippet where the cursor is, and its files beside the message."""
        window = self._window
        cursor = window.field.textCursor()
        cursor.insertText(snippet.text)
        window.field.setTextCursor(cursor)
        window.files.take([path for name in snippet.attachments if (path := self._folder / name).is_file()])
        window.field.setFocus()

    def edit(self, what: str) -> None:
        """Open the editor at this draft or at the snippets; what is saved there is taken over."""
        window, at = self._window, self._window.drafting
        more: dict[str, Any] = {"draft": at.key, "style": at.manner, "language": at.language}
        if what != EDIT_DRAFT:
            more = {"snippet": ""}
        window.workbench.open("drafts", window.letter.client.number, then=self._kept, **more)

    def offer_paper(self, about: Sequence[int]) -> None:
        """The summary of a call that the message is about can be printed as well (D14)."""
        window = self._window
        flags = [each.flag for each in window.letter.clearable if each.flag.rule == "F12"]
        reading = window.workbench.journal.reading
        held = [entry for number in about if (entry := reading.entry(number)).kind == "call.held"]
        calls = [*(int(entry.body.get("item", entry.seq)) for entry in held),
                 *(flag.item for flag in flags if flag in window.clears.flags)]  # fmt: skip
        self._call = next((call for call in calls if call), 0)
        window.drafting.printing.setVisible(bool(self._call))

    def print_summary(self) -> None:
        """Show it as a paper."""
        from ui.dialogs.paper import open_summary

        open_summary(self._window.workbench, self._call, self._window)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files dropped on the message go with it; an export of a chat opens its import."""
        window = self._window
        found = sort_dropped(paths, window.words)
        if found.export is not None:
            window.workbench.open("import", window.letter.client.number, path=found.export)
        window.files.take(found.files)
        if found.refused:
            window.say(" ".join(found.refused), NoticeKind.WARNING)

    def _kept(self) -> None:
        """The draft was saved: it is put in while nothing was typed here."""
        if not self._window.field.written:
            self._window.put_draft()
