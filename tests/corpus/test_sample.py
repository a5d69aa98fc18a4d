"""The sample case: its files are what its stories make, its gold is what is in them, and how much is found.

The figures are those of an invented family, told by the people who wrote the rules: they catch what has
been lost, and say nothing about real reviews.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from corpus.sample.make import FILES, GOLD_NAME, build, members, read_built
from corpus.sample.story import Must, parse, stories
from corpus.score import Gold, Score, load_gold, run_sample, score
from redact.values.people import Label
from redact.values.text import Document

GOLD = load_gold()
DOCUMENTS = sorted({gold.document for gold in GOLD})

IDENTIFIERS = (
    *("EMAIL", "PHONE", "NHS_NUMBER", "NATIONAL_INSURANCE", "CASE_REFERENCE", "PROFESSIONAL_ID"),
    *("VEHICLE", "OTHER_ID", "ONLINE"),
)
# (labels, ways, the least share that must be found): the bars of the issue.
BARS = [
    *((label, None, 1.0) for label in IDENTIFIERS),
    ("DATE_OF_BIRTH", None, 1.0),
    ("POSTCODE", None, 1.0),
    ("ADDRESS", ("full",), 1.0),
    ("ADDRESS", ("partial",), 0.95),
    ("PERSON", ("field", "title", "role", "kinship"), 0.97),
]


@cache
def built() -> dict[str, bytes]:
    return build()


@cache
def read(name: str) -> Document:
    return read_built(name, (FILES / name).read_bytes())


@cache
def scored() -> Score:
    return score(run_sample(), GOLD)


# ---------------------------------------------------------------- the files


def test_two_forms_of_review_an_overview_and_a_summary_are_there_as_word_and_as_pdf() -> None:
    assert len(DOCUMENTS) == 8
    assert {Path(name).suffix for name in DOCUMENTS} == {".docx", ".pdf"}
    assert sorted(path.name for path in FILES.iterdir()) == sorted([*DOCUMENTS, GOLD_NAME])


def test_the_same_stories_make_the_same_bytes() -> None:
    assert build() == built()


@pytest.mark.parametrize("name", [*DOCUMENTS, GOLD_NAME])
def test_what_is_committed_is_what_the_stories_make(name: str) -> None:
    # A zip is compared by its members: another zlib packs the same words into other bytes.
    assert members((FILES / name).read_bytes()) == members(built()[name])


def test_the_files_are_small_enough_to_be_packed() -> None:
    assert sum(path.stat().st_size for path in FILES.iterdir()) <= 1 << 20


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_on_its_pages_that_it_is_invented(name: str) -> None:
    headers = [passage.text for passage in read(name).passages if passage.location.part.value == "header"]
    assert all("INVENTED EXAMPLE" in header for header in headers)
    assert headers


# ---------------------------------------------------------------- the gold


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_completely(name: str) -> None:
    assert read(name).gaps == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_mention_stands_where_the_gold_says(name: str) -> None:
    text = read(name).text()
    mentions = [gold for gold in GOLD if gold.document == name and gold.span is not None]
    assert [gold for gold in mentions if text[slice(*gold.span or (0, 0))] != gold.quote] == []
    assert len(mentions) > 20


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_mention_stands_in_the_part_that_the_gold_names(name: str) -> None:
    document = read(name)
    starts = document.starts()
    wrong = []
    for gold in (gold for gold in GOLD if gold.document == name and gold.span is not None):
        begin, end = gold.span or (0, 0)
        (passage,) = [
            one for one in document.passages
            if one.id in starts and starts[one.id] <= begin < starts[one.id] + len(one.text)
        ]  # fmt: skip
        part = passage.locate(begin - starts[passage.id], end - starts[passage.id]).part
        if part.value != gold.part:
            wrong.append((gold.quote, gold.part, part.value))
    assert wrong == []


def test_every_label_of_the_gold_is_one_of_ours_or_plain_words() -> None:
    assert {gold.label for gold in GOLD} <= {label.value for label in Label} | {"WORDS"}


# What is planted at least once: (what to look for, why it is hard)
PLANTED = [
    *(("way", way) for way in ("field", "title", "role", "kinship", "bare", "caps", "initials", "misspelt")),
    *(("way", way) for way in ("possessive", "plural", "runs", "line", "header", "footer", "comment")),
    *(("way", way) for way in ("deletion", "property", "filename", "dots", "dashes", "slashes", "words")),
    *(("way", way) for way in ("ordinal", "short", "edd", "exact", "full", "partial", "practice", "ward")),
    *(("way", way) for way in ("school", "nursery", "refuge", "cited", "public", "statute", "eponym")),
    *(("way", way) for way in ("office", "panel", "right", "word", "body", "clinical")),
    *(("label", label) for label in IDENTIFIERS),
]


@pytest.mark.parametrize(("name", "value"), PLANTED)
def test_each_trap_is_planted(name: str, value: str) -> None:
    assert any(getattr(gold, name) == value for gold in GOLD)


@pytest.mark.parametrize("form", [".docx", ".pdf"])
def test_names_that_are_words_are_told_from_the_words(form: str) -> None:
    quotes = {
        (gold.quote.casefold(), gold.must)
        for gold in GOLD
        if gold.document.endswith(form) and gold.way in ("bare", "kinship", "word")
    }
    for word in ("hope", "will", "may"):
        assert {(word, "go"), (word, "stay")} <= quotes


def test_a_name_over_two_runs_and_one_with_a_curly_apostrophe_are_there() -> None:
    assert any(
        len([piece for piece in block.text.pieces if not piece.change]) > 1
        for story in stories()
        for block in story.blocks
    )
    assert any("’" in gold.quote for gold in GOLD if gold.label == "PERSON")


@pytest.mark.parametrize(
    "written",
    [
        "[[PERSON hope: Hope]]",  # no way
        "[[person hope field: Hope]]",  # a label in small letters
        "Hope]] came",  # half a mark
        "{-gone",  # half a deletion
    ],
)
def test_a_mark_that_is_written_wrongly_stops_the_build(written: str) -> None:
    with pytest.raises(ValueError, match="written wrongly"):
        parse(written)


def test_a_mark_counts_without_brackets_and_signs() -> None:
    text = parse("seen by Dr [[PERSON x runs: Ann ¦Other]] {-and [[=PERSON y public: Lee]]-}twice")
    assert text.plain == "seen by Dr Ann Other and Lee" + "twice"
    assert [text.plain[mark.start : mark.end] for mark in text.marks] == ["Ann Other", "Lee"]
    assert [mark.must for mark in text.marks] == [Must.GO, Must.STAY]
    assert text.kept == "seen by Dr Ann Other twice"


# ---------------------------------------------------------------- what is found


@pytest.mark.parametrize(("label", "ways", "bar"), BARS)
def test_what_has_a_form_is_found(label: str, ways: tuple[str, ...] | None, bar: float) -> None:
    wanted = {"label": (label,)} | ({"way": ways} if ways else {})
    found, everything = scored().recall(**wanted)
    missed = [
        (gold.document, gold.way, gold.quote)
        for gold in scored().missed
        if gold.label == label and (ways is None or gold.way in ways)
    ]
    assert everything > 0
    assert found / everything >= bar, missed


def test_every_mention_that_must_go_is_either_found_or_missed() -> None:
    assert len(scored().found) + len(scored().missed) == sum(gold.must == "go" for gold in GOLD)


def test_the_case_is_checked_without_a_gap() -> None:
    assert scored().gaps == 0


def test_what_is_found_of_nothing_is_counted_as_missed() -> None:
    """The scorer itself: with no findings at all, nothing is found and nothing is a false hit."""
    from dataclasses import replace

    (run,) = run_sample()
    emptied = replace(
        run,
        documents=tuple(
            replace(one, judgement=replace(one.judgement, verdicts=())) if one.judgement else one
            for one in run.documents
        ),
    )
    result = score([emptied], GOLD)
    assert (result.found, result.false_hits) == ((), ())


def test_the_gold_reads_back_as_it_was_written() -> None:
    entries = json.loads((FILES / GOLD_NAME).read_text(encoding="utf-8"))["mentions"]
    assert len(entries) == len(GOLD)
    assert isinstance(GOLD[0], Gold)
