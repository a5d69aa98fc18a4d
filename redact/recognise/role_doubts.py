"""Names beside a role of the review that are another's for all that: whom the author met, wrote to, thanked.

"Emails to the overview author: Ann Rudd", "Seen by the lead reviewer: Ben Coles", "With the agreement of the
independent chair, Ann Rudd came", "Lead Reviewer: Anna Harte, Tom Vesey - Police", "As to Tom, Independent
Chair Ann Rudd wished it noted". What remains: a sentence without its comma.
"""

from __future__ import annotations

from redact.recognise import regex

__all__ = [
    "acts_behind",
    "goes_on_small",
    "is_further",
    "is_of_an_agency",
    "is_of_name_behind",
    "is_of_others",
    "opens_value",
]

_AGENCYS = regex.compile(
    r"\b(?:health|agency|imr|nhs|police|education|gp|management|single)[ ]$"
    r"|\bin[ ](?:the[ ])?$"  # "Tom Vesey in the chair, Ann Rudd and others"
    r"|\b(?:pa|p\.a\.?|secretary|assistant|advis[eo]r|clerk|support|officer|manager|deputy|aide|administrator|admin)"
    r"[ ](?:to|for|of)[ ](?:the[ ]|our[ ])?$",
    regex.IGNORECASE,
)
# "AH leads, TV second chair, KB on monitor": it is theirs whose letters stand before it.
_OF_LETTERS = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}{2}[ ]$")
_ADDRESSED = regex.compile(
    r"\b(?:(?P<by>by|from)|to|with|for|of)[ ](?:the[ ]|our[ ]|an?[ ])?$", regex.IGNORECASE
)
_PAPER = regex.compile(
    r"\b(?:reports?|forewords?|prefaces?|overviews?|reviews?|summary|statements?|notes?|introductions?|signed"
    r"|written|prepared|chaired|compiled|approved|authored|undertaken|conducted|led|completed|signatures?"
    r"|messages?|words?|conclusions?)\b(?:[ ]\p{L}+){0,4}[ ]$",
    regex.IGNORECASE,
)
_SIGNED = regex.compile(
    r"\b(?:signatures?|names?|statements?|conclusions?|reports?|appointments?)[ ]$", regex.IGNORECASE
)
_ACTS = regex.compile(
    r"[ ](?!(?:and|or|of|for|from|on|at|to|in|with|by|as|an?|the|who|whose|independent|formerly?|retired"
    r"|freelance|until|since|via|c/o|is|was|v)\b)\p{Ll}"
)
_FURTHER = regex.compile(
    r"[ ]\((?!(?i:ind|lead|joint|chair|author|reviewer|external)|\p{Lu}{2}\))"
    r"|[ ][-\u2014][ ](?!(?i:ind|lead|both)\b)"
)
_NAME_BEHIND = regex.compile(
    r"[ ](?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Prof|Sir|Dame)\.?[ ])?"
    r"(?P<name>\p{Lu}[\p{L}'-]+(?:[ ](?:(?:and|of|for|&)[ ])?\p{Lu}[\p{L}'-]*){0,7})"
)
# A board and a firm are nobody: "Ann Rudd, Independent Chair Anytown LSCB".
_BODIES = frozenset(
    {"lscb", "lscp", "scb", "scp", "lsab", "acpc", "board", "partnership", "panel", "committee", "council"}
    | {"consulting", "consultancy", "consultants", "associates", "ltd", "limited", "services", "independent"}
    | {"overview", "lead", "serious", "safeguarding", "local"}
)
_OPENS = regex.compile(r"[^\p{L}]*(?:(?:name|by|is|was|vacant)[ :]+)?", regex.IGNORECASE)


def is_of_an_agency(text: str, role: int) -> bool:
    """Tell a role that begins at `role` with an agency, letters or its holder's helper before it."""
    low = max(0, role - 30)
    return any(each.search(text, low, role) is not None for each in (_AGENCYS, _OF_LETTERS))


def is_of_others(text: str, role: int, sign: str) -> bool:
    """Tell a role that is an agency's, or whose colon opens what was told to its holder."""
    return is_of_an_agency(text, role) or _is_told_to(text, role, sign)


def _is_told_to(text: str, role: int, sign: str) -> bool:
    """Tell a role behind a preposition whose colon opens a list of others: "Seen by the author: Ann Rudd"."""
    if not sign.strip().startswith(":"):
        return False
    low = text.rfind("\n", 0, role) + 1
    found = _ADDRESSED.search(text, max(low, role - 16), role)
    if found is None:
        return False
    if found["by"] and not any(letter.isalpha() for letter in text[low : found.start()]):
        return False  # "From the Independent Chair: Anna Harte"
    before = _PAPER if found["by"] else _SIGNED
    return before.search(text, max(low, found.start() - 60), found.start()) is None


def acts_behind(text: str, role: int, end: int, name: int, sign: str) -> bool:
    """Tell whether a comma parts a role from somebody who acts: "asked by the chair, Ann Rudd came".

    Args:
        end: where the name ends that begins at `name`.
    """
    return sign.startswith(",") and role < name and _ACTS.match(text, end) is not None


def is_of_name_behind(text: str, end: int) -> bool:
    """Tell a role, which ends at `end`, of the name that follows it as a name follows a title.

    Of "As to Tom, Independent Chair Ann Rudd wished it noted" the chair is not Tom.
    """
    found = _NAME_BEHIND.match(text, end)
    return found is not None and not any(word.casefold() in _BODIES for word in found["name"].split())


def goes_on_small(text: str, end: int) -> bool:
    """Tell whether a word behind a name shows no entry: "SCR author - Ann Rudd chronology attached"."""
    return _ACTS.match(text, end) is not None


def is_further(text: str, end: int) -> bool:
    """Tell whether a further name that ends at `end` has an agency or a post of its own behind it."""
    return _FURTHER.match(text, end) is not None


def opens_value(text: str, start: int, name: int) -> bool:
    """Tell whether nothing but signs and short words stands before the name of a label's value."""
    return _OPENS.fullmatch(text, start, name) is not None
