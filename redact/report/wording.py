"""Small pieces of plain English that every report shares, and the cleaning of what is printed.

A path or a name that is shown on request may hold characters that move the cursor or turn the direction
of writing; none of them reaches a screen.
"""

from __future__ import annotations

import unicodedata

from redact.errors import ExitStatus
from redact.values.judgement import Audience, Mode, Readiness, Severity
from redact.values.text import Format

__all__ = [
    "AUDIENCE_WORDS",
    "FORMAT_WORDS",
    "HAS_MODEL",
    "IN_CASE",
    "MODE_WORDS",
    "NO_MODEL",
    "READINESS_WORDS",
    "SEVERITY_TITLES",
    "about_names",
    "ascii_words",
    "count",
    "listed",
    "ordinal",
    "printable",
    "short_digest",
    "short_print",
    "written_line",
]

FORMAT_WORDS = {
    Format.DOCX: "Word document",
    Format.PDF: "PDF",
    Format.TXT: "plain text",
    Format.MD: "Markdown text",
    Format.XLSX: "Excel spreadsheet",
    Format.PPTX: "PowerPoint presentation",
    Format.DOC: "old Word document, converted by LibreOffice",
    Format.ODT: "OpenDocument text, converted by LibreOffice",
    Format.RTF: "rich text, converted by LibreOffice",
}

READINESS_WORDS = {
    Readiness.READY: "ready",
    Readiness.NOT_READY: "not ready",
    Readiness.CANNOT_TELL: "cannot tell",
}

AUDIENCE_WORDS = {
    Audience.PANEL: "the review panel",
    Audience.OFSTED: "Ofsted",
    Audience.NATIONAL_PANEL: "the national panel",
    Audience.FAMILY: "the family",
    Audience.PUBLIC: "the public",
}

MODE_WORDS = {
    Mode.FULL: "published in full",
    Mode.SUMMARY_ONLY: "only the summary published",
    Mode.ANONYMOUS: "published without the name of the board",
    Mode.IMPROVEMENTS_ONLY: "only the improvements published",
    Mode.NOT_PUBLISHED: "not published",
}

SEVERITY_TITLES = {
    Severity.BLOCK: "To change before this is published",
    Severity.ASK: "To decide: change it, or record why it stays",
    Severity.NOTE: "To know: nothing needs to be done",
}

NO_MODEL = (
    "This version has no model of names. It finds a name beside a title, a role, a rank, a post or a word "
    "for a relative, in a field, in a column or list of names, under a signature, in the file's own name and "
    "properties, and behind initials that are explained; and then every repeat of it. Of other capitals in "
    "mid-sentence, and of an unknown word that begins a sentence and acts, it asks. It does not find a name "
    "that otherwise only begins a sentence, a line or a cell, one that is an ordinary word too, one written "
    "only in small letters or only in capitals, a nickname or a misspelling of a name, or initials that "
    "nothing explains, unless such a place shows them."
)
HAS_MODEL = (
    "Names are found by rules and by a model of names: a small language model (all-MiniLM-L6-v2) that "
    "was trained further on public English texts and on cases that we invented, and runs on this "
    "computer. It misses some names: one in small letters that is an ordinary word too, an unusual "
    "nickname, a misspelling, initials that nothing explains. It takes some words for names that are "
    "none. No British social-care text with its names marked was to be had, neither to train it nor to "
    "measure it, so nobody has counted what it misses in real reviews. Read the report as well."
)

IN_CASE = (
    "Made in the case {}, with what was decided in it. The eight digits beside a place are its fingerprint: "
    "redact decide takes them, with a report of the case as JSON."
)

_PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u00a0", "''\"\"-- ")
# Cc and Cf move the cursor or turn the line round; Cs, Co and Cn have no sign of their own.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DIGEST_DIGITS = 8  # of 64: enough to tell two versions of one report apart by eye


def about_names(model_digest: str | None) -> str:
    """Say what finds names in this version, and which names it misses."""
    return NO_MODEL if model_digest is None else HAS_MODEL


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun: `count(1, "gap")` is "1 gap", `count(2000, "gap")` "2,000 gaps"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ordinal(number: int) -> str:
    """Say which of several: 1st, 2nd, 3rd, 4th, 11th, 21st."""
    teen = number % 100 in (11, 12, 13)
    return f"{number:,}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def listed(items: list[str]) -> str:
    """Join with commas and a last "and"; an empty list gives an empty text."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def ascii_words(text: str) -> str:
    """Write a text of ours in ASCII, for a console of any code page; what has no ASCII form becomes `?`."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.encode("ascii", "replace").decode("ascii").split())


def printable(text: str) -> str:
    """Replace each character that does not print as itself by `?`: controls, line ends, bidi marks."""
    return "".join("?" if unicodedata.category(letter) in _UNPRINTABLE else letter for letter in text)


def short_digest(digest: str) -> str:
    """Shorten a digest to what a person compares by eye."""
    return digest.rpartition(":")[2][:_DIGEST_DIGITS]


def short_print(fingerprint: str) -> str:
    """Shorten a fingerprint to what `redact decide` takes."""
    return fingerprint.partition(":")[2][:_DIGEST_DIGITS]


def written_line(status: ExitStatus) -> str:
    """Write the last line of a command that writes files: 0 says that they lie there, not that one is ready.

    The check of a new file may have found something: `ready` beneath it would be read as leave to publish.
    """
    return f"exit status {int(status)}: {'written' if status is ExitStatus.READY else status.words}"
