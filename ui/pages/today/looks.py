"""What a card of Today shows, as plain text: made once per reading, compared before anything is drawn anew."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.facts.flags import Flag, Severity
from app.facts.today import Hours, ReasonLine, TheirClock, TodayCard
from app.facts.visible import visible
from app.papers.names import channel_name
from app.papers.reasons import due_words, reason_sentence
from app.words import N_, Words
from ui.channels import channel_icon, in_sentence
from ui.widgets.clock import ClockFace, ClockState

ICONS = {
    "F1": "sunrise", "F2": "message-circle", "F3": "pencil-line", "F4": "pencil-line", "F5": "pencil-line",
    "F6": "pencil-line", "F7": "user-x", "F8": "message-circle", "F9": "phone", "F10": "phone", "F11": "phone",
    "F12": "clipboard-check", "F13": "phone", "F14": "hourglass", "F15": "hand", "F16": "calendar-check",
    "F17": "triangle-alert", "F18": "milestone", "F19": "file-text", "F20": "trending-down", "F21": "bell",
    "F22": "bell", "F23": "user", "F24": "handshake", "F25": "calendar-x", "F26": "scale", "F27": "banknote",
    "F28": "palmtree",
}  # fmt: skip

SEVERITY_WORDS = {Severity.LATE: N_("late"), Severity.TODAY: N_("today"), Severity.SOON: N_("soon")}

_STATES = {
    Hours.IN: ClockState.IN_HOURS,
    Hours.OUT: ClockState.OUT_OF_HOURS,
    Hours.DAY_OFF: ClockState.DAY_OFF,
    Hours.UNKNOWN: ClockState.UNKNOWN,
}

SHOWN_REASONS = 3


class ReasonLook(Struct, frozen=True):
    """One line: its icon, sentence and due."""

    flag: Flag
    icon: str
    text: str
    due: str
    severity: str


class CardLook(Struct, frozen=True, kw_only=True):
    """One card. `channel` is "Telegram · @laptev_kedr", `channel_short` the same without the address."""

    client: int
    name: str
    person: str
    role: str
    face: ClockFace
    severity: str
    reasons: tuple[ReasonLook, ...]
    more: str
    channel: str
    channel_short: str
    channel_icon: str
    address: str
    remark: str
    spoken: str


def card_look(words: Words, card: TodayCard, now: datetime, zone: ZoneInfo) -> CardLook:
    """The words of one card at `now`, times in the owner's `zone`."""
    reasons = tuple(reason_look(words, line, now, zone) for line in card.reasons)
    name = visible(card.client.name)
    listed = len(reasons) if len(reasons) <= SHOWN_REASONS else SHOWN_REASONS
    rest = len(reasons) - listed
    channel, short = _channel(words, card)
    severity = words.text(SEVERITY_WORDS[card.severity])
    counted = words.plural("{n} reason", "{n} reasons", len(reasons))
    return CardLook(
        client=card.client.number,
        name=name,
        person=visible(card.contact.name) if card.contact else "",
        role=visible(card.contact.role) if card.contact else "",
        face=clock_face(words, card.clock, now, zone),
        severity=card.severity.value,
        reasons=reasons,
        more=words.plural("and {n} more", "and {n} more", rest) if rest else "",
        channel=channel,
        channel_short=short,
        channel_icon=channel_icon(card.channel.channel) if card.channel else "",
        address=card.channel.address if card.channel else "",
        remark=_remark(words, card),
        spoken=f"{name}, {severity}, {counted}",
    )


def reason_look(words: Words, line: ReasonLine, now: datetime, zone: ZoneInfo) -> ReasonLook:
    """The words of one reason."""
    flag = line.flag
    due = due_words(words, flag.severity, flag.due, now, zone, late_minutes=line.late_minutes, late_days=line.late_days)
    return ReasonLook(
        flag=flag,
        icon=ICONS.get(flag.rule, "bell"),
        text=visible(reason_sentence(words, flag.reason.code, flag.reason.values, zone, now)),
        due=due,
        severity=flag.severity.value,
    )


def clock_face(words: Words, clock: TheirClock, now: datetime, zone: ZoneInfo) -> ClockFace:
    """A client's clock in words: "until 18:00", "from 09:00, 16:00 here", "day off, Constitution Day"."""
    if clock.hours is Hours.UNKNOWN or not clock.zone:
        spoken = words.text("Their time zone is not known")
        return ClockFace("?", words.text("zone?"), ClockState.UNKNOWN, spoken=spoken)
    there = ZoneInfo(clock.zone)
    time, place = words.time(now, there), words.city(clock.zone)
    note = _hours_note(words, clock, now, zone, there)
    if clock.hours is Hours.IN:
        spoken = words.text("{time} in {place}, in hours {note}", time=time, place=place, note=note)
    else:
        spoken = words.text("{time} in {place}, out of hours, {note}", time=time, place=place, note=note)
    return ClockFace(time, place, _STATES[clock.hours], note, spoken)


def _hours_note(words: Words, clock: TheirClock, now: datetime, zone: ZoneInfo, there: ZoneInfo) -> str:
    if clock.until is not None:
        return words.text("until {time}", time=words.time(clock.until, there))
    if clock.hours is Hours.DAY_OFF and clock.why:
        return words.text("day off, {why}", why=visible(clock.why))
    if clock.opens is None:
        return words.text("out of hours")
    opens, here = words.time(clock.opens, there), words.time(clock.opens, zone)
    later = clock.opens.astimezone(there).date() != now.astimezone(there).date()
    if later:
        return words.text("from {day:short}, {time}", day=clock.opens.astimezone(there).date(), time=opens)
    if opens == here:
        return words.text("from {time}", time=opens)
    return words.text("from {time}, {here} here", time=opens, here=here)


def _channel(words: Words, card: TodayCard) -> tuple[str, str]:
    if card.channel is None:
        return "", ""
    name = channel_name(words, card.channel.channel)
    if card.channel.steps > 1:
        low, step = in_sentence(card.channel.channel, name), card.channel.step
        name = words.text("Step {n} of {all}: {channel}", n=step, all=card.channel.steps, channel=low)
    address = visible(card.channel.address)
    return (f"{name} · {address}" if address else name), name


def _remark(words: Words, card: TodayCard) -> str:
    """What the foot says besides: reminders sent, what one message clears, this week's first messages."""
    parts = []
    clears, all_of = len(card.cleared_at_once), len(card.reasons)
    if card.reminders:
        parts.append(words.plural("{n} reminder sent", "{n} reminders sent", card.reminders))
    elif clears == all_of == 2:
        parts.append(words.text("One message clears both"))
    elif clears == all_of and all_of > 2:
        parts.append(words.text("One message clears all {n}", n=all_of))
    elif 1 < clears < all_of:
        parts.append(words.text("One message clears {n} of {all}", n=clears, all=all_of))
    for flag in card.foot:
        done, quota = flag.reason.values.get("done"), flag.reason.values.get("quota")
        if flag.rule == "F22" and isinstance(done, int):
            parts.append(words.text("also first message {n} of {all} this week", n=done + 1, all=quota))
    return words.capital(", ".join(parts))
