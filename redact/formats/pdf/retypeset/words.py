"""The words of ours that stand in a file that is typeset anew, and how they are known again."""

from __future__ import annotations

import re

__all__ = ["OURS", "note"]

_NOTE = "[Left out of this page: {}]"
OURS = re.compile(r"\[Leftoutofthispage:\w+\]")  # as it reads without white space


def note(pictures: int) -> str:
    """Say how many pictures of a page were left out."""
    return _NOTE.format("a picture" if pictures == 1 else f"{pictures} pictures")
