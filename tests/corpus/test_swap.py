from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.cases.values import Heritage
from corpus.pools import pool
from corpus.swap import KEPT_BOOKS, SETS, kept_books, main, swapped


def line(text: str, *names: str, doc: str = "") -> dict[str, Any]:
    """A text of a set with its people; invented."""
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append([at, at + len(name), "PER"])
        at += len(name)
    return {"text": text, "spans": spans, "src": "x", "ann": "PER", **({"doc": doc} if doc else {})}


def names_of(told: dict[str, Any]) -> list[str]:
    return [told["text"][start:end] for start, end, _ in told["spans"]]


def swap(*lines: dict[str, Any], seed: int = 1) -> list[dict[str, Any]]:
    return list(swapped(lines, seed=seed, name="x.jsonl"))


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("Edwina", "Aa"),
        ("Edwina Marlow", "Aa Aa"),
        ("EDWINA MARLOW", "A A"),
        ("edwina marlow", "a a"),
        ("E. Marlow", "I. Aa"),
        ("E. J. Marlow", "I. I. Aa"),
        ("Edwina Marlow-Tench", "Aa Aa-Aa"),
        ("Edwina O'Marlow", "Aa Aa"),
        ("Edwina de Marlow", "Aa de Aa"),
        ("Edwina Marlow's", "Aa Aa's"),
        ("young Edwina", "young Aa"),
        ("Captain Marlow II", "Captain Aa II"),
    ],
)
def test_the_shape_stays(name: str, shape: str) -> None:
    for seed in range(6):
        (told,) = swap(line(f"So {name} left.", name), seed=seed)
        (new,) = names_of(told)
        assert told["text"] == f"So {new} left."
        parts, wanted = new.replace("-", " ").split(), shape.replace("-", " ").split()
        assert new.count("-") == name.count("-")
        assert len(parts) == len(wanted)
        for part, like in zip(parts, wanted, strict=True):
            bare = part.removesuffix("'s").rstrip(".")
            match like.removesuffix("'s").rstrip("."):
                case "Aa":
                    assert bare[0].isupper()
                    assert not bare.isupper()
                case "A":
                    assert bare.isupper()
                case "a":
                    assert bare.islower()
                case "I":
                    assert len(bare) == 1
                    assert bare.isupper()
                case word:
                    assert bare == word
        assert "edwina" not in new.casefold()
        assert "marlow" not in new.casefold()


def test_one_name_stays_one_within_a_document() -> None:
    spoken = ("Edwina Marlow", "Marlow", "Edwina", "EDWINA")
    told = swap(
        line("Edwina Marlow rang. Marlow said Edwina was EDWINA.", *spoken, doc="a"),
        line("It was Marlow's.", "Marlow", doc="a"),
    )  # fmt: skip
    whole, last, first, capitals = names_of(told[0])
    assert whole == f"{first} {last}"
    assert capitals == first.upper()
    assert told[1]["text"] == f"It was {last}'s."
    assert "Marlow" not in json.dumps(told)


def test_other_spans_move_along() -> None:
    made = line("Jo met Edwina in Tarrow.", "Jo", "Edwina")
    made["spans"].append([17, 23, "LOC"])
    (told,) = swap(made)
    assert names_of(told)[2] == "Tarrow"


def test_names_are_of_the_train_pools() -> None:
    pools = [pool("train", each) for each in Heritage]
    known = {name.casefold() for one in pools for name in (*one.first_f, *one.first_m, *one.last)}
    told = swap(*[line(f"So Edwina{'a' * count} left.", f"Edwina{'a' * count}") for count in range(40)])
    assert {name.casefold() for each in told for name in names_of(each)} <= known


def test_lists_of_people_in_one_span_are_left_out() -> None:
    assert swap(line("Seen: Ann Lee and Bo Roe.", "Ann Lee and Bo Roe")) == []
    assert len(swap(line("Nobody was seen."))) == 1


def test_the_kept_books_are_every_third() -> None:
    assert len(KEPT_BOOKS) == 21
    assert len(kept_books(str(number) for number in range(61))) == 21
    assert kept_books(["a", "b", "c"]) == kept_books(["c", "b", "a", "a"])


def _data(folder: Path, books: list[str]) -> Path:
    (folder / "names").mkdir(parents=True)
    for name in (*SETS, "gum_dev.jsonl", "tab_half.jsonl"):
        docs = books if name.startswith("litbank") else [name]
        told = [json.dumps(line(f"Edwina of {doc}.", "Edwina", doc=doc)) for doc in docs]
        (folder / "names" / name).write_text("\n".join(told), encoding="utf-8")
    return folder


def test_only_the_sets_for_training_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    books = [f"book {number}" for number in range(9)]
    kept = kept_books(books)
    monkeypatch.setattr("corpus.swap.KEPT_BOOKS", dict.fromkeys(kept, ""))
    data = _data(tmp_path / "data", books)
    assert main(["--data", str(data), "--out", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == list(SETS)
    written = (tmp_path / "out" / "litbank_half.jsonl").read_text(encoding="utf-8")
    assert not any(book in written for book in kept)
    assert all(book in written for book in books if book not in kept)
    again = tmp_path / "again"
    assert main(["--data", str(data), "--out", str(again)]) == 0
    assert all((again / name).read_bytes() == (tmp_path / "out" / name).read_bytes() for name in SETS)


def test_other_books_than_those_that_were_chosen_from_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = _data(tmp_path / "data", ["another book"])
    assert main(["--data", str(data), "--out", str(tmp_path / "out")]) == 2
    assert "not those from which" in capsys.readouterr().err
    assert not (tmp_path / "out" / "litbank_half.jsonl").exists()


def test_nothing_is_written_into_the_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = Path(__file__).parent / "swapped"
    assert main(["--data", str(_data(tmp_path, ["a"])), "--out", str(inside)]) == 2
    assert not inside.exists()
