"""How reviews quote and appeal to the chair of an old inquiry, directly at the name.

"The recommendations of …", "why no one had heeded …", "since … we have been told": nobody speaks so of
whoever visits. What a colleague may be said to have asked, written or thought too ("as … put it") counts of a
name that hardly anybody else bears: the whole name of a chair, a surname of a case. Which names these are
`inquiries` says. What remains: a chair quoted by a surname in words in which a colleague is quoted.
"""

from __future__ import annotations

from redact.recognise import regex

__all__ = ["is_quoted"]

_BEFORE = regex.compile(
    r"\b(?:[Rr]ec(?:s|ommendations?|\.)?[ ](?:\d+[ ])?(?:from|of)|(?:headings|tests)[ ]used[ ]by"
    r"|(?:volumes|recommendations|principles|reforms)[ ]of"
    r"|inquir(?:y|ies)[ ](?:chaired|led)[ ]by|[Ii]nquiries[ ](?:such[ ]as|like)"
    r"|[Ll]essons?[ ](?:from|of)|[Rr]eaders[ ]of|[Rr]eaders[ ]will[ ]know[ ]from"
    r"|(?:[Ee]verything|[Aa]ll)[ ]returns[ ]to|[Ee]vidence[ ]given[ ]to"
    r"|(?:no[ ]one|nobody|none)[ ](?:had[ ]|has[ ])?(?:heeded|read|remembered)"
    r"|(?:decades?|years|little|much|nothing|practice)(?:[ ]and[ ]more)?(?:[ ]has)?(?:[ ]changed)?[ ]since"
    r"|(?:every|each)[ ](?:\p{Ll}+[ ])?(?:review|inquiry|report)[ ]since"
    r"|[Pp]ublish[ ]in[ ]the[ ]shadow[ ]of|(?:findings|plan|report|draft)[ ]against"
    r"|[Ll]ectures?(?:[ ]at[ ]\p{Lu}[\p{L}'-]+)?[ ]on|[Ss]ince[ ].{2,30}[ ]and[ ]since)[ ]$"
)
_BEHIND = regex.compile(
    r",[ ](?:to[ ])?whose[ ](?:findings|report|recommendations|inquiry|review)\b|,[ ]recommendations?[ ]\d"
    r"|(?:'s)?[ ](?:recommendations|inquiry)\b|'s[ ]report[ ](?:is|was|ran)\b"
    r"|[ ]reported,[ ](?:every|all|each)\b"
    r"|[ ]nor[ ]any[ ](?:later|other)[ ](?:inquiry|report|review)\b|[ ]was[ ]called[ ][\"']the[ ]inquiry"
    r"|[ ](?:is|was)[ ]cited[ ](?:on|in)[ ](?:your|our|their|the|every|page)\b"
    r"|[ ][\u2013\u2014-][ ]read[ ]for\b|[ ]and[ ](?:every|all)[ ](?:later[ ])?inquir(?:y|ies)\b"
)
_SINCE = regex.compile(r"\b[Ss]ince[ ]$")
_EVER = regex.compile(
    r"[ ](?:(?:each|every|no)[ ](?:generation|review|inquiry|report|decade)"
    r"|(?:we|they|you)(?:'ve|[ ]have)[ ](?:all[ ])?been[ ]told)\b"
)
# A place in a list of what was read: "Harte (2009); …", "the point is made by Quill (2011) and by …".
_YEAR = r"(?:,[ ]|[ ]?[(\[])(?:19|20)\d\d[a-z]?[)\]]?"
_BEHIND_WORK = regex.compile(
    rf"(?:{_YEAR};[ ](?:and[ ]|see[ ]|also[ ])?|\bby[ ][^.;\n]{{3,60}}{_YEAR},?[ ]and[ ](?:also[ ])?by[ ]"
    rf"|\bread[ ][^.;\n]{{3,60}}{_YEAR},?[ ]and[ ])$"
)
_NO_LIFE_BEHIND = regex.compile(r"^(?:[.;]|[ ]and[ ](?:an?[ ]\p{Ll}+[ ]of[ ])?(?:others|more)\b|$)")
_BEFORE_WORK = regex.compile(rf"^;[ ](?:see[ ]|also[ ])?\p{{Lu}}[\p{{L}}'-]+[^.;:\t\n]{{0,50}}?{_YEAR}")
# What stands before a name and behind it: "Long before …, and long after", "So …, more than once".
_PAIRS = (
    (regex.compile(r"(?:^|\W)[Ll]ong[ ](?:before|since)[ ]$"), regex.compile(r",?[ ]and[ ](?:long|ever)\b")),
    (
        regex.compile(r"(?:^|[.;][ ]|\W)So[ ]$"),
        regex.compile(r",[ ](?:more[ ]than[ ]once|passim|and[ ]others)"),
    ),
    (regex.compile(r"\b[Rr]ead[ ]$"), regex.compile(r"[ ]again,[ ]and\b")),
    (
        regex.compile(r"\b[Rr]eminded[ ]of[ ]$"),
        regex.compile(r",[ ]on[ ]the[ ](?:subject|question|matter)[ ]of\b"),
    ),
    (
        regex.compile(r"^\W*(?:\p{Lu}?\d+[.)]?[ ]*)?$"),
        regex.compile(r"[ ](?:is|was)[ ]quoted[ ]from[ ]memory\b|[ ]quote[ ][\u2013\u2014-]"),
    ),
    (regex.compile(r"^\W*$"), regex.compile(r"[ ]in[ ](?:one|a)[ ](?:line|sentence|word)[ ]?:")),
)
# Of a name that hardly anybody else bears.
_RARELY_BEFORE = regex.compile(
    r"\b(?:(?:words|phrases)[ ]used[ ]by|(?:chapters|pages|findings|proposals)[ ]of|learn(?:ed|t)[ ]from"
    r"|(?:points|arguments)[ ](?:were|are|had[ ]been|have[ ]been)[ ](?:\p{Ll}+[ ])?made[ ]by"
    r"|(?:[Aa]|[Oo]ne|[Tt]he|[Aa]nother)[ ](?:line|phrase|quotation|quote|sentence|page)[ ]from"
    r"|[Dd]iscussions?[ ]of|sounds?[ ]like|[Yy]ou[ ]will[ ]remember[ ]that"
    r"|[Ll]ike[ ]to[ ]read|[Ee]vidence[ ]to|[Ss]ince|[Nn]either)[ ]$"
)
_RARELY_BEHIND = regex.compile(
    r"[ ]said[ ]it[ ](?:first|best|all)\b"
    r"|[ ]used[ ]the[ ](?:phrase|words|term)\b|[ ]recommended[ ](?:fewer|more|that)\b"
    r"|[ ]thought[ ]that[ ](?:an?|no|every)[ ]|[ ](?:is|was)[ ]not[ ]to[ ]be[ ]quoted\b"
    r"|[ ](?:is|was)[ ](?:cited|quoted)\b|,[ ](?:ten|twenty|thirty|\d+)[ ]years[ ]on\b"
    r"|[ ]said[ ](?:as[ ]much[ ])?of[ ]an?(?:other)?[ ]|[ ]said[ ]that[ ]no[ ](?:one|body)[ ]should\b"
    r"|[ ](?:asked|wrote|warned)[ ](?:of|about|for)[ ](?:every|each|all|supervision)\b|[ ]told[ ]us[ ]so\b"
    r"|[ ]asked[ ]that[ ]no\b|[ ]would[ ]have[ ](?:known|recognised)[ ]this\b|[ ]from[ ]memory\b"
)
# "As … put it", "what … asked for was simple"
_AS = regex.compile(r"(?:^|[\"'(])(?:[Ww]hat|[Aa]s)[ ]$")
_PUT = regex.compile(
    r"[ ](?:put[ ]it|wrote|warned|asked[ ](?:for|of)|said[ ]of|recommended|reported|called[ ]it|argued)\b"
)


def is_quoted(before: str, behind: str, *, rare: bool) -> bool:
    """Tell whether what stands directly before and behind a name appeals to an old inquiry.

    Args:
        rare: whether hardly anybody else bears the name: then words count in which a colleague is quoted too.
    """
    if _BEFORE.search(before) is not None or _BEHIND.match(behind) is not None:
        return True
    if any(lead.search(before) and rest.match(behind) for lead, rest in _PAIRS):
        return True
    if _is_among_works(before, behind):
        return True
    if _SINCE.search(before) is not None and _EVER.match(behind) is not None:
        return True
    if not rare:
        return False
    as_put = _AS.search(before) is not None and _PUT.match(behind) is not None
    return as_put or _RARELY_BEFORE.search(before) is not None or _RARELY_BEHIND.match(behind) is not None


def _is_among_works(before: str, behind: str) -> bool:
    """Tell a name in a list of cited works, which ends behind it or goes on with another."""
    behind_one = _BEHIND_WORK.search(before) is not None and _NO_LIFE_BEHIND.match(behind) is not None
    cell = before.rpartition("\t")[2]
    return behind_one or (not cell.strip() and _BEFORE_WORK.match(behind) is not None)
