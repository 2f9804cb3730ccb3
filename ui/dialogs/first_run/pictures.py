"""First run as the pictures of the design show it: one owner, one client, Friday, 20 November 2026, 11:42."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from app.clock import FixedClock
from app.facts.beginning import WORKING_WEEK, Beginning, FirstClient
from app.facts.terms import AgreedChannel
from ui.dialogs.first_run import FirstRun
from ui.dialogs.first_run.draft_file import forget_draft, keep_draft
from ui.dialogs.first_run.you import proposed_holidays

if TYPE_CHECKING:
    from ui.shots import Shot

CHANNELS = (
    AgreedChannel(
        channel="email", address="tom@harbourfinch.example", purposes=("correspondence", "files"), preferred=True
    ),
    AgreedChannel(channel="whatsapp", address="+34 600 014 381", purposes=("correspondence",)),
    AgreedChannel(channel="phone", address="+34 910 142 203", purposes=("calls", "urgent")),
)


MOMENT = datetime(2026, 11, 20, 11, 42, tzinfo=ZoneInfo("Europe/Madrid"))


def steps() -> list[tuple[str, Callable[[Shot], QWidget]]]:
    """Name and factory of each step's picture."""
    return [(f"first-run-{step + 1}", partial(_shot, step)) for step in range(4)]


def _shot(step: int, shot: Shot) -> QWidget:
    from ui.window_pictures import workbench_of_pictures

    workbench_of_pictures()  # from here on drafts lie in a folder of the pictures, not in this user's
    return filled(step, shot.language, FixedClock(MOMENT))


def filled(step: int, language: str, clock: FixedClock) -> FirstRun:
    """The window at a step, with everything entered that the pictures show."""
    holidays, extra = proposed_holidays("Europe/Madrid", clock().date(), language)
    keep_draft(
        Beginning(
            step=step,
            name="Elena Marín",
            place="Valencia",
            zone="Europe/Madrid",
            holidays=holidays | {"subdivision": "VC"},
            extra_days=extra,
            languages=("es", "ru", "en"),
            client=FirstClient(
                name="Harbour & Finch S.L.",
                contract="HF-2026-11, 16 Nov 2026",
                zone="Europe/Madrid",
                language="en",
                contact="Tom Whitfield",
                role="operations",
                since=date(2026, 11, 16),
            ),
            channels=CHANNELS,
            client_hours=dict.fromkeys(WORKING_WEEK, (("09:00", "17:30"),)),
        )
    )
    window = FirstRun(Path("journal.ashore"), clock, language)
    forget_draft()
    return window
