"""The bakery's project for the papers about it: one to read, one to write in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.papers.project import Project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The bakery's project as it stands on Friday, 27 November 2026; these tests only read it."""
    told = Project(tmp_path_factory.mktemp("project"))
    yield told
    told.journal.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Project]:
    """The same to write in."""
    told = Project(tmp_path)
    yield told
    told.journal.close()
