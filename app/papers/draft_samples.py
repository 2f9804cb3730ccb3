"""Sample values with which a draft is looked at while nobody is written to (3.3)."""

from __future__ import annotations

from datetime import date, timedelta

from app.words import N_, Words

NAMES = {"en": "Anna", "ru": "Анна", "es": "Ana"}
"""How the client of the sample is called, in each language."""

TEXTS = {
    "client": N_("Harbour Bakery"),
    "item": N_("Banner on the home page"),
    "asked_by": N_("The accountant"),
    "quote": N_("the date moves too often"),
    "channel": N_("Telegram"),
    "link": "https://example.com/banner",
    "answer": N_("It is ready on Thursday."),
    "news": N_("the new texts are online"),
    "next": N_("photos for the gallery"),
    "reason": N_("the photos came two days later"),
    "needed_for": N_("the gallery"),
    "affects": N_("the start of the campaign"),
    "metric": N_("Orders a week"),
    "value": "40",
    "target": N_("60 orders a week"),
    "off": "12 %",
    "proposal": N_("a second version of the headline"),
}
LISTS = {
    "missing": (N_("12 photos"), N_("access to the map")),
    "outcomes": (N_("the price list is changed"), N_("the gallery waits for the photos")),
    "topics": (N_("prices"), N_("the December campaign")),
    "dates": (N_("the gallery, one week later"),),
    "reports": (N_("the sheet for the week"), N_("the report of the month")),
}
_DAYS = {"due": 5, "old_due": -1, "since": -3, "end": 12, "first": 14, "last": 25, "back": 28, "day": 0}
"""Days from today."""


def sample_values(words: Words, language: str, today: date, owner: str) -> dict[str, object]:
    """A value for every placeholder, in the language of `words`; days are counted from `today`."""
    found: dict[str, object] = {name: words.text(text) for name, text in TEXTS.items()}
    found |= {name: tuple(words.text(each) for each in texts) for name, texts in LISTS.items()}
    found |= {name: today + timedelta(days=days) for name, days in _DAYS.items()}
    month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    return found | {
        "called": NAMES.get(language, NAMES["en"]),
        "owner": owner,
        "at": today + timedelta(days=3),
        "minutes": 30,
        "week": today.isocalendar().week,
        "month": words.month(month),
    }
