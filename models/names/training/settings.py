"""Every number of the recipe that somebody chose; `recipe.json` beside the model repeats them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the network learns.

    `seeds`: one run each, all from the same start; their averages are averaged. `passes` over all data.
    `places` in a batch, padding among them. Rates are AdamW's. `warm_up` steps. `name_weight` is what a
    word of an entity counts, another counts 1. `average` is the decay of the running average of weights.
    """

    seeds: tuple[int, ...] = (11, 12, 13)
    start: int = 1
    passes: float = 5.0
    places: int = 4096
    encoder_rate: float = 2e-4
    new_rate: float = 1e-3
    weight_decay: float = 0.01
    warm_up: int = 100
    clip: float = 1.0
    dropout: float = 0.1
    name_weight: float = 1.3
    average: float = 0.999
    # Of a hundred windows, how many are read as if all in lower case, all in capitals, each word with a
    # capital, and the names alone in lower case.
    lower: float = 6.0
    upper: float = 4.0
    title: float = 2.0
    lower_names: float = 4.0
    # Of a hundred pieces, how many are hidden: of all words, and besides of names.
    hidden: float = 1.5
    hidden_names: float = 5.0
