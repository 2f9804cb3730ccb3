"""What a project is held to: stages, goals, risks, words agreed on, objections, forms (1.2, 1.3)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.item import Delivery, Item, Step


class StageDate(Struct, frozen=True, kw_only=True):
    """A day for which a stage is or was planned: by its plan, or by a move that names its cause."""

    entry: int
    at: datetime
    on: date
    closing: datetime | None = None
    cause: str = ""
    """Of a move: me, client, third_party, outside, new_agreement."""
    reason: str = ""
    agreed_in: int | None = None
    """The entry in which the client agreed to the move."""
    told: bool = False
    """The move itself names a message or a channel (B8)."""


class Stage(Item, frozen=True, kw_only=True, tag="stage"):
    """A part of the plan with a deliverable and a day; every day that it ever had stays on record."""

    deliverable: str = ""
    order: int = 0
    dates: tuple[StageDate, ...] = ()
    started: Step | None = None
    deliveries: tuple[Delivery, ...] = ()
    accepted: Step | None = None
    by_silence: bool = False
    dropped: Step | None = None

    @property
    def due(self) -> StageDate | None:
        """The day in force: the last one planned."""
        return self.dates[-1] if self.dates else None


class Risk(Item, frozen=True, kw_only=True, tag="risk"):
    """Something that may go wrong, and whether the client was warned."""

    text: str
    threatens: int | None = None
    cause: str = ""
    known_at: datetime | None = None
    warnings: tuple[Step, ...] = ()
    passed: Step | None = None


class Reading(Struct, frozen=True, kw_only=True):
    """A value of a goal's metric on a day; `value` is a decimal as it was written."""

    entry: int
    at: datetime
    on: date
    value: str


class Goal(Item, frozen=True, kw_only=True, tag="goal"):
    """A metric that is to go from `base` to `target`; decimals as they were written, in `unit`."""

    metric: str
    base: str
    target: str
    since: date
    by: date
    unit: str = ""
    data_source: str = ""
    readings: tuple[Reading, ...] = ()
    """In the order of their days; the last one written holds for a day that was read twice."""
    closed: Step | None = None


class Understanding(Item, frozen=True, kw_only=True, tag="understanding"):
    """A word both sides use ("good site"): what I mean, what they mean, the number that was agreed."""

    word: str
    mine: str = ""
    theirs: str = ""
    value: str = ""
    """The agreed number, a decimal as it was written, in `unit`."""
    unit: str = ""
    state: str = "open"
    """open, agreed or refused."""
    settled: Step | None = None


class Objection(Item, frozen=True, kw_only=True, tag="objection"):
    """Displeasure in six steps: listen (`what`), paraphrase, common ground, proposals, proof, outcome (3.3)."""

    what: str
    paraphrase: str = ""
    common_ground: str = ""
    proposals: tuple[str, ...] = ()
    proof: str = ""
    outcome: str = ""
    pause_until: datetime | None = None
    """Until then nobody writes about anything else (C5, F26)."""
    resolved: Step | None = None


class Form(Item, frozen=True, kw_only=True, tag="form"):
    """A list of 1.9 as it was answered: the last form.filled holds, with all its fields and ticks."""

    sort_of_form: str
    language: str = ""
    fields: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it
    ticks: tuple[str, ...] = ()
    given_by: int | None = None
    fills: tuple[Step, ...] = ()
    closed: Step | None = None
