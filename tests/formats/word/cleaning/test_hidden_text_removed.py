"""Text that nobody sees goes with what holds it; text that somebody sees stays, whatever surrounds it."""

from __future__ import annotations

import pytest

from tests.formats.word.cleaning.cleaned import cleaned_body, counted, every_word, member
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, p, xml
from tests.formats.word.word_reading import read_docx, texts


def run(text: str, properties: str = "") -> str:
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inner: str, properties: str = "") -> str:
    made = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{made}{''.join(inner)}</w:p>"


STYLES = {
    "word/styles.xml": PartSpec(
        xml(
            "w:styles",
            '<w:style w:type="character" w:styleId="Hush"><w:name w:val="Hush"/><w:rPr><w:vanish/>'
            "</w:rPr></w:style>",
        ),
        WORD_TYPE + "styles+xml",
        "styles",
    )
}
BARRED = '<w:highlight w:val="black"/>'
BLACK = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'

# Body, what is read in the copy, and the place under which it is told.
HIDDEN: list[tuple[str, list[str], str]] = [
    # hidden by itself, and by a style
    (para(run("a "), run("Orla", "<w:vanish/>"), run("b")), ["a b"], "D28"),
    (para(run("a "), run("Orla", '<w:rStyle w:val="Hush"/>')), ["a"], "D28"),
    # a wholly hidden paragraph leaves no line
    (para(run("Orla", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>") + p("b"), ["b"], "D28"),
    # hidden rows and covered cells
    (
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p('Orla')}</w:tc></w:tr><w:tr><w:tc>{p('b')}</w:tc></w:tr></w:tbl>",
        ["b"],
        "D7",
    ),
    (
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{p('a')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('Orla')}</w:tc></w:tr></w:tbl>",
        ["a"],
        "D7",
    ),
    # white, nearly white, tiny
    (para(run("a"), run("Orla", '<w:color w:val="FFFFFF"/>')), ["a"], "D29"),
    (para(run("a"), run("Orla", '<w:color w:val="FEFEFD"/>')), ["a"], "D29"),
    (para(run("a"), run("Orla", '<w:sz w:val="2"/>')), ["a"], "D29"),
    # black on black: the bar stays, with nothing in it
    (para(run("a "), run("Orla", f'<w:color w:val="000000"/>{BLACK}')), ["a"], "D30"),
    (para(run("a "), run("Orla", '<w:highlight w:val="black"/>')), ["a"], "D30"),
    # off the page
    (para(run("Orla"), properties='<w:ind w:left="31680"/>') + p("a"), ["a"], "D31"),
    (
        "<w:p><w:r><w:pict><v:shape style='position:absolute;visibility:hidden'><v:textbox><w:txbxContent>"
        f"{p('Orla')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>{p('a')}",
        ["a"],
        "D31",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected", "place"), HIDDEN)
def test_text_that_nobody_sees_goes(body: str, expected: list[str], place: str) -> None:
    copy = cleaned_body(body, STYLES)
    assert [text.strip() for text in texts(read_docx(copy.content))] == expected
    assert "orla" not in every_word(copy.content)
    assert [entry.count for entry in copy.removed if entry.location.place == place] == [1]
    assert copy.standing == ()


# Text that somebody sees.
SEEN: list[str] = [
    # switched off again
    para(run("Seen text", '<w:vanish w:val="0"/>')),
    # hidden on the screen of a browser, and printed
    para(run("Seen text", "<w:webHidden/>")),
    # white on black
    para(run("Seen text", f'<w:color w:val="FFFFFF"/>{BLACK}')),
    # pale, and to be read
    para(run("Seen text", '<w:color w:val="808080"/>')),
    # small print
    para(run("Seen text", '<w:sz w:val="12"/>')),
    # behind nothing, at the edge of the page
    para(run("Seen text"), properties='<w:ind w:left="1440"/>'),
]


@pytest.mark.parametrize("body", SEEN)
def test_text_that_somebody_sees_stays_as_it_is(body: str) -> None:
    copy = cleaned_body(body)
    assert texts(read_docx(copy.content)) == ["Seen text"]
    assert copy.removed == ()
    assert copy.standing == ()


def test_a_bar_has_one_length_whatever_was_under_it() -> None:
    bars = [
        member(cleaned_body(para(run("a "), *(run(word, BARRED) for word in words))), "word/document.xml")
        for words in (["Jo"], ["Bartholomew", " ", "Featherstone"])
    ]  # fmt: skip
    assert bars[0] == bars[1]
    assert "\u00a0" in bars[0]


def test_text_of_no_colour_on_a_dark_shading_is_told_and_left() -> None:
    """Word shows it in white: taking it out would change what is seen."""
    copy = cleaned_body(para(run("Either way", BLACK)))
    assert "eitherway" in every_word(copy.content)
    assert counted(copy.standing) == {
        ("D30", "stretches of text of no colour of its own on a dark ground"): 1
    }


def test_a_box_that_may_cover_text_is_told_and_left() -> None:
    box = (
        "<w:r><w:drawing><wp:anchor behindDoc='0'><wp:extent cx='3000000' cy='600000'/><wp:wrapNone/>"
        "<wp:docPr id='1' name='x'/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom "
        "prst='rect'/><a:solidFill>"
        "<a:srgbClr val='000000'/></a:solidFill></wps:spPr></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )
    copy = cleaned_body(para(run("Under it"), box))
    assert counted(copy.standing) == {("D30", "filled boxes that may cover text"): 1}
    assert "wps:wsp" in member(copy, "word/document.xml")


def test_a_folded_heading_is_unfolded() -> None:
    folded = '<w:outlineLvl w:val="0"/><w15:collapsed/>'
    copy = cleaned_body(para(run("Heading"), properties=folded) + p("Below it"))
    assert "collapsed" not in member(copy, "word/document.xml")
    assert counted(copy.removed) == {("D31", "headings with folded text, which were unfolded"): 1}
