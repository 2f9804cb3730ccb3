"""Every term of 1.4 in the form of a new version: shown, changed, judged beside its field, written as it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.facts.terms import Terms
from app.journal.agreements import with_terms
from app.papers.agreed import CHAPTERS
from app.papers.agreed.sides import Sides
from app.words import words_for
from tests.ui.agreement.bench import Bench
from tests.ui.agreement.test_parts import nameless
from tests.ui.hands import press, write
from ui.dialogs.agreement import AgreementForm
from ui.dialogs.agreement.contract_form import ContractForm
from ui.dialogs.agreement.duty_form import DutyForm
from ui.dialogs.agreement.groups import GROUPS
from ui.dialogs.agreement.penalty_form import PenaltyForm
from ui.dialogs.agreement.report_form import ReportForm
from ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = words_for("en", this_year=2026)
FEE = {"amount": "1200.00", "currency": "EUR"}
WINDOW = {
    "from": {"local": "2026-12-05T10:00", "zone": "Europe/Madrid"},
    "to": {"local": "2026-12-05T14:00", "zone": "Europe/Madrid"},
}
EVERYTHING: dict[str, Any] = {
    "channels": [
        {"channel": "telegram", "address": "@olga", "preferred": True, "purposes": ["correspondence"],
         "binding": "yes", "voice_welcome": "yes"},
        {"channel": "phone", "purposes": ["urgent"], "binding": "no", "voice_welcome": "no"},
    ],
    "binding_text": "We keep what we write.",
    "zone": "Europe/Moscow",
    "my_hours": {"zone": "Europe/Lisbon", "weekly": {"mon": [["09:00", "13:00"], ["14:00", "18:00"]]}},
    "client_hours": {
        "zone": "Europe/Moscow",
        "weekly": {"mon": [["10:00", "19:00"]]},
        "holidays": {"country": "RU", "years": {"2026": [{"on": "2026-05-09", "name": "День Победы"}]}},
    },
    "on_duty": [WINDOW],
    "my_answer": "end_of_next_working_day",
    "client_answer": {"days": 3, "rule": "day_n"},
    "write_first": {"per_week": 1, "silence_ideal": 3, "silence_max": 5},
    "edits": {"small": 2, "normal": 3, "large": 6, "rule": "day_n", "cutoff": "16:30"},
    "provisional": {"days": 2, "rule": "day_n"},
    "edits_included": {"number": 4, "per": "contract"},
    "information": {"days": 4, "rule": "after_full_days", "right_to_stop": "yes", "deemed_accepted": "yes"},
    "acceptance": {"days": 4, "rule": "after_full_days", "edits_by_silence": "no", "stages_by_silence": "yes"},
    "calls": {"every_days": 9, "minutes": 45, "tolerance_days": 3, "beforehand": "no",
              "purposes": ["urgent", "kick_off"]},
    "reports": [
        {"sort": "plan", "every": "month", "day": 25, "format": "a table", "audience": "manager"},
        {"sort": "daily", "every": "working_day", "format": "sheet", "audience": "marketing"},
    ],
    "planning": ["fri", "tue"],
    "start_after_payment": {"days": 2, "rule": "after_full_days"},
    "penalties": [{"sort": "once_percent", "side": "me", "percent": "10", "base": FEE, "cap": FEE}],
    "percent_of_sales": {"percent": "2.5", "minimum_fee": FEE, "above_units": 7, "figures": "sales", "figures_by": "5"},
    "kpi_deviation_percent": "12.5",
    "third_parties": "agreed",
    "case_publication": "yes",
    "client_may_look": "yes",
    "answers_for": ["the text"],
    "cannot_affect": "none",
    "free_clauses": ["First clause\nof two lines.", "Second clause."],
}  # fmt: skip


def form_of(bench: Bench, **changes: Any) -> AgreementForm:
    agreements = bench.journal.agreements
    terms = with_terms(agreements.in_force(bench.client).terms, changes)
    agreements.make(bench.client, terms)
    form = AgreementForm(bench.workbench, bench.client)
    bench.show(form, 1160, 760)
    return form


def said(form: AgreementForm, group: str, term: str) -> tuple[str, ...]:
    return form.fields.group(group).lines_of[term].beside.said  # type: ignore[attr-defined, no-any-return]


def test_every_group_of_the_annex_has_its_form() -> None:
    assert list(GROUPS) == [chapter.key for chapter in CHAPTERS]


def test_the_story_of_terms_names_every_term() -> None:
    assert set(EVERYTHING) | {"binding"} == set(Terms.__struct_fields__)


def test_every_term_is_shown_and_read_again_as_it_was(bench: Bench) -> None:
    """D17: a form that only opens changes nothing, whatever was agreed."""
    form = form_of(bench, **EVERYTHING)
    assert form.terms() == form.old.terms
    assert form.changes.said == ()
    form.fields.show_terms(form.terms())
    assert form.terms() == form.old.terms


def test_every_field_of_every_group_is_written(bench: Bench) -> None:
    agreements = bench.journal.agreements
    form = form_of(bench)
    wanted = with_terms(form.old.terms, EVERYTHING)
    form.fields.show_terms(wanted)
    form.fields.changed.emit()
    assert len(form.changes.said) == len(EVERYTHING)
    press(Qt.Key.Key_Return, CONTROL)
    assert not form.isVisible(), form.refusal
    assert agreements.in_force(bench.client).terms == wanted


def test_an_answer_longer_than_the_rhythm_of_calls_is_named_beside_its_field_and_does_not_block(bench: Bench) -> None:
    form = form_of(bench)
    form.fields.show_group("answers")
    form.fields.group("answers").theirs.setFocus()
    for _ in range(10):
        press(Qt.Key.Key_Up)
    [sentence] = said(form, "answers", "client_answer.days")
    assert sentence.startswith("Their answer may take 11 working days, longer than the 14 days from call to call.")
    assert form.fields.rows["answers"].accessibleName() == "Answers, 1 change, look at a remark"
    press(Qt.Key.Key_Return, CONTROL)
    assert not form.isVisible()


def test_silence_that_contradicts_itself_is_refused_and_led_to(bench: Bench) -> None:
    form = form_of(bench)
    form.fields.group("answers").most.set_number(1)
    form.fields.changed.emit()
    size = bench.journal.size_and_head()[0]
    press(Qt.Key.Key_Return, CONTROL)
    refused = "The most days of silence are fewer than the ideal ones. Correct one of the two."
    assert form.isVisible()
    assert (form.refusal, form.fields.current) == (refused, "answers")
    assert said(form, "answers", "write_first.silence_max") == (refused,)
    assert bench.journal.size_and_head()[0] == size


def test_hours_without_a_working_day_are_named_under_their_bars(bench: Bench) -> None:
    form = form_of(bench)
    form.fields.group("hours").theirs.set_week({})
    form.fields.changed.emit()
    beside = form.fields.group("hours").lines_of["client_hours"]._beside  # type: ignore[attr-defined]
    assert beside.said[0].startswith("A calendar needs a working day.")
    assert form.fields.rows["hours"].accessibleName().endswith("something is wrong")


def test_no_channel_is_a_remark_under_the_list(bench: Bench) -> None:
    form = form_of(bench)
    beside = form.fields.group("channels").lines_of["channels"]._beside  # type: ignore[attr-defined]
    assert beside.said == ("No channel is agreed, so every message counts as sent elsewhere. Agree on one.",)


def test_a_penalty_is_described_in_a_dialog_and_refused_there_without_its_base(bench: Bench) -> None:
    form = form_of(bench)
    money = form.fields.group("money")
    money.penalties.more.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PenaltyForm)
    dialog.activateWindow()
    QApplication.processEvents()
    press(Qt.Key.Key_Return, CONTROL)
    assert dialog.refusal == "A penalty in percent needs its base. Say of what sum the percent is taken."
    dialog.base.editor.amount.setFocus()
    write("1200,50")
    dialog.base.editor.currency.setFocus()
    write("eur")
    press(Qt.Key.Key_Return, CONTROL)
    expected = {"sort": "once_percent", "side": "me", "percent": "10",
                "base": {"amount": "1200.50", "currency": "EUR"}}  # fmt: skip
    assert form.terms().penalties == (expected,)
    assert "Penalties: No penalties are agreed. →" in form.changes.said[0]


def test_a_second_report_is_added_and_taken_out(bench: Bench) -> None:
    form = form_of(bench)
    meetings = form.fields.group("meetings")
    meetings.reports.more.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReportForm)
    dialog.every.editor.choose("month")
    dialog.audience.editor.choose("marketing")
    dialog.activateWindow()
    QApplication.processEvents()
    press(Qt.Key.Key_Return, CONTROL)
    reports = form.terms().reports
    assert [(each.sort, each.every, each.day) for each in reports] == [
        ("weekly", "week", None),
        ("monthly", "month", 1),
    ]  # type: ignore[union-attr]
    meetings.reports.remove(1)
    assert form.terms() == form.old.terms


def test_a_sum_that_cannot_be_read_is_said_and_nothing_is_saved(bench: Bench) -> None:
    form = form_of(bench, percent_of_sales=EVERYTHING["percent_of_sales"])
    money = form.fields.group("money")
    form.fields.show_group("money")
    money.percent.setFocus()
    money.percent.selectAll()
    write("five")
    assert said(form, "money", "percent_of_sales.percent")[0].startswith("This is no number.")
    press(Qt.Key.Key_Return, CONTROL)
    assert form.isVisible()


def test_an_agreement_that_begins_in_the_past_says_what_it_would_change(bench: Bench) -> None:
    form = form_of(bench)
    form.fields.version.since.set_day(date(2026, 11, 4))
    assert form.changes.effect_said[0] == (
        "It begins in the past, on Wednesday, 4 November: what has happened since then is judged by the new terms."
    )
    assert "You have answered nothing since then, so no answer is judged anew." in form.changes.effect_said


def test_escape_asks_once_and_what_was_begun_is_taken_up_again(bench: Bench) -> None:
    """6.2: a filled form loses nothing."""
    form = form_of(bench)
    form.fields.group("edits").normal.set_number(7)
    form.fields.changed.emit()
    press(Qt.Key.Key_Escape)
    assert form.isVisible()
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()
    again = AgreementForm(bench.workbench, bench.client)
    bench.show(again, 1160, 760)
    assert again.terms().edits.normal == 7
    again.stepped.emit()
    assert again.terms() == again.old.terms
    press(Qt.Key.Key_Escape)
    assert not again.isVisible()
    anew = AgreementForm(bench.workbench, bench.client)
    assert anew.terms() == anew.old.terms
    anew.deleteLater()


def test_arrows_lead_from_group_to_group_and_tab_into_its_fields(bench: Bench) -> None:
    """6.14: one stop for the list, then the fields in reading order."""
    form = form_of(bench)
    form.fields.rows["version"].setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert (form.fields.current, form.fields.rows["channels"].hasFocus()) == ("channels", True)
    press(Qt.Key.Key_Tab)
    assert form.fields.group("channels").isAncestorOf(QApplication.focusWidget())


def test_the_owners_own_items_keep_their_words_and_the_usual_ones_theirs(bench: Bench) -> None:
    form = form_of(bench)
    field = form.fields.group("rest").texts["answers_for"]
    field.setPlainText(field.toPlainText() + "\nthe photos")
    assert form.terms().answers_for == (*form.old.terms.answers_for, "the photos")


@pytest.mark.parametrize(("percent", "width", "height"), [(100, 1160, 760), (100, 992, 660), (200, 992, 2600)])
def test_nothing_is_cut_in_any_group(bench: Bench, dressed: Theme, percent: int, width: int, height: int) -> None:
    from tests.ui.cutting import cut

    dressed.wear(percent=percent)
    form = form_of(bench, **EVERYTHING)
    form.resize(width, height)
    for group in ("version", *GROUPS):
        form.fields.show_group(group)
        QApplication.processEvents()
        QApplication.processEvents()
        assert cut(form) == [], group
        assert nameless(form) == [], group


@pytest.mark.parametrize(("percent", "width"), [(100, 440), (200, 900)])
def test_nothing_is_cut_in_the_dialogs_of_a_single_line(bench: Bench, dressed: Theme, percent: int, width: int) -> None:
    from tests.ui.cutting import cut

    dressed.wear(percent=percent)
    penalty = {"sort": "per_day_percent", "side": "me", "percent": "2", "base": FEE, "days_are": "working", "cap": FEE}
    sides = Sides("Elena Marín", "Мастерская «Глина»")
    forms = (
        PenaltyForm(WORDS, sides, penalty, str),
        ReportForm(WORDS, None),
        DutyForm(WORDS, "Europe/Madrid", date(2026, 11, 20), WINDOW),
        ContractForm(WORDS, {"from": "2026-11-16", "sum": FEE}, date(2026, 11, 20)),
    )
    for form in forms:
        bench.show(form, width, 2000)
        assert cut(form) == [], type(form).__name__
        assert nameless(form) == [], type(form).__name__
