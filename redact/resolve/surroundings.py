"""What stands around a mention that helps to tell who it is: a title, a role, words of a former name, a cell.

Only the mention's own passage is looked at, and of a table the cells beside its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redact.resolve.births import birth_behind, is_young
from redact.resolve.callings import calling_of
from redact.resolve.lists import kinship, roles, titles
from redact.resolve.names import Form, Name, read_name
from redact.values.people import Mention
from redact.values.text import Passage

__all__ = ["Seen", "look_at", "sex_of", "sex_of_kin", "spans_between"]

_REACH = 60  # characters before a mention in which its title or role stands
_BEFORE = re.compile(r"((?:[\w.'’&/-]+[ \t\u00a0]+){1,4})[\"“'‘(]?$")
_WORDS_BEFORE = 5  # that `_BEFORE` and `_THEN_A_NAME` take up at most
_WHOSE = re.compile(r"(?:['’]s?|\b(?:his|her|their|my|our|your|its))[ ](?:[\w-]+[ ])?$")
_SEVERAL = re.compile(r"\b(?:the|both|all)[ \u00a0]+$", re.IGNORECASE)
_FAMILY_BEHIND = re.compile(
    r"s\b|[ \u00a0]+(?:family|families|household|children|kids|siblings|brothers|sisters|cousins|boys|girls"
    r"|lads|twins|home|parents)\b"
)
_COUPLE = re.compile(r"\b(?:mr|dr)\.?\s+(?:and|&)\s+(?:mrs|ms|dr)\.?\s+$", re.IGNORECASE)
_SEXES = {"mr": "m", "master": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f"}
# Words of kinship that say the sex of whom they are said.
_KIN_OF_MEN = re.compile(
    r"(?:father|brother|son|dad|daddy|gran+d?dad|grandpa|uncle|husband|boyfriend|nephew|MGF|PGF|taid)$", re.I
)
_KIN_OF_WOMEN = re.compile(
    r"""(?:mother|sister|daughter|mum|mummy|mam|mom|gran|granny|grandma|nan|nanny|nana|nain|aunt|aunty|auntie
        |wife|girlfriend|niece|MGM|PGM)$""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands between a word of kinship and the name of whom it is said, and behind a name before such a word.
