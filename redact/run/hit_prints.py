"""The fingerprint of each form of a name: `verify` names the place by it, `anonymise` asks by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from redact.errors import RedactError
from redact.judge.deciding import Words, weigh
from redact.judge.surroundings import context_of
from redact.values.fingerprint import fingerprint
from redact.values.forms import FormHit
from redact.values.judgement import Severity
from redact.values.text import Document
from redact.values.verifying import MarkedHit

__all__ = ["with_prints"]


def with_prints(
    hits: Sequence[FormHit], document: Document, secret: bytes, words: Words
) -> tuple[MarkedHit, ...]:
    """Give each form its fingerprint, and what people have decided on it.

    Args:
        hits: all that were found in the document, in their order: equal places are told apart by it.
        secret: of the case.
    """
    order = {passage.id: at for at, passage in enumerate(document.passages)}
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for hit in hits:
        span = hit.spans[0]
        if span.passage not in order:
            raise RedactError("a name was found in no passage that was read")
        location = document.passages[order[span.passage]].locate(span.start, span.end)
        around = context_of(document.passages, order[span.passage], span.start, span.end)
        context = (hit.of, location.part.value, *around)
        seen[context] += 1
        mark = fingerprint(secret, "verify", [*context, str(seen[context])])
        severity = Severity.BLOCK if hit.sure else Severity.ASK
        made.append(MarkedHit(hit, mark, weigh(mark, severity, words)))
    return tuple(made)
