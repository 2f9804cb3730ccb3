"""Imports without PySide6's look at them: it reads the text of every module that is imported after it (8.1).

It looks there for `from __feature__ import …`, which nothing of this program uses. A start spent a tenth of its time
on that, each import inside a function paid for it again, and every source text stayed in memory.
"""

from __future__ import annotations

import builtins
import sys


def import_plainly() -> None:
    """Load Qt, then put Python's own import back, which PySide6 keeps beside its own."""
    import PySide6.QtCore  # noqa: F401

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
    _import_msgspec()


def _import_msgspec() -> None:
    """It asks typing_extensions, half as large as itself, for three names, and takes those of `typing` without it."""
    name = "typing_extensions"
    if name in sys.modules:
        return
    sys.modules[name] = None  # type: ignore[assignment]  # so Python writes down that a module cannot be had
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[name]
