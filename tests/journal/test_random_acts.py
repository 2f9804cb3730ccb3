"""Whatever is recorded in whatever order, the tables are what the log says, and the flags are the same ones anew."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.clock import FixedClock
from app.errors import Refused
from app.facts.terms import AgreedChannel
from app.journal.agreements import with_terms
from app.journal.checking import check_journal, rebuild_journal
from app.journal.imports import Asked
from app.journal.journal import Journal
from app.journal.opening import create_journal
from app.storage.rebuild import differences
from tests.journal.conftest import HOURS

START = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)
ZONES = ("Europe/Madrid", "Europe/Moscow", "America/Mexico_City", "Asia/Kathmandu")
CHANNELS = ("telegram", "whatsapp", "email", "phone")
WORDS = ("Когда будет макет?", "Спасибо!", "Discount until the 27th", "¿Y las fotos?", "ok", "Всё-таки зелёный")
MARKS = ("no_answer_needed", "no_substance", "automatic", "off_topic")


class Hand:
    """Does one act after another at random; what is refused is simply not done."""

    def __init__(self, journal: Journal, clock: FixedClock, folder: Path, chance: Random) -> None:
        self.journal = journal
        self.clock = clock
        self.folder = folder
        self.chance = chance
        self.clients = [journal.clients.add("Глина", zone="Europe/Moscow"), journal.clients.add("Harbour")]
        self.persons: dict[int, list[int]] = {client: [] for client in self.clients}
        for client in self.clients:
            self.person(client)
            journal.clients.designate(client, self.persons[client][0], date(2026, 10, 1))
            for _ in range(2):
                journal.edits.request(client, self.any(WORDS))
                journal.requests.make(client, [self.any(WORDS), "доступ"])
                journal.calls.plan(client, on=self.day())
        self.acts: tuple[Callable[[int], object], ...] = (
            self.message, self.message, self.message, self.person, self.designated, self.ended, self.edit, self.step,
            self.step, self.request, self.asked, self.call, self.held, self.stage, self.mark, self.mark, self.corrected,
            self.corrected, self.retracted, self.retracted, self.agreed, self.owner, self.turned, self.imported,
            self.put_aside, self.report, self.plain, self.changed, self.told, self.plan,
        )  # fmt: skip

    def go(self) -> None:
        client = self.chance.choice(self.clients)
        with suppress(Refused):
            self.chance.choice(self.acts)(client)
        self.clock.forward(timedelta(minutes=self.chance.choice((1, 7, 90, 600, 2000))))

    def any(self, values: Any) -> Any:
        return self.chance.choice(list(values))

    def day(self) -> date:
        return self.clock().date() + timedelta(days=self.chance.randint(-12, 12))

    def ago(self) -> datetime | None:
        return self.any((None, self.clock() - timedelta(minutes=self.chance.randint(1, 20_000))))

    def somebody(self, client: int) -> int | None:
        return self.any((None, *self.persons[client]))

    def entry(self, client: int, *kinds: str) -> int:
        size, _ = self.journal.size_and_head()
        every = (self.journal.reading.entry(number) for number in range(1, size + 1))
        fit = [e for e in every if e.client == client and (not kinds or e.kind.startswith(kinds))]
        standing = [e for e in fit if e.retracted_by is None] if self.chance.random() < 0.9 else fit
        if not standing:
            raise Refused("There is none.")
        return self.any(standing).seq

    def message(self, client: int) -> None:
        text, channel = self.any(WORDS), self.any(CHANNELS)
        about = [self.entry(client, "edit.requested", "request.made", "call.")] if self.chance.random() < 0.4 else []
        if self.chance.random() < 0.5:
            self.journal.talk.sent(client, text, channel=channel, at=self.ago(), about=about)
        else:
            who = self.somebody(client)
            self.journal.talk.received(client, text, channel=channel, person=who, at=self.ago(), about=about)

    def person(self, client: int) -> None:
        added = self.journal.clients.add_person(client, self.any(("Ольга", "Tom", "Lucía", "Игорь")))
        self.persons[client].append(added)

    def changed(self, client: int) -> None:
        whom = self.any(self.persons[client])
        self.journal.record("person.changed", client, {"person": whom, "role": self.any(WORDS)})
        self.journal.clients.change(client, tags=[self.any(WORDS)], signer=whom)

    def designated(self, client: int) -> None:
        until = self.any((None, self.day()))
        then = {"then": self.any(self.persons[client])} if until and self.chance.random() < 0.5 else {}
        self.journal.clients.designate(client, self.any(self.persons[client]), self.day(), until, **then)

    def ended(self, client: int) -> None:
        self.journal.clients.end_contact(client, self.any(self.persons[client]), self.day())

    def edit(self, client: int) -> None:
        who, size = self.somebody(client), self.any(("small", "normal", "large"))
        self.journal.edits.request(client, self.any(WORDS), person=who, size=size, at=self.ago())

    def step(self, client: int) -> None:
        edit = self.entry(client, "edit.requested")
        told = self.any(({}, {"channel": "telegram"}))
        if self.chance.random() < 0.4:
            received = self.ago() or self.clock()
            promised = self.journal.edits.count(client, received, on=self.any((None, self.day()))).promised
            self.journal.edits.promise(edit, promised, is_provisional=self.any((True, False)), at=self.ago(), **told)
        else:
            what = self.any(("delivered", "returned", "accepted", "confirmed", "declined", "withdrawn", "clarified"))
            more = {"size": "large"} if what == "clarified" else {}
            self.journal.edits.step(edit, f"edit.{what}", self.ago(), **told, **more)

    def request(self, client: int) -> None:
        edits = [self.entry(client, "edit.requested")] if self.chance.random() < 0.5 else []
        self.journal.requests.make(client, ["12 фото", "доступ"], at=self.ago(), needed_for=edits)

    def asked(self, client: int) -> None:
        request = self.entry(client, "request.made")
        if self.chance.random() < 0.5:
            self.journal.requests.remind(request, channel=self.any(CHANNELS), at=self.ago())
        else:
            self.journal.requests.answer(request, [self.any((1, 2))], at=self.ago())

    def call(self, client: int) -> None:
        zone = self.any(ZONES)
        self.journal.calls.plan(client, local=f"{self.day()}T13:00", zone=zone, topics=self.any(([], ["О нас"])))
        self.journal.calls.move(self.entry(client, "call.planned"), on=self.day())

    def held(self, client: int) -> None:
        outcome = {"what": "Цены", "becomes": self.any(("edit", "request", "nothing")), "by": str(self.day())}
        topics = [{"title": "О нас", "outcomes": [outcome]}, {"title": "Логотип"}]
        call = self.any((None, self.entry(client, "call.planned")))
        self.journal.calls.hold(client, channel="video", topics=topics, at=self.ago(), call=call, minutes=20)

    def stage(self, client: int) -> None:
        plan = self.journal.plan
        stage = plan.plan(client, "t", due=self.day(), at=self.ago())
        step = self.any((plan.start, plan.deliver, plan.accept, plan.drop))
        step(stage, at=self.ago())
        plan.move(stage, self.day(), self.any(("me", "client", "new_agreement")), agreed_in=self.any((None, stage)))

    def plan(self, client: int) -> None:
        goal = self.journal.goals.set(
            client, self.any(WORDS), base="4", target=self.any(("2", "4", "9")), since=START.date(), by=self.day()
        )
        self.journal.goals.measure(goal, self.any(("1", "4.5", "9")), on=self.day())
        risk = self.journal.risks.notice(client, self.any(WORDS), threatens=goal, at=self.ago())
        self.any((self.journal.risks.warn, self.journal.risks.pass_, str))(risk)
        self.journal.payments.note(client, "10.00", received_on=self.day(), at=self.ago())
        contract = {"from": str(self.day()), "to": str(self.day() + timedelta(days=14))}
        self.journal.clients.change(client, contract=contract)

    def mark(self, client: int) -> None:
        self.journal.talk.mark(
            client, self.entry(client, "message."), self.any(MARKS), on=self.any((True, True, False))
        )

    def corrected(self, client: int) -> None:
        noun = self.any(
            ("message.s", "message.r", "edit.r", "call.p", "person.", "contact.", "client.", "request.made")
        )
        day, words, who = str(self.day()), self.any(WORDS), self.any(self.persons[client])
        past = {"at": "2026-10-19T12:00:00+00:00", "zone": "UTC", "precision": "day", "basis": "typed"}
        fitting: dict[str, tuple[dict[str, Any], ...]] = {
            "message.s": ({"text": words}, {"about": [self.entry(client)]}, {"to": who}, {"no_substance": True}),
            "message.r": ({"text": words}, {"person": who}, {"group": True}),
            "edit.r": ({"size": "small"}, {"text": words}, {"person": who}, {"in_scope": "no"}),
            "call.p": ({"on": day}, {"minutes": 45}),
            "person.": ({"name": words}, {"role": words}, {"person": who}),
            "contact.": ({"since": day}, {"until": day}, {"person": who}),
            "client.": ({"name": words}, {"state": "lead"}, {"zone": "Asia/Kathmandu"}),
            "request.made": ({"sort": "access"}, {"why": words}),
        }
        changes = self.any((*fitting[noun], *fitting[noun], {"happened": past}, {"note": words}))
        drop = self.any(([], [], [], ["about"], ["happened"], ["channel"]))
        self.journal.talk.correct(client, self.entry(client, noun), changes, "так вернее", drop=drop)

    def retracted(self, client: int) -> None:
        nouns = self.any(((), (), ("contact.",), ("edit.",), ("agreement.", "person."), ("call.", "request.")))
        self.journal.talk.retract(client, self.entry(client, *nouns), "дважды")

    def agreed(self, client: int) -> None:
        agreement = self.journal.agreements
        channel = AgreedChannel(channel=self.any(CHANNELS), address="@x", preferred=True)
        terms = agreement.proposed(client, self.any(("calm", "normal", "urgent")), [channel])
        terms = with_terms(terms, {"zone": self.any(ZONES)})
        made = agreement.make(client, terms, effective_from=self.any((None, self.day())))
        if self.chance.random() < 0.5:
            agreement.confirm(client, made)

    def owner(self, client: int) -> None:
        if self.chance.random() < 0.5:
            self.journal.record("owner.changed", 0, {"zone": self.any(ZONES)})
        else:
            self.journal.record("owner.changed", 0, {"days_off": [{"from": str(self.day())}]})
        if self.chance.random() < 0.4:
            said = self.entry(0, "owner.changed")
            self.journal.talk.correct(0, said, {"zone": self.any(ZONES)}, "переезд")

    def turned(self, client: int) -> None:
        self.journal.clients.turn(client, f"client.{self.any(('paused', 'resumed', 'closed', 'reopened'))}")

    def put_aside(self, client: int) -> None:
        flag = self.any([flag for flag in self.journal.desk.flags() if flag.client == client] or [None])
        if flag is not None and self.chance.random() < 0.6:
            self.journal.desk.snooze(flag, self.clock() + timedelta(hours=self.chance.randint(1, 60)))
        elif flag is not None:
            self.journal.desk.dismiss(flag, "виделись")

    def told(self, client: int) -> None:
        listed = [flag for flag in self.journal.desk.flags() if flag.client == client][:2]
        self.journal.desk.mark_as_sent(client, self.any(WORDS), channel="telegram", clears=listed)

    def report(self, client: int) -> None:
        body = {"sort": "weekly", "period": self.any(("2026-W43", "2026-W44")), "channel": "email"}
        self.journal.record("report.sent", client, body)

    def plain(self, client: int) -> None:
        kind, body = self.any((
            ("objection.raised", {"what": "дорого"}), ("risk.noticed", {"text": "печь"}), ("form.begun", {"sort": "x"}),
            ("work.stopped", {"channel": "email"}), ("work.resumed", {}), ("note.written", {"text": "з", "spent": 5}),
            ("payment.noted", {"sum": {"amount": "10.00", "currency": "EUR"}}), ("planning.held", {"text": "план"}),
        ))  # fmt: skip
        self.journal.record(kind, client, body)

    def imported(self, client: int) -> None:
        told = [
            {"id": n, "type": "message", "date_unixtime": str(int(START.timestamp()) - 3600 * (9 - n)), "from": who,
             "from_id": who.lower(), "date": "2026-10-20T10:00:00", "text": f"{self.any(WORDS)} {n}"}
            for n in range(self.chance.randint(1, 6)) for who in (self.any(("Elena", "Olga")),)
        ]  # fmt: skip
        told = told or []
        told += [dict(told[0], id=50, **{"from": "Elena", "from_id": "elena"})]
        path = self.folder / "result.json"
        path.write_text(json.dumps({"name": "Olga", "type": "personal_chat", "id": client, "messages": told}))
        self.journal.imports.take(client, path, Asked(me="Elena", again=self.chance.random() < 0.4))


@settings(max_examples=10)
@given(st.integers(0, 2**32))
def test_whatever_is_recorded_the_tables_are_what_the_log_says(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(START)
        journal = create_journal(
            Path(folder) / "journal.ashore", {"name": "Elena", "zone": "Europe/Madrid", "hours": HOURS}, clock
        )
        try:
            hand = Hand(journal, clock, Path(folder), Random(seed))
            for _ in range(60):
                hand.go()
            flags, today = journal.desk.flags(), journal.desk.today()
            assert [str(found) for found in differences(journal.path)] == []
            assert check_journal(journal).sound
            rebuild_journal(journal)
            assert journal.desk.flags() == flags
            assert journal.desk.today() == today
        finally:
            journal.close()
