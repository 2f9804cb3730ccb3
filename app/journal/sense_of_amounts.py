"""Numbers beyond what can be meant are refused: a slip of the finger must not count days for a thousand years."""

from __future__ import annotations

from typing import Any

from app.errors import Refused

_MOST = {
    **dict.fromkeys(("days", "small", "normal", "large", "every_days", "tolerance_days"), 366),
    **dict.fromkeys(("silence_ideal", "silence_max"), 366),
    **dict.fromkeys(("minutes", "on_topic_minutes", "off_topic_minutes"), 1440),
    **dict.fromkeys(("per_week", "promises_a_day"), 100),
    **{"working_minutes": 10_080, "spent": 100_000, "seconds": 86_400, "step": 1000, "n": 1000, "order": 10_000},
}


def check_amounts(value: object, key: str = "") -> None:
    """Refuse an amount of days, minutes or lines that nobody can mean."""
    if isinstance(value, dict):
        for inner, each in value.items():
            check_amounts(each, inner)
    elif isinstance(value, list):
        for each in value:
            check_amounts(each, key)
    elif isinstance(value, int):
        _check_amount(key, value)


def _check_amount(key: str, amount: int) -> None:
    most: Any = _MOST.get(key)
    if most is not None and amount > most:
        raise Refused("{key} is {n}; at most {most} makes sense. Correct the number.", key=key, n=amount, most=most)
