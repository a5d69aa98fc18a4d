"""Patterns that were compiled beforehand: the same as if the package had compiled them now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import regex

from redact.recognise import regex as ours

ROOT = Path(__file__).parents[2]
TEXT = "Anna Harte, born on 4 May 2011 (aged 8), of 12 Orchard Road; ANNA HARTE's dob: 04/05/2011.\nand anna"


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [
        (r"\p{Lu}\p{L}+", 0),  # classes
        (r"(?P<first>\p{L}+)[ ](?P<last>\p{L}+)", 0),  # groups with names
        (r"(?i:anna)[ ](?P<value>harte)", regex.IGNORECASE),  # a flag outside and one inside
        (r"(?<!\p{L})(?:Road|Street|born|aged?)(?!\p{L})", 0),  # what may not stand beside
        (r"(?r)\d{1,2}[ ]May", 0),  # from behind
        (r"^and[ ](?P<value>[a-z]+)$", regex.MULTILINE),  # lines
        (r"[\p{L}--[a-n]]+", regex.VERSION1),  # one set without another
        (r"(?:(?P<value>\d+)[/ ;)]){1,3}", 0),  # a group that is met several times
        ("nothing of this", 0),  # no match at all
    ],
)
def test_a_pattern_from_its_line_finds_what_the_package_finds(pattern: str, flags: int) -> None:
    fresh = regex.compile(pattern, flags)
    made = ours.from_line(pattern, ours.line_of(fresh))
    assert (made.pattern, made.flags, made.groupindex) == (fresh.pattern, fresh.flags, fresh.groupindex)
    assert [(each.span(), each.allspans()) for each in made.finditer(TEXT)] == [
        (each.span(), each.allspans()) for each in fresh.finditer(TEXT)
    ]


def test_a_pattern_with_lists_of_words_is_not_made_ready() -> None:
    with pytest.raises(ValueError, match="lists of words"):
        ours.line_of(regex.compile(r"\L<names>", names=["Anna"]))


def test_what_is_not_ready_is_compiled_now() -> None:
    unheard = r"(?P<value>Zebedee)[ ]\p{Lu}{7}"
    assert ours.key_of(unheard, 0) not in ours.ready()
    found = ours.compile(unheard).search("Zebedee ABCDEFG")
    assert found is not None
    assert found["value"] == "Zebedee"


@pytest.mark.parametrize("wrong", ["(", "[z-a]"])
def test_a_faulty_pattern_raises_what_the_package_raises(wrong: str) -> None:
    with pytest.raises(regex.error):
        ours.compile(wrong)


def test_flags_and_text_are_both_in_a_key() -> None:
    keys = {
        ours.key_of("a", 0),
        ours.key_of("a", regex.IGNORECASE),
        ours.key_of("A", 0),
        ours.key_of("1 a", 0),
    }
    assert len(keys) == 4


def test_nothing_is_ready_under_another_version_or_without_the_file(tmp_path: Path) -> None:
    line = ours.line_of(regex.compile("a"))
    other, same = tmp_path / "other.txt", tmp_path / "same.txt"
    other.write_text(f"2001.1.1\n{ours.key_of('a', 0)} {line}\n", encoding="ascii")
    same.write_text(f"{regex.__version__}\n{ours.key_of('a', 0)} {line}\n", encoding="ascii")
    assert ours.ready(other) == {}
    assert ours.ready(tmp_path / "missing.txt") == {}
    assert ours.ready(same) == {ours.key_of("a", 0): line}


def test_our_patterns_are_ready_for_the_package_that_is_installed() -> None:
    """After many patterns were changed, and for a new `regex`: python tools/make_patterns.py."""
    check = [sys.executable, str(ROOT / "tools" / "make_patterns.py"), "--check"]
    ended = subprocess.run(check, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout
