"""What a client does in a year: asks, answers late, forgets calls, pays, thanks."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from random import Random

from app.clock import FixedClock
from app.facts.work import Call, Edit, Request
from app.journal.journal import Journal

ASKS = ("Puede cambiar el horario en la portada", "Otra foto en la página de implantes", "Un texto más corto arriba")
SAYS = ("¿Cómo va la campaña de esta semana?", "¿Cuándo podemos ver los números del mes?", "Os mando una idea nueva")


class TheirSide:
    """One client; `step` is a part of a day. Chances are out of 100, for each step."""

    def __init__(self, journal: Journal, clock: FixedClock, client: int, random: Random, *, all_day: bool) -> None:
        self.journal, self.clock, self.client, self.random = journal, clock, client, random
        self.all_day = all_day

    def step(self, day: date, step: time) -> None:
        """What happens on their side now."""
        if self._happens(90 if self.all_day else 12):
            self.journal.talk.received(self.client, self.random.choice(SAYS))
        if self._happens(30 if self.all_day else 5):
            self.journal.talk.received(self.client, "¡Gracias!")
        if self._happens(6):
            self._ask()
        open_now = self.journal.desk.snapshot(self.client)
        for call in open_now.calls:
            self._call(call)
        for edit in open_now.edits:
            self._accept(edit)
        for request in open_now.requests:
            self._answer(request)

    def month(self, day: date) -> None:
        """The first working day of a month: money comes, a stage is planned, something is asked for, goals are set."""
        last = last_working_day(day)
        closing = f"{last.isoformat()}T17:00:00Z"
        record = self.journal.record
        record("payment.noted", self.client, {"sum": {"amount": "900.00", "currency": "EUR"}, "received_on": day})
        record("stage.planned", self.client, {"title": f"Mes {day.month}", "due": last, "closing": closing})
        self.journal.requests.make(self.client, ["Fotos del mes"], channel="telegram")
        if day.month in (1, 7):
            term = {"since": day, "by": day + timedelta(days=180)}
            record("goal.set", self.client, {"metric": "Solicitudes al mes", "base": "10", "target": "30"} | term)
        if day.month == 5:
            pause = f"{(day + timedelta(days=2)).isoformat()}T10:00:00Z"
            record("objection.raised", self.client, {"what": "Nos parece caro", "pause_until": pause})
            record("risk.noticed", self.client, {"text": "La cuenta de anuncios caduca", "cause": "client"})

    def friday(self, day: date) -> None:
        """The figures of the week, now and then far off the line."""
        for goal in self.journal.desk.snapshot(self.client).goals:
            if goal.by >= day:
                passed = Decimal((day - goal.since).days) / Decimal((goal.by - goal.since).days)
                value = Decimal(goal.base) + (Decimal(goal.target) - Decimal(goal.base)) * passed
                off = Decimal("0.8") if self._happens(20) else Decimal("1.0")
                value = (value * off).quantize(Decimal("0.1"))
                self.journal.record("goal.measured", self.client, {"item": goal.number, "value": str(value), "on": day})

    def _ask(self) -> None:
        message = self.journal.talk.received(self.client, self.random.choice(ASKS))
        size = self.random.choice(("small", "normal", "normal", "large"))
        self.journal.edits.request(self.client, self.random.choice(ASKS), size=size, message=message)

    def _accept(self, edit: Edit) -> None:
        if edit.deliveries and edit.ended is None and self._happens(25):
            back = self._happens(10) and len(edit.returns) < len(edit.deliveries)
            kind = "edit.returned" if back else "edit.accepted"
            self.journal.edits.step(edit.number, kind, channel="telegram")

    def _answer(self, request: Request) -> None:
        if request.ended is None and self._happens(8):
            message = self.journal.talk.received(self.client, "Aquí va lo que faltaba")
            self.journal.requests.answer(request.number, complete=True, message=message)

    def _call(self, call: Call) -> None:
        if call.state == "held" and call.confirmed is None and call.mentions and self._happens(30):
            self.journal.calls.step(call.number, "call.confirmed")

    def _happens(self, chance: int) -> bool:
        return self.random.randrange(100) < chance


def last_working_day(day: date) -> date:
    """The last Monday to Friday of the month of a day."""
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    while last.weekday() > 4:
        last -= timedelta(days=1)
    return last
