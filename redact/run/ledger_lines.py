"""What the ledgers of a case have in common: files of lines, each written whole, none ever passed over.

A line that cannot be read is refused with its number, and so is a second file of the kind, such as a
synchronised folder makes when two people write at once: what is passed over might be the word that keeps a
name from being published.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from redact.errors import Damaged, LimitReached, NoIdentity, Unreadable
from redact.keystore import home
from redact.values.key import Card

__all__ = ["MAX_BYTES", "cards_of", "content_of", "must_be_the_only_one", "numbered", "with_lines"]

MAX_BYTES = 64 * 1024**2  # 200,000 decisions
_Line = TypeVar("_Line")


def content_of(path: Path, things: str) -> bytes | None:
    """Read a ledger whole; none where there is no such file.

    Args:
        things: what its lines hold, in words of ours: "decisions".

    Raises:
        Damaged: beside it lies another one.
        Unreadable, LimitReached: it cannot be read, or is larger than any.
    """
    must_be_the_only_one(
        path,
        things,
        f"Put the lines of both into {path.name}, in any order, and move the other one away.",
    )
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unreadable(
            f"{path.name} cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None
    if len(data) > MAX_BYTES:
        raise LimitReached(f"{path.name} is larger than any", "Look what the file really is.")
    return data


def numbered(
    data: bytes, read: Callable[[str], _Line], name: str, thing: str, remedy: str
) -> list[tuple[int, _Line]]:
    """Read each line with its number; blank lines hold nothing.

    Args:
        read: makes a value of a line, or raises ValueError.
        name: of the file.
        thing: what a line holds: "decision".

    Raises:
        Damaged: a line holds none.
    """
    found = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            try:
                found.append((number, read(line.decode("utf-8"))))
            except ValueError:
                raise Damaged(f"line {number:,} of {name} holds no {thing}", remedy) from None
    return found


def with_lines(data: bytes, lines: str) -> bytes:
    """Put lines behind what is there, whether its last line has an end or not."""
    ended = data if not data or data.endswith(b"\n") else data + b"\n"
    return ended + lines.encode("ascii")


def cards_of(own: Path) -> dict[str, Card]:
    """Give the cards that are trusted here, and one's own, by the names on them.

    Args:
        own: the user's own folder.
    """
    cards = {card.name: card for card in home.trusted(own)}
    with contextlib.suppress(NoIdentity):
        card = home.own_card(own)
        cards[card.name] = card
    return cards


def must_be_the_only_one(path: Path, things: str, remedy: str) -> None:
    """Refuse where a synchronised folder has made a second file of the kind, such as `decisions (1).jsonl`.

    Args:
        things: what the files hold, in words of ours.
        remedy: what is to be done with the two.

    Raises:
        Damaged: there is one.
        Unreadable: the folder cannot be read.
    """
    stem, ending = path.stem, path.suffix
    try:
        names = [entry.name.lower() for entry in path.parent.iterdir()]
    except OSError as error:
        raise Unreadable(
            f"the folder of the case cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None
    if any(name.startswith(stem) and name.endswith(ending) and name != path.name for name in names):
        raise Damaged(
            f"beside {path.name} lies another file of {things}",
            f"A program that synchronises folders may have made it. {remedy}",
        )
