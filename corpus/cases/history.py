"""What happened to a family, in plausible chains: who told whom, what followed, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from corpus.cases.dates import (
    entry_to_school,
    in_term,
    is_office_day,
    next_office_day,
    next_term_day,
    school_year_on,
)
from corpus.cases.draw import Draw
from corpus.cases.family import Family, Member
from corpus.cases.kinds import AFTER_BIRTH, AT_ONCE, CHAINS, KINDS, SCHOOL

__all__ = ["Happening", "History"]

_DAY = timedelta(days=1)


@dataclass(slots=True)
class Happening:
    """One event before its workers and numbers are known. `hour` is of the day: 1.5 is half past one."""

    kind: str
    on: date
    hour: float
    child: str
    chained: bool = False  # something follows from it, or it from something


@dataclass(slots=True)
class History:
    """The events of a family while they are gathered, and the dates that other things follow from."""

    draw: Draw
    family: Family
    events: list[Happening] = field(default_factory=list)
    moves: list[date] = field(default_factory=list)  # the day of each change of home
    placed: list[tuple[date, date]] = field(default_factory=list)  # first day away, first day back

    @property
    def start(self) -> date:
        """The first day of the period under review."""
        return self.family.frame.review[0]

    @property
    def end(self) -> date:
        """The day before the incident."""
        return self.family.frame.incident - _DAY

    def day(self, low: float = 0.0, high: float = 1.0) -> date:
        """A day between two shares of the time from the start to the eve of the incident."""
        return self.start + (self.end - self.start) * self.draw.rng.uniform(low, high)

    def born(self, role: str, on: date) -> bool:
        """Whether there is that child, and born by that day."""
        member = self.family.members.get(role)
        return member is not None and member.born <= on

    def nearest(self, on: date) -> str:
        """The child if it is born, or another who is, or the one who is born first."""
        born = [role for role in ("child", "sib", "sib2") if self.born(role, on)]
        return born[0] if born else self.family.children()[0].role

    def away(self, on: date) -> bool:
        """Whether the child is in care on that day."""
        return any(first <= on < back for first, back in self.placed)

    def subject(self, kind: str, on: date) -> str:
        """Whom an event is about that day: the child mostly, before its birth the elder sibling."""
        others = [role for role in ("sib", "sib2") if self.born(role, on)]
        if kind == "disclosure":
            talking = [role for role in ("child", *others) if self._months(role, on) >= 38]
            return self.draw.rng.choice(talking) if talking else ""
        if kind in ("missing", "self_harm"):
            grown = [role for role in ("child", *others) if self._months(role, on) >= 132]
            return self.draw.rng.choice(grown) if grown else (self.nearest(on) if kind == "self_harm" else "")
        if kind == "hv_visit":
            return next((role for role in ("child", *others) if 1 <= self._months(role, on) < 58), "")
        if self.born("child", on):
            return self.draw.rng.choice(others) if others and self.draw.chance(0.12) else "child"
        nearest = self.nearest(on)
        return "" if kind in AFTER_BIRTH and not self.born(nearest, on) else nearest

    def add(self, kind: str, on: date, child: str = "", after: Happening | None = None) -> Happening | None:
        """Add an event on that day or the next on which it can be; None where it cannot be at all."""
        hours, rng = KINDS[kind], self.draw.rng
        at = round(rng.uniform(hours.start, hours.until) * 12) / 12
        if after is not None and after.on == on:
            soon = after.hour + rng.choice((0.25, 0.5, 0.75, 1.0, 1.5))
            at = soon if hours.days == "any" and kind in AT_ONCE else max(at, soon)
            # What offices do follows on the next day where it has grown late; at night the day has changed.
            if at > hours.until:
                on, at = on + _DAY, hours.start + round(rng.uniform(0.1, 2) * 12) / 12
        on = self._open(on, hours.days)
        child = child or self.subject(kind, on)
        if not child or (kind in AFTER_BIRTH and not self.born(child, on)):
            return None
        if kind in SCHOOL and child not in self.pupils(on):
            return None
        if at >= 24:
            on, at = on + _DAY, at - 24
        event = Happening(kind, on, at, child)
        self.events.append(event)
        return event

    def chain(
        self, name: str, on: date, until: date, child: str = "", after: Happening | None = None
    ) -> date:
        """Add a chain of events from that day on, as far as it comes before `until`; gives its last day.

        `after` led to it.
        """
        last = after
        for kind, low, high in CHAINS[name]:
            if last is not None:
                on, last.chained = last.on, True
            on += timedelta(days=self.draw.rng.randrange(low, high + 1))
            if on > until:
                break
            about = child or (last.child if last is not None and self.born(last.child, on) else "")
            added = self.add(kind, on, about, last)
            if added is None:
                continue
            if added.on > until:
                self.events.remove(added)
                break
            last = added
        if last is not None:
            last.chained = True
        return last.on if last else on

    def school_year(self, role: str, on: date) -> int | None:
        """The school year of one of the children that day, if any."""
        member = self.family.members.get(role)
        return school_year_on(member.born, on) if member is not None else None

    def pupils(self, on: date) -> list[str]:
        """The children who are at school or, from two years on, at a nursery."""
        return [
            role
            for role in ("child", "sib", "sib2")
            if self._months(role, on) >= 24 and on < _leaves(self.family.members[role])
        ]

    def settle(self) -> None:
        """Put events in order and take out what cannot be beside another."""
        self.events.sort(key=lambda event: (event.on, event.hour))
        kept: list[Happening] = []
        for event in self.events:
            # Nobody has the same event twice within a day.
            if any(
                other.kind == event.kind and (event.on - other.on).days < 2 and other.child == event.child
                for other in kept[-6:]
            ):
                continue
            kept.append(event)
        self.events = kept

    def _months(self, role: str, on: date) -> int:
        member = self.family.members.get(role)
        return -1 if member is None or member.born > on else (on - member.born).days * 12 // 365

    def _open(self, on: date, days: str) -> date:
        if days == "office" and not is_office_day(on):
            return next_office_day(on)
        return next_term_day(on) if days == "term" and not in_term(on) else on


def _leaves(member: Member) -> date:
    return entry_to_school(member.born).replace(year=entry_to_school(member.born).year + 12)
