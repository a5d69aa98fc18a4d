"""What one call of `check` asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from redact.values.checking import KeyUsed
from redact.values.judgement import DocumentKind, Settings
from redact.values.key import Key
from redact.values.people import Resolution
from redact.values.since import CaseMark
from redact.values.text import Document

if TYPE_CHECKING:
    from redact.judge import Words
    from redact.run.check import Watcher

__all__ = ["NOBODY", "Call"]

NOBODY = Resolution((), ())


@dataclass(frozen=True, slots=True)
class Call:
    """What one call asked for.

    `only` are the parts of the check that were asked for; empty means all. `read` says that it is told, too,
    how hard the documents are to read. `kinds` states of single documents, by id, what kind they are.
    """

    settings: Settings
    watcher: Watcher
    secret: bytes
    explain: bool
    scope: str = "run"
    case: CaseMark | None = None
    words: Words | None = None
    key: Key | None = field(default=None, repr=False)
    key_used: KeyUsed | None = None
    only: tuple[str, ...] = ()
    read: bool = True
    kinds: Mapping[str, DocumentKind] = field(default_factory=dict)

    def kind_of(self, document: Document) -> tuple[DocumentKind | None, str]:
        """Say what a document is judged as: what the user stated, else what it says itself."""
        from redact.recognise.document_kind import recognise_kind

        stated = self.kinds.get(document.id, self.settings.kind)
        if stated is not None:
            return stated, "stated by the user"
        return recognise_kind(document)

    def settings_of(self, document: Document) -> Settings:
        """Give the settings under which a document is judged."""
        return replace(self.settings, kind=self.kind_of(document)[0])
