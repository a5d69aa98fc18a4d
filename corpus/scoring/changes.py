"""For the dev split: each mention and false finding in its sentence, and what changed since the last run.

What is kept of a run lies in the work folder, outside the repository. A place is known by its line's words
and its place in the line, so that a run over cases that were made anew is compared as far as lines are the
same.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from corpus.scoring.counting import Held
from corpus.scoring.covering import DETECTED_ONLY
from corpus.telling.gold import Told

__all__ = ["Change", "Example", "changes", "examples", "from_bytes", "in_words", "to_bytes"]

_AROUND = 160  # characters shown on each side
_GOOD = {"missed": 0, "check": 1, "name": 2}


@dataclass(frozen=True, slots=True)
class Example:
    """One mention that must go, or one false finding, with the words around it.

    `came`: name, check or missed for a mention; false for a finding that touches nothing that must go.
    """

    key: str
    came: str
    label: str
    form: str  # of a mention; the severity of a false finding
    role: str
    heritage: str
    kind: str
    style: str
    hard: tuple[str, ...]
    document: str
    before: str = field(repr=False)
    quote: str = field(repr=False)
    after: str = field(repr=False)
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A mention that came out otherwise than last time, or a false finding that is new or gone."""

    what: str  # gained, lost, raised, lowered, new false finding, false finding gone
    example: Example


def examples(case: Sequence[Held]) -> tuple[Example, ...]:
    """Give every mention that must stop a publication, and every false finding of a case."""
    return tuple(_numbered(one for held in case for one in _of_document(held)))


def changes(last: Sequence[Example], now: Sequence[Example]) -> tuple[Change, ...]:
    """Compare two runs: mentions in both of them, and false findings in either."""
    before = {one.key: one for one in last}
    after = {one.key: one for one in now}
    return tuple(_changes(before, after))


def in_words(changed: Iterable[Change]) -> Iterator[str]:
    """Give a line for each change, as it is printed."""
    for change in changed:
        one = change.example
        words = " ".join(f"{one.before}[[{one.quote}]]{one.after}".split())
        yield f"{change.what:<20} {one.label:<14} {one.form:<10} {one.document}: {words}"


def to_bytes(shown: Sequence[Example], input_digest: str) -> bytes:
    """Give what is kept of a run."""
    kept = {"input": input_digest, "examples": [asdict(one) for one in shown]}
    return json.dumps(kept, ensure_ascii=False).encode()


def from_bytes(data: bytes) -> tuple[Example, ...]:
    """Read what was kept of a run.

    Raises:
        ValueError, KeyError, TypeError: it is not of the form.
    """
    kept: Mapping[str, Any] = json.loads(data)
    return tuple(Example(**{**one, "hard": tuple(one["hard"])}) for one in kept["examples"])


def _of_document(held: Held) -> Iterator[Example]:
    told = held.told
    for outcome in held.outcomes:
        mention = outcome.mention
        if mention.label not in DETECTED_ONLY:
            yield Example(
                came=outcome.rank.value, label=mention.label, form=mention.form, role=mention.role,
                heritage=mention.heritage, hard=mention.hard, **_place(told, mention.span, mention.label),
            )  # fmt: skip
    for hit in held.false:
        span = hit.start, hit.end
        yield Example(
            came="false", label=hit.label, form=hit.severity, role="", heritage="", hard=(), score=hit.score,
            **_place(told, span, f"false {hit.label}"),
        )  # fmt: skip


def _place(told: Told, span: tuple[int, int], what: str) -> dict[str, Any]:
    text = told.text
    start, end = span
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    line = text[line_start:line_end]
    said = f"{told.document}\0{line}\0{start - line_start}\0{end - line_start}\0{what}"
    return {
        "key": hashlib.sha256(said.encode()).hexdigest()[:20],
        "kind": told.kind,
        "style": told.style,
        "document": told.document,
        "before": ("…" if start - line_start > _AROUND else "")
        + text[max(line_start, start - _AROUND) : start],
        "quote": text[start:end],
        "after": text[end : min(line_end, end + _AROUND)] + ("…" if line_end - end > _AROUND else ""),
    }


def _numbered(found: Iterable[Example]) -> Iterator[Example]:
    """Tell places apart whose lines are the same: the second gets its number."""
    seen: Counter[str] = Counter()
    for one in found:
        seen[one.key] += 1
        yield one if seen[one.key] == 1 else replace(one, key=f"{one.key}-{seen[one.key]}")


def _changes(before: Mapping[str, Example], after: Mapping[str, Example]) -> Iterator[Change]:
    for key, one in after.items():
        old = before.get(key)
        if one.came == "false":
            if old is None:
                yield Change("new false finding", one)
        elif old is not None and old.came != one.came:
            better = _GOOD[one.came] > _GOOD[old.came]
            if "missed" in (one.came, old.came):
                yield Change("gained" if better else "lost", one)
            else:
                yield Change("raised" if better else "lowered", one)
    for key, one in before.items():
        if one.came == "false" and key not in after:
            yield Change("false finding gone", one)
