"""The words of the side column: whose move, since when, by when, and the agreed terms in short."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from app.facts.client_page import ClientPage, OpenItem
from app.facts.flags import Severity
from app.facts.terms import CallTerms
from app.facts.today import SideClock, SideStands
from app.facts.visible import visible
from app.papers.reasons import due_words, reason_sentence
from app.words import N_, Words
from ui.pages.client.row_words import Reader
from ui.widgets.item import Item

ICONS: Final = {"edit": "pencil-line", "request": "file-text", "acceptance": "square-check-big", "call": "phone",
                "message": "message-circle", "risk": "triangle-alert", "stage": "milestone", "objection": "scale",
                "understanding": "quote", "goal": "target", "payment": "banknote", "term": "hourglass"}  # fmt: skip

_EDIT_STATES: Final = {
    "no_date": N_("Asked for, no date told yet"),
    "resumed": N_("What it waited for came, a new date is to be told"),
    "provisional": N_("Provisional date, the firm one is to be told"),
    "untold": N_("Delivered, not told yet"),
    "returned": N_("Returned, a new date is to be told"),
}

_PLAN_STATES: Final = {
    "planned": N_("The next stage, not begun yet"),
    "in_work": N_("A stage in work"),
    "resumed": N_("What it waited for came, a new day is to be told"),
    "untold": N_("A stage delivered, not told yet"),
    "not_told": N_("A risk they do not know of yet"),
    "told": N_("A risk, told"),
    "not_settled": N_("A word that is not agreed on yet"),
    "paused": N_("An objection, in its pause"),
    "answered": N_("An objection, they have the word"),
    "open": N_("An objection to resolve"),
}
"""How the things of the plan stand, in few words."""

_TERM_PARTS: Final = {
    "f25_call": N_("The final call"),
    "f25_plan": N_("The plan of what follows"),
    "f25_feedback": N_("Their feedback"),
}


def item_of(reader: Reader, each: OpenItem, now: datetime) -> Item:
    """A row of My move or Their move."""
    words = reader.words
    title = each.title or _short_title(reader, each) or _reason(reader, each, now)
    if each.noun == "acceptance":
        title = words.text("Acceptance of «{title}»", title=each.title)
    icon = "user-x" if each.asked_by else ICONS.get(each.noun, "circle")
    return Item(
        key=str(each.item) if each.item or each.flag is None else each.flag.key,
        icon=icon,
        title=visible(title),
        due=_due(reader, each, now),
        state=visible(_state(reader, each)),
        severity=_severity(each),
    )


def _reason(reader: Reader, each: OpenItem, now: datetime) -> str:
    assert each.flag is not None
    return reason_sentence(reader.words, each.flag.reason.code, each.flag.reason.values, reader.zone, now)


def _short_title(reader: Reader, each: OpenItem) -> str:
    """What a reason of the plan is about; the rest stands in the line below."""
    words, values = reader.words, each.flag.reason.values if each.flag else {}
    if each.noun == "term" and each.state in _TERM_PARTS:
        return words.text(_TERM_PARTS[each.state])
    if each.noun == "payment":
        return words.text("Paid {since:on-short}", since=values.get("since", ""))
    return str(values.get("metric", "")) if each.noun == "goal" else ""


def _reason_state(reader: Reader, each: OpenItem) -> str:
    words, values = reader.words, each.flag.reason.values if each.flag else {}
    if each.noun == "term":
        return words.text("The contract ends {end:on-short}", end=values.get("end", ""))
    if each.noun == "payment":
        return words.text("No stage was begun since")
    return words.text("At {value}, {off} off the line", value=values.get("value", ""), off=values.get("off", ""))


def _severity(each: OpenItem) -> str:
    if each.flag is None or each.flag.severity is Severity.LATER:
        late = each.theirs is not None and each.theirs.stands is SideStands.OVER
        return "late" if late else "none"
    return each.flag.severity.value


def _due(reader: Reader, each: OpenItem, now: datetime) -> str:
    words = reader.words
    if each.closing is None:
        return ""
    local = each.closing.astimezone(reader.zone)
    if each.closing <= now:
        return words.date(each.due, short=True) if each.due else words.text_in("due", "late")
    if local.date() == now.astimezone(reader.zone).date():
        return due_words(words, "today", each.closing, now, reader.zone)
    return words.date(each.due or local.date(), short=True)


def _state(reader: Reader, each: OpenItem) -> str:
    words = reader.words
    if each.asked_by:
        return words.text("Asked by {person}, to be confirmed", person=each.asked_by)
    if each.noun == "edit" and each.state == "promised":
        return words.plural("Firm promise, {n} full day counted", "Firm promise, {n} full days counted", each.days)
    if each.noun in ("goal", "payment", "term"):
        return _reason_state(reader, each)
    if each.noun in ("stage", "risk", "understanding", "objection"):
        return words.text(_PLAN_STATES.get(each.state, ""))
    if each.state in _EDIT_STATES:
        return words.text(_EDIT_STATES[each.state])
    if each.state == "on_call" and each.theirs and each.theirs.stands is not SideStands.OVER:
        return words.text("Promised on the call")
    return _both_clocks(words, each.theirs, each.mine) if each.theirs else ""


def _both_clocks(words: Words, theirs: SideClock, mine: SideClock | None) -> str:
    """Theirs, and mine where it rests until they answer (D11)."""
    said = their_clock_words(words, theirs)
    if mine is None or mine.stands is not SideStands.STOPPED:
        return said
    return words.text("{theirs}. My clock rests, {day} of {days}", theirs=said, day=mine.day, days=mine.days)


def their_clock_words(words: Words, clock: SideClock) -> str:
    """ "Day 2 of 3 on their clock", "Over since 7 working days"."""
    if clock.stands is SideStands.OVER:
        return words.plural("{n} working day over", "{n} working days over", clock.day)
    if clock.stands is SideStands.NOT_ASKED:
        return words.text("Not asked yet, their clock has not started")
    if clock.stands is SideStands.LAST_DAY:
        return words.text("The last day on their clock")
    return words.text("Day {day} of {days} on their clock", day=clock.day, days=clock.days)


def agreed_lines(reader: Reader, page: ClientPage) -> list[tuple[str, str]]:
    """The terms that are looked up most, in few words."""
    words, terms = reader.words, page.agreement.terms
    edits, first = terms.edits, terms.write_first
    rule = words.text("after full days") if edits.rule == "after_full_days" else words.text("the last day is due")
    found = [
        (words.text("Edits"), words.text("{days}, {rule}", days=words.working_days(edits.normal), rule=rule)),
        (words.text("Their answer"), _their_answer(words, terms.client_answer.days)),
    ]
    if isinstance(terms.calls, CallTerms):
        found.append((words.text("Calls"), _calls(reader, terms.calls, page)))
    if page.sheet_day is not None:
        today = page.now.astimezone(reader.zone).date()
        when = words.text("today") if page.sheet_day == today else words.date(page.sheet_day, short=True)
        found.append((words.text_in("paper", "Sheet"), when))
    found.append((words.text("Write first"),
                  words.text("{count} a week, {done} done", count=first.per_week, done=page.firsts)))  # fmt: skip
    return found


def _their_answer(words: Words, days: int) -> str:
    if days == 0:
        return words.text("the same day")
    return words.text("next working day") if days == 1 else words.working_days(days)


def _calls(reader: Reader, calls: CallTerms, page: ClientPage) -> str:
    words = reader.words
    every = words.plural("every {n} day", "every {n} days", calls.every_days)
    call = page.next_call
    if call is None:
        return every
    at = call.planned_at
    day = at.astimezone(reader.zone).date() if at else call.planned_day
    return words.text("{every}, next {day:short}", every=every, day=day)
