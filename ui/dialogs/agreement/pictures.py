"""The forms of this room on the sample journal, for pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.facts.terms import ReportTerms
from app.papers.agreed.sides import Sides
from app.words import words_for
from ui.dialogs.agreement import AgreementForm, ContactForm, NewClient, OwnerForm, PersonForm
from ui.dialogs.agreement.contract_form import ContractForm
from ui.dialogs.agreement.duty_form import DutyForm
from ui.dialogs.agreement.groups import GROUPS
from ui.dialogs.agreement.penalty_form import PenaltyForm
from ui.dialogs.agreement.report_form import ReportForm
from ui.widgets.boxes import Scroll
from ui.widgets.pane import Pane
from ui.window_pictures import window_at, workbench_of_pictures

if TYPE_CHECKING:
    from ui.shots import Shot
    from ui.workbench import Workbench


def _workbench(shot: Shot) -> Workbench:
    workbench = workbench_of_pictures()
    workbench.language = shot.language
    return workbench


def _client(workbench: Workbench, name: str) -> int:
    return workbench.journal.clients.named(name).number


def agreement_form(shot: Shot) -> QWidget:
    """A new version for a client, with another preset."""
    return _version(shot, "version", "urgent")


def agreement_groups() -> list[tuple[str, Callable[[Shot], QWidget]]]:
    """Name and factory of a picture of each group of terms."""
    return [(f"agreement-{key}", partial(_version, key=key)) for key in GROUPS]


def _version(shot: Shot, key: str, preset: str = "") -> AgreementForm:
    from app.journal.agreements import with_terms

    workbench = _workbench(shot)
    form = AgreementForm(workbench, _client(workbench, "Мастерская «Глина»"), parent=window_at(shot, "clients"))
    if preset:
        form.fields.version.preset.choose(preset)
        form.fields.version.preset.changed.emit(preset)
    else:
        form.fields.show_terms(with_terms(form.old.terms, CHANGED.get(key, {})))
    form.fields.show_group(key)
    form.fields.changed.emit()
    return form


EUROS = {"amount": "1200.00", "currency": "EUR"}
SATURDAY = {"from": {"local": "2026-12-05T10:00", "zone": "Europe/Madrid"},
            "to": {"local": "2026-12-05T14:00", "zone": "Europe/Madrid"}}  # fmt: skip
CHANGED: dict[str, dict[str, Any]] = {
    "channels": {"channels.1": {"channel": "phone", "purposes": ["calls", "urgent"]}},
    "hours": {"on_duty": [SATURDAY], "client_hours.weekly": {"mon": [["18:00", "09:00"]]}},
    "answers": {"calls": {"every_days": 7, "minutes": 30, "tolerance_days": 1}, "client_answer.days": 8,
                "write_first.silence_ideal": 5},
    "edits": {"edits.cutoff": "08:00", "edits_included": {"number": 3, "per": "month"}},
    "meetings": {
        "calls": {"every_days": 14, "minutes": 30, "tolerance_days": 2, "purposes": ["regular", "final"]},
        "reports": [{"sort": "weekly", "every": "week", "weekday": "fri"},
                    {"sort": "monthly", "every": "month", "day": 3, "audience": "marketing", "format": "a table"}],
        "planning": ["tue", "fri"],
    },
    "money": {
        "penalties": [{"sort": "per_day_percent", "side": "me", "percent": "2", "base": EUROS, "days_are": "working",
                       "cap": EUROS, "client_days_deducted": "yes"},
                      {"sort": "once_percent", "side": "client", "percent": "10"}],
        "percent_of_sales": {"percent": "5", "minimum_fee": EUROS, "above_units": 10},
    },
    "rest": {"free_clauses": ["No calls on Fridays after 14:00."]},
}  # fmt: skip
"""What each picture shows changed, some of it wrong."""


def agreement_lines() -> list[tuple[str, Callable[[Shot], QWidget]]]:
    """Name and factory of a picture of each dialog for one line of a term."""
    return [
        ("penalty-form", partial(_line, "penalties")),
        ("report-form", partial(_line, "reports")),
        ("duty-form", partial(_line, "on_duty")),
        ("contract-form", _contract),
    ]


def _line(term: str, shot: Shot) -> QWidget:
    words, behind = words_for(shot.language, 2026), window_at(shot, "clients")
    if term == "penalties":
        penalty = CHANGED["money"]["penalties"][0]
        return PenaltyForm(words, Sides("Elena Marín", "Мастерская «Глина»"), penalty, str, behind)
    if term == "reports":
        report = ReportTerms(sort="monthly", every="month", day=3, audience="marketing", format="a table")
        return ReportForm(words, report, behind)
    return DutyForm(words, "Europe/Madrid", date(2026, 11, 20), SATURDAY, behind)


def _contract(shot: Shot) -> QWidget:
    body = {"number": "7/2026", "from": "2026-09-02", "sum": EUROS}
    words = words_for(shot.language, 2026)
    return ContractForm(words, body, date(2026, 11, 20), parent=window_at(shot, "clients"))


def contact_form(shot: Shot) -> QWidget:
    """Another contact for a client who has one."""
    workbench = _workbench(shot)
    return ContactForm(workbench, _client(workbench, "Мастерская «Глина»"), parent=window_at(shot, "clients"))


def person_form(shot: Shot) -> QWidget:
    """Somebody known."""
    workbench = _workbench(shot)
    client = _client(workbench, "Кедровый дом")
    person = workbench.journal.clients.people(client)[0].number
    return PersonForm(workbench, client, person=person, parent=window_at(shot, "clients"))


def new_client(shot: Shot) -> QWidget:
    """An empty form."""
    return NewClient(_workbench(shot), parent=window_at(shot, "clients"))


def owner_form(shot: Shot) -> QWidget:
    """The owner's facts as Settings shows them."""
    page = Pane("card")
    page.add(OwnerForm(_workbench(shot)))
    page.add_space()
    return Scroll(page)
