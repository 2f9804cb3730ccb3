"""An erasure in a process that is really killed: at every step the next opening finds the old journal or ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.clock import FixedClock, system_clock
from app.facts.erasure import Doing
from app.journal.checking import check_journal
from app.journal.opening import create_journal, open_journal
from tests.journal.conftest import MONDAY

TEXT = "Наш пароль от кабинета: ДубоваяРоща-17"

CHILD = """
import os, signal, sys
from pathlib import Path
from app.clock import system_clock
from app.facts.erasure import Doing, Grounds
from app.journal.opening import open_journal

path, number, step, after = Path(sys.argv[1]), int(sys.argv[2]), Doing(sys.argv[3]), int(sys.argv[4])
seen = 0

def told(doing, done, all_):
    global seen
    if doing is step:
        if seen == after:
            os.kill(os.getpid(), signal.SIGKILL)
        seen += 1

journal = open_journal(path, system_clock)
journal.erasing.erase(journal.erasing.plan([number]), Grounds(reason="asked"), progress=told)
"""


@pytest.mark.parametrize(
    ("step", "after"),
    [(Doing.WRITING, 0), (Doing.FILES, 0), *((Doing.SWEEPING, n) for n in range(4)), (Doing.CHECKING, 0),
     (Doing.BACKUP, 0)],
)  # fmt: skip
def test_a_killed_erasure_is_old_or_is_ended_at_the_next_opening(tmp_path: Path, step: Doing, after: int) -> None:
    """4.7 and 8.3: never a NULL that no entry explains, and no word left once the journal was opened again."""
    path = tmp_path / "journal.ashore"
    with closing(create_journal(path, {"name": "Elena", "zone": "Europe/Madrid"}, FixedClock(MONDAY))) as journal:
        client = journal.clients.add("Глина")
        number = journal.talk.received(client, TEXT, channel="telegram")
        for count in range(30):
            journal.talk.sent(client, f"Строка {count}", channel="telegram")
    done = subprocess.run([sys.executable, "-c", CHILD, str(path), str(number), step.value, str(after)], check=False)
    assert done.returncode == -signal.SIGKILL
    with closing(open_journal(path, system_clock)) as again:
        assert not again.erasing.unfinished()
        assert check_journal(again).problems == ()
        gone = again.reading.entry(number).redacted
    assert gone == (step is not Doing.WRITING)
    assert (TEXT.encode() in path.read_bytes()) != gone
    left = {each.name for each in tmp_path.iterdir() if each.is_file() and each.suffix != ".key"}
    assert left == {"journal.ashore"}
