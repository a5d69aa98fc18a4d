"""What `anonymise` does with a new file: its name, the proof that no name is left in it, and its place.

The proof is on what was read back: the text must be the old one with the edits in it, and every sure form of
a name must stand where somebody has said that it may.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact import guard
from redact.errors import NotWritten, RedactError
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey
from redact.keystore.seal import seal
from redact.report.anonymising import as_json
from redact.report.whereabouts import survey
from redact.resolve.applying import moved
from redact.resolve.forms import Searcher
from redact.storage import write_new
from redact.values.anonymising import Anonymised, AnonymiseRun, Change, Plan, Spotted
from redact.values.checking import Checked
from redact.values.cleaning import Needle
from redact.values.edits import Edit, Rewriting
from redact.values.key import Key
from redact.values.text import Document, Location, Part, Span

__all__ = ["RECORD", "REPORT", "Job", "names_for", "prove", "prove_bytes", "spots", "tell", "write"]

REPORT = "changes.json"
RECORD = ".changes-"  # behind the key's name, and before the first digits of the new file's digest
_KIND = "changes"
_DIGITS = 16
# Parts of which every passage must come back as it was foretold, in its order.
_TEXT = frozenset(
    (
        *(Part.BODY, Part.TABLE, Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE),
        *(Part.COMMENT, Part.TEXT_BOX),
    )
)
_VERSIONS = "D9"  # another version of a drawing goes where it says what the first does


@dataclass(frozen=True, slots=True)
class Job:
    """One document on its way: as it was read, what is written in it, and as the new file was read."""

    number: int
    document: Document = field(repr=False)
    plan: Plan = field(repr=False)
    rewritings: tuple[Rewriting, ...] = field(repr=False)
    name: str = field(repr=False)
    content: bytes = field(repr=False)
    copy: Document = field(repr=False)


def names_for(entries: Sequence[Checked], searcher: Searcher, *, draft: bool) -> list[str]:
    """Name the new files: the old name where it tells of nobody, else a name of ours; each once.

    A draft says in its name that it may hold names.
    """
    names: list[str] = []
    for entry in entries:
        own = f"anonymised {entry.number}{entry.extension}"
        kept = Path(entry.path).name
        told = searcher.search_text(kept) or _named_by_the_check(entry)
        name = f"draft {entry.number}, may hold names{entry.extension}" if draft else own if told else kept
        taken = name.casefold() in {before.casefold() for before in names} or name == REPORT
        names.append(own if taken else name)
    return names


def _named_by_the_check(entry: Checked) -> bool:
    findings = entry.judgement.findings if entry.judgement is not None else ()
    return any(finding.location.part is Part.FILE_NAME for finding in findings)


def spots(number: int, document: Document, spans: Iterable[Span]) -> list[Spotted]:
    """Say where stretches of a document stand, in words of ours."""
    places = survey(document)
    starts = document.starts()
    found = []
    for span in spans:
        location = places.passages[span.passage].locate(span.start, span.end)
        at = starts.get(span.passage)
        stands = None if at is None else (at + span.start, at + span.end)
        found.append(Spotted(number, places.of_stretch(span, location, stands), location))
    return found


def prove(job: Job, searcher: Searcher) -> tuple[Spotted, ...]:
    """Search the new file for every form of every name, and for what should have been rewritten.

    Returns: the sure forms that nobody has let stay, and whatever reads as it did before.

    Raises:
        NotWritten: the text of the new file is not the old one with the edits in it.
    """
    _must_be_foretold(job)
    stays = _stays(job)
    passages = {passage.id: passage for passage in job.copy.passages}
    leaks = _as_before(job)
    spans = {span for hit in searcher.search(job.copy) if hit.sure for span in hit.spans}
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.passage, one.start)):
        passage = passages[span.passage]
        allowed = stays[passage.location.part, passage.text]
        explained = any(start <= span.start and span.end <= end for start, end in allowed)
        if not explained and not any(wider.contains(span) for wider in leaks):
            leaks.append(span)
    order = {passage.id: number for number, passage in enumerate(job.copy.passages)}
    leaks.sort(key=lambda one: (order[one.passage], one.start))
    return tuple(spots(job.number, job.copy, leaks))


def prove_bytes(job: Job, key: Key) -> tuple[Spotted, ...]:
    """Search the bytes of the new file, unpacked in every way that we know, for whole names of the key.

    What the reader takes for no text may hold one all the same: the id of a style, a file that nobody reads.
    A name of which something may stay in this document is not looked for here.
    """
    from redact.formats.proof import search
    from redact.formats.words import words_of

    texts = {passage.id: passage.text for passage in job.document.passages}
    stays = {
        word
        for span in (*job.plan.left, *job.plan.unsettled)
        for word in words_of(texts[span.passage][span.start : span.end])
    }
    names = [tuple(words_of(name.text)) for one in key.people if not one.stays for name in one.names]
    here = Location(Part.PROPERTY, "D38")
    needles = [
        Needle(words, here, identifier=True)
        for words in dict.fromkeys(names)
        if len(words) > 1 and not stays.issuperset(words)
    ]
    answer = guard.run(search, job.content, needles, frozenset())
    if not isinstance(answer, tuple):
        raise RedactError("the search gave no answer")
    return tuple(Spotted(job.number, "a part of the file that is not read as text", here) for _ in answer)


def _as_before(job: Job) -> list[Span]:
    """Give what was to be rewritten and was not: words in a picture, the name of a part."""
    new = {one.passage for one in job.rewritings}
    same = {(one.location.part, one.text) for one in job.document.passages if one.id not in new}
    old = {(one.location.part, one.text) for one in job.document.passages if one.id in new} - same
    return [
        Span(one.id, 0, len(one.text)) for one in job.copy.passages if (one.location.part, one.text) in old
    ]


def _must_be_foretold(job: Job) -> None:
    written = {one.passage: one.written for one in job.rewritings}
    before = [written.get(one.id, one.text) for one in job.document.passages if _is_text(one.location)]
    after = [one.text for one in job.copy.passages if _is_text(one.location)]
    before = [text for text in before if text.strip()]  # a passage of which nothing is left is none
    if before != after:
        raise NotWritten(
            "the new file does not read as it should, so there is none",
            "Save the document in Word as a new file, and take that; tell the makers of redact.",
        )


def _is_text(location: Location) -> bool:
    return location.part in _TEXT and location.place != _VERSIONS


def _stays(job: Job) -> defaultdict[tuple[Part, str], list[tuple[int, int]]]:
    """Say for each text of the new file, by its part, which stretches of it may hold a name."""
    rewritten = {one.passage: one for one in job.rewritings}
    passages = {passage.id: passage for passage in job.document.passages}
    found: defaultdict[tuple[Part, str], list[tuple[int, int]]] = defaultdict(list)
    for span in (*job.plan.left, *job.plan.unsettled):
        passage = passages[span.passage]
        own = rewritten.get(span.passage)
        edits: tuple[Edit, ...] = own.edits if own else ()
        text = own.written if own else passage.text
        found[passage.location.part, text].append((moved(span.start, edits), moved(span.end, edits)))
    return found


def tell(job: Job, searcher: Searcher) -> Anonymised:
    """Write the account of one new file, by pseudonym alone."""
    replaced = job.plan.replaced
    places = spots(job.number, job.document, [one.edit.span for one in replaced])
    changes = tuple(
        Change(one.pseudonym, one.edit.why, place) for one, place in zip(replaced, places, strict=True)
    )
    asked = sum(1 for hit in searcher.search(job.copy) if not hit.sure)
    return Anonymised(
        job.number,
        job.name,
        job.copy.sha256,
        changes,
        len(job.plan.left),
        len(job.plan.unsettled),
        asked,
        len(job.copy.gaps),
    )


# ------------------------------------------------------------------ writing


def write(run: AnonymiseRun, jobs: Sequence[Job], output: Path, opened: OpenKey, identity: Identity) -> None:
    """Write the new files, the report and the sealed record of each: all of them, or none.

    Raises:
        NotWritten: a file of one of the names is there, or one cannot be written; nothing is left then.
    """
    wanted = [(output / job.name, job.content) for job in jobs]
    wanted.append((output / REPORT, as_json(run).encode("utf-8")))
    if any(path.exists() or path.is_symlink() for path, _ in wanted):
        raise NotWritten(
            "a file of one of the names is already in that folder", "Give a new folder after -o."
        )
    sealed = [(_record_path(opened, job), _record(opened, job, identity)) for job in jobs]
    # The same document under the same key has its record from before.
    records = [(path, content) for path, content in dict(sealed).items() if not path.exists()]
    new_folder = not output.exists()
    try:
        if new_folder:
            _make(output)
        for path, content in records:
            write_new(path, content, private=True)
        for path, content in wanted:
            write_new(path, content)
    except BaseException:
        _take_away([*records, *wanted])
        if new_folder:
            with contextlib.suppress(OSError):
                output.rmdir()
        raise


def _make(folder: Path) -> None:
    try:
        folder.mkdir()
    except OSError as error:
        raise NotWritten(
            f"the folder cannot be made (error {error.errno})", "Make the folder above it first."
        ) from None


def _take_away(written: Iterable[tuple[Path, bytes]]) -> None:
    """Remove what is there of ours; none of these files was there before."""
    for path, content in written:
        with contextlib.suppress(OSError):
            if path.read_bytes() == content:
                path.unlink()


def _record_path(opened: OpenKey, job: Job) -> Path:
    """Name the record beside the key by the digest of the new file, which tells nothing of anybody."""
    return opened.path.with_name(f"{opened.path.stem}{RECORD}{job.copy.sha256[:_DIGITS]}.age")


def _record(opened: OpenKey, job: Job, identity: Identity) -> bytes:
    """Seal what was written over what, for the people of the key; `restore` undoes it with this alone."""
    by_passage = {one.passage: one for one in job.rewritings}
    of = {one.edit: one.of for one in job.plan.replaced}
    numbers = {passage.id: number for number, passage in enumerate(job.document.passages, 1)}
    if len(by_passage) != len(job.rewritings):
        raise RedactError("a passage is rewritten twice")
    edits = [
        {
            "passage": numbers[one.passage],
            "start": edit.span.start,
            "end": edit.span.end,
            "was": one.text[edit.span.start : edit.span.end],
            "is": edit.replacement,
            "of": of[edit],
        }
        for one in job.rewritings
        for edit in one.edits
    ]
    content = {
        "before_sha256": job.document.sha256,
        "after_sha256": job.copy.sha256,
        "key_revision": opened.key.revision,
        "edits": edits,
    }
    people = [one.card.age for one in opened.key.recipients]
    return seal(_KIND, opened.key.case, content, signer=identity, recipients=people)
