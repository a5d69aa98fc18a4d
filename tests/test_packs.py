"""Editions and boards as data: what a rule is taken over by, what drops it, and which faults are told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redact.errors import RuleFault
from redact.resources import rules_folder
from redact.rulebook import load
from redact.rulebook.packs import board_ids, rule_ids
from redact.values.judgement import Edition, SourceStatus
from tests.test_rulebook import RULE

PACK = "id: {id}\ntitle: An edition\nsource: A source of 2010, section 1\n{more}"
BOARD = "id: here\ntitle: A board\nsource: A procedure of 2010, section 1\neditions: [wt2006, wt2010]\n"


def rules(folder: Path, **files: str) -> Path:
    """Write files; `__` in a name stands for a slash."""
    for name, text in files.items():
        path = folder / "rules" / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".yaml").write_text(text, encoding="utf-8")
    return folder / "rules"


def chain(folder: Path, drops: str = "", **files: str) -> Path:
    """Write three editions, each of which takes over the one before."""
    return rules(
        folder,
        editions__wt2006__pack=PACK.format(id="wt2006", more=""),
        editions__wt2010__pack=PACK.format(id="wt2010", more="inherits: wt2006\n" + drops),
        editions__wt2010b__pack=PACK.format(id="wt2010b", more="inherits: wt2010\n"),
        boards__here__board=BOARD,
        **files,
    )


def rule(id_: str = "some-fault", **keys: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return RULE.replace("id: some-fault", f"id: {id_}").replace("params:", more + "params:")


def editions_of(folder: Path) -> tuple[Edition, ...]:
    return load(folder).rules[0].edition


def faults(folder: Path, own: Path | None = None) -> list[str]:
    with pytest.raises(RuleFault) as raised:
        load(folder, own)
    return [line.strip() for line in str(raised.value).splitlines()[1:]]


def test_a_rule_holds_in_every_edition_that_takes_its_own_over(tmp_path: Path) -> None:
    folder = chain(tmp_path, a__some=rule("some", edition="[wt2006]"))
    assert editions_of(folder) == (Edition.WT2006, Edition.WT2010, Edition.WT2010B)


def test_a_rule_of_no_edition_stays_one_of_every_edition(tmp_path: Path) -> None:
    assert editions_of(chain(tmp_path, a__some=rule("some"))) == ()


def test_what_an_edition_drops_ends_there(tmp_path: Path) -> None:
    folder = chain(tmp_path, "drops:\n  some: It was taken back.\n", a__some=rule("some", edition="[wt2006]"))
    assert editions_of(folder) == (Edition.WT2006,)
    assert dict(load(folder).packs[1].drops) == {"some": "It was taken back."}


def test_what_an_edition_drops_and_a_later_one_states_anew_holds_there(tmp_path: Path) -> None:
    text = rule("some", edition="[wt2006, wt2010b]")
    folder = chain(tmp_path, "drops:\n  some: It was taken back.\n", a__some=text)
    assert editions_of(folder) == (Edition.WT2006, Edition.WT2010B)


def test_a_boards_rule_is_taken_over_only_by_editions_that_its_procedure_carries(tmp_path: Path) -> None:
    folder = chain(tmp_path, a__some=rule("some", edition="[wt2006]", board="[here]"))
    assert editions_of(folder) == (Edition.WT2006, Edition.WT2010)


# What is written, and the fault that is told with its line.
BROKEN = [
    ({"a__some": rule("some", board="[their]")}, "a/some.yaml:9: board: there is no board 'their'"),
    ({"a__some": rule("some", board="[her]")}, "did you mean here?"),
    ({"a__some": rule("some", replaces="[other]")}, "a/some.yaml:9: replaces: there is no rule 'other'"),
    (
        {"editions__wt2015__pack": PACK.format(id="wt2015", more="inherits: wt2013\n")},
        "editions/wt2015/pack.yaml:4: inherits: there is no pack 'wt2013'",
    ),
    (
        {"editions__wt2006__pack": PACK.format(id="wt2006", more="inherits: wt2010b\n")},
        "editions/wt2006/pack.yaml:4: inherits: the packs inherit from one another in a circle",
    ),
    (
        {"editions__wt2010__pack": PACK.format(id="wt2010", more="drops:\n  nothing: It is old.\n")},
        "editions/wt2010/pack.yaml:4: drops: there is no rule 'nothing'",
    ),
    (
        {"editions__wt2006__pack": PACK.format(id="wt2006", more="drops:\n  some-fault: It is old.\n")},
        "editions/wt2006/pack.yaml:4: drops: it does not inherit the rule 'some-fault'",
    ),
    (
        {"editions__wt2010__pack": PACK.format(id="wt2015", more="")},
        "editions/wt2010/pack.yaml:1: id: the id is the name of the folder, 'wt2010'",
    ),
    (
        {"editions__wt2010__pack": PACK.format(id="wt2010", more='first: "2010-13-01"\nfirst_sure: "no"\n')},
        'editions/wt2010/pack.yaml:4: first: a day is wanted, in quotes: "2015-03-26"',
    ),
    (
        {"editions__wt2010__pack": PACK.format(id="wt2010", more='first: "2010-01-01"\n')},
        "editions/wt2010/pack.yaml: first and first_sure go together",
    ),
    (
        {
            "editions__wt2010__pack": PACK.format(
                id="wt2010",
                more='first: "2010-01-01"\nfirst_sure: "yes"\nlast: "2009-01-01"\nlast_sure: "no"\n',
            )
        },
        "editions/wt2010/pack.yaml:6: last: it is before the first day",
    ),
    ({"boards__here__board": BOARD.replace("editions", "edition")}, "boards/here/board.yaml:4: unknown key"),
    ({"boards__here__board": BOARD.replace("wt2010", "wt2011")}, "unknown value 'wt2011'; did you mean"),
]


@pytest.mark.parametrize(("files", "fault"), BROKEN, ids=[row[1][:50] for row in BROKEN])
def test_a_fault_is_told_with_its_line(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    folder = chain(tmp_path, identity__other=rule("other-fault"))
    rules(tmp_path, **({"identity__some-fault": rule()} | files))
    assert any(fault in line for line in faults(folder)), faults(folder)


def test_the_shipped_editions_and_boards(tmp_path: Path) -> None:
    rulebook = load(rules_folder())
    assert [pack.edition for pack in rulebook.packs] == list(Edition)
    boards = ("bath-nes", "bromley", "gov-response-2009", "milton-keynes", "portsmouth")
    assert tuple(board.id for board in rulebook.boards) == boards == board_ids(rules_folder())
    unread = {pack.edition for pack in rulebook.packs if pack.status is SourceStatus.TO_VERIFY}
    assert unread == {Edition.WT2018, Edition.WT2023}
    assert {rule.id for rule in rulebook.rules} == rule_ids(rules_folder())


def test_a_rule_and_a_board_are_added_with_no_python(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(rules_folder(), folder, ignore=shutil.ignore_patterns("lists"))
    added = {
        "boards__anytown__board": BOARD.replace("here", "anytown"),
        "boards__anytown__an-01": rule("an-01", edition="[wt2006]", board="[anytown]"),
        "identity__some-fault": rule(),
    }
    before, after = load(rules_folder()), load(rules(tmp_path, **added))
    assert {one.id for one in after.rules} - {one.id for one in before.rules} == {"an-01", "some-fault"}
    assert "anytown" in {board.id for board in after.boards}
    held = next(one for one in after.rules if one.id == "an-01")
    assert held.edition == (Edition.WT2006, Edition.WT2010)


def own(folder: Path, **files: str) -> Path:
    return rules(folder / "own", **files)


def test_a_partnership_adds_a_rule_and_a_board_of_its_own(tmp_path: Path) -> None:
    ours = chain(tmp_path, a__some=rule("some"))
    theirs = own(
        tmp_path,
        boards__there__board=BOARD.replace("id: here", "id: there"),
        boards__there__th=rule("th", board="[there]"),
    )
    rulebook = load(ours, theirs)
    assert [one.id for one in rulebook.rules] == ["some", "th"]
    assert [board.id for board in rulebook.boards] == ["here", "there"]
    assert rulebook.lowered == ()
    assert rulebook.digest != load(ours).digest


# A partnership's file in place of ours, and what the reports say of it first; none where it asks for no less.
LOWERED = [
    (rule("some").replace("severity: block", "severity: note"), "some: note instead of block"),
    (rule("some", audience="[panel]"), "some: only for the audience panel"),
    (rule("some", applies_to="[imr, overview]"), "some: only for the kind of document imr or overview"),
    (rule("some", mode="[full]"), "some: only for the mode full"),
    (rule("some", edition="[wt2010b]"), "some: only for the edition wt2010b"),
    (rule("some", board="[here]"), "some: only for the board here"),
    (rule("some").replace("[PERSON, PHONE]", "[PERSON]"), "some: what it looks for is changed"),
    (rule("some", sentence="I looked."), "some: what a person signs is changed"),
    ("id: some\nswitched_off: We have another way.\n", "some: switched off: We have another way"),
    (
        rule("some", mode="[full]").replace("severity: block", "severity: ask"),
        "some: ask instead of block; only for the mode full",
    ),
    (rule("some"), None),
    (rule("some").replace("hint: Take it out.", "hint: Ask the office."), None),
]


@pytest.mark.parametrize(("text", "line"), LOWERED)
def test_what_a_partnership_lowers_is_told(tmp_path: Path, text: str, line: str | None) -> None:
    ours = chain(tmp_path, a__some=rule("some"), a__other=rule("other"))
    rulebook = load(ours, own(tmp_path, b__some=text))
    assert rulebook.lowered == ((line,) if line else ())
    assert ("some" in {one.id for one in rulebook.rules}) is ("switched_off:" not in text)


def test_what_a_partnership_raises_is_no_lowering(tmp_path: Path) -> None:
    before = rule("some", audience="[panel]", edition="[wt2006, wt2010]").replace("block", "note")
    ours = chain(tmp_path, a__some=before)
    raised = rule("some", edition="[wt2006]")  # which the later editions take over
    assert load(ours, own(tmp_path, b__some=raised)).lowered == ()


def test_a_rule_of_theirs_that_takes_the_place_of_ours_is_told(tmp_path: Path) -> None:
    ours = chain(tmp_path, a__some=rule("some"))
    rulebook = load(ours, own(tmp_path, b__theirs=rule("theirs", replaces="[some]")))
    assert rulebook.lowered == ("some: replaced by theirs",)


# A partnership's file that cannot be.
REFUSED = [
    (
        {"b__x": "id: nothing\nswitched_off: It is old.\n"},
        "your rules/b/x.yaml:1: switched_off: redact has no rule 'nothing'",
    ),
    (
        {"b__x": "id: some\nswitched_off: Old.\n", "b__some": rule("some")},
        "'some' stands in your rules/b/some.yaml too",
    ),
    ({"b__x": "id: some\nswitched_off: Old.\nwhy: Old.\n"}, "your rules/b/x.yaml:3: unknown key 'why'"),
    (
        {"editions__wt2010__pack": PACK.format(id="wt2010", more="")},
        "your rules/editions/wt2010/pack.yaml: the editions are redact's own",
    ),
    ({"boards__here__board": BOARD}, "the board 'here' stands in redact's"),
    ({"b__x": rule("x").replace("block", "stop")}, "your rules/b/x.yaml:3: severity: unknown value 'stop'"),
    ({"lists__words": "words"}, "your rules/lists/words.yaml: the word lists are redact's own"),
]


@pytest.mark.parametrize(("files", "fault"), REFUSED, ids=[row[1][:50] for row in REFUSED])
def test_a_fault_in_their_rules_is_told_as_theirs(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    told = faults(chain(tmp_path, a__some=rule("some")), own(tmp_path, **files))
    assert any(fault in line for line in told), told


def test_a_folder_without_a_rule_of_theirs_is_a_fault(tmp_path: Path) -> None:
    ours = chain(tmp_path, a__some=rule("some"))
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        with pytest.raises(RuleFault):
            load(ours, folder)
