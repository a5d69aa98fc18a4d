"""The loader: a rulebook is right as a whole, or it is not used."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from redact import rulebook
from redact.errors import ExitStatus, RuleFault
from redact.resources import rules_folder
from redact.rulebook import load, marked
from redact.values.judgement import Audience, DocumentKind, Edition, Mode, RuleKind, Severity
from redact.values.labels import LabelFaultKind
from redact.values.people import Label
from redact.values.text import Part

# Line 1 is the id, line 9 is params; the tests count on it.
RULE = """\
id: some-fault
kind: identity
severity: block
title: Some fault
message: There is a fault.
hint: Take it out.
why: It matters.
source: A procedure, section 1
params:
  labels: [PERSON, PHONE]
finds:
- Mrs Harriet Osgood rang.
allows:
- The mother rang.
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_(text: str | bytes = RULE, path: str = "identity/some-fault.yaml") -> Path:
        target = tmp_path / "rules" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return tmp_path / "rules"

    return write_


def faults(folder: Path) -> list[str]:
    with pytest.raises(RuleFault) as raised:
        load(folder)
    assert raised.value.status is ExitStatus.RULES
    assert raised.value.remedy
    return [line.strip() for line in str(raised.value).splitlines()[1:]]


def test_a_rule_becomes_a_frozen_value(write: Write) -> None:
    (rule,) = load(write()).rules
    assert (rule.id, rule.kind, rule.severity) == ("some-fault", RuleKind.IDENTITY, Severity.BLOCK)
    assert rule.params["labels"] == (Label.PERSON, Label.PHONE)
    assert rule.finds == ("Mrs Harriet Osgood rang.",)
    assert (rule.edition, rule.applies_to, rule.audience, rule.mode, rule.sentence) == ((), (), (), (), None)
    with pytest.raises(TypeError):
        rule.params["labels"] = ()  # type: ignore[index]


def test_every_key_that_may_be_left_out_is_read(write: Write) -> None:
    more = (
        "edition: [wt2015, wt2018]\napplies_to: [overview]\naudience: [public]\nmode: [full]\n"
        "sentence: I have looked.\n"
    )
    text = RULE.replace(
        "  labels: [PERSON, PHONE]\n",
        "  labels: [PERSON]\n  score_from: 0.25\n  score_below: 1\n  except_parts: [file name, alt text]\n",
    )
    (rule,) = load(write(more + text)).rules
    assert rule.edition == (Edition.WT2015, Edition.WT2018)
    assert (rule.applies_to, rule.audience) == ((DocumentKind.OVERVIEW,), (Audience.PUBLIC,))
    assert (rule.mode, rule.sentence) == ((Mode.FULL,), "I have looked.")
    assert (rule.params["score_from"], rule.params["score_below"]) == (0.25, 1.0)
    assert rule.params["except_parts"] == (Part.FILE_NAME, Part.ALT_TEXT)


HIDDEN_RULE = (
    RULE.replace("kind: identity", "kind: hidden")
    .replace("labels: [PERSON, PHONE]", "places: [D27, P19]")
    .replace("- Mrs Harriet Osgood rang.", '- "D27: Ask her mother."')
    .replace("- The mother rang.", '- "D1: The mother rang."')
)


def test_a_rule_on_hidden_places_is_read(write: Write) -> None:
    text = HIDDEN_RULE.replace("[D27, P19]", "[D27, P19]\n  parts: [comment]")
    (rule,) = load(write(text, "hidden/some-fault.yaml")).rules
    assert rule.kind is RuleKind.HIDDEN
    assert rule.params == {"places": ("D27", "P19"), "parts": (Part.COMMENT,)}
    assert (rule.finds, rule.allows) == (("D27: Ask her mother.",), ("D1: The mother rang.",))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        # D39 is left out of the catalogue, and nothing stands behind its end
        ("[D27, P19]", "[D39]", ":10: params.places: 'D39' is no place of the catalogue"),
        ("[D27, P19]", "[D27, P35]", ":10: params.places: 'P35' is no place of the catalogue"),
        ("[D27, P19]", "D27", ":10: params.places: a list is wanted, not a text"),
        ("  places: [D27, P19]", "  parts: [comment]", ": the key 'params.places' is missing"),
        ("  places: [D27, P19]", "  labels: [PERSON]", ":10: unknown key 'params.labels'"),
        ('"D27: Ask her', '"Ask her', ":11: finds: an example begins with its place"),
        ('"D1: The', '"D99: The', ":13: allows: an example begins with its place"),
    ],
)
def test_a_broken_rule_on_hidden_places_says_what_is_wrong(
    write: Write, old: str, new: str, fault: str
) -> None:
    found = faults(write(HIDDEN_RULE.replace(old, new), "hidden/some-fault.yaml"))
    assert [line for line in found if line.startswith(f"hidden/some-fault.yaml{fault}")]


