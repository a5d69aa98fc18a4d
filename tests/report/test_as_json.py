"""The JSON of a check, held against its shipped schema in both directions, and against its own promises."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from redact.errors import ExitStatus
from redact.report.as_json import SCHEMA, render, schema
from redact.values.judgement import (
    Audience,
    DocumentKind,
    Edition,
    Mode,
    Outcome,
    Readiness,
    Settings,
    Severity,
)
from redact.values.people import Label
from redact.values.text import Format, Part
from tests.report.run_factory import RUNS, SECRETS, DocumentMaker, make_run, many_faults, pdf_run, several

NAMED_KEYS = {"path", "text", "headings", "names"}


def _loaded(run_name: str, *, show_names: bool = False) -> Any:
    return json.loads(render(RUNS[run_name](), show_names=show_names))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a JSON value, outermost first."""
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _objects(child)


def _is_valid(value: Any) -> bool:
    return Draft202012Validator(schema()).is_valid(value)


def test_the_schema_is_a_schema_and_names_no_address() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$id"] == "urn:redact:schema:redact-check:1"
    assert schema()["title"] == SCHEMA


@pytest.mark.parametrize("show_names", [False, True])
@pytest.mark.parametrize("name", RUNS)
def test_every_run_obeys_the_schema(name: str, show_names: bool) -> None:
    faults = Draft202012Validator(schema()).iter_errors(_loaded(name, show_names=show_names))
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


@pytest.mark.parametrize("settings", [
    Settings(),
    Settings(Edition.WT2010B, DocumentKind.BLANK_TEMPLATE, Audience.NATIONAL_PANEL, Mode.ANONYMOUS, "Here"),
])  # fmt: skip
def test_every_setting_obeys_the_schema(settings: Settings) -> None:
    assert _is_valid(json.loads(render(make_run([DocumentMaker().add("Words.")], settings=settings))))


def test_an_unknown_key_in_any_object_breaks_the_schema() -> None:
    # Objects of every kind are in these two: documents, errors, gaps, findings, places, verdicts, people.
    for name in ("many-faults", "several"):
        whole = _loaded(name, show_names=True)
        for number in range(len(list(_objects(whole)))):
            changed = copy.deepcopy(whole)
            list(_objects(changed))[number]["surprise"] = 1
            assert not _is_valid(changed), f"object {number} of {name} takes any key"


def test_a_missing_key_in_any_object_breaks_the_schema() -> None:
    for name in ("many-faults", "several"):
        whole = _loaded(name)
        for number, found in enumerate(_objects(whole)):
            changed = copy.deepcopy(whole)
            key = next(iter(found))
            del list(_objects(changed))[number][key]
            assert not _is_valid(changed), f"object {number} of {name} can lack {key}"


def test_a_mask_with_a_name_in_it_breaks_the_schema() -> None:
    whole = _loaded("many-faults")
    assert _is_valid(whole)
    whole["documents"][0]["findings"][0]["masked"] = "[Ottoline M********]"
    assert not _is_valid(whole)


VOCABULARIES = [
    (("part",), [part.value for part in Part]),
    (("readiness",), [readiness.value for readiness in Readiness]),
    (("status",), [int(status) for status in ExitStatus]),
    (("finding", "properties", "severity"), [severity.value for severity in Severity]),
    (("finding", "properties", "label"), [*(label.value for label in Label), None]),
    (("verdict", "properties", "outcome"), [outcome.value for outcome in Outcome]),
    (("document", "properties", "format"), [*(format_.value for format_ in Format), None]),
    (("document", "properties", "kind"), [*(kind.value for kind in DocumentKind), None]),
]


@pytest.mark.parametrize(("path", "values"), VOCABULARIES)
def test_the_schema_knows_the_words_of_the_program(path: tuple[str, ...], values: list[object]) -> None:
    found: Any = schema()["$defs"]
    for key in path:
        found = found[key]
    assert values == found["enum"]


def test_the_schema_knows_every_word_of_a_mask() -> None:
    for label in Label:
        whole = _loaded("many-faults")
        whole["documents"][0]["findings"][0]["masked"] = f"[{label.words} 12]"
        assert _is_valid(whole)


@pytest.mark.parametrize("name", RUNS)
def test_the_same_run_gives_the_same_bytes_and_ends_its_last_line(name: str) -> None:
    first, second = render(RUNS[name]()), render(RUNS[name]())
    assert first == second
    assert first.endswith("}\n")


@pytest.mark.parametrize("name", RUNS)
def test_without_names_there_is_no_word_and_no_key_of_the_documents(name: str) -> None:
    text = render(RUNS[name]())
    assert [secret for secret in SECRETS if secret in text] == []
    assert [found for found in _objects(json.loads(text)) if NAMED_KEYS & set(found)] == []


def test_with_names_the_words_are_there() -> None:
    whole = _loaded("many-faults", show_names=True)
    document = whole["documents"][0]
    assert document["path"] == "C:\\Cases\\Grizelda Wintersett\\report 1.docx"
    assert [finding["text"] for finding in document["findings"]][:2] == ["Larkrise", "Ottoline Marchbanks"]
    assert document["findings"][1]["headings"] == ["1 Introduction to Larkrise"]
    assert whole["bundle"]["people"][1]["names"] == ["Ottoline Marchbanks"]


def test_letters_are_written_as_they_are() -> None:
    text = render(make_run([DocumentMaker().add("{Zo\u00eb} rang.")]), show_names=True)
    assert '"text": "Zo\u00eb"' in text


