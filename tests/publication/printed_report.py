"""A report as Word writes one, with all that is printed elsewhere or set in: notes, boxes, lists."""

from __future__ import annotations

from collections.abc import Sequence

from tests.formats.word.package_factory import WORD_TYPE, PartSpec, make_docx, p, story, xml

__all__ = ["PARAGRAPHS", "ROWS", "report"]

PARAGRAPHS = (
    "Child K was 3 years old when the health visitor first saw the family at their home in March 2016.",
    "On 12/04/2016 the well-known nursery \u2013 which is open from 7.30 \u2013 wrote that the cough of "
    "Child K was \u201cno better\u201d, and asked for a first-time follow-up by the out-of-hours doctor.",
    "The police were called 4 times in 2015\u201316; each time the officers found nobody at home.",
    "Between May and July nobody wrote down who had spoken to whom, and the fifth referral was refused.",
    "A worker said that \u201ceverybody thought that somebody else had the whole picture\u201d of it.",
    "The grandmother offered to help, and was told that the offer would be kept in mind if it was needed.",
    "In the summer the school nurse measured Child K\u2019s weight, 14.2 kg, and told the surgery at once.",
    "No agency asked the father what he knew, although he came to each of the three meetings in September.",
    "The family had moved twice, and the records of the second surgery came after an interval of 11 weeks.",
    "It was the afternoon of 3 October before the findings of the hospital reached the district office.",
)
ROWS = (
    ("No", "What is to be done", "Who", "By when"),
    *(
        (
            str(one),
            f"Ask agency {one} how it shares what it knows of a child " * 3,
            "Health",
            f"{one} May 2027",
        )
        for one in range(1, 9)
    ),
)


def report(
    paragraphs: Sequence[str] = PARAGRAPHS,
    *,
    rows: Sequence[Sequence[str]] = ROWS,
    note: str = "The guidance of the time said the same.",
    box: str = "What the family said is set apart in this box.",
    head: str = "Review of Child K",
    page: str = "3",
) -> bytes:
    """Make the Word file.

    Args:
        rows: of its table; the first is printed again on every page.
        page: that the table of contents gives of the second section, which may be out of date.
    """
    body = [
        _heading("Contents", numbered=False),
        _entry("1 What happened", "2"),
        _entry("2 What was learned", page),
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        _heading("What happened"),
        *(_paragraph(text, note=number == 2) for number, text in enumerate(paragraphs)),
        _box(box),
        *(_item(text, 2) for text in ("Ask the child.", "Write it down, and say who was told of it.")),
        _heading("What was learned"),
        *(_item(text, 3) for text in ("Ask once more.", "Share what is known.")),
        *(p(text) for text in reversed(paragraphs)),
        _table(rows),
        f"<w:p>{_run('The last words are ')}{_run('set in capitals', '<w:smallCaps/>')}{_run('.')}</w:p>",
        _SECTION,
    ]
    foot = f"<w:p>{_run('Page ')}{_field('PAGE', '1')}{_run(' of ')}{_field('NUMPAGES', '9')}</w:p>"
    parts = {
        "word/numbering.xml": _part("numbering", _NUMBERING),
        "word/header1.xml": PartSpec(xml("w:hdr", p(head)), f"{WORD_TYPE}header+xml", "header", "rIdHead"),
        "word/footer1.xml": PartSpec(xml("w:ftr", foot), f"{WORD_TYPE}footer+xml", "footer", "rIdFoot"),
        "word/footnotes.xml": story("footnotes", _notes(note)),
        "word/styles.xml": _part("styles", _STYLES),
    }
    return make_docx(None, "".join(body), parts)


# ------------------------------------------------------------------ private

_RAISED = "<w:vertAlign w:val='superscript'/>"


def _part(name: str, content: str) -> PartSpec:
    return PartSpec(xml(f"w:{name}", content), f"{WORD_TYPE}{name}+xml", name)


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def _field(code: str, shown: str) -> str:
    return f"<w:fldSimple w:instr=' {code} '>{_run(shown)}</w:fldSimple>"


def _heading(text: str, *, numbered: bool = True) -> str:
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>" if numbered else ""
    return p(text, f"<w:pPr><w:pStyle w:val='Heading1'/>{number}</w:pPr>")


def _entry(text: str, page: str) -> str:
    tabs = "<w:tabs><w:tab w:val='right' w:leader='dot' w:pos='8000'/></w:tabs>"
    return f"<w:p><w:pPr>{tabs}</w:pPr>{_run(text)}<w:r><w:tab/></w:r>{_run(page)}</w:p>"


def _paragraph(text: str, *, note: bool) -> str:
    mark = f"<w:r><w:rPr>{_RAISED}</w:rPr><w:footnoteReference w:id='1'/></w:r>" if note else ""
    return f"<w:p>{_run(text)}{mark}</w:p>"


def _notes(text: str) -> str:
    lines = "".join(
        f"<w:footnote w:type='{kind}' w:id='{number}'><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    mark = f"<w:r><w:rPr>{_RAISED}</w:rPr><w:footnoteRef/></w:r>"
    return f"{lines}<w:footnote w:id='1'><w:p>{mark}{_run(' ' + text)}</w:p></w:footnote>"


def _item(text: str, list_: int) -> str:
    return p(text, f"<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='{list_}'/></w:numPr></w:pPr>")


def _box(text: str) -> str:
    style = "position:absolute;margin-left:250pt;margin-top:10pt;width:200pt;height:60pt;z-index:1"
    inside = f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox>"
    shape = f"<v:shape id='box' type='#_x0000_t202' style='{style}'>{inside}</v:shape>"
    return f"<w:p>{_run('Beside this line there is a box.')}<w:r><w:pict>{shape}</w:pict></w:r></w:p>"


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = (600, 4200, 1500, 1500)
    grid = "".join(f"<w:gridCol w:w='{width}'/>" for width in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    border = "".join(f"<w:{side} w:val='single' w:sz='4'/>" for side in sides)
    written = ""
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if not number else ""
        cells = "".join(
            f"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/></w:tcPr>{p(text)}</w:tc>"
            for text, width in zip(row, widths, strict=True)
        )
        written += f"<w:tr>{head}{cells}</w:tr>"
    properties = f"<w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def _list(number: int, form: str, text: str) -> str:
    level = f"<w:start w:val='1'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/>"
    return f"<w:abstractNum w:abstractNumId='{number}'><w:lvl w:ilvl='0'>{level}</w:lvl></w:abstractNum>"


_SECTION = (
    "<w:sectPr><w:headerReference w:type='default' r:id='rIdHead'/><w:footerReference w:type='default' "
    "r:id='rIdFoot'/><w:pgSz w:w='9500' w:h='8400'/><w:pgMar w:top='1300' w:right='700' w:bottom='1300' "
    "w:left='700' w:header='500' w:footer='500'/></w:sectPr>"
)
_NUMBERING = (
    _list(1, "decimal", "%1")
    + _list(2, "bullet", "\u2022")
    + _list(3, "decimal", "Recommendation %1:")
    + "".join(f"<w:num w:numId='{n}'><w:abstractNumId w:val='{n}'/></w:num>" for n in (1, 2, 3))
)
_STYLES = (
    "<w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/><w:pPr>"
    "<w:outlineLvl w:val='0'/></w:pPr><w:rPr><w:b/><w:sz w:val='32'/></w:rPr></w:style>"
)
