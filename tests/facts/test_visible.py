"""What a stranger wrote is shown as it is, but for what hides, turns, or piles up."""

from __future__ import annotations

import unicodedata

import pytest

from app.facts.visible import HIDDEN, LINE_ENDS, PLAIN, visible


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Макет готов: «Глина» – 30 %.\nДалее …", "Макет готов: «Глина» – 30 %.\nДалее …"),
        ("invoice\u202efdp.exe", "invoice‹U+202E›fdp.exe"),
        ("а\u200bб", "а‹U+200B›б"),
        ("line\r\nend\u2028here\tand", "line\nend\nhere    and"),
        ("и\u0306", "и\u0306"),
        ("a" + "\u0300" * 100_000, "a" + "\u0300" * 8 + "‹+99992›"),
        ("\ud800", "‹U+D800›"),
    ],
)
def test_what_hides_is_shown_by_its_number(written: str, shown: str) -> None:
    assert visible(written) == shown


def test_what_passes_unlooked_at_holds_nothing_that_hides_or_piles_up() -> None:
    passing = [chr(code) for code in range(0x110000) if PLAIN.fullmatch(chr(code))]
    assert len(passing) > 1500
    assert [sign for sign in passing if HIDDEN.match(sign) or LINE_ENDS.match(sign)] == []
    assert [sign for sign in passing if unicodedata.category(sign) in ("Mn", "Me", "Cc", "Cf", "Cs")] == ["\n"]
