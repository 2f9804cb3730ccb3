"""What counts as a contact, an answer, a first message, and what waits (C1 to C4), read in one pass over the talk."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.facts.snapshot import Side, Snapshot, Talk
from app.facts.work import AnyItem, Call, Edit, Request
from app.rules.contact import is_contact
from app.rules.promise_results import telling

AGAIN = timedelta(minutes=60)
"""A contact so soon after another one does not count again as a first message (C3)."""

_NEWS_KINDS = frozenset(
    (
        "agreement.made",
        "call.held",
        "edit.delivered",
        "report.sent",
        "request.reminded",
        "risk.warned",
        "work.resumed",
        "work.stopped",
    )
)
"""Acts that tell something unasked by themselves: none of them only answers, dates an edit or asks who speaks."""


class TalkRead:
    """The talk of a snapshot, sorted out. Waiting messages and unanswered voices stand oldest first."""

    def __init__(self, items: dict[int, AnyItem], lines: frozenset[int]) -> None:
        self.items = items
        self.lines = lines
        self.contacts: list[Talk] = []
        self.answers: list[tuple[tuple[Talk, ...], Talk]] = []
        """What had waited, oldest first, and the contact that answered it (C2)."""
        self.firsts: list[Talk] = []
        self.waiting: list[Talk] = []
        self.voices: dict[int, Talk] = {}
        self.last_anyhow: Talk | None = None

    @property
    def last(self) -> Talk | None:
        """The last contact."""
        return self.contacts[-1] if self.contacts else None

    @property
    def oldest_waiting(self) -> Talk | None:
        """The message from which the clock runs (C4)."""
        return self.waiting[0] if self.waiting else None


def read_talk(snapshot: Snapshot, now: datetime) -> TalkRead:
    """One pass in order of what happened (D18); what happens after `now` is not looked at."""
    read = TalkRead(_items(snapshot), frozenset(line.entry for line in snapshot.talk))
    third_parties = {each.number for each in snapshot.people if each.third_party}
    for line in snapshot.talk:
        if line.at > now or line.no_answer_needed:
            continue
        reached = line.person not in third_parties and is_contact(
            line.person, line.at, snapshot.contacts, snapshot.client.signer
        )
        if line.side is Side.MINE:
            _mine(read, line, reached)
        elif line.kind == "message.received":
            _theirs(read, line, reached, third_parties)
        read.last_anyhow = line
    return read


def _items(snapshot: Snapshot) -> dict[int, AnyItem]:
    found: dict[int, AnyItem] = {}
    for group in _groups(snapshot):
        found.update({each.number: each for each in group})
    return found


def _groups(snapshot: Snapshot) -> tuple[tuple[AnyItem, ...], ...]:
    return (
        snapshot.edits,
        snapshot.calls,
        snapshot.requests,
        snapshot.stages,
        snapshot.risks,
        snapshot.goals,
        snapshot.understandings,
        snapshot.objections,
    )


def _mine(read: TalkRead, line: Talk, reached: bool) -> None:
    """C1 to C3: somebody else than the contact gets an answer, but hears nothing for the client."""
    if line.person is not None:
        read.voices.pop(line.person, None)
    if not reached:
        return
    unasked = not read.waiting or line.also_news or tells_more(line, read)
    if unasked and not (read.contacts and line.at - read.contacts[-1].at < AGAIN):
        read.firsts.append(line)
    if read.waiting:
        read.answers.append((tuple(read.waiting), line))
    read.contacts.append(line)
    read.waiting.clear()
    if line.about:
        read.voices = {person: each for person, each in read.voices.items() if each.entry not in line.about}


def _theirs(read: TalkRead, line: Talk, reached: bool, third_parties: set[int]) -> None:
    """C4: in a group only the contact waits; the others talk among themselves."""
    if reached:
        read.waiting.append(line)
    elif line.person is not None and line.person not in third_parties and not line.group:
        read.voices.setdefault(line.person, line)


def tells_more(line: Talk, read: TalkRead) -> bool:
    """C3: whether an answer also cleared a reason other than F2, F3, F7 and F8 (F1, F21, F22 fall to any contact).

    What it is about and is neither a message nor open any more was settled since: it counts as news.
    """
    if line.kind in _NEWS_KINDS:
        return True
    if line.kind == "edit.promised":
        return any(_moves(each, line) for each in read.items.values() if isinstance(each, Edit))
    told = (number for number in line.about if number not in read.lines)
    return any(_is_news(read.items.get(number), line) for number in told)


def _is_news(item: AnyItem | None, line: Talk) -> bool:
    if isinstance(item, Edit):
        return _moves(item, line) or _hands_over(item, line)
    if isinstance(item, Request):
        return item.begun < line.at and item.closing is not None and item.closing - line.at < timedelta(days=1)
    if isinstance(item, Call):
        return item.held is not None and item.held.at <= line.at and item.decided
    return True


def _moves(edit: Edit, line: Talk) -> bool:
    """F4, F5: a new date for an edit that already had one told."""
    told = [(each.entry, said.entry) for each in edit.promises if (said := telling(edit, each))]
    given = [promise for promise, message in told if line.entry in (promise, message)]
    return bool(given) and any(promise < given[0] for promise, _ in told)


def _hands_over(edit: Edit, line: Talk) -> bool:
    """F4, F6: a delivery told by this very line, or one that nothing told before."""
    earlier = [each.at for each in edit.mentions if each.at < line.at]
    for each in edit.deliveries:
        if each.told is not None:
            if each.told.entry == line.entry:
                return True
        elif each.at <= line.at and not any(at >= each.at for at in earlier):
            return True
    return False
