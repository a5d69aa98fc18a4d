"""The strings that somebody would type who wants to know whom a report is about."""

from __future__ import annotations

import pytest

from redact.judge.jigsaw.searches import LEAST_SEARCHES, MOST_SEARCHES, searches_of, why_few
from redact.values.text import Span
from tests.judge.jigsaw.search_factory import told

# What is told, and each string that must be among those that are made of it.
TOLD: list[tuple[tuple[str, ...], dict[str, str]]] = [
    (  # a day is typed as its month and year
        ("Killed in {place:Thornbury} on {date:14 March 2014}; he was convicted of {offence:murder}.",),
        {"place, offence and month": "Thornbury murder March 2014"},
    ),
    (  # figures too
        ("On {date:14.03.14} in {place:Thornbury}. The charge was {offence:child cruelty}.",),
        {"place, offence and month": "Thornbury child cruelty March 2014"},
    ),
    (  # without a month the year, without a year the two alone
        ("In {place:Thornbury}, in {month!:2014}, for {offence:murder}.",),
        {"place, offence and year": "Thornbury murder 2014"},
    ),
    (("In {place:Thornbury} for {offence:murder}.",), {"place and offence": "Thornbury murder"}),
    (  # an age in figures alone is typed with its word
        ("The mother, {age:23}, was sentenced to {sentence:nine years} for {offence:manslaughter}.",),
        {"length of the sentence, age and offence": "nine years aged 23 manslaughter"},
    ),
    (
        ("They were {only:the only Vietnamese family in the village}, near {place:Thornbury}.",),
        {'"the only ..." and place': '"the only Vietnamese family in the village" Thornbury'},
    ),
    (  # what stands within the other words is not typed twice
        ("They were {only:the only Vietnamese family in Thornbury}.", "It is {place:Thornbury}."),
        {'"the only ..." and place': '"the only Vietnamese family in Thornbury"'},
    ),
    (
        ("The trial at {court:Leeds Crown Court} in {month:March 2015} was for {offence:murder}.",),
        {"court, offence and month": "Leeds Crown Court murder March 2015"},
    ),
    (
        ("{body:Hill Lane School} saw that he was {injury:scalded} on {date:2 May 2013}.",),
        {"school, hospital or other body, injury and year": "Hill Lane School scalded 2013"},
    ),
    (
        ("The {twins:twins} of {place:Thornbury}, one with {condition:Batten disease}.",),
        {"twins, place and condition": "twins Thornbury Batten disease"},
    ),
    (
        ("# Serious Case Review: Child J", "Anytown Safeguarding Children Board, June 2016"),
        {
            "name of the board, label in the review and year": (
                "Anytown Safeguarding Children Board Child J 2016"
            )
        },
    ),
    (  # the board's area is where one looks when no place is told
        (
            "Published by the Anytown Safeguarding Children Partnership.",
            "Convicted of {offence:murder} in {month:May 2012}.",
        ),
        {"area of the board, offence and month": "Anytown murder May 2012"},
    ),
    (
        ("A {occupation:lighthouse keeper} of {place:Thornbury} who is in {prison:HMP Fenwick}.",),
        {"occupation, prison and place": "lighthouse keeper HMP Fenwick Thornbury"},
    ),
    (
        ("The {post@worker:named nurse} of the {team@worker:Fen Team} was {absence@worker:on sick leave}.",),
        {"post, team and absence": "named nurse Fen Team on sick leave"},
    ),
    (
        ('The Post wrote of {press:the "house of horrors"} in {place:Thornbury}.',),
        {"words of the press and place": '"the house of horrors" Thornbury'},
    ),
    (
        ("The only {ethnicity:Romany} boy, {age:4}, in {place:Thornbury}.",),
        {"ethnicity, place and age": "Romany Thornbury aged 4"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), TOLD)
def test_what_stands_there_is_put_together(texts: tuple[str, ...], wanted: dict[str, str]) -> None:
    document, facts = told(*texts)
    found = {one.because: one.text for one in searches_of(facts, (document,))}
    assert {because: found.get(because) for because in wanted} == wanted


FULL = (
    "# Serious Case Review: Child J",
    "Anytown Safeguarding Children Board, June 2016",
    "Child J, {age@child:aged 4}, died in {place:Thornbury} on {date:14 March 2014}, {injury@child:shaken}.",
    "The father, a {occupation:taxi driver}, was convicted of {offence:manslaughter} at "
    "{court:Leeds Crown Court} and sentenced to {sentence:nine years}.",
    "They were {only:the only Vietnamese family in the village}.",
    "His {twins@child:twin} has {condition:cystic fibrosis}.",
    "The wallpaper in the back bedroom had been torn away and stuffed into a draughty chimney by the lodger.",
    "The practitioners should have had a better understanding of the needs of the children in this case.",
)


def test_there_are_five_to_ten_each_once_and_the_same_each_time() -> None:
    document, facts = told(*FULL)
    found = searches_of(facts, (document,))
    assert LEAST_SEARCHES <= len(found) <= MOST_SEARCHES
    assert len({one.text for one in found}) == len(found)
    assert found == searches_of(tuple(reversed(facts)), (document,))
    assert why_few(found) == ""
    assert found[3].because == "a quotation"
    passages = {passage.id: passage.text for passage in document.passages}
    for one in found:  # each is made of what stands there, and says where
        assert one.spans
        assert all(span.end <= len(passages[span.passage]) for span in one.spans)


def test_no_repr_shows_a_word_and_no_reason_holds_one() -> None:
    document, facts = told(*FULL)
    for one in searches_of(facts, (document,)):
        assert "Thornbury" not in repr(one) + one.because
        assert "aged 4" not in repr(one) + one.because


def test_facts_over_several_documents_are_joined() -> None:
    first, facts = told("He died in {place:Thornbury}.", sha256="1" * 64)
    second, more = told("He was convicted of {offence:murder}.", sha256="2" * 64)
    # Passages are numbered within their document: those of the second are told apart by its id.
    assert first.id != second.id
    (found, *_) = searches_of((*facts, *more), (first, second))
    assert (found.text, len(found.spans)) == ("Thornbury murder", 2)


def test_what_is_nearest_is_put_together() -> None:
    document, facts = told(
        "In {place:Fenwick} the aunt was cautioned for {offence:theft}.",
        "In {place:Thornbury} he was killed in {month:May 2012}, and it was {offence:murder}.",
    )
    texts = [one.text for one in searches_of(facts, (document,))]
    assert texts[0] in ("Fenwick theft May 2012", "Thornbury murder May 2012")
    assert not {"Fenwick murder May 2012", "Thornbury theft May 2012"} & set(texts)


def test_what_is_told_of_workers_is_no_place_of_the_family() -> None:
    document, facts = told(
        "The {post@worker:nurse} lives in {place@worker:Fenwick}.", "He was jailed for {offence:theft}."
    )
    assert all("Fenwick" not in one.text for one in searches_of(facts, (document,)))


def test_a_place_without_a_name_is_no_place_to_search_for() -> None:
    document, facts = told(
        "In {place!:a town in the county}, by {court!:The family court}, for {offence:murder}."
    )
    assert [one.text for one in searches_of(facts, (document,))] == []


def test_what_is_told_broadly_is_searched_for_by_nobody() -> None:
    """But a year and a county, which lead somewhere."""
    document, facts = told(
        "He was {offence~:convicted} in {month~:2014}, in {place~:Marlshire}, with {age:3} more."
    )
    combined = [one.text for one in searches_of(facts, (document,)) if one.because != "a quotation"]
    assert combined == ["aged 3 Marlshire 2014"]


COMMON = (
    "The practitioners should have had a better understanding of the needs of the children and their family."
)
QUOTED = [
    # Words that only this report has are a quotation; six at least, nine at most.
    ("The wallpaper had been torn away and stuffed into a draughty chimney by the lodger.", True),
    (COMMON, False),  # a whole sentence of common words leads nowhere
    ("Wallpaper, chimney, lodger.", False),  # too short
    # a book
    ("Munro, E. (2011) The Munro review of child protection: final report, a child-centred system.", False),
    # an address
    ("See www.example.org for the whole draughty chimney of the torn wallpaper and its lodger.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_rare_words_in_a_row_are_a_quotation(text: str, quoted: bool) -> None:
    document, _ = told(text, COMMON)
    found = [one.text for one in searches_of((), (document,)) if one.because == "a quotation"]
    assert bool(found) is quoted
    for one in found:
        assert 6 <= len(one.strip('"').split()) <= 9
        assert one.strip('"') in text


def test_what_stands_twice_is_no_quotation() -> None:
    row = "The wallpaper had been torn away and stuffed into a draughty chimney."
    document, _ = told(row, COMMON, row)
    assert searches_of((), (document,)) == ()


def test_a_heading_and_a_list_of_references_are_no_quotations() -> None:
    document, _ = told(
        "# References", "The wallpaper had been torn away and stuffed into a draughty chimney."
    )
    assert searches_of((), (document,)) == ()


def test_too_little_is_said_with_the_reason() -> None:
    document, facts = told("It was in {place:Thornbury}, and it was {offence:murder}.")
    found = searches_of(facts, (document,))
    assert [one.text for one in found] == ["Thornbury murder"]
    assert "too little for 5 strings (1)" in why_few(found)
    assert "(none)" in why_few(searches_of((), (document,)))
    assert searches_of((), ()) == ()


def test_the_label_that_stands_most_often_is_the_review_s() -> None:
    document, facts = told(
        "# Review of Osprey", "Osprey and Linnet are labels.", "Osprey was one; so was Osprey again."
    )
    labels = [
        Span(passage.id, at, at + len(word))
        for passage in document.passages
        for word in ("Osprey", "Linnet")
        for at in [passage.text.find(word)]
        if at >= 0
    ]
    assert '"Review of Osprey"' in {one.text for one in searches_of(facts, (document,), labels=labels)}
