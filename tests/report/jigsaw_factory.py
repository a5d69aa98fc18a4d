"""An invented case of three documents, made by hand: what they tell together, plain English, accessibility.

A fact is written into a text as `<kind exactness whom|words>`: the marks are taken out, and a fact is made of
the words. No person, place or body in it exists. Its words stand among the SECRETS of run_factory.
"""

from __future__ import annotations

import re
from dataclasses import replace

from redact.errors import ExitStatus
from redact.values.access import Access, AccessNeed, Barrier
from redact.values.checking import CheckRun
from redact.values.jigsaw import (
    Adds,
    Combination,
    DraftGives,
    Exactness,
    Fact,
    FactKind,
    Instead,
    JigsawTable,
    Picture,
    Search,
    Side,
    Together,
    Weight,
    Whom,
)
from redact.values.judgement import (
    Audience,
    BundleJudgement,
    DocumentKind,
    Edition,
    Finding,
    Outcome,
    Readiness,
    Rule,
    RuleKind,
    Settings,
    Severity,
    Verdict,
)
from redact.values.plain import Abbreviation, HardSentence, JargonWord, PassiveChain, PlainReading
from redact.values.text import Document, Format, Location, Pages, Part, Span
from tests.report.run_factory import DocumentMaker, make_run

WHOMS = {
    "child": Whom("child", "the child", Side.CHILD),
    "sibling": Whom("sibling:1", "the brother or sister", Side.SIBLING),
    "father": Whom("role:father", "the father", Side.FAMILY),
    "visitor": Whom("person-1", "[person 1]", Side.PROFESSIONAL),
}
WEIGHTS = {"child": 41, "role:father": 33, "sibling:1": 15, "person-1": 9}
TABLE = JigsawTable(
    weights={kind: Weight(6, 3, 1, "how few share it") for kind in FactKind},
    combinations=(
        Combination(
            "event", (FactKind.AGE, FactKind.PLACE), (FactKind.DATE, FactKind.MONTH), 5,
            "an age, a place and a time are what the local press prints", "our own reading",
        ),
        Combination(
            "trial", (FactKind.OFFENCE, FactKind.SENTENCE), (FactKind.COURT,), 6,
            "an offence, a sentence and a court lead to one trial", "our own reading",
        ),
    ),
    instead=(
        Instead(FactKind.AGE, (), "a band: under one year", Exactness.BROAD),
        Instead(FactKind.DATE, (Audience.PUBLIC,), "month and year, or a season", Exactness.BROAD),
        Instead(FactKind.PLACE, (), "a town in the county", Exactness.BROAD),
        Instead(FactKind.ETHNICITY, (), "only where it was analysed", None),
        Instead(FactKind.TWINS, (), "siblings, or leave it away", None),
        Instead(FactKind.INJURY, (), "serious injuries", Exactness.BROAD),
        Instead(FactKind.SENTENCE, (), "leave it away", None),
        Instead(FactKind.COURT, (), "leave it away", None),
        Instead(FactKind.BODY, (), "a nursery: what it is and not which", Exactness.BROAD),
        Instead(FactKind.OCCUPATION, (), "in work", Exactness.BROAD),
        Instead(FactKind.ONLY, (), "leave it away", None),
    ),
    asks=20,
    notes=10,
)  # fmt: skip
REPORT = """\
# 1 What happened
The child was <age exact child|seven weeks> old. The family lived in <place exact child|Ellerwick>.
On <date exact child|14 March> the child was taken to hospital with <injury exact child|a broken skull>.
# 2 The family
It was <only exact child|the only Vietnamese family in Ellerwick>, and the <twins exact child|twin> lived.
The father worked <occupation exact father|in the nail bar>.
He got <sentence exact father|nine years> for <offence exact father|manslaughter>.
That was at <court exact father|Saltmere Crown Court>.
The <post near visitor|health visitor> of the <team exact visitor|Quernford team> was away.
"""
SUMMARY = """\
# Summary
The child was <age near child|under three months> and of a <ethnicity near child|Vietnamese> family.
The <twins exact sibling|twin> went to <body exact sibling|Thornholme Nursery>.
The MASH was told, and a CHIN plan was disseminated, and it was agreed that it would be reviewed.
"""
DRAFT = """\
# 1 What happened
The child was <age exact child|seven weeks> old, and the <press exact child|Saltmere Gazette> wrote of it.
The mother rang on <date exact child|14 March>.
"""
_MARK = re.compile(r"<(\S+) (\w+) (\w+)\|([^>]+)>")


