"""Marks of what was never filled in, and of what was taken out again."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redact.judge.checks.marks import ALL, ANY_CASE, TOP, Mark, Row, Where, make_mark
from redact.values.requirements import MarkName

__all__ = ["FILLINGS"]

_WANTED = (
    r"(?:names?|initials?|dates?|address(?:es)?|d\.?o\.?b\.?|date\sof\s(?:birth|death)|numbers?|titles?"
    r"|job\stitles?|details|ages?|postcode|telephone(?:\snumber)?|ref(?:erence)?(?:\snumber)?|text|logo"
    r"|heading|table|figure|picture|genogram|chronology|link|month|year|agency|organisation|board|area)"
)
_BY_HAND = r"(?:insert|add|enter|type|put|fill\sin|complete|delete|click|tap|choose|select|tbc|tba)"
_GONE = (
    r"(?:redact(?:ed|ions?)|removed|withheld|deleted|blanked\sout|blacked\sout|concealed)(?:\s[\w' ]{0,40})?"
)
_PASSAGE = r"(?:paragraph|section|sentence|page|passage|part|text|name|line|word)"
_SQUARE_SIGNS = (*range(0x2580, 0x2594), 0x25A0, 0x25AC, 0x25AE, 0x25FC, 0x2B1B)
_BLACK = f"[{''.join(map(chr, _SQUARE_SIGNS))}]"
_TICKED = r"[\u25a1\u2610]"  # an empty box: what stands beside it is a scale

_MERGED: tuple[Row, ...] = (
    (
        ALL,
        r"(?P<mark>\u00ab\s?[\w .,'/-]{1,60}\s?\u00bb|<<[^<>\n]{1,60}>>|\{\{[^{}\n]{1,60}\}\}"
        r"|\$\{[^{}\n]{1,60}\}|\[\[[^\[\]\n]{1,60}\]\]|%%\w{1,40}%%|\{%[^%\n]{1,60}%\})",
        0,
    ),
    (ALL, r"(?<!\w)(?P<mark>(?:MERGEFIELD|FILLIN)\s+\"?\w+)", 0),
)
_PLACEHOLDERS: tuple[Row, ...] = (
    (ALL, rf"(?P<mark>[\[<]\s*{_BY_HAND}\b[^\]>\n]{{0,80}}[\]>])", ANY_CASE),
    (ALL, r"(?P<mark>\(\s*[*_]*(?:insert|add|enter|type|tbc|tba)\b[^)\n]{0,80}\))", ANY_CASE),
    (
        ALL,
        rf"(?P<mark>[\[<]\s*(?:[\w']+\s){{0,3}}{_WANTED}(?:\s(?:of|for|here)\b[^\]>\n]{{0,40}})?\s*[\]>])",
        ANY_CASE,
    ),
    (
        ALL,
        r"(?<!\bto\s)(?<!\bnot\s)(?P<mark>\b(?:insert|enter|add|type)\s"
        rf"(?:(?:your|child's|the|full|a|an)\s)?{_WANTED}\shere)\b",
        ANY_CASE,
    ),
    (
        ALL,
        rf"(?:^|[:|(\t-])\s*(?P<mark>insert\s(?:(?:child's|full|your|the|agency|author's)\s)?{_WANTED})\b"
        r"(?!\s(?:was|were|is))",
        ANY_CASE,
    ),
    (
        ALL,
        rf"(?<!\bto\s)(?<!\bnot\s)(?P<mark>\binsert\s(?:(?:child's|full|your|the)\s)?{_WANTED})"
        r"(?=\W*$|[\s*_]*[)\]*_])",
        ANY_CASE,
    ),
    (
        ALL,
        r"(?P<mark>\b(?:click(?:\sor\stap)?\shere\sto\s(?:enter|add|type)\b[\w ]{0,20}"
        r"|(?:enter|type|add|insert)\s(?:[\w']+\s){1,3}here\b|lorem\sipsum))",
        ANY_CASE,
    ),
    (ALL, r"(?<![\w/])(?P<mark>TBC|TBA|T\.B\.C\.?)(?![\w/])", 0),
    (ALL, r"(?:^|[:(|\[\t-]\s?)(?P<mark>tb[ca]|t\.b\.c)(?=\s*(?:$|[.)|\],;]))", ANY_CASE),
    (
        ALL,
        r"(?:^|[:(|\[\t]\s?|\s-\s)(?P<mark>to\sbe\s(?:confirmed|advised|completed|inserted|added|provided"
        r"|determined))[\s.)\]]*$",
        ANY_CASE,
    ),
    (
        ALL,
        r"(?<![\w/.])(?P<mark>(?:xx?|\d{1,2})[/.-]xx[/.-](?:x{2,4}|20xx|\d{2,4})"
        r"|xx[/.-]\d{1,2}[/.-](?:x{2,4}|20xx|\d{2,4}))(?![\w/])",
        ANY_CASE,
    ),
    (
        (*TOP, Where.LINE, Where.CELL),
        r"(?:^|:\s?|\bon\s|\bdated?\s)(?P<mark>dd?[/.-]mm[/.-]yy(?:yy)?)(?=\s*(?:$|[.,;]))",
        ANY_CASE,
    ),
    (ALL, r"(?<![\d/.])(?P<mark>00[/.]00[/.]00(?:00)?)(?!\d)", 0),
    (ALL, r"(?<!\S)(?P<mark>\?{3,})(?!\S)", 0),
)
_REDACTED: tuple[Row, ...] = (
    (ALL, rf"(?P<mark>[\[(<{{][^\w\])]*(?:[\w'.]+\s){{0,4}}{_GONE}[^\w\])]*[\])>}}])", ANY_CASE),
    (ALL, r"(?<![\w'\"-])(?P<mark>REDACTED)(?![\w-])", 0),
    (
        ALL,
        rf"(?P<mark>\bth(?:is|ese)\s{_PASSAGE}s?\s(?:has|have)\sbeen\s"
        r"(?:redacted|removed|withheld|deleted|blanked\sout|blacked\sout))\b",
        ANY_CASE,
    ),
    (ALL, r"(?<![\w*])(?P<mark>\*{3,})(?=\s?\w)|(?<=\w\s)(?P<mark2>\*{3,})", 0),
)
_CROSSES: tuple[Row, ...] = (
    # Three crosses are a number in old books, and two or three in small letters a kiss.
    (
        ALL,
        r"(?<![\w.])(?<!\b(?i:part|size)\s)(?<!\b(?i:chapter)\s)(?<!\b(?i:schedule)\s)"
        r"(?P<mark>X{3,}|(?:X\s){2,}X)(?!\w)",
        0,
    ),
    (ALL, r"(?<![\w.])(?P<mark>x{4,}|Xx{2,})(?!\w|\s?[\"'\u201d])", 0),
    (ALL, r"(?<![\w.\"'])(?P<mark>xxx)(?=\s\w)", 0),
    (ALL, r"[\[(]\s?(?P<mark>[Xx]{2,})\s?[\])]", 0),
    (
        ALL,
        r"(?:\b(?:pages?|paragraph|para|section|appendix|aged|number)\s|\u00a3)(?P<mark>xx)\b",
        ANY_CASE,
    ),
    (
        ALL,
        r"(?<![\w,.])(?P<mark>XX)(?=\s(?:months?|years?|weeks?|days?|(?i:street|road|avenue|lane|school"
        r"|primary|hospital|nursery|surgery|per\scent))\b)",
        0,
    ),
)
_SQUARES: tuple[Row, ...] = (
    (ALL, rf"(?<!{_TICKED})(?P<mark>{_BLACK}(?:\s?{_BLACK})+)(?!\s?(?:{_TICKED}|{_BLACK}))", 0),
    # One alone at the beginning of a line is the sign of a list.
    (ALL, rf"^(?!\s*{_BLACK}|.*{_TICKED}).*?\S\s?(?P<mark>{_BLACK})(?!\s?(?:{_TICKED}|{_BLACK}))", 0),
)

FILLINGS: Mapping[MarkName, Mark] = MappingProxyType(
    {
        MarkName.MERGE_FIELD: make_mark(
            "\u00ab|<<|{{|{%|${|%%|[[|mergefield|fillin",
            "a field of a template was never filled in",
            *_MERGED,
        ),
        MarkName.PLACEHOLDER: make_mark(
            "insert|[|<|(add|(enter|(type| here|tbc| tba|(tba|:tba|t.b.c|lorem|??|d/mm|d.mm|d-mm|to be conf"
            "|to be advi|to be comp|to be inse|to be adde|to be prov|to be dete|xx/|xx.|xx-|/xx|.xx|-xx"
            "|00/00|00.00",
            "something was to be filled in here",
            *_PLACEHOLDERS,
        ),
        MarkName.REDACTED: make_mark(
            "redact|removed|withheld|deleted|blanked|blacked|concealed|***",
            "it shows that words were taken out after it was written",
            *_REDACTED,
        ),
        MarkName.CROSSES: make_mark("xx|x x", "crosses stand where a word or number was", *_CROSSES),
        MarkName.SQUARES: make_mark(
            "|".join(map(chr, _SQUARE_SIGNS)), "black squares stand where a word was", *_SQUARES
        ),
        MarkName.BLACK_HIGHLIGHT: make_mark(
            "",
            "a dark bar lies over it, and what is under it is still in the file",
            places=("D30", "P3", "P4", "P6", "P7", "P8", "P30"),
        ),
    }
)
