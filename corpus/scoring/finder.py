"""The whole finder, in this process: texts of one call → what redact says of each.

Each text goes through our reader for .txt and then the way of `redact check`: all documents of a case are
recognised and resolved together, since names repeat over the documents of a call, and each is judged by
every rule for its kind. Only the guarded child is left out.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from functools import lru_cache

from corpus.scoring.values import Hit, Read
from redact.formats import Request
from redact.formats.building import DocumentBuilder
from redact.formats.plain import read as read_text
from redact.values.judgement import DocumentKind, Judgement, Provenance, Rulebook, Settings
from redact.values.people import NearMiss, Resolution
from redact.values.text import Document, Format
from redact.version import __version__

__all__ = ["NAME", "document_of", "find", "model_digest", "rules_digest"]

NAME = "document.txt"  # the name of each file: it holds no name of anybody
_SECRET = b"corpus.scoring, a secret that is none"


def find(texts: Sequence[str], kind: DocumentKind | None = None) -> tuple[tuple[Read, ...], float]:
    """Find and judge in the texts of one call.

    Args:
        kind: what each is judged as; what it says itself when none is given.

    Returns: what was said of each text, in their order, and the seconds that it took (near misses, which
    `redact check` looks for only when asked, not among them).
    """
    from redact.recognise.finding import find_mentions
    from redact.recognise.near_misses import find_near_misses
    from redact.resolve import resolve

    start = time.perf_counter()
    documents = [document_of(text, number) for number, text in enumerate(texts)]
    mentions = find_mentions(documents)
    resolution = resolve(mentions, documents)
    judged = [_judge(document, resolution, kind) for document in documents]
    seconds = time.perf_counter() - start
    near = find_near_misses(documents, mentions)
    said = [
        Read(_hits(judgement), _near(document, near), kind)
        for document, (judgement, kind) in zip(documents, judged, strict=True)
    ]
    return tuple(said), seconds


def rules_digest() -> str:
    """Give the digest of the rules that judge."""
    return _rulebook().digest


def model_digest() -> str | None:
    """Give the digest of the name model that is used; None where there is none."""
    from redact.recognise.model.shipped import shipped
    from redact.recognise.register import RECOGNISERS

    model = shipped() if any(each.name == "name-model" for each in RECOGNISERS) else None
    return model.digest if model else None


@lru_cache(maxsize=1)
def _rulebook() -> Rulebook:
    from redact.resources import rules_folder
    from redact.rulebook import load

    return load(rules_folder())


def document_of(text: str, number: int) -> Document:
    """Read a text as our reader reads a .txt file; `number` tells equal texts of one call apart."""
    # A secret of its own gives each document its own id, also where two texts are the same.
    data = text.encode("utf-8")
    request = Request(NAME, _SECRET + number.to_bytes(4, "big"))
    builder = DocumentBuilder(request, sha256=hashlib.sha256(data).hexdigest(), format=Format.TXT)
    document = read_text(data, builder)
    if document.text() != text:
        raise ValueError("the reader did not give the text as it is, so no span can be compared")
    return document


def _judge(
    document: Document, resolution: Resolution, kind: DocumentKind | None
) -> tuple[Judgement, str | None]:
    from redact.judge import judge, settings_digest
    from redact.recognise.document_kind import recognise_kind

    kind = kind or recognise_kind(document)[0]
    settings = Settings(kind=kind)
    judgement = judge(
        document,
        resolution,
        _rulebook(),
        settings=settings,
        secret=_SECRET,
        provenance=Provenance(
            document.sha256, _rulebook().digest, model_digest(), __version__, settings_digest(Settings())
        ),
    )
    return judgement, kind.value if kind else None


def _hits(judgement: Judgement) -> tuple[Hit, ...]:
    found = {
        Hit(*finding.document_span, finding.severity.value, finding.label or "", finding.score)
        for finding in judgement.findings
        if finding.document_span is not None
    }
    return tuple(sorted(found, key=lambda hit: (hit.start, hit.end, hit.severity, hit.label, hit.score)))


def _near(document: Document, near: Sequence[NearMiss]) -> tuple[tuple[int, int], ...]:
    starts = document.starts()
    return tuple(
        (starts[each.span.passage] + each.span.start, starts[each.span.passage] + each.span.end)
        for each in near
        if each.span.passage in starts
    )
