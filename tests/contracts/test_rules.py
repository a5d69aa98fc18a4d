"""What every rule under rules/ owes: examples that hold, a source, a place of its own, one form."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import cast

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.judge import BUNDLE_KINDS, KINDS, Bundle, judge, judge_bundle, settings_digest
from redact.judge.applying import why_not
from redact.judge.hidden import find_hidden, stands_in
from redact.judge.identity import covers
from redact.judge.requirements import REQUIREMENTS
from redact.judge.subject import subject_of
from redact.judge.together import TOGETHER
from redact.recognise.claims import Recogniser
from redact.recognise.document_kind import recognise_kind
from redact.recognise.finding import find_mentions
from redact.recognise.register import RECOGNISERS
from redact.resolve import resolve
from redact.resolve.label_faults import read_labels
from redact.resources import rules_folder
from redact.rulebook.gate import is_gate
from redact.rulebook.jigsaw import is_table
from redact.rulebook.own import OFF_KEYS
from redact.rulebook.packs import BOARD_KEYS, PACK_KEYS
from redact.rulebook.schema import KEYS, PARAMS
from redact.rulebook.schemes import load_schemes
from redact.run.rule_examples import outcome_of, settings_of
from redact.values.judgement import (
    Audience,
    BundleJudgement,
    Judgement,
    Mode,
    Outcome,
    Provenance,
    Rule,
    RuleKind,
    Settings,
)
from redact.values.labels import LabelFaultKind
from redact.values.people import Evidence, Label, Mention, Resolution, Standing
from redact.values.places import PLACES
from redact.values.text import Document, Format, Location, Part, Span
from tests.recognise.recognise_factory import RULES as WITHOUT_MODEL
from tests.recognise.recognise_factory import mentions_by
from tests.shipped_rules import shipped_rules

SECRET = b"a secret for tests" * 2
RULEBOOK = shipped_rules()
RULES = RULEBOOK.rules
SHELVES = sorted(path for name in ("pack", "board") for path in rules_folder().rglob(f"{name}.yaml"))
FILES = sorted(
    path
    for path in rules_folder().rglob("*.yaml")
    for place in [path.relative_to(rules_folder()).as_posix()]
    if path not in SHELVES and not is_table(place) and not is_gate(place)
)
FOUND_LABELS = {label for recogniser in RECOGNISERS for label in recogniser.labels} - {Label.PSEUDONYM}
RULE_IDS = [rule.id for rule in RULES]
BUNDLES = [rule for rule in RULES if rule.kind is RuleKind.BUNDLE]
# Requirements, and the rules on facts that identify together: their examples are small documents.
_SMALL_DOCUMENTS = {*REQUIREMENTS, *TOGETHER, *BUNDLE_KINDS} - {RuleKind.BUNDLE}
REQUIRED = [rule for rule in RULES if rule.kind in _SMALL_DOCUMENTS]
IDENTITIES = [rule for rule in RULES if rule.kind is RuleKind.IDENTITY]  # no other kind judges a mention
SIGNED = [rule for rule in RULES if rule.kind is RuleKind.ATTESTED]
OF_ONE = [rule for rule in RULES if rule.kind in KINDS]
SCHEMES = load_schemes(rules_folder())

EXAMPLES = [
    pytest.param(rule, text, finds, id=f"{rule.id}-{'finds' if finds else 'allows'}-{number}")
    for rule in OF_ONE
    for finds, texts in ((True, rule.finds), (False, rule.allows))
    for number, text in enumerate(texts, 1)
]


def check(rule: Rule, text: str) -> Judgement:
    """Judge a document of one paragraph, in a part that the rule is for, by the whole rulebook."""
    part = next(iter(rule.params.get("parts", ())), Part.BODY)  # type: ignore[call-overload]
    place = None
    if rule.kind is RuleKind.HIDDEN:
        place, _, text = text.partition(": ")
    builder = DocumentBuilder(Request("x.docx", SECRET), sha256="0" * 64, format=Format.DOCX)
    builder.passage(text, Location(part, place, block=1), apart=part is Part.FILE_NAME)
    document = builder.build()
    settings = settings_of(rule)
    if rule.kind is RuleKind.DOCUMENT_KIND:
        settings = replace(settings, kind=recognise_kind(document)[0])
    resolution = resolve(find_mentions([document], recognisers=WITHOUT_MODEL), [document])
    return judge(
        document,
        resolution,
        RULEBOOK,
        settings=settings,
        secret=SECRET,
        provenance=Provenance(document.sha256, RULEBOOK.digest, None, "0", settings_digest(settings)),
        labels=read_labels(resolution, [document], SCHEMES).faults,
    )


def check_bundle(text: str) -> BundleJudgement:
    """Judge several documents of one paragraph each by the rules that need several."""
    documents = []
    for number, part in enumerate(text.split(" || ")):
        builder = DocumentBuilder(
            Request(f"{number}.docx", SECRET), sha256=f"{number}" * 64, format=Format.DOCX
        )
        builder.passage(part, Location(Part.BODY, None, block=1))
        documents.append(builder.build())
    resolution = resolve(find_mentions(documents, recognisers=WITHOUT_MODEL), documents)
    faults = read_labels(resolution, documents, SCHEMES).faults
    return judge_bundle(Bundle(tuple(documents), resolution, SECRET, faults), RULEBOOK, settings=Settings())


@pytest.mark.parametrize(("rule", "text", "finds"), EXAMPLES)
def test_a_rule_finds_and_allows_what_it_says(rule: Rule, text: str, finds: bool) -> None:
    judgement = check(rule, text)
    verdicts = {verdict.rule: verdict for verdict in judgement.verdicts}
    assert verdicts[rule.id].outcome is (Outcome.FAIL if finds else Outcome.PASS)
    assert not [id_ for id_ in verdicts if id_.startswith("unjudged-") and id_ != "unjudged-requirements"]


@pytest.mark.parametrize(
    ("rule", "text", "finds"),
    [
        pytest.param(rule, text, finds, id=f"{rule.id}-{'finds' if finds else 'allows'}-{number}")
        for rule in BUNDLES
        for finds, texts in ((True, rule.finds), (False, rule.allows))
        for number, text in enumerate(texts, 1)
    ],
)
def test_a_rule_on_several_documents_finds_and_allows_what_it_says(
    rule: Rule, text: str, finds: bool
) -> None:
    verdicts = {verdict.rule: verdict for verdict in check_bundle(text).verdicts}
    assert verdicts[rule.id].outcome is (Outcome.FAIL if finds else Outcome.PASS)


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        pytest.param(rule, text, wanted, id=f"{rule.id}-{'finds' if finds else 'allows'}-{number}")
        for rule in REQUIRED
        for passes in [Outcome.NEEDS_A_PERSON if rule.sentence else Outcome.PASS]
        for finds, wanted, texts in ((True, Outcome.FAIL, rule.finds), (False, passes, rule.allows))
        for number, text in enumerate(texts, 1)
    ],
)
def test_a_requirement_finds_and_allows_what_it_says(rule: Rule, text: str, wanted: Outcome) -> None:
    def finder(documents: Sequence[Document]) -> Sequence[Mention]:
        return find_mentions(documents, recognisers=WITHOUT_MODEL)

    assert outcome_of(rule, text, finder, SECRET, weights=RULEBOOK.jigsaw) is wanted


def test_every_fault_of_labels_is_judged_by_one_rule() -> None:
    judged = [
        fault for rule in RULES for fault in cast(tuple[LabelFaultKind, ...], rule.params.get("faults", ()))
    ]
    assert sorted(judged, key=str) == sorted(LabelFaultKind, key=str)


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_a_rule_has_examples_and_near_misses(rule: Rule) -> None:
    least = 0 if rule in SIGNED else 2
    assert len(rule.finds) >= least
    assert len(rule.allows) >= least


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_a_rule_is_written_as_the_others_are(rule: Rule) -> None:
    assert not rule.title.endswith(".")
    assert rule.title[0].isupper()
    for text in (rule.message, rule.hint, rule.why):
        assert text[0].isupper()
        assert text.endswith(".")
    # What is printed on any terminal; examples may hold curly quotes.
    assert "".join((rule.title, rule.message, rule.hint, rule.why, rule.source)).isascii()
    assert len(rule.title) <= 60
    # A source names a document that somebody else can find, and a place in it or a date.
    assert len(rule.source.split()) >= 5
    assert re.search(r"\d{4}|section \d|under \"", rule.source)


def never_together(one: Rule, other: Rule) -> bool:
    """Tell whether no document is ever judged by both."""
    scopes = ((one.edition, other.edition), (one.mode, other.mode), (one.board, other.board))
    return any(first and second and not set(first) & set(second) for first, second in scopes)


def test_the_reasons_of_two_rules_are_not_told_twice_in_other_words() -> None:
    """The same rule twice under two ids would count every fault twice."""
    for one, other in product(RULES, RULES):
        if one.id < other.id:
            if one.kind is not RuleKind.ATTESTED and not never_together(one, other):
                assert (one.kind, one.params, one.severity) != (other.kind, other.params, other.severity)
            alike = difflib.SequenceMatcher(None, one.message, other.message)
            # The first two are upper bounds, and a hundred times as quick.
            assert alike.real_quick_ratio() < 0.98 or alike.quick_ratio() < 0.98 or alike.ratio() < 0.98


# A mention's label, standing, part and score, with the rules that judge it under some settings or other.
Judged = tuple[Label, Standing, Part, float, tuple[Rule, ...]]
AUDIENCES_AND_MODES = [
    pytest.param(Settings(audience=audience, mode=mode), id=f"{audience.value}-{mode.value}")
    for audience, mode in product(Audience, Mode)
]
NAMED = {
    (label, standing)
    for rule in RULES
    for label in cast(tuple[Label, ...], rule.params.get("labels", ()))
    for standing in cast(tuple[Standing, ...], rule.params.get("standing", (Standing.PARTICIPANT,)))
}


def edges() -> list[float]:
    """Every side of every score that a rule names."""
    found = {0.0, 1.0}
    for rule in RULES:
        for name in ("score_from", "score_below"):
            value = rule.params.get(name)
            if isinstance(value, float):
                found |= {value, max(0.0, value - 1e-9), min(1.0, value + 1e-9)}
    return sorted(found)


def mention_of(label: Label, standing: Standing, score: float) -> Mention:
    evidence = Evidence("tests", "1", "mark", "it is marked")
    return Mention(Span("p", 0, 1), label, score, evidence, standing)


@cache
def every_mention() -> tuple[Judged, ...]:
    """Every label, standing, part and edge of a score, with the rules that judge it."""
    return tuple(
        (label, standing, part, score, tuple(rule for rule in IDENTITIES if covers(rule, mention, part)))
        for label, standing, score in product(Label, Standing, edges())
        for mention in [mention_of(label, standing, score)]
        for part in Part
    )


HIDDEN = [rule for rule in RULES if rule.kind is RuleKind.HIDDEN]
# What every reader sees, the pixels of pictures (a Gap), and the file's own name (rules of identity).
SEEN = {f"D{number}" for number in range(1, 24)} | {"D70", "P1", "P2", "P34"}
HIDDEN_ALL_THE_SAME = {"D7", "D9", "D12", "D22"}


@pytest.mark.parametrize("place", PLACES)
def test_a_hidden_place_is_explained_by_one_rule_in_every_part(place: str) -> None:
    judged = {part: [rule.id for rule in HIDDEN if stands_in(rule, Location(part, place))] for part in Part}
    assert [part for part, rules in judged.items() if len(rules) > 1] == []
    if place in SEEN - HIDDEN_ALL_THE_SAME:
        assert not any(judged.values())
    elif any(rule.params.get("parts") for rule in HIDDEN if place in places_of(rule)):
        assert any(judged.values())
    elif place[0] in "DP":  # the places of Word documents and of PDFs
        assert all(judged.values())


@pytest.mark.parametrize("rule", HIDDEN, ids=lambda rule: rule.id)
def test_a_trace_in_a_place_of_a_hidden_rule_is_found(rule: Rule) -> None:
    part = next(iter(cast(tuple[Part, ...], rule.params.get("parts", (Part.PROPERTY,)))))
    for place in places_of(rule):
        builder = DocumentBuilder(Request("x.docx", SECRET), sha256="0" * 64, format=Format.DOCX)
        builder.trace(Location(part, place), "a thing", b"1")
        (finding,) = find_hidden(rule, subject_of(builder.build(), Resolution(()), SECRET))
        assert (finding.severity, finding.spans, finding.because) == (rule.severity, (), "a thing")


@pytest.mark.parametrize("rule", HIDDEN, ids=lambda rule: rule.id)
def test_a_hidden_rule_says_which_menu_to_use(rule: Rule) -> None:
    assert re.search(r"[A-Z]\w+ > [A-Z]|right-click|Word has no menu|Word document|Ctrl\+", rule.hint)
    assert "heading on" in rule.source


def places_of(rule: Rule) -> tuple[str, ...]:
    return cast(tuple[str, ...], rule.params["places"])


def judging(rules: Iterable[Rule], settings: Settings) -> list[str]:
    """Keep the rules that hold under these settings."""
    return [rule.id for rule in rules if why_not(rule, settings) is None]


@pytest.mark.parametrize("settings", AUDIENCES_AND_MODES)
def test_no_mention_is_judged_twice(settings: Settings) -> None:
    assert [found for found in every_mention() if len(judging(found[-1], settings)) > 1] == []


@pytest.mark.parametrize("settings", AUDIENCES_AND_MODES)
def test_every_mention_that_can_be_found_is_judged(settings: Settings) -> None:
    """As a participant's, and in every other standing that a rule knows for that label."""
    wanted = NAMED | {(label, Standing.PARTICIPANT) for label in FOUND_LABELS}
    wanted |= {(Label.PERSON, standing) for standing in Standing}
    assert [
        found for found in every_mention() if found[:2] in wanted and not judging(found[-1], settings)
    ] == []


