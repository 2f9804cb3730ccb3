"""A call that did not take place: by whom it was missed, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.dialogs.kept_form import KeptForm
from ui.widgets.field import line_field
from ui.widgets.text import Text
from ui.widgets.tick import RadioButton

if TYPE_CHECKING:
    from ui.workbench import Workbench


class Missed(KeptForm):
    """Writes call.missed; `then` is called when it was kept."""

    def __init__(
        self,
        workbench: Workbench,
        client: int,
        *,
        call: int,
        at: datetime | None,
        name: str,
        then: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("The call did not take place"), parent, width=420)
        self._client, self._call, self._at, self._then = client, call, at, then
        self.body.add(Text(words.text("Who missed it?"), "small", weight=500, colour="text2"))
        self.theirs = self.body.add(RadioButton(name, checked=True))
        self.mine = self.body.add(RadioButton(words.text("Me")))
        self._group = QButtonGroup(self)
        self._group.addButton(self.theirs)
        self._group.addButton(self.mine)
        self.reason = self.body.add(line_field(words.text("Reason"), hint=words.text("optional")))
        self.body.add_space()
        self.add_foot(words.text("Save as missed"), cancel=words.text("Cancel"))
        self.keep(f"missed/{client}/{call}", {"mine": self.mine, "reason": self.reason})
        self.fit()

    def save(self) -> None:
        """Write the entry."""
        calls, client, call, at = self.workbench.journal.calls, self._client, self._call or None, self._at
        by, reason = "me" if self.mine.isChecked() else "client", self.reason.editor.text().strip()

        def verb() -> int:
            return calls.miss(client, by, call=call, reason=reason, at=at)

        if self.workbench.do(verb, self._kept, at=self):
            self.accept()
            self._then()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was written."""
        self.reason.set_error(sentence)

    def _kept(self, seq: int) -> None:
        self.workbench.say(self.workbench.words.text("Saved as entry {number}.", number=seq))
