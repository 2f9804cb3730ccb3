"""What the buttons of the time stamps do: requests saved, replies taken in, requests sent (6.9, 4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from app.errors import Said
from app.facts.stamps import StampQueue, TakenIn
from ui.pages.evidence.stamp_words import sent_in_words, taken_in_words
from ui.pages.evidence.stamps_card import StampsCard
from ui.stamp_sending import hosts_of, root_of, sending_of
from ui.widgets.notice import NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench


class Stamping(QObject):
    """Stands behind the card."""

    def __init__(self, workbench: Workbench, card: StampsCard) -> None:
        super().__init__(card)
        self._workbench, self._card = workbench, card
        self.dialog: QFileDialog | None = None
        self._sending = sending_of(workbench)
        card.saving.connect(self.ask_folder)
        card.taking.connect(self.ask_replies)
        card.sending.connect(self._sending.send)
        card.more.connect(self._show_all)
        self._sending.began.connect(self._began)
        self._sending.ended.connect(self._ended)

    def refresh(self) -> None:
        """Read the queue anew, beside the window."""
        settings = self._workbench.settings
        self._workbench.ask(self._workbench.journal.stamps.queue, self._show)
        self._card.show_network(on=settings.stamps_by_network, hosts=hosts_of(settings))
        if self._sending.busy:
            self._card.show_sending(True)

    def ask_folder(self) -> None:
        """Where the request files are to lie; a request for the journal as it stands is among them."""
        self.dialog = self._ask(self._workbench.words.text("Save requests"), QFileDialog.FileMode.Directory)
        self.dialog.fileSelected.connect(self.save_to)
        self.dialog.open()

    def save_to(self, folder: str) -> None:
        """Queue a request where something new was recorded, and write all that wait."""
        self._workbench.do(partial(self._save, Path(folder)), self._saved)

    def ask_replies(self) -> None:
        """Which replies to take in; several at once, in any order."""
        words = self._workbench.words
        self.dialog = self._ask(words.text("Take in replies"), QFileDialog.FileMode.ExistingFiles)
        self.dialog.setNameFilters([words.text("Replies of authorities (*.tsr)"), words.text("All files (*)")])
        self.dialog.filesSelected.connect(self.take)
        self.dialog.open()

    def take(self, paths: Sequence[str]) -> None:
        """Take them in, each for itself."""
        stamps, root = self._workbench.journal.stamps, root_of(self._workbench.settings)
        self._workbench.do(partial(stamps.take, [Path(path) for path in paths], root), self._say_taken)

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._card, title, self._workbench.settings.paper_folder)
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _save(self, folder: Path) -> tuple[Path, ...]:
        self._workbench.journal.stamps.request()
        return self._workbench.journal.stamps.save(folder)

    def _saved(self, paths: Sequence[Path]) -> None:
        words = self._workbench.words
        if paths:
            said = words.plural(
                "{n} request is saved in {folder}. Send it to an authority, and take in its reply.",
                "{n} requests are saved in {folder}. Send them to an authority, and take in the replies.",
                len(paths),
                folder=str(paths[0].parent),
            )
        else:
            said, _ = sent_in_words(words, ())
        self._workbench.say(said)
        self.refresh()

    def _began(self) -> None:
        self._card.show_sending(True)

    def _ended(self, value: Sequence[TakenIn] | Said) -> None:
        self._card.show_sending(False)
        self._say(*sent_in_words(self._workbench.words, value))

    def _say_taken(self, taken: Sequence[TakenIn]) -> None:
        self._say(*taken_in_words(self._workbench.words, taken))

    def _say(self, text: str, kind: NoticeKind) -> None:
        self._workbench.say(text, kind)
        self.refresh()

    def _show(self, queue: StampQueue) -> None:
        self._card.show_queue(queue)

    def _show_all(self) -> None:
        dialog = self._workbench.open("stamps")
        if dialog is not None:
            dialog.destroyed.connect(self.refresh)
