from __future__ import annotations

import pytest

from models.names.training.codes import ALLOWED, IGNORED, LABELS, PERSON_OR_NOT, codes, nothing
from redact.recognise.model.labels import CLASSES, ModelLabel
from tests.recognise.model.model_factory import VOCABULARY

ALL = frozenset(LABELS)


def _right(code: int) -> set[str]:
    return {name for name, right in zip(CLASSES, ALLOWED[code], strict=True) if right}


@pytest.mark.parametrize(
    ("marked", "right"),
    [
        (ALL, {"O"}),  # all labels were marked: what is unmarked is nothing
        (ALL - {ModelLabel.DATE}, {"O", "B-DATE", "I-DATE"}),  # no dates were: it may be one
        ({ModelLabel.PERSON}, set(CLASSES) - {"B-PER", "I-PER"}),  # people alone were
    ],
)
def test_an_unmarked_word_may_be_what_nobody_looked_for(
    marked: frozenset[ModelLabel], right: set[str]
) -> None:
    assert _right(nothing(marked)) == right


def test_codes_of_words_that_may_be_several_things() -> None:
    assert _right(PERSON_OR_NOT) == {"O", "B-PER", "I-PER"}
    assert _right(IGNORED) == set(CLASSES)
    assert all(_right(number) == {name} for number, name in enumerate(CLASSES))


@pytest.mark.parametrize(
    ("text", "spans", "named"),
    [
        # the title stands outside, each word of the name has its place in it
        ("Ms Kay Vesey rang", [("Kay Vesey", ModelLabel.PERSON)], ["O", "B-PER", "I-PER", "O"]),
        # a possessive is no part of the name
        ("Kay's plan", [("Kay", ModelLabel.PERSON)], ["B-PER", "O", "O", "O"]),
        # two names side by side begin each
        (
            "Kay Vesey",
            [("Kay", ModelLabel.PERSON), ("Vesey", ModelLabel.PERSON)],
            ["B-PER", "B-PER"],
        ),
        # of two that overlap the earlier in the list wins; the rest of the other still is what it is
        (
            "York House",
            [("York", ModelLabel.PLACE), ("York House", ModelLabel.ORGANISATION)],
            ["B-LOC", "B-ORG"],
        ),
        # a span that ends inside a word takes the whole word
        ("Kayleighs", [("Kayleigh", ModelLabel.PERSON)], ["B-PER"]),
        ("the plan", [], ["O", "O"]),
    ],
)
def test_words_get_the_classes_of_their_spans(
    text: str, spans: list[tuple[str, ModelLabel]], named: list[str]
) -> None:
    placed = [(text.index(part), text.index(part) + len(part), label) for part, label in spans]
    assert [CLASSES[code] for code in codes(VOCABULARY.words(text), placed, 0)] == named
