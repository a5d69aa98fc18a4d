"""Letters that a document explains by somebody's name, wherever they stand in it: "SW = DC Sian Whitlock".

There they are hers, though SW is a post's everywhere else; they are asked about. So are two or three capitals
with a day or a time written into them, "signed QL10/06/09", "QD19:20hrs": who writes so signs. What remains:
the post itself in a document that has given its letters away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.initials import fits
from redact.recognise.letter_places import has_an_article
from redact.recognise.lists import kinds
from redact.recognise.readings import Reading
from redact.recognise.taken import Place, Taken, people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED = 0.45
_RANK = r"(?:(?:[DPWT]*[DP][CSI]|DCI|Sgt|Insp|Dr|Mrs?|Ms|Miss|Cllr|Nurse|Sister|the)\.?[ ])?"
_PART = r"(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'-]+)"
_KEYED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}.'/-])(?P<letters>\p{{Lu}}{{2,3}})[ ]?(?:=|:|\t|is)[ ]?{_RANK}"
    rf"(?P<name>{_PART}(?:[ ]{_PART}){{1,3}})"
)
_BRACKETED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'-])(?P<name>{_PART}(?:[ ]{_PART}){{1,2}})"
    r"[ ]\([\"']?(?P<letters>\p{Lu}{2,3})[\"']?\)"
)
_WORD = regex.compile(r"(?<![\p{L}\p{N}.'@-])\p{Lu}{2,3}(?![\p{L}@]|-\p{L}|[ ]\p{Lu}\p{Ll})")
# Nothing but a name is signed and dated in one breath; "AM08.15" is a time alone.
_RUN_IN = regex.compile(
    r"(?<![\p{L}\p{N}.'@/-])(?P<letters>\p{Lu}{2,3})"
    r"(?=(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|[0-2]\d[:.]?[0-5]\d(?:[ ]?(?i:hrs?|h)\b|(?<=[:.]\d\d)))"
    r"(?![\p{L}\p{N}/-]))"
)
# "Observations by hour: WK WK KV WK"
_ROW = regex.compile(r"(?<=:[ ])(?P<one>\p{Lu}{2})(?:[ ,]+(?P<one>\p{Lu}{2})){2,}(?=[ ]*(?:$|\n|\.))")
# An officer's things are numbered with her letters; a solicitor's reference holds those of who writes.
_OF_A_THING = regex.compile(
    r"\b(?i:exh(?:ibit)?s?|seized|sealed|excl|label)\b[^\n/]{0,20}?[ :](?P<letters>\p{Lu}{2,3})(?=/\d{1,3}\b)"
    r"|\b(?i:ref(?:erence)?)\b\.?:?[^\n/]{0,60}/(?P<letters>\p{Lu}{2,3})(?=/\p{Lu}\p{Ll})"
)
_TIMES = frozenset({"AM", "PM", "GMT", "BST", "NO", "TEL", "EXT", "REF", "REV", "ISO", "DOB", "VER"})
_POSTS = frozenset({"cp", "lac", "cin", "cms", "cpp", "eh", "mash", "sen", "fo", "la", "uk"})
_EVIDENCE = Evidence(
    "explained-letters", "1", "letters explained here", "letters that this document explains by a name"
)
_SIGNED = Evidence(
    "explained-letters", "1", "letters with a day", "letters that a day or a time is written to"
)
_IN_A_ROW = Evidence("explained-letters", "1", "letters in a row", "letters in a row of somebody's letters")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    people = taken_by(each for each in mentions if each.label is Label.PERSON and each.score >= _ASKED)
    taken = taken_by(mentions)
    for view in views:
        mine = frozenset(letters for each in view.first for letters in _explained(each, people))
        again = [place for each in view.first for place in _again(each, mine)]
        yield from people_where_free(again, taken, _ASKED, _EVIDENCE)
        rows = [place for each in view.first for place in _in_rows(each, people)]
        yield from people_where_free(rows, taken, _ASKED, _IN_A_ROW)
        signed = [place for each in view.first for place in _signed(each)]
        yield from people_where_free(signed, taken, _ASKED, _SIGNED)


def _explained(reading: Reading, people: Taken) -> Iterator[str]:
    """Give the letters of one reading that stand beside the name of somebody that they begin."""
    for pattern in (_KEYED, _BRACKETED):
        for match in pattern.finditer(reading.text, overlapped=True):
            span = reading.span(*match.span("name"))
            is_somebody = span is not None and people.touches(reading.passage.id, *span)
            if is_somebody and fits(match["letters"], match["name"].replace(".", "")):
                yield match["letters"]


def _again(reading: Reading, mine: frozenset[str]) -> Iterator[Place]:
    for match in _WORD.finditer(reading.text) if mine else ():
        if match[0] in mine and not has_an_article(reading.text, match.start()):
            yield reading, match.start(), match.end()


def _in_rows(reading: Reading, people: Taken) -> Iterator[Place]:
    """Give the letters of a row of nothing else behind a colon, of which some are somebody's."""
    for match in _ROW.finditer(reading.text):
        every = [reading.span(*span) for span in match.spans("one")]
        if any(span is not None and people.touches(reading.passage.id, *span) for span in every):
            yield from ((reading, *span) for span in match.spans("one"))


def _signed(reading: Reading) -> Iterator[Place]:
    for match in _RUN_IN.finditer(reading.text):
        if match["letters"] not in _TIMES:
            yield reading, *match.span("letters")
    for match in _OF_A_THING.finditer(reading.text):
        letters = match["letters"]
        if letters not in _TIMES and letters not in kinds("roles") and letters.casefold() not in _POSTS:
            yield reading, *match.span("letters")


RECOGNISER = FollowUpRecogniser(
    name="explained-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("SW = DC Sian Whitlock.\n\nA message for SW, desk empty.", ("SW", "SW")),
        Example("The case of DC Sian Whitlock (SW) it was.\n\nleft with SW", ("SW", "SW")),
        Example("continuity signed QL10/06/09", ("QL",)),
        Example("25.02.08: QD19:20hrs, shouting heard", ("QD",)),
        Example("Exhibit label: QD/4 sealed; file ref Larkrise Law/QL/Harte09", ("QD", "QL")),
        Example("Willow Quill (WQ) came.\n\nObservations by hour: WQ WQ KV WQ", ("KV",)),
    ),
    near_misses=(
        "SW = Social Worker.\n\nA message for SW, desk empty.",
        "The Local Safeguarding Children Board (LSCB) met, and so did LSCB.",
        "Exhibit 4, label CP/4, ref HV/CP/Harte, our ref AB/123",
        "at AM08.15 by bus BH5, ref PO1234, REV10/06/09",
    ),
)
