"""The resolver held against the gold: what is decided, what is open, what is wrongly together."""

from __future__ import annotations

from dataclasses import replace

from corpus.scoring.linking import by_text, by_token, count_linking, linking_figures
from corpus.telling.gold import GoldMention, Told


def told(*names: tuple[str, str, bool]) -> Told:
    """Make a document with a line for each name: the words, who it is, whether the text leaves it open."""
    text, mentions = "", []
    for words, who, open_ in names:
        span = len(text), len(text) + len(words)
        mentions.append(GoldMention(span, "PERSON", who, "family" if who else "outside", "x", not who, open_))
        text += words + " rang.\n"
    return Told(1, "dev", "d", "letter", "f", "board", "mixed", 1, text, mentions)


def test_everything_told_and_the_open_one_unresolved() -> None:
    first = told(
        ("Harriet Osgood", "mother", False), ("Harriet", "mother", False), ("Osgood", "mother", True)
    )
    second = told(("Alan Osgood", "father", False), ("Munro", "", False), ("Har-\nriet", "mother", False))
    made = linking_figures(count_linking((first, second)))
    assert made == {
        "mentions": 5,  # not the cited author
        "decided": 4,
        "decided unresolved": 0,
        "open": 1,
        "open unresolved": 1,
        "open elsewhere": 0,
        "open elsewhere unresolved": 0,
        "wrong mentions": 0,
        "wrong open mentions": 0,
        "people": 2,
        "pairs": 3,
        "pairs put together": 3,
        "pairs rightly together": 3,
        "decided pairs rightly together": 3,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
    }


def test_what_is_wrong_is_counted() -> None:
    # Two people of one name, as nothing in the text says; and a nickname that nobody can know.
    case = (
        told(
            ("Harriet Osgood", "mother", False), ("Harriet Osgood", "aunt", False), ("Bun", "mother", False)
        ),
    )
    made = linking_figures(count_linking(case))
    assert made is not None
    assert (made["wrong mentions"], made["precision"], made["recall"], made["f1"]) == (1, 0.0, 0.0, 0.0)


def test_cases_add_up_and_nothing_makes_no_figures() -> None:
    one = count_linking((told(("Harriet Osgood", "mother", False), ("Harriet", "mother", False)),))
    made = linking_figures(one + one)
    assert made is not None
    assert (made["mentions"], made["pairs"], made["f1"]) == (4, 2, 1.0)
    assert linking_figures(count_linking((told(),))) is None


def test_what_only_another_paper_leaves_open_is_counted_apart_in_a_document_by_itself() -> None:
    one = told(("Ida Rook", "mother", False), ("Rook", "mother", True))
    apart = replace(one, mentions=[one.mentions[0], replace(one.mentions[1], alone=True)])
    other = told(("Tom Rook", "father", False))
    names = ("decided", "open", "open unresolved", "open elsewhere", "open elsewhere unresolved", "pairs")
    for case, expected in (
        ((apart, other), (2, 1, 1, 0, 0, 0)),
        ((apart,), (1, 0, 0, 1, 0, 0)),
        ((one,), (1, 1, 0, 0, 0, 0)),
    ):
        made = linking_figures(count_linking(case))
        assert made is not None
        assert tuple(made[name] for name in names) == expected


def test_what_everybody_could_write_stands_beside_us() -> None:
    case = (
        told(("Ida Rook", "mother", False), ("IDA  ROOK", "mother", False), ("Rook, Tom", "father", False)),
    )
    alike, token = (linking_figures(count_linking(case, link)) for link in (by_text, by_token))
    assert alike is not None
    assert token is not None
    assert (alike["wrong mentions"], alike["recall"]) == (0, 1.0)
    assert (token["wrong mentions"], token["precision"]) == (1, 0.3333)
