"""Ordinary words that somebody of the call bears: days, offices and things that stand where a name does."""

from __future__ import annotations

import pytest

from redact.recognise.borne_positions import is_at_work, is_of_a_family, is_shouted_surname
from tests.recognise.recognise_factory import mentions_by

_MOTHER = "Mrs Harte came.\n\nMother: Wednesday Harte\n\n"
_SERGEANT = "PS Lord rang the school.\n\n"

_NAMED = [
    (_MOTHER, "The baby was seen in the arms of Wednesday.", 1),
    (_MOTHER, "On the scale Ida gave six, Wednesday four, Tom three.", 1),
    (_MOTHER, "Strengths: warmth, Wednesday, the school.", 1),
    (_MOTHER, "She was brought to hospital by Wednesday. Nobody asked.", 1),
    (_MOTHER, "It was Wednesday who collected the children.", 1),
    (_MOTHER, "There were baths at Wednesday's; teeth not brushed.", 1),
    (_MOTHER, "Faith in Wednesday as a protective factor was never tested.", 1),
    (_MOTHER, "May we rely on Wednesday? Only when told the truth.", 1),
    (_MOTHER, "The order was for two hours; Wednesday, monthly.", 1),
    (_MOTHER, 'He was out of it "for now" (Tom), "for good" (Wednesday).', 1),
    (_MOTHER, "Who would she ring? 1 Merle; 2 Wednesday; 3 nobody.", 1),
    (_MOTHER, "Told Wednesday that the visit was off.", 1),
    (_MOTHER, "07.30\tOctavian rings Wednesday and Basil", 1),
    (_MOTHER, "Wednesday said that she was tired.", 1),
    (_MOTHER, "Seen with: Wednesday; nobody else.", 1),
    (_MOTHER, "Wednesday is holding it all together. Asked. Wednesday has.", 2),
    (_SERGEANT, "She once supervised Lord; the other one left.", 1),
    (_SERGEANT + "Aunt: Bea Lord\n\n", "Ida is a Lord. Tom is a Vesey.", 1),
    (_SERGEANT, "An order was made by Lord.", 1),
    (_SERGEANT, "Home checks\tLord\t30/12/2010\tAmber", 1),
    (_SERGEANT, "Told Lord that it was closed, and Lord agreed.", 2),
    (_SERGEANT, "Room booked: Lord", 1),
    (_SERGEANT, "There is no record that Lord had read it.", 1),
    (_SERGEANT, "It was asked twice. Lord opened the file on the third day.", 1),
    (_SERGEANT, "17.10 Lord on the line about the key.", 1),
    (_SERGEANT, "Lord, from abroad: all is well.", 1),
    (
        _SERGEANT,
        "Should it come to nought after all that has been promised here, then tell\nLord what it was.",
        1,
    ),
    (_SERGEANT, "Emergency\tLord, downstairs\nPets\tnone", 1),
    (_SERGEANT, "Stage\tName\tInitials\nDraft\tLord\tTL", 1),
    (_SERGEANT, "Tom\tclass teacher\nLord\tofficer", 1),
    (_SERGEANT, "The load was 410 files, Lord 62 orders, Harte 55. It was phoned to Lord 08:30.", 2),
]
_NOBODY = [
    ("PS Church rang.\n\n", "He went to that Church and to Church on Sunday."),
    (_MOTHER, "She came on Wednesday, and every Wednesday since, till Wednesday."),
    (_MOTHER, "It was Wednesday morning, then Wednesday 4 May and Wednesday, 11 May."),
    (_MOTHER, "Open Monday to Wednesday, and Wednesday to Friday, or Tuesday and Wednesday."),
    (_MOTHER, "It was the Wednesday before, and this Wednesday and next Wednesday."),
    (_MOTHER, "Wednesday: home visit.\nWednesday\tclosed"),
    (_MOTHER, "Clinics: 2 Wednesday sessions, 3 Wednesday 4 May."),
    (_MOTHER, "They called it Black Wednesday, and then Wednesday Club."),
    (_MOTHER, "What We Learned From Wednesday And Others"),
    (_MOTHER, "SEEN ON WEDNESDAY BY ALL, AND BY WEDNESDAY"),
    (_SERGEANT, "The Lord said so, and my Lord and the House of Lords agreed."),
    (_SERGEANT, "A letter to Lord Quillham and to Lord Chief Justice Vesey."),
    (_SERGEANT, "Lord knows what. Lord of the manor."),
    ("Mrs Ida Book came.\n\n", "Book the long room. Book a taxi."),
    ("Mrs Ida June came.\n\n", "Seen till then, June 2004 was wet, and June 12 was dry, June 09:30 too."),
    ("Mr Tom Summer came.\n\n", "Summer passed. Summer, and no entry."),
    ("Mr Ben Miles came.\n\n", "Miles of tape were used. Miles are counted."),
    ("Mr Will Osgood came.\n\n", "Will lessons be learnt?"),
    ("", "The baby was seen in the arms of Wednesday. She once supervised Lord."),
    ("The child is Wednesday's. Lord came.\n\n", "She once supervised Lord, by Wednesday."),
]


