"""What is to be written instead: an edit that is carried out, and a suggestion that a person has to take up.

They are two values, so that nothing that was only suggested can be applied by accident.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.values.text import Span

__all__ = ["Edit", "Rewriting", "Suggestion"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Write `replacement` in place of `span`, half-open code points of one passage's text.

    The replacement may be empty: then the stretch goes. `why` is words of ours, never the document's.
    """

    span: Span
    replacement: str = field(repr=False)
    why: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What somebody may write in place of `span`, half-open code points of one passage's text.

    `why` is words of ours, never the document's, and says what to look at before it is taken up.
    """

    span: Span
    instead: str = field(repr=False)
    why: str


@dataclass(frozen=True, slots=True)
class Rewriting:
    """One passage that is to read otherwise: its id, how it reads, what is written in it, how it then reads.

    `edits` do not overlap and stand in reading order. Whoever writes them into a file holds `text` against
    what stands there.
    """

    passage: str
    text: str = field(repr=False)
    edits: tuple[Edit, ...]
    written: str = field(repr=False)
