"""`check`: files in, one answer a file out; nothing is changed and nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from redact.errors import worst
from redact.publication import with_edition
from redact.run.calling import NOBODY, Call
from redact.run.earlier import with_since
from redact.run.keyed import resolved
from redact.run.labelling import judge_together, read_all_labels
from redact.run.loading import grounds, loading, read_ahead, read_beside
from redact.run.only import part_of, plain_readings, recognises, rules_of
from redact.run.reading import Opened, Passwords
from redact.values.checking import Checked, CheckRun, KeyUsed, readiness_of
from redact.values.fingerprint import new_secret
from redact.values.judgement import (
    DocumentKind,
    Judgement,
    Provenance,
    Readiness,
    Rulebook,
    Settings,
)
from redact.values.key import Key
from redact.values.labels import LabelReading
from redact.values.people import Mention, NearMiss, Resolution
from redact.values.persons import PersonCard
from redact.values.since import CaseMark, Told, file_mark
from redact.values.text import Document
from redact.version import __version__

if TYPE_CHECKING:
    from redact.judge import Once, Words

__all__ = ["Watcher", "check", "check_opened", "find", "no_passwords", "watch_nothing"]

# Told a stage in words, how much of it is done, and how much there is where that is known.
Watcher = Callable[[str, int, "int | None"], None]


def no_passwords(_number: int, _path: str, _again: bool) -> None:
    """Have no password for any file."""


def watch_nothing(_stage: str, _done: int, _total: int | None) -> None:
    """Tell nobody how far it is."""


def check(
    paths: Sequence[str],
    settings: Settings,
    *,
    passwords: Passwords = no_passwords,
    watcher: Watcher = watch_nothing,
    secret: bytes | None = None,
    scope: str = "run",
    explain: bool = False,
    case: CaseMark | None = None,
    words: Words | None = None,
    earlier: Told | None = None,
    key: Key | None = None,
    key_used: KeyUsed | None = None,
    rules: Path | None = None,
    only: Sequence[str] = (),
    kinds: Mapping[str, DocumentKind] | None = None,
) -> CheckRun:
    """Read, recognise, resolve and judge the files of one call.

    A file that cannot be read is one Checked with its error; the others are checked all the same.

    Args:
        passwords: asked when a file is encrypted.
        secret: fingerprints and ids are made under it; a new one where none is given.
        scope: whose secret it is: "case", or of this "run" alone.
        explain: look for near misses too.
        case: the case whose secret it is.
        words: what people have decided in that case.
        earlier: a report of that case, to say what is new since.
        key: of the case, where it is open: who is who is told with it; `key_used` is what reports say of it.
        rules: the folder of a partnership's own rules.
        only: the parts of the check that are asked for, of `only.PARTS`; empty means all of it.
        kinds: what kind single files are, by their paths as they are given; it stands over the settings.

    Raises:
        RuleFault: nothing is judged with a rulebook that has a fault.
        ModelFault: nothing is judged without the name model that belongs to this version.
    """
    secret = secret or new_secret()
    found = recognises(only)
    with loading(lambda: grounds(rules, model=found), wanted=found) as judged_by:
        opened = read_beside(paths, secret, passwords, watcher, judged_by)
    call = Call(settings, watcher, secret, explain, scope, case, words, key, key_used, only=tuple(only))
    outcome = _answer(opened, judged_by.grounds(), _stating(call, opened, kinds or {}))
    return outcome if earlier is None else with_since(outcome, earlier)


def check_opened(
    opened: Sequence[Opened],
    mentions: Sequence[Mention],
    settings: Settings,
    *,
    secret: bytes,
    scope: str = "run",
    words: Words | None = None,
    key: Key | None = None,
    requirements: bool = True,
    rules: Path | None = None,
) -> CheckRun:
    """Resolve and judge documents in which mentions were found already, under the same secret.

    Args:
        scope: whose secret it is, as of `check`.
        words: what people have decided in the case.
        key: of the case, where it is open.
        requirements: hold against them what editions and boards ask for, and not alone who stands in them.
        rules: the folder of a partnership's own rules.

    Raises: as `check` does.
    """
    used = None if key is None else KeyUsed(key.revision, known=len(key.people))
    call = Call(settings, watch_nothing, secret, False, scope, None, words, key, used, read=requirements)
    return _judged(opened, mentions, grounds(rules, requirements=requirements), call)


def _stating(call: Call, opened: Sequence[Opened], kinds: Mapping[str, DocumentKind]) -> Call:
    stated = {one.document.id: kinds[one.path] for one in opened if one.document and one.path in kinds}
    return replace(call, kinds=stated)


def _answer(opened: Sequence[Opened], grounds: tuple[Rulebook, str | None], call: Call) -> CheckRun:
    if not recognises(call.only):
        return _judged(opened, (), grounds, call)
    documents = [entry.document for entry in opened if entry.document is not None]
    ahead: list[Once] = []
    rulebook = rules_of(grounds[0], call.only)
    mentions = find(documents, call.watcher, lambda: ahead.append(read_ahead(documents, rulebook)))
    return _judged(opened, mentions, grounds, call, *ahead)


def _judged(
    opened: Sequence[Opened],
    mentions: Sequence[Mention],
    grounds: tuple[Rulebook, str | None],
    call: Call,
    ahead: Once | None = None,
) -> CheckRun:
    from redact.judge import NO_WORDS, Once, settings_digest

    rulebook, model_digest = rules_of(grounds[0], call.only), grounds[1]
    documents = [entry.document for entry in opened if entry.document is not None]
    call = replace(call, settings=with_edition(call.settings, rulebook, documents))
    resolution, cards = _who_is_who(mentions, documents, rulebook, call)
    words = call.words or NO_WORDS
    digest = settings_digest(call.settings, words, call.key.revision if call.key else None, call.only)
    kinds = {document.id: call.kind_of(document) for document in documents}
    told_kinds = {id_: kind for id_, (kind, _) in kinds.items()}
    labels = read_all_labels(resolution, documents if recognises(call.only) else (), told_kinds, call.key)
    once = ahead or Once()
    judging = _Judging(resolution, rulebook, model_digest, call, digest, words, labels, kinds, once)
    outcome = judging.close(tuple(judging.checked(entry) for entry in opened))
    outcome = replace(outcome, fingerprint_scope=call.scope, case=call.case, key=call.key_used, cards=cards)
    outcome = replace(outcome, labels=labels.told)
    near: tuple[NearMiss, ...] = ()
    if call.explain and documents:
        from redact.recognise.near_misses import find_near_misses

        near = find_near_misses(documents, mentions)
    plain = plain_readings(documents, mentions, rulebook, call.only, once) if call.read else None
    return part_of(replace(outcome, near_misses=near, explained=call.explain, plain=plain), call.only)


def _who_is_who(
    mentions: Sequence[Mention], documents: Sequence[Document], rulebook: Rulebook, call: Call
) -> tuple[Resolution, tuple[PersonCard, ...]]:
    if not recognises(call.only):  # resolving loads what plain English needs nothing of
        return NOBODY, ()
    return resolved(mentions, documents, call.key, rulebook, call.settings_of, call.secret)


def find(
    documents: Sequence[Document],
    watcher: Watcher = watch_nothing,
    meanwhile: Callable[[], object] | None = None,
) -> tuple[Mention, ...]:
    """Find every mention in documents; of none, nothing is loaded, and nothing is called meanwhile."""
    if not documents:  # loading the recognisers takes seconds
        return ()
    from redact.recognise.finding import find_mentions

    return find_mentions(
        documents,
        progress=lambda done, total: watcher("looking for identities, passages", done, total),
        meanwhile=meanwhile,
    )


@dataclass(frozen=True, slots=True)
class _Judging:
    """What every document of one call is judged with."""

    resolution: Resolution
    rulebook: Rulebook
    model_digest: str | None
    call: Call
    settings_digest: str
    words: Words
    labels: LabelReading
    kinds: Mapping[str, tuple[DocumentKind | None, str]]  # by document, each with its reason
    once: Once

    def checked(self, entry: Opened) -> Checked:
        """Judge one file, or carry the error that stopped it."""
        from redact.formats import known_suffix
        from redact.judge import status_of

        extension = known_suffix(entry.path)
        mark = file_mark(self.call.secret, Path(entry.path).name) if self.call.case else None
        if entry.document is None:
            assert entry.error is not None  # noqa: S101 - an Opened has one or the other
            status = entry.error.status
            return Checked(entry.number, entry.path, extension, status, error=entry.error, file_mark=mark)
        kind, because = self.kinds[entry.document.id]
        judgement = self._judge(entry.document, kind)
        return Checked(
            entry.number,
            entry.path,
            extension,
            status_of(judgement),
            document=entry.document,
            judgement=judgement,
            kind=kind,
            kind_because=because,
            file_mark=mark,
        )

    def _judge(self, document: Document, kind: DocumentKind | None) -> Judgement:
        from redact.judge import judge

        provenance = Provenance(
            document_sha256=document.sha256,
            rules_digest=self.rulebook.digest,
            model_digest=self.model_digest,
            tool_version=__version__,
            settings_digest=self.settings_digest,
        )
        return judge(
            document,
            self.resolution,
            self.rulebook,
            settings=replace(self.call.settings, kind=kind),
            secret=self.call.secret,
            provenance=provenance,
            words=self.words,
            labels=self.labels.faults,
            once=self.once,
        )

    def close(self, checked: tuple[Checked, ...]) -> CheckRun:
        """Put the answers of all files together: ready only when every one is, and nothing stands between."""
        from redact.judge import status_of

        bundle, together = judge_together(
            [entry.document for entry in checked if entry.document is not None],
            self.resolution,
            self.labels,
            self.rulebook,
            settings=self.call.settings,
            secret=self.call.secret,
            words=self.words,
            kinds={id_: kind for id_, (kind, _) in self.kinds.items()},
            once=self.once,
        )
        between = [] if bundle.readiness is Readiness.READY else [status_of(bundle)]
        return CheckRun(
            documents=checked,
            entities=self.resolution.entities,
            settings=self.call.settings,
            readiness=readiness_of(checked, bundle),
            status=worst([*(entry.status for entry in checked), *between]),
            tool_version=__version__,
            rules_digest=self.rulebook.digest,
            model_digest=self.model_digest,
            settings_digest=self.settings_digest,
            rules=self.rulebook.rules,
            bundle=bundle,
            lowered=self.rulebook.lowered,
            together=together,
            jigsaw=self.rulebook.jigsaw,
        )
