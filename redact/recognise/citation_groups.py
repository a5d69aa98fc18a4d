"""Names that stand before a year, as authors do: "Harte and Quill (2009)", "Harte, A. 2009".

Whether they are authors the words around them say. Months, laws and bodies are left out here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.names import name_words, stop_words
from redact.recognise.reference_lists import AUTHOR
from redact.recognise.reference_records import SURNAMES_TOO
from redact.recognise.zones import line_of

__all__ = ["groups", "is_forename", "is_kin", "is_of_evidence", "of_one_list", "tells_of_kin"]

_YEAR = regex.compile(r"(?:19|20)\d\d(?<![\d/.-]\d{4})[a-z]?(?![\d/-])")
_AND, _TWO_LISTS = regex.compile(r"[ ](?:and|&)[ ]"), 2
_AND_BEFORE = regex.compile(r"(?<![\p{L}'-])\p{Lu}[\p{L}'-]+[ ](?:and|&)[ ]$")
_LAST_WORD = regex.compile(r"(?P<word>\p{L}+)(?:'s?)?(?:[.,)]*[ ]?[(\[]|[.)]*,[ ]?|\.?[ ])$")
_OTHER_WORDS = frozenset({"al", "others", "colleagues", "eds", "ed"})
_REACH = 160  # characters before a year; six authors with their initials

_JOINED = r"(?:,?[ ](?:and|&)[ ]|[,;][ ]|[ ]?/[ ]?)"
_OTHERS = r"(?P<others>,?[ ](?:et[ ]al\.?|(?:and|&)[ ](?:others|colleagues)))"
_GROUP = rf"(?:{AUTHOR})(?:{_JOINED}{AUTHOR}){{0,5}}{_OTHERS}?(?P<edited>,?[ ]\(?[Ee]ds?\.?\)?)?"
_BEFORE = regex.compile(rf"(?<![\p{{L}}\p{{N}}'-]){_GROUP}(?:'s?)?(?P<open>[,.]?[ ]?[(\[]|,[ ]?|[ ])$")
_ABBREVIATION = regex.compile(r"\p{Lu}{2,5}|\p{Lu}\p{L}?\p{Lu}")
# Words with a capital that stand before a year and are in no list of words that are no names.
_NO_AUTHORS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october"}
    | {"november", "december", "spring", "summer", "autumn", "winter", "christmas", "easter", "act", "since"}
    | {"until", "during", "section", "chapter", "annex", "appendix", "table", "figure", "version", "edition"}
    | {"volume", "issue"}
)
_KIN = regex.compile(
    r"\b(?:(?:half|step)?-?(?:brother|sister|sibling)s?|twins?|sons?|daughters?|uncle|aunt|cousins?|nephew"
    r"|niece|mother|father|mum|dad|parents?|grand\p{L}+|partner|boys?|girls?|bab(?:y|ies)|born|birth|aged?"
    r"|d\.?o\.?b|(?:her|his|their|the|of|eldest|youngest|older|younger|subject"
    r"|two|three|four|five|six|both)(?<!\b[Vv]oice[ ]of[ ]the)[ ](?:child|children)"
    r"|children:|household|family(?=:)|lived?|lives)\b",
    regex.IGNORECASE,
)
# "the social worker (Harte, 2012) left": one post, and whose it was
_POST_BESIDE = (
    r"\b(?:the|her|his|their|our|an?)[ ](?:\p{L}+[ ]){0,2}(?:worker|visitor|midwife|nurse|teacher|doctor"
    r"|officer|manager|carer|guardian|psychologist|psychiatrist|consultant|p(?:a)?ediatrician|sergeant)"
    r"[ ][(\[]$"
)
_KIN_BESIDE = regex.compile(
    rf"{_KIN.pattern}[ ,:-]{{0,2}}(?:\p{{L}}+[ ])?[(\[]?$|{_POST_BESIDE}", regex.IGNORECASE
)
# Evidence on kin in general, of whom no word says whose they are.
_WHOSE = r"(?!(?:her|his|their|the|this|these|those|our|my|two|three|four|both)\b)"
_EVIDENCE = regex.compile(
    r"\b(?:[Ee]vidence|[Rr]esearch|[Ss]tud(?:y|ies)|[Ll]iterature|[Ff]indings|[Tt]extbooks?)[ ]"
    rf"(?:on|about|into|of)[ ](?:{_WHOSE}\p{{Ll}}[\p{{L}}-]*[ ]){{0,5}}{_WHOSE}\p{{Ll}}+s[ ][(\[]$"
)
# "Harte (2004) and, on fathers, Quill (2006)": whom a work is about, and whose work it is.
_ON_MANY = regex.compile(
    r"(?:[)\]][;,]?|,)[ ](?:and,?[ ])?on[ ](?:\p{Ll}+[ ])?\p{Ll}+s,[ ](?:(?:by|see)[ ])?"
    r"(?:\p{Lu}[\p{L}'-]+(?:,|[ ](?:and|&))[ ]){0,3}$"
)
# "grandparents (see, for example, Harte, 2011)": nobody's kin; "parents (Harte, 1988)" may be a birth.
_BRACKET_OF_TEXTS = regex.compile(
    r"[(\[](?i:see|e\.g\.|for[ ](?:example|instance)|among[ ]others|cf\.|compare)\b"
)
_CAPITAL = regex.compile(r"\p{Lu}\p{L}+")
_SENTENCE = regex.compile(r"(?<=\p{L}{3}|[)\]\d])[.!?][\"')]*\s")


def groups(text: str) -> Iterator[tuple[regex.Match[str], regex.Match[str]]]:
    """Find each year that surnames stand before, with those surnames."""
    for year in _YEAR.finditer(text):
        if not _may_follow(text, year.start()):
            continue
        low = max(line_of(text, year.start())[0], year.start() - _REACH)
        group = _BEFORE.search(text, low, year.start())
        while group is not None and not (
            _plausible(group) and of_one_list(text, group.spans("author")) == group.spans("author")
        ):
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


def of_one_list(text: str, authors: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Give the authors that one "and" joins at most: Harte of "thanks Tom and Ida, and Harte et al. (2011)".

    Args:
        authors: half-open code points of names in the order of the text.
    """
    for number, (first, _) in enumerate(authors):
        last = authors[-1][1]
        before = _AND_BEFORE.search(text, max(0, first - 40), first) is not None
        if number == len(authors) - 1 or len(_AND.findall(text, first, last)) + before < _TWO_LISTS:
            return authors[number:]
    return authors


