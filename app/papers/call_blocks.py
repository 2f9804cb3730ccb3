"""A call on paper: its headline, its topics and what came of them; in the week sheet and in the call summary alike."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from app.facts.call_rows import CallRow, NextCall, OutcomeRow, TopicRow
from app.facts.pages import Cell, Column, KeyLine, Leaf, Paragraph, Table, Tone, plain
from app.papers.names import channel_name
from app.words import Words

CALL_COLUMNS: Final = (Column(232), Column(416), Column(85), Column(267))
LIST_COLUMNS: Final = (Column(232), Column(501), Column(267))
BRANDS: Final = frozenset(("telegram", "whatsapp", "vk"))


def channel_in_line(words: Words, kind: str) -> str:
    """The channel's name inside a sentence: only brands keep their capital."""
    name = channel_name(words, kind)
    return name if kind in BRANDS else name[:1].lower() + name[1:]


def call_blocks(call: CallRow, words: Words, zone: ZoneInfo) -> tuple[Leaf, ...]:
    """The call's headline, its topics and what came of them; the call summary is built of the same."""
    key = KeyLine(_headline(call, words, zone), _summary_state(call, words, zone))
    rows = tuple(cells for topic in call.topics for cells in _topic_rows(topic, words))
    return (key, Table(columns=CALL_COLUMNS, rows=rows)) if rows else (key,)


def _headline(call: CallRow, words: Words, zone: ZoneInfo) -> str:
    said = words.moment(call.at, zone)
    channel = channel_in_line(words, call.channel)
    if call.missed_by:
        return Words.capital(words.text("{at}, {channel}, did not take place", at=said, channel=channel))
    length = words.duration(call.minutes)
    return Words.capital(words.text("{at}, {channel}, {length}", at=said, channel=channel, length=length))


def _summary_state(call: CallRow, words: Words, zone: ZoneInfo) -> str:
    sent = words.moment(call.summary_sent, zone) if call.summary_sent else None
    agreed = words.moment(call.confirmed, zone) if call.confirmed else None
    if sent and agreed:
        if _same_day(call, zone):
            return words.text("summary sent at {sent:time}, confirmed at {agreed:time}", sent=sent, agreed=agreed)
        return words.text("summary sent {sent:day-on}, confirmed {agreed:day-on}", sent=sent, agreed=agreed)
    if sent:
        return words.text("summary sent {sent:day-on}", sent=sent)
    return words.text("confirmed {agreed:day-on}", agreed=agreed) if agreed else ""


def _same_day(call: CallRow, zone: ZoneInfo) -> bool:
    days = {at.astimezone(zone).date() for at in (call.at, call.summary_sent, call.confirmed) if at}
    return len(days) == 1


def _topic_rows(topic: TopicRow, words: Words) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for number, outcome in enumerate(topic.outcomes or (OutcomeRow(),)):
        by = words.date(outcome.by, short=True) if outcome.by else ""
        rows.append(
            (
                Cell(plain("" if number else topic.title, Tone.STRONG)),
                Cell(plain(outcome.what or words.text("nothing decided"))),
                Cell(plain(outcome.who, Tone.MUTED)),
                Cell(plain(by, Tone.STRONG)),
            )
        )
    return rows


def next_call_line(call: NextCall, words: Words, zone: ZoneInfo) -> str:
    """One sentence about the next call and its topics."""
    when = words.moment(call.at, zone) if call.at else call.on or ""
    channel = channel_in_line(words, call.channel) if call.channel else words.text("channel to be agreed")
    if not call.topics:
        return words.text("Next call: {when}, {channel}.", when=when, channel=channel)
    topics = ", ".join(call.topics)
    return words.text("Next call: {when}, {channel}. Topics: {topics}.", when=when, channel=channel, topics=topics)


def call_list(calls: tuple[CallRow, ...], words: Words, zone: ZoneInfo) -> tuple[Leaf, ...]:
    """One line for each call of a longer time: when, its topics, how long."""
    rows = tuple(
        (
            Cell(plain(words.date_time(call.at, zone, short=True), Tone.STRONG)),
            Cell(plain(", ".join(topic.title for topic in call.topics))),
            Cell(plain(_length(call, words), Tone.MUTED)),
        )
        for call in calls
    )
    return (Table(columns=LIST_COLUMNS, rows=rows, ruled=True),) if rows else ()


def _length(call: CallRow, words: Words) -> str:
    return words.text("did not take place") if call.missed_by else words.duration(call.minutes)


def off_topic(percent: str, words: Words) -> tuple[Leaf, ...]:
    """The share of the minutes that was off topic; it stands in my edition only (D15)."""
    if not percent:
        return ()
    share = words.percent(percent)
    return (Paragraph(plain(words.text("Off topic on calls: {share} of the minutes.", share=share))),)
