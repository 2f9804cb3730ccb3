"""The editor of one draft: language and style, the text, chips to insert, what it becomes, save or go back (3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.papers.draft_titles import STYLES, TITLES
from app.papers.placeholders import placeholders_of, unknown_in
from ui.dialogs.compose.phrases import STYLE_NAMES
from ui.dialogs.drafts.chips import PlaceholderChips
from ui.dialogs.drafts.languages import language_choices
from ui.dialogs.drafts.place import Place, Shelf
from ui.dialogs.drafts.preview import Preview
from ui.widgets.boxes import Column, Row
from ui.widgets.chip import Chip, ChipKind
from ui.widgets.choice import ChoiceInput
from ui.widgets.flow import Flow
from ui.widgets.inputs import TextInput
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

PAUSE_MS = 150
LINES = 8


class DraftPane(Column):
    """`changed` when a text was typed or another draft is shown."""

    changed = Signal()

    def __init__(
        self, workbench: Workbench, shelf: Shelf, at: Place, client: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(gap=8, parent=parent)
        self._workbench, self._shelf, self.at = workbench, shelf, at
        words = workbench.words
        head = self.add(Row(gap=8))
        self.title = head.add(Text("", "heading", wrap=True), 1)
        self.whose = head.add(Chip("", ChipKind.NEUTRAL))
        line = self.add(Flow(gap=8, line_gap=6))
        self.language = line.add(ChoiceInput(language_choices(workbench), at.language, icon="languages"))
        self.language.setAccessibleName(words.text("Language"))
        self.language.chosen.connect(self._language_chosen)
        styles = [Segment(each, words.text(STYLE_NAMES[each])) for each in STYLES]
        self.style_of = line.add(Segmented(styles, at.style, name=words.text("Style")))
        self.style_of.changed.connect(self._style_chosen)
        self.field = self.add(TextInput(lines=LINES), 3)
        self.field.setAccessibleName(words.text("Text of the draft"))
        self.field.textChanged.connect(self._typed)
        said = words.text("A line that begins with «? » is left out when its value is missing. Other gaps are amber.")
        self.add(Text(said, "caption", colour="text2", wrap=True))
        self.problem = self.add(Text("", "small", colour="late", wrap=True))
        self.chips = self.add(PlaceholderChips(words))
        self.chips.wanted.connect(self.insert)
        self.preview = self.add(Preview(workbench, client), 4)
        self.preview.changed.connect(self._look)
        self._filling = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MS)
        self._later.timeout.connect(self._look)
        self.show_place(at)

    def show_place(self, at: Place) -> None:
        """Show another draft, as it was typed or saved."""
        self.at = at
        self._filling = True
        self.field.setPlainText(self._shelf.text(at))
        self._filling = False
        self.title.setText(self._workbench.words.text(TITLES[at.key]))
        self.chips.show_names(placeholders_of(self._shelf.shipped(at)))
        self._look()
        self.changed.emit()

    def insert(self, placeholder: str) -> None:
        """Put a placeholder where the cursor is."""
        self.field.insertPlainText(placeholder)
        self.field.setFocus()

    def settle(self) -> None:
        """Show at once what is typed."""
        self._later.stop()
        self._look()

    def _typed(self) -> None:
        if not self._filling:
            self._shelf.type(self.at, self.field.toPlainText())
            self._later.start()
            self._say_whose()
            self.changed.emit()

    def _look(self) -> None:
        """What it becomes, whose it is, and what nobody knows in it."""
        words, text = self._workbench.words, self.field.toPlainText()
        unknown = ["{" + name + "}" for name in unknown_in(text)]
        self.problem.setVisible(bool(unknown))
        said = words.plural(
            "{names} stands for nothing and would stay a gap. Choose a value below.",
            "{names} stand for nothing and would stay gaps. Choose values below.",
            len(unknown),
            names=words.list_of(unknown),
        )
        self.problem.setText(said)
        self._say_whose()
        self.preview.show_text(text, self._shelf.subject(self.at), self.at)

    def _say_whose(self) -> None:
        words = self._workbench.words
        if self.at in self._shelf.unsaved:
            self.whose.set_chip(words.text("Not saved"), ChipKind.TODAY)
        elif self._shelf.is_mine(self.at):
            self.whose.set_chip(words.text("Your version"), ChipKind.ACCENT)
        else:
            self.whose.set_chip(words.text("Shipped version"), ChipKind.NEUTRAL)

    def _language_chosen(self, language: str) -> None:
        self.show_place(self.at._replace(language=language))

    def _style_chosen(self, style: str) -> None:
        self.show_place(self.at._replace(style=style))
