"""Names with a year that a text shows to be of the case stay findings beside citations of the same form."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of

# A document that cites: there a surname with a year in brackets is an author's more readily.
CITES = "Much is known (Tarrant, 2009; Bellweather et al., 2011), and Quillham (2012) argues so.\n\n"
NAMES = ("Osgoode", "Merovel", "Tamsett")

OF_THE_CASE = [
    # one work does nothing "each"
    "Finding B. Osgoode and Merovel (2012) each knew a part of it.",
    "Osgoode and Merovel (2012) had separately asked the same.",
    "French and Osgoode (2012) each held one key.",
    # a record of the year stands in the bracket
    "Osgoode and Merovel (2012 sup. notes) wrote one line.",
    "Osgoode (2012 appraisal: steady) was thanked.",
    # a month in the bracket is a record's, and so is the year behind it
    'Too many brackets, as "(Merovel, May 2012; Osgoode, 2012; Tarrant (2009))".',
    # what a sentence denies
    'You ask about "Osgoode (2012)" on p. 9. It isn\'t a publication.',
    "Osgoode and Merovel (2012) isn't a paper, though it looks like one.",
    # a column of what was done here
    "Idea\tWho said it\tWho did it here\nStay\tTarrant (2009)\tOsgoode and Merovel (2012)",
    "Theme\tWho, when\tCompare\nDrift\tOsgoode (2012)\tTarrant (2009)",
    # in the places where authors stand too
    "Contra Osgoode (2012 assessment), the flat was warm.",
    "Osgoode (2012) and Merovel (2009) do not sleep.",
    "Osgoode and Merovel (2012) against the door held it shut.",
    "Osgoode (2012), minutes of the core group, was late.",
]


@pytest.mark.parametrize("text", OF_THE_CASE)
def test_a_worker_with_a_year_is_a_finding(text: str) -> None:
    for name in NAMES:
        if name in text:
            assert standings_of(CITES + text, name, NAMES) == {Standing.PARTICIPANT}


CITED = [
    "Osgoode and Merovel (2012) each argue that visits matter.",  # sloppy, but of scholars
    "Osgoode and Merovel (2012) argue that visits matter.",
    "(Osgoode, 2012; Tarrant, 2009; see also Merovel, 2011)",
    "Contra Osgoode and Merovel (2012), it is not only the visit that counts.",
    "We should not call it drift, pace Osgoode (2012).",
    "1 Osgoode, Merovel and Tamsett (2012), pp. 14-19. The table is misprinted.",
    "Osgoode (2012) and Merovel, Tamsett and Orley (2009) do not agree.",
    "Exercise: Tarrant (2009) against Osgoode and Merovel (2012): debate, five minutes each.",
    "The chapter is long: keep Osgoode (2012), lose Merovel and Tamsett (2011).",
    "Regard is had to published research (as Osgoode and Merovel, 2012 commend).",
    "Osgoode and Merovel (2012) once complained that reviews quote too late.",
    "The framework of Osgoode and Merovel (2012) is not a checklist.",
    "Idea\tWho said it\tWhere it is used\nStay\tOsgoode and Merovel (2012)\teverywhere",
]


@pytest.mark.parametrize("text", CITED)
def test_an_author_stays(text: str) -> None:
    for name in NAMES:
        if name in text:
            assert standings_of(CITES + text, name, NAMES) == {Standing.CITED}


def test_the_report_itself_in_a_reading_list_cites_nobody() -> None:
    entry = "Tarrant, B. (2009) A Guide for Conducting Reviews. Anytown: Example Press."
    own = "Harriet Osgoode: Overview Report, on the Board's website."
    text = f"Further reading\n\n{entry}\n\n{own}"
    assert standings_of(text, "Harriet Osgoode") == {Standing.PARTICIPANT}
    assert standings_of(text, "Tarrant") == {Standing.CITED}
