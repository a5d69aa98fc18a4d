from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cases.values import Sex
from corpus.pools import words
from corpus.telling.gold import GoldMention, Told
from corpus.telling.grammar import Template, parse, read
from corpus.telling.tell import tell, tell_laid_out
from redact.formats import Request, read_file
from redact.formats.building import no_progress
from redact.recognise.grids import grids
from redact.recognise.readings import primary
from tests.corpus.telling.made import LOG, person, small_case, small_public, template

LOG_TEMPLATE = read(LOG)


def told(line: str, *, seed: int = 4, **more: str) -> Told:
    return tell(small_case(), template(line, **more), small_public(), seed=seed)


def quoted(document: Told) -> list[tuple[str, str]]:
    return [(document.text[slice(*mention.span)], mention.label) for mention in document.mentions]


def only(document: Told) -> GoldMention:
    (mention,) = document.mentions
    return mention


@pytest.mark.parametrize(
    ("slot", "text", "gold"),
    [
        # names
        ("mother.full", "Kayleigh Brandreth", "Kayleigh Brandreth"),
        ("mother.middle", "Kayleigh Ann Brandreth", "Kayleigh Ann Brandreth"),
        ("mother.t", "Ms Brandreth", "Brandreth"),
        ("mother.tfull", "Ms Kayleigh Brandreth", "Kayleigh Brandreth"),
        ("mother.tinit", "Ms K. Brandreth", "K. Brandreth"),
        ("mother.tfirst", "Ms Kayleigh", "Kayleigh"),
        ("mother.init", "K.B.", "K.B."),
        ("mother.inits", "KB", "KB"),
        ("mother.lasti", "Brandreth K", "Brandreth K"),
        ("mother.firsti", "Kayleigh B", "Kayleigh B"),
        ("mother.lastfirst", "BRANDRETH, Kayleigh", "BRANDRETH, Kayleigh"),
        ("mother.lastfirst2", "Brandreth, Kayleigh", "Brandreth, Kayleigh"),
        ("mother.caps", "KAYLEIGH BRANDRETH", "KAYLEIGH BRANDRETH"),
        ("mother.low", "kayleigh", "kayleigh"),
        ("mother.nick", "Kay", "Kay"),
        ("mother.variant", "Kayley", "Kayley"),
        ("mother.former", "Kayleigh Pruett", "Kayleigh Pruett"),
        ("pc.rolelast", "PC Trebb", "Trebb"),
        ("pc.rolefull", "PC Rhys Trebb", "Rhys Trebb"),
        ("author.rolefull", "Independent Author Edith Quarmby", "Edith Quarmby"),
        ("child.label", "Child X", "Child X"),
        ("worker.last", "Nowak", "Nowak"),  # the DC acted for the police in each event
        # numbers and facts
        ("mother.nhs", "999 123 4567", "999 123 4567"),
        ("mother.email", "kb@example.org", "kb@example.org"),
        ("pc.no", "9999", "9999"),
        ("mother.religion", "Catholic", "Catholic"),
        # dates
        ("child.dob", "14 February 2007", "14 February 2007"),
        ("child.dobshort", "14.02.07", "14.02.07"),
        ("incident", "21/05/09", "21/05/09"),
        ("incident.month", "May 2009", "May 2009"),
        ("incident+11.words", "the first of June", "the first of June"),
        ("incident.ord", "21st May 2009", "21st May 2009"),
        ("today.iso", "2010-01-26", "2010-01-26"),
        ("review.from.long", "14 February 2007", "14 February 2007"),
        # bodies and what stays
        ("council", "Marlshire County Council", "Marlshire County Council"),
        ("statute", "Children Act 1989", "Children Act 1989"),
        ("inquiry", "Lord Laming", "Laming"),
        ("ref.crime", "42/99999/08", "42/99999/08"),
    ],
)
def test_a_slot_is_told_and_marked(slot: str, text: str, gold: str) -> None:
    document = told(f"{{{slot}}}")
    assert document.text == text + "\n"
    assert [quote for quote, _ in quoted(document)] == [gold]


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("child.he", "she"), ("sib.He", "He"), ("sib.son", "son"), ("mother.father", "mother"),
        ("child.himself", "herself"), ("sw.role", "social worker"), ("sw.Role", "Social worker"),
        ("incident.weekday", "Thursday"), ("incident.year", "2009"),
    ],
)  # fmt: skip
def test_words_by_sex_and_days_are_no_gold(slot: str, text: str) -> None:
    document = told(f"{{{slot}}}")
    assert document.text == text + "\n"
    assert document.mentions == ()


@pytest.mark.parametrize(
    "slot",
    [
        "father.first",
        "sw2.last",
        "sw.nick",
        "pc.former",
        "child.nhs",
        "sw.dob",
        "child.dod",
        "hospital",
        "reg",
    ],
)
def test_what_the_case_does_not_have_is_passed_over(slot: str) -> None:
    document = told(f"{{{slot}}} did something.")
    assert "did something" not in document.text


