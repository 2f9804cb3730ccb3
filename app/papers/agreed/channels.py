"""Channels and the binding clause as sentences."""

from __future__ import annotations

from typing import Final

from app.facts.terms import AgreedChannel, Terms
from app.papers.agreed.sides import Sides
from app.papers.call_blocks import channel_in_line
from app.words import N_, Words

PURPOSES: Final = {
    "correspondence": N_("correspondence"),
    "calls": N_("calls"),
    "files": N_("files"),
    "urgent": N_("urgent matters"),
}


def channels(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """One sentence a channel, in the order of the ladder."""
    said = [_channel(channel, terms.binding == "yes", words) for channel in terms.agreed_channels]
    return said or [words.text("No channel is agreed yet.")]


def _channel(channel: AgreedChannel, binding: bool, words: Words) -> str:
    name = channel_in_line(words, channel.channel)
    where = f"{name} {channel.address}" if channel.address else name
    purposes = words.list_of(words.text(PURPOSES.get(purpose, purpose)) for purpose in channel.purposes)
    line = words.text("{channel}: {purposes}", channel=where, purposes=purposes)
    if channel.preferred:
        line = words.text("{line}, preferred", line=line)
    if channel.voice_welcome == "no":
        line = words.text("{line}, no voice messages please", line=line)
    else:
        line = words.text("{line}, voice messages are welcome", line=line)
    if binding and channel.binding == "no":
        line = words.text("{line}, not binding", line=line)
    return Words.capital(line) + "."


def binding(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The binding clause: the user's words, or the usual ones."""
    if terms.binding == "no":
        return [words.text("Correspondence is not agreed as binding.")]
    usual = words.text("Correspondence in these channels is binding and may be shown in court.")
    return [terms.binding_text or usual]
