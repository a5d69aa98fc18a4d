"""What explains an abbreviation: the words whose first letters it has, before or behind it.

"The Local Safeguarding Children Board (LSCB)", "MASH (multi-agency safeguarding hub)", "the LADO, or local
authority designated officer", "ABE stands for ...", a line "CAF - Common Assessment Framework". One word more
than the letters have is forgiven. What remains: an explanation in other words, but for one in brackets that
begins with an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["begins_a_term", "explains", "fits"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL = _set(
    "a an and as at by for from in into is it its of on or our out over the their to under up upon with"
    " within who around after based"
)
# What is often said behind the words that give the letters: "the Accident and Emergency department (A&E)".
_BESIDES = _set(
    "department service services team teams unit form process programme system scheme tool worker order nhs"
    " foundation trust council borough county ltd"
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_NEXT_WORDS = 12  # words of a long form
_BACK = 220  # characters
_LINK = 40  # characters of what links the words to the letters
_QUOTES = "\"'\u2018\u2019\u201c\u201d"
_LETTERS = rf"[{_QUOTES}]*[A-Za-z][A-Za-z0-9&.]{{0,9}}(?:['\u2019]?s)?[{_QUOTES}]*"
_STANDS_FOR = re.compile(
    rf"[{_QUOTES}]*\s*[,\u2013\u2014-]?\s*(?:stands?\s+for|means?\b|is\s+short\s+for|is\s+the\s+abbreviation|is\s+an\s+acronym"
    r"|refers\s+to|i\.?e\.?[\s,]|that\s+is[\s,]|which\s+(?:is|are|stands|means)\b)"
)
_BRACKET_BEHIND = re.compile(
    rf"(?:['\u2019]?s)?[{_QUOTES}]*(?:\s[a-z]+){{0,2}}\s*[(\[]([^)\]]{{3,220}})[)\]]"
)
_LINK_BEHIND = re.compile(
    rf"(?:['\u2019]?s)?[{_QUOTES}]*(?:(?:\s[a-z]+){{0,2}}\s+[\u2013\u2014-]\s+|\s*[:=\u2013\u2014]\s*|\s*,\s*(?:or\s+)?|\s+or\s+|\t+|\s{{2,}})"
    rf"[{_QUOTES}]*(?:the\s+|an?\s+)?(?=[^\W\d_])"
)
_ARTICLE = re.compile(r"\s*(?:an?|the)\s+(?:\S+\s+){2,}", re.IGNORECASE)
_OPENED = re.compile(
    rf"""[(\[] [\s{_QUOTES}]*
    (?: (?:the|an?|or|and|also|now|then|formerly|previously|called|known|referred|abbreviated|shortened
         |hereafter|hereinafter|henceforth|here|as|to|in|this|report|for|short|acronym|abbreviation|collectively)[\s,:]+
      | {_LETTERS}\s*(?:[/,;|]|\bor\b|\band\b)\s* )*
    [\s{_QUOTES}]*\Z""",
    re.VERBOSE,
)
_LINK_BEFORE = re.compile(
    rf"""(?: \s*[=\u2013\u2014|]\s* | \s+-\s+ | \t+
      | \s*,?\s*(?:or|also\s+known\s+as|known\s+as|called|abbreviated\s+(?:to|as)|shortened\s+to|hereafter
        |hereinafter)\s+ | \s*,\s* )
    (?:simply\s+)? (?:the\s+|an?\s+)? [\s{_QUOTES}]*\Z""",
    re.VERBOSE,
)
_ANOTHER = re.compile(rf"\s*(?:[/,;|]|\bor\b|\band\b)\s*{_LETTERS}\s*[)\],;/]")
_TERM_BEFORE = re.compile(r"(?:\A|\n)[ \t]*(?:[-*\u2022\u25aa\u25cf]|\[?\(?\d{1,3}[\]).]?|\|)?[ \t]*\Z")
_TERM_BEHIND = re.compile(r"(?:['\u2019]?s)?\s*(?:[:=\u2013\u2014|-]|\t|\.{2,}|[ ]{2,}|\n)\s*\S")


def explains(text: str, start: int, end: int, letters: str) -> bool:
    """Tell whether a text explains the abbreviation from `start` to `end`, half-open code points of it."""
    behind = text[end : end + _BACK]
    if _STANDS_FOR.match(behind):
        return True
    inside = _BRACKET_BEHIND.match(behind)
    if inside and (_begins(letters, inside[1]) or _ARTICLE.match(inside[1])):
        return True
    link = _LINK_BEHIND.match(behind)
    if link and _begins(letters, behind[link.end() :], whole=False):
        return True
    before = text[max(0, start - _BACK) : start]
    bracket = max(before.rfind("("), before.rfind("["))
    opened = _OPENED.match(before, bracket) if bracket >= 0 else None
    if opened:
        several = "/" in opened[0] or len(opened[0].split()) > 1 or _ANOTHER.match(behind) is not None
        return _ends(letters, before[: opened.start()], several=several)
    tail = max(0, len(before) - _LINK)
    linked = _LINK_BEFORE.search(before, tail)
    return linked is not None and _ends(letters, before[: linked.start()])


def begins_a_term(text: str, start: int, end: int) -> bool:
    """Tell whether it begins a line of a list of terms, "MASH: the hub to which ..."."""
    return (
        _TERM_BEFORE.search(text[max(0, start - 20) : start]) is not None
        and _TERM_BEHIND.match(text[end : end + 40]) is not None
    )


def fits(letters: str, text: str) -> bool:
    """Tell whether the letters are those of all the words of a text, which are few."""
    words = [word for word in _WORD.findall(text) if not word.isdigit()]
    return 1 < len(words) <= _NEXT_WORDS and _fit(letters, words)


def _begins(letters: str, text: str, *, whole: bool = True) -> bool:
    """Tell whether the first words of a text fit, or for `whole` any words of it that end it or begin it."""
    words = _WORD.findall(text)[:_NEXT_WORDS]
    starts = range(min(len(words), 5)) if whole else range(1)
    return any(_fit(letters, words[at:last]) for at in starts for last in range(at + 2, len(words) + 1))


def _ends(letters: str, text: str, *, several: bool = False) -> bool:
    """Tell whether the last words of a text fit; of `several` abbreviations, any of its last words."""
    words = _WORD.findall(text)[-_NEXT_WORDS:]
    lasts = range(2, len(words) + 1) if several else (len(words),)
    return any(_fit(letters, words[at:last]) for last in lasts for at in range(last - 1))


def _fit(letters: str, words: Sequence[str]) -> bool:
    forms = {re.sub(r"[^A-Z]", "", letters), re.sub(r"[^A-Z]", "", letters.upper())}
    folded = tuple(word.upper() for word in words)
    return any(
        len(form) > 1 and form[0] == folded[0][0] and _spelled(form, folded, len(form) > 2) for form in forms
    )


@lru_cache(maxsize=4096)
def _spelled(wanted: str, words: tuple[str, ...], spare: bool) -> bool:
    """Tell whether the letters stand in order in the words, the first of each word among them.

    Small words may be left out, and with `spare` one other; a word may give more letters than its first one:
    "Multi-agency safeguarding hub" is MASH where it is read as two words, and "Cafcass" too.
    """
    if not words:
        return not wanted
    word, rest = words[0], words[1:]
    if (word.lower() in _SMALL or word.lower() in _BESIDES or word.isdigit()) and _spelled(
        wanted, rest, spare
    ):
        return True
    if wanted and wanted[0] == word[0] and _gives(wanted, word, rest, spare):
        return True
    return spare and bool(rest or not wanted) and _spelled(wanted, rest, False)


def _gives(wanted: str, word: str, rest: tuple[str, ...], spare: bool) -> bool:
    taken, at = 1, 1
    while True:
        if _spelled(wanted[taken:], rest, spare):
            return True
        at = word.find(wanted[taken], at) + 1 if taken < len(wanted) else 0
        if not at:
            return False
        taken += 1
