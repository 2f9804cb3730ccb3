"""A form that loses nothing: what was typed is kept beside the journal, and Escape asks once before it leaves (6.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from ui.dialogs.keeping import Editors, Keeping
from ui.dialogs.plain_dialog import PlainDialog
from ui.widgets.notice import Notice, NoticeLine

if TYPE_CHECKING:
    from ui.workbench import Workbench


class KeptForm(PlainDialog):
    """Heirs build their fields, then call `keep`. A form that was left is taken up again when it is opened anew."""

    def __init__(self, workbench: Workbench, title: str, parent: QWidget | None, *, width: int = 560) -> None:
        super().__init__(workbench, title, parent, width=width)
        self._keeping: Keeping | None = None
        self._said_line: NoticeLine | None = None

    def keep(self, name: str, fields: Editors, *, given: bool = False) -> None:
        """Watch these fields under a name of their own, and take up what was left in them.

        `given`: the form was opened with words of its own, which stay; what was left waits on.
        """
        self._keeping = Keeping(self.workbench, self, self, name, fields, given=given)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return self._keeping.typed if self._keeping is not None else {}

    @property
    def is_filled(self) -> bool:
        """Something was typed that is not recorded."""
        return self._keeping is not None and self._keeping.is_filled

    def accept(self) -> None:
        """It is recorded: nothing has to be kept."""
        if self._keeping is not None:
            self._keeping.done()
        super().accept()

    def reject(self) -> None:
        """Escape: a filled form asks once, and keeps what was typed."""
        if self._keeping is None or self._keeping.may_leave():
            self.leave()

    def leave(self) -> None:
        """Close without recording; what was typed waits for the next time."""
        if self._keeping is not None:
            self._keeping.left()
        QDialog.reject(self)

    def again(self) -> Callable[[], object] | None:
        """What brings the form back when its entries are taken back (1.3b)."""
        return self._keeping.again() if self._keeping is not None else None

    def start_anew(self) -> None:
        """Empty the fields again, and forget what was kept."""
        if self._keeping is not None:
            self._keeping.start_anew()
        self._hush()

    def remark(self, notice: Notice, then: Callable[[], object]) -> None:
        """Say one line over the fields; it replaces the last one."""
        self._hush()
        self._said_line = NoticeLine(notice)
        self._said_line.step_taken.connect(self._hush)
        self._said_line.step_taken.connect(then)
        self.body.lines.insertWidget(1, self._said_line)
        self._said_line.announce()
        self.fit()

    def _hush(self) -> None:
        if self._said_line is not None:
            self._said_line.hide()
            self._said_line.deleteLater()
            self._said_line = None
