"""The author and the chair, whom role lines declare, in the frames of the same documents.

Whoever is declared twice by a whole name is the same one in the cell of a row, beside the bare role ("author
Anna Harte", "Harte, in the chair"), behind "Countersigned:" and "Copy:", below "Best wishes", in a greeting,
and by the letters behind the name or in a footer. A surname and letters alone count only where the documents
give them to nobody else, and in a row that tells nothing of the case. What remains: a frame in other words, a
forename alone, and whatever a sentence tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from redact.recognise import regex
from redact.recognise.carried_signs import is_seen
from redact.recognise.case_rows import BESIDE_NAMES, posts, tells_of_the_case
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.literature import is_in_the_case
from redact.recognise.names import stop_words, title_words
from redact.recognise.readings import Reading
from redact.recognise.role_offices import office
from redact.recognise.zones import NAME_PARTS, Zone, line_of, lines_of
from redact.values.people import Standing

__all__ = ["in_frames"]

_TWICE = 2
_WORD_BEFORE = regex.compile(r"(?P<word>\p{L}+)[,:]?[ ]$")
_APPOSITION = regex.compile(
    r"(?:,|[ ]\(|,?[ ]who[ ](?:is|was))[ ]?(?:(?:the|an?|his|her|their)[ ])?"
    r"(?P<post>(?:\p{L}[\p{L}'-]*[ ]?){1,4})"
)
_MISREAD = 0.8  # how alike a name and what a scanner made of it are
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Prof|Sir|Dame|Revd)\.?[ ])?"
_KIND = r"(?:(?:independent|ind\.|review|panel|overview|lead|report|board)[ ])*"
_HEAD = r"(?:author|reviewer|chair(?:man|woman|person)?)"
_ROLE = rf"(?i:{_KIND}{_HEAD}(?:[ ]of[ ](?:the[ ])?(?:review[ ])?panel)?)"
_START = r"(?<![^\n])(?:[\s*\u2022-]*)|[;:.,(/|\t][ ]?"
_MADE = r"(?:panel[ ])?(?:chaired|led|written|drafted)"
_SIGNED = (
    r"(?i:(?:counter)?signed(?:[ ]off)?|(?:minutes[ ]|notes[ ])?(?:agreed|approved|checked|confirmed)"
    r"(?:[ ]as[ ](?:correct|accurate|a[ ]true[ ]record))?|cop(?:y|ies)|cc|enc(?:l|losures?)?\.?|reviewer"
    r"|caption|(?:panel[ ])?(?:chaired|led)|(?:report|written|drafted)|thanked)"
)
# "Countersigned: Harte", "Minutes agreed: A.H.", "Copy: Tom Vesey; Anna Harte (by email)"
_LABEL = regex.compile(
    rf"[\s*\u2022-]*{_SIGNED}(?:[ ]by)?[ ]?[:.](?=[ ])|[\s*]*(?i:cc|enc)\.?(?=[ ])"
    r"|[\s*]*(?i:yours(?:[ ]\p{L}+)?),(?=[ ])"
)
_LABEL_ALONE = regex.compile(rf"[\s*]*{_SIGNED}(?:[ ]by)?[ ]?:\s*")
_ITEM_BEFORE = regex.compile(r"(?:[:;,.(]|[ ](?:and|&|of|for))[ ]?$|(?i:cc|enc)[ ]$")
_ITEM_BEHIND = regex.compile(r"[ ]*(?:$|[;,.()]|(?:and|&)[ ]|[\w.-]+@)")
_MAIL = regex.compile(r"[ ]\p{L}+(?=[\w.-]*@)")
_CLOSING = regex.compile(
    r"\s*(?:(?:with[ ])?(?:best|kind|kindest|warm)?[ ]?(?:wishes|regards)|yours(?:[ ]\p{L}+)*"
    r"|(?:with[ ])?(?:respect|thanks|many[ ]thanks))[,.]?\s*",
    regex.IGNORECASE,
)
_BELOW = 3  # lines below a closing in which a name signs
_POST_BELOW = 60  # characters behind a signature in which a post may stand
_DEAR = regex.compile(r"\s*Dear[ ]")


@dataclass(frozen=True, slots=True)
class _Holder:
    """A declared name: its words, and whether the documents give its parts to nobody else."""

    forename: str = field(repr=False)
    surname: str = field(repr=False)
    letters: str = field(repr=False)
    alone: bool  # the surname is nobody else's
    by_letters: bool

    def full(self) -> str:
        """Give a pattern of the whole name, or of its initial and surname."""
        first, last = regex.escape(self.forename), regex.escape(self.surname)
        return rf"{_TITLE}(?P<name>(?:{first}|{self.forename[0]}\.)[ ]{last})"

    def any_form(self) -> str:
        """Give a pattern of the name in a cell or a label: whole, or a part that is nobody else's."""
        forms = [rf"(?:{regex.escape(self.forename)}|{self.forename[0]}\.?)[ ]{regex.escape(self.surname)}"]
        forms += [regex.escape(self.surname)] if self.alone else []
        forms += [rf"{self.letters[0]}\.?{self.letters[1]}\.?"] if self.by_letters else []
        return rf"{_TITLE}(?P<name>{'|'.join(forms)})(?![\p{{L}}-])"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What a holder's name stands in, as patterns."""

    cell: regex.Pattern[str] = field(repr=False)
    cells: regex.Pattern[str] = field(repr=False)
    roles: tuple[regex.Pattern[str], ...] = field(repr=False)
    item: regex.Pattern[str] = field(repr=False)
    line: regex.Pattern[str] = field(repr=False)
    greeting: regex.Pattern[str] = field(repr=False)
    key: regex.Pattern[str] = field(repr=False)