def jigsaw_run(*, looked: bool = True) -> CheckRun:
    """Three documents of one review: the overview report, its summary, and an earlier draft of the report.

    Args:
        looked: with what they tell together, how hard each is to read, and who can open it.
    """
    makers, facts = _documents()
    settings = Settings(Edition.WT2015, DocumentKind.OVERVIEW)
    run = make_run([*makers], settings=settings, paths=tuple(f"Otterburn {n}.docx" for n in (1, 2, 3)))
    if not looked:
        return run
    documents = [checked.document for checked in run.documents if checked.document is not None]
    opened = [replace(document, access=_access(document)) for document in documents[:2]]
    checked = [
        replace(one, document=document)
        for one, document in zip(run.documents, [*opened, *documents[2:]], strict=True)
    ]
    asked, bundle = _asked(facts, documents[0])
    return replace(
        run,
        documents=tuple(checked),
        together=_together(facts, documents),
        plain=tuple(_plain(document) for document in documents),
        jigsaw=TABLE,
        rules=(asked,),
        bundle=bundle,
        readiness=Readiness.NOT_READY,
        status=ExitStatus.FINDINGS,
    )


def only_run(*parts: str) -> CheckRun:
    """The same, of which parts alone were asked for, and without a finding."""
    run = jigsaw_run()
    documents = []
    for one in run.documents:
        assert one.judgement is not None
        judgement = replace(one.judgement, readiness=Readiness.CANNOT_TELL)
        documents.append(replace(one, judgement=judgement, status=ExitStatus.CANNOT_TELL))
    found = "jigsaw" in parts
    return replace(
        run,
        documents=tuple(documents),
        only=parts,
        together=run.together if found else None,
        plain=run.plain if "plain" in parts else None,
        rules=(),
        bundle=BundleJudgement(Readiness.CANNOT_TELL, (), ()),
        readiness=Readiness.CANNOT_TELL,
        status=ExitStatus.CANNOT_TELL,
        model_digest=run.model_digest if found else None,
    )


# ------------------------------------------------------------------ the documents


def _documents() -> tuple[list[DocumentMaker], list[Fact]]:
    makers, facts = [], []
    for number, lines in enumerate((REPORT, SUMMARY, DRAFT), 1):
        is_draft = number == 3
        maker = DocumentMaker(number=number, pages=4, paging=Pages.ABOUT)
        if is_draft:
            maker = DocumentMaker(number=number, format=Format.TXT)
        for line in lines.splitlines():
            plain, found = _unmark(line.removeprefix("# "))
            level = 1 if line.startswith("# ") else None
            maker.add(plain, place=None if is_draft else "D1", level=level, page=1)
            passage = maker.passages[-1].id
            for kind, exact, whom, start, end in found:
                same, because = plain[start:end].lower(), f"{FactKind(kind).words}, told in words"
                span = Span(passage, start, end)
                told = Fact(FactKind(kind), Exactness(exact), WHOMS[whom], maker.id, span, same, because)
                facts.append(told)
        makers.append(maker)
    return makers, facts


def _unmark(text: str) -> tuple[str, list[tuple[str, str, str, int, int]]]:
    plain, found, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        found.append((match[1], match[2], match[3], len(plain), len(plain) + len(match[4])))
        plain, at = plain + match[4], match.end()
    return plain + text[at:], found


# ------------------------------------------------------------------ what was looked at


