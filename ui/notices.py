"""The foot of the window: one line that stays until it is dismissed or replaced, with its next step (6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column

if TYPE_CHECKING:
    from ui.widgets.notice import Notice, NoticeLine
    from ui.workbench import Told


class Notices(Column):
    """At most one notice; `tell` replaces it and announces it to screen readers."""

    def __init__(self, dismiss_name: str, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 6, 20, 12), parent=parent)
        self._dismiss_name = dismiss_name
        self._line: NoticeLine | None = None
        self._told: Told | None = None
        self.hide()

    @property
    def shown(self) -> Notice | None:
        """What is said now."""
        return self._told.notice if self._told is not None and not self.isHidden() else None

    def say_words(self, dismiss_name: str) -> None:
        """Take the name of the × in another language, from the next notice on."""
        self._dismiss_name = dismiss_name

    def tell(self, told: Told) -> None:
        """Say something else."""
        from ui.motion import slide_in
        from ui.widgets.notice import NoticeLine

        self._told = told
        self.clear()
        self._line = self.add(NoticeLine(told.notice, dismiss_name=self._dismiss_name))
        self._line.step_taken.connect(self.take_step)
        self._line.undone.connect(self.undo)
        self._line.dismissed.connect(self.hide)
        self.show()
        if (layout := self.layout()) is not None:
            layout.activate()
        slide_in(self._line)
        self._line.announce()

    def take_step(self) -> None:
        """Do what the button says; the line has served."""
        told = self._told
        self.hide()
        if told is not None and told.next is not None:
            told.next()

    def undo(self) -> None:
        """Take back what the line tells of."""
        told = self._told
        self.hide()
        if told is not None and told.undo is not None:
            told.undo()
