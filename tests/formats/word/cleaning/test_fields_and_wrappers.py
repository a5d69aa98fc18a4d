"""Fields, links, bookmarks, controls and tags: what they show stays, what they say besides goes."""

from __future__ import annotations

import pytest

from tests.formats.word.cleaning.cleaned import cleaned, cleaned_body, counted, every_word, member, names
from tests.formats.word.package_factory import Link, PartSpec, make_docx, p
from tests.formats.word.word_reading import read_docx, texts


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def char(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, shown: str = "shown") -> str:
    return char("begin") + code(instruction) + char("separate") + run(shown) + char("end")


# A field in a paragraph, what the paragraph says in the copy, and the code that stays (None: none does).
FIELDS: list[tuple[str, str, str | None]] = [
    # numbers of pages are counted anew on each page
    (field(" PAGE "), "shown", " PAGE "),
    (field(r" PAGE   \* MERGEFORMAT "), "shown", r" PAGE \* MERGEFORMAT "),
    (field(r' TOC \o "1-3" \h \z \u '), "shown", r' TOC \o "1-3" \h \z \u '),
    (f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>', "9", "NUMPAGES"),
    # an address, a path, a name: what they show stays as text
    (field(' HYPERLINK "https://example.org/orla" '), "shown", None),
    (field(' INCLUDETEXT "C:/orla.docx" '), "shown", None),
    (field(" AUTHOR "), "shown", None),
    (field(" MERGEFIELD Orla "), "shown", None),
    (f'<w:fldSimple w:instr=" FILENAME \\p ">{run("x")}</w:fldSimple>', "x", None),
    # a code in two runs is one code
    (
        char("begin") + code(" HYPER") + code('LINK "orla" ') + char("separate") + run("x") + char("end"),
        "x",
        None,
    ),
    # a field in the code of a field goes with it; one in its result stays
    (
        char("begin") + code(" IF ") + field(" MERGEFIELD Orla ", "1") + code(' = 1 "a" ') + char("separate")
        + run("yes ") + field(" PAGE ", "2") + char("end"),
        "yes 2",
        " PAGE ",
    ),
    # an entry of an index shows nothing
    (char("begin") + code(' XE "Orla" ') + char("end") + run("text"), "text", None),
    # a field that is never closed loses its code
    (char("begin") + code(' QUOTE "Orla" ') + run("after"), "after", None),
    # a reference to a bookmark that is not there becomes text
    (field(" REF orla "), "shown", None),
    # a box that is ticked, one that is not, and an entry that was chosen, are drawn as what they show
    (
        char("begin", "<w:ffData><w:name w:val='Orla'/><w:checkBox><w:checked/></w:checkBox></w:ffData>")
        + code(" FORMCHECKBOX ") + char("end"),
        "\u2612",
        None,
    ),
    (
        char("begin", "<w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox></w:ffData>")
        + code(" FORMCHECKBOX ") + char("separate") + char("end"),
        "\u2610",
        None,
    ),
    (
        char("begin", "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Orla'/>"
             "<w:listEntry w:val='Second'/></w:ddList></w:ffData>")
        + code(" FORMDROPDOWN ") + char("end"),
        "Second",
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "says", "code_left"), FIELDS)
def test_a_field(markup: str, says: str, code_left: str | None) -> None:
    copy = cleaned_body(f"<w:p>{markup}</w:p>")
    assert [text.strip() for text in texts(read_docx(copy.content))] == [says]
    text = member(copy, "word/document.xml")
    assert "orla" not in every_word(copy.content)
    if code_left is None:
        assert "fldChar" not in text
        assert "instr" not in text
    else:
        assert code_left.replace('"', "&quot;") in text or code_left in text


def test_a_field_of_which_nothing_is_kept_to_show_is_named_as_lost() -> None:
    copy = cleaned_body(
        f"<w:p>{char('begin')}{code(' MACROBUTTON Go Press here ')}{char('end')}</w:p>{p('x')}"
    )
    assert counted(copy.lost) == {("D14", "fields of which the file holds no result"): 1}


def test_bookmarks_that_are_led_to_are_renamed_with_what_leads_to_them() -> None:
    body = (
        '<w:p><w:bookmarkStart w:id="4" w:name="OrlaAtHome"/>'
        + run("Section two")
        + '<w:bookmarkEnd w:id="4"/>'
        '<w:bookmarkStart w:id="5" w:name="OrlaAtSchool"/><w:bookmarkEnd w:id="5"/>'
        '<w:bookmarkStart w:id="6" w:name="_Toc123"/><w:bookmarkEnd w:id="6"/></w:p>'
        f"<w:p>{field(' PAGEREF OrlaAtHome ', '3')}</w:p>"
        f'<w:p><w:hyperlink w:anchor="_Toc123" w:tooltip="Orla">{run("one")}</w:hyperlink>'
        f'<w:hyperlink w:anchor="nowhere">{run("two")}</w:hyperlink></w:p>'
    )
    copy = cleaned_body(body)
    text = member(copy, "word/document.xml")
    assert 'w:name="_Ref000001"' in text
    assert " PAGEREF _Ref000001 " in text
    assert '<w:hyperlink w:anchor="_Toc000002" w:history="1">' in text
    assert text.count("<w:hyperlink") == 1
    assert text.count("bookmarkStart") == text.count("bookmarkEnd") == 2
    assert "orla" not in every_word(copy.content)


def test_links_out_of_the_document_leave_their_words() -> None:
    body = f'<w:p><w:hyperlink r:id="rIdLink" w:tooltip="Orla">{run("our policy")}</w:hyperlink></w:p>'
    copy = cleaned(make_docx(None, body, links=[Link("https://example.org/orla")]))
    assert texts(read_docx(copy.content)) == ["our policy"]
    assert "orla" not in every_word(copy.content)
    assert "word/_rels/document.xml.rels" not in names(copy)


# Markup, and what is read in the copy, all of it in plain paragraphs and cells.
WRAPPED: list[tuple[str, list[str]]] = [
    # a control around paragraphs
    (f"<w:sdt><w:sdtPr><w:alias w:val='Orla'/></w:sdtPr>"
    f"<w:sdtContent>{p('a')}{p('b')}</w:sdtContent></w:sdt>", ["a", "b"]),
    # a control around words
    (f"<w:p><w:sdt><w:sdtPr><w:tag w:val='Orla'/></w:sdtPr><w:sdtContent>{run('a')}</w:sdtContent>"
    f"</w:sdt></w:p>", ["a"]),
    # a control around a row, and one around a cell
    (
        f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>{p('a')}</w:tc></w:sdtContent></w:sdt></w:tr>"
        f"</w:sdtContent></w:sdt></w:tbl>{p('b')}",
        ["a", "b"],
    ),
    # tags in tags
    (
        f"<w:customXml w:element='Orla'><w:p><w:smartTag w:element='Orla'><w:smartTagPr><w:attr w:name='n' "
        f"w:val='Orla'/></w:smartTagPr><w:smartTag>{run('a')}</w:smartTag></w:smartTag></w:p></w:customXml>",
        ["a"],
    ),
    # the version of a drawing that is shown
    (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic>"
        "<a:graphicData>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{p('shown')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{p('Orla')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["shown"],
    ),
    # a version that no program of today understands: the other one is shown
    (
        "<w:p><w:r><mc:AlternateContent xmlns:zz='http://example.org/orla'><mc:Choice "
        "Requires='zz'><w:t>Orla</w:t>"
        "</mc:Choice><mc:Fallback><w:t>shown</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["shown"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), WRAPPED)
def test_what_is_wrapped_stays(markup: str, expected: list[str]) -> None:
    copy = cleaned_body(markup)
    assert texts(read_docx(copy.content)) == expected
    text = member(copy, "word/document.xml")
    assert not [tag for tag in ("w:sdt", "w:smartTag", "w:customXml", "mc:Fallback") if f"<{tag}" in text]
    assert "orla" not in every_word(copy.content)


def test_a_value_bound_to_a_control_does_not_come_back() -> None:
    body = (
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a[1]' w:storeItemID='{0}'/></w:sdtPr>"
        f"<w:sdtContent>{p('Child K')}</w:sdtContent></w:sdt>"
    )
    copy = cleaned_body(body, {"customXml/item1.xml": PartSpec("<a>Orla</a>", None, "customXml")})
    assert texts(read_docx(copy.content)) == ["Child K"]
    assert "orla" not in every_word(copy.content)
    assert counted(copy.removed)["D12", "bindings to data"] == 1
