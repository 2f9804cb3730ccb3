"""What the week page asks of the journal; the verbs are imported when they are needed, after the first frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.facts.pages import Paper
from app.facts.sheets import SheetAsked, SheetShown

if TYPE_CHECKING:
    from ui.workbench import Workbench


def first_asked(workbench: Workbench, client: int = 0) -> SheetAsked | None:
    """The paper to begin with, of one client or of all; None while there is no active client."""
    from app.journal import sheets

    return sheets.first_asked(workbench.journal, client)


def sheet_of(workbench: Workbench, asked: SheetAsked) -> SheetShown:
    """Everything that the page shows for one choice."""
    from app.journal import sheets

    return sheets.sheet(workbench.journal, asked)


def make_sheet(workbench: Workbench, asked: SheetAsked) -> Paper:
    """The sheet for paper, PDF or text, with its checkpoint."""
    from app.journal import sheets

    return sheets.make_sheet(workbench.journal, asked)


def mark_sheet(workbench: Workbench, shown: SheetShown, paper: Paper, how: str, **more: Any) -> tuple[int, ...]:
    """The client holds this paper now."""
    from app.journal import sheets

    return sheets.mark_sheet(workbench.journal, shown, paper, how, **more)


def where_we_are(workbench: Workbench, shown: SheetShown) -> str:
    """The work of the client in a few lines, in the language of the paper."""
    return workbench.journal.weeks.where_we_are(shown.asked.client, shown.language)
