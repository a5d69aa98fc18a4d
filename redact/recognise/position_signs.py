"""Signs around a word that its position is nobody's: marks of e-mail, labels, split words, articles.

"Fw: Found", "Wallet: Buff", "Decision: IA", "THI S", "Mo's partner" in a cell, "Ta," above a name, "the LA".
All texts are folded, all offsets half-open code points of them. What remains: a label in words that are not
listed here.
"""

from __future__ import annotations

from functools import cache

from redact.recognise import regex
from redact.recognise.lists import entries, kinds, words
from redact.recognise.names import stop_words
from redact.recognise.plain_words import is_plain
from redact.recognise.thing_signs import is_forename

__all__ = [
    "answers_when",
    "has_article",
    "is_mark_of_mail",
    "is_no_word_of_names",
    "is_split",
    "mail_subject",
    "shortens_kin",
    "stands_for_kin",
    "stands_for_nobody",
    "without_day",
]

_SUBJECT = regex.compile(r"(?:^|\n)[ ]*Subject:[ ]?(?P<rest>[^\n]*)$", regex.IGNORECASE)
_OF_MAIL = regex.compile(
    r"(?:^|\n)[ ]*(?:From|Sent|To|Cc|Date|Attachments?):|\b(?:e-?mail|mailbox|inbox|reply)\b",
    regex.IGNORECASE,
)
_MARK = regex.compile(
    r"(?:re|fwd?)[ ]?:|(?:restricted|official|sensitive|confidential|private|protect|urgent|important|secure)"
    r"[ ]?(?:[:!]|-[ ])",
    regex.IGNORECASE,
)
_LINE, _AROUND = 200, 300  # characters of a subject, and those in which the head of an e-mail stands
# Behind these a form asks for no person; behind a decision letters alone are known to be none.
_ASKS_FOR_NONE = regex.compile(
    r"(?:^|[.;\n\t|])[ ]*(?:status|urgency|tenure|format|colou?r|mood|weather|rag(?:[ ]rating)?"
    r"|classification)[ ]?(?::|\t)[ ]?$",
    regex.IGNORECASE,
)
# A wallet may be called after its family: of its colour only what is hardly a surname.
_OF_PAPER = regex.compile(r"(?:^|[.;\n\t|])[ ]*(?:wallet|folder|file|binder|paper)[ ]?(?::|\t)[ ]?$", regex.I)
_COLOURS = frozenset({"buff", "cream", "yellow", "purple", "orange", "lilac"})
_TIMES = frozenset({"april", "may", "june", "august", "spring", "summer", "autumn", "winter"})
_ASKS_WHEN = regex.compile(
    r"(?:^|[.;\n\t|])[ ]*(?:[\p{L}]+[ ]){0,3}(?:date|due|when|month|season|term|published|deadline|timescale)"
    r"[ ]?(?::|\t)[ ]?$",
    regex.I,
)
_DECISION = regex.compile(
    r"(?:^|[.;\n\t|])[ ]*(?i:decision|outcome|result)(?:[ ]of[ ][^:\n\t]{2,40})?[ ]?(?::|\t)[ ]?$"
)
_LABEL = 60
_ENDS = regex.compile(r"[ ]?(?:[.;\n\t]|$)")
_SPLIT = regex.compile(r"\p{Lu}{1,6}[ ]\p{Lu}{1,6}")
_SHORTEST = 3  # letters of a word that a scanner split
_CAPITALS_BEFORE = regex.compile(r"(?<!\p{L})(\p{Lu}+)[ ]$")
_CAPITALS_BEHIND = regex.compile(r"[ ](\p{Lu}+)(?!\p{L})")
_KIN_OF = regex.compile(r"'s[ ](?P<kin>[\p{Ll}-]+)[ ]*(?:$|[\n\t])")
_OWNED = frozenset({"address", "home", "mobile", "number", "work", "employer", "solicitor", "dob", "surname"})
_EDGE = regex.compile(r"(?:^|[\n\t])[ ]*$")
# What a form is filled in with where there is nothing.
_STATES = frozenset({"nil", "none", "unknown", "various", "blank", "ditto", "pending", "vacant", "withheld"})
_LABELLED = regex.compile(r"\p{L}[ ]?(?::|\t)[ ]?$")
_DAY_AT_END = regex.compile(r"[ ](?:Tues?|Weds?|Thurs?|Fri)$")
# "Dear all,", "Y/N", "s.16H" of an act.
_GREETING = regex.compile(r"Dear[ ](?:all|both|team|colleagues?|sirs?|madam|members?|partners?)\b", regex.I)
_CHOICE = regex.compile(r"[YN](?=[ ]?/[ ]?[YN]\b)|(?<=\b[YN][ ]?/[ ]?)[YN]\b")
# Of other words letters in brackets may be somebody's: "seen by hv(ed)".
_CHILDREN = regex.compile(r"(?<=\bchild\()ren(?=\))", regex.I)
_SECTION = regex.compile(r"(?:(?:ss?|reg|art|para|sch)\.?[ ]?)?[1-9]\d{0,2}[A-Z]{1,2}(?:\(\d+\))?")
_OF_AN_ACT = regex.compile(r"(?<!\p{L})(?:ss?|reg|art|para|sch|section)\.?[ ]?$", regex.I)
# A body has an article, and letters of a person none; "the KD case" is hers.
_ARTICLE = regex.compile(r"(?<!\p{L})(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]his|[Ee]ach|[Ee]very)[ ]$")
_BEHIND_ARTICLE = regex.compile(
    r"'s[ ]|(?:[ ](?:will|would|has|had|have|is|are|was|were|does|did|must|may|might|should|shall|can"
    r"|could|and|or|to|of|for|in|on|at|by|with|from|who|which|that|when|as|but)\b|[ ]?(?:[.,;:)?!\n]|$))"
)
_LETTERS = regex.compile(r"\p{Lu}{2,4}")
# Where mother and father are shortened so elsewhere, "Mo" is one of them.
_SHORT_KIN = regex.compile(r"(?<![\p{L}\p{N}'-])(?:mo|fa|Fa)(?![\p{L}\p{N}-])")
_THANKS = regex.compile(r"(?:Ta|Best|Thx|Rgds|Cheers),[ ]*\n+[ ]*\p{Lu}")


