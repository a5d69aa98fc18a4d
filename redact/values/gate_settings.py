"""What a board says of its own gate in `gate.toml`: where a review is sent, on which days nobody is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

__all__ = ["GateSettings"]


@dataclass(frozen=True, slots=True)
class GateSettings:
    """The settings of one case.

    `addresses` are by `Recipient` value, and by names of the board's own for those whom it sends it to
    besides: `also` are these names. `domains` are those that the board adds to the listed ones. `closed` are
    days on which the board's office is closed. `floor_rules` is the oldest version of redact, or the digest
    of the rules, whose check the board takes; empty where it sets none. `board_name` and `contact` stand on
    letters.
    """

    addresses: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    also: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    closed: tuple[date, ...] = ()
    floor_rules: str = ""
    board_name: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
