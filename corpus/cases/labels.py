"""The labels of a case: "Child X", "Parent 1", "SW1", in one of the three ways that reviews have."""

from __future__ import annotations

from corpus.cases.draw import Draw
from corpus.cases.family import Family
from corpus.cases.numbers import folded
from corpus.cases.roles import REVIEW, STAFF
from corpus.cases.values import Sex

__all__ = ["labels_of"]

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
# Role: in the way of toolkits (Parent 1), of reports (Mother, MGM), of letters (Adult B).
_WAYS = {
    "mother": ("Parent 1", "Mother", "Adult A"),
    "father": ("Parent 2", "Father", "Adult B"),
    "partner": ("Partner 1", "Partner 1", "Adult C"),
    "exp": ("Parent 3", "Father 2", "Adult D"),
    "gran": ("MGM", "MGM", "MGM"),
    "grandad": ("MGF", "MGF", "MGF"),
    "pgran": ("PGM", "PGM", "PGM"),
    "aunt": ("Maternal Aunt 1", "Aunt 1", "Adult E"),
    "uncle": ("Maternal Uncle 1", "Uncle 1", "Adult F"),
    "cousin": ("Cousin 1", "Cousin 1", "Cousin A"),
    "friend": ("Friend 1", "Friend 1", "Adult G"),
    "neighbour": ("Neighbour 1", "Neighbour 1", "Neighbour A"),
    "lodger": ("Adult 1", "Adult 1", "Adult H"),
}


def labels_of(draw: Draw, family: Family) -> dict[str, str]:
    """A label for every role; no letter of the child's is one of its initials."""
    members, way = family.members, draw.rng.randrange(3)
    child = members["child"]
    initials = {folded(child.first)[0].upper(), folded(child.last)[0].upper()}
    letter = draw.rng.choice([letter for letter in _LETTERS if letter not in initials])
    found = {role: ways[way] for role, ways in _WAYS.items()}
    young = (family.frame.incident - child.born).days < 400
    found["child"] = f"{'Baby' if young and draw.chance(0.4) else 'Child'} {letter}"
    counts: dict[str, int] = {}
    for role in ("sib", "sib2"):
        if role in members:
            half = members[role].father != child.father or not child.father
            stem = ("Half Sibling", "Half Brother" if members[role].sex is Sex.MALE else "Half Sister",
                    "Half Sibling")[way] if half else "Sibling"  # fmt: skip
            counts[stem] = counts.get(stem, 0) + 1
            found[role] = f"{stem} {counts[stem]}"
    for each in (*STAFF, *REVIEW):
        if each.name in ("author", "chair", "bm") or each.label.startswith("Panel"):
            found[each.name] = each.label
            continue
        counts[each.label] = counts.get(each.label, 0) + 1
        found[each.name] = f"{each.label}{counts[each.label]}"
    return found
