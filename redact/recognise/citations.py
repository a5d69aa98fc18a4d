"""Cited authors: "Harte (2011) argues", "(Harte 1998)", "Harte et al., 2009", "Harte, H. (2011) A Title".

A name with a year is an author only by its form or by the words around it, for a child may stand with the
year of its birth: "her brother Tom (2003)". So words of kinship beside it, and commas between several such
pairs, keep a name out. What remains: an author with neither year nor a word of research beside the name.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from redact.recognise.lists import words
from redact.recognise.names import name_words, stop_words
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, line_of
from redact.values.people import Standing

__all__ = ["cited_authors"]

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
    r"|(?:model|framework|research)\b)"
)
_ABBREVIATION = regex.compile(r"\p{Lu}{2,5}|\p{Lu}\p{L}?\p{Lu}")
# Words with a capital that stand before a year and are in no list of words that are no names.
_NO_AUTHORS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october"}
    | {"november", "december", "spring", "summer", "autumn", "winter", "christmas", "easter", "act", "since"}
    | {"until", "during", "section", "chapter", "annex", "appendix", "table", "figure", "version", "edition"}
    | {"volume", "issue"}
)


def cited_authors(reading: Reading) -> Iterator[Zone]:
    """Find the names of cited authors in one reading, one zone for each name."""
    text = reading.text
    for year in _YEAR.finditer(text):
        if not _may_follow(text, year.start()):
            continue
        low, high = line_of(text, year.start())
        low = max(low, year.start() - _REACH)
        group = _BEFORE.search(text, low, year.start())
        while group is not None and not _plausible(group):
            # "Since Harte (2011)": the first word is no name, the rest may be.
            nearer = group.ends("author")[0]
            group = _BEFORE.search(text, nearer, year.start())
        if group is None:
            continue
        form = _form(text, group, year.end(), high)
        if form is None:
            continue
        pattern, because = form
        for start, end in group.spans("author"):
            yield Zone(reading, start, end, Standing.CITED, pattern, because)


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


def _form(text: str, group: regex.Match[str], after: int, high: int) -> tuple[str, str] | None:
    """Name the form of a citation, with its reason; None where a name with a year is no citation."""
    if group["others"]:
        return "author and others", "an author with others and a year"
    in_brackets = group["open"].strip(" ,.") in ("(", "[")
    initials = len(group.captures("initials")) == len(group.captures("author"))
    at_start = _LINE_START.match(text, line_of(text, group.start())[0], group.start()) is not None
    if initials and at_start and _TITLE.match(text, after, high):
        return "entry of a reference list", "a surname with initials and a year before a title"
    if _KIN.search(text, max(line_of(text, group.start())[0], group.start() - 40), group.start()):
        return None
    if in_brackets:
        low = max(line_of(text, group.start())[0], group.start() - 80)
        if _RESEARCH_AFTER.match(text, after, high) or _RESEARCH_BEFORE.search(text, low, group.start()):
            return "author and year", "a surname with a year in brackets, with words of research beside it"
        return None
    low = max(0, group.start() - 8)
    if _OPENING.search(text, low, group.start()) and _CLOSING.match(text, after, high):
        return "citation in brackets", "a surname with a year in brackets, as authors are cited"
    return None
