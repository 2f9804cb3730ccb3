"""The sentence of each reason to write first: since when, what, by when (3.2, 6.15).

A code is the rule (`f2`) or one of its variants (`f4_late`). Its sentence says what the flag's values are called; a new
reason is one line of REASONS. Two sentences stand for singular and plural, counted by the value `n`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from app.papers.names import channel_name
from app.words import N_, NN_, Words

REASONS: dict[str, str | tuple[str, str]] = {
    "f1": N_("No word from you yet. Their card was opened {since:day-on}"),
    "f2": N_("No answer since {since}: «{quote}»"),
    "f2_no_text": N_("No answer since {since}"),
    "f3": N_("Edit «{title}», asked for {since:day-on}, has no date yet"),
    "f3_returned": N_("Edit «{title}» came back {since:day-on} and has no new date yet"),
    "f3_resumed": N_("Edit «{title}»: what it waited for came {since:day-on}. Tell the new date"),
    "f3_stage": N_("Stage «{title}»: what it waited for came {since:day-on}. Tell the new day"),
    "f4": N_("Edit «{title}» is promised for {due:day}"),
    "f4_today": N_("Edit «{title}» is promised for today"),
    "f4_late": N_("Edit «{title}» was promised for {due:day}"),
    "f5": N_("Edit «{title}» has a provisional date only. The firm one is to be told by {due:day}"),
    "f6": N_("Edit «{title}» delivered {at:at}, not told yet"),
    "f6_stage": N_("Stage «{title}» delivered {at:at}, not told yet"),
    "f6_accepted_late": N_("Stage «{title}» was accepted later than agreed, {at:at}. Not told yet"),
    "f6_stopped": N_("Work stopped {at:at}, not told yet"),
    "f6_resumed": N_("Work resumed {at:at}, not told yet"),
    "f7": N_("{person}, not the contact, asked for «{title}». Ask {contact} to confirm"),
    "f7_message": N_("{person}, not the contact, wrote {at:at}: «{quote}»"),
    "f7_off_channel": N_("{person}, not the contact, asked for «{title}» in {channel}, which is not agreed"),
    "f8": N_("They wrote in {channel}, which is not agreed, {at:at}: «{quote}»"),
    "f8_no_text": N_("They wrote in {channel}, which is not agreed, {at:at}"),
    "f9": N_("The call {on:day-on} still needs {missing}"),
    "f10": N_("Call {at:at}: {topics}"),
    "f10_no_topic": N_("Call {at:at}, no topic agreed"),
    "f11": N_("The call planned for {at} is over. Held, missed or moved?"),
    "f11_topic": N_("The call {at:day-on}: topic «{title}» has no outcome yet"),
    "f12": N_("The call {at:day-on}: its summary is not sent yet"),
    "f12_confirmation": N_("The call {at:day-on}: its summary is not confirmed yet"),
    "f13": N_("The last call was {last:day-on}. The next is due by {due:day}"),
    "f13_first": N_("No call yet since the agreement of {since:day}. The first is due by {due:day}"),
    "f14": N_("They owe {items} since {since:day}"),
    "f14_today": N_("They owe {items} by the end of today"),
    "f14_acceptance": N_("«{title}» waits for their acceptance until {due:day}"),
    "f15": N_("You may stop work since {since:day} (agreement {version})"),
    "f16": N_("The contract ends {due:day-on}. Without an answer this then counts as accepted: {items}"),
    "f17": N_("Risk «{title}», noticed {since:day-on}, not told yet"),
    "f17_promise": N_("Edit «{title}» is late since {since:day}, and they were not warned"),
    "f17_stage": N_("Stage «{title}» is late since {since:day}, and they were not warned"),
    "f17_request": N_("Stage «{title}» waits for {items}, and they were not warned"),
    "f18": N_("Stage «{title}» is due {due:day-on}"),
    "f18_today": N_("Stage «{title}» is due today"),
    "f18_late": N_("Stage «{title}» was due {due:day-on}"),
    "f19": N_("The sheet for week {week} goes out {on:every}"),
    "f19_daily": N_("The report for {day:day} is due"),
    "f19_monthly": N_("The report for {month} is due {on:day-on}"),
    "f19_planning": N_("The planning session was held {at:day-on}. Its results are to be written"),
    "f20": N_("{metric} is at {value}, {off} off the agreed line"),
    "f21": NN_(
        "{n} working day of silence, last contact {last:day-on}",
        "{n} working days of silence, last contact {last:day-on}",
    ),
    "f22": NN_(
        "{n} first message is left for this week, {done} of {quota} written",
        "{n} first messages are left for this week, {done} of {quota} written",
    ),
    "f23": N_("Nobody is named as the contact since {since:day}"),
    "f24": N_("No agreement is made yet"),
    "f24_unconfirmed": N_("Agreement {version} is not confirmed by them yet"),
    "f25": N_("The contract ends {end:day-on}"),
    "f25_call": N_("The contract ends {end:day-on}. The final call is still to be held"),
    "f25_plan": N_("The contract ends {end:day-on}. The plan of the next month is still to be sent"),
    "f25_feedback": N_("The contract ends {end:day-on}. Their feedback is still to be asked for"),
    "f26": N_("Objection «{title}» is open, and the pause ended {until:day-on}"),
    "f26_no_pause": N_("Objection «{title}» is open since {since:day}"),
    "f27": N_("Paid {since:day-on}, and no stage has begun"),
    "f28": N_("Your days off from {first:day} to {last:day} are not told yet"),
}

_BINDING_DAY = {"f4": "due", "f14": "since", "f18": "due"}
"""The value whose day turns a reason into its variant `_today`, when it is said on that very day."""

_STILL_NEEDED = {"topic": N_("a topic"), "time": N_("a time"), "channel": N_("a channel")}


def reason_sentence(
    words: Words, code: str, values: Mapping[str, object], zone: ZoneInfo | None = None, now: datetime | None = None
) -> str:
    """The sentence of a reason. Instants among the values are said in `zone`; those of the day of `now` by hour alone.

    A variant without a sentence of its own takes that of its rule; a rule of a newer version is named by its code.
    """
    place = zone or ZoneInfo("UTC")
    today = now.astimezone(place).date() if now else None
    if today and _day(values.get(_BINDING_DAY.get(code, "")), place) == today:
        code = f"{code}_today"
    sentence = REASONS.get(code) or REASONS.get(code.split("_", 1)[0])
    if sentence is None:
        return code.upper()
    said = {name: _value(words, name, value, place, today) for name, value in values.items()}
    if isinstance(sentence, str):
        return words.text(sentence, **said)
    one, many = sentence
    count = said.pop("n", 0)
    return words.plural(one, many, count if isinstance(count, int) else 0, **said)


def _day(value: object, zone: ZoneInfo) -> date | None:
    if isinstance(value, datetime):
        return value.astimezone(zone).date()
    return value if isinstance(value, date) else None


def _value(words: Words, name: str, value: object, zone: ZoneInfo, today: date | None) -> object:
    if isinstance(value, datetime):
        return words.moment(value if value.tzinfo else value.replace(tzinfo=UTC), zone, today)
    if name == "channel":
        return channel_name(words, str(value))
    if name == "month" and isinstance(value, date):
        return words.month(value)
    if name == "missing" and isinstance(value, list | tuple):
        return [words.text(_STILL_NEEDED.get(str(each), str(each))) for each in value]
    return value


def due_words(
    words: Words,
    severity: str,
    due: datetime,
    now: datetime,
    zone: ZoneInfo,
    *,
    late_minutes: int | None = None,
    late_days: int | None = None,
) -> str:
    """By when: "late 1 h 22 min", "late 7 working days", "now", "today by 12:05", "by Tue 24 Nov".

    `late_minutes` are working minutes of the owner, `late_days` working days; days are said when both are given.
    """
    if severity == "late":
        return _late_words(words, late_minutes, late_days)
    local = due.astimezone(zone)
    if local.date() == now.astimezone(zone).date():
        return words.text("today by {at:time}", at=words.moment(due, zone))
    return words.text("by {due:short}", due=local.date())


def _late_words(words: Words, minutes: int | None, days: int | None) -> str:
    if days:
        return words.plural("late {n} working day", "late {n} working days", days)
    if minutes:
        return words.text("late {duration}", duration=words.duration(minutes))
    return words.text("now")
