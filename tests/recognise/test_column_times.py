"""Months and seasons in columns of dates, and girls in columns of names."""

from __future__ import annotations

import pytest

from redact.recognise.column_times import times_of_columns
from redact.recognise.grids import View, grids
from redact.recognise.readings import readings
from redact.values.text import Document
from tests.recognise.recognise_factory import table_document, text_document


def _times(document: Document) -> list[str]:
    texts = {passage.id: passage.text for passage in document.passages}
    first = tuple(first for first, _ in readings(document))
    found = times_of_columns(View(document, first, (), tuple(grids(first))))
    return sorted(texts[passage][start:].split("\t")[0].split("\n")[0] for passage, start in found)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Date\tSource\n02/03/11\tGP\nAugust\tSCH\n3 May 2011\tGP", ["August"]),
        ("Easter\tone\nSummer\ttwo\nMay\tthree\n2010\tfour", ["May", "Summer"]),
        ("When\tWhat\nWk 3\tone\nWk 4\ttwo\nJune\tthree", ["June"]),
        ("Due\tWho\nSept 2010\tIda\nJune\tIda\nOct 2010\tIda", ["June"]),
        ("Ref\tDue\nB1\tMar\nB2\tMay\nB3\tJul\nB4\tJul", ["Jul", "Jul", "Mar", "May"]),  # clipped
        ("Name\tSeen\nJan\tyes\nDec\tyes\nJune\tno", []),  # Declan and Janet, or a year
        ("Name\tSeen\nAugust\tyes\nApril\tyes\nJune\tno", []),  # girls, or a year: nothing else is a date
        ("Name\tSeen\nIda\tyes\nJune\tyes\nRosa\t02/03/11", []),
        ("02/03/11\tone\nJune\ttwo", []),  # two rows
    ],
)
def test_words_in_columns(text: str, times: list[str]) -> None:
    assert _times(text_document(text)) == times


def test_cells_of_a_real_table() -> None:
    rows = [["Date", "Event"], ["02/03/11", "Seen."], [" August ", "Closed."], ["05/09/11", "Seen."]]
    assert _times(table_document(rows)) == ["August "]
