"""What an entry says: about 170 bytes of text each, mostly Cyrillic, short ones often and long ones seldom."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.benchmarks.story import Event

_SAID = (
    "макет правка завтра сделаем договорились баннер текст цена сайт кампания отчёт согласуем до пятницы ссылка бюджет "
    "пожалуйста посмотрите заголовок фото клиент звонок время спасибо вопрос ответ цвет шрифт кнопка форма заявка "
    "оплата счёт договор срок этап запуск показы клики аудитория the draft landing ready ок 2026 12 000 🙂"
)
_WORDS = _SAID.split()


def said(chance: random.Random) -> str:
    """One text; the lengths of real correspondence: half below 120 bytes, one in twenty over 500."""
    count = min(200, 1 + int(chance.expovariate(1 / 14.5)))
    return " ".join(chance.choices(_WORDS, k=count))


def body_of(event: Event, item: int | None, text: str) -> dict[str, Any]:
    """The body of an event by format 1; `item` is the entry that began the item it belongs to."""
    at = datetime.fromtimestamp(event.at, UTC)
    happened = {"at": at.isoformat(), "zone": "UTC", "precision": "minute", "basis": "typed"}
    body = {"happened": happened, **_beside(event, at, text)}
    if not event.kind.startswith("call."):
        body["text"] = text
    if item is not None:
        body |= {"about": [item]} if event.kind == "message.sent" else {"item": item}
    return body


def _beside(event: Event, at: datetime, text: str) -> dict[str, Any]:
    day = (at + timedelta(days=4)).date().isoformat()
    topic = {"title": text[:60], "agreed": True, "outcomes": [{"what": text[:80], "becomes": "nothing"}]}
    keys: dict[str, dict[str, Any]] = {
        "message.sent": {"channel": "telegram", "to": event.person},
        "message.received": {"channel": "telegram", "person": event.person},
        "edit.requested": {"channel": "telegram", "person": event.person, "size": "normal"},
        "edit.promised": {"channel": "telegram", "on": day, "closing": f"{day}T16:00:00Z", "zone": "Europe/Madrid"},
        "edit.delivered": {"channel": "telegram"},
        "request.made": {"channel": "telegram", "sort": "material", "items": [{"n": 1, "text": text[:60]}]},
        "request.answered": {"complete": True},
        "call.held": {"channel": "telegram", "minutes": 30, "topics": [topic], "participants": [event.person]},
    }
    return keys.get(event.kind, {})
