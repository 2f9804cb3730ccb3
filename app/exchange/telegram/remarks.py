"""What the owner should know before an import, as sentences with a number; none is said for a number of zero."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from app.exchange.importing import ChatInfo, Remark
from app.words import N_

_COUNTED = {
    "repaired": N_("Messages that were not valid JSON, repaired on a copy and marked: {n}."),
    "media_missing": N_("Files named by messages that are not in the folder of the export: {n}."),
    "edited": N_("Messages edited or reacted to (the export does not say which): {n}."),
    "unparsed": N_("Elements that are no messages that can be read, listed with their places: {n}."),
    "cut": N_("Messages longer than 262,144 bytes, each kept whole as a file: {n}."),
    "out_of_order": N_("Messages that do not stand in the order of their numbers: {n}."),
}


def remarks_on(chats: Iterable[ChatInfo], zone: ZoneInfo | None) -> tuple[Remark, ...]:
    """Remarks on these chats together: all of a file for its preview, or the chosen one."""
    chats = list(chats)
    said = [(words, sum(getattr(chat, key) for chat in chats)) for key, words in _COUNTED.items()]
    numberless = sum(chat.without_id if chat.id else chat.messages for chat in chats)
    said.append((N_("Messages without a number, told apart by second, author and text: {n}."), numberless))
    if zone is None:
        needed = N_("Messages whose date has no time zone (name that of the exporting computer): {n}.")
        said.append((needed, sum(chat.needs_zone for chat in chats)))
    return tuple(Remark(text=words, values={"n": count}) for words, count in said if count)


def gap_remark(chat: ChatInfo, last_known: datetime | None) -> Remark | None:
    """Export caps are silent: say so when this export begins later than the last imported message (5.2)."""
    if last_known is None or chat.first is None or chat.first <= last_known:
        return None
    return Remark(
        text=N_("This export begins at {begins}, the last one ended at {ended}: what lies between may be missing."),
        values={"ended": last_known, "begins": chat.first},
    )
