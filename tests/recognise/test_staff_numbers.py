"""Numbers beside names, and the same numbers again; more examples stand with the recogniser."""

from __future__ import annotations

import pytest

from tests.recognise.recognise_factory import mentions_by

_PEOPLE = "Health visitor: Anna Harte\n\nSocial worker: Mr Tom Vesey\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seen by Anna Harte 4471 and Tom Vesey 2817.", [("4471", 0.5), ("2817", 0.5)]),
        ("Tom Vesey (4471) took it.", [("4471", 0.5)]),
        ("Tom Vesey 4471\n\nTom Vesey - 4471", [("4471", 0.65), ("4471", 0.65)]),  # twice beside a name
        ("Anna Harte 1430 and Anna Harte 2014", []),  # a time and a year
        ("Anna Harte (1430)", [("1430", 0.5)]),  # in brackets rather a number than a time
        ("The log of PC 4471.\n\nOf this 4471 knew nothing.", [("4471", 0.5)]),  # again, a rank has shown it
        ("The log of PC 4471.\n\nIt cost £4471, 4471 records were read on page 4471.", []),
        ("Tom Vesey 4471\n\nChecked by 4471.", [("4471", 0.5), ("4471", 0.5)]),
        ("Tom Vesey 4471\n\nIn all 4471 came.", [("4471", 0.5)]),  # shown by a name alone
        ("Tom Vesey 4471 miles, Anna Harte, 4471 visits", []),
        ("Tom Vesey\n4471\nAnytown", [("4471", 0.5)]),
        ("Tom Vesey\n4471 visits", []),
        ("Anna Harte 20140312", []),  # a day in figures
        ("In April 2007 HV Anna Harte rang. In May 2007 HV Harte came.", []),  # years, not "2007 HV"
        ("The log of PC 4471.\n\nTold to the desk, 2817.", [("2817", 0.5)]),  # as officers sign an entry
        ("The log of PC 4471.\n\nHome, 1430. Moved in May, 2017. In all, 2817 of them.", []),
        ("The log of PC 4471.\n\nBefore the desk, 4471. Left, 2817 came.", [("4471", 0.5)]),
        ("The log of PC 4471QQ.\n\nSo 2817QQ said.", [("2817QQ", 0.5)]),  # the letters of the force
        (
            "PNC and PND nil, arrested, bailed. Told to the desk, 2817.",
            [("2817", 0.5)],
        ),  # words of the police
        ("The log of PC 4471.\n\nIt holds 4812GB. In 2817: none. Of 2817 in all: 12", []),
        ("The log of PC 4471.\n\nThe desk, 2014. Told at 2817, 12 bags, 2817 in all.", []),
        ("PC 4471 came.\n\nDesk to 2817: any trace? 2817: No reply.", [("2817", 0.5), ("2817", 0.5)]),
        ("PC 4471 came.\n\nWords of advice. 2817\n\n(2817)", [("2817", 0.5), ("2817", 0.5)]),
        ("Told to the desk, 2817.", []),  # nothing shows that officers wrote it
        ("At 4471 Anna Harte left. Flat 4471 Anna Harte", []),
    ],
)
def test_a_number_is_found_by_the_name_beside_it(text: str, expected: list[tuple[str, float]]) -> None:
    found = mentions_by("staff-numbers", _PEOPLE + text)
    assert [(covered, each.score) for covered, each in found] == expected
