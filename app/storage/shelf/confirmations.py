"""Which entries a client confirmed, and with which entry he did (4.6, ACK).

A confirmation counts for what it confirms: the version that was agreed, the summary of the call that was held, the
edit of a voice, what was handed over and accepted, a word whose meaning was settled, and the message in which
a new date was agreed. Silence confirms nothing, whatever an agreement makes of it.
"""

from __future__ import annotations

from typing import Final

from app.storage.connection import Connection

_WHOLE: Final = ("agreement.confirmed", "edit.confirmed", "understanding.settled")
"""These confirm the entry that began their item."""
_STEPS: Final = {"call.confirmed": "call.held", "edit.accepted": "edit.delivered", "stage.accepted": "stage.delivered"}
"""These confirm the last such step of their item before them."""
_AGREED: Final = ("call.planned", "call.moved", "call.cancelled", "call.held", "stage.planned", "stage.moved")
"""What these change was agreed in a message, where they name one of the client's."""
_KINDS: Final = (*_WHOLE, *_STEPS, *_AGREED)

_STEP_OF: Final = " ".join(f"WHEN '{kind}' THEN '{step}'" for kind, step in _STEPS.items())
_NAMES: Final = {
    "kinds": ", ".join(f"'{kind}'" for kind in _KINDS),
    "whole": ", ".join(f"'{kind}'" for kind in _WHOLE),
    "steps": ", ".join(f"'{kind}'" for kind in _STEPS),
}
_ASK: Final = """
WITH act AS (
    SELECT entry.seq, entry.kind, entry.item, entry.happened,
        coalesce(entry.body, json_extract(CAST(log.record AS TEXT), '$.body')) AS body
    FROM entry JOIN log ON log.seq = entry.seq
    WHERE entry.kind IN ({kinds}) AND entry.kind NOT IN ('message.sent', 'message.received')
        AND entry.struck IS NULL AND log.record IS NOT NULL {where}
), pair AS (
    SELECT item AS confirmed, seq AS by FROM act
    WHERE kind IN ({whole}) AND (kind <> 'understanding.settled' OR json_extract(body, '$.state') = 'agreed')
    UNION ALL
    SELECT (SELECT step.seq FROM entry AS step WHERE step.item = act.item AND step.kind = CASE act.kind {step_of} END
        AND step.struck IS NULL AND (step.happened, step.seq) < (act.happened, act.seq)
        ORDER BY step.happened DESC, step.seq DESC LIMIT 1), seq FROM act
    WHERE kind IN ({steps}) AND json_extract(body, '$.by_silence') IS NULL
    UNION ALL
    SELECT act.seq, said.seq FROM act JOIN entry AS said ON said.seq = json_extract(act.body, '$.agreed_in')
    WHERE said.kind = 'message.received' AND said.struck IS NULL
)
SELECT confirmed, min(by) FROM pair WHERE confirmed IS NOT NULL GROUP BY confirmed
"""


def confirmations(connection: Connection, client: int | None = None) -> dict[int, int]:
    """The first entry with which each was confirmed; of one client, or of the whole journal."""
    where, values = ("AND entry.client = ?", (client,)) if client is not None else ("", ())
    rows = connection.exec_driver_sql(_ASK.format(where=where, step_of=_STEP_OF, **_NAMES), values)
    return {int(confirmed): int(by) for confirmed, by in rows}


def confirmations_about(connection: Connection, number: int) -> dict[int, int]:
    """The same of the item to which an entry belongs, or which it is."""
    row = connection.exec_driver_sql("SELECT item FROM entry WHERE seq = ?", (number,)).first()
    about = number if row is None or row[0] is None else int(row[0])
    where = "AND (entry.item = ? OR entry.seq = ?)"
    rows = connection.exec_driver_sql(_ASK.format(where=where, step_of=_STEP_OF, **_NAMES), (about, about))
    return {int(confirmed): int(by) for confirmed, by in rows}
