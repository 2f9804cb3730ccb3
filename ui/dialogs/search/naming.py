"""Results that are names: clients, people, commands, values of a filter; the best answer first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.facts.name_fit import Fit, fit
from app.facts.visible import visible
from app.words import Words
from ui.actions import COMMANDS, Command
from ui.dialogs.search.choices import Known, choices
from ui.dialogs.search.found import Found
from ui.dialogs.search.typed import Token, filter_word

MOST_NAMES: Final = 6
ICONS: Final = {
    "client": "users",
    "channel": "send",
    "kind": "tag",
    "from": "calendar-days",
    "to": "calendar-days",
}


def clients(known: Known, typed: str) -> list[Found]:
    group = known.words.text("Clients")
    fits = [(fitting, each) for each in known.clients if (fitting := fit(visible(each.name), typed))]
    return [
        Found(group=group, icon="users", text=visible(each.name), hits=fitting.hits, client=each.number)
        for fitting, each in sorted(fits, key=_by_fit)[:MOST_NAMES]
    ]


def people(known: Known, typed: str) -> list[Found]:
    group = known.words.text("People")
    fits = [(fitting, each) for each in known.people if (fitting := fit(visible(each.name), typed))]
    return [
        Found(
            group=group, icon="user", text=visible(each.name), hits=fitting.hits, client=each.client,
            below=" · ".join(filter(None, (known.name_of(each.client), visible(each.role)))),
        )
        for fitting, each in sorted(fits, key=_by_fit)[:MOST_NAMES]
    ]  # fmt: skip


def commands(words: Words, typed: str) -> tuple[Found, ...]:
    named = [(fitting, each) for each in COMMANDS if (fitting := fit(words.text(each.text), typed))]
    chosen = [(fitting, each) for fitting, each in named if each.key not in ("search", "menu")]
    return tuple(command_line(words, each, fitting.hits) for fitting, each in sorted(chosen, key=_by_fit))


def command_line(words: Words, command: Command, hit: tuple[tuple[int, int], ...] = (), group: str = "") -> Found:
    return Found(
        group=group or words.text("Commands"), icon="keyboard", text=words.text(command.text), hits=hit,
        right=command.keys, command=command.key,
    )  # fmt: skip


def filter_values(known: Known, token: Token) -> Iterator[Found]:
    group = filter_word(known.words, token.name).rstrip(":").capitalize()
    for each in choices(known, token.name, token.value):
        yield Found(
            group=group, icon=ICONS[token.name], text=each.text, hits=each.fit.hits,
            choice=(token.name, each.value),
        )  # fmt: skip


def _by_fit(ranked: tuple[Fit, object]) -> Fit:
    return ranked[0]
