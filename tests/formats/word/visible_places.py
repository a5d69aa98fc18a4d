"""One document with a unique token in every visible place, D1 to D21, and where each belongs."""

from __future__ import annotations

from redact.values.text import Part
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, p, story, xml

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_DML = "application/vnd.openxmlformats-officedocument.drawingml."

# token → the part and place in which it must be found.
PLACES: dict[str, tuple[Part, str]] = {
    "Tokbody": (Part.BODY, "D1"),
    "Toksplit": (Part.BODY, "D1"),
    "Tok\u00adsoft": (Part.BODY, "D1"),
    "Tok-nobreak": (Part.BODY, "D1"),
    "Tokmark": (Part.BODY, "D1"),
    "Toksym": (Part.BODY, "D1"),
    "Tokdrop": (Part.BODY, "D1"),
    "Tokcell": (Part.TABLE, "D6"),
    "Toknested": (Part.TABLE, "D6"),
    "Tokmerged": (Part.TABLE, "D7"),
    "Tokhiddenrow": (Part.HIDDEN_TEXT, "D7"),
    "Tokboxdml": (Part.TEXT_BOX, "D8"),
    "Tokboxvml": (Part.TEXT_BOX, "D8"),
    "Tokboxheader": (Part.TEXT_BOX, "D8"),
    "Tokfallback": (Part.TEXT_BOX, "D9"),
    "Tokgroup": (Part.TEXT_BOX, "D10"),
    "Tokwordart": (Part.TEXT_BOX, "D10"),
    "Tokwatermark": (Part.TEXT_BOX, "D10"),
    "Tokdrawn": (Part.TEXT_BOX, "D10"),
    "Tokcontrolblock": (Part.BODY, "D11"),
    "Tokcontrolinline": (Part.BODY, "D11"),
    "Tokcontrolrow": (Part.TABLE, "D11"),
    "Tokcontrolcell": (Part.TABLE, "D11"),
    "Toksmart": (Part.BODY, "D13"),
    "Tokcustomxml": (Part.BODY, "D13"),
    "Tokfieldsimple": (Part.FIELD, "D14"),
    "Tokfieldcomplex": (Part.FIELD, "D14"),
    "Tokfieldlines": (Part.FIELD, "D14"),
    "Tokinserted": (Part.TRACKED_INSERTION, "D15"),
    "Tokmovedto": (Part.TRACKED_INSERTION, "D15"),
    "Tokfootnote": (Part.FOOTNOTE, "D16"),
    "Toklonefootnote": (Part.FOOTNOTE, "D16"),
    "Tokseparator": (Part.FOOTNOTE, "D16"),
    "Tokendnote": (Part.ENDNOTE, "D16"),
    "Tokheaderdefault": (Part.HEADER, "D17"),
    "Tokheaderfirst": (Part.HEADER, "D17"),
    "Tokheaderorphan": (Part.HEADER, "D17"),
    "Tokheaderlost": (Part.HEADER, "D17"),
    "Tokheadertable": (Part.HEADER, "D17"),
    "Tokfooter": (Part.FOOTER, "D17"),
    "Toklistlabel": (Part.LIST_LABEL, "D18"),
    "Tokrubybase": (Part.BODY, "D1"),
    "Tokrubyabove": (Part.BODY, "D19"),
    "Tokmaths": (Part.BODY, "D19"),
    "Tokcharttitle": (Part.CHART, "D20"),
    "Tokcategory": (Part.CHART, "D20"),
    "Toklabelrange": (Part.CHART, "D20"),
    "Tokdiagram": (Part.DIAGRAM, "D21"),
    "Tokdrawingof": (Part.DIAGRAM, "D21"),
    # Text that a link shows is body text; comments are read, although they are not printed.
    "Toklinked": (Part.BODY, "D1"),
    "Tokcomment": (Part.COMMENT, "D27"),
    "Tokdir": (Part.BODY, "D1"),
}


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _box(text: str) -> str:
    return (
        '<w:drawing><wp:inline><wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _vml_box(text: str) -> str:
    content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    return f'<w:pict><v:shape id="_x0000_s1026"><v:textbox>{content}</v:textbox></v:shape></w:pict>'


def _alternate(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def _row(*cells: str, properties: str = "") -> str:
    made = "".join(cell if cell.startswith("<") else f"<w:tc>{p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{properties}{made}</w:tr>"


def _char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


_SYMBOLS = "".join(f'<w:sym w:font="Symbol" w:char="F0{ord(letter):02X}"/>' for letter in "Toksym")
_NESTED = f"<w:tc><w:tbl>{_row('Toknested')}</w:tbl>{p('')}</w:tc>"
_MERGED = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('Tokmerged')}</w:tc>"
_GROUP = (
    "<w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>"
    f"{p('Tokgroup')}</w:txbxContent></wps:txbx></wps:wsp>"
    "</wpg:wgp></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing>"
)
_DRAWN = (
    "<w:drawing><wp:inline><a:graphic><a:graphicData><a:sp><a:txBody><a:p><a:r><a:t>Tok</a:t></a:r>"
    "<a:r><a:t>drawn</a:t></a:r></a:p></a:txBody></a:sp></a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def _reference(tag: str, attributes: str) -> str:
    return (
        f"<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><{tag} {attributes}/>"
        "</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r></w:p>"
    )


BODY = "".join(
    [
        p("Tokbody"),
        f'<w:p><w:r><w:t>Tok</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr>'
        f"<w:t>spl</w:t></w:r><w:bookmarkStart w:id='1' w:name='_GoBack'/>{_run('it')}</w:p>",
        "<w:p><w:r><w:t>Tok</w:t><w:softHyphen/><w:t>soft</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>Tok</w:t><w:noBreakHyphen/><w:t>nobreak</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>Tok</w:t><w:lastRenderedPageBreak/><w:t>mark</w:t></w:r></w:p>",
        f"<w:p><w:r>{_SYMBOLS}</w:r></w:p>",
        p("T", '<w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>'),
        p("okdrop is a word"),
        f"<w:tbl>{_row('Tokcell', _NESTED)}{_row(_MERGED, 'x')}"
        + _row("Tokhiddenrow", properties="<w:trPr><w:hidden/></w:trPr>")
        + f"<w:sdt><w:sdtContent>{_row('Tokcontrolrow')}</w:sdtContent></w:sdt>"
        + f"<w:tr><w:sdt><w:sdtContent><w:tc>{p('Tokcontrolcell')}</w:tc></w:sdtContent></w:sdt>"
        "</w:tr></w:tbl>",
        f"<w:p>{_run('near a box')}<w:r>{_alternate(_box('Tokboxdml'), _vml_box('Tokboxdml'))}</w:r></w:p>",
        f"<w:p><w:r>{_vml_box('Tokboxvml')}</w:r></w:p>",
        f"<w:p><w:r>{_alternate(_box('Said in the choice'), _vml_box('Tokfallback'))}</w:r></w:p>",
        f"<w:p><w:r>{_GROUP}</w:r></w:p>",
        f"<w:p><w:r>{_DRAWN}</w:r></w:p>",
        '<w:p><w:r><w:pict><v:shape id="WordArt 1"><v:textpath string="Tokwordart"/>'
        "</v:shape></w:pict></w:r></w:p>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Tokcontrolblock')}</w:sdtContent></w:sdt>",
        f"<w:p>{_run('in ')}<w:sdt><w:sdtContent>{_run('Tokcontrolinline')}</w:sdtContent></w:sdt></w:p>",
        f'<w:p><w:smartTag w:element="place">{_run("Toksmart")}</w:smartTag></w:p>',
        f'<w:customXml w:element="thing">{p("Tokcustomxml")}</w:customXml>',
        f'<w:p><w:fldSimple w:instr=" PAGE ">{_run("Tokfieldsimple")}</w:fldSimple></w:p>',
        f"<w:p>{_char('begin')}<w:r><w:instrText> REF _Ref12 </w:instrText></w:r>{_char('separate')}"
        f"{_run('Tokfieldcomplex')}{_char('end')}{_run(' and after')}</w:p>",
        f"<w:p>{_char('begin')}<w:r><w:instrText>TOC \\o</w:instrText>"
        f"</w:r>{_char('separate')}{_run('one')}</w:p>"
        f"<w:p>{_run('Tokfieldlines')}</w:p><w:p>{_char('end')}</w:p>",
        f'<w:p>{_run("was ")}<w:ins w:author="A">{_run("Tokinserted")}</w:ins></w:p>',
        f'<w:p>{_run("was ")}<w:moveTo w:author="A">{_run("Tokmovedto")}</w:moveTo></w:p>',
        "<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>Tokrubyabove</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>Tokrubybase</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        "<w:p><m:oMathPara><m:oMath><m:r><m:t>Tokmaths</m:t></m:r></m:oMath></m:oMathPara></w:p>",
        _reference("c:chart", 'r:id="rIdChart"'),
        _reference("dgm:relIds", 'r:dm="rIdDiagram"'),
        f'<w:p><w:hyperlink w:anchor="_Toc1">{_run("Toklinked")}</w:hyperlink></w:p>',
        f'<w:p><w:dir w:val="ltr">{_run("Tokdir")}</w:dir></w:p>',
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/></w:sectPr>',
    ]
)

_CHART = xml(
    "c:chartSpace",
    "<c:chart><c:title><c:tx><c:rich><a:p><a:r>"
    "<a:t>Tokchart</a:t></a:r><a:r><a:t>title</a:t></a:r></a:p>"
    "</c:rich>"
    "</c:tx></c:title><c:plotArea><c:barChart><c:ser><c:cat><c:strRef>"
    "<c:f>Sheet1!$A$2</c:f><c:strCache><c:pt idx='0'>"
    "<c:v>Tokcategory</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef>"
    "<c:numCache><c:formatCode>General"
    "</c:formatCode><c:pt idx='0'><c:v>12</c:v></c:pt><c:pt idx='1'><c:v>7.5</c:v></c:pt>"
    "</c:numCache></c:numRef></c:val>"
    "<c:extLst><c:ext><c15:datalabelsRange><c15:f>Sheet1!$C$2</c15:f><c15:dlblRangeCache>"
    "<c:pt idx='0'>"
    "<c:v>Toklabelrange</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext>"
    "</c:extLst></c:ser></c:barChart>"
    "</c:plotArea></c:chart>",
)
_DIAGRAM_TEXT = "<a:p><a:r><a:t>Tokdiagram</a:t></a:r></a:p>"
_NUMBERING = xml(
    "w:numbering",
    '<w:abstractNum><w:lvl><w:lvlText w:val="Toklistlabel %1."/></w:lvl><w:lvl>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl><w:lvlText w:val="o"/></w:lvl></w:abstractNum>',
)
_HEADER = (
    p("Tokheaderdefault") + f"<w:tbl>{_row('Tokheadertable')}</w:tbl><w:p>"
    f"<w:r>{_alternate(_box('Tokboxheader'), _vml_box('Tokboxheader'))}</w:r>"
    '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1">'
    '<v:textpath string="Tokwatermark"/></v:shape></w:pict></w:r></w:p>'
)
PARTS: dict[str, PartSpec] = {
    "word/header1.xml": PartSpec(xml("w:hdr", _HEADER), WORD_TYPE + "header+xml", "header", "rIdHeader"),
    "word/header2.xml": story("header", p("Tokheaderfirst")),
    "word/header3.xml": story("header", p("Tokheaderorphan")),
    "word/header4.xml": PartSpec(xml("w:hdr", p("Tokheaderlost")), WORD_TYPE + "header+xml"),
    "word/footer1.xml": story("footer", p("Tokfooter")),
    "word/footnotes.xml": story(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{p("Tokseparator")}</w:footnote>'
        f'<w:footnote w:id="2">{p("Tokfootnote")}</w:footnote>'
        f'<w:footnote w:id="9">{p("Toklonefootnote")}</w:footnote>',
    ),
    "word/endnotes.xml": story("endnotes", f'<w:endnote w:id="2">{p("Tokendnote")}</w:endnote>'),
    "word/comments.xml": story("comments", f'<w:comment w:id="1" w:author="A">{p("Tokcomment")}</w:comment>'),
    "word/numbering.xml": PartSpec(_NUMBERING, WORD_TYPE + "numbering+xml", "numbering"),
    "word/charts/chart1.xml": PartSpec(_CHART, _DML + "chart+xml", "chart", "rIdChart"),
    "word/diagrams/data1.xml": PartSpec(
        xml("dgm:dataModel", f"<dgm:ptLst><dgm:pt><dgm:t>{_DIAGRAM_TEXT}</dgm:t></dgm:pt></dgm:ptLst>"),
        _DML + "diagramData+xml",
        "diagramData",
        "rIdDiagram",
    ),
    "word/diagrams/drawing1.xml": PartSpec(
        xml(
            "dsp:drawing",
            f"<dsp:spTree>{_DIAGRAM_TEXT}<a:p><a:r><a:t>Tokdrawingof</a:t></a:r></a:p></dsp:spTree>",
        ),
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
    ),
}
