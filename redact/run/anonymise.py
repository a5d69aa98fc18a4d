"""`anonymise`: documents in, the same documents out with pseudonyms for names; proved, or nothing is left."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from redact import guard
from redact.errors import RedactError, WrongType, WrongUse
from redact.judge import Words, last_words
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey
from redact.resolve.applying import rewritings
from redact.resolve.forms import Searcher
from redact.resolve.replacing import plan
from redact.resolve.settling import Known
from redact.run import decisions
from redact.run.anonymised import Job, names_for, prove, prove_bytes, spots, tell, write
from redact.run.case import open_case_key, open_secret
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, check, check_opened, find
from redact.run.reading import Opened, Passwords
from redact.values.anonymising import AnonymiseRun, Claim, Plan
from redact.values.checking import Checked, CheckRun
from redact.values.decided import Effect
from redact.values.judgement import Settings, Severity
from redact.values.people import Label
from redact.values.schemes import Scheme
from redact.values.text import Document

__all__ = ["anonymise"]


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What every document of one call is anonymised with."""

    opened: OpenKey = field(repr=False)
    secret: bytes = field(repr=False)
    settings: Settings
    words: Words
    scheme: Scheme
    draft: bool


def anonymise(
    paths: Sequence[str],
    output: Path,
    found: CaseFolder,
    identity: Identity,
    own: Path,
    *,
    scheme: Scheme,
    draft: bool,
    passwords: Passwords,
    watcher: Watcher,
) -> AnonymiseRun:
    """Write each document anew with the pseudonyms of the case's key, all of them or none.

    Args:
        output: the folder for the new files; it is made where it is missing.
        own: the user's own folder.
        scheme: of the case's labels, for the words around them.
        draft: leave names of which nobody has said whose they are; the new files say in their names that
            they may hold some.

    Returns: the outcome; where names are unsettled and it is no draft, or where a new file still held one,
    nothing is written.

    Raises:
        KeyFault: the key or the case's secret cannot be opened.
        FileFault: a file cannot be read, rewritten or written; nothing is left then.
        WrongUse: somebody who is to go has no pseudonym, or a file would take the place of another.
    """
    grounds = _grounds(found, identity, own, scheme, draft=draft)
    asked: dict[int, str | None] = {}

    def remembered(number: int, path: str, again: bool) -> str | None:
        asked[number] = passwords(number, path, again)
        return asked[number]

    before = check(
        paths,
        grounds.settings,
        passwords=remembered,
        watcher=watcher,
        secret=grounds.secret,
        scope="case",
        words=grounds.words,
    )
    documents = [(entry, _readable(entry)) for entry in before.documents]
    searcher, known = Searcher(grounds.opened.key), Known(grounds.opened.key)
    plans = [
        plan(document, _claims(entry), searcher.search(document), known, scheme)
        for entry, document in documents
    ]
    _must_have_pseudonyms(plans)
    unsettled = tuple(
        spot
        for (entry, document), one in zip(documents, plans, strict=True)
        for spot in spots(entry.number, document, one.unsettled)
    )
    if unsettled and not draft:
        return AnonymiseRun(unsettled=unsettled)
    jobs = _rewritten(documents, plans, searcher, grounds)
    leaks = tuple(leak for job in jobs for leak in prove(job, searcher))
    leaks = leaks or tuple(leak for job in jobs for leak in prove_bytes(job, grounds.opened.key))
    if leaks:
        return AnonymiseRun(leaks=leaks, draft=draft)
    checked = _judged(jobs, output, grounds, watcher)
    run = AnonymiseRun(tuple(tell(job, searcher) for job in jobs), unsettled, (), checked, draft)
    write(run, jobs, output, grounds.opened, identity)
    return run


