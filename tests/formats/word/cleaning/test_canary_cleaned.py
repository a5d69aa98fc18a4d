"""A token in every place of the catalogue: none that is hidden is in the copy, each that is seen still is."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from redact.formats.cleaners import cleaner_of
from redact.formats.proof import left_over
from redact.values.cleaning import CleaningOptions
from redact.values.text import Format
from tests.formats.canary_word import CANARIES, Canary, Nature, canary_docx
from tests.formats.word.cleaning.cleaned import ACCEPTING, cleaned, every_word, names
from tests.formats.word.word_reading import read_docx

COPY = cleaned(canary_docx(), ACCEPTING)
WORDS = every_word(COPY.content)
# Planted as visible, and shown on no page: headers and notes that nothing refers to.
ON_NO_PAGE = frozenset({"D16", "D17"})
# Seen, and cannot be carried over: named as lost, or never shown by the canary at all.
NOT_CARRIED = frozenset({"D22", "D24"})


@pytest.mark.parametrize(
    "canary", [canary for canary in CANARIES if canary.nature is not Nature.VISIBLE], ids=lambda c: c.token
)
def test_nothing_hidden_is_in_the_copy_in_any_decoding(canary: Canary) -> None:
    assert canary.token not in WORDS


@pytest.mark.parametrize(
    "canary",
    [c for c in CANARIES if c.nature is Nature.VISIBLE and c.place not in ON_NO_PAGE | NOT_CARRIED],
    ids=lambda c: c.token,
)
def test_everything_seen_is_read_in_the_copy(canary: Canary) -> None:
    text = "".join("".join(read_docx(COPY.content).text().split()).split("\u00ad"))
    assert canary.token in text


def test_our_reader_finds_nothing_in_a_hidden_place_of_the_copy() -> None:
    copy = read_docx(COPY.content)
    assert left_over(copy, cleaner_of(Format.DOCX).stays, COPY) == ()


def test_what_may_have_been_seen_and_is_gone_is_named() -> None:
    assert {entry.location.place for entry in COPY.lost} >= {"D22", "D38"}


def test_every_place_that_held_something_is_in_the_account() -> None:
    told = {entry.location.place for entry in (*COPY.removed, *COPY.lost)}
    held = {canary.place for canary in CANARIES if canary.nature is not Nature.VISIBLE}
    # Told under the place of what held them: paths in embedded files, authors of changes, names of parts.
    told_elsewhere = {"D35", "D40", "D42", "D43", "D63"}
    assert held - told - told_elsewhere == set()


def test_the_same_file_gives_the_same_bytes() -> None:
    assert cleaned(canary_docx(), ACCEPTING).content == COPY.content


def test_a_copy_of_a_copy_is_the_copy() -> None:
    assert cleaned(COPY.content, ACCEPTING).content == COPY.content


def test_parts_have_our_names_and_one_time() -> None:
    with zipfile.ZipFile(io.BytesIO(COPY.content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(info.comment, info.extra) for info in archive.infolist()} == {(b"", b"")}
        assert archive.comment == b""
    assert "word/media/image1.jpeg" in names(COPY)
    assert not [name for name in names(COPY) if "canary" in name or "embeddings" in name or "custom" in name]


def test_python_docx_opens_the_copy() -> None:
    opened = docx.Document(io.BytesIO(COPY.content))
    assert opened.core_properties.author == ""
    assert opened.paragraphs[0].text == "Overview report"


def test_descriptions_stay_only_where_they_are_asked_for() -> None:
    keeping = cleaned(canary_docx(), CleaningOptions(accept_revisions=True, keep_alt_text=True))
    words = every_word(keeping.content)
    stays = {c.what for c in CANARIES if c.place == "D47" and c.token in words}
    pictures = {"the description of a picture", "the title of a picture"}
    assert pictures | {"the description of a table", "the title of a table"} <= stays
    assert not [what for what in stays if "name" in what or "file" in what]
    assert {entry.location.place for entry in keeping.kept} == {"D47"}


def test_a_title_is_set_and_nothing_else() -> None:
    titled = cleaned(canary_docx(), CleaningOptions(accept_revisions=True, title="Review of practice"))
    properties = docx.Document(io.BytesIO(titled.content)).core_properties
    assert (properties.title, properties.author, properties.subject) == ("Review of practice", "", "")
    assert [(entry.location.place, entry.count) for entry in titled.kept] == [("D57", 1)]
