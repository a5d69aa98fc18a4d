"""`redact rules`, `redact explain` and the options by which a partnership brings its own rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from redact.cli import shell

RULE = """\
id: {id}
kind: present
severity: ask
title: A word of our own
message: The report does not say thank you.
hint: Thank everybody.
why: They came.
source: Our own procedure of 2020, section 1
applies_to: [overview]
params:
  wanted:
    thanks: [thank* everybody]
finds:
  - |-
    # Overview report
    {finds}
  - Nobody was thanked.
allows:
  - We thank everybody who came.
  - The partners thank everybody.
"""


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


Redact = Callable[..., Outcome]


@pytest.fixture
def redact(capsys: pytest.CaptureFixture[str]) -> Redact:
    """Run a command in this process: the model is loaded once for all of them."""

    def run(*arguments: str | Path) -> Outcome:
        status = int(shell.run([str(argument) for argument in arguments]))
        return Outcome(status, *capsys.readouterr())

    return run


def write(folder: Path, path: str, text: str) -> Path:
    target = folder / "own" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return folder / "own"


def first_words(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines()[2:] if line]


def test_rules_are_listed_by_board_edition_and_kind(redact: Redact) -> None:
    of_a_board = first_words(redact("rules", "--board", "bath-nes").out)
    assert of_a_board
    assert all(id_.startswith("bn-") for id_ in of_a_board)
    old, new = (first_words(redact("rules", "--edition", name).out) for name in ("wt2010", "wt2023"))
    assert "wt2010-panel-posts" in old
    assert "wt2010-panel-posts" not in new
    assert "person-name" in old
    assert "person-name" in new
    assert "mk-22" in first_words(redact("rules", "--kind", "attested").out)
    assert "form-not-publishable" in first_words(redact("rules", "--kind", "document-kind").out)


def test_an_unknown_board_is_refused_with_the_known_ones(redact: Redact) -> None:
    for call in (("rules",), ("check", "x.txt")):
        outcome = redact(*call, "--board", "bath")
        assert outcome.status == 2
        assert "bath-nes, bromley, gov-response-2009, milton-keynes, portsmouth" in outcome.err


def test_the_examples_of_ones_own_rules_are_tested(redact: Redact, tmp_path: Path) -> None:
    own = write(tmp_path, "house/thanks.yaml", RULE.format(id="thanks", finds="Nobody came."))
    good = redact("rules", "test", own)
    assert (good.status, good.out) == (0, "4 examples of 1 rule were run: all of them hold\n")
    write(tmp_path, "house/worse.yaml", RULE.format(id="worse", finds="We thank everybody at once."))
    bad = redact("rules", "test", own)
    assert bad.status == 7
    assert bad.out.splitlines() == [
        "worse: finds, example 1: the rule finds nothing in it",
        "8 examples of 2 rules were run: 1 do not hold",
    ]


def test_a_fault_in_ones_own_rules_is_told_as_theirs(redact: Redact, tmp_path: Path) -> None:
    own = write(tmp_path, "house/thanks.yaml", RULE.format(id="thanks", finds="Nobody.").replace("ask", "as"))
    for call in (("rules", "test", own), ("rules", "--rules", own), ("explain", "thanks", "--rules", own)):
        outcome = redact(*call)
        assert outcome.status == 7
        assert (
            "your rules/house/thanks.yaml:3: severity: unknown value 'as'; did you mean ask?" in outcome.err
        )


def test_ones_own_rule_is_listed_explained_and_run(redact: Redact, tmp_path: Path) -> None:
    own = write(tmp_path, "house/thanks.yaml", RULE.format(id="thanks", finds="Nobody came."))
    assert "thanks" in first_words(redact("rules", "--rules", own).out)
    explained = redact("explain", "thanks", "--rules", own).out
    assert "  - # Overview report\n    Nobody came.\n" in explained
    report = tmp_path / "report.txt"
    report.write_text("Overview report\n\nThe mother attended.\n", encoding="utf-8")
    with_own = redact("check", report, "--edition", "wt2010b", "--rules", own)
    assert with_own.status == 1
    assert "thanks" in with_own.out
    assert "thanks" not in redact("check", report, "--edition", "wt2010b").out


@pytest.mark.parametrize("by_toml", [False, True], ids=["option", "redact.toml"])
def test_what_ones_own_rules_lower_stands_first(redact: Redact, tmp_path: Path, by_toml: bool) -> None:
    write(tmp_path, "off/first.yaml", "id: postcode\nswitched_off: We are a county.\n")
    report = tmp_path / "report.txt"
    report.write_text("The mother attended.\n", encoding="utf-8")
    options = () if by_toml else ("--rules", tmp_path / "own")
    if by_toml:
        (tmp_path / "redact.toml").write_text('rules = "own"\n', encoding="utf-8")
    outcome = redact("check", report, "--edition", "wt2015", "--kind", "other", *options)
    assert "postcode: switched off: We are a county" in " ".join(outcome.out.split())
    assert outcome.out.index("postcode") < outcome.out.index("plain text,")


def test_the_day_of_a_review_says_the_edition(redact: Redact, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("The mother attended.\n", encoding="utf-8")
    known = redact("check", report, "--kind", "other", "--initiated", "2016-05-01")
    assert known.status == 0, known.out
    assert "wt2015" in known.out
    guess = redact("check", report, "--kind", "other", "--initiated", "2019-02-01")
    assert guess.status == 3
    assert "--edition wt2015 or --edition wt2018 says it" in " ".join(guess.out.split())
    assert guess.out.index("--edition wt2015") < guess.out.index("plain text,")


def test_a_case_whose_board_has_no_rules_here_says_what_to_do(redact: Redact, tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(
        'format = "redact-case/1"\nid = "K7"\nedition = "wt2015"\nboard = "Anytown"\n'
        'audience = "public"\nmode = "full"\n',
        encoding="utf-8",
    )
    report = tmp_path / "report.txt"
    report.write_text("The mother attended.\n", encoding="utf-8")
    outcome = redact("check", report, "--kind", "other")
    assert outcome.status == 3
    shown = " ".join(outcome.out.split())
    assert "unjudged-board: there are no rules of this board here: write its procedure as rules" in shown
    assert "--rules" in shown
