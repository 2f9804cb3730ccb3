"""A real journal in a real file: an owner in Valencia, a client in Moscow, the contact Ольга and the voice Игорь."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.facts.terms import AgreedChannel
from app.journal.journal import Journal
from app.journal.opening import create_journal

MONDAY = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
HOURS = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}


@dataclass
class Shore:
    """The journal, its clock, and the numbers of who is in it."""

    journal: Journal
    clock: FixedClock
    client: int = 0
    olga: int = 0
    igor: int = 0
    agreement: int = 0


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Shore]:
    """A journal with its owner alone."""
    clock = FixedClock(MONDAY)
    owner = {"name": "Elena Marín", "zone": "Europe/Madrid", "hours": HOURS, "languages": ["es"]}
    journal = create_journal(tmp_path / "journal.ashore", owner, clock)
    yield Shore(journal, clock)
    journal.close()


@pytest.fixture
def shore(bare: Shore) -> Shore:
    """A client with a contact, a voice and an agreement."""
    journal = bare.journal
    bare.client = journal.clients.add("Мастерская «Глина»", zone="Europe/Moscow", language="ru")
    bare.olga = journal.clients.add_person(bare.client, "Ольга Никитина", called="Ольга")
    bare.igor = journal.clients.add_person(bare.client, "Игорь Савин")
    journal.clients.designate(bare.client, bare.olga, date(2026, 11, 2))
    telegram = AgreedChannel(channel="telegram", address="@olga_glina", preferred=True)
    terms = journal.agreements.proposed(bare.client, "normal", [telegram])
    bare.agreement = journal.agreements.make(bare.client, terms)
    journal.agreements.confirm(bare.client, bare.agreement)
    return bare
