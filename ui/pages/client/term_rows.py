"""The end of the contract as things to do: the final call, the plan of what follows, the client's opinion (F25)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.facts.client_page import OpenItem

if TYPE_CHECKING:
    from ui.workbench import Workbench


def open_term(workbench: Workbench, client: int, items: Sequence[OpenItem], key: str) -> bool:
    """Open what does the part of the reason with that key; False where it is none of these."""
    found = next((each for each in items if each.flag is not None and each.flag.key == key), None)
    if found is None:
        return False
    if found.state == "f25_call":
        workbench.open("plan_call", client, purpose="final")
    elif found.state == "f25_feedback":
        workbench.open("feedback", client)
    else:
        workbench.open("compose", client, flags=(key,))
    return True
