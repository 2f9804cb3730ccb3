"""The laws of the house: who may know whom, and what no file may hold. Each law names the places that break it."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.house import breaches

ROOT = Path(__file__).parents[2]
VAGUE = {"util", "utils", "helper", "helpers", "common", "manager", "service", "services", "base", "misc"}
LISTS = ROOT / "resources" / "requirements"
TEXT = {".py", ".md", ".toml", ".txt", ".in", ".json", ".po", ".pot", ".svg", ".spec", ".cfg", ""}

Finder = Callable[[ast.Module], list[ast.AST]]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def found(finder: Finder, *folders: str, allowed: tuple[str, ...] = ()) -> list[str]:
    """Where in `folders` the breach stands, as file:line, except in files whose path starts as one of `allowed`."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    judged = [path for path in paths if not path.relative_to(ROOT).as_posix().startswith(allowed or ("-",))]
    return [f"{path.relative_to(ROOT)}:{node.lineno}" for path in judged for node in finder(tree(path))]


def test_the_contracts_between_the_rooms_are_kept() -> None:
    check = "from importlinter.cli import lint_imports_command as check; check()"
    words = [sys.executable, "-c", check, "--no-cache"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_sqlalchemy_is_spoken_in_storage_only() -> None:
    assert found(breaches.speaks_sql, "app", "ui", allowed=("app/storage/",)) == []


def test_one_room_opens_sqlite() -> None:
    assert found(breaches.opens_sqlite, "app", "ui", allowed=("app/storage/",)) == []


def test_only_apply_writes_tables() -> None:
    """The log has four calls of its own, the search index its own room; every other row is written in apply/."""
    own = ("app/storage/apply/", "app/storage/log_table.py", "app/storage/search")
    assert found(breaches.writes_tables, "app/storage", "app/journal", allowed=own) == []


def test_only_the_log_inserts_into_the_log() -> None:
    own = ("app/ledger/log.py", "app/storage/log_table.py")
    assert found(breaches.inserts_into_log, "app", "ui", allowed=own) == []


def test_dialogs_are_opened_and_never_executed() -> None:
    assert found(breaches.nests_event_loops, "ui") == []


def test_slots_are_methods() -> None:
    assert found(breaches.connects_lambdas, "ui") == []


def test_the_window_catches_a_refusal_in_one_place() -> None:
    """Everywhere else an `except Refused` would swallow the sentence which says what to do instead."""
    places = found(breaches.catches_refusals, "ui")
    assert [place for place in places if not place.startswith("ui/workbench.py:")] == []
    assert len(places) <= 1


def test_every_module_says_what_it_is_for() -> None:
    assert found(breaches.is_silent, "app", "ui", "tests") == []


@pytest.mark.parametrize(
    ("finder", "broken", "kept"),
    [
        (breaches.speaks_sql, "from sqlalchemy import select", "from app.storage import database"),
        (breaches.opens_sqlite, "from PySide6 import QtSql", "from PySide6 import QtCore"),
        (breaches.opens_sqlite, "import sqlite3", "import json"),
        (breaches.writes_tables, "from sqlalchemy import update", "from sqlalchemy import select"),
        (breaches.writes_tables, "c.execute(items.insert())", "known.update({1: 2})"),
        (breaches.inserts_into_log, "self._log_table.insert(row)", "rows.insert(0, row)"),
        (breaches.nests_event_loops, "QDialog(self).exec()", "menu.exec(point)"),
        (breaches.connects_lambdas, "b.clicked.connect(lambda: self.go())", "b.clicked.connect(self.go)"),
        (breaches.catches_refusals, "try: f()\nexcept (Refused, OSError): g()", "try: f()\nexcept OSError: g()"),
        (breaches.is_silent, "x = 1", "'''A room.'''\nx = 1"),
    ],
)
def test_a_breach_of_a_law_is_seen(finder: Finder, broken: str, kept: str) -> None:
    assert finder(ast.parse(broken))
    assert not finder(ast.parse(kept))


def test_names_say_something_about_this_program() -> None:
    paths = [path for folder in ("app", "ui", "tests") for path in (ROOT / folder).rglob("*")]
    named = [path for path in paths if path.suffix in (".py", "")]
    assert [path.name for path in named if VAGUE & set(path.stem.lower().split("_"))] == []


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.*")), ids=lambda path: path.name)
def test_the_lists_of_packages_name_no_host(path: Path) -> None:
    assert not re.search(r"://|(?<!no-emit-)(index-url|find-links)|trusted-host", path.read_text("utf-8"))


@pytest.mark.parametrize("name", ["run", "dev", "build", "tools"])
def test_every_package_is_pinned_with_its_hashes(name: str) -> None:
    text = (LISTS / f"{name}.txt").read_text("utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert pins
    assert [pin for pin in pins if not re.match(r"[a-z0-9.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", pin)] == []


def test_the_lists_agree_with_each_other() -> None:
    """A package has one version, whichever list brings it: one .venv serves them all."""
    versions: dict[str, set[str]] = {}
    for path in LISTS.glob("*.txt"):
        for package, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", path.read_text("utf-8"), re.MULTILINE):
            versions.setdefault(package, set()).add(version)
    assert {package: several for package, several in versions.items() if len(several) > 1} == {}


def test_every_wanted_package_is_in_its_list() -> None:
    for path in LISTS.glob("*.in"):
        pinned = set(re.findall(r"^([a-z0-9.-]+)==", path.with_suffix(".txt").read_text("utf-8"), re.MULTILINE))
        wanted = re.findall(r"^([A-Za-z0-9][A-Za-z0-9.-]*)", path.read_text("utf-8"), re.MULTILINE)
        assert {name.lower() for name in wanted} - pinned == set()


def wanted(name: str) -> set[str]:
    """The packages that the list `name` asks for by name."""
    lines = (LISTS / f"{name}.in").read_text("utf-8")
    return {package.lower() for package in re.findall(r"^([A-Za-z0-9][A-Za-z0-9.-]*)", lines, re.MULTILINE)}


def imported(*folders: str) -> set[str]:
    """The packages that bring the modules which the files in `folders` import."""
    brought_by = importlib.metadata.packages_distributions()
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    modules = {name.split(".")[0] for path in paths for name, _ in breaches.imports(tree(path))}
    foreign = modules - sys.stdlib_module_names - {"app", "ui", "tests"}
    return {brought_by.get(module, [module])[0].lower().replace("_", "-") for module in foreign}


def test_what_the_program_imports_is_what_its_list_wants() -> None:
    """Nothing works only because a developer has it; nothing is installed that no line of the program asks for."""
    unseen = {"sqlcipher3", "tzdata"}  # imported by name where there is a wheel; read by zoneinfo
    inside = {"shiboken6"}  # a half of PySide6 itself
    assert (imported("app", "ui") | unseen) - inside == wanted("run")


def test_what_the_tests_import_is_in_the_lists() -> None:
    optional = {"pyatspi", "gi"}  # of the system, never of .venv
    inside = {"shiboken6"}  # a half of PySide6 itself
    assert imported("tests") - wanted("run") - wanted("dev") - optional - inside == set()


def test_nothing_committed_comes_from_a_merge_or_from_one_computer() -> None:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("what is committed is known to git only")
    safe = ["-c", f"safe.directory={ROOT}"]
    listed = subprocess.run(["git", *safe, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    mark = re.compile(rb"^(<{7}|>{7}) |/home/[a-z]+/|/Users/[a-z]+/", re.MULTILINE)
    paths = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
    texts = [path for path in paths if path.suffix in TEXT and path.is_file() and "files" not in path.parts]
    assert [str(path) for path in texts if path != Path(__file__) and mark.search(path.read_bytes())] == []
