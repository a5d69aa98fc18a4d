"""What decisions come to: whose word counts, for how long, and what it clears."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.judge import judge, last_words, settings_digest
from redact.judge.deciding import NO_WORDS, decide
from redact.resolve import resolve
from redact.values.decided import Decided, Effect
from redact.values.decisions import Answer, Decision, Reason
from redact.values.judgement import (
    Judgement,
    Provenance,
    Readiness,
    Rule,
    Rulebook,
    RuleKind,
    Settings,
    Severity,
)
from redact.values.people import Label, Resolution
from redact.values.text import Part
from tests.judge.decisions import DAY, decision
from tests.judge.judging_factory import SECRET, judge_with, make_rule, marked

MISTAKEN, KEEP, EXCEPTION = Answer.MISTAKEN, Answer.KEEP, Answer.EXCEPTION
CHANGE, LOOKED_AT = Answer.CHANGE, Answer.LOOKED_AT
NOTE, ASK, BLOCK = Severity.NOTE, Severity.ASK, Severity.BLOCK
A, B, C = "Imogen Tarrant", "Rufus Oakley", "Perpetua Lisle"
PAST, SOON, LATER = date(2026, 11, 20), date(2026, 12, 1), date(2027, 3, 1)
NAMED = "On Monday the social worker saw {Mrs Osgood} at the home of the aunt twice."
PRINT = (
    judge_with(*(lambda made: (made[0], resolve(made[1], [made[0]])))(marked(NAMED))).findings[0].fingerprint
)

# Each word: answer, who, minute, last day. Then what it comes to on a note, on what asks, on what blocks.
CLEARED, GOES, OPEN = Effect.CLEARED, Effect.TO_CHANGE, Effect.OPEN
FINDINGS = [
    # one word
    ([(MISTAKEN, A, 0, None)], CLEARED, CLEARED, CLEARED),
    ([(KEEP, A, 0, None)], CLEARED, CLEARED, OPEN),
    ([(EXCEPTION, A, 0, SOON)], CLEARED, CLEARED, OPEN),
    ([(CHANGE, A, 0, None)], GOES, GOES, GOES),
    ([(LOOKED_AT, A, 0, None)], OPEN, OPEN, OPEN),  # it is for gaps
    # an exception of two people, and who they are
    ([(EXCEPTION, A, 0, SOON), (EXCEPTION, B, 1, SOON)], CLEARED, CLEARED, CLEARED),
    ([(EXCEPTION, A, 0, SOON), (EXCEPTION, A, 1, SOON)], CLEARED, CLEARED, OPEN),
    ([(EXCEPTION, A, 0, SOON), (EXCEPTION, A.upper(), 1, SOON)], CLEARED, CLEARED, OPEN),  # by a capital
    ([(EXCEPTION, A, 0, SOON), (EXCEPTION, A.replace(" ", "  "), 1, SOON)], CLEARED, CLEARED, OPEN),
    ([(EXCEPTION, A, 0, SOON), (KEEP, B, 1, None)], CLEARED, CLEARED, OPEN),  # a keep is no exception
    ([(EXCEPTION, A, 0, SOON), (EXCEPTION, B, 1, SOON), (KEEP, C, 2, None)], CLEARED, CLEARED, CLEARED),
    # the last day counts, the day after does not
    ([(EXCEPTION, A, 0, DAY), (EXCEPTION, B, 1, DAY)], CLEARED, CLEARED, CLEARED),
    ([(EXCEPTION, A, 0, PAST), (EXCEPTION, B, 1, SOON)], CLEARED, CLEARED, OPEN),
    ([(EXCEPTION, A, 0, PAST), (EXCEPTION, B, 1, PAST)], OPEN, OPEN, OPEN),
    ([(MISTAKEN, A, 0, PAST)], OPEN, OPEN, OPEN),
    ([(CHANGE, A, 0, PAST)], OPEN, OPEN, OPEN),
    # the later word of one person counts, and what has ended brings no earlier word back
    ([(CHANGE, A, 0, None), (MISTAKEN, A, 1, None)], CLEARED, CLEARED, CLEARED),
    ([(MISTAKEN, A, 0, None), (CHANGE, A, 1, None)], GOES, GOES, GOES),
    ([(MISTAKEN, A, 0, None), (KEEP, A, 1, PAST)], OPEN, OPEN, OPEN),
    # two words of one person at one time: nobody can tell which is the last
    ([(MISTAKEN, A, 0, None), (CHANGE, A, 0, None)], GOES, OPEN, OPEN),
    # two people
    ([(MISTAKEN, A, 0, None), (MISTAKEN, B, 1, None)], CLEARED, CLEARED, CLEARED),
    ([(MISTAKEN, A, 0, None), (CHANGE, B, 1, None)], GOES, OPEN, OPEN),
    ([(CHANGE, B, 0, None), (MISTAKEN, A, 1, None)], GOES, OPEN, OPEN),  # whoever was last
    ([(MISTAKEN, A, 0, None), (KEEP, B, 1, None)], OPEN, OPEN, OPEN),  # a name or none?
    ([(MISTAKEN, A, 0, None), (CHANGE, B, 1, PAST)], CLEARED, CLEARED, CLEARED),  # that has ended
    ([(MISTAKEN, A, 0, None), (MISTAKEN, B, 1, None), (CHANGE, C, 2, None)], GOES, OPEN, OPEN),  # no votes
    ([(EXCEPTION, A, 0, SOON), (EXCEPTION, B, 1, SOON), (CHANGE, C, 2, None)], GOES, OPEN, OPEN),
    ([(MISTAKEN, A, 0, None), (LOOKED_AT, B, 1, None)], CLEARED, CLEARED, CLEARED),  # which says nothing
]  # fmt: skip
GAPS = [
    ([(LOOKED_AT, A, 0, None)], CLEARED),
    ([(LOOKED_AT, A, 0, PAST)], OPEN),
    ([(CHANGE, A, 0, None)], GOES),  # it will be taken out
    ([(LOOKED_AT, A, 0, None), (CHANGE, B, 1, None)], OPEN),
    ([(MISTAKEN, A, 0, None)], OPEN),  # nobody says that it was looked at
    ([(KEEP, A, 0, None)], OPEN),
    ([(EXCEPTION, A, 0, SOON), (EXCEPTION, B, 0, SOON)], OPEN),
    ([(LOOKED_AT, A, 0, None), (KEEP, B, 1, None)], CLEARED),
]


def made(words: list[tuple[Answer, str, int, date | None]], fingerprint: str = PRINT) -> list[Decision]:
    return [decision(fingerprint, a, who, minute=minute, expires=last) for a, who, minute, last in words]


def judged_with(
    decisions: list[Decision], *texts: str | tuple[Part, str], rules: list[Rule] | None = None, gaps: int = 0
) -> Judgement:
    document, mentions = marked(*(texts or (NAMED,)), gaps=gaps)
    return judge(
        document,
        resolve(mentions, [document]),
        Rulebook(tuple(rules or [make_rule()]), "d" * 64),
        settings=Settings(),
        secret=SECRET,
        provenance=Provenance(document.sha256, "d" * 64, None, "0", "d" * 64),
        words=last_words(decisions, DAY),
    )


@pytest.mark.parametrize(("words", "on_note", "on_ask", "on_block"), FINDINGS)
def test_what_it_comes_to_on_a_finding(
    words: list[tuple[Answer, str, int, date | None]], on_note: Effect, on_ask: Effect, on_block: Effect
) -> None:
    for severity, effect in ((NOTE, on_note), (ASK, on_ask), (BLOCK, on_block)):
        judgement = judged_with(made(words), rules=[make_rule(severity=severity)])
        (decided,) = judgement.decided
        assert decided.effect is effect, severity
        assert (decided.answer is None) is (effect is OPEN)
        stopped = effect is GOES or (effect is OPEN and severity is not NOTE)
        assert (judgement.readiness is Readiness.NOT_READY) is stopped
        assert (judgement.blocking == ()) is not stopped


@pytest.mark.parametrize(("words", "effect"), GAPS)
def test_what_it_comes_to_on_a_gap(words: list[tuple[Answer, str, int, date | None]], effect: Effect) -> None:
    document, _ = marked("Words.", gaps=1)
    decisions = made(words, document.gaps[0].fingerprint)
    judgement = judged_with(decisions, "Words.", gaps=1)
    (decided,) = judgement.decided
    assert decided.effect is effect
    assert judgement.readiness is (Readiness.READY if effect is CLEARED else Readiness.CANNOT_TELL)


REASONS = [
    ([(MISTAKEN, A, 0, None)], "it is not what it was taken for"),
    ([(KEEP, A, 0, None)], "keep clears what asks, and this blocks: it needs an exception of two people"),
    ([(EXCEPTION, A, 0, SOON)], "an exception needs a second person"),
    # it holds as long as two of the three hold
    (
        [(EXCEPTION, A, 0, SOON), (EXCEPTION, B, 1, LATER), (EXCEPTION, C, 1, LATER)],
        "it stays by an exception of two people, until 2027-03-01",
    ),
    (
        [(EXCEPTION, A, 0, SOON), (EXCEPTION, B, 1, LATER)],
        "it stays by an exception of two people, until 2026-12-01",
    ),
    ([(CHANGE, A, 0, None)], "it is to be changed"),
    ([(MISTAKEN, A, 0, None), (CHANGE, B, 1, None)], "what was decided does not agree, so it is open again"),
    ([(MISTAKEN, A, 0, PAST)], "what was decided has ended, on 2026-11-20"),
    (
        [(LOOKED_AT, A, 0, None)],
        "the answer is for something else: looked-at closes gaps, the others findings",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "because"), REASONS)
def test_it_says_why(words: list[tuple[Answer, str, int, date | None]], because: str) -> None:
    (decided,) = judged_with(made(words)).decided
    assert decided.because == because


def test_a_decided_finding_stays_among_the_findings_with_who_and_when() -> None:
    word = decision(PRINT, MISTAKEN, B, minute=5)
    judgement = judged_with([word])
    assert [finding.fingerprint for finding in judgement.findings] == [PRINT]
    assert judgement.decisions[PRINT].decisions == (word,)


def test_the_words_that_count_are_told_first_given_first() -> None:
    words: list[tuple[Answer, str, int, date | None]] = [
        (KEEP, C, 9, None),
        (CHANGE, A, 0, None),
        (MISTAKEN, A, 4, None),
    ]
    (decided,) = judged_with(made(words)).decided
    assert [(word.who, word.answer) for word in decided.decisions] == [(A, MISTAKEN), (C, KEEP)]


SIGNED = [
    # answer, minute, signed; what it comes to on a finding that blocks
    ([(CHANGE, 0, True), (MISTAKEN, 1, False)], OPEN),  # anybody could have written the second
    ([(CHANGE, 0, True), (MISTAKEN, 0, False)], OPEN),
    ([(CHANGE, 1, True), (MISTAKEN, 0, False)], GOES),  # a signed word replaces whatever was before
    ([(CHANGE, 0, True), (MISTAKEN, 1, True)], CLEARED),
    ([(MISTAKEN, 0, True), (MISTAKEN, 1, False)], CLEARED),  # they agree
    ([(CHANGE, 0, True), (KEEP, 1, False), (CHANGE, 2, False)], GOES),  # not signed, and taken back so
    ([(EXCEPTION, 0, True), (EXCEPTION, 1, False)], OPEN),  # one person all the same
]


@pytest.mark.parametrize(("words", "effect"), SIGNED)
def test_a_word_that_is_not_signed_replaces_none_that_is(
    words: list[tuple[Answer, int, bool]], effect: Effect
) -> None:
    given = [
        replace(decision(PRINT, answer, minute=minute), signature="ab" * 64 if signed else None)
        for answer, minute, signed in words
    ]
    (decided,) = judged_with(given).decided
    assert decided.effect is effect


def test_what_is_to_be_changed_is_counted_apart_from_what_is_to_be_decided() -> None:
    judgement = judged_with(made([(CHANGE, A, 0, None)]), rules=[make_rule(severity=ASK)])
    assert judgement.blocking == ("1 finding to be changed, as was decided",)


def test_a_name_that_is_none_need_not_be_told_whose_it_is() -> None:
    document, mentions = marked(NAMED)
    note = make_rule(severity=NOTE)
    before = judge_with(document, Resolution((), mentions), [note])
    assert before.readiness is Readiness.CANNOT_TELL
    for answer, ready in (
        (MISTAKEN, Readiness.READY),
        (KEEP, Readiness.READY),
        (CHANGE, Readiness.NOT_READY),
    ):
        after = judge(
            document,
            Resolution((), mentions),
            Rulebook((note,), "d" * 64),
            settings=Settings(),
            secret=SECRET,
            provenance=before.provenance,
            words=last_words([decision(before.findings[0].fingerprint, answer)], DAY),
        )
        assert after.readiness is ready


def test_a_hidden_place_whose_only_name_is_none_blocks_no_longer() -> None:
    comment = make_rule(
        "comment", kind=RuleKind.HIDDEN, severity=ASK, params={"places": (None,), "parts": (Part.COMMENT,)}
    )
    text = (Part.COMMENT, NAMED)
    rules = [comment, make_rule()]
    name = next(f for f in judged_with([], text, rules=rules).findings if f.rule == "some-fault")
    for answer, weight in ((MISTAKEN, ASK), (CHANGE, BLOCK), (KEEP, BLOCK)):
        judgement = judged_with([decision(name.fingerprint, answer)], text, rules=rules)
        assert [f.severity for f in judgement.findings if f.rule == "comment"] == [weight]
    # An exception keeps a name; out of sight nobody will ever know of it.
    both = [decision(name.fingerprint, EXCEPTION, who) for who in (A, B)]
    judgement = judged_with(both, text, rules=rules)
    assert [f.severity for f in judgement.findings if f.rule == "comment"] == [BLOCK]


# ------------------------------------------------------------------ whatever is decided

PRINTS = [PRINT, *(f"hmac:{number:032x}" for number in range(2))]
DECISIONS = st.builds(
    decision,
    st.sampled_from(PRINTS),
    st.sampled_from(Answer),
    st.sampled_from([A, A.upper(), B, C]),
    minute=st.integers(0, 3),
    expires=st.sampled_from([PAST, DAY, SOON, LATER]),
).flatmap(lambda word: st.sampled_from([word, replace(word, signature="ab" * 64)]))


def outcome(decisions: list[Decision]) -> tuple[Decided, ...]:
    document, mentions = marked(NAMED)
    findings = judge_with(document, resolve(mentions, [document])).findings
    return decide(findings, document.gaps, last_words(decisions, DAY))


@given(st.lists(DECISIONS, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(decisions: list[Decision], chance: random.Random) -> None:
    shuffled = list(decisions)
    chance.shuffle(shuffled)
    assert outcome(decisions) == outcome(shuffled)
    assert settings_digest(Settings(), last_words(decisions, DAY)) == settings_digest(
        Settings(), last_words(shuffled, DAY)
    )


@given(st.lists(DECISIONS, max_size=8))
def test_the_same_line_twice_changes_nothing(decisions: list[Decision]) -> None:
    assert outcome(decisions) == outcome(decisions * 2)


@given(st.lists(DECISIONS, max_size=8), DECISIONS)
def test_a_decision_on_something_else_changes_nothing(decisions: list[Decision], other: Decision) -> None:
    unrelated = replace(other, fingerprint="hmac:" + "f" * 32)
    assert judged_with([*decisions, unrelated]) == judged_with(decisions)


@given(st.lists(DECISIONS.filter(lambda word: word.fingerprint != PRINT), max_size=8))
def test_no_decision_clears_another_fingerprint(decisions: list[Decision]) -> None:
    assert outcome(decisions) == ()
    assert judged_with(decisions).readiness is Readiness.NOT_READY


@given(st.lists(DECISIONS, max_size=8))
def test_what_is_cleared_was_said_to_be_so_by_somebody_whose_word_holds(decisions: list[Decision]) -> None:
    for decided in outcome(decisions):
        if decided.effect is CLEARED:
            holding = [word for word in decided.decisions if word.holds_on(DAY)]
            assert any(word.answer is decided.answer for word in holding)
            assert all(word.answer is not CHANGE for word in holding)


@given(st.lists(DECISIONS, max_size=8))
def test_a_word_of_somebody_new_for_change_leaves_nothing_cleared(decisions: list[Decision]) -> None:
    against = decision(PRINT, CHANGE, "Somebody Else", minute=99)
    assert all(one.effect is not CLEARED for one in outcome([*decisions, against]))


# ------------------------------------------------------------------ the digest


def test_decisions_change_the_digest_of_the_settings_and_none_do_not() -> None:
    one = decision(PRINT, MISTAKEN)
    digests = [
        settings_digest(Settings()),
        settings_digest(Settings(), last_words([one], DAY)),
        settings_digest(Settings(), last_words([replace(one, answer=KEEP)], DAY)),
        settings_digest(Settings(), last_words([replace(one, reason=Reason.ALREADY_A_LABEL)], DAY)),
        settings_digest(Settings(), last_words([replace(one, expires=PAST)], DAY)),
        settings_digest(Settings(), last_words([replace(one, expires=PAST)], PAST)),  # it held that day
        settings_digest(Settings(), last_words([replace(one, signature="ab" * 64)], DAY)),
    ]
    assert len(set(digests)) == len(digests)
    assert (
        settings_digest(Settings(), last_words([], DAY))
        == settings_digest(Settings(), NO_WORDS)
        == digests[0]
    )


# ------------------------------------------------------------------ a fingerprint is not too wide

MONTH = "The visit in {May} was the first after the summer of that year."
# Where the same word stands again: a decision on the first must not count there.
ELSEWHERE: list[list[str | tuple[Part, str]]] = [
    [MONTH, "Later {May} told her teacher that she was afraid of going home."],  # another sentence
    [MONTH, MONTH.replace("first", "last")],  # one word within reach differs
    [MONTH, MONTH],  # the same sentence again is another place
    ["Born in {May}", "{May}"],  # a line with nothing but the word
]


@pytest.mark.parametrize("texts", ELSEWHERE)
def test_a_mistake_in_one_sentence_clears_no_name_in_another(texts: list[str | tuple[Part, str]]) -> None:
    rules = [make_rule(params={"labels": (Label.PERSON,)})]
    first, second = judged_with([], *texts, rules=rules).findings
    assert first.text == second.text == "May"
    judgement = judged_with([decision(first.fingerprint, MISTAKEN)], *texts, rules=rules)
    assert [one.fingerprint for one in judgement.decided] == [first.fingerprint]
    assert judgement.blocking == ("1 finding that blocks",)
