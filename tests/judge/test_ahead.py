"""What is read before the names are known: nothing is judged otherwise by it, and nothing is read twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redact.judge import Bundle, Once, ahead, judge_bundle
from redact.judge.ahead import read_ahead
from redact.judge.jigsaw.facts import facts_of
from redact.judge.jigsaw.wordings import Wordings
from redact.judge.plain import plain_reading
from redact.judge.reading import Reading
from redact.judge.subject import subject_of
from redact.values.judgement import RuleKind, Settings
from redact.values.people import Resolution
from tests.judge.requirement_factory import document
from tests.shipped_rules import shipped_rules

TEXT = (
    "# Report\nChild X, aged 3, was the youngest of five siblings.\nThe mother had moved to the area in 2009"
    " and worked as a nurse. It was noted that she had been seen.\n\nWarning\tAge: 3"
)
NOBODY = Resolution((), ())


def test_it_changes_no_answer() -> None:
    rulebook, one = shipped_rules(), document(TEXT)
    answers = []
    for once in (Once(), Once()):
        if not answers:
            read_ahead([one], rulebook, once)
        bundle = Bundle((one,), NOBODY, b"secret", once=once)
        assert rulebook.jigsaw is not None
        plain = next(rule for rule in rulebook.rules if rule.kind is RuleKind.PLAIN)
        read = plain_reading(Reading(subject_of(one, NOBODY, b"secret"), Settings(), once), plain)
        answers.append(
            (facts_of(bundle, rulebook.jigsaw), read, judge_bundle(bundle, rulebook, settings=Settings()))
        )
    assert answers[0] == answers[1]
    assert answers[0][0]


def test_what_was_read_ahead_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rulebook, one, once = shipped_rules(), document(TEXT), Once()
    read_ahead([one], rulebook, once)

    def again(*_: object) -> None:
        raise AssertionError("it was read again")

    monkeypatch.setattr("redact.judge.once.outline_of", again)
    monkeypatch.setattr("redact.judge.jigsaw.telling.pieces_of", again)
    # A heading above a sentence is read where it is asked for, and belongs to no passage.
    monkeypatch.setattr(Wordings, "everywhere", lambda _, piece: again() if piece.passage else ())
    monkeypatch.setattr("redact.judge.plain._pieces", again)
    bundle = Bundle((one,), NOBODY, b"secret", once=once)
    assert rulebook.jigsaw is not None
    assert facts_of(bundle, rulebook.jigsaw)
    plain = next(rule for rule in rulebook.rules if rule.kind is RuleKind.PLAIN)
    assert plain_reading(Reading(subject_of(one, NOBODY, b"secret"), Settings(), once), plain).words


def test_another_document_of_the_same_id_is_read_anew() -> None:
    once, one = Once(), document(TEXT)
    other = replace(document("# Report\nNobody was seen."), id=one.id)
    assert once.outline(one).sentences != once.outline(other).sentences
    assert once.outline(one).sentences


def test_without_requirements_and_weights_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Once, "of", lambda *_: asked.append("read"))
    ahead.read_ahead([document(TEXT)], replace(shipped_rules(), rules=(), jigsaw=None), Once())
    assert asked == []
