"""First run as the pictures of the design show it: one owner, one client, Friday, 20 November 2026, 11:42."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.clock import FixedClock
from app.facts.beginning import WORKING_WEEK, Beginning, FirstClient
from app.facts.terms import AgreedChannel
from ui.dialogs.first_run import FirstRun
from ui.dialogs.first_run.draft_file import forget_draft, keep_draft
from ui.dialogs.first_run.you import proposed_holidays

CHANNELS = (
    AgreedChannel(
        channel="email", address="tom@harbourfinch.example", purposes=("correspondence", "files"), preferred=True
    ),
    AgreedChannel(channel="whatsapp", address="+34 600 014 381", purposes=("correspondence",)),
    AgreedChannel(channel="phone", address="+34 910 142 203", purposes=("calls", "urgent")),
)


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
