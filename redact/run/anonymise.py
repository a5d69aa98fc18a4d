"""`anonymise`: documents in, the same documents out with pseudonyms for names; proved, or nothing is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from redact.errors import ExitStatus, RedactError, WrongType
from redact.judge import Words, last_words
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey
from redact.resolve.applying import rewritings
from redact.resolve.forms import Searcher
from redact.resolve.replacing import Manner, plan
from redact.resolve.settling import Known
from redact.run import decisions
from redact.run.anonymise_proof import prove, prove_bytes
from redact.run.anonymise_writing import files_of, write
from redact.run.anonymised import REPORT, Job, called, names_for, open_spots, tell
from redact.run.case import open_case_key, open_secret
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, check, check_opened, find
from redact.run.claims import claims_of, manner_of, names_of_several
from redact.run.configuration import own_rules
from redact.run.drafts import DRAFT_LINE, as_draft
from redact.run.hit_prints import with_prints
from redact.run.reading import Opened, Passwords, naming
from redact.run.rewritten import read_back, rewritten
from redact.run.typeset_plan import Whole
from redact.run.writing import must_be_folder, must_be_free
from redact.storage import look_ahead
from redact.values.anonymising import AnonymiseRun, Plan, Spotted, Wishes
from redact.values.case import settings_of
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import Settings
from redact.values.schemes import Scheme
from redact.values.text import Document, Format

__all__ = ["NoPseudonym", "anonymise"]

_NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What every document of one call is anonymised with."""

    opened: OpenKey = field(repr=False)
    secret: bytes = field(repr=False)
    settings: Settings
    words: Words
    manner: Manner
    searcher: Searcher = field(repr=False)
    draft: bool
    watcher: Watcher
    rules: Path | None = field(default=None, repr=False)  # a partnership's own


class NoPseudonym(RedactError):
    """Somebody who is to go has no pseudonym yet: somebody has to give one first, and nothing was written."""

    status = ExitStatus.FINDINGS


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
    wishes: Wishes = _NO_WISHES,
) -> AnonymiseRun:
    """Write each document anew with the pseudonyms of the case's key, all of them or none.

    Args:
        output: the folder for the new files; it is made where it is missing.
        own: the user's own folder.
        scheme: of the case's labels, for the words around them.
        draft: leave what nobody has settled; the new files say in their first line and in their names that
            they may hold names.
        wishes: how exactly dates may be read, and what is done with what is undecided.

    Returns: the outcome; where something is unsettled and it is no draft, or where a new file still held a
    name, nothing is written.

    Raises:
        KeyFault: the key or the case's secret cannot be opened.
        FileFault: a file cannot be read, rewritten or written; nothing is left then.
        NoPseudonym: somebody who is to go has no pseudonym.
        WrongUse: a file would take the place of another.
    """
    must_be_folder(output)
    look_ahead(output / REPORT if output.exists() else output)
    grounds = _grounds(found, identity, own, scheme, wishes, watcher, draft=draft)
    grounds = replace(grounds, rules=own_rules(paths))
    before = check(
        paths,
        grounds.settings,
        passwords=passwords,
        watcher=watcher,
        secret=grounds.secret,
        scope="case",
        words=grounds.words,
        rules=grounds.rules,
    )
    several = len(before.documents) > 1
    documents = [(entry, _readable(entry, several)) for entry in before.documents]
    names = names_for([entry for entry, _ in documents], grounds.searcher, draft=draft)
    must_be_free(files_of(names, output))  # said before the work, and looked at once more behind it
    plans = _planned(documents, grounds)
    unsettled = _unsettled(documents, plans, grounds)
    if unsettled and not draft:
        return AnonymiseRun(unsettled=unsettled)
    jobs = _rewritten(documents, plans, names, grounds)
    leaks = _leaks(jobs, grounds)
    if leaks:
        return AnonymiseRun(leaks=leaks, draft=draft)
    checked = _judged(jobs, output, grounds)
    told = tuple(tell(job, grounds.opened.key) for job in jobs)
    run = AnonymiseRun(told, unsettled, (), checked, draft)
    write(run, jobs, output, grounds.opened, identity)
    return run


def _grounds(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    scheme: Scheme,
    wishes: Wishes,
    watcher: Watcher,
    *,
    draft: bool,
) -> _Grounds:
    held = found.case
    opened = open_case_key(found, identity, own)
    return _Grounds(
        opened,
        open_secret(found, identity, own).secret,
        settings_of(held),
        last_words(decisions.read(found, own).decisions, date.today()),
        manner_of(held, opened.key, scheme, wishes),
        Searcher(opened.key),
        draft,
        watcher,
    )


