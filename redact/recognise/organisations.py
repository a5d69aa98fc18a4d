"""Organisations that point at a family: "St Anne's Primary School", "Larkrise Nursery", "Ward 4B".

A name and a word for what it is; the words alone ("the primary school", "School 1") are none. Schools,
nurseries, homes, refuges and fostering are sure, the others are asked about. A forename before a word that
is a common surname too is somebody's name, unless a word for a place stands before it ("Ida Ward", but "on
Ida Ward"). What remains: an organisation whose name holds no word for what it is, and a name that is an
ordinary word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.any_of import any_of
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import kinds, words
from redact.recognise.names import stop_words
from redact.recognise.openers import acts
from redact.recognise.organisation_forms import other_forms
from redact.recognise.organisation_names import is_known_body, name_before
from redact.recognise.thing_signs import is_forename
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_SCORES = {"child": 0.85, "place": 0.7, "unsure": 0.5, "person": 0.62}
_REASONS = {
    "child": "a name before the word for a school, a nursery, a home or a refuge",
    "place": "a name before the word for an organisation",
    "unsure": "a name before the word for an organisation; the name may be somebody's",
    "person": "a forename before a word that is a surname too",
}
_CAPITAL = regex.compile(r"(?<![\p{L}\p{N}_])\p{Lu}[\p{L}'-]*+\.?[ \n]{1,2}")
_FOLLOWING = regex.compile(
    r"[ ](?P<word>\p{Lu}[\p{L}-]*)(?:[ ](?P<word>\p{Lu}[\p{L}-]*))?(?:[ ](?P<word>\p{Lu}[\p{L}-]*))?"
)
_GOES_ON = regex.compile(r"[ ]of[ ](?!St\b|Our\b|the\b)|[ ]?\d")
_ARTICLE = regex.compile(r"The[ \n](?<![\p{L}\p{N}]The[ \n])")
_PURPOSE = regex.compile(r"[ ]for[ ]\p{Lu}\p{L}+(?:[ ](?:and[ ])?\p{Lu}\p{L}+){0,3}(?![\p{L}\p{N}])")
# The second half of what one body is: "Larkrise Mosque and Madrasah".
_AND_MORE = regex.compile(
    r"[ ](?:and|&)[ ](?:Madrass?ah?|(?:Islamic|Community|Cultural|Education|Youth|Family)[ ]Centre"
    r"|Church[ ]Hall|Sixth[ ]Form(?:[ ]College)?|Day[ ]Nursery|Nursery(?:[ ]School)?)(?![\p{L}\p{N}'-])"
)
_PUBLIC = frozenset(
    {"trust", "trusts", "board", "council", "authority", "partnership", "group", "nhs", "foundation"}
)
_TRUSTS = frozenset({"nhs", "trust", "trusts"})
_SURNAMES_TOO = frozenset({"Ward", "Church", "Temple", "Chapel"})
_SURNAMES_ALONE = _SURNAMES_TOO - {"Ward"}  # a ward rings and asks as people do
_THINKS = regex.compile(
    r"[ ](?:believe[sd]?|thinks|thought|says|wrote|told|knew|agree[sd]|accept(?:s|ed)|recall(?:s|ed)"
    r"|remember(?:s|ed)|felt|regret(?:s|ted)|insist(?:s|ed))\b"
)
# "was read by Remedios Church"
_DONE_BY = regex.compile(
    r"\b(?:read|written|signed|seen|told|asked|closed|noted|supervised|managed|visited|chaired|recorded|agreed"
    r"|allocated|taken|made|screened|opened|drafted|sent|checked|reviewed)[ ]by"
    r"[ ](?:\p{Lu}[\p{L}'-]+[ ]){1,2}$"
)
_FORENAMES = regex.compile(r"(?P<name>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)[ ]")
_LAST_WORD = regex.compile(r"(?P<word>\p{L}+)[ ]$")
_AT_A_PLACE = regex.compile(
    r"\b(?:on|onto|off|to|at|in|into|from|of|near|outside|inside|the|our|leave|left|attends?|attended"
    r"|behind|via|through)[ ]$",
    regex.IGNORECASE,
)
_WARD = regex.compile(r"(?<![\p{L}\p{N}])(?:Ward|WARD)[ ](?:\d{1,2}[A-Z]?|[A-Z]\d{1,2})(?![\p{L}\p{N}])")
_PRISON = regex.compile(
    r"(?<![\p{L}\p{N}])(?:HMP(?:(?:/|[ ]?(?:&|and)[ ])H?M?YOI)?|HMYOI|YOI|HM[ ]Prison)[ ]"
    r"(?P<name>\p{Lu}\p{Ll}+)(?:[ ]\p{Lu}\p{Ll}+)?"
)
_COURT_AT = regex.compile(
    r"(?<!\p{L})(?:The[ ]|THE[ ])?(?i:(?:family|county|crown|youth|magistrates'?)[ ]court)[ ](?:sitting[ ])?"
    r"(?:(?:at|in)[ ](?P<name>\p{Lu}\p{Ll}+)(?:[ ]\p{Lu}\p{Ll}+)?|(?:AT|IN)[ ](?P<name>\p{Lu}{3,})(?!\p{L}))"
)
_GURDWARA = regex.compile(
    r"(?<!\p{L})(?:Gurdwara|Masjid|Jamia|Madrasa|Shul)[ ](?P<name>\p{Lu}[\p{L}'-]+)(?:[ ]\p{Lu}"
    r"[\p{L}'-]+){0,3}"
)
_SAINT_OF = regex.compile(
    r"(?<!\p{L})(?:Church|Parish|School|Hospital)[ ]of[ ](?:St\.?|Our)[ ]"
    r"\p{Lu}[\p{L}']+(?:[ ]\p{Lu}[\p{L}']+)?"
)


@cache
def _types() -> dict[str, tuple[str, bool]]:
    """Give each type and its plural with its kind, and whether it is the plural."""
    forms: dict[str, tuple[str, bool]] = {}
    for entry, kind in kinds("organisation-types").items():
        forms.setdefault(entry, (kind, False))
        plural = (
            f"{entry[:-1]}ies"
            if entry.endswith("y")
            else f"{entry}es"
            if entry.endswith("ch")
            else f"{entry}s"
        )
        forms.setdefault(plural, (kind, True))
    return forms


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(rf"(?P<type>(?i:{any_of(_types())}))(?![\p{{L}}\p{{N}}_'@-])")


def _matches(text: str) -> Iterator[regex.Match[str]]:
    """Try the long pattern only behind a word with a capital: a name stands directly before its type."""
    for word in _CAPITAL.finditer(text):
        match = _pattern().match(text, word.end())
        if match:
            yield match


def _find(text: str) -> Iterator[Claim]:
    for match in _matches(text):
        kind = _kind(match["type"])
        if kind is None or _is_no_organisation(text, match, kind):
            continue
        name = name_before(text, match.start(), plural=_types()[match["type"].casefold()][1])
        if name is None or is_known_body(text[name.start : match.end()]):
            continue
        person = _somebody(text, name.start, match)
        if person is not None:
            yield _claim((person, match.end()), "person")
            continue
        if name.owned or name.titled:
            if not name.titled and (kind == "child" or match["type"].casefold() == "law"):
                continue  # "Karen's school" names Karen, "Karen's Law" is one
            kind = "unsure"
        elif _before_post(text, match.end()):
            kind = "unsure"
        yield _claim((_with_article(text, name.start), _with_purpose(text, match.end())), kind)
    yield from other_forms(text)
    for pattern, kind in (
        (_WARD, "place"),
        (_PRISON, "place"),
        (_COURT_AT, "place"),
        (_SAINT_OF, "place"),
        (_GURDWARA, "place"),
    ):
        for match in pattern.finditer(text):
            if "name" not in pattern.groupindex or match["name"].casefold() not in stop_words():
                yield _claim(match.span(), kind)


@cache
def _posts() -> frozenset[str]:
    """Give the last word of each post, "worker", "SW", in lower case."""
    return frozenset(role.split()[-1].casefold() for role in kinds("roles"))


def _somebody(text: str, low: int, match: regex.Match[str]) -> int | None:
    """Give where a name of somebody begins that ends in a type: "SW Ida Ward", no "on Ida Ward"."""
    if match["type"] not in _SURNAMES_TOO:
        return None
    start = match.start()
    does = acts(text, match.end()) or _THINKS.match(text, match.end()) is not None
    does = does or _DONE_BY.search(text, max(0, low - 40), max(low, match.start())) is not None
    does = does and match["type"] in _SURNAMES_ALONE
    for found in reversed(list(_FORENAMES.finditer(text, low, match.start()))):
        before = _LAST_WORD.search(text, max(0, found.start() - 24), found.start())
        has_post = before is not None and before["word"].casefold() in _posts()
        if found.end() != start or not (has_post or does or is_forename(found["name"])):
            break
        start = found.start()
    is_name = start < match.start() and not _AT_A_PLACE.search(text, max(0, start - 12), start)
    return start if is_name else None


def _with_article(text: str, start: int) -> int:
    """Take the article along where it is written as a part of the name: "The Larkrise Centre"."""
    return start - 4 if _ARTICLE.match(text, max(0, start - 4), start) else start


def _with_purpose(text: str, end: int) -> int:
    """Take along whom it is for, and what else it is: "Larkrise Centre for Young Minds"."""
    match = _PURPOSE.match(text, end) or _AND_MORE.match(text, end)
    return match.end() if match else end


def _claim(span: tuple[int, int], kind: str) -> Claim:
    label = Label.PERSON if kind == "person" else Label.ORGANISATION
    return Claim(*span, label, _SCORES[kind], _SCORES[kind], kind, _REASONS[kind])


def _kind(written: str) -> str | None:
    """Give the kind of a type as it is written; None where it must begin with a capital and does not."""
    kind, _ = _types()[written.casefold()]
    if not kind.startswith("careful"):
        return kind
    if not written[0].isupper():
        return None
    return "child" if kind.endswith("child") else "place"


def _is_no_organisation(text: str, match: regex.Match[str], kind: str) -> bool:
    """Tell whether what follows makes it something else: a label, or a body known as such."""
    if _GOES_ON.match(text, match.end()):
        return True
    following = _FOLLOWING.match(text, match.end())
    public = _PUBLIC if kind != "child" else _TRUSTS  # a school may have a council
    return following is not None and any(word.casefold() in public for word in following.captures("word"))


def _before_post(text: str, at: int) -> bool:
    """Tell whether a post follows: "Anna Harte School Nurse" is a person."""
    following = _FOLLOWING.match(text, at)
    return following is not None and following.captures("word")[0].casefold() in stop_words() | words(
        "organisation-words"
    )


RECOGNISER = TextRecogniser(
    name="organisations",
    version="1",
    labels=(Label.ORGANISATION, Label.PERSON),
    find=_find,
    examples=(
        Example("SW Ida Ward and Tom Church met.", ("Ida Ward", "Tom Church")),
        Example("It was read by Larkrie Church. Larkrie Church believes so.", ("Larkrie Church",) * 2),
        Example("He was moved to Daisy Ward.", ("Daisy Ward",)),
        Example("He went to St Anne's Primary School.", ("St Anne's Primary School",)),
        Example("at Larkrise Nursery each day", ("Larkrise Nursery",)),
        Example("Dr Osgood's surgery", ("Osgood's surgery",)),
        Example("to Anytown General Hospital", ("Anytown General Hospital",)),
        Example("on Ward 4B", ("Ward 4B",)),
        Example("the Larkrise Team", ("Larkrise Team",)),
        Example("Larkrise Children's Home", ("Larkrise Children's Home",)),
        Example("the Anytown County Court", ("Anytown County Court",)),
        Example("the Family Court at Anytown", ("Family Court at Anytown",)),
        Example("THE FAMILY COURT AT ANYTOWN, IN PRIVATE", ("THE FAMILY COURT AT ANYTOWN",)),
        Example("at Quill Lord House Contact Centre", ("Quill Lord House Contact Centre",)),
        Example("to Quillham Sexual Health Clinic", ("Quillham Sexual Health Clinic",)),
        Example(
            "to Home-Start West Quillshire, Mind in Anytown",
            ("Home-Start West Quillshire", "Mind in Anytown"),
        ),
        Example("Larkrise School and Sixth Form", ("Larkrise School and Sixth Form",)),
        Example("taken to New Anytown General today", ("New Anytown General",)),
        Example("Larkrise and Elmhurst Primary Schools", ("Larkrise and Elmhurst Primary Schools",)),
        Example("LARKRISE PRIMARY SCHOOL", ("LARKRISE PRIMARY SCHOOL",)),
        Example("Larkrise Tyres Ltd", ("Larkrise Tyres Ltd",)),
        Example("Held at The Larkrise Centre", ("The Larkrise Centre",)),
        Example("Larkrise Centre for Young Minds", ("Larkrise Centre for Young Minds",)),
        Example("at Larkrise Mosque and Madrasah each week", ("Larkrise Mosque and Madrasah",)),
        Example("to Quillham District Hospital", ("Quillham District Hospital",)),
        Example("of Quillham Child in Need Team", ("Quillham Child in Need Team",)),
        Example(
            "works at Larkrise Foods, once at Open Door Cleaning", ("Larkrise Foods", "Open Door Cleaning")
        ),
        Example("home from Engine Suite", ("Engine Suite",)),
        Example("for Mill Vale Primary and Quillham High", ("Mill Vale Primary", "Quillham High")),
        Example("a friend at St Jude and St Luke", ("St Jude and St Luke",)),
        Example("at Tanner Close Medical Practice: notes", ("Tanner Close Medical Practice",)),
        Example("the Anytown Referral and Assessment Team", ("Anytown Referral and Assessment Team",)),
        Example("registered at Dr Osgood & Partners", ("Dr Osgood & Partners",)),
        Example("through Osgood & Harte Solicitors", ("Osgood & Harte Solicitors",)),
        Example("to Anytown and Elmhurst Hospital", ("Anytown and Elmhurst Hospital",)),
        Example("taken to Anytown General on Monday", ("Anytown General",)),
        Example("not seen at larkrise primary school this wk", ("larkrise primary school",)),
    ),
    near_misses=(
        "the primary school and a nursery",
        "School 1 and Hospital A",
        "the Local Hospital",
        "The Family Court and the Crown Court",
        "The School Nurse wrote.",
        "the Child Protection Team",
        "Child K's school",
        "Her School: none",
        "the Royal College of Midwives",
        "Great Ormond Street Hospital",
        "Anytown Hospitals NHS Trust",
        "CAMHS Team",
        "Karen's Law and the Void Team",
        "the Child in Need Team, the District Nurse Team and Children in Need",
        "Frozen Foods, a Deep Cleaning, the Custody Suite and a Video Interview Suite",
        "the Attorney General and Secretary General",
        "Partners & Co, Mother and Partner",
        "mum rang the primary school, no reply from any hospital",
        "Anytown Police Child and Public Protection Unit",
        "kitchen needs cleaning, tried new foods, waiting on the builders",
        "Home-Start Volunteers, Age UK and Women's Aid Helpline, Mind in the spring",
        "in the baby unit, on the labour ward and at the duty team",
    ),
)
