"""What recorded searches come to for the files that are to be published."""

from __future__ import annotations

from datetime import date

import pytest

from redact.judge import NO_WORDS, Words, last_words
from redact.judge.intruder import intruder_test, matter_open
from redact.values.decisions import Answer
from redact.values.intruder import IntruderRecord, SearchResult, TestState
from tests.judge.decisions import DAY, decision
from tests.judge.intruder_records import FILE, OTHER_FILE, search

NOTHING, PERHAPS, SOMEBODY = SearchResult.NOTHING, SearchResult.PERHAPS, SearchResult.SOMEBODY
PRINT = search().fingerprint
LATE = date(2090, 1, 31)


def said(*given: tuple[Answer, str]) -> Words:
    """What people have decided about the first record."""
    return last_words(
        [
            decision(PRINT, answer, who, expires=LATE if answer is Answer.EXCEPTION else None)
            for answer, who in given
        ],
        DAY,
    )


STATES: list[tuple[list[IntruderRecord], set[str], TestState, str]] = [
    ([], {FILE}, TestState.MISSING, "nobody has recorded"),
    ([search()], set(), TestState.MISSING, "nobody has recorded"),  # of no file nothing is known
    ([search()], {FILE}, TestState.DONE, "recorded on 2026-11-20: Rufus Oakley found nobody"),
    ([search(NOTHING, OTHER_FILE)], {FILE}, TestState.EARLIER, "of other files or of an earlier state"),
    ([search()], {FILE, OTHER_FILE}, TestState.EARLIER, "of 1 of these files and not of exactly these"),
    ([search(NOTHING, FILE, OTHER_FILE)], {FILE}, TestState.EARLIER, "of 1 of these files"),
    ([search(NOTHING, FILE, OTHER_FILE)], {OTHER_FILE, FILE}, TestState.DONE, "found nobody"),
    ([search(PERHAPS)], {FILE}, TestState.OPEN, "somebody who may be of the case; nobody has decided"),
    ([search(SOMEBODY)], {FILE}, TestState.OPEN, "found somebody of the case; nobody has decided"),
    # A later search that finds nobody does not take back what an earlier one has found in the same file.
    ([search(SOMEBODY), search(day=1, number=2)], {FILE}, TestState.OPEN, "found somebody of the case"),
    # What was found in an earlier state was changed since, and somebody has searched again.
    ([search(SOMEBODY, OTHER_FILE), search(day=1, number=2)], {FILE}, TestState.DONE, "on 2026-11-21"),
    ([search(), search(PERHAPS, OTHER_FILE, day=1, number=2)], {FILE}, TestState.DONE, "on 2026-11-20"),
]  # fmt: skip


@pytest.mark.parametrize(("records", "files", "state", "because"), STATES)
def test_a_search_counts_for_the_very_files_alone(
    records: list[IntruderRecord], files: set[str], state: TestState, because: str
) -> None:
    for given in (records, records[::-1]):  # whatever the order of the lines
        test = intruder_test(given, files, NO_WORDS)
        assert (test.state, test.done) == (state, state is TestState.DONE)
        assert because in test.because


DECIDED = [
    (PERHAPS, [(Answer.KEEP, "Imogen Tarrant")], ""),
    (PERHAPS, [(Answer.CHANGE, "Imogen Tarrant")], "it is to be changed"),
    (PERHAPS, [(Answer.KEEP, "Imogen Tarrant"), (Answer.CHANGE, "Joseph")], "does not agree"),
    (SOMEBODY, [(Answer.KEEP, "Imogen Tarrant")], "needs an exception of two people"),
    (SOMEBODY, [(Answer.EXCEPTION, "Imogen Tarrant")], "needs a second person"),
    (SOMEBODY, [(Answer.EXCEPTION, "Imogen Tarrant"), (Answer.EXCEPTION, "Joseph")], ""),
    (NOTHING, [], ""),
    (SOMEBODY, [], "nobody has decided"),
]


@pytest.mark.parametrize(("result", "given", "because"), DECIDED)
def test_what_was_found_is_open_until_people_decide(
    result: SearchResult, given: list[tuple[Answer, str]], because: str
) -> None:
    words = said(*given)
    assert because in matter_open(search(result), words)
    assert bool(matter_open(search(result), words)) is bool(because)
    assert intruder_test([search(result)], {FILE}, words).done is (because == "")


def test_a_search_of_an_earlier_day_need_not_count() -> None:
    old = intruder_test([search()], {FILE}, NO_WORDS, since=date(2026, 11, 21))
    assert (old.state, "is older than it may be" in old.because) == (TestState.EARLIER, True)
    assert intruder_test([search(day=1)], {FILE}, NO_WORDS, since=date(2026, 11, 21)).done
    # But what it has found in these very files stays open.
    found = [search(SOMEBODY), search(day=1, number=2)]
    assert intruder_test(found, {FILE}, NO_WORDS, since=date(2026, 11, 21)).state is TestState.OPEN
