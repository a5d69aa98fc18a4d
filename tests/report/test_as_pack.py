"""Editions and boards for people to read."""

from __future__ import annotations

import pytest

from redact.report.as_pack import explain_board, explain_pack
from redact.values.judgement import Edition
from tests.shipped_rules import shipped_rules

RULEBOOK = shipped_rules()


@pytest.mark.parametrize("pack", RULEBOOK.packs, ids=lambda pack: pack.edition.value)
def test_every_edition_fits_any_terminal(pack) -> None:  # type: ignore[no-untyped-def]
    text = explain_pack(pack, RULEBOOK)
    assert text.isascii()
    assert [line for line in text.splitlines() if len(line) > 79] == []
    assert " ".join(text.split()).startswith(f"{pack.edition.value}: {pack.title} Holds for")
    assert all(id_ in text for id_ in pack.drops)


def test_an_edition_says_what_it_takes_over_and_what_is_not_sure() -> None:
    packs = {pack.edition: explain_pack(pack, RULEBOOK) for pack in RULEBOOK.packs}
    assert "from 2015-03-26; to 2019-09-29" in packs[Edition.WT2015]
    assert "the rules of wt2013" in packs[Edition.WT2015]
    assert "  - wt2013-panel-a-week-before: " in packs[Edition.WT2015]
    assert "  to 2010-06-09, at the widest: no source gives the day" in packs[Edition.WT2006]
    assert "To be verified" in packs[Edition.WT2023]
    assert "no last day is known" in packs[Edition.WT2023]
    assert "  - wt2013-publish-clean" in packs[Edition.WT2023]


@pytest.mark.parametrize("board", RULEBOOK.boards, ids=lambda board: board.id)
def test_a_board_says_its_editions_and_its_rules(board) -> None:  # type: ignore[no-untyped-def]
    text = explain_board(board, RULEBOOK)
    assert text.isascii()
    assert [line for line in text.splitlines() if len(line) > 79] == []
    assert "Carries the text of:\n  wt20" in text
    own = [rule.id for rule in RULEBOOK.rules if board.id in rule.board]
    assert own
    assert all(id_ in text for id_ in own)
