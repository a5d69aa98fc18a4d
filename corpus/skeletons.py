"""Show that the splits of templates share no sentence: python -m corpus.skeletons

Counts the distinct sentence skeletons of each split (corpus.telling.skeleton says what one is) and compares
each of dev and test, in every wording, with all of train: no two may have an edit ratio of 0.8 or more
(rapidfuzz.fuzz.ratio: twice the letters in common and in order, by the letters of both; small and capital
letters are one). Prints the digest of the test templates too, and of what is in test nothing: of a pair only
the place of the sentence of train.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.telling.grammar import Faulty, Template, read
from corpus.telling.skeleton import Skeleton, skeletons

__all__ = ["TEMPLATES", "TOO_NEAR", "Near", "digest", "main", "near"]

TEMPLATES = Path(__file__).parent / "templates"
TOO_NEAR = 80  # of 100
_WANTED = {"train": 3000, "dev": 600, "test": 600}
_AT_ONCE = 200  # skeletons compared with all of train in one go: 200 times 10,000 bytes


@dataclass(frozen=True, slots=True)
class Near:
    """Two skeletons that are too near. `ratio` is of 100."""

    one: Skeleton
    other: Skeleton
    ratio: int


def near(some: Sequence[Skeleton], others: Sequence[Skeleton], *, cutoff: int = TOO_NEAR) -> Iterator[Near]:
    """Give for each of `some` the nearest of `others` where it is too near, in order."""
    import numpy as np
    from rapidfuzz import fuzz, process

    theirs = [skeleton.text.casefold() for skeleton in others]
    if not theirs:
        return
    for start in range(0, len(some), _AT_ONCE):
        chunk = some[start : start + _AT_ONCE]
        ours = [skeleton.text.casefold() for skeleton in chunk]
        # As floats: rounded to whole numbers, 79.6 would be called 80.
        ratios = process.cdist(ours, theirs, scorer=fuzz.ratio, score_cutoff=cutoff, dtype=np.float32)
        for row, skeleton in enumerate(chunk):
            nearest = int(ratios[row].argmax())
            if ratios[row][nearest] >= cutoff:
                yield Near(skeleton, others[nearest], int(ratios[row][nearest]))


def digest(folder: Path) -> str:
    """Give the SHA-256 of the names and bytes of a split's files, in order of their names."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.txt")):
        data = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{path.name}\0{len(data)}\0".encode())
        whole.update(data)
    return whole.hexdigest()


def main(arguments: list[str]) -> int:
    """Print the figures; 0 when no sentence of dev or test is too near to one of train."""
    folder = Path(arguments[0]) if arguments else TEMPLATES
    told: dict[str, list[Skeleton]] = {}
    for split in _WANTED:
        templates = list(_templates(folder / split))
        count = len({skeleton.text for template in templates for skeleton in skeletons(template)})
        print(f"{split}: {count} distinct skeletons of at least {_WANTED[split]}, {len(templates)} files")
        told[split] = _distinct(templates)
    faults = 0
    for split in ("dev", "test"):
        found = list(near(told[split], told["train"]))
        faults += len(found)
        print(f"{split}: {len(found)} of {len(told[split])} wordings within 0.8 of one of train")
        for pair in found:
            # Test is frozen and is not looked into: it is the sentence of train that must change.
            one = "" if split == "test" else f"{pair.one.file}:{pair.one.line} and "
            print(f"  {one}{pair.other.file}:{pair.other.line}: {pair.ratio / 100:.2f}")
    print(f"digest of test templates: {digest(folder / 'test')}")
    return 1 if faults else 0


def _templates(folder: Path) -> Iterator[Template]:
    for path in sorted(folder.glob("*.txt")):
        try:
            yield replace(read(path), name=f"{folder.name}/{path.name}")
        except Faulty as faulty:
            print(f"error: {path.name} has {len(faulty.faults)} faults and is left out", file=sys.stderr)


def _distinct(templates: Sequence[Template]) -> list[Skeleton]:
    found: dict[str, Skeleton] = {}
    for template in templates:
        for skeleton in skeletons(template, every_wording=True):
            found.setdefault(skeleton.text.casefold(), skeleton)
    return list(found.values())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
