"""Words in attributes that nobody listed are read; Word's own words and numbers are not taken for text."""

from __future__ import annotations

import base64

import pytest

from redact.values.text import Part
from tests.formats.word.package_factory import NAMESPACES, make_docx, p, zipped
from tests.formats.word.word_reading import parts_of, places_of_gaps, read_docx, texts


def _drawn(xml: str) -> dict[str, bytes]:
    names = f'xmlns:a="{NAMESPACES["a"]}"'
    return {"[Content_Types].xml": b"<Types/>", "drs/shapexml.xml": f"<a:x {names}>{xml}</a:x>".encode()}


def _copy(members: dict[str, bytes]) -> str:
    data = base64.b64encode(zipped(members)).decode()
    return f'<w:p><w:r><w:pict><v:shape o:gfxdata="{data}"/></w:pict></w:r></w:p>'


@pytest.mark.parametrize(
    "body",
    [
        '<w:p w:val="Rowan"/>',  # no such attribute
        '<w:p><w:r w:note="by rowan elm"><w:t>x</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:jc w:val="Rowan"/></w:pPr></w:p>',  # where a word such as left should stand
        '<w:p><w:r w:mail="rowan@example.org"/></w:p>',
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="Handwriting of Rowan"/></w:rPr></w:r></w:p>',
        '<w:p><w:r><w:pict><v:shape href="Rowan.html"/></w:pict></w:r></w:p>',
    ],
)
def test_words_are_read(body: str) -> None:
    document = read_docx(make_docx(None, p("One") + body))
    assert "rowan" in "".join(texts(document)).lower()


@pytest.mark.parametrize(
    "attributes",
    [
        'w:rsidR="00AB12CD" w:rsidRDefault="00FFEECC" w14:paraId="5A6B7C8D"',
        'w:val="thinThickSmallGap"',
        'w:w="8640" w:type="dxa" w:left="-12.5pt" w:wrap="0.1in,0.2in,0.1in,0.2in"',
        'w:color="FFFFFF" w:fill="AABBCC" w:themeTint="FF" w:shade="DDD"',
        'w:val="en-GB" w:eastAsia="ja-JP"',
        'w:val="{28A0092B-C50C-407E-A947-70E740481C1C}"',
        'w:styleId="Heading1" style="position:absolute;Margin Left:2pt"',
        'w:lvl="%1.%2." w:a="&#8226;" w:b="(a)"',
    ],
)
def test_words_of_the_vocabulary_are_no_text(attributes: str) -> None:
    document = read_docx(make_docx(None, p("One") + f"<w:p><w:pPr><w:x {attributes}/></w:pPr></w:p>"))
    assert (texts(document), document.gaps) == (["One"], ())


def test_the_copy_of_a_drawing_is_read() -> None:
    text = "<a:p><a:r><a:t>Ro</a:t></a:r><a:r><a:t>wan</a:t></a:r></a:p><a:cNvPr descr='Elm'/>"
    document = read_docx(make_docx(None, p("One") + _copy(_drawn(text))))
    assert parts_of(document, "Rowan") == [(Part.TEXT_BOX, "D9")]
    assert parts_of(document, "Elm") == [(Part.ALT_TEXT, "D47")]
    assert document.gaps == ()


def test_a_picture_in_such_a_copy_is_a_gap() -> None:
    members = _drawn("") | {"drs/media/image1.png": b"x"}
    assert places_of_gaps(read_docx(make_docx(None, p("One") + _copy(members)))) == ["D24"]


@pytest.mark.parametrize(
    "body",
    [
        f'<w:p><w:r><w:pict><v:shape o:gfxdata="{"QUJD" * 50}"/></w:pict></w:r></w:p>',  # no zip
        f'<w:p w:data="{"QUJD" * 50}"/>',
    ],
)
def test_encoded_data_is_a_gap(body: str) -> None:
    assert places_of_gaps(read_docx(make_docx(None, p("One") + body))) == ["D43"]
