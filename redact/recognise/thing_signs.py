"""A name that stands before a thing's noun, behind "a", or as an item of a list of things: "the Bloom chart".

However sure the model is, nobody is named so: "a Wyvern splint", "Tools that staff used: Bloom, Tern,
Wyvern". Whoever bears a forename is asked about, even there, and what belongs to a person ("the Harte
family", "Harte assessment") shows nothing. What remains: a thing of which nothing tells what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.openers import acts
from redact.recognise.readings import Reading

__all__ = ["is_beside_a_noun", "is_column_of_things", "is_forename", "items_of_lists"]

_LEAST, _LONG = 4, 8  # items that make a list, and one in which no sentence goes on
_MOST_WORDS = 4  # of an item
_REACH, _COLUMN = 700, 30  # characters of a list, and of a column's head
_FORENAMES = ("forenames", "forename-sexes", "forename-spellings", "short-names", "pet-names")
# Nobody's family, file, plan or visit is called so.
_NOUN = regex.compile(
    r"[ ](?:protocols?|pathway|scales?|diagram|triangle|grid|matrix|questionnaires?|inventory|checklists?"
    r"|toolkit|framework|website|portal|platform|software|doorbell|hoover|splint|wire|catheter|forceps|cannula"
    r"|criteria|classification|index|theorem|theory|effect|technique|manoeuvre|scheme|initiative"
    r"|compact|principles|symbols|cubes|padlocks?|chart|helpline|capsules?|ointment|cider|lager"
    r"|vodka|cigarettes|hotel|supermarket|pharmacy)\b(?!['-])"
)
_ARTICLE = regex.compile(r"(?<!\p{L})[Aa]n?[ ]$")
# Nobody is "the Wyvern."; families are "the Hartes". "She said that Harte, the uncle," is none of these.
_THE = regex.compile(r"(?<!\p{L})(?:[Tt]he|[Tt]his|(?P<that>[Tt]hat))[ ]$")
_CLOSED = regex.compile(r"[ ]?[.,;:!?)\]]|$")
_THING_BEHIND = regex.compile(
    r"[ ](?!(?:is|was|has|had|who|whom|whose|from|in|on|at|with|to|for|of|by|and|or|but|as|that|which|will"
    r"|would|can|could|may|might|did|does|should|called|named|born|aged?|lives?|lived|then|there|here|also"
    r"|famil(?:y|ies)|sib\p{L}*|child(?:ren)?|brother|sister|son|daughter|mother|father|parent|baby|twins?"
    r"|boys?|girls?|cousin|uncle|aunt|relatives?|relations?|household|kids?|lad|woman|man|m[ae]n|case|file"
    r"|referral|address|house|home|plan|assessment|meeting|conference|review|report|visit)\b)"
    r"\p{Ll}{3,}"
)
_KINDS = (
    r"(?:tools|toolkits|apps|games|programmes|courses|resources|brands|products|toys|charities|helplines"
    r"|websites|systems|databases|platforms|templates|checklists|questionnaires|scales|campaigns|schemes"
    r"|storms|medicines|medications|vaccines|songs|films|books|cartoons|software|equipment|stationery"
    r"|clothing|furniture|tests|measures|models|theories|syndromes|conditions|laws|classes|wards|devices"
    r"|gadgets|menu|dishes|glossary|lexicon|slang|hobbies|allergies|benefits)"
)
_LABEL = regex.compile(
    rf"(?:^|[.!?;\n\t|][ ]?)(?:[\p{{L}}'-]+[ ]){{0,4}}?(?i:{_KINDS})"
    r"(?:[ ](?:[\p{L}'-]+[ ]?){1,8}|[ ]?\([^()\n]{1,40}\))?[ ]?:[ ]?\n?"
)
# What stands alone behind these is nobody either: "Diagnosis: Wyvern", "Film: Wyvern".
_ONE = regex.compile(
    r"(?:^|[.!?;\n\t|][ ]?)(?:[\p{L}'-]+[ ]){0,2}?(?i:glasses|holidays?|cinema|films?|book|menu|heating"
    r"|recipe|boiler|broadband|biscuits|stationery|religion|faith|diet|hobby|hobbies|interests|sports?|games?|console"
    r"|brand|allerg(?:y|ies)|diagnos[ie]s|equipment|benefits|podcast|apps?|formula|vaccines?|immunisations?)"
    r"[ ]?:[ ]"
)
_HEADING = regex.compile(
    rf"(?:^|\n)(?:[\p{{L}}'-]+[ ]){{0,4}}?(?i:{_KINDS})"
    r"(?:[ ](?:and|or|for|in|of|on|used|we)(?:[ ][\p{L}'-]+){1,4})?[ ]?\n"
)
# People, told of with a thing: "Staff who attended the courses: Harte, Okoro".
_OF_PEOPLE = regex.compile(
    r"\b(?:who|attend\p{L}*|booked|trained|completed|present|told|asked|lead\p{L}*|contacts?|deliver\p{L}*"
    r"|responsible|champions?|users?|owners?|trainers?|members?|missing|seen|met)\b"
    r"|\b(?:by|for|with|from|to|of)[ ]?:",
    regex.IGNORECASE,
)
_END = regex.compile(r"[!?\n]|\.(?=\s|$)")
_PARTS = regex.compile(r"[,;/|]|(?<![\p{L}\p{N}])(?:and|or|&)(?![\p{L}\p{N}])")
_ITEM = regex.compile(
    r"[\s\"'(\u201c]*(?:(?:an?|the|two|three|four|one)[ ])?(?P<name>\p{Lu}[\p{L}\p{M}\p{N}'-]*"
    r"(?:[ ](?:(?:of|and|on|the|to|in|for|de|my|your)[ ])?[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'-]*)*)"
    r"(?P<more>(?:[ ]\p{Ll}+){1,2})?(?:[ ]\([^()]*\))?[\s\"')\u201d]*"
)
# Whoever uses, leads or owns a thing is named in such a column too.
_HEADER = regex.compile(
    rf"(?!.*\b(?:staff|worker|lead|owner|user|officer|contact|trainer|by|who)s?\b)"
    rf"(?:[\p{{L}}-]+[ ]){{0,2}}(?:{_KINDS}|(?!test|measure|model|class|ward|song|book|film|condition)"
    r"(?:tool|app|programme|brand|product|system|database|software|medication|vaccine|template))"
    r"(?:[ ](?:name|used|title))?",
    regex.IGNORECASE,
)


def is_beside_a_noun(text: str, start: int, end: int) -> bool:
    """Tell whether half-open code points hold a word that a thing's noun follows, or that stands as a noun.

    It stands so between "a" and any noun, and between "the" and the end of a phrase.
    """
    if acts(text, end):
        return False
    if _NOUN.match(text, end) is not None:
        return True
    before = text[max(0, start - 6) : start]
    the = _THE.search(before)
    if the is not None and _CLOSED.match(text, end) is not None:
        is_told = the["that"] is not None and text[end : end + 1] == ","
        return not is_told and text[end - 1] not in "sSzZxX"
    return _ARTICLE.search(before) is not None and _THING_BEHIND.match(text, end) is not None


def is_forename(word: str) -> bool:
    """Tell whether a word is in a list of forenames or of their short forms."""
    return word.casefold() in _forenames()


def items_of_lists(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give the items of lists behind a label or below a heading that asks for things.

    Returns: half-open code points of the reading's text, each without the words that describe it.
    """
    yield from sorted(set(_in_lists(reading)))


