"""Who is left: what is counted, and as what; and one small case from its text to its figures."""

from __future__ import annotations

from bench.anonymise import Tally, counted, lines_of, of_case
from redact.values.anonymising import Open, Plan, Replaced, Why
from redact.values.edits import Edit
from redact.values.text import Document, Format, Location, Part, Passage, Span

TEXT = "Mrs Anneke Hartwell rang. Idony slept. Anneke Hartwell left. Corinna Stark wrote."
DOCUMENT = Document("d", "0" * 64, Format.TXT, (Passage("d:1", TEXT, Location(Part.BODY), lead=""),), ())


def mention(words: str, who: str, *, at: int = 0, stays: bool = False) -> dict[str, object]:
    start = TEXT.index(words, at)
    return {"span": [start, start + len(words)], "label": "PERSON", "who": who, "stays": stays}


ROW = {
    "case": 1,
    "text": TEXT,
    "mentions": [
        mention("Mrs Anneke Hartwell", "mother"),
        mention("Idony", "child"),
        mention("Anneke Hartwell", "mother", at=20),
        mention("Corinna Stark", "author", stays=True),
        {"span": [0, 3], "label": "DATE", "who": "mother", "stays": False},
    ],
}


def span(words: str, at: int = 0) -> Span:
    start = TEXT.index(words, at)
    return Span("d:1", start, start + len(words))


def written(*spans: Span) -> tuple[Replaced, ...]:
    return tuple(Replaced(Edit(one, "Parent 1", "a name"), "p1", "Parent 1") for one in spans)


def test_whoever_stands_in_one_word_is_left_and_a_title_names_nobody() -> None:
    whole, half, child = span("Anneke Hartwell"), span("Hartwell", 30), span("Idony")
    total = counted(ROW, DOCUMENT, Plan(written(whole, half, child)))
    assert (len(total.people), len(total.left), len(total.asked)) == (2, 1, 1)
    assert (total.mentions, total.mentions_left) == (3, 1)  # Anneke in the second
    rest = Open(span("Anneke", 30), Why.SHARED)
    total = counted(ROW, DOCUMENT, Plan(written(whole, half), (rest,)))
    assert (len(total.left), len(total.asked), total.mentions_asked) == (1, 2, 2)


def test_the_lines_add_up() -> None:
    people = frozenset({(1, "a"), (1, "b"), (1, "c"), (2, "a")})
    lines = list(
        lines_of(
            Tally(people, frozenset({(1, "a")}), frozenset({(1, "a"), (1, "b")}), 9, 1, 3), 2, "dev", "d"
        )
    )
    assert [int(line.split()[-1]) for line in lines[1:]] == [4, 2, 1, 1, 9, 2, 1]


def test_a_case_from_its_text_to_its_figures() -> None:
    row = {
        "case": 1,
        "text": "Mrs Anneke Hartwell rang. Mrs Hartwell was tired.\n",
        "mentions": [{"span": [4, 19], "label": "PERSON", "who": "mother", "stays": False}],
    }
    total = of_case([row])
    assert (len(total.people), total.mentions, len(total.left)) == (1, 1, 0)
