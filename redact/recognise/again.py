"""An identifier that was found once, wherever else it stands: a street without its number, a small letter.

What is repeated is the name of an organisation, the street of a whole address, and a reference with digits
enough, over all documents of a call: "12 Tanner Row" in one makes "Tanner Row" and "tanner row" an address
in another, with the number and the flat before it, and the area and the town of the address where they
follow. In small letters a name is asked about. What remains: an identifier that is sure nowhere, and one
that is written otherwise.

The cost is that of reading each word once, however many identifiers there are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import kinds, words
from redact.recognise.names import stop_words
from redact.recognise.readings import Reading, folded
from redact.recognise.streets import is_house_type, is_type
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_NAME = "identifiers-again"
_VERSION = "1"
_SURE_ADDRESS = 0.65
_SURE_REFERENCE = 0.65
_DIGITS = 6  # of a reference: fewer are a year, an amount, a page
_LONGEST = 90  # characters
_SMALL = 0.5
_STREET = 0.65
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# What stands before the street in a piece of an address, and what parts the pieces.
_NUMBER = regex.compile(
    r"^(?:(?:no\.?|number|flat|apartment|unit|room)[ ])?\d+[a-z]?(?:[ ]?[-/&][ ]?\d+[a-z]?)?,?[ ]"
)
# The same before another occurrence: "flat 3, 12", "flat 3, elm court, 12", "66" over a line end.
_GAP = r",?(?:[ ]{1,2}|[ ]?\n[ ]?)"
_ONE = r"(?:[lI]\d{1,2}|\d{1,3})[a-z]?"
_FLAT = r"(?:f[li1]at|apartment|apt\.?|unit|room)"
_BEFORE = regex.compile(
    rf"(?r)(?<![\p{{L}}\p{{N}}_@£.:/-])(?<!\p{{N}}[ ])(?P<value>(?:{_FLAT}[ ](?:{_ONE}{_GAP}"
    rf"(?:[\p{{L}}'-]+(?:[ ][\p{{L}}'-]+){{0,2}},{_GAP})?)?)?(?:no\.?[ ]|number[ ])?{_ONE}){_GAP}",
    regex.IGNORECASE,
)
_LONGEST_BEFORE = 60
# What may stand directly before it: a mark, but for one of an address on the web; before a number a day, too.
_A_DAY = r"(?=[0-3]\d[./-][0-3]\d[./-]\d\d|_[0-3]\d[./-])"
_BESIDE_A_NAME = r"(?<![\p{L}\p{N}_@])(?<![\p{L}\p{N}][.-]|:/)"
_BESIDE_A_NUMBER = r"(?:(?<![\p{L}\p{N}_@./-])|(?<=(?<!\d)\d\d[./-]\d\d[./-]\d\d(?:\d\d)?[/_-]?))"
_FIGURES = str.maketrans({"l": "[l1]", "o": "[o0]"})
_PIECES = regex.compile(r"[ ]?,[ ,]*|[ ]-[ ]")
_REASONS = {
    "organisation": "another occurrence of the name of an organisation",
    "street": "another occurrence of the street of an address",
    "reference": "another occurrence of a number found by its words or its form",
    "in small letters": "another occurrence of such a name, in small letters",
}


@dataclass(frozen=True, slots=True)
class _Known:
    """An identifier in lower case, with what another occurrence of it is worth.

    `article`: it was written with a "The" of its own, which is left out of `words`.
    """

    words: str = field(repr=False)
    article: bool
    pattern: regex.Pattern[str] = field(repr=False)
    label: Label
    kind: str
    score: float


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = _known(views, mentions)
    if not known:
        return
    sure = {(each.span, each.label): each.score for each in mentions}
    for view in views:
        for reading in (*view.first, *view.further):
            for made in _in_reading(reading, known):
                if sure.get((made.span, made.label), 0.0) < made.score:
                    yield made


def _in_reading(reading: Reading, known: dict[str, tuple[_Known, ...]]) -> Iterator[Mention]:
    text = reading.text
    for each, at in _looked_up(text, known):
        match = each.pattern.match(text, at)
        if match is None:
            continue
        start, end = match.span()
        small = each.kind != "reference" and not _is_written(text, *match.span("name"))
        if each.article and text[max(0, start - 4) : start].lower() == "the ":
            start -= 4
        if each.kind == "street":
            before = _BEFORE.match(text, max(0, start - _LONGEST_BEFORE), start)
            start = before.start("value") if before else start
        pattern, score = ("in small letters", _SMALL) if small else (each.kind, each.score)
        evidence = Evidence(_NAME, _VERSION, pattern, _REASONS[pattern])
        made = mention(reading, start, end, each.label, score, evidence)
        if made is not None:
            yield made


def _looked_up(text: str, known: dict[str, tuple[_Known, ...]]) -> Iterator[tuple[_Known, int]]:
    """Give what may stand at each word, and where: a number may have a day run into it, before or behind."""
    for word in _WORD.finditer(text):
        written = word[0].lower()
        yield from ((each, word.start()) for each in known.get(written, ()))
        if len(written) > _DIGITS and (written[:2].isdigit() or written[-2:].isdigit()):
            for low, high in ((0, -2), (2, None), (4, None)):
                for each in known.get(written[low:high], ()):
                    if each.kind == "reference":
                        yield each, word.start() + low


def _is_written(text: str, start: int, end: int) -> bool:
    """Tell whether the first and the last word of a stretch begin with a capital."""
    written = text[start:end].split()
    return not (written[0][0].islower() or written[-1][0].islower())


def _known(views: Sequence[View], mentions: Iterable[Mention]) -> dict[str, tuple[_Known, ...]]:
    """Collect what is worth looking for, by its first word, longest first."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    found: dict[tuple[str, Label], _Known] = {}
    towns = _behind_streets(mentions, texts)
    for each in mentions:
        if not _is_worth(each):
            continue
        written, _, _ = folded(texts[each.span.passage][each.span.start : each.span.end])
        article = each.label is Label.ORGANISATION and written.startswith(("The ", "THE "))
        for name, kind, score in _worth(each, _in_a_line(written, each.label)):
            place = name, each.label
            if place not in found or (found[place].article, found[place].score) < (article, score):
                found[place] = _Known(
                    name, article, _pattern(name, towns.get(name, ())), each.label, kind, score
                )
    by_word: dict[str, list[_Known]] = defaultdict(list)
    for one in sorted(found.values(), key=lambda known: (-len(known.words), known.words, known.label.value)):
        first = _WORD.search(one.words)
        if first is not None:
            by_word[first[0]].append(one)
    return {word: tuple(known) for word, known in by_word.items()}


