"""Cited authors: "Harte (2011) argues", "(Harte 1998)", "Harte et al., 2009", "Harte, H. (2011) A Title".

A name with a year is an author only by its form or by the words around it, for a child may stand with the
year of its birth: "her brother Tom (2003)". What decides, in this order: words of kinship before it in its
sentence keep it out; "et al.", the brackets of a citation and an entry of a reference list show it; with the
year alone in brackets, words of research beside it, another author joined to it, a citation directly before
it in the same list, or the same name and year in a sure form elsewhere. One surname with a year in brackets
and none of these is left to others, who ask. What remains: an author with neither year nor such a sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from redact.recognise.lists import words
from redact.recognise.names import name_words, stop_words
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, line_of
from redact.values.people import Standing

__all__ = ["cited_authors", "known_authors"]

_YEAR = regex.compile(r"(?:19|20)\d\d(?<![\d/.-]\d{4})[a-z]?(?![\d/-])")
_LAST_WORD = regex.compile(r"(?P<word>\p{L}+)(?:[.,)]*[ ]?[(\[]|[.)]*,[ ]?|\.?[ ])$")
_OTHER_WORDS = frozenset({"al", "others", "colleagues", "eds", "ed"})
_REACH = 160  # characters before a year; six authors with their initials

_SURNAME = r"(?:(?:de|van|von|der|la|le|du)[ ]){0,2}\p{Lu}(?:'?\p{L})+(?:-\p{Lu}\p{L}+)?"
_INITIALS = r"(?:\p{Lu}\.?[ -]?){1,3}(?<![ -])(?![\p{L}])"
_AUTHOR = rf"(?P<author>{_SURNAME})(?P<initials>,?[ ]{_INITIALS})?"
_JOINED = r"(?:,?[ ](?:and|&)[ ]|[,;][ ])"
_OTHERS = r"(?P<others>,?[ ](?:et[ ]al\.?|and[ ](?:others|colleagues)))"
_GROUP = rf"(?:{_AUTHOR})(?:{_JOINED}{_AUTHOR}){{0,5}}{_OTHERS}?(?P<edited>,?[ ]\(?[Ee]ds?\.?\)?)?"
_BEFORE = regex.compile(rf"(?<![\p{{L}}\p{{N}}'-]){_GROUP}(?P<open>[,.]?[ ]?[(\[]|,[ ]?|[ ])$")
_OPENING = regex.compile(r"(?:[(\[;]|\b(?:[Ss]ee|e\.g\.,?|cf\.|in))[ ]?(?:see[ ]|e\.g\.,?[ ]|cf\.[ ])?$")
_CLOSING = regex.compile(r"(?:,[ ]?(?:19|20)\d\d[a-z]?)*(?:[)\];:]|,[ ]pp?\.?)")
_LINE_START = regex.compile(r"^[\s\d.)(\[\]•*-]*$")
_TITLE = regex.compile(r"[)\]]?[.,:;]?[ ]{1,2}[\"'*_]*(?:[\p{L}'-]+[:,]?[ ]){2}")
_KIN = regex.compile(
    r"\b(?:(?:half|step)?-?(?:brother|sister|sibling)s?|twins?|sons?|daughters?|uncle|aunt|cousins?|nephew"
    r"|niece|mother|father|mum|dad|parents?|grand\p{L}+|partner|boys?|girls?|bab(?:y|ies)|born|birth|aged?"
    r"|d\.?o\.?b|(?:her|his|their|the|of|eldest|youngest|older|younger|subject)[ ](?:child|children)"
    r"|children:|household|lived?|lives)\b",
    regex.IGNORECASE,
)
_RESEARCH_BEFORE = regex.compile(
    r"\b(?:according[ ]to|see|cited[ ](?:in|by)|described[ ]by|adapted[ ]from|model|framework|theory|theories"
    r"|literature|stud(?:y|ies)|research|evidence|writers?|authors?|argued[ ]by|work[ ]of|analysis|guidance"
    r"|approach(?:es)?[ ]of|methods?[ ]of|findings[ ]of|follow(?:s|ed|ing)?)"
    r"\b[^.;()]{0,60}$",
    regex.IGNORECASE,
)
_RESEARCH_AFTER = regex.compile(
    r"[)\]](?:'s)?,?[ ](?:also[ ])?(?:argue|suggest|note[sd]?\b|identif|describe|state[sd]?\b"
    r"|highlight|propose|conclude|define|emphasi|points?[ ]out|explain|recommend|show[sn]?\b|found[ ]that"
    r"|wr(?:ites?|ote)\b|counted\b|looked[ ]at|examine|review(?:ed|s)\b"
    r"|analys|survey|reported\b|refer(?:s|red)?[ ]to|warn|observe[sd]?[ ]that|stud(?:y|ies)\b"
    r"|found[ ]the[ ]same\b|(?:set|sets)[ ]out\b"
    r"|(?:model|framework|research)\b)"
)
# Between two citations of one list: "by Harte (2004), Quill (2006) and Vesey (2009)".
_AND_ANOTHER = regex.compile(
    r"(?:,[ ]?(?:19|20)\d\d[a-z]?|,[ ]pp?\.[ ]?[\d-]+)*[)\]][,;]?[ ](?:(?:and|&)[ ])?"
)
_ALONE = regex.compile(r"(?:,[ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*[)\]]")
# What a sentence tells of somebody of the case: two names with one year are twins there.
_OF_THE_CASE = regex.compile(
    r"\b(?:born|seen|saw|visit(?:s|ed)?|attend(?:s|ed)?|admitted|liv(?:es|ed|ing)|home|school|nursery|moved?"
    r"|placed|arrested|rang|told|weigh(?:s|ed)|injur\p{L}+|bruis\p{L}+|died|came|went|stayed|with[ ]whom"
    r"|referred[ ]by|SW\d?|HV\d?)\b"
)
_SENTENCE = regex.compile(r"(?<=\p{L}{3}|[)\]\d])[.!?][\"')]*\s")
_ABBREVIATION = regex.compile(r"\p{Lu}{2,5}|\p{Lu}\p{L}?\p{Lu}")
# Words with a capital that stand before a year and are in no list of words that are no names.
_NO_AUTHORS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october"}
    | {"november", "december", "spring", "summer", "autumn", "winter", "christmas", "easter", "act", "since"}
    | {"until", "during", "section", "chapter", "annex", "appendix", "table", "figure", "version", "edition"}
    | {"volume", "issue"}
)


def known_authors(readings: Iterable[Reading]) -> frozenset[tuple[str, str]]:
    """Collect surname, in lower case, and year of every citation that its own form shows."""
    found: set[tuple[str, str]] = set()
    for reading in readings:
        for year, group in _groups(reading.text):
            form = _sure_form(reading.text, group, year.end())
            if form is not None:
                found.update((name.casefold(), year[0]) for name in group.captures("author"))
    return frozenset(found)


def cited_authors(reading: Reading, known: frozenset[tuple[str, str]] = frozenset()) -> Iterator[Zone]:
    """Find the names of cited authors in one reading, one zone for each name.

    Args:
        known: authors with their years as `known_authors` gives them.
    """
    text = reading.text
    last = -1  # where the year of the last citation ended
    for year, group in _groups(text):
        form = _sure_form(text, group, year.end())
        if form is None and group["open"].strip(" ,.") in ("(", "["):
            listed = last >= 0 and _AND_ANOTHER.fullmatch(text, last, group.start()) is not None
            sure = {(name.casefold(), year[0]) for name in group.captures("author")} <= known
            form = _form_in_brackets(text, group, year.end(), again=listed or sure)
        if form is None:
            continue
        last = year.end()
        pattern, because = form
        for start, end in group.spans("author"):
            yield Zone(reading, start, end, Standing.CITED, pattern, because)


def _groups(text: str) -> Iterator[tuple[regex.Match[str], regex.Match[str]]]:
    """Find each year that surnames stand before, with those surnames."""
    for year in _YEAR.finditer(text):
        if not _may_follow(text, year.start()):
            continue
        low = max(line_of(text, year.start())[0], year.start() - _REACH)
        group = _BEFORE.search(text, low, year.start())
        while group is not None and not _plausible(group):
            # "Since Harte (2011)": the first word is no name, the rest may be.
            nearer = group.ends("author")[0]
            group = _BEFORE.search(text, nearer, year.start())
        if group is not None:
            yield year, group


def _may_follow(text: str, year: int) -> bool:
    """Tell cheaply whether an author may stand before a year: most years follow a month or a small word."""
    before = _LAST_WORD.search(text, max(0, year - 40), year)
    if before is None or before["word"] in _OTHER_WORDS:
        return before is not None
    word: str = before["word"]
    if len(word) == 1:
        return word.isupper()
    return word[0].isupper() and word.casefold() not in _NO_AUTHORS and word.casefold() not in stop_words()


def _plausible(group: regex.Match[str]) -> bool:
    """Tell whether the words may be authors: "Scie (2010)" and "DfE 2015" are bodies."""
    names = group.captures("author")
    every = [word.casefold() for name in names for word in name.split()]
    if any(word in stop_words() or word in _NO_AUTHORS for word in every):
        return False
    if group["others"] or group["initials"]:
        return True
    known = name_words() | words("known-capitals")
    return not (all(word in known for word in every) or any(_ABBREVIATION.fullmatch(name) for name in names))


def _sure_form(text: str, group: regex.Match[str], after: int) -> tuple[str, str] | None:
    """Name the form of a citation that needs no words around it, with its reason; None where it is none."""
    low, high = line_of(text, group.start())
    if group["others"]:
        return "author and others", "an author with others and a year"
    initials = len(group.captures("initials")) == len(group.captures("author"))
    at_start = _LINE_START.match(text, low, group.start()) is not None
    if initials and at_start and _TITLE.match(text, after, high):
        return "entry of a reference list", "a surname with initials and a year before a title"
    if _is_kin(text, group):
        return None
    low = max(0, group.start() - 8)
    bare = group["open"].strip(" ,.") not in ("(", "[")
    if bare and _OPENING.search(text, low, group.start()) and _CLOSING.match(text, after, high):
        return "citation in brackets", "a surname with a year in brackets, as authors are cited"
    return None


def _form_in_brackets(
    text: str, group: regex.Match[str], after: int, *, again: bool
) -> tuple[str, str] | None:
    """Name the form of names before a year in brackets; None where nothing shows that they are authors."""
    line, high = line_of(text, group.start())
    if _is_kin(text, group):
        return None
    before = text[max(line, group.start() - 80) : group.start()]
    if _RESEARCH_AFTER.match(text, after, high) or _RESEARCH_BEFORE.search(before):
        return "author and year", "a surname with a year in brackets, with words of research beside it"
    if not _ALONE.match(text, after, high):
        return None
    if again:
        return "author cited again", "a surname with a year in brackets beside or after a sure citation of it"
    behind = _SENTENCE.split(text[after : min(high, after + 80)], maxsplit=1)[0]
    of_the_case = _OF_THE_CASE.search(_SENTENCE.split(before)[-1]) or _OF_THE_CASE.search(behind)
    if len(group.captures("author")) > 1 and not of_the_case:
        return "authors and year", "two or more surnames with one year alone in brackets"
    return None


def _is_kin(text: str, group: regex.Match[str]) -> bool:
    """Tell whether a word of kinship stands shortly before the names, in their sentence."""
    low = max(line_of(text, group.start())[0], group.start() - 40)
    before = text[low : group.start()]
    return _KIN.search(_SENTENCE.split(before)[-1]) is not None