def test_rules_are_in_the_order_of_their_ids_and_lists_and_prose_are_none(write: Write) -> None:
    write(RULE.replace("some-fault", "zebra"), "a/zebra.yaml")
    write(RULE.replace("some-fault", "aardvark"), "z/deeper/aardvark.yaml")
    write("not: [a rule", "lists/words.yaml")
    write("# What stands here", "a/README.md")
    folder = write("junk", "a/.DS_Store")
    assert [rule.id for rule in load(folder).rules] == ["aardvark", "zebra"]


# What is written in place of what, and the fault with its line.
BROKEN = [
    # a key that nobody knows, with the one that was meant
    ("hint: Take", "hnt: Take", ":6: unknown key 'hnt'; did you mean hint?"),
    ("hint: Take", "hnt: Take", ": the key 'hint' is missing"),
    ("  labels:", "  lables:", ":10: unknown key 'params.lables'; did you mean labels?"),
    ("  labels:", "  lables:", ": the key 'params.labels' is missing"),
    # a word outside the closed vocabulary
    ("severity: block", "severity: blocks", ":3: severity: unknown value 'blocks'; did you mean block?"),
    ("severity: block", "severity: x", ":3: severity: unknown value 'x'; there are: block, ask, note"),
    ("kind: identity", "kind: identify", ":2: kind: unknown value 'identify'; did you mean identity?"),
    ("[PERSON, PHONE]", "[PERSONS]", ":10: params.labels: unknown value 'PERSONS'; did you mean PERSON?"),
    # a pseudonym is a label in use, never a fault
    ("PERSON, PHONE", "PSEUDONYM", ":10: params.labels: unknown value 'PSEUDONYM'"),
    (
        "  labels",
        "  parts: [boddy]\n  labels",
        ":10: params.parts: unknown value 'boddy'; did you mean body?",
    ),
    ("title:", "edition: [wt2016]\ntitle:", ":4: edition: unknown value 'wt2016'; did you mean wt2"),
    # the wrong type
    ("title: Some fault", "title: [Some]", ":4: title: a text is wanted, not a list"),
    ("title: Some fault", "title: 3", ":4: title: a text is wanted, not a number"),
    ("[PERSON, PHONE]", "PERSON", ":10: params.labels: a list is wanted, not a text"),
    ("severity: block", "severity: [block]", ":3: severity: one of block, ask, note is wanted, not a list"),
    ("  labels", "  score_from: high\n  labels", ":10: params.score_from: a number is wanted, not a text"),
    ("params:\n  labels: [PERSON, PHONE]", "params: none", ":9: params: a mapping is wanted, not a text"),
    ("finds:\n- Mrs", "finds: Mrs", ":11: finds: a list is wanted, not a text"),
    # what YAML takes for something else
    ("- The mother rang.", "- 2001-01-01", ":14: allows: a text is wanted; YAML reads this as timestamp"),
    ("- The mother rang.", "- no", ":14: allows: a text is wanted; YAML reads this as bool"),
    ("- The mother rang.", "-", ":14: allows: a text is wanted; YAML reads this as null"),
    ("- The mother rang.", "- 12:30", ":14: allows: a text is wanted"),
    # texts
    ("why: It matters.", "why: ' '", ":7: why: the text is empty"),
    ("why: It matters.", "why: |\n  It\n  matters.", ":7: why: the text has line ends or outer spaces"),
    ("why: It matters.", 'why: "It \\x1b[31m matters."', ":7: why: the text holds characters that cannot"),
    ("why: It matters.", "why: " + "a" * 1_001, ":7: why: the text is longer than 1,000 characters"),
    # ids
    ("id: some-fault", "id: other-fault", ":1: id: the id is the name of the file, 'some-fault'"),
    ("id: some-fault", "id: Some_Fault", ":1: id: an id is made of small letters"),
    ("id: some-fault", "id: unjudged-age", ":1: id: ids that begin with unjudged- are redact's own"),
    # lists
    ("- Mrs Harriet Osgood rang.", "  []", ":12: finds: the list is empty"),
    ("- The mother rang.", "  []", ":14: allows: the list is empty"),
    ("[PERSON, PHONE]", "[]", ":10: params.labels: the list is empty"),
    ("[PERSON, PHONE]", "[PHONE, PHONE]", ":10: params.labels: the same value stands twice"),
    (
        "- The mother rang.",
        "- Mrs Harriet Osgood rang.",
        ":13: allows: 'Mrs Harriet Osgood rang.' stands under finds too",
    ),
    # scores and parts that fit nothing
    ("  labels", "  score_from: 1.5\n  labels", ":10: params.score_from: a score is from 0 to 1"),
    ("  labels", "  score_from: .nan\n  labels", ":10: params.score_from: a number is wanted"),
    ("  labels", "  score_from: 0x1\n  labels", ":10: params.score_from: a number is wanted"),
    ("  labels", "  score_below: 0\n  labels", "params: score_from is not below score_below"),
    (
        "  labels",
        "  parts: [body]\n  except_parts: [table]\n  labels",
        "params: parts and except_parts exclude",
    ),
    # YAML that says one thing and does another
    ("why: It matters.", "hint: It matters.", ":7: the key 'hint' stands twice, first in line 6"),
    ("title: Some fault", "title: &a Some fault", ":4: anchors and aliases are refused"),
    ("title: Some fault", "title: *a", ":4: anchors and aliases are refused"),
    ("title: Some fault", "title: !!python/name:os.system", ":4: tags are refused"),
    ("title: Some fault", "3: Some fault", ":4: a key is a word"),
    ("title: Some fault", "title: [[[[[[[[Some]]]]]]]]", ":4: too many lists and mappings inside each other"),
    ("id: some-fault", "---\nid: some-fault\n---", ":3: one file holds one rule"),
    ("title: Some fault", "title: 'Some fault", ": not YAML: "),
    ("title: Some fault", "title: Some: fault", ":4: not YAML: "),
    ("title: Some fault", "title: Some\x07fault", ": not YAML: "),
]


