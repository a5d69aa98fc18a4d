"""A report of before, as JSON → what another check of the case can be held against.

Of the file only fingerprints, numbers and words of ours are taken over, each of the form that it has in a
report: whatever else somebody may have written into it goes no further.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from redact.errors import Damaged, LimitReached, Unreadable, WrongUse
from redact.values.checking import CheckRun
from redact.values.decided import Decided, Effect
from redact.values.judgement import DocumentKind, Finding, Severity
from redact.values.since import BETWEEN, CaseMark, Told, ToldDocument, ToldThing
from redact.values.text import Gap, Part
from redact.values.verifying import VerifyRun

__all__ = ["MAX_BYTES", "must_be_of", "read_report", "told", "told_verified", "with_since"]

SCHEMA, VERIFIED = "redact-check/1", "redact-verify/1"
MAX_BYTES = 128 * 1024**2  # 100,000 findings
_FINGERPRINT = re.compile(r"hmac:[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RULE = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_NAME = re.compile(r"document [1-9][0-9]{0,9}(\.[a-z0-9]{1,10})?")
_CASE = re.compile(r"[A-Za-z0-9._-]{1,40}")
_PARTS = frozenset(part.value for part in Part)
_SETTINGS = ("board", "audience", "mode")


def read_report(path: Path, *, verified: bool = False) -> Told:
    """Read a report that `check --format json` has written.

    Args:
        verified: one of `verify --format json` will do too, with what it has found of the key's names.

    Raises:
        Unreadable: it is not there, or closed to us.
        LimitReached: it is larger than any report.
        Damaged: it is no JSON, or not as we have written it.
        WrongUse: it is JSON of something else, of another version's schema, or of a part of the check alone.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            f"the earlier report cannot be read (error {error.errno})",
            "Look at its name and your right to read it.",
        ) from None
    if len(data) > MAX_BYTES:
        raise LimitReached("the earlier report is larger than any", "Look what the file really is.")
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Damaged(
            "the earlier report is no JSON, or is cut short",
            "Give the file that was written by: redact check --case FOLDER --format json -o FILE",
        ) from None
    known = (SCHEMA, VERIFIED) if verified else (SCHEMA,)
    if not isinstance(content, dict) or content.get("schema") not in known:
        raise WrongUse(
            f"the earlier report is not of the schema {' or '.join(known)}",
            "Give one that this version of redact has written: redact check --format json -o FILE",
        )
    if content.get("only") and not verified:
        raise WrongUse(
            "the earlier report is of a part of the check", "Give one that was made without --only."
        )
    try:
        return _verified(content) if content["schema"] == VERIFIED else _told(content)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Damaged(
            "the earlier report is not as redact has written it", "Take an unharmed copy of it."
        ) from None


def must_be_of(report: Told, case: CaseMark | None) -> None:
    """Refuse a report that was not made in this case: its fingerprints say nothing here.

    Raises:
        WrongUse: it was made outside a case or in another one, or this check is outside one.
    """
    remedy = "Make both in one case: redact check --case FOLDER --format json -o FILE"
    if case is None:
        raise WrongUse("outside a case no two reports can be held together", remedy)
    if report.case is None:
        raise WrongUse("the earlier report was made outside a case, so its fingerprints hold nowhere", remedy)
    if report.case != case:
        raise WrongUse("the earlier report was made in another case", remedy)


def told(run: CheckRun) -> Told:
    """Give of a check what a report of it tells, but for pages."""
    settings = run.settings
    documents = [
        ToldDocument(
            checked.name,
            checked.document.sha256 if checked.document else None,
            checked.file_mark,
            checked.kind,
        )
        for checked in run.documents
    ]
    things: list[ToldThing] = []
    for at, checked in enumerate(run.documents):
        if checked.document is not None and checked.judgement is not None:
            decided = checked.judgement.decisions
            things += _findings(at, checked.judgement.findings, decided)
            things += _gaps(at, checked.document.gaps, decided)
    if run.bundle is not None:
        things += _findings(len(documents), run.bundle.findings, run.bundle.decisions)
    made_with = {
        "redact": run.tool_version,
        "rules": run.rules_digest,
        "name model": run.model_digest,
        "edition": settings.edition.value if settings.edition else None,
        "board": settings.board,
        "audience": settings.audience.value,
        "mode": settings.mode.value,
        "key of the case": run.key.revision if run.key else None,
    }
    return Told(run.case, _made_with(made_with), (*documents, ToldDocument(BETWEEN)), tuple(things))


def told_verified(run: VerifyRun) -> Told:
    """Give of a run of `verify` what its report tells: the check, and each form of a name of the key."""
    checked = told(run.checked)
    order = {entry.number: at for at, entry in enumerate(run.checked.documents)}
    hits = [
        _hit((order[document.number], number), hit.fingerprint, hit.open, hit.part, sure=hit.hit.sure)
        for document in run.documents
        for number, hit in enumerate(document.hits)
    ]
    return replace(checked, things=(*checked.things, *hits))


