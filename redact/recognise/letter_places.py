"""Where initials stand: alone in a line or a cell, behind what somebody did, in a list, before a task.

The texts are folded; offsets are half-open code points of the text handed in. None of it says whose they are.
"""

from __future__ import annotations

from collections.abc import Container

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.names import is_short_form, stop_words
from redact.recognise.openers import acts

__all__ = [
    "BARE",
    "MARK",
    "TWO",
    "does",
    "has_an_article",
    "has_bearer_behind",
    "is_done_by",
    "is_in_place",
    "is_listed",
    "is_mark",
    "is_of_a_thing",
    "is_shouted",
    "is_small_word",
    "is_surely_mark",
    "is_task",
    "stands_alone",
]

BARE = regex.compile(  # also in quotes: "'KM' was used in the log"
    r"(?<![\p{L}\p{N}.@_-]|\p{L}')(?:\p{Lu}{2,3}|\p{Ll}{2,3}|\p{Lu}{1,2}['-]\p{Lu}{1,2})"
    r"(?![\p{L}\p{N}@_-]|'(?!s\b)\p{L}|\.[\p{L}\p{N}])"
)
TWO = regex.compile(  # as many with full stops
    r"(?<![\p{L}\p{N}.'@_-])"
    r"(?:\p{Lu}{2}(?![\p{L}\p{N}@_-]|'\p{Lu}|\.[\p{L}\p{N}])|\p{Lu}\.[ ]?\p{Lu}\.(?![\p{L}\p{N}]))"
)
# The mark of what somebody hands in with a statement: "exhibit KB1", "marked KB-2".
MARK = regex.compile(r"(?<![\p{L}\p{N}.'@_/-])\p{Lu}{2,3}(?=[ _/-]?\d{1,2}(?![\p{L}\p{N}]))")
_AROUND = 60  # characters before letters in which their place shows
_LISTED_BEFORE = regex.compile(r"(?<!\p{L})(\p{Lu}{2,3})[ ]?(?:[,/&]|and|with)[ ]?$")
_LISTED_BEHIND = regex.compile(r"[ ]?(?:[,/&]|and|with)[ ]?(\p{Lu}{2,3})(?!\p{L})")
_BEGINS = regex.compile(r"(?:^|[\n\t\x00\x01])[ ]*(?:[\d./:-]+[ ])*$")
_BEGINS_SENTENCE = regex.compile(r"(?:^|[\n\t\x00\x01.?!;])[ ]*(?:[\d./:-]+[ ])*$")
_ENDS = regex.compile(r"[ ]?[.;]?[ ]*(?:$|[\n\t\x00\x01])")
_OWNS = regex.compile(r"'s[ ]\p{Ll}")
_SIGNS = regex.compile(r"[.!?][\"')]*[ ]$")
_WITH_BEFORE = regex.compile(r"\p{Lu}\p{Ll}+[ ](?:and|&)[ ]$")
_WITH_BEHIND = regex.compile(r"[ ](?:and|&)[ ]\p{Lu}\p{Ll}")
_TASK = regex.compile(r"[ ](?:to|will)[ ]\p{Ll}")
_SPELLED = regex.compile(r"[ ](\p{Lu})\p{Ll}+[ ](\p{Lu})\p{Ll}+")
_WHO = regex.compile(
    r"[ ](?:is[ ])?(?:the|her|his|their)[ ](?:mother|father|partner|child|baby|brother|sister"
    r"|grandmother|grandfather|aunt|uncle)(?=[ ]?(?:[,.;]|and\b|$))"
)
_ACTION = regex.compile(r"(?:^|[.;\n\t][ ]?)Actions?[ ]$")
_CUE = regex.compile(
    r"\b(?:actions?|actioned|owner|by|initial(?:l?ed|s)|signed|sgd|present|apologies|circulated|cc|attended"
    r"|typists?|coders?|arbiter|scribe|interviewees?|witnessed"
    r"|agreed|drafted|typed|dictated|written|recorded|completed|checked|discussed[ ]with|supervision|told"
    r"|asked|informed|rang|phoned|emailed|said|copied[ ]to|e?mail[ ](?:from|to)|call[ ](?:from|to|with)"
    r"|transferred[ ](?:from|to)|visit[ ](?:by|from)|seen|triaged?(?:[ ]by)?|f2f"
    r"|d/c[ ](?:by|from)|discharged[ ]by|sp(?:eak|oke|oken)[ ](?:to|with)|liaised?[ ]with)"
    r"[ ]?(?:[:,] ?| )(?:\p{Lu}{2,3}[ ]?(?:[,/&]|and)[ ]?)*$",
    regex.IGNORECASE,
)
_MARKED = regex.compile(
    r"\b(?:exhibit|produce|mark|attach|annex|append|enclos|schedule)\p{Ll}*\b[^.\n]{0,80}$", regex.IGNORECASE
)
_SURELY_MARKED = regex.compile(
    r"\b(?:marked|exhibits?|exhibited|(?:exhibit|produce)\p{Ll}*\b[^.\n]{0,60}\b(?:as|marked))[ ]$",
    regex.IGNORECASE,
)
_QUOTES = ("'", '"')  # "'KB2' is a letter from the doctor"
_NUMBER_QUOTED = regex.compile(r"[ _/-]?\d{1,2}['\"]")
_ARTICLE = regex.compile(r"(?<!\p{L})(?:the|an?|this|each|every)[ ]$", regex.IGNORECASE)
_OF_A_THING = regex.compile(
    r"(?:^|[.;:\n\t(,][ ]*|(?<!\p{L})(?:at|from|for|in|of|on|to)[ ])(?:bay|blocks?|board|box|bus|codes?"
    r"|forms?|grades?|group|platform|room|route|sizes?|vitamin|wards?|zone)[ ]"
    r"(?:\p{Lu}{2}[ ]?(?:[,/&]|and)[ ]?)*$",
    regex.IGNORECASE,
)
_SHOUT_BEFORE = regex.compile(r"\p{Lu}{3,}[ ]$")
_SHOUT_BEHIND = regex.compile(r"[ ]\p{Lu}{3,}(?!\p{L})")
# Short words beside those of titles and headings.
_WORDS = frozenset(
    {
        "all", "am", "any", "can", "did", "do", "go", "had", "has", "he", "her", "him", "his", "if", "let",
        "may", "me", "my", "no", "not", "one", "our", "say", "see", "she", "so", "us", "we", "you",
    }
)  # fmt: skip