def _together(facts: list[Fact], documents: list[Document]) -> Together:
    pictures = []
    for whom in WHOMS.values():
        own = tuple(fact for fact in facts if fact.whom == whom)
        weight, kinds = WEIGHTS[whom.key], dict.fromkeys(fact.kind for fact in own)
        written = [kind for kind in kinds if TABLE.substitute(kind, Audience.PUBLIC)]
        after = {kind: weight - 2 - number for number, kind in enumerate(written)}
        ids = {"child": ("event",), "role:father": ("trial",)}.get(whom.key, ())
        pictures.append(Picture(whom, own, weight, ids, after))
    first, second, third = (document.id for document in documents)
    trial = (FactKind.PLACE, FactKind.INJURY, FactKind.OFFENCE)
    return Together(
        tuple(pictures[at] for at in (0, 2, 1, 3)),
        (
            Adds("child", first, (FactKind.PLACE, FactKind.INJURY, FactKind.ONLY), 23),
            Adds("child", second, (FactKind.ETHNICITY,), 3),
        ),
        (DraftGives("child", third, first, _of(facts, FactKind.PRESS)),),
        (
            Search(
                "Ellerwick baby skull manslaughter",
                "place, injury and offence",
                tuple(fact.span for fact in _of(facts, *trial)),
            ),
            Search(
                '"the only Vietnamese family in Ellerwick"',
                "a quotation",
                tuple(fact.span for fact in _of(facts, FactKind.ONLY)),
            ),
        ),
    )


def _of(facts: list[Fact], *kinds: FactKind) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.kind in kinds)


def _asked(facts: list[Fact], document: Document) -> tuple[Rule, BundleJudgement]:
    """One rule, and its findings on the child and the father."""
    rule = Rule(
        "facts-identify-together", RuleKind.JIGSAW, Severity.ASK, "Facts that identify together",
        "The documents together tell so much that somebody can be known.", "Tell it less exactly.",
        "No name is needed.", "our own reading", {},
    )  # fmt: skip
    found = []
    for number, whom in enumerate((WHOMS["child"], WHOMS["father"])):
        spans = tuple(fact.span for fact in facts if fact.whom == whom)
        first, begin = spans[0], document.starts()[spans[0].passage]
        text = next(one.text for one in document.passages if one.id == first.passage)
        because = f"told of {whom.words} in 2 of 3 documents; weight {WEIGHTS[whom.key]}, from 20"
        found.append(
            Finding(
                rule.id, rule.severity, None, whom.words, text[first.start : first.end], None,
                rule.message, rule.hint, because, 1.0, "hmac:" + f"{number:032x}",
                Location(Part.BODY, "D1"), spans, (begin + first.start, begin + first.end),
            )
        )  # fmt: skip
    verdict = Verdict(rule.id, Outcome.FAIL, "found in 2 places", rule.source, tuple(found))
    return rule, BundleJudgement(Readiness.NOT_READY, (verdict,), ("2 findings to decide",))


def _plain(document: Document) -> PlainReading:
    found = [passage for passage in document.passages if "MASH" in passage.text]
    if not found:
        return PlainReading(document.id, 62, 5, 6.2, 11)
    passage = found[0]
    whole = Span(passage.id, 0, len(passage.text))

    def at(words: str) -> Span:
        start = passage.text.index(words)
        return Span(passage.id, start, start + len(words))

    return PlainReading(
        document.id,
        words=148,
        sentences=4,
        grade=13.4,
        age=19,
        worst=(HardSentence(whole, 29, 20, 4, 2, 44),),
        abbreviations=(
            Abbreviation("MASH", at("MASH"), False, 7),
            Abbreviation("CHIN", at("CHIN"), True, 1),
        ),
        jargon=(JargonWord(at("disseminated"), "sent", 2),),
        passive_sentences=1,
        chains=(PassiveChain(whole, 1, 4),),
    )


def _access(document: Document) -> Access:
    judged = (
        *(AccessNeed.TITLE, AccessNeed.LANGUAGE, AccessNeed.HEADINGS, AccessNeed.HEADING_ORDER),
        *(AccessNeed.HEADER_ROWS, AccessNeed.ALT_TEXT, AccessNeed.LINK_TEXT),
    )
    if len(document.passages) < 6:
        return Access(judged)
    body = document.passages[1]
    return Access(
        judged,
        (
            Barrier(AccessNeed.TITLE, Location(Part.PROPERTY, "D47"), "the properties have no title"),
            Barrier(AccessNeed.HEADINGS, body.location, "a line in bold is no heading", Span(body.id, 0, 9)),
            Barrier(AccessNeed.ALT_TEXT, Location(Part.IMAGE, "D23", 2, 3), "a picture has no description"),
            Barrier(AccessNeed.ALT_TEXT, Location(Part.IMAGE, "D23", 2, 4), "a picture has no description"),
        ),
        ((AccessNeed.READING_ORDER, "a text box stands beside the text, and its place in it is not said"),),
    )