def with_since(run: CheckRun, earlier: Told) -> CheckRun:
    """Add to a check what has changed since an earlier report of its case."""
    from redact.judge import compare

    return replace(run, since=compare(earlier, told(run)))


# ------------------------------------------------------------------ private


def _findings(at: int, findings: Sequence[Finding], decided: Mapping[str, Decided]) -> list[ToldThing]:
    told = []
    for number, finding in enumerate(findings):
        open_ = finding.stops(decided.get(finding.fingerprint))
        where, rule = finding.location, finding.rule
        whole = not finding.spans and where.place is None and where.block is None
        thing = ToldThing(finding.fingerprint, at, number, open_, rule, finding.severity, where.part.value)
        told.append(replace(thing, whole=whole))
    return told


def _gaps(at: int, gaps: Sequence[Gap], decided: Mapping[str, Decided]) -> list[ToldThing]:
    told = []
    for number, gap in enumerate(gaps):
        word = decided.get(gap.fingerprint)
        open_ = word is None or word.effect is not Effect.CLEARED
        told.append(ToldThing(gap.fingerprint, at, number, open_, part=gap.location.part.value))
    return told


def _told(content: dict[str, Any]) -> Told:
    tool, case = content["tool"], content.get("case")
    edition = content["edition"]
    made_with = {
        "redact": tool["version"],
        "rules": tool["rules_digest"],
        "name model": tool["model_digest"],
        "edition": None if edition is None else edition["id"],
        **{name: content[name] for name in _SETTINGS},
        "key of the case": _revision(content.get("key")),
    }
    mark = None
    if content["fingerprint_scope"] == "case" and case is not None:
        mark = CaseMark(_of(_CASE, case["id"]), _of(_FINGERPRINT, case["mark"]))
    documents = [_document(one) for one in content["documents"]]
    everywhere = [*content["documents"], {"findings": content["bundle"]["findings"], "gaps": []}]
    things = [thing for at, one in enumerate(everywhere) for thing in _things(at, one)]
    return Told(mark, _made_with(made_with), (*documents, ToldDocument(BETWEEN)), tuple(things))


def _revision(key: dict[str, Any] | None) -> int | None:
    revision = None if key is None else key["revision"]
    if not (revision is None or type(revision) is int):
        raise ValueError
    return revision


def _verified(content: dict[str, Any]) -> Told:
    checked = _told(content["check"])
    hits = [
        _hit(
            (at, number),
            _of(_FINGERPRINT, hit["fingerprint"]),
            bool(hit["open"]),
            _where(hit | {"page": None})[0],
            sure=Severity(hit["severity"]) is Severity.BLOCK,
        )
        for at, document in enumerate(content["documents"])
        for number, hit in enumerate(document["hits"])
    ]
    if len(content["documents"]) + 1 != len(checked.documents):
        raise ValueError
    return replace(checked, things=(*checked.things, *hits))


def _hit(at: tuple[int, int], fingerprint: str, open_: bool, part: str, *, sure: bool) -> ToldThing:
    severity = Severity.BLOCK if sure else Severity.ASK
    return ToldThing(fingerprint, *at, open_, "verify", severity, part)


def _document(one: dict[str, Any]) -> ToldDocument:
    sha256, mark = one["sha256"], one.get("file_mark")
    return ToldDocument(
        _of(_NAME, one["name"]),
        None if sha256 is None else _of(_SHA256, sha256),
        None if mark is None else _of(_FINGERPRINT, mark),
        None if one["kind"] is None else DocumentKind(one["kind"]),
    )


def _things(at: int, one: dict[str, Any]) -> list[ToldThing]:
    found = []
    for number, finding in enumerate(one["findings"]):
        severity = Severity(finding["severity"])
        effect = _effect(finding["decision"])
        open_ = effect is Effect.TO_CHANGE or (effect is not Effect.CLEARED and severity is not Severity.NOTE)
        print_, rule = _of(_FINGERPRINT, finding["fingerprint"]), _of(_RULE, finding["rule"])
        whole = finding.get("span") is None and finding.get("place") is None and finding.get("block") is None
        found.append(ToldThing(print_, at, number, open_, rule, severity, *_where(finding), whole))
    for number, gap in enumerate(one["gaps"]):
        part, page = _where(gap)
        open_ = _effect(gap["decision"]) is not Effect.CLEARED
        print_ = _of(_FINGERPRINT, gap["fingerprint"])
        found.append(ToldThing(print_, at, number, open_, part=part, page=page))
    return found


def _effect(decision: dict[str, Any] | None) -> Effect | None:
    return None if decision is None else Effect(decision["effect"])


def _where(thing: dict[str, Any]) -> tuple[str, int | None]:
    part, page = thing["part"], thing["page"]
    if part not in _PARTS or not (page is None or type(page) is int):
        raise ValueError
    return part, page


def _of(form: re.Pattern[str], text: object) -> str:
    """Take a text over that has the form it has in a report, and no other."""
    if not isinstance(text, str) or form.fullmatch(text) is None:
        raise ValueError
    return text


def _made_with(values: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((name, "" if value is None else str(value)) for name, value in values.items())