def mail_subject(text: str, start: int, end: int) -> str | None:
    """Give what an e-mail's subject says before a place in it; None where the place is in none.

    "Subject:" alone is a form's, which asks for the child.
    """
    found = _SUBJECT.search(text, max(0, start - _LINE), start)
    if found is None:
        return None
    around = text[max(0, start - _AROUND) : end + _AROUND]
    is_mail = _MARK.match(found["rest"] + text[start:]) is not None or _OF_MAIL.search(around) is not None
    return str(found["rest"]) if is_mail else None


def is_mark_of_mail(text: str, start: int) -> bool:
    """Tell "Fw:" and "Re:" in the subject of an e-mail."""
    return _MARK.match(text, start) is not None and mail_subject(text, start, start) is not None


def is_split(text: str, start: int, end: int) -> bool:
    """Tell a word in capitals that a scanner split: "THI S", or its end alone in a line of capitals."""
    found = text[start:end]
    if _SPLIT.fullmatch(found):
        return _is_word(found.replace(" ", ""))
    line = text[text.rfind("\n", 0, start) + 1 : start] + found + text[end:].partition("\n")[0]
    if not (found.isupper() and found.isalpha() and len(found) <= _SHORTEST and line.isupper()):
        return False
    before, behind = (
        _CAPITALS_BEFORE.search(text, max(0, start - 8), start),
        _CAPITALS_BEHIND.match(text, end),
    )
    return (before is not None and _is_word(before[1] + found)) or (
        behind is not None and _is_word(found + behind[1])
    )


def _is_word(whole: str) -> bool:
    plain = whole.casefold()
    known = stop_words() | words("small-words") | words("record-abbreviations") | words("agency-codes")
    return len(plain) >= _SHORTEST and (is_plain(plain) or plain in known) and not is_forename(plain)


def answers_when(text: str, start: int, end: int) -> bool:
    """Tell a month or a season behind a label that asks for a time: "Review date: Autumn"."""
    is_time = text[start:end].casefold() in _TIMES and _ENDS.match(text, end) is not None
    return is_time and _ASKS_WHEN.search(text, max(0, start - _LABEL), start) is not None


def without_day(text: str, start: int, end: int) -> int:
    """Find where a name ends before a day that nobody is called by: "Nia Weds and Sun, by phone"."""
    day = _DAY_AT_END.search(text, start, end)
    return end if day is None else day.start()


def is_no_word_of_names(text: str, start: int, end: int) -> bool:
    """Tell a greeting to nobody by name, a letter of "Y/N", "child(ren)", and the section of an act."""
    if _GREETING.match(text, start) or (end - start == 1 and _CHOICE.match(text, start)):
        return True
    if _CHILDREN.match(text, start) is not None:
        return True
    if _SECTION.fullmatch(text, start, end) is None:
        return False
    return text[start].islower() or _OF_AN_ACT.search(text, max(0, start - 10), start) is not None


def stands_for_kin(text: str, start: int, end: int) -> bool:
    """Tell a relative's short form that fills a cell with whose kin or what it is: "Mo's partner"."""
    behind = _KIN_OF.match(text, end)
    is_kin = behind is not None and (behind["kin"] in kinds("kinship") or behind["kin"] in _OWNED)
    return is_kin and text[start:end].casefold() in _relatives() and _begins_cell(text, start)


def stands_for_nobody(text: str, start: int, end: int) -> bool:
    """Tell a word that thanks above a name, or that answers a label which asks for no person."""
    if _THANKS.match(text, start) and _begins_cell(text, start):
        return True
    if _ENDS.match(text, end) is None:
        return False
    low = max(0, start - _LABEL)
    if text[start:end].casefold() in _STATES:
        return _LABELLED.search(text, low, start) is not None
    if text[start:end].casefold() in _COLOURS and _OF_PAPER.search(text, low, start) is not None:
        return True
    is_decision = text[start:end].isupper() and _DECISION.search(text, low, start) is not None
    return is_decision or _ASKS_FOR_NONE.search(text, low, start) is not None


def shortens_kin(text: str) -> bool:
    """Tell whether a text shortens mother or father so that nobody is meant by name: "mo and fa came"."""
    return _SHORT_KIN.search(text) is not None


def has_article(text: str, start: int, end: int) -> bool:
    """Tell capitals that an article makes a body's or an office's: "the LA will call her"."""
    if _LETTERS.fullmatch(text, start, end) is None or _BEHIND_ARTICLE.match(text, end) is None:
        return False
    return _ARTICLE.search(text, max(0, start - 8), start) is not None


def _begins_cell(text: str, start: int) -> bool:
    return _EDGE.search(text, max(0, start - _LABEL), start) is not None


@cache
def _relatives() -> frozenset[str]:
    return frozenset(entries("record-abbreviations")[0].split())
