"""What is only painted is said in one sentence, with every date and its weekday, on the real pages (6.14, 6.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.desk import Desk
from tests.ui.eyeless import name_of
from ui.theme import Theme
from ui.widgets.balance import BalanceBar
from ui.widgets.clock import Clock
from ui.widgets.count import Count
from ui.widgets.strip import Strip

CARDS = {
    "en": "Кедровый дом, late, 3 reasons",
    "ru": "Кедровый дом, просрочено, 3 повода",
    "es": "Кедровый дом, con retraso, 3 motivos",
}
DAYS = {
    "en": r"Wednesday, 25 November, 2 promises, full",
    "ru": r"[Сс]реда, 25 ноября, 2 обещания, \w+",
    "es": r"[Mm]iércoles,? 25 de noviembre, 2 compromisos, \w+",
}
CLOCKS = {"en": r"15:42 .*Yekaterinburg, in hours until 18:00"}


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def said(page: QWidget | None, kind: type[QWidget]) -> list[str]:
    """What is said of every shown widget of that kind, with all that it holds."""
    assert page is not None
    shown = [each for each in page.findChildren(kind) if each.isVisibleTo(page)]
    return [f"{name_of(each)} | {each.accessibleDescription()}" for each in shown]


@pytest.mark.parametrize("language", CARDS)
def test_a_card_and_the_strip_say_client_severity_and_full_dates(language: str, desk: Desk) -> None:
    desk.bench.speak(language)
    desk.read()
    assert name_of(desk.card("Кедровый дом")).startswith(CARDS[language])
    (strip,) = said(desk.page, Strip)
    assert re.search(DAYS[language], strip), strip


def test_a_clock_says_the_place_and_until_when_somebody_is_there(desk: Desk) -> None:
    clocks = said(desk.page, Clock)
    assert any(re.search(CLOCKS["en"], each) for each in clocks), clocks


def test_lost_days_say_both_sides_never_one(desk: Desk) -> None:
    client = next(each.number for each in desk.journal.clients.all() if each.name == "Casa Jacaranda")
    desk.window.go("client", client)
    desk.read()
    (balance,) = said(desk.window.page, BalanceBar)
    assert re.search(r"Lost days since .*: theirs \d+, mine \d+", balance), balance


def test_the_count_of_an_edit_says_received_days_off_full_days_and_due(desk: Desk) -> None:
    from ui.dialogs.edit import EditForm

    client = next(each.number for each in desk.journal.clients.all() if each.name == "Clínica Dental Albor")
    form = EditForm(desk.bench, client, parent=desk.window, text="Cambiar los precios", channel="whatsapp")
    form.open()
    desk.read()
    count = " ".join(said(form, Count))
    days = r"Received Friday, 20 November\. Off: .*\. Full days: .*\. Due Wednesday, 25 November"
    assert re.search(days, count), count
    form.close()
