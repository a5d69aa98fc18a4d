from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.scoring.public_sets import entity_figures, marked_figures, read_marked, read_tab
from corpus.scoring.values import Hit
from tests.corpus.scoring.scored import hit, read

TEXT = (
    "Application no. 12345/99 of Mrs Anna Vole. Ms Vole, born in Elm on 3 May 1950, met Mr A. Reed "
    "and Dr Coe."
)


def _entity(quote: str, entity: str, type_: str, kind: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {
        "start_offset": start, "end_offset": start + len(quote), "entity_id": entity, "entity_type": type_,
        "identifier_type": kind,
    }  # fmt: skip


ENTITIES = [
    _entity("12345/99", "e1", "CODE", "DIRECT"),
    _entity("Mrs Anna Vole", "e2", "PERSON", "DIRECT"),
    _entity("Ms Vole", "e2", "PERSON", "DIRECT"),
    _entity("Elm", "e3", "LOC", "QUASI"),
    _entity("3 May 1950", "e4", "DATETIME", "QUASI"),
    _entity("Mr A. Reed", "e5", "PERSON", "QUASI"),
    _entity("Application", "e6", "MISC", "NO_MASK"),
    _entity("Dr Coe", "e7", "PERSON", "QUASI"),
]


def _score(tmp_path: Path, *hits: Hit, stopping: bool = False) -> dict[str, Any]:
    path = tmp_path / "tab.jsonl"
    path.write_text(json.dumps({"text": TEXT, "entities": ENTITIES}) + "\n", encoding="utf-8")
    return entity_figures(read_tab(path), [read(*hits)], stopping=stopping)


@pytest.mark.parametrize(
    ("quotes", "group", "found"),
    [
        (["Anna Vole", "Ms Vole"], "direct PERSON", 1),  # titles need not be covered
        (["Anna Vole"], "direct PERSON", 0),  # one mention is left
        (["Vole. Ms Vole"], "direct PERSON", 0),  # half a mention is left
        (["A. Reed"], "quasi PERSON", 1),
        (["Reed"], "quasi PERSON", 0),  # an initial is no article
        (["Coe"], "quasi PERSON", 0),  # TAB counts this title
        (["Coe"], "quasi PERSON with the title that anonymise takes along", 1),
        (["oe"], "quasi PERSON with the title that anonymise takes along", 0),
        (["3 May 1950"], "quasi DATETIME", 1),
        (["Elm on 3 May 1950"], "quasi all", 2),
        (["12345/99"], "direct application numbers", 1),
        (["12345/99"], "direct all", 0),  # which are counted apart
    ],
)
def test_an_entity_is_found_when_all_its_mentions_are(
    tmp_path: Path, quotes: list[str], group: str, found: int
) -> None:
    assert _score(tmp_path, *(hit(TEXT, quote) for quote in quotes))["entities"][group]["found"] == found


def test_what_need_not_be_masked_is_no_entity_and_costs_precision(tmp_path: Path) -> None:
    scored = _score(tmp_path, hit(TEXT, "Application no"), hit(TEXT, "Elm on"))
    assert not [name for name in scored["entities"] if "MISC" in name]
    assert scored["words_masked"] == 2  # "no" and "on" count for nobody
    assert scored["word_precision"] == 0.5
    assert scored["entities"]["direct all"] == {"entities": 1, "found": 0, "mentions": 2, "mentions_found": 0}


def test_a_note_counts_but_not_among_what_stops(tmp_path: Path) -> None:
    note = hit(TEXT, "Elm", "note")
    assert _score(tmp_path, note)["words_masked"] == 1
    assert _score(tmp_path, note, stopping=True)["words_masked"] == 0


def test_precision_of_names_counts_people_that_block(tmp_path: Path) -> None:
    scored = _score(tmp_path, hit(TEXT, "Reed"), hit(TEXT, "Elm"), hit(TEXT, "Application", "ask"))
    assert (scored["words_named"], scored["name_precision"]) == (2, 0.5)


def _lines(path: Path, *rows: tuple[str, str, list[list[object]], str]) -> Path:
    path.write_text(
        "".join(
            json.dumps({"doc": doc, "text": text, "spans": spans, "ann": ann}) + "\n"
            for doc, text, spans, ann in rows
        ),
        encoding="utf-8",
    )
    return path


def test_texts_of_a_document_are_joined_and_others_passed_over(tmp_path: Path) -> None:
    path = _lines(
        tmp_path / "set.jsonl",
        ("a", "Anna Vole came.", [[0, 9, "PER"]], "PER LOC"),
        ("b", "Not read.", [], "PER"),
        ("a", "So did Reed.", [[7, 11, "PER"], [0, 2, "LOC"]], "PER LOC"),
        ("a", "Not annotated.", [], "LOC"),
    )
    (document,) = read_marked(path, {"a": "A Book"})
    assert document.title == "A Book"
    assert [document.text[start:end] for start, end in document.people] == ["Anna Vole", "Reed"]
    assert len(read_marked(path)) == 2


def test_people_are_counted_by_mention_and_by_word(tmp_path: Path) -> None:
    path = _lines(
        tmp_path / "set.jsonl",
        ("a", "Anna Vole saw Reed in Elm.", [[0, 9, "PER"], [14, 18, "PER"]], "PER"),
    )
    documents = read_marked(path)
    text = documents[0].text
    hits = [hit(text, "Anna"), hit(text, "Reed", "ask"), hit(text, "Elm"), hit(text, "saw", label="PLACE")]
    scored = marked_figures(documents, [read(*hits)])["all"]
    assert (scored["mentions"], scored["found"], scored["as_name"]) == (2, 1, 0)
    assert scored["word_recall"] == 0.6667
    assert scored["word_precision"] == 0.6667
