"""The clock of the gate; tests put another in its place, and nothing else can."""

from __future__ import annotations

from datetime import datetime

__all__ = ["moment"]


def moment() -> datetime:
    """Give the time of now, with the zone of this computer."""
    return datetime.now().astimezone()
