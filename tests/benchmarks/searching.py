"""Q6 and Q7: the newest 50 hits after every letter typed, against a LIKE scan for a word that nobody said."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

from app.clock import system_clock
from app.facts.search import Asked
from app.journal.journal import Journal
from app.journal.opening import open_journal
from app.ledger.log import walk
from app.storage.driver import driver
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.saying import said
from tests.benchmarks.timing import Act, Times, in_turns
from tests.benchmarks.timing import words as in_words

EVERYWHERE = Row(
    name="Q6", what="search as one types, newest 50 hits, 95th percentile", floor="LIKE scan for an absent word",
    limit=1 / 50, growth=10, at_a_million=True,
)  # fmt: skip
WITHIN = Row(
    name="Q7", what="the same inside one client or between dates", floor=EVERYWHERE.floor,
    limit=1 / 100, growth=10, at_a_million=True,
)  # fmt: skip
ABSENT = "небывальщина"
_HITS = 50
_ROUNDS = 9
_TYPED = 12
_WARM = 2


def searched(journal_path: Path, entries: int) -> list[Finding]:
    """What the window asks after each letter of some searches: words that were said, and one that was not."""
    chance = random.Random(5)
    typed = [letters for words in _searches(chance) for letters in _letter_by_letter(words)]
    with (
        closing(open_journal(journal_path, system_clock, writes=False)) as journal,
        closing(_texts(journal, journal_path.with_suffix(".texts"))) as plain,
    ):
        places = _places(journal, chance)
        everywhere = {f"everywhere {n}": _Search(journal, Asked(words=words)) for n, words in enumerate(typed)}
        asked = [place(words) for words in typed for place in places]
        within = {f"within {n}": _Search(journal, each) for n, each in enumerate(asked)}

        def floor() -> object:
            return plain.execute("SELECT seq FROM said WHERE text LIKE ?", (f"%{ABSENT}%",)).fetchall()

        acts: dict[str, Act] = {"floor": floor, **everywhere, **within}
        in_turns(acts, _WARM)
        times = in_turns(acts, _ROUNDS)
    journal_path.with_suffix(".texts").unlink()
    return [
        _compared(EVERYWHERE, entries, times, everywhere),
        _compared(WITHIN, entries, times, within),
    ]


def _compared(row: Row, entries: int, times: Mapping[str, Times], searches: Iterable[str]) -> Finding:
    """The 95th percentile of the searches, each of them by the median of its rounds."""
    each = Times()
    each.all = [times[name].middle for name in searches]
    remark = f"{len(each.all)} searches, half of them within {in_words(each.middle)}"
    return compared(row, entries, times["floor"].middle, each.slow, remark)


def _searches(chance: random.Random) -> Iterator[str]:
    """One to three words of something that was said."""
    for number in range(_TYPED):
        words = said(chance).split()
        begin = chance.randrange(len(words))
        yield " ".join(words[begin : begin + 1 + number % 3])
    yield ABSENT


def _letter_by_letter(words: str) -> list[str]:
    return [words[: end + 1] for end in range(len(words)) if words[end] != " "]


def _places(journal: Journal, chance: random.Random) -> Sequence[Callable[[str], Asked]]:
    """Inside a busy, a middling and a quiet client; within a week, a month, a year some time ago."""
    with journal.look() as connection:
        by_size = connection.exec_driver_sql("SELECT client FROM entry GROUP BY client ORDER BY count(*)").scalars()
        clients = [number for number in by_size.all() if number]
    chosen = [clients[-1], clients[len(clients) // 2], clients[len(clients) // 10]]
    ends = [system_clock() - timedelta(days=chance.randrange(30, 3000)) for _ in range(3)]
    inside = [lambda words, client=client: Asked(words=words, client=client) for client in chosen]
    between = [
        lambda words, end=end, days=days: Asked(words=words, since=end - timedelta(days=days), until=end)
        for end, days in zip(ends, (7, 30, 365), strict=True)
    ]
    return [*inside, *between]


class _Search:
    def __init__(self, journal: Journal, asked: Asked) -> None:
        self._journal, self._asked = journal, asked

    def __call__(self) -> object:
        return self._journal.reading.found(self._asked, _HITS)


def _texts(journal: Journal, path: Path) -> Any:
    """The texts alone in a table of their own: the least that a LIKE must read."""
    plain = driver().connect(path, isolation_level=None, check_same_thread=False)
    plain.execute("CREATE TABLE said (seq INTEGER PRIMARY KEY, text TEXT)")
    plain.execute("BEGIN")
    with journal.look() as connection:
        for records in walk(connection):
            rows = [(record.seq, record.body.get("text", "")) for record in records]
            plain.executemany("INSERT INTO said VALUES (?, ?)", rows)
    plain.execute("COMMIT")
    return plain
