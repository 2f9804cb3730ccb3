"""What an entry rests on, as a sentence beside it; never more than is true (4.6)."""

from __future__ import annotations

from app.facts.statement import Proof, Rests
from app.words import N_, Words

_SAID = {
    Proof.MAIL: N_("Rests on a signed mail (A)."),
    Proof.PICTURE: N_("Rests on a picture (C)."),
    Proof.OWN_WORD: N_("Rests on what you wrote down (D)."),
}


def rests_sentence(words: Words, rests: Rests) -> str:
    """ "Rests on a messenger's export (B), imported 3 days later. The client confirmed it (ACK, entry 88)."."""
    if rests.proof is Proof.EXPORT:
        said = words.plural(
            "Rests on a messenger's export (B), imported {n} day later.",
            "Rests on a messenger's export (B), imported {n} days later.",
            rests.import_days_later or 0,
        )
    else:
        said = words.text(_SAID[rests.proof])
    sentences = [said]
    if rests.confirmed_by is not None:
        sentences.append(words.text("The client confirmed it (ACK, entry {n}).", n=rests.confirmed_by))
    if rests.also_in is not None:
        sentences.append(words.text("It also stands in the client's own export (DUP, entry {n}).", n=rests.also_in))
    return " ".join(sentences)


def compared_lines(words: Words, here: int, known: int, not_here: int) -> list[str]:
    """What came of the client's own export: entries that stand in it, too, and messages that stand in it alone."""
    lines = [
        words.plural(
            "{n} entry also stands in the client's own export (DUP).",
            "{n} entries also stand in the client's own export (DUP).",
            here + known,
        )
    ]
    if not_here:
        lines.append(
            words.plural(
                "{n} message stands in that export alone; it was not added.",
                "{n} messages stand in that export alone; they were not added.",
                not_here,
            )
        )
    return lines