BUNDLE_RULE = (
    RULE.replace("kind: identity", "kind: bundle")
    .replace("labels: [PERSON, PHONE]", "faults: [one-document]")
    .replace("- Mrs Harriet Osgood rang.", "- Child X came. || Child Y came.")
    .replace("- The mother rang.", "- Child X came. || Child X left.")
)


def test_a_rule_on_several_documents_holds_faults_between_them(write: Write) -> None:
    (rule,) = load(write(BUNDLE_RULE, "labels/some-fault.yaml")).rules
    assert rule.kind is RuleKind.BUNDLE
    assert rule.params == {"faults": (LabelFaultKind.ONE_DOCUMENT,)}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("one-document", "name-beside", ": unknown value 'name-beside'"),  # a fault of one document
        ("[one-document]", "[]", ":10: params.faults: the list is empty"),
        ("Child X came. || Child Y", "Child X came and Child Y", ": finds: an example has several documents"),
        ("|| Child X left", "| Child X left", ": allows: an example has several documents"),
    ],
)
def test_a_fault_of_a_rule_on_several_documents_is_told(write: Write, old: str, new: str, fault: str) -> None:
    assert BUNDLE_RULE.count(old) == 1
    with pytest.raises(RuleFault) as caught:
        load(write(BUNDLE_RULE.replace(old, new), "labels/some-fault.yaml"))
    assert fault in caught.value.what


@pytest.mark.parametrize(("before", "after", "fault"), BROKEN, ids=[row[1][:30] for row in BROKEN])
def test_what_is_wrong_is_told_with_its_line(write: Write, before: str, after: str, fault: str) -> None:
    assert before in RULE
    told = faults(write(RULE.replace(before, after)))
    assert any(line.startswith("identity/some-fault.yaml" + fault) or fault in line for line in told), told
    assert all(line.startswith("identity/some-fault.yaml:") for line in told)


# Whole files that hold no rule.
NO_RULE = [
    (b"", ":1: a rule is a list of keys with their values"),  # nothing at all
    (b"# only a comment\n", ":1: a rule is a list of keys with their values"),
    (b"- a\n- b\n", ":1: a rule is a list of keys with their values"),
    (b"id: some-fault\ntitle: \xe9\n", ":2: the file is not UTF-8"),  # saved as Windows-1252
    (b"title: " + b"a" * 70_000, ": the file is larger than 65,536 bytes"),
    (b"[" * 60_000, ":1: too many lists and mappings inside each other"),  # the parser calls itself
]


