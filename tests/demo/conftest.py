"""The sample journal, built once for all tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.demo.build import build_demo
from app.journal.journal import Journal
from tests.conftest import HOMES


@pytest.fixture(scope="package")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of its own for what is built before the single test has one."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in HOMES:
            patch.setenv(name, str(folder))
        yield folder


@pytest.fixture(scope="package")
def journal(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """The whole sample at Friday, 20 November 2026, 11:42 in Valencia. For reading only."""
    built = build_demo(tmp_path_factory.mktemp("demo") / "demo.ashore")
    yield built
    built.close()
