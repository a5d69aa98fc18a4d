"""What every adapter does: texts in by standard input, spans out by standard output, no network.

A line in is {"id": …, "text": …}; a line out is {"id": …, "spans": [[start, end, label, score], …]} with
half-open code points into the text; the last line is {"seconds": …, "load_seconds": …}. Of a failure only
the kind of error is told: its words may be words of a text.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable

__all__ = ["Span", "run"]

Span = tuple[int, int, str, float]
Find = Callable[[str], Iterable[Span]]
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


def run(load: Callable[[], Find]) -> None:
    """Load a tool, find in every text, write what was found."""
    sys.addaudithook(_refuse)
    try:
        start = time.perf_counter()
        find = load()
        loaded = time.perf_counter()
        taken = 0.0
        for line in sys.stdin.buffer:
            values = json.loads(line)
            began = time.perf_counter()
            spans = sorted(find(values["text"]))
            taken += time.perf_counter() - began
            _write({"id": values["id"], "spans": spans})
    except Exception as error:
        sys.exit(f"failed: {type(error).__name__}")
    _write({"seconds": taken, "load_seconds": loaded - start})


def _refuse(event: str, _arguments: object) -> None:
    if event in _NETWORK:
        raise PermissionError("an adapter must not reach for the network")


def _write(values: object) -> None:
    sys.stdout.buffer.write(json.dumps(values).encode() + b"\n")
