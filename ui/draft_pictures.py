"""Pictures of the owner's own texts, and of the sheets that are made together."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.facts.sheets import SheetAsked
from app.facts.terms import ReportTerms
from app.papers.draft_files import snippet_folder
from app.papers.snippets import Snippet, keep_snippet
from app.settings import Settings
from ui.sample import sample_journal
from ui.window_pictures import keep_settings_away, number_of, window_at, workbench_of_pictures

if TYPE_CHECKING:
    from ui.shots import Shot
    from ui.workbench import Workbench

WEEKLY = (ReportTerms(sort="weekly", every="week", weekday="fri"),)
STEPS = (
    "1. Abre la cuenta de anuncios y pulsa «Facturación», arriba a la derecha.\n"
    "2. Elige «Añadir fondos» e indica el importe.\n"
    "3. Paga con la tarjeta de la clínica; el saldo cambia en unos minutos.\n\n"
    "Si algo no cuadra, mándame una captura."
)


def drafts(shot: Shot) -> QWidget:
    """The editor of drafts at the answer, with the values of the client who waits for one."""
    from ui.dialogs.drafts import Drafts

    workbench = workbench_of_pictures()
    workbench.language = shot.language
    number = number_of(workbench, "Кедровый дом")
    return Drafts(workbench, number, draft="f2", style="plain", language="ru")


def snippets(shot: Shot) -> QWidget:
    """A snippet with a file."""
    from ui.dialogs.drafts import Drafts

    workbench = workbench_of_pictures()
    workbench.language = shot.language
    folder = snippet_folder(workbench.journal.path)
    tags, files = ("presupuesto", "primera semana"), ("saldo.png",)
    keep_snippet(folder, Snippet(name="Añadir saldo", language="es", text=STEPS, tags=tags, attachments=files))
    keep_snippet(folder, Snippet(name="Где смотреть заявки", language="ru", text="1. Откройте кабинет."))
    return Drafts(workbench, snippet="Añadir saldo")


@cache
def _friday() -> Workbench:
    """The sample journal with three sheets due today."""
    from ui.workbench import Workbench

    journal = sample_journal(keep_settings_away())
    for name in ("Casa Jacaranda", "Clínica Dental Albor", "Harbour & Finch"):
        client = journal.clients.named(name).number
        terms = replace(journal.agreements.in_force(client).terms, reports=WEEKLY)
        journal.agreements.make(client, terms, effective_from=date(2026, 11, 16))
    return Workbench(journal, Settings(), "en")


def together(shot: Shot) -> QWidget:
    """Today with the line of sheets that are due together."""
    return window_at(shot, "today", workbench=_friday())


def make_all(shot: Shot) -> QWidget:
    """The sheets of three clients, one of which is made."""
    from ui.dialogs.make_all import MakeAll
    from ui.pages.week.asking import make_sheet, sheet_of

    behind = together(shot)
    workbench = _friday()
    [group] = workbench.journal.desk.today().together
    dialog = MakeAll(workbench, parent=behind, sheets=[(flag.client, "2026-W47") for flag in group])
    dialog.take_folder("Hojas")
    row = dialog.rows[0]
    shown = sheet_of(workbench, _asked(row.client))
    row.say_made(shown, make_sheet(workbench, _asked(row.client)), [dialog.folder / "Casa Jacaranda, week 47.pdf"])
    return dialog


def _asked(client: int) -> SheetAsked:
    return SheetAsked(client=client, week="2026-W47")