def is_column_of_things(header: str) -> bool:
    """Tell whether the head of a column asks for things."""
    return len(header) <= _COLUMN and _HEADER.fullmatch(header.strip(" :*")) is not None


def _in_lists(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.text
    for pattern, least, sign in ((_LABEL, _LEAST, ":"), (_HEADING, _LEAST, "\n"), (_ONE, 1, ":")):
        for match in pattern.finditer(text) if sign in text else ():  # the sign stands in every match
            if _OF_PEOPLE.search(match[0]) is None:
                yield from _items(text, match.end(), least)
    if any(_HEADING.fullmatch(f"{heading.strip()}\n") for heading in reading.passage.headings[-1:]):
        yield from _items(text, 0, _LEAST)


def _items(text: str, at: int, least: int) -> Iterator[tuple[int, int]]:
    stop = _END.search(text, at, at + _REACH)
    end = stop.start() if stop else min(len(text), at + _REACH)
    parts: list[tuple[int, int]] = []
    for part in (*_PARTS.finditer(text, at, end), None):
        parts.append((at, part.start() if part else end))
        at = part.end() if part else end
    found = [match for low, high in parts if (match := _ITEM.fullmatch(text, low, high)) is not None]
    short = [match for match in found if len(match["name"].split()) <= _MOST_WORDS]
    people = sum(is_forename(match["name"]) for match in short)
    # "Games: Anna, Rosa, Ida and Tom hid them": what is told behind the last item is told of people.
    is_told = (
        bool(found) and found[-1].end() >= end - 1 and found[-1]["more"] is not None and len(parts) < _LONG
    )
    if len(short) >= least and 3 * len(short) >= 2 * len(parts) and 3 * people < len(short) and not is_told:
        yield from (match.span("name") for match in short)


@cache
def _forenames() -> frozenset[str]:
    return frozenset(word for name in _FORENAMES for word in words(name))
