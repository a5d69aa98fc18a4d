"""The check of the files of a publication, and what the gate's log keeps of it: digests, counts, places.

It is the check that `redact check --case` makes, of an audience that is the public, with the kind of each
file told by what it is for. Where Word files stand behind what is published, they are checked too, by
themselves: each list of files is one publication, and a summary is held against its own report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from redact.errors import ExitStatus, KeyFault, worst
from redact.keystore.identity import Identity
from redact.run import case_file, configuration
from redact.run.case import Scope, open_secret
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, check, no_passwords, watch_nothing
from redact.run.configuration import Configuration
from redact.run.reading import naming
from redact.values.checking import Checked, CheckRun
from redact.values.decided import Decided, Effect
from redact.values.decisions import Answer
from redact.values.gate_record import PaperPart
from redact.values.judgement import Audience, DocumentKind, Finding, Readiness
from redact.values.text import Document, Gap

__all__ = ["FactsOf", "Paper", "PaperCheck", "check_papers", "facts_of", "paths_of"]

KINDS: Mapping[PaperPart, DocumentKind] = MappingProxyType(
    {
        PaperPart.REPORT: DocumentKind.OVERVIEW,
        PaperPart.SUMMARY: DocumentKind.SUMMARY,
        PaperPart.ACTION_PLAN: DocumentKind.ACTION_PLAN,
        PaperPart.RESPONSE: DocumentKind.RESPONSE,
        PaperPart.IMPROVEMENTS: DocumentKind.OTHER,
        PaperPart.REASONS: DocumentKind.LETTER,
        PaperPart.COMPANION: DocumentKind.COMPANION,
    }
)
_LONGEST = 200  # of a fact


@dataclass(frozen=True, slots=True)
class Paper:
    """One part of a publication: the file that is published, and the Word file behind it if there is one."""

    part: PaperPart
    published: Path = field(repr=False)
    source: Path | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What came of it: the check of what is published, that of the Word files, and both as JSON.

    `words` is none where no part has a Word file beside what is published.
    """

    papers: tuple[Paper, ...] = field(repr=False)
    published: CheckRun = field(repr=False)
    words: CheckRun | None = field(repr=False)
    json: bytes = field(repr=False)
    words_json: bytes = field(default=b"", repr=False)

    @property
    def runs(self) -> tuple[CheckRun, ...]:
        """Both checks, or the one that there is."""
        return (self.published,) if self.words is None else (self.published, self.words)

    @property
    def status(self) -> ExitStatus:
        """The graver status of both."""
        return worst([run.status for run in self.runs])

    @property
    def ready(self) -> bool:
        """Tell whether nothing is open, unread or unjudged in any of the files."""
        return self.readiness is Readiness.READY

    @property
    def readiness(self) -> Readiness:
        """The less ready answer of both."""
        told = {run.readiness for run in self.runs}
        order = (Readiness.NOT_READY, Readiness.CANNOT_TELL, Readiness.READY)
        return next(one for one in order if one in told)

    def document(self, paper: Paper) -> Document:
        """Give what was read of the file that is published."""
        return _document(self.published, str(paper.published))

    def source(self, paper: Paper) -> Document | None:
        """Give what was read of the Word file behind it."""
        if paper.source is None or self.words is None:
            return None
        return _document(self.words, str(paper.source))


def paths_of(papers: Sequence[Paper], *, words: bool) -> tuple[str, ...]:
    """Give the files of one of the two checks: what is published, or the Word files behind it.

    A part without a Word file stands in both, so that each holds a whole publication.
    """
    return tuple(str(one.source if words and one.source is not None else one.published) for one in papers)


def check_papers(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    papers: Sequence[Paper],
    *,
    watcher: Watcher = watch_nothing,
    with_key: bool = False,
    rules: Path | None = None,
) -> PaperCheck:
    """Check the files of a publication in full.

    Args:
        identity: unlocked; it opens the secret of the case, so that what was decided counts.
        own: the user's own folder.
        with_key: the key of the case is opened too, to tell who is who.
        rules: the folder of a partnership's own rules.

    Raises:
        FileFault: a file cannot be read; nothing can be said of the rest.
        KeyFault: the secret of the case, or the key that was asked for, does not open.
        RuleFault, ModelFault: nothing is judged.
    """
    scope = Scope(open_secret(found, identity, own).secret, "case", identity=identity)
    configured = configuration.for_documents([str(found.folder / case_file.FILE_NAME)])
    checking = _Checking(found, scope, own, with_key, configured, rules or configured.rules, watcher)
    published = checking.run(papers, words=False)
    words = checking.run(papers, words=True) if any(one.source for one in papers) else None
    json = _json(published)
    return PaperCheck(tuple(papers), published, words, json, _json(words) if words else b"")


