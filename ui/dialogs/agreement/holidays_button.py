"""Public holidays in a form: country and part, and behind it the list of the year (6.10, W13)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.public_holidays import NamedCode
from app.words import Words
from ui.dialogs.agreement.field_button import FieldButton

Body = dict[str, Any]
Extra = tuple[dict[str, str], ...]
Ask = Callable[[Callable[[], Any], Callable[[Any], object]], None]
"""As `Workbench.ask`."""


@lru_cache(maxsize=4)
def countries(language: str) -> tuple[NamedCode, ...]:
    """All countries by name; asked once, because the library is slow to load."""
    from app.journal.holidays import country_names

    return country_names(language)


def chosen_text(words: Words, body: Body) -> str:
    """Country and part in words: "Spain, Valenciana"."""
    code = body.get("country", "")
    if not code:
        return words.text("none")
    from app.journal.holidays import part_names

    country = next((each.name for each in countries(words.language) if each.code == code), code)
    wanted = body.get("subdivision", "")
    part = next((each.name for each in part_names(code) if each.code == wanted), wanted) if wanted else ""
    return f"{country}, {part}" if part else str(country)


def _named(words: Words, body: Body) -> tuple[Body, str]:
    return body, chosen_text(words, body)


class HolidaysButton(FieldButton):
    """`changed` after the user chose other holidays; `body` and `extra` are in the shapes of owner.changed."""

    changed = Signal()

    def __init__(
        self, words: Words, body: Body, extra: Extra, today: date, parent: QWidget | None = None, ask: Ask | None = None
    ) -> None:
        super().__init__("", "calendar-days", parent)
        self._words, self._today, self._ask = words, today, ask
        self.clicked.connect(self._open)
        self.choose(body, extra)

    def choose(self, body: Body, extra: Extra) -> None:
        """Show other holidays without saying so."""
        self.body, self.extra = body, extra
        if self._ask is None:
            self.show_chosen(chosen_text(self._words, body))
        else:  # the library of holidays is loaded beside the window
            self.show_chosen(body.get("country", ""))
            self._ask(partial(_named, self._words, body), self._name)

    def _name(self, named: tuple[Body, str]) -> None:
        body, text = named
        if body is self.body:
            self.show_chosen(text)

    def _open(self) -> None:
        from ui.dialogs.agreement.holidays_form import HolidaysForm

        dialog = HolidaysForm(self._words, self.body, self.extra, self._today, self.window())
        dialog.given.connect(self._take)
        dialog.open()

    def _take(self, body: Body, extra: Extra) -> None:
        self.choose(body, extra)
        self.setFocus()
        self.changed.emit()
