"""The window of an erasure: the plan, why and who asked, one question, how far it is, what came of it (4.7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.facts.erasure import Erased, ErasurePlan
from app.facts.visible import visible
from app.papers.erasure_plan import plan_parts
from app.papers.erasure_result import named, result_lines
from ui.dialogs.erase.doing import DoingBar, erase, look, writing_windows
from ui.dialogs.erase.plan_cards import PlanCards
from ui.dialogs.erase.why import Why
from ui.dialogs.framed import Framed
from ui.dialogs.keeping import Editors, Keeping
from ui.running import Running, said
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.pane import Pane
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, HIGH, LOW = 620, 720, 340


class Erase(Framed):
    """`entries` of one client, or a `person` whose name and addresses go. Nothing is written before the question."""

    def __init__(
        self,
        workbench: Workbench,
        client: int = 0,
        *,
        entries: tuple[int, ...] = (),
        person: int = 0,
        parent: QWidget | None = None,
        **_: Any,
    ) -> None:
        words = workbench.words
        title = words.text("Take a name away") if person else words.text("Erase for good")
        super().__init__(title, parent, gap=12)
        self._workbench, self._client = workbench, client
        self.plan: ErasurePlan | None = None
        self.keeping: Keeping | None = None
        self._asked = False
        self.lead = self.page.add(Text(words.text("Looking at what hangs together"), "body", colour="text2", wrap=True))
        self.content = self.page.add(Column(gap=12))
        self.page.add_space()
        self._say_above_foot()
        self._fill_foot()
        self._looking, self._doing = Running(workbench, self), Running(workbench, self)
        self._looking.ended.connect(self._looked)
        self._doing.ended.connect(self._done)
        above = parent.window().height() if parent is not None else screen_room(None).height()
        self.resize(theme().px(WIDE), min(theme().px(HIGH), above - 32))
        self._look(entries, person)

    def refuse(self, sentence: str, kind: NoticeKind = NoticeKind.ERROR) -> None:
        """Say why it does not go on, or what is asked."""
        self.problem.set_notice(Notice(sentence, kind))
        self.saying.show()

    def save(self) -> None:
        """The first press asks the one question, the second erases."""
        if self.plan is None or self._doing.busy:
            return
        words = self._workbench.words
        if not self.why.is_said():
            return
        if writing_windows(self._workbench):
            self.refuse(words.text("Close the letter or the note that is still open: it keeps its words by itself."))
            return
        if not self._asked:
            self._asked = True
            self.refuse(self.why.question(), NoticeKind.WARNING)
            self.do.set_text(words.text("Erase for good"))
            self.cancel.set_text(words.text("Leave everything as it is"))
            return
        self._begin(self.plan)

    def reject(self) -> None:
        """What has begun is not stopped: half of it is worse than either end."""
        if not self._doing.busy and (self.keeping is None or self.keeping.may_leave()):
            self.leave()

    def leave(self) -> None:
        """Close without erasing; the reason waits for the next time."""
        if self.keeping is not None:
            self.keeping.left()
        super().reject()

    def remark(self, notice: Notice, then: Callable[[], object]) -> None:
        """Say what is kept of the words typed here, and that Escape leaves."""
        self.refuse(notice.text, notice.kind)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same for the window's own button."""
        if self._doing.busy:
            event.ignore()
            return
        self._looking.stop()
        super().closeEvent(event)

    def take_these_too(self) -> None:
        """The other entries with the same words join the plan, which is shown anew."""
        if self.plan is not None:
            self._look((*self.plan.asked, *self.plan.also_in), 0)

    def _look(self, entries: tuple[int, ...], person: int) -> None:
        self._looking.start(partial(look, self._workbench.journal, self._client, entries, person))

    def _say_above_foot(self) -> None:
        """The question stands where it is seen, however far the plan is scrolled."""
        self.saying = Pane("card", padding=(24, 8, 20, 8))
        self.problem = self.saying.add(NoticeLine(Notice("", NoticeKind.ERROR)))
        self.saying.hide()
        lines = self.layout()
        assert isinstance(lines, QVBoxLayout)
        lines.insertWidget(1, self.saying)

    def _fill_foot(self) -> None:
        words, row = self._workbench.words, self.foot
        self.hint = row.add(
            Text(words.text("Until you have agreed, nothing is written."), "caption", colour="text2", wrap=True), 1
        )
        self.cancel = row.add(Button(words.text("Cancel"), ButtonKind.GHOST))
        self.cancel.clicked.connect(self.reject)
        self.do = row.add(Button(words.text("Erase…"), ButtonKind.PRIMARY, icon="eraser"))
        self.do.clicked.connect(self.save)
        self.do.refuse(words.text("The plan comes first."))

    def _looked(self, value: object) -> None:
        words = self._workbench.words
        if (refusal := said(value)) is not None:
            self.lead.setText(words.text("Nothing was erased."))
            self.refuse(words.of(refusal))
            self.do.hide()
            self.cancel.set_text(words.text("Close"))
        elif isinstance(value, ErasurePlan):
            self._show(value)

    def _show(self, plan: ErasurePlan) -> None:
        words, body = self._workbench.words, self.content
        self.plan, self._asked = plan, False
        self.saying.hide()
        if self.keeping is not None:
            self.keeping.left()
        body.clear()
        if plan.person:
            self.lead.setText(
                words.text("{name} becomes “{new}” everywhere in this journal. This cannot be undone.",
                           name=visible(plan.person_name), new=plan.new_name)
            )  # fmt: skip
        else:
            self.lead.setText(
                words.text("Read what goes and what stays at {client}. Erasing cannot be undone.",
                           client=visible(plan.client_name))
            )  # fmt: skip
        body.add(PlanCards(plan_parts(plan, words, self._workbench.zone)))
        if plan.also_in and not plan.person:
            more = body.add(
                Button(words.plural("Erase entry {entries} too", "Erase entries {entries} too", len(plan.also_in),
                                    entries=named([str(n) for n in plan.also_in], words)), small=True),
                align=Qt.AlignmentFlag.AlignLeft,
            )  # fmt: skip
            more.clicked.connect(self.take_these_too)
        self.why = body.add(Why(words, plan, self._workbench.journal.clients.people(plan.client)))
        words_typed: Editors = {"reason": self.why.reason, "basis": self.why.basis}
        self.keeping = Keeping(self._workbench, self, self, f"erase/{self._client}", words_typed)
        self.why.reason.editor.setFocus()
        self.do.allow()

    def _begin(self, plan: ErasurePlan) -> None:
        grounds, keeps = self.why.grounds(), self.why.keeps
        if self.keeping is not None:
            self.keeping.done()
            self.keeping = None
        words = self._workbench.words
        self.saying.hide()
        self.content.clear()
        self.lead.setText(words.text("Leave the program open until this is done."))
        self.resize(self.width(), min(self.height(), theme().px(LOW)))
        bar = self.content.add(DoingBar(words))
        self._doing.progressed.connect(bar.show_done)
        for button in (self.do, self.cancel):
            button.hide()
        self.hint.setText(words.text("If the computer stops now, the rest is done when the journal is opened next."))
        self._doing.start(partial(erase, self._workbench.journal, plan, grounds, keeps))

    def _done(self, value: object) -> None:
        words = self._workbench.words
        self.content.clear()
        self.hint.setText("")
        self.cancel.set_text(words.text("Close"))
        self.cancel.show()
        if (refusal := said(value)) is not None:
            self.lead.setText(words.text("This did not come to its end."))
            self.refuse(words.of(refusal))
        elif isinstance(value, Erased):
            self.lead.setText(words.text("It is done."))
            for line in result_lines(value, words):
                self.content.add(Text(visible(line), "body", wrap=True, selectable=True))
        self._workbench.refresh()
