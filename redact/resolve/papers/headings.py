"""What the headings and field labels of a case's own papers say of the cells beneath or beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from redact.resolve.lists import kinship, lines_of, roles

__all__ = ["NAMING", "Heading", "heading_of", "relation_of", "role_of", "section_of"]

NAMING = frozenset({"name", "forename", "surname"})
_FIELDS = NAMING | {"middle", "known-as", "maiden", "nickname", "label", "relation", "role", "born", "other"}
_NUMBERED = re.compile(r"[ ]?\(?\d{1,2}\)?$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LONGEST = 9  # words of a heading that is in no list; a sentence is none
_SIDES = (
    *("maternal", "paternal", "half", "step", "foster", "great", "older", "younger", "elder", "eldest"),
    *("youngest", "late", "former", "ex", "birth", "biological", "adoptive", "twin", "estranged"),
)
# What a paper says of somebody before the word for a relative, and what says nothing more of it.
_BEFORE = re.compile(
    r"(?:the|his|her|their|its|our|my|big|little|baby|current|new|child's|subject's|young person's)\s"
)
_BEHIND = re.compile(
    r"\s(?:of|to)\s(?:the\s)?(?:subject\s)?(?:child|baby|subject|young person)(?:\s\w{1,2})?$"
)
_IN_BRACKETS = (
    (re.compile(r"\((?:maternal|mum'?s side|mother'?s side)\)"), "maternal"),
    (re.compile(r"\((?:paternal|dad'?s side|father'?s side)\)"), "paternal"),
    (re.compile(r"\(half\)"), "half"),
    (re.compile(r"\(step\)"), "step"),
    (re.compile(r"\(foster\)"), "foster"),
)
_GRAND = dict.fromkeys(("nan", "nanny", "nana", "gran", "granny", "grandma"), "grandmother")
_GRAND |= dict.fromkeys(("grandad", "granddad", "grandpa", "grampy"), "grandfather")
_OWN = frozenset(
    {"child", "subject", "subject child", "baby", "parent", "partner", "lodger", "friend", "neighbour"}
)
_THE_CHILD = frozenset(
    {"index child", "subject of review", "subject of the review", "subject of this review", "child subject"}
)
_ABOUT = re.compile(
    r"(?:details|particulars|information) (?:of|about|on) (?P<one>.+)"
    r"|(?P<other>.+?) (?:details|particulars|information)"
)
# Words for people in a heading that asks for their names: "name of parent(s)/carer(s)".
_PEOPLE = frozenset(
    (
        *("parent", "carer", "guardian", "person", "people", "individual", "adult", "member", "other"),
        *("family", "household", "relative", "sibling", "child", "children", "subject", "professional"),
        *("worker", "officer", "practitioner", "staff", "employee", "clinician", "doctor", "nurse", "gp"),
    )
)
_NAME_OF = re.compile(r"(?:full |real |legal )?names? of (?:the |any |each |all )?(?P<who>.+)")
_OF_NAME = re.compile(r"(?P<who>.+?)(?:'s|s'|s)? (?:full |real |legal |own )?names?")
_CALLED = "(?:called|known|named|described|shown|referred)"
_OTHERWISE = (
    (re.compile(r"(?:date of birth|dob|d\.o\.b\.?|birth ?date)\b.*"), "born"),
    (re.compile(r"(?:any )?(?:previous|former|birth|maiden) (?:sur)?names?\b.*"), "maiden"),
    (re.compile(r"(?:any )?(?:other|alternative|further) names?\b.*"), "known-as"),
    (re.compile(rf"(?:how |what )?(?:.+ )?(?:to be|will be|shall be|hereafter|how) {_CALLED}\b.*"), "label"),
    (re.compile(rf"{_CALLED}\b.* in (?:the|this) (?:report|review)\b.*"), "label"),
    (re.compile(r"(?:.+ )?(?:pseudonym|cipher|anonymised name|anonymised)\b.*"), "label"),
    (re.compile(r"(?:what is )?(?:(?:his|her|their|the) )?(?:relation(?:ship)?|connection)\b.*"), "relation"),
    (re.compile(r"who (?:are|is|were|was) (?:they|he|she|this|it|he/she)\b.*"), "relation"),
    (re.compile(r"(?:job|role|post(?! ?code)|position|profession|designation)\b.*"), "role"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading announces, and whose field it is where it says so ("name of mother")."""

    field: str
    of: str | None = None


