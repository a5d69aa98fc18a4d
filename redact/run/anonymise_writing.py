"""Write what `anonymise` has made: the new files, the report, and the sealed record of each; all or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from redact import guard
from redact.errors import RedactError
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey
from redact.report.anonymising import as_json
from redact.report.anonymising_page import as_html
from redact.run.anonymised import PAGE, REPORT, Job
from redact.run.change_record import record_path, sealed_record
from redact.run.writing import NewFile, must_be_free, write_all
from redact.values.anonymising import AnonymiseRun

__all__ = ["files_of", "write"]


def files_of(names: Iterable[str], output: Path) -> list[Path]:
    """Give the files that will be written into a folder: those of these names, and the reports on them."""
    return [output / name for name in (*names, REPORT, PAGE)]


def write(run: AnonymiseRun, jobs: Sequence[Job], output: Path, opened: OpenKey, identity: Identity) -> None:
    """Write the new files, the report and the sealed record of each: all of them, or none.

    Raises:
        NotWritten: a file of one of the names is there, or one cannot be written; nothing is left then.
    """
    wanted = [(output / job.name, job.content) for job in jobs]
    wanted.append((output / REPORT, as_json(run).encode("utf-8")))
    wanted.append((output / PAGE, as_html(run).encode("utf-8")))
    must_be_free(path for path, _ in wanted)
    sealed = [
        (record_path(opened, job.document.sha256, job.copy.sha256), _record(opened, job, identity))
        for job in jobs
    ]
    # The same document under the same key has its record from before.
    records = [(path, content) for path, content in dict(sealed).items() if not path.exists()]
    files = [NewFile(path, content, private=True) for path, content in records]
    write_all(output, [*files, *(NewFile(path, content) for path, content in wanted)])


def _record(opened: OpenKey, job: Job, identity: Identity) -> bytes:
    """Seal what was written over what, for the people of the key; `restore` undoes it with this alone."""
    from redact.formats.undoing import undoing_of

    if len({one.passage for one in job.rewritings}) != len(job.rewritings):
        raise RedactError("a passage is rewritten twice")
    undoings: object = ()  # of a file of another format nothing leads back
    if job.copy.format is job.document.format:
        undoings = guard.run(undoing_of, job.path, job.document.sha256, job.content, job.document.format)
    if not isinstance(undoings, tuple):
        raise RedactError("nobody says how the document is made again")
    of = {one.edit: one.of for one in job.plan.replaced}
    return sealed_record(job.document, job.copy.sha256, job.rewritings, of, undoings, opened, identity)
