"""Where we are: a few lines for a messenger, in the client's language, with a date beside everything (3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from app.facts.visible import visible
from app.facts.week import DecisionRow, WaitingRow
from app.facts.where import WhereFacts, WorkLine
from app.papers.call_blocks import next_call_line
from app.words import Words, words_for


def where_we_are(facts: WhereFacts, words: Words) -> str:
    """Plain text without markup; a part without anything in it is left out."""
    zone = ZoneInfo(facts.zone)
    today = facts.at.astimezone(zone).date()
    words = words_for(words.language, today.year)
    parts = [
        [words.text("Where we are, {day}", day=today)],
        _part(words.text("Done:"), (_done(row.title, words.date(row.on, short=True)) for row in facts.done)),
        _part(words.text("In work:"), (_in_work(line, words) for line in facts.work)),
        _part(words.text("We wait for you:"), _owed(facts.waiting, facts.decisions, words)),
        _next(facts, words, zone),
    ]
    said = "\n\n".join("\n".join(part) for part in parts if part)
    return visible(said) if len(said.splitlines()) > 1 else words.text("Nothing is open between us today.")


def _part(heading: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [heading, *found] if found else []


def _done(title: str, day: str) -> str:
    return f"✓ {title}, {day}"


def _in_work(line: WorkLine, words: Words) -> str:
    if line.waits_for:
        return words.text("→ {title}: waits for {what}", title=line.title, what=line.waits_for)
    if line.on is None:
        return words.text("→ {title}: the date follows", title=line.title)
    if not line.firm:
        return words.text("→ {title}, {day:by}, date not firm yet", title=line.title, day=line.on)
    return words.text("→ {title}, {day:by}", title=line.title, day=line.on)


def _owed(waiting: Iterable[WaitingRow], decisions: Iterable[DecisionRow], words: Words) -> list[str]:
    asked = [(row.what, row.due) for row in waiting]
    asked += [(words.text("decision: {what}", what=row.what), row.by) for row in decisions]
    return [words.text("• {what}, {day:by}", what=what, day=due) if due else f"• {what}" for what, due in asked]


def _next(facts: WhereFacts, words: Words, zone: ZoneInfo) -> list[str]:
    lines = []
    stage = facts.next_stage
    if stage and stage.on:
        lines.append(words.text("Next stage: {title}, {day}.", title=stage.text, day=stage.on))
    elif stage:
        lines.append(words.text("Next stage: {title}.", title=stage.text))
    if facts.next_call:
        lines.append(next_call_line(facts.next_call, words, zone))
    return lines
