"""Two capitals in their ordinary meaning, and the same letters where somebody may be meant."""

from __future__ import annotations

import pytest

from redact.recognise.ordinary_letters import is_ordinary, without_ordinary_letters
from tests.recognise.recognise_factory import BY_MODEL, mentions_by

_MARKED = [
    # Whoever bears the letters, these words go with the thing alone.
    ("The [AM] session was moved.", True),
    ("She came at 4 [PM].", True),
    ("Visits: [AM]/PM, both.", True),
    ("Next: Fri, [PM]", True),
    ("[DV]+++ and no support.", True),
    ("3 previous [DV] at the address.", True),
    ("The [MH] team declined.", True),
    ("See [HR] policy.", True),
    ("The [IT] dept closed it.", True),
    ("Who has [PR] for him?", True),
    ("12 [CP] and 4 CiN.", True),
    ("The [CP] plan drifts.", True),
    ("The [MP]'s letter came.", True),
    ("Epilim 200 mg\t[BD]", True),
    ("Movicol 1 sachet [OD] for a week", True),
    ("S/[LT], OT and GP thought so.", True),
]
_OF_NOBODY = [
    # Only where nobody of the call has a name with these letters.
    ("HV visited, [PM]. Baby gaining.", True),
    ("NFA [AM].", True),
    ("1. [DV] \u2013 yes, not since.", True),
    ("Asked re [DV] \u2013 partner in room.", True),
    ("The team left. [MH] nil known.", True),
    ("Closed. [CS] not told.", True),
    ("[NB]. Page 4 is torn.", True),
    ("Rang SW \u2013 [VM]. Rang again.", True),
]
_SOMEBODY = [
    ("Seen by [PM]. No change.", False),
    ("Told [AM] and left.", False),
    ("[PM] rang at four.", False),
    ("12/3\t[MH]\tseen", False),
    ("Home visit, no reply. [AM]", False),
    ("27/11 [PM]", False),  # a date before a signature
    ("[DV] rang the school.", False),
    ("[CS] to ring the GP.", False),
    ("[DV]/KH to write up.", False),
    ("Reviewed [AM].", False),
    ("Discussed with [HR] on the phone.", False),
    ("[NB] rang.", False),
    ("Given by [BD], 5 mg.", False),
]
_ACTS = [
    ("[PM] visits every week.", False),
    ("[IS] checks the file daily.", False),
    ("[MH] needs cover on Friday.", False),
    ("[PM] visits were late.", True),
    # an entry that somebody's letters begin
    ("16.2.09 [CP] saw her at home.", False),
    ("Tues [PM] rang her.", False),
    ("On Friday [PM] took her there.", False),
    ("Contact is on Friday [PM], at noon.", True),
]


def _is(marked: str, *, is_borne: bool) -> bool:
    start = marked.index("[")
    end = marked.index("]") - 1
    return is_ordinary(marked.replace("[", "").replace("]", ""), start, end, is_borne=is_borne)


@pytest.mark.parametrize(("marked", "expected"), [*_MARKED, *_ACTS])
def test_a_thing_is_one_also_where_somebody_bears_the_letters(marked: str, expected: bool) -> None:
    assert _is(marked, is_borne=True) is expected


@pytest.mark.parametrize(("marked", "expected"), [*_MARKED, *_OF_NOBODY, *_SOMEBODY])
def test_a_place_of_things_counts_where_nobody_bears_them(marked: str, expected: bool) -> None:
    assert _is(marked, is_borne=False) is expected


@pytest.mark.parametrize(("marked", "_"), [*_OF_NOBODY, *_SOMEBODY])
def test_where_somebody_bears_them_a_place_alone_is_not_enough(marked: str, _: bool) -> None:
    assert _is(marked, is_borne=True) is False


def test_initials_that_a_key_explains_fall_where_a_thing_is_meant_and_stay_elsewhere() -> None:
    text = "PM = Philippa Mensah\nAQ = Anwen Quill\n\nPM rang. The PM clinic was shut. Seen by PM."
    assert "name-model" in BY_MODEL
    from redact.recognise.finding import find_mentions
    from tests.recognise.recognise_factory import text_document, text_of

    document = text_document(text)
    found = [each for each in find_mentions([document]) if text_of([document], each) == "PM"]
    assert len(found) == 3
    assert mentions_by("initials", text)


def test_nothing_is_looked_at_where_no_such_letters_are_claimed() -> None:
    assert without_ordinary_letters([], []) == []