@pytest.mark.parametrize(("who", "text", "times"), _NAMED, ids=lambda value: str(value)[-40:])
def test_a_word_that_somebody_bears_is_asked_about(who: str, text: str, times: int) -> None:
    covered = [found for found, _ in mentions_by("borne-words", who + text)]
    assert covered == [("Wednesday" if who is _MOTHER else "Lord")] * times


@pytest.mark.parametrize(("who", "text"), _NOBODY, ids=lambda value: str(value)[-40:])
def test_the_word_itself_is_left_alone(who: str, text: str) -> None:
    assert mentions_by("borne-words", who + text) == []


def test_another_document_of_the_call_shows_the_bearer() -> None:
    from redact.recognise.finding import find_mentions
    from tests.recognise.recognise_factory import RULES, text_document, text_of

    documents = [
        text_document(_MOTHER, secret=b"one"),
        text_document("In the arms of Wednesday.", secret=b"two"),
    ]
    mentions = find_mentions(documents, recognisers=RULES)
    asked = [each for each in mentions if each.evidence.recogniser == "borne-words"]
    assert [text_of(documents, each) for each in asked] == ["Wednesday"]
    assert all(each.score < 0.6 for each in asked)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Strong file and the Field one are in one box.", True),
        ("What was known of the Strong children?", True),
        ("3. THE STRONG AND HARTE FAMILIES", True),
        ("IMR: STRONG (draft)", True),
        ("IMR: STRONG", True),
        ("The Strong room was locked.", False),
        ("IMR: Strong (draft)", False),
        ("A STRONG smell.", False),
    ],
)
def test_a_surname_stands_for_a_family_before_what_families_have(text: str, expected: bool) -> None:
    start = text.casefold().index("strong")
    assert is_of_a_family(text, start, start + len("strong")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A hybrid. Neighbour drew on the model.", False),  # no verb of the list
        ("A hybrid. Neighbour said so.", True),
        ("A hybrid. Neighbour had read it.", True),
        ("Same-day call to Neighbour, who was out.", True),
        ("It was the Neighbour who said so.", False),
    ],
)
def test_a_surname_that_is_a_relatives_word_does_what_somebody_does(text: str, expected: bool) -> None:
    start = text.index("Neighbour")
    assert is_at_work(text, start, start + len("Neighbour")) is expected


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("SCENE SECURED. STRANGE PACING", True),
        ("STRANGE LEFT QUIETLY", True),
        ("SHOES OF STRANGE SEIZED", True),
        ("s136 considered re STRANGE.", True),
        ("4.5.09 Talk, by phone: QUILL, STRANGE, VESEY. No more of it.", True),
        ("Keys and body worn. Social care the same week, STRANGE to QUILL.", True),
        ("she noted a STRANGE smell in the hall", False),
        ("it was strange, VERY STRANGE indeed to hear", False),
        ("A STRANGE MALE SEEN", False),
        ("STRANGE MALE SEEN", False),
        ("REPORTS OF STRANGE MALE", False),
    ],
)
def test_a_surname_in_capitals_acts_in_a_log(text: str, shouted: bool) -> None:
    start = text.index("STRANGE")
    assert is_shouted_surname(text, start, start + len("STRANGE")) is shouted