@pytest.mark.parametrize(("data", "fault"), NO_RULE)
def test_a_file_that_holds_no_rule_is_a_fault(write: Write, data: bytes, fault: str) -> None:
    assert faults(write(data)) == ["identity/some-fault.yaml" + fault]


# A file that would be passed over in silence elsewhere.
MISPLACED = [
    ("identity/other.yml", "a rule's file ends in .yaml"),
    ("identity/other.txt", "a rule's file ends in .yaml"),
    ("other.yaml", "a rule stands in the folder of its family, such as identity/"),
]


@pytest.mark.parametrize(("path", "fault"), MISPLACED)
def test_a_file_in_the_wrong_place_is_a_fault(write: Write, path: str, fault: str) -> None:
    write()
    assert faults(write(RULE, path)) == [f"{path}: {fault}"]


def test_one_id_in_two_families_is_a_fault(write: Write) -> None:
    write()
    assert faults(write(RULE, "wording/some-fault.yaml")) == [
        "wording/some-fault.yaml: the rule 'some-fault' stands in identity/some-fault.yaml already"
    ]


def test_all_faults_of_all_files_are_told_at_once(write: Write) -> None:
    write(RULE.replace("severity: block", "severity: stop").replace("why:", "wy:"))
    folder = write(RULE.replace("some-fault", "second").replace("PERSON", "NOBODY"), "identity/second.yaml")
    told = faults(folder)
    assert [line.split(": ")[0] for line in told] == [
        "identity/second.yaml:10",
        "identity/some-fault.yaml",
        "identity/some-fault.yaml:3",
        "identity/some-fault.yaml:7",
    ]


def test_a_hundred_faults_are_listed_and_the_rest_counted(write: Write) -> None:
    folder = write(RULE + "".join(f"unknown{number}: x\n" for number in range(130)))
    told = faults(folder)
    assert len(told) == 101
    assert told[-1] == "and 30 more"


def test_a_folder_without_a_rule_is_a_fault(tmp_path: Path, write: Write) -> None:
    """With no rule at all every document would be ready."""
    folder = write("# words", "lists/words.txt")
    with pytest.raises(RuleFault, match="not one rule"):
        load(folder)
    with pytest.raises(RuleFault):
        load(tmp_path / "nowhere")


def test_the_digest_changes_with_any_byte_and_any_name(write: Write) -> None:
    write("a b", "lists/words.txt")
    first = load(write()).digest
    assert first == load(write()).digest
    assert len(first) == 64
    seen = {first}
    for path, text in (
        ("lists/words.txt", "a c"),
        ("lists/more.txt", ""),
        ("identity/some-fault.yaml", RULE + "\n"),
        ("README.md", "x"),
    ):
        seen.add(load(write(text, path)).digest)
    assert len(seen) == 5


def test_a_file_of_the_desktop_leaves_the_digest_alone(write: Write) -> None:
    first = load(write()).digest
    assert load(write("junk", "identity/.DS_Store")).digest == first


@pytest.mark.parametrize(("before", "after", "fault"), BROKEN, ids=[row[1][:30] for row in BROKEN])
def test_both_parsers_find_the_same(
    write: Write, monkeypatch: pytest.MonkeyPatch, before: str, after: str, fault: str
) -> None:
    """Where PyYAML was built without libyaml, its own parser reads the rules."""
    folder = write(RULE.replace(before, after))
    fast = faults(folder)
    monkeypatch.setattr(marked, "_LOADER", yaml.SafeLoader)
    slow = faults(folder)
    places = [[line.split(": not YAML")[0] for line in told] for told in (fast, slow)]
    assert [re.sub(r":\d+$", "", line) for line in places[0]] == [
        re.sub(r":\d+$", "", line) for line in places[1]
    ]


def test_both_parsers_read_the_same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load(rules_folder())
    monkeypatch.setattr(marked, "_LOADER", yaml.SafeLoader)
    assert load(rules_folder()) == fast


def test_a_file_that_cannot_be_read_is_a_fault(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "no")

    folder = write()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert faults(folder) == ["identity/some-fault.yaml: the file cannot be read"]


def test_a_folder_with_too_many_files_is_a_fault(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rulebook, "MAX_FILES", 1)
    write()
    assert faults(write("words", "lists/words.txt")) == ["lists/words.txt: there are more than 1 files"]
