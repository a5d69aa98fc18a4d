from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.telling import labelling
from corpus.telling.gold import GoldMention, Told
from corpus.telling.tell import tell
from tests.corpus.telling.made import person, small_case, small_public, template

CASE = small_case(person("sw2", "Ruth", "Vey", label="SW2"))
LABELS = {role: one.label for role, one in CASE.people.items()}
LINES = (
    "{child.label} lived with {mother.label}.",
    "{sw.label} and {sw2.label} saw {child.label}.",
    "{mother.label} told {sw.label} about {sib.label}.",
    "Then {sw.label} wrote to {mother.label} and {gran.label} about {child.label}.",
)


def _told(seed: int, *lines: str, kind: str = "overview") -> Told:
    return tell(CASE, template(*(lines or LINES), kind=kind), small_public(), seed=seed)


def _faults(document: Told) -> list[GoldMention]:
    return [each for each in document.mentions if {"left", "label-fault"} & set(each.hard)]


def _with(kind: object, monkeypatch: pytest.MonkeyPatch) -> list[Told]:
    """Documents whose every fault is of one kind."""
    monkeypatch.setattr(labelling, "_KINDS", (kind,))
    monkeypatch.setattr(labelling, "FAULTY_LABELS", 1.0)
    found = [document for document in map(_told, range(60)) if document.stage]
    assert all(_faults(document) for document in found)
    return found


def _quotes(document: Told) -> set[tuple[str, str]]:
    return {(each.who, document.text[slice(*each.span)]) for each in _faults(document)}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (labelling._other_mark, r"child Child [A-Z]|sw SW\d|mother Parent \d"),
        (labelling._other_way, r"mother Mother|mother Adult A|mother M|sw Social Worker [1A]"),
        (labelling._initials, r"child Child HB|mother Parent KB|sw SW AO"),
    ],
)
def test_a_second_label_is_one_that_nobody_has(
    kind: object, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[tuple[str, str]] = set()
    for document in _with(kind, monkeypatch):
        for who, label in _quotes(document):
            assert re.fullmatch(expected, f"{who} {label}")
            assert label not in LABELS.values()
            # The right one stands before it.
            assert document.text.index(LABELS[who]) < document.text.index(label)
        assert all(each.label == "PSEUDONYM" and each.stays for each in _faults(document))
        seen |= _quotes(document)
    assert {who for who, _ in seen} == {part.split()[0] for part in expected.split("|") if part[0].islower()}


def test_two_labels_are_exchanged_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = _with(labelling._swapped, monkeypatch)
    assert {pair for document in documents for pair in _quotes(document)} == {("sw", "SW2")}
    monkeypatch.setattr(labelling, "_FAULTS_A_DOCUMENT", (1,))
    lines = (*LINES, "{sw.label} met {sw2.label}.")
    both = [each for each in (_told(seed, *lines) for seed in range(60)) if "SW2 met SW1" in each.text]
    assert both
    assert {("sw", "SW2"), ("sw2", "SW1")} <= _quotes(both[0])


def test_a_real_name_is_left_to_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[tuple[str, str]] = set()
    for document in _with(labelling._left, monkeypatch):
        seen |= _quotes(document)
        for each in _faults(document):
            assert (each.label, each.stays) == ("PERSON", False)
            assert "left" in each.hard
    assert seen == {
        ("child", "Hope"), ("mother", "Kayleigh"), ("sib", "Tyler"), ("gran", "Denise"),
        ("sw", "Amina Okafor"), ("sw2", "Ruth Vey"),
    }  # fmt: skip


def test_documents_without_faults_are_told_as_before_and_are_the_most(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    documents = [_told(seed) for seed in range(150)]
    monkeypatch.setattr(labelling, "FAULTY_LABELS", 0.0)
    plain = [_told(seed) for seed in range(150)]
    faulty = [bool(_faults(document)) for document in documents]
    assert [one == other for one, other in zip(documents, plain, strict=True)] == [
        not each for each in faulty
    ]
    assert not any(_faults(document) for document in plain)
    staged = sum(document.stage > 0 for document in documents)
    assert 0.2 * staged < sum(faulty) < 0.5 * staged


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("terms-of-reference", LINES),  # the key of labels, and whatever else is at stage 0
        ("overview", ("{child.label} and {mother.label} and {child.label}.",)),  # too few to disagree
    ],
)
def test_what_has_no_label_to_go_wrong_has_none_wrong(
    kind: str, lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(labelling, "FAULTY_LABELS", 1.0)
    assert not any(_faults(_told(seed, *lines, kind=kind)) for seed in range(20))


@given(st.integers(0, 10**6))
def test_spans_are_what_stands_there(seed: int) -> None:
    document = _told(seed)
    outside = document.text
    for mention in reversed(document.mentions):
        start, end = mention.span
        told = document.text[start:end]
        assert told == told.strip() != ""
        if "label-fault" in mention.hard:
            assert told != LABELS[mention.who]
        elif mention.label == "PSEUDONYM":
            assert told == LABELS[mention.who]
        outside = outside[:start] + outside[end:]
    # No label stands where the gold does not say so.
    assert not re.search(r"Child|Parent|Adult|Mother|SW|Hope|Kayleigh", outside)
