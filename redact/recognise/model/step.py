"""What the name model has learned since its graph was made: a step from that graph to a later one.

A later graph of the same form differs from the one before it by little, number for number. That difference
is a sixth of the graph's size, so that a repository and an update carry it instead of a second graph. Both
files are held against their digests before this, and what comes of them against that of the one trained.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path

import numpy as np

from redact.recognise.model.shipped import GRAPH, another_model

__all__ = ["STEP", "difference", "graph_in", "stepped"]

STEP = "names.step"
_LINE = b"\n"
_APART = 64  # equal bytes between two stretches; fewer cost less as they are than as a further stretch


def stepped(graph: bytes, step: bytes) -> bytes:
    """Give the graph to which a step leads.

    Args:
        step: what `difference` gave: a line of JSON and, packed, what is added to each byte of the stretches
            (half-open bytes of the graph) that it names.

    Raises:
        ModelFault: the step does not lead from this graph to the one that was trained.
    """
    head, _, packed = step.partition(_LINE)
    try:
        said = json.loads(head)
        changes = np.frombuffer(zlib.decompress(packed), dtype=np.uint8)
        numbers = np.frombuffer(graph, dtype=np.uint8).copy()
        at = 0
        for low, high in said["stretches"]:
            numbers[low:high] += changes[at : at + high - low]
            at += high - low
        made = numbers.tobytes()
        is_right = hashlib.sha256(made).hexdigest() == said["sha256"]
    except (ValueError, KeyError, TypeError, zlib.error):
        is_right = False
    if not is_right:
        raise another_model()
    return made


def graph_in(folder: Path) -> bytes:
    """Read the graph of a folder, with the step beside it where there is one; no digest is asked for.

    Raises:
        OSError: it cannot be read.
        ModelFault: as `stepped` does.
    """
    graph, step = (folder / GRAPH).read_bytes(), folder / STEP
    return stepped(graph, step.read_bytes()) if step.is_file() else graph


def difference(graph: bytes, later: bytes) -> bytes:
    """Give the step from a graph to a later one.

    Raises:
        ValueError: they are not of one size, so not of one form.
    """
    if len(graph) != len(later):
        raise ValueError(
            "the later graph is of another form: nothing less than the whole of it can be shipped"
        )
    old, new = np.frombuffer(graph, dtype=np.uint8), np.frombuffer(later, dtype=np.uint8)
    places = np.flatnonzero(old != new)
    ends = np.flatnonzero(np.diff(places) > _APART)
    lows = places[np.concatenate(([0], ends + 1))] if len(places) else places
    highs = places[np.concatenate((ends, [len(places) - 1]))] + 1 if len(places) else places
    stretches = [[int(low), int(high)] for low, high in zip(lows, highs, strict=True)]
    changes = b"".join((new[low:high] - old[low:high]).tobytes() for low, high in stretches)
    # The changes are like dice: none of them repeats what was before, so only how often each comes is used.
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_HUFFMAN_ONLY)
    head = {"sha256": hashlib.sha256(later).hexdigest(), "stretches": stretches}
    return json.dumps(head, sort_keys=True).encode() + _LINE + packer.compress(changes) + packer.flush()
