"""The window of an import: choose a file, look at what it holds, decide, take. Until *Take* nothing is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import Said
from app.facts.importing import ImportDone, ImportShown
from app.facts.visible import visible
from ui.dialogs.framed import Framed
from ui.dialogs.import_telegram.preview import Preview
from ui.dialogs.import_telegram.taking import HowFar, done_in_words, scan, take
from ui.running import Running, said
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice import Choice
from ui.widgets.drop_place import DropPlace
from ui.widgets.field import choice_field
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.journal.import_look import Look
    from ui.workbench import Workbench


class ImportTelegram(Framed):
    """Modal to the window while it is open; a reading that runs can be cancelled and leaves nothing."""

    def __init__(
        self,
        workbench: Workbench,
        client: int = 0,
        *,
        path: Path | None = None,
        parent: QWidget | None = None,
        **_: Any,
    ) -> None:
        words = workbench.words
        super().__init__(words.text("Import a chat"), parent, heading=words.text("Import a chat from Telegram"), gap=12)
        self._workbench = workbench
        self._look: Look | None = None
        self._path: Path | None = None
        self.shown: ImportShown | None = None
        body = self.page
        clients = [
            Choice(str(each.number), visible(each.name), "briefcase") for each in workbench.journal.clients.all()
        ]
        self.client = body.add(choice_field(words.text("Client"), clients, str(client) if client else ""))
        self.client.editor.chosen.connect(self._look_again)
        self.place = body.add(DropPlace(words.text("Drop the result.json of the export here")))
        self.place.dropped.connect(self.take_file)
        self.choose = self.place.add_button(Button(words.text("Choose a file"), small=True))
        self.choose.clicked.connect(self._choose)
        self.problem = body.add(NoticeLine(Notice("", NoticeKind.ERROR)))
        self.problem.hide()
        self.progress = body.add(HowFar(words))
        self.preview = body.add(Preview(words, workbench.zone))
        self.preview.changed.connect(self._show_again)
        body.add_space()
        self._fill_foot()
        self._looking, self._taking = Running(workbench, self), Running(workbench, self)
        for running, ended in ((self._looking, self._looked), (self._taking, self._taken)):
            running.progressed.connect(self.progress.show_done)
            running.ended.connect(ended)
        self.resize(theme().px(560), theme().px(640))
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Look at a file; nothing is written."""
        from app.journal.import_look import Look

        if path.suffix.lower() == ".zip":
            self.refuse(self._workbench.words.text("Unpack the archive first, then drop its result.json here."))
            return
        if not self.client.editor.key:
            self.refuse(self._workbench.words.text("There is no client yet. Add one first."))
            return
        self._path, self.shown = path, None
        self._look = Look(self._workbench.journal, int(self.client.editor.key), path)
        self.place.show_path(path)
        self.preview.forget()
        self.preview.hide()
        self._wait(self._workbench.words.text("Reading the file"))
        self._looking.start(partial(scan, self._look))

    def take(self) -> None:
        """Import what is shown, all or nothing."""
        if self._look is None or self.shown is None or not self.shown.decided:
            return
        self._wait(self._workbench.words.text("Taking the messages"))
        preview = self.preview
        chosen = (preview.chosen_chat, preview.chosen_me, preview.zone_name)
        self._taking.start(partial(take, self._look, *chosen))

    def refuse(self, sentence: str) -> None:
        """Say why it does not go on."""
        self.problem.set_notice(Notice(sentence, NoticeKind.ERROR))
        self.problem.show()

    def reject(self) -> None:
        """Stop what runs; a second time closes."""
        if self._looking.busy or self._taking.busy:
            self._looking.stop()
            self._taking.stop()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What runs is stopped with the window."""
        self._looking.stop()
        self._taking.stop()
        super().closeEvent(event)

    def _fill_foot(self) -> None:
        words, row = self._workbench.words, self.foot
        row.add(Text(words.text("Until you take it, nothing is written."), "caption", colour="text2", wrap=True), 1)
        self.cancel = row.add(Button(words.text("Cancel"), ButtonKind.GHOST))
        self.cancel.clicked.connect(self.reject)
        self.do = row.add(Button(words.text("Take the messages"), ButtonKind.PRIMARY, icon="import"))
        self.do.clicked.connect(self.take)
        self.do.refuse(words.text("Choose a file first."))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self._workbench.words.text("Telegram export (*.json)"), "*"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.take_file(Path(path))

    def _look_again(self) -> None:
        if self._path is not None:
            self.take_file(self._path)

    def _show_again(self) -> None:
        if self._look is not None:
            preview = self.preview
            chosen = (preview.chosen_chat, preview.chosen_me, preview.zone_name, preview.theirs.isChecked())
            self._workbench.do(partial(self._look.shown, *chosen), self._show, at=self)

    def _wait(self, text: str) -> None:
        self.problem.hide()
        self.do.refuse(text)
        self.progress.begin(text)

    def _looked(self, value: object) -> None:
        self.progress.hide()
        if isinstance(value, ImportShown):
            self._show(value)
        elif (refusal := said(value)) is not None:
            self._say(refusal)

    def _show(self, shown: ImportShown) -> None:
        words = self._workbench.words
        self.shown = shown
        self.preview.show_import(shown)
        if shown.decided:
            counted = words.plural("Take {n} message", "Take {n} messages", shown.messages)
            compared = words.plural("Compare {n} message", "Compare {n} messages", shown.messages)
            self.do.set_text(compared if self.preview.theirs.isChecked() else counted)
            self.do.allow()
        else:
            self.do.refuse(self.preview.open.accessibleName())

    def _taken(self, value: object) -> None:
        self.progress.hide()
        self.do.allow()
        if (refusal := said(value)) is not None:
            self._say(refusal)
        elif isinstance(value, ImportDone):
            self._workbench.say(done_in_words(self._workbench.words, value))
            self.accept()
        else:
            self.refuse(self._workbench.words.text("Cancelled. Nothing was written."))

    def _say(self, refusal: Said) -> None:
        self.refuse(self._workbench.words.of(refusal))
