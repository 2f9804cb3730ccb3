"""F2 unanswered, F7 voices, F8 off-channel: what was said to me and waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.facts.flags import Value
from app.facts.snapshot import Side
from app.facts.work import Edit
from app.rules.edits import read_edit
from app.rules.flags.raising import Finding
from app.rules.view import ClientView

LONGEST_QUOTE = 120


def unanswered(view: ClientView) -> Iterator[Finding]:
    """F2: messages wait for an answer; the clock runs from the oldest (C4)."""
    oldest = view.talk.oldest_waiting
    if oldest is None:
        return
    values: dict[str, Value] = {"since": oldest.at, "n": len(view.talk.waiting)}
    if oldest.text:
        values["quote"] = quote(oldest.text)
    yield Finding(
        rule="F2",
        subject=oldest.entry,
        code="f2" if oldest.text else "f2_no_text",
        since=oldest.at,
        due=view.answer_due(oldest.at, duty=True),
        values=values,
        about=tuple(each.entry for each in view.talk.waiting),
        waits=True,
    )


def voices(view: ClientView) -> Iterator[Finding]:
    """F7: somebody else than the contact asked for an edit, or wrote and nobody answered (D7)."""
    for edit in view.snapshot.edits:
        if read_edit(view, edit).unconfirmed and not view.before_us(edit.begun):
            yield _asked_by_voice(view, edit)
    for person, line in view.talk.voices.items():
        if not view.before_us(line.at):
            yield Finding(
                rule="F7",
                subject=line.entry,
                code="f7_message",
                since=line.at,
                due=view.answer_due(line.at, duty=True),
                values={"person": view.name_of(person), "at": line.at, "quote": quote(line.text)},
                about=(line.entry,),
                draft="f7_message",
                waits=True,
            )


def _asked_by_voice(view: ClientView, edit: Edit) -> Finding:
    off = is_off_channel(view, edit.channel, edit.begun)
    values: dict[str, Value] = {
        "person": view.name_of(edit.person),
        "title": edit.title,
        "contact": view.name_of(view.speaker),
    }
    if off:
        values["channel"] = edit.channel
    return Finding(
        rule="F7",
        subject=edit.number,
        code="f7_off_channel" if off else "f7",
        since=edit.begun,
        due=view.answer_due(edit.begun, duty=True),
        values=values,
        item=edit.number,
        about=(edit.number,),
        waits=True,
    )


def off_channel(view: ClientView) -> Iterator[Finding]:
    """F8: one for each channel that was never agreed and in which something came since the last agreed contact."""
    if not view.agreement.entry:
        return
    agreed = {each.channel for each in view.terms.agreed_channels}
    found = [each for each in _received(view) if each[0] not in agreed]
    if not found:
        return
    after = _last_agreed_contact(view)
    oldest: dict[str, tuple[datetime, int, str]] = {}
    for channel, at, entry, text in sorted(found, key=_moment):
        if (after is None or at > after) and is_off_channel(view, channel, at) and not view.before_us(at):
            oldest.setdefault(channel, (at, entry, text))
    for channel, (at, entry, text) in oldest.items():
        values: dict[str, Value] = {"channel": channel, "at": at}
        if text:
            values["quote"] = quote(text)
        yield Finding(
            rule="F8",
            subject=entry,
            code="f8" if text else "f8_no_text",
            since=at,
            due=view.answer_due(at, duty=False),
            values=values,
            about=(entry,),
            waits=True,
        )


def is_off_channel(view: ClientView, channel: str, at: datetime) -> bool:
    """Whether a channel was not agreed at that instant and is not agreed now; before any agreement all are (F8)."""
    then = view.agreement_at(at)
    if not channel or not then.entry:
        return False
    agreed = then.terms.agreed_channels + view.terms.agreed_channels
    return bool(agreed) and all(each.channel != channel for each in agreed)


def quote(text: str) -> str:
    """The client's own words on one line, cut at a word if they are long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    return line[: LONGEST_QUOTE + 1].rsplit(" ", 1)[0][:LONGEST_QUOTE].rstrip(",.;: ") + "…"


Received = tuple[str, datetime, int, str]


def _received(view: ClientView) -> Iterator[Received]:
    for line in view.snapshot.talk:
        if line.side is Side.THEIRS and not line.no_answer_needed and line.at <= view.now:
            yield line.channel, line.at, line.entry, line.text
    for edit in view.snapshot.edits:
        if edit.channel and edit.message is None:
            yield edit.channel, edit.begun, edit.number, edit.text


def _moment(received: Received) -> tuple[datetime, int]:
    return received[1], received[2]


def _last_agreed_contact(view: ClientView) -> datetime | None:
    agreed = {each.channel for each in view.terms.agreed_channels}
    found = [each.at for each in view.talk.contacts if each.channel in agreed]
    if view.snapshot.last_agreed_contact:
        found.append(view.snapshot.last_agreed_contact)
    return max(found, default=None)