@dataclass(frozen=True, slots=True)
class _Checking:
    found: CaseFolder
    scope: Scope = field(repr=False)
    own: Path = field(repr=False)
    with_key: bool
    configured: Configuration
    rules: Path | None = field(repr=False)
    watcher: Watcher

    def run(self, papers: Sequence[Paper], *, words: bool) -> CheckRun:
        """Check the files of one list, in the case."""
        from redact.run.inside import inside
        from redact.run.stated import Stated, settings_for

        paths = paths_of(papers, words=words)
        held = inside(self.found, self._seen(), self.own)
        if self.with_key and held.key is None:
            because = held.key_used.because if held.key_used is not None else "it does not open for you"
            raise KeyFault(f"the key of the case: {because}", "Check without it: leave --with-key out.")
        settings, _ = settings_for(
            Stated(audience=Audience.PUBLIC), self.found.case, self.configured, _boards(self.rules)
        )
        what = "the Word files: " if words else ""
        outcome = check(
            paths,
            settings,
            passwords=no_passwords,
            watcher=lambda stage, done, total: self.watcher(what + stage, done, total),
            secret=self.scope.secret,
            scope="case",
            case=held.case,
            words=held.words,
            key=held.key,
            key_used=held.key_used,
            rules=self.rules,
            kinds={path: KINDS[paper.part] for path, paper in zip(paths, papers, strict=True)},
        )
        for one in outcome.documents:
            if one.error is not None:
                with naming(one.number, len(paths) > 1):
                    raise one.error
        # What was recorded of searches stays out: the same bytes give the same answer before one and after.
        return outcome

    def _seen(self) -> Scope:
        """Give the scope: with the identity, which opens the key, only where that was asked for."""
        return self.scope if self.with_key else Scope(self.scope.secret, "case")


@dataclass(frozen=True, slots=True)
class FactsOf:
    """What of a check goes into the log, and the counts that a screen shows."""

    open: int
    unread: int
    gaps: tuple[tuple[str, str], ...]  # of those that a person has looked at: fingerprint, where
    exceptions: tuple[str, ...]  # by fingerprint

    def as_facts(self, checked: PaperCheck) -> dict[str, str]:
        """Write them as facts of a line of the log."""
        run = checked.published
        facts = {
            "check": hashlib.sha256(checked.json).hexdigest(),
            "readiness": checked.readiness.value,
            "rules": run.rules_digest,
            "model": run.model_digest or "",
            "tool": run.tool_version,
            "open": str(self.open),
            "unread": str(self.unread),
            "gaps": str(len(self.gaps)),
            "exceptions": str(len(self.exceptions)),
            "lowered": str(len(run.lowered)),
        }
        if checked.words_json:
            facts["words-check"] = hashlib.sha256(checked.words_json).hexdigest()
        for number, (fingerprint, where) in enumerate(self.gaps, 1):
            facts |= {f"gap.{number}": fingerprint, f"where.{number}": where}
        for number, fingerprint in enumerate(self.exceptions, 1):
            facts[f"exception.{number}"] = fingerprint
        for number, line in enumerate(run.lowered, 1):
            facts[f"lowered.{number}"] = line.partition(":")[0]
        return facts


def facts_of(checked: PaperCheck) -> FactsOf:
    """Count what is open in both checks, each thing once, and list the places that people have looked at."""
    open_: set[str] = set()
    unread: set[str] = set()
    seen: dict[str, str] = {}
    exceptions: set[str] = set()
    for run in checked.runs:
        for findings, decided in _answers(run):
            open_ |= {one.fingerprint for one in findings if one.stops(decided.get(one.fingerprint))}
            exceptions |= {
                one.fingerprint
                for one in findings
                for said in [decided.get(one.fingerprint)]
                if said and said.answer is Answer.EXCEPTION and said.effect is Effect.CLEARED
            }
        for paper, one in zip(checked.papers, run.documents, strict=True):
            of_words = run is checked.words and paper.source is not None
            for gap, looked_at in _gaps(one):
                if looked_at:
                    seen.setdefault(gap.fingerprint, _where(gap, paper.part, of_words=of_words))
                else:
                    unread.add(gap.fingerprint)
    return FactsOf(len(open_), len(unread), tuple(sorted(seen.items())), tuple(sorted(exceptions)))


# ------------------------------------------------------------------ private


def _json(run: CheckRun) -> bytes:
    from redact.report import as_json

    return as_json.render(run).encode("utf-8", "backslashreplace")


def _document(run: CheckRun, path: str) -> Document:
    return next(one.document for one in run.documents if one.path == path and one.document is not None)


def _answers(run: CheckRun) -> list[tuple[tuple[Finding, ...], Mapping[str, Decided]]]:
    told = [one.judgement for one in run.documents if one.judgement is not None]
    answers: list[tuple[tuple[Finding, ...], Mapping[str, Decided]]] = [
        (one.findings, one.decisions) for one in told
    ]
    return answers if run.bundle is None else [*answers, (run.bundle.findings, run.bundle.decisions)]


def _gaps(one: Checked) -> list[tuple[Gap, bool]]:
    decided = one.judgement.decisions if one.judgement is not None else {}
    gaps = one.document.gaps if one.document is not None else ()
    return [
        (gap, said is not None and said.effect is Effect.CLEARED)
        for gap in gaps
        for said in [decided.get(gap.fingerprint)]
    ]


def _where(gap: Gap, part: PaperPart, *, of_words: bool) -> str:
    """Name a place that the program could not read, as the sentence that a person signs has it."""
    file = f"the Word file of the {part.words}" if of_words else f"the {part.words}"
    place = gap.location
    where = f"page {place.page} of {file}" if place.page is not None else file
    inside = "" if place.part.value == "body" else f", {place.part.value}"
    told = f"{where}{inside} ({gap.what})".encode("ascii", "replace").decode("ascii")
    return told if len(told) <= _LONGEST else told[: _LONGEST - 3] + "..."


def _boards(rules: Path | None) -> tuple[str, ...]:
    from redact.resources import rules_folder
    from redact.rulebook.packs import board_ids

    return board_ids(rules_folder(), *([rules] if rules else []))
