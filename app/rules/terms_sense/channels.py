"""Channels that contradict: none or two preferred, a preferred one without letters, one channel twice (1.4)."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.contradictions import Contradiction, nonsense, strange
from app.facts.terms import AgreedChannel, Terms
from app.words import N_


def channels(terms: Terms) -> Iterator[Contradiction]:
    """1.4: exactly one channel is preferred for correspondence; their order is the ladder."""
    agreed = terms.agreed_channels
    if not agreed:
        yield strange("channels", N_("No channel is agreed, so every message counts as sent elsewhere. Agree on one."))
        return
    yield from _preferred(agreed)
    for at, each in enumerate(agreed):
        if not each.purposes:
            yield nonsense(f"channels.{at}", N_("A channel is agreed for something. Say what it is for."))
        if (each.channel, each.address) in ((other.channel, other.address) for other in agreed[:at]):
            yield strange(f"channels.{at}", N_("The same channel stands twice in the ladder. Take one of them out."))
    if terms.binding == "yes" and all(each.binding == "no" for each in agreed):
        yield strange("binding", N_("Correspondence is binding, but none of the channels is. Say which one is."))


def _preferred(agreed: tuple[AgreedChannel, ...]) -> Iterator[Contradiction]:
    preferred = [each for each in agreed if each.preferred]
    if len(preferred) != 1:
        yield nonsense(
            "channels",
            N_("Exactly one channel is the preferred one for correspondence. Choose it among the agreed ones."),
        )
    elif "correspondence" not in preferred[0].purposes:
        yield nonsense(
            "channels", N_("The preferred channel must be agreed for correspondence. Add that purpose to it.")
        )
