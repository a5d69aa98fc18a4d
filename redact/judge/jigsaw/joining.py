"""All documents of a call → what they tell together: pictures, what each adds, what a draft gives away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redact.judge.jigsaw.adds import adds_of
from redact.judge.jigsaw.drafts import drafts_of
from redact.judge.jigsaw.facts import facts_and_whoms
from redact.judge.jigsaw.pictures import in_reading_order, names_of, pictures_of
from redact.judge.jigsaw.searches import searches_of
from redact.values.jigsaw import JigsawTable, Together
from redact.values.people import Label
from redact.values.rules import DocumentKind, Settings
from redact.values.text import Span

if TYPE_CHECKING:
    from redact.judge.bundle import Bundle

__all__ = ["NOT_TOLD", "together_of"]

# What is told in them is told to nobody outside: they may not be published, and rules of their own say so.
# Guidance and templates tell of nobody.
NOT_TOLD = frozenset(
    {
        DocumentKind.IMR,
        DocumentKind.CHRONOLOGY,
        DocumentKind.TERMS_OF_REFERENCE,
        DocumentKind.FORM,
        DocumentKind.GUIDANCE,
        DocumentKind.BLANK_TEMPLATE,
    }
)


def together_of(bundle: Bundle, table: JigsawTable, settings: Settings) -> Together:
    """Put together what all documents of a call tell of each person.

    Documents of kinds that are never published are left out. Without a document nothing is told.
    """
    documents = tuple(one for one in bundle.documents if bundle.kinds.get(one.id) not in NOT_TOLD)
    if not documents:
        return Together()
    inside = {passage.id for document in documents for passage in document.passages}
    # Who somebody is may stand in an agency's report; what it tells of them does not count.
    every, whoms = facts_and_whoms(bundle, table)
    told = [fact for fact in every if fact.span.passage in inside]
    facts = in_reading_order([*told, *names_of(bundle, whoms, documents)], documents)
    pictures = pictures_of(facts, table, settings.audience)
    ids = tuple(document.id for document in documents)
    return Together(
        pictures,
        adds_of(pictures, table, ids),
        drafts_of(facts, documents, bundle.kinds, table),
        searches_of(told, documents, labels=_labels(bundle)),
    )


def _labels(bundle: Bundle) -> list[Span]:
    """Give the places of labels in use: a review is found again by what it calls its child."""
    labels = [one for one in bundle.resolution.entities if one.label is Label.PSEUDONYM]
    return [mention.span for one in labels for mention in one.mentions]
