"""Text recognisers in their frame: what raises a claim, and that each piece is read by itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

from redact.recognise import regex
from redact.recognise.claims import Claim, TextRecogniser
from redact.recognise.frame import PIECE_END, Frame
from redact.values.people import Label

_DIGITS = regex.compile(r"\d+")


def _numbers(
    name: str, score: float, near: float, *phrases: str, label: Label = Label.PHONE
) -> TextRecogniser:
    def find(text: str) -> list[Claim]:
        return [
            Claim(each.start(), each.end(), label, score, near, "digits", "it has digits")
            for each in _DIGITS.finditer(text)
        ]

    return TextRecogniser(name, "1", (label,), find, (), (), phrases)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("call 4711", 0.8),
        ("4711, please call", 0.8),
        ("CALL: 4711", 0.8),
        ("call/4711", 0.8),
        ("recall 4711", 0.3),
        ("calls 4711", 0.3),
        ("n.i. 4711", 0.8),
        ("moved to 4711", 0.8),
        ("moved 4711 to", 0.3),
        ("4711", 0.3),
        ("call " + "a " * 40 + "4711", 0.3),
        ("4711 " + "a " * 30 + "call", 0.3),
    ],
)
def test_a_phrase_beside_a_claim_raises_it(text: str, score: float) -> None:
    frame = Frame([_numbers("numbers", 0.3, 0.8, "call", "n.i.", "moved to")])
    ((_, _, claim),) = frame.claims([text])
    assert claim.score == score
    assert ("stand beside it" in claim.because) is (score == 0.8)


def test_a_phrase_of_another_piece_raises_nothing() -> None:
    frame = Frame([_numbers("numbers", 0.3, 0.8, "call")])
    assert [claim.score for _, _, claim in frame.claims(["please call", "4711", "call"])] == [0.3]


def test_a_claim_that_nothing_raised_from_nothing_is_none() -> None:
    frame = Frame([_numbers("numbers", 0.0, 0.8, "call"), _numbers("never", 0.0, 0.0)])
    assert [(number, claim.score) for number, _, claim in frame.claims(["4711", "call 4711"])] == [(1, 0.8)]


def test_places_are_those_of_each_piece() -> None:
    frame = Frame([_numbers("numbers", 0.5, 0.5)])
    pieces = ["", "a 12", "34 b 56"]
    assert [(n, pieces[n][c.start : c.end]) for n, _, c in frame.claims(pieces)] == [
        (1, "12"),
        (2, "34"),
        (2, "56"),
    ]


def test_what_takes_the_end_of_a_piece_along_is_nothing() -> None:
    def find(text: str) -> list[Claim]:
        at = text.index(PIECE_END)
        return [Claim(at - 3, at + 3, Label.PHONE, 0.9, 0.9, "across", "it goes on")]

    frame = Frame([TextRecogniser("across", "1", (Label.PHONE,), find, (), ())])
    assert list(frame.claims(["one", "two"])) == []


def test_of_one_label_what_lies_in_a_surer_claim_goes_and_of_equals_the_later() -> None:
    first, second = _numbers("first", 0.5, 0.5), _numbers("second", 0.5, 0.5)
    other = _numbers("other", 0.2, 0.2, label=Label.POSTCODE)
    found = [
        (recogniser.name, claim.label)
        for _, recogniser, claim in Frame([first, second, other]).claims(["12"])
    ]
    assert found == [("first", Label.PHONE), ("other", Label.POSTCODE)]


def test_nothing_of_no_text() -> None:
    assert list(Frame([_numbers("numbers", 0.5, 0.5)]).claims([])) == []


def test_finding_loads_neither_spacy_nor_presidio() -> None:
    code = (
        "import sys, redact.recognise.register; from redact.recognise.finding import find_mentions;"
        "find_mentions([]);"
        "print({'spacy', 'thinc', 'presidio_analyzer', 'pydantic'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
