"""A VerifyRun for the terminal and as JSON: where a name of the key stands, in what form; never the name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from redact.report.as_json import render as check_as_json
from redact.report.wording import READINESS_WORDS, ascii_words, count, short_print
from redact.values.checking import Checked
from redact.values.judgement import Readiness
from redact.values.verifying import HitSeen, VerifiedDocument, VerifyRun

__all__ = ["SCHEMA", "as_json", "as_text"]

SCHEMA = "redact-verify/1"
_PLACES_SHOWN = 40


def as_text(run: VerifyRun, *, names: Mapping[int, str] | None = None, everything: bool = False) -> str:
    """Write a run for a terminal, with a line end at its end.

    Args:
        names: what to call each document by its number; the report's own names where none is given.
        everything: list every place.
    """
    by_number = {document.number: document for document in run.documents}
    lines = [
        f"Searched for every form of {count(run.people, 'person', 'people')} of key revision {run.revision}."
    ]
    if not run.people:
        lines += ["The key names nobody yet, so this tells nothing: redact review --terminal, or key import."]
    for checked in run.checked.documents:
        name = (names or {}).get(checked.number, checked.name)
        lines += ["", *_document(name, checked, by_number.get(checked.number), everything)]
    lines += ["", *_next(run)]
    lines += [f"exit status {int(run.status)}: {run.status.words}"]
    return "\n".join(lines) + "\n"


def _next(run: VerifyRun) -> Iterator[str]:
    """Say what is to be done about what was found."""
    if any(hit.open for document in run.documents for hit in document.hits):
        yield "Next: write the pseudonym there, and verify again. What may stay: redact decide"
        yield "with the eight digits of the place, and --from with this report as JSON."
    if any(
        one.judgement is not None and one.judgement.readiness is Readiness.NOT_READY
        for one in run.checked.documents
    ):
        yield "Next: redact check, of the same documents, lists what the ordinary check found."


def as_json(run: VerifyRun) -> str:
    """Write a run as JSON; no word of a document is in it."""
    hits = {document.number: document.hits for document in run.documents}
    whole = {
        "schema": SCHEMA,
        "status": int(run.status),
        "key": {"revision": run.revision, "people": run.people},
        "documents": [
            {"name": checked.name, "hits": [_hit(hit) for hit in hits.get(checked.number, ())]}
            for checked in run.checked.documents
        ],
        "check": json.loads(check_as_json(run.checked)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _hit(seen: HitSeen) -> dict[str, object]:
    return {
        "of": seen.of,
        "form": seen.hit.form.value,
        "severity": "block" if seen.hit.sure else "ask",
        "where": seen.where,
        "part": seen.part,
        "spans": [[span.passage, span.start, span.end] for span in seen.hit.spans],
        "fingerprint": seen.fingerprint,
        "decision": seen.decided.because if seen.decided else None,
        "open": seen.open,
    }


def _document(
    name: str, checked: Checked, verified: VerifiedDocument | None, everything: bool
) -> Iterator[str]:
    if verified is None:
        error = checked.error
        yield f"{name}: cannot tell, it was not read" + (f": {ascii_words(error.what)}" if error else "")
        return
    open_ = [hit for hit in verified.hits if hit.open]
    sure = [hit for hit in open_ if hit.hit.sure]
    asked = [hit for hit in open_ if not hit.hit.sure]
    decided = [hit for hit in verified.hits if not hit.open]
    if sure:
        yield f"{name}: names of the key stand in it"
    elif asked:
        yield f"{name}: what may be names of the key stands in it"
    else:
        yield f"{name}: no name of the key was found, in any form that is known"
    for title, hits in (("Names", sure), ("May be names: look at each", asked), ("Decided", decided)):
        if hits:
            yield f"  {title} ({count(len(hits), 'place')})"
            shown = hits if everything else hits[:_PLACES_SHOWN]
            yield from (f"    {ascii_words(_place(hit))}" for hit in shown)
            if len(hits) > len(shown):
                yield f"    and {count(len(hits) - len(shown), 'more place')}; with --all each is listed"
    readiness = checked.judgement.readiness if checked.judgement else Readiness.CANNOT_TELL
    yield f"  The ordinary check: {READINESS_WORDS[readiness]}"


def _place(hit: HitSeen) -> str:
    decided = f"; {hit.decided.because}" if hit.decided else ""
    return f"{hit.where}: {hit.hit.form.value}, of {hit.of} ({short_print(hit.fingerprint)}{decided})"
