"""Word's own vocabulary: which elements hold text, which attributes there are, what their values look like.

It errs to the narrow side: a value of no known form is dropped, and counted.
"""

from __future__ import annotations

import re

__all__ = [
    "EDITING",
    "NAMED",
    "SETTING_OF_SHAPES",
    "STYLE_OF_SHAPES",
    "TEXT",
    "VALUES_LOOKED_AT",
    "WORD_ATTRIBUTES",
    "is_common",
    "is_plain",
]

# Elements that hold text; text anywhere else is none that Word shows.
_WORDS_OF_TEXT = """
    t v f instrText formatCode posOffset align pctPosHOffset pctPosVOffset pctWidth pctHeight nf
"""
TEXT = frozenset(_WORDS_OF_TEXT.split())
# Numbers of editing sessions, and who changed what and when.
EDITING = re.compile(
    r"^(?:rsid\w*|paraId|textId|anchorId|editId|author|date|dateUtc|initials|conformance|durableId)$"
)
_NUMBERS = r"[-+0-9.,;:\ ]"
# Words of the vocabulary, measures, numbers in hex, schemas: what our reader takes for no words either.
_VALUE = re.compile(
    rf"""^(?: | [a-z][A-Za-z]*[0-9]* | (?:band|snip|round|x|w|wp|a|o|sha)[0-9]+[A-Za-z]*
      | (?=[-+0-9.]){_NUMBERS}*+ (?: (?:pt|in|cm|mm|px|em|fd|f|%|pc|pi) {_NUMBERS}*+ )*+
      | \#?(?=.*[0-9])[0-9A-Fa-f]{{2,20}} | \#[A-F]{{3,6}} | [A-F]{{6}} | [A-F]{{2}} | [A-Z] | --
      | [{{]?[0-9A-Fa-f]{{8}}(?:-[0-9A-Fa-f]{{4}}){{3}}-[0-9A-Fa-f]{{12}}[}}]? | R?rId[0-9]+
      | [a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})+ | \#?_x0000_[a-z][0-9]+ | _(?:Toc|Ref)[0-9]+
      | (?:urn|https?):[^\ ]*(?:schemas|microsoft\.com|w3\.org|purl)[^\ ]* | True | False | None | Auto )$""",
    re.VERBOSE,
)
# Colours as Word writes them in shapes, and the program in which SmartArt is laid out.
_RARE_VALUE = re.compile(
    r"""^(?: \#?[0-9A-Fa-f]{3,6}\ \[[0-9]+\] | [a-z]+\ \[[0-9]+\] | [a-z]+\ [a-z]+\([0-9]+\)
      | [a-z][A-Za-z]*[0-9]D[0-9] | Even | Odd | NaN | INF | Name[0-9]+ | \[Text\] )$""",
    re.VERBOSE,
)
# Geometry: numbers, signs, and letters that are commands; in formulas also names of guides and functions.
_GEOMETRY = re.compile(r"^(?:[^A-Za-z]|[A-Za-z]{1,3}(?![A-Za-z]))*+$")
_FORMULA = re.compile(r"^(?:[^A-Za-z]|(?<![A-Za-z0-9])[a-z][A-Za-z0-9]*+)*+$")
_SCRIPT = re.compile(r"^[A-Z][a-z]{3}$")
_WORDS_OF_GEOMETRY = """
    path coordsize coordorigin adj points from to control1 control2 textboxrect wrapcoords connectlocs
    connectangles limo colors inset dashstyle panose
"""
_FORMS: dict[str, re.Pattern[str]] = {
    **dict.fromkeys(_WORDS_OF_GEOMETRY.split(), _GEOMETRY),
    **dict.fromkeys(("fmla", "eqn"), _FORMULA),
    "script": _SCRIPT,
    "char": re.compile(r"^.{1,2}$"),  # a bullet
}
# Names of fonts and styles that were looked at, codes and ids that were rewritten, texts that are seen.
_WORDS_OF_LOOKED_AT = """
    typeface Requires Ignorable formatCode instr styleId descr title
    alt string ascii hAnsi cs eastAsia font style
"""
_LOOKED_AT = frozenset(_WORDS_OF_LOOKED_AT.split())
_WORDS_OF_VALUES_LOOKED_AT = """
    lvlText pStyle rStyle tblStyle basedOn next link styleLink numStyleLink name altName mathFont tblCaption
    tblDescription clickAndTypeStyle defaultTableStyle chr begChr endChr sepChr decimalSymbol listSeparator
"""
VALUES_LOOKED_AT = frozenset(_WORDS_OF_VALUES_LOOKED_AT.split())
_WORDS_OF_NAMED = """
    lsdException bookmarkStart docPr cNvPr font theme clrScheme fontScheme fmtScheme
"""
NAMED = frozenset(_WORDS_OF_NAMED.split())
STYLE_OF_SHAPES = re.compile(
    r"^(?:position|margin(?:-\w+)*|width|height|left|top|z-index|visibility|mso-[a-z-]+|rotation|flip"
    r"|v-text-[a-z-]+|font-(?:size|weight|style)|text-align|direction|layout-flow|display)$"
)
SETTING_OF_SHAPES = re.compile(r"^[-+a-z0-9.,% #]*$")


