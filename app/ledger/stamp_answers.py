"""A reply judged when it comes in: which checkpoint it stamps, which request it answers, and what speaks against it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from app.errors import Refused
from app.ledger.der import INTEGER, SEQUENCE, NotDer, only, parts
from app.ledger.findings import Finding, finding
from app.ledger.timestamp import Token, read_reply, status_of, vouched_for
from app.words import N_

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

MOST_BYTES = 1 << 20
_WAITING, _FIRST_REFUSAL = 3, 2
_CLOCKS_APART = timedelta(minutes=5)
"""Two clocks that differ by less are taken for one time."""


class Known(Struct, frozen=True, kw_only=True):
    """What a reply is judged against: checkpoint texts by size, the requests there are, roots, and now."""

    checkpoints: Mapping[int, str]
    requests: Sequence[tuple[int, int, bytes]]
    """Number on the shelf, size, bytes; answered ones too."""
    roots: Sequence[Certificate] = ()
    now: datetime


class Answer(Struct, frozen=True, kw_only=True):
    """A reply that may be kept. `request` is the number it answers, None where it answers none that was made here.

    `token` is None for one that is not checked here, whose `notes` then begin with the reason.
    """

    size: int
    request: int | None
    token: Token | None
    notes: tuple[Finding, ...] = ()


def judge_answer(reply: bytes, known: Known) -> Answer:
    """What the reply is to this journal; Refused, in a sentence that names the reason, where it is not to be kept."""
    if len(reply) > MOST_BYTES:
        raise Refused("It is larger than any time stamp. Choose the authority's reply, a file of a few kilobytes.")
    _refuse_a_request(reply)
    _refuse_a_refusal(reply)
    token = read_reply(reply)
    if token is None:
        return _unread(reply, known)
    size = next((size for size, text in known.checkpoints.items() if _hash(text).hex() == token.imprint), None)
    if size is None:
        raise Refused("It stamps another hash than those of this journal's checkpoints. Is it another journal's?")
    request = next((number for number, of, data in known.requests if of == size and _nonce(data) == token.nonce), None)
    return _checked(reply, token, known, size, request)


def _checked(reply: bytes, token: Token, known: Known, size: int, request: int | None) -> Answer:
    if token.intact is False:
        raise Refused("It was changed on its way: its signature does not fit its contents. Fetch the reply again.")
    if token.since is not None and token.until is not None and not token.since <= token.at <= token.until:
        raise Refused(
            "It says {utc}, but the authority's certificate holds from {since} to {until}. Ask another authority.",
            utc=token.utc, since=_utc(token.since), until=_utc(token.until),
        )  # fmt: skip
    if known.roots and not vouched_for(reply, known.checkpoints[size], known.roots):
        raise Refused(
            "No root that you chose stands behind its authority, {authority}. Choose that authority's root.",
            authority=token.authority,
        )
    if token.intact is None and not known.roots:
        unsure = N_("Its signature cannot be checked here without the authority's root; choose that root to check it.")
        return Answer(size=size, request=request, token=None, notes=(finding("stamp", unsure),))
    return Answer(size=size, request=request, token=token, notes=_notes(token, known, size, request))


def _notes(token: Token, known: Known, size: int, request: int | None) -> tuple[Finding, ...]:
    """What is to be known beside it; none of this speaks against the stamp."""
    notes = []
    if not known.roots:
        notes.append(finding("root", N_("No root was chosen, so nobody but itself says who signed it.")))
    if request is None:
        elsewhere = N_("It answers a request that was not made here; it stamps the checkpoint all the same.")
        notes.append(finding("request", elsewhere))
    claimed = _claimed(known.checkpoints[size])
    if claimed is not None and token.at < claimed - _CLOCKS_APART:
        early = N_("It says {utc}, before the checkpoint's own time {claimed}: one of the two clocks was wrong.")
        notes.append(finding("time", early, utc=token.utc, claimed=_utc(claimed)))
    elif token.at > known.now + _CLOCKS_APART:
        late = N_("It says {utc}, which is later than this computer's clock: one of the two clocks is wrong.")
        notes.append(finding("time", late, utc=token.utc))
    if token.until is not None and token.until < known.now:
        expired = N_("The authority's certificate ended on {until}, after the stamp: the stamp stays good.")
        notes.append(finding("expired", expired, until=_utc(token.until)))
    return tuple(notes)


def _unread(reply: bytes, known: Known) -> Answer:
    """A token in a form that is not understood here is kept where it holds the hash of a checkpoint."""
    try:
        only(reply, SEQUENCE)
    except NotDer:
        raise Refused("It is no time stamp, or it was cut short. Fetch the reply again.") from None
    size = next((size for size, text in known.checkpoints.items() if _hash(text) in reply), None)
    if size is None:
        raise Refused("It holds no hash of a checkpoint of this journal. Choose a reply to one of its requests.")
    waiting = [(number, data) for number, of, data in known.requests if of == size]
    request = next((number for number, data in waiting if _nonce_bytes(data) in reply), None)
    unread = N_("It cannot be read here, so it was kept as it is and not checked.")
    return Answer(size=size, request=request, token=None, notes=(finding("stamp", unread),))


def _refuse_a_request(reply: bytes) -> None:
    try:
        first = parts(only(reply, SEQUENCE))[0]
    except (NotDer, IndexError):
        return
    if first.tag == INTEGER:
        raise Refused("It is a request, not a reply. Send it to an authority, and take in what comes back.")


def _refuse_a_refusal(reply: bytes) -> None:
    status = status_of(reply)
    if status is None or status.number < _FIRST_REFUSAL:
        return
    if status.number == _WAITING:
        raise Refused("The authority says that it has not answered yet. Ask it again later.")
    reason = status.reason.rstrip(".")
    if not reason:
        raise Refused("The authority made no stamp and gave no reason. Send the request to another authority.")
    raise Refused(
        "The authority made no stamp: {reason}. Send the request again, or to another authority.", reason=reason
    )


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("ascii")).digest()


def _claimed(text: str) -> datetime | None:
    line = next((line for line in text.splitlines() if line.startswith("time: ")), None)
    return None if line is None else datetime.fromisoformat(line.removeprefix("time: "))


def _nonce(request: bytes) -> int | None:
    found = _nonce_bytes(request)
    return int.from_bytes(found, "big", signed=True) if found else None


def _nonce_bytes(request: bytes) -> bytes:
    """The nonce in a request of ours: the second INTEGER of its sequence (RFC 3161, 2.4.1)."""
    try:
        numbers = [part for part in parts(only(request, SEQUENCE)) if part.tag == INTEGER]
    except NotDer:
        return b""
    return numbers[1].value if len(numbers) > 1 else b""


def _utc(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
