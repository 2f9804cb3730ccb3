"""A quarter of an ordinary client, told through the verbs of the journal: about 370 entries of believable length."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from app.clock import FixedClock
from app.facts.terms import AgreedChannel
from app.journal.journal import Journal
from app.journal.opening import create_journal

MADRID: Final = ZoneInfo("Europe/Madrid")
FIRST: Final = date(2026, 8, 31)
WEEKS: Final = 13
HOURS: Final = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
SAID: Final = {
    "en": (
        "Good morning. I looked at the banner with my team: the photo is good, the price below it too small to read.",
        "Could you send the figures of last week before our call? We want to decide on the budget of the month.",
        "Thank you, it arrived.",
        "The supplier changed two prices, the new list is attached. Please use it for the cards from Thursday on, the"
        " old one stays valid for the orders that came in before.",
        "Yes, Thursday suits us.",
    ),
    "ru": (
        "Доброе утро. Мы посмотрели баннер всей командой: фотография хорошая, а цена под ней слишком мелкая.",
        "Пришлите, пожалуйста, цифры за прошлую неделю до созвона: мы хотим решить, какой будет бюджет на месяц.",
        "Спасибо, всё пришло.",
        "Поставщик поменял две цены, новый список во вложении. С четверга ставьте его в карточки, старый остаётся для"
        " заказов, которые пришли раньше.",
        "Да, в четверг удобно.",
    ),
    "es": (
        "Buenos días. Hemos visto el banner con el equipo: la foto está bien, el precio de debajo, demasiado pequeño.",
        "¿Puedes enviarnos las cifras de la semana pasada antes de la llamada? Queremos decidir el presupuesto.",
        "Gracias, ha llegado.",
        "El proveedor ha cambiado dos precios, la lista nueva va adjunta. Úsala en las tarjetas a partir del jueves; la"
        " antigua vale para los pedidos que entraron antes.",
        "Sí, el jueves nos viene bien.",
    ),
}
ANSWERS: Final = {
    "en": ("I make the price larger today and show it to you before six.", "The figures go out tomorrow morning."),
    "ru": ("Сегодня сделаю цену крупнее и покажу до шести.", "Цифры отправлю завтра утром."),
    "es": ("Hoy hago el precio más grande y os lo enseño antes de las seis.", "Las cifras salen mañana por la mañana."),
}  # fmt: skip


class Quarter:
    """The journal of an owner with one client, thirteen weeks of it."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.clock = FixedClock(datetime.combine(FIRST, time(8, 0), MADRID))
        self.language = language
        owner = {
            "name": "Elena Marín",
            "place": "Valencia",
            "zone": "Europe/Madrid",
            "hours": HOURS,
            "languages": ["en"],
        }
        self.journal: Journal = create_journal(folder / "quarter.ashore", owner, self.clock)
        self.client = self.journal.clients.add(
            "Casa Jacaranda", zone="Europe/Madrid", language=language, legal_name="Jacaranda Interiores SL",
            contract={"number": "9/2026", "from": "2026-09-01", "to": "2026-12-31"},
        )  # fmt: skip
        self.person = self.journal.clients.add_person(self.client, "Mariana Ortega", called="Mariana", role="marketing")
        self.journal.clients.designate(self.client, self.person, FIRST)
        telegram = AgreedChannel(channel="telegram", address="@mariana", preferred=True)
        agreement = self.journal.agreements.proposed(self.client, "normal", [telegram])
        self.journal.agreements.confirm(self.client, self.journal.agreements.make(self.client, agreement))
        for week in range(WEEKS):
            self._week(FIRST + timedelta(weeks=week), week)

    def _week(self, monday: date, week: int) -> None:
        """Everything of a week in order of time."""
        self._acts: list[tuple[datetime, Callable[[], object]]] = []
        for day in range(5):
            self._talk(monday, week, day)
        self._edit(monday, SAID[self.language][week % 5])
        if week % 2 == 0:
            self._call(monday, SAID[self.language][(week + 1) % 5])
        if week % 3 == 0:
            self._asked(monday, SAID[self.language][3][:60])
        self._at(monday, 4, "17:30", lambda: self._paper(monday))
        for when, act in sorted(self._acts, key=itemgetter(0)):
            self.clock.move_to(when)
            act()

    def _at(self, monday: date, day: int, clock: str, act: Callable[[], object]) -> None:
        self._acts.append((datetime.combine(monday + timedelta(days=day), time.fromisoformat(clock), MADRID), act))

    def _talk(self, monday: date, week: int, day: int) -> None:
        """They write in the morning and in the afternoon; the message of a Wednesday evening is told on Friday."""
        said, answers, talk = SAID[self.language], ANSWERS[self.language], self.journal.talk
        heard = partial(talk.received, self.client, channel="telegram")
        self._at(monday, day, f"09:{7 * day:02}", partial(heard, said[(week + day) % 5]))
        self._at(
            monday, day, f"10:{3 * day:02}", partial(talk.sent, self.client, answers[week % 2], channel="telegram")
        )
        if day == 2:
            evening = datetime.combine(monday + timedelta(days=day), time(19, 40), MADRID)
            self._at(monday, 4, "16:50", partial(heard, said[(week + 1) % 5], at=evening))
        else:
            self._at(monday, day, f"14:{9 * day:02}", partial(heard, said[(week * 2 + day + 1) % 5]))
        again = partial(talk.sent, self.client, answers[(week + 1) % 2], channel="telegram")
        self._at(monday, day, f"15:{4 * day:02}", again)

    def _edit(self, monday: date, text: str) -> None:
        edits, client, numbers = self.journal.edits, self.client, []

        def ask() -> None:
            numbers.append(edits.request(client, text, channel="telegram", title=text[:40]))
            edits.promise(numbers[0], edits.count(client, self.clock()).promised, channel="telegram")

        self._at(monday, 0, "11:00", ask)
        self._at(monday, 2, "17:00", lambda: edits.deliver(numbers[0], channel="telegram"))
        self._at(monday, 3, "12:00", lambda: edits.step(numbers[0], "edit.accepted", channel="telegram"))

    def _call(self, monday: date, text: str) -> None:
        outcome = {"what": text[:50], "who": 0, "by": (monday + timedelta(days=8)).isoformat(), "becomes": "nothing"}
        topics = [{"title": text[:30], "agreed": True, "outcomes": [outcome]}]
        hold = partial(self.journal.calls.hold, self.client, channel="video", minutes=25, topics=topics)
        self._at(monday, 1, "12:00", hold)

    def _asked(self, monday: date, text: str) -> None:
        requests, numbers = self.journal.requests, []
        make = partial(requests.make, self.client, [text, text[:30]], channel="telegram")
        self._at(monday, 1, "16:00", lambda: numbers.append(make()))
        self._at(monday, 4, "13:00", lambda: requests.answer(numbers[0], complete=True))
        self._at(monday, 4, "13:05", partial(self.journal.talk.note, self.client, text, private=True))

    def _paper(self, monday: date) -> None:
        week = f"{monday:%G-W%V}"
        paper = self.journal.weeks.print_paper(self.client, week)
        self.journal.weeks.mark_as_given(self.client, week, paper, how="sent", channel="telegram", to=self.person)
