"""The three things a final call is about: results, the next plan, and what they think of the work (F25)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.facts.names import folded
from app.words import N_, Words, words_for


class FinalTopic(StrEnum):
    """What each topic is recorded as, beside the call itself."""

    RESULTS = "results"
    PLAN = "plan"
    """report.sent (plan) once its summary is told."""
    FEEDBACK = "feedback"
    """feedback.given."""


TITLES: Final = {
    FinalTopic.RESULTS: N_("Results of the work"),
    FinalTopic.PLAN: N_("Plan of the next month"),
    FinalTopic.FEEDBACK: N_("Your opinion of the work"),
}
_LANGUAGES = ("en", "ru", "es")


def final_topics(words: Words) -> tuple[str, ...]:
    """The titles in one language, in their order."""
    return tuple(words.text(title) for title in TITLES.values())


def final_topic(title: str) -> FinalTopic | None:
    """Which of the three a topic is, in whatever language it was proposed; None for any other."""
    asked = folded(title)
    for topic, english in TITLES.items():
        if asked in {folded(words_for(language).text(english)) for language in _LANGUAGES}:
            return topic
    return None
