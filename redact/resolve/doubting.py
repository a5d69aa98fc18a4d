"""Doubts of a link that the name alone would allow: a wrong merge is worse than a split.

Somebody may share a surname, a short form or initials with a person who never stands with a whole name. What
is weak on its own (a sound, half a name, initials) is believed where its document names the person besides,
and two names that one sentence puts side by side are two people's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.resolve.another import is_another
from redact.resolve.anybodys import Anybodys, is_signed
from redact.resolve.apart import kin_kind
from redact.resolve.callings import calling_of, is_grown_up
from redact.resolve.excluding import is_of_another
from redact.resolve.listed import alike_beside, beside_another, listed_as_two
from redact.resolve.lists import forenames, kinship, spellings_of
from redact.resolve.names import Form
from redact.resolve.own_names import her_own_names
from redact.resolve.persons import Person
from redact.resolve.relatives import is_relative_of
from redact.resolve.shortening import lengthened
from redact.resolve.slips import SHORTEST, is_near
from redact.resolve.surroundings import Seen, sex_of, spans_between
from redact.values.persons import Because
from redact.values.text import Passage

__all__ = ["Found", "with_doubts_of"]

# Who could be meant by a mention, and why.
Found = tuple[Sequence[Person], Because]

_REACH = 60
# Before a surname that somebody had or has taken, whoever that is.
_FORMER = re.compile(
    r"(?:\b(?:n[ée]e|prev(?:ious(?:ly)?)?|formerly|once|surname|maiden[ ]name|old[ ]name|side)[ :]+"
    r"|(?<!before[ ])(?<!since[ ])\b(?:s?he|they)[ ](?:was|were|had[ ]been)[ ]"
    r"|\b(?:years?|months?|time|spell|while)[ ]as[ ]|\bsurnames\b[^.;]{0,40},[ ])[\"“'‘(]?$",
    re.IGNORECASE,
)
_NAME_TILL = re.compile(r"\t(?:to|until|till)[ ](?:\w+[ ])?\d{4}\b")  # behind a surname that fills its cell
_WAS = re.compile(r"\bnow\s[\w'’-]+,\swas\s[\"“'‘(]?$", re.IGNORECASE)
_WEAK = frozenset({Because.SOUND, Because.CUT, Because.HALF})
# Times that all documents of a call name her, without whom a document that does not name her gives her no
# initials: the more, if somebody else's name begins with one of the letters.
_BOTH = 2
_OFTEN = 20
_SELDOM = 12  # times that a surname stands alone; where it stands often, the call calls its bearer so
_ENOUGH = (5, _OFTEN, _OFTEN)
_LEFT_OUT = 2  # letters at the end of a forename that its short form leaves out: Habib is no Habiba
_LONG = 6  # letters of a name that another may sound like by chance hardly ever
_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class _Case:
    """What all mentions of a call tell of one: who is named where, and with what parts of names begin."""

    # Document and person: how often she is named there, but for initials.
    named: Counter[tuple[str, str]] = field(repr=False)
    times: Counter[str] = field(repr=False)  # person: the same over all documents
    # The letters with which forenames and surnames begin of those who never stand with a whole name.
    firsts: frozenset[str] = field(repr=False)
    lasts: frozenset[str] = field(repr=False)
    by_itself: bool  # one document is read, which seldom names everybody of a family
    anybodys: Anybodys
    parts: Counter[str] = field(repr=False)  # how often each part of a name is written so
    starts: Mapping[str, set[str]] = field(repr=False)  # three letters, and whose forename begins with them
    alone: Counter[str] = field(repr=False)  # how often a single name stands in the call


def with_doubts_of(
    seen: Sequence[Seen],
    found: Sequence[Found],
    by_passage: Mapping[str, Sequence[Seen]],
    passages: Mapping[str, Passage],
    whose: Mapping[str, str],
    anybodys: Anybodys,
) -> list[Found]:
    """Take back what may be somebody else's.

    Args:
        found: for each of `seen`, in its order, who could be meant.
        whose: for each passage its document.
        anybodys: initials that may be anybody's.
    """
    alone = {id(one): who[0].sort for one, (who, _) in zip(seen, found, strict=True) if len(who) == 1}
    two = list(alike_beside(by_passage, passages, alone))
    if len(set(whose.values())) == 1:
        two += _of_two_forenames(by_passage, passages)
    by_id = {id(one): told for one, told in zip(seen, found, strict=True)}
    two += listed_as_two(by_passage, passages, by_id)
    others = (*beside_another(by_passage, passages, by_id), *her_own_names(seen, found, whose))
    doubted = {id(one) for one in (*two, *others)} | {
        id(one)
        for one in seen
        if one.name.form is Form.SINGLE and is_another(one, passages[one.mention.span.passage].text)
    }
    doubted |= {
        id(one)
        for one, (who, _) in zip(seen, found, strict=True)
        if one.name.form is Form.SINGLE and len(who) == 1
        if is_relative_of(one, passages[one.mention.span.passage].text, who[0].firsts)
    }
    # Where two of one surname stand side by side anywhere, the surname alone is either's everywhere.
    shared = {(alone[id(one)], one.name.last) for one in two if id(one) in alone}
    doubted |= {
        id(one)
        for one, (who, _) in zip(seen, found, strict=True)
        if one.name.form is Form.SINGLE and not one.role and len(who) == 1
        if (who[0].sort, one.name.last) in shared and one.name.last not in who[0].firsts
    }
    case = _case(seen, found, whose, anybodys)
    return [
        _another(who, why)
        if len(who) == 1 and (id(one) in doubted or _is_doubtful(one, who[0], why, case, passages, whose))
        else _of_initials(one, who, why, case, passages, whose)
        for one, (who, why) in zip(seen, found, strict=True)
    ]


def _another(found: Sequence[Person], why: Because) -> Found:
    """Put a stranger beside the only one who could be meant."""
    return (found[0], Person(f"another {found[0].sort}")), Because.OPEN


def _case(
    seen: Sequence[Seen],
    found: Sequence[Found],
    whose: Mapping[str, str],
    anybodys: Anybodys,
) -> _Case:
    named: Counter[tuple[str, str]] = Counter()
    firsts: set[str] = set()
    lasts: set[str] = set()
    starts: dict[str, set[str]] = defaultdict(set)
    for one, (who, why) in zip(seen, found, strict=True):
        if len(who) != 1 or one.name.form is Form.INITIALS or why in _WEAK:
            continue
        named[whose[one.mention.span.passage], who[0].sort] += 1
        for first in who[0].firsts:
            starts[first[: SHORTEST - 1]].add(who[0].sort)
        if one.name.form is Form.SINGLE and not who[0].firsts:
            firsts |= {one.name.last[0]} if not one.role else set()
            lasts |= {one.name.last[0]} if one.name.last not in forenames() else set()
    times: Counter[str] = Counter()
    for (_, sort), number in named.items():
        times[sort] += number
    by_itself = len(set(whose.values())) == 1
    parts = Counter(part for one in seen for part in {one.name.first, one.name.last})
    alone = Counter(one.name.last for one in seen if one.name.form is Form.SINGLE)
    return _Case(named, times, frozenset(firsts), frozenset(lasts), by_itself, anybodys, parts, starts, alone)


def _of_two_forenames(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage]
) -> Iterator[Seen]:
    """Find a surname behind two forenames that stand with it: whose it is alone is told by neither."""
    before: dict[str, dict[str, Seen]] = defaultdict(dict)
    for id_, mentions in by_passage.items():
        for one, other, between in spans_between(mentions, passages[id_]):
            forms = {one.name.form, other.name.form} <= {Form.SINGLE, Form.OTHER}
            if between == " " and forms and not other.role and one.name.last != other.name.last:
                before[other.name.last][one.name.last] = other
    for firsts in before.values():
        if len(firsts) > 1:
            yield from firsts.values()


def _is_doubtful(
    one: Seen,
    person: Person,
    why: Because,
    case: _Case,
    passages: Mapping[str, Passage],
    whose: Mapping[str, str],
) -> bool:
    """Tell whether a single name may be that of somebody who is not known."""
    if one.name.form is not Form.SINGLE or why is Because.CELL:
        return why is Because.HALF or _is_related_otherwise(one, person)
    part = one.name.last
    named, often = case.named[whose[one.mention.span.passage], person.sort], case.times[person.sort] >= _OFTEN
    if why is Because.SOUND and not named and _is_another_spelling(part, person, case):
        return True
    if person.is_child and not person.callings and calling_of(one.role) and part in person.firsts:
        return not is_of_another(passages[one.mention.span.passage].text, one.mention.span)
    if why is Because.SPELLED and calling_of(one.role) and calling_of(one.role) not in person.callings:
        return True
    if why in _WEAK:
        begun = any(first.startswith(part) for first in person.firsts)
        if why is Because.CUT and len(part) > SHORTEST and begun and part in forenames():
            return True  # Samra is no Samrawit, but Shaku is Shakuntala: it is no name of its own
        if _is_plain(part, person, why):
            family = often and (person.is_child or person.kin) and case.starts.get(part) == {person.sort}
            return len(part) < SHORTEST and not (named or family)
        near = len(part) > SHORTEST and any(is_near(part, first) for first in person.firsts)
        alike = why is Because.SOUND and (near or len(part) >= _LONG)
        grown = why is Because.CUT and bool(person.firsts & set(lengthened(part)))
        return not ((often and (alike or grown)) or (why is Because.SOUND and named))
    if why is Because.SPELLED and part in forenames():
        return not named  # Steven may be another than Stephen: both are common
    if why is Because.SLIP and len(part) <= SHORTEST:
        # Too many short names are a letter apart, where none is doubled, left out or exchanged.
        return not any(sorted(set(part)) == sorted(set(own)) for own in person.firsts | person.lasts)
    if part in person.lasts and part not in person.firsts:
        return _is_surname_of_another(one, person, case, passages[one.mention.span.passage].text)
    return False


def _is_surname_of_another(one: Seen, person: Person, case: _Case, text: str) -> bool:
    """Tell whether a surname alone may be that of a parent, a former one, or another's forename."""
    part = one.name.last
    if person.is_child and is_grown_up(one.role):
        return not person.is_grown_up  # "Father Rook" is no child's name
    if one.role or not person.firsts:
        return False
    if all(len(first) == 1 for first in person.firsts) and (part in forenames() or spellings_of(part)):
        return True  # beside an S. Abdi, Abdi may be somebody's forename
    before = text[: one.mention.span.start]
    family = (person.is_child or person.kin) and person.lasts == {part} and not person.callings
    seldom = case.alone[part] <= _SELDOM and _is_fathers(part, person, before)
    if family and (case.by_itself or seldom):
        return True  # by a child's surname her father is called sooner than she
    till = before[-1:] == "\t" and _NAME_TILL.match(text, one.mention.span.end)
    former = person.lasts == {part} and (_FORMER.search(before[-_REACH:]) or till)
    return bool(_WAS.search(before[-40:]) or former)


