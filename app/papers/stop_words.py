"""The sentences of the stop-work assistant, for the terminal and for the window."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from app.facts.stop_work import ProposedDate, Standing
from app.papers.names import channel_name
from app.words import Words


def standing_lines(words: Words, standing: Standing) -> Iterator[str]:
    """Since when it is owed, every reminder, the step that is next, the right to stop, the countdown."""
    read = standing.read
    if read.due is not None:
        yield due_words(words, standing)
    yield from reminder_lines(words, standing)
    if read.step is not None:
        yield step_words(words, standing)
    yield right_words(words, standing)
    if read.deemed is not None:
        yield deemed_words(words, standing)


def due_words(words: Words, standing: Standing) -> str:
    """By when it was due, and the working days lost since (W10)."""
    read = standing.read
    if not read.is_over:
        return words.text("Due {day:by}", day=read.due)
    return words.plural(
        "Due {day:by}, {n} working day over", "Due {day:by}, {n} working days over", read.days_over, day=read.due
    )


def reminder_lines(words: Words, standing: Standing) -> Iterator[str]:
    """When and through which channel they were reminded."""
    zone = ZoneInfo(standing.zone)
    for each in standing.read.reminders:
        at = words.moment(each.at, zone)
        if each.channel:
            yield words.text("Reminded {at:at}, {channel}", at=at, channel=channel_name(words, each.channel))
        else:
            yield words.text("Reminded {at:at}", at=at)


def step_words(words: Words, standing: Standing) -> str:
    """The next step of the ladder."""
    step = standing.read.step
    assert step is not None
    channel = channel_name(words, step.channel or "other")
    if step.is_due:
        return words.text("Today's step: reminder {n}, {channel}", n=step.number, channel=channel)
    return words.text("Next step: reminder {n} {day:on}, {channel}", n=step.number, day=step.on, channel=channel)


def right_words(words: Words, standing: Standing) -> str:
    """Whether the agreement lets work stop, and from when (F15)."""
    read = standing.read
    if read.allowed_from is None:
        return words.text("The agreement does not grant the right to stop work.")
    at = words.moment(read.allowed_from, ZoneInfo(standing.zone))
    if read.allowed_from <= read.now:
        return words.text("You may stop work since {at} (agreement {version}).", at=at, version=read.version)
    return words.text("You may stop work from {at} on (agreement {version}).", at=at, version=read.version)


def deemed_words(words: Words, standing: Standing) -> str:
    """The countdown to the end of the contract (F16)."""
    deemed = standing.read.deemed
    assert deemed is not None
    return words.plural(
        "Without an answer what is done counts as accepted {day:on}: {n} working day is left.",
        "Without an answer what is done counts as accepted {day:on}: {n} working days are left.",
        deemed.working_days,
        day=deemed.on,
    )


def date_line(words: Words, each: ProposedDate) -> str:
    """The day to propose for a stage or an edit, counted as if everything came now (D11)."""
    return words.plural(
        "«{title}»: {n} working day was left, so {day} instead of {was}",
        "«{title}»: {n} working days were left, so {day} instead of {was}",
        each.left,
        title=each.title,
        day=each.on,
        was=each.was,
    )
