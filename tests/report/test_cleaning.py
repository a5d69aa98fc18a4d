"""The account of a cleaning: complete, in our words only, the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import replace

from redact.errors import ExitStatus
from redact.report.cleaning import as_json, as_text, still_standing
from redact.values.access import Access, AccessNeed, Barrier
from redact.values.checking import CheckRun
from redact.values.cleaning import Cleaned, CleanRun, Refusal, Removed
from redact.values.text import Format, Location, Part
from tests.report.run_factory import SECRETS, clean_run, gaps_run, many_faults

COMMENTS = Removed(Location(Part.COMMENT, "D27"), 1_300, "lists of comments")
BOX = Removed(Location(Part.UNDER_A_BOX, "P3", 4), 1, "stretches of text under a box")
COPY = Cleaned(Format.DOCX, b"Ottoline", (COMMENTS,), taken=("Ottoline",), made=frozenset({"Ottoline"}))
REFUSED = CleanRun(
    refusal=Refusal(
        "the document holds tracked changes that nobody has decided on",
        "Accept or reject each in Word.",
        (Removed(Location(Part.HEADER, "D25"), 2, "tracked deletions"),),
    )
)


def outcome(checked: CheckRun, **fields: tuple[Removed, ...]) -> CleanRun:
    only = replace(checked, documents=checked.documents[:1])
    return CleanRun(cleaned=replace(COPY, **fields), checked=only)


def test_the_text_lists_every_place_and_ends_with_the_status() -> None:
    text = as_text(outcome(many_faults(), kept=(BOX,), standing=(BOX,), lost=(BOX,)))
    lines = text.splitlines()
    assert "  1,300  lists of comments" in text
    assert lines[1] == "  1,300  lists of comments (comment, D27)"
    assert text.count("(under a box, page 4, P3)") == 3
    assert [line for line in lines if line and not line.startswith(" ")][:4] == [
        "Taken out",
        "Kept, as you asked: checked like the text",
        "Still hidden in it: take it out in the program that made the document",
        "Not carried over, and perhaps seen: look whether the copy needs it",
    ]
    assert lines[-1] == "exit status 1: findings"
    assert max(map(len, lines)) <= 79


def test_names_that_stand_in_the_text_are_counted() -> None:
    (said,) = still_standing(many_faults())
    assert said.endswith("still stand in the text")
    assert said[0].isdigit()
    assert f"{said}." in as_text(outcome(many_faults()))


def test_nothing_is_said_to_stand_where_nothing_does() -> None:
    assert still_standing(clean_run()) == []
    text = as_text(outcome(clean_run()))
    assert "still stand" not in text
    assert "reads the copy once more" in text
    assert text.endswith("exit status 0: ready\n")


def test_what_the_copy_needs_so_that_everybody_can_follow_it_is_said() -> None:
    whole = outcome(clean_run())
    assert whole.checked is not None
    (checked,) = whole.checked.documents
    assert checked.document is not None
    barriers = tuple(
        Barrier(need, Location(Part.BODY), "missing") for need in (AccessNeed.TITLE, AccessNeed.TAGGED)
    )
    document = replace(checked.document, access=Access((), barriers))
    documents = (replace(checked, document=document),)
    text = " ".join(as_text(replace(whole, checked=replace(whole.checked, documents=documents))).split())
    assert "give it one that names nobody, with --title" in text
    assert "The copy has no tags" in text
    assert "--keep-alt-text" not in text


def test_a_gap_in_the_copy_is_the_next_step() -> None:
    assert "says what could not be read" in as_text(outcome(gaps_run()))


def test_a_refusal_counts_what_stands_in_the_way_and_says_what_to_do() -> None:
    text = as_text(REFUSED)
    assert text.startswith("No copy was made: the document holds tracked changes")
    assert "      2  tracked deletions" in text
    assert "Next: Accept or reject each in Word." in text
    assert text.endswith("exit status 1: findings\n")


def test_json_holds_the_same_and_no_word_of_the_document() -> None:
    run = outcome(many_faults(), standing=(BOX,))
    content = json.loads(as_json(run))
    assert (content["schema"], content["status"], content["written"]) == ("redact-clean/1", 1, True)
    assert content["removed"] == [
        {"part": "comment", "place": "D27", "page": None, "count": 1_300, "what": "lists of comments"}
    ]
    assert content["standing"][0]["page"] == 4
    assert content["copy"]["names"] > 0
    assert (content["refusal"], content["kept"], content["lost"]) == (None, [], [])
    refused = json.loads(as_json(REFUSED))
    assert (refused["written"], refused["copy"], refused["removed"]) == (False, None, [])
    assert refused["refusal"]["because"][0]["count"] == 2


def test_no_form_shows_a_word_of_the_document_and_each_is_the_same_twice() -> None:
    for make in (as_text, as_json):
        shown = make(outcome(many_faults(), standing=(BOX,)))
        assert not [secret for secret in SECRETS if secret in shown]
        assert shown == make(outcome(many_faults(), standing=(BOX,)))


def test_nothing_standing_and_nothing_lost_is_the_status_of_the_check() -> None:
    assert outcome(clean_run()).status is ExitStatus.READY
    assert outcome(clean_run(), lost=(BOX,)).status is ExitStatus.CANNOT_TELL
    assert outcome(clean_run(), standing=(BOX,)).status is ExitStatus.FINDINGS
    assert outcome(many_faults(), lost=(BOX,)).status is ExitStatus.FINDINGS
