"""`python -m tests.years.count`: live the five years and write the table of mornings anew; look at what it changes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.years.habits import OWNERS, Habits
from tests.years.year import Year

TABLE = Path(__file__).with_name("mornings.toml")
HEAD = "# Working mornings of 2026 on which each rule was listed, by owner. `python -m tests.years.count`\n"


def kept() -> dict[str, dict[str, int]]:
    """The table as it is kept."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def lived(habits: Habits, folder: Path) -> Year:
    """One owner's year; its journal lies in `folder`."""
    year = Year(folder, habits)
    year.live()
    year.journal.close()
    return year


def row(year: Year) -> dict[str, int]:
    """Mornings worked, mornings on which F21 or F22 stood anywhere, and mornings by rule."""
    by_rule = sorted(year.mornings.items(), key=lambda each: int(each[0][1:]))
    return {"mornings": year.days, "rhythm": year.rhythm, **dict(by_rule)}


def main() -> None:
    """Write the table."""
    with TemporaryDirectory() as folder:
        rows = {habits.name: row(lived(habits, Path(folder))) for habits in OWNERS}
    lines = [HEAD]
    for name, counts in rows.items():
        lines += [f"\n[{name}]\n", *(f"{key} = {n}\n" for key, n in counts.items())]
    TABLE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
