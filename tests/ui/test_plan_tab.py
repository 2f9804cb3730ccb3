"""The Plan tab and the side column: what is planned is seen, opened and added to from the keyboard (6.4, D10)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shore import Shore, key
from ui.layout import Layout
from ui.pages.client import ClientPage
from ui.pages.client.plan_row import NewButton
from ui.pages.client.plan_tab import PARTS, PlanTab
from ui.pages.client.timeline_model import LINE_ROLE
from ui.widgets.history import PromiseHistory


@pytest.fixture
def page(shore: Shore, qtbot: QtBot) -> ClientPage:
    found = ClientPage(shore.bench)
    qtbot.addWidget(found)
    found.resize(1144, 860)
    shore.bench.window = found
    found.show_client(shore.client)
    found.show()
    found.activateWindow()
    shore.bench.settle()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def plan(shore: Shore, page: ClientPage) -> PlanTab:
    page.tabs.choose("plan")
    page.show_tab("plan")
    page.refresh()
    shore.bench.settle()
    shore.bench.settle()
    QApplication.processEvents()
    tab = page.stack.currentWidget()
    assert isinstance(tab, PlanTab)
    return tab


def names(tab: PlanTab) -> list[str]:
    return [row.line.accessibleName() for row in tab.rows.values()]


def test_a_client_without_a_plan_is_offered_the_first_stage(shore: Shore, page: ClientPage) -> None:
    tab = plan(shore, page)
    assert tab.currentWidget().isAncestorOf(tab.empty)
    tab.empty.findChildren(NewButton)[0].click()
    assert shore.bench.opened[-1][:2] == ("stage", shore.client)


def test_a_stage_that_moved_shows_its_old_day_as_old(shore: Shore, page: ClientPage) -> None:
    """D5, 6.14: every day stays; the struck one is announced."""
    stage = shore.journal.plan.plan(shore.client, "Textos", due=date(2026, 5, 20))
    said = shore.journal.talk.received(shore.client, "Mejor el viernes.")
    shore.journal.plan.move(stage, date(2026, 5, 22), "client", agreed_in=said)
    tab = plan(shore, page)
    assert names(tab) == ["Textos, Fri 22 May, Not begun yet"]
    history = tab.rows[str(stage)].findChild(PromiseHistory)
    assert history is not None
    assert history.accessibleName() == "old: Wed 20 May, planned. Fri 22 May, moved by them"


def test_a_move_that_they_did_not_agree_to_leaves_the_old_day_in_force(shore: Shore, page: ClientPage) -> None:
    """F18."""
    stage = shore.journal.plan.plan(shore.client, "Textos", due=date(2026, 5, 20))
    shore.journal.plan.move(stage, date(2026, 5, 22), "me")
    assert names(plan(shore, page)) == ["Textos, Wed 20 May, Not begun yet"]


def test_every_part_tells_how_its_things_stand(shore: Shore, page: ClientPage) -> None:
    """1.2: stage, goal, risk, understanding, objection; and money and feedback."""
    journal, client = shore.journal, shore.client
    goal = journal.goals.set(
        client, "Citas", base="40", target="60", since=date(2026, 5, 1), by=date(2026, 5, 31), unit="citas"
    )
    journal.goals.measure(goal, "40")
    journal.risks.notice(client, "Llueve")
    journal.understandings.note(client, "rápido", mine="hoy", theirs="ya")
    journal.objections.raise_(client, "Es caro", pause_until=datetime(2026, 5, 18, 7, tzinfo=UTC))
    journal.payments.note(client, "1200.00", for_what="mayo")
    journal.feedback.note(client, {"work": 5})
    assert names(plan(shore, page)) == [
        "Citas: from 40 to 60 citas, by Sun 31 May, 40 citas on Fri 15 May, 19\u00a0% behind the line",
        "Llueve, Not told yet",
        "«rápido», I mean: hoy · they mean: ya",
        "Es caro, Pause until Mon 18 May",
        "1\u202f200\u00a0EUR, mayo, Fri 15 May, No stage was begun since",
        "the work 5, Fri 15 May, Feedback",
    ]


def test_enter_opens_the_form_of_a_row_and_down_goes_to_the_next(shore: Shore, page: ClientPage) -> None:
    """6.14: everything by the keyboard."""
    first = shore.journal.plan.plan(shore.client, "Textos")
    second = shore.journal.plan.plan(shore.client, "Fotos")
    tab = plan(shore, page)
    tab.rows[str(first)].line.setFocus()
    key(tab.rows[str(first)].line, Qt.Key.Key_Down)
    assert tab.rows[str(second)].line.hasFocus()
    key(tab.rows[str(second)].line, Qt.Key.Key_Return)
    assert shore.bench.opened[-1] == ("item", shore.client, {"item": second})


def test_every_part_has_a_button_for_a_new_thing(shore: Shore, page: ClientPage) -> None:
    shore.journal.plan.plan(shore.client, "Textos")
    tab = plan(shore, page)
    for button in tab.body.findChildren(NewButton):
        button.click()
    assert [name for name, _, _ in shore.bench.opened] == list(PARTS)


def test_the_rows_stay_where_they_are_while_nothing_changes(shore: Shore, page: ClientPage) -> None:
    """A minute that passed makes nothing anew: the focus stays."""
    stage = shore.journal.plan.plan(shore.client, "Textos")
    tab = plan(shore, page)
    row = tab.rows[str(stage)]
    shore.later(minutes=1)
    assert plan(shore, page).rows[str(stage)] is row
    shore.journal.plan.start(stage)
    assert "In work since Fri 15 May" in names(plan(shore, page))[0]


def test_a_payment_is_shown_where_it_stands_in_the_journal(shore: Shore, page: ClientPage) -> None:
    paid = shore.journal.payments.note(shore.client, "1200.00")
    plan(shore, page).rows[str(paid)].line.click()
    assert page.tabs.key == "journal"
    assert page.journal.timeline.currentIndex().data(LINE_ROLE).entry.seq == paid


@pytest.mark.parametrize("layout", [Layout.FULL, Layout.NARROW, Layout.SINGLE])
def test_the_tab_fits_every_layout(shore: Shore, page: ClientPage, layout: Layout) -> None:
    """6.1: nothing scrolls sideways."""
    shore.journal.plan.plan(shore.client, "Textos")
    tab = plan(shore, page)
    page.set_layout(layout)
    QApplication.processEvents()
    assert tab.body.minimumSizeHint().width() <= page.width()


def test_my_move_their_move_and_a_third_partys(shore: Shore) -> None:
    """D10: the ball of stages, risks, words and objections."""
    journal, client = shore.journal, shore.client
    given = journal.plan.plan(client, "Textos", due=date(2026, 5, 15))
    journal.plan.deliver(given, channel="whatsapp")
    moved = journal.plan.plan(client, "Fotos", due=date(2026, 5, 20))
    journal.plan.move(moved, date(2026, 5, 22), "third_party", channel="whatsapp")
    following = journal.plan.plan(client, "Campaña", due=date(2026, 6, 12))
    journal.plan.plan(client, "Informe", due=date(2026, 6, 26))
    risk = journal.risks.notice(client, "Llueve")
    word = journal.understandings.note(client, "rápido")
    objection = journal.objections.raise_(client, "Es caro")
    shore.later(minutes=10)
    page = journal.desk.client_page(client)
    mine = {each.item: (each.noun, each.state) for each in page.mine}
    assert mine == {
        following: ("stage", "planned"),
        risk: ("risk", "not_told"),
        word: ("understanding", "not_settled"),
        objection: ("objection", "open"),
    }
    assert [(each.item, each.noun) for each in page.theirs] == [(given, "acceptance")]
    assert [each.item for each in page.third] == [moved]


def test_an_objection_in_its_pause_says_until_when(shore: Shore) -> None:
    """C5, F26."""
    shore.journal.objections.raise_(shore.client, "Es caro", pause_until=datetime(2026, 5, 19, 7, tzinfo=UTC))
    (line,) = shore.journal.desk.client_page(shore.client).mine
    assert (line.state, line.due) == ("paused", date(2026, 5, 19))


def test_the_end_of_the_contract_brings_its_three_things(shore: Shore, page: ClientPage) -> None:
    """F25: the final call, the plan of what follows, their feedback; each row opens what does it."""
    shore.journal.clients.change(shore.client, contract={"number": "14", "from": "2026-05-01", "to": "2026-05-22"})
    tab = plan(shore, page)
    assert names(tab) == [
        "The final call, today by 18:00, The contract ends on Fri 22 May",
        "Their feedback, today by 18:00, The contract ends on Fri 22 May",
        "The plan of what follows, today by 18:00, The contract ends on Fri 22 May",
    ]
    for row in list(tab.rows.values()):
        row.line.click()
    assert [name for name, _, _ in shore.bench.opened] == ["plan_call", "feedback", "compose"]
    assert shore.bench.opened[0][2] == {"purpose": "final"}
    mine = [each.item for each in shore.journal.desk.client_page(shore.client).mine if each.noun == "term"]
    assert mine == [0, 0, 0]


def test_a_payment_without_a_beginning_is_my_move(shore: Shore) -> None:
    """F27, 1.4 start after payment."""
    paid = shore.journal.payments.note(shore.client, "1200.00", received_on=date(2026, 5, 13))
    (line,) = shore.journal.desk.client_page(shore.client).mine
    assert (line.item, line.noun) == (paid, "payment")
    shore.journal.plan.start(shore.journal.plan.plan(shore.client, "Textos"))
    assert "payment" not in {each.noun for each in shore.journal.desk.client_page(shore.client).mine}


def test_f6_goes_into_the_plan_while_it_is_shown(shore: Shore, page: ClientPage) -> None:
    """6.14: F6 jumps between panes."""
    tab = plan(shore, page)
    assert page.panes()[-1] is tab
    page.tabs.choose("journal")
    page.show_tab("journal")
    assert tab not in page.panes()


def test_a_reading_outside_the_goals_time_is_shown_with_its_remark(shore: Shore, page: ClientPage) -> None:
    """D3: what happened is recorded, with its verdict."""
    goal = shore.journal.goals.set(
        shore.client, "Citas", base="40", target="60", since=date(2026, 5, 10), by=date(2026, 5, 31)
    )
    shore.journal.goals.measure(goal, "39", on=date(2026, 5, 4))
    (said,) = names(plan(shore, page))
    assert said.endswith("That day lies outside the goal's time")


def test_a_value_to_be_kept_is_a_goal_and_says_so(shore: Shore, page: ClientPage) -> None:
    """F20: where the target equals the base, off is the size of the gap."""
    goal = shore.journal.goals.set(
        shore.client,
        "Precio",
        base="40",
        target="40",
        since=date(2026, 5, 1),
        by=date(2026, 5, 31),
        unit="EUR",
    )
    shore.journal.goals.measure(goal, "50")
    assert names(plan(shore, page)) == [
        "Precio: to stay at 40 EUR, by Sun 31 May, 50 EUR on Fri 15 May, 25\u00a0% off the line"
    ]
