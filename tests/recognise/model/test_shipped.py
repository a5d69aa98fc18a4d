from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from redact.errors import ExitStatus, ModelFault
from redact.recognise.model.labels import ModelLabel
from redact.recognise.model.reading import graph_of, load
from redact.recognise.model.shipped import GRAPH, VOCABULARY, Shipped, shipped
from redact.recognise.model.step import STEP, difference
from redact.resources import models_folder


def _said(**files: bytes) -> Shipped:
    names = {"graph": GRAPH, "vocabulary": VOCABULARY}
    return Shipped({names[name]: hashlib.sha256(content).hexdigest() for name, content in files.items()}, {})


def test_the_files_of_the_shipped_model_are_there_and_are_the_right_ones() -> None:
    said = shipped()
    folder = models_folder() / "names"
    files = {} if said is None else said.files
    there = {path.name for path in folder.glob("*") if path.name in (GRAPH, STEP, VOCABULARY)}
    assert there == set(files)
    for name, digest in files.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(
    ("vocabulary", "what"),
    [
        (None, "the name model that belongs to this version is missing"),  # nobody installed it whole
        (b"[PAD]\nkay\n", "the name model is not the one that belongs to this version"),  # one byte more
    ],
)
def test_a_missing_or_altered_file_is_a_fault_of_the_model(
    tmp_path: Path, vocabulary: bytes | None, what: str
) -> None:
    if vocabulary is not None:
        (tmp_path / VOCABULARY).write_bytes(vocabulary)
    with pytest.raises(ModelFault, match=what) as raised:
        load(tmp_path, _said(vocabulary=b"[PAD]\nkay", graph=b""))
    assert raised.value.status is ExitStatus.MODEL
    assert raised.value.remedy


def test_a_step_that_leads_to_another_graph_is_a_fault_of_the_model(tmp_path: Path) -> None:
    files = {GRAPH: b"graph", STEP: difference(b"grape", b"grain"), VOCABULARY: b"[PAD]\nkay"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    said = Shipped({name: hashlib.sha256(content).hexdigest() for name, content in files.items()}, {})
    with pytest.raises(ModelFault, match="not the one that belongs"):
        load(tmp_path, said)


def test_a_graph_that_cannot_be_run_is_a_fault_of_the_model() -> None:
    with pytest.raises(ModelFault):
        graph_of(b"no graph")


def test_the_digest_tells_files_and_thresholds_apart() -> None:
    one = Shipped({GRAPH: "a", VOCABULARY: "b"}, {ModelLabel.PERSON: 0.2})
    others = [
        Shipped({GRAPH: "a", VOCABULARY: "c"}, {ModelLabel.PERSON: 0.2}),
        Shipped({GRAPH: "a", VOCABULARY: "b"}, {ModelLabel.PERSON: 0.3}),
        Shipped({GRAPH: "a", VOCABULARY: "b"}, {}),
    ]
    assert len({one.digest, *(other.digest for other in others)}) == 4
    assert one.digest == Shipped({VOCABULARY: "b", GRAPH: "a"}, {ModelLabel.PERSON: 0.2}).digest
