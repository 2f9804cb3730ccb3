"""What is said beside a date before it is given: the load of its day, days off there, edits included, what it moves."""

from __future__ import annotations

from app.facts.edit_answer import Included
from app.facts.load import DayLoad
from app.facts.work import Promise
from app.words import Words


def load_sentence(words: Words, load: DayLoad, better: DayLoad | None) -> str:
    """What speaks against the day, and one better day; empty where nothing does."""
    said = " ".join(_against(words, load))
    if not said or better is None:
        return said
    return words.text("{said} {better} has room.", said=said, better=words.capital(words.date(better.on)))


def _against(words: Words, load: DayLoad) -> list[str]:
    day = words.capital(words.weekday(load.on))
    found = []
    if load.off:
        found.append(
            words.text("{day} is a day off for you: {why}.", day=day, why=load.why) if load.why
            else words.text("{day} is a day off for you.", day=day)
        )  # fmt: skip
    elif not load.has_room:
        found.append(
            words.plural(
                "{day} then holds {n} promise, your limit is {limit}.",
                "{day} then holds {n} promises, your limit is {limit}.",
                load.promises + 1,
                day=day,
                limit=load.limit,
            )
        )
    if load.off_there:
        found.append(
            words.text("That day is a holiday there: {why}.", why=load.why_there) if load.why_there
            else words.text("That day is a day off there.")
        )  # fmt: skip
    return found


def day_load_words(words: Words, load: DayLoad) -> str:
    """A day of the week's load in words: "Wednesday, 25 November, 2 promises, full"."""
    parts = [words.date(load.on), words.plural("{n} promise", "{n} promises", load.promises)]
    if load.off:
        parts.append(words.text("your day off"))
    elif not load.has_room:
        parts.append(words.text("full"))
    if load.off_there:
        parts.append(load.why_there or words.text("day off there"))
    return ", ".join(parts)


def included_words(words: Words, included: Included) -> str:
    """How many of the edits that the agreement includes are used before this one; beyond it: paid extra."""
    if included.per == "edit":
        said = words.plural(
            "Round {round} of {n} included round", "Round {round} of {n} included rounds", included.number,
            round=included.used + 1,
        )  # fmt: skip
    elif included.per == "month":
        said = words.plural(
            "{used} of {n} included edit used this month", "{used} of {n} included edits used this month",
            included.number, used=included.used,
        )  # fmt: skip
    else:
        said = words.plural(
            "{used} of {n} included edit used in this contract", "{used} of {n} included edits used in this contract",
            included.number, used=included.used,
        )  # fmt: skip
    return words.text("{said}: this one is paid extra", said=said) if included.is_over else said


def moved_words(words: Words, given: Promise, moved: str) -> str:
    """What another date would be: moved in time, or late; empty where none was told before."""
    if moved == "in_time":
        return words.text("Told now, the date of {day:gen} is moved in time.", day=given.on)
    if moved == "late":
        return words.text("The date of {day:gen} has passed: told now, it is moved late.", day=given.on)
    return ""
