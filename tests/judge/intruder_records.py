"""Records of searches for the tests of judging, of the case and of reports."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from redact.values.intruder import IntruderRecord, SearchResult

__all__ = ["FILE", "OTHER_FILE", "search"]

FILE, OTHER_FILE = "1" * 64, "2" * 64
_FIRST = datetime(2026, 11, 20, 9, 0, 0, tzinfo=UTC)


def search(
    result: SearchResult = SearchResult.NOTHING,
    *files: str,
    day: int = 0,
    number: int = 1,
    by: str = "Rufus Oakley",
    words: str | None = None,
) -> IntruderRecord:
    """Make a record of the 20th of November 2026, or of so many days later; of FILE where none is given."""
    return IntruderRecord(
        fingerprint=f"hmac:{number:032x}",
        by=by,
        on=date(2026, 11, 20) + timedelta(days=day),
        recorded=_FIRST + timedelta(days=day),
        documents=tuple(sorted(files or (FILE,))),
        searched=9,
        result=result,
        words=words,
    )
