"""What an erasure takes, leaves and cannot call back, in plain sentences; the same in the window and the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.facts.erasure import CopyGiven, ErasurePlan, TakenAs, TakenRecord
from app.papers.erasure_result import FEW, named
from app.papers.kind_names import kind_name
from app.words import Words


class PartSort(StrEnum):
    """What a part of the plan tells."""

    GOES = "goes"
    STAYS = "stays"
    GIVEN = "given"


class PlanPart(Struct, frozen=True, kw_only=True):
    """A part of the plan: a heading and its sentences."""

    sort: PartSort
    title: str
    lines: tuple[str, ...]


def plan_parts(plan: ErasurePlan, words: Words, zone: ZoneInfo) -> tuple[PlanPart, ...]:
    """What goes; what stays; what was given away and cannot be recalled."""
    made = (
        PlanPart(sort=PartSort.GOES, title=words.text("This goes for good"), lines=tuple(_goes(plan, words, zone))),
        PlanPart(sort=PartSort.STAYS, title=words.text("This stays"), lines=tuple(_stays(plan, words))),
        PlanPart(
            sort=PartSort.GIVEN,
            title=words.text("This cannot be called back"),
            lines=tuple(_given(plan, words, zone)),
        ),
    )
    return tuple(part for part in made if part.lines)


def backups_question(plan: ErasurePlan, words: Words) -> str:
    """The one question about older backups, with their names; empty where there is none."""
    if not plan.backups:
        return ""
    return words.plural(
        "Delete {n} backup that still holds the words, once a fresh one is made: {names}",
        "Delete {n} backups that still hold the words, once a fresh one is made: {names}",
        len(plan.backups),
        names=named(plan.backups, words),
    )


def copies_offer(plan: ErasurePlan, words: Words) -> str:
    """What the owner may keep of imported files; empty where no copy can be without the words."""
    names = [file.name for file in plan.sources if file.sha256 in plan.copyable]
    if not names:
        return ""
    return words.text("Keep a copy of {names} without these words", names=named(names, words))


def _goes(plan: ErasurePlan, words: Words, zone: ZoneInfo) -> Iterator[str]:
    for each in plan.records[:FEW]:
        yield _record(each, words, zone)
    if len(plan.records) > FEW:
        more = len(plan.records) - FEW
        yield words.plural("and {n} further record", "and {n} further records", more)
    for file in plan.attachments:
        yield words.text("The attachment {name}: no other entry uses it.", name=file.name)
    for file in plan.sources:
        yield words.text("The imported file {name}: it holds the same words.", name=file.name)
    if plan.reports:
        yield words.text("The program's own error reports: one of them quotes the words.")
    if plan.drafts:
        yield words.plural(
            "{n} unsent draft of this client or with these words",
            "{n} unsent drafts of this client or with these words",
            len(plan.drafts),
        )


def _stays(plan: ErasurePlan, words: Words) -> Iterator[str]:
    yield words.text(
        "Of each record its number, its kind, its hash and when it was recorded, and an entry that says why it went."
    )
    if plan.person:
        yield words.text("What {name} said and was told; from now on it stands under “{new}”.",
                         name=plan.person_name, new=plan.new_name)  # fmt: skip
    if plan.falls and plan.copyable:
        yield words.plural(
            "{n} entry that came out of the imported file. It stays, and rests on your word alone from then on"
            " (class D), unless you keep a copy of the file without these words.",
            "{n} entries that came out of the imported files. They stay, and rest on your word alone from then on"
            " (class D), unless you keep a copy of the file without these words.",
            plan.falls,
        )
    elif plan.falls:
        yield words.plural(
            "{n} entry that came out of the imported file. It stays, and rests on your word alone from then on"
            " (class D).",
            "{n} entries that came out of the imported files. They stay, and rest on your word alone from then on"
            " (class D).",
            plan.falls,
        )
    for name in plan.shared:
        yield words.text("The attachment {name}: another entry uses it.", name=name)
    if plan.also_in:
        yield words.plural(
            "The same words also stand in entry {entries}. Erase it too, if it was asked.",
            "The same words also stand in entries {entries}. Erase them too, if it was asked.",
            len(plan.also_in),
            entries=named([str(n) for n in plan.also_in], words),
        )
    if plan.bound_in:
        yield words.plural(
            "The same words also stand in entry {entries}, which cannot go with this: an agreement, or another"
            " client's. Record what holds now, or erase it there.",
            "The same words also stand in entries {entries}, which cannot go with this: an agreement, or another"
            " client's. Record what holds now, or erase them there.",
            len(plan.bound_in),
            entries=named([str(n) for n in plan.bound_in], words),
        )
    for name in plan.aside:
        yield words.text("The files that a restore moved aside, in {name}. Only you delete them.", name=name)


def _given(plan: ErasurePlan, words: Words, zone: ZoneInfo) -> Iterator[str]:
    for copy in plan.copies[:FEW]:
        yield _copy(copy, words, zone)
    if len(plan.copies) > FEW:
        more = len(plan.copies) - FEW
        yield words.plural("and {n} further copy", "and {n} further copies", more)
    yield words.text(
        "Every export, printed sheet and sent message that left before. An export leaves no entry of its own, so the"
        " journal cannot list those; ask whoever received one to delete it."
    )
    yield words.text("Backups made by hand into other folders, and copies that another program makes of these.")
    if plan.imported:
        yield words.text("The chat itself: importing it again would bring the words back.")


def _record(record: TakenRecord, words: Words, zone: ZoneInfo) -> str:
    day = record.happened.astimezone(zone).date()
    text = record.text.partition("\n")[0][:80]
    kind = kind_name(words, record.kind)
    if record.taken is TakenAs.CHANGE:
        return words.text("Entry {n}, {kind}: it goes together with what it changes.", n=record.seq, kind=kind)
    if not text:
        return words.text("Entry {n}, {kind}, {day:short}", n=record.seq, kind=kind, day=day)
    return words.text("Entry {n}, {kind}, {day:short}: {text}", n=record.seq, kind=kind, day=day, text=text)


def _copy(copy: CopyGiven, words: Words, zone: ZoneInfo) -> str:
    day = copy.at.astimezone(zone).date()
    if copy.kind == "journal.checked":
        return words.text("{day:short}: the journal was checked; an export may have followed.", day=day)
    kind = kind_name(words, copy.kind)
    if copy.period and copy.to:
        return words.text("{day:short}: {kind} {period}, to {to}, entry {n}", day=day, kind=kind, period=copy.period,
                          to=copy.to, n=copy.entry)  # fmt: skip
    if copy.period:
        return words.text("{day:short}: {kind} {period}, entry {n}", day=day, kind=kind, period=copy.period,
                          n=copy.entry)  # fmt: skip
    return words.text("{day:short}: {kind}, entry {n}", day=day, kind=kind, n=copy.entry)
