"""Plays the sample talk: every act calls a verb of the journal, with names of earlier entries turned into numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from app.demo.story import StoryAct
from app.facts.flags import Flag
from app.facts.terms import AgreedChannel
from app.journal.agreements import with_terms
from app.journal.journal import Journal
from app.resources import resource

_NUMBERS = frozenset(("item", "message", "about", "person", "to", "of", "who", "participants", "needed_for", "call",
                      "agreement", "agreed_in", "announced_by", "signer", "instead_of", "because",
                      "threatens"))  # fmt: skip
"""Keys that hold numbers of entries: in the files they hold the name of an earlier act."""

Made = int | tuple[int, ...]
"""The numbers of the entries that a verb gives back."""


class Stage:
    """An open journal and the names of what was recorded so far."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._clients: dict[str, int] = {}
        self._entries: dict[tuple[str, str], int] = {}

    def play(self, act: StoryAct) -> None:
        """Do one act; the clock stands at its time already."""
        values = {key: self._resolved(act.client, key, value) for key, value in act.values.items()}
        if "happened" in values:
            values["at"] = values.pop("happened")
        if "files" in values:
            values["attachments"] = [self._attached(name) for name in values.pop("files")]
        result = self._do(act, values)
        numbers = (result,) if isinstance(result, int) else result
        for name, number in zip((act.name, *act.makes), numbers, strict=False):
            self._entries[act.client, name] = number

    def _do(self, act: StoryAct, values: dict[str, Any]) -> Made:
        if act.do == "clients.add":
            self._clients[act.client] = self.journal.clients.add(**values)
            return self._clients[act.client]
        client = self._clients[act.client]
        own: dict[str, Callable[[int, dict[str, Any]], Made]]
        own = {"agree": self._agree, "promise": self._promise, "give_sheet": self._give_sheet,
               "me": self._me, "snooze": self._snooze, "dismiss": self._dismiss, "record": self._record}  # fmt: skip
        if act.do in own:
            return own[act.do](client, values)
        room, _, verb = act.do.partition(".")
        first = values.pop("item", client)
        result: Made = getattr(getattr(self.journal, room), verb)(first, **values)
        return result

    def _attached(self, name: str) -> dict[str, Any]:
        """A shipped file, taken in like one that a client sent."""
        kept = self.journal.files.keep_file(resource("demo", "files", name))
        return {"sha256": kept.sha256, "size": kept.size, "name": name}

    def _resolved(self, client: str, key: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {inner: self._resolved(client, inner, each) for inner, each in value.items()}
        if isinstance(value, list):
            return [self._resolved(client, key, each) for each in value]
        if isinstance(value, str):
            if key in _NUMBERS:
                return self._entries[client, value]
            return self._entries.get((client, value), value) if key == "by" else value
        return value.isoformat() if key == "by" and isinstance(value, date) else value

    def _agree(self, client: int, values: dict[str, Any]) -> int:
        """A version of the agreement: a preset, its channels, and the terms that differ."""
        channels = [AgreedChannel(**{**each, "purposes": tuple(each["purposes"])}) for each in values.pop("channels")]
        terms = self.journal.agreements.proposed(client, values["preset"], channels)
        return self.journal.agreements.make(client, with_terms(terms, values.pop("terms", {})), **values)

    def _promise(self, client: int, values: dict[str, Any]) -> int:
        """A date for an edit, counted from when it was asked, confirmed or returned."""
        edit = self.journal.edits.get(values.pop("item"))
        received = edit.returns[-1].at if edit.returns else edit.confirmed.at if edit.confirmed else edit.begun
        is_provisional, on = values.get("is_provisional", False), values.pop("on", None)
        counted = self.journal.edits.count(client, received, edit.size, is_provisional=is_provisional, on=on)
        return self.journal.edits.promise(edit.number, counted.promised, **values)

    def _give_sheet(self, client: int, values: dict[str, Any]) -> tuple[int, ...]:
        """Print this week's sheet and give it."""
        week = self.journal.weeks.this_week(client)
        paper = self.journal.weeks.print_paper(client, week)
        return self.journal.weeks.mark_as_given(client, week, paper, **values)

    def _me(self, client: int, values: dict[str, Any]) -> int:
        """What changes for the owner, whoever the client of the file is."""
        return self.journal.record("owner.changed", 0, values)

    def _snooze(self, client: int, values: dict[str, Any]) -> int:
        return self.journal.desk.snooze(self._flag(client, values), values["until"], values.get("reason", ""))

    def _dismiss(self, client: int, values: dict[str, Any]) -> int:
        return self.journal.desk.dismiss(self._flag(client, values), values["reason"])

    def _flag(self, client: int, values: dict[str, Any]) -> Flag:
        found = [each for each in self.journal.desk.flags() if each.client == client and each.rule == values["rule"]]
        return next(each for each in found if values.get("item") in (None, each.item))

    def _record(self, client: int, values: dict[str, Any]) -> int:
        return self.journal.record(values.pop("kind"), client, values)
