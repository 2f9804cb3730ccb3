"""The languages in which drafts and snippets are written: those shipped, and those of the owner's clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.choice import Choice

if TYPE_CHECKING:
    from ui.workbench import Workbench

NAMES = {"en": "English", "ru": "Русский", "es": "Español"}
"""Each in its own words, so that everybody finds theirs."""


def language_choices(workbench: Workbench) -> list[Choice]:
    """English, Russian, Spanish, then what else the clients speak, by its code."""
    spoken = {each.language.casefold().split("-")[0] for each in workbench.journal.clients.all() if each.language}
    others = sorted(spoken - NAMES.keys())
    return [*(Choice(key, name) for key, name in NAMES.items()), *(Choice(code, code) for code in others)]
