"""What is written for names, dates, numbers and places, and what is left open; without any file."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.resolve.applying import apply_edits, rewritings
from redact.resolve.forms import Searcher
from redact.resolve.replacing import Manner, plan
from redact.resolve.settling import Known
from redact.resolve.wording_dates import Calendar
from redact.values.anonymising import Claim, Plan, Why
from redact.values.decided import Decided, Effect
from redact.values.edits import Edit
from redact.values.key import Key, KeyLink, KeyName, KeyPerson, KeyThing
from redact.values.people import Label
from redact.values.schemes import Precision
from redact.values.text import Document, Format, Location, Part, Passage, Span
from redact.values.verifying import MarkedHit
from tests.resolve.scheme_factory import CHILD_X
from tests.values.keys import make_key

MOTHER = KeyPerson("p1", "Parent 1", "mother", (KeyName("Anneke Hartwell"),))
CHILD = KeyPerson("p2", "Child K", "child", (KeyName("Idony Hartwell"),), born=date(2009, 5, 4))
VISITOR = KeyPerson("p3", "HV1", "health-visitor", (KeyName("Tomos Lunde"),))
SCHOOL = KeyThing("t1", "school", "School A", (KeyName("Thornwick Primary School"),))
MONTHS = Manner(CHILD_X, Precision.MONTH, Calendar(CHILD.born, date(2012, 3, 1), date(2012, 3, 1)), "Child K")


def key(*links: KeyLink) -> Key:
    return make_key(people=(MOTHER, CHILD, VISITOR), things=(SCHOOL,), links=links, tables=(), retired=())


def document(*texts: str, part: Part = Part.BODY) -> Document:
    passages = tuple(Passage(f"d:{n}", text, Location(part)) for n, text in enumerate(texts, 1))
    return Document("d", "0" * 64, Format.TXT, passages, ())


def claim(text: str, words: str, label: Label, weight: str = "block", *, day: date | None = None) -> Claim:
    """Claim the words of a text, which stands in the first passage; `weight` may be a decision."""
    start = text.index(words)
    person = label is Label.PERSON
    return Claim(
        (Span("d:1", start, start + len(words)),),
        f"hmac:{start:032x}",
        name=person and weight != "note",
        person=person,
        cleared=weight == "cleared",
        change=weight == "change",
        label=label.value,
        blocks=weight == "block",
        asks=weight in ("ask", "change"),
        day=day,
    )


def planned(
    text: str,
    *claims: Claim,
    manner: Manner = MONTHS,
    links: Sequence[KeyLink] = (),
    decided: dict[tuple[str, str], Effect] | None = None,
    part: Part = Part.BODY,
) -> tuple[str, Plan]:
    """Plan a text and carry it out; `decided` says what was decided of a form: its words, and whose it is."""
    read, own = document(text, part=part), key(*links)
    hits = []
    for number, hit in enumerate(Searcher(own).search(read)):
        said = (decided or {}).get((text[hit.spans[0].start : hit.spans[0].end], hit.of))
        word = None if said is None else Decided(f"v{number}", said, None, "", (), DAY)
        hits.append(MarkedHit(hit, f"v{number}", word))
    made = plan(read, claims, hits, Known(own), manner)
    edits = [one.edit for one in made.replaced]
    new = {one.passage: one.written for one in rewritings(read.passages, edits)}
    return new.get("d:1", text), made


DOB, DAY = date(2009, 5, 4), date(2011, 6, 14)


@pytest.mark.parametrize(
    ("text", "words", "label", "weight", "day", "written"),
    [
        # dates of the case, by month and year
        ("On 14 June 2011 she rang.", "14 June 2011", Label.DATE, "ask", DAY, "In June 2011 she rang."),
        ("On Tuesday 14 June she rang.", "14 June", Label.DATE, "ask", None, "In June she rang."),
        ("14.06.2011", "14.06.2011", Label.DATE, "ask", DAY, "June 2011"),
        ("In the early hours of 14.06.2011 she rang.", "14.06.2011", Label.DATE, "ask", DAY,
         "In June 2011 she rang."),
        ("The 14 June 2011 meeting ended.", "14 June 2011", Label.DATE, "ask", DAY,
         "The June 2011 meeting ended."),
        ("The panel met on 14 June 2011.", "14 June 2011", Label.DATE, "note", DAY, None),
        ("He died on 14 June 2011.", "14 June 2011", Label.DATE_OF_DEATH, "block", DAY,
         "He died in June 2011."),
        # a date of birth becomes an age, and goes where none can be said
        ("Idony (born 4 May 2009) came.", "4 May 2009", Label.DATE_OF_BIRTH, "block", DOB,
         "Child K (aged 2 years) came."),
        ("DOB: 4 of May", "4 of May", Label.DATE_OF_BIRTH, "block", None, "DOB: [date of birth]"),
        # numbers and addresses
        ("Ring 07700 900123 now.", "07700 900123", Label.PHONE, "block", None,
         "Ring [telephone number] now."),
        ("NHS no. 999 000 0018", "999 000 0018", Label.NHS_NUMBER, "block", None, "NHS no. [NHS number]"),
        ("They lived at 14 Tanner Row then.", "14 Tanner Row", Label.ADDRESS, "block", None,
         "They lived at an address in the area then."),
        ("She went to the Oakfield Primary School.", "Oakfield Primary School", Label.ORGANISATION, "block",
         None,
         "She went to a school."),
        ("Oakfield House rang.", "Oakfield House", Label.ORGANISATION, "block", None, "An agency rang."),
        # the school of the key has its label; a name inside of what goes, goes with it
        ("At Thornwick Primary School.", "Thornwick Primary School", Label.ORGANISATION, "block", None,
         "At School A."),
        ("14 Tanner Row was cold.", "14 Tanner Row", Label.ADDRESS, "block", None,
         "An address in the area was cold."),
        ("At Hartwell Cottage, High Lane.", "Hartwell Cottage, High Lane", Label.ADDRESS, "block", None,
         "At an address in the area."),
        ("a.hartwell@example.org", "a.hartwell@example.org", Label.EMAIL, "block", None, "[e-mail address]"),
        # what somebody has decided
        ("Oakfield House rang.", "Oakfield House", Label.ORGANISATION, "change", None, "An agency rang."),
        ("Oakfield House rang.", "Oakfield House", Label.ORGANISATION, "cleared", None, None),
        ("On 14 June 2011 she rang.", "14 June 2011", Label.DATE, "cleared", DAY, None),
        ("Ms Ottilie Quenby rang.", "Ottilie Quenby", Label.PERSON, "change", None, "[name] rang."),
        ("Then Hartwell rang.", "Hartwell", Label.PERSON, "change", None, "Then the family rang."),
    ],
)  # fmt: skip
def test_what_is_no_name_becomes_general(
    text: str, words: str, label: Label, weight: str, day: date | None, written: str | None
) -> None:
    after, made = planned(text, claim(text, words, label, weight, day=day), links=[KeyLink("Idony", "p2")])
    assert after == (text if written is None else written)
    assert made.unsettled == ()


@pytest.mark.parametrize(
    ("precision", "written"),
    [
        (Precision.EXACT, "She rang on 14 June 2011."),
        (Precision.MONTH, "She rang in June 2011."),
        (Precision.AGE, "She rang when Child K was aged 2 years."),
        (Precision.DAY, "She rang 261 days before day 1."),
    ],
)
def test_a_date_is_as_exact_as_the_audience_may_read_it(precision: Precision, written: str) -> None:
    text = "She rang on 14 June 2011."
    after, _ = planned(
        text,
        claim(text, "14 June 2011", Label.DATE, "ask", day=DAY),
        manner=replace(MONTHS, precision=precision),
    )
    assert after.replace("rang on 261", "rang 261") == written


@pytest.mark.parametrize(
    ("text", "words", "label", "why"),
    [
        ("Oakfield House rang.", "Oakfield House", Label.ORGANISATION, Why.FACT),
        ("It was on the 14th.", "the 14th", Label.DATE, Why.DAY),
        ("She was born in 2009.", "2009", Label.DATE_OF_BIRTH, Why.DAY),
        ("Ms Ottilie Quenby rang.", "Ottilie Quenby", Label.PERSON, Why.NAME),
        ("Then Hartwell rang.", "Hartwell", Label.PERSON, Why.NAME),
    ],
)
def test_what_nobody_has_settled_is_open(text: str, words: str, label: Label, why: Why) -> None:
    asked = claim(text, words, label, "ask")
    after, made = planned(text, asked)
    assert after == text
    assert [(one.why, one.fingerprint) for one in made.unsettled] == [(why, asked.fingerprint)]
    if label is not Label.PERSON:  # without asking, where that is wished
        _, made = planned(text, asked, manner=replace(MONTHS, everything=True))
        assert made.unsettled == ()
        assert len(made.replaced) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The Hartwells moved.", "The family moved."),
        ("They knew the Hartwells' flat.", "They knew the family's flat."),
        ("The Hartwell children were seen.", "The children were seen."),
        ("Mr and Mrs Hartwell rang.", "The family rang."),
        ("The Lundes moved.", None),  # a worker's: nobody of the family
    ],
)
def test_a_surname_of_several_is_the_family(text: str, written: str | None) -> None:
    after, made = planned(text)
    if written is not None:
        assert (after, made.unsettled) == (written, ())
    else:
        assert "the family" not in after.casefold()


def test_a_surname_that_a_review_called_the_family_is_written_so() -> None:
    text = "Then Hartwell moved."
    family = KeyThing("t2", "family", "Family", (KeyName("Hartwell"),))
    own = make_key(
        people=(MOTHER, CHILD),
        things=(family,),
        links=(KeyLink("Hartwell", "t2", "hmac:1"),),
        tables=(),
        retired=(),
    )
    read = document(text)
    hits = [MarkedHit(hit, f"v{n}") for n, hit in enumerate(Searcher(own).search(read))]
    asked = replace(claim(text, "Hartwell", Label.PERSON), fingerprint="hmac:1")
    made = plan(read, [asked], hits, Known(own), MONTHS)
    assert apply_edits(text, [one.edit for one in made.replaced]) == "Then the family moved."


def test_a_form_that_two_bear_is_open_until_somebody_says_whose_it_is() -> None:
    text = "Then Hartwell rang."
    after, made = planned(text)
    assert after == text
    ((of, print_), (other, _)) = made.unsettled[0].choices
    assert (made.unsettled[0].why, of, other) == (Why.SHARED, "p1", "p2")
    assert print_.startswith("v")
    # it is hers
    after, made = planned(text, decided={("Hartwell", "p1"): Effect.TO_CHANGE})
    assert (after, made.unsettled) == ("Then Parent 1 rang.", ())
    # it is not the child's: then it is hers who is left
    after, made = planned(text, decided={("Hartwell", "p2"): Effect.CLEARED})
    assert (after, made.unsettled) == ("Then Parent 1 rang.", ())
    # it is nobody's
    both = {("Hartwell", "p1"): Effect.CLEARED, ("Hartwell", "p2"): Effect.CLEARED}
    after, made = planned(text, decided=both)
    assert (after, made.unsettled, len(made.left)) == (text, (), 1)
    # two people have said two things
    both = {("Hartwell", "p1"): Effect.TO_CHANGE, ("Hartwell", "p2"): Effect.TO_CHANGE}
    _, made = planned(text, decided=both)
    assert [one.why for one in made.unsettled] == [Why.SHARED]


AT = f"hmac:{0:032x}"  # of a name that begins its text


@pytest.mark.parametrize(
    ("text", "links", "written"),
    [
        # the grandmother is in the key, the health visitor of the same name is not
        ("Tomos Lunde came. ", (), None),
        ("Tomos Lunde came. ", (KeyLink("Tomos Lunde", "p3"),), None),  # of a spelling: two have it
        ("Tomos Lunde came. ", (KeyLink("Tomos Lunde", "p3", AT),), "HV1 came. "),
        ("Tomos Lunde came. ", (KeyLink("Tomos Lunde", "p2", AT),), "Child K came. "),
        # forms of it that the search alone has found: open with it, and where two are said to bear it
        ("Tomos Lunde came. See tomos_lunde.", (), None),
        ("Tomos Lunde came. See tomos_lunde.", (KeyLink("Tomos Lunde", "p3", AT),), "HV1 came. See HV1."),
        ("Tomos Lunde came. See tomos_lunde.", (KeyLink("Tomos Lunde", "p2", AT),), None),
        ("Tomos Lunde came. Lunde left.", (KeyLink("Tomos Lunde", "p2", AT),), None),
        (
            "Tomos Lunde came. Lunde left.",
            (KeyLink("Tomos Lunde", "p2", AT), KeyLink("Lunde", "p3")),
            "Child K came. HV1 left.",
        ),
    ],
)
def test_a_whole_name_that_two_bear_is_never_the_firsts_silently(
    text: str, links: tuple[KeyLink, ...], written: str | None
) -> None:
    two = replace(claim(text, "Tomos Lunde", Label.PERSON), left_open=True)
    new, made = planned(text, two, links=links)
    assert bool(made.unsettled) == (written is None)
    if written is not None:
        assert new == written
    elif not any(link.fingerprint for link in links):
        assert new == text
        assert (made.unsettled[0].why, made.unsettled[0].fingerprint) == (Why.NAME, AT)
    # A decision on what `verify` has found there holds.
    decided = {("Tomos Lunde", "p3"): Effect.TO_CHANGE, ("tomos_lunde", "p3"): Effect.TO_CHANGE}
    if "Lunde left" not in text and not links:
        assert planned(text, two, decided=decided)[1].unsettled == ()


def test_a_form_in_a_cited_name_is_open_until_somebody_says_that_it_is_nobodys() -> None:
    text = "So argues Lunde (2011) elsewhere."
    cited = claim(text, "Lunde", Label.PERSON, "note")
    after, made = planned(text, cited)
    assert (after, [one.why for one in made.unsettled]) == (text, [Why.MIXED])
    after, made = planned(text, cited, decided={("Lunde", "p3"): Effect.CLEARED})
    assert (after, made.unsettled, len(made.left)) == (text, (), 1)
    after, made = planned(text, cited, decided={("Lunde", "p3"): Effect.TO_CHANGE})
    assert (after, made.unsettled) == ("So argues HV1 (2011) elsewhere.", ())


def test_a_form_that_may_be_a_word_is_listed_and_written_when_somebody_says_so() -> None:
    text = "The AH team met."
    after, made = planned(text)
    assert (after, [one.hit.of for one in made.asked]) == (text, ["p1"])
    after, made = planned(text, decided={("AH", "p1"): Effect.TO_CHANGE})
    assert (after, made.asked) == ("The Parent 1 team met.", ())


def test_a_number_that_goes_goes_wherever_it_stands_again() -> None:
    text = "Ring 07700 900123. It was 07700900123 or (07700) 900-123, not 107700 900123."
    after, made = planned(text, claim(text, "07700 900123", Label.PHONE))
    where = "[telephone number]"
    assert after == f"Ring {where}. It was {where} or {where}, not 107700 900123."
    assert all(one.must for one in made.replaced)


def test_an_online_name_that_is_a_word_goes_where_it_stands_alone() -> None:
    text = "Online she was @thornwick. They went to Thornwick."
    after, made = planned(text, claim(text, "@thornwick", Label.ONLINE))
    assert (after, len(made.replaced)) == ("Online she was [online name]. They went to Thornwick.", 1)


def test_where_no_spaces_may_stand_none_are_written() -> None:
    text = "mailto:anneke.hartwell@example.org"
    after, _ = planned(text, claim(text, text[7:], Label.EMAIL), part=Part.LINK)
    assert after == "mailto:e-mail_address"


TURNED = (KeyLink("Tomos", "p3"), KeyLink("Lunde", "p3"))
CODE = 'HYPERLINK "" \\l "top"'


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        # surname and forename are one name, each of them told: over a tab, a line end, in a list
        ("Lunde,\tTomos\tnurse", ("Lunde", "Tomos"), "HV1\tnurse"),
        ("LUNDE,\nTomos rang.", ("LUNDE", "Tomos"), "HV1 rang."),
        ("Lunde, Tomos; Hartwell, Idony", ("Lunde", "Tomos"), "HV1; Child K"),
        ("Tomos, Lunde rang.", ("Tomos", "Lunde"), "HV1, HV1 rang."),  # two, perhaps
        ("Lunde. Tomos rang.", ("Lunde", "Tomos"), "HV1. HV1 rang."),
        # a claim that runs over two places of one name, over two names, and with the end of a sentence
        ("'Lunde, Tomos'LUNDE, Tomos", ("Lunde, Tomos", "LUNDE, Tomos", "Tomos'LUNDE"), "'HV1'HV1"),
        ("Tomos Lunde's bag", ("Tomos Lunde", "Lunde's"), "HV1's bag"),
        ("Tomos\nIdony\nHartwell", ("Tomos\nIdony\nHartwell",), "HV1\nChild K"),
        ("Then Tomos\tLunde. So", ("Tomos", "Lunde."), "Then HV1. So"),
        # the forename of one and the surname of another are somebody else
        ("Idony\nLunde", ("Idony\nLunde",), None),
        ("Tomos Hartwell", ("Tomos Hartwell",), None),
        # without the accent; written together; parted by the code of a link
        ("T\u00f3mos Lunde rang.", ("T\u00f3mos Lunde",), "HV1 rang."),
        ("T\u00f3mos rang.", ("T\u00f3mos",), "HV1 rang."),
        ("file:///X:/Idony%20Hartwell.txt", ("Hartwell",), "file:///X:/Child_K.txt"),
        ("https://example.org/idony-hartwell", ("idony-hartwell",), "https://example.org/Child_K"),
        (f"Then Ido{CODE}ny Hartwell rang.", ("Ido" + CODE[:9], "Hartwell"), "Then Child K rang."),
        (f"Idony {CODE}Hartwell", ("Idony",), "Child K"),
        (f"{CODE}Tomos rang.", ("Tomos",), f"{CODE}HV1 rang."),
    ],
)
def test_one_name_gets_one_label(text: str, words: tuple[str, ...], written: str | None) -> None:
    after, made = planned(text, *(claim(text, one, Label.PERSON) for one in words), links=TURNED)
    assert (after, bool(made.unsettled)) == (text if written is None else written, written is None)


def beside(*rows: tuple[str, tuple[int, int] | None, str | None]) -> tuple[list[str], Plan]:
    """Plan passages of a text, a cell and a place of the catalogue; what stands in braces is claimed."""
    passages, claims = [], []
    for number, (marked, cell, place) in enumerate(rows, 1):
        text = marked.replace("{", "").replace("}", "")
        here = Location(Part.TABLE if cell else Part.PROPERTY if place else Part.BODY, place, None, 1, cell)
        lead = "\t" if cell and cell[1] > 1 else "\n" if number > 1 else ""
        passages.append(Passage(f"d:{number}", text, here, lead=lead))
        if "{" in marked:
            span = Span(f"d:{number}", marked.index("{"), marked.index("}") - 1)
            asked = replace(claim("x", "x", Label.PERSON), spans=(span,), fingerprint=f"hmac:{number}")
            claims.append(asked)
    read, own = Document("d", "0" * 64, Format.DOCX, tuple(passages), ()), key()
    hits = [MarkedHit(hit, f"v{number}") for number, hit in enumerate(Searcher(own).search(read))]
    made = plan(read, claims, hits, Known(own), MONTHS)
    new = {one.passage: one.written for one in rewritings(passages, [one.edit for one in made.replaced])}
    return [new.get(one.id, one.text) for one in passages], made


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        # over the end of a paragraph: told by the whole name, and written once
        ([("Then Anneke", None, None), ("{Hartwell} rang.", None, None)], ["Then Parent 1", "rang."]),
        ([("Anneke", None, None), ("{Hartwell}", None, None)], ["Parent 1", ""]),
        ([("HARTWELL,", None, None), ("{Anneke} rang.", None, None)], ["Parent 1", "rang."]),
        # a possessive needs its label; in a row of a table each cell has it
        ([("Anneke", None, None), ("{Hartwell}’s bag", None, None)], ["Parent 1", "Parent 1’s bag"]),
        ([("{Hartwell}", (2, 1), None), ("Idony", (2, 2), None)], ["Child K", "Child K"]),
        # the name ends with its own paragraph; the next row is another's
        ([("Hartwell, Anneke", None, None), ("{Hartwell}", None, None)], None),
        ([("Anneke.", None, None), ("{Hartwell} rang.", None, None)], None),
        ([("Anneke", (1, 2), None), ("{Hartwell}", (2, 1), None)], None),
        # initials beside the name, in a row and of the author of a comment; alone they are asked about
        ([("Tomos Lunde", (2, 1), None), ("{TL}", (2, 2), None)], ["HV1", "HV1"]),
        ([("Tomos Lunde", None, "D40"), ("TL", None, "D40")], ["HV1", "HV1"]),
        ([("Tomos Lunde", (1, 1), None), ("{TL}", (2, 2), None)], None),
    ],
)
def test_what_stands_beside_a_name_tells_whose_it_is(
    rows: list[tuple[str, tuple[int, int] | None, str | None]], written: list[str] | None
) -> None:
    after, made = beside(*rows)
    assert bool(made.unsettled) == (written is None)
    assert written is None or after == written


@pytest.mark.parametrize(
    ("text", "part", "written"),
    [
        ("Write to Idony Hartwell", Part.LINK, "Write to Child K"),  # what is shown beside a link
        ("file:///S:/Idony Hartwell/notes", Part.LINK, "file:///S:/Child_K/notes"),
        ('XE "Hartwell, Idony"', Part.FIELD, 'XE "Child K"'),
        ('XE "Idony"', Part.FIELD, 'XE "Child K"'),
        ("MERGEFIELD Idony", Part.FIELD, "MERGEFIELD Child_K"),
    ],
)
def test_a_place_of_no_sentence_has_its_own_spaces(text: str, part: Part, written: str) -> None:
    assert planned(text, part=part)[0] == written


PIECES = st.lists(
    st.sampled_from(["Idony Hartwell", "Anneke", "14 June 2011", "07700 900123", "rang", "."]),
    min_size=1,
    max_size=8,
)


@given(PIECES, st.randoms(use_true_random=False))
def test_edits_do_not_overlap_and_their_order_does_not_count(pieces: list[str], order: object) -> None:
    text = " ".join(pieces)
    claims = []
    at = 0
    for piece in pieces:
        start = text.index(piece, at)
        at = start + len(piece)
        span = (Span("d:1", start, at),)
        if piece[0] == "1":
            claims.append(Claim(span, "a", False, False, False, label="DATE", asks=True, day=DAY))
        if piece[0] == "0":
            claims.append(Claim(span, "b", False, False, False, label="PHONE", blocks=True))
    links = [KeyLink("Anneke", "p1"), KeyLink("Idony", "p2")]
    after, made = planned(text, *claims, links=links)
    edits = [one.edit for one in made.replaced]
    order.shuffle(edits)  # type: ignore[attr-defined]
    assert apply_edits(text, edits) == after if edits else after == text
    spans = sorted((edit.span.start, edit.span.end) for edit in edits)
    assert all(before[1] <= behind[0] for before, behind in itertools.pairwise(spans))
    names = ("Idony", "Anneke", "Hartwell", "14 June", "900123")
    assert made.unsettled or not any(word in after for word in names)


def test_edits_that_overlap_raise() -> None:
    edits = [Edit(Span("d:1", 0, 5), "x", "a name"), Edit(Span("d:1", 4, 7), "y", "a name")]
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("Anneke rang.", edits)