def heading_of(text: str) -> Heading | None:
    """Give what a cell announces as a heading or label; None for one that is neither."""
    said = _plain(text)
    bare = _BRACKETS.sub("", said).strip(" :")
    for form in (said, _NUMBERED.sub("", said), bare):
        if form in _headings():
            return _headings()[form]
    return _in_words(bare) if 0 < len(bare.split()) <= _LONGEST else None


def relation_of(text: str) -> str | None:
    """Give a cell's word for a relative ("Maternal Grandmother (MGM)") in lower case; None without one."""
    whole = _plain(text)
    for part in dict.fromkeys((whole, whole.partition(",")[0])):
        side = next((word for pattern, word in _IN_BRACKETS if pattern.search(part)), "")
        said = _NUMBERED.sub("", _BRACKETS.sub("", part)).strip()
        if said.removeprefix("the ") in _THE_CHILD:
            return "child"
        kin = _kin(said)
        if kin is not None:
            return f"{side} {_GRAND.get(kin, kin)}" if side and not kin.startswith(side) else kin
    return None


def section_of(text: str) -> str | None:
    """Give whom a part of a form is about by its title: "Mother's details"; None where it is none."""
    said = _plain(text)
    found = _ABOUT.fullmatch(said)
    return relation_of((found["one"] or found["other"]).removesuffix("'s")) if found else None


def role_of(text: str) -> bool:
    """Tell whether a cell says what somebody works as: "Social worker (duty)"."""
    words = _plain(_BRACKETS.sub("", text)).replace("-", " ").split()
    return any(" ".join(words[:length]) in roles() for length in range(1, min(len(words), 4) + 1))


def _kin(said: str) -> str | None:
    """Give a word for a relative without what stands before and behind it; None where it is none."""
    cut = _BEHIND.sub("", said)
    while found := _BEFORE.match(cut):
        cut = cut[found.end() :]
    return cut if _is_kin(cut) else None


def _is_kin(said: str) -> bool:
    words = said.replace("-", " ").split()
    while words and (words[0] in _SIDES or words[0].removesuffix("'s") in kinship() - {words[0]}):
        words = words[1:]
    core = " ".join(words)
    return bool(core) and (core in kinship() or core in _OWN)


def _in_words(said: str) -> Heading | None:
    """Give what a heading announces that is in no list: "name of parent/carer", "who are they"."""
    for pattern, field in _OTHERWISE:
        if pattern.fullmatch(said):
            return Heading(field)
    found = _NAME_OF.fullmatch(said) or _OF_NAME.fullmatch(said)
    if found is None:
        return None
    kin = relation_of(found["who"])
    words = re.split(r"\s*(?:/|\bor\b|\band\b)\s*|\s+", found["who"])
    if kin is not None:
        return Heading("name", kin)
    return Heading("name") if words[-1].removesuffix("s") in _PEOPLE or words[-1] in _PEOPLE else None


def _plain(text: str) -> str:
    said = " ".join(text.replace("’", "'").casefold().split())
    return said.replace("(s)", "").strip(" :*?.-_")


@cache
def _headings() -> dict[str, Heading]:
    found: dict[str, Heading] = {}
    for line in lines_of("paper-headings"):
        entry, _, kind = line.partition("\t")
        field, _, of = kind.strip().partition(" ")
        if field not in _FIELDS:
            raise ValueError(f"the list paper-headings has a field that is none: {field}")
        found[_plain(entry)] = Heading(field, of or None)
    return found
