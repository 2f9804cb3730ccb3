"""The measuring itself, in small: the data is a sound journal, every row can be measured, a missed row says so."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from app.clock import system_clock
from app.journal.checking import check_journal
from app.journal.opening import open_journal
from tests.benchmarks.filling import CLIENTS, filled
from tests.benchmarks.findings import Row, compared, growths, table
from tests.benchmarks.saying import said
from tests.benchmarks.story import ARCS
from tests.benchmarks.timing import in_turns

ROW = Row(name="Q0", what="a thing", floor="its floor", limit=3, growth=1.5)


def test_the_data_is_a_sound_journal_of_exactly_that_size(tmp_path: Path) -> None:
    path = filled(tmp_path / "journal.ashore", 3000)
    with closing(open_journal(path, system_clock, writes=False)) as journal:
        assert journal.size_and_head()[0] == 3000
        assert check_journal(journal).problems == ()
        assert len(journal.clients.all()) == CLIENTS
        with journal.look() as connection:
            kinds = Counter(connection.exec_driver_sql("SELECT kind FROM log").scalars())
    assert {kind for course in ARCS.values() for kind, _ in course} <= kinds.keys()


def test_texts_are_as_long_as_in_real_correspondence() -> None:
    chance = random.Random(1)
    sizes = sorted(len(said(chance).encode()) for _ in range(2000))
    assert 140 < sum(sizes) / len(sizes) < 200
    assert sizes[len(sizes) // 2] < 140
    assert sizes[-20] > 500


def test_a_row_over_its_limit_is_said_to_be_missed() -> None:
    slow, quick = compared(ROW, 10_000, 1.0, 3.1), compared(ROW, 100_000, 1.0, 2.9)
    lines = table([slow, quick])
    assert "missed" in lines[1]
    assert "kept" in lines[2]
    assert growths([compared(ROW, 10_000, 1.0, 1.0), compared(ROW, 100_000, 2.0, 1.6)]) == [
        "Q0    10,000 to 100,000: 1.60 × (limit 1.5) missed"
    ]
    assert growths([quick, slow]) == ["Q0    10,000 to 100,000: 0.94 × (limit 1.5) kept"]


def test_a_limit_for_a_million_entries_is_judged_there_only() -> None:
    row = Row(name="Q0", what="a thing", floor="a walk", limit=1 / 200, at_a_million=True)
    assert not compared(row, 10_000, 1.0, 0.1).is_missed
    assert compared(row, 1_000_000, 1.0, 0.1).is_missed


def test_floor_and_product_take_turns() -> None:
    order: list[str] = []
    times = in_turns({"floor": lambda: order.append("A"), "product": lambda: order.append("B")}, 3)
    assert order == list("ABABAB")
    assert len(times["product"].all) == 3


def test_a_run_prints_its_rows_and_leaves_nothing_behind(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.benchmarks", "--sizes", "1500", "--rows", "Q5,Q6,Q7,Q10,Q12,Q14,Q18"]
    done = subprocess.run(
        words, capture_output=True, text=True, check=False,
        env={**os.environ, "TMPDIR": str(tmp_path)}, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name in ("Q5", "Q6", "Q7", "Q10", "Q12", "Q14", "Q18"):
        assert f"\n{name} " in done.stdout
    assert list(tmp_path.iterdir()) == []
