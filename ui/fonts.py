"""Inter and JetBrains Mono as QFonts: loaded from `resources/fonts`, unhinted, tabular figures, letter spacing."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from ui.tokens import RESOURCES, tokens

SANS = "Inter"
MONO = "JetBrains Mono"
TABULAR = QFont.Tag("tnum")


@cache
def load_fonts(family: str = SANS) -> tuple[str, ...]:
    """Register a shipped family once; gives the names that were found (none of the files missing is fatal)."""
    found: list[str] = []
    for path in sorted((RESOURCES / "fonts").glob(f"{family.replace(' ', '')}-*.[ot]tf")):
        found += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return tuple(dict.fromkeys(found))


def make_font(style: str, scale: float, *, weight: int | None = None, tabular: bool = False) -> QFont:
    """The font of one step of the type scale (6.1), its size multiplied by `scale`; weight as in CSS (400 to 600)."""
    step = tokens().types[style]
    if style == "mono":
        load_fonts(MONO)  # only hashes are written in it: the first frame does not wait for it
    font = QFont(MONO if style == "mono" else SANS)
    font.setPixelSize(max(1, round(step.px * scale)))
    font.setWeight(QFont.Weight(weight or step.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleHint(QFont.StyleHint.Monospace if style == "mono" else QFont.StyleHint.SansSerif)
    if step.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, step.spacing * scale)
    if tabular:
        font.setFeature(TABULAR, 1)
    return font
