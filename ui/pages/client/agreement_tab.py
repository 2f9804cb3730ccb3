"""The Agreement tab: every term as a sentence in its group, the versions, a new one, and the annex to print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.facts.client_page import ClientPage
from app.facts.terms import Agreement
from app.papers.annex import agreement_chapters
from app.words import N_, Words
from ui.layout import Layout
from ui.pages.client.contract_card import ContractCard
from ui.pages.client.header import agreement_words
from ui.pages.client.version_changes import VersionChanges
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.item import Item, ItemRow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

HOW: Final = {
    "contract": N_("agreed in the contract"),
    "chat": N_("agreed in a chat"),
    "mail": N_("agreed by mail"),
    "call": N_("agreed on a call"),
}


class AgreementTab(Scroll):
    """The terms and their versions; the whole tab scrolls."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        self.body = TermsAndVersions(workbench)
        super().__init__(self.body, parent)

    def show_page(self, page: ClientPage) -> None:
        """Show the version in force."""
        self.body.show_page(page)

    def set_layout(self, layout: Layout) -> None:
        """Side by side, or one below the other."""
        self.body.set_layout(layout)


class TermsAndVersions(Row):
    """Terms on the left, versions on the right; a version that is opened shows its own terms."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        self._single = False
        super().__init__(gap=20, parent=parent)
        self._workbench = workbench
        self._page: ClientPage | None = None
        self._shown = -1
        self.terms = Column(gap=10, margins=(0, 0, 4, 12))
        self.add(self.terms, 1)
        self.side = self.add(Column(gap=10))

    def restyle(self) -> None:
        """Take the width of the versions at the present text scale."""
        super().restyle()
        if hasattr(self, "side"):
            self.side.setMinimumWidth(0 if self._single else theme().px(284))
            self.side.setMaximumWidth(16_777_215 if self._single else theme().px(284))

    def set_layout(self, layout: Layout) -> None:
        """The versions stand beside the terms, at large text above them."""
        self._single = layout is Layout.SINGLE
        way = QBoxLayout.Direction.BottomToTop if self._single else QBoxLayout.Direction.LeftToRight
        self.lines.setDirection(way)
        self.restyle()

    def show_page(self, page: ClientPage) -> None:
        """Show the version in force."""
        self._page = page
        versions = self._workbench.journal.agreements.versions(page.client.number)
        known = {each.entry for each in versions}
        shown = self._shown if self._shown in known else page.agreement.entry
        found = next((each for each in versions if each.entry == shown), page.agreement)
        before = versions[: versions.index(found)] if found in versions else ()
        self._show_terms(found, before[-1] if before else None)
        self._show_versions(versions, page.agreement)

    def _show_terms(self, agreement: Agreement, before: Agreement | None) -> None:
        words, page = self._workbench.words, self._page
        assert page is not None
        self.terms.clear()
        self.terms.add(Text(agreement_words(words, agreement), "heading", wrap=True))
        if before is not None:
            self.terms.add(VersionChanges(self._workbench, page.client.name, before, agreement))
        chapters = agreement_chapters(agreement.terms, self._workbench.owner.name, page.client.name, words)
        for number, (title, sentences) in enumerate(chapters, start=1):
            card = self.terms.add(Card(gap=5, fill=True, name=title))
            card.add(Text(f"{number}. {title}", "small", weight=600))
            for at, sentence in enumerate(sentences, start=1):
                line = card.add(Row(gap=10))
                top = Qt.AlignmentFlag.AlignTop
                line.add(Text(f"{number}.{at}", "caption", colour="text3", tabular=True), align=top)
                line.add(Text(sentence, "small", wrap=True, selectable=True), 1)
        self.terms.add_space()

    def _show_versions(self, versions: tuple[Agreement, ...], now: Agreement) -> None:
        words = self._workbench.words
        self.side.clear()
        card = self.side.add(Card(gap=4, fill=True, name=words.text("Versions")))
        card.add(Text(words.text("Versions"), "small", weight=600))
        if not versions:
            card.add(Text(words.text("No agreement is made yet. The default terms are used."), "small",
                          colour="text2", wrap=True))  # fmt: skip
        for each in reversed(versions):
            card.add(ItemRow(_version(words, each, each.entry == now.entry))).opened.connect(self._open)
        new = self.side.add(Button(words.text("New version"), ButtonKind.TINTED, icon="plus"))
        new.clicked.connect(self._new)
        annex = self.side.add(Button(words.text("Print the annex"), icon="printer"))
        annex.clicked.connect(self._print)
        if now.entry and now.confirmed is None:
            confirmed = self.side.add(Button(words.text("The client has confirmed it"), icon="check"))
            confirmed.clicked.connect(self._confirm)
        if self._page is not None:
            self.side.add(ContractCard(self._workbench, self._page.client))
        self.side.add_space()

    def _open(self, key: str) -> None:
        self._shown = int(key)
        if self._page is not None:
            self.show_page(self._page)

    def _new(self) -> None:
        if self._page is not None:
            self._workbench.open("agreement", self._page.client.number)

    def _confirm(self) -> None:
        """F24: by whoever speaks for the client now."""
        if self._page is not None:
            agreements, page = self._workbench.journal.agreements, self._page
            by = page.contact.number if page.contact else None
            confirm = partial(agreements.confirm, page.client.number, page.agreement.entry, by)
            self._workbench.do(confirm, said=self._workbench.words.text("The agreement is confirmed."))

    def _print(self) -> None:
        from ui.dialogs.paper import open_annex

        if self._page is not None:
            open_annex(self._workbench, self._page.client.number)


def _version(words: Words, each: Agreement, in_force: bool) -> Item:
    how = words.text(HOW[each.agreed_how]) if each.agreed_how in HOW else ""
    state = words.text("confirmed") if each.confirmed else words.text("not confirmed yet")
    since = words.date(each.effective_from, short=True) if each.effective_from else ""
    return Item(
        key=str(each.entry),
        icon="circle-check" if in_force else "history",
        title=words.text("Agreement {version}", version=each.number),
        due=since,
        state=", ".join(part for part in (how, state) if part),
    )
