"""Channels as the window shows and opens them: icon, and the address that the desktop opens."""

from __future__ import annotations

from urllib.parse import quote

ICONS = {
    "telegram": "send",
    "whatsapp": "message-circle",
    "vk": "at-sign",
    "email": "mail",
    "phone": "phone",
    "video": "video",
    "in_person": "users",
    "other": "message-circle",
}


def channel_icon(kind: str) -> str:
    """The drawing of a kind of channel."""
    return ICONS.get(kind, "message-circle")


COMMON_NOUNS = ("email", "phone", "video", "in_person", "other")


def in_sentence(kind: str, name: str) -> str:
    """A channel's name within a line: names of products keep their capital."""
    return name[:1].lower() + name[1:] if kind in COMMON_NOUNS else name


def address_to_open(kind: str, address: str, text: str, subject: str = "") -> str:
    """The URL of a conversation (mail with subject and body); "" where no program can be named for it."""
    plain = address.strip()
    if not plain:
        return ""
    if plain.startswith(("https://", "http://")):
        return plain
    digits = "".join(sign for sign in plain if sign.isdigit())
    match kind:
        case "telegram":
            name = plain.removeprefix("@")
            return f"tg://resolve?domain={quote(name)}" if not plain.startswith("+") else f"tg://resolve?phone={digits}"
        case "whatsapp":
            return f"https://wa.me/{digits}" if digits else ""
        case "email":
            return f"mailto:{quote(plain, safe='@')}?subject={quote(subject)}&body={quote(text)}"
        case "phone":
            return f"tel:{'+' if plain.startswith('+') else ''}{digits}"
        case "vk":
            return f"https://vk.com/{quote(plain.removeprefix('@'))}"
    return ""
