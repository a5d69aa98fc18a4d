"""Labels in use → what is wrong with them: names beside them, people with two, labels of two, real initials.

Whom a label stands for is told by the documents themselves (a name beside it) or by the key of the case. A
wrong alarm costs a look; so what only seems odd (another style of label here and there) is said where a style
clearly rules. What remains: a label whose bearer no document and no key names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from redact.resolve.clashes import initials_of
from redact.resolve.label_links import Beside, aliases, names_beside, sexes_beside
from redact.resolve.labels import LabelUse, labels_in, read_label, scheme_of
from redact.resolve.names import spelled
from redact.values.key import Key, KeyPerson
from redact.values.labels import LabelFault, LabelFaultKind, LabelReading
from redact.values.people import Resolution
from redact.values.schemes import Group, Scheme
from redact.values.text import Document, Span

__all__ = ["read_labels"]

Kind = LabelFaultKind
_BASE = "child-x"  # the scheme whose words tell which roles are the same
_RULES = 5  # uses from which on one style of label rules in a document
_STRAY = 2  # uses up to which another style is a left-over beside it
_USES_LABELS = 3  # different labels from which on a document is one that uses labels


@dataclass(frozen=True, slots=True)
class _Call:
    """All labels of a call, and what stands beside them."""

    uses: tuple[LabelUse, ...]
    beside: tuple[Beside, ...]
    documents: tuple[Document, ...]
    scheme: Scheme
    key: Key | None

    def of_document(self) -> dict[str, list[LabelUse]]:
        found: dict[str, list[LabelUse]] = defaultdict(list)
        for use in self.uses:
            found[use.document].append(use)
        return found


def read_labels(
    resolution: Resolution,
    documents: Sequence[Document],
    schemes: Mapping[str, Scheme],
    *,
    key: Key | None = None,
    apart: Collection[str] = (),
) -> LabelReading:
    """Read the labels that documents use, hold them against each other, and against the key where it is open.

    Args:
        resolution: of these documents.
        schemes: all that are shipped, by id.
        key: of the case, where it is open.
        apart: ids of documents whose labels are their own: a form numbers its rows, a guide has examples.

    Returns: the faults in reading order of where they begin; of documents without labels there are none.
    """
    mentions = [mention for entity in resolution.entities for mention in entity.mentions]
    uses = labels_in([*mentions, *resolution.unresolved], documents, schemes[_BASE])
    beside = names_beside(uses, resolution, documents)
    whole = _Call(uses, beside, tuple(documents), schemes[_BASE], key)
    call = replace(
        whole,
        uses=tuple(use for use in uses if use.document not in apart),
        beside=tuple(one for one in beside if one.use.document not in apart),
    )
    faults = [
        *_keys_inside(whole),
        *_real_initials(call),
        *_two_labels(call),
        *_two_people(call),
        *_left_over(call),
        *_in_one_document(call),
    ]
    order = {passage.id: at for at, passage in enumerate(p for d in documents for p in d.passages)}
    faults.sort(key=lambda fault: (order[fault.spans[0].passage], fault.spans[0].start, fault.kind.value))
    # A scheme of invented names has the other labels of the one that it builds on.
    family = {
        id_: scheme
        for id_, scheme in schemes.items()
        if not scheme.names and any(slot.group.family for slot in scheme.slots)
    }
    follows = {id_: scheme_of(here, family) for id_, here in call.of_document().items()}
    return LabelReading(tuple(faults), MappingProxyType({k: v for k, v in follows.items() if v is not None}))


# ------------------------------------------------------------------ names beside labels


def _keys_inside(call: _Call) -> Iterator[LabelFault]:
    """Tell names beside labels: several in rows of one table or list are a key, all others stand alone."""
    tables: dict[object, list[Beside]] = defaultdict(list)
    alone: list[Beside] = []
    for one in call.beside:
        (tables[one.block] if one.row else alone).append(one)
    # A key may be written line by line, each a paragraph of its own.
    rows = [one for table in tables.values() if len(table) == 1 for one in table]
    lines: dict[str, list[Beside]] = defaultdict(list)
    for one in rows:
        lines[one.use.document].append(one)
    keys = [table for table in tables.values() if len(table) > 1]
    for listed in lines.values():
        keys.append(listed) if len(listed) > 1 else alone.extend(listed)
    for key in keys:
        spans = tuple(dict.fromkeys(one.use.mention.span for one in key))
        yield LabelFault(Kind.KEY_INSIDE, spans, f"{len(spans):,} labels stand beside real names, row by row")
    for one in alone:
        because = "a real name stands beside it, in brackets or as its meaning"
        yield LabelFault(Kind.NAME_BESIDE, (one.use.mention.span,), because)


# ------------------------------------------------------------------ whom a label stands for


def _real_initials(call: _Call) -> Iterator[LabelFault]:
    """Tell each label whose letter is an initial of its bearer, once for each document that uses it."""
    names: dict[str, set[str]] = defaultdict(set)
    for one in call.beside:
        names[one.use.name].add(one.text)
    for label, person in _in_key(call):
        names[label] |= {name.text for name in person.names}
    letters = {label: initials_of(texts) for label, texts in names.items()}
    seen: set[tuple[str, str]] = set()
    for use in call.uses:
        here = (use.document, use.name)
        if here not in seen and use.letters & {letter.upper() for letter in letters.get(use.name, ())}:
            seen.add(here)
            because = "a letter of it is an initial of whom it stands for"
            yield LabelFault(Kind.REAL_INITIAL, (use.mention.span,), because)


def _in_key(call: _Call) -> Iterator[tuple[str, KeyPerson]]:
    for person in call.key.people if call.key else ():
        if person.pseudonym is not None:
            for role, mark in read_label(person.pseudonym, call.scheme):
                yield f"{role} {mark}".strip(), person


def _two_labels(call: _Call) -> Iterator[LabelFault]:
    """Tell whoever has two labels: by the names beside them, by the key, or as the text itself says."""
    told = [(one.person, one.use.name, one.use) for one in call.beside if one.person is not None]
    because = "{:,} labels stand beside the names of one person"
    yield from _clashes(told, Kind.TWO_LABELS, Kind.TWO_LABELS_ACROSS, because)
    keyed = {spelled(name.text): label for label, person in _in_key(call) for name in person.names}
    for one in call.beside:
        if keyed.get(spelled(one.text), one.use.name) != one.use.name:
            because = "the key of the case has another label for whom it stands beside"
            yield LabelFault(Kind.TWO_LABELS, (one.use.mention.span,), because)
    yield from _said_twice(call)


def _said_twice(call: _Call) -> Iterator[LabelFault]:
    """Tell two labels of which the text says that they are one's, where both are used besides."""
    counted = Counter((use.document, use.name) for use in call.uses)
    said: set[tuple[str, str, str]] = set()
    for alias in aliases(call.uses, call.documents):
        names = (alias.one.document, alias.one.name, alias.other.name)
        used = all(counted[alias.one.document, use.name] > 1 for use in (alias.one, alias.other))
        if used and names not in said:
            said.add(names)
            spans = (alias.one.mention.span, alias.other.mention.span)
            yield LabelFault(Kind.TWO_LABELS, spans, "the text says that both are one, and uses both")