def _is_worth(each: Mention) -> bool:
    return each.standing is Standing.PARTICIPANT and each.span.end - each.span.start <= _LONGEST


def _worth(each: Mention, written: str) -> Iterator[tuple[str, str, float]]:
    """Give what of a mention is looked for elsewhere, in lower case, its kind and what it is worth."""
    name = written.lower()
    if each.label is Label.ORGANISATION:
        name = name.removeprefix("the ")
        if _is_name(name):
            yield name, "organisation", each.score
    elif each.label is Label.ADDRESS and each.score >= _SURE_ADDRESS:
        for street, _ in _streets(name):
            yield street, "street", _STREET
    elif each.label is Label.CASE_REFERENCE and each.score >= _SURE_REFERENCE and _has_digits(name):
        yield name, "reference", each.score


def _in_a_line(written: str, label: Label) -> str:
    """Write what was found without its line ends, which part the pieces of an address."""
    return " ".join((written.replace("\n", ", ") if label is Label.ADDRESS else written).split())


def _behind_streets(mentions: Iterable[Mention], texts: Mapping[str, str]) -> Mapping[str, set[str]]:
    """Collect what stands behind each street in the addresses that are sure: its area, its town."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in mentions:
        if each.label is Label.ADDRESS and each.score >= _SURE_ADDRESS and _is_worth(each):
            written, _, _ = folded(texts[each.span.passage][each.span.start : each.span.end])
            for street, behind in _streets(_in_a_line(written, each.label).lower()):
                found[street].update(piece for piece in behind if piece)
    return found


def _streets(address: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Give the house and the street of an address, each with what stands behind it, which may stay alone."""
    pieces = _PIECES.split(address)
    for place, piece in enumerate(pieces, start=1):
        street = _NUMBER.sub("", piece)
        kind = street.rpartition(" ")[2]
        if not is_type(kind):
            continue
        if _is_name(street) and not _is_false(street):
            yield street, pieces[place:]
        if not is_house_type(kind):
            return


