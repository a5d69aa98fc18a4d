"""A pdf that everybody can follow has no barrier; one thing taken away is one barrier, and no other."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from redact.formats.pdf import tag_order, tags
from redact.values.access import Access, AccessNeed, Barrier
from tests.formats.pdf.pdf_factory import drawn, lines, read
from tests.formats.pdf.retypeset.retypeset_factory import retypeset
from tests.formats.pdf.tagged_factory import PROSE, Change, tag, tagged_pdf

OF_TAGS = {
    AccessNeed.HEADINGS,
    AccessNeed.HEADING_ORDER,
    AccessNeed.HEADER_ROWS,
    AccessNeed.ALT_TEXT,
    AccessNeed.READING_ORDER,
}
XMP = (
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title><rdf:Alt><rdf:li>{}</rdf:li></rdf:Alt>"
    "</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
)


def access_of(*changes: Change, pages: int = 1) -> Access:
    access = read(tagged_pdf(*changes, pages=pages)).access
    assert access is not None
    return access


def barriers(*changes: Change, pages: int = 1) -> tuple[Barrier, ...]:
    return access_of(*changes, pages=pages).barriers


def in_content(old: str, new: str) -> Change:
    """Change what the first page draws; it must stand there."""

    def change(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].obj.Contents.read_bytes()
        assert old.encode() in content
        pdf.pages[0].obj.Contents = pdf.make_stream(content.replace(old.encode(), new.encode()))

    return change


def entry(key: str, value: object) -> Change:
    """Set an entry of the catalogue; None takes it out."""

    def change(pdf: pikepdf.Pdf) -> None:
        if value is None:
            del pdf.Root[key]
        else:
            pdf.Root[key] = value

    return change


def title(text: str | None, packet: str | None = None) -> Change:
    """Set the title of the file's information, and that of its own description."""

    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.trailer["/Info"]
        if text is not None:
            pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(Title=String(text)))
        if packet is not None:
            pdf.Root.Metadata = pdf.make_stream(XMP.format(packet).encode(), Type=Name.Metadata)

    return change


def kind(old: str, new: str, *numbers: int) -> Change:
    """Tag elements as something else."""

    def change(pdf: pikepdf.Pdf) -> None:
        for element in [tag(pdf, old, number) for number in numbers or (0,)]:
            element.S = Name("/" + new)

    return change


def words(text: str | None) -> Change:
    """Set the words that stand for the picture."""

    def change(pdf: pikepdf.Pdf) -> None:
        del tag(pdf, "Figure").Alt
        if text is not None:
            tag(pdf, "Figure").Alt = String(text)

    return change


def mixed(pdf: pikepdf.Pdf) -> None:
    """Read the second paragraph before the first."""
    children = pdf.Root.StructTreeRoot.K.K
    children[1], children[2] = children[2], children[1]


def unknown_letters(pdf: pikepdf.Pdf) -> None:
    """Draw in a font of the program's own, which says nothing of its letters."""
    font = pdf.pages[0].obj.Resources.Font.F1
    del font["/Encoding"]
    font.BaseFont = Name("/ABCDEF+Ours")
    font.FontDescriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Ours"), Flags=4)


def only_a_picture(pdf: pikepdf.Pdf) -> None:
    """Add a page that shows a picture, tagged and described."""
    first = pdf.pages[0].obj
    page = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=first.MediaBox, Resources=first.Resources))
    page.Contents = pdf.make_stream(b"/Figure <</MCID 0>> BDC q 500 0 0 700 40 40 cm /Im1 Do Q EMC")
    pdf.pages.append(pikepdf.Page(page))
    whole = pdf.Root.StructTreeRoot.K
    made = Dictionary(Type=Name.StructElem, S=Name.Figure, P=whole, Pg=pdf.pages[-1].obj, K=Array([0]))
    made.Alt = String("A letter of the board")
    whole.K.append(pdf.make_indirect(made))


def field(pdf: pikepdf.Pdf) -> None:
    """Add a field to fill in."""
    made = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("Date"),
            Rect=Array([300, 400, 400, 420]),
        )
    )
    pdf.pages[0].obj.Annots.append(made)
    pdf.Root.AcroForm = Dictionary(Fields=Array([made]))


def captioned(pdf: pikepdf.Pdf) -> None:
    """Put a picture around the picture, as browsers do where there is a caption."""
    inner, whole = tag(pdf, "Figure"), pdf.Root.StructTreeRoot.K
    outer = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, P=whole, K=Array([inner])))
    whole.K[[one.objgen for one in whole.K].index(inner.objgen)] = outer
    inner.P = outer


def ruled(pdf: pikepdf.Pdf) -> None:
    """Draw the lines of the table, by which it is known for one."""
    across = [f"68 {y} m 268 {y} l S" for y in (592, 613, 634)]
    down = [f"{x} 592 m {x} 634 l S" for x in (68, 168, 268)]
    in_content("/H1 ", f"{' '.join(across + down)} /H1 ")(pdf)


