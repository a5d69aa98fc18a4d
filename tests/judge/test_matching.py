"""Whether two wordings are one recommendation: paraphrases are, other agencies and other actions are not."""

from __future__ import annotations

import pytest

from redact.judge.matching import found_again, weights_of, wording_of
from redact.judge.phrases import words_of

SAME = [
    # shortened
    ("The Trust should ensure that health visitors record the name and date of birth of every adult who"
     " lives in"
     " the home.", "Health visitors to record details of all adults living in the household."),
    ("The Police should make sure that officers who attend domestic incidents go upstairs and see each"
     " child.",
     "Police officers attending domestic abuse incidents must see every child in the house."),
    # the board under another name
    ("It is recommended that the LSCB reviews its bruising protocol and reissues it to all partner agencies.",
     "The Board should review and reissue the bruising protocol."),
    # turned round
    ("Children's Social Care should audit twenty re-referrals each quarter and report what it finds to"
     " the Board.",
     "Quarterly audit of 20 re-referrals by children's social care, reported to the Safeguarding Board."),
    ("Probation should consult children's social care before a licence condition about contact is varied.",
     "Before changing licence conditions on contact, probation must consult children's social care."),
    # other words for the same
    ("The hospital must telephone the health visitor before a newborn baby on a plan is discharged.",
     "Before discharge of babies on a plan, the hospital should ring the health visitor."),
    ("Schools should tell the duty team of an unexplained absence on its first day.",
     "Schools will notify social care of unexplained absences on day one."),
    ("The Board should seek assurance from the police that officers go upstairs and see each child.",
     "Police officers to go upstairs and see every child."),
    ("The Board should satisfy itself that supervision of family support workers takes place every month.",
     "That the Board seeks assurance that family support workers receive monthly supervision."),
]  # fmt: skip
OTHER = [
    # another agency
    ("The Trust should audit the quality of referrals to social care.",
     "Children's Social Care should audit the quality of referrals."),
    ("The Police should review the training of response officers.",
     "The Probation Service should review the training of its officers."),
    # another action
    ("The Board should audit the supervision of family support workers.",
     "The Board should fund the supervision of family support workers."),
    ("The Trust should train health visitors in the use of the growth chart.",
     "The Trust should remind health visitors of the policy on missed appointments."),
    # another number
    ("The clinic rings the school within two days of a failed visit.",
     "The clinic rings the school within five days of a failed visit."),
    # another thing
    ("The LSCB should publish guidance on fabricated illness.", "The LSCB should publish guidance on"
     " neglect."),
    ("GPs should code children who are not brought to appointments.", "GPs should code parents who"
     " misuse drugs."),
    ("The council should share the findings with foster carers.",
     "The council should share the findings with head teachers."),
    ("Social Care should tell the referrer what was decided.", "Social Care should tell the parents"
     " what was decided."),
    ("The Trust should appoint a named midwife for safeguarding.", "The Trust should appoint a named"
     " doctor for safeguarding."),
    ("Nurseries should tell social care of bruises to a baby's face the same day.",
     "Nurseries must inform the police the same day of facial bruising to a baby."),
    ("Schools should keep a chronology for each child about whom there is concern.",
     "Schools should appoint a second lead for safeguarding."),
]  # fmt: skip


def is_found(one: str, other: str) -> bool:
    every = [wording_of(words_of(text)) for pair in SAME + OTHER for text in pair]
    return found_again(wording_of(words_of(one)), [wording_of(words_of(other))], weights_of(every))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_paraphrase_is_the_same(one: str, other: str) -> None:
    assert is_found(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_agency_action_or_thing_is_another(one: str, other: str) -> None:
    assert not is_found(one, other)
