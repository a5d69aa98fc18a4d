"""Names beside a word of kinship: "her uncle Tom", "Nan Harte", "Karen's brother Ryan", "Ryan (her brother)".

Also names that a sentence announces: "a man called Ryan", "whose name was Ryan", "also known as Ryan". The
words come from `rules/lists/kinship.txt`; what is usual with a capital, from `known-capitals.txt`. What
remains: a name in lower case, and one word all in capitals behind a word in capitals.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.beside import (
    Phrase,
    does,
    goes_on,
    is_known,
    is_shouted,
    name_before,
    names_behind,
    near_cues,
    opens_with,
    phrases_after,
    phrases_before,
)
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import entries, kinds, words
from redact.recognise.names import Name, is_short_form, name_words, read_name, title_words
from redact.recognise.organisation_names import goes_on_as_a_body
from redact.recognise.plain_words import is_seldom_a_name
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_CLOSED = regex.compile(r"'s?\b|[ ]?[,.;:)\]/]|[ ](?:and|or|who|whom|whose|aged|-)\b|\s*$|[ ]-|[ ]\(|[ ]&")
_KIN_CLOSED = regex.compile(r"[ ]?[,.;:)\]]|[ ](?:and|or|who|of|to)\b|[ ]-|\s*$")
_PAIR = regex.compile(r"(?P<first>\p{Lu}\p{Ll}+)[ ](?:and|&)[ ](?P<second>\p{Lu}\p{Ll}+)(?![\p{L}-])")
_OWNER = regex.compile(
    r"(?<=\p{L})'s?[ ](?:(?:maternal|paternal|older|younger|elder|eldest|youngest|late|new|former|little|big"
    r"|own"
    r"|birth|foster|estranged|biological|adoptive|allocated|named|first|last|next|previous)[ ]){0,2}(?=\p{L})"
)
_BORN = regex.compile(
    r"(?<=\p{L})(?:,?[ ]\(?(?:DOB|dob|D\.O\.B\.?|d\.o\.b\.?|date[ ]of[ ]birth|born(?:[ ]on)?)[: ]{1,2}\d"
    r"|,?[ ]\(?aged[ ]\d)"
)
_ANNOUNCED = regex.compile(
    r"(?:(?<![\p{L}'-])(?:man|woman|boy|girl|male|female|lady|gentleman|person|someone|somebody|relative"
    r"|colleague|caller|stranger|teenager|youth|pupil|resident|dealer|acquaintance|individual|one)"
    r"(?:,?[ ]who[ ](?:is|was))?"
    r"[ ](?:only[ ])?(?:called|named|known(?:[ ]only|[ ]locally)?[ ]as|by[ ]the[ ]name[ ]of"
    r"|calling[ ]\p{Ll}{3}self)"
    r"|(?:(?<![\p{L}'-])(?:whose|his|her|their|its)|(?<=\p{L})'s)"
    r"[ ](?:real[ ]|full[ ]|first[ ]|birth[ ]|given[ ]|middle[ ])?(?:sur)?name"
    r"[ ](?:is|was|as|being)(?:[ ]given[ ]as|[ ]recorded[ ]as)?"
    r"|(?P<also>(?:\b(?:also|formerly|previously|otherwise|better)[ ]known[ ]as"
    r"|\ba\.?k\.?a\.?|\bn[e\u00e9]e))"
    r"|\b(?:calls|called|calling)[ ](?:him|her|them)self|goes[ ]by(?:[ ]the[ ]name[ ]of)?"
    r"|\bchanged[ ](?:his|her|their)[ ](?:sur)?name[ ](?:from|to))[ ][\"']?(?=\p{Lu})"
)
_IS = regex.compile(
    r"(?:(?<![\p{L}'-])(?i:his|her|their|my|our|the)|(?<=\p{L})'s)[ ](?:\p{Ll}[\p{Ll}-]*[ ]){0,2}?"
    r"(?P<kin>\p{Ll}[\p{Ll}-]+)[ ](?:is|was)[ ](?=\p{Lu}\p{Ll})"
)
# One of them is in every match of the patterns above.
_SAYING = (
    "called ",
    "named ",
    "nown as ",
    "name ",
    "calling ",
    "calls ",
    "goes by ",
    "aka ",
    "k.a",
    "n\u00e9e ",
    "nee ",
)
_AGES = ("DOB", "dob", "D.O.B", "d.o.b", "date of birth", "born", "aged ")
_BEHIND = "a name behind a word of kinship"
_BEFORE = "a name directly before a word of kinship"
_OWNS = "a name whose kin is spoken of"
_HAS = "a name whose practitioner is spoken of"
_AGED = "a name directly before an age or a date of birth"
_SAID = "a name that the sentence announces"


def _find(text: str) -> Iterator[Claim]:
    for phrase in phrases_before(text, "kinship"):
        for name in names_behind(text, phrase):
            score = _score_behind(text, phrase, name)
            # "… of Baby R. Anytown LSCB met"
            is_next = ". " in text[name.start - 2 : name.end] and goes_on_as_a_body(text, name.end)
            if score and not is_next:
                yield _claim(name, score, "kinship and name", _BEHIND)
        yield from _pair_behind(text, phrase)
    for phrase in phrases_after(text, "kinship"):
        closed = _KIN_CLOSED.match(text, phrase.end) is not None
        before = name_before(text, phrase.place, single=closed and phrase.kind != "several")
        if before is not None and not is_short_form(text[before.start : before.end]):
            yield _claim(before, 0.8 if before.words > 1 else 0.65, "name and kinship", _BEFORE)
    yield from _owners(text)
    yield from _told(text)
    for match in near_cues(text, _ANNOUNCED, _SAYING):
        said = read_name(text, match.end(), min(len(text), match.end() + 80), most=4)
        if said is not None and not is_known(text[said.start : said.end].split()[0]):
            yield _claim(said, 0.75, "announced name", _SAID)
            first = _first_name(text, match.start()) if match["also"] else None
            if first is not None:
                yield _claim(first, 0.75, "announced name", _SAID)


def _pair_behind(text: str, phrase: Phrase) -> Iterator[Claim]:
    """Find two names of which the first is an ordinary word as well: "the parents Can and Elif"."""
    if not phrase.several or not text[phrase.start : phrase.end].islower():
        return
    pair = _PAIR.match(text, phrase.place)
    if pair is None or next(names_behind(text, phrase), None) is not None:
        return
    second = read_name(text, pair.start("second"), pair.end("second"))
    if second is not None and not is_known(pair["second"]) and pair["first"].casefold() not in _no_first():
        for name in (Name(pair.start("first"), pair.end("first"), 1), second):
            yield _claim(name, 0.65, "kinship and name", _BEHIND)


@cache
def _no_first() -> frozenset[str]:
    """Give the words of agencies, posts and titles, which a list of kin begins with as well."""
    return words("agency-words") | title_words() | _role_words() | _kin_words()


def _told(text: str) -> Iterator[Claim]:
    """Find the name of which a sentence says whose kin it is: "Her father is Devon Sandal".

    Behind a practitioner's role only a single word that is a name: what else is told there may be a body.
    """
    for match in near_cues(text, _IS, (" is ", " was ")):
        name = read_name(text, match.end(), min(len(text), match.end() + 80), most=4)
        is_kin = match["kin"] in _kin_words()
        if name is None or not (is_kin or match["kin"] in _role_words()):
            continue
        parts = text[name.start : name.end].split()
        if any(part.casefold() in _groups() for part in parts):
            continue
        if is_kin and len(parts) > 1:
            # A county and a shoe are somebody's name too, where a sentence says that they are: it is asked.
            known = all(map(is_known, parts))
            if not known or not any(part.casefold() in _role_words() for part in parts):
                yield _claim(name, 0.45 if known else 0.75, "kin and its name", _SAID)
        is_word_name = parts[0].casefold() in name_words() or is_seldom_a_name(parts[0])
        if len(parts) == 1 and is_word_name and _KIN_CLOSED.match(text, name.end):
            yield _claim(name, 0.65, "kin and its name", _SAID)


@cache
def _kin_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1].casefold() for phrase in kinds("kinship"))


@cache
def _role_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1].casefold() for phrase in kinds("roles"))


@cache
def _groups() -> frozenset[str]:
    """Give the words for nations, faiths and groups, which say of what kind somebody is and not who."""
    phrases = (*kinds("nations"), *kinds("faiths"), *entries("ethnic-groups"))
    return frozenset(word.casefold() for phrase in phrases for word in phrase.split()) | {"head"}


def _first_name(text: str, place: int) -> Name | None:
    """Read the name before "also known as", behind which the other one stands."""
    while place and text[place - 1] in " ,(":
        place -= 1
    return name_before(text, place, single=True)


def _claim(name: Name, score: float, pattern: str, because: str) -> Claim:
    return Claim(name.start, name.end, Label.PERSON, score, score, pattern, because)


def _owners(text: str) -> Iterator[Claim]:
    """Find names in the possessive before kin or a practitioner, and names before an age."""
    for match in _OWNER.finditer(text):
        kin = opens_with(text, match.end(), "kinship")
        if kin == "several" or (kin is None and opens_with(text, match.end(), "roles") is None):
            continue
        name = name_before(text, match.start(), single=True, anywhere=True)
        if name is not None:
            # A town has a health visitor too.
            score = 0.6 if kin is None else 0.8 if name.words > 1 else 0.7
            yield _claim(name, score, "name and its kin", _OWNS if kin else _HAS)
    for match in near_cues(text, _BORN, _AGES):
        name = name_before(text, match.start(), single=True)
        if name is not None:
            yield _claim(name, 0.7, "name and age", _AGED)


def _score_behind(text: str, phrase: Phrase, name: Name) -> float:
    """Give a score, 0 where the words are no name."""
    if is_shouted(text, phrase):
        return 0.65
    titled = text[phrase.start].isupper()
    # "Child Centred Planning", "Partner Agencies": words of titles more often than of kinship.
    doubtful = phrase.kind == "loose" or text[phrase.start : phrase.end].casefold() in ("child", "children")
    if doubtful and titled and phrase.joint == "space" and not does(text, phrase.start, name.end):
        return 0.0
    if phrase.several and name.words == 1 and "\n" in text[phrase.end : name.start]:
        return 0.0  # "all partners", and a new line
    if name.words > 1:
        return 0.75 if phrase.joint == "comma" else 0.85
    if phrase.joint in ("comma", "bracket", "dash") and not _CLOSED.match(text, name.end):
        return 0.0
    ordinary = text[name.start : name.end].casefold() in name_words()
    is_plain = ordinary and not does(text, phrase.start, name.end)
    if titled and phrase.kind != "address" and (goes_on(text, name) or is_plain):
        return 0.0
    return 0.65 if phrase.joint == "comma" or titled or ordinary else 0.8


RECOGNISER = TextRecogniser(
    name="kinship",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("To the parents Can and Elif, who saw us", ("Can", "Elif")),
        Example("She lived with her uncle Tom then.", ("Tom",)),
        Example("his mother Karen said", ("Karen",)),
        Example("They rang Nan Harte and Aunty Bea.", ("Harte", "Bea")),
        Example("her partner Lee moved in", ("Lee",)),
        Example("Karen's brother Ryan was there.", ("Karen", "Ryan")),
        Example("Karen\u2019s younger half-brother left.", ("Karen",)),
        Example("The mother, Karen Whitfield, agreed.", ("Karen Whitfield",)),
        Example("her brothers Tom, Lee and Ryan", ("Tom", "Lee", "Ryan")),
        Example("Ryan Vesey, her uncle, came.", ("Ryan Vesey",)),
        Example("Ryan (maternal uncle) came.", ("Ryan",)),
        Example("a man called Ryan was seen", ("Ryan",)),
        Example("the sister, named Nia, rang", ("Nia",)),
        Example("Karen Whitfield n\u00e9e Quillham", ("Karen Whitfield", "Quillham")),
        Example("MOTHER KAREN WHITFIELD ATTENDED", ("KAREN WHITFIELD",)),
        Example("her sister May said", ("May",)),
        Example("It was said to Karen's health visitor.", ("Karen",)),
        Example("Ryan (dob 01/02/2009) and Nia Harte, aged 4, left.", ("Ryan", "Nia Harte")),
        Example("Her father is Devon Sandal, and his partner is Cliff.", ("Devon Sandal", "Cliff")),
        Example("The school nurse is Joy.", ("Joy",)),
        Example("She named the father as Corin Vesey.", ("Corin Vesey",)),
    ),
    near_misses=(
        "to the parents Police and Ambulance said",
        "to parents Support and Advice",
        "his mother, A12 and the baby",
        "Mother (M12 and Father)",
        "the children Act",
        "Her mother English and her father Polish",
        "Child Protection and Child A2",
        "However, her mother, who was ill, came.",
        "In Leeds, her mother, who was ill, came.",
        "told her mother, Children's Services and the police",
        "Partner Agencies were told.",
        "Her mother is Irish Traveller. Their father was Polish, her gran is Head of Year.",
        "MOTHER DECLINED TO ATTEND",
        "Child K's mother and Parent 1's brother",
        "a sister called on Monday",
        "her mother, May 2009",
        "a scheme known as Sure Start",
        "Britain's mothers",
        "the Board's health visitor",
        "Child K, aged 4, and children aged 2",
        "He saw her mother as Polish.",
        "FOB, father of baby; MGM, grandmother.",
        "to the leads of all partners\nReturn by Friday",
    ),
)
