"""All that training needs in one small folder, without a text: it can be carried to a faster machine.

The embeddings of the words that the data holds, the encoder's layers, and the data as rows of numbers,
each compressed. What was learned comes back as parts that are small enough to carry, too.
"""

from __future__ import annotations

import hashlib
import io
import json
import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.names.training.data import Store
from models.names.training.encoder import Namer, learned, pretrained
from models.names.training.settings import Settings

__all__ = ["Packed", "join", "pack", "split", "start"]

_PART_BYTES = 15 * 1024**2
_ENCODER = "encoder.npz.xz"


@dataclass(frozen=True, slots=True)
class Packed:
    """A folder that was packed: the data to learn from, the sets to look at, and what they were made from."""

    folder: Path
    train: Store
    looks: Mapping[str, Store]
    made_from: Mapping[str, Any]

    @classmethod
    def load(cls, folder: Path) -> Packed:
        """Read a folder."""
        made_from = json.loads((folder / "made-from.json").read_text(encoding="utf-8"))
        train, *looks = (
            Store.load(io.BytesIO(_unpressed(folder / f"{name}.xz"))) for name in made_from["stores"]
        )
        return cls(folder, train, dict(zip(made_from["stores"][1:], looks, strict=True)), made_from)


def pack(folder: Path, stores: Mapping[str, Store], weights: Path, made_from: Mapping[str, Any]) -> None:
    """Write a folder; the first of the stores is what is learned from.

    Args:
        weights: the encoder's `model.safetensors`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, store in stores.items():
        content = io.BytesIO()
        store.save(content)
        _press(folder / f"{name}.xz", content.getvalue())
    namer = pretrained(weights, seed=Settings().start)
    # The marks of a window's start and end, the mask and the padding are in no store.
    used = np.unique(np.concatenate([np.arange(104), *(store.pieces for store in stores.values())]))
    content = io.BytesIO()
    rows: dict[str, Any] = {name: value.half().numpy() for name, value in learned(namer).items()}
    np.savez(content, used=used, words=namer.words.weight.detach().half().numpy()[used], **rows)
    _press(folder / _ENCODER, content.getvalue())
    about = {**made_from, "stores": list(stores), "encoder": hashlib.sha256(weights.read_bytes()).hexdigest()}
    (folder / "made-from.json").write_text(
        json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


def start(folder: Path, dropout: float) -> Namer:
    """Build the network as it is before it has learned anything."""
    namer = Namer(dropout)
    with np.load(io.BytesIO(_unpressed(folder / _ENCODER))) as rows, torch.no_grad():
        namer.words.weight.zero_()
        namer.words.weight[torch.from_numpy(rows["used"].astype(np.int64))] = torch.from_numpy(
            rows["words"]
        ).float()
        own = namer.state_dict()
        for name in learned(namer):
            own[name].copy_(torch.from_numpy(rows[name]))
    return namer


def split(folder: Path, name: str, weights: Mapping[str, Tensor]) -> None:
    """Write what was learned, at half the width, in parts `NAME.0`, `NAME.1` and so on."""
    content = io.BytesIO()
    torch.save({key: value.detach().half().cpu() for key, value in weights.items()}, content)
    whole = content.getvalue()
    for number, at in enumerate(range(0, len(whole), _PART_BYTES)):
        (folder / f"{name}.{number}").write_bytes(whole[at : at + _PART_BYTES])


def join(folder: Path, name: str) -> dict[str, Tensor]:
    """Read the parts back.

    Raises:
        FileNotFoundError: there is no part.
    """
    parts = sorted(folder.glob(f"{name}.[0-9]"))
    if not parts:
        raise FileNotFoundError(f"no parts of {name}")
    whole = b"".join(part.read_bytes() for part in parts)
    found: dict[str, Tensor] = torch.load(io.BytesIO(whole), map_location="cpu", weights_only=True)
    return {key: value.float() for key, value in found.items()}


def _press(path: Path, content: bytes) -> None:
    path.write_bytes(lzma.compress(content, preset=6))


def _unpressed(path: Path) -> bytes:
    return lzma.decompress(path.read_bytes())
