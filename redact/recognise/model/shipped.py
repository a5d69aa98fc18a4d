"""Which name model belongs to this version: the digest of each of its files, and from which odds it asks.

The recipe in `models/names/training` writes `shipped.json` beside this module. While it names no file,
this version has no model, and nothing is looked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from redact.errors import ModelFault
from redact.recognise.model.labels import ModelLabel
from redact.resources import models_folder

__all__ = ["GRAPH", "VOCABULARY", "Shipped", "another_model", "digest_of_model", "shipped"]

GRAPH = "names.int8.onnx"
VOCABULARY = "vocab.txt"
_ENTRY = Path(__file__).with_name("shipped.json")
_REINSTALL = "Install redact again from its wheel, or run it from a complete checkout."


@dataclass(frozen=True, slots=True)
class Shipped:
    """The files of a model by name, with the SHA-256 of each, and the odds from which a label is asked."""

    files: Mapping[str, str]
    checks: Mapping[ModelLabel, float]

    @property
    def digest(self) -> str:
        """One digest over all files and thresholds: what a report names as its model."""
        said = [f"{name} {digest}" for name, digest in sorted(self.files.items())]
        said += [f"{label.value} {odds!r}" for label, odds in sorted(self.checks.items())]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    def read(self, folder: Path, name: str) -> bytes:
        """Read one file of the model from `folder`.

        Raises:
            ModelFault: it is missing, or it is not the one that belongs to this version.
        """
        try:
            content = (folder / name).read_bytes()
        except OSError:
            raise ModelFault("the name model that belongs to this version is missing", _REINSTALL) from None
        if hashlib.sha256(content).hexdigest() != self.files[name]:
            raise another_model()
        return content


def another_model() -> ModelFault:
    """Make the fault of a model whose files are there and are not those of this version."""
    return ModelFault("the name model is not the one that belongs to this version", _REINSTALL)


@lru_cache(maxsize=1)
def shipped() -> Shipped | None:
    """Say which model belongs to this version; None when it has none."""
    entry = json.loads(_ENTRY.read_text(encoding="utf-8"))
    if not entry["files"]:
        return None
    checks = {ModelLabel(label): float(odds) for label, odds in entry["checks"].items()}
    return Shipped(dict(entry["files"]), checks)


def digest_of_model() -> str | None:
    """Look whether the model that belongs to this version lies here unaltered, and give its digest.

    Nothing is loaded: it costs the reading of its files. None when this version has no model.

    Raises:
        ModelFault: a file is missing, or is not the one that belongs to this version.
    """
    said = shipped()
    if said is None:
        return None
    folder = models_folder() / "names"
    for name in said.files:
        said.read(folder, name)
    return said.digest
