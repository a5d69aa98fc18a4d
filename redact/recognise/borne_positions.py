"""Where an ordinary word that somebody of the call bears stands as a name: "Book on the line".

All texts are folded, letter case kept; offsets are half-open code points of the text handed in. Who bears the
word, and what makes it the thing itself, is for `borne_words.py` to say. What remains: a bearer's name in a
line of capitals.
"""

from __future__ import annotations

from functools import cache

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.openers import acts
from redact.recognise.repeat_edges import begins, is_cued

__all__ = [
    "HAS_DONE",
    "TOLD",
    "WORD",
    "is_at_work",
    "is_of_a_family",
    "is_placed",
    "is_shouted_surname",
    "is_title_case",
]

WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")
TOLD = regex.compile(
    r"(?:^|[\n\t.!?:;][ ]?)(?:Told|Asked|Saw|Rang|Called|Emailed|Texted|Met|With|From|To|By|For|And|But|If"
    r"|When|Since|Dear|Hi|Hello|Is|Was|Did|Does|Has|Had|Can|Could|Should|Would|Like|Unlike|Only|Even|Where|Why|How"
    r"|That|As|After|Before|Because|So|Then|Also|Via|Re|Per|Cc|Of|Both|Neither|Either|Give|I)[ ]$"
)
_INSIDE = regex.compile(r"(?:[\p{L}%)\"'][,;]?[ ]\(?|[\p{L}%)\"'][ ][\"'\u201c]|[^\n]{60}[\p{L},]\n)$")
HAS_DONE = regex.compile(
    r"[ ](?:had|has|did|was|would|could|should|might|wrote|gave|took|made|saw|knew|thought|felt|found|kept"
    r"|held|began|sent|met|spoke|\p{Ll}{2,}ed)[ ]"
)
_VALUE = regex.compile(r":[ ][\"(]?$")
_NUMBERED = regex.compile(r"[;:,?][ ]\(?\d{1,2}[.)]?[ ]$")  # "1 Merle; 2 Wednesday; 3 nobody"
_ENDS = regex.compile(r"['s]{0,2}[\"')]?[ ]*(?:[.,;\t\n]|$)")
# What is done with a thing ("Book the room"), and how much of it ("Miles of paper").
_DONE_WITH = regex.compile(r"[ ](?:the|an?|his|her|their|your|our|it|them|of[ ](?!this|the|our)\p{Ll}+)\b")
_OF_MANY = regex.compile(r"(?<=s)[ ](?:do|are|were|have|from|claimed)\b")
_TIMES = frozenset({"spring", "summer", "autumn", "winter", "dawn", "day", "will", "may"})  # and what asks
_LETTERS = regex.compile(r"\t(?P<letters>\p{Lu}{2,3})(?:[\t\n]|$)")
_POST = regex.compile(r"\t(?P<post>\p{Ll}+)(?:[\t\n]|$)")
# What a whole family is called by its surname for: "the Field file", "THE FIELD AND HARTE FAMILIES".
_FAMILY = regex.compile(
    r"(?:[ ](?:and|AND|&)[ ]\p{Lu}[\p{L}'-]+)?[ ](?i:cases?|files?|records?|papers|chronology|children|kids"
    r"|boys|girls|baby|twins|siblings|brothers|sisters|famil(?:y|ies)|household|ones|reviews?|panel"
    r"|referrals?|matter)\b"
)
_SHOUT_BEGINS = regex.compile(r"(?:^|[.?!:;\n\t][ ]?\??)$")
_SHOUT_ACTS = regex.compile(
    r"[ ](?:\p{Lu}{2,}(?:ING|ED)|LEFT|SAID|SAYS?|WAS|HAS|HAD|DID|IS|FOR|NOT|TOLD|RANG|SEEN|GAVE|MADE|RAN"
    r"|WENT|CAME|GONE|DRUNK|STATES)\b"
)
_SHOUT_CUED = regex.compile(r"\b(?i:of|re|from|to|with|by|and)[ ]$")
_SMALL_WORDS = regex.compile(r"(?<!\p{L})\p{Ll}{3,}(?!\p{L})[^\n]*?(?<!\p{L})\p{Ll}{3,}(?!\p{L})")
_IN_A_ROW = regex.compile(
    r"(?:[,;:]|\b(?i:of|re|from|to|with|by|and|for|e-?mail(?:ed)?|told|rang|called|saw|asked|met))[ ]$"
)
_GOES_ON = regex.compile(
    r"(?:'s)?[.,;:)]|[ ]?(?:\n|$)|[ ](?:to|and|for|from|by|at|is|isn't|was|has|had|not|will|gave|gives?"
    r"|rang|rings|said|says|told)(?!\p{L})"
)
# "Ida is a Strong", said of a family.
_ONE_OF_THEM = regex.compile(r"\b(?:is|was|isn't|not|born|became|still|always)[ ]an?[ ]$")
_SHOUT_ENDS = regex.compile(r"[.,;]|[ ]\p{Lu}{2,}(?:ED|ING)\b|[ ]?(?:\n|$)")
_SUBJECT = regex.compile(r":[ ]$")
_SET_APART = regex.compile(r"[ ](?:\(|[-\u2013][ ])|[ ]*(?:\n|$)")


