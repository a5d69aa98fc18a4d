"""Documents whose names a model of the tests finds, so that no shipped model decides what is written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from redact.recognise.claims import DocumentRecogniser, mention
from redact.recognise.finding import find_mentions
from redact.recognise.grids import View
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Document
from tests.recognise.recognise_factory import RULES, text_document, text_of

__all__ = ["all_standings", "people_with_model", "standings_of"]


def _model(names: Sequence[str]) -> DocumentRecogniser:
    """Make a recogniser that takes each of the names, wherever it stands, for a sure name of the model."""

    def find(view: View) -> Iterator[Mention]:
        evidence = Evidence("name-model", "test", "model, name", "the name model of the tests")
        for reading in view.first:
            for name in names:
                for match in regex.finditer(
                    rf"(?<![\p{{L}}-]){regex.escape(name)}(?![\p{{L}}-])", reading.text
                ):
                    made = mention(reading, *match.span(), Label.PERSON, 0.8, evidence)
                    if made is not None:
                        yield made

    return DocumentRecogniser("name-model", "test", (Label.PERSON,), find, (), ())


def people_with_model(source: str | Document, names: Sequence[str]) -> tuple[Document, list[Mention]]:
    """Find the people of a text when rules look and a model that knows these names."""
    document = text_document(source) if isinstance(source, str) else source
    found = find_mentions([document], recognisers=(*RULES, _model(names)))
    return document, [each for each in found if each.label is Label.PERSON]


def all_standings(source: str | Document, names: Sequence[str]) -> list[tuple[str, str]]:
    """Give every name that is found with its standing, in order."""
    document, found = people_with_model(source, names)
    return [(text_of([document], each), each.standing.value) for each in found]


def standings_of(text: str, name: str, names: Sequence[str] = ()) -> set[Standing]:
    """Give the standings of all that covers any occurrence of a name."""
    document, found = people_with_model(text, names or (name,))
    places = {
        (passage.id, match.span())
        for passage in document.passages
        for match in regex.finditer(rf"(?<![\p{{L}}-]){regex.escape(name)}(?![\p{{L}}-])", passage.text)
    }
    return {
        each.standing
        for each in found
        for passage, (start, end) in places
        if each.span.passage == passage and each.span.start < end and start < each.span.end
    }
