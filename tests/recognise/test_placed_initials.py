"""Initials that their place shows to be somebody's, and short forms in the same places."""

from __future__ import annotations

import pytest

from tests.recognise.recognise_factory import mentions_by

_NURSE = "Nurse: Tamsin Quillham\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R4 That files be kept. [comment KVD: by whom?] R5 KVD would not agree.", ["KVD", "KVD"]),
        ("R4 That files be kept. [Commented [KV2]: by whom?]", ["KV"]),
        ("R4 That files be kept. [kv: yes]", ["kv"]),
        ("Supervisee: CP   Supervisor: HR", ["CP", "HR"]),
        ("Minute taker: RZ", ["RZ"]),
        ("sgd T.O'Q. RSCN", ["T.O'Q."]),
        ("Signed: B.V.  R.N. Date: 3 May", ["B.V.", "R.N."]),
        ("D/w Reg (JLQ): CT head. Seen by midwife (RQ).", ["JLQ", "RQ"]),
        ("The first entry is initialled by one person, the second zb, the third not.", ["zb"]),
        ("08/03/2009 settling in visit vq. Damp.", ["vq"]),
        ("Nurse: Hana Rashid\n\n08/03/2009 settling in visit hr. Damp.", ["hr"]),
        ("07 Mar\tAdmin (jqw)\tLetter scanned.", ["jqw"]),
        (_NURSE + "08/03/2009 bath run, nappy rash better tq", ["tq"]),  # whose whole name is known
        ("signature\tprint\tgrade\naqb\tAnwen Quillham-Brook\tSN", ["aqb"]),
        ("KB = Karim Boothby\nRQ = Rosa Quillham\nIS = not known, a woman", ["IS"]),  # a key of names
    ],
)
def test_letters_that_only_somebody_places_so(text: str, expected: list[str]) -> None:
    found = mentions_by("placed-initials", text)
    assert [covered for covered, _ in found] == expected
    assert all(each.score < 0.6 for _, each in found)


@pytest.mark.parametrize(
    "text",
    [
        "[NB: see page 4] [note to: all] [see: minutes] [cc: panel] [comment: none] [no comment]",
        "Completed by: HV. Author: SW. Chair: vacant. Signed: yes. Key worker: FSW",
        "Chair: DI Harte left.",  # a rank
        "The consultant (RCN) and the health visitor (HV) left; a nurse (RMN) stayed.",
        "The team manager (TM) and the lead (CAMHS) rang.",
        "Each page was initialled by her, and the rest by him.",
        "08/03/2009 home visit ok. Seen by mo. No call to gp",
        "07 Mar\tSeen (mum)\tTablets (prn)\tLetter (sic)",
        "08/03/2009 settling in visit hr. Damp.",  # an hour, where nobody has such a name
        "settling in visit vq. Damp.",  # no entry of a diary
        _NURSE + "The bath ran over, says tq",
        "signature\tprint\nnil\tnot known",
        "LA = local authority\nHV = health visitor\nIS = information sharing",
    ],
)
def test_words_and_short_forms_there_are_none(text: str) -> None:
    assert mentions_by("placed-initials", text) == []
