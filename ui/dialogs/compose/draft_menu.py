"""The menus of the composer's draft line: other drafts in two groups, snippets, and the way to their editor (6.7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QWidget

from app.papers.draft_titles import TITLES, is_of_a_reason
from app.papers.snippets import Snippet
from app.words import Words

EDIT_DRAFT, EDIT_SNIPPETS = "edit_draft", "edit_snippets"


class DraftMenu(QMenu):
    """Actions carry ("draft", key) or ("open", EDIT_DRAFT)."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        self.addAction(words.text("Edit this draft…")).setData(("open", EDIT_DRAFT))
        self.addSeparator()
        self.reasons = QMenu(words.text("Reasons to write"), self)
        self.addMenu(self.reasons)
        self.addSeparator()
        for key, title in TITLES.items():
            into = self.reasons if is_of_a_reason(key) else self
            into.addAction(words.text(title).replace("&", "&&")).setData(("draft", key))


class SnippetMenu(QMenu):
    """Actions carry ("snippet", the snippet) or ("open", EDIT_SNIPPETS)."""

    def __init__(self, words: Words, snippets: Sequence[Snippet], parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for each in snippets:
            said = f"{each.name}\t{', '.join(each.tags) or each.language}"
            self.addAction(said.replace("&", "&&")).setData(("snippet", each))
        if not snippets:
            self.addAction(words.text("No snippet yet")).setEnabled(False)
        self.addSeparator()
        self.addAction(words.text("Edit the snippets…")).setData(("open", EDIT_SNIPPETS))
