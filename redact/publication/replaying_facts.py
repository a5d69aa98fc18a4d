"""The facts of one line of a gate's log, one by one; what is wrong or left over is no line of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import TypeVar

__all__ = ["Facts"]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,5}")
_OneOf = TypeVar("_OneOf", bound=Enum)


class Facts:
    """Gives each fact in its own form. What is said of a fault names the fact, never what it holds."""

    def __init__(self, facts: Mapping[str, str]) -> None:
        self._facts = facts
        self._left = set(facts)

    def maybe(self, name: str) -> str | None:
        """Give a fact that need not be there; an empty one counts as none."""
        self._left.discard(name)
        return self._facts.get(name) or None

    def text(self, name: str) -> str:
        """Give a fact that must be there.

        Raises:
            ValueError: it is not; so does every other here, where a fact is missing or of another form.
        """
        value = self.maybe(name)
        if value is None:
            raise ValueError(f"it does not say {name!r}")
        return value

    def sha256(self, name: str) -> str:
        """Give a digest."""
        value = self.text(name)
        if not _SHA256.fullmatch(value):
            raise _wrong(name)
        return value

    def maybe_sha256(self, name: str) -> str:
        """Give a digest, or nothing where there is none."""
        return self.sha256(name) if self.maybe(name) else ""

    def day(self, name: str) -> date:
        """Give a day, written as year-month-day."""
        value = self.text(name)
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise _wrong(name) from None
        if day.isoformat() != value:  # one way to write it
            raise _wrong(name)
        return day

    def maybe_day(self, name: str) -> date | None:
        """Give a day, or none."""
        return self.day(name) if self.maybe(name) else None

    def local(self, name: str) -> datetime:
        """Give a local time without a zone."""
        try:
            moment = datetime.fromisoformat(self.text(name))
        except ValueError:
            raise _wrong(name) from None
        if moment.tzinfo is not None:
            raise _wrong(name)
        return moment

    def moment(self, name: str) -> datetime:
        """Give a time in UTC, in whole seconds."""
        try:
            moment = datetime.fromisoformat(self.text(name))
        except ValueError:
            raise _wrong(name) from None
        if moment.utcoffset() is None or moment.utcoffset() != UTC.utcoffset(None) or moment.microsecond:
            raise _wrong(name)
        return moment.astimezone(UTC)

    def number(self, name: str) -> int:
        """Give a number from 0 on."""
        value = self.text(name)
        if not _NUMBER.fullmatch(value):
            raise _wrong(name)
        return int(value)

    def yes(self, name: str) -> bool:
        """Tell whether a fact says yes; else it says no."""
        return self.one_of(name, ("yes", "no")) == "yes"

    def one_of(self, name: str, words: Sequence[str]) -> str:
        """Give a fact that is one of these words."""
        value = self.text(name)
        if value not in words:
            raise _wrong(name)
        return value

    def member(self, name: str, enum: type[_OneOf]) -> _OneOf:
        """Give a fact that is the value of a member."""
        value = self.text(name)
        try:
            return enum(value)
        except ValueError:
            raise _wrong(name) from None

    def maybe_member(self, name: str, enum: type[_OneOf]) -> _OneOf | None:
        """Give the same, or none."""
        return self.member(name, enum) if self.maybe(name) else None

    def below(self, name: str, enum: type[_OneOf]) -> tuple[_OneOf, ...]:
        """List the members of which there is a fact: "paper.report" for "paper"; in the order of the enum."""
        said = {fact.partition(".")[2] for fact in self._facts if fact.startswith(f"{name}.")}
        if said - {str(member.value) for member in enum}:
            raise _wrong(name)
        return tuple(member for member in enum if member.value in said)

    def counted(self, name: str) -> range:
        """Give the numbers of what is counted by a fact: from 1 to as many as it says."""
        return range(1, self.number(name) + 1)

    def drop(self, *names: str) -> None:
        """Pass over facts that are kept in the log alone."""
        self._left -= set(names)

    def only(self, *names: str) -> None:
        """See that nothing is left but these.

        Raises:
            ValueError: something is that no line of this sort says.
        """
        if self._left - set(names):
            raise ValueError("it says more than such a line can")


def _wrong(name: str) -> ValueError:
    return ValueError(f"what it says of {name!r} cannot be")
