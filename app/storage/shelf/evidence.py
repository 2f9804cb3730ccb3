"""What entries rest on: how many came out of a mail, an export, a picture (4.6)."""

from __future__ import annotations

from app.storage.connection import Connection
from app.storage.shelf.erasure import sourceless_imports


def proofs(connection: Connection) -> dict[str, int]:
    """Entries by the class of their source (A, B, C); everything else was written down by the owner (D)."""
    total = int(connection.exec_driver_sql("SELECT count(*) FROM entry").scalar_one())
    gone = sourceless_imports(connection)  # numbers of our own, so they may stand in the question
    rows = connection.exec_driver_sql(
        "SELECT json_extract(CAST(record AS TEXT), '$.body.source.class') AS class, count(*) FROM log"
        " WHERE instr(record, CAST('\"source\":{' AS BLOB)) > 0"
        " AND coalesce(json_extract(CAST(record AS TEXT), '$.body.source.import'), 0)"
        f" NOT IN ({', '.join(map(str, sorted(gone)))}) GROUP BY class"
    )
    found = {str(name): int(count) for name, count in rows if name in ("A", "B", "C")}
    return {**{name: found.get(name, 0) for name in ("A", "B", "C")}, "D": total - sum(found.values())}
