"""Labels of another style than those around them, those that were taken back, those of one document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from redact.resolve.label_call import LabelCall, in_key, is_family
from redact.resolve.labels import LabelUse, read_label
from redact.values.labels import LabelFault, LabelFaultKind
from redact.values.schemes import Scheme

__all__ = ["in_one_document", "left_over"]

Kind = LabelFaultKind
_RULES = 5  # uses from which on one style of label rules in a document
_STRAY = 2  # uses up to which another style is a left-over beside it
_USES_LABELS = 3  # different labels from which on a document is one that uses labels


def left_over(call: LabelCall) -> Iterator[LabelFault]:
    """Tell labels that were taken back, and those of another style than the one that rules."""
    retired = {
        f"{role} {mark}".strip()
        for one in (call.key.retired if call.key else ())
        for role, mark in read_label(one.pseudonym, call.scheme)
    } - {label for label, _ in in_key(call)}
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
    family = [use for use in here if is_family(use, scheme)]
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


def in_one_document(call: LabelCall) -> Iterator[LabelFault]:
    """Tell labels of the family that one document uses and no other one that uses labels."""
    by_document = {
        id_: {use.name: use for use in reversed(here) if is_family(use, call.scheme)}
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