def _is_fathers(part: str, person: Person, before: str) -> bool:
    """Tell whether a surname is that of a child, alone, and no double one, which only she may have."""
    addressed = any(map(sex_of, person.roles))  # Mrs Ida Rook is no child, whatever a word beside her says
    child = person.is_child and not (person.is_grown_up or addressed) and "-" not in part and " " not in part
    return child and before.rstrip(" ").rpartition(" ")[2].casefold() not in person.firsts


def _is_related_otherwise(one: Seen, person: Person) -> bool:
    """Tell whether "J. Rook = cousin" is said of somebody who is known as the child, or as something else."""
    if one.name.form is not Form.INITIAL_LAST or one.relation not in kinship():
        return False
    said, *own = (
        (kin_kind(word) or word).split()[-1]
        for word in (one.relation, *sorted(person.relations & kinship()), *(("child",) * person.is_child))
    )
    return bool(own) and said not in own


def _is_another_spelling(part: str, person: Person, case: _Case) -> bool:
    """Tell whether a spelling stands oftener than hers, which stands more than once: Innes may be no Ines."""
    own = max((case.parts[first] for first in person.firsts), default=0)
    return 1 < own < case.parts[part]


def _is_plain(part: str, person: Person, why: Because) -> bool:
    """Tell whether a weak reason is a good one: a part of the very forename, or a letter doubled."""
    if why is Because.CUT:
        words = [word for first in person.firsts for word in first.split("-")]
        return any(word.endswith(part) or word[:-_LEFT_OUT].startswith(part) for word in words)
    if why is Because.SOUND:
        return any(_DOUBLE.sub(r"\1", part) == _DOUBLE.sub(r"\1", first) for first in person.firsts)
    return False


