from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.telling.drawing import Block
from corpus.telling.plants import planted
from corpus.telling.scene import Mark
from corpus.telling.stretches import Stretch, Written

NAME = Mark("PERSON", "full", "mother", "family")
WORDS = "The clinic rang about the little one who had fallen from a chair while"


def page(count: int = 60) -> Written:
    """A paragraph with a name in each clause."""
    text, stretches = "", []
    for _ in range(count):
        text += WORDS + " "
        start = len(text)
        text += "Kornelia Hammersmith"
        stretches.append(Stretch(start, len(text), NAME))
        text += " was out. "
    block = Block("paragraph", 0, (), 1)
    return Written(text, (*stretches, Stretch(0, len(text.rstrip()), block)))


def scanned() -> Written:
    """The first page that a scanner has had."""
    for seed in range(200):
        written = planted(page(), "letter", 0, Random(seed))
        if "\n" in written.text:
            return written
    raise AssertionError("no page was scanned")


def hard_of(written: Written) -> dict[str, int]:
    marks = [stretch.what for stretch in written.of(Mark)]
    return {kind: sum(kind in mark.hard for mark in marks) for kind in ("slip", "ocr", "broken")}


def test_about_one_name_in_a_hundred_has_a_slip() -> None:
    count = sum(hard_of(planted(page(), "imr", 0, Random(seed)))["slip"] for seed in range(200))
    assert 60 < count < 190  # of 12,000
    for seed in range(40):
        for stretch, was in zip(
            (written := planted(page(), "imr", 0, Random(seed))).of(Mark), page().of(Mark), strict=True
        ):
            told = written.text[stretch.start : stretch.end]
            assert (told != "Kornelia Hammersmith") == bool(stretch.what.hard)
            assert was.what.hard == ()


def test_a_scanned_page_has_lines_and_all_its_faults() -> None:
    written = scanned()
    assert max(map(len, written.text.rstrip().split("\n"))) <= 94
    found = hard_of(written)
    assert found["ocr"] > 0
    assert found["broken"] > 0
    for stretch in written.of(Mark):
        told = written.text[stretch.start : stretch.end]
        assert ("\n" in told) == ("broken" in stretch.what.hard)


def test_names_are_broken_with_a_hyphen_and_without() -> None:
    broken = [
        written.text[stretch.start : stretch.end]
        for seed in range(120)
        for written in [planted(page(), "letter", 0, Random(seed))]
        for stretch in written.of(Mark)
        if "broken" in stretch.what.hard
    ]
    assert any("-\n" in told for told in broken)
    assert any("\n" in told and "-\n" not in told for told in broken)


@given(st.integers(0, 10**6))
def test_marks_hold_their_names_whatever_is_planted(seed: int) -> None:
    written = planted(page(12), "court", 0, Random(seed))
    for stretch in written.of(Mark):
        told = written.text[stretch.start : stretch.end]
        assert told == told.strip()
        # A slip, a misreading or a break changes a few letters; what stands around stays outside.
        assert abs(len(told.replace("-\n", "")) - len("Kornelia Hammersmith")) <= 5
        assert written.text[: stretch.start].rstrip()[-1] in "ec"  # of "while"


@pytest.mark.parametrize(("kind", "stage"), [("imr", 0), ("overview", 0), ("letter", 1)])
def test_what_is_typed_is_never_scanned(kind: str, stage: int) -> None:
    assert all("\n" not in planted(page(3), kind, stage, Random(seed)).text for seed in range(80))


def test_some_headings_are_in_capitals() -> None:
    text = "Contact with Ewa Straßer"
    stretches = (Stretch(13, 24, NAME), Stretch(0, len(text), Block("heading", 1, (), 0)))
    told = {planted(Written(text, stretches), "imr", 0, Random(seed)).text for seed in range(60)}
    assert "CONTACT WITH EWA STRASSER" in told
    assert text in told
