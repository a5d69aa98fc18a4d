"""What stands around a name and says whether it is a participant's or of somebody of the review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds, words
from redact.recognise.names import is_particle, title_pattern, title_words
from redact.recognise.readings import folded
from redact.recognise.zones import line_of, sentence_around
from redact.values.people import Mention, Standing

__all__ = [
    "Sign",
    "initials_of",
    "is_about_the_review",
    "is_at_the_review",
    "is_of_a_family",
    "is_participants",
    "is_seen",
    "is_told",
    "letters_of",
    "parts_of",
    "sign_of",
]

_WORD = regex.compile(r"\p{L}(?:[\p{L}-]|'(?!s\b)\p{L})+")
_KIN = (
    r"(?:mother|father|mum|dad|parent|brother|sister|sibling|uncle|aunt|cousin|nephew|niece|son"
    r"|daughter|partner"
    r"|husband|wife|gran\p{L}*|nan|child|baby|boyfriend|girlfriend|neighbour|children)"
)
_KIN_BEFORE = regex.compile(
    rf"\b(?i:{_KIN})[,:]?[ ](?:(?:Mr|Mrs|Ms|Miss|Dr)\.?[ ])?(?:\p{{Lu}}\p{{L}}*\.?[ ]){{0,2}}$"
)
# What only somebody of the case has or does.
_OWN = regex.compile(
    rf"(?:'s|')[ ](?:\p{{Ll}}+[ ])?(?:{_KIN}|home|house|flat|tenancy|pregnancy|arrest|drinking"
    rf"|ex-\p{{L}}+|cell"
    r"|GP|benefits|medication|bruis\p{L}+|injur\p{L}+|statement|caseload|shift|manager|visits?)\b"
    rf"|[ ](?:is|was)[ ](?:(?:his|her|their|the|an?|my|our)[ ]|\p{{L}}+'s[ ])(?:\p{{L}}+[ ])?{_KIN}\b"
    r"|[ ](?:was[ ](?:born|arrested|charged|pregnant|admitted|convicted|injured|bruised|placed|jailed"
    r"|sentenced"
    r"|weighed|discharged)|gave[ ]birth|had[ ]been[ ](?:drinking|arrested)|(?:hit|punched|slapped|bit)[ ]"
    rf"|and[ ](?:his|her|their)[ ](?:\p{{Ll}}+[ ])?{_KIN})\b"
)
_REVIEW = regex.compile(
    r"\b(?:reviews?|report|panel|author(?:ed)?|reviewers?|chair(?:ed|s)?|draft|terms[ ]of[ ]reference"
    r"|learning[ ]event"
    r"|practitioner[ ]events?|facilitat\p{L}+|scrutineer|independent(?:ly)?|recommendations?|findings?"
    r"|overview"
    r"|chapters?|foreword|commission(?:ed)?|chronolog(?:y|ies)|board|partnership|minutes|agenda|action"
    r"|thank(?:s|ed)?"
    r"|grateful|welcomed|publication|publish(?:ed)?|lessons|interview(?:s|ed)?|read[ ](?:all|the)"
    r"|accredited|timetable|circulat\p{L}+|flip[ ]charts|ground[ ]rules|workshop|agenc(?:y|ies)|members"
    r"|consultant)\b",
    regex.IGNORECASE,
)
_AT_REVIEW = regex.compile(
    r"\b(?:reviewers?|author(?:ed)?|panel|draft(?:s|ed)?|terms[ ]of[ ]reference|learning[ ]event"
    r"|practitioners?'?[ ](?:event|day)"
    r"|facilitat\p{L}+|foreword|timetable|circulat\p{L}+|flip[ ]charts|ground[ ]rules|workshop|agenda"
    r"|chapters?"
    r"|chronologies|has[ ](?:written|led|chaired|completed)[ ]\p{L}+[ ](?:\p{L}+[ ])?reviews|chaired)\b",
    regex.IGNORECASE,
)
# A cell of a row that holds a forename, or two, and nothing else.
_CELL_BEFORE = regex.compile(r"(?:\t|[ ]\|)[ ]?(?:\p{Lu}[\p{L}-]+(?:,|[ ](?:and|&|/))[ ])?$")
_CELL_BEHIND = regex.compile(r"(?:(?:,|[ ](?:and|&|/))[ ]\p{Lu}[\p{L}-]+)?[ ]*(?:\t|[ ]\||\||$)")
_SEEN = regex.compile(
    r"\b(?:seen|home|school|nursery|hospital|ward|police|visit\p{L}*|injur\p{L}+|bruis\p{L}+|medical"
    r"|absent|arrest\p{L}*|referral|duty|missing|contact|child|mother|father)\b",
    regex.IGNORECASE,
)
_OFFICE = regex.compile(
    r"\b(?:reviewers?|authors?|chair(?:man|woman|person|ed)?|facilitators?|writers?|scrutineers?|independent"
    r"|former|retired|formerly|previously|consultant)\b",
    regex.IGNORECASE,
)
_OFFICE_BEHIND = regex.compile(
    r"(?:,|[ ]\(|[ ]-)?[ ]?(?:(?:an?|the|our|who|is|was"
    r"|also)[ ]){0,3}(?:\p{Ll}+[ ]){0,2}(?:(?:co-)?reviewers?|authors?|chair(?:man|woman|person)?"
    r"|facilitators?|writers?|scrutineers?|independent|former|formerly|consultant)\b"
    r"|(?:,|[ ]\()[ ]?(?:an?[ ])?retired[ ]",
)
# Who is to do what a paper asks for: no safeguarding lead.
_TASK = regex.compile(r"\s*lead[ ]?:[ ]?", regex.IGNORECASE)
# A row of a family, of whoever it is: the cells tell a day of birth or a relative.
_OF_A_FAMILY = regex.compile(
    rf"\b(?i:{_KIN}|d\.?o\.?b|births?|born|aged?|yrs?|relation\p{{L}}*|address)\b|\b19\d\d\b"
)
# Labels that say nothing about whoever stands behind them.
_NEUTRAL = regex.compile(
    r"(?:^|[\t|])[\s\d.)*#-]*(?:from|to|cc|bcc|signed(?:[ ]by)?|sign(?:ed)?[ -]?off|signature|name"
    r"|present|apologies"
    r"|attend\p{L}*|in[ ]attendance|contact|dear|date|approved[ ]by|agreed[ ]by|owner|lead|by|who|whom"
    r"|press|distribution|circulation|prepared[ ](?:by|for)|written[ ]by|for[ ]information|sponsor"
    r"|chair(?:ed[ ]by)?|author|reviewer|compiled(?:[ ]by)?|cleared[ ]by|presented[ ]by|drafted[ ]by"
    r"|added[ ]by|foreword"
    r"|spokes\p{L}+|speakers?|responsible|accountable|commissioned[ ]by|led[ ]by|sent[ ]to|copy)\b"
    r"[^\n]{0,160}$",
    regex.IGNORECASE,
)
_MALE, _FEMALE = (
    frozenset({"mr", "sir", "lord", "fr", "father", "baron"}),
    frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness", "sister"}),
)
_LEARNED = frozenset({"professor", "prof", "sir", "dame", "lord", "lady", "baroness", "baron"})
_APPOSITION = regex.compile(
    r"(?:,|[ ]\(|,?[ ]who[ ](?:is|was))[ ]?(?:the|an?|his|her"
    r"|their)?[ ]?((?:\p{L}[\p{L}'-]*[ ]?){1,4})"
)
# A word of a sentence: headings and addresses have none but these beside their names.
_TELLS = regex.compile(
    r"(?<![\p{L}'-])(?!(?:of|for|and|at|in|on|by|from|with|or|as|to|the|an|on|behalf|cc|re"
    r"|dated)\b)\p{Ll}{2,}"
)
# The line of a letter that says to whom it goes, whatever else stands in it.
_ADDRESSED = regex.compile(
    r"\s*(?:To|Dear|FAO|For[ ]the[ ]attention[ ]of|[Cc]c):?[ ](?:\p{Lu}\p{Ll}{1,9}\.?[ ])?"
)
# A line of a frame: short, without an end of a sentence, be it inside, and without a verb of one.
_ROW_LENGTH = 90
_ENDS = regex.compile(r"[.!?][\"')]*\s*$|(?<!\p{L})\p{Ll}{3,}[.!?][\"')]*[ ]\p{Lu}")
_VERB = regex.compile(
    r"(?<![\p{L}'-])(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Ww]ho|[Ww]hich|[Hh]is|[Hh]er|[Tt]heir|am|is|was|are"
    r"|were|be|been|being|has|have|had|will|would|did|does|do|can|could|may|might|must|should|shall|not|to"
    r"|that|when|because|if|said|says|spoke|asked|rang|wrote|writes|led|met|saw|told|came|went|took|gave"
    r"|made|found|knew|thought|felt|left|kept|sent|read|heard|got|put|held|brought"
    r"|(?!(?:appointed|commissioned|agreed|approved|signed|published|revised|completed|circulated|retired)\b)"
    r"\p{Ll}{2,}ed(?![ ](?:by|on|at|in|for|copy)\b))(?![\p{L}'-])"
)
_LETTERS = regex.compile(r"\p{Lu}{2,3}")
_INITIAL = regex.compile(r"(?<![\p{L}'-])\p{Lu}(?![\p{L}'])")
_TITLE = regex.compile(r"(\p{L}+)\.?[ ]?$")


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands around a mention.

    `kin`: kinship or what only somebody of the case has; `post`: a post in the case beside it; `form`: the
    field of a form; `title`: its title in lower case, and `sex` what that says.
    """

    kin: bool
    post: bool
    form: bool
    title: str
    sex: str


