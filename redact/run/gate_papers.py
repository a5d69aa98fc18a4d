"""`gate attach`: the files of a publication are checked, held against their Word files, kept and noted.

Copies are made only when the check is ready and every word is the same; they lie in the case under names made
of their digests, and are written before the line of the log that names them. A process that is killed leaves
the old state, and at most a file that no line names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact.errors import ExitStatus, FileFault, NotWritten, Unreadable, WrongUse
from redact.keystore.identity import Identity
from redact.run import gate_log
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, watch_nothing
from redact.run.gate_check import FactsOf, Paper, PaperCheck, check_papers, facts_of
from redact.run.gate_lines import Doing, Held, refuse
from redact.run.gate_seen import PAPERS, digest_of, observe
from redact.storage import write_over
from redact.values.gate import GateAction
from redact.values.gate_record import PaperPart
from redact.values.same_words import Comparison
from redact.values.statements import GateRole

__all__ = ["Attached", "attach", "papers_of"]

_FORMS = {".pdf": "pdf", ".docx": "docx", ".txt": "txt"}
_WORD = ".docx"


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of it. `comparisons` are of the parts with a Word file; `kept` says that copies were made."""

    held: Held = field(repr=False)
    checked: PaperCheck = field(repr=False)
    facts: FactsOf
    comparisons: Mapping[PaperPart, Comparison]
    kept: bool
    own: Path = field(repr=False)

    @property
    def status(self) -> ExitStatus:
        """The status of the check; the gate refuses where that is ready and words differ."""
        if self.checked.status is ExitStatus.READY and not self.same_words:
            return ExitStatus.GATE_REFUSES
        return self.checked.status

    @property
    def same_words(self) -> bool:
        """Tell whether what is published says what its Word files say."""
        return all(one.same for one in self.comparisons.values())


def papers_of(given: Mapping[PaperPart, Sequence[Path]]) -> tuple[Paper, ...]:
    """Tell of each part which file is published and which is the Word file behind it.

    Of one file it is published; of two one is a Word file and the other its PDF.

    Raises:
        WrongUse: there are none, the files of a part do not fit together, or one is given twice.
    """
    papers = tuple(_paper(part, files) for part, files in given.items() if files)
    if not papers:
        raise WrongUse("no file is given", "Name the files: --report FILE --published FILE.pdf ...")
    places = [path.resolve() for one in papers for path in (one.published, one.source) if path is not None]
    if len(set(places)) < len(places):
        raise WrongUse("one file is given for two parts", "Give each part its own file.")
    return papers


def attach(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    papers: Sequence[Paper],
    *,
    role: GateRole = GateRole.MANAGER,
    watcher: Watcher = watch_nothing,
    with_key: bool = False,
    rules: Path | None = None,
) -> Attached:
    """Check the files of a publication, and note in the gate what came of it.

    Args:
        role: in which whoever attaches acts.
        with_key: open the key of the case for the check.
        rules: the folder of a partnership's own rules.

    Raises:
        GateRefuses: nothing may be attached now.
        FileFault: a file cannot be read, or was altered while it was checked; nothing is noted then.
        NotWritten: a copy cannot be kept, or the log not be written.
        RedactError: as `check_papers` and `gate_log.act` do.
    """
    _may_attach(found, own, role, rules)
    checked = check_papers(found, identity, own, papers, watcher=watcher, with_key=with_key, rules=rules)
    comparisons = _compared(checked, watcher)
    told = facts_of(checked)
    same = all(one.same for one in comparisons.values())
    kept = checked.ready and same
    _keep(found.folder, checked, papers=kept)
    differences = sum(len(one.differences) for one in comparisons.values())
    facts = {
        **_papers_facts(checked),
        **told.as_facts(checked),
        "same-words": "yes" if same else "no",
        "differences": str(differences),
    }
    held = gate_log.act(
        found, identity, own, lambda _held, _seen: [Doing(GateAction.ATTACH, role, facts)], rules=rules
    )
    return Attached(held, checked, told, comparisons, kept, own)


# ------------------------------------------------------------------ private


def _paper(part: PaperPart, files: Sequence[Path]) -> Paper:
    forms = [file.suffix.lower() for file in files]
    if any(form not in _FORMS for form in forms):
        raise WrongUse(
            f"the {part.words} is no PDF, Word document or plain text",
            "Save it as .docx, .pdf or .txt, and attach that.",
        )
    if len(files) == 1:
        return Paper(part, files[0])
    if sorted(forms) != [_WORD, ".pdf"]:
        raise WrongUse(
            f"the files of the {part.words} are no Word file with its PDF",
            "Give each part one file, or a Word file (.docx) and the PDF that was made of it.",
        )
    source = forms.index(_WORD)
    return Paper(part, files[1 - source], files[source])


def _may_attach(found: CaseFolder, own: Path, role: GateRole, rules: Path | None) -> None:
    """Refuse before the check, which takes minutes."""
    from redact.publication.states import judge

    held = gate_log.read(found, own, rules=rules)
    refuse(judge(held.book, held.gate, GateAction.ATTACH, role, observe(held, own)))


def _compared(checked: PaperCheck, watcher: Watcher) -> Mapping[PaperPart, Comparison]:
    from redact.publication.same_words import differences

    told: dict[PaperPart, Comparison] = {}
    pairs = [(one.part, checked.source(one), checked.document(one)) for one in checked.papers]
    for number, (part, word, published) in enumerate(pairs):
        if word is not None:
            watcher("comparing words, files", number, len(pairs))
            told[part] = differences(word, published)
    return told


def _papers_facts(checked: PaperCheck) -> dict[str, str]:
    facts = {}
    for one in checked.papers:
        name, word = one.part.value, checked.source(one)
        facts[f"paper.{name}"] = checked.document(one).sha256
        facts[f"form.{name}"] = _FORMS[one.published.suffix.lower()]
        if word is not None:
            facts[f"source.{name}"] = word.sha256
    return facts


def _keep(folder: Path, checked: PaperCheck, *, papers: bool) -> None:
    """Write what the line of the log will name: the checks, and copies of the files where they are ready."""
    kept = folder / PAPERS
    files: dict[Path, bytes] = {}
    for json in filter(None, (checked.json, checked.words_json)):
        files[kept / f"check-{hashlib.sha256(json).hexdigest()[:16]}.json"] = json
    for one in checked.papers if papers else ():
        word = checked.source(one)
        for path, document in ((one.published, checked.document(one)), (one.source, word)):
            if path is not None and document is not None:
                name = f"{one.part.value}-{document.sha256[:16]}{path.suffix.lower()}"
                files[kept / name] = _as_checked(path, document.sha256)
    _make(kept)
    for path, content in files.items():
        if digest_of(path) != hashlib.sha256(content).hexdigest():
            write_over(path, content)


def _as_checked(path: Path, sha256: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"a file cannot be read any more (error {error.errno})", "Do it again.") from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FileFault(
            "a file was altered while it was checked", "Close it in other programs, and attach it again."
        )
    return content


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise NotWritten(
            f"the folder for the papers cannot be made (error {error.errno})",
            "Look at your right to write into the folder of the case, and at the space on the disk.",
        ) from None
