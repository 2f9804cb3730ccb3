"""A form that loses nothing: what was typed is kept beside the journal, and Escape asks once before it leaves (6.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from app.unsent import forget_unsent, keep_unsent_as, unsent_as
from ui.dialogs.plain_dialog import PlainDialog
from ui.dialogs.typed_values import Typed, put, typed_in, when_changed
from ui.widgets.field import Field
from ui.widgets.notice import Notice, NoticeKind, NoticeLine

if TYPE_CHECKING:
    from ui.workbench import Workbench

PAUSE_MS = 400
"""So long after the last key what was typed is kept."""


class KeptForm(PlainDialog):
    """Heirs build their fields, then call `keep`. A form that was left is taken up again when it is opened anew."""

    def __init__(self, workbench: Workbench, title: str, parent: QWidget | None, *, width: int = 560) -> None:
        super().__init__(workbench, title, parent, width=width)
        self._name = ""
        self._fields: Mapping[str, Field[Any] | QCheckBox] = {}
        self._clean: dict[str, str] = {}
        self._asked = self._done = False
        self._remark: NoticeLine | None = None
        self._keeping = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._keeping.timeout.connect(self._keep)

    def keep(self, name: str, fields: Mapping[str, Field[Any] | QCheckBox]) -> None:
        """Watch these fields under a name of their own, and take up what was left in them."""
        self._name = f"{self.workbench.journal.log_id}/{name}"
        self._fields = fields
        self._clean = self.typed
        self._take_up()
        for each in fields.values():
            when_changed(_editor(each), self._changed)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return {key: typed_in(_editor(each)) for key, each in self._fields.items()}

    @property
    def is_filled(self) -> bool:
        """Something was typed that is not recorded."""
        return not self._done and self.typed != self._clean

    def accept(self) -> None:
        """It is recorded: nothing has to be kept."""
        self._done = True
        self._keeping.stop()
        if self._name:
            forget_unsent(self._name)
        super().accept()

    def reject(self) -> None:
        """Escape: a filled form asks once, and keeps what was typed."""
        if self.is_filled and not self._asked:
            self._asked = True
            words = self.workbench.words
            said = words.text("Nothing of this is recorded yet. Escape once more leaves; the words are kept.")
            self._say(Notice(said, NoticeKind.WARNING, words.text("Leave")), self.leave)
            return
        self.leave()

    def leave(self) -> None:
        """Close without recording; what was typed waits for the next time."""
        self._keep()
        self._keeping.stop()
        QDialog.reject(self)

    def start_anew(self) -> None:
        """Empty the fields again, and forget what was kept."""
        for key, text in self._clean.items():
            put(_editor(self._fields[key]), text)
        forget_unsent(self._name)
        self._hush()

    def _take_up(self) -> None:
        kept = unsent_as(self._name, dict[str, str]) or {}
        found = {key: text for key, text in kept.items() if key in self._fields}
        for key, text in found.items():
            put(_editor(self._fields[key]), text)
        if found:
            words = self.workbench.words
            notice = Notice(words.text("This is what you left here. It is not recorded yet."),
                            step=words.text("Start anew"))  # fmt: skip
            self._say(notice, self.start_anew)

    def _changed(self) -> None:
        self._asked = False
        for each in self._fields.values():
            if isinstance(each, Field) and each.editor is self.sender() and each.error:
                each.set_error(None)
        self._keeping.start()

    def _keep(self) -> None:
        """Keep what differs from the empty form."""
        if not self._name or self._done:
            return
        changed = {key: text for key, text in self.typed.items() if text != self._clean[key]}
        if changed:
            keep_unsent_as(self._name, changed)
        else:
            forget_unsent(self._name)

    def _say(self, notice: Notice, step: Typed) -> None:
        self._hush()
        self._remark = NoticeLine(notice)
        self._remark.step_taken.connect(step)
        self.body.lines.insertWidget(1, self._remark)
        self._remark.announce()
        self.fit()

    def _hush(self) -> None:
        if self._remark is not None:
            self._remark.hide()
            self._remark.deleteLater()
            self._remark = None


def _editor(each: Field[Any] | QCheckBox) -> QWidget:
    return each if isinstance(each, QCheckBox) else each.editor
