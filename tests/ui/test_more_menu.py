"""The menu of a client's page: forms, import, pause and end."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from app.facts.people import ClientState
from tests.ui.shore import Shore
from ui.pages.client.more_menu import FORMS, HoldQuestion, MoreMenu, TurnQuestion


def _texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_every_form_of_the_menu_opens_for_this_client(shore: Shore, behind: QWidget) -> None:
    menu = MoreMenu(shore.bench, shore.journal.clients.get(shore.client), behind)
    for action in menu.actions()[: len(FORMS)]:
        menu._take(action)
    assert [(name, client) for name, client, _ in shore.bench.opened] == [(key, shore.client) for key, _ in FORMS]


def test_a_client_is_paused_with_a_reason_and_the_menu_then_offers_the_end_of_the_pause(
    shore: Shore, behind: QWidget
) -> None:
    question = TurnQuestion(shore.bench, shore.client, "client.paused", "Pause the client")
    question._turn(" They renovate until June. ")
    assert shore.journal.clients.get(shore.client).state is ClientState.PAUSED
    assert shore.entries()[-1].body["reason"] == "They renovate until June."
    menu = MoreMenu(shore.bench, shore.journal.clients.get(shore.client), behind)
    assert _texts(menu)[-3:-1] == ["End the pause…", "Close the client…"]


def test_a_closed_client_can_only_be_reopened(shore: Shore, behind: QWidget) -> None:
    shore.journal.clients.turn(shore.client, "client.closed", "done")
    menu = MoreMenu(shore.bench, shore.journal.clients.get(shore.client), behind)
    assert _texts(menu)[len(FORMS) :] == ["Add to the plan", "The trade's words", "Reopen the client…",
                                         "Put under legal hold…"]  # fmt: skip


def test_a_legal_hold_is_put_and_lifted_with_a_reason(shore: Shore, behind: QWidget) -> None:
    """4.7: while it stands nothing of the client may be erased."""
    HoldQuestion(shore.bench, shore.client, True, "Put under legal hold")._hold(" A letter of the court ")
    held = shore.journal.clients.get(shore.client)
    assert (held.legal_hold, shore.entries()[-1].body["reason"]) == (True, "A letter of the court")
    assert _texts(MoreMenu(shore.bench, held, behind))[-1] == "Lift the legal hold…"
    HoldQuestion(shore.bench, shore.client, False, "Lift the legal hold")._hold("over")
    assert not shore.journal.clients.get(shore.client).legal_hold
