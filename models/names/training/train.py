"""One run of training, which goes on from its last checkpoint, and the average of several runs."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.names.training.augment import vary
from models.names.training.codes import ALLOWED, IGNORED
from models.names.training.data import Batch, Windows
from models.names.training.encoder import Namer, learned
from models.names.training.settings import Settings
from redact.recognise.model.labels import CLASSES
from redact.recognise.model.pieces import PAD

__all__ = ["Run", "average", "device_here", "tensors"]

_CHECKPOINT_SECONDS = 60.0
_TOLD_STEPS = 50
_AHEAD = 4  # batches


def device_here() -> torch.device:
    """Choose the accelerator where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def tensors(batch: Batch, device: torch.device) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Bring a batch to the device: pieces, shapes, gaps, codes."""
    rows = (batch.pieces, batch.shapes, batch.gaps, batch.codes)
    pieces, shapes, gaps, codes = (torch.from_numpy(row).to(device, non_blocking=True) for row in rows)
    return pieces, shapes, gaps, codes


class Run:
    """One run with its seed. `minutes`, when given, ends it by the clock too, and its rates fall sooner."""

    def __init__(self, namer: Namer, settings: Settings, seed: int, minutes: float | None = None) -> None:
        self._device = device_here()
        self._settings = settings
        self._seed = seed
        self._minutes = minutes
        self._namer = namer.to(self._device)
        self._average = {name: value.detach().clone() for name, value in learned(namer).items()}
        self._optimiser = _optimiser(namer, settings)
        self._allowed = torch.from_numpy(ALLOWED).to(self._device)
        self.steps = 0
        self._spent = 0.0

    def train(self, windows: Windows, checkpoint: Path, tell: Callable[[str], None]) -> dict[str, Tensor]:
        """Learn from the windows; go on from the checkpoint, if it is there.

        Returns: the running average of the weights, the frozen ones left out.
        """
        torch.manual_seed(self._seed)
        total = self._total(windows)
        done = self._resume(checkpoint)
        begun = saved = time.monotonic()
        earlier = self._spent
        self._namer.train()
        losses: list[Tensor] = []
        for batch in _ahead(self._stream(windows, done)):
            self._spent = earlier + time.monotonic() - begun
            progress = self._progress(total)
            if progress >= 1.0:
                break
            losses.append(self._learn(batch, progress))
            if self.steps % _TOLD_STEPS == 0:
                mean = float(torch.stack(losses).mean())
                losses.clear()
                tell(f"seed {self._seed} step {self.steps}/{total} loss {mean:.4f} {self._spent:.0f} s")
            if time.monotonic() - saved > _CHECKPOINT_SECONDS:
                self._save(checkpoint)
                saved = time.monotonic()
        self._save(checkpoint)
        return self._average

    def _total(self, windows: Windows) -> int:
        first = windows.count(self._settings.places, self._seed * 1000)
        return max(1, int(first * self._settings.passes))

    def _progress(self, total: int) -> float:
        by_clock = 0.0 if self._minutes is None else self._spent / (60.0 * self._minutes)
        return max(self.steps / total, by_clock)

    def _stream(self, windows: Windows, done: int) -> Iterator[Batch]:
        """Give varied batches without end, the first `done` left out; each is drawn from its own number."""
        number = 0
        turn = 0
        while True:
            for batch in windows.batches(self._settings.places, self._seed * 1000 + turn):
                number += 1
                if number > done:
                    yield vary(batch, self._settings, np.random.default_rng((self._seed, number)))
            turn += 1

    def _learn(self, batch: Batch, progress: float) -> Tensor:
        pieces, shapes, gaps, codes = tensors(batch, self._device)
        self.steps += 1
        rate = min(self.steps / self._settings.warm_up, 1.0 - progress)
        for group in self._optimiser.param_groups:
            group["lr"] = group["top"] * max(rate, 1e-3)
        with torch.autocast(self._device.type, dtype=torch.bfloat16):
            answers = self._namer(pieces, shapes, gaps, pieces == PAD)
        loss = _loss(answers.float(), codes, self._allowed, self._settings.name_weight)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]  # torch has no type for it
        torch.nn.utils.clip_grad_norm_(self._namer.parameters(), self._settings.clip)
        self._optimiser.step()
        keep = min(self._settings.average, self.steps / (self.steps + 10))
        with torch.no_grad():
            own = learned(self._namer)
            torch._foreach_lerp_(list(self._average.values()), list(own.values()), 1.0 - keep)
        return loss.detach()

    def _save(self, checkpoint: Path) -> None:
        checkpoint.parent.mkdir(parents=True, exist_ok=True)
        state = {
            "settings": repr(sorted(asdict(self._settings).items())),
            "step": self.steps,
            "spent": self._spent,
            "weights": learned(self._namer),
            "average": self._average,
            "optimiser": self._optimiser.state_dict(),
        }
        aside = checkpoint.with_suffix(".new")
        torch.save(state, aside)
        aside.replace(checkpoint)

    def _resume(self, checkpoint: Path) -> int:
        if not checkpoint.is_file():
            return 0
        state: dict[str, Any] = torch.load(checkpoint, map_location=self._device, weights_only=True)
        if state["settings"] != repr(sorted(asdict(self._settings).items())):
            raise ValueError("the checkpoint was made with other settings: give another folder")
        self._namer.load_state_dict(state["weights"], strict=False)
        self._average = state["average"]
        self._optimiser.load_state_dict(state["optimiser"])
        self._spent = state["spent"]
        self.steps = state["step"]
        return self.steps


def _ahead(stream: Iterator[Batch]) -> Iterator[Batch]:
    """Make the next batches while one is learned."""
    with ThreadPoolExecutor(max_workers=1) as maker:
        waiting = deque(maker.submit(next, stream) for _ in range(_AHEAD))
        try:
            while True:
                batch = waiting.popleft().result()
                waiting.append(maker.submit(next, stream))
                yield batch
        finally:
            for each in waiting:
                each.cancel()


def average(weights: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Average the weights of several runs that started alike."""
    names = weights[0].keys()
    return {name: torch.stack([each[name].float().cpu() for each in weights]).mean(0) for name in names}


def _optimiser(namer: Namer, settings: Settings) -> torch.optim.AdamW:
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, value in namer.named_parameters():
        if not value.requires_grad:
            continue
        new = name.startswith(("shapes", "gaps", "answer"))
        rate = settings.new_rate if new else settings.encoder_rate
        decay = settings.weight_decay if value.dim() > 1 else 0.0
        groups.setdefault((rate, decay), []).append(value)
    listed: Iterable[dict[str, Any]] = [
        {"params": values, "lr": rate, "top": rate, "weight_decay": decay}
        for (rate, decay), values in groups.items()
    ]
    return torch.optim.AdamW(listed, betas=(0.9, 0.98), eps=1e-6)


def _loss(answers: Tensor, codes: Tensor, allowed: Tensor, name_weight: float) -> Tensor:
    """Minus the logarithm of the odds of all classes that are right together, names counted for more."""
    known = codes != IGNORED
    odds = answers[known].log_softmax(-1)
    said = codes[known]
    right = odds.masked_fill(~allowed[said], -math.inf).logsumexp(-1)
    weight = torch.where((said > 0) & (said < len(CLASSES)), name_weight, 1.0)
    return -(right * weight).sum() / weight.sum().clamp(min=1.0)
