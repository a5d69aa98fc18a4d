"""Runs of `check` made by hand: invented documents, findings at marked words, every kind of answer.

In the texts of a document a name is written `{Words}`: the braces are taken out, and a finding is made
of what stood between them. What a run hides is listed in SECRETS, so that a test can look for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from redact.errors import Damaged, ExitStatus, worst
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import (
    BundleJudgement,
    DocumentKind,
    Edition,
    Finding,
    Judgement,
    Outcome,
    Provenance,
    Readiness,
    Settings,
    Severity,
    Verdict,
)
from redact.values.people import Entity, Evidence, Label, Mention, NearMiss
from redact.values.text import Document, Format, Gap, Location, Pages, Part, Passage, Region, Span

RULES: dict[Label, tuple[str, Severity, str, str]] = {
    Label.PERSON: (
        "person-name",
        Severity.BLOCK,
        "The name of a person.",
        'Write a role or a label that says nothing about the person: "Child A", "the social worker".',
    ),
    Label.DATE_OF_BIRTH: (
        "date-of-birth",
        Severity.BLOCK,
        "A date of birth.",
        'Write the age, or month and year at most: "aged 14 months".',
    ),
    Label.PHONE: ("phone-number", Severity.BLOCK, "A phone number.", "Leave it out."),
    Label.ORGANISATION: (
        "named-organisation",
        Severity.ASK,
        "A school, surgery or other small organisation.",
        'Write what it is: "a primary school".',
    ),
    Label.POSTCODE: (
        "postcode",
        Severity.NOTE,
        "A postcode of an office.",
        "Nothing, if it is the board's own.",
    ),
}
_DIGEST = "5f2c" * 16
_MARK = re.compile(r"\{(?:(\w+):)?([^}]*)\}")

# Every word that stands behind a mask, in a heading, in a path or beside a finding in the runs below.
SECRETS = (
    "Ottoline",
    "Marchbanks",
    "Zebedee",
    "Quillfeather",
    "Larkrise",
    "Pemberwick",
    "01632",
    "960123",
    "ZZ99",
    "14 May 2007",
    "Thistledown",
    "Grizelda",
    "Wintersett",
    # Of the case in jigsaw_factory:
    *("Ellerwick", "Saltmere", "Thornholme", "Vietnamese", "seven weeks", "14 March", "nail bar", "Gazette"),
    *("skull", "nine years", "Crown", "Quernford", "MASH", "CHIN", "disseminat", "Otterburn"),
)


@dataclass
class DocumentMaker:
    """Collects passages, their findings and the entities behind them."""

    number: int = 1
    format: Format = Format.DOCX
    pages: int | None = None
    paging: Pages = Pages.NONE
    passages: list[Passage] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    found: list[tuple[Label, Span, str]] = field(default_factory=list)
    blocks: dict[Part, int] = field(default_factory=dict)
    headings: list[tuple[int, str]] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"{self.number:012x}"

    def block(self, part: Part) -> int:
        self.blocks[part] = self.blocks.get(part, 0) + 1
        return self.blocks[part]

    def add(
        self,
        text: str,
        part: Part = Part.BODY,
        *,
        place: str | None = "D1",
        page: int | None = None,
        block: int | None = None,
        cell: tuple[int, int] | None = None,
        level: int | None = None,
        inside: Part | None = None,
        apart: bool = False,
    ) -> DocumentMaker:
        """Add a passage; `inside` puts its first marked stretch into a region of that part."""
        passage_id = f"{self.id}:{len(self.passages) + 1}"
        plain, marks = _unmark(text)
        self.found += [(label, Span(passage_id, start, end), plain[start:end]) for label, start, end in marks]
        regions = (Region(marks[0][1], marks[0][2], inside, "D15"),) if inside and marks else ()
        if level is not None:
            self.headings = [entry for entry in self.headings if entry[0] < level]
        self.passages.append(
            Passage(
                passage_id,
                plain,
                Location(part, place, page, block if block is not None else self.block(part), cell),
                headings=tuple(title for _, title in self.headings)
                if part in (Part.BODY, Part.TABLE)
                else (),
                heading_level=level,
                regions=regions,
                apart=apart,
            )
        )
        if level is not None:
            self.headings.append((level, plain))
        return self

    def gap(self, what: str, remedy: str, location: Location) -> DocumentMaker:
        self.gaps.append(Gap(location, what, remedy, "hmac:" + f"{len(self.gaps):032x}"))
        return self

    def document(self) -> Document:
        return Document(
            self.id,
            f"{self.number:x}" * 64,
            self.format,
            tuple(self.passages),
            tuple(self.gaps),
            self.pages,
            self.paging,
        )


def make_run(
    makers: list[DocumentMaker | None], *, settings: Settings | None = None, paths: tuple[str, ...] = ()
) -> CheckRun:
    """Judge some documents as the program would; None stands for a file that could not be read."""
    entities = _entities([maker for maker in makers if maker is not None])
    documents = []
    for number, maker in enumerate(makers, 1):
        path = paths[number - 1] if paths else f"C:\\Cases\\Grizelda Wintersett\\report {number}.docx"
        made = _checked(number, path, maker, entities)
        if settings is not None and settings.kind is not None:
            made = replace(made, kind=settings.kind, kind_because="stated by the user")
        documents.append(made)
    return CheckRun(
        tuple(documents),
        entities,
        settings or Settings(),
        _readiness(documents),
        worst([checked.status for checked in documents]),
        "0.1.0",
        "sha256:" + _DIGEST,
        "ab1e" * 16,
        "sha256:" + _DIGEST,
    )


def clean_run() -> CheckRun:
    """One document in which nothing is open."""
    maker = DocumentMaker().add("Learning from a review", level=1).add("Child A was seen twice.")
    return make_run([maker], settings=Settings(Edition.WT2015, DocumentKind.OTHER))


def many_faults() -> CheckRun:
    """A Word document with a fault in every part in which people look, repeats and gaps."""
    maker = DocumentMaker(pages=14, paging=Pages.ABOUT)
    maker.add("Overview report", page=1).add("1 Introduction to {Larkrise}", page=1, level=1)
    maker.add("Child A is called {Ottoline Marchbanks} at home.", page=1)
    maker.add("She was born on {DATE_OF_BIRTH:14 May 2007}, and {Ottoline Marchbanks} lived there.", page=1)
    maker.add("2 The family", page=2, level=1)
    for row, name in enumerate(("{Ottoline Marchbanks}", "{Zebedee Quillfeather}"), 1):
        maker.add("Mother:", Part.TABLE, place="D6", page=2, block=1, cell=(row, 1))
        maker.add(name, Part.TABLE, place="D6", page=2, block=1, cell=(row, 2))
    maker.add("2.1 What happened", page=3, level=2)
    maker.add("Nothing stands here.", page=3)
    maker.add("Health visitors rang {PHONE:01632 960123} and {Zebedee Quillfeather}.", page=3)
    maker.add("The child went to {ORGANISATION:Thistledown Nursery}.", page=4)
    maker.add("The board writes from {POSTCODE:ZZ99 3VZ}.", page=4)
    maker.add(
        "Then {Zebedee Quillfeather} was told.", page=12, inside=Part.TRACKED_DELETION
    ).add("{Ottoline Marchbanks}: invented", Part.HEADER, place="D17")  # fmt: skip
    maker.add("Ask {Ottoline Marchbanks} about this", Part.COMMENT, place="D27", block=4)
    maker.add("{Zebedee Quillfeather}", Part.PROPERTY, place="D57")
    maker.add("{Ottoline Marchbanks} final.docx", Part.FILE_NAME, place="D70", apart=True)
    picture = "a picture, in which words may stand"
    remedy = "Look at it: a name, a face or a place in it must go. Keep it only if there is none."
    for number in range(1, 8):
        maker.gap(picture, remedy, Location(Part.BODY, "D23", 3, number))
    maker.gap(
        "an embedded spreadsheet", "Replace it by a picture or a table.", Location(Part.EMBEDDED_FILE, "D34")
    )
    return make_run([maker])


def pdf_run() -> CheckRun:
    """A PDF: its pages are its own, and it has no headings."""
    maker = DocumentMaker(format=Format.PDF, pages=62, paging=Pages.EXACT)
    maker.add("Nothing stands here.", place="P1", page=1).add("Nor here.", place="P1", page=14)
    maker.add("It was {Ottoline Marchbanks} who rang.", place="P1", page=14)
    maker.add("{Zebedee Quillfeather}", Part.ANNOTATION, place="P9", page=20)
    return make_run([maker])


def text_run() -> CheckRun:
    """A plain text: lines are what people see of it."""
    maker = DocumentMaker(format=Format.TXT)
    maker.add("One line.\r\nAnother line.", place=None).add("It was {Ottoline Marchbanks}.", place=None)
    return make_run([maker])


def gaps_run() -> CheckRun:
    """One document with nothing found and a page that could not be read."""
    maker = DocumentMaker(format=Format.PDF, pages=3, paging=Pages.EXACT).add("Words.", place="P1", page=1)
    maker.gap(
        "a page without text: it may be a scan",
        "Read it yourself, or give the file that the scan was made from.",
        Location(Part.BODY, "P3", 2),
    )
    return make_run([maker])


def several() -> CheckRun:
    """Three files: one with a finding, one that could not be read, one with nothing open."""
    first = DocumentMaker().add("{Ottoline Marchbanks} and {ORGANISATION:Thistledown Nursery}.")
    third = DocumentMaker(number=3, format=Format.TXT).add("Child A was seen twice.", place=None)
    paths = ("Pemberwick\u202e 1.docx", "Grizelda Wintersett.docx", "notes\x1b[31m.txt")
    return make_run([first, None, third], paths=paths)


def not_run() -> CheckRun:
    """One document for which a rule could not be run, and statements wait for a signature."""
    run = clean_run()
    checked = run.documents[0]
    assert checked.judgement is not None
    more = (
        Verdict("key-names", Outcome.NOT_RUN, "there is no key to compare with", "the rulebook"),
        Verdict("sign-off", Outcome.NEEDS_A_PERSON, "", "the rulebook", sentence="I have read the report."),
    )
    judgement = replace(
        checked.judgement, readiness=Readiness.CANNOT_TELL, verdicts=checked.judgement.verdicts + more
    )
    checked = replace(checked, judgement=judgement, status=ExitStatus.CANNOT_TELL)
    return replace(run, documents=(checked,), readiness=Readiness.CANNOT_TELL, status=ExitStatus.CANNOT_TELL)


def explained() -> CheckRun:
    """Two files of which it was asked what was left alone: near misses in two parts, and none."""
    first = DocumentMaker(pages=2, paging=Pages.ABOUT).add("1 About {Larkrise}", level=1, page=1)
    first.add("The box Pemberwick 01632 was old, and Wintersett 960123 too.", page=2)
    first.add("It is a note by {Zebedee Quillfeather}.", page=2, inside=Part.TRACKED_INSERTION)
    second = DocumentMaker(number=2, format=Format.PDF, pages=1, paging=Pages.EXACT).add("Words.", page=1)
    run = make_run([first, second])
    box, note = first.passages[1], first.passages[2]
    near = [
        (box, "Pemberwick 01632", Label.OTHER_ID, "its check fails"),
        (box, "Wintersett 960123", Label.OTHER_ID, "its check fails"),
        (note, "Zebedee", Label.VEHICLE, "no words that go with it stand beside it"),
    ]
    misses = tuple(
        NearMiss(
            Span(passage.id, passage.text.index(words), passage.text.index(words) + len(words)),
            label,
            Evidence("by-form", "1", "form", because),
        )
        for passage, words, label, because in near
    )
    return replace(run, near_misses=misses, explained=True)


def together() -> CheckRun:
    """Two files and one that was not read: a fault between the two, a note, and a rule that was not run."""
    first = DocumentMaker(pages=3, paging=Pages.ABOUT).add("1 The family", level=1, page=1)
    first.add("It was {PSEUDONYM:Child X} ({Zebedee Quillfeather}).", page=2)
    second = DocumentMaker(number=2, format=Format.TXT).add("Then {PSEUDONYM:Child Y} came.", place=None)
    second.add("And {PSEUDONYM:Parent 9}.", place=None)
    run = make_run([first, second, None])
    labels = [found for maker in (first, second) for found in maker.found if found[0] is Label.PSEUDONYM]
    shared = _between(
        "label-differs-elsewhere", Severity.ASK, labels[:2], run, "2 labels stand beside one person"
    )
    alone = _between(
        "label-in-one-document", Severity.NOTE, labels[2:], run, "1 label stands in this one only"
    )
    verdicts = (
        Verdict(shared.rule, Outcome.FAIL, "found in 1 place", "the rulebook", (shared,)),
        Verdict(alone.rule, Outcome.FAIL, "found in 1 place", "the rulebook", (alone,)),
        Verdict("label-shared-elsewhere", Outcome.PASS, "nothing of the kind was found", "the rulebook"),
        Verdict("label-of-an-edition", Outcome.NOT_RUN, "the edition is not stated", "the rulebook"),
    )
    return replace(run, bundle=BundleJudgement(Readiness.NOT_READY, verdicts, ("1 finding to decide",)))


def _between(
    rule: str, severity: Severity, found: list[tuple[Label, Span, str]], run: CheckRun, because: str
) -> Finding:
    """Make a finding that begins at the first label."""
    label, span, words = found[0]
    entity = next(one for one in run.entities if one.label is label and one.names == (words,))
    document = next(
        checked.document for checked in run.documents
        if checked.document and any(passage.id == span.passage for passage in checked.document.passages)
    )  # fmt: skip
    begin = document.starts()[span.passage]
    return Finding(
        rule, severity, label.value, entity.mask, words, entity.id, f"A fault of {rule}.", "Choose one.",
        because, 0.9, "hmac:" + f"{len(rule):032x}", Location(Part.BODY, "D1"),
        tuple(one[1] for one in found), (begin + span.start, begin + span.end),
    )  # fmt: skip


def told_together() -> CheckRun:
    """Three documents with what they tell together, how hard they are to read, and who can open them."""
    from tests.report.jigsaw_factory import jigsaw_run

    return jigsaw_run()


def plain_alone() -> CheckRun:
    """The same three, of which plain English alone was asked for."""
    from tests.report.jigsaw_factory import only_run

    return only_run("plain")


RUNS = {
    "clean": clean_run,
    "many-faults": many_faults,
    "pdf": pdf_run,
    "plain-text": text_run,
    "gaps": gaps_run,
    "several": several,
    "not-run": not_run,
    "explained": explained,
    "together": together,
    "told-together": told_together,
    "plain-alone": plain_alone,
}


def _unmark(text: str) -> tuple[str, list[tuple[Label, int, int]]]:
    plain, marks, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        label = Label[match[1]] if match[1] else Label.PERSON
        marks.append((label, len(plain), len(plain) + len(match[2])))
        plain, at = plain + match[2], match.end()
    return plain + text[at:], marks


def _entities(makers: list[DocumentMaker]) -> tuple[Entity, ...]:
    spans: dict[tuple[Label, str], list[Span]] = {}
    for maker in makers:
        for label, span, words in maker.found:
            spans.setdefault((label, words), []).append(span)
    numbers: dict[Label, int] = {}
    entities = []
    for (label, words), where in spans.items():
        numbers[label] = numbers.get(label, 0) + 1
        evidence = Evidence("table", "1", "name-field", "it stands beside the word for a relation")
        mentions = tuple(Mention(span, label, 0.9, evidence) for span in where)
        own = f"{label.value.lower()}-{numbers[label]}"
        entities.append(Entity(own, label, numbers[label], mentions, (words,)))
    return tuple(entities)


def _checked(number: int, path: str, maker: DocumentMaker | None, entities: tuple[Entity, ...]) -> Checked:
    extension = "." + path.rpartition(".")[2]
    if maker is None:
        error = Damaged(
            "the file is damaged: it breaks off", "Open it in Word, save it anew, and check that."
        )
        return Checked(number, path, extension, error.status, error=error)
    document = maker.document()
    verdicts = _verdicts(maker, document, entities)
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    blocked = any(finding.severity is not Severity.NOTE for finding in findings)
    readiness = (
        Readiness.NOT_READY if blocked else Readiness.CANNOT_TELL if document.gaps else Readiness.READY
    )
    status = {Readiness.NOT_READY: 1, Readiness.CANNOT_TELL: 3, Readiness.READY: 0}[readiness]
    provenance = Provenance(document.sha256, _DIGEST, None, "0.1.0", _DIGEST)
    judgement = Judgement(readiness, verdicts, (), provenance)
    return Checked(number, path, extension, ExitStatus(status), document, judgement)


def _verdicts(maker: DocumentMaker, document: Document, entities: tuple[Entity, ...]) -> tuple[Verdict, ...]:
    passages = {passage.id: passage for passage in document.passages}
    starts = document.starts()
    verdicts = []
    for label, (rule, severity, message, hint) in RULES.items():
        findings = []
        for entity in entities:
            for mention in entity.mentions:
                passage = passages.get(mention.span.passage)
                if entity.label is not label or passage is None:
                    continue
                start, end = mention.span.start, mention.span.end
                begin = starts.get(passage.id)
                findings.append(
                    Finding(
                        rule,
                        severity,
                        label.value,
                        entity.mask,
                        passage.text[start:end],
                        entity.id,
                        message,
                        hint,
                        mention.evidence.because,
                        mention.score,
                        "hmac:" + f"{len(findings):032x}",
                        passage.locate(start, end),
                        (mention.span,),
                        (begin + start, begin + end) if begin is not None else None,
                        passage.headings,
                    )
                )
        outcome = Outcome.FAIL if findings else Outcome.PASS
        verdicts.append(Verdict(rule, outcome, "", "the rulebook", tuple(findings)))
    return tuple(verdicts)


def _readiness(documents: list[Checked]) -> Readiness:
    if any(checked.judgement and checked.judgement.readiness is Readiness.NOT_READY for checked in documents):
        return Readiness.NOT_READY
    if all(checked.status is ExitStatus.READY for checked in documents):
        return Readiness.READY
    return Readiness.CANNOT_TELL
