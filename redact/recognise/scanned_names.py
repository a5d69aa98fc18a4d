"""Names in which a scanner read letters for others of the same shape: "waltcrs", "bIodwen", "Subecr".

A word that is no other word, and that becomes a known name of the call when one or two such letters are read
as what they look like, is asked about, in small letters too. What remains: three slips in one word, and a
slip that makes another word of a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.plain_words import is_seldom_a_name
from redact.recognise.readings import Reading
from redact.recognise.repeat_names import key_of
from redact.recognise.slipped_names import words_of_the_case
from redact.recognise.taken import Place, people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED = 0.45
_SHORTEST, _TWO_SLIPS = 5, 6  # letters of a name with one slip, and with two
# What stood there, and what is read, as names are looked up: in small letters and without marks.
_LOOKS = (("e", "c"), ("l", "i"), ("i", "l"), ("h", "b"), ("m", "rn"), ("d", "cl"), ("w", "vv"))
_WORD = regex.compile(r"(?<![\p{L}\p{N}_@./'-])\p{L}{4,}(?![\p{L}\p{N}_@'])")
_EVIDENCE = Evidence(
    "scanned-names", "1", "name misread", "letters that a scanner reads for those of a known name"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = words_of_the_case(views, mentions)
    read = {slip for name in known for slip in _slips(name)} - known
    if read:
        places = [place for view in views for reading in view.first for place in _places(reading, read)]
        yield from people_where_free(places, taken_by(_people(mentions)), _ASKED, _EVIDENCE)


def _people(mentions: Sequence[Mention]) -> Iterator[Mention]:
    return (each for each in mentions if each.label is not Label.RELATION)


def _slips(name: str) -> Iterator[str]:
    """Give what a scanner may read for a name: one slip, and two in a long one."""
    if len(name) < _SHORTEST:
        return
    for once in _once(name, 0):
        yield once[0]
        if len(name) >= _TWO_SLIPS:
            yield from (twice for twice, _ in _once(*once))


def _once(name: str, low: int) -> Iterator[tuple[str, int]]:
    for stood, read in _LOOKS:
        at = name.find(stood, low)
        while at >= 0:
            yield name[:at] + read + name[at + len(stood) :], at + len(read)
            at = name.find(stood, at + 1)


def _places(reading: Reading, read: set[str]) -> Iterator[Place]:
    for match in _WORD.finditer(reading.text):
        key, end = key_of(match[0]), match.end()
        if key not in read and key[-1] == "s" and key[:-1] in read:
            key, end = key[:-1], end - 1
        if key in read and not _is_a_word(reading.text[match.start() : end]):
            yield reading, match.start(), end


def _is_a_word(word: str) -> bool:
    plain = word.casefold()
    return (
        is_known(plain)
        or is_seldom_a_name(plain)
        or plain in stop_words()
        or plain in words("small-words")
        or plain in words("forenames")
        or plain in words("record-abbreviations")
    )


RECOGNISER = FollowUpRecogniser(
    name="scanned-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mrs Ida Tarrett came.\n\na call from tarrctt at ten", ("tarrctt",)),
        Example("Mrs Ida Quillham came.\n\nask quilIhams receptionist", ("quilIham",)),
        Example("Mrs Ida Ormesher came.\n\n0rder: Orrncshcr first, then Orrncsher", ("Orrncsher",)),
    ),
    near_misses=(
        "Mrs Ida Locke came.\n\nThe lock was changed.",
        "Mrs Ida Beard came.\n\nThe bread and the board.",
        "Mrs Ida Diane came.\n\nThe clinic and the plane.",
    ),
)
