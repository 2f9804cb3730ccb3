"""Which draft: its language, its style, or another one; snippets beside it (6.7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.papers.draft_titles import STYLES
from app.papers.snippets import Snippet
from app.words import Words
from ui.dialogs.compose.draft_menu import DraftMenu, SnippetMenu
from ui.dialogs.compose.phrases import LANGUAGES, STYLE_NAMES
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.segmented import Segment, Segmented

STACKED_FROM_SCALE = 1.5
"""From this text scale on the styles stand below the rest."""


class Drafting(Column):
    """One line above the text, two at large text; `key`, `manner` and `language` name the draft.

    `changed` when another draft is wanted, `snippet` when one is to be put in, `editor` when a text is to be edited.
    """

    changed = Signal()
    snippet = Signal(object)
    editor = Signal(str)

    def __init__(self, words: Words, key: str, style: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words, self.key, self.language = words, key, language
        stacked = theme().scale >= STACKED_FROM_SCALE
        line = self.add(Row(gap=8))
        self._said = line.add(Button("", ButtonKind.LINK, chevron=True))
        self._said.clicked.connect(self._offer_languages)
        line.add_space()
        styles = [Segment(each, words.text(STYLE_NAMES[each])) for each in STYLES]
        below = self.add(Row(gap=8)) if stacked else line
        self._style = below.add(
            Segmented(styles, style if style in STYLES else "plain", name=words.text("Style"), small=True)
        )
        if stacked:
            below.add_space()
        self._style.changed.connect(self._style_chosen)
        self._snippets = line.add(IconButton("notebook-text", words.text("Insert a snippet"), small=True))
        self._snippets.clicked.connect(self._offer_snippets)
        self.printing = line.add(IconButton("printer", words.text("Print the summary"), small=True))
        self.printing.hide()
        self.snippets: Callable[[], Sequence[Snippet]] = tuple
        self._others = line.add(Button(words.text("Other drafts"), small=True, chevron=True))
        self._others.clicked.connect(self._offer_drafts)
        self.say_language(language)

    @property
    def manner(self) -> str:
        """formal, plain or friendly."""
        return self._style.key

    def say_language(self, language: str) -> None:
        """Name the language in which the draft really is."""
        self._said.set_text(self._words.text(LANGUAGES.get(language, LANGUAGES["en"])))

    def _style_chosen(self, style: str) -> None:
        self.changed.emit()

    def _offer_languages(self) -> None:
        self._menu([(self._words.text(name), ("language", key)) for key, name in LANGUAGES.items()], self._said)

    def _offer_drafts(self) -> None:
        self._open(DraftMenu(self._words, self), self._others)

    def _offer_snippets(self) -> None:
        self._open(SnippetMenu(self._words, self.snippets(), self), self._snippets)

    def _menu(self, entries: Sequence[tuple[str, tuple[str, str]]], under: QWidget) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, data in entries:
            menu.addAction(text).setData(data)
        self._open(menu, under)

    def _open(self, menu: QMenu, under: QWidget) -> None:
        menu.triggered.connect(self.take)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def take(self, action: QAction) -> None:
        """What was chosen in one of the menus."""
        what, key = action.data()
        if what == "snippet":
            self.snippet.emit(key)
        elif what == "open":
            self.editor.emit(key)
        else:
            setattr(self, "language" if what == "language" else "key", key)
            self.changed.emit()
