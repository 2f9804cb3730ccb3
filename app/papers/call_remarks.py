"""What the agreement says against a call, in words; the call is recorded all the same (D3, D13)."""

from __future__ import annotations

from typing import Final

from app.papers.names import channel_name
from app.words import N_, Words

SENTENCES: Final = {
    "ad_hoc": N_("Not planned with an agreed topic beforehand: it is marked as ad hoc."),
    "channel_not_agreed": N_("{channel} is not agreed with this client. The call is saved with this remark."),
    "urgent_only": N_("{channel} is agreed for urgent matters only. The call is saved with this remark."),
    "not_for_calls": N_("{channel} is not agreed for calls. The call is saved with this remark."),
    "purpose_not_agreed": N_("Calls for this purpose are not agreed. The call is saved with this remark."),
}


def remark_sentence(words: Words, remark: str, channel: str) -> str:
    """One remark of `app.rules.calls`, by its word."""
    return words.text(SENTENCES[remark], channel=channel_name(words, channel) if channel else "")
