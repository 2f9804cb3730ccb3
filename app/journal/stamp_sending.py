"""Requests sent to the authorities of the settings: the network's half of it, which writes nothing (4.4)."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import Refused, Said
from app.exchange.authorities import ask_authority, host_of
from app.facts.evidence import Sentence
from app.facts.stamps import Fetched, RequestFile, StampNetwork


def hosts(network: StampNetwork) -> tuple[str, ...]:
    """Whom the requests would go to, in order; Refused where an address is none."""
    return tuple(host_of(address) for address in network.authorities)


def fetch(network: StampNetwork, files: Sequence[RequestFile]) -> tuple[Fetched, ...]:
    """Ask for a reply to each request; the first authority that answers is enough.

    Where none answers one request, the others are not sent either. Refused while sending is off.
    """
    if not network.authorities:
        raise Refused("No authority is named. Write the address of one among the time stamps.")
    found: list[Fetched] = []
    for file in files:
        found.append(_fetched(network, file))
        if found[-1].reply is None:
            break
    return tuple(found)


def _fetched(network: StampNetwork, file: RequestFile) -> Fetched:
    said: Sentence | None = None
    for address in network.authorities:
        try:
            reply = ask_authority(network, address, file.data)
            return Fetched(name=file.name, host=host_of(address), reply=reply)
        except Said as no:
            said = Sentence(no.text, no.values)
    return Fetched(name=file.name, said=said)
