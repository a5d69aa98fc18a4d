"""What stands around a mention that helps to tell who it is: a title, a role, words of a former name, a cell.

Only the mention's own passage is looked at, and of a table the cells beside its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from redact.resolve.lists import roles, titles
from redact.resolve.names import Form, Name, read_name
from redact.values.people import Mention
from redact.values.text import Passage

__all__ = ["Seen", "is_former_name", "is_pet_name", "look_at", "sex_of", "spans_between"]

_REACH = 60  # characters before a mention in which its title or role stands
_BEFORE = re.compile(r"((?:[\w.'’&/-]+[ \t\u00a0]+){1,4})[\"“'‘(]?$")
_SEVERAL = re.compile(r"\b(?:the|both|all)[ \u00a0]+$", re.IGNORECASE)
_COUPLE = re.compile(r"\b(?:mr|dr)\.?\s+(?:and|&)\s+(?:mrs|ms|dr)\.?\s+$", re.IGNORECASE)
_SEXES = {"mr": "m", "master": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f"}
# Words of kinship and of sex directly before a name; they say its bearer's sex, if all of them agree.
_KIN = re.compile(
    r"""\b (?: (?P<m> (?:step-?|grand|half-|half\ )?(?:father|brother|son) | dad | grandad | uncle | husband
        | boyfriend | nephew | stepdad | MGF | PGF )
      | (?P<f> (?:step-?|grand|half-|half\ )?(?:mother|sister|daughter) | mum | nan | aunt | auntie | wife
        | girlfriend | niece | MGM | PGM ) )
    (?: [ ]\d{1,2} )? (?: [ \t\u00a0]+ | ,[ ] | :[ \t]* | [ ]?\( )$""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands between a name and the same person's other name.
_OTHER_NAME = re.compile(
    r"""[\W_]* (?: n[ée]e | born | once | also | formerly | previously | alias | a\.?k\.?a\.? | maiden\ name
      | (?:(?:also|formerly|previously|once|better|then|now|before\ that)\s+)? (?:known|called)\s+
        (?:here\s+)?as
      | (?:was|had\s+been)\s+(?:formerly|previously|once) | changed\ (?:her|his|their)\ name\ (?:to|from)
      ) [\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)
# The same, farther away, where both names have the forename.
_FARTHER = re.compile(
    r"""(?: \b(?:also|once|formerly|previously|n[ée]e|alias|aka|answers\ to|called|in\ the\ name\ of
      |under\ the\ name(?:\ of)?|maiden\ name(?:\ of)?|(?:known|registered|booked\ in|recorded|on\ file)\s+as
      |(?:here|there),\ as)) [\s"“'‘(:]*$""",
    re.IGNORECASE | re.VERBOSE,
)
# The same said of the subject of the sentence, whatever the forename.
_ANSWERS_TO = re.compile(
    r"[^.;:]*\band\s+(?:also\s+)?(?:answers\ to|goes\ by|is\ known\ as|was\ known\ as)\s+[\"“'‘]?",
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r"[ \u00a0]*\(?[ \u00a0]?(?:known as |called )?[\"“'‘]", re.IGNORECASE)
_FAR = 90


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention with what it says and what stands before it: a title or role in lower case, or nothing.

    `kin` is the sex, "m" or "f", of which a word of kinship before it speaks.
    """

    mention: Mention
    name: Name
    role: str = ""
    kin: str = ""


def look_at(mention: Mention, passage: Passage) -> Seen:
    """Read the name of a mention, and the title or role that stands before it or in it."""
    text = passage.text
    name = read_name(text[mention.span.start : mention.span.end])
    before = text[max(0, mention.span.start - _REACH) : mention.span.start]
    if name.form is Form.SINGLE and (_COUPLE.search(before) or _plural(name, before)):
        return Seen(mention, Name(Form.FAMILY, last=name.last))
    kin = _KIN.search(before)
    return Seen(mention, name, name.title or _role_before(before), (kin.lastgroup or "") if kin else "")


def sex_of(role: str) -> str:
    """Say which of two sexes a title is used of, "m" or "f"; of all others nothing."""
    return _SEXES.get(role, "")


def is_former_name(between: str, same_forename: bool) -> bool:
    """Tell whether the words between two names say that both are names of one person."""
    if len(between) > _FAR or "\n" in between.strip("\n"):
        return False
    if _OTHER_NAME.fullmatch(between) and (same_forename or not between.strip().lower().endswith("also")):
        return True
    if _ANSWERS_TO.fullmatch(between):
        return True
    return same_forename and _FARTHER.search(between) is not None


def is_pet_name(between: str, behind: str) -> bool:
    """Tell whether the second of two names stands alone in quotes behind the first: Robert Osgood ("Bobby").

    Args:
        behind: the sign behind the second name; without a closing quote a speech begins with it.
    """
    return bool(behind) and behind in "\"”'’" and _QUOTED.fullmatch(between) is not None


def _plural(name: Name, before: str) -> bool:
    return name.last.endswith("s") and len(name.last) > 3 and _SEVERAL.search(before) is not None


def _role_before(before: str) -> str:
    found = _BEFORE.search(before)
    if found is None:
        return ""
    words = found.group(1).split()
    for at in range(len(words)):
        phrase = " ".join(words[at:])
        plain = phrase.casefold().replace(".", "")
        if plain in titles() and phrase[0].isupper():
            return plain
        if plain in roles() and (len(plain) > 4 or phrase.isupper() or phrase.istitle()):
            return plain
    return ""


def spans_between(seen: Sequence[Seen], passage: Passage) -> list[tuple[Seen, Seen, str]]:
    """Give each two neighbouring mentions of a passage with the words between them, in reading order."""
    ordered = sorted(seen, key=lambda one: (one.mention.span.start, one.mention.span.end))
    return [
        (one, other, passage.text[one.mention.span.end : other.mention.span.start])
        for one, other in pairwise(ordered)
        if one.mention.span.end <= other.mention.span.start
    ]
