"""`review`: the people of a case's documents, asked about one at a time; the answers, kept in its key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from redact.errors import KeyConflict, RedactError, WrongUse
from redact.judge import last_words
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey, save_key
from redact.report.whereabouts import survey
from redact.resolve.key_joining import join
from redact.resolve.reviewing import begin
from redact.resolve.settling import THINGS, plain
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.run import decisions
from redact.run.case import open_case_key, open_secret
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, check
from redact.run.configuration import own_rules
from redact.run.reading import Passwords
from redact.values.case import settings_of
from redact.values.checking import Checked, CheckRun
from redact.values.decided import Effect
from redact.values.decisions import Answer, Decision, Reason
from redact.values.judgement import Finding, Severity
from redact.values.people import Label
from redact.values.persons import PersonCard
from redact.values.reviewing import LabelSeen, Question, Sitting, Spot
from redact.values.schemes import Scheme
from redact.values.text import Span

__all__ = ["Review", "labels_of", "prepare", "questions_of", "save", "scheme_of"]

_AROUND = 60  # characters shown on each side of a name
_ASKED = frozenset(label.value for label in (Label.PERSON, *THINGS))


@dataclass(frozen=True, slots=True)
class Review:
    """A sitting that was begun, and the key as it was opened. `unread` counts what could not be read.

    `joined` says that somebody else had saved the key meanwhile, so that it now holds the answers of both;
    `differing` counts what both have answered, and not alike: there the one that was saved first stands.
    """

    sitting: Sitting = field(repr=False)
    opened: OpenKey = field(repr=False)
    run: CheckRun = field(repr=False)
    unread: int = 0
    joined: bool = False
    differing: int = 0


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
    settings = settings_of(found.case)
    words = last_words(decisions.read(found, own).decisions, date.today())
    run = check(
        paths,
        settings,
        passwords=passwords,
        watcher=watcher,
        secret=secret,
        scope="case",
        words=words,
        key=opened.key,
        rules=own_rules(paths),
    )
    for entry in run.documents:
        if entry.error is not None:
            raise entry.error
    unread = sum(len(entry.document.gaps) for entry in run.documents if entry.document)
    in_use = {name for one in run.entities if one.label is Label.PSEUDONYM for name in one.names}
    return Review(begin(opened.key, questions_of(run), in_use, labels_of(run)), opened, run, unread)


def save(review: Review, sitting: Sitting, found: CaseFolder, identity: Identity, own: Path) -> Review:
    """Keep what was answered: who is who in the key, and what is no name or stays as decisions of the case.

    The key is saved first. Whoever is stopped between the two is asked by `check` about the decisions again.
    Where somebody else has saved the key since it was opened, both are joined and nobody's answers are lost.

    Args:
        own: the user's own folder.

    Raises:
        KeyFault, NotWritten: as `save_key` and `open_case_key` do; nothing was kept then.
        Damaged, NotWritten: the decisions could not be written; the key is kept.
    """
    before = {(answered.question.id, answered.of) for answered in review.sitting.answered}
    new = [one for one in sitting.answered if (one.question.id, one.of) not in before]
    after = replace(review, sitting=sitting, joined=False, differing=0)
    if sitting.key != review.opened.key:
        try:
            opened = save_key(review.opened, sitting.key, identity, what="review")
            after = replace(after, opened=opened, sitting=replace(sitting, key=opened.key))
        except KeyConflict:
            after = _joined(after, open_case_key(found, identity, own), identity)
    when = decisions.now()
    said = {
        spot.fingerprint: _decision(spot.fingerprint, one.why, identity.card.name, when)
        for one in new
        if one.of is None
        for spot in one.question.spots
    }
    if said:
        decisions.record(found, list(said.values()), identity)
    return after


def _joined(review: Review, theirs: OpenKey, identity: Identity) -> Review:
    """Save the answers of this sitting on top of what somebody else has saved meanwhile."""
    sitting = review.sitting
    both = join(theirs.key, sitting.key, review.opened.key)
    opened = save_key(theirs, both.key, identity, what="review")
    again = begin(opened.key, sitting.every, sitting.in_use, sitting.seen)
    again = replace(again, answered=sitting.answered)
    return replace(review, opened=opened, sitting=again, joined=True, differing=len(both.conflicts))


def _decision(fingerprint: str, why: Reason | None, who: str, when: datetime) -> Decision:
    """Say of one place that it names nobody and nothing, or, for a reason, that it stays."""
    answer = Answer.MISTAKEN if why is None else Answer.KEEP
    return Decision(fingerprint, answer, why or Reason.NOT_A_NAME, who, when)


def questions_of(run: CheckRun) -> tuple[Question, ...]:
    """Give a question for each person, for each name that several could bear, then for each place and body.

    What the key already says is among them: `begin` leaves it out. What a decision has cleared is not asked.
    """
    spots: dict[tuple[str, Label], list[Spot]] = {}
    for entry in run.documents:
        for finding, spot in _spots(entry):
            label = Label(finding.label)
            spots.setdefault((finding.entity or f"open {plain(spot.text)}", label), []).append(spot)
    told = [key for key in spots if not key[0].startswith("open ")]
    untold = sorted((key for key in spots if key not in told), key=lambda key: (key[1].value, key[0]))
    cards = {card.entity: card for card in run.cards}
    texts = {
        passage.id: passage.text
        for entry in run.documents
        if entry.document is not None
        for passage in entry.document.passages
    }
    people = [_question(key, spots[key], cards.get(key[0]), texts) for key in told if key[1] is Label.PERSON]
    open_ = [
        Question(f"open {number}", tuple(spots[key]), told=False, label=key[1])
        for number, key in enumerate(untold, 1)
    ]
    things = [Question(key[0], tuple(spots[key]), label=key[1]) for key in told if key[1] in THINGS]
    return (*people, *open_, *things)


def labels_of(run: CheckRun) -> tuple[LabelSeen, ...]:
    """Give the labels that stand beside names in the documents of a call, each once for each place."""
    if not run.labels:
        return ()
    found = [(finding, spot) for entry in run.documents for finding, spot in _spots(entry)]
    names = {finding.spans[0]: (finding, spot) for finding, spot in found}
    seen = []
    for one in run.labels:
        if one.name in names:
            finding, spot = names[one.name]
            seen.append(LabelSeen(one.label, spot, finding.entity or f"open {plain(spot.text)}"))
    return tuple(dict.fromkeys(seen))


def _question(
    key: tuple[str, Label], spots: list[Spot], card: PersonCard | None, texts: Mapping[str, str]
) -> Question:
    if card is None:
        return Question(key[0], tuple(spots), label=key[1])
    evidence = dict.fromkeys((_text(link.mention.span, texts), link.because.words) for link in card.links)
    kinds = tuple((text, kind) for kind, called in card.forms for text in called)
    said = (*card.relations, *(title for title in card.titles if title not in card.relations))
    return Question(key[0], tuple(spots), tuple(evidence), said, kinds, born=card.births)


def _text(span: Span, texts: Mapping[str, str]) -> str:
    return " ".join(texts[span.passage][span.start : span.end].split())


def _spots(entry: Checked) -> list[tuple[Finding, Spot]]:
    """Give the places of one document in which something stands that is open: that blocks, or is asked."""
    if entry.document is None or entry.judgement is None:
        raise RedactError("a document that was not read is reviewed")
    texts = {passage.id: passage.text for passage in entry.document.passages}
    places = survey(entry.document, show_names=True)
    decided = entry.judgement.decisions
    found: dict[tuple[str, int, int], tuple[Finding, Spot]] = {}
    for finding in entry.judgement.findings:
        word = decided.get(finding.fingerprint)
        cleared = word is not None and word.effect is Effect.CLEARED
        if finding.label not in _ASKED or finding.severity is Severity.NOTE or not finding.spans or cleared:
            continue
        span = finding.spans[0]
        text = texts[span.passage]
        spot = Spot(
            text=_text(span, texts),
            fingerprint=finding.fingerprint,
            document=entry.number,
            where=places.of_finding(finding),
            before=text[max(0, span.start - _AROUND) : span.start],
            after=text[span.end : span.end + _AROUND],
            blocks=finding.severity is Severity.BLOCK,
        )
        found.setdefault((span.passage, span.start, span.end), (finding, spot))
    return list(found.values())
