"""What channels are called in a sentence."""

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
