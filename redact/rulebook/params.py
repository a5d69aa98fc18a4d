"""What each kind of rule may say in its `params`, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from redact.rulebook.readers import (
    Key,
    catalogue_place,
    list_of,
    one_of,
    score,
)
from redact.values.labels import LabelFaultKind
from redact.values.people import Label, Standing
from redact.values.rules import DocumentKind, RuleKind
from redact.values.text import Part

__all__ = ["PARAMS"]

_PARTS = list_of(one_of(Part))
# A pseudonym is a label in use and never a fault, so no rule may judge one.
_LABELS = list_of(one_of(Label, without=frozenset({Label.PSEUDONYM})))
_ACROSS: frozenset[Enum] = frozenset(kind for kind in LabelFaultKind if kind.across)
_WITHIN: frozenset[Enum] = frozenset(LabelFaultKind) - _ACROSS
PARAMS: Mapping[RuleKind, Mapping[str, Key]] = MappingProxyType(
    {
        RuleKind.IDENTITY: MappingProxyType(
            {
                "labels": Key(_LABELS),
                "standing": Key(list_of(one_of(Standing)), required=False),
                "score_from": Key(score, required=False),
                "score_below": Key(score, required=False),
                "parts": Key(_PARTS, required=False),
                "except_parts": Key(_PARTS, required=False),
            }
        ),
        RuleKind.DOCUMENT_KIND: MappingProxyType({"kinds": Key(list_of(one_of(DocumentKind)))}),
        RuleKind.HIDDEN: MappingProxyType(
            {"places": Key(list_of(catalogue_place)), "parts": Key(_PARTS, required=False)}
        ),
        RuleKind.LABELS: MappingProxyType({"faults": Key(list_of(one_of(LabelFaultKind, without=_ACROSS)))}),
        RuleKind.BUNDLE: MappingProxyType({"faults": Key(list_of(one_of(LabelFaultKind, without=_WITHIN)))}),
        RuleKind.ATTESTED: MappingProxyType({}),
    }
)
