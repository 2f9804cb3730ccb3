"""What stands in the place of a timeline without entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from ui.workbench import Workbench


class EmptyTimeline(Column):
    """One sentence; the cursor is in the field of quick add."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        words = workbench.words
        self.add_space()
        self.add(EmptyState(words.text("Nothing recorded yet. The first line is the hardest"), "", mark=True))
        self.add_space()
