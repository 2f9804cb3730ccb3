"""Through which channel to write: the preferred one, and the ladder when the client is silent (1.4, F14)."""

from __future__ import annotations

from app.facts.flags import Suggested
from app.facts.terms import AgreedChannel
from app.rules.view import ClientView

_CLIENT = 0


def usual_channel(view: ClientView) -> Suggested | None:
    """The preferred channel; while none is agreed, where the contact can be reached or was met last."""
    if _CLIENT not in view.read:
        view.read[_CLIENT] = _usual_channel(view)
    found: Suggested | None = view.read[_CLIENT]
    return found


def _usual_channel(view: ClientView) -> Suggested | None:
    agreed = view.terms.agreed_channels
    if agreed:
        return _suggested(view, view.terms.preferred or agreed[0])
    person = view.person(view.speaker)
    if person and person.addresses:
        return Suggested(channel=person.addresses[0].channel, address=person.addresses[0].address)
    last = view.talk.last_anyhow
    return Suggested(channel=last.channel) if last and last.channel else None


def ladder(view: ClientView) -> tuple[AgreedChannel, ...]:
    """The agreed channels in their order, the telephone last (F14)."""
    agreed = view.terms.agreed_channels
    written = tuple(each for each in agreed if each.channel != "phone")
    return written + tuple(each for each in agreed if each.channel == "phone")


def ladder_channel(view: ClientView, step: int) -> Suggested | None:
    """The channel of a step, counted from 1; the last one again once all were tried. None while none is agreed."""
    steps = ladder(view)
    if not steps:
        return None
    k = min(step, len(steps))
    return _suggested(view, steps[k - 1], k, len(steps))


def _suggested(view: ClientView, agreed: AgreedChannel, step: int = 1, steps: int = 1) -> Suggested:
    """An agreed channel with its address, or the contact's own address there."""
    address = agreed.address
    person = None if address else view.person(view.speaker)
    if person:
        address = next((each.address for each in person.addresses if each.channel == agreed.channel), "")
    return Suggested(channel=agreed.channel, address=address, step=step, steps=steps)