_THEN_A_NAME = re.compile(
    r"([\w’'/-]+(?: [\w’'/-]+){0,2}?)(?: \d{1,2})?(?:(?: is| was)?[ \t\u00a0]+|:[ \t]*|[ ]?\()$"
)
_FORMER_NAME = re.compile(r"^[ ]*[(,]?[ ]*n[ée]e[ ]+[\w’'-]+[ ]*\)?")  # "Dawn Prowse (née Ashton), her aunt"
# With a comma it is said of the name only where it stands between two of them: "her mother, Kay, rang".
_APPOSED = re.compile(
    r"(?:\b(?:the|her|his|their|my|our)|[’']s) ([\w’'/-]+(?: [\w’'/-]+){0,2}), $", re.IGNORECASE
)
_BEHIND = re.compile(
    r"[ ]*(?:,|\(|[–—=-]|(?:is|was)[ ](?=the|her|his|their|a|an|our|my))[ ]*"
    r"(?:(?:the|her|his|their|a|an|our|my)[ ]+)?(?:[\w]+[’']s[ ]+)?"
    r"([\w’'/-]+(?: [\w’'/-]+){0,4})"
)
# Why somebody is away: "Rook (new baby), Hart (on leave)" makes no child of her.
_NEW_BABY = re.compile(r"[ ]*\((?:(?:has|with)[ ](?:a[ ])?)?new[ ]?(?:baby|born|arrival)\)", re.IGNORECASE)
# Words that may stand before a word of kinship or a role and change nothing of it.
_ADDED = frozenset(
    (
        *("maternal", "paternal", "elder", "older", "younger", "eldest", "oldest", "youngest", "late"),
        *("former", "allocated", "duty", "named", "designated", "senior", "new", "current"),
    )
)
_FIELD = re.compile(r"(?:^|[\t|;.][ ]*)([\w/-]+(?: [\w/-]+){0,2}):[ \t]*$")  # "Social worker: Ida Rook"
# Before a surname the number on an officer's collar, no year and no time of day: "8348 Rook content".
_COLLAR = re.compile(r"(?:^|[.;:]\s+|\b(?:by|and|to|with|from|of)\s+)(?:2[4-9]|[3-9]\d)\d\d[ \u00a0]+$")
_NUMBERED = re.compile(r"\b(w?pc|pcso|t?dc|ps|ds)[ ](?:no\.?[ ]?)?[a-z]{0,2}\d{1,5}[a-z]?[ \u00a0]+$", re.I)
# Who wrote the entry of a dated row, in a cell before it: "1.2.2010\t09:25\tGP\tRook did not come".
_SOURCE = re.compile(r"(?:^|\n)[ ]*\d[\d/. -]{4,9}\d(?:\t[^\t\n]{0,8})?\t[\w/& ]{1,20}\t$")
_ENDS_CELL = re.compile(r"[ ]*(?:[\t\n|]|$)")
# Titles that are whole words, and somebody's name or what she is where a full stop stands behind them.
# Before a rank with its stop: "rang and told DC. Rook".
_BEFORE_A_RANK = frozenset(
    (
        "that",
        "by",
        "to",
        "with",
        "from",
        "and",
        "or",
        "of",
        "told",
        "for",
        "per",
        "via",
        "saw",
        "rang",
        "as",
        "if",
    )
)
_NEVER_SHORTENED = frozenset(
    (
        *("lord", "lady", "baron", "baroness", "viscount", "earl", "dame", "sir", "master", "sister"),
        "nurse",
        *("staff nurse", "charge nurse", "midwife", "matron", "judge", "recorder", "major", "commander"),
        *("constable", "sergeant", "inspector", "superintendent", "doctor", "professor", "canon", "rabbi"),
        *("imam", "reverend", "councillor", "captain", "colonel", "corporal", "lieutenant", "brigadier"),
    )
)
_ENDS = re.compile(r"[ ]*(?:$|[,.;:()\n]| of | to | for | at | with | from | in )")


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention with what it says and what stands before it: a title or role in lower case, or nothing.

    `kin` is the sex, "m" or "f", of which a word of kinship beside it speaks; `relation` is that word, or the
    role that stands beside it; `born` is her birth, as `births` writes it. `twin` is the word of kinship
    in her row, where another row of that table has her whole name with another word. `is_child` tells whether
    an age beside it is a child's, `works` whether a calling with a comma stands before it. `called` is the
    word of kinship directly before it, if nothing says whose: "FATHER ROOK", but not "her father Rook".
    """

    mention: Mention
    name: Name
    role: str = ""
    kin: str = ""
    relation: str = ""
    born: str = field(default="", repr=False)
    twin: str = ""
    is_child: bool = False
    works: bool = False
    called: str = field(default="", repr=False)


def look_at(mention: Mention, passage: Passage, forenames: frozenset[str] = frozenset()) -> Seen:
    """Read the name of a mention, and the title or role that stands before it or in it.

    Args:
        forenames: titles that are somebody's forename in this call.
    """
    text = passage.text
    name = read_name(text[mention.span.start : mention.span.end], forenames)
    begins = max(0, mention.span.start - _REACH)
    before = text[begins : mention.span.start]
    behind = text[mention.span.end : mention.span.end + _REACH]
    if name.form is Form.SINGLE and (_COUPLE.search(before) or _is_plural(name, before, behind)):
        return Seen(mention, Name(Form.FAMILY, last=name.last))
    relation = _relation_before(before, behind) or _relation_behind(_FORMER_NAME.sub("", behind, count=1))
    source = name.form is Form.SINGLE and _SOURCE.search(text, begins, mention.span.start)
    role = name.title or ("" if source and not _ENDS_CELL.match(behind) else _role_before(before, name))
    if not role and name.form in (Form.SINGLE, Form.FULL) and calling_of(relation):
        role = relation  # "Rook, student nurse" is no relative of that surname
    young, works = is_young(before, behind), _works(before, behind)
    born = birth_behind(behind)
    kin = _kin_before(before, relation)
    return Seen(mention, name, role, sex_of_kin(relation), relation, born, "", young, works, kin)


def sex_of(role: str) -> str:
    """Say which of two sexes a title is used of, "m" or "f"; of all others nothing."""
    return _SEXES.get(role, "")


def sex_of_kin(relation: str) -> str:
    """Say of which sex a word of kinship is used, "m" or "f"; of all others nothing."""
    if _KIN_OF_MEN.search(relation):
        return "m"
    return "f" if _KIN_OF_WOMEN.search(relation) else ""


def _is_plural(name: Name, before: str, behind: str) -> bool:
    """Tell whether a family is meant: the Osgoods, the Osgood household."""
    if _SEVERAL.search(before) is None:
        return False
    return (name.last.endswith("s") and len(name.last) > 3) or _FAMILY_BEHIND.match(behind) is not None


def _relation_before(before: str, behind: str) -> str:
    found = _THEN_A_NAME.search(before, _last_words(before))
    if found is None and (not behind.strip() or behind[0] in ",.;)"):
        found = _APPOSED.search(before)
    return _known_end(found.group(1)) if found else ""


def _kin_before(before: str, relation: str) -> str:
    plain = before.rstrip(" \t\u00a0:").casefold()
    whose = _WHOSE.search(plain.removesuffix(relation)) if plain.endswith(relation) else None
    return relation if relation in kinship() and plain.endswith(relation) and whose is None else ""


def _works(before: str, behind: str) -> bool:
    """Tell whether a name stands as that of a worker: "the social worker, Rook, came"."""
    found = _APPOSED.search(before) if behind[:1] == "," else None
    return found is not None and bool(calling_of(found.group(1).casefold()))


def _last_words(before: str) -> int:
    """Give where the last words of a text begin: no more than five reach to a name behind it."""
    words = before.rsplit(None, _WORDS_BEFORE)
    return len(words[0]) if len(words) > _WORDS_BEFORE else 0


def _known_end(phrase: str) -> str:
    words = phrase.casefold().split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    return next((end for end in ends if end in kinship()), "")


def _relation_behind(behind: str) -> str:
    """Give the word of kinship or the role that is said of a name behind it: "Kay, her mother,"."""
    found = _BEHIND.match(behind)
    if found is None or _NEW_BABY.match(behind):
        return ""
    words = found.group(1).split()
    for number in range(len(words), 0, -1):
        phrase = " ".join(words[:number])
        end = found.start(1) + len(phrase)
        if not _ENDS.match(behind, end):
            continue
        for at in range(number):
            last = " ".join(words[at:number]).casefold()
            if last in kinship() or last in roles():
                return last
            if words[at].casefold() not in _ADDED:
                break
    return ""


def _role_before(before: str, name: Name) -> str:
    if name.form is Form.SINGLE and _COLLAR.search(before):
        return "pc"
    numbered = _NUMBERED.search(before)
    if numbered is not None:
        return numbered[1].casefold()
    found = _BEFORE.search(before, _last_words(before))
    if found is None:
        field = _FIELD.search(before)
        plain = field[1].casefold() if field else ""
        return plain if plain in roles() and calling_of(plain) else ""
    words = found.group(1).split()
    for at in range(len(words)):
        phrase = " ".join(words[at:])
        plain = phrase.casefold().replace(".", "")
        if plain == _letters(name):
            return ""  # "Initials: DS Dora Sand" explains the letters
        if phrase[-1] == "." and (plain in _NEVER_SHORTENED or _ends(phrase, words[:at])):
            return ""  # "… via Lord. Ida rang.", "left to the night DC. Rook is in."
        if plain in titles() and (phrase[0].isupper() or (calling_of(plain) and phrase.islower())):
            return plain
        if plain in roles() and (len(plain) > 4 or phrase.isupper() or phrase.istitle()):
            return "" if phrase[-1] == "." else plain  # "… his registrar. Ida rang."
    return ""


def _ends(rank: str, before: list[str]) -> bool:
    """Tell whether the stop behind a rank in capitals ends a sentence, for a noun stands before it."""
    return rank.isupper() and bool(before) and before[-1].islower() and before[-1] not in _BEFORE_A_RANK


def _letters(name: Name) -> str:
    """Give the initials of a whole name, of two parts at least."""
    return "".join(part[0] for part in name.parts) if name.form is Form.FULL else ""


def spans_between(seen: Sequence[Seen], passage: Passage) -> list[tuple[Seen, Seen, str]]:
    """Give each two neighbouring mentions of a passage with the words between them, in reading order."""
    ordered = sorted(seen, key=lambda one: (one.mention.span.start, one.mention.span.end))
    return [
        (one, other, passage.text[one.mention.span.end : other.mention.span.start])
        for one, other in pairwise(ordered)
        if one.mention.span.end <= other.mention.span.start
    ]
