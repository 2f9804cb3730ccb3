"""The plan of an erasure as three cards: what goes, what stays, what cannot be called back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts.visible import visible
from app.papers.erasure_plan import PartSort, PlanPart
from ui.widgets.boxes import Column, Row
from ui.widgets.card import Card
from ui.widgets.picture import Picture
from ui.widgets.text import Text

ICONS = {PartSort.GOES: "eraser", PartSort.STAYS: "check", PartSort.GIVEN: "send"}


class PlanCards(Column):
    """One card a part; what goes comes first."""

    def __init__(self, parts: Sequence[PlanPart], parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        for part in parts:
            card = self.add(Card(gap=6, fill=True, name=part.title))
            head = card.add(Row(gap=8))
            head.add(Picture(ICONS[part.sort], "accent" if part.sort is PartSort.GOES else "text2"))
            head.add(Text(part.title, "body", weight=600), 1)
            for line in part.lines:
                row = card.add(Row(gap=8))
                row.add(Text("–", "small", colour="text3"), align=Qt.AlignmentFlag.AlignTop)
                row.add(Text(visible(line), "small", colour="text2", wrap=True, selectable=True), 1)
