"""The terms of an agreement as sentences: in the annex, on the Agreement tab and while terms are being chosen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from app.facts.terms import Information, Terms, WorkingMinutes
from app.papers.call_blocks import channel_in_line
from app.words import N_, Words

MONDAY: Final = date(2026, 1, 5)
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PURPOSES: Final = {
    "correspondence": N_("correspondence"),
    "calls": N_("calls"),
    "files": N_("files"),
    "urgent": N_("urgent matters"),
}
PER: Final = {
    "edit": N_("Rounds included for one edit: {number}. What goes beyond is paid extra."),
    "month": N_("Edits included in a month: {number}. What goes beyond is paid extra."),
    "contract": N_("Edits included in the contract: {number}. What goes beyond is paid extra."),
}


class Sides(Struct, frozen=True):
    """What the two sides are called in the sentences."""

    owner: str
    client: str


def channel_sentences(terms: Terms, words: Words) -> list[str]:
    """One sentence a channel, in the order of the ladder, then the binding clause's place."""
    said = []
    for channel in terms.agreed_channels:
        name = channel_in_line(words, channel.channel)
        where = f"{name} {channel.address}" if channel.address else name
        purposes = words.list_of(words.text(PURPOSES.get(purpose, purpose)) for purpose in channel.purposes)
        line = words.text("{channel}: {purposes}", channel=where, purposes=purposes)
        if channel.preferred:
            line = words.text("{line}, preferred", line=line)
        if channel.voice_welcome == "no":
            line = words.text("{line}, no voice messages please", line=line)
        said.append(Words.capital(line) + ".")
    return said or [words.text("No channel is agreed yet.")]


def hours_sentences(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """Weekly hours of both sides, each in its zone, and the zone of dates."""
    said = [
        words.text(
            "{who} works {hours}, {place} time.",
            who=who,
            hours=weekly_hours(hours.weekly, words),
            place=words.city(hours.zone),
        )
        for who, hours in ((sides.owner, terms.my_hours), (sides.client, terms.client_hours))
    ]
    return [*said, words.text("Dates and «today» are judged by the time of {place}.", place=words.city(terms.zone))]


def weekly_hours(weekly: dict[str, tuple[tuple[str, str], ...]], words: Words) -> str:
    """Weekly hours with runs of equal days drawn together: "Mon–Fri 09:00–18:00"."""
    runs: list[tuple[list[str], tuple[tuple[str, str], ...]]] = []
    for day in DAYS:
        spans = weekly.get(day, ())
        if runs and runs[-1][1] == spans:
            runs[-1][0].append(day)
        else:
            runs.append(([day], spans))
    return ", ".join(f"{_days(days, words)} {', '.join(map('–'.join, spans))}" for days, spans in runs if spans)


def _days(days: list[str], words: Words) -> str:
    ends = days[:1] if len(days) == 1 else [days[0], days[-1]]
    return "–".join(words.weekday(day_named(day), short=True) for day in ends)


def day_named(day: str) -> date:
    """Some date of that weekday, from which its name in any form can be made."""
    return MONDAY + timedelta(days=DAYS.index(day))


def answer_sentences(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """How soon each side answers, who writes first and how long silence may last."""
    first = terms.write_first
    return [
        _my_answer(terms.my_answer, sides, words),
        words.text(
            "{client} answers within {days}.", client=sides.client, days=words.working_days(terms.client_answer.days)
        ),
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


def _my_answer(answer: WorkingMinutes | str, sides: Sides, words: Words) -> str:
    if isinstance(answer, str):
        return words.text("{owner} answers by the end of the next working day.", owner=sides.owner)
    hours, rest = divmod(answer.working_minutes, 60)
    if rest:
        time = words.duration(answer.working_minutes)
        return words.text("{owner} answers within {time} of working time.", owner=sides.owner, time=time)
    return words.plural(
        "{owner} answers within {n} working hour.",
        "{owner} answers within {n} working hours.",
        hours,
        owner=sides.owner,
    )


def edit_sentences(terms: Terms, words: Words) -> list[str]:
    """How a date for an edit is counted, with the words of W8, and what is included."""
    edits = terms.edits
    sizes = words.text(
        "small {small}, normal {normal}, large {large} working days",
        small=edits.small,
        normal=edits.normal,
        large=edits.large,
    )
    if edits.rule == "after_full_days":
        count = words.text(
            "Term of an edit: {sizes}. So many full working days pass after the day on which it was received; the "
            "result is due on the working day after them.",
            sizes=sizes,
        )
    else:
        count = words.text(
            "Term of an edit: {sizes}. The working day after the day on which it was received is the first; the result "
            "is due on the last.",
            sizes=sizes,
        )
    said = [count]
    if edits.cutoff != "none":
        said.append(
            words.text("What comes after {time} counts as received on the next working day.", time=edits.cutoff)
        )
    said.append(
        words.text(
            "When the work cannot be estimated at once, a provisional date is told; the firm one within {days}.",
            days=words.working_days(terms.provisional.days),
        )
    )
    included = terms.edits_included
    if isinstance(included, str):
        said.append(words.text("The number of edits is not limited."))
    else:
        said.append(words.text(PER.get(str(included.get("per")), PER["contract"]), number=included.get("number", 0)))
    return said


def client_sentences(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """What is asked of the client: materials, acceptance, and what follows when a term has passed."""
    accept = terms.acceptance
    said = [*_information(terms.information, sides, words)]
    said.append(
        words.text(
            "{client} accepts a delivery or names the edits within {days}.",
            client=sides.client,
            days=words.working_days(accept.days),
        )
    )
    if accept.edits_by_silence == "yes":
        said.append(words.text("After that term an edit counts as accepted."))
    if accept.stages_by_silence == "yes":
        said.append(words.text("After that term a stage counts as accepted."))
    return said


def _information(term: Information, sides: Sides, words: Words) -> list[str]:
    said = [
        words.text(
            "{client} gives what {owner} asks for within {days}, counted on working days of {client}.",
            client=sides.client,
            owner=sides.owner,
            days=words.working_days(term.days),
        )
    ]
    if term.right_to_stop == "yes":
        said.append(words.text("When that term has passed, {owner} may stop work and says so.", owner=sides.owner))
    if term.deemed_accepted == "yes":
        said.append(words.text("What is still unanswered when the contract ends counts as accepted."))
    return said
