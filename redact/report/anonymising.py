"""An AnonymiseRun in words or as JSON: what became what, by pseudonym alone, and where.

No word of a document, no name and no path is in it, whatever is asked for.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.resources import files

from redact.report.answer import answer_line
from redact.report.wording import ascii_words, count, written_line
from redact.values.anonymising import Ambiguous, Anonymised, AnonymiseRun, Change, Spotted, Why
from redact.values.judgement import Readiness
from redact.version import __version__

__all__ = ["SCHEMA", "as_json", "as_text", "counted", "next_steps", "readiness_of", "schema", "warning"]

SCHEMA = "redact-anonymised/1"
_LINE_WIDTH = 79
_LISTED = 20
_DECIDE = "redact decide FINGERPRINT"
_NEXT = {
    Why.NAME: "redact review --terminal with these documents asks whose each name is, once for all places. "
    f"A name that goes without a label: {_DECIDE} change.",
    Why.SHARED: "say whose it is there with the command that stands beside her; who it is not: "
    f"{_DECIDE} mistaken --reason not-a-name.",
    Why.MIXED: "say of the place what it is with the command that stands beside it, or part the names in "
    "Word.",
    Why.FACT: "redact review --terminal gives a place or an organisation a label; "
    f"{_DECIDE} change takes it out, in words of the scheme; keep or mistaken with --reason lets it stay. "
    "--generalise takes out all of them.",
    Why.DAY: f"write the day in full, or {_DECIDE} change, which takes it out.",
}


def as_text(run: AnonymiseRun) -> str:
    """Write the account for a person."""
    if run.leaks:
        lines = [
            f"Nothing was written: {_forms(len(run.leaks))} would still have stood in the new files.",
            *_places(run.leaks),
            "Next: take out in Word what cannot be rewritten there (a picture, an embedded file), or take a "
            "copy without it: redact clean. What may stay: redact decide.",
        ]
    elif not run.files:
        lines = [
            f"Nothing was written: {count(len(run.unsettled), 'place')} "
            f"{'is' if len(run.unsettled) == 1 else 'are'} open.",
            *_open(run.unsettled),
            *next_steps(run),
            "Or --draft, which leaves them in it, and says so in its first line.",
        ]
    else:
        lines = _written(run)
    lines.append(written_line(run.status))
    return "\n".join(_wrapped(line) for line in lines) + "\n"


def as_json(run: AnonymiseRun) -> str:
    """Write the account for a program: the schema `redact-anonymised/1`, the same bytes each time.

    Keys are sorted; of a draft the first one says that it may hold names.
    """
    whole: dict[str, object] = {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        "status": int(run.status),
        "files": [_file(run, one) for one in run.files],
        "unsettled": [_open_spot(one) for one in run.unsettled],
        "leaks": [_spot(one) for one in run.leaks],
    }
    if run.draft:
        whole["DRAFT"] = warning(run)
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schema() -> dict[str, object]:
    """Load the JSON Schema (draft 2020-12) that every output of `as_json` obeys."""
    text = files("redact.report").joinpath("anonymised-1.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


def warning(run: AnonymiseRun) -> str:
    """Say of a draft that it may hold names."""
    left = len(run.unsettled)
    return f"This draft may hold names: {count(left, 'place')} {'was' if left == 1 else 'were'} left open."


def counted(changes: Iterable[Change]) -> list[tuple[str, int]]:
    """Give for each pseudonym, and for each kind of what was generalised, how often it was written."""
    return sorted(Counter(change.pseudonym for change in changes).items())


def next_steps(run: AnonymiseRun) -> list[str]:
    """Say for each reason for which places are open what settles them."""
    there = {one.why for one in run.unsettled}
    return [f"Next: {words}" for why, words in _NEXT.items() if why in there]


def readiness_of(run: AnonymiseRun, one: Anonymised) -> tuple[Readiness, tuple[str, ...]]:
    """Give the answer of the check on one new file, and what is open in it."""
    checked = [entry for entry in run.checked.documents if entry.number == one.number] if run.checked else []
    judgement = checked[0].judgement if checked else None
    return (judgement.readiness, judgement.blocking) if judgement else (Readiness.CANNOT_TELL, ())


# ------------------------------------------------------------------ private


def _written(run: AnonymiseRun) -> list[str]:
    lines = [warning(run)] if run.draft else []
    for one in run.files:
        lines.append(f"document {one.number}: {count(len(one.changes), 'replacement')}")
        lines += [f"  {number:>5,}  {pseudonym}" for pseudonym, number in counted(one.changes)]
        if one.left:
            lines.append(f"  {len(one.left):,} left, since somebody has said that they may stay")
        if one.asked:
            lines.append(
                f"  {_forms(len(one.asked))} left that may be an ordinary word: changes.html lists each"
            )
        if one.gaps:
            lines.append(f"  {count(one.gaps, 'part')} could not be read, so nobody knows who is in it")
        if one.left_out:
            lines.append("  left out of the new file, which was set anew from the text of the pages:")
            lines += [f"    {each.where}" for each in one.left_out[:_LISTED]]
            if len(one.left_out) > _LISTED:
                lines.append(f"    and {len(one.left_out) - _LISTED:,} more: changes.html lists each")
    if run.draft:
        lines += _open(run.unsettled) + next_steps(run)
    if run.checked is not None:
        lines.append(
            f"Read back and searched: no other form is left. The check says: {answer_line(run.checked)}"
        )
    return lines


def _wrapped(line: str) -> str:
    """Fill a line of ours; what belongs to the line above it stays indented below it."""
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(
        ascii_words(line),
        _LINE_WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
    )


def _places(spots: Sequence[Spotted]) -> list[str]:
    lines = [f"  document {one.document}: {one.where}" for one in spots[:_LISTED]]
    return lines + ([f"  and {len(spots) - _LISTED:,} more"] if len(spots) > _LISTED else [])


def _open(spots: Sequence[Spotted]) -> list[str]:
    lines = []
    for one in spots[:_LISTED]:
        what = one.why.value if one.why else ""
        of = f" ({one.label.lower().replace('_', ' ')})" if one.label and one.why is Why.FACT else ""
        print_ = f" {_digits(one.fingerprint)}" if one.fingerprint else ""
        lines.append(f"  document {one.document}: {one.where}: {what}{of}{print_}")
        lines += [f"    {who}: redact decide {_digits(own)} change" for who, own in one.choices]
    return lines + ([f"  and {len(spots) - _LISTED:,} more"] if len(spots) > _LISTED else [])


def _digits(fingerprint: str) -> str:
    return fingerprint.removeprefix("hmac:")


def _forms(number: int) -> str:
    return count(number, "form of a name", "forms of names")


def _file(run: AnonymiseRun, one: Anonymised) -> dict[str, object]:
    readiness, open_ = readiness_of(run, one)
    return {
        "name": f"document {one.number}",
        "sha256": one.sha256,
        "changes": [
            {"pseudonym": change.pseudonym, "why": change.why, **_spot(change.spotted)}
            for change in one.changes
        ],
        "left": [_spot(each) for each in one.left],
        "unsettled": one.unsettled,
        "asked": [_ambiguous(each) for each in one.asked],
        "gaps": one.gaps,
        "left_out": [_spot(each) for each in one.left_out],
        "readiness": readiness.value,
        "open": list(open_),
    }


def _ambiguous(one: Ambiguous) -> dict[str, object]:
    own = {"form": one.form, "of": one.of, "fingerprint": one.fingerprint, "decided": one.decided}
    return {**own, **_spot(one.spotted)}


def _open_spot(one: Spotted) -> dict[str, object]:
    return {
        **_spot(one),
        "why": one.why.value if one.why else None,
        "label": one.label,
        "fingerprint": one.fingerprint,
        "choices": [{"of": who, "fingerprint": own} for who, own in one.choices],
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