def test_ages_are_those_of_the_day() -> None:
    for seed in range(8):
        document = told("{date.iso} {child.age} {child.agewords} {child.ageyears}", seed=seed)
        texts = [text for text, _ in quoted(document)]
        day = date.fromisoformat(texts[0])
        months = (day.year - 2007) * 12 + day.month - 2 - (day.day < 14)
        years = f"{months // 12} year{'s' if months >= 24 else ''}"
        rest = f" {months % 12} month{'s' if months % 12 > 1 else ''}" if months % 12 else ""
        assert texts[1] == years + rest
        assert texts[3] == str(months // 12)


def test_what_nobody_has_is_told_in_a_form_alone() -> None:
    assert quoted(told("| {mother.language} |")) == []
    assert told("| {mother.language} |").text == "none\n"
    head = "@family a\n@kind imr\n@agency gp\n@case mixed\n@dates iso\n== frame\n>> some p 1\n== pool p\n"
    prose = parse(head + "She held to her {mother.language} ways.", "x")
    assert "ways" not in tell(small_case(), prose, small_public(), seed=1).text


def test_a_row_of_the_frame_after_rows_of_entries_begins_a_table() -> None:
    head = "@family a\n@kind imr\n@agency gp\n@case mixed\n@dates iso\n== frame\n"
    steps = "| Name |\n>> each parent p\n| Post |\n| Nurse |\n== pool p\n| {it.first} |\n"
    document = tell(small_case(), parse(head + steps, "x"), small_public(), seed=1)
    assert document.text == "Name\nKayleigh\nCraig\n\nPost\nNurse\n"


def test_an_address_is_that_of_the_day_with_its_postcode_apart() -> None:
    seen = set()
    for seed in range(12):
        document = told("{date.iso} {address}", seed=seed)
        (day, _), line, postcode = quoted(document)
        home = "9 Loom Street" if day < "2008-11" else "Flat 3, 14 Tanner Row"
        assert line == (f"{home}, {'Easterby' if home[0] == '9' else 'Netherfold'}, Tarrow", "ADDRESS")
        assert postcode == ("ZZ99 3VZ" if home[0] == "9" else "ZZ99 7ZZ", "POSTCODE")
        seen.add(home)
    assert len(seen) == 2


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("As {cite} found.", "As Brandt and Lisle (2009) found.\n"),  # the sentence needs the names
        ("It is known {cite}.", "It is known (Brandt and Lisle, 2009).\n"),
        ("It is known (see {cite}).", "It is known (see Brandt and Lisle, 2009).\n"),
        ("{cite.text} found it.", "Brandt and Lisle (2009) found it.\n"),
    ],
)
def test_cited_authors_stay_one_by_one(written: str, expected: str) -> None:
    document = told(written)
    assert document.text == expected
    assert quoted(document) == [("Brandt", "PERSON"), ("Lisle", "PERSON")]
    assert all(mention.stays and not mention.who for mention in document.mentions)
    assert [mention.heritage for mention in document.mentions] == ["english", "irish"]


def test_an_article_goes_with_a_scale_and_not_with_a_law() -> None:
    for seed in range(5):
        assert told("The {eponym} was used.", seed=seed).text == "The Edinburgh scale was used.\n"
        assert told("A request under {eponym} came.", seed=seed).text == "A request under Clare's Law came.\n"


def test_now_and_then_a_document_calls_somebody_by_a_short_form_throughout() -> None:
    documents = [told("{mother.first} and {mother.first}", seed=seed) for seed in range(80)]
    right = [each for each in documents if not any("slip" in mention.hard for mention in each.mentions)]
    assert {each.text for each in right} == {f"{name} and {name}\n" for name in ("Kayleigh", "Kay", "Kayley")}
    assert {each.mentions[0].form for each in right} == {"first", "nick", "variant"}


def test_possessives_and_joined_names_stand_outside() -> None:
    document = told("{mother.first}'s, the {gran.last}s, {sib.first}/{child.first}")
    assert document.text == "Kayleigh's, the Brandreths, Tyler/Hope\n"
    assert [text for text, _ in quoted(document)] == ["Kayleigh", "Brandreth", "Tyler", "Hope"]


def test_initials_end_a_sentence_with_one_dot() -> None:
    assert told("Seen by {sw.init}. Then {sw.init}").text == "Seen by A.O. Then A.O.\n"


def test_names_in_small_letters_and_capitals() -> None:
    low = told("{mother.t} of {council}, born {mother.dob}", case="lower")
    assert low.text == "ms brandreth of marlshire county council, born 1 June 1984\n"
    assert low.mentions[0].hard == ("lower",)
    assert told("{mother.t} of {council}", case="upper").text == "Ms BRANDRETH of Marlshire County Council\n"


