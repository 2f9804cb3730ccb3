"""Sentences about backups: where they are, how they stand, what is wrong with them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from app.facts.backups import Backup, BackupsShown, Restored, Why
from app.words import N_, Words

WHY = {
    Why.HAND: N_("by hand"),
    Why.CLOSE: N_("when the program closed"),
    Why.CHANGE: N_("after half an hour of changes"),
    Why.IMPORT: N_("before an import"),
    Why.ERASURE: N_("after an erasure"),
    Why.RESTORE: N_("before a restore"),
}


def where_they_are(words: Words, shown: BackupsShown, zone: ZoneInfo) -> str:
    """For a window without a journal: how many backups there are, where, and how far the newest goes."""
    newest = shown.newest
    if newest is None:
        return words.text("No backup of it was found. Backups would be in {path}.", path=shown.folder)
    found = words.plural(
        "{n} backup is in {path}.", "{n} backups are in {path}.", len(shown.backups), path=shown.folder
    )
    return f"{found} {newest_in_words(words, newest, zone)}"


def newest_in_words(words: Words, newest: Backup, zone: ZoneInfo) -> str:
    """When the newest was made and how far it goes."""
    return words.plural(
        "The newest was made {made:at} and holds {n} entry.",
        "The newest was made {made:at} and holds {n} entries.",
        newest.entries,
        made=words.moment(newest.made, zone),
    )


def trial_in_words(words: Words, shown: BackupsShown, zone: ZoneInfo) -> str:
    """When one of them was last restored into a scratch folder."""
    if shown.tried is None:
        return words.text("None of them was tried out yet; that is done once a month.")
    return words.text("Restorable, checked {day:on}.", day=shown.tried.astimezone(zone).date())


def unsaved_in_words(words: Words, shown: BackupsShown, zone: ZoneInfo) -> str:
    """What no backup holds; empty when they hold everything."""
    since: datetime | None = shown.since
    if since is None:
        return ""
    return words.plural(
        "{n} entry recorded {day:since} is in no backup.",
        "{n} entries recorded {day:since} are in no backup.",
        shown.unsaved,
        day=since.astimezone(zone).date(),
    )


def restored_in_words(words: Words, restored: Restored) -> str:
    """After a restore: how far the journal goes, and where the files are that were there."""
    said = words.plural(
        "The backup is restored: {n} entry.", "The backup is restored: {n} entries.", restored.size
    )  # fmt: skip
    if restored.aside:
        return f"{said} {words.text('The files that were there are in {path}.', path=restored.aside)}"
    return said
