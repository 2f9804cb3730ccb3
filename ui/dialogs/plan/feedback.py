"""Feedback of the client: a score from 1 to 5 for each subject, and words (1.9 survey, F25)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from app.papers.names import CHANNELS, channel_name
from ui.channels import channel_icon
from ui.dialogs.plan.form import PlanForm
from ui.pages.client.plan_words import SUBJECTS
from ui.widgets.boxes import Row
from ui.widgets.choice import Choice

if TYPE_CHECKING:
    from ui.workbench import Workbench


class FeedbackForm(PlanForm):
    """Ctrl+Enter notes it."""

    BLAMES: ClassVar = (("A score is", "work"), ("Give at least", "text"))

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Note feedback"), parent, client=client)
        self.text("text", words.text("What they said"), lines=3, hint=words.text("in their words"))
        scores = [Choice("", "–"), *(Choice(str(n), str(n)) for n in range(1, 6))]
        for part in (tuple(SUBJECTS)[:3], tuple(SUBJECTS)[3:]):
            row = self.body.add(Row(gap=12))
            for key in part:
                self.choice(key, words.capital(words.text(SUBJECTS[key])), scores, into=row, stretch=1)
        channels = [Choice(kind, channel_name(words, kind), channel_icon(kind)) for kind in CHANNELS]
        usual = workbench.journal.talk.usual_channel(self.client) if self.client else ""
        self.choice("channel", words.text("Said in"), channels, usual)
        self.ask_when(words.text("When"))
        self.finish(words.text("Note the feedback"), "feedback")

    def verb(self) -> Callable[[], int] | None:
        """feedback.given."""
        scores = {key: self.said(key) for key in SUBJECTS if self.said(key)}
        text, client, channel, at = self.said("text"), self.client, self.said("channel"), self.at
        if not scores and not text:
            words = self.workbench.words
            self.say_at("text", words.text("Give at least one score from 1 to 5, or the words that were said."))
            return None
        feedback = self.workbench.journal.feedback

        def verb() -> int:
            return feedback.note(client, scores, text=text, channel=channel, at=at)

        return verb
