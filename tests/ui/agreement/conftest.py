"""The journal and workbench under the forms of the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.agreement.bench import Bench
from ui.theme import Theme


@pytest.fixture
def bench(tmp_path: Path, dressed: Theme) -> Iterator[Bench]:
    """The journal and its workbench; closed afterwards."""
    made = Bench(tmp_path)
    yield made
    made.close()
