"""Reads the sample talk: one TOML file per client, one `[[act]]` per act of the owner, in the owner's wall time."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.resources import resource

ZONE = "Europe/Madrid"
"""The wall time of the files: the owner's."""


class StoryAct(Struct, frozen=True, kw_only=True):
    """One act: when (UTC), with which client, which verb, what the verb is given, and what its entry is called."""

    at: datetime
    client: str
    do: str
    values: dict[str, Any]
    name: str = ""
    makes: tuple[str, ...] = ()
    """Names of the items that a call made."""


def owner_body() -> dict[str, Any]:
    """The body of owner.changed of the sample's owner."""
    return dict(_plain(_toml("owner")))


def acts(clients: tuple[str, ...]) -> list[StoryAct]:
    """The acts with all clients, in the order in which they were recorded."""
    found = [_act(client, table) for client in clients for table in _toml(client)["act"]]
    return sorted(found, key=_at)


def _at(act: StoryAct) -> datetime:
    return act.at


def _act(client: str, table: dict[str, Any]) -> StoryAct:
    values = dict(_plain(table))
    return StoryAct(
        at=values.pop("at"),
        do=values.pop("do"),
        name=values.pop("is", ""),
        makes=tuple(values.pop("makes", ())),
        client=client,
        values=values,
    )


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(resource("demo", f"{name}.toml")).read_text(encoding="utf-8"))


def _plain(value: Any) -> Any:
    """Wall times of the files as instants, texts of several lines without the last line end."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
