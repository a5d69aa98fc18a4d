"""What a child may use, and what to tell the user when it wanted more."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["BROKEN", "TOO_LONG", "Limits"]

TOO_LONG = "Look at it in the program that made it; save it anew there, or split it, and check again."
BROKEN = "Open it in the program that made it, save it as a new file, and check that."


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use.

    `seconds` it has for the whole, and `seconds_a_page` more for each page done, up to `pages` pages:
    a long file earns its time page by page, and one that hangs on page 1 is stopped after `seconds`.
    `programs` are the only programs that it may start, by their whole paths; while it says that it waits for
    one, or for a reader of pictures, the clock stands still, for `outside_seconds` in all.
    """

    seconds: float = 60.0
    seconds_a_page: float = 0.5
    pages: int = 5_000
    memory_bytes: int = 2 * 1024**3
    programs: tuple[str, ...] = ()
    outside_seconds: float = 0.0
