"""Q15 and Q16: the bag of one client with so many records, and a stranger's check of it with stock tools."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.clock import system_clock
from app.journal.opening import open_journal
from tests.benchmarks.filling import filled
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.timing import in_turns
from ui.printing.pdf import write_pdf

BAG = Row(name="Q15", what="bag of one client with its statement", floor="cp + sha256sum of the same bytes", limit=10)
STRANGER = Row(
    name="Q16",
    what="a stranger's sha256sum -c and head over it",
    floor="cp + sha256sum of the same bytes",
    limit=float("inf"),
)
MOST = 10_000
_ROUNDS = 3
_FLOOR = "cp -r bag copy && cd copy && find . -type f -print0 | xargs -0 sha256sum > ../sums"
_CHECK = "sha256sum --strict --ignore-missing --quiet -c log.sha256 && head -n {size} log.sha256 | sha256sum"


def bagged(scratch: Path, entries: int) -> list[Finding]:
    """A journal of one client; never more than the ten thousand records that the rows speak of."""
    app = QGuiApplication.instance() or QGuiApplication([])
    folder = scratch / "bagging"
    folder.mkdir()
    size = min(entries, MOST)
    filled(folder / "one.ashore", size, clients=1)
    with closing(open_journal(folder / "one.ashore", system_clock)) as journal:
        client = journal.clients.all()[0].number

        def product() -> None:
            journal.bags.export(client, folder / "bag.zip", write_pdf)

        product()
        with zipfile.ZipFile(folder / "bag.zip") as archive:
            archive.extractall(folder / "unpacked")
        next((folder / "unpacked").iterdir()).rename(folder / "bag")

        def floor() -> None:
            shutil.rmtree(folder / "copy", ignore_errors=True)
            subprocess.run(["sh", "-c", _FLOOR], cwd=folder, check=True)

        def stranger() -> None:
            words = ["sh", "-c", _CHECK.format(size=size)]
            subprocess.run(words, cwd=folder / "bag/data", check=True, stdout=subprocess.DEVNULL)

        times = in_turns({"floor": floor, "product": product, "stranger": stranger}, _ROUNDS)
    shutil.rmtree(folder)
    del app
    cost = times["floor"].middle
    return [
        compared(BAG, size, cost, times["product"].middle),
        compared(STRANGER, size, cost, times["stranger"].middle),
    ]
