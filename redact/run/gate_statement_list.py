"""All statements of a case: which it needs, who gave them, and which of them count no longer and why."""

from __future__ import annotations

from pathlib import Path

from redact.run import gate_clock, gate_log
from redact.run.case_file import CaseFolder
from redact.run.gate_lines import Held
from redact.values.statement_list import ListedStatement, StatementList
from redact.values.statements import NeededStatement

__all__ = ["statements_of"]


def statements_of(found: CaseFolder, own: Path, *, rules: Path | None = None) -> StatementList:
    """List the statements of a case; asks for no passphrase.

    Raises: as `gate_log.read` does.
    """
    from redact.publication.needed import needed

    held = gate_log.read(found, own, rules=rules)
    listed = tuple(_listed(held, one) for one in needed(held.book, held.gate))
    ids = {(one.needed.rule.id, one.needed.subject) for one in listed}
    others = tuple(one for one in held.gate.statements if (one.statement, one.subject) not in ids)
    return StatementList(held.gate.case, gate_clock.moment().date(), listed, others)


def _listed(held: Held, one: NeededStatement) -> ListedStatement:
    from redact.publication.needed import why_not_counting

    of_it = [
        given
        for given in held.gate.statements
        if (given.statement, given.subject) == (one.rule.id, one.subject)
    ]
    judged = [(given, why_not_counting(one.rule, held.gate, given)) for given in of_it]
    counting = [given for given, because in judged if because is None]
    lapsed = tuple((given, because) for given, because in judged if because is not None)
    return ListedStatement(one, counting[-1] if counting else None, lapsed)
