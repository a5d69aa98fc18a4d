"""What `anonymise` says of a new file: its name, whether it reads as was foretold, and its account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from redact.errors import NotWritten
from redact.report.whereabouts import survey
from redact.resolve.forms import Searcher
from redact.values.anonymising import Ambiguous, Anonymised, Change, Open, Plan, Spotted
from redact.values.checking import Checked
from redact.values.decided import Effect
from redact.values.edits import Rewriting
from redact.values.key import Key
from redact.values.text import Document, Format, Location, Part, Span
from redact.values.verifying import MarkedHit

__all__ = ["PAGE", "REPORT", "Job", "called", "must_be_foretold", "names_for", "open_spots", "spots", "tell"]

REPORT, PAGE = "changes.json", "changes.html"
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
    path: str = field(default="", repr=False)
    line: str = ""  # of a draft, what stands before its text


def names_for(entries: Sequence[Checked], searcher: Searcher, *, draft: bool) -> list[str]:
    """Name the new files: the old name where it tells of nobody, else a name of ours; each once.

    A draft says in its name that it may hold names.
    """
    names: list[str] = []
    for entry in entries:
        suffix = _suffix(entry)
        own = f"anonymised {entry.number}{suffix}"
        kept = Path(entry.path).name if suffix == entry.extension else Path(entry.path).stem + suffix
        told = searcher.search_text(kept) or _named_by_the_check(entry)
        name = f"draft {entry.number}, may hold names{suffix}" if draft else own if told else kept
        taken = name.casefold() in {before.casefold() for before in names} or name in (REPORT, PAGE)
        names.append(own if taken else name)
    return names


def _suffix(entry: Checked) -> str:
    """Say how the new file's name ends: as the old one's, where it is of the same format."""
    from redact.formats.rewriting import rewriter_of

    if entry.document is None:
        return entry.extension
    entry_of = rewriter_of(entry.document.format)
    return entry.extension if entry_of.gives is None else entry_of.suffix


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


def open_spots(
    number: int, document: Document, open_: Sequence[Open], names: Mapping[str, str]
) -> list[Spotted]:
    """Say where the open places of a document are, why they are open and whose each may be.

    Args:
        names: what reports call everybody of the key, by id.
    """
    return [
        replace(
            spot,
            why=one.why,
            label=one.label,
            fingerprint=one.fingerprint,
            choices=tuple((names[of], print_) for of, print_ in one.choices),
        )
        for one, spot in zip(open_, spots(number, document, [each.span for each in open_]), strict=True)
    ]


def called(key: Key) -> dict[str, str]:
    """Give for everybody and everything of a key what reports say in place of the name."""
    things = {thing.id: thing.pseudonym or f"thing {thing.id}" for thing in key.things}
    return things | {person.id: person.pseudonym or f"person {person.id}" for person in key.people}


def must_be_foretold(job: Job) -> None:
    """Hold the text of the new file against the old one with the edits in it.

    Raises:
        NotWritten: it is another.
    """
    from redact.formats.rewriting import rewriter_of

    written = {one.passage: one.written for one in job.rewritings}
    before = [written.get(one.id, one.text) for one in job.document.passages if _is_text(one.location)]
    after = [one.text for one in job.copy.passages if _is_text(one.location)]
    before = [text for text in (job.line, *before) if text.strip()]  # an empty passage is none
    if rewriter_of(job.document.format).as_words:
        before, after = (
            [word for text in before for word in text.split()],
            [word for text in after for word in text.split()],
        )
    if before != after:
        raise NotWritten(
            "the new file does not read as it should, so there is none",
            "Save the document in Word as a new file, and take that; tell the makers of redact.",
        )


def _is_text(location: Location) -> bool:
    return location.part in _TEXT and location.place != _VERSIONS


def tell(job: Job, key: Key) -> Anonymised:
    """Write the account of one new file, by pseudonym alone."""
    replaced, plan, names = job.plan.replaced, job.plan, called(key)
    places = spots(job.number, job.document, [one.edit.span for one in replaced])
    asked = spots(job.number, job.document, [one.hit.spans[0] for one in plan.asked])
    return Anonymised(
        job.number,
        job.name,
        job.copy.sha256,
        tuple(
            Change(one.pseudonym, one.edit.why, place) for one, place in zip(replaced, places, strict=True)
        ),
        tuple(spots(job.number, job.document, plan.left)),
        len(plan.unsettled),
        tuple(
            Ambiguous(one.hit.form.value, names[one.hit.of], one.fingerprint, spot, decided=_may_stay(one))
            for one, spot in zip(plan.asked, asked, strict=True)
        ),
        len(job.copy.gaps),
        tuple(_left_out(job)),
    )


def _left_out(job: Job) -> Iterator[Spotted]:
    """Say what of the old file is not in the new one, where that was set anew from its text."""
    from redact.formats.pdf.retypeset.admitting import left_out

    for what, location in left_out(job.document) if job.document.format is Format.PDF else ():
        where = "the whole file" if location.page is None else f"page {location.page}"
        yield Spotted(job.number, f"{where}: {what}", location)


def _may_stay(one: MarkedHit) -> bool:
    return one.decided is not None and one.decided.effect is Effect.CLEARED
