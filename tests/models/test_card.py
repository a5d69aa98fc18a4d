from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from models.names.card import BEGIN, END, block, main, written
from models.names.training.sources import PUBLIC
from redact.recognise.model.shipped import shipped

ROOT = Path(__file__).parents[2]
CARD = (ROOT / "models" / "README.md").read_text(encoding="utf-8")
BY_WORD = {"words": 1200} | {
    f"{rank}, {what}": 0.8125 for rank in ("name", "name or check") for what in ("recall", "precision")
}
SAID = {"name": 0.5, "name or check": 0.75, "of": 1000}
FIGURES = {
    "told dev": {
        "by word": dict.fromkeys(("PER", "LOC", "ORG", "DATE"), BY_WORD),
        "mentions of people": {
            "people": 40,
            "all": SAID,
            "people, every mention found": SAID,
            "false in 1,000 words": {"name": 1.5, "name or check": 4.0},
            "heritage irish": SAID,
            "heritage english": {**SAID, "name or check": 0.95},
            "form inits": {**SAID, "name": None},
        },
    }
}


def test_the_card_says_what_was_measured() -> None:
    """`python -m models.names.card` writes it."""
    assert main(["--check"]) == 0


def test_what_is_measured_stands_between_the_markers_and_nothing_else_changes() -> None:
    card = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    new = written(card, FIGURES)
    assert new == f"before\n{BEGIN}\n\n{block(FIGURES)}\n{END}\nafter\n"
    assert written(new, FIGURES) == new


@pytest.mark.parametrize("card", ["no markers", f"{END} {BEGIN}", f"{BEGIN} {BEGIN} {END}"])
def test_a_card_without_its_markers_is_not_written(card: str) -> None:
    with pytest.raises(ValueError, match="no pair of markers"):
        written(card, FIGURES)


def test_the_tables_name_groups_the_worst_first_and_what_quantisation_cost() -> None:
    lines = block({**FIGURES, "before quantisation": FIGURES}).splitlines()
    assert (
        "| invented cases, dev split | people | 1,200 | " + " | ".join(["81.2 % (81.2 %)"] * 4) + " |"
        in lines
    )
    assert "| mentions found, before int8 | 50.0 % | 75.0 % |" in lines
    assert "| false names in 1,000 words | 1.50 | 4.00 |" in lines
    assert "| initials | 1,000 | none there | 75.0 % |" in lines
    assert lines.index("| irish | 1,000 | 50.0 % | 75.0 % |") < lines.index(
        "| english | 1,000 | 50.0 % | 95.0 % |"
    )


def test_the_card_and_the_notice_credit_every_set() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for entry in PUBLIC:
        assert entry.source.split(",")[0] in CARD
        assert entry.source.split(",")[0] in notice
    assert "No British social-care text in which names were marked was to be had" in CARD
    assert "Text Anonymization Benchmark, GUM's dev part" in CARD


def test_the_recipe_beside_the_model_names_seeds_data_and_versions() -> None:
    recipe = json.loads((ROOT / "models" / "names" / "recipe.json").read_text(encoding="utf-8"))
    assert recipe["settings"]["seeds"]
    assert all(len(digest) == 64 for digest in recipe["made from"]["data"].values())
    assert {entry.file for entry in PUBLIC} <= set(recipe["made from"]["data"])
    assert recipe["torch"].startswith("2.")


def test_the_files_that_are_shipped_are_small_enough() -> None:
    said = shipped()
    assert said is not None
    folder = ROOT / "models" / "names"
    assert sum((folder / name).stat().st_size for name in said.files) <= 30 * 1000**2
    for name, digest in said.files.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
