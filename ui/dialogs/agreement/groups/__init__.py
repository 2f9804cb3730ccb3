"""The groups of terms of 1.4 as forms, one small room each; `GROUPS` in the order of the annex."""

from __future__ import annotations

from ui.dialogs.agreement.groups.answers import AnswersGroup
from ui.dialogs.agreement.groups.channels import ChannelsGroup
from ui.dialogs.agreement.groups.edits import EditsGroup
from ui.dialogs.agreement.groups.group import Asked, TermGroup
from ui.dialogs.agreement.groups.hours import HoursGroup
from ui.dialogs.agreement.groups.materials import MaterialsGroup
from ui.dialogs.agreement.groups.meetings import MeetingsGroup
from ui.dialogs.agreement.groups.money import MoneyGroup
from ui.dialogs.agreement.groups.rest import RestGroup

__all__ = ["GROUPS", "Asked", "TermGroup"]

GROUPS: dict[str, type[TermGroup]] = {
    "channels": ChannelsGroup,
    "hours": HoursGroup,
    "answers": AnswersGroup,
    "edits": EditsGroup,
    "materials": MaterialsGroup,
    "meetings": MeetingsGroup,
    "money": MoneyGroup,
    "rest": RestGroup,
}
"""By the key of their chapter."""
