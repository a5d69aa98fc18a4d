from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.swap import KEPT_BOOKS
from models.names.training.codes import IGNORED, PERSON_OR_NOT, nothing
from models.names.training.sources import public, told
from redact.recognise.model.labels import ModelLabel

_MARKED = {ModelLabel.PERSON, ModelLabel.PLACE, ModelLabel.ORGANISATION}


def _file(folder: Path, *entries: dict[str, Any]) -> Path:
    path = folder / "set.jsonl"
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def _line(text: str, *spans: list[Any], **more: Any) -> dict[str, Any]:
    return {"text": text, "spans": list(spans), "src": "test", "ann": "PER LOC ORG", **more}


def _mention(text: str, part: str, label: str, form: str = "first") -> dict[str, Any]:
    start = text.index(part)
    return {"span": [start, start + len(part)], "label": label, "form": form, "who": "", "stays": False}


def test_paragraphs_of_one_document_are_read_together(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        _line("Kay rang.", [0, 3, "PER"], doc="a"),
        _line("Vesey came.", [0, 5, "PER"], doc="a"),
        _line("So what.", doc="b"),
    )
    first, second = public(path, 0.5)
    assert first.text == "Kay rang.\nVesey came."
    assert [first.text[start:end] for start, end, _ in first.spans] == ["Kay", "Vesey"]
    assert first.unmarked == nothing(_MARKED)
    assert (second.text, second.share) == ("So what.", 0.5)


def test_texts_without_a_document_stand_alone(tmp_path: Path) -> None:
    assert len(list(public(_file(tmp_path, _line("one"), _line("two")), 1.0))) == 2


def test_kept_books_are_passed_over(tmp_path: Path) -> None:
    kept = sorted(KEPT_BOOKS)[0]
    path = _file(tmp_path, _line("one", doc=kept, src="litbank"), _line("two", doc="other", src="litbank"))
    assert [marked.text for marked in public(path, 1.0)] == ["two"]


def test_a_handle_teaches_nothing_about_people(tmp_path: Path) -> None:
    (only,) = public(_file(tmp_path, _line("so @kay said", [4, 7, "PER"])), 1.0)
    assert only.spans[0][2] == IGNORED


def test_told_mentions_become_labels_of_the_model(tmp_path: Path) -> None:
    text = "Kay of 1 Weir Row, AB1 2CD, born 1 May 2009, Weir School, SW1, kvesey, Kay's Law, Dun case"
    text += ", Lisle (2009)"
    mentions = [
        _mention(text, "Kay", "PERSON"),
        _mention(text, "1 Weir Row", "ADDRESS", "line"),
        _mention(text, "AB1 2CD", "POSTCODE", "postcode"),
        _mention(text, "1 May 2009", "DATE_OF_BIRTH", "dob"),
        _mention(text, "Weir School", "ORGANISATION", "school"),
        _mention(text, "SW1", "PSEUDONYM", "label"),
        _mention(text, "kvesey", "PERSON", "user"),
        _mention(text, "Kay's Law", "PERSON", "eponym"),
        _mention(text, "Dun case", "PERSON", "famous"),
        _mention(text, "Lisle", "PERSON", "cite"),
    ]
    (only,) = told(_file(tmp_path, {"text": text, "split": "train", "mentions": mentions}))
    assert {text[start:end]: label for start, end, label in only.spans} == {
        "Kay": ModelLabel.PERSON,
        "1 Weir Row": ModelLabel.PLACE,
        "AB1 2CD": ModelLabel.PLACE,
        "1 May 2009": ModelLabel.DATE,
        "Weir School": ModelLabel.ORGANISATION,
        "kvesey": PERSON_OR_NOT,
        "Kay's Law": 0,
        "Dun case": PERSON_OR_NOT,
        "Lisle": 0,
    }
    assert only.unmarked == 0


def test_the_mention_inside_another_is_the_more_exact_one(tmp_path: Path) -> None:
    text = "Kay Vesey Centre"
    mentions = [_mention(text, text, "ORGANISATION"), _mention(text, "Kay Vesey", "PERSON")]
    (only,) = told(_file(tmp_path, {"text": text, "split": "dev", "mentions": mentions}))
    assert [label for _, _, label in only.spans] == [ModelLabel.PERSON, ModelLabel.ORGANISATION]


def test_nothing_is_learned_from_the_test_split(tmp_path: Path) -> None:
    path = _file(tmp_path, {"text": "Kay", "split": "test", "mentions": []})
    with pytest.raises(ValueError, match="test split"):
        list(told(path))
