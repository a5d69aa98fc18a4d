"""Names in paths and in names of files that a text writes, and the usual words there."""

from __future__ import annotations

import pytest

from tests.recognise.recognise_factory import mentions_by

_NURSE = "Nurse: Anwen Quillham\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Opened /panel/2011/Vesey_Ottoline_core_assessment_FINAL2.doc today.", ["Vesey_Ottoline"]),
        ("saved as core_assessment_OttolineVesey.pdf", ["OttolineVesey"]),
        ("Attached: IMR-Ottoline-Vesey-v3.docx.", ["Ottoline-Vesey"]),
        ("scan_VESEYHAM_mat_notes_pt3.tif", ["VESEYHAM"]),  # one word that no list knows
        ("scan_BISHOP_mat_notes_pt3.tif", ["BISHOP"]),  # a name that is a word
        ("C:\\cases\\Kayleigh\\notes.doc", ["Kayleigh"]),  # a folder
        ("b.veseyham-strat-mtg-0412.msg", ["b.veseyham"]),
        (_NURSE + "quillham_statement_signed.pdf", ["quillham"]),  # in small letters, known
    ],
)
def test_names_of_files_hold_names(text: str, expected: list[str]) -> None:
    found = mentions_by("path-names", text)
    assert [covered for covered, _ in found] == expected
    assert all(each.score < 0.6 for _, each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Opened /panel/2011/CP_conf_minutes_AM_session.doc and HV_caseload_audit.xls.",
        "DV_MARAC_template_blank.dot, Overview_Report_Final_Draft_v2.docx",
        "May_2011_minutes.doc and Summer_2010.pdf",  # a time with its year
        "She left at 10.30 and/or later, e.g. by bus; the .doc was lost.",
        "https://example.org/Ottoline_Vesey.html",  # an address of the web has its own recogniser
        "ottoline_statement.pdf",  # in small letters, known nowhere
        "quillham statement signed pdf",
    ],
)
def test_usual_words_of_files_are_none(text: str) -> None:
    assert mentions_by("path-names", text) == []
