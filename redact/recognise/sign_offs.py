"""Letters that sign an entry: "No visit made. LA", where other entries end with letters that are somebody's.

A usual short form (AE, LA) may be a worker's initials too. Behind the last sentence of an entry that begins
with its day or time it is asked about, where another entry of the call is signed with initials that were
found. A post (SW, GP) is left: it says who wrote, and names nobody. So are letters with a day behind
the last sentence. What remains: the letters of an only writer without a day, and those of a post.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.lists import kinds, words
from redact.recognise.mid_sentence import PARTS
from redact.recognise.taken import Place, Taken, people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED, _UNLISTED = 0.43, "unlisted"  # a little more than that one asks for
_SIGN = regex.compile(r"(?<=\p{Ll}{2}[.?!)\"'][ ])(?P<letters>\p{Lu}{2,3})(?=[\"'\u201d]?[ ]*(?:[\n\t]|$))")
# "Raised by me to medium. LA 4.5.09": whoever dates letters has signed.
_DATED = regex.compile(
    r"(?<=\p{Ll}{2}[.?!)\"'][ ])(?P<letters>\p{Lu}{2,3})"
    r"(?=,?[ ]\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[ ]*(?:[\n\t]|$))"
)
_ENTRY = regex.compile(r"[ ]*(?:(?i:mon|tue|wed|thu|fri|sat|sun)\p{Ll}*\.?,?[ ])?\d")
_ANSWERS = frozenset({"yes", "no", "nil", "na", "nk", "ok", "end", "tbc", "nfa", "nfr", "dna", "wnb"})
_EVIDENCE = Evidence("sign-offs", "1", "letters that sign an entry", "letters behind the end of an entry")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    # What an unlisted word claims of the short forms of things falls late.
    stands = [each for each in mentions if each.evidence.recogniser != _UNLISTED]
    people = taken_by(each for each in stands if each.label is Label.PERSON)
    signs = [place for view in views for place in _signs(view)]
    if not any(_is_found(place, people) for place in signs):
        signs = []
    signs += [place for view in views for place in _dated(view)]
    asked = (place for place in signs if not _names_nobody(_letters(place)))
    yield from people_where_free(asked, taken_by(stands), _ASKED, _EVIDENCE)


def _signs(view: View) -> Iterator[Place]:
    for reading in view.first:
        if reading.passage.location.part in PARTS:
            for match in _SIGN.finditer(reading.text):
                start = max(reading.text.rfind(end, 0, match.start()) for end in "\n\t") + 1
                if _ENTRY.match(reading.text, start):
                    yield reading, *match.span("letters")


def _dated(view: View) -> Iterator[Place]:
    for reading in view.first:
        if reading.passage.location.part in PARTS:
            for match in _DATED.finditer(reading.text):
                yield reading, *match.span("letters")


def _letters(place: Place) -> str:
    reading, start, end = place
    return reading.text[start:end]


def _is_found(place: Place, people: Taken) -> bool:
    reading, start, end = place
    span = reading.span(start, end)
    return span is not None and people.touches(reading.passage.id, *span)


def _names_nobody(letters: str) -> bool:
    """Tell a post, and what answers a question or ends an entry."""
    plain = letters.casefold()
    return plain in _ANSWERS or plain in words("post-words") or letters in kinds("roles")


RECOGNISER = FollowUpRecogniser(
    name="sign-offs",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Raised by me from standard to medium. LA 09.11.15", ("LA",)),
        Example(
            "Ann Quill (AQ), Tom Vesey (TV)\n\n4.5.09 Seen. AQ\n5.5.09 Rang. TV\n6.5.09 No visit made. LA",
            ("LA",),
        ),
        Example(
            "Ann Quill (AQ), Tom Vesey (TV)\n\n4/5/09 Seen. AQ\n\n5/5/09 Rang. TV\n\n6/5/09 Out. AE", ("AE",)
        ),
        Example(
            "Ann Quill (AQ), Tom Vesey (TV)\n\nMon 09.10 Seen. AQ\nMon 09.20 Rang. TV\nMon 09.30 Out. HR",
            ("HR",),
        ),
    ),
    near_misses=(
        "Seen at home. SW 4.5.09\n\nSent to LA 4.5.09 and LA 5.5.09",
        "4.5.09 Seen at home. LA",
        "Ann Quill (AQ), Tom Vesey (TV)\n\n4.5.09 Seen. AQ\n5.5.09 Rang. TV\n6.5.09 Decided together. SW",
        "Ann Quill (AQ)\n\n4.5.09 Seen. AQ\nShe asked all. LA\n6.5.09 Was he in? YES",
    ),
)
