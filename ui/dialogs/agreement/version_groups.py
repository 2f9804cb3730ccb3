"""The groups of a version: a list of them at the left (a choice where there is no room), the chosen one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.contradictions import Contradiction
from app.facts.people import Client
from app.facts.terms import Agreement, Terms
from app.papers.agreed import CHAPTERS
from app.papers.term_changes import TermChange
from ui.dialogs.agreement.group_row import GroupRow
from ui.dialogs.agreement.groups import GROUPS, Asked, TermGroup
from ui.dialogs.agreement.low_scroll import LowScroll
from ui.dialogs.agreement.version_fields import VersionFields
from ui.widgets.boxes import Column
from ui.widgets.choice import Choice, ChoiceInput

if TYPE_CHECKING:
    from ui.workbench import Workbench

P = TypeVar("P", VersionFields, TermGroup)
VERSION = "version"
"""The key of the group that is no term: since when, how agreed, the preset."""


class VersionGroups(QWidget):
    """`changed` after each change of a term; `current` is the key of the group that is shown.

    A group is made when it is first shown, so that the form opens at once.
    """

    changed = Signal()

    def __init__(self, workbench: Workbench, client: Client, old: Agreement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        words = workbench.words
        self._asked = Asked(words, workbench.owner, client, workbench.today)
        self._terms, self._single = old.terms, False
        self._found: Sequence[Contradiction] = ()
        self.titles = {VERSION: words.text("This version")}
        self.titles |= {chapter.key: words.text(chapter.title) for chapter in CHAPTERS}
        self.current = VERSION
        self.list, self.pages = Column(gap=2), Column()
        self.rows: dict[str, GroupRow] = {}
        icons = {VERSION: VersionFields.ICON} | {key: made.ICON for key, made in GROUPS.items()}
        for key, title in self.titles.items():
            row = self.list.add(GroupRow(words, key, title, icons[key]))
            row.went.connect(self.show_group)
            row.stepped.connect(self._step)
            self.rows[key] = row
        self.list.add_space()
        self.choice = ChoiceInput([Choice(key, title, icons[key]) for key, title in self.titles.items()], VERSION)
        self.choice.setAccessibleName(words.text("Group of terms"))
        self.choice.chosen.connect(self.show_group)
        self._scrolls: dict[str, LowScroll] = {}
        self._made: dict[str, TermGroup] = {}
        self.version = self._place(VERSION, VersionFields(workbench, old))
        self.show_group(VERSION)

    def group(self, key: str) -> TermGroup:
        """A group of terms, made now if it was not shown yet."""
        if key not in self._made:
            self._made[key] = self._place(key, GROUPS[key](self._asked, self._terms))
            self._point(key)
        return self._made[key]

    def read(self) -> Terms:
        """All terms as the fields stand."""
        terms = self._terms
        for group in self._made.values():
            terms = group.read(terms)
        return terms

    def show_terms(self, terms: Terms) -> None:
        """Show other terms without saying so."""
        self._terms = terms
        for group in self._made.values():
            group.show_terms(terms)

    def problems(self) -> tuple[Contradiction, ...]:
        """What was typed and cannot be read."""
        return tuple(each for group in self._made.values() for each in group.problems())

    def show_group(self, key: str) -> None:
        """Show a group."""
        if key != VERSION:
            self.group(key)
        self.current = key
        for each, row in self.rows.items():
            row.set_current(each == key)
        for each, scroll in self._scrolls.items():
            scroll.setVisible(each == key)
        self.choice.choose(key)

    def _step(self, by: int) -> None:
        keys = list(self.titles)
        to = min(max(keys.index(self.current) + by, 0), len(keys) - 1)
        self.show_group(keys[to])
        self.rows[keys[to]].setFocus(Qt.FocusReason.OtherFocusReason)

    def point(self, found: Sequence[Contradiction], changes: Sequence[TermChange]) -> None:
        """Say everything beside its field, and in the list which groups it is in."""
        self._found = found
        self.version.point(found)
        self.rows[VERSION].set_state(0, _worst([each for each in found if each.concerns("effective_from")]))
        for chapter in CHAPTERS:
            changed = sum(each.term in chapter.terms for each in changes)
            self.rows[chapter.key].set_state(changed, _worst(self._here(chapter.key)))
            if chapter.key in self._made:
                self._point(chapter.key)

    def lead_to(self, found: Contradiction) -> None:
        """Show the group of a term."""
        key = next((c.key for c in CHAPTERS if any(found.concerns(term) for term in c.terms)),
                   VERSION)  # fmt: skip
        self.show_group(key)
        self.rows[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_single(self, single: bool) -> None:
        """The list becomes a choice, labels stand above their fields."""
        self._single = single
        self.version.set_single(single)
        for group in self._made.values():
            group.set_single(single)
        for scroll in self._scrolls.values():
            scroll.set_whole(single)

    def _here(self, key: str) -> list[Contradiction]:
        terms = next(chapter.terms for chapter in CHAPTERS if chapter.key == key)
        return [each for each in self._found if any(each.concerns(term) for term in terms)]

    def _point(self, key: str) -> None:
        self._made[key].point(self._here(key))

    def _place(self, key: str, page: P) -> P:
        page.setAccessibleName(self.titles[key])
        self._scrolls[key] = self.pages.add(LowScroll(page), 1)
        page.changed.connect(self.changed)
        page.set_single(self._single)
        self._scrolls[key].set_whole(self._single)
        return page


def _worst(found: Sequence[Contradiction]) -> str:
    if any(each.refused for each in found):
        return "late"
    return "today" if found else ""
