"""Writes a call note: call.held with its outcomes, the items decided, and the draft of the summary (D14)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from app.facts.people import Client, Person
from app.papers.draft_files import own_folder
from app.papers.drafts import render
from app.papers.final_call import FinalTopic, final_topic
from app.words import Words, words_for
from ui.kept_call import KeptCall, KeptOutcome, KeptTopic

if TYPE_CHECKING:
    from app.journal.journal import Journal
    from ui.workbench import Workbench


def holding(journal: Journal, note: KeptCall, now: datetime) -> Callable[[], tuple[int, ...]]:
    """The verb that records the call; a topic without an outcome stays open (F11)."""
    minutes = max(1, round(note.elapsed(now) / 60)) if note.started else 0

    def verb() -> tuple[int, ...]:
        return journal.calls.hold(
            note.client,
            channel=note.channel,
            topics=[_topic(each) for each in note.topics if each.title],
            at=note.started,
            call=note.call or None,
            minutes=minutes,
            off_topic_minutes=min(note.off_topic, minutes),
            participants=list(note.participants),
            purpose=note.purpose,
        )

    return verb


def _topic(topic: KeptTopic) -> dict[str, Any]:
    body: dict[str, Any] = {"title": topic.title}
    if topic.agreed:
        body["agreed"] = True
    if topic.outcomes:
        kept = final_topic(topic.title) in (FinalTopic.RESULTS, FinalTopic.FEEDBACK)
        body["outcomes"] = [_outcome(replace(each, makes=each.makes and not kept)) for each in topic.outcomes]
    return body


def _outcome(outcome: KeptOutcome) -> dict[str, Any]:
    if outcome.nothing:
        return {"nothing_decided": True}
    body: dict[str, Any] = {"what": outcome.what, "who": outcome.who, "becomes": becomes(outcome)}
    if outcome.by is not None:
        body["by"] = outcome.by.isoformat()
    return body


def becomes(outcome: KeptOutcome) -> str:
    """An edit for mine, a request for theirs, unless the owner said that it makes neither."""
    if not outcome.makes:
        return "nothing"
    return "request" if outcome.who else "edit"


def saved_words(words: Words, note: KeptCall, number: int) -> str:
    """The notice after saving: which entry it is, and what is still open."""
    count = sum(not topic.outcomes for topic in note.topics if topic.title)
    if not count:
        return words.text("Saved as entry {number}.", number=number)
    return words.plural(
        "Saved as entry {number}. {n} topic has no outcome yet.",
        "Saved as entry {number}. {n} topics have no outcome yet.",
        count,
        number=number,
    )


def summary_draft(
    client: Client, workbench: Workbench, contact: Person | None, people: Sequence[Person], note: KeptCall
) -> str:
    """The message "As agreed on the call…" in the client's language and style."""
    words = words_for(client.language or "en", this_year=note.started.year if note.started else None)
    owner, own = workbench.owner.name, own_folder(workbench.journal.path)
    names = {each.number: each.short for each in people} | {0: owner}
    lines = [_line(words, outcome, names) for topic in note.topics for outcome in topic.outcomes if not outcome.nothing]
    values = {
        "called": contact.short if contact else "",
        "owner": owner,
        "client": client.name,
        "outcomes": lines or [words.text("nothing decided")],
        "topics": [topic.title for topic in note.topics if topic.title],
    }
    style = client.style or "plain"
    return render("summary", style, words.language, values, own, this_year=words.this_year).text


def _line(words: Words, outcome: KeptOutcome, names: dict[int, str]) -> str:
    who = names.get(outcome.who, "")
    if outcome.by is not None and who:
        return words.text("{what}: {who}, {day:by}", what=outcome.what, who=who, day=outcome.by)
    return f"{outcome.what}: {who}" if who else outcome.what
