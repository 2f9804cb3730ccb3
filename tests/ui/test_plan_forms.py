"""The forms of the plan: each writes its entry, says beside the field what is wrong, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.shore import Shore, key, type_in
from ui.dialogs.plan.feedback import FeedbackForm
from ui.dialogs.plan.form import PlanForm, decimal_typed
from ui.dialogs.plan.goal import GoalForm
from ui.dialogs.plan.objection import ObjectionForm
from ui.dialogs.plan.payment import PaymentForm
from ui.dialogs.plan.planning import PlanningForm
from ui.dialogs.plan.risk import RiskForm
from ui.dialogs.plan.stage import StageForm
from ui.dialogs.plan.understanding import UnderstandingForm
from ui.dialogs.typed_values import put

MakeForm = Callable[..., PlanForm]
FORMS: tuple[MakeForm, ...] = (
    StageForm,
    RiskForm,
    GoalForm,
    UnderstandingForm,
    ObjectionForm,
    PaymentForm,
    FeedbackForm,
    PlanningForm,
)


@pytest.fixture
def behind(behind: QWidget, shore: Shore) -> QWidget:
    shore.bench.window = behind
    return behind


def fill(form: PlanForm, **fields: str) -> None:
    for name, text in fields.items():
        field = form.fields[name]
        put(getattr(field, "editor", field), text)


def error(form: PlanForm, name: str) -> str:
    return str(getattr(form.fields[name], "error", ""))


def test_a_stage_is_planned_with_its_day_and_can_be_corrected(shore: Shore, behind: QWidget) -> None:
    """1.3, B3."""
    form = StageForm(shore.bench, shore.client, parent=behind)
    fill(form, title="Textos", deliverable="Un documento", due="2026-05-29")
    form.save()
    entry = shore.last()
    assert (entry.kind, entry.body["title"], entry.body["closing"]) == (
        "stage.planned",
        "Textos",
        "2026-05-29T16:00:00Z",
    )
    assert shore.bench.steps[-1].notice.step == "Correct"


def test_a_stage_without_a_day_waits_for_one(shore: Shore, behind: QWidget) -> None:
    """1.3: due may come later (D1)."""
    form = StageForm(shore.bench, shore.client, parent=behind)
    fill(form, title="Textos", undated="yes")
    assert not form.due.isEnabled()
    form.save()
    assert "due" not in shore.last().body


def test_a_day_before_the_plan_is_said_beside_the_day(shore: Shore, behind: QWidget) -> None:
    """D3: the refusal of the verb stands beside its field, and the form stays."""
    form = StageForm(shore.bench, shore.client, parent=behind)
    fill(form, title="Textos", due="2026-05-01")
    form.open()
    before = shore.kinds()
    form.save()
    assert "before it was planned" in error(form, "due")
    assert (shore.kinds(), form.isVisible()) == (before, True)


def test_a_risk_is_noted_and_its_message_opens(shore: Shore, behind: QWidget) -> None:
    """F17: a risk wants to be told."""
    stage = shore.journal.plan.plan(shore.client, "Textos")
    form = RiskForm(shore.bench, shore.client, parent=behind)
    fill(form, text="El fotógrafo está enfermo", threatens=str(stage), cause="third_party")
    form.save()
    entry = shore.last()
    assert (entry.body["threatens"], entry.body["cause"]) == (stage, "third_party")
    name, client, what = shore.bench.opened[-1]
    assert (name, client, what["about"]) == ("compose", shore.client, (entry.seq,))


def test_a_goal_is_set_in_the_numbers_of_ones_language(shore: Shore, behind: QWidget) -> None:
    """B1: readings are decimal strings, however they were typed."""
    form = GoalForm(shore.bench, shore.client, parent=behind)
    fill(form, metric="Ventas", base="1 200,50", target="2000", unit="EUR", since="2026-05-01", by="2026-07-31")
    form.save()
    assert (shore.last().kind, shore.last().body["base"]) == ("goal.set", "1200.50")


@pytest.mark.parametrize(
    ("fields", "at", "said"),
    [
        ({"base": "forty"}, "base", "Write a number"),
        ({"target": ""}, "target", "Write a number"),
        ({"by": "2026-05-01"}, "by", "not after it begins"),
        ({"metric": " "}, "metric", "needs a metric"),
    ],
)
def test_a_goal_that_leads_nowhere_is_said_beside_its_field(
    shore: Shore, behind: QWidget, fields: dict[str, str], at: str, said: str
) -> None:
    """D3, F20."""
    form = GoalForm(shore.bench, shore.client, parent=behind)
    whole = {"metric": "Ventas", "base": "40", "target": "60", "since": "2026-05-01", "by": "2026-07-31"}
    fill(form, **whole | fields)
    before = shore.kinds()
    form.save()
    assert said in error(form, at)
    assert shore.kinds() == before


def test_a_word_is_noted_with_both_meanings(shore: Shore, behind: QWidget) -> None:
    """1.3: understanding.noted."""
    form = UnderstandingForm(shore.bench, shore.client, parent=behind)
    fill(form, word="buena página", mine="Abre en dos segundos", theirs="Que parezca cara")
    form.save()
    assert (shore.last().body["mine"], shore.last().body["theirs"]) == ("Abre en dos segundos", "Que parezca cara")


def test_an_objection_goes_through_its_steps_and_rests_in_a_pause(shore: Shore, behind: QWidget) -> None:
    """3.3, C5: six fields, each written when it comes."""
    form = ObjectionForm(shore.bench, shore.client, parent=behind)
    fill(form, what="Es caro", pausing="yes", until="2026-05-18")
    form.hour.editor.set_at(time(9, 0))
    form.save()
    number = shore.last().seq
    assert shore.last().body["pause_until"] == "2026-05-18T07:00:00Z"
    found = shore.journal.objections.get(number)
    again = ObjectionForm(shore.bench, parent=behind, objection=found)
    fill(again, paraphrase="Temes pagar dos veces", proposals="Dos pasos\nSin fotos")
    again.save()
    body = shore.last().body
    assert (body["item"], body["proposals"]) == (number, ["Dos pasos", "Sin fotos"])
    assert "pause_until" not in body
    last = ObjectionForm(shore.bench, parent=behind, objection=shore.journal.objections.get(number))
    last.resolve()
    assert error(last, "outcome") == "Write what came of it."
    fill(last, outcome="Dos pasos")
    last.resolve()
    assert not shore.journal.objections.get(number).open


def test_a_payment_keeps_its_cents(shore: Shore, behind: QWidget) -> None:
    """B1: money is a decimal string and its currency."""
    form = PaymentForm(shore.bench, shore.client, parent=behind)
    form.save()
    assert "needs its sum" in error(form, "sum")
    fill(form, sum="1 200", **{"for": "mayo"})
    form.save()
    assert shore.last().body["sum"] == {"amount": "1200.00", "currency": "EUR"}


def test_feedback_needs_a_score_or_words(shore: Shore, behind: QWidget) -> None:
    """1.9 survey."""
    form = FeedbackForm(shore.bench, shore.client, parent=behind)
    form.save()
    assert "at least one score" in error(form, "text")
    fill(form, work="5", talk="4")
    form.save()
    assert shore.last().body["scores"] == {"work": "5", "talk": "4"}


def test_a_planning_session_is_noted_for_each_client_that_is_ticked(shore: Shore, behind: QWidget) -> None:
    """1.3: planning.held, one per client."""
    other = shore.journal.clients.add("Casa Jacaranda", zone="Europe/Madrid")
    form = PlanningForm(shore.bench, shore.client, parent=behind)
    fill(form, text="Primero los textos")
    form.boxes[0].setChecked(True)
    form.save()
    assert shore.last().kind == "planning.held"
    assert shore.journal.reading.timeline(other)[-1].body["text"] == "Primero los textos"


@pytest.mark.parametrize("form", FORMS)
def test_escape_leaves_an_empty_form_at_once(shore: Shore, behind: QWidget, form: MakeForm) -> None:
    """6.2."""
    made = form(shore.bench, shore.client, parent=behind)
    made.open()
    key(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


@pytest.mark.parametrize("form", FORMS)
def test_escape_asks_once_and_what_was_typed_is_there_again(shore: Shore, behind: QWidget, form: MakeForm) -> None:
    """6.2: a filled form asks once; 8.3: what was typed is never lost."""
    made = form(shore.bench, shore.client, parent=behind)
    made.open()
    name = next(iter(made.fields))
    fill(made, **{name: "algo"})
    key(made, Qt.Key.Key_Escape)
    assert made.isVisible()
    key(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
    again = form(shore.bench, shore.client, parent=behind)
    assert again.said(name) == "algo"
    again.start_anew()
    assert again.said(name) == ""
    third = form(shore.bench, shore.client, parent=behind)
    assert third.said(name) == ""


def test_what_is_recorded_is_not_kept_as_a_draft(shore: Shore, behind: QWidget) -> None:
    """6.2."""
    form = StageForm(shore.bench, shore.client, parent=behind)
    type_in(form.fields["title"].editor, "Textos")  # type: ignore[union-attr]
    form.save()
    assert not StageForm(shore.bench, shore.client, parent=behind).is_filled


def test_ctrl_enter_saves_every_form(shore: Shore, behind: QWidget) -> None:
    """6.5: the same key everywhere; an empty form says what it needs."""
    for form in FORMS:
        made = form(shore.bench, shore.client, parent=behind)
        made.open()
        made.save()
        assert made.isVisible(), made.windowTitle()
        made.leave()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("40", "40"), ("1 200,50", "1200.50"), ("−3", "-3"), ("", ""), ("abc", None), ("1e400", None), ("NaN", None)],
)
def test_numbers_are_read_as_people_write_them(typed: str, found: str | None) -> None:
    """B1: decimals as strings."""
    assert decimal_typed(typed) == found


def test_something_planned_in_the_future_is_not_recorded_as_happened(shore: Shore, behind: QWidget) -> None:
    """B2."""
    form = StageForm(shore.bench, shore.client, parent=behind)
    fill(form, title="Textos")
    form.when.day.set_day(date(2026, 5, 16))
    before = shore.kinds()
    form.save()
    assert form.when.error == "That has not come yet. Today?"
    assert shore.kinds() == before
