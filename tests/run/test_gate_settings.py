"""`gate.toml`: what is laid, what may be written into it, and how a fault is told."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from redact.errors import WrongUse
from redact.run.gate_settings import FILE_NAME, first_text, load
from redact.values.deadlines import Recipient
from redact.values.gate_settings import GateSettings

GOOD = """
format = "redact-gate-settings/1"
board_name = "Aldmoor Safeguarding Partnership"
contact = "business manager, 01632 960000"
closed = [2026-12-30, 2026-12-29]
floor = "0.9.0"
domains = ["Aldmoor.gov.uk"]
[addresses]
ofsted = "reviews@ofsted.gov.uk"
department = ""
[also]
neighbour = "clerk@aldmoor.gov.uk"
"""


def write(place: Path, text: str) -> GateSettings:
    (place / FILE_NAME).write_text(text, encoding="utf-8")
    return load(place)


def test_what_is_laid_at_the_beginning_can_be_read_and_says_nothing(tmp_path: Path) -> None:
    settings = write(tmp_path, first_text("Aldmoor"))
    assert settings == GateSettings(board_name="Aldmoor")
    for one in Recipient:
        assert f'# {one.value} = ""' in first_text("")


@pytest.mark.parametrize("board", ['A "board"', "a\\b", "Bwrdd Môn", "x" * 200])
def test_a_board_is_laid_as_it_is_called(board: str, tmp_path: Path) -> None:
    assert write(tmp_path, first_text(board)).board_name == board


@pytest.mark.parametrize("board", ["a\nb", "x" * 201])
def test_a_board_that_no_line_holds_is_left_out(board: str, tmp_path: Path) -> None:
    assert write(tmp_path, first_text(board)).board_name == ""


def test_what_is_written_is_read(tmp_path: Path) -> None:
    settings = write(tmp_path, GOOD)
    assert dict(settings.addresses) == {
        "ofsted": "reviews@ofsted.gov.uk", "neighbour": "clerk@aldmoor.gov.uk"
    }  # fmt: skip
    assert settings.also == ("neighbour",)
    assert settings.domains == ("aldmoor.gov.uk",)
    assert settings.closed == (date(2026, 12, 29), date(2026, 12, 30))
    assert (settings.floor_rules, settings.contact) == ("0.9.0", "business manager, 01632 960000")
    assert "ofsted.gov.uk" not in repr(settings)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("redact-gate-settings/1", "redact-gate-settings/2", "another version"),
        ("closed =", "clsed =", "did you mean closed?"),
        ("[2026-12-30, 2026-12-29]", '["30 December"]', "closed: days are wanted"),
        ("[2026-12-30, 2026-12-29]", "[2026-12-30T10:00:00]", "closed: days are wanted"),
        ("[2026-12-30, 2026-12-29]", "2026-12-30", "closed: days are wanted"),
        ('floor = "0.9.0"', "floor = 0.9", "floor: a version"),
        ('floor = "0.9.0"', 'floor = "newest"', "floor: a version"),
        ('["Aldmoor.gov.uk"]', '["@aldmoor.gov.uk"]', "domains: names of domains"),
        ("ofsted =", "osted =", "did you mean ofsted?"),
        ('"reviews@ofsted.gov.uk"', "7", "an address in quotes"),
        ("neighbour =", '"Our neighbour" =', "a short name in small letters"),
        ("neighbour =", "ofsted =", "none of those above"),
        ('contact = "business', 'contact = "two\\nlines', "contact: a line"),
        ("[also]\n", "also = 7\n[more]\n", "also"),
        ('format = "', 'format = ', "not valid TOML"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_what_to_mend(old: str, new: str, words: str, tmp_path: Path) -> None:
    assert old in GOOD
    with pytest.raises(WrongUse) as caught:
        write(tmp_path, GOOD.replace(old, new))
    assert words in caught.value.what + caught.value.remedy
    assert "gate.toml" in caught.value.what
    assert "Aldmoor" not in caught.value.what


def test_several_faults_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as caught:
        write(tmp_path, GOOD.replace("0.9.0", "old").replace("ofsted =", "osted ="))
    assert "floor" in caught.value.what
    assert "did you mean ofsted?" in caught.value.what


def test_every_setting_that_is_known_is_laid() -> None:
    laid = tomllib.loads(first_text("Aldmoor"))
    assert set(laid) == {
        "format", "board_name", "contact", "closed", "floor", "domains", "also", "addresses"
    }  # fmt: skip
