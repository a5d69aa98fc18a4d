"""`verify`: a finished document is searched for every form of every name of the case's key, then checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from redact.errors import ExitStatus, worst
from redact.judge.deciding import Words, last_words
from redact.keystore.identity import Identity
from redact.report.whereabouts import survey
from redact.resolve.forms import Searcher
from redact.run import decisions
from redact.run.case import open_case_key, open_secret
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, check
from redact.run.configuration import own_rules
from redact.run.hit_prints import with_prints
from redact.run.reading import Passwords
from redact.values.case import settings_of
from redact.values.checking import KeyUsed
from redact.values.forms import FormHit
from redact.values.key import Key
from redact.values.since import case_mark
from redact.values.text import Document
from redact.values.verifying import HitSeen, VerifiedDocument, VerifyRun

__all__ = ["verify"]


def verify(
    paths: Sequence[str],
    found: CaseFolder,
    identity: Identity,
    own: Path,
    *,
    passwords: Passwords,
    watcher: Watcher,
) -> VerifyRun:
    """Search documents for the names of a case's key, and check them in the case; changes nothing.

    A file that cannot be read is one error in the check; the others are searched all the same.

    Args:
        own: the user's own folder.

    Raises:
        KeyFault: the key or the case's secret cannot be opened.
        RuleFault, ModelFault: as `check` does.
    """
    key = open_case_key(found, identity, own).key
    secret = open_secret(found, identity, own).secret
    settings = settings_of(found.case)
    words = last_words(decisions.read(found, own).decisions, date.today())
    checked = check(
        paths,
        settings,
        passwords=passwords,
        watcher=watcher,
        secret=secret,
        scope="case",
        case=case_mark(secret, found.case.id),
        words=words,
        key=key,
        key_used=KeyUsed(key.revision, known=len(key.people) + len(key.things)),
        rules=own_rules(paths),
    )
    searcher = Searcher(key)
    called = _called(key)
    documents = tuple(
        VerifiedDocument(
            entry.number, _seen(searcher.search(entry.document), entry.document, secret, words, called)
        )
        for entry in checked.documents
        if entry.document is not None
    )
    open_ = any(hit.open for document in documents for hit in document.hits)
    people = sum(1 for person in key.people if not person.stays and person.names)
    # A key that names nobody finds nothing in any document: that says nothing.
    nobody = [ExitStatus.CANNOT_TELL] if not people else []
    status = worst([checked.status, *([ExitStatus.FINDINGS] if open_ else []), *nobody])
    return VerifyRun(documents, checked, people, key.revision, status)


def _seen(
    hits: Sequence[FormHit], document: Document, secret: bytes, words: Words, called: Mapping[str, str]
) -> tuple[HitSeen, ...]:
    places = survey(document)
    passages = {passage.id: passage for passage in document.passages}
    starts = document.starts()
    made = []
    for one in with_prints(hits, document, secret, words):
        span = one.hit.spans[0]
        location = passages[span.passage].locate(span.start, span.end)
        start = starts.get(span.passage)
        stands = None if start is None else (start + span.start, start + span.end)
        where = places.of_stretch(span, location, stands)
        part = location.part.value
        made.append(HitSeen(one.hit, called[one.hit.of], where, one.fingerprint, one.decided, part))
    return tuple(made)


def _called(key: Key) -> dict[str, str]:
    """Give for everybody and everything of the key what reports say in place of the name."""
    things = {thing.id: thing.pseudonym or f"thing {thing.id}" for thing in key.things}
    return things | {person.id: person.pseudonym or f"person {person.id}" for person in key.people}
