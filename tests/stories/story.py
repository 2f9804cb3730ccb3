"""The language of the stories: days on the owner's wall, words said and heard, and the list of a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from app.clock import FixedClock
from app.facts.flags import Flag
from app.facts.terms import AgreedChannel, Terms
from app.journal.agreements import with_terms
from app.journal.opening import create_journal
from app.papers.reasons import reason_sentence
from app.rules.flags.cards import is_listed
from app.words import words_for

VALENCIA = ZoneInfo("Europe/Madrid")
ENGLISH = words_for("en", 2026)
HOURS = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
LADDER = (
    AgreedChannel(channel="telegram", address="@lucia_albor", preferred=True, purposes=("correspondence", "files")),
    AgreedChannel(channel="email", address="lucia@albor.example"),
    AgreedChannel(channel="phone", address="+34 600 000 000", purposes=("urgent",)),
)


class Story:
    """A journal and its clock. Times are written `2026-11-06 17:00` and read on the owner's wall."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock(moment("2026-11-02 09:00"))
        owner = {
            "name": "Elena Marín",
            "zone": "Europe/Madrid",
            "place": "Valencia",
            "hours": HOURS,
            "languages": ["en"],
        }
        self.journal = create_journal(folder / "story.ashore", owner, self.clock)
        clients = self.journal.clients
        self.client = clients.add("Clínica Albor", zone="Europe/Madrid", language="es")
        self.lucia = clients.add_person(self.client, "Lucía Herrero", called="Lucía", role="directora")
        self.javier = clients.add_person(self.client, "Javier Ruiz", called="Javier")
        clients.designate(self.client, self.lucia, date(2026, 11, 2))
        self.agreement = 0
        self.agree()
        self.say("Empezamos hoy. Aquí va el plan de noviembre.")

    def agree(self, preset: str = "normal", **changes: Any) -> int:
        """The regulation, confirmed; `changes` are terms with `__` for a dot."""
        terms: Terms = self.journal.agreements.proposed(self.client, preset, LADDER)
        terms = with_terms(terms, {name.replace("__", "."): value for name, value in changes.items()})
        self.agreement = self.journal.agreements.make(self.client, terms, preset=preset)
        self.journal.agreements.confirm(self.client, self.agreement)
        return self.agreement

    def contract(self, first: str, last: str) -> None:
        """The contract's first and last day."""
        self.journal.clients.change(self.client, contract={"number": "14/2026", "from": first, "to": last})

    # --- what happens ------------------------------------------------------------------------------------------

    def at(self, when: str) -> datetime:
        """It is now so late."""
        self.clock.move_to(moment(when))
        return self.clock()

    def hear(self, text: str, when: str = "", by: int | None = None, **more: Any) -> int:
        """The contact (or `by`) writes."""
        if when:
            self.at(when)
        return self.journal.talk.received(self.client, text, person=by, **more)

    def say(
        self, text: str, when: str = "", clearing: Sequence[str] = (), about: Sequence[int] = (), **more: Any
    ) -> int:
        """I write, in the agreed channel, and clear the reasons of the rules named."""
        if when:
            self.at(when)
        flags = [flag for flag in self.flags() if flag.rule in clearing]
        assert len({flag.rule for flag in flags}) == len(clearing), f"not all of {clearing} stand"
        channel = more.pop("channel", "telegram")
        return self.journal.desk.mark_as_sent(self.client, text, channel=channel, clears=flags, about=about, **more)[0]

    def ask(self, *lines: str, **more: Any) -> int:
        """I ask for things; the client's clock starts."""
        return self.journal.requests.make(self.client, lines, channel="telegram", **more)

    def edit(self, text: str, when: str, by: int | None = None, **more: Any) -> int:
        """A change they ask for, in a message of its own."""
        message = self.hear(text, when, by, group=more.pop("group", None))
        return self.journal.edits.request(self.client, text, person=by, message=message, **more)

    def promise(self, edit: int, **more: Any) -> date:
        """The date that the terms give, told at once."""
        counted = self.journal.edits.count(self.client, self.clock(), self.journal.edits.get(edit).size, **more)
        self.journal.edits.promise(edit, counted.promised, channel="telegram")
        return counted.promised.on

    # --- what is said of it ------------------------------------------------------------------------------------

    def flags(self) -> list[Flag]:
        """Everything raised for the client now."""
        return [flag for flag in self.journal.desk.flags() if flag.client == self.client]

    def reasons(self, when: str = "", *of: str) -> list[str]:
        """The list of a moment, most severe first: `F14 late: They owe …`; of some rules only, where they are named."""
        if when:
            self.at(when)
        return [self._line(flag) for flag in self.flags() if is_listed(flag) and (not of or flag.rule in of)]

    def rules(self, when: str = "") -> dict[str, str]:
        """The rules of the list and how severe they are."""
        if when:
            self.at(when)
        return {flag.rule: flag.severity.value for flag in reversed(self.flags()) if is_listed(flag)}

    def _line(self, flag: Flag) -> str:
        said = reason_sentence(ENGLISH, flag.reason.code, flag.reason.values, VALENCIA, self.clock())
        return f"{flag.rule} {flag.severity.value}: {said}"


def moment(text: str) -> datetime:
    """`2026-11-06 17:00` on the owner's wall."""
    return datetime.fromisoformat(text).replace(tzinfo=VALENCIA)
