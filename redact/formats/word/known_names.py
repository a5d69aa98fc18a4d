"""Names of styles and fonts that programs bring with them; any other was given by a person."""

from __future__ import annotations

import re

__all__ = ["is_known_font", "is_known_style", "words_of_fonts"]

# Built into Word (ECMA-376 part 1, 17.7.4.9 and latentStyles of a new document), LibreOffice and python-docx.
_STYLE = re.compile(
    r"""^(?:
      normal(?:\ \(web\)|\ indent|\ table)? | heading(?:\ [1-9])? | (?:toc|index)\ (?:[1-9]|heading)
      | index | title | subtitle | caption[0-9]* | list(?:\ (?:bullet|number|continue))?(?:\ [2-5])?
      | list\ paragraph | no\ list
      | body\ text(?:\ (?:[23]|first\ indent|indent|first\ indent\ 2|indent\ [23]))? | text\ body
      | (?:header|footer)(?:\ (?:left|right|first))? | header\ and\ footer
      | footnote(?:\ text|\ reference|\ symbol|\ characters)?
      | endnote(?:\ text|\ reference|\ symbol|\ characters)? | footnote\ anchor | endnote\ anchor
      | annotation\ (?:text|reference|subject) | comment\ (?:text|reference|subject) | balloon\ text
      | page\ number | line\ number(?:ing)? | hyperlink | followedhyperlink | internet\ link
      | visited\ internet\ link | strong(?:\ emphasis)? | emphasis | subtle\ emphasis
      | intense\ emphasis | subtle\ reference | intense\ reference | book\ title | quote | quotations
      | intense\ quote | no\ spacing | placeholder\ text | default(?:\ paragraph\ font|\ style)?
      | revision | bibliography | macro(?:\ text)? | plain\ text | document\ map | block\ text
      | table\ (?:of\ figures|of\ authorities|contents|heading|normal)
      | table\ (?:grid(?:\ (?:[1-8]|light))?|theme|professional|elegant)
      | table\ (?:simple|classic|colorful|columns|list|3d\ effects|subtle|web)\ [1-8]
      | table\ contemporary | toa\ heading | envelope\ (?:address|return) | closing | signature
      | salutation | date | message\ header | note\ heading | e-mail\ signature
      | html\ (?:top\ of\ form|bottom\ of\ form|acronym|address|cite|code|definition)
      | html\ (?:keyboard|preformatted|sample|typewriter|variable)
      | outline\ list\ [1-3] | article\ /\ section | 1\ /\ a\ /\ i | 1\ /\ 1\.1\ /\ 1\.1\.1
      | frame(?:\ contents)? | preformatted\ text | numbering\ symbols | bullets? | drop\ caps
      | source\ text | teletype | user\ entry | variable | example | definition | horizontal\ line
      | addressee | sender | caption\ characters | illustration | drawing | text | figure
      | list\ label\ [0-9]+ | listlabel\ ?[0-9]+ | ww-default(?:\ style)? | ww8?num[0-9]+(?:z[0-9])?
      | wwcharlfo[0-9]+lvl[0-9] | index\ link | main\ index\ entry | placeholder | rubies
      | vertical\ numbering\ symbols
      | (?:light|medium|dark|colorful)\ (?:shading|list|grid)(?:\ [1-3])?(?:\ (?:-\ )?accent\ [1-6])?
      | plain\ table\ [1-5] | grid\ table\ light | tablegridlight
      | (?:grid|list)\ table\ [1-7](?:\ (?:light|dark|colorful))?(?:\ ?-?\ accent\ [1-6])? | mention
      | style\ ?[0-9]+ | hashtag | smart\ hyperlink | smart\ link | unresolved\ mention | tablenormal
      | )
      (?:\ ?(?:char|zchn|carattere|car)[0-9]*)*$""",
    re.IGNORECASE | re.VERBOSE,
)

_FONTS = frozenset(
    [
        "arial",
        "arial narrow",
        "arial black",
        "arial unicode ms",
        "aptos",
        "aptos display",
        "aptos narrow",
        "aptos mono",
        "bahnschrift",
        "book antiqua",
        "bookman old style",
        "calibri",
        "calibri light",
        "cambria",
        "cambria math",
        "candara",
        "carlito",
        "caladea",
        "century",
        "century gothic",
        "comic sans ms",
        "consolas",
        "constantia",
        "corbel",
        "courier",
        "courier new",
        "dejavu sans",
        "dejavu sans mono",
        "dejavu serif",
        "ebrima",
        "franklin gothic book",
        "franklin gothic medium",
        "freesans",
        "gabriola",
        "garamond",
        "georgia",
        "gill sans",
        "gill sans mt",
        "gill sans nova",
        "helvetica",
        "helvetica neue",
        "helv",
        "impact",
        "leelawadee ui",
        "liberation mono",
        "liberation sans",
        "liberation sans narrow",
        "liberation serif",
        "linux libertine g",
        "lucida console",
        "lucida grande",
        "lucida sans unicode",
        "lucida sans",
        "lohit devanagari",
        "mangal",
        "marlett",
        "microsoft sans serif",
        "microsoft yahei",
        "ms gothic",
        "ms mincho",
        "ｍｓ 明朝",
        "ｍｓ ゴシック",
        "ms sans serif",
        "ms serif",
        "ms shell dlg",
        "noto sans",
        "noto sans cjk sc",
        "noto serif cjk sc",
        "noto serif",
        "noto sans symbols",
        "nsimsun",
        "open sans",
        "opensymbol",
        "palatino linotype",
        "palatino",
        "roboto",
        "rockwell",
        "segoe print",
        "segoe script",
        "segoe ui",
        "segoe ui light",
        "segoe ui semibold",
        "segoe ui emoji",
        "segoe ui symbol",
        "simsun",
        "simhei",
        "source han sans cn",
        "source sans pro",
        "sylfaen",
        "symbol",
        "tahoma",
        "times",
        "times new roman",
        "times roman",
        "trebuchet ms",
        "tw cen mt",
        "univers",
        "verdana",
        "webdings",
        "wingdings",
        "wingdings 2",
        "wingdings 3",
        "yu gothic",
        "yu gothic light",
        "yu mincho",
        "ms pgothic",
        "batang",
        "malgun gothic",
        "starsymbol",
        "tahoma bold",
        "@arial unicode ms",
        "lato",
        "montserrat",
        "mincho",
        "gothic",
        "angsana new",
        "cordia new",
        "latha",
        "vrinda",
        "gulim",
        "dengxian",
        "dengxian light",
        "等线",
        "等线 light",
        "宋体",
        "黑体",
        "microsoft jhenghei",
        "pmingliu",
        "新細明體",
        "游明朝",
        "游ゴシック",
        "游ゴシック light",
        "맑은 고딕",
        "바탕",
        "starbats",
    ]
)
_FAMILY = re.compile(
    r"^(?:liberation|dejavu|noto|segoe|lohit|arial|times new roman|courier|source han|yu) [a-z0-9 ]+$"
)


def is_known_style(name: str) -> bool:
    """Tell whether a style of this name comes with a program; also for the empty name."""
    return _STYLE.match(name) is not None


def words_of_fonts() -> frozenset[str]:
    """Give the words of the names of fonts, in lower case: Georgia, Roman."""
    return frozenset(word for name in _FONTS for word in name.split())


def is_known_font(name: str) -> bool:
    """Tell whether a font of this name comes with a system or program; also for the empty name."""
    plain = name.strip().lower()
    return not plain or all(
        piece.strip() in _FONTS or _FAMILY.match(piece.strip()) for piece in plain.split(";")
    )
