"""A short run of the fuzzer: random damage gives no traceback and no good verdict for bytes that matter (4.8, 8.3)."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.attacks.fuzz import Grounds, grounds, strike


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Grounds:
    return grounds(tmp_path_factory.mktemp("fuzz") / "whole")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(min_value=0, max_value=2**32 - 1))
def test_random_damage_is_never_taken_for_good_and_never_a_traceback(whole: Grounds, seed: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        assert strike(random.Random(seed), whole, Path(scratch)).wrong == ""
