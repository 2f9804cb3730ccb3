"""What the sample's sheets of week 47 say, in each client's language."""

from __future__ import annotations

import pytest

from app.facts.week import PromiseResult, WeekFacts
from app.journal.journal import Journal
from app.papers.plain_text import text_of
from app.words import words_for

WEEK = "2026-W47"


def facts(journal: Journal, client: str) -> WeekFacts:
    return journal.weeks.facts(journal.clients.named(client).number, WEEK)


def test_a_date_whose_photos_never_came_is_neither_kept_nor_missed(journal: Journal) -> None:
    week = facts(journal, "Casa Jacaranda")
    assert {row.title: row.result for row in week.promised}["Rooms page, new photos"] is PromiseResult.RESTING
    assert week.counts.due == 0


def test_the_results_of_a_week_are_told_apart(journal: Journal) -> None:
    week = facts(journal, "Clínica Dental Albor")
    assert {row.title: row.result.value for row in week.promised} == {
        "Página de implantes: estructura y fotos": "kept",
        "Formulario de cita previa: aviso por correo": "moved_in_time",
        "Publicaciones de otoño": "kept",
        "Informe de la campaña de octubre": "moved_late",
        "Página de implantes: textos": "open",
    }
    assert (week.counts.in_time, week.counts.due) == (3, 4)


def test_only_what_a_call_decided_is_said_to_be_agreed_on_a_call(journal: Journal) -> None:
    asked = {row.what: row.agreed_on_call for name in ("Clínica Dental Albor", "Мастерская «Глина»")
             for row in facts(journal, name).waiting}  # fmt: skip
    assert asked == {"Logotipo en vectores": False, "Тексты и фото печи для раздела «О нас»": True}


@pytest.mark.parametrize(
    ("client", "language", "said"),
    [
        ("Clínica Dental Albor", "es", "Estado de la semana 47"),
        ("Мастерская «Глина»", "ru", "Отчёт, неделя 47"),
        ("Casa Jacaranda", "en", "Status of week 47"),
    ],
)
def test_each_client_reads_the_sheet_in_its_own_language(
    journal: Journal, client: str, language: str, said: str
) -> None:
    number = journal.clients.named(client).number
    assert journal.weeks.language(number) == language
    assert said in text_of(journal.weeks.paper(number, WEEK), words_for(language))


def test_the_private_note_stands_on_no_sheet(journal: Journal) -> None:
    number = journal.clients.named("Мастерская «Глина»").number
    printed = text_of(journal.weeks.paper(number, "2026-W45"), words_for("ru"))
    assert "Телефон в шапке" in printed
    assert "поговорить" not in printed
