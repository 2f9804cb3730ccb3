"""A journal that came back shorter, or another up to where it once was: seen by the mark, said by an entry (4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.facts.backups import Returned, ReturnSaid
from app.ledger.high_water import Mark, Standing, standing
from app.storage.database import Connection
from app.storage.shelf.entries import entries_of_kinds

if TYPE_CHECKING:
    from app.journal.act import Act
    from app.journal.journal import Journal


def returned_as(journal: Journal, connection: Connection, size: int, head: str) -> Returned | None:
    """What was remembered and what is there, when the two disagree and no entry says so yet."""
    mark = journal.high_water.mark(journal.log_id)

    def head_at(number: int) -> str:
        return head if number == size else journal.head_of(connection, number)

    if mark is None or standing(mark, size, head_at) is Standing.KNOWN or _is_said(connection, mark):
        return None
    return Returned(expected_size=mark.size, expected_head=mark.head, found_size=size, found_head=head)


def note_return(act: Act, returned: Returned, said: ReturnSaid) -> int:
    """Write journal.restored; before anything else of the same act."""
    return act.note("journal.restored", body_of_return(returned, said))


def body_of_return(returned: Returned, said: ReturnSaid) -> dict[str, object]:
    """The body of journal.restored."""
    return {
        "expected_size": returned.expected_size,
        "expected_head": returned.expected_head,
        "found_size": returned.found_size,
        "found_head": returned.found_head,
        "said": said.value,
    }


def _is_said(connection: Connection, mark: Mark) -> bool:
    """A restore was said in the journal, but the program died before the mark was set to it."""
    told = entries_of_kinds(connection, 0, ("journal.restored",))
    return any((each.body["expected_size"], each.body["expected_head"]) == (mark.size, mark.head) for each in told)
