"""What an entry of the plan cannot be without, said in plain words before the format is asked (D3)."""

from __future__ import annotations

from typing import Any

from app.errors import Refused
from app.words import N_

Body = dict[str, Any]

_NEEDED = {
    "payment.noted": ("sum", N_("A payment needs its sum. Write how much came, as 1200.00.")),
    "stage.planned": ("title", N_("A stage needs a title. Write what is delivered at its end.")),
    "stage.moved": ("cause", N_("Say why the stage moves: me, the client, a third party, outside, a new agreement.")),
    "goal.set": ("metric", N_("A goal needs a metric. Write what is counted.")),
    "goal.measured": ("value", N_("A reading needs its value. Write the number that was read.")),
    "risk.noticed": ("text", N_("A risk needs words. Write what may go wrong.")),
    "understanding.noted": ("word", N_("Write the word that both sides use.")),
    "planning.held": ("text", N_("Write what was decided for the next period.")),
}
"""Of each kind, the key without which it says nothing, and the sentence for that."""


def check_needed(kind: str, body: Body) -> None:
    """Say in plain words what an entry of the plan lacks."""
    key, sentence = _NEEDED.get(kind, ("", ""))
    if key and not body.get(key):
        raise Refused(sentence)
    if kind == "feedback.given" and not body.get("scores") and not body.get("text"):
        raise Refused("Give at least one score from 1 to 5, or the words that were said.")
    if kind == "objection.raised" and not body.get("what"):
        raise Refused("Write what the client objects to, in their words.")
