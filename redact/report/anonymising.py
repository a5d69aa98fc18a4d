"""An AnonymiseRun in words or as JSON: what became what, by pseudonym alone, and where.

No word of a document, no name and no path is in it, whatever is asked for.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence

from redact.report.answer import answer_line
from redact.report.wording import ascii_words, count
from redact.values.anonymising import Anonymised, AnonymiseRun, Spotted
from redact.values.judgement import Readiness
from redact.version import __version__

__all__ = ["SCHEMA", "as_json", "as_text"]

SCHEMA = "redact-anonymised/1"
_LINE_WIDTH = 79
_LISTED = 20


def as_text(run: AnonymiseRun) -> str:
    """Write the account for a person."""
    if run.leaks:
        lines = [
            f"Nothing was written: {_forms(len(run.leaks))} would still have stood in the new files.",
            *_places(run.leaks),
            "Next: take out in Word what cannot be rewritten there (a picture, an embedded file), or say "
            "of each place that it may stay: redact decide.",
        ]
    elif not run.files:
        lines = [
            f"Nothing was written: nobody has said whose {_names(run.unsettled)}.",
            *_places(run.unsettled),
            "Next: redact review --terminal with these documents; of a name that it does not ask about, "
            "redact decide. Or --draft, which leaves them in it.",
        ]
    else:
        lines = _written(run)
    lines.append(f"exit status {int(run.status)}: {run.status.words}")
    return (
        "\n".join(textwrap.fill(ascii_words(line), _LINE_WIDTH, subsequent_indent="  ") for line in lines)
        + "\n"
    )


def as_json(run: AnonymiseRun) -> str:
    """Write the account for a program: the schema `redact-anonymised/1`, the same bytes each time.

    Keys are sorted; of a draft the first one says that it may hold names.
    """
    whole: dict[str, object] = {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        "status": int(run.status),
        "files": [_file(run, one) for one in run.files],
        "unsettled": [_spot(one) for one in run.unsettled],
        "leaks": [_spot(one) for one in run.leaks],
    }
    if run.draft:
        whole["DRAFT"] = _warning(run)
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


# ------------------------------------------------------------------ private


def _warning(run: AnonymiseRun) -> str:
    left = len(run.unsettled)
    return f"This draft may hold names: {count(left, 'name')} {'was' if left == 1 else 'were'} left."


def _written(run: AnonymiseRun) -> list[str]:
    lines = [_warning(run)] if run.draft else []
    for one in run.files:
        by = Counter(change.pseudonym for change in one.changes)
        lines.append(f"document {one.number}: {count(len(one.changes), 'replacement')}")
        lines += [f"  {number:>5,}  {pseudonym}" for pseudonym, number in sorted(by.items())]
        if one.left:
            lines.append(f"  {one.left:,} left, since somebody has said that they may stay")
        if one.asked:
            lines.append(f"  {_forms(one.asked)} left that may be an ordinary word: redact verify lists them")
        if one.gaps:
            lines.append(f"  {count(one.gaps, 'part')} could not be read, so nobody knows who is in it")
    if run.checked is not None:
        lines.append(
            f"Read back and searched: no other form is left. The check says: {answer_line(run.checked)}"
        )
    return lines


def _places(spots: Sequence[Spotted]) -> list[str]:
    lines = [f"  document {one.document}: {one.where}" for one in spots[:_LISTED]]
    return lines + ([f"  and {len(spots) - _LISTED:,} more"] if len(spots) > _LISTED else [])


def _names(unsettled: Sequence[Spotted]) -> str:
    return "1 name is" if len(unsettled) == 1 else f"{len(unsettled):,} names are"


def _forms(number: int) -> str:
    return count(number, "form of a name", "forms of names")


def _file(run: AnonymiseRun, one: Anonymised) -> dict[str, object]:
    checked = [entry for entry in run.checked.documents if entry.number == one.number] if run.checked else []
    judgement = checked[0].judgement if checked else None
    return {
        "name": f"document {one.number}",
        "sha256": one.sha256,
        "changes": [
            {"pseudonym": change.pseudonym, "why": change.why, **_spot(change.spotted)}
            for change in one.changes
        ],
        "left": one.left,
        "unsettled": one.unsettled,
        "asked": one.asked,
        "gaps": one.gaps,
        "readiness": (judgement.readiness if judgement else Readiness.CANNOT_TELL).value,
        "open": list(judgement.blocking) if judgement else [],
    }


def _spot(one: Spotted) -> dict[str, object]:
    location = one.location
    return {
        "document": one.document,
        "where": one.where,
        "part": location.part.value,
        "place": location.place,
        "page": location.page,
        "block": location.block,
        "cell": location.cell,
    }
