"""What the answers of a form are beyond themselves: words that were agreed on, feedback on the work (1.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from app.facts.forms import FormText, rows_of
from app.facts.names import folded
from app.facts.plan import Form
from app.journal.feedback import SUBJECTS

if TYPE_CHECKING:
    from app.journal.journal import Journal

LONGEST_WORD: Final = 200

_NUMBER: Final = re.compile(r"(-?\d{1,15})(?:[.,](\d{1,6}))?\s*(\D.*)?", re.DOTALL)


def record_meaning(
    journal: Journal, text: FormText, before: Form, answers: Mapping[str, str], *, person: int | None, **told: Any
) -> None:
    """Note the words of `expectations` and the marks of `survey`; `before` is the form as it stood until now."""
    if text.sort == "expectations":
        _note_words(journal, text, before.client, answers, told)
    elif text.sort == "survey":
        _give_feedback(journal, text, before, answers, {"person": person} | told)


def _note_words(
    journal: Journal, text: FormText, client: int, answers: Mapping[str, str], told: Mapping[str, Any]
) -> None:
    """Each word once: what was noted before, here or by hand, is settled there and not doubled."""
    known = {folded(each.word) for each in journal.understandings.of_client(client)}
    for row in (row for part in text.parts if part.is_table for row in rows_of(part, answers)):
        word = " ".join(row.get("word", "").split())[:LONGEST_WORD]
        if not word or folded(word) in known:
            continue
        known.add(folded(word))
        said: dict[str, Any] = {key: row[key] for key in ("mine", "theirs") if key in row}
        said |= {**measure(row.get("measure", "")), **told}
        journal.understandings.note(client, word, state="open", **said)


def measure(text: str) -> dict[str, str]:
    """`2 seconds` as number and unit; what has no number in front stays a note."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return {"note": text} if text else {}
    whole, part, unit = found.groups()
    return {"number": f"{whole}.{part}" if part else whole, "unit": " ".join((unit or "").split())[:LONGEST_WORD]}


def _give_feedback(
    journal: Journal, text: FormText, before: Form, answers: Mapping[str, str], told: Mapping[str, Any]
) -> None:
    """Marks and words as feedback; nothing when a further filling changed none of them."""
    now, then = _feedback(text, answers), _feedback(text, before.fields)
    if now != then and (now["scores"] or now["text"]):
        journal.feedback.note(before.client, **now, **told)


def _feedback(text: FormText, answers: Mapping[str, str]) -> dict[str, Any]:
    scores = {key: answers[key] for key in text.score_keys if key in SUBJECTS and key in answers}
    lines = []
    for part in text.parts:
        marked = any(each.score for each in part.fields)
        for each in part.fields:
            if each.key in answers and not each.score:
                lines.append(f"{part.heading if marked else each.label}: {answers[each.key]}")
    return {"scores": scores, "text": "\n".join(lines)}
