"""What a position seems to name, and the same position with somebody in it."""

from __future__ import annotations

import pytest

from redact.recognise import position_doubts
from redact.recognise.grids import View, grids
from redact.recognise.position_doubts import without_positions
from redact.recognise.readings import readings
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Span
from tests.recognise.recognise_factory import text_document, text_of

_FIELD, _COLUMN, _CELL = ("fields", "field", 0.75), ("fields", "column", 0.85), ("fields", "cell", 0.75)
_KIN, _CALLED = ("kinship", "kinship and name", 0.8), ("kinship", "announced name", 0.75)
_SURE, _PERHAPS = ("name-model", "model, name", 0.81), ("name-model", "model, check", 0.4)
_UNLISTED = ("unlisted", "word taken for a name", 0.42)
_TITLE = ("titles", "title", 0.85)
_By = tuple[str, str, float]


def _view(document: Document) -> View:
    first = tuple(first for first, _ in readings(document))
    return View(document, first, (), tuple(grids(first)))


def _claim(document: Document, wanted: str, by: _By) -> Mention:
    """Claim the first place of a text; what stands before a bar shows which place is meant."""
    before, _, word = wanted.rpartition("|")
    for passage in document.passages:
        at = passage.text.find(before + word)
        if at >= 0:
            span = Span(passage.id, at + len(before), at + len(before) + len(word))
            return Mention(span, Label.PERSON, by[2], Evidence(by[0], "1", by[1], "why"))
    raise AssertionError("the text does not hold the claim")


def _left(text: str, wanted: str, by: _By, *others: tuple[str, _By]) -> float | None:
    """Give the score that a claim is left with, None where it is dropped."""
    document = text_document(text)
    claims = [_claim(document, *each) for each in ((wanted, by), *others)]
    kept = {each.span: each.score for each in without_positions([_view(document)], claims)}
    return kept.get(claims[0].span)


