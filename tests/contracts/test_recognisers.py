"""What every recogniser promises, over all that are registered: a new one is held to it by its line there."""

from __future__ import annotations

import pkgutil
from collections import defaultdict
from functools import cache
from importlib import import_module

import pytest

import redact.recognise
from redact.recognise.claims import (
    DocumentRecogniser,
    Example,
    FollowUpRecogniser,
    Recogniser,
    TextRecogniser,
)
from redact.recognise.finding import find_mentions
from redact.recognise.register import RECOGNISERS
from redact.values.people import Mention
from redact.values.text import Document
from tests.recognise.recognise_factory import mentions_by, text_document

EXAMPLES = [(recogniser, example) for recogniser in RECOGNISERS for example in recogniser.examples]
NEAR_MISSES = [(recogniser, text) for recogniser in RECOGNISERS for text in recogniser.near_misses]


by_one = cache(mentions_by)  # the same examples are asked about from several sides


@cache
def by_all(text: str) -> tuple[Document, tuple[Mention, ...]]:
    """Give the document of a text, and what all recognisers find in it."""
    document = text_document(text)
    return document, find_mentions([document])


def _name(value: object) -> str:
    if isinstance(value, TextRecogniser | DocumentRecogniser | FollowUpRecogniser):
        return value.name
    return (value.text if isinstance(value, Example) else str(value))[:40]


def test_every_module_with_a_recogniser_is_registered() -> None:
    names = [module.name for module in pkgutil.iter_modules(redact.recognise.__path__)]
    modules = [import_module(f"redact.recognise.{name}") for name in names]
    written = {module.RECOGNISER.name for module in modules if hasattr(module, "RECOGNISER")}
    assert written == {recogniser.name for recogniser in RECOGNISERS}


def test_names_are_unique() -> None:
    names = [recogniser.name for recogniser in RECOGNISERS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("recogniser", RECOGNISERS, ids=_name)
def test_each_has_a_version_labels_examples_and_near_misses(recogniser: Recogniser) -> None:
    assert recogniser.version
    assert recogniser.labels
    assert len(recogniser.examples) >= 3
    assert len(recogniser.near_misses) >= 3


@pytest.mark.parametrize(("recogniser", "example"), EXAMPLES, ids=_name)
def test_its_examples_are_found(recogniser: Recogniser, example: Example) -> None:
    assert [text for text, _ in by_one(recogniser.name, example.text)] == list(example.finds)


@pytest.mark.parametrize(("recogniser", "text"), NEAR_MISSES, ids=_name)
def test_its_near_misses_are_left_alone(recogniser: Recogniser, text: str) -> None:
    assert [found for found, _ in mentions_by(recogniser.name, text)] == []


@pytest.mark.parametrize(("recogniser", "example"), EXAMPLES, ids=_name)
def test_what_its_examples_hold_is_claimed_when_all_of_them_look(
    recogniser: Recogniser, example: Example
) -> None:
    """Who claims it may differ: the name model is often as sure as a rule. That somebody does may not."""
    claimed: dict[str, set[int]] = defaultdict(set)
    for mention in by_all(example.text)[1]:
        claimed[mention.span.passage].update(range(mention.span.start, mention.span.end))
    for mention in [each for _, each in by_one(recogniser.name, example.text)]:
        assert set(range(mention.span.start, mention.span.end)) <= claimed[mention.span.passage]


@pytest.mark.parametrize(("recogniser", "example"), EXAMPLES, ids=_name)
def test_every_mention_has_a_span_in_its_passage_and_evidence_in_our_words(
    recogniser: Recogniser, example: Example
) -> None:
    document, mentions = by_all(example.text)
    passages = {passage.id: passage.text for passage in document.passages}
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(passages[mention.span.passage])
        evidence = mention.evidence
        assert evidence.recogniser
        assert evidence.version
        assert evidence.pattern
        assert evidence.because
        covered = passages[mention.span.passage][mention.span.start : mention.span.end]
        said = f"{evidence.pattern} {evidence.because}".casefold().split()
        # Words of the rule only: "title" may stand in both, a name, a number or an address may not.
        assert covered.casefold() not in said
        assert mention.label in next(each for each in RECOGNISERS if each.name == evidence.recogniser).labels


@pytest.mark.parametrize("recogniser", RECOGNISERS, ids=_name)
def test_the_same_document_gives_the_same_mentions(recogniser: Recogniser) -> None:
    document = text_document("\n\n".join(example.text for example in recogniser.examples))
    assert find_mentions([document]) == find_mentions([document])
