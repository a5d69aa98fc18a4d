"""Which statements a case needs, which of those that were given count, and whether too few people gave them.

Which rules apply is judged as a check for the public judges it. What a sentence of the gate covers, and what
a fuller rule replaces, is not asked twice; a sentence that nobody has given a role to is signed all the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations

from redact.publication.register import register_digest
from redact.publication.same_people import is_same
from redact.values.gate import GateTable, Guard, Refusal
from redact.values.gate_record import Gate, PaperPart
from redact.values.rules import Audience, DocumentKind, Mode, Rule, Rulebook
from redact.values.statements import (
    About,
    GateRole,
    GivenStatement,
    NeededStatement,
    Sign,
    Stage,
    StatementRule,
)

__all__ = ["DISTINCT", "asked_rules", "counting", "missing", "needed", "same_person", "why_not_counting"]

# Of these nobody may be two.
DISTINCT = (GateRole.AUTHOR, GateRole.CHECKER, GateRole.SECOND_READER, GateRole.CHAIR)
_WHERE = "{where}"
_DIGITS = 12
_KINDS: Mapping[PaperPart, DocumentKind] = {
    PaperPart.REPORT: DocumentKind.OVERVIEW,
    PaperPart.SUMMARY: DocumentKind.SUMMARY,
    PaperPart.ACTION_PLAN: DocumentKind.ACTION_PLAN,
    PaperPart.RESPONSE: DocumentKind.RESPONSE,
    PaperPart.COMPANION: DocumentKind.COMPANION,
}


def needed(book: Rulebook, gate: Gate) -> tuple[NeededStatement, ...]:
    """Give every statement that a case needs, in the order of the way."""
    of_rules = _applying(book, gate)
    own = [rule for rule in _table(book).statements if _is_asked(rule, gate, of_rules)]
    covered = {id_ for rule in own for id_ in rule.covers}
    asked = [*own, *(_of_rule(rule, book) for id_, rule in of_rules.items() if id_ not in covered)]
    found = [one for rule in asked for one in _each(rule, gate)]
    stages, roles = list(Stage), list(GateRole)
    return tuple(
        sorted(found, key=lambda one: (stages.index(one.rule.stage), roles.index(one.rule.role), one.rule.id))
    )


def asked_rules(book: Rulebook) -> Mapping[str, StatementRule]:
    """Give every sentence that can be signed at all, by its id, whatever the case."""
    own = {rule.id: rule for rule in _table(book).statements}
    return {rule.id: _of_rule(rule, book) for rule in book.rules if rule.sentence} | own


def counting(book: Rulebook, gate: Gate) -> tuple[GivenStatement, ...]:
    """Give the statements that count for the present files: of each sentence, subject and role the newest."""
    rules = asked_rules(book)
    found = {
        (one.statement, one.subject, one.role): one
        for one in gate.statements
        if why_not_counting(rules.get(one.statement), gate, one) is None
    }
    return tuple(found.values())


def why_not_counting(rule: StatementRule | None, gate: Gate, given: GivenStatement) -> str | None:
    """Say in words of ours why a statement counts no longer; none where it counts.

    Args:
        rule: the sentence as the rules have it now; none where they have none of that id.
    """
    if rule is None:
        return "the rules have no such sentence any more"
    if given.version != rule.version:
        return "its sentence has been changed since"
    if given.role is not rule.role:
        return f"it is signed as {rule.role.words}"
    if rule.reasons and _code(given) not in {reason.value for reason in rule.reasons}:
        return "it gives no reason that the sentence knows"
    if rule.about is About.CASE:
        return None
    if gate.check is None or given.papers != gate.papers_digest:
        return "other files are attached since"
    if given.check != gate.check.result:
        return "the files were checked anew since"
    if given.rules != gate.check.rules:
        return "they were checked with other rules since"
    if rule.about is About.REGISTER and given.register != register_digest(gate):
        return "the register of proceedings, or the day of publication, was changed since"
    return None


def missing(book: Rulebook, gate: Gate, stages: Collection[Stage]) -> tuple[NeededStatement, ...]:
    """Give the statements of some stages that nobody has given, or that count no longer."""
    there = {(one.statement, one.subject) for one in counting(book, gate)}
    return tuple(
        one
        for one in needed(book, gate)
        if one.rule.stage in stages and (one.rule.id, one.subject) not in there
    )


def same_person(book: Rulebook, gate: Gate) -> tuple[Refusal, ...]:
    """Say of whom two of author, checker, second reader and chair are named, or have signed."""
    people = dict.fromkeys((role, name, card) for role, name, card in _people(book, gate) if role in DISTINCT)
    found: dict[tuple[GateRole, GateRole], Refusal] = {}
    for (role, name, card), (other, other_name, other_card) in combinations(people, 2):
        if role is not other and is_same(name, card, other_name, other_card):
            pair = (role, other) if DISTINCT.index(role) < DISTINCT.index(other) else (other, role)
            found.setdefault(pair, _two_in_one(pair))
    return tuple(found.values())


# ------------------------------------------------------------------ private


def _table(book: Rulebook) -> GateTable:
    return book.gate or GateTable()


def _applying(book: Rulebook, gate: Gate) -> dict[str, Rule]:
    """Give the rules with a sentence that hold for a publication of this case."""
    here = [rule for rule in book.rules if _applies(rule, gate)]
    replaced = {other for rule in here for other in rule.replaces}
    signs = _table(book).signs
    return {
        rule.id: rule
        for rule in here
        if rule.sentence
        and rule.id not in replaced
        and (gate.mode is not Mode.NOT_PUBLISHED or (rule.id in signs and signs[rule.id].unpublished))
    }


def _applies(rule: Rule, gate: Gate) -> bool:
    return (
        (not rule.board or gate.board in rule.board)
        and (not rule.audience or Audience.PUBLIC in rule.audience)
        and (not rule.mode or gate.mode in rule.mode)
        and (not rule.edition or gate.edition in rule.edition)
        and (not rule.applies_to or bool(_kinds(gate) & {*rule.applies_to}))
    )


def _kinds(gate: Gate) -> frozenset[DocumentKind]:
    """Give the kinds of document that are published; behind each publication stands an overview report."""
    parts = {one.part for one in gate.papers}
    return frozenset({DocumentKind.OVERVIEW, *(_KINDS[part] for part in parts if part in _KINDS)})


def _is_asked(rule: StatementRule, gate: Gate, of_rules: Collection[str]) -> bool:
    return (
        (not rule.modes or gate.mode in rule.modes)
        and (not rule.editions or gate.edition in rule.editions)
        and not any(id_ in of_rules for id_ in rule.unless)
    )


def _of_rule(rule: Rule, book: Rulebook) -> StatementRule:
    """Make what is signed of a rule; one that the table does not know the business manager signs."""
    sign = _table(book).signs.get(rule.id, Sign(rule.id, GateRole.MANAGER, Stage.BOARD, About.FILES))
    sentence = rule.sentence or ""
    version = hashlib.sha256(sentence.encode("utf-8")).hexdigest()[:_DIGITS]
    return StatementRule(rule.id, version, sentence, sign.role, sign.stage, sign.about, rule.source)


def _each(rule: StatementRule, gate: Gate) -> Iterator[NeededStatement]:
    """Give a sentence once, or once for each place that the program could not read."""
    if _WHERE not in rule.sentence:
        yield NeededStatement(rule, rule.sentence)
        return
    for gap in gate.check.gaps if gate.check is not None else ():
        yield NeededStatement(rule, rule.sentence.replace(_WHERE, gap.where), gap.fingerprint)


def _code(given: GivenStatement) -> str:
    return given.reason.partition(" ")[0]


def _people(book: Rulebook, gate: Gate) -> Iterator[tuple[GateRole, str, str]]:
    for named in gate.people:
        yield named.role, named.name, named.card
    for given in counting(book, gate):
        yield given.role, given.who, given.card


def _two_in_one(pair: tuple[GateRole, GateRole]) -> Refusal:
    first, second = pair
    return Refusal(
        "same-person",
        f"{first.words} and {second.words} are one person, or cannot be told apart by their names",
        f"Let somebody else be {second.words}: redact gate name {second.value} --card FILE, and let them "
        "sign. Where two people share a name, write both out in full, with the second names.",
        Guard.PEOPLE_DISTINCT,
    )
