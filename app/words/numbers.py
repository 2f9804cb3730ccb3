"""Numbers, money, percent and lengths of time in words."""

from __future__ import annotations

from decimal import Decimal

THIN_SPACE = "\u202f"
"""Narrow and not breaking: 1 284 never falls apart at the end of a line."""

_POINT = {"en": ".", "ru": ",", "es": ","}
_UNITS = {"en": ("h", "min"), "ru": ("ч", "мин"), "es": ("h", "min")}


def number_in_words(n: int) -> str:
    """A whole number in groups of three."""
    return f"{n:,}".replace(",", THIN_SPACE).replace("-", "\u2212")


def decimal_in_words(language: str, value: Decimal) -> str:
    """A decimal number with the language's point and groups of three; the places are kept as given."""
    return f"{value:,f}".replace(",", THIN_SPACE).replace(".", _POINT[language]).replace("-", "\u2212")


def money_in_words(language: str, amount: Decimal, currency: str) -> str:
    """A sum and its ISO 4217 code; hundredths are left out when there are none."""
    whole = amount == amount.to_integral_value()
    return f"{decimal_in_words(language, amount.quantize(Decimal(1)) if whole else amount)}\u00a0{currency}"


def duration_in_words(language: str, minutes: int) -> str:
    """Minutes as hours and minutes: "1 h 22 min", "22 min", "2 h"."""
    hours, rest = divmod(minutes, 60)
    hour, minute = _UNITS[language]
    parts = [f"{hours} {hour}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} {minute}")
    return " ".join(parts)
