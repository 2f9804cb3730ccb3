"""What a version of an agreement would change and what it will not, in sentences: in the form, on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.facts.agreement_effect import Effect, Judged, Kept
from app.words import NN_, Words

KEEPS: Final = {
    "edits": NN_("{n} open edit keeps its terms: {titles}.", "{n} open edits keep their terms: {titles}."),
    "requests": NN_("{n} open request keeps its terms: {titles}.", "{n} open requests keep their terms: {titles}."),
    "calls": NN_("{n} open call keeps its terms: {titles}.", "{n} open calls keep their terms: {titles}."),
    "stages": NN_("{n} open stage keeps its terms: {titles}.", "{n} open stages keep their terms: {titles}."),
    "risks": NN_("{n} open risk keeps its terms: {titles}.", "{n} open risks keep their terms: {titles}."),
    "goals": NN_("{n} open goal keeps its terms: {titles}.", "{n} open goals keep their terms: {titles}."),
    "understandings": NN_("{n} open word keeps its terms: {titles}.", "{n} open words keep their terms: {titles}."),
    "objections": NN_(
        "{n} open objection keeps its terms: {titles}.", "{n} open objections keep their terms: {titles}."
    ),
}
MOST_TITLES: Final = 4


def effect_sentences(effect: Effect, words: Words) -> tuple[str, ...]:
    """From when, what is judged by the new terms, what keeps the old ones."""
    return (_beginning(effect, words), *_judged(effect, words), *_keeping(effect, words))


def _beginning(effect: Effect, words: Words) -> str:
    day = effect.effective_from
    if effect.starts_in_the_past:
        return words.text(
            "It begins in the past, {day:on}: what has happened since then is judged by the new terms.", day=day
        )
    if day > effect.today:
        return words.text("It begins {day:on}; until then the terms of now count.", day=day)
    return words.text("It begins today.")


def _judged(effect: Effect, words: Words) -> Iterator[str]:
    if effect.until:
        yield words.text("It counts until a later version takes over {day:on}.", day=effect.until)
    if effect.starts_in_the_past:
        yield _answers(effect.answers, words)
        yield _messages(effect.messages, words)
    if effect.quota.differs:
        yield words.text(
            "First messages asked for this week: {before} until now, {after} with it; {done} are written.",
            before=effect.quota.before,
            after=effect.quota.after,
            done=effect.quota.all,
        )
    if effect.reasons.differs or effect.late.differs:
        yield words.text(
            "Reasons to write today: {before} until now, {late_before} of them late; {after} with it, {late} of them "
            "late.",
            before=effect.reasons.before,
            after=effect.reasons.after,
            late_before=effect.late.before,
            late=effect.late.after,
        )


def _answers(judged: Judged, words: Words) -> str:
    if not judged.all:
        return words.text("You have answered nothing since then, so no answer is judged anew.")
    if not judged.differs:
        return words.plural(
            "Your {n} answer since then is judged as before.", "Your {n} answers since then are judged as before.",
            judged.all,
        )  # fmt: skip
    return words.text(
        "Of your {all} answers since then, {before} were in time until now, {after} with it.",
        all=judged.all,
        before=judged.before,
        after=judged.after,
    )


def _messages(judged: Judged, words: Words) -> str:
    if not judged.differs:
        return words.text("The channels in which you have talked since then are judged as before.")
    return words.text(
        "Of {all} messages and calls since then, {before} were in agreed channels until now, {after} with it.",
        all=judged.all,
        before=judged.before,
        after=judged.after,
    )


def _keeping(effect: Effect, words: Words) -> Iterator[str]:
    if not effect.keeps:
        yield words.text("No item is open, so none keeps older terms.")
    for kept in effect.keeps:
        yield words.plural(*KEEPS[kept.noun], len(kept.items), titles=_titles(kept, words))
    yield words.text("Dates that were promised stay as they were told.")


def _titles(kept: Kept, words: Words) -> str:
    named = [f"«{title}»" if title else words.text("no topic agreed") for title in kept.titles[:MOST_TITLES]]
    more = len(kept.titles) - len(named)
    if more:
        named.append(words.plural("{n} more", "{n} more", more))
    return words.list_of(named)
