"""Labels in use → what is wrong with them: names beside them, people with two, labels of two, real initials.

Whom a label stands for is told by the documents themselves (a name beside it) or by the key of the case. A
wrong alarm costs a look; so what only seems odd (another style of label here and there) is said where a style
clearly rules. What remains: a label whose bearer no document and no key names.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from redact.resolve.clashes import initials_of
from redact.resolve.label_call import LabelCall, in_key
from redact.resolve.label_links import Beside, aliases, names_beside, sexes_beside
from redact.resolve.label_styles import in_one_document, left_over
from redact.resolve.labels import LabelUse, labels_in, scheme_of
from redact.resolve.labels_told import labels_told
from redact.resolve.names import spelled
from redact.values.key import Key
from redact.values.labels import LabelFault, LabelFaultKind, LabelReading
from redact.values.people import Resolution
from redact.values.schemes import Scheme
from redact.values.text import Document, Span

__all__ = ["read_labels"]

Kind = LabelFaultKind
_BASE = "child-x"  # the scheme whose words tell which roles are the same


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
    known = {entity.id: entity.known.of for entity in resolution.entities if entity.known}
    whole = LabelCall(uses, beside, tuple(documents), schemes[_BASE], key, known)
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
        *left_over(call),
        *in_one_document(call),
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
    followed = MappingProxyType({k: v for k, v in follows.items() if v is not None})
    return LabelReading(tuple(faults), followed, labels_told(uses, beside, documents))


# ------------------------------------------------------------------ names beside labels


def _keys_inside(call: LabelCall) -> Iterator[LabelFault]:
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


def _real_initials(call: LabelCall) -> Iterator[LabelFault]:
    """Tell each label whose letter is an initial of its bearer, once for each document that uses it."""
    names: dict[str, set[str]] = defaultdict(set)
    for one in call.beside:
        names[one.use.name].add(one.text)
    real = _real_names(call)
    for one in call.beside:
        names[one.use.name] |= real.get(call.known.get(one.person or "", ""), set())
    for label, bearer in in_key(call):
        names[label] |= real[bearer.id]
    letters = {label: initials_of(texts) for label, texts in names.items()}
    seen: set[tuple[str, str]] = set()
    for use in call.uses:
        here = (use.document, use.name)
        if here not in seen and use.letters & {letter.upper() for letter in letters.get(use.name, ())}:
            seen.add(here)
            because = "a letter of it is an initial of whom it stands for"
            yield LabelFault(Kind.REAL_INITIAL, (use.mention.span,), because)


def _real_names(call: LabelCall) -> dict[str, set[str]]:
    """Give by id the names of everybody and everything of the key."""
    if call.key is None:
        return {}
    people = {one.id: {name.text for name in one.names} for one in call.key.people}
    return people | {one.id: {name.text for name in one.names} for one in call.key.things}


def _two_labels(call: LabelCall) -> Iterator[LabelFault]:
    """Tell whoever has two labels: by the names beside them, by the key, or as the text itself says."""
    told = [(one.person, one.use.name, one.use) for one in call.beside if one.person is not None]
    because = "{:,} labels stand beside the names of one person"
    yield from _clashes(told, Kind.TWO_LABELS, Kind.TWO_LABELS_ACROSS, because)
    keyed = {spelled(name.text): label for label, bearer in in_key(call) for name in bearer.names}
    labels: dict[str, set[str]] = defaultdict(set)
    for label, bearer in in_key(call):
        labels[bearer.id].add(label)
    for one in call.beside:
        his = labels[call.known.get(one.person or "", "")] or {keyed.get(spelled(one.text), one.use.name)}
        if one.use.name not in his:
            because = "the key of the case has another label for whom it stands beside"
            yield LabelFault(Kind.TWO_LABELS, (one.use.mention.span,), because)
    yield from _said_twice(call)


def _said_twice(call: LabelCall) -> Iterator[LabelFault]:
    """Tell two labels of which the text says that they are one's, where both are used besides."""
    counted = Counter((use.document, use.name) for use in call.uses)
    said: set[tuple[str, str, str]] = set()
    for alias in aliases(call.uses, call.documents):
        names = (alias.one.document, alias.one.name, alias.other.name)
        used = all(
            counted[use.document, use.name] > 1 or _is_used(use, call) for use in (alias.one, alias.other)
        )
        if used and names not in said:
            said.add(names)
            spans = (alias.one.mention.span, alias.other.mention.span)
            yield LabelFault(Kind.TWO_LABELS, spans, "the text says that both are one, and uses both")


def _is_used(use: LabelUse, call: LabelCall) -> bool:
    """Tell whether a label that is a word alone stands elsewhere: as a sentence begins, none is found."""
    word = re.compile(rf"(?<!\w){re.escape(use.role)}(?!\w)", re.IGNORECASE)
    texts = (passage.text for one in call.documents if one.id == use.document for passage in one.passages)
    found = (match[0] for text in texts for match in word.finditer(text))
    return not use.mark and sum(1 for text in found if text[:1].isupper()) > 1


def _two_people(call: LabelCall) -> Iterator[LabelFault]:
    """Tell labels that two people have: by the names beside them, by the key, or as man and as woman."""
    bearers = dict(in_key(call))
    labelled = {bearer.id for bearer in bearers.values()}
    for one in call.beside:
        bearer, known = bearers.get(one.use.name), call.known.get(one.person or "")
        # Who has a label of their own beside another's has two, which is told as that.
        if bearer is not None and known is not None and known != bearer.id and known not in labelled:
            because = "the key of the case gives this label to somebody else"
            yield LabelFault(Kind.TWO_PEOPLE, (one.use.mention.span,), because)
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