def test_a_name_that_is_a_word_is_hard_by_the_word_alone() -> None:
    first = words("train").first_f[0]
    case = small_case(person("friend", first, "Ottley", word=True))
    hard = [
        only(tell(case, template(f"{{friend.{form}}}"), small_public(), seed=1)).hard
        for form in ("first", "firstcaps", "full", "last", "inits")
    ]
    assert hard == [("word",), ("word",), ("word",), (), ("initials",)]


def test_the_author_stays_in_a_role_line_only() -> None:
    assert only(told("| Author | {author.full} |")).stays
    assert only(told("{author.rolefull} wrote it.")).stays
    head = "@family a\n@kind imr\n@agency gp\n@case mixed\n@dates iso\n== frame\n>> some p 1\n== pool p\n"
    document = tell(small_case(), parse(head + "Later {author.full} was told.", "x"), small_public(), seed=1)
    assert not only(document).stays


def _staged(seed: int) -> Told:
    lines = "{child.ref} and {sw.ref} and {child.first}"
    return tell(small_case(), template(lines, kind="overview"), small_public(), seed=seed)


def test_what_ref_tells_goes_by_the_stage() -> None:
    by_stage = {document.stage: document for document in map(_staged, range(30))}
    assert set(by_stage) == {0, 1, 2}
    labels = {stage: [label for _, label in quoted(by_stage[stage])] for stage in by_stage}
    assert labels == {
        0: ["PERSON", "PERSON", "PERSON"],
        1: ["PSEUDONYM", "PERSON", "PERSON"],
        2: ["PSEUDONYM", "PSEUDONYM", "PERSON"],
    }
    assert all(mention.stays is (mention.label == "PSEUDONYM") for mention in by_stage[2].mentions)


@given(st.integers(0, 10**6))
def test_every_span_is_what_stands_there(seed: int) -> None:
    telling = tell_laid_out(small_case(), LOG_TEMPLATE, small_public(), seed=seed)
    document = telling.told
    names = {
        "Brandreth",
        "Tallis",
        "Ottley",
        "Okafor",
        "Trebb",
        "Lisle",
        "Haxby",
        "Pruett",
        "Nowak",
        "Kayleigh",
    }
    gold = bytearray(len(document.text))
    for mention in document.mentions:
        start, end = mention.span
        assert 0 <= start < end <= len(document.text)
        assert document.text[start:end] == document.text[start:end].strip()
        gold[start:end] = b"\1" * (end - start)
    outside = "".join(letter if not gold[at] else " " for at, letter in enumerate(document.text))
    assert not [name for name in names if name.casefold() in outside.casefold()]
    for part in telling.layout:
        assert document.text[slice(*part.span)].strip()


@given(st.integers(0, 10**6))
def test_events_come_in_order_and_about_the_right_child(seed: int) -> None:
    document = tell(small_case(), LOG_TEMPLATE, small_public(), seed=seed)
    assert "TYLER" not in document.text or "aged 6 years 10 months" in document.text
    assert document.text.count("Domestic at") <= 1


def test_the_same_seed_tells_the_same() -> None:
    one, same, other = (
        tell(small_case(), LOG_TEMPLATE, small_public(), seed=seed).as_json() for seed in (1, 1, 2)
    )
    assert one == same
    assert one != other


def test_each_tells_everybody_once() -> None:
    head = (
        "@family a\n@kind imr\n@agency gp\n@case mixed\n@dates iso\n== frame\n>> each family p\n== pool p\n"
    )
    entries = "| {it.full} | {it.role} |\n"
    case = small_case(person("sib2", "Jade", "Brandreth", Sex.FEMALE, born=date(2009, 1, 1)))
    document = tell(case, parse(head + entries, "x"), small_public(), seed=1)
    assert [mention.who for mention in document.mentions] == [
        "child", "sib", "mother", "partner", "gran", "neighbour", "sib2",
    ]  # fmt: skip


def _read(text: str, folder: Path) -> list[list[str]]:
    path = folder / "told.txt"
    path.write_text(text, encoding="utf-8", newline="")
    document = read_file(str(path), Request("told.txt", hashlib.sha256(b"x").digest()), no_progress)
    return [
        [cell.text for cell in grid.cells.values()]
        for grid in grids([primary(passage, document.format) for passage in document.passages])
    ]


def test_rows_are_read_as_the_cells_of_a_table(tmp_path: Path) -> None:
    document = tell(small_case(), _rows(), small_public(), seed=1)
    assert _read(document.text, tmp_path) == [
        ["Child", "Hope Brandreth", "DOB", "14 February 2007", "Mother"]
    ]


def test_paragraphs_and_lines_of_a_form_are_apart_as_our_reader_wants() -> None:
    document = told("# A heading\nTo: {sw.full}\nFrom: {pc.full}\nA paragraph.\nAnother one.")
    assert document.text == (
        "A heading\n\nTo: Amina Okafor\nFrom: Rhys Trebb\n\nA paragraph.\n\nAnother one.\n"
    )


def _rows() -> Template:
    return template("Words.", "| Child | {child.full} | DOB | {child.dob} |", "| Mother | | |", "More words.")
