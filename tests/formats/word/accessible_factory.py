"""A Word document that everybody can follow, from which a test takes away what it needs."""

from __future__ import annotations

from collections.abc import Mapping

from tests.formats.word.package_factory import WORD_TYPE, Link, PartSpec, make_docx, p, xml

__all__ = ["PROSE", "accessible_docx"]

PROSE = (
    "The panel met on several days and considered what each agency had written about the child and the "
    "family in the two years before the incident, and it asked what was known to whom, and when that was."
)
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def _style(style_id: str, name: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>{more}</w:style>'


def _heading(style_id: str, text: str) -> str:
    return p(text, f'<w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>')


def _row(*cells: str, head: bool = False) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{mark}{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"


def _picture(number: int, entries: str, inside: str = "", kind: str = "picture") -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="Picture {number}" {entries}>{inside}'
        f'</wp:docPr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}">'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _link(relation: str, text: str) -> str:
    return f'<w:hyperlink r:id="{relation}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>'


_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> HYPERLINK "https://example.org/c" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>the board\'s plan</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
# A text box is read as text: it needs no description, and neither does what old programs show in its place.
_BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:docPr id='7' name='Text Box 7'/>"
    "<a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>"
    f"<wps:wsp><wps:txbx><w:txbxContent>{p('A box of advice')}</w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
    f"<v:textbox><w:txbxContent>{p('A box of advice')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
_BODY = "".join(
    (
        _heading("Heading1", "Overview"),
        p(PROSE),
        _heading("Own", "What was known"),  # a style of somebody's own, based on another
        p(PROSE),
        f"<w:tbl>{_row('Date', 'Agency', head=True)}{_row('May', 'Health')}</w:tbl>",
        f"<w:tbl>{_row('one', 'row')}</w:tbl>",
        f"<w:tbl>{_row('one')}{_row('column')}</w:tbl>",
        f"<w:tbl>{_row('Chair:', 'a doctor')}{_row('Author:', 'a nurse')}</w:tbl>",  # a form
        _heading("berschrift2", "Was gewusst wurde"),  # a name in another language, with its level
        f"<w:p><w:r><w:t>See </w:t></w:r>{_link('rIdA', 'the guidance')}<w:r><w:t> and </w:t></w:r>"
        f"{_link('rIdB', 'the earlier review')}{_FIELD}</w:p>",
        _picture(1, 'descr="A line of dates from May to June"'),
        _picture(2, "", _DECORATIVE),
        _picture(3, 'title="Visits fell from six to two"', kind="chart"),
        "<w:p><w:r><w:pict><v:rect o:hr='t'/></w:pict></w:r></w:p>",
        _BOX,
    )
)
_STYLES = "".join(
    (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
        _style("Heading1", "heading 1"),
        _style("Heading2", "heading 2"),
        _style("Own", "Section of ours", '<w:basedOn w:val="Heading2"/>'),
        _style("berschrift2", "Unterpunkt", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    )
)


def accessible_docx(changes: Mapping[str, str] | None = None) -> bytes:
    """Write the document with some of its XML changed; what is changed must stand in it."""
    parts = {
        "body": _BODY,
        "styles": xml("w:styles", _STYLES),
        "core": xml(
            "cp:coreProperties",
            "<dc:title>Learning from a family under strain</dc:title>",
            attributes='xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        ),
        "target": "https://example.org/b",
    }
    for old, new in (changes or {}).items():
        assert any(old in text for text in parts.values()), old
        parts = {name: text.replace(old, new) for name, text in parts.items()}
    return make_docx(
        None,
        parts["body"],
        {
            "word/styles.xml": PartSpec(parts["styles"], WORD_TYPE + "styles+xml", "styles"),
            "docProps/core.xml": PartSpec(parts["core"], _CORE, _CORE_KIND, source=""),
        },
        links=[Link("https://example.org/a", id="rIdA"), Link(parts["target"], id="rIdB")],
    )
