"""A version of an agreement as if it were made now: the same view with it and without it, side by side (D8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from app.facts.agreement_effect import Effect, Judged, Kept
from app.facts.flags import Flag, Severity
from app.facts.snapshot import Side, Snapshot, Talk
from app.facts.terms import Agreement, Terms
from app.facts.wall_time import local_date, start_instant
from app.facts.work import Item
from app.rules.flags import flags_of
from app.rules.view import ClientView
from app.rules.week import quota_of_week

NOT_YET = -1
"""The number of an entry that is not there yet."""
_UNWRITTEN = "F24"
"""Whether the version itself is confirmed says nothing about its terms."""

_NOUNS = ("edits", "requests", "calls", "stages", "risks", "goals", "understandings", "objections")


def effect_of(snapshot: Snapshot, talk: Sequence[Talk], terms: Terms, effective_from: date, now: datetime) -> Effect:
    """`talk` is everything said since the day begins on which the version would count; `now` in UTC."""
    start = start_instant(terms.zone, effective_from)
    new = Agreement(entry=NOT_YET, terms=terms, effective_from=effective_from, since=start)
    old = ClientView(snapshot, now)
    tried = ClientView(_with(snapshot, new), now)
    answers = list(_answers(old, talk, start))
    channels = [line for line in talk if line.channel and start <= line.at <= now]
    return Effect(
        effective_from=effective_from,
        today=local_date(terms.zone, now),
        until=_until(snapshot, effective_from),
        keeps=tuple(_kept(snapshot)),
        answers=Judged(len(answers), _in_time(old, answers), _in_time(tried, answers)),
        messages=Judged(len(channels), _agreed(old, channels), _agreed(tried, channels)),
        quota=_quota(old, tried),
        **_reasons(old, tried),
    )


def _with(snapshot: Snapshot, new: Agreement) -> Snapshot:
    """The new version stands behind all that take effect up to its day, as it will when it is recorded."""
    assert new.effective_from is not None
    earlier = [each for each in snapshot.agreements if not each.effective_from
               or each.effective_from <= new.effective_from]  # fmt: skip
    versions = (*earlier, new, *snapshot.agreements[len(earlier) :])
    return replace(snapshot, agreements=versions, last_agreed_contact=_last_agreed(snapshot, new))


def _last_agreed(snapshot: Snapshot, new: Agreement) -> datetime | None:
    """The last contact in a channel agreed until now stands only where all of those stay agreed; F8 reads the rest."""
    stay = {each.channel for each in new.terms.agreed_channels}
    until_now = {each.channel for each in snapshot.agreements[-1].terms.agreed_channels}
    return snapshot.last_agreed_contact if until_now <= stay else None


def _until(snapshot: Snapshot, effective_from: date) -> date | None:
    later = (each.effective_from for each in snapshot.agreements)
    return min((day for day in later if day and day > effective_from), default=None)


def _kept(snapshot: Snapshot) -> Iterator[Kept]:
    for noun in _NOUNS:
        found: Sequence[Item] = getattr(snapshot, noun)
        still = [each for each in found if each.open]
        if still:
            yield Kept(noun, tuple(each.number for each in still), tuple(each.title for each in still))


def _answers(view: ClientView, talk: Sequence[Talk], start: datetime) -> Iterator[tuple[Talk, Talk]]:
    """C2, C4: the message that had waited longest, and the contact that answered it."""
    waiting: Talk | None = None
    for line in talk:
        if line.at < start or line.at > view.now or line.no_answer_needed or not view.reaches(line.person, line.at):
            continue
        if line.side is Side.THEIRS and line.kind == "message.received":
            waiting = waiting or line
        elif line.side is Side.MINE and waiting is not None:
            yield waiting, line
            waiting = None


def _in_time(view: ClientView, answers: Sequence[tuple[Talk, Talk]]) -> int:
    return sum(answered.at <= view.answer_due(asked.at, duty=True) for asked, answered in answers)


def _agreed(view: ClientView, lines: Sequence[Talk]) -> int:
    """Channels are judged by the terms of their moment; while nothing was agreed all of them count (F8)."""
    return sum(_is_agreed(view.agreement_at(line.at), line.channel) for line in lines)


def _is_agreed(agreement: Agreement, channel: str) -> bool:
    return not agreement.entry or any(each.channel == channel for each in agreement.terms.agreed_channels)


def _quota(old: ClientView, tried: ClientView) -> Judged:
    before, after = quota_of_week(old), quota_of_week(tried)
    return Judged(after.done, before.quota, after.quota)


def _reasons(old: ClientView, tried: ClientView) -> dict[str, Judged]:
    before, after = _flags(old), _flags(tried)
    lates = [sum(flag.severity is Severity.LATE for flag in each) for each in (before, after)]
    return {
        "reasons": Judged(len(after), len(before), len(after)),
        "late": Judged(len(after), lates[0], lates[1]),
    }


def _flags(view: ClientView) -> list[Flag]:
    return [flag for flag in flags_of(view) if flag.rule != _UNWRITTEN and flag.severity is not Severity.LATER]
