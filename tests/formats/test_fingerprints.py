"""What is looked at in one file must not be looked at in another, where no bytes can be named."""

from __future__ import annotations

from redact.formats.building import DocumentBuilder, Request
from redact.values.text import Format, Location, Part

SECRET = b"a secret for tests" * 2


def prints(sha256: str, content: bytes) -> tuple[str, str]:
    builder = DocumentBuilder(Request("x.pdf", SECRET), sha256=sha256 * 64, format=Format.PDF)
    builder.gap(Location(Part.FORM_FIELD, "P22"), "more fields than are read", "Look.", content)
    builder.trace(Location(Part.PROPERTY, "P33"), "it is encrypted", content)
    document = builder.build()
    return document.gaps[0].fingerprint, document.traces[0].fingerprint


def test_the_same_bytes_are_the_same_in_every_file() -> None:
    assert prints("1", b"pixels") == prints("2", b"pixels") != prints("1", b"others")


def test_what_has_no_bytes_is_of_its_file_alone() -> None:
    assert prints("1", b"") == prints("1", b"")
    assert set(prints("1", b"")) & set(prints("2", b"")) == set()
