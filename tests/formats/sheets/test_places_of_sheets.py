"""A token in each place of a spreadsheet where words can hide: each is found, in its part and place."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from redact.values.text import Document, Part
from tests.formats.sheets.sheet_factory import TYPE, Beside, data, located, read_sheets, row, workbook, xml

_PIVOT = TYPE + "pivotCacheDefinition+xml"
_RECORDS = TYPE + "pivotCacheRecords+xml"
_SHEET = "xl/worksheets/sheet1.xml"


def _everything() -> bytes:
    """Make a workbook with one token in each place that no library writes."""
    first = (
        '<sheetPr codeName="TokenCodename"/><cols><col min="3" max="3" hidden="1"/></cols>'
        + data(
            row(1, "TokenShown", "TokenBeside", "TokenColumn"),
            row(2, "TokenRow", attributes='hidden="1"'),
            '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><f>IF(A1="TokenFormula",1,2)</f>'
            '<v>TokenResult</v></c><c r="C3" s="1" t="inlineStr"><is><t>TokenWhite</t></is></c>'
            '<c r="D3"><v>40605</v></c></row>',
        )
        + '<protectedRanges><protectedRange name="TokenRange" sqref="A1"/></protectedRanges>'
        '<scenarios><scenario name="TokenScenario" user="TokenUser" comment="TokenRemark">'
        '<inputCells r="A1" val="TokenInput"/></scenario></scenarios>'
        '<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="TokenFilter"/></filters>'
        "</filterColumn></autoFilter>"
        '<conditionalFormatting sqref="A1"><cfRule type="containsText" text="TokenRuleText">'
        '<formula>NOT(ISERROR(SEARCH("TokenRule",A1)))</formula></cfRule></conditionalFormatting>'
        '<dataValidations><dataValidation type="list" sqref="A1" promptTitle="TokenPrompt"'
        ' error="TokenError">'
        '<formula1>"TokenChoice,TokenOther"</formula1></dataValidation></dataValidations>'
        '<hyperlinks><hyperlink ref="A1" tooltip="TokenTooltip" display="TokenDisplay"'
        ' location="TokenPlace!A1"/>'
        "</hyperlinks>"
        '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12TokenHeader &amp;P</oddHeader>'
        "<firstFooter>&amp;CTokenFooter</firstFooter></headerFooter>"
    )
    extra = (
        '<fileSharing userName="TokenSharing"/>'
        '<x15ac:absPath url="D:\\Files\\token.path\\"/>'
        '<definedNames><definedName name="TokenName" comment="TokenNote">Shown!$A$1</definedName>'
        '<definedName name="Constant" hidden="1">"TokenConstant"</definedName></definedNames>'
    )
    shared = "<si><r><t>TokenSha</t></r><r><t>red</t></r></si><si><t>TokenLeftOver</t></si>"
    styles = (
        '<numFmts><numFmt numFmtId="200" formatCode="&quot;TokenFormat &quot;0"/></numFmts>'
        '<fonts><font/><font><color rgb="FFFFFFFE"/></font></fonts>'
        '<fills><fill><patternFill patternType="none"/></fill></fills>'
        '<cellXfs><xf/><xf fontId="1" fillId="0"/></cellXfs>'
        '<cellStyles><cellStyle name="TokenStyle" xfId="0"/></cellStyles>'
    )
    sheets = {"Shown": first, "TokenHiddenSheet": data(row(1, "TokenInHidden"))}
    return workbook(
        sheets,
        states={"TokenHiddenSheet": "veryHidden"},
        shared=shared,
        styles=styles,
        extra=extra,
        beside=_beside(),
    )


def _beside() -> dict[str, Beside]:
    threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    drawing = (
        "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:sp><xdr:nvSpPr>"
        '<xdr:cNvPr id="2" name="TokenShape" descr="TokenAlt"/></xdr:nvSpPr><xdr:txBody><a:p><a:r>'
        "<a:t>TokenBox"
        "</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="3" name="" hidden="1"/></xdr:nvSpPr><xdr:txBody><a:p><a:r>'
        "<a:t>TokenHiddenBox</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>"
    )
    pivot = (
        '<cacheSource type="worksheet"><worksheetSource name="TokenSource" sheet="Gone"/></cacheSource>'
        '<cacheFields><cacheField name="TokenField"><sharedItems><s v="TokenItem"/><s v="TokenUnused"/>'
        '</sharedItems></cacheField><cacheField name="Born"><sharedItems/></cacheField></cacheFields>'
    )
    connection = (
        '<connection id="1" name="TokenConnection" description="TokenDescription" type="1">'
        '<dbPr connection="DSN=x;UID=token.account" command="select TokenQuery"/></connection>'
    )
    external = (
        '<externalBook><sheetNames><sheetName val="TokenExternalSheet"/></sheetNames><sheetDataSet>'
        '<sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>TokenExternal</v></cell></row></sheetData>'
        "</sheetDataSet></externalBook>"
    )
    column = '<tableColumn id="1" name="TokenTableColumn" totalsRowLabel="TokenTotal"/>'
    table = f"<tableColumns>{column}</tableColumns>"
    records = '<r><x v="0"/><d v="2011-03-03T00:00:00"/></r><r><s v="TokenRecord"/><m/></r>'
    properties = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    drawn = "application/vnd.openxmlformats-officedocument.drawing+xml"
    return {
        "xl/comments1.xml": Beside(
            xml("comments", "<authors><author>TokenAuthor</author></authors><commentList>"
                '<comment ref="B3" authorId="0"><text><r><t>TokenCom</t></r><r><t>ment</t></r></text>'
                "</comment>"
                "</commentList>"),
            TYPE + "comments+xml", "comments", _SHEET),
        "xl/threadedComments/threadedComment1.xml": Beside(
            f'<ThreadedComments xmlns="{threads}"><threadedComment ref="A1" personId="{{0}}">'
            "<text>TokenThread</text></threadedComment></ThreadedComments>",
            "application/vnd.ms-excel.threadedcomments+xml", "threadedComment", _SHEET),
        "xl/persons/person.xml": Beside(
            f'<personList xmlns="{threads}"><person displayName="TokenPerson"'
            ' userId="S::token.user@example.org"/>'
            "</personList>", "application/vnd.ms-excel.person+xml", "person"),
        "xl/drawings/drawing1.xml": Beside(
            xml("xdr:wsDr", drawing), drawn, "drawing", _SHEET),
        "xl/tables/table1.xml": Beside(
            xml("table", table, 'name="TokenTable" displayName="TokenTable" ref="A1:B2"'),
            TYPE + "table+xml", "table", _SHEET),
        "xl/pivotCache/pivotCacheDefinition1.xml": Beside(
            xml("pivotCacheDefinition", pivot, 'refreshedBy="TokenRefreshed"'), _PIVOT,
            "pivotCacheDefinition"),
        "xl/pivotCache/pivotCacheRecords1.xml": Beside(
            xml("pivotCacheRecords", records),
            _RECORDS, "pivotCacheRecords", "xl/pivotCache/pivotCacheDefinition1.xml"),
        "xl/pivotTables/pivotTable1.xml": Beside(
            xml("pivotTableDefinition", '<pivotFields><pivotField name="TokenPivotField"/></pivotFields>',
                'name="TokenPivotTable"'), TYPE + "pivotTable+xml", "pivotTable", _SHEET),
        "xl/connections.xml": Beside(xml("connections", connection), TYPE + "connections+xml", "connections"),
        "xl/externalLinks/externalLink1.xml": Beside(
            xml("externalLink", external), TYPE + "externalLink+xml", "externalLink"),
        "docProps/app.xml": Beside(
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Company>TokenCompany</Company></Properties>",
            properties, "extended-properties", ""),
    }  # fmt: skip


@pytest.fixture(scope="module")
def everything() -> Document:
    return read_sheets(_everything())


@pytest.mark.parametrize(
    ("token", "part", "place"),
    [
        ("TokenShown", Part.TABLE, "X1"),
        ("TokenResult", Part.TABLE, "X1"),  # what a formula gave when it was saved
        ("TokenShared", Part.TABLE, "X1"),  # over two runs of a shared text
        ("TokenHiddenSheet", Part.HIDDEN_TEXT, "X3"),
        ("TokenInHidden", Part.HIDDEN_TEXT, "X3"),
        ("TokenRow", Part.HIDDEN_TEXT, "X4"),
        ("TokenColumn", Part.HIDDEN_TEXT, "X4"),
        ("TokenWhite", Part.HIDDEN_TEXT, "X4"),  # in a hidden column, which weighs more
        ("TokenFormula", Part.FIELD, "X6"),
        ("TokenRule", Part.FIELD, "X6"),
        ("TokenRuleText", Part.FIELD, "X6"),
        ("TokenName", Part.BOOKMARK, "X7"),
        ("TokenNote", Part.BOOKMARK, "X7"),
        ("TokenConstant", Part.BOOKMARK, "X7"),
        ("TokenTable", Part.BOOKMARK, "X7"),
        ("TokenSource", Part.HIDDEN_TEXT, "X8"),
        ("TokenField", Part.HIDDEN_TEXT, "X8"),
        ("TokenItem", Part.HIDDEN_TEXT, "X8"),
        ("TokenUnused", Part.HIDDEN_TEXT, "X8"),  # no row shows it any more
        ("TokenRecord", Part.HIDDEN_TEXT, "X8"),
        ("03/03/2011", Part.HIDDEN_TEXT, "X8"),
        ("TokenPivotField", Part.HIDDEN_TEXT, "X8"),
        ("TokenPivotTable", Part.HIDDEN_TEXT, "X8"),
        ("TokenExternal", Part.HIDDEN_TEXT, "X9"),
        ("TokenExternalSheet", Part.HIDDEN_TEXT, "X9"),
        ("TokenLeftOver", Part.HIDDEN_TEXT, "X10"),
        ("TokenTableColumn", Part.HIDDEN_TEXT, "X10"),
        ("TokenTotal", Part.HIDDEN_TEXT, "X10"),
        ("TokenPrompt", Part.FORM_FIELD, "X11"),
        ("TokenError", Part.FORM_FIELD, "X11"),
        ("TokenChoice", Part.FORM_FIELD, "X11"),
        ("TokenOther", Part.FORM_FIELD, "X11"),
        ("TokenFormat", Part.PROPERTY, "X12"),
        ("TokenConnection", Part.PROPERTY, "X13"),
        ("TokenDescription", Part.PROPERTY, "X13"),
        ("token.account", Part.PROPERTY, "X13"),
        ("TokenQuery", Part.PROPERTY, "X13"),
        ("token.path", Part.PROPERTY, "X15"),
        ("TokenScenario", Part.HIDDEN_TEXT, "X16"),
        ("TokenUser", Part.HIDDEN_TEXT, "X16"),
        ("TokenRemark", Part.HIDDEN_TEXT, "X16"),
        ("TokenInput", Part.HIDDEN_TEXT, "X16"),
        ("TokenFilter", Part.HIDDEN_TEXT, "X16"),
        ("TokenHiddenBox", Part.HIDDEN_TEXT, "X17"),
        ("TokenBox", Part.TEXT_BOX, "D8"),
        ("TokenAlt", Part.ALT_TEXT, "D47"),
        ("TokenShape", Part.ALT_TEXT, "D47"),
        ("TokenComment", Part.COMMENT, "D27"),
        ("TokenThread", Part.COMMENT, "D27"),
        ("TokenAuthor", Part.PROPERTY, "D40"),
        ("TokenRefreshed", Part.PROPERTY, "D40"),
        ("TokenPerson", Part.PROPERTY, "D41"),
        ("token.user@example.org", Part.PROPERTY, "D41"),
        ("TokenHeader", Part.HEADER, "D17"),
        ("TokenFooter", Part.FOOTER, "D17"),
        ("TokenTooltip", Part.LINK, "D45"),
        ("TokenDisplay", Part.LINK, "D45"),
        ("TokenPlace", Part.LINK, "D45"),
        ("TokenStyle", Part.PROPERTY, "D51"),
        ("TokenRange", Part.PROPERTY, "D56"),
        ("TokenSharing", Part.PROPERTY, "D56"),
        ("TokenCompany", Part.PROPERTY, "D58"),
        ("TokenCodename", Part.PROPERTY, "X2"),
    ],
)
def test_each_place_is_read(token: str, part: Part, place: str, everything: Document) -> None:
    assert (part, place) in [(found.part, found.place) for found in located(everything, token)]


def test_all_of_it_was_understood(everything: Document) -> None:
    assert [gap.what for gap in everything.gaps] == []


def test_a_comment_stands_at_its_cell(everything: Document) -> None:
    assert located(everything, "TokenComment")[0].cell == (3, 2)


def test_rows_of_a_pivot_cache_stand_below_the_names_of_its_fields(everything: Document) -> None:
    field, record, born = (
        located(everything, token)[0] for token in ("TokenField", "TokenRecord", "03/03/2011")
    )
    assert (field.block, field.cell, record.cell, born.cell) == (record.block, (1, 1), (3, 1), (2, 2))


def _by_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Chronology"
    sheet["A1"] = "Chronology of Child K"
    sheet.append([])
    sheet.append(["Date", "Child", "Mother", "Telephone"])
    sheet.append([datetime.date(2011, 3, 3), "Kayleigh Ashdown", "Karen Ashdown", 7700900123])
    sheet["A4"].number_format, sheet["D4"].number_format = "d-mmm", "00000 000000"
    sheet["C4"].comment = Comment("ask Nadia Khan", "Olive Tutor")
    sheet["F4"], sheet["G4"] = "White Person", "Black Person"
    sheet["F4"].font = Font(color="FFFFFF")
    sheet["G4"].fill = PatternFill("solid", fgColor="000000")
    choices = DataValidation(type="list", formula1='"Anna Harte,Tom Vesey"')
    sheet.add_data_validation(choices)
    choices.add("A9")
    book.defined_names["Ref"] = DefinedName("Ref", attr_text='"Secret Son"')
    book.properties.creator = "Creator Person"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_chronology_is_read_as_a_table_with_its_headings() -> None:
    document = read_sheets(_by_openpyxl())
    title, heading, name = (
        located(document, text)[0] for text in ("Chronology of Child K", "Mother", "Karen Ashdown")
    )
    assert (heading.cell, name.cell) == ((3, 3), (4, 3))
    assert heading.block == name.block != title.block
    assert "07700 900123" in document.text()


def test_the_whole_date_behind_a_cell_is_hidden_text() -> None:
    document = read_sheets(_by_openpyxl())
    assert [(found.part, found.place) for found in located(document, "03/03/2011")] == [
        (Part.HIDDEN_TEXT, "X14")
    ]
    assert located(document, "3-Mar")[0].part is Part.TABLE


@pytest.mark.parametrize("text", ["White Person", "Black Person"])
def test_words_in_the_colour_of_their_ground_are_hidden(text: str) -> None:
    assert [(at.part, at.place) for at in located(read_sheets(_by_openpyxl()), text)] == [
        (Part.HIDDEN_TEXT, "X5")
    ]


def test_nothing_that_openpyxl_shows_is_left_out() -> None:
    content = _by_openpyxl()
    text = read_sheets(content).text()
    for cells in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True):
        for value in cells:
            if isinstance(value, str):
                assert value in text


def test_what_openpyxl_writes_by_itself_gives_no_gap() -> None:
    assert read_sheets(_by_openpyxl()).gaps == ()


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("7700900123", True),  # a mobile number
        ("1632960123", True),
        ("163296012", True),  # an old number of nine digits
        ("9991234004", False),  # an NHS number
        ("20110303", False),
    ],
)
def test_a_telephone_number_that_lost_its_nought_is_read_with_it(value: str, read: bool) -> None:
    document = read_sheets(workbook({"One": data(f'<row r="1"><c r="A1"><v>{value}</v></c></row>')}))
    texts = [passage.text for passage in document.passages if passage.location.cell]
    assert texts == [value, f"0{value}"] if read else texts == [value]


def test_a_hidden_sheet_without_a_word_on_it_is_told() -> None:
    document = read_sheets(workbook({"One": data(), "Two": data()}, states={"Two": "hidden"}))
    assert [(trace.location.place, trace.what) for trace in document.traces] == [("X3", "a hidden sheet")]


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("One!$A$1:$B$2", False),  # a sheet of this workbook
        ("'One'!$A$1", False),
        ("'Karen Okafor'!$A$1", True),  # a sheet that was deleted, or is of another workbook
        ("KarenOkafor!$A$1", True),
        ("SUM($A$1:$B$2)*2", False),
    ],
)
def test_a_name_of_no_sheet_in_a_formula_is_read(formula: str, said: bool) -> None:
    names = f'<definedNames><definedName name="_xlnm.Print_Area">{formula}</definedName></definedNames>'
    document = read_sheets(workbook({"One": data()}, extra=names))
    assert any(passage.location.place == "X7" for passage in document.passages) is said


@pytest.mark.parametrize(
    ("value", "said"), [("9991234004", True), ("Karen", True), ("12", False), ("true", False)]
)
def test_a_number_of_a_person_in_a_property_is_read(value: str, said: bool) -> None:
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    inner = (
        f'<Properties xmlns:vt="x"><property name="n"><vt:lpwstr>{value}</vt:lpwstr></property></Properties>'
    )
    beside = {"docProps/custom.xml": Beside(inner, kind, "custom-properties", "")}
    found = located(read_sheets(workbook({"One": data()}, beside=beside)), value)
    assert [at.place for at in found] == (["D59"] if said else [])
