"""What the owner does in a year: reacts, works through the morning list, keeps a routine. Only real verbs are used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from app.clock import FixedClock
from app.facts.flags import Flag, Severity
from app.journal.journal import Journal
from tests.years.habits import Habits

MADRID = ZoneInfo("Europe/Madrid")
AT_ONCE = frozenset(("F2", "F3", "F6", "F7", "F8", "F11", "F12"))
"""What a message, a call or a delivery brings: dealt with when it comes, not in the morning."""
FORGIVEN = frozenset(("f12_confirmation", "f14_acceptance"))
"""Reasons that ask the owner for nothing that is urgent; he lets them stand."""


Reason = tuple[str, datetime]


def reason(flag: Flag) -> Reason:
    """A reason as an owner knows it: what returns because something new happened is another one."""
    return flag.key, flag.since


class MySide:
    """The owner of one journal."""

    def __init__(self, journal: Journal, clock: FixedClock, habits: Habits, random: Random) -> None:
        self.journal, self.clock, self.habits, self.random = journal, clock, habits, random
        self.done: set[Reason] = set()
        """Reasons that were acted upon: the key, and the event it speaks of."""
        self._left: set[tuple[str, date]] = set()

    def react(self, flags: Iterable[Flag]) -> None:
        """What has just come in, as far as it is dealt with at once."""
        self._handle([flag for flag in flags if flag.rule in AT_ONCE], self.habits.at_once)

    def morning(self, listed: Sequence[Flag]) -> None:
        """The list of the morning."""
        self._handle(listed, self.habits.mornings)

    def routine(self, day: date, step: time) -> None:
        """What is done whether a list says so or not: promises are delivered, and good habits kept."""
        if step == time(14, 0):
            self._deliver()
        if not self.habits.routine:
            return
        if step == time(11, 0) and day.weekday() in (1, 3):
            for client in self.journal.clients.all():
                self.journal.talk.sent(client.number, "Esto es lo que está hecho, y esto lo que sigue.")
        if step == time(16, 30):
            wanted = {"F13"} | ({"F19"} if day.weekday() == 4 else set())
            self._handle([flag for flag in self.journal.desk.flags() if flag.rule in wanted], 100)

    def _handle(self, flags: Iterable[Flag], chance: int) -> None:
        by_client: dict[int, list[Flag]] = {}
        for flag in flags:
            if self._sees_to(flag, chance):
                by_client.setdefault(flag.client, []).append(flag)
        for client, found in by_client.items():
            self._act(client, found)

    def _sees_to(self, flag: Flag, chance: int) -> bool:
        """Whether the owner gets to it today; asked once a day of each reason."""
        today = (flag.key, self.clock().date())
        if flag.snoozed_until or flag.dismissed or not flag.says or flag.reason.code in FORGIVEN or today in self._left:
            return False
        self._left.add(today)
        return self.random.randrange(100) < chance

    def _act(self, client: int, flags: Sequence[Flag]) -> None:
        """One message says all that a message can say; the rest is done by its own verb."""
        told = [flag for flag in flags if flag.cleared_by_message and flag.rule not in _VERBS]
        if told:
            self.journal.desk.mark_as_sent(client, "Aquí va todo.", channel="telegram", clears=told)
            self.done.update(map(reason, told))
        for flag in flags:
            if flag.rule in _VERBS and _VERBS[flag.rule](self, flag):
                self.done.add(reason(flag))

    def _deliver(self) -> None:
        """What is promised for today goes out, most of the time; so do stages."""
        for flag in self.journal.desk.flags():
            due = flag.rule in ("F4", "F18") and flag.severity is Severity.TODAY
            if due and self.random.randrange(100) < self.habits.at_once and self._hand_over(flag):
                self.done.add(reason(flag))

    def _if_late(self, flag: Flag) -> bool:
        """Soon or today: it goes out in the afternoon. Late: now, with a word."""
        return flag.severity is Severity.LATE and self._hand_over(flag)

    def _hand_over(self, flag: Flag) -> bool:
        """Handed over, and mostly said so."""
        kind = "edit.delivered" if flag.rule == "F4" else "stage.delivered"
        told = {"channel": "telegram"} if self.random.randrange(100) < self.habits.mornings else {}
        self.journal.record(kind, flag.client, {"item": flag.item} | told)
        return True

    def _voice(self, flag: Flag) -> bool:
        self.journal.desk.mark_as_sent(flag.client, "¿Lo confirma?", channel="telegram", clears=[flag])
        if flag.item:
            self.journal.edits.step(flag.item, "edit.confirmed", channel="telegram")
        return True

    def _plan_call(self, flag: Flag, purpose: str = "regular") -> bool:
        self.journal.calls.plan(
            flag.client,
            local=f"{(self.clock() + timedelta(days=1)).astimezone(MADRID):%Y-%m-%dT}10:00",
            zone="Europe/Madrid",
            minutes=30,
            channel="video",
            topics=["Plan"],
            purpose=purpose,
        )
        return True

    def _hold(self, flag: Flag) -> bool:
        """Held, or missed by the client now and then; then the rhythm asks for another one."""
        if self.random.randrange(100) < 8:
            self.journal.calls.miss(flag.client, "client", call=flag.item, reason="no contesta")
            self.forget_plans(flag.client)
        else:
            topics = [{"title": "Plan", "agreed": True, "outcomes": [{"what": "Textos de la portada", "who": 0}]}]
            self.journal.calls.hold(flag.client, call=flag.item, channel="video", topics=topics, minutes=25)
        return True

    def forget_plans(self, client: int) -> None:
        """A call that was planned did not come about: planning it settled nothing."""
        self.done = {each for each in self.done if not each[0].startswith((f"F13:{client}:", f"F25:{client}:"))}

    def _close_the_term(self, flag: Flag) -> bool:
        """The contract comes to its end: the call, the plan, the feedback."""
        if flag.reason.code == "f25_call":
            return self._plan_call(flag, "final")
        if flag.reason.code == "f25_plan":
            body = {"sort": "plan", "period": "2027-01", "how": "sent", "channel": "telegram"}
            self.journal.record("report.sent", flag.client, body)
        else:
            scores = {"work": "5", "talk": "4"}
            self.journal.record("feedback.given", flag.client, {"scores": scores, "channel": "telegram"})
        return True

    def _settle(self, flag: Flag) -> bool:
        body = {"item": flag.item, "outcome": "Un precio por fases", "channel": "telegram"}
        self.journal.record("objection.resolved", flag.client, body)
        return True

    def _begin(self, flag: Flag) -> bool:
        """Paid: the month's stage begins."""
        stages = [each for each in self.journal.desk.snapshot(flag.client).stages if each.started is None]
        for stage in stages[:1]:
            self.journal.record("stage.started", flag.client, {"item": stage.number, "channel": "telegram"})
        return bool(stages)


_VERBS: dict[str, Callable[[MySide, Flag], bool]] = {
    "F4": MySide._if_late,
    "F7": MySide._voice,
    "F11": MySide._hold,
    "F13": MySide._plan_call,
    "F18": MySide._if_late,
    "F25": MySide._close_the_term,
    "F26": MySide._settle,
    "F27": MySide._begin,
}
