"""References behind the words that say so, whatever system gave them: "MASH ref: MC-118827", "PPN 1122834".

A code is letters and digits that hold at least three digits. It counts behind a word for a reference ("ref",
"ID"), unless the word before that is of something else (`rules/lists/numbered-otherwise.txt`: a policy, a
telephone), and behind a word of `rules/lists/reference-words.txt`. Where nothing but the word number stands,
and where only its length speaks for it, it is asked about. What remains: a code of less than three digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import entries, words
from redact.recognise.numbers import is_day
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_SURE, _SHORT, _ASKED, _LONG = 0.65, 0.6, 0.5, 0.4  # a recogniser that knows the form is surer
_LONGEST, _CONTEXT = 24, 70  # characters of a code, and before it
_OWNERS, _NEAR = 3, 40  # words, and characters, beside a long code that may tell whose it is
_DIGITS = regex.compile(r"\d+")
_LEFT = regex.compile(r"(?r)(?<![\p{L}\p{N}_£$€+@'&])(?:[A-Za-z0-9]+[/._-]?)+")
_RIGHT = regex.compile(r"(?:[/._-]?[A-Za-z0-9]+)*+")
_GROUPS = regex.compile(r"(?:[ ]\d{1,6}){1,3}(?![\p{L}\p{N}]|[./:,-]\d)")  # "417 882 3"
_STOP = regex.compile(r"[\p{L}\p{N}_%@'&]|[./:,-]\d|[ ]?(?:%|am\b|pm\b|hrs\b)")
_COUNTED = regex.compile(
    r"[ ](?:records?|children|patients?|people|persons|cases|users?|pages?|pounds|famil(?:y|ies)|referrals?"
    r"|contacts?|calls?|entries|words|miles|staff|pupils|learners|homes|schools|documents|incidents|crimes"
    r"|times|days|weeks|months|years|hours|minutes|young|per)\b"
)
# Words in small letters, days, years, measures, headings, and papers that everybody may read.
_NO_CODE = regex.compile(
    r"[a-z]{4,}.*|[A-Z]?[a-z]{3,}\d.*|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|(?:19"
    r"|20)\d\d([./-])\d{1,2}\2\d{1,2}"
    r"|(?:19|20)\d\d(?:[/-](?:\d\d|(?:19|20)\d\d))?|(?:\d{1,3}\.)+\d{1,3}|\d+(?:st|nd|rd|th)"
    r"|\d+(?:mg|mcg|ml|kg|g|cm|mm|km|m|k|p|am|pm|hrs?|yrs?|mths?|wks?)"
    r"|(?i:DFE|DFES|DCSF|NG|CG|QS|HSC|HC|CM|CMND|ISO|BS|EU)[-/]?[\d-]+"
)
_LONG_FORM = regex.compile(r"(?!0)\d{11,12}|0[4-9]\d{9,10}")
# Who counts writes 1,234,567: seven figures together are a count only where they are round, or a day.
_TOGETHER = regex.compile(r"(?!\d+000$)\d{7,10}|[A-Z]-?\d{6,8}|[A-Z]-\d{5}")
_APART_BEFORE = regex.compile(r"(?:^|[\n\t\x01(\[:/,;-]|\d|(?:^|[^\p{L}])\p{Lu}[\p{L}'-]*)[ ]*$")
_APART_BEHIND = regex.compile(r"[ ]*(?:$|[\n\t\x00)\]]|[-/|][ ])")
_PREFIXED = regex.compile(r"[A-Z]{2,4}[-/]?\d{5,10}|[A-Z]{2,4}\d\d[/-]\d{4,8}")
_LISTED = regex.compile(r"(?<![\p{L}\p{N}])\d{7,10}(?:,|[ ](?:and|or|&)|[ ]?/)[ ]?$")
_THINGS = regex.compile(r"[ ](?!(?:was|is|has|his|as|this)\b)\p{Ll}+s\b")
# What stands between the words and the code, and what the words before it are made of.
_SIGN = regex.compile(r"(?r)(?:[ ]?[:=#.(\x01\t][ \n\x01]{0,2}\(?|[:.]?[ \n]\(?)")
_NO_WORDS = regex.compile(r"[^\p{L}\p{N}&' ./\n-]")
_TOKEN = regex.compile(r"[\p{L}\p{N}&']+")
_REFERENCE = frozenset({"ref", "refs", "reference", "references", "id", "ids", "urn", "identifier"})
_NUMBER = frozenset({"number", "numbers", "no", "nos", "num", "nr"})
_KEPT = frozenset({"file", "case", "record", "log", "notification", "notice", "certificate", "entry"})
_BETWEEN = frozenset(
    {
        "case", "file", "record", "referral", "enquiry", "contact", "form", "log", "report", "incident",
        "attendance", "call", "episode", "notification", "application", "certificate", "registration",
        "unique", "person", "client", "code", "is", "was", "as", "of", "the", "for", "under", "given",
        "quoted",
    }
)  # fmt: skip
# Words beside long numbers that lead to nobody of a case, and those that lead to somebody.
_PUBLIC = frozenset(
    {
        "isbn", "issn", "doi", "pmid", "charity", "charities", "company", "vat", "model", "part",
        "serial", "batch", "product", "catalogue", "phone", "telephone", "tel", "fax", "mobile",
        "helpline", "freephone", "grant", "award", "project", "contract", "tender", "trial", "version",
        "form", "population", "budget", "total", "invoice",
    }
)  # fmt: skip
_CUES = frozenset(
    {
        "file", "files", "case", "record", "records", "notes", "ref", "reference", "patient", "client",
        "child", "hospital", "hosp", "ward", "admitted", "admission", "episode", "contact", "referral",
        "incident", "log", "crime", "number", "no", "id", "quote", "quoted", "quoting", "system", "re",
        "subject", "account", "tenancy", "application", "order", "hearing", "court", "matter",
        "proceedings", "unit", "pupil", "learner", "custody", "chronology", "entry", "linked", "merged",
        "under", "as", "open", "opened", "closed",
    }
)  # fmt: skip
_BARE = frozenset(
    {"a", "an", "the", "this", "that", "his", "her", "their", "its", "my", "our", "your", "each"}
)


def _find(text: str) -> Iterator[Claim]:
    behind = 0
    for hit in _DIGITS.finditer(text):
        if hit.start() < behind:
            continue
        left = _LEFT.match(text, max(0, hit.start() - _LONGEST), hit.end())
        start = left.start() if left else hit.start()
        right = _RIGHT.match(text, hit.end())
        behind = right.end() if right else hit.end()
        if behind - start >= 3 or _GROUPS.match(text, behind):
            claim = _claim(text, start, behind)
            if claim is not None:
                behind = claim.end
                yield claim


def _claim(text: str, start: int, end: int) -> Claim | None:
    code = text[start:end]
    groups = _GROUPS.match(text, end) if code.isdecimal() else None
    if groups is None and _digits(code) < 3:
        return None
    if end - start > _LONGEST or _NO_CODE.fullmatch(code) or text[start - 1 : start] in ("£", "$", "€", "+"):
        return None
    tokens = _words_before(text, start)
    named = tokens is not None and _is_named(tokens)
    if groups is not None and named:
        end = groups.end()
    if _STOP.match(text, end) or _COUNTED.match(text, end):
        return None
    code = text[start:end]
    score = _score(code, tokens, named=named) if tokens else None
    if score is not None:
        return _made(start, end, score)
    return _made(start, end, _LONG) if _is_long(text, start, end) else None


def _is_long(text: str, start: int, end: int) -> bool:
    """Tell whether the length or the form of a code speaks for it where no word directly before it does."""
    code = text[start:end]
    if _PREFIXED.fullmatch(code):
        return True
    counts = _THINGS.match(text, end) is not None
    if _LONG_FORM.fullmatch(code):
        return not counts
    if _TOGETHER.fullmatch(code) is None or is_day(code):
        return False
    low = max(0, start - _NEAR, text.rfind("\x00", 0, start) + 1)
    before = _TOKEN.findall(text[low:start].casefold())[-_OWNERS:]
    if any(token in _PUBLIC for token in before):
        return False
    if any(token in _CUES for token in before[-1 if counts else -2 :]):
        return True
    behind = _TOKEN.findall(text[end : end + _NEAR].split("\x00")[0].casefold())[:1]
    is_apart = _APART_BEFORE.search(text, low, start) and _APART_BEHIND.match(text, end)
    is_listed = _LISTED.search(text, low, start)
    return not counts and bool(is_apart or is_listed or any(token in _CUES for token in behind))


def _made(start: int, end: int, score: float) -> Claim:
    pattern, because = {
        _ASKED: ("behind number", "letters and digits behind a word for a number"),
        _LONG: ("long and alone", "more figures together than a count or a date has"),
    }.get(score, ("behind its words", "letters and digits behind words for a record"))
    return Claim(start, end, Label.CASE_REFERENCE, score, score, pattern, because)


def _digits(code: str) -> int:
    return sum(map(str.isdecimal, code))


def _words_before(text: str, at: int) -> list[str] | None:
    """Give the words that stand directly before a code, in small letters; None where a sign parts them."""
    low = max(0, at - _CONTEXT)
    low = max(low, text.rfind("\x00", low, at) + 1)
    sign = _SIGN.match(text, low, at)
    if sign is None:
        return None
    found: list[str] = _TOKEN.findall(_NO_WORDS.split(text[low : sign.start()])[-1].casefold())
    return found


def _is_named(tokens: list[str]) -> bool:
    """Tell whether the words end in one of the list, with nothing behind it but words for a reference."""
    for last in range(len(tokens), max(0, len(tokens) - 5), -1):
        if any(" ".join(tokens[first:last]) in _named() for first in range(max(0, last - 4), last)):
            return True
        if tokens[last - 1] not in _REFERENCE | _NUMBER | _BETWEEN:
            return False
    return False


def _score(code: str, tokens: list[str], *, named: bool) -> float | None:
    digits = _digits(code)
    mixed = not code.replace(" ", "").isdecimal()
    while tokens and tokens[-1] in ("is", "was", "as", "of", "the", "given", "quoted"):
        tokens = tokens[:-1]
    said = next((at for at in (1, 2) if at <= len(tokens) and tokens[-at] in _REFERENCE), 0)
    counted = bool(tokens) and tokens[-1] in _NUMBER
    if "quote" in tokens:  # whoever orders a printed paper quotes its number
        return None
    if named:
        # Behind the bare name of a meeting or a system short figures are a year, a count or a level.
        return _SURE if digits >= 5 or mixed or said or counted else None
    owner = tokens[-said - 1] if said and len(tokens) > said else ""
    if said and owner not in words("numbered-otherwise"):
        return _SURE if digits >= 5 else _SHORT if mixed or digits == 4 else None
    if tokens and tokens[-1] in _KEPT and mixed and digits >= 3:
        return _ASKED
    owner = tokens[-2] if counted and len(tokens) > 1 else ""
    if not owner or owner in _BARE or owner in words("numbered-otherwise"):
        return None
    return _ASKED if digits >= 5 or mixed else None


@cache
def _named() -> frozenset[str]:
    every = (*entries("reference-words"), *entries("record-systems"))
    return frozenset(" ".join(_TOKEN.findall(each.casefold())) for each in every)


RECOGNISER = TextRecogniser(
    name="record-references",
    version="1",
    labels=(Label.CASE_REFERENCE,),
    find=_find,
    examples=(
        Example("MASH ref: MC-9982-27 was closed", ("MC-9982-27",)),
        Example("Two officers sent PPN 9999834.", ("9999834",)),
        Example("LADO enquiry: L-2099-117", ("L-2099-117",)),
        Example("NRM reference\tNRM-999-273", ("NRM-999-273",)),
        Example("her file, reference KL/0042/SCR, was lost", ("KL/0042/SCR",)),
        Example("It was logged (C0099182) and closed.", ("C0099182",)),
        Example("12/03/09\t04081999140\tWoman shouting", ("04081999140",)),
        Example("inquest 999/18 was opened", ("999/18",)),
        Example("hosp no. 999 417 3", ("999 417 3",)),
    ),
    near_misses=(
        "MASH 2014 and MARAC 2017/18 were reviewed.",
        "Policy number 22/104 and form reference MG11",
        "a large number 40000 strong",
        "ISBN number 978-1-84478-123-4",
        "The MASH had 12045 contacts in the year.",
        "In reference to 2009, no 500 were seen.",
        "DfE reference DFE-00130-2017",
        "section 47, paragraph no. 4.12.13",
        "The unit dealt with 14,332 calls.",
    ),
)  # fmt: skip
