"""The outcome of one `check`: each file's answer or its error, and who was found over all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.errors import ExitStatus, RedactError
from redact.values.edits import Suggestion
from redact.values.jigsaw import JigsawTable, Together
from redact.values.judgement import BundleJudgement, DocumentKind, Judgement, Readiness, Rule, Settings
from redact.values.labels import LabelTold
from redact.values.people import Entity, NearMiss
from redact.values.persons import PersonCard
from redact.values.plain import PlainReading
from redact.values.since import CaseMark, Since
from redact.values.text import Document

__all__ = ["CheckRun", "Checked", "KeyUsed", "readiness_of"]


@dataclass(frozen=True, slots=True)
class KeyUsed:
    """The revision of the case's key with which a check was made; none where it was not open: `because`.

    `known` counts the people and things in it.
    """

    revision: int | None
    because: str = ""
    known: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """One input file: either a document with its judgement, or the error that stopped it.

    `number` is 1-based in the order of the call. `path` is what the user typed; it may be shown on the
    user's own terminal and nowhere else. `extension` is lower case with its dot, or empty. `kind` is what
    it was judged as, none meaning by every rule, and `kind_because` says why in words of ours. In a case
    `file_mark` is a keyed hash of the file's name.
    """

    number: int
    path: str = field(repr=False)
    extension: str
    status: ExitStatus
    document: Document | None = None
    judgement: Judgement | None = None
    error: RedactError | None = None
    kind: DocumentKind | None = None
    kind_because: str = "not stated: judged by every rule"
    file_mark: str | None = None

    @property
    def name(self) -> str:
        """The name that reports use in place of the file's own: `document 1.docx`."""
        return f"document {self.number}{self.extension}"


@dataclass(frozen=True, slots=True)
class CheckRun:
    """Everything that one call of `check` found.

    `entities` are numbered over all documents together. `rules` are those it was judged with.
    `near_misses` of all documents, in reading order; `explained` says that they were asked for, so that none
    found and none looked for are told apart. `case` is the case under whose secret the fingerprints are made;
    `since` what has changed since an earlier report, where one was given. `bundle` is the answer of the rules
    that need several documents; none where nothing was judged together. `key` says in a case that was opened
    whether its key was too; `cards` what the papers tell of each person, for whoever is asked about them.
    `neutral` is what may be written instead of words that tell a sex; none where nobody has asked for it.
    `labels` are the labels that stand in the papers beside names, which `review` suggests for their bearers.
    `lowered` says of each rule that a partnership's own folder has lowered or switched off what it did.
    `together` is what the documents tell of people together, `plain` how hard each is to read; both none
    where that was not looked at. `only` names the parts of the check that were asked for; empty means all.
    `jigsaw` is the table by which `together` was weighed, which says what to write instead.
    """

    documents: tuple[Checked, ...]
    entities: tuple[Entity, ...]
    settings: Settings
    readiness: Readiness
    status: ExitStatus
    tool_version: str
    rules_digest: str
    model_digest: str | None
    settings_digest: str
    fingerprint_scope: str = "run"
    rules: tuple[Rule, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    explained: bool = False
    case: CaseMark | None = None
    since: Since | None = None
    bundle: BundleJudgement | None = None
    key: KeyUsed | None = None
    cards: tuple[PersonCard, ...] = field(default=(), repr=False)
    neutral: tuple[Suggestion, ...] | None = None
    labels: tuple[LabelTold, ...] = field(default=(), repr=False)
    lowered: tuple[str, ...] = ()
    together: Together | None = field(default=None, repr=False)
    plain: tuple[PlainReading, ...] | None = None
    only: tuple[str, ...] = ()
    jigsaw: JigsawTable | None = None


def readiness_of(checked: tuple[Checked, ...], bundle: BundleJudgement) -> Readiness:
    """Put the answers of all files together: ready only when every one is, and nothing stands between."""
    if bundle.readiness is Readiness.NOT_READY or any(
        entry.judgement and entry.judgement.readiness is Readiness.NOT_READY for entry in checked
    ):
        return Readiness.NOT_READY
    if checked and all(entry.status is ExitStatus.READY for entry in checked):
        return bundle.readiness
    return Readiness.CANNOT_TELL
