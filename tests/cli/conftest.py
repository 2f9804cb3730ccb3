"""The journal on which most tests of the command line begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.cli.shell import Shell, begun


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A clinic with the one person who speaks for it since New Year."""
    shell = begun(tmp_path, capsys)
    assert shell("contact", "set", "--client", "clínica albor", "Lucía Herrero", "--since", "2026-01-01") == 0
    return shell


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Commands that paint find the one application that tests of the window need, too, whichever comes first."""
