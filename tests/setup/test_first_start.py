"""The first start in a checkout, and every start after it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.setup.checkout import ROOT, Checkout


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(tmp_path / "Проект ёё")
    made.wants("1.0")
    return made


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout after its first start."""
    made = Checkout(tmp_path_factory.mktemp("started") / "ashore")
    made.wants("1.0")
    assert made.start("today").returncode == 0
    return made


@pytest.mark.long
def test_the_first_start_makes_the_environment_and_hands_the_words_over(checkout: Checkout) -> None:
    done = checkout.start("log", "note", "--text", "Две недели")
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        ["shell 1.0", f"{checkout.folder / '.venv'} ['log', 'note', '--text', 'Две недели']"],
    )


def test_a_second_start_installs_nothing_and_asks_nobody(started: Checkout) -> None:
    pip = next(started.folder.glob(".venv/lib*/**/site-packages/pip"))
    pip.rename(pip.with_name("pip_gone"))
    try:
        done = started.start("today")
    finally:
        pip.with_name("pip_gone").rename(pip)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("shell 1.0")


def test_a_changed_list_is_installed_at_the_next_start(started: Checkout) -> None:
    started.wants("2.0")
    assert started.start("today").stdout.startswith("shell 2.0")
    started.wants("1.0")
    assert started.start("today").stdout.startswith("shell 1.0")


def test_a_package_that_is_not_the_one_pinned_is_refused_in_a_sentence(started: Checkout) -> None:
    started.wants("3.0", hashed="0" * 64)
    done = started.start("today")
    assert (done.returncode, done.stdout) == (1, "")
    assert "THESE PACKAGES DO NOT MATCH" in done.stderr or "run.txt could not be fetched" in done.stderr
    assert "Traceback" not in done.stderr
    started.wants("1.0")
    assert started.start("today").stdout.startswith("shell 1.0")


def test_an_environment_left_half_made_is_made_anew(started: Checkout) -> None:
    """What a kill leaves behind: the mark, and a package without its files."""
    (started.folder / ".venv" / "unfinished").touch()
    for module in started.folder.glob(".venv/lib*/**/shell.py"):
        module.unlink()
    assert started.start("today").stdout.startswith("shell 1.0")
    assert not (started.folder / ".venv" / "unfinished").exists()


def test_an_environment_whose_python_went_away_is_made_anew(started: Checkout) -> None:
    started.python.unlink()
    assert started.start("today").stdout.startswith("shell 1.0")


def test_without_network_and_without_environment_one_sentence_says_what_to_do(checkout: Checkout) -> None:
    shutil.rmtree(checkout.wheels)
    done = checkout.start("today")
    assert done.returncode == 1
    assert "go on line and start again" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes to read-only folders")
def test_a_read_only_folder_is_refused_in_a_sentence(checkout: Checkout) -> None:
    checkout.folder.chmod(0o500)
    try:
        done = checkout.start("today")
    finally:
        checkout.folder.chmod(0o700)
    assert done.returncode == 1
    assert "Copy Ashore into a folder of your own" in done.stderr


def test_a_folder_that_cannot_be_written_is_refused_in_a_sentence(checkout: Checkout) -> None:
    """A file stands where the folder should be: even root cannot write there."""
    (checkout.folder / ".venv").write_text("in the way")
    done = checkout.start("today")
    assert done.returncode == 1
    assert "Copy Ashore into a folder of your own" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_is_told_without_making_anything(checkout: Checkout) -> None:
    done = checkout.start("--version")
    assert done.stdout.startswith("ashore ")
    assert not (checkout.folder / ".venv").exists()


def test_a_python_that_has_everything_is_used_as_it_is(checkout: Checkout) -> None:
    """Someone who keeps an environment of his own gets no second one."""
    done = checkout.start("today", python=sys.executable)
    assert done.stdout.splitlines()[1].startswith(sys.prefix)
    assert not (checkout.folder / ".venv").exists()


def test_set_up_stands_on_the_standard_library_alone() -> None:
    """With -S and -I nothing but the standard library can be found; the set-up is imported and finds its words."""
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import app.setup.start\n"
        "ours = {name for name in sys.modules if name.partition('.')[0] == 'app'}\n"
        "print(sorted(ours))\n"
    )
    done = subprocess.run([sys.executable, "-S", "-I", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(
        ["app", "app.errors", "app.setup", "app.setup.environment", "app.setup.start", "app.setup.system"]
    )
