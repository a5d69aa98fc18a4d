"""What each kind of rule may say in its `params`, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from redact.rulebook.readers import (
    Key,
    catalogue_place,
    list_of,
    named,
    named_lists,
    one_of,
    score,
    text,
    whole_number,
    yes_or_no,
)
from redact.values.access import AccessNeed
from redact.values.jigsaw import FactKind, Looks, Reach, Side
from redact.values.labels import LabelFaultKind
from redact.values.people import Label, Standing
from redact.values.requirements import Counted, DateForm, Fineness, MarkName, Naming, Precise, Traced
from redact.values.rules import DocumentKind, RuleKind
from redact.values.text import Part

__all__ = ["PARAMS"]

_PARTS = list_of(one_of(Part))
# A pseudonym is a label in use and never a fault, so no rule may judge one.
_LABELS = list_of(one_of(Label, without=frozenset({Label.PSEUDONYM})))
_ACROSS: frozenset[Enum] = frozenset(kind for kind in LabelFaultKind if kind.across)
_WITHIN: frozenset[Enum] = frozenset(LabelFaultKind) - _ACROSS
_WORDS = list_of(text)
_KINDS = list_of(one_of(DocumentKind))
_NOT_WORDED = frozenset(Counted) - {Counted.RECOMMENDATIONS}
_WANTED: Mapping[str, Key] = MappingProxyType(
    {
        "wanted": Key(named_lists),
        "headings": Key(_WORDS, required=False),
        "least_words": Key(whole_number, required=False),
        "as_heading": Key(yes_or_no, required=False),
    }
)
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
        RuleKind.JIGSAW: MappingProxyType(
            {
                "what": Key(one_of(Looks)),
                "sides": Key(list_of(one_of(Side)), required=False),
                "kinds": Key(list_of(one_of(FactKind)), required=False),
                "without": Key(list_of(one_of(FactKind)), required=False),
                "reaches": Key(one_of(Reach), required=False),
            }
        ),
        RuleKind.FORBIDDEN: MappingProxyType(
            {
                "marks": Key(list_of(one_of(MarkName)), required=False),
                "places": Key(list_of(catalogue_place), required=False),
                "phrases": Key(_WORDS, required=False),
                "headings": Key(_WORDS, required=False),
                "except_headings": Key(_WORDS, required=False),
            }
        ),
        RuleKind.WORDING: MappingProxyType(
            {
                "words": Key(_WORDS),
                "of": Key(one_of(Counted, without=_NOT_WORDED), required=False),
                "headings": Key(_WORDS, required=False),
            }
        ),
        RuleKind.COUNT: MappingProxyType(
            {
                "what": Key(one_of(Counted)),
                "least": Key(whole_number, required=False),
                "most": Key(whole_number, required=False),
            }
        ),
        RuleKind.PRECISION: MappingProxyType(
            {"what": Key(list_of(one_of(Precise))), "finest": Key(one_of(Fineness))}
        ),
        RuleKind.TOGETHER: MappingProxyType(
            {
                "facts": Key(_LABELS),
                "posts": Key(_WORDS, required=False),
                "least": Key(whole_number, required=False),
            }
        ),
        RuleKind.ROLE_LINES: MappingProxyType({"roles": Key(_WORDS)}),
        RuleKind.TRACEABLE: MappingProxyType(
            {"what": Key(one_of(Traced)), "from": Key(_KINDS), "to": Key(_KINDS)}
        ),
        RuleKind.PERIOD: MappingProxyType({"from": Key(_KINDS), "to": Key(_KINDS)}),
        RuleKind.REFERENCE: MappingProxyType({"least": Key(whole_number, required=False)}),
        RuleKind.COMPLETE: MappingProxyType(
            {
                "wanted": Key(named(one_of(DocumentKind)), required=False),
                "unwanted": Key(list_of(one_of(DocumentKind)), required=False),
                "headings": Key(named_lists, required=False),
            }
        ),
        RuleKind.ATTESTED: MappingProxyType({}),
        RuleKind.PRESENT: _WANTED,
        RuleKind.SECTIONS: MappingProxyType(
            {
                "headings": Key(named_lists),
                "ordered": Key(yes_or_no, required=False),
                "least_words": Key(whole_number, required=False),
            }
        ),
        RuleKind.COLUMNS: MappingProxyType(
            {
                "columns": Key(named_lists),
                "least": Key(whole_number, required=False),
                "filled": Key(_WORDS, required=False),
                "posts": Key(_WORDS, required=False),
                "dated": Key(_WORDS, required=False),
                "wanted": Key(yes_or_no, required=False),
            }
        ),
        RuleKind.ANSWERED: MappingProxyType({"fields": Key(named_lists)}),
        RuleKind.PANEL: MappingProxyType({"names": Key(one_of(Naming))}),
        RuleKind.DATE_FORM: MappingProxyType(
            {
                "columns": Key(named_lists),
                "beside": Key(named_lists, required=False),
                "form": Key(one_of(DateForm)),
                "times": Key(yes_or_no, required=False),
            }
        ),
        RuleKind.ANYWHERE: MappingProxyType(
            {**_WANTED, "kinds": Key(list_of(one_of(DocumentKind)), required=False)}
        ),
        RuleKind.ACCESS: MappingProxyType({"needs": Key(list_of(one_of(AccessNeed)))}),
        RuleKind.PLAIN: MappingProxyType(
            {
                "longest_sentence": Key(whole_number),
                "reading_age": Key(whole_number),
                "everyday": Key(_WORDS, required=False),
                "jargon": Key(named_lists, required=False),
            }
        ),
    }
)
