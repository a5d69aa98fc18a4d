"""What an answer rests on and what it does not cover, for a terminal, and what the key of a case adds."""

from __future__ import annotations

import textwrap

from redact.report.only import limits, model_words
from redact.report.requirements import edition_words, to_verify
from redact.report.wording import (
    AUDIENCE_WORDS,
    IN_CASE,
    MODE_WORDS,
    ascii_words,
    short_digest,
)
from redact.values.checking import CheckRun, KeyUsed

__all__ = ["key_words", "pseudonyms_of", "small_print"]

_WIDTH = 79  # an old console has 80 columns


def small_print(run: CheckRun) -> list[str]:
    """Say as lines for a terminal what the answer rests on, and what it does not cover."""
    settings = run.settings
    recognised = any(checked.kind is not None for checked in run.documents)
    kind = "kind of document as said above" if recognised else "kind of document not stated"
    kind = f"kind of document: {settings.kind.value}" if settings.kind else kind
    edition = edition_words(settings)
    board = f"; board: {ascii_words(settings.board)}" if settings.board else ""
    readers = f"{AUDIENCE_WORDS[settings.audience]}, {MODE_WORDS[settings.mode]}"
    return [
        *_wrapped(f"Checked for: {readers}; {kind}; {edition}{board}."),
        *(_wrapped(IN_CASE.format(run.case.id)) if run.case else []),
        *(_wrapped(_key(run.key)) if run.key else []),
        *_wrapped(
            f"Checked with: redact {run.tool_version}, rules {short_digest(run.rules_digest)}, "
            f"{model_words(run)}."
        ),
        *(_wrapped(words) if (words := to_verify(run)) else []),
        *(line for words in limits(run) for line in _wrapped(words)),
    ]


def pseudonyms_of(run: CheckRun) -> dict[str, str]:
    """Give the pseudonym of whatever the key of the case knows, by the id of the entity."""
    return {one.id: one.known.pseudonym for one in run.entities if one.known and one.known.pseudonym}


def key_words(key: KeyUsed) -> str:
    """Say in a few words whether who is who was told with the key of the case."""
    if key.revision is None:
        return f"told without the key of the case: {key.because}"
    return f"told with the key of the case, revision {key.revision:,}"


def _key(key: KeyUsed) -> str:
    if key.revision is None:
        return (
            "Who is who is told by these documents alone, and labels are judged without the key of the case: "
            f"{key.because}."
        )
    if not key.known:
        return f"The key of the case, revision {key.revision:,}, names nobody yet: redact review --terminal."
    return (
        f"Who is who is told with the key of the case, revision {key.revision:,}: what it knows stands under "
        "its number and pseudonym there. With the documents beside it, this report tells who is who."
    )


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