def parts_of(name: str) -> tuple[str, ...]:
    """Give the words of a name in lower case, the surname last, without titles, initials and small words."""
    plain = folded(name)[0]
    surname, comma, forenames = plain.partition(",")
    turned = f"{forenames} {surname}" if comma else plain
    every = _WORD.findall(turned)
    while len(every) > 2 and _is_honour(every[-1]) and not turned.isupper():
        every.pop()  # "Anna Harte OBE"
    return tuple(
        word.casefold()
        for word in every
        if not is_particle(word)
        and word.casefold() not in title_words()
        and not (comma and word.isupper() and len(word) == 2)
    )


def _is_honour(word: str) -> bool:
    return word.isupper() and word.casefold() in words("qualifications")


def initials_of(name: str) -> str:
    """Give the initials of a name, "A. Harte" or "Harte AB", or all of it where it is letters alone."""
    plain = folded(name)[0]
    if _LETTERS.fullmatch(plain.replace(".", "").strip()):
        return plain.replace(".", "").strip()
    return "".join(_INITIAL.findall(plain))


def letters_of(surname: str, forenames: Iterable[str]) -> Iterator[str]:
    """Give the letters by which somebody may be called."""
    for forename in forenames:
        yield (forename[0] + surname[0]).upper()


def sign_of(mention: Mention, text: str) -> Sign:
    """Read what stands around a mention in the text of its passage."""
    start, end = mention.span.start, mention.span.end
    low, _ = line_of(text, start)
    before = folded(text[max(low, start - 200) : start])[0]
    behind = folded(text[end : end + 60])[0]
    own = folded(text[start:end])[0]
    # The pattern asks for a letter behind it.
    titles = [match for match in title_pattern().finditer(before + "A") if match.end() == len(before)]
    inside = title_pattern().match(own)
    title = _last(titles[0][0] if titles else inside[0] if inside else "")
    plain = before[: titles[0].start()] if titles else before
    said = mention.evidence.recogniser
    office = _OFFICE.search(plain[-60:]) is not None or _OFFICE_BEHIND.match(behind) is not None
    return Sign(
        kin=said == "kinship" or _KIN_BEFORE.search(before) is not None or _OWN.match(behind) is not None,
        post=not office and (said in ("roles", "posts") or _ends_in_post(plain) or _begins_in_post(behind)),
        form=said == "fields"
        and mention.evidence.pattern != "signature"
        and not _NEUTRAL.search(before)
        and not office,
        title=title,
        sex="m" if title in _MALE else "f" if title in _FEMALE else "",
    )