def in_frames(views: Sequence[View], declared: Iterable[Zone]) -> Iterator[Zone]:
    """Find the declared author and chair in the frames of all documents, one zone for each name.

    Args:
        declared: the zones of role lines.
    """
    readings = [
        [each for each in view.first if each.passage.location.part not in NAME_PARTS] for view in views
    ]
    holders = list(_holders([each for own in readings for each in own], declared))
    patterns = [_patterns(holder) for holder in holders]
    footer = _footer(holders)
    for own in readings if holders else ():
        for reading, low, high, above in _lines(own):
            for each in patterns:
                yield from _in_line(reading, low, high, above, each)
            for match in footer.finditer(reading.text, low, high) if footer is not None else ():
                yield from (office(reading, *span) for span in match.spans("name"))


def _holders(readings: Sequence[Reading], declared: Iterable[Zone]) -> Iterator[_Holder]:
    """Give those whom role lines name twice by forename and surname."""
    named: Counter[tuple[str, str]] = Counter()
    for zone in declared:
        parts = zone.reading.text[zone.start : zone.end].split(maxsplit=1)
        if zone.standing is Standing.OFFICE and len(parts) == _TWICE and parts[0][1:2].islower():
            named[parts[0], parts[1]] += 1
    text = "\n".join(each.text for each in readings)
    for (forename, surname), times in named.items():
        if times >= _TWICE:
            letters = forename[0] + surname[0]
            alone = _is_nobody_elses(text, surname, forename)
            plain = not _is_of_the_case(text, surname)
            by_letters = plain and _is_key(text, letters, surname)
            yield _Holder(forename, surname, letters, plain and alone, by_letters)


def _is_of_the_case(text: str, surname: str) -> bool:
    """Tell whether a surname stands anywhere with a post of the case, or does what people of a case do."""
    for match in regex.compile(rf"(?<![\p{{L}}-]){regex.escape(surname)}(?![\p{{L}}-])").finditer(text):
        low, _ = line_of(text, match.start())
        post = _WORD_BEFORE.search(text, low, match.start())
        has_post = post is not None and post["word"].casefold() in posts()
        if has_post or is_in_the_case(text, *match.span()) or _is_worker(text, match.end()):
            return True
    return False


def _is_worker(text: str, end: int) -> bool:
    """Tell whether a post of the case stands behind a name: ", the class teacher"."""
    behind = _APPOSITION.match(text, end)
    return behind is not None and any(word.casefold() in posts() for word in behind["post"].split())


def _is_nobody_elses(text: str, surname: str, own: str) -> bool:
    """Tell whether no other forename than its own stands before a surname."""
    word = r"(?P<other>\p{Lu}[\p{Ll}'-][\p{L}'-]*)"
    pattern = rf"(?<![\p{{L}}-]){word}[ ]{regex.escape(surname)}(?![\p{{L}}-])"
    others = {match["other"].removesuffix("'s") for match in regex.compile(pattern).finditer(text)}
    return all(_is_own(other, own) or _is_ordinary(other, text) for other in others)


def _is_own(other: str, own: str) -> bool:
    """Tell the other part of the declared name, as a scanner may misread it."""
    return other in own.split() or SequenceMatcher(None, other, own).ratio() >= _MISREAD


def _is_ordinary(word: str, text: str) -> bool:
    """Tell a title, or a word that begins a sentence: it stands in small letters too and is no forename."""
    small = word.casefold()
    if small in stop_words() | title_words() | BESIDE_NAMES:
        return True
    return small not in words("forenames") and f" {small} " in text


def _is_key(text: str, letters: str, surname: str) -> bool:
    """Tell whether letters in brackets stand behind this surname, and behind no other name."""
    key = regex.compile(rf"(?P<last>\p{{L}}[\p{{L}}'-]*)[ ]\({letters}\)")
    named = [match["last"] for match in key.finditer(text)]
    return bool(named) and all(each == surname.split()[-1] for each in named)


