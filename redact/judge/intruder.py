"""What the recorded tests of a motivated intruder come to for the files that are to be published.

A test counts for the very files on which it was made, by their digests: one word altered, and somebody has to
search again. Somebody who was found stays an open matter, whatever a later test has not found, until people
decide: for somebody of the case as for what blocks, for somebody who perhaps is as for what asks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from redact.judge.deciding import Words, weigh
from redact.values.decided import Effect
from redact.values.intruder import IntruderRecord, IntruderTest, SearchResult, TestState
from redact.values.judgement import Severity

__all__ = ["intruder_test", "matter_open"]

_WEIGHS = {SearchResult.SOMEBODY: Severity.BLOCK, SearchResult.PERHAPS: Severity.ASK}


def intruder_test(
    records: Iterable[IntruderRecord],
    documents: Collection[str],
    words: Words,
    *,
    since: date | None = None,
) -> IntruderTest:
    """Say whether somebody has tried to find out whom exactly these files are about, and what came of it.

    Args:
        documents: the SHA-256 of every file, as 64 hex digits.
        words: what people have decided in the case.
        since: a search of an earlier day does not count, whatever its files.

    Returns: done where there is a record of exactly these files, and nothing that was found in them is open.
    """
    wanted = set(documents)
    known = sorted(records, key=lambda one: (one.on, one.recorded))
    of_these = [one for one in known if set(one.documents) == wanted]
    if not wanted or not known:
        return IntruderTest(TestState.MISSING, "nobody has recorded that they have searched")
    counting = [one for one in of_these if since is None or one.on >= since]
    if not counting:
        last = (of_these or known)[-1]
        return IntruderTest(TestState.EARLIER, _not_these(last, wanted), last)
    # Also what was found before that day is open: the files are the same.
    open_ = [(one, because) for one in of_these for because in [matter_open(one, words)] if because]
    if open_:
        last, because = open_[-1]
        return IntruderTest(TestState.OPEN, f"{_said(last)}; {because}", last)
    return IntruderTest(TestState.DONE, _said(counting[-1]), counting[-1])


def matter_open(record: IntruderRecord, words: Words) -> str:
    """Say in words of ours why what was found is an open matter; nothing where it is none."""
    severity = _WEIGHS.get(record.result)
    if severity is None:
        return ""
    decided = weigh(record.fingerprint, severity, words)
    if decided is None:
        return "nobody has decided what follows from it"
    return "" if decided.effect is Effect.CLEARED else decided.because


# ------------------------------------------------------------------ private


def _said(record: IntruderRecord) -> str:
    found = {
        SearchResult.NOTHING: "found nobody",
        SearchResult.PERHAPS: "found somebody who may be of the case",
        SearchResult.SOMEBODY: "found somebody of the case",
    }[record.result]
    return f"recorded on {record.on.isoformat()}: {record.by} {found}"


def _not_these(record: IntruderRecord, wanted: set[str]) -> str:
    theirs = set(record.documents)
    when = f"the last search, on {record.on.isoformat()}"
    if theirs == wanted:
        return f"{when}, is older than it may be"
    if shared := len(theirs & wanted):
        return f"{when}, was of {shared:,} of these files and not of exactly these"
    return f"{when}, was of other files or of an earlier state of these"