def _grounds(found: CaseFolder, identity: Identity, own: Path, scheme: Scheme, *, draft: bool) -> _Grounds:
    held = found.case
    return _Grounds(
        open_case_key(found, identity, own),
        open_secret(found, identity, own).secret,
        Settings(edition=held.edition, audience=held.audience, mode=held.mode, board=held.board),
        last_words(decisions.read(found, own).decisions, date.today()),
        scheme,
        draft,
    )


def _readable(entry: Checked) -> Document:
    """Give a document that can be rewritten."""
    from redact.formats.rewriting import rewriter_of

    if entry.document is None:
        raise entry.error or RedactError("a file gave neither a document nor an error")
    rewriter_of(entry.document.format)
    if any(passage.focus for passage in entry.document.passages):
        raise WrongType(
            "the document holds tracked deletions, which still say what was deleted",
            "Accept or reject its tracked changes in Word, and take it then.",
        )
    return entry.document


def _claims(entry: Checked) -> tuple[Claim, ...]:
    """Give every place in which the check has found something that somebody may have decided about."""
    judgement = entry.judgement
    if judgement is None:
        raise RedactError("a document that was not judged is anonymised")
    decided = judgement.decisions
    claims = []
    for finding in judgement.findings:
        person = finding.label == Label.PERSON.value
        word = decided.get(finding.fingerprint)
        cleared = word is not None and word.effect is Effect.CLEARED
        if finding.spans and (person or cleared):
            name = person and finding.severity is not Severity.NOTE
            claims.append(Claim(finding.spans, finding.fingerprint, name, person, cleared))
    return tuple(claims)


def _must_have_pseudonyms(plans: Sequence[Plan]) -> None:
    nameless = {of for one in plans for of in one.nameless}
    if nameless:
        raise WrongUse(
            f"{len(nameless)} of those who are named in it have no pseudonym in the key",
            "Give each one: redact review --terminal with the documents.",
        )


def _rewritten(
    documents: Sequence[tuple[Checked, Document]],
    plans: Sequence[Plan],
    searcher: Searcher,
    grounds: _Grounds,
) -> list[Job]:
    """Rewrite every document, and read what was written as any file is read."""
    names = names_for([entry for entry, _ in documents], searcher, draft=grounds.draft)
    jobs = []
    for (entry, document), one, name in zip(documents, plans, names, strict=True):
        own = rewritings(document.passages, [replaced.edit for replaced in one.replaced])
        content = _written(entry, document, own, grounds.secret)
        copy = _read_back(content, name, document, grounds.secret)
        jobs.append(Job(entry.number, document, one, own, name, content, copy))
    return jobs


def _written(entry: Checked, document: Document, own: tuple[object, ...], secret: bytes) -> bytes:
    from redact.formats import Request
    from redact.formats.rewriting import rewrite_file

    request = Request(Path(entry.path).name, secret)
    answer = guard.run(rewrite_file, entry.path, document.sha256, request, document.format, own)
    if not isinstance(answer, bytes):
        raise RedactError("the rewriter gave no file")
    return answer


def _read_back(content: bytes, name: str, document: Document, secret: bytes) -> Document:
    from redact.formats import Request
    from redact.formats.cleaners import read_copy
    from redact.formats.ocr import SECONDS_IN_ALL, engine
    from redact.guard import Limits

    reader = engine()
    limits = Limits(programs=(reader,), outside_seconds=SECONDS_IN_ALL) if reader else Limits()
    request = Request(name, secret, ocr=reader)
    answer = guard.run(read_copy, content, request, document.format, limits=limits)
    if not isinstance(answer, Document) or answer.sha256 != hashlib.sha256(content).hexdigest():
        raise RedactError("the reader gave no document")
    return answer


def _judged(jobs: Sequence[Job], output: Path, grounds: _Grounds, watcher: Watcher) -> CheckRun:
    copies = [Opened(job.number, str(output / job.name), document=job.copy) for job in jobs]
    mentions = find([job.copy for job in jobs], watcher)
    return check_opened(
        copies, mentions, grounds.settings, secret=grounds.secret, scope="case", words=grounds.words
    )
