"""Small letters of a key: found where somebody is meant, left where they count, entitle or are words."""

from __future__ import annotations

import pytest

from tests.recognise.recognise_factory import mentions_by

TABLE = [
    # A unit, a title and a numeral are somebody's where a key says so.
    ("mm = mary mulvey\nmm to weigh, graze 10 mm long, mm rang", ["mm", "mm", "mm"]),
    ("mr = meera rana\ntold mr. mr rang gp", ["mr", "mr", "mr"]),
    ("ii = ifeoma ikande / bm = bola mensah\ncover ii urgent only. bm off", ["ii", "bm", "ii", "bm"]),
    # In no document without the key, and only as a word of its own.
    ("mm rang. graze 10 mm", []),
    ("bm = bola mensah\nbms not done. a-bm, bm.uk", ["bm"]),
    # What is measured and so called is no person.
    ("bm = bola mensah\nbm 4.2 before tea, bm: 5 after", ["bm"]),
    ("hr = heart rate. hr 90, hr down", []),
    # A line that tells of initials, of three or more.
    ("initials in this bk: ss locality lead, mm clerk, tk nurse\ntold mm", ["ss", "mm", "tk", "mm"]),
    ("initials: ss locality lead, mm clerk\ntold mm", []),
    # Letters that are short for their words are an office's; a name that is spelt out is somebody's.
    ("initials: hv health visitor, sw social worker, gp general practitioner\nsw rang", []),
    ("initials: bm bola mensah, tk tess kane, mm mary mulvey\nmm rang", ["bm", "tk", "mm", "mm"]),
]


@pytest.mark.parametrize(("text", "found"), TABLE)
def test_letters_of_a_key(text: str, found: list[str]) -> None:
    assert [each for each, _ in mentions_by("small-keys", text)] == found
