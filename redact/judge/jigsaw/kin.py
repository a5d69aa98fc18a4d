"""Words for the people of a case: kin, children, the household, those who work with them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from redact.judge.jigsaw.vocabulary import vocabulary
from redact.values.jigsaw import Side

__all__ = ["CHILDREN", "KIN", "PLURALS", "POST_HEADS", "SIBLINGS", "class_of_label", "post_of", "role_words"]

# A folded word, what it is called here, and the sex that it tells.
_KIN_WORDS = (
    "mother:mother mum mummy mam mom mo:f;father:father dad daddy fa:m;parents:parents couple:;"
    "parent:parent:;stepmother:stepmother stepmum:f;stepfather:stepfather stepdad:m;"
    "grandmother:grandmother grandma gran nan nana granny mgm pgm:f;"
    "grandfather:grandfather grandad granddad mgf pgf:m;grandparents:grandparents:;aunt:aunt auntie:f;"
    "uncle:uncle:m;cousin:cousin cousins:;nephew:nephew:m;niece:niece:f;"
    "partner:partner cohabitee fiance fiancee ex-partner:;partner:boyfriend husband:m;"
    "partner:girlfriend wife:f;brother:brother:m;sister:sister:f;sibling:sibling sib:;"
    "siblings:siblings brothers sisters stepbrothers stepsisters:;half-brother:halfbrother:m;"
    "half-sister:halfsister:f;half-sibling:halfsibling:;half-siblings:halfsiblings:;"
    "step-brother:stepbrother:m;step-sister:stepsister:f;son:son stepson grandson:m;"
    "daughter:daughter stepdaughter granddaughter:f;"
    "child:child baby infant toddler newborn youngster teenager adolescent schoolchild pupil "
    "victim deceased:;child:boy schoolboy lad:m;child:girl schoolgirl:f;family:family household:;"
    "children:children babies kids boys girls twins triplets sons daughters families pupils:;man:man:m;"
    "woman:woman:f;men:men women people adults mothers fathers teenagers:;lodger:lodger tenant:;"
    "neighbour:neighbour neighbours:;friend:friend:;perpetrator:perpetrator offender suspect:;"
    "relative:relative relatives:;carer:carer carers caregiver:;guardian:guardian:;adult:adult:"
)
KIN: Mapping[str, tuple[str, str]] = {
    word: (name, sex)
    for group in _KIN_WORDS.split(";")
    for name, words, sex in [group.split(":")]
    for word in words.split()
}
PLURALS = vocabulary(
    "parents grandparents siblings brothers sisters children babies kids boys girls twins triplets "
    "sons daughters men women people adults mothers fathers teenagers neighbours relatives carers "
    "cousins families couple family household pupils half-siblings"
)
CHILDREN = frozenset(("child", "son", "daughter"))
SIBLINGS = vocabulary(
    "step-sibling step-siblings brother sister sibling siblings half-brother half-sister half-sibling "
    "half-siblings step-brother step-sister"
)
_SIDES: Mapping[str, Side] = (
    dict.fromkeys(SIBLINGS, Side.SIBLING)
    | dict.fromkeys(CHILDREN, Side.CHILD)
    | dict.fromkeys(
        ("man", "woman", "men", "lodger", "neighbour", "friend", "perpetrator", "adult"), Side.SOMEBODY
    )
)
# The last word of what a professional is called.
POST_HEADS = vocabulary(
    "author reviewer panel worker visitor midwife gp nurse doctor teacher officer manager consultant "
    "paediatrician psychiatrist psychologist headteacher headmaster headmistress practitioner "
    "therapist counsellor coordinator co-ordinator detective constable sergeant inspector paramedic "
    "dentist solicitor supervisor locum clinician registrar obstetrician mentor tutor director "
    "interpreter keyworker guardian surgeon radiologist advisor adviser senco matron sister "
    "physiotherapist receptionist professional leader sw hv head staff chair lead"
)
_POSTS_OF_TWO = vocabulary(
    "social health family support school staff probation housing police drugs youth nursery community "
    "practice head team service duty student deputy ward class review key welfare liaison residential "
    "outreach safeguarding named designated learning early attendance general link"
)
_HEADS_OF_TWO = frozenset(
    ("worker", "visitor", "officer", "sister", "chair", "lead", "head", "staff", "leader", "guardian")
)
_SHORT_POSTS = re.compile(
    r"(?:ssw|fsw|csw|asw|sw|shv|hv|mw|cmw|gp|pcso|pc|dc|ds|ps|di|iro|atm|tm|camhs|cpn|sn|ot|po|ht|dsl|ta|ep|yw|fm|nn"
    r"|cn|pn|edt|ewo|lado|senco|idva|isva|mhw|cm|dm|dt|tl|lac|ed|fnp|eha|oic|sio|cons|dr|np)\d{0,2}[a-h]?$"
)
_GRAND = re.compile(r"(?P<side>[mp])g?g(?P<who>[mfp])s?$")
_THINGS = vocabulary("school nursery hospital practice agency ward home college surgery")
_LETTERED = {"c": "child", "f": "father", "m": "mother", "s": "sibling", "mp": "partner"}
_BARE_WORKERS = frozenset(("professional", "practitioner", "staff", "worker", "officer", "manager", "doctor"))


def role_words(name: str) -> tuple[str, Side]:
    """Give what a role is called in reports, and its side."""
    if name in ("family", "parents", "children"):
        return "the family", Side.FAMILY
    return f"the {name.replace('-', ' ') if not name.startswith(('half', 'step-')) else name}", _SIDES.get(
        name, Side.FAMILY
    )


def post_of(words: tuple[str, ...], at: int) -> tuple[str, int] | None:
    """Give the post whose last word stands at a number, and where it begins; none where none does."""
    word = words[at]
    plain = word[:-1] if word.endswith("s") and word[:-1] in POST_HEADS else word
    if plain not in POST_HEADS and not plain.removesuffix("s").endswith("ologist"):
        return None
    before = words[at - 1] if at else ""
    if before in _POSTS_OF_TWO:
        return f"{before} {plain}", at - 1
    if plain == "head" and words[at + 1 : at + 2] == ("of",):
        return plain, at
    if plain in _HEADS_OF_TWO:
        return None
    return plain, at


def class_of_label(words: tuple[str, ...]) -> tuple[str, str]:
    """Say what a label in use is: "child", "sibling", "family", "thing", "somebody", "post" or a word of kin.

    The second is its post, where it is a professional's.
    """
    grand = _GRAND.match(words[0]) if words else None
    if grand:
        side = "maternal" if grand["side"] == "m" else "paternal"
        return f"{side} grand{ {'m': 'mother', 'f': 'father', 'p': 'parents'}[grand['who']] }", ""
    for at, word in enumerate(words):
        if word in _THINGS:
            return "thing", ""
        if _SHORT_POSTS.match(word):
            return "post", re.sub(r"\d+[a-h]?$", "", word)
        post = post_of(words, at)
        if post and word not in ("guardian", "sister"):
            return "post", post[0]
    return _class_of_kin(words), ""


def _class_of_kin(words: tuple[str, ...]) -> str:
    known = [KIN[word][0] for word in words if word in KIN]
    if "young" in words and "person" in words:
        return "child"
    if not known:
        letter = re.match(r"([a-z]{1,2})\d", words[0]) if words else None
        return _LETTERED.get(letter[1], "somebody") if letter else "somebody"
    if "half" in words or "step" in words or any(name in SIBLINGS for name in known):
        return (
            "sibling" if any(name in SIBLINGS or name in CHILDREN for name in known) else f"step{known[-1]}"
        )
    name = known[-1]
    if name in ("children", "child", "son", "daughter"):
        return "child"
    side = next((word for word in words if word in ("maternal", "paternal")), "")
    return f"{side} {name}".strip() if name.startswith("grand") else name
