"""Files inside a document: read by their own readers, three deep; the rest is a Gap with its words."""

from __future__ import annotations

import pytest

from redact.formats.word.inside import MAX_DEPTH, MAX_FILES
from redact.values.text import Part
from tests.formats.word.package_factory import PartSpec, make_docx, p, zipped
from tests.formats.word.word_reading import parts_of, places_of_gaps, read_docx, texts

INSIDE = (Part.EMBEDDED_FILE, "D34")


def embedded(content: bytes, name: str = "file.docx") -> bytes:
    return make_docx(
        None, p("One"), {f"word/embeddings/{name}": PartSpec(content, "application/x", "package")}
    )


def nested(depth: int) -> bytes:
    data = make_docx(None, p("Rowan"))
    for _ in range(depth):
        data = embedded(data)
    return data


@pytest.mark.parametrize("depth", range(1, MAX_DEPTH + 1))
def test_a_document_is_read_however_deep_it_lies(depth: int) -> None:
    document = read_docx(nested(depth))
    assert parts_of(document, "Rowan") == [INSIDE]
    assert document.gaps == ()
    assert [trace.what for trace in document.traces] == ["an embedded file"]


def test_what_lies_deeper_is_a_gap() -> None:
    assert places_of_gaps(read_docx(nested(MAX_DEPTH + 1))) == ["D34"]


def test_everything_in_it_stands_in_one_place() -> None:
    inner = make_docx(
        None,
        p("seen") + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Rowan</w:t></w:r></w:p>",
        {"docProps/thumbnail.jpeg": PartSpec(b"x", "image/jpeg", "metadata/thumbnail", source="")},
    )
    document = read_docx(embedded(inner))
    assert parts_of(document, "Rowan") == parts_of(document, "seen") == [INSIDE]
    (gap,) = document.gaps
    assert (gap.location.part, gap.location.place) == INSIDE
    assert gap.what == "something in an embedded file: a small picture of the first page"


def test_of_a_deletion_in_it_only_what_was_deleted_is_news() -> None:
    inner = make_docx(
        None, "<w:p><w:r><w:t>a </w:t></w:r><w:del><w:r><w:delText>Rowan</w:delText></w:r></w:del></w:p>"
    )
    focused = [passage for passage in read_docx(embedded(inner)).passages if passage.focus]
    assert [passage.text[slice(*passage.focus[0])] for passage in focused] == ["Rowan"]


@pytest.mark.parametrize(
    "content",
    [
        make_docx(None, p("Rowan"))[:-30],  # cut off
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        b"nothing that anybody knows",
        zipped({"a.txt": b"in no program's package"}),
        b"",
    ],
)
def test_what_cannot_be_read_is_a_gap(content: bytes) -> None:
    assert places_of_gaps(read_docx(embedded(content))) == ["D34"]


@pytest.mark.parametrize(
    "content",
    [
        b"\0\1\2\3 kept for Rowan Elm \0\0\xff\xfe",
        b"\xd0\xcf\x11\xe0" + "written by Rowan Elm".encode("utf-16-le") + b"\0\0\xff",
        zipped({"note.txt": b"written by Rowan Elm"}),
        zipped({"data.xml": b"<a><b>Rowan</b><c who='Elm Rowan'/></a>"}),
        b"{\\rtf1 {\\b Ro}wan \\par Elm}",
        b"<html><body>Ro<b>wan</b></body></html>",
    ],
)
def test_its_words_are_read_all_the_same(content: bytes) -> None:
    document = read_docx(embedded(content))
    assert INSIDE in parts_of(document, "Rowan")
    assert places_of_gaps(document) == ["D34"]


def test_a_document_in_the_container_of_an_object_is_read_and_stays_a_gap() -> None:
    container = b"\xd0\xcf\x11\xe0" + b"\0" * 500 + make_docx(None, p("Rowan")) + b"\0" * 100
    document = read_docx(embedded(container, "oleObject1.bin"))
    assert parts_of(document, "Rowan") == [INSIDE]
    assert set(places_of_gaps(document)) == {"D34"}


def test_the_path_of_a_packed_file_has_a_place_of_its_own() -> None:
    container = b"\xd0\xcf\x11\xe0\0\0C:\\Users\\Rowan Elm\\notes.txt\0\0 and a note \0\0"
    document = read_docx(embedded(container, "oleObject1.bin"))
    assert parts_of(document, "Rowan") == [(Part.EMBEDDED_FILE, "D35")]


def test_only_so_many_files_are_read() -> None:
    small = make_docx(None, p("x"))
    parts = {
        f"word/embeddings/file{number}.docx": PartSpec(small, "application/x", "package")
        for number in range(MAX_FILES + 2)
    }
    assert places_of_gaps(read_docx(make_docx(None, p("One"), parts))) == ["D34"] * 2


def chunk(content: bytes, kind: str, ending: str) -> bytes:
    return make_docx(
        None,
        p("One") + '<w:altChunk r:id="rIdChunk"/>',
        {f"word/chunk.{ending}": PartSpec(content, kind, "aFChunk", "rIdChunk")},
    )


def test_a_document_that_word_shows_in_the_text_is_read() -> None:
    document = read_docx(chunk(make_docx(None, p("Rowan")), "application/x", "docx"))
    assert parts_of(document, "Rowan") == [(Part.EMBEDDED_FILE, "D22")]
    assert document.gaps == ()


@pytest.mark.parametrize("content", [b"<html><p>Ro<i>wan</i></p></html>", b"{\\rtf1 Ro{\\b wan}}", b"Rowan"])
def test_other_text_that_word_shows_is_searched_and_stays_a_gap(content: bytes) -> None:
    document = read_docx(chunk(content, "text/html", "html"))
    assert parts_of(document, "Rowan") == [(Part.EMBEDDED_FILE, "D22")]
    assert places_of_gaps(document) == ["D22"]


def test_a_file_inside_has_no_name_of_its_own() -> None:
    assert texts(read_docx(nested(1))) == ["One", "file.docx", "Rowan"]  # the name of the part, D63