def by_tags(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Tabs = Name.S


FAULTS = [
    pytest.param(title(None), AccessNeed.TITLE, id="no title"),
    pytest.param(title("Microsoft Word - a.docx"), AccessNeed.TITLE, id="Word's title"),
    pytest.param(title(None, "untitled"), AccessNeed.TITLE, id="untitled in its own description"),
    pytest.param(entry("/ViewerPreferences", None), AccessNeed.TITLE_SHOWN, id="the file's name is shown"),
    pytest.param(
        entry("/ViewerPreferences", Dictionary(DisplayDocTitle=False)), AccessNeed.TITLE_SHOWN, id="not shown"
    ),
    pytest.param(entry("/Lang", None), AccessNeed.LANGUAGE, id="no language"),
    pytest.param(entry("/Lang", String("fr")), AccessNeed.LANGUAGE, id="another language"),
    pytest.param(entry("/StructTreeRoot", None), AccessNeed.TAGGED, id="no tags"),
    pytest.param(entry("/StructTreeRoot", Dictionary(K=Array([]))), AccessNeed.TAGGED, id="an empty tree"),
    pytest.param(entry("/MarkInfo", None), AccessNeed.TAGGED, id="not said to be tagged"),
    pytest.param(in_content("/P <</MCID 1>> BDC", "/P BMC"), AccessNeed.TAGGED, id="text in no tag"),
    pytest.param(
        in_content("/Artifact BMC", "/P <</MCID 99>> BDC"), AccessNeed.TAGGED, id="in a tag that is not there"
    ),
    pytest.param(
        in_content("/Figure <</MCID 10>> BDC", "/Figure BMC"), AccessNeed.TAGGED, id="a picture in no tag"
    ),
    pytest.param(kind("Section", "H3"), AccessNeed.HEADING_ORDER, id="a level left out"),
    pytest.param(kind("H1", "H2"), AccessNeed.HEADING_ORDER, id="the first is of level 2"),
    pytest.param(kind("TH", "TD", 0, 1), AccessNeed.HEADER_ROWS, id="no header cell"),
    pytest.param(words(None), AccessNeed.ALT_TEXT, id="no description"),
    pytest.param(words("fig1.png"), AccessNeed.ALT_TEXT, id="described by a file's name"),
    pytest.param(in_content("the guidance of the board", "here"), AccessNeed.LINK_TEXT, id="here"),
    pytest.param(
        in_content("the earlier review", "www.example.org/b"), AccessNeed.LINK_TEXT, id="an address"
    ),
    pytest.param(
        in_content("the earlier review", "the guidance of the board"), AccessNeed.LINK_TEXT, id="same words"
    ),
    pytest.param(mixed, AccessNeed.READING_ORDER, id="drawn in another order"),
    pytest.param(field, AccessNeed.READING_ORDER, id="fields in no order"),
    pytest.param(unknown_letters, AccessNeed.FONT_TEXT, id="letters of no font"),
    pytest.param(only_a_picture, AccessNeed.FONT_TEXT, id="a page without text"),
]


def test_a_pdf_that_everybody_can_follow_has_no_barrier() -> None:
    access = access_of(pages=21)
    assert (set(access.judged), access.barriers, access.unjudged) == (set(AccessNeed), (), ())


@pytest.mark.parametrize(
    "change", [title(None, "Learning from a family"), words("Dates"), in_content("F1 16", "F1 15"), captioned]
)
def test_what_is_good_in_another_way_is_no_barrier(change: Change) -> None:
    assert barriers(change) == ()


def test_fields_in_the_order_of_the_tags_are_no_barrier() -> None:
    assert barriers(field, by_tags) == ()


@pytest.mark.parametrize(("change", "need"), FAULTS)
def test_one_fault_is_one_barrier_and_no_other(change: Change, need: AccessNeed) -> None:
    assert [one.need for one in barriers(change)] == [need]


def test_a_long_pdf_needs_bookmarks_and_a_short_one_does_not() -> None:
    assert [one.need for one in barriers(entry("/Outlines", None), pages=21)] == [AccessNeed.BOOKMARKS]
    assert barriers(entry("/Outlines", Dictionary()), pages=20) == ()


def test_lines_that_look_like_headings_need_tags_that_say_so() -> None:
    access = access_of(kind("H1", "P"), kind("Section", "P"))
    assert [one.need for one in access.barriers] == [AccessNeed.HEADINGS]
    assert [need for need, _ in access.unjudged] == [AccessNeed.HEADING_ORDER]


def test_what_stands_on_a_page_is_told_with_its_page() -> None:
    (barrier,) = barriers(kind("P", "H4", 5), pages=3)
    assert (barrier.need, barrier.location.page) == (AccessNeed.HEADING_ORDER, 3)


def test_a_link_is_told_with_its_words() -> None:
    document = read(tagged_pdf(in_content("the guidance of the board", "Click here")))
    assert document.access is not None
    (barrier,) = document.access.barriers
    assert barrier.span is not None
    (passage,) = [one for one in document.passages if one.id == barrier.span.passage]
    assert passage.text[barrier.span.start : barrier.span.end] == "Click here"


def test_what_a_pdf_without_tags_cannot_say_is_not_judged() -> None:
    """As LaTeX and most printers make it."""
    access = read(drawn(lines(PROSE))).access
    assert access is not None
    assert {one.need for one in access.barriers} == {
        AccessNeed.TITLE,
        AccessNeed.LANGUAGE,
        AccessNeed.TITLE_SHOWN,
        AccessNeed.TAGGED,
    }
    assert {need for need, _ in access.unjudged} == OF_TAGS


def test_a_scan_meets_nothing_that_its_text_would_have_to_show() -> None:
    def scanned(pdf: pikepdf.Pdf) -> None:
        only_a_picture(pdf)
        del pdf.pages[0]

    access = access_of(scanned)
    assert [one.need for one in access.barriers] == [AccessNeed.FONT_TEXT]
    assert {need for need, _ in access.unjudged} == {*OF_TAGS, AccessNeed.TAGGED, AccessNeed.LINK_TEXT}


def test_a_protected_or_damaged_file_is_not_judged() -> None:
    protected = tagged_pdf(encryption=pikepdf.Encryption(owner="o", user=""))
    cut = tagged_pdf(object_stream_mode=pikepdf.ObjectStreamMode.disable).replace(b"startxref", b"startxxxx")
    for data in (protected, cut):
        access = read(data).access
        assert access is not None
        assert (access.judged, access.barriers) == ((), ())
        assert {need for need, _ in access.unjudged} == set(AccessNeed)


def test_what_is_typeset_anew_can_be_followed_by_everybody() -> None:
    """Of a file that says nothing of its structure too: what is a heading or a header is set as it looks."""
    untagged = tagged_pdf(entry("/StructTreeRoot", None), entry("/ViewerPreferences", None), ruled)
    access = read(retypeset(untagged, name="what was learnt.pdf")).access
    assert access is not None
    assert (access.barriers, access.unjudged) == ((), ())


# ------------------------------------------------------------------ built to hurt


def in_a_circle(pdf: pikepdf.Pdf) -> None:
    whole = pdf.Root.StructTreeRoot.K
    tag(pdf, "Table").K.append(whole)


def deep(pdf: pikepdf.Pdf) -> None:
    inner = pdf.Root.StructTreeRoot.K
    for _ in range(400):
        inner = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, K=Array([inner])))
    pdf.Root.StructTreeRoot.K = inner