def _is_false(street: str) -> bool:
    """Tell whether words are a phrase that only looks like a street, or are all words of agencies."""
    plain = words("organisation-words")
    return street in kinds("street-false-friends") or all(word in plain for word in street.split()[:-1])


def _has_digits(name: str) -> bool:
    return name[0].isalnum() and sum(letter.isdigit() for letter in name) >= _DIGITS


def _is_name(name: str) -> bool:
    """Tell whether words are a name of two words or more that begins with more than plain words."""
    parts = _WORD.findall(name)
    return len(parts) > 1 and any(
        len(part) > 2 and part not in stop_words() and not part.isdigit() for part in parts[:-1]
    )


def _pattern(name: str, behind: Iterable[str] = ()) -> regex.Pattern[str]:
    """Compile words so that they match in any case, over a line end, and as whole words.

    `behind` are pieces that belong to it where they follow.
    """
    further = "|".join(map(_words, sorted(behind, key=lambda piece: (-len(piece), piece))))
    more = rf"(?:(?:,[ ]?|,?[ ]?\n)(?:{further})(?![\p{{L}}\p{{N}}_@]))*+" if further else ""
    before, behind = (_BESIDE_A_NAME, "") if " " in name else (_BESIDE_A_NUMBER, f"|{_A_DAY}")
    return regex.compile(
        rf"{before}(?P<name>{_words(name)})(?:(?![\p{{L}}\p{{N}}_@]){behind}){more}", regex.IGNORECASE
    )


def _words(name: str) -> str:
    parts = [regex.escape(part) for part in name.split()]
    if len(parts) > 1:  # of a long name a scanner may have read a letter for a figure
        parts = [part.translate(_FIGURES) for part in parts]
    return r"(?:[ ]{1,2}|[ ]?\n[ ]?)".join(parts)


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.ORGANISATION, Label.ADDRESS, Label.CASE_REFERENCE),
    find=_find,
    examples=(
        Example("He went to Larkrise Nursery.\n\nNot seen at larkrise nursery again", ("larkrise nursery",)),
        Example("Held at The Larkrise Centre.\n\nContact at the larkrise centre", ("the larkrise centre",)),
        Example("They lived at 12 Tanner Garth.\n\nno post to Tanner Garth.", ("Tanner Garth",)),
        Example("They lived at 12 Tanner Garth.\n\nnot to go tanner garth", ("tanner garth",)),
        Example("They lived at 12 Tanner Hill.\n\nthem at 12 tanner hill leave them", ("12 tanner hill",)),
        Example(
            "At Flat 3, Elm Heights, Quill Mead, Anytown, ZZ99 3VZ\n\nto flat 3, elm heights, quill mead: a",
            ("flat 3, elm heights, quill mead",),
        ),
        Example("Hospital number: H123456\n\nThe notes of H123456 were read.", ("H123456",)),
        Example(
            "Hospital number: H123456\n\na label H12345614.02.07, QUILL14.02.07H123456, H123456_14.02.07",
            ("H123456", "H123456", "H123456"),
        ),
        Example("Of Larkrise School.\n\nbase of Larkrise Schoo1 now", ("Larkrise Schoo1",)),
        Example("He went to Larkrise Nursery.\n\nRE: 14.02.07/Larkrise Nursery/X", ("Larkrise Nursery",)),
        Example("12 Tanner Bank, Quill Vale, ZZ99 3VZ\n\nto tanner bank in Quill Vale", ("tanner bank",)),
        Example("Flat 3, 12 Tanner Bank, Anytown\n\nThey left Tanner\nBank.", ("Tanner\nBank",)),
    ),
    near_misses=(
        "He went to Larkrise Nursery.\n\nThe nursery wrote, and larkrise was a farm.",
        "They lived at 12 Tanner Garth.\n\nThe tanner and his garth.",
        "They lived at 12 Tanner Garth.\n\nTanner Garthwaite came.",
        "PC 1234 attended.\n\nIn all 1234 came.",
        "Hospital number: H123456\n\nThe forms H12345699 and 99H123456 were not filled.",
        "They lived at 12 Youth Court.\n\nShe went to the Youth Court in court dress.",
        "the Anytown Safeguarding Children Board\n\nthe anytown safeguarding children board",
    ),
)  # fmt: skip
