"""Time stamps judged: each against its checkpoint, and against the roots the reader chose (4-evidence 4.3, 4.4)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from app.ledger.checkpoint import Checkpoint
from app.ledger.findings import Finding, Stamped, finding
from app.ledger.key_line import Signed
from app.words import N_

if TYPE_CHECKING:
    from cryptography.x509 import Certificate


class Reply(Struct, frozen=True):
    """A reply as found, and the size of the checkpoint beside which it lies."""

    size: int
    data: bytes


class StampFindings(Struct):
    """What the replies prove, and what is wrong or open about them."""

    stamped: list[Stamped] = []
    problems: list[Finding] = []
    notes: list[Finding] = []


def judge_replies(
    replies: Iterable[Reply], checkpoints: Sequence[tuple[Signed, Checkpoint]], roots: Sequence[Certificate]
) -> StampFindings:
    """Each reply must stamp the checkpoint it lies beside; it counts when a root of the reader's vouches for it."""
    found = StampFindings()
    texts = {checkpoint.size: signed.text for signed, checkpoint in checkpoints}
    for reply in replies:
        _judge_one(found, reply, texts.get(reply.size), roots)
    return found


def absent_tokens(named: Mapping[str, int], replies: Iterable[Reply]) -> Iterator[Finding]:
    """Tokens that entries name and a bag does not hold: without them nothing is TIMED, and nothing is contradicted."""
    there = {hashlib.sha256(reply.data).hexdigest() for reply in replies}
    for sha256, seq in named.items():
        if sha256 not in there:
            yield finding("stamp", N_("The time stamp that entry {seq} names is not here as it came."), seq=seq)


def _judge_one(found: StampFindings, reply: Reply, text: str | None, roots: Sequence[Certificate]) -> None:
    # Imported when there is a stamp to look at: most journals have none.
    from app.ledger.timestamp import read_reply, stamps, vouched_for

    token = read_reply(reply.data)
    if token is None:
        unread = N_("The time stamp over entry {size} cannot be read here; it was not checked.")
        found.notes.append(finding("stamp", unread, size=reply.size))
    elif text is None or not stamps(reply.data, text):
        another = N_("The time stamp over entry {size} is not one of that checkpoint.")
        found.problems.append(finding("stamp", another, size=reply.size))
    elif vouched_for(reply.data, text, roots):
        found.stamped.append(Stamped(reply.size, token.utc))
    else:
        unproved = N_("The time stamp over entry {size} says {utc}; no root that you chose stands behind it.")
        found.notes.append(finding("stamp", unproved, size=reply.size, utc=token.utc))