def test_spans_are_code_points_of_the_passage_and_of_the_document() -> None:
    run = make_run([DocumentMaker().add("First.").add("\U0001f600 It was {Ottoline}.")])
    document = run.documents[0].document
    assert document is not None
    finding = json.loads(render(run))["documents"][0]["findings"][0]
    start, end = finding["span"]
    assert document.passages[1].text[start:end] == "Ottoline"
    begin, finish = finding["document_span"]
    assert document.text()[begin:finish] == "Ottoline"
    assert finding["passage"] == document.passages[1].id


def test_a_page_is_given_only_where_the_file_has_pages() -> None:
    in_pdf = json.loads(render(pdf_run()))["documents"][0]["findings"]
    in_docx = json.loads(render(many_faults()))["documents"][0]
    assert [finding["page"] for finding in in_pdf] == [14, 20]
    assert {finding["page"] for finding in in_docx["findings"] + in_docx["gaps"]} == {None}
    assert in_docx["pages"] == 14


def test_further_places_stand_with_the_first_finding_of_a_thing_only() -> None:
    findings = json.loads(render(many_faults()))["documents"][0]["findings"]
    mothers = [finding for finding in findings if finding["masked"] == "[person 2]"]
    assert [len(finding["also"]) for finding in mothers] == [5, 0, 0, 0, 0, 0]
    places = {(also["passage"], *also["span"]) for also in mothers[0]["also"]}
    assert places == {(finding["passage"], *finding["span"]) for finding in mothers[1:]}


def test_further_places_are_those_of_the_same_document() -> None:
    run = make_run([DocumentMaker().add("{Ottoline}"), DocumentMaker(number=2).add("{Ottoline}")])
    documents = json.loads(render(run))["documents"]
    assert [document["findings"][0]["also"] for document in documents] == [[], []]
    assert [document["findings"][0]["person"] for document in documents] == ["person-1", "person-1"]


def test_parts_count_passages_and_the_stretches_inside_them() -> None:
    parts = json.loads(render(many_faults()))["documents"][0]["parts"]
    assert parts == [
        {"part": "body", "place": "D1", "passages": 11},
        {"part": "table", "place": "D6", "passages": 4},
        {"part": "header", "place": "D17", "passages": 1},
        {"part": "comment", "place": "D27", "passages": 1},
        {"part": "tracked deletion", "place": "D15", "passages": 1},
        {"part": "property", "place": "D57", "passages": 1},
        {"part": "file name", "place": "D70", "passages": 1},
    ]


def test_a_file_that_could_not_be_read_has_its_error_and_nothing_else() -> None:
    whole = json.loads(render(several()))
    assert whole["documents"][1] == {
        "id": None,
        "name": "document 2.docx",
        "sha256": None,
        "format": None,
        "kind": None,
        "kind_because": "not stated: judged by every rule",
        "pages": None,
        "words": None,
        "readiness": "cannot_tell",
        "status": 6,
        "error": {
            "what": "the file is damaged: it breaks off",
            "remedy": "Open it in Word, save it anew, and check that.",
        },
        "parts": [],
        "gaps": [],
        "findings": [],
        "verdicts": [],
    }
    assert (whole["readiness"], whole["status"]) == ("not_ready", 6)


def test_a_document_without_judgement_cannot_be_told() -> None:
    run = RUNS["clean"]()
    run = replace(run, documents=(replace(run.documents[0], judgement=None),))
    document = json.loads(render(run))["documents"][0]
    assert (document["readiness"], document["verdicts"]) == ("cannot_tell", [])


def test_people_are_the_entities_that_are_people_each_mention_once() -> None:
    run = many_faults()
    doubled = tuple(replace(entity, mentions=entity.mentions * 2) for entity in run.entities)
    people = json.loads(render(replace(run, entities=doubled)))["bundle"]["people"]
    assert people == [
        {"id": "person-1", "role": None, "pseudonym": None, "mentions": 1},
        {"id": "person-2", "role": None, "pseudonym": None, "mentions": 6},
        {"id": "person-3", "role": None, "pseudonym": None, "mentions": 4},
    ]


def test_what_was_stated_is_said_to_be_stated() -> None:
    whole = _loaded("clean")
    assert whole["edition"] == {"id": "wt2015", "how": "stated", "because": "stated by the user"}
    assert (whole["documents"][0]["kind"], whole["documents"][0]["kind_because"]) == (
        "other",
        "stated by the user",
    )


@pytest.mark.parametrize("show_names", [False, True])
def test_near_misses_are_there_where_they_were_asked_for(show_names: bool) -> None:
    first, second = _loaded("explained", show_names=show_names)["documents"]
    assert second["near_misses"] == []
    assert [one["because"] for one in first["near_misses"]] == [
        *["its check fails"] * 2,
        "no words that go with it stand beside it",
    ]
    document = RUNS["explained"]().documents[0].document
    assert document is not None
    words = ["Pemberwick 01632", "Wintersett 960123", "Zebedee"]
    spans = [one["document_span"] for one in first["near_misses"]]
    assert [document.text()[start:end] for start, end in spans] == words
    assert [one.get("text") for one in first["near_misses"]] == (words if show_names else [None] * 3)
    assert first["near_misses"][2]["part"] == "tracked insertion"


def test_a_run_that_was_not_asked_has_no_key_for_near_misses() -> None:
    assert all("near_misses" not in document for document in _loaded("several")["documents"])


@pytest.mark.parametrize("change", ["surprise", "missing"])
def test_a_near_miss_obeys_the_schema(change: str) -> None:
    whole = _loaded("explained")
    assert _is_valid(whole)
    near = whole["documents"][0]["near_misses"][0]
    if change == "surprise":
        near["surprise"] = 1
    else:
        del near["because"]
    assert not _is_valid(whole)
