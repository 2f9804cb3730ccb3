"""About Ashore: its version, what it stands on, where the journal lies, the licences; to be copied into a report."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app import __version__
from ui.dialogs.plain_dialog import PlainDialog
from ui.mark import Mark
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

MARK = 40


class AboutDialog(PlainDialog):
    """Lines of a name and a value; `text` is all of them."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        name = words.text("Ashore {version}", version=__version__)
        super().__init__(workbench, words.text("About Ashore"), parent, width=520)
        self.title.hide()
        head = self.body.add(Row(gap=14))
        head.add(Mark(MARK))
        head.add(Text(name, "title"), 1)
        said = words.text("A communication journal for freelancers. Everything stays on this computer.")
        self.body.add(Text(said, "small", colour="text2", wrap=True))
        lines = _lines(workbench)
        self.text = "\n".join((name, *(f"{name}: {value}" for name, value in lines)))
        self._show(lines)
        said = words.text(
            "Free software under the GNU General Public License, version 3 or later. Fonts: Inter and JetBrains Mono,"
            " SIL Open Font License. Icons: Lucide, ISC licence."
        )
        self.body.add(Text(said, "caption", colour="text2", wrap=True))
        self.body.add_space()
        self.copying = self.foot.add(Button(words.text("Copy"), ButtonKind.GHOST, icon="copy"))
        self.copying.clicked.connect(self.copy)
        self.add_foot(words.text("Close"))
        self.fit()

    def _show(self, lines: list[tuple[str, str]]) -> None:
        """Names as wide as the longest, values beside them."""
        held = self.body.add(Column(gap=5))
        names = []
        for title, value in lines:
            line = held.add(Row(gap=14))
            names.append(line.add(Text(title, "small", colour="text2"), align=Qt.AlignmentFlag.AlignTop))
            line.add(Text(value, "small", wrap=True, selectable=True), 1)
        wide = max(name.sizeHint().width() for name in names)
        for name in names:
            name.setFixedWidth(wide)

    def copy(self) -> None:
        """Put the lines on the clipboard, for whoever is asked for help."""
        QGuiApplication.clipboard().setText(self.text)


def _lines(workbench: Workbench) -> list[tuple[str, str]]:
    from app.journal.about import about

    words, found = workbench.words, about(workbench.journal)
    sealed = words.text("with encryption") if found.encrypts else words.text("without encryption")
    return [
        (words.text("Journal"), str(found.path)),
        (words.text("Entries"), words.number(found.entries)),
        (words.text("Log"), found.log_id),
        ("SQLite", f"{found.sqlite}, {sealed}"),
        ("Qt", qVersion()),
        ("Python", platform.python_version()),
        (words.text("System"), platform.platform(terse=True)),
    ]
