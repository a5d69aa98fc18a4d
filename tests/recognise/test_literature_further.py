"""Further forms of authors without a year behind the name, each beside what people are told in."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of

NAMES = ("Osgoode", "Vesey")
CITED = [
    "Osgoode ([2016] at page 212) is more cautious.",
    "We follow Osgoode, whose paper on doors (2010) is short.",
    "It has been about since Osgoode, in a thin book of 1993, laid out four ways.",
    "The tool draws upon the work of Osgoode and Vesey.",
    'I was referred to "the Osgoode paper".',
    '"Waiting," writes Osgoode, "is a verb."',
    "We used Osgoode's 2009 booklet on housing.",
    "It was Vesey and Osgoode who, in Houses Without a Table (1999), first described it.",
    "Two are by Osgoode (2003; 2006).",
    "If we may follow Osgoode in Vesey (ed.), many more live with drink.",
    "The trial by Osgoode and Vesey found little for this county.",
    "We cite the study of re-referral by Osgoode (A Turning Gate, 2007) alone.",
    "It is when the risk goes up (Osgoode; Tarrant and Vesey, 2003).",
    "Cf Osgoode 08, Vesey 08, Tarrant 13.",
    "Osgoode has a chapter on the language of nurses (2008, ch. 4).",
    "The point is made by Osgoode and colleagues in their research on thresholds.",
    "The phrase is from Vesey, Osgoode & others (DfE, 2008).",
    "1 See note 4; and cf. Osgoode & Vesey, n. 9 below.",
    "Others have answered (Vesey 2011 & Osgoode 2011, in the same issue).",
    "Osgoode et al. make plain that second visits matter.",
    "3 Osgoode, Tarrant & Vesey eds, Talk of Risk, Anytown, 2001, at pp. xi-xii.",
    "REFERENCES\nDE LA OSGOODE, M. 2009. Delay and after.\nVESEY, T. 2011. Drift.",
    "References (in order of appearance)\n1. Osgoode SL. The empty chair [thesis]. Anytown; 2014.",
    "Reading list for new reviewers\nThe best is Osgoode, A. (2017) Do reviews change anything?",
]


@pytest.mark.parametrize("text", CITED)
def test_an_author_stays(text: str) -> None:
    name = "OSGOODE" if "OSGOODE" in text else "Osgoode"
    assert standings_of(text, name, (name, "Vesey")) == {Standing.CITED}


PARTICIPANT = [
    "She was seen with Osgoode in Anytown Royal Hospital (2009) by a doctor.",
    "Osgoode, in the Vesey Memorial House (2009), asked for water.",
    "Dr Osgoode (2012, at page 14) found her to be low.",
    "Osgoode and colleagues attended the flat.",
    "PC Osgoode and colleagues found him asleep.",
    "We commend the work of Osgoode and Vesey.",
    "Osgoode's 2012 report to conference was thin.",
    "Osgoode's 2012 trial for assault fell through.",
    "Osgoode's 2014 assessment is at E44.",
    "Osgoode was found in his study in 2009.",
    '"I was tired," says Osgoode, "and cold."',
    "Ms Osgoode et al. were seen at the clinic.",
    "The children (Osgoode; Vesey, 2003) left.",
    "See Osgoode 2012, p. 4 of the file.",
    "We went to see Osgoode, 2011.",
    "Osgoode has a book about trains.",
    "Osgoode wrote in 2012 that the flat was cold.",
    "It was Osgoode who, in 2012, rang.",
    "Research was read. Genogram: Osgoode 2014, Vesey 2011.",
    "Research was read. The boys: Osgoode 2014; Vesey 2011.",
    "See Osgoode 05, Vesey 08.",
    "Osgoode's 2012 paper round was early.",
    "Osgoode (2006) puts it on the floor.",
]


@pytest.mark.parametrize("text", PARTICIPANT)
def test_somebody_of_the_case_is_no_author(text: str) -> None:
    assert standings_of(text, "Osgoode", NAMES) == {Standing.PARTICIPANT}