def roles_in_a_circle(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Section=Name("/Part2"), Part2=Name("/Section"))


@pytest.mark.parametrize("change", [in_a_circle, deep])
def test_a_tree_without_an_end_is_not_judged(change: Change) -> None:
    access = access_of(change)
    assert access.barriers == ()
    assert {need for need, _ in access.unjudged} == {*OF_TAGS, AccessNeed.TAGGED}


def test_more_tags_than_are_looked_at_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "MAX_VISITS", 10)
    assert {need for need, _ in access_of().unjudged} == {*OF_TAGS, AccessNeed.TAGGED}


@pytest.mark.parametrize("limit", ["MAX_PAGE_BYTES", "MAX_BYTES", "MAX_STEPS"])
def test_a_page_that_draws_too_much_is_not_judged(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_order, limit, 5)
    assert {need for need, _ in access_of().unjudged} == {AccessNeed.TAGGED, AccessNeed.READING_ORDER}


def test_roles_that_stand_for_each_other_are_no_headings() -> None:
    assert barriers(roles_in_a_circle) == ()


LINK = Dictionary(Subtype=Name.Link, A=Array([]))


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: tag(pdf, "Table").__setattr__("K", Name.What),
        lambda pdf: tag(pdf, "H1").__setattr__("Pg", String("one")),
        lambda pdf: pdf.Root.__setattr__("StructTreeRoot", String("none")),
        lambda pdf: pdf.Root.StructTreeRoot.__setattr__("RoleMap", Array([1])),
        lambda pdf: pdf.pages[0].obj.__setattr__("Annots", Array([1, LINK])),
        lambda pdf: pdf.Root.__setattr__("ViewerPreferences", Array([])),
    ],
)
def test_what_has_no_shape_that_tags_have_stops_nothing(change: Change) -> None:
    access = access_of(change)
    assert access.barriers or access.unjudged or set(access.judged) == set(AccessNeed)
