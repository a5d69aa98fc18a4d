"""What the recognised mentions of a document tell, and how exactly: an age, a school, a nation, a sentence.

A mention tells its kind; how exact it is, phrases of rules/jigsaw say, or what it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from redact.judge.jigsaw.moments import moments_in
from redact.judge.jigsaw.told import Told
from redact.judge.jigsaw.vocabulary import vocabulary
from redact.judge.jigsaw.wordings import number_of
from redact.judge.phrases import words_of
from redact.values.jigsaw import Exactness, FactKind
from redact.values.people import Label, Mention

__all__ = ["age_of", "few_children", "folded", "told_by"]

_BODIES = vocabulary(
    "school academy college nursery playgroup preschool kindergarten hospital ward surgery practice "
    "clinic hospice home house hostel refuge lodge centre church mosque temple gurdwara synagogue "
    "chapel club cadets scouts university infirmary unit sixth infants infant primary juniors junior"
)
_TEAMS = vocabulary("team service locality hub division department cluster duty")
_PAPERS = vocabulary(
    "post echo gazette herald chronicle mercury argus advertiser telegraph mirror mail express "
    "observer courier journal times star news guardian standard sun bbc itv"
)
_PRISONS = vocabulary("hmp hmyoi yoi prison")
_COURT = vocabulary("court courts bailey assizes")
_CENSUS = vocabulary("white black asian other mixed dual british english european any african south east")
_HOME = vocabulary("british english scottish welsh irish european")
_TWINS = re.compile(r"(?i)twin|triplet|quadruplet")
_ORDER = re.compile(
    r"(?i)eldest|oldest|youngest|middle|born|first|second|third|fourth|fifth|sixth|seventh|only"
)
_IMMIGRATION = re.compile(
    r"(?i)asylum|refugee|leave to|visa|recourse|nrpf|immigra|overstay|entrant|deport|stateless|migrant|settle"
    r"|trafficking|protection|unaccompanied"
)
_PRISON = re.compile(r"(?i)prisoner|on remand|remanded|on licence|life licence|life sentence")
_SENTENCE = re.compile(
    r"(?i)life sentence|suspended sentence|community order|hospital order|referral order|training order"
    r"|licence"
)
_OFFENDER = re.compile(r"(?i)offender")
_ADOPTION = re.compile(r"(?i)adopt|placement order")
_CARE = re.compile(r"(?i)special guardian|care leaver|looked after|foster|ward")
_IN_PRISON = re.compile(r"(?i)prison|custod|jail|imprison|detention")
_FROM = re.compile(r"\bfrom (?:the )?\Z")
_BACK_FROM = re.compile(
    r"(?i)\b(?:return|back|fl[ei]w|flight|holiday|trip|visit|call|letter|deport|rang)[^.;]*\Z"
)
_NUMBER = re.compile(r"\d+|[a-z]+")
_TEENS = 20
_MANY = 5  # children
_LONG = 4  # words


def folded(text: str) -> str:
    """Give the folded words of what is told, in one form."""
    return " ".join(words_of(text))


def few_children(text: str) -> bool:
    """Tell whether a number of children is one that many families have: two to four."""
    first = next((number for word in words_of(text) if (number := number_of(word)) is not None), 0)
    return 1 < first < _MANY


def told_by(mention: Mention, text: str) -> Iterator[Told]:
    """Give what one mention tells, if anything; `text` is that of its passage."""
    give = _BY_LABEL.get(mention.label)
    if give is None:
        return
    span = mention.span
    if mention.evidence.pattern == "country" and _comes_from(text, span.start):
        same, because = folded(text[span.start : span.end]), "the country somebody comes from"
        yield Told(FactKind.NATIONALITY, _EXACT, span.start, span.end, same, because, found=True)
        return
    for kind, exactness, same, because in give(text[span.start : span.end], mention):
        yield Told(kind, exactness, span.start, span.end, same, because, found=True)


def _comes_from(text: str, start: int) -> bool:
    """Tell whether a country is said to be whence somebody comes, and not whence they came back."""
    before = text[max(0, start - 60) : start]
    return _FROM.search(before) is not None and _BACK_FROM.search(before) is None


_Given = tuple[FactKind, Exactness, str, str]
_EXACT, _NEAR, _BROAD = Exactness.EXACT, Exactness.NEAR, Exactness.BROAD


def age_of(text: str) -> tuple[str, Exactness] | None:
    """Give an age as "4y", "4y2m" or "6w", and how exact it is; none where the words hold no number."""
    words = words_of(text)
    numbers: list[tuple[int, str]] = []
    for at, word in enumerate(words):
        value = number_of(word)
        digits = re.match(r"(\d{1,2})(?:yo)?[fm]$|[fm](\d\d)$", word)
        if digits:
            value = int(digits[1] or digits[2])
        if value is None:
            continue
        if (
            numbers
            and not numbers[-1][1]
            and numbers[-1][0] >= _TEENS
            and value < 10
            and number_of(words[at - 1])
        ):
            numbers[-1] = (numbers[-1][0] + value, "")
        else:
            numbers.append((value, ""))
        unit = next((word for word in words[at + 1 : at + 2]), "")
        if unit[:1] in "ymwd" and unit:
            numbers[-1] = (numbers[-1][0], unit[0])
    if not numbers:
        return None
    if re.search(r"\d/12", text):
        return f"{numbers[0][0]}m", _EXACT
    if re.search(r"\d/52", text):
        return f"{numbers[0][0]}w", _EXACT
    if re.match(r"(?i)y(?:ea)?r?\s?\d", text):
        return f"school{numbers[0][0]}", _NEAR
    if all(unit in ("", "y") for _, unit in numbers):
        return f"{numbers[0][0]}y", _NEAR
    return "".join(f"{value}{unit or 'y'}" for value, unit in numbers), _EXACT


def _age(text: str, _: Mention) -> Iterator[_Given]:
    age = age_of(text)
    if age is not None:
        yield FactKind.AGE, age[1], age[0], "an age"


def _date(text: str, mention: Mention) -> Iterator[_Given]:
    moment = next(moments_in(text, 0, len(text)), None)
    same = moment.same if moment else folded(text)
    yield FactKind.BIRTH, moment.exactness if moment else _EXACT, same, "when somebody was born or died"


def _place(text: str, mention: Mention) -> Iterator[_Given]:
    if mention.evidence.pattern in ("country", "county", "region"):
        yield FactKind.PLACE, _NEAR, folded(text), "a country or a county by its name"
    else:
        yield FactKind.PLACE, _EXACT, folded(text), "a place by its name"


def _organisation(text: str, mention: Mention) -> Iterator[_Given]:
    words = {*words_of(text)}
    same = folded(text)
    if words & _COURT:
        exact = len(words) > 2
        yield FactKind.COURT, _EXACT if exact else _NEAR, same, "a court by its name"
    elif words & _PRISONS:
        yield FactKind.PRISON, _EXACT, same, "a prison by its name"
    elif words & _TEAMS:
        yield FactKind.TEAM, _EXACT, same, "a team or service by its name"
    elif words & _BODIES or mention.evidence.pattern == "child":
        yield FactKind.BODY, _EXACT, same, "a school, a practice or another body by its name"
    elif words_of(text)[-1:] and words_of(text)[-1] in _PAPERS:
        yield FactKind.PRESS, _EXACT, same, "a newspaper or broadcaster by its name"
    if words & _BODIES and words & _TEAMS:
        yield FactKind.BODY, _EXACT, same, "a body by its name"


def _ethnicity(text: str, _: Mention) -> Iterator[_Given]:
    words = words_of(text)
    near = not words or words[0] in _CENSUS
    yield FactKind.ETHNICITY, _NEAR if near else _EXACT, _nation(words), "a group of origin"


def _nationality(text: str, _: Mention) -> Iterator[_Given]:
    words = words_of(text)
    broad = all(word in _HOME for word in words)
    yield FactKind.NATIONALITY, _BROAD if broad else _EXACT, _nation(words), "a nation"


def _language(text: str, _: Mention) -> Iterator[_Given]:
    words = words_of(text)
    broad = all(word in _HOME for word in words)
    yield FactKind.LANGUAGE, _BROAD if broad else _EXACT, _nation(words), "a language"


def _religion(text: str, _: Mention) -> Iterator[_Given]:
    known = {*words_of(text)} <= {
        "muslim",
        "muslims",
        "christian",
        "christians",
        "catholic",
        "islam",
        "christianity",
    }
    yield FactKind.RELIGION, _NEAR if known else _EXACT, folded(text), "a faith"


def _health(text: str, _: Mention) -> Iterator[_Given]:
    yield FactKind.CONDITION, _NEAR, folded(text), "a condition of body or mind"


def _offence(text: str, _: Mention) -> Iterator[_Given]:
    yield FactKind.OFFENCE, _EXACT, folded(text), "an offence by its name"


def _occupation(text: str, _: Mention) -> Iterator[_Given]:
    yield FactKind.OCCUPATION, _NEAR, folded(text), "what somebody does for a living"


def _quantity(text: str, mention: Mention) -> Iterator[_Given]:
    if mention.evidence.pattern == "the number of children":
        yield (
            FactKind.SIBLINGS,
            _NEAR if few_children(text) else _EXACT,
            folded(text),
            "how many children there are",
        )
    elif mention.evidence.pattern == "the length of a sentence":
        yield FactKind.SENTENCE, _EXACT, folded(text), "the length of a sentence"
        if _IN_PRISON.search(text):
            yield FactKind.PRISON, _NEAR, folded(text), "that somebody is in prison"


def _state(text: str, _: Mention) -> Iterator[_Given]:
    same = folded(text)
    if _IMMIGRATION.search(text):
        yield FactKind.IMMIGRATION, _EXACT, same, "somebody's state in law as a migrant"
    if _PRISON.search(text):
        yield FactKind.PRISON, _NEAR, same, "that somebody is or was in prison"
    if _SENTENCE.search(text):
        yield FactKind.SENTENCE, _NEAR, same, "a sentence without its length"
    if _OFFENDER.search(text):
        yield FactKind.OFFENCE, _NEAR, same, "an offence of a kind"
    if _ADOPTION.search(text):
        yield FactKind.ADOPTION, _EXACT, same, "an adoption"
    elif _CARE.search(text):
        yield FactKind.ADOPTION, _NEAR, same, "who brings somebody up"


def _relation(text: str, _: Mention) -> Iterator[_Given]:
    same = folded(text)
    if _TWINS.search(text):
        yield FactKind.TWINS, _EXACT, "twins", "twins or triplets"
    elif _ADOPTION.search(text):
        yield FactKind.ADOPTION, _EXACT, same, "an adoption"
    elif _ORDER.search(text):
        yield FactKind.BIRTH_ORDER, _EXACT, same, "the place among brothers and sisters"


def _nation(words: list[str]) -> str:
    return " ".join(words[:_LONG])


_BY_LABEL: Mapping[Label, Callable[[str, Mention], Iterator[_Given]]] = {
    Label.AGE: _age,
    Label.DATE_OF_BIRTH: _date,
    Label.DATE_OF_DEATH: _date,
    Label.PLACE: _place,
    Label.ADDRESS: _place,
    Label.ORGANISATION: _organisation,
    Label.ETHNICITY: _ethnicity,
    Label.NATIONALITY: _nationality,
    Label.LANGUAGE: _language,
    Label.RELIGION: _religion,
    Label.HEALTH: _health,
    Label.OFFENCE: _offence,
    Label.OCCUPATION: _occupation,
    Label.QUANTITY: _quantity,
    Label.LEGAL_STATUS: _state,
    Label.RELATION: _relation,
}
