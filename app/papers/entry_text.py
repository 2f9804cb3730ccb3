"""An entry's body in words: what stands in a chronology, on paper and in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from app.papers.form_lines import form_lines
from app.papers.names import channel_name
from app.words import Words

Body = Mapping[str, Any]
NameOf = Callable[[int], str]
"""The name of a person by the number of its entry; 0 is the owner."""

LEADING: Final = ("title", "word", "what", "metric", "text", "notice", "name", "paraphrase", "terms_of", "note")
DATES: Final = ("on", "due", "since", "until", "from", "to", "by", "effective_from")


def entry_text(body: Body, words: Words, name_of: NameOf) -> str:
    """The entry's own words first, then lists and dates; nothing of the machinery (salts, numbers of entries)."""
    own = [*form_lines(body, words), *_leading(body)]
    parts = [*own, *_lists(body, words, name_of), *_days(body, words), *_rest(body, words)]
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _leading(body: Body) -> list[str]:
    """A title that only begins the text that follows is left out."""
    found = [value for key in LEADING if isinstance(value := body.get(key), str)]
    return [each for at, each in enumerate(found) if not any(other.startswith(each) for other in found[at + 1 :])]


def _lists(body: Body, words: Words, name_of: NameOf) -> list[str]:
    found = []
    for item in _dicts(body, "items"):
        found.append(f"– {item.get('text', '')}")
    for topic in _dicts(body, "topics"):
        found.append(f"– {topic.get('title', '')}")
        found.extend(f"   {_outcome(outcome, words, name_of)}" for outcome in _dicts(topic, "outcomes"))
    found.extend(str(link) for link in body.get("links", ()))
    sound = body.get("sound")
    if isinstance(sound, Mapping):
        length = words.plural("Voice message, {n} second", "Voice message, {n} seconds", int(sound.get("seconds", 0)))
        summary = sound.get("summary")
        found.append(f"{length}: {summary}" if summary else length)
    return found


def _outcome(outcome: Body, words: Words, name_of: NameOf) -> str:
    if outcome.get("nothing_decided"):
        return words.text("nothing decided")
    who = name_of(int(outcome["who"])) if "who" in outcome else ""
    by = _date(outcome.get("by"), words)
    return ", ".join(part for part in (str(outcome.get("what", "")), who, by) if part)


def _days(body: Body, words: Words) -> list[str]:
    found = []
    for key in DATES:
        said = _date(body.get(key), words)
        if said:
            found.append(_day_line(key, said, body, words))
    wall = body.get("at")
    if isinstance(wall, Mapping) and isinstance(wall.get("local"), str):
        local = datetime.fromisoformat(wall["local"])
        found.append(words.text("Planned for {at}", at=f"{words.date(local.date())}, {local:%H:%M}"))
    return found


def _day_line(key: str, said: str, body: Body, words: Words) -> str:
    if key == "on" and body.get("provisional"):
        return words.text("Provisional date: {day}", day=said)
    if key == "on":
        return words.text("Day: {day}", day=said)
    if key in ("due", "until", "to", "by"):
        return words.text("Until: {day}", day=said)
    return words.text("From: {day}", day=said)


def _date(value: object, words: Words) -> str:
    if not isinstance(value, str):
        return ""
    try:
        return words.date(date.fromisoformat(value))
    except ValueError:
        return ""


def _rest(body: Body, words: Words) -> list[str]:
    found = []
    if isinstance(body.get("value"), str):
        found.append(words.text("Reading: {value}", value=body["value"]))
    for key in ("sum", "amount"):
        money = body.get(key)
        if isinstance(money, Mapping) and {"amount", "currency"} <= money.keys():
            found.append(words.money(str(money["amount"]), str(money["currency"])))
    if isinstance(body.get("reason"), str):
        found.append(words.text("Reason: {reason}", reason=body["reason"]))
    if isinstance(body.get("what_happened"), str):
        found.append(str(body["what_happened"]).replace("_", " "))
    if isinstance(body.get("period"), str):
        found.append(words.text("Period: {period}", period=body["period"]))
    return found


def entry_channel(body: Body, words: Words) -> str:
    """The channel in words; empty when the body names none."""
    channel = body.get("channel")
    return channel_name(words, channel) if isinstance(channel, str) else ""


def _dicts(body: Body, key: str) -> list[Body]:
    value = body.get(key)
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list | tuple) else []
