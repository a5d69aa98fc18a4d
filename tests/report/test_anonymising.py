"""The account of `anonymise`: JSON by its schema, a page that loads nothing, words with the next command."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from redact.report.anonymising import as_json, as_text, schema
from redact.report.anonymising_page import as_html
from redact.values.anonymising import Ambiguous, Anonymised, AnonymiseRun, Change, Spotted, Why
from redact.values.text import Location, Part

PRINT = "hmac:" + "0123456789abcdef" * 2
SPOT = Spotted(1, "paragraph 3", Location(Part.BODY, block=3))
CELL = Spotted(1, "table 1, row 2", Location(Part.TABLE, "D6", 2, 1, (2, 1)))
FILE = Anonymised(
    1,
    "a file's own name.docx",
    "0" * 64,
    (
        Change("Parent 1", "a name", SPOT),
        Change("Parent 1", "a name", CELL),
        Change("a date, as month and year", "a date, as month and year", SPOT),
    ),
    (CELL,),
    1,
    (Ambiguous("initials", "Child K", PRINT, SPOT), Ambiguous("initials", "Child K", PRINT, CELL, True)),
    2,
)
OPEN = (
    replace(SPOT, why=Why.NAME, label="PERSON", fingerprint=PRINT),
    replace(CELL, why=Why.SHARED, choices=(("Parent 1", PRINT), ("Child <K>", PRINT))),
    replace(SPOT, why=Why.FACT, label="ORGANISATION", fingerprint=PRINT),
    replace(SPOT, why=Why.DAY, label="DATE", fingerprint=PRINT),
    replace(SPOT, why=Why.MIXED, choices=(("Parent 1", PRINT),)),
)
RUNS = {
    "written": AnonymiseRun((FILE,)),
    "a draft": AnonymiseRun((FILE,), OPEN, draft=True),
    "open": AnonymiseRun(unsettled=OPEN),
    "leaks": AnonymiseRun(leaks=(SPOT,)),
}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_the_json_obeys_its_schema_and_is_the_same_each_time(run: AnonymiseRun) -> None:
    Draft202012Validator.check_schema(schema())
    whole = json.loads(as_json(run))
    assert list(Draft202012Validator(schema()).iter_errors(whole)) == []
    assert as_json(run) == as_json(run)
    whole["files"] = [{}]
    assert not Draft202012Validator(schema()).is_valid(whole)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_no_output_repeats_the_name_of_a_file(run: AnonymiseRun) -> None:
    for text in (as_json(run), as_text(run), as_html(run)):
        assert "own name" not in text


def test_the_page_tells_what_became_what_and_loads_nothing() -> None:
    page = as_html(RUNS["written"])
    assert page == as_html(RUNS["written"])
    assert "default-src &#x27;none&#x27;" in page
    assert "<script" not in page
    for words in ("Parent 1", "table 1, row 2", "as month and year", "Left, and perhaps a name", PRINT[5:]):
        assert words in page
    draft = as_html(RUNS["a draft"])
    assert "DRAFT" in draft
    assert "Child &lt;K&gt;" in draft


def test_the_words_name_the_command_for_each_reason() -> None:
    text = " ".join(as_text(RUNS["open"]).split())
    assert "Nothing was written: 5 places are open." in text
    for command in (
        "redact review --terminal",
        f"Parent 1: redact decide {PRINT[5:]} change",
        "redact decide FINGERPRINT mistaken --reason not-a-name",
        "--generalise",
        "--draft",
    ):
        assert command in text
    assert "redact clean" in " ".join(as_text(RUNS["leaks"]).split())


def test_the_last_line_never_calls_ready_what_was_only_written() -> None:
    last = {name: as_text(run).splitlines()[-1] for name, run in RUNS.items()}
    assert last == {
        "written": "exit status 0: written",  # whatever the check says of the new file
        "a draft": "exit status 1: findings",
        "open": "exit status 1: findings",
        "leaks": "exit status 1: findings",
    }
