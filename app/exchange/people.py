"""Who wrote in a source: authors, participants, the account it belongs to, and which of them is the owner."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from app.facts.names import folded
from app.facts.visible import visible


class Author(Struct, frozen=True, kw_only=True, gc=False):
    """Who wrote it, as the source shows it; both may be empty (a deleted account)."""

    name: str = ""
    id: str = ""


class Participant(Struct, frozen=True, kw_only=True):
    """Somebody who wrote in a chat; known by the id where the source has one, else by the name."""

    name: str
    id: str
    messages: int

    @property
    def shown(self) -> str:
        """The name and the id, for a list one chooses from; nothing in them turns or hides the rest of the line."""
        name = " ".join(visible(self.name).split()) or "—"
        return f"{name} ({visible(self.id)})" if self.id else name


class Account(Struct, frozen=True, kw_only=True):
    """Whose export it is, when the source says so."""

    id: str = ""
    name: str = ""


class MeBy(StrEnum):
    """The reason by which the owner was recognised in a chat, in the order in which they are tried (5.2)."""

    SAID = "said"
    ACCOUNT = "account"
    OWNER_NAME = "owner_name"
    NOT_THE_CHAT = "not_the_chat"
    NOT_THE_CONTACT = "not_the_contact"


class WhoIsMe(Struct, frozen=True, kw_only=True):
    """Who of a chat is the owner, and why. With neither id nor name the owner wrote nothing in it."""

    by: MeBy
    id: str = ""
    name: str = ""

    def wrote(self, author: Author) -> bool:
        """Whether the owner is the author: by the id where both have one, else by the name."""
        if self.id and author.id:
            return self.id == author.id
        return bool(self.name) and folded(self.name) == folded(author.name)


def names_of(people: Iterable[Participant]) -> str:
    """The people of a chat, the most talkative first, for a sentence."""
    ranked = sorted(people, key=lambda someone: -someone.messages)
    shown = [someone.shown for someone in ranked[:20]]
    return ", ".join(shown) + (" …" if len(ranked) > len(shown) else "") or "—"
