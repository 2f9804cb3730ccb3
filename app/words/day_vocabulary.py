"""The words by which a person types a day, in English, Russian and Spanish; all folded (lower case, no accents)."""

from __future__ import annotations

from typing import Final

WEEKDAYS: Final = {
    "en": (("mon", "monday"), ("tue", "tues", "tuesday"), ("wed", "wednesday"), ("thu", "thur", "thurs", "thursday"),
           ("fri", "friday"), ("sat", "saturday"), ("sun", "sunday")),
    "ru": (("пн", "понедельник", "понедельника"), ("вт", "вторник", "вторника"), ("ср", "среда", "среду", "среды"),
           ("чт", "четверг", "четверга"), ("пт", "пятница", "пятницу", "пятницы"),
           ("сб", "суббота", "субботу", "субботы"), ("вс", "воскресенье", "воскресенья")),
    "es": (("lun", "lunes"), ("mar", "martes"), ("mie", "miercoles"), ("jue", "jueves"), ("vie", "viernes"),
           ("sab", "sabado"), ("dom", "domingo")),
}  # fmt: skip

MONTHS: Final = {
    "en": (("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",), ("jun", "june"),
           ("jul", "july"), ("aug", "august"), ("sep", "sept", "september"), ("oct", "october"), ("nov", "november"),
           ("dec", "december")),
    "ru": (("янв", "январь", "января"), ("фев", "февр", "февраль", "февраля"), ("мар", "март", "марта"),
           ("апр", "апрель", "апреля"), ("май", "мая"), ("июн", "июнь", "июня"), ("июл", "июль", "июля"),
           ("авг", "август", "августа"), ("сен", "сент", "сентябрь", "сентября"), ("окт", "октябрь", "октября"),
           ("ноя", "нояб", "ноябрь", "ноября"), ("дек", "декабрь", "декабря")),
    "es": (("ene", "enero"), ("feb", "febrero"), ("mar", "marzo"), ("abr", "abril"), ("may", "mayo"),
           ("jun", "junio"), ("jul", "julio"), ("ago", "agosto"), ("sep", "sept", "septiembre"), ("oct", "octubre"),
           ("nov", "noviembre"), ("dic", "diciembre")),
}  # fmt: skip

NEAR: Final = {
    "en": {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1},
    "ru": {"сегодня": 0, "сейчас": 0, "завтра": 1, "послезавтра": 2, "вчера": -1, "позавчера": -2},
    "es": {"hoy": 0, "ahora": 0, "manana": 1, "pasado manana": 2, "ayer": -1, "anteayer": -2, "antes de ayer": -2},
}

UNITS: Final = {
    "en": {"day": 1, "days": 1, "week": 7, "weeks": 7},
    "ru": {"день": 1, "дня": 1, "дней": 1, "неделя": 7, "неделю": 7, "недели": 7, "недель": 7},
    "es": {"dia": 1, "dias": 1, "semana": 7, "semanas": 7},
}

AHEAD: Final = {"en": ("in",), "ru": ("через",), "es": ("en", "dentro de")}
BACK: Final = {"en": ("ago",), "ru": ("назад",), "es": ("hace",)}

FILLERS: Final = {
    "en": ("by", "on", "at", "this", "next", "the", "until", "of", "last"),
    "ru": ("к", "до", "в", "во", "на", "эту", "этот", "следующий", "следующую", "прошлый", "прошлую", "прошлое"),
    "es": ("el", "la", "a", "las", "para", "antes", "del", "de", "este", "proximo", "pasado", "hasta"),
}