def _plausible(group: regex.Match[str]) -> bool:
    """Tell whether the words may be authors: "Scie (2010)" and "DfE 2015" are bodies."""
    names = group.captures("author")
    every = [word.casefold() for name in names for word in name.split()]
    stopping = [*every[:1], *(word for word in every[1:] if word not in SURNAMES_TOO)]
    if any(word in stop_words() or word in _NO_AUTHORS for word in stopping):
        return False
    if group["others"] or group["initials"]:
        return True
    known = name_words() | words("known-capitals")
    return not (all(word in known for word in every) or any(_ABBREVIATION.fullmatch(name) for name in names))


def is_forename(name: str) -> bool:
    """Tell whether a name is one word that is a forename: authors are cited by their surnames."""
    return name.casefold() in _forenames()


@cache
def _forenames() -> frozenset[str]:
    listed = words("forenames") | words("forename-sexes") | words("forename-spellings")
    return frozenset(word for word in listed - words("listed-authors") if len(word) > 1)


def is_kin(text: str, group: regex.Match[str], *, beside: bool) -> bool:
    """Tell whether a word of kinship stands shortly before the names, in their sentence.

    `beside`: only directly before them, for writers write of children and their mothers.
    """
    if beside:
        # All that stands in one bracket is of one kind: "her twins (Ruth, 2011; Joel, 2011)".
        bracket = max(
            text.rfind(mark, group.start() - 200 if group.start() > 200 else 0, group.start())
            for mark in "(["
        )
        closed = max(text.rfind(mark, max(0, bracket), group.start()) for mark in ")]")
        if is_of_evidence(text, group.start()):
            return False
        if bracket >= 0 and closed < bracket and _KIN_BESIDE.search(text, max(0, bracket - 40), bracket + 1):
            return True
        return _KIN_BESIDE.search(text, max(0, group.start() - 40), group.start()) is not None
    low = max(line_of(text, group.start())[0], group.start() - 40)
    return tells_of_kin(text[low : group.start()])


def is_of_evidence(text: str, start: int) -> bool:
    """Tell surnames in brackets behind evidence on kin in general: "studies of siblings (Harte, 2017)".

    One forename in the bracket around `start` makes all of it a family's.
    """
    if _ON_MANY.search(text, max(0, start - 60), start) is not None:
        return True
    bracket = max(text.rfind(mark, max(0, start - 200), start) for mark in "([")
    closed = max(text.rfind(mark, max(0, bracket), start) for mark in ")]")
    if bracket < 0 or closed > bracket:
        return False
    if _BRACKET_OF_TEXTS.search(text, max(0, bracket - 24), start) is None and (
        _EVIDENCE.search(text, max(0, bracket - 80), bracket + 1) is None
    ):
        return False
    inside = _CAPITAL.findall(text[bracket : line_of(text, start)[1]].partition(")")[0])
    return not any(word.casefold() in words("forenames") for word in inside)


def tells_of_kin(before: str) -> bool:
    """Tell whether a word of kinship stands in the sentence that what is `before` names ends with."""
    return _KIN.search(_SENTENCE.split(before)[-1]) is not None
