"""The forms of a client on a sample journal of their own, for pictures."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.settings import Settings
from ui.window_pictures import keep_settings_away, number_of, window_at

if TYPE_CHECKING:
    from ui.shots import Shot
    from ui.workbench import Workbench

ALBOR = "Clínica Dental Albor"


@cache
def _bench() -> Workbench:
    """A brief that was filled, a survey that waits, words that were agreed on."""
    from ui.sample import sample_journal
    from ui.workbench import Workbench

    folder = keep_settings_away() / "forms"
    folder.mkdir(exist_ok=True)
    bench = Workbench(sample_journal(folder), Settings(), "en")
    forms, albor = bench.journal.forms, number_of(bench, ALBOR)
    speaker = bench.journal.clients.contact(albor)
    brief = {
        "contact": "Lucía Herrero, marketing, decide sola hasta 500 €",
        "business": "Clínica dental en Madrid, tres sillones, ortodoncia e implantes.\nAbierta desde 2009.",
        "purpose": "Llenar las mañanas: por la tarde ya no cabe nadie.",
        "material_1": "Fotos de la sala y del equipo",
        "supplier_1": "Lucía",
        "by_1": "24 de noviembre",
    }
    giver = speaker.number if speaker else None
    forms.answer(albor, "brief", fields=brief, ticks=["site_access", "statistics_access"], given_by=giver)
    forms.begin(albor, "survey")
    return bench


def listing(shot: Shot) -> QWidget:
    """The list."""
    from ui.dialogs.form import FormsList

    bench = _bench()
    behind = window_at(shot, "today", workbench=bench)
    return FormsList(bench, number_of(bench, ALBOR), parent=behind)


def filled(shot: Shot) -> QWidget:
    """The brief with its answers."""
    from ui.dialogs.form import FormSheet

    bench = _bench()
    behind = window_at(shot, "today", workbench=bench)
    return FormSheet(bench, parent=behind, form=bench.journal.forms.of_client(number_of(bench, ALBOR))[0].number)


def survey(shot: Shot) -> QWidget:
    """Marks that were not saved, left once."""
    from ui.dialogs.form import FormSheet

    bench = _bench()
    behind = window_at(shot, "today", workbench=bench)
    sheet = FormSheet(bench, parent=behind, form=bench.journal.forms.of_client(number_of(bench, ALBOR))[1].number)
    sheet.answers.ask(sheet.text, {"talk": "5", "talk_words": "Escribe antes de que pregunte."}, ())
    sheet.reject()
    return sheet


def expectations(shot: Shot) -> QWidget:
    """The table of words."""
    from ui.dialogs.form import FormSheet

    bench = _bench()
    behind = window_at(shot, "today", workbench=bench)
    sheet = FormSheet(bench, number_of(bench, ALBOR), parent=behind, sort="expectations")
    words = {"word_1": "Una buena web", "theirs_1": "Que parezca cara", "mine_1": "Que abra en dos segundos"}
    sheet.answers.ask(sheet.text, words, ())
    return sheet


def words(shot: Shot) -> QWidget:
    """The words of a form, being changed."""
    from ui.dialogs.form.words import FormWords

    sheet = survey(shot)
    sheet.open()  # type: ignore[attr-defined]
    return FormWords(sheet)  # type: ignore[arg-type]
