"""A value worked out when it is first asked for, then kept: `functools.cached_property` without its lock.

Until Python 3.12 that one takes a lock at every first question; the flags of a journal ask two thousand of them (Q5).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """Keeps what the function gave in the object's own dictionary, where the next question finds it first."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name = work, ""
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> T | once[T]:
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._work(instance)
        return found
