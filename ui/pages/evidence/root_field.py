"""The root that the reader trusts for time stamps: the reader's own choice, never out of what is checked (4.4)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.errors import Said
from app.words import Words
from ui.attempt import attempt
from ui.widgets.field import Field
from ui.widgets.file_field import FileInput


class RootField(Field[FileInput]):
    """A PEM file, or nothing."""

    def __init__(self, words: Words, path: str = "", parent: QWidget | None = None) -> None:
        editor = FileInput(
            words.text("Choose"),
            path=path,
            placeholder=words.text("root.pem"),
            filter_=words.text("Certificates (*.pem *.crt)"),
        )
        super().__init__(
            words.text("The root you trust"), editor, hint=words.text("from the authority itself"), parent=parent
        )
        self._words = words
        editor.changed.connect(self.is_sound)

    @property
    def path(self) -> Path | None:
        """The file; None where no root was chosen."""
        return self.editor.path

    def is_sound(self) -> bool:
        """Whether the file holds a certificate, or none was chosen; what is wrong stands under the field."""
        found = attempt(partial(_look_at, self.path))
        self.set_error(self._words.of(found) if isinstance(found, Said) else None)
        return not isinstance(found, Said)


def _look_at(root: Path | None) -> None:
    from app.journal.stamps import look_at_root

    look_at_root(root)
