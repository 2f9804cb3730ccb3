"""A stage, a risk, a goal, a word after they began: what happened next is recorded from their own forms."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.shore import Shore, key, type_in
from ui.dialogs.item import has_form, item_form
from ui.dialogs.item.goal_item import GoalItem
from ui.dialogs.item.risk_item import RiskItem
from ui.dialogs.item.stage_item import StageItem
from ui.dialogs.item.step_form import StepForm
from ui.dialogs.item.word_item import WordItem
from ui.dialogs.plan.objection import ObjectionForm
from ui.widgets.history import PromiseHistory


@pytest.fixture
def behind(behind: QWidget, shore: Shore) -> QWidget:
    shore.bench.window = behind
    return behind


def take(form: StepForm, step: str) -> None:
    form.step.editor.choose(step)
    form.step.editor.chosen.emit(step)


def stage_form(shore: Shore, behind: QWidget, number: int) -> StageItem:
    made = item_form(shore.bench, shore.client, item=number, parent=behind)
    assert isinstance(made, StageItem)
    return made


def test_a_stage_is_begun_moved_delivered_and_accepted(shore: Shore, behind: QWidget) -> None:
    """1.3: the steps of a stage, each from the form in which the state offers it first."""
    stage = shore.journal.plan.plan(shore.client, "Textos", due=date(2026, 5, 29))
    said = shore.journal.talk.received(shore.client, "Mejor el lunes.")
    for step in ("start", "move", "deliver", "accept"):
        form = stage_form(shore, behind, stage)
        take(form, step)
        if step == "move":
            form.due.editor.set_day(date(2026, 6, 1))
            form.agreed.editor.choose(str(said))
        form.save()
        shore.later(minutes=5)
    found = shore.journal.plan.get(stage)
    assert [(each.on, each.cause, each.agreed_in) for each in found.dates] == [
        (date(2026, 5, 29), "", None),
        (date(2026, 6, 1), "client", said),
    ]
    assert found.started is not None
    assert found.deliveries[0].told is not None
    assert found.accepted is not None
    over = stage_form(shore, behind, stage)
    assert over.saving.isHidden()
    assert over.findChild(PromiseHistory) is not None


def test_a_move_into_the_past_is_said_beside_the_day(shore: Shore, behind: QWidget) -> None:
    """D3."""
    stage = shore.journal.plan.plan(shore.client, "Textos", due=date(2026, 5, 29))
    form = stage_form(shore, behind, stage)
    take(form, "move")
    form.due.editor.set_day(date(2026, 5, 1))
    form.save()
    assert "before the day of the move" in form.due.error
    assert shore.last().kind == "stage.planned"


def test_a_risk_is_told_in_a_channel_and_passes(shore: Shore, behind: QWidget) -> None:
    """F17: told is told somewhere."""
    risk = shore.journal.risks.notice(shore.client, "El fotógrafo está enfermo")
    form = item_form(shore.bench, shore.client, item=risk, parent=behind)
    assert isinstance(form, RiskItem)
    form.channel.editor.choose("none")
    form.save()
    assert "Choose the channel" in form.note.error
    form.channel.editor.choose("email")
    form.save()
    assert (shore.last().kind, shore.last().body["channel"]) == ("risk.warned", "email")
    again = item_form(shore.bench, shore.client, item=risk, parent=behind)
    assert isinstance(again, RiskItem)
    assert again.step.editor.key == "pass"
    again.save()
    assert not shore.journal.risks.get(risk).open


def test_a_goal_is_measured_and_a_day_to_come_is_refused_beside_it(shore: Shore, behind: QWidget) -> None:
    """F20: the reading, its day, and the deviation that it shows."""
    goal = shore.journal.goals.set(
        shore.client, "Citas", base="40", target="60", since=date(2026, 5, 1), by=date(2026, 5, 31), unit="citas"
    )
    form = item_form(shore.bench, shore.client, item=goal, parent=behind)
    assert isinstance(form, GoalItem)
    form.save()
    assert "Write a number" in form.value.error
    type_in(form.value.editor, "41,5")
    form.on.editor.set_day(date(2026, 5, 16))
    form.save()
    assert "has not come yet" in form.on.error
    form.on.editor.set_day(date(2026, 5, 14))
    form.save()
    assert shore.journal.goals.get(goal).readings[0].value == "41.5"
    (line,) = shore.journal.plan.page(shore.client).goals
    assert (line.is_off, line.off is not None and round(line.off * 100)) == (True, 15)


def test_a_word_is_agreed_with_its_last_words(shore: Shore, behind: QWidget) -> None:
    """1.3: understanding.settled."""
    word = shore.journal.understandings.note(shore.client, "rápido", mine="En el día")
    form = item_form(shore.bench, shore.client, item=word, parent=behind)
    assert isinstance(form, WordItem)
    type_in(form.number.editor, "2")
    type_in(form.unit.editor, "días")
    form.save()
    found = shore.journal.understandings.get(word)
    assert (found.state, found.value, found.unit, found.mine) == ("agreed", "2", "días", "En el día")
    over = item_form(shore.bench, shore.client, item=word, parent=behind)
    assert isinstance(over, WordItem)
    assert not over.mine.isEnabled()


def test_an_objection_opens_with_what_was_written_of_it(shore: Shore, behind: QWidget) -> None:
    """3.3."""
    number = shore.journal.objections.raise_(shore.client, "Es caro", paraphrase="Temes pagar dos veces")
    assert has_form(shore.journal.reading.item(number))
    form = item_form(shore.bench, shore.client, item=number, parent=behind)
    assert isinstance(form, ObjectionForm)
    assert (form.said("what"), form.said("paraphrase")) == ("Es caro", "Temes pagar dos veces")


def test_a_note_that_was_left_in_the_form_of_an_item_is_there_again(shore: Shore, behind: QWidget) -> None:
    """6.2: a filled form asks once and keeps what was typed."""
    stage = shore.journal.plan.plan(shore.client, "Textos")
    form = stage_form(shore, behind, stage)
    form.open()
    take(form, "drop")
    type_in(form.note.editor, "otro año")
    key(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    key(form, Qt.Key.Key_Escape)
    again = stage_form(shore, behind, stage)
    assert (again.step.editor.key, again.note.editor.text()) == ("drop", "otro año")
    again.save()
    assert shore.last().body["reason"] == "otro año"


def test_after_a_rest_the_new_day_is_proposed_and_told(shore: Shore, behind: QWidget) -> None:
    """D11: the working days that were left when my clock stopped, counted anew from their answer."""
    stage = shore.journal.plan.plan(shore.client, "Textos", due=date(2026, 5, 22))
    asked = shore.journal.requests.make(shore.client, ["Fotos"], on=date(2026, 5, 18), needed_for=[stage])
    shore.later(days=7)
    shore.journal.requests.answer(asked, [1], complete=True)
    shore.later(minutes=10)
    form = stage_form(shore, behind, stage)
    assert form.step.editor.key == "move"
    assert form.due.editor.day == date(2026, 5, 28)
    form.save()
    assert (shore.last().kind, shore.last().body["due"]) == ("stage.moved", "2026-05-28")
    (line,) = shore.journal.plan.page(shore.client).stages
    assert (line.state, line.due) == ("planned", date(2026, 5, 28))


def test_what_was_chosen_before_is_asked_for_again(shore: Shore, behind: QWidget) -> None:
    """6.2: a form that is taken up shows the fields of the step that was chosen in it."""
    goal = shore.journal.goals.set(
        shore.client, "Citas", base="40", target="60", since=date(2026, 5, 1), by=date(2026, 5, 31)
    )
    form = item_form(shore.bench, shore.client, item=goal, parent=behind)
    assert isinstance(form, GoalItem)
    take(form, "close")
    form.leave()
    again = item_form(shore.bench, shore.client, item=goal, parent=behind)
    assert isinstance(again, GoalItem)
    assert again.step.editor.key == "close"
    assert not again.value.isVisibleTo(again)
