"""A small journal for pictures and tests of the window: one owner, five clients, Friday, 20 November 2026, 11:42."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.clock import FixedClock
from app.facts.terms import AgreedChannel, Hours, ReportTerms, WriteFirst

if TYPE_CHECKING:
    from app.journal.journal import Journal

HERE = ZoneInfo("Europe/Madrid")
MOMENT = datetime(2026, 11, 20, 11, 42, tzinfo=HERE)
_WEEK = ("mon", "tue", "wed", "thu", "fri")


def sample_journal(folder: Path, moment: datetime = MOMENT) -> Journal:
    """A new journal in `folder` as it stands at `moment`, told in the order in which things happened."""
    from app.journal.opening import create_journal

    clock = FixedClock(datetime(2026, 4, 6, 9, 0, tzinfo=HERE))
    owner = {
        "name": "Elena Marín",
        "zone": "Europe/Madrid",
        "place": "Valencia",
        "languages": ["en", "ru", "es"],
        "hours": {day: [["09:00", "18:00"]] for day in _WEEK},
        "promises_a_day": 2,
    }
    journal = create_journal(folder / "sample.ashore", owner, clock)
    story = _Story(journal)
    for at, step in sorted(story.steps, key=_time):
        clock.move_to(at)
        step()
    clock.move_to(moment)
    return journal


def _time(step: tuple[datetime, Callable[[], object]]) -> datetime:
    return step[0]


def _at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=HERE)


class _Story:
    """What happened, as verbs with their moments; clients are added first, in order of their names' places here."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.steps: list[tuple[datetime, Callable[[], object]]] = []
        self.kedr = self._client("Кедровый дом", "Asia/Yekaterinburg", "ru", "18:00",
            ("Дмитрий Лаптев", "Дмитрий", "commercial director"),
            [("telegram", "@laptev_kedr"), ("email", "laptev@kedr.example"),
             ("phone", "+7 343 014 22 70")])  # fmt: skip
        self.casa = self._client("Casa Jacaranda", "America/Mexico_City", "es", "18:00",
            ("Mariana Ortega", "Mariana", "owner"),
            [("email", "mariana@jacaranda.example"), ("whatsapp", "+52 55 0142 7711"),
             ("phone", "+52 55 0142 7710")])  # fmt: skip
        self.albor = self._client("Clínica Dental Albor", "Europe/Madrid", "es", "19:00",
            ("Lucía Herrero", "Lucía", "marketing"),
            [("whatsapp", "+34 600 014 227"), ("email", "lucia@albor.example")], weekly_sheet=True)  # fmt: skip
        self.glina = self._client("Мастерская «Глина»", "Europe/Moscow", "ru", "19:00",
            ("Ольга Никитина", "Ольга", "marketing"), [("telegram", "@olga_glina")])  # fmt: skip
        self.harbour = self._client("Harbour & Finch", "Europe/Madrid", "en", "17:30",
            ("Tom Whitfield", "Tom", "operations"),
            [("email", "tom@harbourfinch.example"), ("phone", "+34 600 014 990")])  # fmt: skip
        self._kedr()
        self._casa()
        self._albor()
        self._glina()
        self._harbour()

    def _client(
        self,
        name: str,
        zone: str,
        language: str,
        closes: str,
        person: tuple[str, str, str],
        channels: list[tuple[str, str]],
        *,
        weekly_sheet: bool = False,
    ) -> int:
        journal = self.journal
        client = journal.clients.add(name, zone=zone, language=language)
        contact = journal.clients.add_person(client, person[0], called=person[1], role=person[2], addresses=channels)
        journal.clients.designate(client, contact, since=date(2026, 4, 6))
        agreed = [
            AgreedChannel(channel=kind, address=address, preferred=not n) for n, (kind, address) in enumerate(channels)
        ]
        terms = journal.agreements.proposed(client, channels=agreed)
        changed = _terms(terms, zone, closes, weekly_sheet)
        number = journal.agreements.make(client, changed, effective_from=date(2026, 4, 6))
        journal.agreements.confirm(client, number, by=contact)
        return client

    def _then(self, at: datetime, step: Callable[[], object]) -> None:
        self.steps.append((at, step))

    def _says(self, at: datetime, client: int, text: str) -> None:
        self._then(at, lambda: self.journal.talk.sent(client, text))

    def _edit(self, at: datetime, client: int, title: str, on: date) -> None:
        def ask() -> None:
            edit = self.journal.edits.request(client, title, title=title)
            promised = self.journal.edits.count(client, at, on=on).promised
            channel = self.journal.talk.usual_channel(client)
            self.journal.edits.promise(edit, promised, channel=channel)

        self._then(at, ask)

    def _delivered(self, asked: datetime, at: datetime, client: int, title: str, channel: str = "") -> None:
        numbers: list[int] = []

        def ask() -> None:
            numbers.append(self.journal.edits.request(client, title, title=title))
            promised = self.journal.edits.count(client, asked).promised
            self.journal.edits.promise(numbers[0], promised, channel=self.journal.talk.usual_channel(client))

        self._then(asked, ask)
        self._then(at, lambda: self.journal.edits.deliver(numbers[0], channel=channel))

    def _kedr(self) -> None:
        self._delivered(_at(18, 10), _at(20, 10, 5), self.kedr, "Этикетка, банка 250 г")
        self._edit(_at(19, 11), self.kedr, "Ценники для полок", date(2026, 11, 24))
        self._then(_at(17, 15, 0), lambda: self.journal.requests.make(
            self.kedr, ["Состав для этикетки"], sort="material", channel="telegram",
            on=date(2026, 11, 20)))  # fmt: skip
        self._then(_at(19, 17, 20), lambda: self.journal.talk.received(self.kedr, "Когда будет макет этикетки?"))

    def _casa(self) -> None:
        numbers: list[int] = []

        def ask() -> None:
            edit = self.journal.edits.request(self.casa, "Galería de habitaciones", title="Galería de habitaciones")
            promised = self.journal.edits.count(self.casa, _at(5, 12), on=date(2026, 11, 11)).promised
            self.journal.edits.promise(edit, promised, channel="email")
            numbers.append(self.journal.requests.make(
                self.casa, ["12 room photos", "map access"], sort="material", channel="email",
                on=date(2026, 11, 10), needed_for=[edit]))  # fmt: skip

        self._then(_at(5, 12), ask)
        self._then(_at(12, 16, 30), lambda: self.journal.requests.remind(numbers[0], channel="email"))
        self._then(_at(17, 16, 30), lambda: self.journal.requests.remind(numbers[0], channel="whatsapp"))
        self._says(_at(18, 16, 30), self.casa, "Galería lista en cuanto lleguen las fotos.")

    def _albor(self) -> None:
        self._says(_at(16, 10), self.albor, "Esta semana: página de implantes y ortodoncia.")
        self._edit(_at(17, 10), self.albor, "Página de implantes, textos", date(2026, 11, 20))
        self._edit(_at(18, 9, 30), self.albor, "Formulario de cita", date(2026, 11, 25))
        self._then(_at(13, 17), lambda: self.journal.record("report.sent", self.albor, {
            "sort": "weekly", "period": "2026-W46", "channel": "whatsapp"}))  # fmt: skip
        self._says(_at(19, 12), self.albor, "Los textos van a buen ritmo.")
        self._then(_at(18, 12), lambda: self.journal.calls.plan(
            self.albor, local="2026-11-20T13:00", zone="Europe/Madrid", minutes=30, channel="video",
            topics=["Precios de ortodoncia", "Campaña de diciembre"]))  # fmt: skip

    def _glina(self) -> None:
        self._delivered(_at(16, 12), _at(19, 10), self.glina, "Карточки товаров", "telegram")
        self._edit(_at(18, 10), self.glina, "Рассылка к ярмарке", date(2026, 11, 25))
        person: list[int] = []
        self._then(_at(2, 10), lambda: person.append(
            self.journal.clients.add_person(self.glina, "Игорь Савин", role="production")))  # fmt: skip
        self._then(_at(20, 10, 11), lambda: self.journal.edits.request(
            self.glina, "Баннер на главную к понедельнику", title="Баннер на главную", person=person[0]))  # fmt: skip

    def _harbour(self) -> None:
        self._edit(_at(17, 11), self.harbour, "Opening hours block", date(2026, 11, 26))
        self._says(_at(18, 15), self.harbour, "The hours block is on its way.")
        self._then(_at(18, 15, 5), lambda: self.journal.calls.plan(
            self.kedr, local="2026-11-20T17:00", zone="Europe/Madrid", minutes=15, channel="phone",
            topics=["Сроки печати этикетки"]))  # fmt: skip


def _terms(terms, zone: str, closes: str, weekly_sheet: bool):  # type: ignore[no-untyped-def]
    import msgspec

    reports = (ReportTerms(sort="weekly", every="week", weekday="fri"),) if weekly_sheet else "off"
    return msgspec.structs.replace(
        terms,
        client_hours=Hours(zone=zone, weekly=dict.fromkeys(_WEEK, (("09:00", closes),))),
        reports=reports,
        write_first=WriteFirst(1, 1, 3),
        calls="off",
    )
