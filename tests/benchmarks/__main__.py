"""`python3 -m app bench [--sizes 10000,100000] [--rows Q1,Q4]`: builds its own data, measures, prints rows of 8.1."""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.findings import Finding, growths, table
from ui.__main__ import collect_less

ROWS = (
    "Q1",
    "Q2",
    "Q3",
    "Q4",
    "Q5",
    "Q6",
    "Q7",
    "Q8",
    "Q9",
    "Q10",
    "Q12",
    "Q13",
    "Q14",
    "Q15",
    "Q16",
    "Q17",
    "Q18",
    "Q20",
)
STARTS = {"Q1", "Q2", "Q3", "Q17"}
SCROLLING = {"Q8", "Q9", "Q20"}
SIZES = "10000,100000"


def main() -> None:
    """Measure what is asked for, everything in a folder that is gone afterwards."""
    asked = _asked()
    collect_less()  # as the program does at its start
    wanted = {row.strip() for row in asked.rows.split(",")}
    if unknown := wanted - set(ROWS):
        raise SystemExit(f"There is no row called {', '.join(sorted(unknown))} here. Choose among {', '.join(ROWS)}.")
    sizes = [int(size) for size in asked.sizes.split(",")]
    with tempfile.TemporaryDirectory(prefix="ashore-bench-") as scratch:
        _live_in(Path(scratch))
        findings = list(_measured(Path(scratch), sorted(sizes), wanted))
    for line in ("", *table(findings), "", "Growth of the cost:", *growths(findings), "", _memory()):
        print(line)
    missed = [each.row.name for each in findings if each.is_missed]
    print(f"Missed: {', '.join(missed)}." if missed else "Every row that could be judged at these sizes was kept.")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m app bench", description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help=f"numbers of entries, by default {SIZES}")
    parser.add_argument("--rows", default=",".join(ROWS), help="rows of 8.1, by default all of them")
    return parser.parse_args()


def _live_in(scratch: Path) -> None:
    """Nothing of this user's is read or left behind; processes that are started see the same."""
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(scratch / "home")
    os.environ["XDG_RUNTIME_DIR"] = str(scratch / "home")
    (scratch / "home").mkdir(mode=0o700)
    # Programs start from byte code, as they do for a user from the second time on; it lies in the scratch folder, too.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(scratch / "bytecode")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _measured(scratch: Path, sizes: list[int], wanted: set[str]) -> Iterable[Finding]:
    for size in sizes:
        if wanted & (STARTS | SCROLLING | {"Q4", "Q5", "Q6", "Q7", "Q12", "Q18"}):
            yield from _on_a_journal(scratch, size, wanted)
        if "Q10" in wanted:
            from tests.benchmarks.importing import imported

            yield from _told(imported(scratch, size))
        if "Q13" in wanted:
            from tests.benchmarks.rebuilding import rebuilt

            yield from _told(rebuilt(scratch, size))
        if wanted & {"Q15", "Q16"}:
            from tests.benchmarks.bagging import bagged

            yield from _told(each for each in bagged(scratch, size) if each.row.name in wanted)
    if "Q14" in wanted:
        from tests.benchmarks.painting import painted

        yield from _told(painted(scratch))


def _on_a_journal(scratch: Path, size: int, wanted: set[str]) -> Iterable[Finding]:
    from tests.benchmarks.asking import flagged
    from tests.benchmarks.backing_up import backed_up
    from tests.benchmarks.filling import filled
    from tests.benchmarks.recording import recorded
    from tests.benchmarks.scrolling import scrolled
    from tests.benchmarks.searching import searched
    from tests.benchmarks.starting import started
    from tests.benchmarks.using import used
    from tests.benchmarks.verifying import verified

    print(f"Filling a journal with {size:,} entries …", flush=True)
    journal = filled(scratch / f"{size}.ashore", size)
    if wanted & STARTS:
        yield from _told(each for each in started(journal, size) if each.row.name in wanted)
    if wanted & {"Q6", "Q7"}:
        yield from _told(each for each in searched(journal, size) if each.row.name in wanted)
    if "Q20" in wanted:
        yield from _told(used(journal, size))
    if wanted & SCROLLING:
        yield from _told(each for each in scrolled(journal, size) if each.row.name in wanted)
    for name, measure in (("Q5", flagged), ("Q12", verified), ("Q18", backed_up), ("Q4", recorded)):
        if name in wanted:
            yield from _told(measure(journal, size))
    journal.unlink()


def _told(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Each finding, said at once: a run takes minutes."""
    for each in findings:
        print(f"{each.row.name} at {each.entries:,}: {each.product} against {each.floor}, {each.row.what}", flush=True)
        yield each


def _memory() -> str:
    own, others = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return f"Peak memory: {own} MiB of this process with all rows, {others} MiB of the largest that it started."


if __name__ == "__main__":
    main()
