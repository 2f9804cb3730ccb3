"""One language: its sentences (gettext), its dates, numbers and lists."""

from __future__ import annotations

import datetime as dt
import gettext
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from app.errors import Said
from app.resources import resource
from app.words.dates import NAMES, date_in_words, month_in_words
from app.words.moments import Moment
from app.words.numbers import decimal_in_words, duration_in_words, money_in_words, number_in_words
from app.words.places import city_of
from app.words.sentences import Speller

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

LANGUAGES = ("en", "ru", "es")
_AND = {"en": " and ", "ru": " и ", "es": " y "}


class Words:
    """The words of one language. `this_year` is the year that dates need not name; None: no date names its year."""

    def __init__(self, language: str, this_year: int | None = None) -> None:
        self.language = language
        self.this_year = this_year
        self._catalogue = gettext.translation("ashore", str(resource("locale")), languages=[language], fallback=True)
        self._speller = Speller(self)

    # Sentences -----------------------------------------------------------------------------------------------------

    def text(self, msgid: str, **values: object) -> str:
        """The sentence `msgid` in this language. Dates and `Moment`s among the values take the form its text asks."""
        return self._speller.vformat(self._catalogue.gettext(msgid), (), values)

    def text_in(self, context: str, msgid: str, **values: object) -> str:
        """As `text`, for English words that another language says in two ways: `context` tells which is meant.

        A word that is marked without a context is said as it is without one.
        """
        said = self._catalogue.pgettext(context, msgid)
        return self._speller.vformat(self._catalogue.gettext(msgid) if said == msgid else said, (), values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The form of the sentence that fits `n`; `{n}` stands for the number, in groups of three."""
        sentence = self._catalogue.ngettext(one, many, n)
        return self._speller.vformat(sentence, (), {"n": self.number(n), **values})

    def of(self, said: Said) -> str:
        """The sentence of a refusal or of a failure."""
        return self.text(said.text, **said.values)

    def spelt(self, value: object, form: str = "") -> str:
        """One value as a placeholder {value:form} would say it."""
        return self._speller.format_field(value, form)

    def list_of(self, items: Iterable[str]) -> str:
        """Names in a row: "a, b and c"."""
        *head, last = [*items] or [""]
        joint = "" if not head else _AND[self.language]
        if self.language == "es" and joint and _sounds_as_i(last):
            joint = " e "
        return ", ".join(head) + joint + last

    @staticmethod
    def capital(sentence: str) -> str:
        """The sentence with a capital first letter: for dates at the beginning of a line."""
        return sentence[:1].upper() + sentence[1:]

    # Dates and times -----------------------------------------------------------------------------------------------

    def date(self, d: dt.date, *, short: bool = False, today: dt.date | None = None) -> str:
        """ "Wednesday, 25 November", short "Wed 25 Nov"; the year is named when it is not that of `today`."""
        return self.date_form(d, "", short=short, today=today)

    def on_date(self, d: dt.date, *, short: bool = False, today: dt.date | None = None) -> str:
        """ "on Wednesday, 25 November", «в среду, 25 ноября», «el miércoles 25 de noviembre»."""
        return self.date_form(d, "on", short=short, today=today)

    def by_date(self, d: dt.date, *, short: bool = False, today: dt.date | None = None) -> str:
        """ "by Wednesday, 25 November", «до среды, 25 ноября», «a más tardar el miércoles 25 de noviembre»."""
        return self.date_form(d, "by", short=short, today=today)

    def since_date(self, d: dt.date, *, short: bool = False, today: dt.date | None = None) -> str:
        """ "since Tuesday, 10 November", «со вторника, 10 ноября», «desde el martes 10 de noviembre»."""
        return self.date_form(d, "since", short=short, today=today)

    def date_form(self, d: dt.date, form: str, *, short: bool = False, today: dt.date | None = None) -> str:
        """A date in one of the forms of `app.words.dates.FORMS`."""
        year = today.year if today else self.this_year
        return date_in_words(self.language, d, form, short=short, with_year=year is not None and year != d.year)

    def weekday(self, d: dt.date, *, short: bool = False) -> str:
        """The name of the day: "Wednesday", "Wed"."""
        names = NAMES[self.language]
        return (names.days_short if short else names.days)[d.weekday()]

    def month(self, d: dt.date) -> str:
        """ "November 2026"."""
        return month_in_words(self.language, d)

    def time(self, instant: dt.datetime, zone: ZoneInfo) -> str:
        """The wall time in `zone`, 24 hours: "17:20"."""
        return f"{instant.astimezone(zone):%H:%M}"

    def date_time(
        self, instant: dt.datetime, zone: ZoneInfo, *, short: bool = False, today: dt.date | None = None
    ) -> str:
        """ "Thursday, 19 November, 17:20"."""
        day = self.date(instant.astimezone(zone).date(), short=short, today=today)
        return f"{day}, {self.time(instant, zone)}"

    @staticmethod
    def moment(instant: dt.datetime, zone: ZoneInfo, today: dt.date | None = None) -> Moment:
        """An instant to be given to `text` as a value; the sentence chooses its form: {at}, {at:time}, {at:since} …"""
        return Moment(instant, zone, today)

    def week(self, iso_week: str) -> str:
        """The words for an ISO week such as "2026-W47": "week 47", and its year when it is not this one."""
        year, number = int(iso_week[:4]), int(iso_week[6:])
        if self.this_year in (None, year):
            return self.text("week {number}", number=number)
        return self.text("week {number} of {year}", number=number, year=year)

    def week_days(self, iso_week: str) -> str:
        """The Monday and the Sunday of an ISO week: "Monday, 16 November – Sunday, 22 November"."""
        monday = dt.date.fromisocalendar(int(iso_week[:4]), int(iso_week[6:]), 1)
        return f"{self.date(monday)} – {self.date(monday + dt.timedelta(days=6))}"

    # Numbers and places --------------------------------------------------------------------------------------------

    def duration(self, minutes: int) -> str:
        """ "1 h 22 min", «1 ч 22 мин»."""
        return duration_in_words(self.language, minutes)

    def working_days(self, n: int) -> str:
        """ "1 working day", "7 working days"."""
        return self.plural("{n} working day", "{n} working days", n)

    def number(self, n: int) -> str:
        """A count in groups of three with a thin space."""
        return number_in_words(n)

    def decimal(self, value: Decimal | str) -> str:
        """A decimal number with this language's point."""
        return decimal_in_words(self.language, Decimal(value))

    def percent(self, value: Decimal | str | int) -> str:
        """A percentage: "12 %"."""
        return f"{self.decimal(Decimal(value))}\u00a0%"

    def money(self, amount: Decimal | str, currency: str) -> str:
        """A sum and its ISO 4217 code: "1 200 EUR"."""
        return money_in_words(self.language, Decimal(amount), currency)

    def city(self, zone: str) -> str:
        """The place by which an IANA zone is known: "Europe/Moscow" → "Moscow", «Москва», «Moscú»."""
        return city_of(self.language, zone)


def _sounds_as_i(word: str) -> bool:
    """Spanish y becomes e before the sound i (Íñigo, hilo), but not before the diphthong of hierba."""
    start = word.casefold()[:3]
    return start.startswith(("i", "í", "hi", "hí")) and not start.startswith(("hie", "hia", "ie", "ia", "io"))


@lru_cache(maxsize=32)
def words_for(language: str, this_year: int | None = None) -> Words:
    """The words of a language: "en", "ru", "es", or a tag that begins so ("es-MX"); any other is said in English."""
    short = language.casefold().replace("_", "-").split("-")[0]
    return Words(short if short in LANGUAGES else "en", this_year)
