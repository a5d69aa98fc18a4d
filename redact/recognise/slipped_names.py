"""Names with a slip of the scanner or the keyboard in them: "SANG5TER", "Hay1ey", "andMercy".

A word with a figure in it is a name where the letter that the figure looks like makes it a word of a name of
these documents, and is asked about where a form asks for a name. A known name that is glued to a small word
or to another known name is a name. What remains: two slips of different sorts in one word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import is_particle, stop_words
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import Reading, folded
from redact.recognise.repeat_names import key_of
from redact.recognise.taken import taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER", "words_of_the_case"]

_LIKELY, _ASKED, _LEAST_SCORE = 0.62, 0.45, 0.6
_SHORTEST = 4  # letters of a name that a slip is looked for in
_MOST_FIGURES = 2
# What a figure is read for, from the shapes of letters.
_LOOKS = {"0": "o", "1": "li", "3": "e", "5": "s", "6": "gb", "8": "b", "9": "g"}
_FIGURED = regex.compile(
    r"(?<![\p{L}\p{N}_@./-])(?=\p{L}*[0135689])(?=[0-9]{0,2}\p{L})[\p{L}0135689]{4,}(?![\p{L}\p{N}_@-])"
)
_FIELD = regex.compile(
    r"(?:^|[\n\t])[ ]*(?:sur-?name|family[ ]name|last[ ]name|forenames?(?:\(s\))?|(?:first|given|middle|full)"
    r"[ ]names?(?:\(s\))?|name(?:[ ]of[ ](?:child|mother|father|parent|carer|patient))?)[ ]?[:\t][ ]*$",
    regex.IGNORECASE,
)
_GLUED = regex.compile(
    r"(?<![\p{L}\p{N}_@./-])(?P<head>\p{Ll}{2,7}|\p{Lu}\p{Ll}+)(?P<tail>\p{Lu}[\p{L}'-]*\p{Ll})(?![\p{L}\p{N}_@])"
)
_TITLED = regex.compile(
    r"(?<![\p{L}\p{N}])(?:Mrs|Mr|Ms|Miss|Dr)(?P<name>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)\b"
)
_WORD = regex.compile(r"\p{L}+(?:'\p{L}+)*")
# A capital I that was read as a small l: "lsoken", "lnnocent".
_SMALL_L = regex.compile(r"(?<![\p{L}\p{N}_@./-])l\p{Ll}{3,}(?![\p{L}\p{N}_@-])")
_FIGURE = Evidence("slipped-names", "1", "figure in a name", "a figure stands for a letter of a known name")
_AN_L = Evidence("slipped-names", "1", "l for I", "a small l stands for the capital I of a known name")
_IN_FIELD = Evidence(
    "slipped-names", "1", "figure in a field", "letters and a figure where a form asks for a name"
)
_JOINED = Evidence("slipped-names", "1", "glued to a name", "a known name without the space beside it")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = words_of_the_case(views, mentions)
    taken = taken_by(mentions)
    for view in views:
        for reading in view.first:
            for made in _in_reading(reading, known):
                if not taken.holds(made.span.passage, made.span.start, made.span.end):
                    yield made


def words_of_the_case(views: Sequence[View], mentions: Sequence[Mention]) -> frozenset[str]:
    """Give the words of likely names of the case as `key_of` gives them, but for short and ordinary ones."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    names = {
        texts[each.span.passage][each.span.start : each.span.end]
        for each in mentions
        if each.label is Label.PERSON and each.score >= _LEAST_SCORE and each.standing is Standing.PARTICIPANT
    }
    found = {
        key_of(word) for name in names for word in _WORD.findall(folded(name)[0]) if not is_particle(word)
    }
    return frozenset(word for word in found if len(word) >= _SHORTEST and word not in stop_words())


def _in_reading(reading: Reading, known: frozenset[str]) -> Iterator[Mention]:
    text = reading.text
    if any(map(str.isdigit, text)):
        for match in _FIGURED.finditer(text):
            start, end = match.span()
            if _reads(match[0]) & known:
                yield from _made(reading, start, end, _LIKELY, _FIGURE)
            elif _FIELD.search(text, max(0, start - 40), start) and _is_mostly_letters(match[0]):
                yield from _made(reading, start, end, _ASKED, _IN_FIELD)
    for match in _SMALL_L.finditer(text):
        if key_of(f"i{match[0][1:]}") in known and not is_plain(match[0]):
            yield from _made(reading, match.start(), match.end(), _LIKELY, _AN_L)
    yield from _glued(reading, known)


def _glued(reading: Reading, known: frozenset[str]) -> Iterator[Mention]:
    """Find names without the space before them: behind a title, a small word, another name."""
    text = reading.text
    for match in _TITLED.finditer(text):
        if not is_plain(match["name"]) and match["name"].casefold() not in stop_words():
            score = _LIKELY if key_of(match["name"]) in known else _ASKED
            yield from _made(reading, match.start("name"), match.end("name"), score, _JOINED)
    for match in _GLUED.finditer(text):
        if key_of(match["tail"].removesuffix("'s")) not in known:
            continue
        head = match["head"]
        if head.islower() and head in words("small-words"):
            yield from _made(reading, match.start("tail"), match.end("tail"), _LIKELY, _JOINED)
        elif head[0].isupper() and key_of(head) in known:
            yield from _made(reading, match.start(), match.end(), _LIKELY, _JOINED)


def _reads(word: str) -> set[str]:
    """Give what a word may read where each of its figures stands for a letter, as names are looked up."""
    if sum(map(str.isdigit, word)) > _MOST_FIGURES:
        return set()
    letters = (_LOOKS.get(letter, letter) for letter in word)
    return {key_of("".join(every)) for every in product(*letters)}


def _is_mostly_letters(word: str) -> bool:
    figures = sum(map(str.isdigit, word))
    return figures == 1 and len(word) >= _SHORTEST and word[0].isalpha() and word[-1].isalpha()


def _made(reading: Reading, start: int, end: int, score: float, evidence: Evidence) -> Iterator[Mention]:
    made = mention(reading, start, end, Label.PERSON, score, evidence)
    if made is not None:
        yield made


RECOGNISER = FollowUpRecogniser(
    name="slipped-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mrs Ida Sangster came.\n\nSurname: SANG5TER", ("SANG5TER",)),
        Example(
            "Mrs Ida Sangster came.\n\nThen 5angster left with Sang5ter's coat.", ("5angster", "Sang5ter")
        ),
        Example("Surname\tHAR7E\nForename\tTARR4NT\nSurname\tVE5EY", ("VE5EY",)),
        Example("Mrs Ida Tarrant came.\n\nA visit toTarrant and byIda.", ("Tarrant",)),
        Example("MrsTarrant (so the scan) and DrVesey came.", ("Tarrant", "Vesey")),
        Example("Mrs Ingram came.\n\nThen lngram left.", ("lngram",)),
        Example("Mrs Tarrant and Dr Vesey came.\n\nThen TarrantVesey left.", ("TarrantVesey",)),
    ),
    near_misses=(
        "Mrs Ida Sangster came.\n\nRoom 5A, form SS1 and covid19 in B15 5TT.",
        "Mrs Ida Donald came.\n\nThen McDonald and MacDonald left by YouTube.",
        "Name: CH35\nReference: AB5CD",
        "Then 5angster left toTarrant.",
        "Mrs Inch came.\n\nThen a lunch by lake linden.",
    ),
)
