"""The sample shows every flag at least once: which rule is raised for whom, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.demo.build import DEMO_NOW, Telling
from app.facts.flags import Flag
from app.rules.flags import RULES

GLINA, ALBOR, JACARANDA = "Мастерская «Глина»", "Clínica Dental Albor", "Casa Jacaranda"
KEDR, HARBOUR = "Кедровый дом", "Harbour & Finch"

# Wall time in Valencia, rule, code of the reason, severity, client: as the list stood at that moment.
SHOWN = (
    ("2026-11-02T11:00", "F1", "f1", "soon", ALBOR),
    ("2026-11-02T18:50", "F2", "f2", "soon", JACARANDA),
    ("2026-11-03T09:30", "F23", "f23", "today", ALBOR),
    ("2026-11-03T11:10", "F2", "f2", "late", JACARANDA),
    ("2026-11-03T15:30", "F3", "f3", "today", GLINA),
    ("2026-11-04T09:00", "F24", "f24", "late", ALBOR),
    ("2026-11-04T09:00", "F4", "f4", "soon", GLINA),
    ("2026-11-04T09:00", "F10", "f10", "today", ALBOR),
    ("2026-11-04T11:40", "F11", "f11", "late", ALBOR),
    ("2026-11-04T12:00", "F11", "f11_topic", "late", ALBOR),
    ("2026-11-04T12:00", "F12", "f12", "today", ALBOR),
    ("2026-11-04T13:30", "F12", "f12_confirmation", "soon", ALBOR),
    ("2026-11-04T13:30", "F24", "f24_unconfirmed", "soon", ALBOR),
    ("2026-11-05T09:00", "F4", "f4_today", "today", GLINA),
    ("2026-11-06T09:00", "F19", "f19", "today", GLINA),
    ("2026-11-09T09:40", "F8", "f8", "today", GLINA),
    ("2026-11-10T09:00", "F6", "f6", "today", ALBOR),
    ("2026-11-10T09:00", "F14", "f14_today", "today", JACARANDA),
    ("2026-11-10T09:00", "F14", "f14_acceptance", "today", GLINA),
    ("2026-11-10T11:00", "F3", "f3_returned", "today", ALBOR),
    ("2026-11-10T13:30", "F7", "f7", "today", GLINA),
    ("2026-11-10T17:10", "F11", "f11", "late", JACARANDA),
    ("2026-11-10T18:30", "F14", "f14", "late", JACARANDA),
    ("2026-11-11T09:00", "F5", "f5", "today", ALBOR),
    ("2026-11-11T09:00", "F21", "f21", "soon", JACARANDA),
    ("2026-11-11T14:00", "F7", "f7_message", "today", ALBOR),
    ("2026-11-12T12:30", "F2", "f2_no_text", "today", GLINA),
    ("2026-11-13T09:00", "F22", "f22", "today", JACARANDA),
    ("2026-11-13T09:00", "F13", "f13", "today", JACARANDA),
    ("2026-11-17T09:00", "F13", "f13", "soon", GLINA),
    ("2026-11-17T09:40", "F3", "f3_resumed", "today", GLINA),
    ("2026-11-17T18:00", "F9", "f9", "soon", GLINA),
    ("2026-11-18T09:00", "F10", "f10_no_topic", "soon", GLINA),
    ("2026-11-18T18:30", "F4", "f4_late", "late", ALBOR),
    ("2026-11-02T11:00", "F25", "f25_call", "soon", KEDR),
    ("2026-11-02T14:00", "F25", "f25_plan", "soon", KEDR),
    ("2026-11-06T09:00", "F25", "f25_feedback", "today", KEDR),
    ("2026-11-06T12:30", "F26", "f26", "late", HARBOUR),
    ("2026-11-09T11:00", "F16", "f16", "soon", KEDR),
    ("2026-11-10T09:00", "F27", "f27", "today", KEDR),
    ("2026-11-11T09:00", "F15", "f15", "late", JACARANDA),
    ("2026-11-11T12:00", "F6", "f6_accepted_late", "today", KEDR),
    ("2026-11-12T10:30", "F17", "f17", "today", KEDR),
    ("2026-11-13T10:30", "F20", "f20", "today", HARBOUR),
    ("2026-11-16T09:00", "F18", "f18", "soon", KEDR),
    ("2026-11-18T09:00", "F18", "f18_today", "today", KEDR),
    ("2026-11-17T12:00", "F19", "f19_planning", "today", HARBOUR),
    ("2026-11-19T09:00", "F17", "f17_promise", "today", ALBOR),
    ("2026-11-20T11:42", "F28", "f28", "soon", HARBOUR),
    ("2026-11-20T11:42", "F6", "f6", "today", KEDR),
    ("2026-11-20T11:42", "F7", "f7_off_channel", "today", GLINA),
    ("2026-11-20T11:42", "F2", "f2", "late", JACARANDA),
    ("2026-11-20T11:42", "F14", "f14", "late", JACARANDA),
    ("2026-11-20T11:42", "F4", "f4_today", "today", ALBOR),
    ("2026-11-20T11:42", "F19", "f19", "today", ALBOR),
)

Seen = dict[datetime, dict[str, list[Flag]]]


def instant(wall: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo("Europe/Madrid")).astimezone(UTC)


@pytest.fixture(scope="module")
def seen(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """The flags of each client at each moment of the table, asked while the sample was being recorded."""
    telling = Telling(tmp_path_factory.mktemp("told") / "demo.ashore")
    found: Seen = {}
    for at in sorted({instant(row[0]) for row in SHOWN}):
        telling.until(at)
        names = {each.number: each.name for each in telling.journal.clients.all()}
        found[at] = {}
        for flag in telling.journal.desk.flags():
            found[at].setdefault(names[flag.client], []).append(flag)
    yield found
    telling.journal.close()


@pytest.mark.parametrize(("wall", "rule", "code", "severity", "client"), SHOWN)
def test_the_rule_is_raised_at_that_moment(
    seen: Seen, wall: str, rule: str, code: str, severity: str, client: str
) -> None:
    raised = [(flag.rule, flag.reason.code, flag.severity.value) for flag in seen[instant(wall)].get(client, [])]
    assert (rule, code, severity) in raised


def test_the_table_shows_every_rule_that_there_is() -> None:
    assert {row[1] for row in SHOWN} == set(RULES) == {f"F{n}" for n in range(1, 29)}


def test_the_last_moment_of_the_table_is_that_of_the_pictures() -> None:
    assert instant(SHOWN[-1][0]) == DEMO_NOW == datetime(2026, 11, 20, 10, 42, tzinfo=UTC)
