"""Who is spoken of in a sentence: labels, names, words of kinship, posts and pronouns, in their order.

Each is said in one of four ways: by a label, a name or a role that stands as one ("Mother"); as one who is
known ("the mother", "his brother", "she"); as somebody ("a boy"); or as anybody ("mothers", "any child").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from redact.judge.jigsaw.kin import KIN, PLURALS, POST_HEADS, SIBLINGS, post_of
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.saying import BREAKS, COUNTED, Said, said_of
from redact.judge.jigsaw.vocabulary import vocabulary
from redact.judge.jigsaw.wordings import number_of

__all__ = ["Named", "Person", "Said", "people_in"]


@dataclass(frozen=True, slots=True)
class Named:
    """A name or a label in a passage: the id of its entity, and half-open code points."""

    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody spoken of: half-open numbers of words in the sentence.

    `who` is the id of an entity, or a role of `kin`; empty for a pronoun. `owner` says of whom they are kin,
    as `who`. `head` is the number of the last word of what they are called.
    """

    first: int
    last: int
    who: str
    said: Said
    sex: str = ""
    plural: bool = False
    pronoun: bool = False
    post: bool = False
    entity: bool = False
    owner: str = ""
    role: str = ""  # of one who is called by name beside a word of kinship
    possessive: bool = False


_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY = frozenset(("they", "them", "their", "theirs"))
_NEAR = 3  # words between a genitive and whose kin it says
_AGE = 2  # words before "old"
_GROWN = 18
_UNITS = frozenset(("year", "month", "week", "day"))
_OTHER = vocabulary("older elder other another younger second third fourth middle surviving remaining")
_STEP = {
    "half": "half-",
    "step": "step-",
    "foster": "foster-",
    "adoptive": "",
    "birth": "",
    "great": "great-",
}
_NEVER = frozenset(("sister", "guardian", "lead", "head", "staff", "chair", "leader", "director"))
# Behind these a word of kinship is no person: "mother tongue", "child protection", "family court".
_COMPOUND = vocabulary(
    "protection abuse cruelty neglect tongue court centre support group groups worker workers doctor "
    "minder care benefit exploitation death deaths welfare development practice health safeguarding "
    "sexual trafficking social life home proceedings law therapy tree law nurse partnership liaison "
    "intervention members member house school schools abduction review reviews minding poverty "
    "and-baby maintenance services service team physical seat line friendly room teacher visits "
    "friend arrangements plan conference unit finances"
)
_OF_CHILDREN = vocabulary(
    "service services home homes centre centres ward wards hospital social guardian commissioner board trust"
    " act plan plans unit panel department partnership refuge aid"
)
_KEEPS = frozenset(("member", "members", "friend", "home", "house"))

# No other word begins or ends what somebody is called.
_TELLING = frozenset((*_HE, *_THEY, *KIN, *POST_HEADS, "young", "old", "subject"))
_ENDINGS = ("s", "ologist")


def people_in(piece: Piece, named: Sequence[Named]) -> list[Person]:
    """Give who is spoken of in a sentence, in order; `named` are the names and labels inside it."""
    found: list[Person] = []
    taken = set[int]()
    for each in named:
        first, last = piece.at(each.start), piece.at(each.end - 1) + 1
        if first < last <= len(piece.words):
            taken.update(range(first, last))
            possessive = piece.text[each.end : each.end + 2] in ("'s", "\u2019s") or piece.text[
                each.start : each.end
            ].endswith(("'s", "\u2019s"))
            found.append(Person(first, last, each.entity, Said.NAMED, entity=True, possessive=possessive))
    for at, word in enumerate(piece.words):
        if at in taken or not (word in _TELLING or word.endswith(_ENDINGS)):
            continue
        person = (
            _pronoun(word, at) or _kin(piece, at) or _young(piece, at) or _old(piece, at) or _post(piece, at)
        )
        if person is not None and not taken & {*range(person.first, person.last)}:
            found.append(person)
    found.sort(key=lambda person: person.first)
    return _owned(piece, [person for person in found if not _is_number(piece, person)])


def _is_number(piece: Piece, person: Person) -> bool:
    """Tell whether people are only counted: "the youngest of five siblings"."""
    if not person.plural or person.entity or person.first < 2:
        return False
    words = piece.words[max(0, person.first - 3) : person.first]
    if words[-2:] == ("one", "of"):
        return True
    return any(word == "of" and following in COUNTED for word, following in pairwise(words))


def _pronoun(word: str, at: int) -> Person | None:
    if word in _HE:
        return Person(at, at + 1, "", Said.KNOWN, _HE[word], pronoun=True, possessive=word in ("his", "her"))
    if word in _THEY:
        return Person(at, at + 1, "", Said.KNOWN, plural=True, pronoun=True, possessive=word == "their")
    return None


def _kin(piece: Piece, at: int) -> Person | None:
    word = piece.words[at]
    raw = piece.text[piece.starts[at] : piece.ends[at]]
    possessive = raw[-2:] in ("'s", "\u2019s") or piece.text[piece.ends[at] : piece.ends[at] + 1] in (
        "'",
        "\u2019",
    )
    if raw[-2:] in ("'s", "\u2019s"):
        word = word[:-1]
    known = KIN.get(word)
    if known is None or _is_compound(piece, at) or (len(word) == 2 and not piece.capital(at)):
        return None
    name, sex = known
    first, name = _wider(piece, at, name)
    said = said_of(piece, first, word, name)
    return Person(first, at + 1, name, said, sex, plural=word in PLURALS, possessive=possessive)