def is_common(value: str) -> bool:
    """Tell whether a value is a word of the vocabulary, a number, a colour or an id."""
    return _VALUE.match(value) is not None


def is_plain(name: str, value: str) -> bool:
    """Tell whether the value of an attribute of this name was looked at, or is of a form that it has."""
    if name in _LOOKED_AT or is_common(value) or _RARE_VALUE.match(value):
        return True
    form = _FORMS.get(name)
    return form is not None and form.match(value) is not None


# Every attribute of Word's own vocabulary (ECMA-376 part 1, annex A) that may stand in a part of the copy.
_WORDS_OF_WORD_ATTRIBUTES = """
    abstractNumId after afterAutospacing afterLines allStyles alternateStyleNames anchor anchorLock ascii
    asciiTheme author autoRedefine bar before beforeAutospacing beforeLines between blockQuote bottom
    bottomFromText char charSpace chapSep chapStyle clear clrIdx code color colDelim colFirst colLast cols
    combine combineBrackets count countBy cs cstheme customMarkFollows customStyle default defLockedState
    defQFormat defSemiHidden defUIPriority defUnhideWhenUsed directFormattingOnNumbering
    directFormattingOnParagraphs directFormattingOnRuns directFormattingOnTables display distance drop
    dropCap eastAsia eastAsiaTheme edit end endChars equalWidth evenHBand evenVBand fill fillcolor
    firstColumn firstLine firstLineChars firstColumnFirstRow firstColumnLastRow firstRow firstRowFirstColumn
    firstRowLastColumn fldCharType fmt followedHyperlink font footer frame gutter h hAnchor hAnsi hAnsiTheme
    hRule hSpace hanging hangingChars headerRows header headingStyles hint history horzAnchor hyperlink id
    ilvl instr insDel jc lang lastColumn lastColumnFirstRow lastColumnLastRow lastRow lastRowFirstColumn
    lastRowLastColumn latentStyles latentStyleCount leader left leftChars leftFromText legacy legacyIndent
    legacySpace line linePitch lineRule lines linkTarget locked m markup n name noEndnote noHBand noVBand
    numId numberingStyles num oddHBand oddVBand offset orient other paperSrc percent pos qFormat relativeTo
    restart right rightChars rightFromText semiHidden sep separator shadow shapeid shd space start
    startChars stlye stylesInUse styleId sz tab themeColor themeFill themeFillShade themeFillTint themeShade
    themeTint tblpX tblpXSpec tblpY tblpYSpec tentative top topFromText topLinePunct tplc type uiPriority
    unhideWhenUsed upDownBars uri usb0 usb1 usb2 usb3 csb0 csb1 uFormat val vAnchor vSpace vert vertAnchor
    vertCompress visibleStyles w wrap x xAlign y yAlign zOrder accent1 accent2 accent3 accent4 accent5
    accent6 bg1 bg2 t1 t2 bidi snapToGrid charset characterSet visuallyRepeat dirty fldLock eAsia lastValue
    hideMark element
"""
WORD_ATTRIBUTES = frozenset(_WORDS_OF_WORD_ATTRIBUTES.split())
