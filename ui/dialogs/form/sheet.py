"""A form to fill: its questions and boxes, who answered, and what is done with it (1.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.facts.forms import FormText
from app.words import N_
from ui.dialogs.form.answers import Answers
from ui.dialogs.form.handing import Handing
from ui.dialogs.form.head import Head
from ui.dialogs.form.kept import Draft, forget_draft, keep_draft, kept_draft, recorded
from ui.dialogs.form.more import SheetMenu
from ui.dialogs.form.said import Said
from ui.dialogs.plain_dialog import PlainDialog
from ui.layout import Layout, Widths
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.notice import Notice, NoticeKind

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, KEEP_MS = 720, 2000
NOT_SAVED = N_(
    "Nothing is saved yet. Close once more to leave: what you wrote comes back when you open the form again."
)


class FormSheet(PlainDialog):
    """`form` is the number of one that was begun; a `sort` alone is blank until it is saved."""

    def __init__(
        self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None, form: int = 0, sort: str = ""
    ) -> None:
        super().__init__(workbench, workbench.words.text("Form"), parent, width=WIDE)
        forms = workbench.journal.forms
        self.form = forms.get(form) if form else None
        self.client = self.form.client if self.form else client
        self.sort = self.form.sort_of_form if self.form else sort or "brief"
        self._name = f"{workbench.journal.log_id}/form/{self.client}/{self.form.number if self.form else self.sort}"
        language = self.form.language if self.form else forms.language_of(self.client)
        self.notices = self.body.add(Said(workbench.words))
        self.head = self.body.add(Head(workbench, self.client, language, begun=self.form is not None))
        most = parent.window().width() if parent is not None else theme().px(WIDE)
        single = Widths(most, theme().scale).layout is Layout.SINGLE
        self.answers = self.body.add(Answers(workbench.words, single=single))
        self.body.add_space()
        self.handing = Handing(self)
        self._foot()
        self._asked = False
        self._show()
        self._begin()
        self.fit()

    @property
    def draft(self) -> Draft:
        """What stands in the fields now, with recorded answers that this version of the form no longer asks for."""
        fields = {key: said for key, said in self._recorded.fields.items() if not self.text.has_field(key)}
        ticks = [key for key in self._recorded.ticks if key not in self.text.tick_keys]
        return Draft(fields=fields | self.answers.fields, ticks=(*self.answers.ticks, *ticks), giver=self.head.giver)

    @property
    def changed(self) -> bool:
        """Whether something was written that the journal does not have."""
        return not self.draft.same_as(self._recorded)

    def save(self) -> None:
        """Record the answers (Ctrl+Enter); a blank form is begun with them."""
        forms, draft, form = self.workbench.journal.forms, self.draft, self.form
        if form is not None and not form.open:
            return
        giver = int(draft.giver) if draft.giver else None

        def verb() -> tuple[int, ...]:
            return forms.answer(
                self.client, self.sort, self.text.language, form=form.number if form else 0, anew=form is None,
                fields=draft.fields, ticks=draft.ticks, given_by=giver,
            )  # fmt: skip

        if self.workbench.do(verb, self._kept, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was recorded; the answers stay."""
        self.say(sentence, NoticeKind.ERROR)

    def say(self, sentence: str, kind: NoticeKind = NoticeKind.PLAIN) -> None:
        """One line over the questions; it replaces the last one."""
        self.notices.say(Notice(sentence, kind))

    def reject(self) -> None:
        """Leave; with answers that are not saved, ask once and keep them."""
        if self.changed and not self._asked:
            self._asked = True
            self.say(self.workbench.words.text(NOT_SAVED), NoticeKind.WARNING)
            return
        self.leave()

    def leave(self) -> None:
        """Leave and keep what is not saved."""
        self._keep()
        super().reject()

    def done(self, result: int) -> None:
        """However it is left, nothing is kept any more by the clock."""
        self._keeping.stop()
        super().done(result)

    def reword(self) -> None:
        """The form's words were changed: show them with the answers as they stand."""
        draft = self.draft
        self._read()
        self._ask(draft)

    def closed(self) -> None:
        """The form was closed: nothing has to be kept."""
        forget_draft(self._name)
        super().reject()

    def _show(self) -> None:
        form, self._recorded = self.form, recorded(self.form)
        self._read()
        kept = kept_draft(self._name)
        self._ask(kept or self._recorded)
        words = self.workbench.words
        if form and not form.open:
            self.answers.setEnabled(False)
            self.say(words.text("This form is closed; its answers stay. The list of forms begins a new one."))
        elif form is None and self.workbench.journal.forms.is_in_english_instead(self.client):
            self.say(words.text("There is no form in the client's language; this one is in English."))
        if kept is not None and self.changed:
            said = words.text("What you wrote and did not save is back.")
            self.notices.say(Notice(said, step=words.text("Discard it")), self._discard)

    def _read(self) -> None:
        """The words in the language of the form, and what is wrong with an own version."""
        words = self.workbench.words
        found = self.workbench.journal.forms.text(self.sort, self.head.language)
        self.text: FormText = found.text
        self.title.setText(self.text.title)
        self.setWindowTitle(self.text.title)
        self.head.set_opening(self.text.opening)
        if found.problem:
            self.say(" ".join(words.of(each) for each in found.problem), NoticeKind.WARNING)

    def _begin(self) -> None:
        self.head.language_taken.connect(self.reword)
        self._keeping = QTimer(self)
        self._keeping.setInterval(KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._keeping.start()

    def _keep(self) -> None:
        if self.changed:
            keep_draft(self._name, self.draft)
        else:
            forget_draft(self._name)

    def _discard(self) -> None:
        forget_draft(self._name)
        self.notices.clear()
        self._ask(self._recorded)

    def _ask(self, draft: Draft) -> None:
        self.head.choose(draft.giver)
        self.answers.ask(self.text, draft.fields, draft.ticks)
        first = self.answers.first_field()
        if first is not None:
            first.setFocus()

    def _foot(self) -> None:
        words = self.workbench.words
        copy = self.foot.add(Button(words.text("Copy as text"), icon="copy"))
        copy.clicked.connect(self.handing.copy)
        pdf = self.foot.add(Button(words.text("Save PDF"), icon="download"))
        pdf.clicked.connect(self.handing.ask_where)
        self.more = self.foot.add(IconButton("ellipsis", words.text("More about this form")))
        self.more.clicked.connect(self._offer_more)
        self.primary = self.add_foot(words.text("Save"), cancel=words.text("Cancel"))
        if self.form and not self.form.open:
            self.primary.hide()

    def _offer_more(self) -> None:
        SheetMenu(self).popup(self.more.mapToGlobal(self.more.rect().topLeft()))

    def _kept(self, numbers: tuple[int, ...]) -> None:
        forget_draft(self._name)
        words = self.workbench.words
        more = len(numbers) - 1 - (self.form is None)
        said = words.text("Saved as entry {number}.", number=numbers[0] if self.form else numbers[1])
        if more > 0 and self.sort == "expectations":
            noted = words.plural("{n} word was noted as well.", "{n} words were noted as well.", more)
            said = f"{said} {noted}"
        self.workbench.say(said)
