from __future__ import annotations

from pathlib import Path

import pytest

from corpus.skeletons import digest, main, near
from corpus.telling.skeleton import skeletons
from tests.corpus.telling.made import template


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{mother.first} rang {sw.last} on {date} at {time}.", ["N rang N on D at D."]),
        ("{mother.t} lives at {address} with 3 dogs.", ["N lives at P with # dogs."]),
        (
            "It was {child.his} third fall. Nobody at {school} knew of it.",
            ["It was his third fall.", "Nobody at P knew of it."],
        ),
        ("Log {ref.crime} of 12 May was closed.", ["Log # of # May was closed."]),
        ("NFA. Seen with {mother.first}.", []),  # too short to be anybody's own
        ("He (rang|called) the office at {time}.", ["He rang the office at D."]),
        ("| {date} | Seen at home, asleep in bed | {sw.inits} |", ["Seen at home, asleep in bed"]),
        ("As {cite} found, plans drift unseen.", ["As N found, plans drift unseen."]),
    ],
)  # fmt: skip
def test_skeletons(line: str, found: list[str]) -> None:
    assert [each.text for each in skeletons(template(line))] == found


def test_every_wording_is_compared() -> None:
    line = "He (rang|called) the office (twice|again) at {time}."
    found = [each.text for each in skeletons(template(line), every_wording=True)]
    assert len(found) == 4
    assert "He called the office again at D." in found


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("{mother.first} did not open the door.", "{partner.last} did not open the door.", True),
        ("{mother.first} DID not open the doors.", "{sw.full} did not open a door.", True),
        ("{mother.first} did not open the door.", "{sw.full} wrote to the school about lunch.", False),
    ],
)
def test_near(one: str, other: str, is_near: bool) -> None:
    found = list(near(list(skeletons(template(one))), list(skeletons(template(other)))))
    assert bool(found) is is_near


def _write(folder: Path, split: str, line: str) -> None:
    (folder / split).mkdir(exist_ok=True)
    head = f"@family {split}\n@kind imr\n@agency gp\n@case mixed\n@dates iso\n== frame\n"
    (folder / split / "a.txt").write_text(head + line, encoding="utf-8")


def test_the_report_names_lines_and_no_words_of_test(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(tmp_path, "train", "{mother.first} did not open the door to us.")
    _write(tmp_path, "dev", "{sib.first} did not open the door to us.")
    _write(tmp_path, "test", "{gran.first} did not open the door to us.")
    assert main([str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "  dev/a.txt:7 and train/a.txt:7: 1.00" in out
    assert "  train/a.txt:7: 1.00" in out
    assert "open" not in out
    assert f"digest of test templates: {digest(tmp_path / 'test')}" in out
    _write(tmp_path, "dev", "All was quiet in the office that week.")
    _write(tmp_path, "test", "Nothing came by post for nine days.")
    assert main([str(tmp_path)]) == 0


def test_the_digest_is_of_names_and_words(tmp_path: Path) -> None:
    _write(tmp_path, "test", "Words.")
    one = digest(tmp_path / "test")
    (tmp_path / "test" / "a.txt").rename(tmp_path / "test" / "b.txt")
    assert digest(tmp_path / "test") != one


def test_no_sentence_of_dev_or_test_stands_in_train(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out