def _patterns(holder: _Holder) -> _Patterns:
    some, full = holder.any_form(), holder.full()
    known = rf"{_TITLE}(?P<name>(?:{regex.escape(holder.forename)}[ ])?{regex.escape(holder.surname)})"
    beside = known if holder.alone else full
    whole = f"{holder.forename} {holder.surname}"
    called = [whole, *([holder.surname] if holder.alone else [])]
    short = "|".join(map(regex.escape, called))  # a forename alone may be a child's
    return _Patterns(
        cell=regex.compile(rf"[ ]*{some}(?:(?:,|[ ]\()[ ]?{_ROLE}\)?)?[ ]*"),
        cells=regex.compile(
            rf"(?<![^\t\n])[ ]*{_TITLE}(?P<name>{regex.escape(holder.forename)})[ ]*\t[ ]*"
            rf"(?P<name>{regex.escape(holder.surname)})[ ]*(?=\t|$)"
        ),
        roles=(
            regex.compile(
                rf"(?:{_START}|[ ]and[ ]|[ ]to[ ])(?:{_ROLE}:?|(?i:in[ ]the[ ]chair|{_MADE}[ ]by):?)"
                rf"[ ]{full}(?![\p{{L}}'-])"
            ),
            regex.compile(
                rf"(?:{_START}|[ ](?:and|by|from)[ ]|(?<![^\n])(?:from|by)[ ]){beside},[ ]"
                rf"(?:{_ROLE}|in[ ]the[ ]chair)[ ]*(?:$|[;.,)\t])"
            ),
            regex.compile(rf"(?<![\p{{L}}-]){full}[ ]\((?:{_ROLE}|(?i:independent|ind\.?))\)(?![ ]of\b)"),
            regex.compile(rf"(?<![\p{{L}}-])(?P<name>{holder.letters})[ ]\((?i:{_HEAD})\)"),
        ),
        item=regex.compile(rf"(?<![\p{{L}}-]){some}"),
        line=regex.compile(
            rf"[\s*]*{_TITLE}(?P<name>{short})"
            r"(?:,[ ]\p{Lu}[^.\n]{0,40}|[ ]\([\p{L} ]+\))?[.,]?\s*"
        ),
        greeting=regex.compile(rf"{_TITLE}(?P<name>{short})[,:]?\s*$"),
        key=regex.compile(rf"(?<![\p{{L}}-]){regex.escape(whole)}[ ]\((?P<name>{holder.letters})\)"),
    )


def _footer(holders: Sequence[_Holder]) -> regex.Pattern[str] | None:
    """Build the pattern of the letters of two holders, parted by a stroke: "AH/TV"."""
    every = "|".join(dict.fromkeys(each.letters for each in holders))
    if len(holders) < _TWICE:
        return None
    return regex.compile(rf"(?<![\p{{L}}/])(?P<name>{every})/(?P<name>{every})(?![\p{{L}}/])")


def _lines(readings: Sequence[Reading]) -> Iterator[tuple[Reading, int, int, tuple[str, ...]]]:
    """Give every line that is not empty, with the last of those above it."""
    above: tuple[str, ...] = ()
    for reading in readings:
        for low, high in lines_of(reading.text):
            line = reading.text[low:high]
            if line.strip():
                yield reading, low, high, above
                above = (*above, line)[-_BELOW:]


def _in_line(
    reading: Reading, low: int, high: int, above: tuple[str, ...], each: _Patterns
) -> Iterator[Zone]:
    text = reading.text
    for match in _in_cells(reading, low, high, each):
        yield from (office(reading, *span) for span in match.spans("name"))
    for pattern in (*each.roles, each.key):
        for match in pattern.finditer(text, low, high):
            yield office(reading, *match.span("name"))
    signs = any(_CLOSING.fullmatch(line) for line in above) or any(
        _LABEL_ALONE.fullmatch(line) for line in above[-1:]
    )
    signs = signs and not tells_of_the_case(text[high : high + _POST_BELOW])
    match = each.line.fullmatch(text, low, high) if signs else None
    if match is None and (dear := _DEAR.match(text, low, high)) is not None:
        match = each.greeting.match(text, dear.end(), high)
    if match is not None:
        yield office(reading, *match.span("name"))
    label = _LABEL.match(text, low, high)
    for found in each.item.finditer(text, label.end() - 1, high) if label is not None else ():
        before = _ITEM_BEFORE.search(text, low, found.start())
        listed = before is not None and _ITEM_BEHIND.match(text, found.end(), high) is not None
        if listed and not _is_worker(text, found.end()):
            mail = _MAIL.match(text, found.end(), high)  # its first word is read with the name
            yield office(reading, found.start("name"), found.end() if mail is None else mail.end())


def _in_cells(reading: Reading, low: int, high: int, each: _Patterns) -> Iterator[regex.Match[str]]:
    """Find the cells that hold the name and no more, in a row that tells nothing of the case."""
    text = reading.text
    # Of a cell by itself the row is not seen, and it may be a mother's.
    if "\t" not in text[low:high] or is_seen(text, low) or tells_of_the_case(text[low:high]):
        return
    yield from each.cells.finditer(text, low, high)
    start = low
    for cell in text[low:high].split("\t"):
        match = each.cell.fullmatch(text, start, start + len(cell))
        if match is not None:
            yield match
        start += len(cell) + 1
