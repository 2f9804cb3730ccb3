"""Commands that the shown page carries out where it can: write, print, the next pane (6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.reading_order import enter

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.workbench import Workbench


DIALOG_KEYS = ("log", "edit", "call", "request", "plan_call", "forms", "new_client", "import", "search", "keys",
               "drafts", "about")  # fmt: skip


EVIDENCE = {"check": "check_now", "verify": "verify_file"}
"""Commands that the evidence page carries out, wherever they were given."""


def carry_out(window: MainWindow, workbench: Workbench, key: str, client: int) -> None:
    """A command of the menu for the page that is shown; `client` is whose page that is, 0 for nobody's."""
    if key == "message":
        write(window, workbench, client)
    elif key == "print":
        print_page(window)
    elif key == "pane":
        focus_next_pane(window)
    elif key == "take_back":
        workbench.back.take_back()
    elif key in EVIDENCE:
        window.go("evidence")
        getattr(window.page, EVIDENCE[key])()
    else:
        assert key in DIALOG_KEYS, key
        open_dialog(window, workbench, key, client)


def write(window: MainWindow, workbench: Workbench, client: int) -> None:
    """Ctrl+M: to whom the page says, else to the client that is shown."""
    own = getattr(window.page, "write", None)
    if own is not None:
        own()
    elif client:
        workbench.open("compose", client)
    else:
        window.go("clients")
        workbench.say(workbench.words.text("Choose a row first; then write to its client."))


OF_A_CLIENT = ("log", "edit", "request", "plan_call")


def open_dialog(window: MainWindow, workbench: Workbench, key: str, client: int) -> None:
    """A command that opens a window: for the client that is shown, else for the one whose card or row is chosen."""
    at = getattr(window.page, "client_at", None)
    chosen = at() if at is not None and not client else 0
    if key == "call":
        workbench.open(key, client, near=chosen)
    else:
        workbench.open(key, client or (chosen if key in OF_A_CLIENT else 0))


def print_page(window: MainWindow) -> None:
    """Ctrl+P: what the page prints, else the week's sheet."""
    own = getattr(window.page, "print_page", None)
    if own is not None:
        own()
    else:
        window.go("week")


def focus_next_pane(window: MainWindow) -> None:
    """F6: from the rail through the panes of the page and round again."""
    from ui.actions import next_pane

    found = next_pane([window.rail, *_panes(window)], window)
    if found is not None:
        enter(found)


def enter_page(window: MainWindow) -> None:
    """Who comes to a page has the keyboard on its first pane, or on the first thing of a page without one."""
    shown = [pane for pane in _panes(window) if pane.isVisibleTo(window)]
    if shown:
        enter(shown[0])
    elif window.page is not None:
        enter(window.page)


def _panes(window: MainWindow) -> list[QWidget]:
    panes = getattr(window.page, "panes", None)
    return list(panes()) if panes else []
