"""What explains an abbreviation where it stands."""

from __future__ import annotations

import pytest

from redact.judge.explaining import explains, fits

EXPLAINS = [
    ("LSCB", "the Local Safeguarding Children Board ('the LSCB') met", True),
    ("LSCB", "the Local Safeguarding\nChildren Board (hereafter referred to as the LSCB)", True),
    ("LSCB", "the Local Safeguarding Children Board \u2013 the LSCB \u2013 met", True),
    ("LSCB", "the LSCB \u2013 Local Safeguarding Children Board \u2013 met", True),
    ("MASH", "MASH team (multi-agency safeguarding hub)", True),
    ("MARAC", "a Multi-Agency Risk Assessment Conference (MARAC)", True),
    ("DASH", "the Domestic Abuse, Stalking and Honour-based violence (DASH) form", True),
    ("MOSOVO", "Management of Sexual Offenders and Violent Offenders (MOSOVO)", True),
    ("CSC", "Children\u2019s Social Care Services (CSC)", True),
    ("DoLS", "Deprivation of Liberty Safeguards (DoLS)", True),
    ("CIN", "Child in Need (CIN)", True),
    ("A&E", "the Accident and Emergency department (A&E)", True),
    ("SAR", "a Domestic Homicide Review/Safeguarding Adult Review (DHR/SAR)", True),
    ("IMR", "Individual Management Reviews (IMRs)", True),
    ("MASH", "MASH (the hub to which referrals go)", True),
    ("ABE", "ABE, i.e. a recorded interview", True),
    ("PSW", "The PSW \u2013 that is, the principal social worker \u2013 did not know", True),
    ("KS2", "Key Stage 2 (KS2)", True),
    ("CAFCASS", "the Children and Family Court Advisory and Support Service (CAFCASS)", True),
    ("YOT", "the youth offending team (now YOT)", True),
    ("RAG", "red, amber or green (RAG)", True),
    # other words, and no words at all
    ("MASH", "the Emergency Duty Team (MASH)", False),
    ("GP", "the GP (who had seen him in March)", False),
    ("LSCB", "the LSCB (see section 3)", False),
    ("IRO", "the mother and the IRO met", False),
    ("EDT", "the worker, EDT and the police", False),
    ("QOF", "The nurse wrote (QOF)", False),
]


@pytest.mark.parametrize(("letters", "text", "wanted"), EXPLAINS)
def test_it_is_explained_or_not(letters: str, text: str, wanted: bool) -> None:
    start = text.index(letters)
    assert explains(text, start, start + len(letters), letters) is wanted


@pytest.mark.parametrize(
    ("letters", "text", "wanted"),
    [
        ("CAMHS", "Child and Adolescent Mental Health Services", True),
        ("CAMHS", "CAMHS 12", False),  # a line of contents
        ("CAMHS", "received in May", False),
    ],
)
def test_the_letters_are_those_of_all_the_words(letters: str, text: str, wanted: bool) -> None:
    assert fits(letters, text) is wanted
