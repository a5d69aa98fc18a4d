"""The canary PDF, cleaned: no word of a removed place is left in any form, all that was seen still is."""

from __future__ import annotations

import io
from functools import cache

import pikepdf
import pytest

from redact.values.cleaning import Cleaned
from tests.formats.canary_pdf import Planted, canary
from tests.formats.pdf.cleaning.cleaning_factory import (
    PICTURES,
    cleaned,
    everything_in,
    found_in,
    page_texts,
    refused,
    saved,
)

# Pages of the canary on which words are covered: what a plain copy is refused for.
COVERED_PAGES = (1, 2, 3)


@cache
def without(pages: tuple[int, ...] = (), *, undecided: bool = False) -> bytes:
    """Give the canary less some pages, and less what a person has to decide first."""
    pdf = pikepdf.open(io.BytesIO(canary().data))
    for page in pdf.pages if not undecided else []:
        if "/Annots" in page.obj:
            page.obj["/Annots"] = pikepdf.Array([one for one in page.obj["/Annots"] if not _undecided(one)])
    for number in sorted(pages, reverse=True):
        del pdf.pages[number]
    return saved(pdf)


@cache
def plain() -> Cleaned:
    """Clean the canary without the pages on which words are covered."""
    return cleaned(without(COVERED_PAGES))


@cache
def pictured() -> Cleaned:
    """Make pictures of all its pages."""
    return cleaned(without(), PICTURES)


def _undecided(annotation: pikepdf.Object) -> bool:
    drawn_by_another = "/V" in annotation and "/AP" not in annotation and annotation.get("/F", 0) != 2
    return annotation.get("/Subtype") == "/Redact" or drawn_by_another


def planted(*, visible: bool) -> list[Planted]:
    return [one for one in canary().planted if one.word and one.visible is visible]


def test_nothing_that_was_hidden_is_left() -> None:
    assert found_in(plain().content, (one.word for one in planted(visible=False))) == []


def test_what_was_seen_still_is() -> None:
    source = without(COVERED_PAGES)
    was, now = "".join(page_texts(source)).lower(), "".join(page_texts(plain().content)).lower()
    words = [one.word.lower() for one in planted(visible=True) if one.place != "P12"]
    assert [word for word in words if word in was and word not in now] == []


def test_each_place_is_in_the_account() -> None:
    account = {entry.location.place for entry in plain().removed}
    beside = {f"P{number}" for number in (11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25, 28, 29, 31)}
    assert beside - account == set()


def test_a_mark_for_redaction_comes_first() -> None:
    refusal = refused(canary().data)
    assert {entry.location.place for entry in refusal.because} == {"P8"}
    assert {entry.location.place for entry in refused(canary().data, PICTURES).because} == {"P8"}


def test_covered_words_are_refused_with_their_pages() -> None:
    refusal = refused(without((1, 3)))  # the page that is left has no annotation over words
    pages = {entry.location.page for entry in refusal.because}
    assert pages == {2}
    assert "--pictures" in refusal.remedy
    assert "--pdf" in refusal.remedy


def test_pictures_of_the_pages_hold_no_word_that_was_not_seen() -> None:
    # The text under a mark for redaction is seen; the mark was taken away above.
    hidden = (one.word for one in planted(visible=False) if one.place != "P8")
    assert found_in(_without_pixels(pictured().content), hidden) == []


def _without_pixels(data: bytes) -> bytes:
    """Put one pixel in place of each picture: to look for words in millions of them takes long."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            picture = page.obj["/Resources"]["/XObject"]["/X1"]
            picture.write(b"\0\0\0")
            picture["/Width"] = picture["/Height"] = 1
        return saved(pdf)


def test_a_long_file_becomes_jpegs_that_are_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.formats.pdf.cleaning.picturing._FEW", 0)
    one_page = without((1, 2, 3, 4, 5))
    copy = cleaned(one_page, PICTURES).content
    assert copy == cleaned(one_page, PICTURES).content
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        filters = {str(page.obj["/Resources"]["/XObject"]["/X1"]["/Filter"]) for page in pdf.pages}
    assert filters == {"/DCTDecode"}


def test_pictures_can_be_searched_for_what_is_seen() -> None:
    said = page_texts(pictured().content)[0].lower()
    kinds = ("plain", "split over two Tj", "kerned TJ", "one Tj a letter", "rotated", "form")
    words = [one.word.lower() for one in planted(visible=True) if one.kind in kinds]
    assert len(words) == len(kinds)
    assert [word for word in words if word not in "".join(said.split())] == []


def test_two_runs_give_the_same_bytes() -> None:
    assert cleaned(without(COVERED_PAGES)).content == plain().content
    one_page = without((1, 2, 3, 4, 6))
    assert cleaned(one_page, PICTURES).content == cleaned(one_page, PICTURES).content


@pytest.mark.parametrize("pictures", [False, True])
def test_the_copy_is_sound(pictures: bool) -> None:
    copy = (pictured if pictures else plain)().content
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages", "/Lang"}
        assert not pdf.is_encrypted
        assert "/Info" not in pdf.trailer
    assert copy.count(b"%%EOF") == 1


def test_nothing_of_the_words_is_in_a_repr() -> None:
    copy = plain()
    said = repr(copy).lower()
    assert [one.word for one in canary().planted if one.word and one.word.lower() in said] == []
    assert "%pdf" not in said
    assert everything_in(copy.content)
