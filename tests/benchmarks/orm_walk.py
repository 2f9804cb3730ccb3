"""What Q5 is held against: every entry of every client loaded through an ORM, and looked at one by one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import ForeignKey, create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship  # noqa: TID251

from app.storage.driver import connect, driver


class Mapping(DeclarativeBase):
    """Two tables of the journal as classes."""


class Party(Mapping):
    """A client with all of their entries."""

    __tablename__ = "party"
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    entries: Mapped[list[Logged]] = relationship(order_by="Logged.seq")


class Logged(Mapping):
    """An entry of the log."""

    __tablename__ = "log"
    seq: Mapped[int] = mapped_column(primary_key=True)
    client: Mapped[int] = mapped_column(ForeignKey("party.number"))
    kind: Mapped[str]
    rec_utc: Mapped[str]
    record: Mapped[bytes]


def walk(path: Path) -> dict[int, tuple[Any, Any, int]]:
    """For each client: when they last wrote, when I did, and how many edits are open; found the naive way."""
    engine = create_engine("sqlite://", module=driver(), creator=lambda: connect(path, "ro"))
    try:
        with Session(engine) as session:
            return {party.number: _look(party) for party in session.query(Party).filter(Party.number > 0)}
    finally:
        engine.dispose()


def _look(party: Party) -> tuple[Any, Any, int]:
    last_in = last_out = None
    still_open: set[int] = set()
    for entry in party.entries:
        body = json.loads(entry.record)["body"]
        if entry.kind == "message.received":
            last_in = body["happened"]["at"]
        elif entry.kind == "message.sent":
            last_out = body["happened"]["at"]
        elif entry.kind == "edit.requested":
            still_open.add(entry.seq)
        elif entry.kind == "edit.accepted":
            still_open.discard(body["item"])
    return last_in, last_out, len(still_open)