def _wider(piece: Piece, at: int, name: str) -> tuple[int, str]:
    """Read a word of kinship with what stands before it: "half sister", "maternal grandmother"."""
    first, number = at, at - 1
    while number >= 0 and not piece.gap(number + 1).strip(" -"):
        word = piece.words[number]
        if word in _STEP:
            name = _STEP[word] + name if not (word == "step" and name.startswith("step")) else name
        elif word in ("maternal", "paternal"):
            name = f"{word} {name}"
        elif word == "twin" and name in SIBLINGS:
            pass
        elif word in _OTHER and name in ("child", "son", "daughter"):
            name = "sibling"
        elif word in ("older", "elder", "younger", "little", "big") and name in SIBLINGS:
            pass
        else:
            break
        first, number = number, number - 1
    return first, name.replace("step-mother", "stepmother").replace("step-father", "stepfather")


def _young(piece: Piece, at: int) -> Person | None:
    """Read "young person", "young man"."""
    if piece.words[at] == "subject" and _is_the_child(piece, at):
        return Person(at, at + 1, "child", Said.KNOWN)
    if piece.words[at] != "young" or at + 1 >= len(piece.words):
        return None
    if piece.words[at + 1] != "person":
        return None
    return Person(at, at + 2, "child", said_of(piece, at, "person", "child"))


def _is_the_child(piece: Piece, at: int) -> bool:
    """Tell whether "the subject" is that of the review, and not of a plan."""
    if not at or piece.words[at - 1] != "the":
        return False
    behind = piece.words[at + 1 : at + 6]
    if behind[:1] == ("of",):
        return bool({"review", "report", "case"} & {*behind})
    return behind[:1] != () and behind[0] in ("is", "was", "had", "has", "lived", "lives", "died")


def _old(piece: Piece, at: int) -> Person | None:
    """Read an age that stands for somebody: "the nine-month-old had been dropped"."""
    if piece.words[at] != "old" or at < _AGE or piece.words[at - 1] not in _UNITS:
        return None
    value = number_of(piece.words[at - 2])
    if value is None or (value >= _GROWN and piece.words[at - 1] == "year"):
        return None
    if at + 1 < len(piece.words) and not piece.gap(at + 1).strip():
        following = piece.words[at + 1]
        if following not in BREAKS and not following.endswith("ed"):
            return None  # "a three-year-old boy"
    said = said_of(piece, at - 2, "old", "child")
    return Person(at - 2, at + 1, "child", said) if said >= Said.SOMEBODY and at > _AGE else None


def _post(piece: Piece, at: int) -> Person | None:
    post = post_of(piece.words, at)
    heads = piece.words[at] == "head" and post is not None  # "the head of the nursery"
    if post is None or (post[0] in _NEVER and post[1] == at and not heads):
        return None
    plural = piece.words[at].endswith("s") and not piece.text[piece.starts[at] : piece.ends[at]].endswith(
        ("'s", "\u2019s")
    )
    said = said_of(piece, post[1], piece.words[at], post[0])
    plural = plural and piece.words[at] != "nurses"[:-1]
    if plural and said is not Said.KNOWN:
        said = Said.ANYBODY
    return Person(post[1], at + 1, post[0], said, plural=plural, post=True)


def _is_compound(piece: Piece, at: int) -> bool:
    """Tell whether a word of kinship is part of another word: "child protection", "mother tongue"."""
    if at + 1 >= len(piece.words) or piece.gap(at + 1).strip(" -"):
        return False
    raw = piece.text[piece.starts[at] : piece.ends[at]]
    following = piece.words[at + 1]
    if raw[-2:] in ("'s", "\u2019s"):
        return piece.words[at] in ("childrens", "womens") and following in _OF_CHILDREN
    return following in _COMPOUND and not (following in _KEEPS and piece.words[at] != "family")


def _owned(piece: Piece, found: list[Person]) -> list[Person]:
    """Say of each of whom they are kin, where the words right before it do."""
    made: list[Person] = []
    for at, person in enumerate(found):
        made.append(_of_whom(piece, found[at - 1], person) if at else person)
    return [_called(piece, made, at) for at in range(len(made))]


def _of_whom(piece: Piece, before: Person, person: Person) -> Person:
    """Say of whom somebody is kin, where the one before stands in the genitive."""
    if not before.possessive or person.first - before.last > _NEAR or person.pronoun:
        return person
    between = piece.text[piece.ends[before.last - 1] : piece.starts[person.first]]
    if set(between) & set(".,;:()"):
        return person
    said = max(person.said, Said.KNOWN) if before.entity else person.said
    return replace(person, owner=before.who or before.sex or "they", said=said)


def _called(piece: Piece, people: Sequence[Person], at: int) -> Person:
    """Give a word of kinship the name that stands beside it: "his mother, Ms X, was"."""
    person = people[at]
    following = people[at + 1] if at + 1 < len(people) else None
    if person.entity or person.pronoun or person.possessive or following is None or not following.entity:
        return person
    gap = piece.text[piece.ends[person.last - 1] : piece.starts[following.first]].strip()
    behind = piece.gap(following.last).strip() if following.last < len(piece.words) else "."
    called = gap in ("", "(", "\u2013") or (
        gap == "," and behind[:1] in (",", ".", ";", ")") and person.said > 0
    )
    if not called or person.post or person.said < Said.SOMEBODY:
        return person
    return replace(person, who=following.who, entity=True, said=Said.NAMED, role=person.who)