def is_of_a_family(text: str, start: int, end: int) -> bool:
    """Tell whether a surname stands for a family or its case: "the Field file", "IMR: STRONG (draft)",
    "she is a Strong".
    """
    if _FAMILY.match(text, end) is not None:
        return True
    if _ONE_OF_THEM.search(text, max(0, start - 12), start) and _ENDS.match(text, end):
        return text[start:end].istitle()
    is_subject = text[start:end].isupper() and _SUBJECT.search(text, max(0, start - 4), start) is not None
    return is_subject and _SET_APART.match(text, end) is not None


def is_shouted_surname(text: str, start: int, end: int) -> bool:
    """Tell whether a word in capitals acts in a log that is written in them, or somebody acts on it there.

    "STRANGE PACING. SHOES OF STRANGE SEIZED"; no order, and nothing with an article. Among small letters it
    is a surname of such a log where it stands in a row or is written to: "same week, STRANGE to HARTE".
    """
    around = text[max(0, start - 80) : start] + text[end : end + 80]
    if _SMALL_WORDS.search(around) is not None:
        before = _IN_A_ROW.search(text, max(0, start - 12), start) is not None
        return before and _GOES_ON.match(text, end) is not None
    if _SHOUT_BEGINS.search(text, max(0, start - 4), start) is not None:
        return _SHOUT_ACTS.match(text, end) is not None
    is_cued = _SHOUT_CUED.search(text, max(0, start - 12), start) is not None
    return is_cued and _SHOUT_ENDS.match(text, end) is not None


def is_at_work(text: str, start: int, end: int) -> bool:
    """Tell whether a word begins a sentence and has done something, or stands behind "call to" or "told"."""
    does = acts(text, end) or HAS_DONE.match(text, end) is not None
    return (does and begins(text, start)) or is_cued(text, start)


def is_placed(text: str, start: int, end: int) -> bool:
    """Tell whether a word with its capital stands where a name may: in a sentence, a row, before a verb."""
    before = text[max(0, start - 80) : start]
    if _INSIDE.search(before) or TOLD.search(before):
        return True
    if _NUMBERED.search(before) or (_VALUE.search(before) and _ENDS.match(text, end)):
        return _ENDS.match(text, end) is not None
    if text[max(0, start - 1) : start] in ("\t", "\n", "") and text[end : end + 1] == "\t":
        return _is_of_a_row(text, start, end)
    if text[max(0, start - 1) : start] == "\t" and text[end : end + 1] in ("\n", ""):
        return _has_a_figure(text, start, end)
    return begins(text, start) and (acts(text, end) or _may_act(text, start, end))


def _may_act(text: str, start: int, end: int) -> bool:
    """Tell whether a word that begins a sentence is no time, no order and nothing counted there."""
    if text[start:end].casefold() in _TIMES:
        return False
    return _DONE_WITH.match(text, end) is None and _OF_MANY.match(text, end) is None


def _is_of_a_row(text: str, start: int, end: int) -> bool:
    """Tell a cell in a row with figures, or before its bearer's letters or post: "Draft | Burden | EB"."""
    if text[max(0, start - 1) : start] == "\t" and _has_a_figure(text, start, end):
        return True
    letters = _LETTERS.match(text, end)
    if letters is not None and letters["letters"].endswith(text[start]):
        return True
    post = _POST.match(text, end)
    return post is not None and post["post"] in _posts()


def _has_a_figure(text: str, start: int, end: int) -> bool:
    return any(map(str.isdigit, text[text.rfind("\n", 0, start) + 1 : start] + text[end : end + 12]))


@cache
def _posts() -> frozenset[str]:
    return frozenset(word.casefold() for word in words("post-words"))


def is_title_case(text: str, start: int, end: int) -> bool:
    """Tell whether most words of the line have capitals: a heading, the title of a book."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    every = [word for word in WORD.findall(text[low : high if high >= 0 else len(text)]) if len(word) > 3]
    small = sum(word[0].islower() for word in every)
    if text[low : high if high >= 0 else len(text)].rstrip().endswith((".", ";")):
        return False
    return len(every) > 1 and 5 * small < len(every) and text[end : end + 1] not in ("\t", "\n", "")
