"""How a network does on rows whose codes are known, without a text: recall and precision word by word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from models.names.training.codes import IGNORED, LABELS
from models.names.training.data import Store, Windows
from models.names.training.encoder import Namer
from models.names.training.train import device_here, tensors
from redact.recognise.model.labels import CLASSES
from redact.recognise.model.pieces import PAD

__all__ = ["look", "temperature"]

_PLACES = 32_768
_TEMPERATURES = tuple(step / 20 for step in range(10, 61))


def look(namer: Namer, store: Store) -> Mapping[str, Any]:
    """Read every window once.

    Returns: for each label the words that have it, how many of them are found as a name (the likeliest
    class) and from odds of 0.2 on, and how many that are found are not of it.
    """
    answers, codes = _read(namer, store)
    return _counted(answers.softmax(-1).numpy(), codes.numpy())


def temperature(namer: Namer, store: Store) -> float:
    """Find the number by which answers are divided so that the odds are as sure as they are often right."""
    answers, codes = _read(namer, store)
    known = codes < len(CLASSES)
    return min(
        _TEMPERATURES,
        key=lambda degree: float(functional.cross_entropy(answers[known] / degree, codes[known])),
    )


def _read(namer: Namer, store: Store) -> tuple[Tensor, Tensor]:
    """Give the answers, before softmax, and the codes of all words that have one."""
    device = device_here()
    namer = namer.to(device).eval()
    answers: list[Tensor] = []
    codes: list[Tensor] = []
    with torch.inference_mode():
        for batch in Windows(store).batches(_PLACES, None):
            pieces, shapes, gaps, said = tensors(batch, device)
            known = said != IGNORED
            answers.append(namer(pieces, shapes, gaps, pieces == PAD)[known].float().cpu())
            codes.append(said[known].cpu())
    namer.train()
    return torch.cat(answers), torch.cat(codes)


def _counted(odds: npt.NDArray[np.float32], codes: npt.NDArray[np.int64]) -> dict[str, Any]:
    # Of words that may be several things at once nothing is counted.
    odds, codes = odds[codes < len(CLASSES)], codes[codes < len(CLASSES)]
    best = odds.argmax(1)
    figures: dict[str, Any] = {"words": len(codes)}
    for number, label in enumerate(LABELS):
        first = 2 * number + 1
        own = (codes == first) | (codes == first + 1)
        name = (best == first) | (best == first + 1)
        check = odds[:, first] + odds[:, first + 1] >= 0.2
        figures[label.value] = {
            "words": int(own.sum()),
            "recall": _share(int((own & name).sum()), int(own.sum())),
            "precision": _share(int((own & name).sum()), int(name.sum())),
            "recall from 0.2": _share(int((own & (name | check)).sum()), int(own.sum())),
            "precision from 0.2": _share(int((own & (name | check)).sum()), int((name | check).sum())),
        }
    return figures


def _share(some: int, whole: int) -> float | None:
    return round(some / whole, 4) if whole else None
