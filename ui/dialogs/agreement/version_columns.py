"""How a version lies in its dialog: groups, fields and changes side by side; where it is narrow, behind a switch."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.dialogs.agreement.changes_pane import ChangesPane
from ui.dialogs.agreement.low_scroll import LowScroll
from ui.dialogs.agreement.version_groups import VersionGroups
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.segmented import Segment, Segmented

FIELDS, CHANGES = "fields", "changes"
CHANGES_WIDE = 344
ALL_BESIDE, LIST_BESIDE, LOW = 1060, 700, 540
"""From these effective widths on changes, and the list of groups, stand beside; below this height nothing does."""


class VersionColumns(Column):
    """Each column scrolls by itself, so that the list of groups stays where it is."""

    def __init__(
        self, words: Words, groups: VersionGroups, changes: ChangesPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=10, parent=parent)
        self._words, self._groups, self._count = words, groups, 0
        self._beside, self._single = True, False
        self.switch = self.add(Segmented(self._segments(), FIELDS, name=words.text("Terms or what changes")))
        self.switch.changed.connect(self._turn)
        self.add(groups.choice)
        self._pair = self.add(Row(gap=20), 1)
        self._pair.add(groups.list)
        self._pair.add(groups.pages, 1)
        self._changes = self._pair.add(LowScroll(changes))
        self.arrange(ALL_BESIDE, LOW)

    def set_count(self, changes: int) -> None:
        """Say on the switch how many terms change."""
        if changes != self._count:
            self._count = changes
            self.switch.set_segments(self._segments(), self.switch.key)

    def arrange(self, width: float, height: float) -> None:
        """Lie as an effective width and height allow."""
        self._beside = width >= ALL_BESIDE and height >= LOW
        self._single = width < LIST_BESIDE or height < LOW
        self._groups.set_single(self._single)
        self._changes.set_whole(self._single)
        wide = theme().px(CHANGES_WIDE)
        self._changes.setMinimumWidth(wide if self._beside else 0)
        self._changes.setMaximumWidth(wide if self._beside else 16777215)
        self._turn()

    def show_fields(self) -> None:
        """Show the fields where they are behind the switch."""
        self.switch.choose(FIELDS)
        self._turn()

    def _turn(self) -> None:
        fields = self._beside or self.switch.key == FIELDS
        self.switch.setVisible(not self._beside)
        self._groups.pages.setVisible(fields)
        self._groups.list.setVisible(fields and not self._single)
        self._groups.choice.setVisible(fields and self._single)
        self._changes.setVisible(self._beside or not fields)

    def _segments(self) -> list[Segment]:
        words = self._words
        return [Segment(FIELDS, words.text("Terms")), Segment(CHANGES, words.text("What changes"), self._count or None)]
