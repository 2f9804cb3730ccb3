"""Rows of a call: topics with outcomes, minutes on and off topic, whether it is proved (D14)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QRectF

from app.facts.timeline import CallStanding, Line
from app.facts.wall_time import local_date
from app.papers.call_remarks import remark_sentence
from app.words import Words
from ui.pages.client.pieces import ChipPiece, Ink, Said, Shares
from ui.pages.client.row_words import Reader, channel_of, is_struck, marks
from ui.pages.client.setting import CAPTION, STRONG, Mark, Setting, wide
from ui.pages.client.talk_row import OLD
from ui.theme import theme
from ui.widgets.chip import chip_height, chip_width
from ui.widgets.share_bar import SharePart

BY = Ink("small", 500, "text2")


def set_call(page: Setting, line: Line, reader: Reader) -> tuple[str, str]:
    """The card of a held call."""
    words, body = reader.words, line.entry.body
    chips = marks(words, line)
    if chips:
        page.head("", "", chips)
        page.down(4)
    at = page.open_card(14, 8)
    _head(page, line, words)
    if is_struck(line):
        page.text(words.text("Retracted: {reason}", reason=line.reason), CAPTION)
    for number, topic in enumerate(body.get("topics", ()), start=1):
        page.down(4)
        _topic(page, number, topic, line, words)
    for remark in line.call.remarks if line.call else ():
        if remark != "ad_hoc":
            page.down(4)
            page.text(remark_sentence(words, remark, str(body.get("channel", ""))), CAPTION)
    _minutes(page, line, reader)
    page.close_card(at, left=14, bottom=8)
    return ("video" if body.get("channel") == "video" else "phone"), "accent"


def _head(page: Setting, line: Line, words: Words) -> None:
    body = line.entry.body
    who = line.person.name if line.person else ""
    title = words.text("Call with {person}", person=who) if who else words.text_in("noun", "Call")
    ad_hoc = line.call is not None and "ad_hoc" in line.call.remarks
    parts = [
        words.duration(body["minutes"]) if body.get("minutes") else "",
        channel_of(words, line),
        words.text("ad hoc") if ad_hoc else words.text("planned"),
    ]
    text, kind, icon = proof(words, line.call)
    length = float(chip_width(text, True))
    right, top = page.right, page.y
    tight = page.right - page.left < length + theme().px(200)
    if not tight:
        page.right -= length + theme().px(10)
    page.head(title, ", ".join(filter(None, parts)), struck=is_struck(line))
    page.right = right
    place = QRectF(page.left if tight else right - length, page.y if tight else top, length, chip_height(True))
    page.put(ChipPiece(place, text, kind, icon))
    page.say(text)
    page.y = max(page.y, place.bottom())


def proof(words: Words, standing: CallStanding | None) -> Mark:
    """Proved when its summary was told; else what to do."""
    if standing and standing.told:
        return words.text("Proved"), "accent", "circle-check"
    return words.text("Not proved: send the summary"), "today", "circle-dashed"


def _topic(page: Setting, number: int, topic: Mapping[str, Any], line: Line, words: Words) -> None:
    top, pitch = page.y, theme().px(20)
    page.put(Said(QRectF(page.left, top, theme().px(14), pitch), str(number), Ink("small", 400, "text2")))
    page.left += theme().px(14)
    page.text(str(topic.get("title", "")), OLD if is_struck(line) else STRONG)
    page.left -= theme().px(14)
    if not topic.get("agreed"):
        page.left += theme().px(14)
        page.text(words.text("not agreed beforehand"), CAPTION)
        page.left -= theme().px(14)
    outcomes = topic.get("outcomes", ())
    if not outcomes:
        page.ends(words.text("No outcome yet"), Ink("small", 400, "today"), "", BY, indent=22, icon="corner-down-right")
    for outcome in outcomes:
        _outcome(page, outcome, line, words)


def _outcome(page: Setting, outcome: Mapping[str, Any], line: Line, words: Words) -> None:
    what = str(outcome.get("what") or words.text("Nothing decided"))
    who = ""
    if "who" in outcome:
        who = line.named(outcome["who"]) if outcome["who"] else words.text("me")
    by = words.by_date(date.fromisoformat(outcome["by"]), short=True) if "by" in outcome else ""
    page.ends(what, Ink("small"), "   ".join(filter(None, (who, by))), BY, indent=22, icon="corner-down-right")


def _minutes(page: Setting, line: Line, reader: Reader) -> None:
    words, body = reader.words, line.entry.body
    on, off = int(body.get("on_topic_minutes", 0)), int(body.get("off_topic_minutes", 0))
    said = words.text("{on} min on topic, {off} off", on=on, off=off) if on or off else ""
    summary = _summary(words, line, reader)
    if not said and not summary:
        return
    page.down(6)
    indent = 0.0
    if said:
        high = theme().px(8)
        bar = QRectF(page.left, page.y + theme().px(6), theme().px(96), high)
        page.put(Shares(bar, (SharePart(on), SharePart(off, "border2"))))
        indent = 104
    fits = page.right - page.left - theme().px(indent) > wide(said, CAPTION) + wide(summary, CAPTION) + theme().px(16)
    page.ends(said, CAPTION, summary if fits else "", CAPTION, indent=indent)
    if summary and not fits:
        page.text(summary, CAPTION)


def _summary(words: Words, line: Line, reader: Reader) -> str:
    standing = line.call
    if standing is None or standing.told is None:
        return ""
    told, agreed = words.moment(standing.told, reader.zone), standing.confirmed
    day = local_date(line.zone, line.entry.happened)
    same = local_date(line.zone, standing.told) == day
    if agreed is None:
        return (words.text("Summary sent {at:time}", at=told) if same
                else words.text("Summary sent {at:day-short}", at=told))  # fmt: skip
    confirmed = words.moment(agreed, reader.zone)
    if same and local_date(line.zone, agreed) == day:
        return words.text("Summary sent {at:time}, confirmed {confirmed:time}", at=told, confirmed=confirmed)
    return words.text("Summary sent {at:day-short}, confirmed {confirmed:day-short}", at=told, confirmed=confirmed)
