"""Where a link leads, as it is read and not as it is coded: Jane%20Smith hides two words."""

from __future__ import annotations

import re

__all__ = ["decoded_target"]

_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")


def decoded_target(target: str) -> str:
    """Undo percent signs; a target in which they stand for no text stays as it is."""
    if "%" not in target:
        return target
    coded = target.encode("utf-8", "surrogatepass")
    raw = _PERCENT.sub(lambda found: bytes([int(found.group(1), 16)]), coded)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return target
