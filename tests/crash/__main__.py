"""`python3 -m app crash [--kills 500]`: kills programs at random moments, looks what is left, prints what was lost."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path


def main() -> int:
    """Exit code 1 when anything acknowledged was lost or anything else is wrong."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="ashore-crash-home-") as home:
        _live_in(Path(home))
        from tests.crash.backing_up import killed_in_a_backup, killed_in_a_restore
        from tests.crash.importing import killed_in_an_import
        from tests.crash.outcome import table
        from tests.crash.saving import killed_while_saving
        from tests.crash.second import second_program

        outcomes = [
            second_program(),
            killed_in_a_backup(asked.backups, asked.seed, _tell("kills in a backup")),
            killed_in_a_restore(asked.backups, asked.seed, _tell("kills in a restore")),
            killed_while_saving(asked.kills, asked.seed, _tell("kills while saving")),
            killed_in_an_import(asked.imports, asked.messages, asked.seed, _tell("kills in an import")),
        ]
    print("\n".join(["", *table(sorted(outcomes, key=lambda each: int(each.fault)))]))
    return 0 if all(each.held for each in outcomes) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m app crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=500, help="kills while saving, by default 500")
    parser.add_argument("--imports", type=int, default=20, help="kills in an import, by default 20")
    parser.add_argument("--messages", type=int, default=100_000, help="messages of that import, by default 100,000")
    parser.add_argument("--backups", type=int, default=100, help="kills in a backup and in a restore, by default 100")
    parser.add_argument("--seed", type=int, default=1, help="another number gives other moments")
    return parser.parse_args()


def _live_in(home: Path) -> None:
    """Locks, marks and keys of this run lie in a folder of their own; programs that are started see the same."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
        os.environ[name] = str(home)


def _tell(what: str) -> Callable[[int], None]:
    def tell(done: int) -> None:
        print(f"{done:,} {what}", file=sys.stderr, flush=True)

    return tell


if __name__ == "__main__":
    sys.exit(main())
