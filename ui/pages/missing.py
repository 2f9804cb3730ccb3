"""What stands in the place of a page that this version does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.boxes import Column
from ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from ui.workbench import Workbench


class MissingPage(Column):
    """One sentence."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(margins=(24, 18, 20, 18))
        self.add(EmptyState(workbench.words.text("This page is not part of this version yet.")))

    def refresh(self) -> None:
        """There is nothing to read."""
