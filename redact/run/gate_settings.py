"""`gate.toml` of a case: the addresses to which a review is sent, and what the board says of its own gate.

It is made by `gate start`, with a word on each setting, and filled in by hand. An unknown setting is refused:
one that is misspelt and passed over would send a review to nobody, or too late.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from redact.errors import WrongUse
from redact.run.configuration import MAX_BYTES
from redact.values.deadlines import Recipient
from redact.values.gate_settings import GateSettings

__all__ = ["FILE_NAME", "GateSettings", "first_text", "load"]

FILE_NAME = "gate.toml"
FORMAT = "redact-gate-settings/1"
_KNOWN = ("format", "board_name", "contact", "closed", "floor", "domains", "addresses", "also")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}", re.ASCII | re.IGNORECASE)
_OWN = re.compile(r"[a-z][a-z0-9-]{0,39}")
_FLOOR = re.compile(r"|[0-9]{1,4}(?:\.[0-9]{1,4}){1,3}|[0-9a-f]{8,64}")
_LONGEST = 200

_FIRST = """\
# The gate of this case: to whom the review is sent, and what the board says of its own way.
# It stands in the clear: no name of the case belongs in here.
format = "{format}"

# As they stand on letters; the contact is a post and a number or an address, for whoever has a question.
board_name = {board}
contact = ""

# Days on which your office is closed, besides weekends and holidays: closed = [2026-12-29, 2026-12-30]
closed = []

# The oldest version of redact whose check your board takes, such as "0.9.0", or the first digits of the
# digest of its rules. What was checked by other rules than those that are here is checked anew in any case.
floor = ""

# Further domains to which a review may be sent, besides those of redact. Let somebody else compare each one
# with the letter or the site of whoever it is of.
domains = []

# Where each of them takes reviews. Type it from their own letter or site, not from memory.
[addresses]
{addresses}
# Whom the board sends it to besides, each under a short name of your own: neighbour = "clerk@example.gov.uk"
[also]
"""


def first_text(board: str) -> str:
    """Write the settings with which a gate begins: all is there, and no address is filled in."""
    shown = json.dumps(board if _is_line(board) else "", ensure_ascii=False)  # as TOML writes it too
    lines = "".join(f'# {one.value} = ""  # {one.words}\n' for one in Recipient)
    return _FIRST.format(format=FORMAT, board=shown, addresses=lines)


def load(folder: Path) -> GateSettings:
    """Read the settings of the gate of a case.

    Raises:
        WrongUse: they are missing, or have a fault; the remedy says which line to mend.
    """
    try:
        with (folder / FILE_NAME).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        content = tomllib.loads(data[:MAX_BYTES].decode("utf-8-sig"))
    except FileNotFoundError:
        raise WrongUse(
            f"the case has no {FILE_NAME}", "Take it from a backup, or begin the gate: redact gate start"
        ) from None
    except OSError as error:
        raise WrongUse(f"{FILE_NAME} cannot be read (error {error.errno})", "Ask for the right.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise WrongUse(
            f"{FILE_NAME} is not valid TOML", 'Write one setting a line, such as: contact = "01632 960000"'
        ) from None
    faults = list(_faults(content))
    if len(data) > MAX_BYTES:
        faults = ["it is larger than any settings"]
    if faults:
        raise WrongUse(f"{FILE_NAME}: " + "; ".join(faults), "Mend these lines, and do it again.")
    return _settings(content)


# ------------------------------------------------------------------ private


def _settings(content: Mapping[str, Any]) -> GateSettings:
    also = {to: str(address) for to, address in content.get("also", {}).items()}
    addresses = {to: str(address) for to, address in content.get("addresses", {}).items() if address}
    return GateSettings(
        addresses=MappingProxyType(addresses | also),
        also=tuple(also),
        domains=tuple(one.lower() for one in content.get("domains", ())),
        closed=tuple(sorted(set(content.get("closed", ())))),
        floor_rules=content.get("floor", ""),
        board_name=content.get("board_name", ""),
        contact=content.get("contact", ""),
    )


def _faults(content: Mapping[str, Any]) -> Iterator[str]:
    if content.get("format") != FORMAT:
        yield f'format is not "{FORMAT}": the file is of another version of redact'
    for key in sorted(set(content) - {*_KNOWN}):
        yield f"a setting is not known{_meant(difflib.get_close_matches(key, _KNOWN, n=1))}"
    for key in ("board_name", "contact"):
        if not _is_line(content.get(key, "")):
            yield f"{key}: a line of at most {_LONGEST} characters in quotes is wanted"
    if not _is_list(content.get("closed", []), _is_day):
        yield "closed: days are wanted, such as [2026-12-29]"
    if not _fits(_FLOOR, content.get("floor", "")):
        yield 'floor: a version is wanted, such as "0.9.0", or the first digits of a digest of the rules'
    if not _is_list(content.get("domains", []), lambda one: _fits(_DOMAIN, one)):
        yield 'domains: names of domains are wanted, such as ["example.gov.uk"]'
    yield from _address_faults(content)


def _address_faults(content: Mapping[str, Any]) -> Iterator[str]:
    """Look at who is named; whether an address may be used is judged when something is to be sent."""
    known = [one.value for one in Recipient]
    for name in ("addresses", "also"):
        table = content.get(name, {})
        if not isinstance(table, dict):
            yield f"{name}: a table is wanted, as it was when the file was made"
            continue
        for to, address in table.items():
            if name == "addresses" and to not in known:
                near = _meant(difflib.get_close_matches(to, known, n=1))
                yield f"addresses: one is of nobody known{near}; others go under [also]"
            elif name == "also" and (to in known or not _fits(_OWN, to)):
                yield "also: a short name in small letters is wanted, and none of those above"
            elif not _is_line(address):
                yield f"{name}: an address in quotes is wanted, such as clerk@example.gov.uk"


def _meant(near: list[str]) -> str:
    return f"; did you mean {near[0]}?" if near else ""


def _fits(form: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and form.fullmatch(value) is not None


def _is_line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST and value.isprintable()


def _is_list(value: object, fits: Callable[[object], bool]) -> bool:
    return isinstance(value, list) and all(fits(one) for one in value)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)
