"""What a version of the agreement changed when it was made (6.4); the terms as they stand follow below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.terms import Agreement
from app.papers.agreed.sides import Sides
from app.papers.term_changes import term_changes
from ui.dialogs.agreement.change_lines import ChangeLines
from ui.widgets.card import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class VersionChanges(Card):
    """Against the version that counted before it."""

    def __init__(
        self, workbench: Workbench, client: str, old: Agreement, new: Agreement, parent: QWidget | None = None
    ) -> None:
        words = workbench.words
        title = words.text("What this version changed")
        super().__init__(gap=6, fill=True, name=title, parent=parent)
        self.add(Text(title, "small", weight=600))
        self.changes = self.add(ChangeLines(words))
        found = term_changes(old.terms, new.terms, Sides(workbench.owner.name, client), words)
        self.changes.show_changes(found, words.text("No term changed."))
        kept = words.text("Items that were open keep the terms they began under.")
        self.add(Text(kept, "caption", colour="text2", wrap=True))
