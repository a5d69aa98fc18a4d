"""Letters of somebody known, where only their place shows it; the name model is made to doubt most."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redact.recognise import own_letters
from redact.recognise.grids import View
from redact.recognise.readings import Reading
from tests.recognise.recognise_factory import mentions_by

_PEOPLE = (
    "Mrs Sena Nyarko, Mr Tom Quill, Dr Bea Kaye, Ms Ola Adeyemi, Mrs Sue Wang and Mr Yan Tarrant came.\n\n"
)


def _odds(*sure: str) -> Callable[[View, Reading, int, int], float]:
    return lambda _, reading, start, end: 0.9 if reading.text[start:end] in sure else 0.003


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16/02/07\tCSC\tBK visit. TQ, SN in. Cold.", ["BK"]),
        ("16/02/07\tCSC\tYT called; TQ in. Cold.", ["YT"]),
        ("Each worker, TQ, then OA, opened a new page.", ["OA"]),
        ("Each worker, TQ then SW, opened a new page.", ["SW"]),
        ("First TQ and afterwards OA opened it.", ["OA"]),
        ("Seen by TQ, OA, and nobody else.", ["OA"]),
        ('"I let TQ talk and I let OA nod."', ["OA"]),
        ("They watched OA leave the house.", ["OA"]),
        ("The health visitor (SW) weighed him.", ["SW"]),
        ("A midwife (SW) and a nurse (OA) came.", ["SW", "OA"]),
        ("Ticked, then crossed out (OA)", ["OA"]),
        ("SN 08.09.08 review of weight. No concern.", ["SN"]),  # who wrote an entry, and when
        ("His statement, signed SW, is to stand.", ["SW"]),
        ('Adult E ("RP" in the records), maternal aunt', ["RP"]),
        ("Respite was offered. \u2013 OA", ["OA"]),
        (
            "Entries initialled SN are health visiting, TQ and BK midwifery, SM general practice.",
            ["SN", "BK", "SM"],
        ),
        ("Version control: v1 SW, v2 OA, with comments from TQ", ["SW", "OA"]),
    ],
)
def test_letters_are_asked_about_by_their_place(
    text: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_letters, "chance", _odds("TQ"))
    assert [covered for covered, _ in mentions_by("letters-in-company", _PEOPLE + text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "16/02/07\tCSC\tRX visit. TQ, SN in.",  # nobody's letters
        "16/02/07\tCSC\tBK visit. Cold.",  # in nobody's company
        "16/02/07\tSW visit. TQ in.",  # an office
        "SW 08.09.08 review of weight. No concern.",
        "Entries initialled by the GP, HV or SW.",
        "The initials of the GP, the HV and the SW stand in the box.",
        "The social worker (SW) weighed him.",
        "Overseas assessment (OA) was done. Ticked, then crossed out (OA)",
        "OA: overseas assessment. I let OA nod, TQ, OA.",
        "The OA said so, and an OA left. Form OA.",
        "ALL WERE SEEN AND BK VISIT DONE",
        "Each worker, RX, then the SW, opened it.",
    ],
)
def test_letters_of_a_thing_are_left_alone(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_letters, "chance", _odds("TQ"))
    assert mentions_by("letters-in-company", _PEOPLE + text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who is who\n\nMP\tMarvin\tPottinger\tmother's partner", ["MP"]),
        ("Who is who\n\nSW\tSuk-Yin\tWang\tHV\nYB\tYolande\tBaptiste\tmother", ["SW", "YB"]),
        ('Initials stand for: Sena Nyarko ("SN"), Ola Tarrant (\u201cOT\u201d).', ["SN", "OT"]),
        ("MP\tMarvin Tarrant\tmother's partner", []),  # they are not his
        ("SW\tsocial\tworker\tteam", []),
        ("CP\tChild\tProtection\tteam", []),
    ],
)
def test_a_key_in_cells_or_quotes_explains_letters(text: str, expected: list[str]) -> None:
    found = [covered for covered, _ in mentions_by("initials", text)]
    assert [each for each in found if len(each) == 2] == expected
