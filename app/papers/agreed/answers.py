"""Answers of both sides, and who writes first, as sentences."""

from __future__ import annotations

from app.facts.terms import Terms
from app.papers.agreed.sides import Sides
from app.words import Words


def my_answer(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """How soon the owner answers, in its own unit."""
    answer = terms.my_answer
    if isinstance(answer, str):
        return [words.text("{owner} answers by the end of the next working day.", owner=sides.owner)]
    hours, rest = divmod(answer.working_minutes, 60)
    if rest:
        time = words.duration(answer.working_minutes)
        return [words.text("{owner} answers within {time} of working time.", owner=sides.owner, time=time)]
    return [
        words.plural(
            "{owner} answers within {n} working hour.",
            "{owner} answers within {n} working hours.",
            hours,
            owner=sides.owner,
        )
    ]


def client_answer(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """How soon the client answers."""
    days = terms.client_answer.days
    if not days:
        return [words.text("{client} answers on the same working day.", client=sides.client)]
    return [words.text("{client} answers within {days}.", client=sides.client, days=words.working_days(days))]


def write_first(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """How often the owner writes unasked, and how long silence may last."""
    first = terms.write_first
    return [
        words.plural(
            "{owner} writes first at least {n} time a week.",
            "{owner} writes first at least {n} times a week.",
            first.per_week,
            owner=sides.owner,
        ),
        words.text(
            "Silence of {owner} lasts {most} at most, as a rule no more than {ideal}.",
            owner=sides.owner,
            most=words.working_days(first.silence_max),
            ideal=words.working_days(first.silence_ideal),
        ),
    ]
