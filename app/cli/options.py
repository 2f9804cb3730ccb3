"""Options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from re import fullmatch
from typing import Any

import click

from app.cli.terminal import Terminal
from app.errors import Refused

Command = Callable[..., Any]

CHANNELS = ("telegram", "whatsapp", "vk", "email", "phone", "video", "in_person", "other")
PURPOSES = ("kick_off", "regular", "urgent", "final")
REQUEST_SORTS = ("material", "access", "approval", "decision", "payment", "answer", "other")

as_json = click.option("--json", "as_json", is_flag=True, help="Print machine-readable output.")
client_option = click.option("--client", required=True, metavar="NAME", help="The client's name or number.")
channel_option = click.option("--channel", type=click.Choice(CHANNELS), help="Without it the preferred one.")
at_option = click.option(
    "--at", metavar="ISO", help="When it happened, a date alone if the hour is unknown; without it, now."
)
reason_option = click.option("--reason", default="", metavar="TEXT")
message_option = click.option("--message", type=int, metavar="N", help="The message in which it was said.")


class Day(click.ParamType[date]):
    """A date as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Refused("{text} is no date. Write it as 2026-08-03.", text=str(value)) from None


class Number(click.ParamType[str]):
    """A decimal as the record holds it (B1). A comma is refused: it may mean thousands or a fraction."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not fullmatch(r"-?[0-9]+(\.[0-9]+)?", str(value)):
            raise Refused("Write a number, as 40 or 12.5.")
        return str(value)


class Money(click.ParamType[dict[str, str]]):
    """An amount with its currency, such as "1200.00 EUR"."""

    name = "money"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, str]:
        if isinstance(value, dict):
            return value
        found = fullmatch(r"([0-9]+(?:\.[0-9]+)?) ?([A-Z]{3})", str(value))
        if found is None:
            raise Refused("Write an amount with its currency, as «1200.00 EUR».")
        return {"amount": found[1], "currency": found[2]}


class Line(click.ParamType[str]):
    """Words of a person; a line of nothing but spaces is none (D1)."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not str(value).strip():
            raise Refused("There is no text. Write at least one line.")
        return str(value)


class Place(click.Path):
    """A file or folder, from where the command was typed, whichever program carries it out (5.4)."""

    def __init__(self, *, file: bool = True, folder: bool = True) -> None:
        super().__init__(file_okay=file, dir_okay=folder, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        terminal = ctx.find_object(Terminal) if ctx is not None else None
        return super().convert(value if terminal is None else terminal.place(Path(value)), param, ctx)


DAY = Day()
FILE = Place(folder=False)
FOLDER = Place(file=False)
PLACE = Place()
LINE = Line()
NUMBER = Number()
MONEY = Money()


def pairs(values: tuple[str, ...], sign: str, what: str) -> list[tuple[str, str]]:
    """`telegram:@olga` or `title=outcome` taken apart at the first sign; a usage error where it is missing."""
    found = []
    for value in values:
        left, middle, right = value.partition(sign)
        if not middle or not left.strip():
            raise click.UsageError(f"{value!r} is not {what}.")
        found.append((left.strip(), right.strip()))
    return found
