"""What is hidden in a file is read by our reader, in the part that the gold says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.rendering import rendered
from corpus.telling.hidden import Hidden, hidden_in
from corpus.telling.tell import tell_laid_out
from redact.formats import Request, read_file
from redact.formats.building import no_progress
from redact.values.text import Document, Part
from tests.corpus.telling.made import small_case, small_public, template

CASE = small_case()
TELLING = tell_laid_out(
    CASE,
    template("# A heading", "{child.label} was seen.", "She went home.", "| Mother | {mother.label} |"),
    small_public(),
    seed=1,
)
NAME = "Denise Brandreth"


def _span(words: str) -> tuple[int, int]:
    start = TELLING.told.text.index(words)
    return start, start + len(words)


SEEN, HOME = _span("Child X was seen."), _span("She went home.")
PLANTS = {
    # place: the plants, and the part in which our reader finds the name
    "author": ([Hidden("author", NAME, NAME, "gran", "full")], Part.PROPERTY),
    "last modified by": ([Hidden("last modified by", NAME, NAME, "gran", "full")], Part.PROPERTY),
    "title": ([Hidden("title", f"Re {NAME}", NAME, "gran", "full")], Part.PROPERTY),
    "subject": ([Hidden("subject", f"Re {NAME}", NAME, "gran", "full")], Part.PROPERTY),
    "header": ([Hidden("header", f"Re: {NAME}", NAME, "gran", "full")], Part.HEADER),
    "footer": ([Hidden("footer", f"{NAME} - draft", NAME, "gran", "full")], Part.FOOTER),
    "comment": (
        [
            Hidden("comment author", "Rhys Trebb", "Rhys Trebb", "pc", "full", paragraph=HOME, at=14),
            Hidden("comment", f"{NAME} to be asked.", NAME, "gran", "full", paragraph=HOME, at=14),
        ],
        Part.COMMENT,
    ),
    "hidden text": (
        [Hidden("hidden text", f" ({NAME})", NAME, "gran", "full", paragraph=HOME, at=14)],
        Part.HIDDEN_TEXT,
    ),
    "bookmark": (
        [
            Hidden(
                "bookmark",
                "Visit_Denise_Brandreth",
                "Denise_Brandreth",
                "gran",
                "full",
                paragraph=HOME,
                at=14,
            )
        ],
        Part.BOOKMARK,
    ),
    "tracked deletion": (
        [Hidden("tracked deletion", "Hope ", "Hope", "child", "first", paragraph=SEEN, at=0)],
        Part.TRACKED_DELETION,
    ),
}


def _read(folder: Path, name: str, data: bytes) -> Document:
    path = folder / name
    path.write_bytes(data)
    return read_file(str(path), Request(name, b"0" * 32), no_progress)


def _parts(document: Document, quote: str) -> set[Part]:
    return {
        passage.locate(at, at + len(quote)).part
        for passage in document.passages
        for at in [passage.text.find(quote)]
        if at >= 0
    }


@pytest.mark.parametrize("place", PLANTS)
def test_a_plant_is_read_where_it_was_hidden(place: str, tmp_path: Path) -> None:
    plants, part = PLANTS[place]
    name, data = next(iter(rendered(TELLING, plants).items()))
    document = _read(tmp_path, name, data)
    assert part in _parts(document, plants[-1].quote)
    assert not document.gaps
    # The told words are all there still, each in its own paragraph.
    words = " ".join(passage.text for passage in document.passages)
    assert all(word in words.split() for word in TELLING.told.text.split())


def test_a_comment_has_its_author(tmp_path: Path) -> None:
    plants, _ = PLANTS["comment"]
    name, data = next(iter(rendered(TELLING, plants).items()))
    assert Part.PROPERTY in _parts(_read(tmp_path, name, data), "Rhys Trebb")


@pytest.mark.parametrize("place", ["author", "title", "subject"])
def test_a_pdf_takes_properties_along(place: str, tmp_path: Path) -> None:
    plants, part = PLANTS[place]
    files = rendered(TELLING, plants)
    name = next(name for name in files if name.endswith(".pdf"))
    assert part in _parts(_read(tmp_path, name, files[name]), NAME)


def test_all_at_once_does_not_move_the_place_of_another(tmp_path: Path) -> None:
    plants = [plant for listed, _ in PLANTS.values() for plant in listed]
    files = rendered(TELLING, plants)
    assert files == rendered(TELLING, plants)
    name = next(iter(files))
    document = _read(tmp_path, name, files[name])
    for listed, part in PLANTS.values():
        assert part in _parts(document, listed[-1].quote)
    gold = json.loads(files[f"{TELLING.told.document}.hidden.json"])
    assert sum(each["file"].endswith(".docx") for each in gold) == len(plants)
    assert {each["place"] for each in gold if each["file"].endswith(".pdf")} == {"author", "title", "subject"}


def test_without_plants_no_name_of_the_case_is_in_the_properties(tmp_path: Path) -> None:
    files = rendered(TELLING)
    assert json.loads(files[f"{TELLING.told.document}.hidden.json"]) == []
    name, data = next(iter(files.items()))
    told = " ".join(passage.text for passage in _read(tmp_path, name, data).passages)
    assert not [one.first for one in CASE.people.values() if one.first in told.split()]


def test_a_paragraph_that_is_not_there_is_an_error() -> None:
    stray = Hidden("hidden text", " (Hope)", "Hope", "child", "first", paragraph=(0, 5), at=5)
    with pytest.raises(ValueError, match="not in the file"):
        rendered(TELLING, [stray])


def test_what_is_drawn_can_be_written() -> None:
    for seed in range(12):
        telling = tell_laid_out(
            CASE,
            template("{child.label} was seen.", "{mother.full} rang.", kind="overview"),
            small_public(),
            seed=seed,
        )
        plants = hidden_in(telling, CASE, seed=seed)
        gold = json.loads(rendered(telling, plants)[f"{telling.told.document}.hidden.json"])
        assert len(gold) >= len(plants)
