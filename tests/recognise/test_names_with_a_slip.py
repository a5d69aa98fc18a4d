"""Names with a figure in them, glued to another word, in a list, in quotes; user names of double surnames."""

from __future__ import annotations

import pytest

from redact.recognise import listed_names
from tests.recognise.recognise_factory import mentions_by

_PEOPLE = "Mrs Ida Sangster, Dr Olive Tarrant and Ms Vesey came.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Surname: SANG5TER", ["SANG5TER"]),
        ("Sang5ter rang, and so did 5angster.", ["Sang5ter", "5angster"]),
        ("A letter to Vese9 and Ve5ey's aunt.", ["Ve5ey"]),
        ("TARRANT had met 7ARRANT and TARR4NT.", []),  # no letter looks like 7 or 4
        ("Sign: 0live, told by 01ive.", ["0live", "01ive"]),
        ("The Borough andTarrant, then byVesey; with no space toSangster.", ["Tarrant", "Vesey", "Sangster"]),
        ("VeseyTarrant and SangsterVesey stood in one cell.", ["VeseyTarrant", "SangsterVesey"]),
        ("McTarrant and MacVesey are others. YouTube, WhatsApp, SystmOne.", []),
        ("Rooms 5A and 10B, form SS1, A12, B15 5TT, CH35, 4x4.", []),
        ("thetarrant and unTarrant", []),
        ("tarrant@example.org and Ve5ey_1", []),
        ("Surname\tHU5SA1N", []),  # two figures in a name that nobody else shows
        ("Surname\tHU5SAIN\nForename(s)\tNiam\nFamily name: K0WAL", ["HU5SAIN", "K0WAL"]),
        ("Reference\tHU5SAIN", []),
    ],
)
def test_a_slip_in_a_known_name(text: str, expected: list[str]) -> None:
    assert [covered for covered, _ in mentions_by("slipped-names", _PEOPLE + text)] == expected


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("Table 3 (Ms Vesey, Dr Tarrant, Ubong): what?", 0.04, ["Ubong"]),
        ("Those who know: Ms Vesey, Sherko.", 0.04, ["Sherko"]),
        ("Those who know: Ms Vesey and Sherko.", 0.04, ["Sherko"]),
        ("Written by Vesey/Sherko; not sent.", 0.04, ["Sherko"]),
        ("Written by Ms Vesey, Dr Tarrant & Spark.", 0.05, ["Spark"]),  # an ordinary word behind two names
        ("Written by Ms Vesey & Spark.", 0.05, []),
        ("Ms Vesey, Spark and Dr Tarrant have done it.", 0.05, ["Spark"]),  # between two names
        ("Ms Vesey, Police and Dr Tarrant have done it.", 0.3, []),
        ("Those who know: Ms Vesey, Lord.", 0.2, ["Lord"]),
        ("Those who know: Ms Vesey, Lord.", 0.05, []),
        ("Those who know: Ms Vesey, Sherko.", 0.01, []),
        ("Ms Vesey, Manager; Dr Tarrant, Tuesday; Ms Vesey, London.", 0.3, []),
        ("Ms Vesey, Police and Health", 0.3, []),
        ("Shops: Tesco, Sherko.", 0.3, []),
        ("Ms Vesey, Sherko House", 0.3, []),
    ],
)
def test_a_word_behind_names_in_a_list(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed_names, "chance", lambda *_: odds)
    assert [covered for covered, _ in mentions_by("listed-names", _PEOPLE + text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He is "Kit" to Sophie.', ["Kit"]),
        ("She was always \u201cDodo\u201d to her brothers.", ["Dodo"]),
        ("They\u2019re two; he's just 'Bobs' to everybody.", ["Bobs"]),
        ('Her gran calls her "Bubba", and her aunt called Rosa "Zaza".', ["Bubba", "Zaza"]),
        ('Tom and Ida were going by "Spanno" and "Deano" then.', ["Spanno"]),
        ('Christopher "Kit" Tarrant and Rosa ("Zaza") Quill.', ["Kit", "Zaza"]),
        ("His nickname was Tinks. His street name is Rocco.", ["Tinks", "Rocco"]),
        ("She prefers to be called Bee-Jay; everyone calls him Boz.", ["Bee-Jay", "Boz"]),
        ("He is 'Our Bobs' to them.", ["Bobs"]),
        ('It was "Amber" for months. The plan is "Green" to all.', []),
        ("He calls her 'Mum', 'Miss' and 'Nan', and she is 'Auntie' to them.", []),
        ('The case is "Closed" to us. He is "known" to services.', []),
        ("Street name: Mill Road", []),
        ('She is "Open" to the Police and "CIN" to us.', []),
    ],
)
def test_a_nickname_that_a_sentence_announces(text: str, expected: list[str]) -> None:
    found = [covered for covered, _ in mentions_by("nicknames", text)]
    assert found == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Ida Close-Quill", "Printed by iclosequill.", ["iclosequill"]),
        ("Ida Close-Quill", "Printed by closequilli and ida_closequill", ["closequilli", "ida_closequill"]),
        ("Ida Close-Quill", "To: iclose; iquill01", ["iclose", "iquill01"]),
        ("Rosa-Mae Quill", "To: rosamaequill; rquill", ["rosamaequill", "rquill"]),
        ("Ida Sangster-Contractor", "To: isangstercontractor", ["isangstercontractor"]),
        ("Ida Close-Quill", "The disclosed quill, a closet and enclosure.", []),
        ("Ida Quill", "Printed by iclosequill.", []),
    ],
)
def test_user_names_of_double_surnames(name: str, text: str, expected: list[str]) -> None:
    found = mentions_by("user-names", f"Author: {name}\n\n{text}")
    assert [covered for covered, _ in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Child: Anna Zaid\n\nAnna-Mae came with Zaid'arke.", ["Anna-Mae"]),
        ("Child: Anna Zaid\n\nAnna's, Anna'll, Anna-like, Zaid-based.", []),
        ("Mrs Harte came.\n\nShe rang the mother, Wednesday Harte, today.", ["Wednesday Harte"]),
        ("Mrs Harte came.\n\nThe mother, Wednesday Harte, rang.", ["Wednesday Harte"]),
        ("Mrs Harte came.\n\nOn Wednesday Harte rang; by Friday Harte had left. Sunday Harte rang.", []),
        ("Apologies: Ms Vesey (report sent), Lord Quillham, Dr Tarrant.", ["Lord Quillham"]),
        ("Lord Quillham of Probation was told.", ["Lord Quillham"]),
    ],
)
def test_what_belongs_to_a_name(text: str, expected: list[str]) -> None:
    assert [covered for covered, _ in mentions_by("name-edges", text)] == expected
