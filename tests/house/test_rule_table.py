"""Every rule number of the domain has a row in the table, and every test that the table names is there."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

from tests.house.rule_table import RULES

TESTS = Path(__file__).parents[1]
LAST = {"B": 9, "D": 18, "W": 13, "C": 8, "F": 28}
"""How far the numbers of each letter go."""

NUMBERS = [f"{letter}{n}" for letter, last in LAST.items() for n in range(1, last + 1)]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_rule_has_its_row(number: str) -> None:
    assert RULES.get(number), f"no test is named for {number}"


@pytest.mark.parametrize("named", [name for names in RULES.values() for name in names])
def test_a_named_test_is_there(named: str) -> None:
    file, _, test = named.partition("::")
    assert test in _tests_of(TESTS / file), f"{named} does not exist"


def test_no_row_is_of_a_rule_that_is_not() -> None:
    assert set(RULES) <= set(NUMBERS)


def test_no_number_cited_in_the_program_is_unknown() -> None:
    """A docstring that cites D19 cites nothing."""
    cited = re.compile(r"(?<![-\w])([DWCF][1-9]\d?)\b")
    found = {
        number
        for folder in ("app", "ui")
        for path in (TESTS.parent / folder).rglob("*.py")
        for text in _docstrings(path)
        for number in cited.findall(text)
    }
    assert found <= set(NUMBERS)


@lru_cache
def _tests_of(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _docstrings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return [ast.get_docstring(node) or "" for node in ast.walk(tree) if isinstance(node, documented)]
