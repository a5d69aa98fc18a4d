"""Names without the space before them: "seen by HVQuillham", "brought in by PCOrley2945", "DCTAMSETT".

The short form of a post, a capital and small letters are a name that was typed or scanned without its space;
in capitals only a name that the documents hold elsewhere is known by that. So is a name before the sign of an
address that goes on with nothing ("Your message to Quillham@ was not sent"). What remains: a name run into
any other word; titles have their own recogniser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import Reading
from redact.recognise.repeat_names import key_of
from redact.recognise.slipped_names import words_of_the_case
from redact.recognise.taken import Taken, taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_LIKELY, _ASKED = 0.7, 0.45
_POSTS = r"(?:WPC|PC|DC|DS|DI|PS|SGT|Sgt|SSW|FSW|SW|HV|MW|SN|GP|CPN|TM|IRO|PO)"
_GLUED = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}_@.-]){_POSTS}(?P<name>\p{{Lu}}(?:'\p{{Lu}}|c\p{{Lu}})?\p{{Ll}}[\p{{L}}\p{{M}}'-]+"
    r"|\p{Lu}[\p{Lu}'-]+)(?:\d{2,5})?(?![\p{L}\p{N}_@])"
)
_CUT = regex.compile(r"(?<![\p{L}\p{N}_@.-])(?P<name>\p{Lu}\p{Ll}[\p{L}\p{M}'-]+|\p{Lu}\p{Ll})@(?=[\s,;)]|$)")
_EVIDENCE = Evidence("run-together", "1", "name without its space", "a name that is written into its post")
_OF_ADDRESS = Evidence("run-together", "1", "name before a sign", "a name before the sign of an address")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(each for each in mentions if each.label is Label.PERSON)
    borne: frozenset[str] | None = None
    for view in views:
        for reading in view.first:
            for match in _GLUED.finditer(reading.text):
                borne = words_of_the_case(views, mentions) if borne is None else borne
                is_borne = key_of(match["name"]) in borne
                if not (is_borne or _may_be_name(match["name"])):
                    continue
                score = _LIKELY if is_borne else _ASKED
                yield from _made(reading, match.span("name"), taken, score, _EVIDENCE)
            for match in _CUT.finditer(reading.text) if "@" in reading.text else ():
                yield from _made(reading, match.span("name"), taken, _ASKED, _OF_ADDRESS)


def _made(
    reading: Reading, span: tuple[int, int], taken: Taken, score: float, evidence: Evidence
) -> Iterator[Mention]:
    made = mention(reading, span[0], span[1], Label.PERSON, score, evidence)
    if made is not None and not taken.holds(made.span.passage, made.span.start, made.span.end):
        yield made


def _may_be_name(name: str) -> bool:
    """Tell whether a word with one capital is in no list of usual words: "GPPractice" is no doctor."""
    plain = name.casefold()
    if name.isupper() or plain in stop_words() or plain in words("agency-words"):
        return False
    return not (is_known(plain) or is_plain(plain))


RECOGNISER = FollowUpRecogniser(
    name="run-together",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("t/c from HVQuillham, weight static", ("Quillham",)),
        Example("brought in by PCOrley2945 for a place to sleep", ("Orley",)),
        Example("Mrs Tamsett came.\n\nS47 CLOSED. DCTAMSETT SATISFIED.", ("TAMSETT",)),
        Example("Your message to Quillham@ could not be delivered.", ("Quillham",)),
    ),
    near_misses=(
        "The GPPractice and the SWService wrote.",
        "DCTAMSETT SATISFIED, PCSO TOLD, MSWORD OPENED.",
        "Write to duty@example.org or to @Quillham.",
        "The PCSOs and the DCIs met the MWs.",
    ),
)