def is_in_place(text: str, start: int, end: int) -> bool:
    """Tell whether letters stand where initials do, and offices seldom: alone, behind what somebody did.

    Also where they own something, stand with a name ("Harte and KB"), or close a line as who wrote it.
    """
    before = text[max(0, start - _AROUND) : start]
    is_cued = is_done_by(text, start) or _OWNS.match(text, end) or _WITH_BEFORE.search(before)
    signs = _SIGNS.search(before) and _ENDS.match(text, end)
    return bool(is_cued or signs or _WITH_BEHIND.match(text, end)) or stands_alone(text, start, end)


def is_done_by(text: str, start: int) -> bool:
    """Tell whether letters stand behind what somebody did, or is to do: "D/C from KB", "Triage KB"."""
    return _CUE.search(text[max(0, start - _AROUND) : start]) is not None


def has_bearer_behind(text: str, start: int, end: int) -> bool:
    """Tell whether a bearer's name or part stands behind letters: "GP Glynis Purdie", "ED the partner"."""
    name = _SPELLED.match(text, end)
    if name is not None and text[start:end].replace(".", "") == name[1] + name[2]:
        return True
    return _WHO.match(text, end) is not None


def does(text: str, start: int, end: int) -> bool:
    """Tell whether letters begin a sentence and do what somebody does, or are to do something."""
    before = text[max(0, start - _AROUND) : start]
    acts_first = _BEGINS_SENTENCE.search(before) is not None and acts(text, end)
    return acts_first or is_task(text, start, end)


def is_task(text: str, start: int, end: int) -> bool:
    """Tell whether letters begin a sentence or a line and a task follows: "KB to ring", "Action KB: call"."""
    before = text[max(0, start - _AROUND) : start]
    is_to_do = _TASK.match(text, end) is not None and _BEGINS_SENTENCE.search(before) is not None
    return is_to_do or (_ACTION.search(before) is not None and text[end : end + 1] == ":")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether letters are all that stands in a line or a cell, but for a date."""
    begins = _BEGINS.search(text[max(0, start - _AROUND) : start]) is not None
    return begins and _ENDS.match(text, end) is not None


def is_listed(text: str, start: int, end: int, known: Container[str]) -> bool:
    """Tell whether letters stand in a list directly beside those of somebody whom a document names."""
    before = _LISTED_BEFORE.search(text, max(0, start - 9), start)
    behind = _LISTED_BEHIND.match(text, end)
    return any(beside is not None and beside[1] in known for beside in (before, behind))


def is_surely_mark(text: str, start: int) -> bool:
    """Tell whether what begins at `start` is called a mark: "marked KB-2", "I produce my notes as KB1"."""
    return _SURELY_MARKED.search(text, max(0, start - 100), start) is not None


def is_mark(text: str, start: int, end: int) -> bool:
    """Tell whether letters with a number are the mark of an exhibit; SW1 and GP2 are labels in use."""
    low = max(0, start - 100)
    if is_surely_mark(text, start):
        return True
    letters = text[start:end]
    if is_short_form(letters) or letters.casefold() in stop_words():
        return False
    is_quoted = text[max(0, start - 1) : start] in _QUOTES and _NUMBER_QUOTED.match(text, end) is not None
    return is_quoted or _MARKED.search(text, low, start) is not None


def has_an_article(text: str, start: int) -> bool:
    """Tell whether an article stands before letters: "the LA" is no person."""
    return _ARTICLE.search(text, max(0, start - 8), start) is not None


def is_of_a_thing(text: str, start: int, end: int) -> bool:
    """Tell whether letters that do not act stand behind a thing that has some: "room AR", "forms PD, GF"."""
    is_behind = _OF_A_THING.search(text, max(0, start - _AROUND), start) is not None
    return is_behind and not acts(text, end)


def is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a word in capitals stands beside another or in a line of them, which make it one."""
    if _SHOUT_BEFORE.search(text, max(0, start - 4), start) or _SHOUT_BEHIND.match(text, end):
        return True
    stop = text.find("\n", end)
    line = BARE.sub("", text[text.rfind("\n", 0, start) + 1 : len(text) if stop < 0 else stop])
    return bool(2 * sum(letter.isupper() for letter in line) > sum(letter.isalpha() for letter in line))


def is_small_word(plain: str) -> bool:
    """Tell whether letters in lower case are one of the smallest words."""
    return plain in _WORDS or plain in words("small-words")