def _of_initials(
    one: Seen,
    found: Sequence[Person],
    why: Because,
    case: _Case,
    passages: Mapping[str, Passage],
    whose: Mapping[str, str],
) -> Found:
    """Give initials to the only one whom they fit where her document names her; elsewhere they are anybody's.

    The more so the more people there are of whom a part of a name begins with each of the letters.
    """
    told = why is Because.CELL or len(found) != 1  # by what stands beside it, or by nothing
    if one.name.form is not Form.INITIALS or told or not found[0].firsts:
        return found, why
    person, document = found[0], whose[one.mention.span.passage]
    if one.role and calling_of(one.role) in person.callings:
        return found, why
    if person.kin and not person.callings and is_signed(one, passages[one.mention.span.passage].text):
        return _another(found, why)  # who signs and sits on panels is a worker sooner
    letters = one.name.last
    family = (person.kin or person.is_child) and not person.callings
    if letters in case.anybodys.twice or (
        family and document in case.anybodys.labelled and not case.named[document, person.sort]
    ):
        return _another(found, why)
    fitting = (letters[0] in case.firsts) + (letters[-1] in case.lasts)
    named = case.named[document, person.sort]
    times = case.times[person.sort]
    if (named and (fitting < _BOTH or times > 1)) or times >= _ENOUGH[fitting]:
        return found, why
    if named:
        return _another(found, why)
    return (Person(f"initials {document} {letters}"),), Because.ALONE
