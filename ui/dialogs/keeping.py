"""What is typed into a form is kept beside the journal while it is typed, and offered when it is opened anew (30)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.unsent import forget_unsent, keep_unsent_as, slots, unsent_as
from app.words import Words
from ui.dialogs.typed_values import put, typed_in, when_changed
from ui.widgets.field import Field
from ui.widgets.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench

PAUSE_MS = 1000
"""So long after the first key what was typed is kept: never later than two seconds."""

Editors = Mapping[str, Field[Any] | QWidget]
Kept = dict[str, str]


class Saying(Protocol):
    """A form that says one line over its fields."""

    def remark(self, notice: Notice, then: Callable[[], object]) -> None:
        """Say it; `then` is what its button does."""

    def leave(self) -> None:
        """Close without recording."""


class Keeping(QObject):
    """Watches the fields of one form. `given` says that the form came with words of its own: those stay in front."""

    def __init__(
        self, workbench: Workbench, form: QObject, saying: Saying, name: str, fields: Editors, *, given: bool = False
    ) -> None:
        super().__init__(form)
        self._workbench, self._form, self._saying = workbench, form, saying
        self._fields = {key: _editor(each) for key, each in fields.items()}
        self._labelled = [each for each in fields.values() if isinstance(each, Field)]
        self._asked = self._done = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.keep)
        self._clean = self.typed
        self._first = f"{workbench.journal.log_id}/{name}"
        self._name = _free_slot(self._first) if given else _filled_slot(self._first)
        if not given:
            self._take_up()
        for editor in self._fields.values():
            when_changed(editor, self._changed)
        QCoreApplication.instance().aboutToQuit.connect(self.keep)  # type: ignore[union-attr]

    @property
    def typed(self) -> Kept:
        """What stands in the fields."""
        return {key: typed_in(editor) for key, editor in self._fields.items()}

    @property
    def is_filled(self) -> bool:
        """Something was typed that is not recorded."""
        return not self._done and self.typed != self._clean

    def may_leave(self) -> bool:
        """Escape: a filled form asks once, and keeps what was typed."""
        if not self.is_filled or self._asked:
            return True
        self._asked = True
        self._saying.remark(nothing_recorded(self._workbench.words), self._saying.leave)
        return False

    def left(self) -> None:
        """The form goes; what was typed waits for the next time."""
        self.keep()
        self._timer.stop()

    def done(self) -> None:
        """It is recorded: nothing has to be kept."""
        self._done = True
        self._timer.stop()
        forget_unsent(self._name)

    def keep(self) -> None:
        """Keep what differs from the empty form."""
        if self._done:
            return
        changed = {key: text for key, text in self.typed.items() if text != self._clean[key]}
        if changed:
            keep_unsent_as(self._name, changed)
        else:
            forget_unsent(self._name)

    def again(self) -> Callable[[], object]:
        """What brings the form back with everything that stands in it now, whenever it is called."""
        name, typed, opening = self._first, self.typed, self._form.property("opening")

        def bring_back() -> None:
            begun = unsent_as(name, Kept)
            if begun is not None and begun != typed:  # begun since: it waits behind
                keep_unsent_as(_free_slot(name), begun)
            keep_unsent_as(name, typed)
            if opening is not None:
                opening(**dict.fromkeys(opening.keywords.keys() & {"text"}, ""))

        return bring_back

    def take_over(self, text: str) -> None:
        """Words that were typed elsewhere, and stand in this form now, wait here until they are recorded."""
        self._clean = {key: "" if said == text else said for key, said in self._clean.items()}
        self.keep()

    def start_anew(self) -> None:
        """Empty the fields again, and forget what was kept."""
        for key, text in self._clean.items():
            put(self._fields[key], text)
        forget_unsent(self._name)

    def _take_up(self) -> None:
        kept = unsent_as(self._name, Kept) or {}
        found = {key: text for key, text in kept.items() if key in self._fields}
        for key, text in found.items():
            put(self._fields[key], text)
        if found:
            words = self._workbench.words
            said = words.text("This is what you left here. It is not recorded yet.")
            self._saying.remark(Notice(said, step=words.text("Start anew")), self.start_anew)

    def _changed(self) -> None:
        self._asked = False
        for each in self._labelled:
            if each.editor is self.sender() and each.error:
                each.set_error(None)
        if not self._timer.isActive():
            self._timer.start()


def nothing_recorded(words: Words) -> Notice:
    """What is asked at the first Escape."""
    said = words.text("Nothing of this is recorded yet. Escape once more leaves; the words are kept.")
    return Notice(said, NoticeKind.WARNING, words.text("Leave"))


def _editor(each: Field[Any] | QWidget) -> QWidget:
    editor: QWidget = each.editor if isinstance(each, Field) else each
    return editor


def _free_slot(name: str) -> str:
    return next(each for each in slots(name) if unsent_as(each, Kept) is None)


def _filled_slot(name: str) -> str:
    return next((each for each in slots(name) if unsent_as(each, Kept) is not None), name)
