"""What a check is for: the options over the case over `redact.toml`, and what of it is said."""

from __future__ import annotations

from datetime import date

import pytest

from redact.errors import WrongUse
from redact.run.configuration import Configuration
from redact.run.stated import Stated, settings_for
from redact.values.case import Case
from redact.values.judgement import Audience, Edition, How, Settings

DAY, OTHER = date(2016, 5, 1), date(2012, 1, 2)
BOARDS = ("bath-nes", "bromley")
E15, E18 = Edition.WT2015, Edition.WT2018


def edition_of(settings: Settings) -> tuple[Edition | None, date | None, How | None]:
    return settings.edition, settings.initiated, settings.edition_how


# What was typed, what the case holds, what redact.toml says; and the edition, the day and how it is known.
TABLE = [
    (Stated(), None, Configuration(), (None, None, None)),
    (Stated(edition=E15), None, Configuration(), (E15, None, How.STATED)),
    (Stated(initiated=DAY), None, Configuration(), (None, DAY, How.STATED)),
    (Stated(), Case("1", E15), Configuration(), (E15, None, How.CASE)),
    (Stated(), Case("1", initiated=DAY), Configuration(), (None, DAY, How.CASE)),
    (Stated(), Case("1", E15, initiated=DAY), Configuration(), (E15, DAY, How.CASE)),
    # an edition that was typed, and the day of the case beside it, so that a difference is told
    (Stated(edition=E18), Case("1", E15, initiated=DAY), Configuration(), (E18, DAY, How.STATED)),
    # a day that was typed beats the edition of the case
    (Stated(initiated=OTHER), Case("1", E15, initiated=DAY), Configuration(), (None, OTHER, How.STATED)),
    (Stated(), Case("1", initiated=DAY), Configuration(edition=E18), (None, DAY, How.CASE)),
    (Stated(), None, Configuration(edition=E18), (E18, None, How.STATED)),
    (Stated(), None, Configuration(initiated=DAY), (None, DAY, How.STATED)),
]


@pytest.mark.parametrize(("typed", "case", "configured", "expected"), TABLE)
def test_who_says_the_edition(
    typed: Stated,
    case: Case | None,
    configured: Configuration,
    expected: tuple[Edition | None, date | None, How | None],
) -> None:
    settings, _ = settings_for(typed, case, configured, BOARDS)
    assert edition_of(settings) == expected


def test_what_the_files_have_set_is_said() -> None:
    case = Case("1", E15, board="anytown", audience=Audience.PANEL)
    settings, said = settings_for(Stated(), case, Configuration(board="bromley"), BOARDS)
    assert (settings.board, settings.audience) == ("anytown", Audience.PANEL)
    assert said == {
        "the case": ["edition wt2015", "audience panel", "mode full", "board anytown"],
        "redact.toml": [],
    }
    settings, said = settings_for(Stated(), None, Configuration(edition=E15, board="bromley"), BOARDS)
    assert said["redact.toml"] == ["edition wt2015", "board bromley"]
    assert settings.edition_because == "stated in redact.toml"


@pytest.mark.parametrize(
    ("typed", "configured"),
    [(Stated(board="bath"), Configuration()), (Stated(), Configuration(board="bath"))],
)
def test_an_unknown_board_is_refused_and_the_known_ones_are_listed(
    typed: Stated, configured: Configuration
) -> None:
    with pytest.raises(WrongUse) as caught:
        settings_for(typed, None, configured, BOARDS)
    assert "bath-nes, bromley" in caught.value.remedy
    assert "--rules" in caught.value.remedy


def test_a_case_may_name_a_board_that_is_not_here() -> None:
    settings, _ = settings_for(Stated(), Case("1", board="anytown"), Configuration(), BOARDS)
    assert settings.board == "anytown"
