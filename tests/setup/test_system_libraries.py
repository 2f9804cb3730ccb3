"""Qt's system libraries: which are missing, and the one line that installs them."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from app.errors import Unavailable
from app.setup import start, system


def test_libraries_that_the_linker_cannot_find_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert system.missing_libraries(lambda soname: soname != "libEGL.so.1") == ["libEGL.so.1"]


def test_other_systems_bring_what_qt_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    assert system.missing_libraries(lambda soname: False) == []


def test_a_library_that_does_not_exist_does_not_load() -> None:
    assert not system.loads("libashore-has-no-such-library.so.1")


def test_a_user_is_told_the_one_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system, "missing_libraries", lambda: ["libEGL.so.1", "libxcb-cursor.so.0"])
    with pytest.raises(Unavailable, match=r"Run: sudo apt-get install libegl1 libxcb-cursor0$"):
        system.require_libraries()


def test_where_there_is_no_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(system, "missing_libraries", lambda: ["libEGL.so.1"])
    with pytest.raises(Unavailable, match=r"Install what your system calls libegl1\."):
        system.require_libraries()


def test_root_on_debian_has_them_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _record_apt(monkeypatch, exit_code=0)
    monkeypatch.setattr(system, "missing_libraries", lambda: ["libEGL.so.1"])
    system.require_libraries()
    assert [words[:3] for words in asked] == [["apt-get", "--quiet", "update"], ["apt-get", "--quiet", "install"]]
    assert asked[1][-1] == "libegl1"


def test_when_apt_fails_the_line_is_told_and_the_start_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _record_apt(monkeypatch, exit_code=100)
    monkeypatch.setattr(system, "missing_libraries", lambda: ["libEGL.so.1"])
    assert start.has("libraries") is False
    assert "They could not be installed. Run: apt-get install libegl1" in capsys.readouterr().err


def test_tools_that_the_tests_call_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: None if name in ("qpdf", "ssh-keygen") else f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Unavailable, match=r"Run: sudo apt-get install qpdf openssh-client$"):
        system.require_tools()


@pytest.mark.parametrize("word", sorted(start.WORKSHOP))
def test_the_words_of_the_workshop_keep_what_follows_them(word: str) -> None:
    aim, rest = start.target([word, "-k", "promise"])
    assert aim is start.WORKSHOP[word]
    assert rest == ["-k", "promise"]


def test_every_other_word_is_for_the_program() -> None:
    assert start.target(["today", "test"]) == (start.PROGRAM, ["today", "test"])


def _record_apt(monkeypatch: pytest.MonkeyPatch, exit_code: int) -> list[list[str]]:
    asked: list[list[str]] = []

    def run(words: list[str], **how: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(words)
        return subprocess.CompletedProcess(words, exit_code)

    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", run)
    return asked
