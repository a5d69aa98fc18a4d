"""Entries of lists of references and of footnotes: their authors and editors.

"Harte, A. and Quill, B. (2011) A Title. Anytown: Example Press", "1. Harte AB, Quill C. A Title. Journal
2009;12:34-40", "A. Harte and B. Quill, A Title (Example Press, 2009), p. 12", "in Vesey, C. (ed.) A Title".
An entry stands at the beginning of its line. It is sure where a publisher, pages or a volume, or a heading of
references show it: a list of children with the years of their births has neither. What remains: an author
without initials, and an entry that runs on inside a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redact.recognise.names import stop_words
from redact.recognise.readings import Reading
from redact.recognise.zones import line_of, lines_of

__all__ = ["AUTHOR", "entry_authors", "is_entry"]

_SURNAME = (
    r"(?:(?:[Dd]e|[Vv]an|[Vv]on|[Dd]er|[Ll]a|[Ll]e|[Dd]u|[Dd]a|Abu|Bin|El|Al|Del|Dos|Ap|Ben|St\.?)[ ]){0,2}"
    r"\p{Lu}(?:'?\p{L})+(?:-\p{Lu}\p{L}+){0,2}"
)
_INITIALS = r"(?:\p{Lu}\.?[ -]?){1,3}(?<![ -])(?![\p{L}])"
AUTHOR = rf"(?P<author>{_SURNAME})(?P<initials>,?[ ]{_INITIALS})?"

_LINE_START = regex.compile(r"^[\s\d.)(\[\]\u2022*-]*$")
_TITLE = regex.compile(r"[)\]]?[.,:;]?[ ]{1,2}[\"'*_]*(?:[\p{L}'-]+[:,]?[ ]){2}")
_PUBLISHED = regex.compile(
    r"\bpp?\.[ ]?\d|\b\d{1,3}[ ]?\(\d{1,3}\)|(?:19|20)\d\d;\d|\bVol(?:ume|\.)|\bNo\.[ ]\d|\b(?:Press"
    r"|Publish\p{L}+"
    r"|Publications|Books|Routledge|Sage|Palgrave|Wiley|Elsevier|HMSO|TSO|Stationery[ ]Office|edn|edition|doi"
    r"|ISBN|Unpublished|Journal|Jessica[ ]Kingsley|Oxford|Cambridge)\b|https?://|www\."
    r"|\b[Aa]vailable[ ](?:at|from|online)"
    r""
    r"|[.?][ ](?!(?:School|Father|Mother|Status|Address|Legal|Nursery|Placement|Health|Worker)\b)"
    r"\p{Lu}[\p{L}-]+(?:[ ][\p{L}-]+){0,3}:[ ]\p{Lu}[\p{L}& ]+(?:\.|$)"
)
# A page alone is of a record too: these are of a publication.
_STRONGLY = regex.compile(
    r"\b\d{1,3}[ ]?\(\d{1,3}\)|(?:19|20)\d\d;[ ]?\d|\b(?:Press|Publish\p{L}+|Publications|Books|Routledge"
    r"|Sage|Palgrave"
    r"|Wiley|Elsevier|HMSO|TSO|Stationery[ ]Office|edn|doi|ISBN|Journal|Jessica[ ]Kingsley)\b"
)
_HEADING = regex.compile(
    r"(?:^|\n)[\s\d.]*(?:references|bibliography|(?:further|suggested)[ ]reading|works[ ]cited"
    r"|sources[ ]cited|list[ ]of[ ]references)[ :]*(?:\n|$)",
    regex.IGNORECASE,
)
# What is told of somebody of the case, as no title is.
_OF_THE_CASE = regex.compile(
    r"\b(?:lives?[ ](?:with|at|alone|in)|lived[ ](?:with|at|alone|in)|attends|attended|was[ ]seen"
    r"|placed[ ]with|placed[ ]in|born|d\.?o\.?b|sibling"
    r"|half[ -](?:brother|sister)|registered[ ]with|subject[ ]of|visited[ ]the|aged[ ]\d)\b",
    regex.IGNORECASE,
)
_LONGEST = 600  # characters of an entry
_SHORT = r"\p{Lu}\.?(?:[ -]?\p{Lu}\.?){0,2}"
_JOINED = r"(?:,?[ ](?:and|&)[ ]|[,;][ ])"
_SURNAME_FIRST = rf"(?P<author>{_SURNAME}),?[ ]{_SHORT}(?![\p{{L}}])"
_INITIAL_FIRST = rf"(?:\p{{Lu}}\.[ -]?){{1,3}}(?P<author>{_SURNAME})"
_GROUPS = tuple(rf"{one}(?:{_JOINED}{one}){{0,9}}" for one in (_SURNAME_FIRST, _INITIAL_FIRST))
_OPENING = regex.compile(
    r"^[\s\d.)(\[\]\u2022*-]*(?:"
    + ""
    r"|".join(_GROUPS)
    + r")(?:,?[ ]et[ ]al\.?)?(?:,?[ ]\(?[Ee]ds?\.?\)?)?[.,:][ ]"
    r"(?=[\"'\p{Lu}])"
)
_EDITED = regex.compile(r"\b[Ii]n:?[ ](?:" + "|".join(_GROUPS) + r"),?[ ]\(?[Ee]ds?\.?\)?[,)]?[ ]")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_entry(reading: Reading, start: int, after: int, *, published: bool = False) -> bool:
    """Tell whether names from `start`, with a year that ends at `after`, begin an entry of a list.

    Args:
        published: whether the entry must say where it was published, or stand below a heading of references.
    """
    text = reading.text
    low, high = line_of(text, start)
    if not _LINE_START.match(text, low, start) or not _TITLE.match(text, after, high):
        return False
    return not published or _is_published(reading, low, high)


def entry_authors(reading: Reading) -> Iterator[tuple[int, int]]:
    """Find the authors of entries whose year stands at their end, and the editors inside every entry.

    Returns: half-open code points of the reading's text. A page alone shows no entry here: a list of a
    case's records has pages too.
    """
    text = reading.text
    if _YEAR.search(text) is None:
        return
    for low, high in lines_of(text):
        line = text[low:high]
        if high - low > _LONGEST or _YEAR.search(line) is None or _OF_THE_CASE.search(line):
            continue
        if _STRONGLY.search(line) is None and not _is_headed(reading, low):
            continue
        opening = _OPENING.match(line)
        found = [*(opening.spans("author") if opening else ())]
        for edited in _EDITED.finditer(line):
            found += edited.spans("author")
        for start, end in found:
            if not any(word.casefold() in stop_words() for word in line[start:end].split()):
                yield low + start, low + end


def _is_headed(reading: Reading, low: int) -> bool:
    headed = any(_HEADING.search(heading) for heading in reading.passage.headings[-1:])
    return headed or _HEADING.search(reading.text, 0, low) is not None


def _is_published(reading: Reading, low: int, high: int) -> bool:
    if _OF_THE_CASE.search(reading.text, low, high):
        return False
    return _PUBLISHED.search(reading.text, low, high) is not None or _is_headed(reading, low)