def _two_people(call: _Call) -> Iterator[LabelFault]:
    """Tell labels that two people have: by the names beside them, or as man and as woman."""
    told = [(one.use.name, one.person, one.use) for one in call.beside if one.person is not None]
    because = "it stands beside the names of {:,} people"
    yield from _clashes(told, Kind.TWO_PEOPLE, Kind.TWO_PEOPLE_ACROSS, because)
    sexes = [(use.name, sex, use) for use, sex in sexes_beside(call.uses, call.documents)]
    because = "it is said to be a man or boy here, a woman or girl there"
    yield from _clashes(sexes, Kind.TWO_PEOPLE, Kind.TWO_PEOPLE_ACROSS, because)


def _clashes(
    told: Sequence[tuple[str, str, LabelUse]], within: Kind, across: Kind, because: str
) -> Iterator[LabelFault]:
    """Tell what should have one answer and has several: in one document, or only over several of them.

    Args:
        told: what is asked about, an answer, and the label that gives it.
        because: in our words, with a place for the number of answers.
    """
    asked: dict[str, dict[str, dict[str, LabelUse]]] = defaultdict(lambda: defaultdict(dict))
    for what, answer, use in told:
        asked[what][use.document].setdefault(answer, use)
    for documents in asked.values():
        for here in documents.values():
            if len(here) > 1:
                yield LabelFault(within, _spans(here.values()), because.format(len(here)))
        answers = {answer for here in documents.values() for answer in here}
        if len(answers) > max(1, *(len(here) for here in documents.values())):
            # Each answer of each document, so that the places are the same in whatever order these come.
            places = [use for here in documents.values() for use in here.values()]
            yield LabelFault(across, _spans(places), because.format(len(answers)))


