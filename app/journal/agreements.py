"""Verbs about agreements: a version holds every term with its value (D17)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from app.facts.agreement_effect import Effect
from app.facts.contradictions import Contradiction
from app.facts.terms import AgreedChannel, Agreement, Terms
from app.facts.wall_time import local_date, start_instant
from app.journal.rooms import Room
from app.journal.set_terms import terms_body, with_terms
from app.journal.zones import agreement_at
from app.rules.agreement_effect import effect_of
from app.rules.terms import default_agreement, preset_terms
from app.rules.terms_sense import contradictions, refuse_nonsense
from app.storage.shelf import parties
from app.storage.shelf.agreements import agreements
from app.storage.shelf.talk import talk_since

__all__ = ["Agreements", "terms_body", "with_terms"]


class Agreements(Room):
    """Versions of the regulation, and the terms in force."""

    def make(
        self,
        client: int,
        terms: Terms,
        *,
        effective_from: date | None = None,
        agreed_how: str = "chat",
        preset: str = "",
        **more: Any,
    ) -> int:
        """A new version; old items keep the terms they began under. Gives its number."""
        with self.journal.act() as act:
            start = effective_from or local_date(terms.zone, act.now)
            body = terms_body(terms) | {"effective_from": start, "agreed_how": agreed_how, "preset": preset} | more
            return act.add("agreement.made", client, body)

    def confirm(self, client: int, agreement: int, by: int | None = None, message: int | None = None) -> int:
        """The client confirmed a version."""
        with self.journal.act() as act:
            return act.add("agreement.confirmed", client, {"item": agreement, "by": by, "message": message})

    def proposed(self, client: int, preset: str = "normal", channels: Sequence[AgreedChannel] = ()) -> Terms:
        """Every term of a preset for this client, with the channels given; nothing is written."""
        with self.journal.look() as connection:
            me, found = parties.owner(connection), parties.client(connection, client)
            hours = parties.party_body(connection, parties.OWNER).get("hours", parties.USUAL_HOURS)
            holidays = parties.party_body(connection, client).get("holidays")
        assert found is not None
        terms = preset_terms(
            preset,
            owner_zone=me.zone,
            owner_weekly=hours,
            client_zone=found.zone or me.zone,
            client_holidays=holidays,
        )
        return msgspec.structs.replace(terms, channels=tuple(channels)) if channels else terms

    def remarks(self, client: int, terms: Terms, effective_from: date | None = None) -> tuple[Contradiction, ...]:
        """What is wrong with terms for this client, refused first; nothing is written."""
        with self.journal.look() as connection:
            found = parties.client(connection, client)
        contract = found.contract if found else None
        start = effective_from or local_date(terms.zone, self.journal.clock())
        return contradictions(terms, effective_from=start, contract=contract)

    def effect(self, client: int, terms: Terms, effective_from: date | None = None) -> Effect:
        """What a version of these terms would change and what it will not, as of now; nothing is written.

        Refused where the terms make no calendar (W1).
        """
        now = self.journal.clock()
        refuse_nonsense(terms)
        start = effective_from or local_date(terms.zone, now)
        seen = self.journal.desk.snapshot(client, now)
        with self.journal.look() as connection:
            talk = talk_since(connection, client, start_instant(terms.zone, start))
        return effect_of(seen, talk, terms, start, now)

    def versions(self, client: int) -> tuple[Agreement, ...]:
        """The versions in the order in which they take effect."""
        with self.journal.look() as connection:
            return agreements(connection, client)

    def in_force(self, client: int, at: datetime | None = None) -> Agreement:
        """The version in force at an instant; the default terms (entry 0) while there is none (D17)."""
        with self.journal.look() as connection:
            found = agreement_at(connection, client, at or self.journal.clock())
            if found is not None:
                return found
            each = parties.client(connection, client)
            assert each is not None
            return default_agreement(parties.owner(connection), each)
