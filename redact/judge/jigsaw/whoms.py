"""Who the people of all documents of a call are: one key for one person, whatever each document calls them.

A label, a name and a role are one where the text sets them side by side, or where nobody else can be meant:
the only mother, the only child that is the subject. The subject is the child of whom a document speaks most.
What remains: two children of whom much is said are told apart by their labels alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redact.judge.jigsaw.kin import CHILDREN, KIN, SIBLINGS, class_of_label, role_words
from redact.judge.jigsaw.people import Person
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.vocabulary import vocabulary
from redact.judge.jigsaw.wordings import number_of
from redact.judge.phrases import words_of
from redact.values.jigsaw import Side, Whom
from redact.values.people import Entity, Label

__all__ = ["Scene", "Whoms", "whoms_from"]

_ABOVE = 3  # times as much is said of the subject as of another child
_GROWN = 18  # years
_YOUNG = vocabulary("aged born year month week boy girl baby child nursery school pupil toddler")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|PC|DC|DS|Sister|Nurse)\b")
_TITLE = 6  # places that one in a title counts for
_CHILD = Whom("child", "the child", Side.CHILD)
_FAMILY = Whom("family", "the family", Side.FAMILY)
_HOUSEHOLD = frozenset(("family", "parents", "children", "parent"))
# Roles of which a case has one each, so that a bare word and a label mean the same person.
_ONE_EACH = vocabulary("mother father stepmother stepfather partner grandmother grandfather guardian") | {
    f"{side} grand{who}" for side in ("maternal", "paternal") for who in ("mother", "father", "parents")
}
_IS = frozenset(("is", "was", "the", "his", "her", "their", "a", "an"))


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as it is read here: its sentences, who is spoken of in each, and who its names are."""

    document: str
    pieces: tuple[Piece, ...] = field(repr=False)
    people: tuple[tuple[Person, ...], ...] = field(repr=False)
    entities: Mapping[str, Entity] = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)  # of each entity, as it stands first


@dataclass(frozen=True, slots=True)
class Whoms:
    """Whom each entity and each role means, in every document of the call."""

    entities: Mapping[str, Whom]
    roles: Mapping[str, Whom]
    children: int

    def of(self, person: Person) -> Whom | None:
        """Give whom somebody spoken of is; none of a pronoun and of a thing with a label."""
        if person.entity:
            return self.entities.get(person.who)
        return self.of_role(person.who, person.owner, post=person.post) if person.who else None

    def of_role(self, name: str, owner: str = "", *, post: bool = False) -> Whom:
        """Give whom a role means; `owner` is of whom they are kin."""
        if post:
            return self.roles.get(name) or Whom(
                f"role:{name.replace(' ', '-')}", f"the {name}", Side.PROFESSIONAL
            )
        name = self._beside(name, owner)
        if name in CHILDREN:
            return _CHILD
        if name in _HOUSEHOLD:
            return _FAMILY
        known = self.roles.get(name)
        if known is not None:
            return known
        words, side = role_words(name)
        return Whom(f"role:{name.replace(' ', '-')}", words, side)

    def _beside(self, name: str, owner: str) -> str:
        """Turn "mother's mother" into a grandmother, and "mother's partner" into the partner."""
        of = self.entities.get(owner)
        whose = of.key.removeprefix("role:") if of else owner
        if whose in ("mother", "father"):
            side = "maternal" if whose == "mother" else "paternal"
            turned = {
                "mother": f"{side} grandmother",
                "father": f"{side} grandfather",
                "brother": "uncle",
                "sister": "aunt",
                "parents": f"{side} grandparents",
            }
            return turned.get(name, name)
        return name


def whoms_from(scenes: Sequence[Scene]) -> Whoms:
    """Say who everybody is, over all documents."""
    votes = _votes(scenes)
    classes: dict[str, str] = {}
    posts: dict[str, str] = {}
    entities: dict[str, Entity] = {}
    for scene in scenes:
        for id_, entity in scene.entities.items():
            if id_ not in entities:
                entities[id_] = entity
                classes[id_], posts[id_] = _class_of(entity, scene.texts[id_], votes[id_])
    subjects = _subjects(scenes, classes, votes)
    return _told_apart(entities, classes, posts, subjects)


def _class_of(entity: Entity, text: str, votes: Counter[str]) -> tuple[str, str]:
    usual = votes.most_common(1)[0][0] if votes else ""
    if text.casefold() in KIN:  # "Mo", as some call a mother
        return KIN[text.casefold()][0], ""
    if entity.label is Label.PSEUDONYM:
        name, post = class_of_label(tuple(words_of(text)))
        if name == "child" and any(vote in SIBLINGS for vote in votes):
            return "sibling", ""
        if name == "somebody" and usual:
            return usual.removeprefix("post:"), ""
        return name, post
    if usual.startswith("post:"):
        return "post", usual.removeprefix("post:")
    if usual in SIBLINGS:
        return "sibling", ""
    return ("child" if usual in CHILDREN else usual), ""


