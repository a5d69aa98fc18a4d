"""Documents, mentions and rules for the tests of judging: a text with marks becomes a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.formats.building import DocumentBuilder, Request
from redact.judge import judge, settings_digest
from redact.resolve import resolve
from redact.values.judgement import Judgement, Provenance, Rule, Rulebook, RuleKind, Settings, Severity
from redact.values.people import Evidence, Label, Mention, Resolution
from redact.values.text import Document, Format, Location, Part, Passage, Span

SECRET = b"a secret for tests" * 2
BECAUSE = "a title stands before it"
_MARK = re.compile(r"\{(?:(\w+)(?:@([\d.]+))?:)?([^}]*)\}")

Texts = Sequence[str | tuple[Part, str]]


def marked(*texts: str | tuple[Part, str], gaps: int = 0) -> tuple[Document, tuple[Mention, ...]]:
    """Build a document of one passage a text; `{PHONE@0.4:01632 960123}` marks a mention.

    A mark without a label is a PERSON, one without a score has 0.9.
    """
    builder = DocumentBuilder(Request("x.docx", SECRET), sha256="0" * 64, format=Format.DOCX)
    marks: list[list[tuple[int, int, Label, float]]] = []
    for entry in texts:
        part, text = entry if isinstance(entry, tuple) else (Part.BODY, entry)
        plain, found = _unmark(text)
        location = Location(part, block=builder.next_block(part))
        builder.passage(plain, location, apart=part is Part.FILE_NAME, under_headings=True)
        marks.append(found)
    for number in range(gaps):
        builder.gap(Location(Part.IMAGE), "a picture", "Look at it.", bytes([number]))
    document = builder.build()
    mentions = [
        Mention(Span(passage.id, start, end), label, score, Evidence("tests", "1", "mark", BECAUSE))
        for passage, found in zip(document.passages, marks, strict=True)
        for start, end, label, score in found
    ]
    return document, tuple(mentions)


def make_rule(id_: str = "some-fault", **changes: object) -> Rule:
    """Make a rule that blocks every PERSON, but for what `changes` says."""
    values: dict[str, object] = {
        "id": id_,
        "kind": RuleKind.IDENTITY,
        "severity": Severity.BLOCK,
        "title": "Some fault",
        "message": "There is a fault.",
        "hint": "Take it out.",
        "why": "It matters.",
        "source": "A procedure, section 1",
        "params": {"labels": (Label.PERSON,)},
        "finds": ("Mrs Osgood rang.",),
        "allows": ("The mother rang.",),
    }
    return Rule(**{**values, **changes})  # type: ignore[arg-type]


def judged(
    *texts: str | tuple[Part, str],
    rules: Sequence[Rule] | None = None,
    settings: Settings | None = None,
    gaps: int = 0,
    secret: bytes = SECRET,
) -> Judgement:
    """Judge a marked document by some rules; by one that blocks every PERSON when none are given."""
    document, mentions = marked(*texts, gaps=gaps)
    resolution = resolve(mentions, [document])
    return judge_with(document, resolution, rules, settings=settings, secret=secret)


def judge_with(
    document: Document,
    resolution: Resolution,
    rules: Sequence[Rule] | None = None,
    *,
    settings: Settings | None = None,
    secret: bytes = SECRET,
) -> Judgement:
    """Judge a document with what was resolved."""
    settings = settings or Settings()
    return judge(
        document,
        resolution,
        Rulebook(tuple(rules if rules is not None else [make_rule()]), "d" * 64),
        settings=settings,
        secret=secret,
        provenance=Provenance(document.sha256, "d" * 64, None, "0", settings_digest(settings)),
    )


def passage_of(document: Document, mention: Mention) -> Passage:
    """Give the passage of a mention."""
    return next(passage for passage in document.passages if passage.id == mention.span.passage)


def _unmark(text: str) -> tuple[str, list[tuple[int, int, Label, float]]]:
    plain, found, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        label = Label[match[1]] if match[1] else Label.PERSON
        found.append((len(plain), len(plain) + len(match[3]), label, float(match[2] or 0.9)))
        plain, at = plain + match[3], match.end()
    return plain + text[at:], found
