"""Who must be written to first: `flags(snapshots, now)`, pure, one small function per rule (3.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache

from app.facts.flags import Flag, Severity
from app.facts.people import ClientState
from app.facts.snapshot import Snapshot
from app.rules.flags.answers import off_channel, unanswered, voices
from app.rules.flags.aside import NEVER_DISMISSED, newest, put_aside
from app.rules.flags.beginnings import no_agreement, no_contact_person, opening
from app.rules.flags.calls_due import ahead, cadence, not_agreed, still_open, unproved
from app.rules.flags.edit_dates import no_date, promised, provisional, untold
from app.rules.flags.figures import off_target
from app.rules.flags.raising import Finding, raise_flag
from app.rules.flags.requests_due import client_owes
from app.rules.flags.rhythm import golden_rule, reports, silence
from app.rules.flags.risks_due import risks
from app.rules.flags.stages_due import stages
from app.rules.flags.term_ends import term_ends
from app.rules.flags.term_over import deemed_accepted, right_to_stop
from app.rules.flags.turns import absence, objections, unbegun
from app.rules.view import ClientView

__all__ = ["NEVER_DISMISSED", "RULES", "Rule", "flags", "flags_of", "flags_seen"]

Rule = Callable[[ClientView], Iterator[Finding]]

RULES: dict[str, Rule] = {
    "F1": opening,
    "F2": unanswered,
    "F3": no_date,
    "F4": promised,
    "F5": provisional,
    "F6": untold,
    "F7": voices,
    "F8": off_channel,
    "F9": not_agreed,
    "F10": ahead,
    "F11": still_open,
    "F12": unproved,
    "F13": cadence,
    "F14": client_owes,
    "F15": right_to_stop,
    "F16": deemed_accepted,
    "F17": risks,
    "F18": stages,
    "F19": reports,
    "F20": off_target,
    "F21": silence,
    "F22": golden_rule,
    "F23": no_contact_person,
    "F24": no_agreement,
    "F25": term_ends,
    "F26": objections,
    "F27": unbegun,
    "F28": absence,
}

_BY_STATE: dict[ClientState, frozenset[str]] = {
    ClientState.LEAD: frozenset(("F1", "F2", "F8", "F9", "F10", "F11", "F12")),
    ClientState.ACTIVE: frozenset(RULES),
    ClientState.PAUSED: frozenset(("F2", "F11", "F12", "F15", "F16", "F27")),
    ClientState.CLOSED: frozenset(),
}
"""Which rules speak in which state of the client (C5)."""

_REST_WHILE_STOPPED = frozenset(("F4", "F5", "F13", "F18", "F21", "F22"))
_SPEAK_IN_A_QUARREL = frozenset(("F2", "F4", "F17"))
_ORDER = list(Severity)


def flags(snapshots: Iterable[Snapshot], now: datetime) -> tuple[Flag, ...]:
    """All flags at `now` (UTC), late first, then by due. Those put aside are among them, and marked."""
    return flags_seen(ClientView(each, now) for each in snapshots)


def flags_seen(views: Iterable[ClientView]) -> tuple[Flag, ...]:
    """The same for clients that somebody looks at already: what was worked out for a view serves both."""
    return tuple(sorted((flag for view in views for flag in flags_of(view)), key=urgency))


def flags_of(view: ClientView) -> Iterator[Flag]:
    """The flags of one client, in the order of the rules."""
    aside = newest(view.snapshot.snoozes)
    for rule in _speaking(view.client.state, view.snapshot.stopped is not None):
        for finding in rule(view):
            flag = raise_flag(view, finding)
            if flag is not None and not _held_back(view, flag):
                yield put_aside(view, flag, aside) if aside else flag


def urgency(flag: Flag) -> tuple[int, datetime, int, str]:
    """The order of the list: severity, due, and then always the same."""
    return _ORDER.index(flag.severity), flag.due, flag.client, flag.key


@cache
def _speaking(state: ClientState, stopped: bool) -> tuple[Rule, ...]:
    """The rules that speak in a state of the client, fewer while work is stopped."""
    resting = _REST_WHILE_STOPPED if stopped else frozenset[str]()
    return tuple(rule for name, rule in RULES.items() if name in _BY_STATE[state] - resting)


def _held_back(view: ClientView, flag: Flag) -> bool:
    """C5: a pause in a quarrel holds back all but answers, late promises and risks."""
    until = view.paused_until
    if until is None or until <= view.now:
        return False
    if flag.rule == "F4":
        return flag.severity is not Severity.LATE
    return flag.rule not in _SPEAK_IN_A_QUARREL
