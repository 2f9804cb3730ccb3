"""`python3 -m app build`: freezes the program and lives one short day with what came out, far from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "dist" / "ashore" / ("ashore.exe" if os.name == "nt" else "ashore")
HOMES = ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")
CLIENT = "Кедровый дом"


class Failed(Exception):
    """The frozen program did not do what the checkout does."""


def build() -> None:
    """Freeze the program into dist/ashore."""
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    words = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders]
    subprocess.run([*words, str(ROOT / "build.spec")], cwd=ROOT, check=True)


def live_a_day(home: Path) -> Iterator[str]:
    """Walk through the main job in an empty home. Yields what was right; raises Failed at the first thing wrong."""
    journal = home / "day.ashore"
    sheet = home / "sheet.pdf"
    bag = home / "bag.zip"
    yield run(home, "--version")
    run(home, "--journal", str(journal), "init", "--owner", "Елена", "--zone", "Europe/Moscow", "--country", "RU")
    ours = ("--journal", str(journal))
    run(home, *ours, "client", "add", CLIENT, "--zone", "Asia/Yekaterinburg", "--language", "ru")
    run(
        home, *ours, "log", "message", "--client", CLIENT, "--channel", "telegram", "--received", "--text", "Ждём макет"
    )
    flags = json.loads(run(home, *ours, "today", "--json"))
    yield f"a journal with {len(flags)} reasons to write"
    run(home, *ours, "sheet", "--client", CLIENT, "--out", str(sheet))
    yield f"a sheet of {size_of(sheet, b'%PDF-')} bytes"
    run(home, *ours, "export", "--client", CLIENT, "--out", str(bag))
    yield f"an export of {size_of(bag, b'PK')} bytes"
    verdict = json.loads(run(home, "verify", "--json", str(bag), expected=3))["verdict"]
    if verdict != "UNANCHORED":
        raise Failed(f"an export nobody vouches for was called {verdict}")
    yield "its verdict, UNANCHORED"


def run(home: Path, *words: str, expected: int = 0) -> str:
    """One command of the frozen program in a home of its own; its output, if the exit code is the expected one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    environment = {**kept, **dict.fromkeys(HOMES, str(home)), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [PROGRAM, *words], cwd=home, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    if done.returncode != expected:
        raise Failed(f"{' '.join(words)} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    return done.stdout.strip()


def size_of(path: Path, magic: bytes) -> int:
    """The size of a file that must begin with `magic`."""
    data = path.read_bytes()
    if not data.startswith(magic):
        raise Failed(f"{path.name} begins with {data[:8]!r}")
    return len(data)


def main() -> int:
    """Build, try, and say what was found. Returns the exit code."""
    build()
    try:
        with tempfile.TemporaryDirectory() as home:
            for finding in live_a_day(Path(home)):
                print(finding)
    except Failed as failed:
        print(f"The frozen program is not sound: {failed}", file=sys.stderr)
        return 1
    folder = sum(path.stat().st_size for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"dist/ashore is ready, {folder / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
