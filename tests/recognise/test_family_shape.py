"""The shape of a family and the numbers of a life; all invented."""

from __future__ import annotations

import pytest

from redact.values.people import Label
from tests.recognise.recognise_factory import found

SHAPES = [
    ("One of the twins was ill.", Label.RELATION, ["twins"]),
    ("Child K was the youngest of five.", Label.RELATION, ["youngest"]),
    ("Child K was the youngest of five.", Label.QUANTITY, ["five"]),
    ("the second youngest child and the step-father", Label.RELATION, ["youngest child", "step-father"]),
    ("his adoptive parents are first cousins", Label.RELATION, ["adoptive parents", "first cousins"]),
    ("She had four older siblings.", Label.QUANTITY, ["four older siblings"]),
    ("a mother of 3 children", Label.QUANTITY, ["3 children"]),
    ("a sentence of nine years", Label.QUANTITY, ["nine years"]),
    ("He was jailed for two years and six months.", Label.QUANTITY, ["two years and six months"]),
    ("six months' imprisonment", Label.QUANTITY, ["six months' imprisonment"]),
    ("They owed about \u00a31,400 in rent.", Label.QUANTITY, ["about \u00a31,400"]),
    ("a fine of EUR 3,000 or 25,000 Danish kroner", Label.QUANTITY, ["EUR 3,000", "25,000 Danish kroner"]),
]
NONE = [
    "The child was three years old.",
    "half of the children in the class",
    "Two of the four agencies came.",
    "The step was taken, and cousins came to mind.",
    "in prison since the spring",
    "SW1 saw 12 children in 2009.",
    "section 47, paragraph 3,000",
]


@pytest.mark.parametrize(("text", "label", "expected"), SHAPES)
def test_a_shape_or_a_number_is_found(text: str, label: Label, expected: list[str]) -> None:
    assert found(text, label) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert found(text, Label.QUANTITY) == []
