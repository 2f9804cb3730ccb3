"""An objection in six steps, each of which may come later, and the pause that a quarrel needs (3.3, C5, F26)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from app.facts.plan import Objection
from app.words import Words
from ui.dialogs.plan.form import PlanForm
from ui.pages.client.plan_words import OBJECTION_STEPS
from ui.widgets.boxes import Row
from ui.widgets.button import Button
from ui.widgets.field import time_field

if TYPE_CHECKING:
    from ui.workbench import Workbench

STEPS = tuple(key for key, _ in OBJECTION_STEPS)
MORNING = time(9, 0)


class ObjectionForm(PlanForm):
    """A new one, or one that goes on. *Resolved* closes it with what came of it."""

    BLAMES: ClassVar = (("Write what the client", "what"), ("The pause ends", "until"), ("This objection", "outcome"))

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None,
                 objection: Objection | None = None) -> None:  # fmt: skip
        words, old = workbench.words, objection
        title = words.text("Objection") if old else words.text("Note an objection")
        super().__init__(workbench, title, parent, client=old.client if old else client,
                         item=old.number if old else 0)  # fmt: skip
        self.objection = old
        for n, (key, label) in enumerate(OBJECTION_STEPS, start=1):
            self.text(key, f"{n}. {words.text(label)}", _written(old, key), lines=1, hint=_hint(words, key))
        self._pause()
        self.ask_when(words.text("When"))
        self.finish(words.text("Save"), "objection")
        self.resolving = Button(words.text("Resolved"), icon="circle-check")
        self.foot.lines.insertWidget(self.foot.lines.count() - 1, self.resolving)
        self.resolving.clicked.connect(self.resolve)
        self.resolving.setVisible(old is not None)
        self._over = old is not None and old.resolved is not None
        if self._over:
            self.resolving.refuse(words.text("This objection was resolved already."))
            self.saving.refuse(words.text("This objection was resolved already."))

    def resolve(self) -> None:
        """objection.resolved, with the last words on each step."""
        if (
            self.objection is None
            or self._over
            or not self.needs("outcome", self.workbench.words.text("Write what came of it."))
        ):
            return
        objections, number, steps, at = self.workbench.journal.objections, self.item, self._changed_steps(), self.at
        outcome = steps.pop("outcome", self.said("outcome"))

        def verb() -> int:
            return objections.resolve(number, outcome=outcome, at=at, **steps)

        if self.workbench.do(verb, self.told, at=self):
            self.accept()

    def save(self) -> None:
        """Keep the steps; an objection that was resolved is only read."""
        if not self._over:
            super().save()

    def verb(self) -> Callable[[], int] | None:
        """objection.raised; of an objection that goes on, with its number."""
        if not self.needs("what", self.workbench.words.text("Write what the client objects to, in their words.")):
            return None
        objections, client, number, at = self.workbench.journal.objections, self.client, self.item, self.at
        steps, until = self._changed_steps(), self.pause_until
        what = steps.pop("what", self.said("what"))
        if self.objection is not None and until == self.objection.pause_until:
            until = None

        def verb() -> int:
            if number:
                return objections.go_on(number, pause_until=until, at=at, **steps | {"what": what})
            return objections.raise_(client, what, pause_until=until, at=at, **steps)

        return verb

    @property
    def pause_until(self) -> datetime | None:
        """The end of the pause, UTC; None without one."""
        if not self.pausing.isChecked():
            return None
        local = datetime.combine(self.day_of("until"), self.hour.editor.at, tzinfo=self.workbench.zone)
        return local.astimezone(UTC)

    def _pause(self) -> None:
        words, bench = self.workbench.words, self.workbench
        old = self.objection.pause_until if self.objection else None
        runs = old is not None and old > bench.now()
        local = old.astimezone(bench.zone) if old and runs else None
        row = self.body.add(Row(gap=12))
        self.pausing = self.tick("pausing", words.text("Pause"), checked=runs, into=row)
        day = local.date() if local else bench.today + timedelta(days=1)
        self.until = self.day("until", words.text("Until"), day, into=row, stretch=3,
                              hint=words.text("nothing else is written to them"))  # fmt: skip
        self.hour = row.add(time_field(words.text("Time"), local.time() if local else MORNING), 1)
        self.fields["hour"] = self.hour
        self.pausing.toggled.connect(self._paused)
        self._paused(runs)

    def _paused(self, on: bool) -> None:
        self.until.setEnabled(on)
        self.hour.setEnabled(on)

    def _changed_steps(self) -> dict[str, Any]:
        """The steps that say something else than before."""
        found: dict[str, Any] = {}
        for key in STEPS:
            text = self.said(key)
            if text != _written(self.objection, key):
                found[key] = _lines(text) if key == "proposals" else text
        return found


def _written(objection: Objection | None, key: str) -> str:
    said = getattr(objection, key) if objection else ""
    return "\n".join(said) if isinstance(said, tuple) else str(said)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _hint(words: Words, key: str) -> str:
    if key == "what":
        return words.text("in their words")
    return words.text("one line for each thing") if key == "proposals" else ""


def objection_item(workbench: Workbench, objection: Objection, *, parent: QWidget | None = None) -> ObjectionForm:
    """The form of an objection that was noted before."""
    return ObjectionForm(workbench, parent=parent, objection=objection)