def is_participants(sign: Sign, standing: Standing) -> bool:
    """Tell whether what stands around a name makes it a participant's, for all its standing elsewhere."""
    if sign.kin or sign.post or sign.form:
        return True
    return standing is not Standing.OFFICE and bool(sign.title) and sign.title not in _LEARNED


def is_told(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence tells of a name at half-open code points; rows and headings tell nothing."""
    low, high = line_of(text, start)
    line = text[low:high]
    if "\t" in line or " | " in line or _is_row(line) or _ADDRESSED.fullmatch(text, low, start):
        return False
    return _TELLS.search(" ".join(sentence_around(text, start, end))) is not None


def _is_row(line: str) -> bool:
    """Tell "Name (print): Anna Harte" and "Report by Ms Harte, May 2019": no verb tells nothing."""
    plain = folded(line)[0]
    return len(plain) <= _ROW_LENGTH and _ENDS.search(plain) is None and _VERB.search(plain) is None


def is_about_the_review(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around half-open code points speaks of the review."""
    return _REVIEW.search(" ".join(sentence_around(text, start, end))) is not None


def is_seen(text: str, at: int) -> bool:
    """Tell whether the line around `at` speaks of visits, homes, agencies and injuries."""
    return _SEEN.search(text, *line_of(text, at)) is not None


def is_of_a_family(text: str, at: int) -> bool:
    """Tell whether the row around `at`, or the head of its table, tells of relatives or of a day of birth."""
    low, high = line_of(text, at)
    return any(
        _OF_A_FAMILY.search(text, *each) is not None
        for each in ((low, high), line_of(text, _head(text, low)))
    )


def _head(text: str, low: int) -> int:
    """Find where the first of the rows begins that stand without a gap above the row that begins at `low`."""
    while low > 0:
        above = text.rfind("\n", 0, low - 1) + 1
        if "\t" not in text[above : low - 1]:
            break
        low = above
    return low


def is_at_the_review(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around half-open code points tells what only an author or a chair does.

    In a row whose cell holds names alone, the other cells tell it in fewer words: "Final report | Anna".
    """
    low, high = line_of(text, start)
    cell = _CELL_BEFORE.search(text, low, start) and _CELL_BEHIND.match(text, end, high)
    if cell and _REVIEW.search(text, low, start) and not _SEEN.search(text, low, high):
        return True
    return _AT_REVIEW.search(" ".join(sentence_around(text, start, end))) is not None


def _last(title: str) -> str:
    found = _TITLE.search(title.rstrip())
    return found[1].casefold() if found else ""


def _ends_in_post(before: str) -> bool:
    if _TASK.fullmatch(before) is not None:
        return False
    words = before.rstrip(" ,:").rsplit(maxsplit=1)
    return bool(words) and before[-1:] == " " and words[-1].casefold() in _post_words()


def _begins_in_post(behind: str) -> bool:
    """Tell whether a post stands behind a name: ", the class teacher"."""
    found = _APPOSITION.match(behind)
    return found is not None and any(word.casefold() in _post_words() for word in found[1].split())


@cache
def _post_words() -> frozenset[str]:
    return frozenset(role.split()[-1].casefold() for role in kinds("roles")) - {"chair", "author", "reviewer"}
