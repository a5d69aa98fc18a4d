"""What makes a document hard to read: its worst sentences, passive verbs in a row, words of the trade."""

from __future__ import annotations

import pytest

from redact.judge.jargon import our_jargon
from redact.judge.plain import plain_of, plain_reading
from redact.values.judgement import Outcome, RuleKind
from redact.values.plain import PlainReading
from redact.values.text import Span
from tests.judge.requirement_factory import answer_of, document, reading_of, rule_of

LONG = "The worker " + "rang and rang " * 14 + "again."


def read(text: str) -> PlainReading:
    return plain_of(document(text))


def words_at(text: str, spans: list[Span]) -> list[str]:
    passages = {passage.id: passage.text for passage in document(text).passages}
    return [passages[span.passage][span.start : span.end] for span in spans]


def test_the_hardest_sentence_comes_first_with_its_reasons() -> None:
    text = (
        "# Report\nThe nurse rang. It was noted that she had been seen and that it was filed.\n"
        f"{LONG}\nPrior to it, the multi-agency plan was utilised."
    )
    found = read(text)
    assert words_at(text, [one.span for one in found.worst])[0] == LONG
    assert [(one.words, one.passives, one.jargon, one.hard) for one in found.worst] == [
        (45, 0, 0, 45),
        (13, 3, 0, 29),
        (8, 1, 3, 23),
    ]


# A text, its words and its sentences.
COUNTED = [
    ("# A heading of many words that is no sentence\nThe nurse rang. She rang again.", 6, 2),
    ("# Report\nthe nurse rang the school. she rang again. it was shut.", 11, 3),  # no capitals
    ("# Report\nDr. Hale met Ms. Osgood at approx. ten, i.e. late.", 10, 1),  # no ends of sentences
    ("# Report\nUnder s.47 it began. No. 5 was shut.", 8, 2),
    (
        "# Report\n- the nurse who came on the Monday and on the Friday\n- fruit",
        11,
        1,
    ),  # a list without stops
    ('# Report\n"She never rang," he said. "Nobody did."', 7, 2),
    ("# Report\n| Date | What was done |\n| 3 May | The nurse rang the school. |\n| 4 May | none |", 5, 1),
    ("1 Purpose ........ 3\n2 Method ........ 4\n# Report\nThe nurse rang.", 3, 1),
    (
        "# Report\nThe nurse rang.\n# Glossary\nHub: the place to which every worker sends what is feared.",
        3,
        1,
    ),
    ("# REPORT\nTHE NURSE RANG. NOBODY CAME.", 5, 2),
]


@pytest.mark.parametrize(("text", "words", "sentences"), COUNTED)
def test_what_counts_as_a_sentence(text: str, words: int, sentences: int) -> None:
    found = read(text)
    assert (found.words, found.sentences) == (words, sentences)


def test_passive_sentences_in_a_row_are_one_chain() -> None:
    text = (
        "# Report\nThe plan was written. It was then sent. The school was told. She rang.\n"
        "The plan was read, and it was filed.\nOne was lost. One was found."
    )
    found = read(text)
    assert [(one.sentences, one.passives) for one in found.chains] == [(3, 3), (1, 2)]
    assert words_at(text, [found.chains[0].span]) == [
        "The plan was written. It was then sent. The school was told."
    ]
    assert found.passive_sentences == 6


JARGON = [
    ("Prior to the visit they utilised a form.", ["before", "use"]),
    ("Prior to it and prior to that.", ["before"]),  # one entry, counted twice
    ("The Local Safeguarding Children Board met.", []),  # inside a name
    (
        "The Strategy Meeting was late.",
        ["meeting of social workers, police and health staff on what to do next"],
    ),
    ("A strategy meeting (a talk of all who knew them) was late.", []),  # explained
    ("The strategy meeting was late.\n# Glossary\nStrategy meeting: a talk of all who knew them.", []),
    ("The front door was shut, and the initiative failed.", []),
    ("The multi-agency safeguarding hub (MASH) met.", []),  # the words behind an abbreviation
    ("A CAF (common assessment framework) was begun.", []),
    ("The family was hard to reach.", ["whom services have not reached"]),
]


@pytest.mark.parametrize(("text", "plain"), JARGON)
def test_words_of_the_trade_have_plain_ones(text: str, plain: list[str]) -> None:
    assert [one.plain for one in read(f"# Report\n{text}").jargon] == plain


def test_the_list_is_long_and_says_each_wording_once() -> None:
    wordings = our_jargon()
    assert len(wordings) >= 120
    assert len({one.id for one in wordings}) == len(wordings)
    assert all(one.plain and one.phrase.parts for one in wordings)


def test_a_rule_adds_words_of_its_own() -> None:
    rule = rule_of(RuleKind.PLAIN, everyday=("QX",), jargon={"at first sight": ("prima facie",)})
    found = plain_reading(reading_of(document("# Report\nPrima facie the QX met.")), rule)
    assert [one.plain for one in found.jargon] == ["at first sight"]
    assert [one.explained for one in found.abbreviations] == [True]


def test_the_findings_are_told_in_our_words_and_in_reading_order() -> None:
    text = f"# Report\nThe MASH met. The MASH rang.\nPrior to it, it was seen and it was told.\n{LONG}"
    answer = answer_of(RuleKind.PLAIN, text, longest_sentence=40, reading_age=17)
    assert [finding.because for finding in answer.findings] == [
        "an abbreviation that is used 2 times and not explained where it is first used",
        "a word of the trade, used once; in plain words: before",
        "2 passive verbs in one sentence",
        "a sentence of 45 words",
    ]


def test_one_place_with_two_reasons_is_told_once() -> None:
    text = "# Report\nIt was noted that " + "the nurse came and " * 12 + "it was filed."
    answer = answer_of(RuleKind.PLAIN, text, longest_sentence=40)
    assert [one.because for one in answer.findings] == [
        "a sentence of 55 words, with 2 passive verbs in one sentence"
    ]


def test_the_whole_has_an_age_where_it_is_long_enough() -> None:
    hard = "The practitioners misjudged cumulative significance notwithstanding considerable documentation. "
    faults = [one.because for one in answer_of(RuleKind.PLAIN, f"# Report\n{hard * 15}").findings]
    assert "Automated Readability Index" in faults[-1]
    assert "age" not in " ".join(one.because for one in answer_of(RuleKind.PLAIN, f"# R\n{hard}").findings)


def test_a_plain_report_has_no_fault() -> None:
    answer = answer_of(RuleKind.PLAIN, "# Report\nThe nurse rang. Nobody came.")
    assert (answer.findings, answer.outcome) == ((), None)


WELSH = "Roedd y plentyn yn byw gyda ei fam yn y dref ac yn mynd i\u2019r ysgol bob dydd. "
NOTES = "HV visited, no concerns, mum and baby well. TC to GP, no reply. SW visit, nil of note. "


# A text, and whether it is taken for English: few words and terse notes are given the benefit of the doubt.
@pytest.mark.parametrize(("text", "english"), [(WELSH * 5, False), (WELSH, True), (NOTES * 6, True)])
def test_what_is_not_english_is_not_measured(text: str, english: bool) -> None:
    assert read(f"# Report\n{text}").english is english
    answer = answer_of(RuleKind.PLAIN, f"# Report\n{text}")
    assert (answer.outcome is Outcome.NOT_RUN) is not english
