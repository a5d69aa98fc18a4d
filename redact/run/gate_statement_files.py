"""The signed statements that lie in a case, held against the lines of the log that name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from redact.errors import RedactError
from redact.keystore import statements as signed
from redact.run.case_file import CaseFolder
from redact.run.gate_statements import read_file, statement_path
from redact.values.statements import GivenStatement, How

__all__ = ["faults"]


def faults(found: CaseFolder, given: Sequence[GivenStatement]) -> Iterator[tuple[int, str]]:
    """Say of which statements the file is gone, was altered, or does not say what the log says.

    Yields: the place of the statement among those that were given, from 0, and what is wrong in our words.
    """
    for number, one in enumerate(given):
        if one.how is How.SIGNED:
            what = _fault(statement_path(found.folder, one.evidence), one)
            if what is not None:
                yield number, what


def _fault(path: Path, one: GivenStatement) -> str | None:
    if not path.exists():
        return "the file of the signed statement is gone"
    try:
        read = signed.read(read_file(path, "the signed statement", signed.MAX_BYTES))
    except RedactError:
        return "the file of the signed statement was altered"
    if read.sha256 != one.evidence:
        return "the file of the signed statement is another one"
    statement = read.statement
    in_file = {(said.id, said.version, said.subject, said.role, said.reason): said for said in statement.said}
    of_log = (one.statement, one.version, one.subject, one.role, one.reason)
    same = (
        of_log in in_file
        and (read.card.id, read.card.name) == (one.card, one.who)
        and (statement.papers, statement.check, statement.register) == (one.papers, one.check, one.register)
        and statement.given == one.when
    )
    return None if same else "the log says something else than what was signed"
