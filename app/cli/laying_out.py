"""Old derived tables made anew when a command opens the journal: said on standard error where it lasts (7.1)."""

from __future__ import annotations

from time import monotonic

import click

from app.words import Words

PATIENCE_SECONDS = 1.0


class LayingOutSaid:
    """Told how far it is; says so after a moment, and then ever more seldom."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._begun: float | None = None
        self._silent_until = PATIENCE_SECONDS

    def __call__(self, done: int, all_: int) -> None:
        """So many entries are laid out, of so many."""
        now = monotonic()
        if self._begun is None:
            self._begun = now
        if now - self._begun < self._silent_until:
            return
        self._silent_until = 2 * (now - self._begun) + PATIENCE_SECONDS
        percent = self._words.percent(100 * done // max(all_, 1))
        text = "Another version made the tables of this journal. They are laid out anew: {percent}."
        click.echo(self._words.text(text, percent=percent), err=True)
