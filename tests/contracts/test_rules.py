"""What every rule under rules/ owes: examples that hold, a source, a place of its own, one form."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.judge import judge, settings_digest
from redact.judge.identity import covers
from redact.recognise.finding import find_mentions
from redact.recognise.register import RECOGNISERS
from redact.resolve import resolve
from redact.resources import rules_folder
from redact.rulebook import load
from redact.rulebook.schema import KEYS, PARAMS
from redact.values.judgement import Judgement, Outcome, Provenance, Rule, RuleKind, Settings
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Format, Location, Part, Span

SECRET = b"a secret for tests" * 2
RULEBOOK = load(rules_folder())
RULES = RULEBOOK.rules
FILES = sorted(path for path in rules_folder().rglob("*.yaml"))
FOUND_LABELS = {label for recogniser in RECOGNISERS for label in recogniser.labels} - {Label.PSEUDONYM}
RULE_IDS = [rule.id for rule in RULES]

EXAMPLES = [
    pytest.param(rule, text, finds, id=f"{rule.id}-{'finds' if finds else 'allows'}-{number}")
    for rule in RULES
    for finds, texts in ((True, rule.finds), (False, rule.allows))
    for number, text in enumerate(texts, 1)
]


def check(rule: Rule, text: str) -> Judgement:
    """Judge a document of one paragraph, in a part that the rule is for, by the whole rulebook."""
    part = next(iter(rule.params.get("parts", ())), Part.BODY)  # type: ignore[call-overload]
    builder = DocumentBuilder(Request("x.docx", SECRET), sha256="0" * 64, format=Format.DOCX)
    builder.passage(text, Location(part, block=1), apart=part is Part.FILE_NAME)
    document = builder.build()
    settings = Settings()
    return judge(
        document,
        resolve(find_mentions([document]), [document]),
        RULEBOOK,
        settings=settings,
        secret=SECRET,
        provenance=Provenance(document.sha256, RULEBOOK.digest, None, "0", settings_digest(settings)),
    )


@pytest.mark.parametrize(("rule", "text", "finds"), EXAMPLES)
def test_a_rule_finds_and_allows_what_it_says(rule: Rule, text: str, finds: bool) -> None:
    judgement = check(rule, text)
    verdicts = {verdict.rule: verdict for verdict in judgement.verdicts}
    assert verdicts[rule.id].outcome is (Outcome.FAIL if finds else Outcome.PASS)
    assert set(verdicts) == set(RULE_IDS)  # nothing was found that no rule judges


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_a_rule_has_examples_and_near_misses(rule: Rule) -> None:
    assert len(rule.finds) >= 2
    assert len(rule.allows) >= 2


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


def test_the_reasons_of_two_rules_are_not_told_twice_in_other_words() -> None:
    """The same rule twice under two ids would count every fault twice."""
    for one, other in product(RULES, RULES):
        if one.id < other.id:
            assert (one.params, one.severity) != (other.params, other.severity)
            assert difflib.SequenceMatcher(None, one.message, other.message).ratio() < 0.98


def every_mention() -> Iterator[tuple[Label, Part, float, list[str]]]:
    """Every label, part and side of every score that a rule names, with the rules that judge it."""
    edges = {0.0, 1.0}
    for rule in RULES:
        for name in ("score_from", "score_below"):
            value = rule.params.get(name)
            if isinstance(value, float):
                edges |= {value, max(0.0, value - 1e-9), min(1.0, value + 1e-9)}
    for label, part, score in product(Label, Part, sorted(edges)):
        mention = Mention(Span("p", 0, 1), label, score, Evidence("tests", "1", "mark", "it is marked"))
        yield label, part, score, [rule.id for rule in RULES if covers(rule, mention, part)]


def test_no_mention_is_judged_twice() -> None:
    assert [found for found in every_mention() if len(found[3]) > 1] == []


def test_every_mention_that_can_be_found_is_judged() -> None:
    assert [found for found in every_mention() if found[0] in FOUND_LABELS and not found[3]] == []


def test_a_pseudonym_is_judged_by_no_rule() -> None:
    assert [found for found in every_mention() if found[0] is Label.PSEUDONYM and found[3]] == []


@pytest.mark.parametrize("label", Label, ids=lambda label: label.value)
def test_a_label_is_judged_everywhere_or_nowhere(label: Label) -> None:
    counts = {len(rules) for found, _, _, rules in every_mention() if found is label}
    assert len(counts) == 1


def test_every_kind_of_rule_has_a_rule_and_its_params() -> None:
    assert {rule.kind for rule in RULES} == set(RuleKind)
    assert set(PARAMS) == set(RuleKind)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_the_one_form(path: Path) -> None:
    """Keys in the order of the schema, folded lines, one line end at the end: so that changes are small."""
    text = path.read_bytes().decode("utf-8")
    keys = re.findall(r"^([a-z_]+):", text, flags=re.MULTILINE)
    assert keys == [key for key in KEYS if key in keys]
    params = re.findall(
        r"^  ([a-z_]+): ", text.split("\nparams:\n")[1].split("\nfinds:")[0], flags=re.MULTILINE
    )
    assert params == [key for kind in PARAMS.values() for key in kind if key in params]
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "\t" not in text
    assert [line for line in text.split("\n") if len(line) > 120 or line != line.rstrip()] == []


def test_the_readme_of_the_rules_names_every_key() -> None:
    text = (rules_folder() / "README.md").read_text(encoding="utf-8")
    names = [*KEYS, *(key for kind in PARAMS.values() for key in kind)]
    assert [name for name in names if f"`{name}`" not in text] == []
