"""Which chat of a source is the client's, and who in it is the owner: said, derived by rule, or refused (5.2)."""

from __future__ import annotations

from collections.abc import Iterable

from app.errors import Refused
from app.exchange.importing import ChatInfo, Preview
from app.exchange.people import Account, MeBy, Participant, WhoIsMe, names_of
from app.facts.names import folded
from app.words import N_

_MOST_NAMED = 20


def choose_chat(preview: Preview, wanted: str | None = None, names: Iterable[str] = ()) -> ChatInfo:
    """The only chat; the one `wanted` by name or id; else the one called like the client or its people (`names`).

    Refused, with the chats listed, when none or several fit: another client's chat must never come in by a guess.
    """
    if wanted is None and len(preview.chats) == 1 and not preview.holds_more:
        return preview.chats[0]
    asked = [wanted] if wanted is not None else list(names)
    folds = {folded(name) for name in asked}
    fitting = [chat for chat in preview.chats if wanted is not None and wanted.strip() == chat.id]
    fitting = fitting or [chat for chat in preview.chats if chat.name and folded(chat.name) in folds]
    if len(fitting) == 1:
        return fitting[0]
    if wanted is None and len(preview.chats) == 1:
        return preview.chats[0]
    if wanted is not None and not fitting:
        unknown = N_("No chat in the file is called {name}. It holds: {chats}.")
        raise Refused(unknown, name=wanted, chats=_listed(preview.chats))
    several = N_("The file holds several chats. Say which one is the client's, by its name or number: {chats}.")
    raise Refused(several, chats=_listed(fitting or preview.chats))


def decide_me(
    chat: ChatInfo,
    me: str | None = None,
    account: Account | None = None,
    owner_name: str | None = None,
    contact: Iterable[str] | None = None,
) -> WhoIsMe:
    """Who of this chat is the owner, by the first rule of 5.2 that decides, with that rule as the reason.

    `me` is a name or an id, `account` that of the export, `contact` the names (or ids) of the client's contact.
    Refused, with the names listed, when none decides: a journal that is evidence does not guess a direction.
    """
    if me is not None:
        return _said(chat, me)
    return (
        _by_account(chat, account)
        or _by_owner_name(chat, owner_name)
        or _not_the_chat(chat)
        or _not_the_contact(chat, set(map(folded, contact or ())))
        or _undecided(chat)
    )


def _said(chat: ChatInfo, me: str) -> WhoIsMe:
    wanted = me.strip()
    by_id = [one for one in chat.people if one.id and wanted in (one.id, one.id.removeprefix("user"))]
    found = by_id or [one for one in chat.people if one.name and folded(one.name) == folded(wanted)]
    if len(found) == 1:
        return _whole(MeBy.SAID, found[0])
    if found:
        several = N_("Several people in this chat are called {name}. Say which by the id: {people}.")
        raise Refused(several, name=me, people=names_of(found))
    nobody = N_("Nobody in this chat is called {name}. Those who wrote are: {people}.")
    raise Refused(nobody, name=me, people=names_of(chat.people))


def _by_account(chat: ChatInfo, account: Account | None) -> WhoIsMe | None:
    """The account is the owner even where it wrote nothing: then all was received."""
    if account is None or not (account.id or account.name):
        return None
    if chat.type == "saved_messages" or (account.id and any(one.id for one in chat.people)):
        return WhoIsMe(by=MeBy.ACCOUNT, id=account.id, name=account.name)
    found = [one for one in chat.people if account.name and folded(one.name) == folded(account.name)]
    return _whole(MeBy.ACCOUNT, found[0]) if len(found) == 1 else None


def _by_owner_name(chat: ChatInfo, owner_name: str | None) -> WhoIsMe | None:
    """Not where a namesake is the other side of a personal chat."""
    if not owner_name:
        return None
    found = [one for one in chat.people if folded(one.name) == folded(owner_name)]
    if len(found) != 1 or (chat.personal and _is_the_chat(chat, found[0])):
        return None
    return _whole(MeBy.OWNER_NAME, found[0])


def _not_the_chat(chat: ChatInfo) -> WhoIsMe | None:
    """A personal chat is called after the other one, and has the other one's number."""
    others = [one for one in chat.people if _is_the_chat(chat, one)]
    if not chat.personal or len(others) != 1:
        return None
    return _the_remaining(MeBy.NOT_THE_CHAT, chat, others[0])


def _not_the_contact(chat: ChatInfo, contact: set[str]) -> WhoIsMe | None:
    others = [one for one in chat.people if folded(one.name) in contact or (one.id and folded(one.id) in contact)]
    if len(chat.people) != 2 or len(others) != 1:
        return None
    return _the_remaining(MeBy.NOT_THE_CONTACT, chat, others[0])


def _the_remaining(by: MeBy, chat: ChatInfo, other: Participant) -> WhoIsMe | None:
    mine = [one for one in chat.people if one is not other]
    if len(mine) > 1:
        return None
    return _whole(by, mine[0]) if mine else WhoIsMe(by=by)


def _is_the_chat(chat: ChatInfo, one: Participant) -> bool:
    if one.id and chat.id:
        return one.id == f"user{chat.id}"
    return bool(chat.name) and folded(one.name) == folded(chat.name)


def _undecided(chat: ChatInfo) -> WhoIsMe:
    raise Refused(
        "Who of this chat are you? Say it with --me, by name or id. Those who wrote are: {people}.",
        people=names_of(chat.people),
    )


def _whole(by: MeBy, one: Participant) -> WhoIsMe:
    return WhoIsMe(by=by, id=one.id, name=one.name)


def _listed(chats: Iterable[ChatInfo]) -> str:
    shown = [Participant(name=chat.name or chat.type, id=chat.id, messages=chat.messages).shown for chat in chats]
    return ", ".join(shown[:_MOST_NAMED]) + (" …" if len(shown) > _MOST_NAMED else "")
