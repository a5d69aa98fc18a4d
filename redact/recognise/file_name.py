"""Names in the names of files and in their properties: "IMR_Anna_Harte_final.docx", an author "Anna Harte".

Two or more capitalised words in a row that are no ordinary words of such names are asked about; a place,
an agency or a program may be meant. What remains: a name in lower case, and a single word.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import DocumentRecogniser, Example
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Part, Span

__all__ = ["RECOGNISER"]

_PATTERNS = {
    Part.FILE_NAME: Evidence(
        "file-name",
        "1",
        "capitals in the file name",
        "capitalised words of a file name that are no usual ones",
    ),
    Part.PROPERTY: Evidence(
        "file-name", "1", "capitals in a property", "capitalised words of a property that are no usual ones"
    ),
}
_WORD = regex.compile(r"\p{Lu}'\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+(?:'\p{Ll}+)?|\p{Lu}+(?!\p{Ll})|\p{Ll}+|\d+")
_GAP = regex.compile(r"[ _.-]{0,3}")


def _find(view: View) -> Iterator[Mention]:
    for reading in view.first:
        evidence = _PATTERNS.get(reading.passage.location.part)
        if evidence is None:
            continue
        stop = reading.text.rfind(".") if reading.passage.location.part is Part.FILE_NAME else -1
        for start, end in _runs(reading.text, stop if stop >= 0 else len(reading.text)):
            span = reading.span(start, end)
            if span is not None:
                yield Mention(Span(reading.passage.id, *span), Label.PERSON, 0.5, evidence)


def _runs(text: str, stop: int) -> Iterator[tuple[int, int]]:
    """Find two to four capitalised, unusual words in a row before `stop`, where an extension begins."""
    run: list[tuple[int, int]] = []
    for match in [*_WORD.finditer(text, 0, stop), None]:
        usual = match is None or not _may_be_name(match[0])
        broken = bool(run) and match is not None and not _GAP.fullmatch(text, run[-1][1], match.start())
        if (usual or broken) and run:
            if 2 <= len(run) <= 4:
                yield run[0][0], run[-1][1]
            run = []
        if match is not None and not usual:
            run.append(match.span())


def _may_be_name(word: str) -> bool:
    plain = word.casefold()
    return (
        len(word) > 1 and word[0].isupper() and plain not in words("file-words") and plain not in stop_words()
    )


RECOGNISER = DocumentRecogniser(
    name="file-name",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("file name: IMR_Anna_Harte_final.docx", ("Anna_Harte",)),
        Example("file name: Overview Report Anna Harte v2.pdf", ("Anna Harte",)),
        Example("file name: HarteAnna-2009.docx", ("HarteAnna",)),
    ),
    near_misses=(
        "file name: Overview_Report_Child_K_Final_Draft.docx",
        "file name: SCR Executive Summary 2009.pdf",
        "file name: report.docx",
        "Anna Harte",
    ),
)