def _spans(uses: Iterable[LabelUse]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(use.mention.span for use in uses))


# ------------------------------------------------------------------ other schemes, other documents


def _left_over(call: _Call) -> Iterator[LabelFault]:
    """Tell labels that were taken back, and those of another style than the one that rules."""
    retired = {
        f"{role} {mark}".strip()
        for one in (call.key.retired if call.key else ())
        for role, mark in read_label(one.pseudonym, call.scheme)
    } - {label for label, _ in _in_key(call)}
    for here in call.of_document().values():
        firsts = {use.name: use for use in reversed(here)}
        for name in retired & set(firsts):
            because = "the key of the case has taken this label back"
            yield LabelFault(Kind.LEFT_OVER, (firsts[name].mention.span,), because)
        yield from _other_style(here, call.scheme)


def _other_style(here: Sequence[LabelUse], scheme: Scheme) -> Iterator[LabelFault]:
    """Tell children who are numbered where children have letters, the other way round, and stray initials."""
    styles: dict[str, list[LabelUse]] = defaultdict(list)
    for use in here:
        slot = scheme.slot_of(use.role)
        if slot is not None and slot.id == "child" and use.mark and not _two_letters(use):
            styles["letters" if use.letters else "numbers"].append(use)
    for style, uses in styles.items():
        others = [use for own, many in styles.items() if own != style for use in many]
        if 0 < len(uses) <= _STRAY and len(others) >= _RULES * len(uses):
            spans = tuple(use.mention.span for use in uses)
            because = f"the other children of this document are labelled by {_other(style)}"
            yield LabelFault(Kind.LEFT_OVER, spans, because)
    family = [use for use in here if _is_family(use, scheme)]
    stray = [use for use in family if _two_letters(use)]
    if 0 < len(stray) <= _STRAY and len(family) - len(stray) >= _RULES:
        because = (
            "it has two letters, as initials are written, and the other labels of this document have not"
        )
        yield LabelFault(Kind.LEFT_OVER, tuple(use.mention.span for use in stray), because)


def _two_letters(use: LabelUse) -> bool:
    return len(use.mark) == len(use.letters) == 2


def _other(style: str) -> str:
    return "numbers" if style == "letters" else "letters"


def _in_one_document(call: _Call) -> Iterator[LabelFault]:
    """Tell labels of the family that one document uses and no other one that uses labels."""
    by_document = {
        id_: {use.name: use for use in reversed(here) if _is_family(use, call.scheme)}
        for id_, here in call.of_document().items()
    }
    using = {id_: labels for id_, labels in by_document.items() if len(labels) >= _USES_LABELS}
    if len(using) < 2:
        return
    counted = Counter(name for labels in by_document.values() for name in labels)
    for labels in using.values():
        spans = tuple(use.mention.span for name, use in labels.items() if counted[name] == 1)
        if spans:
            many = (
                "1 label of the family stands"
                if len(spans) == 1
                else f"{len(spans):,} labels of the family stand"
            )
            because = f"{len(using):,} documents use labels, and {many} in this one only"
            yield LabelFault(Kind.ONE_DOCUMENT, tuple(dict.fromkeys(spans)), because)


def _is_family(use: LabelUse, scheme: Scheme) -> bool:
    slot = scheme.slot_of(use.role)
    return slot is not None and slot.group in (Group.CHILD, Group.RELATIVE)
