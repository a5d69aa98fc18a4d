from __future__ import annotations

import spacy
from spacy.tokens import Span

from redact.recognise.model.engines import CHECKS, COMPONENT, Component, PresidioNames
from tests.recognise.model.model_factory import model

TEXT = "the plan of Kayleigh Brandreth/Vesey, perhaps in York"


def test_names_become_entities_and_checks_a_group_of_spans() -> None:
    doc = Component(model())(spacy.blank("en").make_doc(TEXT))
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Kayleigh Brandreth", "PER"),
        ("Vesey", "PER"),
        ("York", "LOC"),
    ]
    assert [span.text for span in doc.spans[CHECKS]] == ["perhaps"]


def test_entities_that_were_there_stay() -> None:
    doc = spacy.blank("en").make_doc(TEXT)
    doc.ents = [Span(doc, 3, 4, label="CHILD")]
    assert [entity.label_ for entity in Component(model())(doc).ents] == ["CHILD", "PER", "LOC"]


def test_without_a_model_nothing_is_done() -> None:
    doc = Component(None)(spacy.blank("en").make_doc(TEXT))
    assert doc.ents == ()
    assert PresidioNames(None).analyze(TEXT, ["PERSON"]) == []


def test_a_pipeline_takes_the_component_by_its_name() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe(COMPONENT)
    assert pipeline.pipe_names == [COMPONENT]


def test_presidio_gets_both_ranks_of_the_labels_that_it_asks_for() -> None:
    results = PresidioNames(model()).analyze(TEXT, ["PERSON"])
    assert [
        (TEXT[each.start : each.end], each.entity_type, each.analysis_explanation.pattern_name)
        for each in results
    ] == [
        ("Kayleigh Brandreth", "PERSON", "model, name"),
        ("Vesey", "PERSON", "model, name"),
        ("perhaps", "PERSON", "model, check"),
    ]
    assert [each.entity_type for each in PresidioNames(model()).analyze(TEXT, ["LOCATION"])] == ["LOCATION"]
