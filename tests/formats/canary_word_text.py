"""Canaries in the text of a Word document: what is seen, what is hidden, and what stands in its markup."""

from __future__ import annotations

import base64

from redact.values.text import Part
from tests.formats.canary_planting import Nature, Planter
from tests.formats.word.package_factory import NAMESPACES, p, zipped

__all__ = ["body"]


def body(plant: Planter) -> str:
    """Write the body: first what is seen, then what is hidden, then names in the markup."""
    pieces = [
        *_plain_text(plant),
        _table(plant),
        *_drawn(plant),
        *_wrapped(plant),
        *_tracked(plant),
        *_vanished(plant),
        *_colourless(plant),
        *_off_the_page(plant),
        *_pictures(plant),
        *_fields(plant),
        *_names(plant),
        *_links(plant),
        _REFERENCES,
        _SECTION,
    ]
    return "".join(pieces)


def run(text: str, properties: str = "") -> str:
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*inner: str, properties: str = "") -> str:
    made = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{made}{''.join(inner)}</w:p>"


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_(code: str, shown: str = "shown") -> str:
    begin = f'{char("begin")}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return para(begin, char("separate"), run(shown), char("end"))


def anchored(inner: str, *, x: int = 0, y: int = 0, cx: int = 914400, cy: int = 457200) -> str:
    """Anchor something at an offset from the page, in English Metric Units."""
    return (
        f'<w:drawing><wp:anchor behindDoc="0"><wp:positionH relativeFrom="page"><wp:posOffset>{x}'
        f'</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{cx}" cy="{cy}"/><wp:wrapNone/>'
        f'<wp:docPr id="7" name="Text Box 7"/>'
        f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def box(text: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx></wps:wsp>"


def vml(inner: str, attributes: str = 'id="_x0000_s1026"') -> str:
    return f"<w:pict><v:shape {attributes}>{inner}</v:shape></w:pict>"


def vml_box(text: str) -> str:
    return f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox>"


def alternate(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def picture(relation: str, *, crop: str = "", names: str = 'name="Picture 1"') -> str:
    return (
        f'<w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="9" {names}/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/>{crop}</pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


# ---------------------------------------------------------------- what is seen


def _plain_text(plant: Planter) -> list[str]:
    split = plant("D2", Part.BODY, "split over runs", reported=("D1",))
    soft = plant("D3", Part.BODY, "split by a soft hyphen element", reported=("D1",))
    mark = plant("D3", Part.BODY, "split by the mark of a page", reported=("D1",))
    symbols = plant("D4", Part.BODY, "letters as symbols", reported=("D1",))
    drop = plant("D5", Part.BODY, "a drop cap", reported=("D1",))
    letters = "".join(f'<w:sym w:font="Symbol" w:char="F0{ord(letter):02X}"/>' for letter in symbols)
    return [
        p("Overview report"),
        p(plant("D1", Part.BODY, "a paragraph")),
        para(run(split[:4]), '<w:proofErr w:type="spellStart"/>', run(split[4:7], "<w:b/>"), run(split[7:])),
        f"<w:p><w:r><w:t>{soft[:5]}</w:t><w:softHyphen/><w:t>{soft[5:]}</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>{mark[:5]}</w:t><w:lastRenderedPageBreak/><w:t>{mark[5:]}</w:t></w:r></w:p>",
        f"<w:p><w:r>{letters}</w:r></w:p>",
        para(run(drop[:1]), properties='<w:framePr w:dropCap="drop" w:lines="3"/>'),
        p(drop[1:] + " is a word"),
        para(
            "<w:r><w:ruby><w:rubyPr/><w:rt>"
            + run(plant("D19", Part.BODY, "a reading above a word"))
            + f"</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
        ),
        para(f"<m:oMath><m:r><m:t>{plant('D19', Part.BODY, 'a formula')}</m:t></m:r></m:oMath>"),
    ]


def _table(plant: Planter) -> str:
    def cell(inner: str, properties: str = "") -> str:
        made = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
        return f"<w:tc>{made}{inner}</w:tc>"

    nested = f"<w:tbl><w:tr>{cell(p(plant('D6', Part.TABLE, 'a nested table')))}</w:tr></w:tbl>{p('')}"
    merged = cell(p(plant("D7", Part.TABLE, "a merged cell", nature=Nature.HIDDEN)), "<w:vMerge/>")
    row = cell(p(plant("D7", Part.HIDDEN_TEXT, "a hidden row", nature=Nature.HIDDEN)))
    control = cell(p(plant("D11", Part.TABLE, "a content control in a row")))
    gone = cell(p(plant("D25", Part.TRACKED_DELETION, "a deleted row")))
    gone_cell = cell(p(plant("D25", Part.TRACKED_DELETION, "a deleted cell")), '<w:cellDel w:id="3"/>')
    caption = plant("D47", Part.ALT_TEXT, "the title of a table")
    description = plant("D47", Part.ALT_TEXT, "the description of a table")
    return (
        f'<w:tbl><w:tblPr><w:tblCaption w:val="{caption}"/>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tr>{cell(p(plant('D6', Part.TABLE, 'a cell')))}{cell(nested)}</w:tr>"
        f"<w:tr>{merged}{cell(p('x'))}</w:tr>"
        f"<w:tr><w:trPr><w:hidden/></w:trPr>{row}</w:tr>"
        f"<w:tr><w:sdt><w:sdtContent>{control}</w:sdtContent></w:sdt></w:tr>"
        f'<w:tr><w:trPr><w:del w:id="4"/></w:trPr>{gone}</w:tr><w:tr>{gone_cell}</w:tr></w:tbl>'
    )


def _drawn(plant: Planter) -> list[str]:
    both = plant("D8", Part.TEXT_BOX, "a text box in both versions")
    copy = (
        f"<w:r>{alternate(anchored(box('said in the choice'), x=900000, y=900000), vml(vml_box('%s')))}</w:r>"
    )
    group = f"<wpg:wgp>{box(plant('D10', Part.TEXT_BOX, 'a group'))}</wpg:wgp>"
    art = plant("D10", Part.TEXT_BOX, "WordArt")
    drawn = plant("D10", Part.TEXT_BOX, "text of a drawing")
    shape = f"<a:sp><a:txBody><a:p><a:r><a:t>{drawn}</a:t></a:r></a:p></a:txBody></a:sp>"
    return [
        para(f"<w:r>{alternate(anchored(box(both), x=900000, y=900000), vml(vml_box(both)))}</w:r>"),
        para(f"<w:r>{vml(vml_box(plant('D8', Part.TEXT_BOX, 'a text box of VML')))}</w:r>"),
        para(f'<w:r><w:pict><v:shape o:gfxdata="{_copy_of_a_drawing(plant)}"/></w:pict></w:r>'),
        para(copy % plant("D9", Part.TEXT_BOX, "only in the fallback", nature=Nature.HIDDEN)),
        para(f"<w:r>{anchored(group, x=900000, y=900000)}</w:r>"),
        para(f"<w:r>{anchored(shape, x=900000, y=900000)}</w:r>"),
        para("<w:r>" + vml(f'<v:textpath string="{art}"/>', 'id="WordArt 1"') + "</w:r>"),
    ]


def _copy_of_a_drawing(plant: Planter) -> str:
    """Make the copy of a drawing that Word keeps in an attribute: a zip in base64."""
    token = plant("D9", Part.TEXT_BOX, "the copy of a drawing in an attribute", nature=Nature.HIDDEN)
    drawing = f'<a:x xmlns:a="{NAMESPACES["a"]}"><a:p><a:r><a:t>{token}</a:t></a:r></a:p></a:x>'
    return base64.b64encode(zipped({"drs/shapexml.xml": drawing.encode()})).decode()


def _wrapped(plant: Planter) -> list[str]:
    block = p(plant("D11", Part.BODY, "a content control"))
    inline = run(plant("D11", Part.BODY, "a content control in a line"))
    smart = run(plant("D13", Part.BODY, "a smart tag"))
    tagged = p(plant("D13", Part.BODY, "text in custom XML"))
    simple = run(plant("D14", Part.FIELD, "the result of a simple field"))
    shown = plant("D14", Part.FIELD, "the result of a field")
    inserted = run(plant("D15", Part.TRACKED_INSERTION, "inserted text"))
    moved = run(plant("D15", Part.TRACKED_INSERTION, "text that was moved in"))
    binding = (
        '<w:dataBinding w:xpath="/root[1]/bound[1]" w:storeItemID="{11111111-2222-4333-8444-555555555555}"/>'
    )
    return [
        f"<w:sdt><w:sdtPr/><w:sdtContent>{block}</w:sdtContent></w:sdt>",
        para(run("in "), f"<w:sdt><w:sdtContent>{inline}</w:sdtContent></w:sdt>"),
        f"<w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent>{p('what is shown')}</w:sdtContent></w:sdt>",
        para(f'<w:smartTag w:element="place">{smart}</w:smartTag>'),
        f'<w:customXml w:element="thing">{tagged}</w:customXml>',
        para(f'<w:fldSimple w:instr=" PAGE ">{simple}</w:fldSimple>'),
        field_("REF _Ref12", shown),
        para(run("was "), f'<w:ins w:id="5">{inserted}</w:ins>'),
        para(run("was "), f'<w:moveTo w:id="6">{moved}</w:moveTo>'),
    ]


# ---------------------------------------------------------------- what is hidden


def _tracked(plant: Planter) -> list[str]:
    def gone(text: str) -> str:
        return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'

    author = plant("D40", Part.PROPERTY, "the author of a deletion")
    split = plant("D25", Part.TRACKED_DELETION, "deleted, over two runs")
    code = plant("D25", Part.TRACKED_DELETION, "a deleted field code", reported=("D25", "D44"))
    numbering = plant("D26", Part.LIST_LABEL, "the number that a paragraph had")
    authored = f'w:id="8" w:author="{plant("D40", Part.PROPERTY, "the author of a change of format")}"'
    moved = plant("D25", Part.TRACKED_DELETION, "text that was moved away")
    inside = plant("D25", Part.TRACKED_DELETION, "inserted and deleted again")
    return [
        para(
            run("was "),
            f'<w:del w:id="7" w:author="{author}" w:date="2015-03-26T10:00:00Z">'
            + gone(plant("D25", Part.TRACKED_DELETION, "deleted text"))
            + "</w:del>",
        ),
        para(run("was "), f'<w:del w:id="9">{gone(split[:5])}{gone(split[5:])}</w:del>'),
        para(run("was "), f'<w:moveFrom w:id="10">{run(moved)}</w:moveFrom>'),
        para(run("was "), f'<w:ins w:id="11"><w:del w:id="12">{gone(inside)}</w:del></w:ins>'),
        para(
            char("begin"),
            f'<w:del w:id="13"><w:r><w:delInstrText> DOCVARIABLE {code} </w:delInstrText></w:r></w:del>',
            char("separate"),
            run("shown"),
            char("end"),
        ),
        para(run("a"), properties='<w:rPr><w:del w:id="14"/></w:rPr>'),
        para(run("b", f"<w:b/><w:rPrChange {authored}><w:rPr/></w:rPrChange>")),
        para(run("c"), properties='<w:jc w:val="left"/><w:pPrChange w:id="15"><w:pPr/></w:pPrChange>'),
        para(
            run("d"), properties=f'<w:numPr><w:numberingChange w:id="16" w:original="{numbering}"/></w:numPr>'
        ),
    ]


def _vanished(plant: Planter) -> list[str]:
    def hidden(what: str) -> str:
        return plant("D28", Part.HIDDEN_TEXT, what)

    table = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="HiddenTable"/></w:tblPr><w:tr><w:tc>'
        f"{p(hidden('hidden by the style of a table'))}</w:tc></w:tr></w:tbl>"
    )
    return [
        para(run("seen "), run(hidden("hidden text"), "<w:vanish/>")),
        para(run(hidden("hidden text, said with on"), '<w:vanish w:val="on"/>')),
        para(run(hidden("hidden by the style of a run"), '<w:rStyle w:val="HiddenRun"/>')),
        para(run(hidden("hidden by the style of a paragraph")), properties='<w:pStyle w:val="HiddenPara"/>'),
        para(run(hidden("hidden by the style below it")), properties='<w:pStyle w:val="HiddenBelow"/>'),
        table,
        para(run(hidden("a hidden run with a tab"), "<w:vanish w:val='true'/>"), "<w:r><w:tab/></w:r>"),
    ]


def _colourless(plant: Planter) -> list[str]:
    def white(what: str) -> str:
        return plant("D29", Part.HIDDEN_TEXT, what)

    def dark(what: str) -> str:
        return plant("D30", Part.UNDER_A_BOX, what)

    dark_cell = (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="000000"/></w:tcPr>'
        + para(run(dark("black on a black cell"), '<w:color w:val="000000"/>'))
        + "</w:tc></w:tr></w:tbl>"
    )
    dark_table = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="DarkTable"/></w:tblPr><w:tr><w:tc>'
        + para(run(dark("black on the shading of a table's style"), '<w:color w:val="000000"/>'))
        + "</w:tc></w:tr></w:tbl>"
    )
    filled = "<w14:textFill><w14:noFill/></w14:textFill>"
    alpha = '<w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr>'
    faint = f"<w14:textFill><w14:solidFill>{alpha}</w14:solidFill></w14:textFill>"
    return [
        para(run(white("white text"), '<w:color w:val="FFFFFF"/>')),
        para(run(white("nearly white text"), '<w:color w:val="FDFDFE"/>')),
        para(run(white("white by the theme"), '<w:color w:val="auto" w:themeColor="background1"/>')),
        para(run(white("white by a style"), '<w:rStyle w:val="WhiteRun"/>')),
        para(
            run(
                white("text of the shading's colour"),
                '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>',
            )
        ),
        para(run(white("letters without a fill"), filled)),
        para(run(white("letters that let everything through"), faint)),
        para(run(white("letters of one point"), '<w:sz w:val="2"/>')),
        para(run(white("letters of one per cent of their width"), '<w:w w:val="1"/>')),
        para(run(dark("black under a black highlight"), '<w:highlight w:val="black"/>')),
        para(
            run(
                dark("black shading of a run"), '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'
            ).replace("<w:shd", '<w:color w:val="000000"/><w:shd')
        ),
        para(
            run(dark("black shading of a paragraph"), '<w:color w:val="0A0A0A"/>'),
            properties='<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
        ),
        para(
            run(
                dark("a solid pattern of black"),
                '<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>',
            )
        ),
        para(run(dark("black by a style"), '<w:rStyle w:val="BarRun"/>')),
        dark_cell,
        dark_table,
    ]


def _off_the_page(plant: Planter) -> list[str]:
    def off(what: str) -> str:
        return plant("D31", Part.HIDDEN_TEXT, what)

    above = vml(
        vml_box(off("a text box of VML above the page")),
        'id="_x0000_s1030" style="position:absolute;margin-left:-2000pt;margin-top:-900pt;width:100pt"',
    )
    frame = '<w:framePr w:w="2000" w:h="600" w:hAnchor="page" w:vAnchor="page" w:x="-9000" w:y="100"/>'
    collapsed = '<w15:collapsed xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    bar = '<wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
    bar += "</wps:spPr></wps:wsp>"
    return [
        para(run("a heading"), properties=collapsed),
        para(f"<w:r>{anchored(bar, x=900000, y=900000)}</w:r>"),
        para(f"<w:r>{anchored(box(off('a text box beside the page')), x=-9144000, y=900000)}</w:r>"),
        para(f"<w:r>{anchored(box(off('a text box below the page')), x=900000, y=20000000)}</w:r>"),
        para(f"<w:r>{above}</w:r>"),
        para(run(off("a frame beside the page")), properties=frame),
        para(run(off("an indent wider than the page")), properties='<w:ind w:left="31680"/>'),
    ]


# ---------------------------------------------------------------- names in the markup


def _pictures(plant: Planter) -> list[str]:
    named = (
        f'name="{plant("D47", Part.ALT_TEXT, "the name of a picture")}"'
        f' descr="{plant("D47", Part.ALT_TEXT, "the description of a picture")}"'
        f' title="{plant("D47", Part.ALT_TEXT, "the title of a picture")}"'
    )
    file_ = plant("D47", Part.ALT_TEXT, "the file that a picture came from")
    inner = f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{file_}.jpg"/></pic:nvPicPr></pic:pic>'
    old = plant("D47", Part.ALT_TEXT, "the description of a picture of VML")
    title = plant("D47", Part.ALT_TEXT, "the title of a picture of VML")
    video = plant("D36", Part.LINK, "a film from the web")
    signer = plant("D64", Part.PROPERTY, "who shall sign")
    crop = '<a:srcRect l="25000" r="10000"/>'
    names_of_films = "http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"
    player = f"&lt;iframe title=&quot;{video}&quot;/&gt;"
    film = f'<wp15:webVideoPr xmlns:wp15="{names_of_films}" embeddedHtml="{player}"/>'
    film = f"<wp:docPr id='3' name='Picture 3'><a:extLst><a:ext>{film}</a:ext></a:extLst></wp:docPr>"
    shape = plant("D47", Part.ALT_TEXT, "the name of a shape")
    return [
        para("<w:r>" + anchored(f'<wps:wsp><wps:cNvPr id="2" name="{shape}"/></wps:wsp>') + "</w:r>"),
        para(f"<w:r>{picture('rIdPicture', names=named)}</w:r>"),
        para(f"<w:r>{picture('rIdPicture', crop=crop)}</w:r>"),
        para(f"<w:r>{anchored(inner, x=900000, y=900000)}</w:r>"),
        para("<w:r>" + vml(f'<v:imagedata o:title="{title}"/>', f'id="_x0000_i1025" alt="{old}"') + "</w:r>"),
        para(f"<w:r><w:drawing><wp:inline>{film}</wp:inline></w:drawing></w:r>"),
        para("<w:r>" + vml(f'<o:signatureline o:suggestedsigner="{signer}"/>') + "</w:r>"),
    ]


def _fields(plant: Planter) -> list[str]:
    def code(what: str) -> str:
        return plant("D44", Part.FIELD, what)

    split = code("a code split over runs")
    halves = f'<w:r><w:instrText> XE "{split[:6]}</w:instrText></w:r>'
    halves += f'<w:r><w:instrText>{split[6:]}" </w:instrText></w:r>'
    help_ = plant("D42", Part.FORM_FIELD, "the help of a form field")
    status = plant("D42", Part.FORM_FIELD, "the status line of a form field")
    default = plant("D42", Part.FORM_FIELD, "what a form field begins with")
    entry = plant("D42", Part.FORM_FIELD, "an entry of a list")
    called = plant("D42", Part.FORM_FIELD, "the name of a form field")
    data = base64.b64encode(plant("D43", Part.FIELD, "data of a field").encode("utf-16-le")).decode()
    form = (
        f'<w:ffData><w:name w:val="{called}"/><w:helpText w:val="{help_}"/><w:statusText w:val="{status}"/>'
        f'<w:textInput><w:default w:val="{default}"/></w:textInput>'
        f'<w:ddList><w:listEntry w:val="{entry}"/></w:ddList></w:ffData>'
    )
    return [
        field_(f'HYPERLINK "https://example.org/{code("the address of a link")}"'),
        field_(f'INCLUDEPICTURE "C:\\\\{code("the path of a picture")}.jpg"'),
        field_(f'INCLUDETEXT "{code("the path of a text")}.docx"'),
        field_(f'LINK Excel.Sheet.12 "{code("the path of a workbook")}.xlsx"'),
        field_(f'TC "{code("an entry of the contents")}"'),
        field_(f'COMMENTS "{code("a remark")}"'),
        field_(f"MERGEFIELD {code('a column of a mail merge')}"),
        field_(f"DOCVARIABLE {code('the name of a variable')}"),
        field_(f'SET mark "{code("what a mark is set to")}"'),
        field_(f'ASK mark "{code("a question")}"'),
        field_(f'QUOTE "{code("a quotation")}"'),
        para(f'<w:fldSimple w:instr=" FILENAME {code("a switch of a field")} ">{run("shown")}</w:fldSimple>'),
        para(char("begin"), halves, char("end")),
        para(f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>', char("end")),
        para(
            f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{data}</w:fldData></w:fldChar></w:r>',
            char("end"),
        ),
    ]


def _names(plant: Planter) -> list[str]:
    def of_control(what: str) -> str:
        return plant("D48", Part.PROPERTY, what)

    control = (
        f'<w:alias w:val="{of_control("the name of a control")}"/>'
        f'<w:tag w:val="{of_control("the tag of a control")}"/>'
        f'<w:placeholder><w:docPart w:val="{of_control("the placeholder of a control")}"/></w:placeholder>'
        f'<w:dropDownList><w:listItem w:displayText="{of_control("an entry of a control")}" '
        f'w:value="{of_control("the value of an entry")}"/></w:dropDownList>'
    )
    tagged = plant("D49", Part.PROPERTY, "a value of a smart tag")
    smart = f'<w:smartTagPr><w:attr w:name="who" w:val="{tagged}"/></w:smartTagPr>'
    valued = plant("D49", Part.PROPERTY, "a value of custom XML")
    custom = f'<w:customXmlPr><w:attr w:name="who" w:val="{valued}"/></w:customXmlPr>'
    element = plant("D49", Part.PROPERTY, "what an element of custom XML is called")
    bookmark = plant("D46", Part.BOOKMARK, "a bookmark")
    editor = plant("D56", Part.PROPERTY, "who may edit")
    foreign = plant("D68", Part.PROPERTY, "an attribute of another vocabulary")
    move = plant("D46", Part.BOOKMARK, "the name of a move")
    return [
        f"<w:sdt><w:sdtPr>{control}</w:sdtPr><w:sdtContent>{p('x')}</w:sdtContent></w:sdt>",
        para(f'<w:smartTag w:element="name">{smart}{run("x")}</w:smartTag>'),
        f'<w:customXml w:element="thing">{custom}{p("x")}</w:customXml>',
        f'<w:customXml w:element="{element}">{p("x")}</w:customXml>',
        para(f'<w:bookmarkStart w:id="1" w:name="{bookmark}"/><w:bookmarkEnd w:id="1"/>'),
        para(f'<w:moveFromRangeStart w:id="2" w:name="{move}"/><w:moveFromRangeEnd w:id="2"/>'),
        para(f'<w:permStart w:id="3" w:ed="{editor}"/><w:permEnd w:id="3"/>'),
        f"<!-- {plant('D68', Part.PROPERTY, 'a comment in the XML')} -->",
        f"<?note {plant('D68', Part.PROPERTY, 'a processing instruction')}?>",
        f'<w:p xmlns:x="http://example.org/unknown" x:who="{foreign}"/>',
        para(f'<w:r w:note="{plant("D68", Part.PROPERTY, "an attribute that Word does not have")}"/>'),
    ]


def _links(plant: Planter) -> list[str]:
    def link(what: str) -> str:
        return plant("D45", Part.LINK, what)

    click = f'<a:hlinkClick r:id="rIdNone" tooltip="{link("the tip of a picture that is a link")}"/>'
    clicked = f"<wp:docPr id='4' name='Picture 4'>{click}</wp:docPr>"
    hover = f'<a:hlinkHover r:id="rIdNone" tooltip="{link("the tip of a picture under the pointer")}"/>'
    linked = f"<wp:docPr id='5' name='Picture 5'>{hover}</wp:docPr>"
    return [
        para(f"<w:r><w:drawing><wp:inline>{linked}</wp:inline></w:drawing></w:r>"),
        para(f'<w:hyperlink w:tooltip="{link("the tip of a link")}">{run("x")}</w:hyperlink>'),
        para(f'<w:hyperlink w:anchor="{link("the bookmark that a link leads to")}">{run("x")}</w:hyperlink>'),
        para(
            f'<w:hyperlink w:docLocation="{link("the place that a link leads to")}">{run("x")}</w:hyperlink>'
        ),
        para(f"<w:r><w:drawing><wp:inline>{clicked}</wp:inline></w:drawing></w:r>"),
    ]


_REFERENCES = (
    '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="rIdChart"/></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="rIdDiagram"/>'
    "</a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    '<w:altChunk r:id="rIdChunk"/><w:altChunk r:id="rIdPage"/>'
)
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>'
)
