"""Pictures of a client's plan and of its forms, on the sample journal with a plan told on top."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.window_pictures import keep_settings_away, number_of, window_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.journal.journal import Journal
    from ui.main_window import MainWindow
    from ui.shots import Shot
    from ui.workbench import Workbench

    Factory = Callable[[Shot], QWidget]

ALBOR = "Clínica Dental Albor"


def _at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


@cache
def _planned() -> tuple[Workbench, dict[str, int]]:
    """The sample of `demo` and the numbers of what was planned."""
    from app.demo.build import build_demo
    from ui.workbench import Workbench

    journal = build_demo(keep_settings_away() / "sample.ashore")
    workbench = Workbench(journal, Settings(), "en")
    with journal.act():
        numbers = _tell(journal, number_of(workbench, ALBOR))
    return workbench, numbers


def _tell(journal: Journal, client: int) -> dict[str, int]:
    plan, goals = journal.plan, journal.goals
    texts = plan.plan(client, "Estructura y textos", deliverable="Un documento con todas las páginas",
                      due=date(2026, 10, 30), at=_at(10, 1))  # fmt: skip
    plan.start(texts, at=_at(10, 5))
    plan.deliver(texts, channel="whatsapp", at=_at(10, 30, 11))
    plan.accept(texts, at=_at(11, 3))
    photos = plan.plan(client, "Fotos de la sala y del equipo", due=date(2026, 11, 13), at=_at(10, 1))
    plan.start(photos, at=_at(11, 4))
    plan.move(
        photos, date(2026, 11, 19), "client", reason="La sala estaba en obras", channel="whatsapp", at=_at(11, 11)
    )
    plan.move(photos, date(2026, 11, 24), "third_party", channel="whatsapp", at=_at(11, 17),
              agreed_in=journal.talk.received(client, "De acuerdo con el martes.", at=_at(11, 17, 8)))  # fmt: skip
    campaign = plan.plan(client, "Campaña de diciembre", due=date(2026, 12, 4), at=_at(10, 1))
    plan.drop(plan.plan(client, "Vídeo de la portada", due=date(2026, 12, 18), at=_at(10, 1)), reason="otro año")
    goal = goals.set(client, "Citas por la web al mes", base="40", target="60", since=date(2026, 9, 1),
                     by=date(2026, 12, 31), unit="citas", source="agenda de la clínica", at=_at(9, 1))  # fmt: skip
    for day, value in ((date(2026, 9, 30), "43"), (date(2026, 10, 31), "49"), (date(2026, 11, 19), "47")):
        goals.measure(goal, value, on=day)
    risk = journal.risks.notice(client, "La ficha del mapa no tiene dueño", threatens=campaign, cause="client")
    told = journal.risks.notice(client, "El fotógrafo está enfermo", threatens=photos, cause="third_party",
                                at=_at(11, 16))  # fmt: skip
    journal.risks.warn(told, channel="whatsapp", at=_at(11, 16, 10))
    word = journal.understandings.note(client, "buena página", mine="Abre en dos segundos en un móvil",
                                       theirs="Que parezca cara")  # fmt: skip
    settled = journal.understandings.note(client, "rápido", mine="En el mismo día", at=_at(10, 2))
    journal.understandings.settle(settled, number="2", unit="días", at=_at(10, 6))
    objection = journal.objections.raise_(client, "La campaña es demasiado cara", at=_at(11, 19, 15))
    journal.objections.go_on(objection, paraphrase="Temes pagar dos veces", at=_at(11, 20, 8))
    journal.payments.note(client, "1200.00", for_what="noviembre", received_on=date(2026, 11, 2))
    journal.feedback.note(client, {"work": 5, "talk": 4}, text="Rápido y claro", at=_at(11, 6))
    return {"stage": photos, "goal": goal, "risk": risk, "understanding": word, "objection": objection}


def plan_tab(shot: Shot) -> QWidget:
    """The Plan tab with something in each part."""
    workbench, _ = _planned()
    return _tab(shot, workbench, ALBOR)


def plan_empty(shot: Shot) -> QWidget:
    """The Plan tab of a client without a plan."""
    workbench, _ = _planned()
    return _tab(shot, workbench, "Casa Jacaranda")


def side_column(shot: Shot) -> QWidget:
    """The client's page with the plan in the side column."""
    workbench, _ = _planned()
    return window_at(shot, "client", number_of(workbench, ALBOR), workbench)


def _tab(shot: Shot, workbench: Workbench, name: str) -> MainWindow:
    from ui.pages.client import ClientPage

    window = window_at(shot, "client", number_of(workbench, name), workbench)
    assert isinstance(window.page, ClientPage)
    window.page.tabs.choose("plan")
    window.page.show_tab("plan")
    workbench.settle()
    QApplication.processEvents()
    return window


def _new(key: str) -> Factory:
    def made(shot: Shot) -> QWidget:
        from importlib import import_module

        from ui.dialogs import DIALOGS

        workbench, _ = _planned()
        behind = _tab(shot, workbench, ALBOR)
        room, name = DIALOGS[key].split(":")
        form: QWidget = getattr(import_module(room), name)(workbench, number_of(workbench, ALBOR), parent=behind)
        return form

    return made


def _old(key: str) -> Factory:
    def made(shot: Shot) -> QWidget:
        from ui.dialogs.item import item_form

        workbench, numbers = _planned()
        behind = _tab(shot, workbench, ALBOR)
        return item_form(workbench, number_of(workbench, ALBOR), item=numbers[key], parent=behind)

    return made


NEW = ("stage", "goal", "risk", "understanding", "objection", "payment", "feedback", "planning")
OLD = ("stage", "goal", "risk", "understanding", "objection")


def plans() -> tuple[tuple[str, Factory], ...]:
    """Every window of the plan by name."""
    return (
        ("client-plan", plan_tab),
        ("client-plan-empty", plan_empty),
        ("client-plan-side", side_column),
        *((f"new-{key}", _new(key)) for key in NEW),
        *((f"item-{key}", _old(key)) for key in OLD),
    )
