"""The labels that the documents of a call use, and what is judged of all documents together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from redact.values.jigsaw import Together
from redact.values.judgement import BundleJudgement, DocumentKind, Rulebook, Settings
from redact.values.key import Key
from redact.values.labels import NO_LABELS, LabelReading
from redact.values.people import Resolution
from redact.values.text import Document

if TYPE_CHECKING:
    from redact.judge import Once, Words

__all__ = ["judge_together", "read_all_labels"]

# Their labels are their own: a form numbers its rows, a guide and a template have examples.
_APART = frozenset({DocumentKind.FORM, DocumentKind.GUIDANCE, DocumentKind.BLANK_TEMPLATE})


def read_all_labels(
    resolution: Resolution,
    documents: Sequence[Document],
    kinds: Mapping[str, DocumentKind | None],
    key: Key | None = None,
) -> LabelReading:
    """Read the labels in all documents of a call; of no document there are none.

    Args:
        kinds: what each document is judged as, by its id.
        key: of the case, where it is open.

    Raises:
        RuleFault: the schemes of labels have a fault.
    """
    if not documents:
        return NO_LABELS
    from redact.resolve.label_faults import read_labels
    from redact.resources import rules_folder
    from redact.rulebook.schemes import load_schemes

    apart = {one.id for one in documents if kinds[one.id] in _APART}
    return read_labels(resolution, documents, load_schemes(rules_folder()), key=key, apart=apart)


def judge_together(
    documents: Sequence[Document],
    resolution: Resolution,
    labels: LabelReading,
    rulebook: Rulebook,
    *,
    settings: Settings,
    secret: bytes,
    words: Words,
    kinds: Mapping[str, DocumentKind | None],
    once: Once,
) -> tuple[BundleJudgement, Together | None]:
    """Hold the rules that need several documents against those of a call that were read.

    Args:
        kinds: what each document is judged as, by its id.
        once: what the call has read of the documents already.

    Returns: the answer, and what the documents tell of people together; none where there are no weights.
    """
    from redact.judge import Bundle, judge_bundle
    from redact.judge.jigsaw.joining import together_of

    bundle = Bundle(tuple(documents), resolution, secret, labels.faults, kinds, once=once)
    if rulebook.jigsaw is not None:
        bundle = replace(bundle, together=together_of(bundle, rulebook.jigsaw, settings))
    return judge_bundle(bundle, rulebook, settings=settings, words=words), bundle.together
