"""The five figures of a client, in the order of 6.11."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.facts.charts import FigureLook
from app.facts.statistics import Statistics
from app.papers.figures.answers import answers_look
from app.papers.figures.calls import calls_look
from app.papers.figures.lost import lost_look
from app.papers.figures.promises import promises_look
from app.papers.figures.silence import silence_look
from app.words import Words


def looks_of(found: Statistics, words: Words, here: ZoneInfo) -> tuple[FigureLook, ...]:
    """The five cards of a client's figures, in the order of 6.11; hours of the zone `here`, the owner's."""
    return (
        answers_look(found, words, here),
        promises_look(found, words),
        silence_look(found, words),
        lost_look(found, words),
        calls_look(found, words),
    )
