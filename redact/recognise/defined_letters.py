"""Letters that the documents themselves explain by words that are nobody's name.

"Team Manager (TM)", "AP, approved premises", "OM is offender manager". What remains: letters that are
explained by other words than those that they begin ("Tx, treatment").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from redact.recognise import regex
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import is_short_form, name_words, stop_words
from redact.recognise.plain_words import is_plain
from redact.recognise.repeat_edges import begins
from redact.recognise.told_codes import codes_told

__all__ = ["defined_letters", "is_explained_here", "is_office", "is_sign", "stands_for_office"]

_KEPT = "letters that the document explains"
_BRACKETS = regex.compile(r"[(\[](?P<letters>\p{Lu}{2,6})s?[)\]]")
_WINDOW = 80  # characters before a bracket, in which the words that it shortens stand
_BEFORE = regex.compile(
    r"(?<![\p{L}\p{N}.'/-])(?P<letters>\p{Lu}{2,6})s?"
    r"(?:[ ]?(?:=|:|-)|,(?![ ](?:from|to|for|by|with|at|on|in|as|who|and|but)[ ])|\t|[ ]\("
    r"|[ ](?:is|are|means|stands[ ]for))[ ]?"
    r"(?:(?:an?|the)[ ])?(?P<words>[\p{L}'-]+(?:,?[ ][\p{L}'-]+){1,7})"
)
_WHO_ACTS = regex.compile(r"\b(?:Actions?|Owner|Lead)[ ]$")
_ONE_WORD = regex.compile(r"[ ]?(?:=|:|-|\t)[ ]?(?P<word>\p{Ll}{5,})(?=[ ]*(?:[\n\t;,.]|$))")
_WORD = regex.compile(r"\p{L}[\p{L}']*")
_WORD_BEFORE = regex.compile(r"(\p{L}+)[ ]$")
# Letters of which one word may be unknown ("Public Law Outline"), of fewer none; of more all but one may.
_FEW = 3
_ARTICLES = frozenset({"a", "an", "the"})  # no letter stands for them: "OA, opened a new page"
# Two capitals that hardly anybody writes for a person in the midst of a line.
_OFFICES = frozenset(
    {"GP", "HV", "SW", "TA", "TM", "OM", "CP", "CT", "IV", "IM", "PE", "OT", "QA", "HR", "IT"}
)
# Those that may well be somebody's where letters stand alone.
_AS_LIKELY = frozenset({"AP", "DC", "DV", "ED", "EP", "LA", "MH", "MP", "PC", "UC", "YJ", "YO"})


def defined_letters(views: Sequence[View]) -> frozenset[str]:
    """Collect the letters, in lower case, that any document explains by words that are nobody's name."""
    return frozenset(letters for view in views for letters in _in_view(view))


def _in_view(view: View) -> frozenset[str]:
    kept = view.kept.get(_KEPT)
    if not isinstance(kept, frozenset):
        explained = (found for each in view.first for found in _in_text(each.text))
        view.kept[_KEPT] = kept = codes_told(view).letters.union(explained)
    return kept


def is_sign(text: str, start: int, end: int) -> bool:
    """Tell a letter that is nobody's: "b. 1981", "Q. Why did he", "In time? Y.", "Vit K"."""
    if text[start].islower() or (text[start] in "YN" and text[:start].rstrip(" ").endswith("?")):
        return True
    if "." in text[end - 1 : end + 1]:
        return text[start] in "QA" and begins(text, start)
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    return before is not None and is_plain(before[1])


def is_office(letters: str) -> bool:
    """Tell whether capitals are as likely an office, a body or a thing as a person: GP, SW, LA, EP."""
    return letters in _OFFICES or letters in _AS_LIKELY


def stands_for_office(text: str, start: int, end: int) -> bool:
    """Tell a short form for an office or a thing: in brackets behind somebody, or in the midst of a line.

    `start` and `end`: half-open code points of the text that hold capitals.
    """
    word = text[start:end]
    is_usual = word in _OFFICES or word.casefold() in words("plain-words")
    if text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")":
        return is_usual or is_short_form(word)
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end:].partition("\n")[0]
    return is_usual and any(map(str.islower, line))


def is_explained_here(text: str, start: int, end: int) -> bool:
    """Tell whether what letters stand for follows right behind them: "TM, team manager", "PN = postnatal".

    `start` and `end`: half-open code points of the text that hold capitals.
    """
    match = _BEFORE.match(text, start)
    is_of_these = match is not None and match.end("letters") == end
    if match is not None and is_of_these and _begins(_WORD.findall(match["words"]), match["letters"]):
        return True
    if _WHO_ACTS.search(text, max(0, start - 9), start) is not None:
        return False  # "Action CL: chronology" is Clara Lodd's task
    match = _ONE_WORD.match(text, end)
    return match is not None and _spells(match["word"], text[start:end].casefold())


def _spells(word: str, letters: str) -> bool:
    """Tell whether letters stand in this order in an ordinary word that begins with the first of them."""
    at = 0
    for letter in letters:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return word[0] == letters[0] and word not in name_words()


def _in_text(text: str) -> Iterator[str]:
    for match in _BRACKETS.finditer(text):
        before = _WORD.findall(text, max(0, match.start() - _WINDOW), match.start())
        if _begins(before[::-1], match["letters"][::-1]):
            yield match["letters"].casefold()
    for match in _BEFORE.finditer(text):
        if _begins(_WORD.findall(match["words"]), match["letters"]):
            yield match["letters"].casefold()


def _begins(every: Iterable[str], letters: str) -> bool:
    """Tell whether words begin with these letters and are nobody's name; small ones are passed over."""
    at = unknown = 0
    for word in every:
        if at == len(letters):
            break
        if word[0].casefold() == letters[at].casefold() and word not in _ARTICLES:
            at += 1
            unknown += not _is_nobodys(word)
        elif word.casefold() not in words("small-words"):
            return False
    return at == len(letters) and unknown <= (at - 1 if at > _FEW else at - _FEW + 1)


def _is_nobodys(word: str) -> bool:
    plain = word.casefold()
    if word.islower() and plain not in name_words():
        return True
    return is_plain(word) or plain in stop_words() or plain in words("known-capitals")
