"""What a motivated intruder would type, put together of documents; nothing is searched for here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact.run.check import Watcher, check
from redact.run.reading import Passwords, naming
from redact.values.case import Case, settings_of
from redact.values.checking import CheckRun
from redact.values.fingerprint import fingerprint
from redact.values.folding import fold
from redact.values.jigsaw import Search

__all__ = ["Suggested", "prints_of", "suggested"]


@dataclass(frozen=True, slots=True)
class Suggested:
    """What to search for in documents: the strings, why there are few, and the run that they come from."""

    searches: tuple[Search, ...] = field(repr=False)
    few: str
    run: CheckRun = field(repr=False)


def suggested(
    paths: Sequence[str],
    case: Case | None,
    *,
    secret: bytes,
    passwords: Passwords,
    watcher: Watcher,
    rules: Path | None = None,
) -> Suggested:
    """Read documents and put together what a motivated intruder would type.

    Raises:
        FileFault: one of them cannot be read: of half of a report nothing is suggested.
        RuleFault, ModelFault: as `check` does.
    """
    from redact.judge.jigsaw.searches import searches_of, why_few

    run = check(paths, settings_of(case), passwords=passwords, watcher=watcher, secret=secret, rules=rules)
    for one in run.documents:
        if one.error is not None:
            with naming(one.number, len(run.documents) > 1):
                raise one.error
    documents = [one.document for one in run.documents if one.document is not None]
    told = run.together.searches if run.together is not None else ()
    found = told or searches_of((), documents)  # of a kind that is never published no facts are put together
    return Suggested(found, why_few(found), run)


def prints_of(searches: Sequence[Search], secret: bytes) -> tuple[str, ...]:
    """Name each string by a keyed hash under the secret of the case; its words are not to be had back."""
    return tuple(fingerprint(secret, "search", [fold(one.text).text]) for one in searches)
