"""How an edit request is left: what was typed is kept, Escape asks once, a form taken back comes again (6.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from ui.dialogs.keeping import Editors, Keeping
from ui.widgets.notice import Notice, NoticeLine

if TYPE_CHECKING:
    from ui.dialogs.edit.facts_pane import FactsPane
    from ui.dialogs.edit.form import EditForm


class Leaving(QObject):
    """Of one form; its line stands over the facts."""

    def __init__(self, form: EditForm, client: int, *, given: bool) -> None:
        super().__init__(form)
        self._form = form
        self._line: NoticeLine | None = None
        self.keeping = Keeping(form.workbench, form, self, f"edit/{client}", _fields(form.facts), given=given)

    def remark(self, notice: Notice, then: Callable[[], object]) -> None:
        """Say one line over the facts; it replaces the last one."""
        self._hush()
        self._line = NoticeLine(notice)
        self._line.step_taken.connect(self._hush)
        self._line.step_taken.connect(then)
        self._form.facts.lines.insertWidget(1, self._line)
        self._line.announce()

    def leave(self) -> None:
        """Close without recording; what was typed waits."""
        self.keeping.left()
        QDialog.reject(self._form)

    def _hush(self) -> None:
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
            self._line = None


def _fields(facts: FactsPane) -> Editors:
    asker, received = facts.asker, facts.received
    return {
        "text": facts.text, "examples": facts.examples, "other": asker.other, "who": asker.who, "name": asker.name,
        "channel": facts.channel, "day": received.day, "time": received.time, "size": facts.size_of,
        "outside": facts.outside, "paid": facts.paid,
    }  # fmt: skip
