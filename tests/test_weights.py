"""The table of weights: what it must hold, and what a partnership may change of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redact.errors import RuleFault
from redact.resources import rules_folder
from redact.rulebook import load
from redact.rulebook.packs import rule_ids
from redact.values.jigsaw import Exactness, FactKind
from redact.values.rules import Audience, Rulebook
from tests.shipped_rules import shipped_rules

SHIPPED = shipped_rules()
FILES = ("weights", "combinations", "instead")


@pytest.fixture(name="ours")
def _ours(tmp_path: Path) -> Path:
    """Give a folder with the table and one rule."""
    folder = tmp_path / "rules"
    (folder / "jigsaw").mkdir(parents=True)
    for name in (*FILES, "facts-identify-together"):
        shutil.copy(rules_folder() / "jigsaw" / f"{name}.yaml", folder / "jigsaw")
    return folder


def with_own(ours: Path, **files: str) -> Rulebook:
    """Load the folder with a partnership's own beside it."""
    own = ours.parent / "own"
    (own / "jigsaw").mkdir(parents=True)
    for name, text in files.items():
        path = own / "jigsaw" / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(ours, own)


def test_every_kind_of_fact_weighs_something_and_has_a_substitute_for_those_who_were_not_there() -> None:
    table = SHIPPED.jigsaw
    assert table is not None
    assert set(table.weights) == set(FactKind)
    for kind, weight in table.weights.items():
        assert weight.exact >= weight.near >= weight.broad
        assert weight.exact > 0
        assert len(weight.why.split()) > 5
        assert len(weight.source.split()) > 5
        for audience in (Audience.PUBLIC, Audience.FAMILY):
            instead = table.substitute(kind, audience)
            assert instead is not None
            assert instead.left is not Exactness.EXACT
    for combination in table.combinations:
        assert combination.adds > 0
        assert len(combination.why.split()) > 5
        assert len(combination.source.split()) > 5
    assert table.weights[FactKind.ONLY].exact >= table.asks > table.notes


def test_the_files_of_the_table_are_no_rules_and_count_for_the_digest(ours: Path) -> None:
    before = load(ours)
    assert [rule.id for rule in before.rules] == ["facts-identify-together"]
    assert rule_ids(ours) == {"facts-identify-together"}
    path = ours / "jigsaw" / "weights.yaml"
    path.write_bytes(path.read_bytes() + b"# a remark\n")
    assert load(ours).digest != before.digest


def test_a_folder_without_a_table_has_none(ours: Path) -> None:
    for name in FILES:
        (ours / "jigsaw" / f"{name}.yaml").unlink()
    assert load(ours).jigsaw is None


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("weights", "asks: 10", "asks: x", ": asks: a number is wanted, not a text"),
        ("weights", "notes: 7", "notes: 11", "notes: it is from 1 to what is asked about"),
        ("weights", "  twins:", "  twin:", "there is no kind of fact 'twin'; did you mean twins?"),
        ("weights", "  twins:", "  twin:", "weights.yaml: weights: nothing is said of twins"),
        ("weights", "exact: 10", "exact: 11", "weights.name.exact: a weight is from 0 to 10"),
        ("weights", "near: 6", "near: 11", "a weight is from 0 to 10"),
        ("weights", "broad: 0", "broad: 9", "what is told more exactly weighs no less"),
        ("weights", "    further: 0\n", "", "the key 'weights.name.further' is missing"),
        ("combinations", "all_of: [offence]", "all_of: [offense]", "'offense'; did you mean offence?"),
        ("combinations", "    adds: 4\n", "", "the key 'combinations.trial.adds' is missing"),
        ("instead", "left: gone", "left: away", "instead.left: unknown value 'away'"),
        ("instead", "kind: twins", "kind: siblings", "nothing is said of twins for the audience public"),
    ],
)  # fmt: skip
def test_a_table_at_fault_is_told_with_its_place(
    ours: Path, name: str, old: str, new: str, fault: str
) -> None:
    path = ours / "jigsaw" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleFault) as caught:
        load(ours)
    assert fault in caught.value.what


def test_a_table_of_which_a_file_is_missing_is_at_fault(ours: Path) -> None:
    (ours / "jigsaw" / "instead.yaml").unlink()
    with pytest.raises(RuleFault, match=r"jigsaw/instead.yaml: the file is missing"):
        load(ours)


WHY = "why: Our town is small.\n"


@pytest.mark.parametrize(
    ("files", "lowered"),
    [
        # what is raised is no lowering
        ({"weights": WHY + "weights:\n  age:\n    near: 3\n    why: It is small.\n"}, ()),
        ({"weights": WHY + "asks: 8\n"}, ()),
        (
            {"combinations": WHY + "combinations:\n  farm:\n    all_of: [occupation, place]\n    adds: 5\n"
             "    why: One farm.\n    source: Our own experience.\n"}, (),
        ),
        # and what is lowered is told
        (
            {"weights": WHY + "asks: 12\nweights:\n  age:\n    exact: 2\n    why: It is large.\n"},
            ("jigsaw asks: from 12 instead of 10", "jigsaw weight of age, exact: 2 instead of 3"),
        ),
        (
            {"combinations": WHY + "combinations:\n  trial:\n    all_of: [offence]\n    any_of: [court]\n"
             "    adds: 4\n    why: So.\n    source: Our own experience.\n"},
            ("jigsaw combination trial: other kinds of fact are wanted",),
        ),
    ],
)  # fmt: skip
def test_a_partnership_raises_weights_and_what_it_lowers_is_told(
    ours: Path, files: dict[str, str], lowered: tuple[str, ...]
) -> None:
    rulebook = with_own(ours, **files)
    assert rulebook.lowered == lowered
    assert rulebook.jigsaw != SHIPPED.jigsaw
    assert rulebook.jigsaw is not None
    assert set(rulebook.jigsaw.weights) == set(FactKind)


def test_what_a_partnership_writes_instead_comes_first(ours: Path) -> None:
    text = WHY + "instead:\n  - kind: place\n    words: a place in the dale\n    left: broad\n"
    table = with_own(ours, instead=text).jigsaw
    assert table is not None
    substitute = table.substitute(FactKind.PLACE, Audience.PUBLIC)
    assert substitute is not None
    assert substitute.words == "a place in the dale"


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({"weights": "asks: 8\n"}, "your rules/jigsaw/weights.yaml: the key 'why' is missing"),
        (
            {"weights": WHY + "weights:\n  age:\n    near: 9\n    why: So.\n"},
            "your rules/jigsaw/weights.yaml: weights.age: what is told more exactly weighs no less",
        ),
        (
            {"phrases__only": "source: Ours.\nwhy: So.\nphrases:\n  exact: [the one and only]\n"},
            "your rules/jigsaw/phrases/only.yaml: the phrases are redact's own",
        ),
    ],
)
def test_a_fault_in_their_table_is_told_as_theirs(ours: Path, files: dict[str, str], fault: str) -> None:
    with pytest.raises(RuleFault) as caught:
        with_own(ours, **files)
    assert fault in caught.value.what
