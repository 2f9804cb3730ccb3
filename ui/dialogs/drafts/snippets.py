"""The owner's snippets: the list, and name, language, tags, text and files of one; kept beside the drafts (3.3)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from app.papers.draft_files import snippet_folder
from app.papers.snippets import Snippet, drop_snippet, keep_snippet, snippets_in, take_attachment
from ui.dialogs.drafts.attached import Attached
from ui.dialogs.drafts.languages import language_choices
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, line_field
from ui.widgets.inputs import TextInput
from ui.widgets.table import Table, TableCell, TableColumn, TableRow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

LIST_WIDE = 320
NEW = ""


class Host(Protocol):
    """The window around it."""

    def refuse(self, sentence: str) -> None:
        """Say why nothing was saved."""

    def say(self, sentence: str) -> None:
        """Say what was done."""


class SnippetsPane(Row):
    """One snippet at a time; a name that is changed renames it."""

    def __init__(self, workbench: Workbench, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(gap=20, parent=parent)
        self._workbench, self._host = workbench, host
        self._folder = snippet_folder(workbench.journal.path)
        self._shown = Snippet(name="", language=workbench.language, text="")
        self._typed: dict[str, Snippet] = {}
        self._build_list()
        self._build_fields()
        self._show(self._shown)
        self._list_again()
        found = snippets_in(self._folder)
        self.choose(found[0].name if found else NEW)

    def choose(self, name: str) -> None:
        """Show a snippet by its name, or an empty one; what was typed before stays, and comes back with its name."""
        self._remember()
        found = (each for each in snippets_in(self._folder) if each.name == name)
        empty = Snippet(name="", language=self._workbench.language, text="")
        self._shown = next(found, empty)
        self._show(self._typed.get(self._shown.name, self._shown))
        self.table.choose(self._shown.name)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The names of snippets that were changed and not saved; a new one has none."""
        self._remember()
        return tuple(self._typed)

    def keep_all(self) -> bool:
        """Save everything that was typed; stands at the first that could not be saved."""
        for name in self.unsaved:
            self.choose(name)
            if not self.keep():
                return False
        return True

    def forget(self) -> None:
        """Give up what was typed."""
        self._show(self._shown)
        self._typed.clear()

    def keep(self) -> bool:
        """Save the snippet that is shown."""
        words, made = self._workbench.words, self._as_typed()
        if not made.text.strip():
            self.text.set_error(words.text("A snippet needs a text."))
            self.text.editor.setFocus()
            return False
        if not self._workbench.do(partial(self._keep, made), at=self._host):
            return False
        self._typed.pop(self._shown.name, None)
        self._shown = made
        self._host.say(words.text("Saved. The composer offers it under «Insert a snippet»."))
        self._list_again()
        self.choose(made.name)
        return True

    def _build_list(self) -> None:
        words = self._workbench.words
        side = self.add(Column(gap=8))
        side.setFixedWidth(theme().px(LIST_WIDE if theme().scale < 1.5 else 200))
        columns = [TableColumn(words.text("Name"), stretch=1), TableColumn(words.text("Language"), right=True)]
        self.table = side.add(Table(columns, words.text("Snippets")), 1)
        self.table.horizontalHeader().hide()
        self.table.pointed.connect(self._pointed)
        self.none = side.add(Text("", "small", colour="text2", wrap=True))
        self.none.setText(words.text("No snippet yet. Keep here what you explain again and again, step by step."))
        self.new = side.add(Button(words.text("New snippet"), icon="plus"))
        self.new.clicked.connect(self._new)

    def _build_fields(self) -> None:
        words = self._workbench.words
        page = Column(gap=10)
        self.add(Scroll(page), 1)
        self.name = page.add(line_field(words.text("Name"), placeholder=words.text("How to top up the budget")))
        line = page.add(Row(gap=12))
        every = Choice("", words.text("Every language"))
        self.language = line.add(choice_field(words.text("Language"), [*language_choices(self._workbench), every]), 1)
        self.tags = line.add(line_field(words.text("Tags"), hint=words.text("separated by commas")), 1)
        self.text = page.add(Field(words.text("Text"), TextInput(lines=12)))
        page.add(Text(words.text("Files"), "small", weight=500, colour="text2"))
        self.attached = page.add(Attached(words))
        self.attached.added.connect(self._attach)
        line = page.add(Row(gap=8))
        said = words.text("Files are recorded with the message when you mark it as sent. You attach them yourself.")
        line.add(Text(said, "caption", colour="text2", wrap=True), 1)
        self.drop = line.add(Button(words.text("Remove the snippet"), ButtonKind.GHOST, icon="x", small=True))
        self.drop.clicked.connect(self._drop)
        page.add_space()

    def _as_typed(self) -> Snippet:
        tags = (tag.strip() for tag in self.tags.editor.text().split(","))
        return Snippet(
            name=self.name.editor.text().strip(),
            language=self.language.editor.key,
            text=self.text.editor.toPlainText().strip("\n"),
            tags=tuple(tag for tag in tags if tag),
            attachments=self.attached.names,
        )

    def _keep(self, made: Snippet) -> None:
        keep_snippet(self._folder, made)
        if self._shown.name and self._shown.name != made.name:
            drop_snippet(self._folder, self._shown.name)

    def _remember(self) -> None:
        typed = self._as_typed()
        self._typed.pop(self._shown.name, None)
        if typed != self._shown:
            self._typed[self._shown.name] = typed

    def _show(self, snippet: Snippet) -> None:
        self.name.editor.setText(snippet.name)
        self.language.editor.choose(snippet.language)
        self.tags.editor.setText(", ".join(snippet.tags))
        self.text.editor.setPlainText(snippet.text)
        self.text.set_error(None)
        self.attached.show_names(snippet.attachments)
        self.drop.setVisible(bool(self._shown.name))

    def _list_again(self) -> None:
        found = snippets_in(self._folder)
        self.table.blockSignals(True)
        self.table.set_rows([TableRow(each.name, _cells(each)) for each in found])
        self.table.blockSignals(False)
        self.table.setVisible(bool(found))
        self.none.setVisible(not found)

    def _new(self) -> None:
        self.table.clearSelection()
        self.choose(NEW)
        self.name.editor.setFocus()

    def _pointed(self, name: str) -> None:
        self.choose(name)

    def _attach(self, path: str) -> None:
        self._workbench.do(partial(take_attachment, self._folder, Path(path)), self._attached, at=self._host)

    def _attached(self, name: str) -> None:
        self.attached.show_names([*self.attached.names, name])

    def _drop(self) -> None:
        if self._workbench.do(partial(drop_snippet, self._folder, self._shown.name), at=self._host):
            self.forget()
            self._list_again()
            self.choose(NEW)


def _cells(snippet: Snippet) -> tuple[TableCell, ...]:
    tags = ", ".join(snippet.tags)
    return TableCell(snippet.name, tooltip=tags or snippet.name), TableCell(snippet.language, "text2")
