"""What a verdict says to whoever verifies a file: two sentences, and what would make it stronger (4.3)."""

from __future__ import annotations

from app.words import N_, Words

_SAID = {
    "INVALID": (
        N_("Bytes contradict the list, the head or the signature."),
        N_(
            "What is named below was changed, cut off or is missing; nothing here can be relied on until that is clear."
        ),
    ),
    "DIVERGED": (
        N_("Valid inside, but it contradicts a head that you hold."),
        N_("There are two versions of this journal, or the paper belongs to another one."),
    ),
    "UNANCHORED": (
        N_("Valid inside only."),
        N_("Whoever has the owner's key could have written all of it anew, at any time."),
    ),
    "TIMED": (
        N_("A time stamp was checked against the root that you chose."),
        N_("Entries 1 to {n} were there at that time; that there was no second version it does not show."),
    ),
    "HELD": (
        N_("It matches a head that you hold."),
        N_("Entries 1 to {n} were not changed, and none was put in or taken out, since you received it."),
    ),
    "ACKNOWLEDGED": (
        N_("It matches a head that you hold, and the client's own message quotes it."),
        N_("Both sides have the same entries 1 to {n}."),
    ),
}
_STRONGER = {
    "INVALID": N_("Have the file sent again as it was made, and verify it once more."),
    "DIVERGED": N_("Compare the digits once more. If they are right, keep the paper and this file as they are."),
    "UNANCHORED": N_("Stronger with a head that you hold yourself, from a sheet or a mail."),
    "TIMED": N_("Stronger with a head that you hold yourself: it shows that nothing was left out, too."),
    "HELD": N_("Stronger when the client's own reply, out of an export or a signed mail, quotes the head."),
}
_LATER = N_("What lies after entry {n} needs a later head.")


def verdict_sentences(words: Words, verdict: str, up_to: int) -> tuple[str, str]:
    """What it is, and what that means."""
    what, meaning = _SAID[verdict]
    return words.text(what), words.text(meaning, n=up_to)


def stronger(words: Words, verdict: str, up_to: int, entries: int) -> str:
    """What would make it stronger; empty for the best verdict over everything."""
    said = [words.text(_STRONGER[verdict])] if verdict in _STRONGER else []
    if verdict not in ("INVALID", "DIVERGED", "UNANCHORED") and up_to < entries:
        said.append(words.text(_LATER, n=up_to))
    return " ".join(said)