@pytest.mark.parametrize(
    ("text", "wanted", "by", "odds"),
    [
        ("Contact: Quorvan Vane, London.", "Quorvan Vane", _FIELD, 0.002),  # what the model holds impossible
        ("2\tQuorvan Vane\tMay", "Quorvan Vane", _COLUMN, 0.001),
        ("Signed\tQuorvan Vane", "Quorvan", _CELL, 0.001),
        ('the one called "Quorvan Vane" was read', "Quorvan Vane", _CALLED, 0.04),  # a title in quotes
        ("Contact: **two** hours, Quorvan", "Quorvan", _FIELD, 0.001),  # behind marks that are not read
    ],
)
def test_a_word_of_no_list_is_asked_about_where_the_model_rules_it_out(
    text: str, wanted: str, by: _By, odds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(position_doubts, "chance", lambda *_: odds)
    assert _left(text, wanted, by) == 0.4


@pytest.mark.parametrize(
    ("text", "wanted", "by", "odds"),
    [
        ("Contact: Press Desk, London.", "Press Desk", _FIELD, 0.04),  # ordinary words need more
        ("Subject: RE: Car Park Closure", "Car Park Closure", _FIELD, 0.02),  # Park alone may be a name
        ("7\tChase damp\tMay", "Chase", _COLUMN, 0.001),  # a forename too, and the line goes on
        ("a Toddler Quorvan and more", "Quorvan", _KIN, 0.009),  # beside kin less is needed
        ("Subject: RE: Quorvan toner", "Quorvan", _FIELD, 0.04),  # the subject of an e-mail
        ("To: Ida\nSubject: Quorvan toner", "Quorvan", _FIELD, 0.04),
        ("Subject: Fw: Quorvan", "Fw", _FIELD, 0.9),  # its mark, however sure
        ("Subject: Re: FW: Quorvan", "Re", ("repeats", "part of a name", 0.7), 0.9),
        ("Contact: two hours, Mon and Thurs", "Mon", _FIELD, 0.5),  # a day
    ],
)
def test_a_position_alone_names_nobody_whom_the_model_rules_out(
    text: str, wanted: str, by: _By, odds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(position_doubts, "chance", lambda *_: odds)
    assert _left(text, wanted, by) is None


@pytest.mark.parametrize(
    ("text", "wanted", "by", "odds", "score"),
    [
        ("Contact: Quorvan Vane, London.", "Quorvan Vane", _FIELD, 0.003, 0.75),  # it may be
        ("Contact: Quorvan Vane, London.", "Quorvan Vane", _FIELD, None, 0.75),  # the model has not read it
        ("2\tChase\tMay", "Chase", _COLUMN, 0.001, 0.4),  # a name that is a word: asked about
        ("2\tMark was seen", "Mark", _COLUMN, 0.001, 0.4),  # what goes on is what somebody does
        ("Subject: Quorvan", "Quorvan", _FIELD, 0.04, 0.75),  # a form, which asks for the child
        ("Subject: RE: Quorvan toner", "Quorvan", _FIELD, 0.06, 0.75),
        ("the man called Quorvan Vane was read", "Quorvan Vane", _CALLED, 0.04, 0.75),
        ("Contact: Mon", "Mon", _FIELD, 0.5, 0.75),  # Mon alone may be somebody
        ("Mr Quorvan came.", "Quorvan", _TITLE, 0.0, 0.85),  # a title is no position
    ],
)
def test_a_position_keeps_whoever_may_be_one(
    text: str, wanted: str, by: _By, odds: float | None, score: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(position_doubts, "chance", lambda *_: odds)
    assert _left(text, wanted, by) == score


_KEY = "Key: CSC = social care. LAS = ambulance. ED = A&E. RSL = landlord."
_PEOPLE = "Key: LAS = Lena Ada Stroud. CSC = Cora Vane. RSL = Rosa Lyle."
_FORM = "A. HOUSEHOLD\nB. SCHOOL\nC. CONSENT\nD. REFERRER"


@pytest.mark.parametrize(
    ("text", "wanted", "by"),
    [
        (_KEY, "LAS", _PERHAPS),  # letters in their key
        (
            f"{_KEY}\n\nBlue call, LAS, again.",
            "call, |LAS",
            _UNLISTED,
        ),  # and elsewhere, if only their look speaks
        (_FORM, "D.", _PERHAPS),  # the letter of a section
        ("Q. Was she told?\nA. Line: we are sorry.", "A. Line", _SURE),  # of an answer, and what it labels
        ("Q. Isn't it odd?\nA. Practice varied.", "Q. Isn't", ("mid-sentence", "capitals", 0.45)),
        ("01/02/10\tCSC\tSeen.\n03/02/10\tGP\tSeen.\nAugust\tSCH\tClosed.", "August", ("roles", "x", 0.65)),
        ("Each of the child(ren) was asked.", "ren", _SURE),  # a word for one or several
        ("NAME OF CHILD(REN): ____", "REN", _SURE),
        ("WHAT HAS LED TO THI S REFERRAL", "THI S", _SURE),  # a word that a scanner split
        ("Date stamp unclear. Wallet: Buff.", "Buff", _SURE),  # its colour
        ("Tenure: Quorvan.", "Quorvan", _SURE),  # a label that asks for no person
        ("Review date\tAutumn", "Autumn", _SURE),  # one that asks for a time
        ("WHAT ARE WE WORRIED ABO UT", "UT", _PERHAPS),  # the end of a split word
        ("H. Health\nI. Identity\nJ. Judo", "H. Health", _SURE),  # a word that nobody is called by
        ("Decision of Ida Vane: IA. Reason: none.", "IA", _PERHAPS),
        ("Reasons: see above. Above: Nil.", "Nil", _UNLISTED),
        ("Seen by fa.\nMo's partner\tnot known", "Mo", _SURE),  # mother, where father is shortened too
        ("she can come to me.\nTa,\nIda", "Ta", _UNLISTED),  # thanks above a name
        ("She is on leave. The LA will call Ali.", "LA", _PERHAPS),  # an article makes it a body's
        ("The LA's primary case is that.", "LA", _PERHAPS),
        ("Brain Gym, Weds; Street Dance, Mon.", "Mon", _SURE),  # in a list of days
        ("Dear all\nSecuring of records", "Dear", _SURE),  # a greeting to nobody by name
        ("Scanned Y/N. Shared", "N", _PERHAPS),  # a choice
        ("Basis: s. 16H", "16H", _PERHAPS),  # the section of an act
        ("Basis: s.16H", "s.16H", _PERHAPS),
        ("Subject: Restricted \u2013 OTHMAN", "Restricted", _FIELD),  # the marking of an e-mail
    ],
)
def test_signs_of_a_position_make_a_word_nobodys(
    text: str, wanted: str, by: _By, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(position_doubts, "chance", lambda *_: 0.3)
    assert _left(text, wanted, by) is None


@pytest.mark.parametrize(
    ("text", "wanted", "by"),
    [
        (_PEOPLE, "LAS", _PERHAPS),  # a key of people
        ("seen by hv(ed) at home", "ed", _PERHAPS),  # letters of somebody in brackets
        ("A. was tired\nB. was seen\nC. cried", "A.", _PERHAPS),  # letters that do something
        ("A. Harte\nB. Vane\nC. Lyle", "B. Vane", _SURE),  # a list of people
        ("Q. Who came?\nA. Quillan did.", "A. Quillan", _SURE),
        ("Name\tSeen\nAugust\tyes\nApril\tyes\nJune\tno", "August", _SURE),  # girls
        ("PUT IN BY KEI RA", "KEI RA", _SURE),  # no known word
        ("Wallet: Quorvan.", "Quorvan", _SURE),  # of a family
        ("Tenure: Ida Quorvan.", "Ida Quorvan", _SURE),  # a name of two words
        ("Status: Quorvan came for it.", "Quorvan", _SURE),  # a sentence
        ("Lead\tAutumn", "Autumn", _SURE),
        ("WHAT DID UT SAY", "UT", _PERHAPS),  # letters, and no split word
        ("He is worried abo UT", "UT", _PERHAPS),
        ("Decision: Quilla", "Quilla", _SURE),  # no letters
        ("Nil came at four.", "Nil", _UNLISTED),
        ("Mo's partner\tnot known", "Mo", _SURE),  # nothing shows that it is short for mother
        ("Ta said no.", "Ta", _UNLISTED),
        ("The LA case was closed.", "LA", _PERHAPS),  # somebody's case
        ("LA will call Ali.", "LA", _PERHAPS),
        ("Dear Allie\nplease come", "Dear", _PERHAPS),
        ("N said so. Y / K came", "Y", _PERHAPS),
        ("Re 5Y (ZW21C97328)", "5Y", _PERHAPS),  # a scanner's reading of letters
        ("Present on Weds: Wong, Sun, Lee.", "Sun", _SURE),  # a surname among others
        ("Told Mon on Weds.", "Mon", _PERHAPS),
    ],
)
def test_the_same_positions_keep_somebody(
    text: str, wanted: str, by: _By, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(position_doubts, "chance", lambda *_: 0.3)
    assert _left(text, wanted, by) == by[2]


def test_whoever_bears_the_word_keeps_it() -> None:
    text = "Tenure: Quorvan.\n\nIda Quorvan came."
    assert _left(text, "Tenure: |Quorvan", _SURE, ("Ida Quorvan", _SURE)) == 0.81


def test_a_surname_before_its_forename_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "To: Vane, Ida; Contractor, Aarti\nCc: Finance, Payroll"
    odds = {text.index("Aarti"): 0.9}
    monkeypatch.setattr(position_doubts, "chance", lambda _view, _reading, start, _end: odds.get(start, 0.01))
    assert _left(text, "Contractor", _FIELD) == 0.75
    assert _left(text, "Finance", _FIELD) is None


@pytest.mark.parametrize("by", [_SURE, _FIELD])
def test_a_day_behind_a_name_is_left_out(by: _By, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(position_doubts, "chance", lambda *_: 0.9)
    document = text_document("Contact: Ida Weds and Sun, by phone")
    kept = without_positions([_view(document)], [_claim(document, "Ida Weds", by)])
    assert [text_of([document], each) for each in kept] == ["Ida"]


def test_what_is_no_persons_is_left_alone() -> None:
    document = text_document("Contact: Quorvan")
    claim = _claim(document, "Quorvan", _FIELD)
    other = Mention(claim.span, Label.PLACE, 0.75, claim.evidence)
    assert without_positions([_view(document)], [other]) == [other]


@pytest.mark.parametrize(
    ("text", "wanted", "odds", "is_left"),
    [
        ("Q. Was she told?\nA. Line: we are sorry.", "A. Line", 0.5, False),
        ("Q. Was she told?\nA. Line by line.", "A. Line", 0.7, True),  # the model takes it for a name
        ("Q. Was she told?\nA. Line: we are sorry.", "A. Line", 0.7, False),  # it labels what follows
        ("A. Purpose\nB. Strange and new\nC. Means", "B. Strange", 0.2, False),
        ("A. Purpose\nB. Strange and new\nC. Means", "B. Strange", 0.4, True),  # sections need less
        ("A. Purpose\nB. Quillan and new\nC. Means", "B. Quillan", 0.1, True),  # a word of no list
        ("A. Purpose\nB. Quillan and new\nC. Means", "B. Quillan", 0.01, False),
    ],
)
def test_a_word_behind_a_letter_is_weighed(
    text: str, wanted: str, odds: float, is_left: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(position_doubts, "chance", lambda *_: odds)
    assert (_left(text, wanted, _SURE) == 0.81) is is_left
