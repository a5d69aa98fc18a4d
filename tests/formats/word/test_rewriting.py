"""A Word document is written anew: the words that were asked for, in every part, and nothing else."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.errors import WrongType
from redact.formats.building import DocumentBuilder, Request
from redact.formats.word import read
from redact.formats.word.rewriting import rewrite
from redact.values.edits import Edit, Rewriting
from redact.values.text import Document, Format, Part, Span
from tests.formats.word.package_factory import PartSpec, make_docx, p, story, xml

REQUEST = Request("visit.docx", b"a secret for tests, of 32 bytes.")
NAME, LABEL = "Anneke Hartwell", "Parent 1"


def read_docx(data: bytes) -> Document:
    return read(data, DocumentBuilder(REQUEST, sha256=hashlib.sha256(data).hexdigest(), format=Format.DOCX))


def replaced(data: bytes, name: str = NAME, label: str = LABEL) -> bytes:
    """Write the label wherever the reader finds the name."""
    rewritings = []
    for passage in read_docx(data).passages:
        spans = [Span(passage.id, found.start(), found.end()) for found in re.finditer(name, passage.text)]
        edits = tuple(Edit(span, label, "a name") for span in spans)
        if edits and not passage.apart:
            rewritings.append(Rewriting(passage.id, passage.text, edits, passage.text.replace(name, label)))
    return rewrite(data, REQUEST, rewritings)


def body_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def run(text: str, look: str = "") -> str:
    return f'<w:r>{look and f"<w:rPr>{look}</w:rPr>"}<w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    "inner",
    [
        run("The mother, Anneke Hartwell, came."),
        run("The mother, Ann") + run("eke ", "<w:b/>") + run("Hart") + run("well, came."),
        run("The mother, Anneke") + "<w:r><w:t> </w:t></w:r>" + run("Hartwell, came."),
        run("The mother, A") + "<w:proofErr w:type='spellStart'/>" + run("nneke Hartwell, came."),
        # in a content control, a link, a smart tag and a field's result
        f"<w:sdt><w:sdtContent>{run('The mother, Anneke ')}</w:sdtContent></w:sdt>" + run("Hartwell, came."),
        f"{run('The mother, Anneke ')}<w:hyperlink>{run('Hartwell')}</w:hyperlink>{run(', came.')}",
        f"{run('The mother, ')}<w:smartTag>{run('Anneke Hartwell')}</w:smartTag>{run(', came.')}",
        f"<w:fldSimple w:instr='REF x'>{run('The mother, Anneke Hart')}</w:fldSimple>" + run("well, came."),
        # inserted, and not yet accepted
        f"{run('The mother, ')}<w:ins w:id='1'>{run('Anneke ')}</w:ins>{run('Hartwell, came.')}",
    ],
)  # fmt: skip
def test_a_name_that_is_split(inner: str) -> None:
    data = make_docx(None, f"<w:p>{inner}</w:p>{p('Nobody else came.')}")
    texts = [
        passage.text for passage in read_docx(replaced(data)).passages if passage.location.part is Part.BODY
    ]
    assert texts == ["The mother, Parent 1, came.", "Nobody else came."]


def test_the_look_of_the_first_run_wins_and_all_other_looks_stay() -> None:
    inner = run("The mother, Anneke ", "<w:i/>") + run("Hartwell", "<w:b/>") + run(" came.", "<w:u/>")
    before, after = (make_docx(None, f"<w:p>{inner}</w:p>"), b"")
    after = replaced(before)
    looks = re.findall(r"<w:rPr><w:(.)/></w:rPr><w:t[^>]*?(?:/>|>([^<]*)</w:t>)", body_of(after))
    assert looks == [("i", "The mother, Parent 1"), ("b", ""), ("u", " came.")]


def test_a_break_and_a_tab_within_a_name_go_with_it() -> None:
    data = make_docx(None, "<w:p><w:r><w:t>Anneke</w:t><w:br/><w:tab/><w:t>Hartwell came.</w:t></w:r></w:p>")
    after = replaced(data, "Anneke\n\tHartwell")
    assert [one.text for one in read_docx(after).passages if not one.apart] == ["Parent 1 came."]
    assert "<w:br" not in body_of(after)


def field(code: str, shown: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    told = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark.format("begin") + told + mark.format("separate") + shown + mark.format("end")


@pytest.mark.parametrize(
    ("inner", "stays"),
    [
        # a link, a field of one element and one of marks that held the rest of the name show nothing: they go
        (f"{run('Anneke ')}<w:hyperlink w:anchor='top'>{run('Hartwell')}</w:hyperlink>", False),
        (f"{run('Anneke ')}<w:fldSimple w:instr='QUOTE top'>{run('Hartwell')}</w:fldSimple>", False),
        (run("Anneke ") + field("HYPERLINK top", run("Hart") + run("well")), False),
        # what shows something else too stays, and so does a field that waits to be filled in
        (f"{run('Anneke ')}<w:hyperlink w:anchor='top'>{run('Hartwell came.')}</w:hyperlink>", True),
        (
            f"{run('Anneke ')}<w:hyperlink w:anchor='top'>{run('Hartwell')}<w:r><w:tab/></w:r></w:hyperlink>",
            True,
        ),
        (run("Anneke ") + field("HYPERLINK top", run("Hartwell came.")), True),
        (run("Anneke ") + field("FORMTEXT top", run("Hartwell")), True),
        (field("HYPERLINK top", run("Anneke Hart")) + run("well"), True),
    ],
)
def test_a_link_or_field_that_a_name_has_left_goes(inner: str, stays: bool) -> None:
    mark = "<w:bookmarkStart w:id='4' w:name='kept'/>"
    after = body_of(
        replaced(make_docx(None, f"<w:p>{inner.replace('<w:r><w:t xml', mark + '<w:r><w:t xml')}</w:p>"))
    )
    assert (LABEL in after, "nneke" in after, "top" in after) == (True, False, stays)
    assert after.count("w:bookmarkStart") == inner.count("<w:r><w:t xml")
    assert after.count("w:fldChar ") == (3 if stays and "fldChar" in inner else 0)


def test_what_is_written_over_a_word_keeps_its_spaces() -> None:
    ruby = f"<w:p><w:ruby><w:rt>{run(NAME)}</w:rt><w:rubyBase>{run('child')}</w:rubyBase></w:ruby></w:p>"
    after = read_docx(replaced(make_docx(None, ruby)))
    assert [one.text for one in after.passages if not one.apart] == ["child", LABEL]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 28), max_size=6), st.booleans())
def test_however_a_paragraph_is_split_its_text_is_the_same(cuts: list[int], twice: bool) -> None:
    text = "Then Anneke Hartwell came in." + (" Anneke Hartwell sat." if twice else "")
    at = [0, *sorted(set(cuts)), len(text)]
    inner = "".join(run(text[start:end]) for start, end in pairwise(at))
    after = replaced(make_docx(None, f"<w:p>{inner}</w:p>"))
    assert [one.text for one in read_docx(after).passages if not one.apart] == [text.replace(NAME, LABEL)]


def test_what_has_no_name_in_it_keeps_its_bytes() -> None:
    styles = PartSpec(
        xml("w:styles", '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>'),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
        "styles",
    )
    data = make_docx(
        None, p(f"{NAME} came."), {"word/styles.xml": styles, "word/comments.xml": story("comments", "")}
    )
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(replaced(data))) as after:
        assert before.namelist() == after.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["word/document.xml"]
    assert replaced(data) == replaced(data)


def test_both_versions_of_a_box_say_the_same_afterwards() -> None:
    inner = f"<w:p>{run('Anneke ')}{run('Hartwell')}</w:p>"
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
        f"{inner}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    after = replaced(make_docx(None, box))
    assert body_of(after).count("Parent 1") == 2
    assert "nneke" not in body_of(after)
    assert [one.text for one in read_docx(after).passages if not one.apart] == [LABEL]


def test_a_chart_and_a_style_are_rewritten_where_they_say_it() -> None:
    chart = xml(
        "c:chartSpace",
        f"<c:chart><c:title><a:p><a:r><a:t>Anneke </a:t></a:r><a:r><a:t>Hartwell</a:t></a:r></a:p></c:title>"
        f"<c:ser><c:tx><c:v>{NAME}</c:v></c:tx></c:ser></c:chart>",
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    named = xml("w:styles", f'<w:style w:styleId="AnnekeHartwell"><w:name w:val="{NAME}"/></w:style>')
    after = replaced(
        make_docx(
            None,
            p("Text.", '<w:pPr><w:pStyle w:val="AnnekeHartwell"/></w:pPr>'),
            {
                "word/charts/chart1.xml": PartSpec(chart, kind, "chart"),
                "word/styles.xml": PartSpec(
                    named,
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
                    "styles",
                ),
            },
        )
    )
    texts = [one.text for one in read_docx(after).passages if not one.apart]
    assert texts.count(LABEL) == 3
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert not [name for name in archive.namelist() if b"nneke" in archive.read(name)]
    assert '<w:pStyle w:val="Parent1"/>' in body_of(after)


def test_a_strict_document_is_refused_with_what_to_do() -> None:
    with pytest.raises(WrongType) as refused:
        rewrite(make_docx(None, p("Text."), strict=True), REQUEST, ())
    assert "ordinary Word document" in (refused.value.remedy or "")


LOOKS = ("", "<w:b/>", "<w:i/>", '<w:u w:val="single"/>')
SENTENCE = f"The mother, {NAME}, came. {NAME} left."


def looks_of(data: bytes) -> str:
    """Write for each letter of the body the number of its look."""
    found = []
    for look, text in re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[^>]*?(?:/>|>([^<]*))", body_of(data)):
        found.append(str(LOOKS.index(look)) * len(text))
    return "".join(found)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, len(SENTENCE) - 1), max_size=9),
    st.lists(st.sampled_from(range(len(LOOKS))), min_size=10, max_size=10),
)
def test_every_letter_that_is_not_replaced_keeps_its_look(cuts: list[int], chosen: list[int]) -> None:
    ends = [0, *sorted(set(cuts)), len(SENTENCE)]
    pieces = [SENTENCE[start:end] for start, end in pairwise(ends)]
    inner = "".join(run(piece, LOOKS[look]) for piece, look in zip(pieces, chosen, strict=False))
    before = looks_of(make_docx(None, f"<w:p>{inner}</w:p>"))
    expected = ""
    at = 0
    for found in re.finditer(NAME, SENTENCE):
        expected += before[at : found.start()] + before[found.start()] * len(LABEL)
        at = found.end()
    assert looks_of(replaced(make_docx(None, f"<w:p>{inner}</w:p>"))) == expected + before[at:]
