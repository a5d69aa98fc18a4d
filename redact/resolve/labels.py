"""Labels in use → what they say: whom each is for by its own words, and which scheme a document follows.

A label is known by its role and its mark, whatever its case and however it is shortened: "CHILD K" is
"Child K", "MGM" is "Maternal Grandmother", "SW1" is "Social Worker 1".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.values.folding import fold
from redact.values.people import Label, Mention
from redact.values.schemes import Group, Scheme
from redact.values.text import Document

__all__ = ["LabelUse", "fits", "labels_in", "read_label", "scheme_of"]

_MARK = r"(?:[A-Za-z]{1,2}\d{0,2}|\d{1,2})"
_WITH_MARKS = re.compile(
    rf"(?P<role>[^\d,/&]*?[^\W\d_]{{2}})[ ](?P<marks>{_MARK}(?:(?:,? and |, | & |/){_MARK})*)"
)
_SHORT = re.compile(r"(?P<role>[A-Za-z]{1,6})(?P<marks>\d{1,2})")
_BETWEEN_MARKS = re.compile(r",? and |, | & |/")
_PLURALS = {"children": "child", "babies": "baby", "families": "family", "young people": "young person"}
_NEXT_LINE = re.compile(r"\n\d+$")  # the number may begin the next row of a list
# At a sentence's start the first word of "Maternal Grandmother" is no part of what was found.
_SIDE = re.compile(r"(?<![\w-])(?:(?:Maternal|Paternal|Birth|Foster|Great|Step)[ -])+$")
_PUBLISHED = ("Baby P",)  # what the press called a child whose name is public
_SHORTEST_ROLE = 4  # letters: a shorter word that means a slot is short for its first word


@dataclass(frozen=True, slots=True)
class LabelUse:
    """One label at one place; of "Children F and G" there are two with the same mention.

    `role` is in lower case and written out, `mark` in capitals or empty; both together are `name`, which is
    the same for every spelling of a label.
    """

    role: str
    mark: str = field(repr=False)
    mention: Mention
    document: str

    @property
    def name(self) -> str:
        """What the label is, whatever its spelling: "child X", "mother"."""
        return f"{self.role} {self.mark}".strip()

    @property
    def letters(self) -> frozenset[str]:
        """The letters of its mark."""
        return frozenset(letter for letter in self.mark if letter.isalpha())


def labels_in(
    mentions: Iterable[Mention], documents: Sequence[Document], scheme: Scheme
) -> tuple[LabelUse, ...]:
    """Read every label among mentions, in reading order.

    Args:
        scheme: for the words that mean the same role.
    """
    texts = {
        passage.id: (passage.text, document.id) for document in documents for passage in document.passages
    }
    order = {id_: number for number, id_ in enumerate(texts)}
    found = [one for one in mentions if one.label is Label.PSEUDONYM and one.span.passage in texts]
    found.sort(key=lambda one: (order[one.span.passage], one.span.start, one.span.end))
    uses = []
    for mention in found:
        text, document = texts[mention.span.passage]
        said = text[mention.span.start : mention.span.end]
        if _NEXT_LINE.search(said) or said in _PUBLISHED:
            continue
        side = _SIDE.search(text[: mention.span.start])
        for role, mark in read_label((side.group() if side else "") + said, scheme):
            uses.append(LabelUse(role, mark, mention, document))
    return tuple(uses)


def read_label(text: str, scheme: Scheme) -> Iterator[tuple[str, str]]:
    """Give role and mark of each label in a text: of "Children F, G and H" three, of "Mother" no mark."""
    plain = " ".join(fold(text, case=False).text.split())
    found = _WITH_MARKS.fullmatch(plain) or _SHORT.fullmatch(plain)
    if found is None:
        bare = len(plain) == 1 or (plain[:-1].isalpha() and len(plain) == 2 and plain.isupper())
        yield ("", plain.upper()) if bare else (_role(plain, scheme), "")
        return
    marks = _BETWEEN_MARKS.split(found["marks"])
    role = found["role"].casefold().replace("-", " ")
    if len(marks) > 1 or role in _PLURALS:
        role = _PLURALS.get(role, role.removesuffix("s"))
    for mark in marks:
        own = mark.rstrip("0123456789")
        if len(own) > 1 and scheme.slot_of(own) is not None:
            # "Partner 1, SW1" are two roles; "Partner 1, SW" is followed by a name.
            if own != mark:
                yield _role(own, scheme), mark[len(own) :]
        else:
            yield _role(role, scheme), mark.upper()


def scheme_of(uses: Sequence[LabelUse], schemes: Mapping[str, Scheme]) -> str | None:
    """Say which scheme the labels of one document follow: that which most of its family labels fit.

    Returns: none where there is no label of a child or a relative, or where none fits. Where two fit as
    well, the one that comes first by its id.
    """
    fitting: dict[str, set[str]] = defaultdict(set)
    for use in {use.name: use for use in uses}.values():
        for id_, scheme in schemes.items():
            if fits(use, scheme):
                fitting[id_].add(use.name)
    return max(sorted(fitting), key=lambda id_: len(fitting[id_]), default=None)


def fits(use: LabelUse, scheme: Scheme) -> bool:
    """Tell whether a scheme would write this label of a child or a relative."""
    kind = "{number}" if use.mark.isdigit() else use.mark
    if use.mark.isalpha():
        kind = "{letter}" if len(use.mark) == 1 else "{letters}"
    written = f"{use.role} {kind}".strip()
    return any(
        written == label.casefold().replace("-", " ")
        for slot in scheme.slots
        if slot.group in (Group.CHILD, Group.RELATIVE)
        for label in slot.labels
    )


def _role(role: str, scheme: Scheme) -> str:
    """Write a role out: "sw" is "social worker", "mum" is "mother"; a long word stays what it is."""
    plain = " ".join(role.casefold().replace("-", " ").split())
    slot = scheme.slot_of(plain) if len(plain) <= _SHORTEST_ROLE else None
    return slot.words[0] if slot else plain
