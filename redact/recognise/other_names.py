"""Names that somebody had before or has besides, where words say so: "her maiden name was Strange".

One word or two with a capital behind somebody's maiden, former or birth name, née, where somebody does
something "under the name" or has it "in the name of", in brackets behind a whole name with "formerly", and
where somebody "is registered as a Strange": whatever else the words mean. Of a project's or a hospital's
former name nothing is said so. What remains: an earlier name that nothing announces.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import kinds, words
from redact.recognise.names import title_words
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_LIKELY, _ASKED = 0.62, 0.45
_ONE = r"\p{Lu}[\p{L}\p{M}]+(?:['-]\p{L}+)*"
_NAME = rf"(?P<value>{_ONE}(?:[ ]{_ONE})?)(?![\p{{L}}\p{{N}}@-])"
_SURNAME = rf"(?P<value>{_ONE})(?![\p{{L}}\p{{N}}@-])"
_ALWAYS = r"(?:maiden|birth|married|unmarried|single)"  # of nothing but a person
_EARLIER = r"(?:former|previous|earlier|old|other|second|first)"
_WHOSE = rf"(?:[Hh]er|[Hh]is|[Tt]heir|[Mm]y|(?:mother|father|woman|man|parent|partner|{_ONE})'s)"
_SURNAME_OF = r"(?:sur|last[ ]|family[ ])name"
_IS = r"(?:,|:|[ ](?:is|was|had[ ]been|being))[ ][\"'\u201c\u2018]?"
_OF = rf"(?:[ ](?:of|for)[ ]{_ONE}(?:[ ]{_ONE})?)?"
# "the maiden name of Ida, Strange", "her former surname was Strange", "née Strange"
_SAID = regex.compile(
    rf"\b(?:{_ALWAYS}[ ](?:name|{_SURNAME_OF})|{_EARLIER}[ ]{_SURNAME_OF}|{_WHOSE}[ ]{_EARLIER}[ ]name)s?"
    rf"{_OF}{_IS}{_NAME}"
    rf"|\b(?:[Nn][\u00e9e]e|[Bb]orn[ ]as|[Mm]aiden[ ]name)[ ]\(?[\"'\u201c\u2018]?{_SURNAME}"
)
# "booked in under the name Strange", "a tenancy in the name of Strange": what somebody does, or has.
_DONE = (
    r"(?:book|regist|know|see|rang|ring|call|sign|treat|record|present|attend|went|go|came|liv|fil|arrest"
    r"|appear|search|look|check|enrol|admitt|claim|work|stay)\p{Ll}*"
)
_UNDER = regex.compile(
    rf"\b{_DONE}(?:[ ]\p{{Ll}}+){{0,3}}[ ](?:under|by|with)[ ](?:the|a|an|her|his|their)[ ]"
    rf"(?:(?:sur|last[ ])?name[ ]of|(?:\p{{Ll}}+[ ])?(?:sur|last[ ])?name)[ ][\"'\u201c\u2018]?{_NAME}"
    rf"|\b(?:{_DONE}|held|issued|tenancy|account|card|phone)[ ](?:\p{{Ll}}+[ ]){{0,2}}"
    rf"in[ ]the[ ](?:sur|last[ ])?name[ ]of[ ][\"'\u201c\u2018]?{_NAME}"
)
# "Ida Rook (formerly Strange)": of a body nothing is said so, since a body's name holds a word for one.
_IN_BRACKETS = regex.compile(
    rf"(?P<whole>{_ONE}[ ]{_ONE})[ ]\((?:[Ff]ormerly|[Pp]rev(?:iously|\.)?|[Oo]nce|[Tt]hen|[Ll]ater|[Nn]ow)"
    rf"[ ]{_SURNAME}\)"
)
# "registered with her surgery as a Strange"
_AS_ONE = regex.compile(
    rf"\b(?:register|known|enrol|record|book|list|enter|file)\p{{Ll}}*(?:[ ]\p{{Ll}}+){{0,5}}[ ]as[ ]an?"
    rf"[ ]{_SURNAME}(?=[.,;)])"
)
# "She was a Strange before marriage", "born a Strange, she ..."
_BEFORE_MARRIAGE = regex.compile(
    rf"\b(?:[Ww]as|[Bb]een|[Bb]orn)[ ]an?[ ]{_SURNAME}[ ](?:before|until|till)[ ](?:\p{{Ll}}+[ ]){{0,2}}"
    rf"(?:marr|wedding|divorce)"
)
_CUES = ("name", "n\u00e9e", "nee ", "Nee ", "orn as", "(")
_AS_CUE = " as a"
_NOBODYS = frozenset({"god", "allah", "jesus", "christ", "lord", "jehovah", "love", "justice", "law"}) | {
    *("unknown", "none", "nil", "not", "blank", "withheld", "various", "redacted")
}
_ONE_OF_MANY = frozenset(
    {
        "patient", "client", "suspect", "victim", "witness", "carer", "tenant", "pupil", "student", "adult",
        "volunteer", "childminder", "runaway", "offender", "minor", "risk", "concern", "priority",
        "perpetrator",
    }
)  # fmt: skip
_BECAUSE = "words by which a sentence says that somebody had or has another name"


def _find(text: str) -> Iterator[Claim]:
    if any(cue in text for cue in _CUES):
        for match in _SAID.finditer(text):
            if _may_be_name(match["value"], but_for=frozenset(kinds("kinship"))):
                yield _claim(match, _LIKELY, "other name")
        for match in _UNDER.finditer(text):
            if _may_be_name(match["value"]):
                yield _claim(match, _ASKED, "under another name")
        for match in _IN_BRACKETS.finditer(text):
            if _may_be_name(match["value"]) and _may_be_name(match["whole"]):
                yield _claim(match, _ASKED, "other name in brackets")
    yield from _as_one(text)


def _as_one(text: str) -> Iterator[Claim]:
    """Find "registered as a Strange" and "was a Strange before marriage"."""
    forms = [(_AS_ONE, "registered as one")] if _AS_CUE in text else []
    if any(cue in text for cue in ("marr", "wedding", "divorce")):
        forms.append((_BEFORE_MARRIAGE, "before marriage"))
    for pattern, name in forms:
        for match in pattern.finditer(text):
            if _may_be_name(match["value"]) and match["value"].casefold() not in _ONE_OF_MANY:
                yield _claim(match, _ASKED, name)


def _claim(match: regex.Match[str], score: float, pattern: str) -> Claim:
    start, end = match.span("value")
    return Claim(start, end, Label.PERSON, score, score, pattern, _BECAUSE)


def _may_be_name(value: str, but_for: frozenset[str] = frozenset()) -> bool:
    """Tell whether no word of a name is a title, a post, a relation or a body's, `but_for` some of them."""
    every = [word.casefold() for word in value.split() if word.casefold() not in but_for]
    if value.isupper() or any(word in title_words() | _NOBODYS for word in every):
        return False
    nobodys = words("agency-words") | words("post-words") | words("small-words")
    return not any(word in nobodys or word in kinds("kinship") or word in kinds("roles") for word in every)


RECOGNISER = TextRecogniser(
    name="other-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Look too under the maiden name of Ida, Strange, as the file is old.", ("Strange",)),
        Example(
            "Her former surname was Neighbour. She signed with a last name of Field.", ("Neighbour", "Field")
        ),
        Example("Ida was a Strange before marriage and went back to it.", ("Strange",)),
        Example("Ida Rook (n\u00e9e Box) rang, and Kay Orton (formerly Strong) did not.", ("Box", "Strong")),
        Example("She booked in under the name Summer Hill.", ("Summer Hill",)),
        Example("She was registered with the surgery as a Strange.", ("Strange",)),
    ),
    near_misses=(
        "The former name of the service was Early Help. Its old name was Connexions.",
        "The project ran under the name Think Family. The hospital's old name was Royal Victoria.",
        "In the name of God. It was done in the name of Safeguarding, under the name of the Trust.",
        "She was a Tenant before her marriage ended.",
        "Beacon Centre (formerly School) shut. Ida Rook (now Chair) rang.",
        "He was registered with the council as a Childminder. She is known to all as a Nurse.",
        "The maiden name was not given. Maiden name: Unknown. He was recorded there as a Suspect.",
    ),
)
