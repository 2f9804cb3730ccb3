"""The words of the rail out of a reading of the day: pages with counts, clients by urgency (6.2)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.words import N_, Words
from ui.widgets.rail import SHOWN_CLIENTS, RailClient, RailContent, RailEntry

if TYPE_CHECKING:
    from app.facts.today import ClientNow, Today
    from ui.workbench import Checked

ENTRIES = (
    ("today", N_("Today"), "sunrise"),
    ("clients", N_("Clients"), "users"),
    ("calls", N_("Calls"), "phone"),
    ("edits", N_("Edits"), "pencil-line"),
    ("week", N_("Week"), "calendar-range"),
    ("evidence", N_("Evidence"), "shield-check"),
)
"""The pages of the rail in the order of Ctrl+1 to Ctrl+6."""

SEVERITIES = {"late": N_("{client}, late"), "today": N_("{client}, today"), "soon": N_("{client}, soon")}


def rail_content(words: Words, today: Today | None, checked: Checked | None = None) -> RailContent:
    """The rail; without counts and clients while nothing is read yet."""
    keys = "Cmd" if sys.platform == "darwin" else "Ctrl"
    counts = _counts(today)
    clients = today.clients if today else ()
    more = words.text("all {n}", n=len(clients)) if len(clients) > SHOWN_CLIENTS else ""
    return RailContent(
        name="Ashore",
        search=words.text("Search"),
        search_keys=f"{keys} K",
        entries=tuple(
            RailEntry(key, words.text(name), icon, counts.get(key, 0), f"{keys}+{n}")
            for n, (key, name, icon) in enumerate(ENTRIES, 1)
        ),
        clients_title=words.text("Active clients"),
        clients=tuple(_client(words, each) for each in clients),
        more=more,
        checked=_checked(words, today, checked),
        checked_ok=checked is None or checked.sound,
        settings=words.text("Settings"),
        settings_hint=f"{keys}+,",
    )


def _checked(words: Words, today: Today | None, checked: Checked | None) -> str:
    if checked is None or today is None:
        return ""
    if not checked.sound:
        return words.text("The journal is damaged")
    from zoneinfo import ZoneInfo

    return words.text("Journal checked {time}", time=words.time(checked.at, ZoneInfo(today.owner.zone)))


def _counts(today: Today | None) -> dict[str, int]:
    if today is None:
        return {}
    return {
        "today": len(today.flags),
        "clients": len(today.clients),
        "calls": today.open_calls,
        "edits": today.open_edits,
    }


def _client(words: Words, each: ClientNow) -> RailClient:
    from app.facts.visible import visible

    name = visible(each.client.name)
    if each.severity is None:
        return RailClient(str(each.client.number), name, "none", name)
    spoken = words.text(SEVERITIES[each.severity.value], client=name)
    return RailClient(str(each.client.number), name, each.severity.value, spoken)