def _readable(entry: Checked, several: bool) -> Document:
    """Give a document that can be rewritten."""
    with naming(entry.number, several):
        return _admitted(entry)


def _admitted(entry: Checked) -> Document:
    from redact.formats.pdf.retypeset.admitting import must_be_text
    from redact.formats.rewriting import rewriter_of

    if entry.document is None:
        raise entry.error or RedactError("a file gave neither a document nor an error")
    rewriter_of(entry.document.format)
    if entry.document.format is Format.PDF:
        must_be_text(entry.document)
    elif any(passage.focus for passage in entry.document.passages):
        raise WrongType(
            "the document holds tracked deletions, which still say what was deleted",
            "Accept or reject its tracked changes in Word, and take it then.",
        )
    return entry.document


def _planned(documents: Sequence[tuple[Checked, Document]], grounds: _Grounds) -> list[Plan]:
    """Say for each document what is to be written in it."""
    known = Known(grounds.opened.key)
    several = names_of_several(entry for entry, _ in documents)
    plans = []
    for entry, document in documents:
        whole = Whole(document)
        hits = grounds.searcher.search(whole.document)
        marked = whole.hits(with_prints(hits, whole.document, grounds.secret, grounds.words))
        made = plan(whole.document, whole.claims(claims_of(entry, several)), marked, known, grounds.manner)
        plans.append(whole.back(made))
        grounds.watcher("saying what is written, documents", len(plans), len(documents))
    nameless = {of for one in plans for of in one.nameless}
    if nameless:
        have = "have" if len(nameless) > 1 else "has"
        raise NoPseudonym(
            f"{len(nameless)} of those who are named in it {have} no pseudonym in the key",
            "Give each one: redact review --terminal with the documents.",
        )
    return plans


def _unsettled(
    documents: Sequence[tuple[Checked, Document]], plans: Sequence[Plan], grounds: _Grounds
) -> tuple[Spotted, ...]:
    names = called(grounds.opened.key)
    return tuple(
        spot
        for (entry, document), one in zip(documents, plans, strict=True)
        for spot in open_spots(entry.number, document, one.unsettled, names)
    )


def _rewritten(
    documents: Sequence[tuple[Checked, Document]],
    plans: Sequence[Plan],
    names: Sequence[str],
    grounds: _Grounds,
) -> list[Job]:
    """Rewrite every document, and read what was written as any file is read.

    Which writer does it says the format that was read (`formats.rewriting.REWRITERS`).
    """
    from redact.formats.rewriting import rewriter_of

    jobs = []
    for (entry, document), one, name in zip(documents, plans, names, strict=True):
        own = rewritings(document.passages, [replaced.edit for replaced in one.replaced])
        writer = rewriter_of(document.format)
        line = DRAFT_LINE if grounds.draft else ""
        with naming(entry.number, len(documents) > 1):
            content = rewritten(entry.path, document, own, grounds.secret, name, line)
            if grounds.draft and document.format is not Format.PDF:  # of which every page says so
                content = as_draft(content, name, writer.written, grounds.secret)
            copy = read_back(content, name, writer.written, grounds.secret)
        jobs.append(Job(entry.number, document, one, own, name, content, copy, entry.path, line))
        grounds.watcher("writing and reading back, documents", len(jobs), len(documents))
    return jobs


def _leaks(jobs: Sequence[Job], grounds: _Grounds) -> tuple[Spotted, ...]:
    """Search every new file; its bytes only where its text holds nothing."""
    found: list[Spotted] = []
    for number, job in enumerate(jobs, 1):
        found += prove(job, grounds.searcher)
        grounds.watcher("searching what was written, documents", number, len(jobs))
    return tuple(found) or tuple(leak for job in jobs for leak in prove_bytes(job, grounds.opened.key))


def _judged(jobs: Sequence[Job], output: Path, grounds: _Grounds) -> CheckRun:
    copies = [Opened(job.number, str(output / job.name), document=job.copy) for job in jobs]
    mentions = find([job.copy for job in jobs], grounds.watcher)
    return check_opened(
        copies,
        mentions,
        grounds.settings,
        secret=grounds.secret,
        scope="case",
        words=grounds.words,
        key=grounds.opened.key,
        rules=grounds.rules,
    )
