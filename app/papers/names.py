"""What channels are called in a sentence, and how much of the trade's language a client knows."""

from __future__ import annotations

from app.words import N_, Words

CHANNELS = {
    "telegram": N_("Telegram"),
    "whatsapp": N_("WhatsApp"),
    "vk": N_("VK"),
    "email": N_("Email"),
    "phone": N_("Phone"),
    "video": N_("Video call"),
    "in_person": N_("In person"),
    "other": N_("Another channel"),
}


def channel_name(words: Words, kind: str) -> str:
    """The name of a kind of channel; a kind from a newer version is said as it is written."""
    return words.text(CHANNELS[kind]) if kind in CHANNELS else kind


KNOWS = {
    "none": N_("New to the trade's words: write without them"),
    "some": N_("Knows some of the trade's words"),
    "expert": N_("Knows the trade's words"),
}
"""How much of the trade's language a client knows (3.3); drafts stay plain for all."""


def knows_words(words: Words, knows: str) -> str:
    """What a client knows of the trade's language; empty where nobody said."""
    return words.text(KNOWS[knows]) if knows in KNOWS else ""