def test_a_pseudonym_is_judged_by_no_rule() -> None:
    assert [found for found in every_mention() if found[0] is Label.PSEUDONYM and found[-1]] == []


@pytest.mark.parametrize("standing", Standing, ids=lambda standing: standing.value)
@pytest.mark.parametrize("label", Label, ids=lambda label: label.value)
def test_a_label_is_judged_everywhere_or_nowhere(label: Label, standing: Standing) -> None:
    judged = {bool(found[-1]) for found in every_mention() if found[:2] == (label, standing)}
    assert len(judged) == 1


@pytest.mark.parametrize("recogniser", RECOGNISERS, ids=lambda recogniser: recogniser.name)
def test_what_a_recogniser_finds_in_its_examples_is_judged_once(recogniser: Recogniser) -> None:
    """Whatever standing it gives: a mention that no rule judges would make every answer *cannot tell*."""
    for example in recogniser.examples:
        for found, mention in mentions_by(recogniser.name, example.text):
            if mention.label is not Label.PSEUDONYM:
                covering = [rule for rule in RULES if covers(rule, mention, Part.BODY)]
                assert (found, len(judging(covering, Settings()))) == (found, 1)


def test_every_kind_of_rule_has_a_rule_and_its_params() -> None:
    assert {rule.kind for rule in RULES} == set(RuleKind)
    assert set(PARAMS) == set(RuleKind)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_the_one_form(path: Path) -> None:
    """Keys in the order of the schema, folded lines, one line end at the end: so that changes are small."""
    text = path.read_bytes().decode("utf-8")
    keys = re.findall(r"^([a-z_]+):", text, flags=re.MULTILINE)
    assert keys == [key for key in KEYS if key in keys]
    block = text.partition("\nparams:")[2].split("\nfinds:")[0]
    params = re.findall(r"^  ([a-z_]+):", block, flags=re.MULTILINE)
    assert any(params == [key for key in kind if key in params] for kind in PARAMS.values())
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "\t" not in text
    assert [line for line in text.split("\n") if len(line) > 120 or line != line.rstrip()] == []


@pytest.mark.parametrize("path", SHELVES, ids=lambda path: path.parent.name)
def test_the_file_of_an_edition_or_a_board_has_the_one_form(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    wanted = PACK_KEYS if path.name == "pack.yaml" else BOARD_KEYS
    keys = re.findall(r"^([a-z_]+):", text, flags=re.MULTILINE)
    assert keys == [key for key in wanted if key in keys]
    assert text.isascii()
    assert text.endswith("\n")
    assert [line for line in text.split("\n") if len(line) > 120 or line != line.rstrip()] == []


def test_the_readme_of_the_rules_names_every_key() -> None:
    text = (rules_folder() / "README.md").read_text(encoding="utf-8")
    names = [*KEYS, *PACK_KEYS, *BOARD_KEYS, *OFF_KEYS, *(key for kind in PARAMS.values() for key in kind)]
    assert [name for name in names if f"`{name}`" not in text] == []


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_no_rule_promises_what_no_program_can(rule: Rule) -> None:
    """A check says what it found and no more: nobody is told that a report can harm nobody."""
    said = " ".join((rule.title, rule.message, rule.hint, rule.why, rule.sentence or ""))
    assert not re.search(r"\b(safe|compliant|compliance|anonymous)\b", said, re.IGNORECASE)
