"""Counts the requests of those who were not the contact, and the time spent on them (D7)."""

from __future__ import annotations

from app.facts.voices import VoiceCount
from app.rules.view import ClientView
from app.storage.database import Connection
from app.storage.shelf.entries import entries_of_kinds


def voices(connection: Connection, view: ClientView) -> tuple[VoiceCount, ...]:
    """One count per person, most requests first; retracted requests do not count."""
    found: dict[int, VoiceCount] = {}
    for entry in entries_of_kinds(connection, view.client.number, ("edit.requested",)):
        person = entry.body.get("person")
        if entry.retracted_by is not None or not isinstance(person, int) or not view.is_voice(person, entry.happened):
            continue
        before = found.get(person)
        day = view.day_of(entry.happened)
        found[person] = VoiceCount(
            person=person,
            requests=(before.requests if before else 0) + 1,
            minutes=(before.minutes if before else 0) + int(entry.body.get("spent", 0)),
            since=min(day, before.since) if before else day,
        )
    return tuple(sorted(found.values(), key=_most))


def _most(count: VoiceCount) -> tuple[int, int]:
    return -count.requests, count.person
