"""When a message was written and last changed: UTC where Telegram says it, else a wall clock that needs a zone (B2)."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.exchange.importing import Basis
from app.exchange.telegram.written import Strange, Written

_UTC_SAID = Basis.EXPORT_UTC
_LAST_SECOND = 32_503_680_000  # the beginning of the year 3000


class NoZone(Strange):
    """The message has a date without a zone and nothing better; a zone must be chosen."""


def happened(message: Written, zone: ZoneInfo | None) -> tuple[datetime, Basis]:
    """`date_unixtime` is the truth; `date` is this computer's wall clock at export and needs a zone."""
    if message.date_unix is not None:
        return _instant(message.date_unix), _UTC_SAID
    if not message.date:
        raise Strange("no date")
    try:
        local = datetime.fromisoformat(message.date)
    except ValueError:
        raise Strange("the date cannot be read") from None
    if not 1970 < local.year < 3000:
        raise Strange("the date cannot be read")
    if local.tzinfo is not None:
        return local.astimezone(UTC).replace(microsecond=0), Basis.EXPORT_UTC
    if zone is None:
        raise NoZone("a date without a zone")
    return local.replace(tzinfo=zone, microsecond=0).astimezone(UTC), Basis.EXPORT_LOCAL


def _instant(seconds: str | int) -> datetime:
    if isinstance(seconds, str):
        seconds = int(seconds) if seconds.isdecimal() and len(seconds) < 20 else -1
    if not 0 < seconds <= _LAST_SECOND:
        raise Strange("the date cannot be read")
    return datetime.fromtimestamp(seconds, UTC)


def edited(message: Written) -> str:
    """When it was last changed; old exports wrote 1970 for never, and then no zone."""
    if message.edited_unix is None:
        said = message.edited or ""
        return "" if said.startswith("1970-") else said[:32]
    try:
        return f"{_instant(message.edited_unix):%Y-%m-%dT%H:%M:%SZ}"
    except Strange:
        return ""
