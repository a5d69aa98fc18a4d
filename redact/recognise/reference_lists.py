"""Entries of lists of references and of footnotes: their authors and editors.

"Harte, A. and Quill, B. (2011) A Title. Anytown: Example Press", "1. Harte AB, Quill C. A Title. Journal
2009;12:34-40", "A. Harte and B. Quill, A Title (Example Press, 2009), p. 12", "in Vesey, C. (ed.) A Title".
An entry stands at the beginning of its line. It is sure where a publisher, pages or a volume, or a heading of
references show it: a list of children with the years of their births has neither. What remains: an author
without initials, and an entry that runs on inside a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from redact.recognise import regex
from redact.recognise.names import stop_words
from redact.recognise.readings import Reading
from redact.recognise.reference_records import (
    LED_IN,
    MADE_AT_HOME,
    SURNAMES_TOO,
    is_a_record,
    is_of_the_family,
)
from redact.recognise.reference_wraps import Piece, forms_below, goes_on, is_another_heading, pieces
from redact.recognise.zones import NAME_PARTS, line_of, lines_of

__all__ = ["AUTHOR", "SURNAME", "Headed", "entry_authors", "headed_lines", "is_entry"]

SURNAME = (
    r"(?:(?:DE(?:[ ]LA)?|DEL|DU|DOS|VAN|VON|DER|EL|BIN|[Dd]e|[Vv]an|[Vv]on|[Dd]er|[Ll]a|[Ll]e|[Dd]u|[Dd]a|Abu"
    r"|Bin|El|Al|Del|Dos|Ap|Ben|St\.?)[ ]){0,2}\p{Lu}(?:'?\p{L})+(?:-\p{Lu}\p{L}+){0,2}"
)
_INITIALS = r"(?:\p{Lu}\.?[ -]?){1,3}(?<![ -])(?![\p{L}])"
AUTHOR = rf"(?P<author>{SURNAME})(?P<initials>,?[ ]{_INITIALS})?"

_LINE_START = regex.compile(
    rf"[\s\d.)(\[\]\u2022*^:\p{{So}}-]*(?:(?:[ivx]{{1,5}}|[a-z])[.)][ ]+)?{LED_IN}$"
)  # from a place on: the line need not be the first
_TITLE = regex.compile(r"[)\]]?[.,:;]?[ ]{1,2}[\"'*_]*(?:[\p{L}'-]+[:,]?[ ]){2}")
# No title: "Harte, A. (2009) was seen".
_OF_A_LIFE = regex.compile(
    r"[)\]]?[.,:;]?[ ](?:was|were|is|has|had|did|attend\p{Ll}*|live[sd]|moved|came|went|said|told|rang)\b"
)
_PUBLISHED = regex.compile(
    r"\bpp?\.[ ]?\d|\b\d{1,3}[ ]?\(\d{1,3}\)|(?:19|20)\d\d;\d|\bVol(?:ume|\.)|\bNo\.[ ]\d|\b(?:Press"
    r"|Publish\p{L}+"
    r"|Publications|Books|Routledge|Sage|Palgrave|Wiley|Elsevier|HMSO|TSO|Stationery[ ]Office|edn|edition|doi"
    r"|ISBN|Unpublished|Journal|Jessica[ ]Kingsley|Oxford|Cambridge)\b|https?://|www\."
    r"|\b[Aa]vailable[ ](?:at|from|online)"
    r"|[.?][ ](?!(?:School|Father|Mother|Status|Address|Legal|Nursery|Placement|Health|Worker)\b)"
    r"\p{Lu}[\p{L}-]+(?:[ ][\p{L}-]+){0,3}:[ ]\p{Lu}[\p{L}& ]+(?:\.|$)"
)
# A page alone is of a record too: these are of a publication.
_STRONGLY = regex.compile(
    r"\b\d{1,3}[ ]?\(\d{1,3}\)|(?:19|20)\d\d;[ ]?\d|\b(?:Press|Publish\p{L}+|Publications|Books|Routledge"
    r"|Sage|Palgrave"
    r"|Wiley|Elsevier|HMSO|TSO|Stationery[ ]Office|edn|doi|ISBN|Journal|Jessica[ ]Kingsley"
    r"|(?:MSc|PhD|MPhil|[Mm]aster's|[Dd]octoral)[ ](?:dissertation|thesis))\b"
    r"|https?://|www\.|\b[Rr]etrieved[ ]from\b|[Aa]vailable[ ](?:at|from):"
    r"|[\"'][^\"'\n]{10,120}[\"'],?[ ]\p{Lu}[\p{L}& ]{3,40},[ ](?:\d{1,2}[ ]\p{L}+[ ])?(?:19|20)\d\d\b"
)
_HEADING = regex.compile(
    r"(?:^|\n)[\s\d.)#*]*(?:(?:appendix|annex)[ ][\p{L}\d]+[ :.-]+)?(?:list[ ]of[ ]|select(?:ed)?[ ]"
    r"|full[ ])?"
    r"(?:references|bibliography|(?:further[ ]|suggested[ ]|recommended[ ])?reading(?:[ ]list)?|works[ ]cited"
    r"|sources[ ]cited|literature(?:[ ](?:cited|list|used|reviewed|read|consulted))?"
    r"|citations?(?:[ ]list)?|footnotes|endnotes"
    r"|sources|(?:chapter|section|part)[ ]\d+[ :.]*(?:sources|references|reading|literature)"
    r"|(?:sources|reading|bibliography|literature)[ ]and[ ](?:further[ ])?(?:reading|references|notes|links"
    r"|literature|resources|publications)|reference[ ]list|references[ ]and[ ](?:\p{L}+[ ]?){1,3}"
    r"|(?:\p{L}+[ ]){1,2}(?:bibliography|references)|reading[ ]list[ ]for[ ][^\n.]{3,60})"
    r"(?:[ ][(\[][^()\n]{3,60}[)\]])?[ :.*]*(?:\n|$)",
    regex.IGNORECASE,
)
# One of them stands in every such heading, whatever its case: no i, which has several.
_PARTS_OF_HEADINGS = ("ferenc", "ography", "read", "works", "sources", "terature", "tat", "notes")
_WITHOUT_YEAR = 2  # lines in a row, behind which a list of references is over
# What is told of somebody of the case, as no title is.
_OF_THE_CASE = regex.compile(
    r"\b(?:lives?[ ](?:with|at|alone|in)|lived[ ](?:with|at|alone|in)|attends|attended|was[ ]seen"
    r"|placed[ ]with|placed[ ]in|born|d\.?o\.?b|sibling"
    r"|half[ -](?:brother|sister)|registered[ ]with|subject[ ]of|visited[ ]the|aged[ ]\d)\b",
    regex.IGNORECASE,
)
_MOST_RUNS = 3  # lines in a row that only go on with an entry
_LONGEST = 600  # characters of an entry
_SHORT = r"\p{Lu}\.?(?:[ -]?\p{Lu}\.?){0,2}"
_JOINED = r"(?:,?[ ](?:and|&)[ ]|[,;][ ])"
_SURNAME_FIRST = rf"(?P<author>{SURNAME}),?[ ]{_SHORT}(?![\p{{L}}])"
_INITIAL_FIRST = rf"(?:\p{{Lu}}\.[ -]?){{1,3}}(?P<author>{SURNAME})"
_GROUPS = tuple(rf"{one}(?:{_JOINED}{one}){{0,9}}" for one in (_SURNAME_FIRST, _INITIAL_FIRST))
_BEGINNING = rf"^[\s\d.)(\[\]\u2022*#^:\p{{So}}-]*(?:(?:[ivx]{{1,5}}|[a-z])[.)][ ]+)?{LED_IN}"
_OTHERS = r"(?:,?[ ](?:et[ ]al\.?|and[ ]others))?(?:,?[ ][(\[]?[Ee]ds?\.?[)\]]?)?"
# A title behind the authors, or the year: "Harte, A. The", "HARTE, A. 2009.", "A. Harte: The".
_GOES_ON = rf"{_OTHERS}[.,:]{{0,2}}[ ](?=[\"'\p{{Lu}}]|[(\[]?(?:19|20)\d\d)"
_OPENING = regex.compile(_BEGINNING + "(?:" + "|".join(_GROUPS) + ")" + _GOES_ON)
# Whole forenames are written so only in a list: "Harte, Anna. A Title", "Anna Harte, A Title (Press, 2009)".
_FORENAMES = r"\p{Lu}\p{Ll}[\p{L}'-]+(?:[ ](?:\p{Lu}\.|\p{Lu}\p{Ll}+))?"
_IN_FULL = tuple(
    rf"{one}(?:{_JOINED}{one}){{0,5}}"
    for one in (rf"(?P<author>{SURNAME},[ ]{_FORENAMES})", rf"(?P<author>{_FORENAMES}[ ]{SURNAME})")
)
# Below a heading of references that is enough: the year may be missing or come late.
_BELOW = regex.compile(_BEGINNING + "(?:" + _GROUPS[0] + ")(?=" + _OTHERS + r"[.,:]{0,2}[ ])")
_OPENING_IN_FULL = regex.compile(_BEGINNING + "(?:" + "|".join(_IN_FULL) + ")" + _GOES_ON)
_PUBLISHER = r"(?:[(][\p{L}&' ]+[,:;][ ][^()\n]{0,40}?(?:19|20)\d\d[)])"
_FORMS_BELOW = forms_below(SURNAME, _FORENAMES, _JOINED, _PUBLISHER)
# A line that begins as an entry does: authors with initials, the year, a title.
_LIKE_ENTRY = regex.compile(
    rf"[\s\d.)(\[\]\u2022*#-]*(?:{_GROUPS[0]}){_OTHERS}[.,]?[ ][(\[]?(?:19"
    rf"|20)\d\d[a-z]?[)\]]?[.,:]?[ ](?:[\"'*_]*[\p{{L}}'-]+[:,]?[ ]){{1,2}}"
)
_LEAST_ENTRIES = 3  # that say where they were published
_OF_A_RECORD = regex.compile(
    rf"{_OF_THE_CASE.pattern}|\b(?:referral|form|log|case[ ]notes?|statement[ ]of|school[ ]report"
    rf"|duty[ ]team|discharge"
    r"|minutes[ ]of|(?:core|initial)[ ]assessment|police[ ]\p{L}+|strategy|section[ ]47)\b",
    regex.IGNORECASE,
)
_INLINE_IN_FULL = regex.compile(
    rf"(?:[;:]"
    rf"|\b[Ss]ee(?:[ ]also)?,?)[ ](?:{'|'.join(_IN_FULL)}),[ ][\"'\p{{Lu}}][^()\n;]{{3,90}}[ ]{_PUBLISHER}"
)
# A footnote in a sentence: "see A. Harte, A Title (2009)".
_FOOTNOTE = regex.compile(
    rf"(?<![\p{{L}}.'-]){_GROUPS[1]},[ ](?:[\"'][^()\n]{{3,120}}[\"'],?|\p{{Lu}}[^().\n;]{{3,120}})"
    r"[ ](?:[(\[](?:[^()\n]{0,60}[ ])?(?:19|20)\d\d[)\]]|in[ ](?=\p{Lu}))"
)
_BARE = rf"(?P<author>{SURNAME})(?:{_JOINED}(?P<author>{SURNAME})){{0,4}}"
_EDITED = regex.compile(
    r"\b[Ii]n:?[ ](?:"
    + "|".join((*_GROUPS, *_IN_FULL, _BARE))
    + r"),?[ ](?:[(\[][Ee]ds?\.?[)\]]|[Ee]ds?\b\.?)"
)
# "Harte, Quill & Vesey eds, A Title, Anytown, 2001": in the plural nobody else is named so.
_EDITORS = regex.compile(
    rf"(?:{_BEGINNING}|;[ ]){_BARE},?[ ][(\[]?[Ee]ds\.?[)\]]?,[ ][\"'\p{{Lu}}][^\n;]{{4,100}}(?:19|20)\d\d"
)
_LETTERS_BEHIND = regex.compile(rf",?[ ](?P<letters>{_SHORT})(?![\p{{L}}])")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_READING = regex.compile(r"\b(?:[Rr]eading|[Ss]ee|[Rr]eferences|[Ll]iterature|[Ss]ources)\b")

Headed = Mapping[str, tuple[int, int]]
_NONE_HEADED: Headed = {}


def headed_lines(readings: Sequence[Reading]) -> Mapping[str, tuple[int, int]]:
    """Find the lists of references of one document.

    Returns: by passage, the half-open code points of its reading's text that stand below such a heading. A
    list is over at another heading ("Thanks"), and where two lines in a row have no year.
    """
    found: dict[str, tuple[int, int]] = {}
    open_, without, runs = False, 0, 0
    for reading in readings:
        start = 0
        heading = _heading(reading.text)
        if heading is not None:
            open_, without, start = True, 0, heading.end()
        if not open_ or reading.passage.location.part in NAME_PARTS:
            continue
        end = start
        first = above = ""
        for low, high in lines_of(reading.text):
            if low < start or not open_:
                continue
            line = reading.text[low:high]
            if is_another_heading(line, above):
                open_ = False
                continue
            runs_on = bool(above) and without < _WITHOUT_YEAR and goes_on(above, line, first)
            first, above = (first if runs_on else line), line
            without = 0 if _YEAR.search(line) else without + (0 if runs_on and runs < _MOST_RUNS else 1)
            runs = runs + 1 if runs_on else 0
            open_ = without < _WITHOUT_YEAR
            end = high
        found[reading.passage.id] = (start, end)
    return {**_runs(readings), **found}


def _heading(text: str) -> regex.Match[str] | None:
    plain = text.casefold()
    return _HEADING.search(text) if any(part in plain for part in _PARTS_OF_HEADINGS) else None


def _runs(readings: Sequence[Reading]) -> Mapping[str, tuple[int, int]]:
    """Find lists that have no heading: entries in a row, three of which say where they were published."""
    found: dict[str, tuple[int, int]] = {}
    run: list[tuple[Reading, int, int]] = []
    entries = 0
    for reading in readings:
        for low, high in lines_of(reading.text):
            is_entry = _LIKE_ENTRY.match(reading.text, low, high) is not None
            if is_entry and not _OF_A_RECORD.search(reading.text, low, high):
                run.append((reading, low, high))
                entries += _STRONGLY.search(reading.text, low, high) is not None
            elif run and _YEAR.search(reading.text, low, high):
                run.append((reading, low, high))
            else:
                found |= _stretches(run) if entries >= _LEAST_ENTRIES else {}
                run, entries = [], 0
    return found | (_stretches(run) if entries >= _LEAST_ENTRIES else {})


def _stretches(run: Sequence[tuple[Reading, int, int]]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for reading, low, high in run:
        start, _ = found.get(reading.passage.id, (low, high))
        found[reading.passage.id] = (start, high)
    return found


def is_entry(
    reading: Reading, start: int, after: int, headed: Headed = _NONE_HEADED, *, published: bool = False
) -> bool:
    """Tell whether names from `start`, with a year that ends at `after`, begin an entry of a list.

    Args:
        headed: what stands below headings of references, as `headed_lines` gives it.
        published: whether the entry must say where it was published, or stand below such a heading.
    """
    text = reading.text
    low, high = line_of(text, start)
    if not _LINE_START.fullmatch(text, low, start) or not _TITLE.match(text, after, high):
        return False
    if is_of_the_family(text, after) or _OF_A_LIFE.match(text, after, high):
        return False
    return not published or _is_published(reading, low, high, headed)


def entry_authors(reading: Reading, headed: Headed = _NONE_HEADED) -> Iterator[tuple[int, int]]:
    """Find the authors of entries and of footnotes by their form, and the editors inside every entry.

    Args:
        headed: as for `is_entry`.

    Returns: half-open code points of the reading's text. A page alone shows no entry here: a list of a
    case's records has pages too.
    """
    text = reading.text
    if _YEAR.search(text) is None and reading.passage.id not in headed:
        return
    for piece, below in _pieces(reading, headed):
        line = piece.text
        if len(line) > _LONGEST or _OF_THE_CASE.search(line) or not (below or _YEAR.search(line)):
            continue
        if is_a_record(line, below=below):
            continue
        for start, end in dict.fromkeys(_authors(line, below=below)):
            letters = _LETTERS_BEHIND.match(line, end)
            also = SURNAMES_TOO if letters is not None else frozenset[str]()
            if not (below and letters is not None) and any(
                word.casefold() in stop_words() - also for word in line[start:end].split()
            ):
                continue
            if MADE_AT_HOME.search(line, max(0, start - 40), start):
                continue
            yield piece.span(start, end)
            if letters is not None and piece.is_broken(start, letters.end()):
                yield piece.span(letters.start("letters"), letters.end())


def _pieces(reading: Reading, headed: Headed) -> Iterator[tuple[Piece, bool]]:
    """Give each line by itself, and below a heading each entry with the lines that it runs over."""
    text = reading.text
    start, end = headed.get(reading.passage.id, (0, 0))
    for low, high in lines_of(text):
        if not start <= low < end:
            yield Piece(text[low:high], tuple(range(low, high))), _is_headed(reading, low, headed)
    for piece in pieces(text, start, end):
        yield piece, True


def _authors(line: str, *, below: bool) -> Iterator[tuple[int, int]]:
    """Give the authors and editors of one entry; more forms show one `below` a heading of references."""
    patterns = [_FOOTNOTE, _EDITED, _EDITORS]
    if below or _READING.search(line) is not None:
        patterns.append(_INLINE_IN_FULL)
    if below and not is_a_record(line, below=False):
        patterns += _FORMS_BELOW
    for pattern in patterns:
        for each in pattern.finditer(line):
            yield from each.spans("author")
    if below or _STRONGLY.search(line) is not None:
        opening = _OPENING.match(line) or _OPENING_IN_FULL.match(line) or (below and _BELOW.match(line))
        yield from opening.spans("author") if opening else ()


def _is_headed(reading: Reading, low: int, headed: Headed) -> bool:
    start, end = headed.get(reading.passage.id, (0, 0))
    if start <= low < end:
        return True
    return any(_heading(heading) is not None for heading in reading.passage.headings[-1:])


def _is_published(reading: Reading, low: int, high: int, headed: Headed) -> bool:
    if _OF_THE_CASE.search(reading.text, low, high):
        return False
    return _PUBLISHED.search(reading.text, low, high) is not None or _is_headed(reading, low, headed)
