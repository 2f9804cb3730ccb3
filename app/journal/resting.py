"""What one entry rests on, for whoever looks at it (4.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.facts.statement import Proof, Rests
from app.journal.confirming import confirmed_by
from app.storage.shelf.erasure import sourceless_imports
from app.storage.shelf.their_exports import in_their_export

if TYPE_CHECKING:
    from app.facts.entries import Entry
    from app.journal.journal import Journal


def rests_on(journal: Journal, entry: Entry) -> Rests:
    """Class, days to the import, and the entry with which the client confirmed it; reads only."""
    source = entry.body.get("source", {})
    with journal.look() as connection:
        if source.get("import") in sourceless_imports(connection):
            source = {}
        theirs = in_their_export(connection, entry.seq)
    proof = Proof(source.get("class", "D"))
    later = (entry.recorded - entry.happened).days if proof is Proof.EXPORT else None
    return Rests(proof=proof, import_days_later=later, confirmed_by=confirmed_by(journal, entry), also_in=theirs)
