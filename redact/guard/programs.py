"""In the child: the time that another program takes does not count against the reader that waits for it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

__all__ = ["outside", "tell"]

_tellers: list[Callable[[bool], None]] = []


def tell(teller: Callable[[bool], None]) -> None:
    """Set who is told that another program begins (True) and ends (False) to work; a child has one parent."""
    _tellers[:] = [teller]


@contextlib.contextmanager
def outside() -> Iterator[None]:
    """Wait for another program: the parent stops its clock, up to its own limit."""
    for teller in _tellers:
        teller(True)
    try:
        yield
    finally:
        for teller in _tellers:
            teller(False)
