"""Words around a name that say that it is another's: "a different Ms Rook", "(no relation)"."""

from __future__ import annotations

import re

from redact.resolve.lists import titles
from redact.resolve.names import Form
from redact.resolve.surroundings import Seen

__all__ = ["IN_PASSING", "REACH", "around", "is_another", "may_be_another"]

REACH = 60  # characters around a name in which it is said
# Before a name, or its title, that somebody else is known by.
_ANOTHER = re.compile(
    r"""(?: (?: \b(?:an?|some)\ (?:(?:quite|wholly|entirely)\ )?(?:different|unrelated|second|third|other
          |further|separate|older|younger) | \bthe\ (?:other|second|different) )
        (?:\ (?:child|boy|girl|man|woman|person))?(?:\ called)?
      | \bnot\ to\ be\ (?:confused|mixed\ up)\ with(?:\ [\w'’]+,?){0,4}
      | \bnot\ the\ same\ (?:\w+\ )?as | \bshar(?:es?|ed|ing)\ (?:a|the|his|her|their)\ (?:\w+\ )?name\ with
      | \bnamesakes?[,:]?
      | \b(?:also|likewise|too|himself|herself|both)\ (?:called|named) ) [ ]["“'‘]?$""",
    re.IGNORECASE | re.VERBOSE,
)
_TOLD_FROM = re.compile(  # "Mrs Orton is not to be confused with Kay Rook", of whom there is one for all that
    r"(?P<who>(?:[^\W\d_][\w'’-]*[ ]){1,4})(?:is|was|are|were)[ ]not[ ]to[ ]be[ ](?:confused|mixed[ ]up)"
    r"[ ]with(?:[ ][\w'’]+,?){0,4}[ ]$"
)
# "Scanned to the record of another Rook": somebody of whom it is never told again.
IN_PASSING = re.compile(
    r"\banother(?:[ ](?:child|boy|girl|man|woman|person))?(?:[ ]called)?[ ][\"“'‘]?$", re.IGNORECASE
)
# One of them stands in every match of both, whatever its case: no i, which has several.
_PARTS_OF_ANOTHER = (
    *("fferent", "unrelated", "second", "rd ", "other", "further", "separate", "older", "younger"),
    *("confused", "xed up", "same", "shar", "called", "name"),
)
_TITLE_LAST = re.compile(r"([^\W\d_]+)\.?[ ]+$")
# Behind it: "(no relation)" is said of a surname, "(not the father)" of every name.
_NO_RELATION = re.compile(
    r"[ ]*[,(–—-]+[ ]*(?:(?:who[ ](?:is|was)[ ])?(?:no|not[ ](?:a|any)|of[ ]no)[ ]relat(?:ion|ive)\b"
    r"(?![ ]of[ ](?:hers|his|theirs|mine|ours))"
    r"|not[ ]related|unrelated|a[ ]namesake)",
    re.IGNORECASE,
)
_NOT_THE = re.compile(
    r"[ ]*\((?:not[ ](?:the|our|her|his|to[ ]be[ ]confused)|an?[ ](?:different|unrelated)|another)\b",
    re.IGNORECASE,
)
_NOT_SHE = re.compile(r"[ ]*[,(–-][ ]*(?:who[ ]is[ ])?not[ ]the[ ]", re.IGNORECASE)
_OF_ONE_FAMILY = re.compile(r"[ ](?:child|boy|girl|brother|sister|son|daughter|twin|famil|household)", re.I)

# "Between the one and the other Kay lost count": the other of two things, and then a name.
_ONE_AND_OTHER = re.compile(r"\bone[ ](?:and|or|to|from|after|against)[ ]the[ ]other[ ]$", re.IGNORECASE)
# "Shares a name with Kay's friend", "not the same as Kay's": something of hers is compared, and not she.
_COMPARED = re.compile(
    r"\b(?:(?:confused|mixed[ ]up|name)[ ]with|the[ ]same[ ](?:\w+[ ])?as)(?:[ ][\w'’]+,?){0,4}[ ][\"“'‘]?$",
    re.IGNORECASE,
)
_HERS = re.compile(r"['’]s?(?:[ ,.;:!?)]|$)")
# "Rook (not our own Hart)" says who she is not, and nothing of another Rook.
_NO_OTHER_NAME = re.compile(r"[ ]*\([Nn]ot[ ](?:the|our|her|his|their)(?:[ ]own)?[ ]([A-Z][\w'’-]+)\)")


# Of "the other Mrs Rook" the same passage may say that nobody knew of one.
_NO_OTHER = re.compile(r"\bthere (?:was|is) (?:no other|no second|only one|but one)\b", re.IGNORECASE)


def is_another(one: Seen, text: str) -> bool:
    """Tell whether the text of its passage says that a name is not hers who is known by it."""
    before, behind, _ = around(one, text)
    if _NO_OTHER.search(text):
        return False
    said = _says_another(before) and not (
        _OF_ONE_FAMILY.match(behind) or _is_told_from(one, before) or _is_hers(one, text, before)
    )
    single = one.name.form is Form.SINGLE and _NO_RELATION.match(behind)
    return bool(said or single or (_NOT_THE.match(behind) and not _is_not_someone(one, behind)))


def may_be_another(one: Seen, text: str) -> bool:
    """Tell whether something is said of a whole name that may be said of another of that name."""
    end = one.mention.span.end
    return is_another(one, text) or bool(_NO_RELATION.match(text, end) or _NOT_SHE.match(text, end))


def around(one: Seen, text: str) -> tuple[str, str, bool]:
    """Give the text before a name and its title, the text behind it, and whether there is a title."""
    before = text[max(0, one.mention.span.start - REACH) : one.mention.span.start]
    title = _TITLE_LAST.search(before, len(before.rstrip().rpartition(" ")[0]))
    titled = title is not None and title[1].casefold() in titles()
    if title is not None and titled:
        before = before[: title.start()]
    return before, text[one.mention.span.end : one.mention.span.end + REACH], titled


# ------------------------------------------------------------------ private


def _says_another(before: str) -> bool:
    plain = before.casefold()
    if not any(part in plain for part in _PARTS_OF_ANOTHER):
        return False
    if _ONE_AND_OTHER.search(before):
        return False
    return bool(_ANOTHER.search(before) or IN_PASSING.search(before))


def _is_told_from(one: Seen, before: str) -> bool:
    """Tell whether somebody with a title and quite another name is not to be confused with this one."""
    told = _TOLD_FROM.search(before)
    words = {word.casefold() for word in (told["who"] if told else "").split() if word[0].isupper()}
    own = {one.name.first, one.name.last, *one.name.between}
    return bool(words & titles() and words - titles()) and own.isdisjoint(words)


def _is_hers(one: Seen, text: str, before: str) -> bool:
    """Tell whether something of hers is compared, and not she herself."""
    span = one.mention.span
    inside = _HERS.search(text[span.start : span.end]) is not None
    return _COMPARED.search(before) is not None and (inside or _HERS.match(text, span.end) is not None)


def _is_not_someone(one: Seen, behind: str) -> bool:
    """Tell whether the words behind a name say that she is not somebody of quite another name."""
    found = _NO_OTHER_NAME.match(behind)
    return found is not None and found[1].casefold() not in one.name.parts
