"""Rows as CSV: UTF-8 with a BOM, and no cell that a spreadsheet would take for a formula (5.3)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """The rows with CRLF line ends (RFC 4180); a cell that begins like a formula gets an apostrophe before it."""
    out = StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
