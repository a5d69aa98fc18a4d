"""All mentions of a call: their order, what is news, progress, and names carried from file to file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from redact.formats.building import DocumentBuilder, Request
from redact.recognise import finding
from redact.recognise.claims import DocumentRecogniser
from redact.recognise.finding import find_mentions
from redact.recognise.register import RECOGNISERS
from redact.values.people import Label
from redact.values.text import Document, Format, Location, Part
from tests.recognise.recognise_factory import RULES, found, table_document, text_document, text_of


def _document(
    text: str, *, focus: tuple[tuple[int, int], ...] = (), breaks: tuple[int, ...] = ()
) -> Document:
    builder = DocumentBuilder(Request("", b"s"), sha256=text.encode().hex(), format=Format.DOCX)
    builder.passage(text, Location(Part.BODY, block=1), focus=focus, breaks=breaks)
    return builder.build()


def test_whoever_of_the_register_begins_in_the_background_is_known_before_it_is_loaded() -> None:
    begin = {each.name for each in RECOGNISERS if isinstance(each, DocumentRecogniser) and each.begin}
    assert begin == {each.name for each in finding._SLOW} == {"name-model"}


def test_no_documents_give_no_mentions() -> None:
    assert find_mentions([]) == ()


def test_a_document_without_passages_gives_none() -> None:
    empty = DocumentBuilder(Request("", b"s"), sha256="0", format=Format.TXT).build()
    assert find_mentions([empty]) == ()


def test_mentions_come_in_reading_order_over_all_documents() -> None:
    first = text_document("Mrs Harte, a@board.example\n\nMr Vesey", secret=b"1")
    second = text_document("AB99 9ZZ then Mrs Harte", secret=b"2")
    mentions = find_mentions([second, first], recognisers=RULES)
    assert [text_of([first, second], each) for each in mentions] == [
        "AB99 9ZZ", "Harte", "Harte", "a@board.example", "Vesey",
    ]  # fmt: skip


def test_a_name_of_one_document_is_found_in_another() -> None:
    first, second = text_document("Mother: Anna Harte"), text_document("Then Anna left.")
    mentions = find_mentions([first, second], recognisers=RULES)
    assert [text_of([first, second], each) for each in mentions] == ["Anna Harte", "Anna"]


def test_of_a_passage_with_a_focus_only_what_touches_it_is_news() -> None:
    text = "Mrs Harte met Mr Vesey."
    at = text.index("Vesey")
    assert found(_document(text, focus=((at, at + 2),))) == ["Vesey"]
    assert found(_document(text, focus=((at + 2, at + 2),))) == ["Vesey"]  # the place of a deletion
    assert found(_document(text)) == ["Harte", "Vesey"]


def test_a_name_that_is_no_news_still_finds_its_repeats() -> None:
    text = "Mrs Harte met Harte."
    at = text.rindex("Harte")
    assert found(_document(text, focus=((at, at + 5),))) == ["Harte"]


def test_a_hyphen_dropped_at_a_line_end_is_read_both_ways() -> None:
    text = "Mrs OsgoodVale met a.person@anytown.example"
    assert found(_document(text, breaks=(text.index("Vale"),))) == ["OsgoodVale", "a.person@anytown.example"]
    email = "write to team@childcare.example now"
    assert found(_document(email, breaks=(email.index("care"),))) == ["team@childcare.example"]


def test_progress_counts_every_passage_once() -> None:
    document = text_document("\n\n".join(f"paragraph {number}" for number in range(300)))
    told: list[tuple[int, int]] = []
    find_mentions([document], progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (300, 300)
    assert told == sorted(told)


def test_a_header_explains_the_numbers_below_it() -> None:
    document = table_document(
        [
            ["Name", "DOB", "NHS number", "Postcode"],
            ["Anna Harte", "01/02/03", "999 000 0019", "ab99 9zz"],
            ["Tom Vesey", "4 May 2009", "9990000018", "AB99 9ZZ"],
        ]
    )
    mentions = find_mentions([document], recognisers=RULES)
    assert [(text_of([document], each), each.label) for each in mentions] == [
        ("Anna Harte", Label.PERSON),
        ("01/02/03", Label.DATE_OF_BIRTH),
        ("999 000 0019", Label.NHS_NUMBER),
        ("ab99 9zz", Label.POSTCODE),
        ("Tom Vesey", Label.PERSON),
        ("4 May 2009", Label.DATE_OF_BIRTH),
        ("9990000018", Label.NHS_NUMBER),
        ("AB99 9ZZ", Label.POSTCODE),
    ]


def test_a_label_explains_the_cell_beside_it() -> None:
    document = table_document([["Date of birth", "01/02/03"], ["Date of review", "04/05/06"]])
    assert found(document, Label.DATE_OF_BIRTH) == ["01/02/03"]


def test_no_name_of_a_mention_is_in_its_repr() -> None:
    document = text_document("Name: Zebedee Quillfeather")
    assert "uillfeather" not in repr(find_mentions([document]))
    assert "uillfeather" not in repr(document)


def test_no_recogniser_fails_on_a_text_of_one_character() -> None:
    for letter in "aA0@:.-(\u200b\u2019\t\x00":
        assert found(text_document(letter), recognisers=RECOGNISERS) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *("Mrs", "Harte", "Anna", "O\u2019Brien", "Name:", "Mother", ",", "DOB", "01/02/03", "07700"),
                *("900123", "-\n", "\n", "\t", "\n\n", "a@b.example", "AB99", "9ZZ", "\u200b", "and"),
                *("999 000 0018", "b.", "(", "Yours sincerely"),
            ]
        ),
        max_size=25,
    ),
    st.sampled_from(["", " "]),
)  # fmt: skip
def test_spans_lie_in_their_passages_whatever_stands_there(words: list[str], gap: str) -> None:
    document = text_document(gap.join(words))
    passages = {passage.id: passage.text for passage in document.passages}
    mentions = find_mentions([document])
    for each in mentions:
        assert each.span.end <= len(passages[each.span.passage])
        assert passages[each.span.passage][each.span.start : each.span.end].strip()
    assert mentions == find_mentions([document])


def test_each_recogniser_alone_gives_what_bears_its_name() -> None:
    document = text_document("Mrs Harte, DOB 01/02/03, a@board.example, AB99 9ZZ, 07700 900123")
    for recogniser in RECOGNISERS:
        for each in find_mentions([document], recognisers=(recogniser,)):
            assert each.evidence.recogniser == recogniser.name


def test_a_name_in_a_property_is_asked_about_and_a_program_is_not() -> None:
    builder = DocumentBuilder(Request("", b"s"), sha256="0", format=Format.DOCX)
    for text in (
        "Ida Quill",
        "Microsoft Office Word",
        "LibreOffice 24.2",
        "Serious Case Review",
        "Adobe PDF Library",
    ):
        builder.passage(text, Location(Part.PROPERTY))
    document = builder.build()
    mentions = find_mentions([document], recognisers=RULES)
    assert [(text_of([document], each), each.score) for each in mentions] == [("Ida Quill", 0.5)]


def test_a_name_known_from_the_text_is_likely_in_the_file_name() -> None:
    document = text_document("file name: IMR_Anna_Harte.docx\n\nMother: Anna Harte")
    first = find_mentions([document], recognisers=RULES)[0]
    assert (text_of([document], first), first.score, first.evidence.recogniser) == (
        "Anna_Harte",
        0.85,
        "repeats",
    )
