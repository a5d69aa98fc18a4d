"""`review`: the people of a case's documents, asked about one at a time; the answers, kept in its key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from redact.errors import RedactError, WrongUse
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey, save_key
from redact.report.whereabouts import survey
from redact.resolve.reviewing import begin
from redact.resolve.settling import plain
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.run import decisions
from redact.run.case import open_case_key, open_secret
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, check
from redact.run.reading import Passwords
from redact.values.checking import Checked, CheckRun
from redact.values.decisions import Answer, Decision, Reason
from redact.values.judgement import Finding, Settings, Severity
from redact.values.people import Label
from redact.values.persons import PersonCard
from redact.values.reviewing import Question, Sitting, Spot
from redact.values.schemes import Scheme

__all__ = ["Review", "prepare", "questions_of", "save", "scheme_of"]

_AROUND = 60  # characters shown on each side of a name


@dataclass(frozen=True, slots=True)
class Review:
    """A sitting that was begun, and the key as it was opened. `unread` counts what could not be read."""

    sitting: Sitting = field(repr=False)
    opened: OpenKey = field(repr=False)
    run: CheckRun = field(repr=False)
    unread: int = 0


def scheme_of(name: str) -> Scheme:
    """Give a scheme of labels by its name.

    Raises:
        WrongUse: there is none of that name; the known ones are said.
        RuleFault: a scheme has a fault.
    """
    schemes = load_schemes(rules_folder())
    if name not in schemes:
        raise WrongUse("there is no such scheme of labels", f"The schemes are: {', '.join(sorted(schemes))}")
    return schemes[name]


def prepare(
    paths: Sequence[str],
    found: CaseFolder,
    identity: Identity,
    own: Path,
    *,
    passwords: Passwords,
    watcher: Watcher,
) -> Review:
    """Check the documents in their case, and find what is still to be asked; changes nothing.

    Args:
        own: the user's own folder.

    Raises:
        KeyFault: the key or the case's secret cannot be opened.
        FileFault: a file cannot be read: whoever stands in it would not be asked about.
    """
    opened = open_case_key(found, identity, own)
    secret = open_secret(found, identity, own).secret
    held = found.case
    settings = Settings(edition=held.edition, audience=held.audience, mode=held.mode, board=held.board)
    run = check(paths, settings, passwords=passwords, watcher=watcher, secret=secret, scope="case")
    for entry in run.documents:
        if entry.error is not None:
            raise entry.error
    unread = sum(len(entry.document.gaps) for entry in run.documents if entry.document)
    return Review(begin(opened.key, questions_of(run)), opened, run, unread)


def save(review: Review, sitting: Sitting, found: CaseFolder, identity: Identity) -> Review:
    """Keep what was answered: people and links in the key, and for each mistake a decision in the case.

    The key is saved first. Whoever is stopped between the two is asked about the mistakes again.

    Raises:
        KeyConflict, NotWritten: as `save_key` does; nothing was kept then.
        Damaged, NotWritten: the decisions could not be written; the key is kept.
    """
    before = {(answered.question.id, answered.of) for answered in review.sitting.answered}
    new = [one for one in sitting.answered if (one.question.id, one.of) not in before]
    opened = review.opened
    if sitting.key != opened.key:
        opened = save_key(opened, sitting.key, identity, what="review")
    when = decisions.now()
    wrong = dict.fromkeys(spot.fingerprint for one in new if one.of is None for spot in one.question.spots)
    if wrong:
        said = [
            Decision(fingerprint, Answer.MISTAKEN, Reason.NOT_A_NAME, identity.card.name, when)
            for fingerprint in wrong
        ]
        decisions.record(found, said, identity)
    return replace(review, opened=opened, sitting=replace(sitting, key=opened.key))


def questions_of(run: CheckRun, cards: Mapping[str, PersonCard] | None = None) -> tuple[Question, ...]:
    """Give a question for each person of the documents, then one for each name that several could bear.

    Args:
        cards: what is known of each person, by the id of her entity.
    """
    spots: dict[str, list[Spot]] = {}
    for entry in run.documents:
        for finding, spot in _spots(entry):
            key = finding.entity or f"open {plain(spot.text)}"
            spots.setdefault(key, []).append(spot)
    told = [(key, own) for key, own in spots.items() if not key.startswith("open ")]
    open_ = [
        (f"open {number}", spots[key]) for number, key in enumerate(sorted(set(spots) - dict(told).keys()), 1)
    ]
    known = cards or {}
    return tuple(
        _question(key, own, known.get(key), told=not key.startswith("open ")) for key, own in (*told, *open_)
    )


def _question(key: str, spots: list[Spot], card: PersonCard | None, *, told: bool) -> Question:
    if card is None:
        return Question(key, tuple(spots), told=told)
    evidence = tuple(dict.fromkeys(link.because.words for link in card.links))
    kinds = tuple((text, kind) for kind, texts in card.forms for text in texts)
    return Question(key, tuple(spots), evidence, card.relations, kinds, told=told)


def _spots(entry: Checked) -> list[tuple[Finding, Spot]]:
    """Give the places of one document in which a name stands that blocks or is asked about."""
    if entry.document is None or entry.judgement is None:
        raise RedactError("a document that was not read is reviewed")
    texts = {passage.id: passage.text for passage in entry.document.passages}
    places = survey(entry.document, show_names=True)
    found: dict[tuple[str, int, int], tuple[Finding, Spot]] = {}
    for finding in entry.judgement.findings:
        if finding.label != Label.PERSON.value or finding.severity is Severity.NOTE or not finding.spans:
            continue
        span = finding.spans[0]
        text = texts[span.passage]
        spot = Spot(
            text=" ".join(text[span.start : span.end].split()),
            fingerprint=finding.fingerprint,
            document=entry.number,
            where=places.of_finding(finding),
            before=text[max(0, span.start - _AROUND) : span.start],
            after=text[span.end : span.end + _AROUND],
        )
        found.setdefault((span.passage, span.start, span.end), (finding, spot))
    return list(found.values())