def _votes(scenes: Sequence[Scene]) -> dict[str, Counter[str]]:
    """Count which roles stand side by side with each label and name."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for scene in scenes:
        for piece, people in zip(scene.pieces, scene.people, strict=True):
            for person in people:
                if person.role:
                    votes[person.who][person.role] += 1
            for one, other in pairwise(people):
                for entity, role in ((one, other), (other, one)):
                    if entity.entity and role.who and not role.entity and _side_by_side(piece, one, other):
                        votes[entity.who][f"post:{role.who}" if role.post else role.who] += 1
            if piece.row and len(people) == 1 and not people[0].entity and people[0].who:
                for entity_id, text in scene.texts.items():
                    if text.casefold() == piece.row.strip().casefold() and len(piece.words) <= 4:
                        votes[entity_id][people[0].who] += 1
    return votes


def _side_by_side(piece: Piece, one: Person, other: Person) -> bool:
    gap = piece.text[piece.ends[one.last - 1] : piece.starts[other.first]]
    between = gap.strip(" \n")
    if one.entity and not other.entity:
        words = words_of(gap)
        if between.startswith(("(", ",")) and len(words) <= 1 and {*words} <= _IS:
            return not (between.startswith(",") and not words)
        return bool(words) and {*words} <= _IS and words[0] in ("is", "was") and len(words) == 2
    if other.possessive and not between:
        return not one.possessive
    return between in ("", "(", "\u2013", ",") and (between != "," or one.owner != "") and not one.possessive


def _subjects(
    scenes: Sequence[Scene], classes: Mapping[str, str], votes: Mapping[str, Counter[str]]
) -> dict[str, set[str]]:
    """Say of each document which entities are its subject; empty where only roles are."""
    found: dict[str, set[str]] = {}
    labels = Counter[str]()
    for scene in scenes:
        said = _said_of(scene)
        labelled = {id_ for id_ in scene.entities if classes[id_] == "child"}
        if not labelled:
            labelled = {
                id_
                for id_, entity in scene.entities.items()
                if entity.label is Label.PERSON and not classes[id_] and not _TITLED.match(scene.texts[id_])
            }
            labelled = labelled if _tells_of_a_child(scene) else set()
            labelled = {max(sorted(labelled), key=lambda id_: said[id_])} if labelled else set()
        labels.update({id_: said[id_] for id_ in labelled})
        found[scene.document] = labelled
    if len(labels) > 1:
        (first, most), (_, second) = labels.most_common(2)
        if most >= _ABOVE * second:
            return {document: {id_ for id_ in ids if id_ == first} for document, ids in found.items()}
    return found


def _said_of(scene: Scene) -> Counter[str]:
    said = Counter[str]()
    for number, (piece, people) in enumerate(zip(scene.pieces, scene.people, strict=True)):
        title = number < 2 or piece.is_heading or "subject" in piece.words or "concerns" in piece.words
        for person in people:
            if person.entity:
                said[person.who] += _TITLE if title else 1
    return said


def _tells_of_a_child(scene: Scene) -> bool:
    """Tell whether a document has words for a child, or gives somebody an age in few years."""
    for piece, people in zip(scene.pieces, scene.people, strict=True):
        if _YOUNG & {*piece.words}:
            return True
        for person in people:
            behind = piece.words[person.last : person.last + 3]
            if any(0 < (number_of(word) or 0) < _GROWN for word in behind):
                return True
    return False


def _told_apart(
    entities: Mapping[str, Entity],
    classes: Mapping[str, str],
    posts: Mapping[str, str],
    subjects: Mapping[str, set[str]],
) -> Whoms:
    by_class: dict[str, list[str]] = defaultdict(list)
    for id_ in entities:
        by_class[classes[id_]].append(id_)
    every = set[str]().union(*subjects.values())
    several = any(len(ids) > 1 for ids in subjects.values())
    told: dict[str, Whom] = {}
    roles: dict[str, Whom] = {}
    siblings = 0
    for id_, entity in entities.items():
        name = classes[id_]
        if id_ in every:
            told[id_] = Whom(id_, entity.mask, Side.CHILD) if several else _CHILD
        elif name == "child" or name in SIBLINGS or name == "sibling":
            siblings += 1
            told[id_] = Whom(f"sibling:{siblings}", entity.mask, Side.SIBLING)
        elif name == "post":
            told[id_] = Whom(id_, entity.mask, Side.PROFESSIONAL)
        elif name == "family":
            told[id_] = _FAMILY
        elif name in _ONE_EACH and len(by_class[name]) == 1:
            told[id_] = Whom(f"role:{name.replace(' ', '-')}", role_words(name)[0], Side.FAMILY)
        elif name and name not in ("thing", "somebody"):
            told[id_] = Whom(id_, entity.mask, role_words(name)[1])
        elif name != "thing":
            told[id_] = Whom(id_, entity.mask, Side.SOMEBODY)
    roles.update(_of_one_label(told, posts, by_class))
    return Whoms(told, roles, max(1, len(every)))


def _of_one_label(
    told: Mapping[str, Whom], posts: Mapping[str, str], by_class: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Whom]]:
    """Give the roles that only one label or name can mean: the only sibling, the only social worker."""
    short = {"sw": "social worker", "hv": "health visitor", "gp": "gp", "mw": "midwife", "sn": "school nurse"}
    siblings = [id_ for id_, whom in told.items() if whom.side is Side.SIBLING]
    if len(siblings) == 1:
        for role in ("sibling", "brother", "sister", "half-sibling", "half-brother", "half-sister"):
            yield role, told[siblings[0]]
    of_post: dict[str, list[str]] = defaultdict(list)
    for id_ in by_class.get("post", ()):
        of_post[short.get(posts[id_], posts[id_])].append(id_)
    for post, ids in of_post.items():
        if len(ids) == 1:
            yield post, told[ids[0]]
