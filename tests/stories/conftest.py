"""Every story begins on the shore: Elena in Valencia, the clinic Albor, its contact Lucía, its voice Javier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.story import Story


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Everything is agreed and nothing has happened: Monday, 2 November 2026, nine in the morning."""
    told = Story(tmp_path)
    yield told
    told.journal.close()
