"""Parts of the forms: public holidays with their list, one channel, names for screen readers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.facts.public_holidays import extra_days_body, holidays_body
from app.facts.terms import AgreedChannel
from app.journal.holidays import holiday_year
from app.words import words_for
from tests.ui.agreement.bench import Bench
from tests.ui.hands import press, write
from ui.dialogs.agreement import AgreementForm, ContactForm, NewClient, OwnerForm, PersonForm
from ui.dialogs.agreement.channel_form import ChannelForm
from ui.dialogs.agreement.channel_list import with_one_preferred
from ui.dialogs.agreement.holidays_form import HolidaysForm

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 20)
WORDS = words_for("en", this_year=2026)


def test_a_public_holiday_that_is_worked_is_taken_off_the_list(bench: Bench) -> None:
    body = holidays_body("ES", "VC", [holiday_year("ES", "VC", 2026, "en")])
    form = bench.show(HolidaysForm(WORDS, body, (), TODAY), 560, 560)
    given: list[tuple[object, object]] = []
    form.given.connect(lambda *bodies: given.append(bodies))
    box = form.days[date(2026, 12, 8)]
    assert box.text().startswith("Tue 8 Dec · ")
    box.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CONTROL)
    [(kept, extra)] = given
    assert kept["off"] == ["2026-12-08"]
    assert (kept["country"], kept["subdivision"], extra) == ("ES", "VC", ())


def test_another_country_brings_its_own_days_and_moved_days(bench: Bench) -> None:
    form = bench.show(HolidaysForm(WORDS, {}, (), TODAY), 560, 560)
    given: list[tuple[object, object]] = []
    form.given.connect(lambda *bodies: given.append(bodies))
    form.country.editor.setFocus()
    form.country.editor.choose("RU")
    form.country.editor.chosen.emit("RU")
    assert not form.part.isVisible()
    assert date(2026, 5, 9) in form.days
    press(Qt.Key.Key_Return, CONTROL)
    [(kept, extra)] = given
    moved = extra_days_body([holiday_year("RU", "", int(year), "en") for year in kept["years"]])
    assert kept["country"] == "RU"
    assert extra == moved


def test_a_year_that_is_not_decreed_is_taken_only_when_it_is_asked_for(bench: Bench) -> None:
    form = bench.show(HolidaysForm(WORDS, {"country": "RU"}, (), date(2040, 3, 1)), 560, 560)
    assert form.days == {}
    form.load(2040)
    assert date(2040, 5, 9) in form.days


def test_the_preferred_channel_must_carry_letters(bench: Bench) -> None:
    form = bench.show(ChannelForm(WORDS, AgreedChannel(channel="phone", purposes=("calls",))))
    form.preferred.setChecked(True)
    press(Qt.Key.Key_Return, CONTROL)
    assert form.refusal == "The preferred channel must be agreed for letters. Tick letters as well."
    form.purposes["correspondence"].setChecked(True)
    given: list[AgreedChannel] = []
    form.given.connect(given.append)
    form.address.editor.setFocus()
    write("+34 910 142 203")
    press(Qt.Key.Key_Return, CONTROL)
    assert given == [
        AgreedChannel(channel="phone", address="+34 910 142 203", purposes=("correspondence", "calls"), preferred=True)
    ]


def test_exactly_one_channel_for_letters_is_preferred_whatever_is_listed() -> None:
    phone = AgreedChannel(channel="phone", purposes=("calls",))
    mail = AgreedChannel(channel="email")
    chat = AgreedChannel(channel="telegram", preferred=True)
    assert [each.preferred for each in with_one_preferred((phone, mail, chat))] == [False, False, True]
    assert [each.preferred for each in with_one_preferred((phone, mail, chat), wanted=1)] == [False, True, False]
    assert [each.preferred for each in with_one_preferred((phone,))] == [False]


def test_whatever_takes_the_focus_has_a_name(bench: Bench) -> None:
    forms = (
        NewClient(bench.workbench),
        ContactForm(bench.workbench, bench.client),
        PersonForm(bench.workbench, bench.client),
        AgreementForm(bench.workbench, bench.client),
        OwnerForm(bench.workbench),
    )
    for form in forms:
        bench.show(form, 900, 700)
        assert [type(each).__name__ for each in nameless(form)] == []


def nameless(page: QWidget) -> list[QWidget]:
    """What Tab reaches and a screen reader could not name."""
    found = []
    for each in page.findChildren(QWidget):
        reached = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) and each.isVisibleTo(page)
        if reached and not isinstance(each, QAbstractScrollArea) and not named(each):
            found.append(each)
    return found


def named(widget: QWidget) -> bool:
    """A name of its own, words on it, or the name of the editor whose line it is."""
    text = getattr(widget, "text", None)
    return bool(widget.accessibleName() or (callable(text) and text()) or widget.parentWidget().accessibleName())
