"""Examples of an edit: files dropped or chosen, links; each a chip that can be taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.words import Words
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.chip_button import ChipButton
from ui.widgets.flow import Flow
from ui.widgets.inputs import LineInput
from ui.widgets.text import Text

KILO = 1024


class Examples(Column):
    """`files` and `links` in the order in which they came."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._words = words
        self.files: list[Path] = []
        self.links: list[str] = []
        head = self.add(Row(gap=8))
        head.add(Text(words.text("Example"), "small", weight=500, colour="text2"))
        head.add_space()
        head.add(Text(words.text("optional"), "caption", colour="text3"))
        self.chips = self.add(Flow(gap=8, line_gap=6))
        self.link = self.add(LineInput(placeholder=words.text("https://… then Enter")))
        self.link.setAccessibleName(words.text("A link to an example"))
        self.link.hide()
        self.link.returnPressed.connect(self._take_link)
        self._show()

    @property
    def kept_text(self) -> str:
        """Files and links, one in a line, as a form keeps them while it is not recorded."""
        return "\n".join([*(f"file {path}" for path in self.files), *(f"link {link}" for link in self.links)])

    def put_kept(self, text: str) -> None:
        """Take what was kept; a file that is gone is left out."""
        lines = [line.partition(" ") for line in text.splitlines()]
        self.files = [Path(rest) for sort, _, rest in lines if sort == "file" and Path(rest).is_file()]
        self.links = [rest for sort, _, rest in lines if sort == "link"]
        self._show()
        self.changed.emit()

    def take(self, mime: QMimeData) -> bool:
        """Files and links that were dropped on the dialog."""
        found = False
        for url in mime.urls():
            if url.isLocalFile() and Path(url.toLocalFile()).is_file():
                self.files.append(Path(url.toLocalFile()))
                found = True
            elif url.scheme() in ("http", "https"):
                self.links.append(url.toString())
                found = True
        if found:
            self._show()
            self.changed.emit()
        return found

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files that were dropped or pasted on the text."""
        self.files += [path for path in paths if path.is_file()]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words = self._words
        self.chips.clear()
        for path in self.files:
            chip = ChipButton(_named(words, path), "outline", icon="paperclip", removable=True, tooltip=str(path))
            chip.setProperty("file", str(path))
            chip.removed.connect(self._remove)
            self.chips.add(chip)
        for link in self.links:
            chip = ChipButton(_short(link), "outline", icon="link", removable=True, tooltip=link)
            chip.setProperty("link", link)
            chip.removed.connect(self._remove)
            self.chips.add(chip)
        empty = not self.files and not self.links
        text = words.text("Add a file or a link") if empty else words.text("Add")
        add = Button(text, ButtonKind.PLAIN if empty else ButtonKind.GHOST, icon="plus", small=True)
        add.clicked.connect(self._offer)
        self._add = self.chips.add(add)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for key, text in (("file", self._words.text("A file…")), ("link", self._words.text("A link"))):
            action = QAction(text, menu)
            action.setData(key)
            menu.addAction(action)
        menu.triggered.connect(self._chosen)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _chosen(self, action: QAction) -> None:
        if action.data() == "link":
            self.link.show()
            self.link.setFocus()
            return
        dialog = QFileDialog(self, self._words.text("Choose an example"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._files_chosen)
        dialog.open()

    def _files_chosen(self, names: list[str]) -> None:
        self.files += [Path(name) for name in names]
        self._show()
        self.changed.emit()

    def _take_link(self) -> None:
        link = self.link.text().strip()
        if link:
            self.links.append(link if "://" in link else f"https://{link}")
        self.link.clear()
        self.link.hide()
        self._show()
        self._add.setFocus()
        self.changed.emit()

    def _remove(self) -> None:
        chip = self.sender()
        if not isinstance(chip, ChipButton):
            return
        file, link = chip.property("file"), chip.property("link")
        self.files = [path for path in self.files if str(path) != file]
        self.links = [each for each in self.links if each != link]
        self._show()
        self._add.setFocus()
        self.changed.emit()


def _named(words: Words, path: Path) -> str:
    """ "tarifas-2027.pdf, 184 KB"."""
    try:
        size = max(1, round(path.stat().st_size / KILO))
    except OSError:
        return path.name
    return words.text("{name}, {size} KB", name=path.name, size=words.number(size))


def _short(link: str) -> str:
    return link.partition("://")[2].removesuffix("/")[:60] or link
