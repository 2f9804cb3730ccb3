"""How far an erasure is, and what came of it, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.erasure import Doing, Erased
from app.words import N_, Words

FEW = 12
"""So many are named one by one; of more the first are."""

DOING = {
    Doing.WRITING: N_("Writing what was erased, and laying the tables out anew"),
    Doing.FILES: N_("Dropping files and drafts"),
    Doing.SWEEPING: N_("Writing the file anew, without the words"),
    Doing.CHECKING: N_("Checking everything that stays"),
    Doing.BACKUP: N_("Making a fresh backup, and deleting the older ones"),
}


def result_lines(done: Erased, words: Words) -> tuple[str, ...]:
    """What was done, what the check says, what became of the backups."""
    said = [
        words.plural(
            "{n} record was erased; entry {entries} says so.",
            "{n} records were erased; entries {entries} say so.",
            len(done.records),
            entries=named([str(n) for n in done.entries], words),
        )
    ]
    if done.copies:
        said.append(
            words.plural(
                "{n} imported file was replaced by a copy without the words; the other entries go on resting on it.",
                "{n} imported files were replaced by copies without the words; the other entries go on resting on"
                " them.",
                done.copies,
            )
        )
    if done.is_sound:
        said.append(words.text("Everything that stays was checked: the chain and every checkpoint hold."))
    else:
        said.append(
            words.plural(
                "The check found {n} problem. Look at it under Evidence; the older backups were kept.",
                "The check found {n} problems. Look at them under Evidence; the older backups were kept.",
                done.problems,
            )
        )
    if done.backup:
        said.append(
            words.plural(
                "A fresh backup was made: {name}. {n} older one was deleted.",
                "A fresh backup was made: {name}. {n} older ones were deleted.",
                len(done.deleted),
                name=done.backup,
            )
        )
    if done.why:
        said.append(words.text("The backups could not be renewed. It is tried again when the journal is opened next."))
    if done.kept:
        said.append(
            words.plural(
                "{n} backup still holds the words: {names}",
                "{n} backups still hold the words: {names}",
                len(done.kept),
                names=named(done.kept, words),
            )
        )
    return tuple(said)


def named(names: Sequence[str], words: Words) -> str:
    """The first few, and how many more."""
    shown = ", ".join(names[:FEW])
    if len(names) <= FEW:
        return shown
    return words.text("{names} and {n} more", names=shown, n=len(names) - FEW)
