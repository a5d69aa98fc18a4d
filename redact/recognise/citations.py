"""Cited authors: "Harte (2011) argues", "(Harte 1998)", "Harte et al., 2009", "Harte's (2009) model".

A name with a year is an author only by its form or by the words around it, for a child may stand with the
year of its birth: "her brother Tom (2003)". What decides, in this order: words of kinship before it in its
sentence and the "v" of a court case keep it out; "et al.", the brackets of a citation and an entry of a
reference list show it; with the year alone in brackets, words of research beside it, another author joined to
it, a citation directly before it in the same list, or the same name and year in a sure form elsewhere. Only
"et al.", an entry with its publisher or pages, and what such an entry shows are sure; words of literature
directly before a name show that it is a surname. One surname with a year in brackets and none of these is
left to others. What remains: an author with neither year nor such a sign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.recognise import regex
from redact.recognise.citation_brackets import OPENING, Form, form_in_brackets, is_loose
from redact.recognise.citation_denials import is_no_citation
from redact.recognise.citation_groups import groups, is_kin, is_of_evidence
from redact.recognise.citation_places import end_of_what_is_told, is_of_a_record
from redact.recognise.citation_proofs import ENOUGH, SURE, weight_of
from redact.recognise.citation_words import (
    is_told_of_somebody,
    literature_beside,
)
from redact.recognise.grids import View
from redact.recognise.literature import is_of_the_case, literature
from redact.recognise.readings import Reading
from redact.recognise.reference_lists import Headed, entry_authors, headed_lines, is_entry
from redact.recognise.zones import NAME_PARTS, Zone, line_of
from redact.values.people import Standing

__all__ = ["Known", "cited_authors", "known_authors"]

_CLOSING = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?)*(?:[)\];:]"
    r"|[ ](?:commend|recommend|argue|suggest|advise|propose|urge|show|note)s?[)\]]"
    r"|,[ ](?:[\"']\p{Lu}|pp?\.|pages?\b|ch(?:apter|\.|(?=[ ]\d))"
    r"|para(?:graph|\.)|heading|note|fn|footnote|table|figure|fig\.|box|(?:in|at)[ ](?:the[ ]same|pp?\.)"
    r"|section|vol(?:ume|\.)|(?:cited|quoted)[ ](?:in|by)\b))"
)
# "see Harte, 1961.", "in a Welsh study, Harte 2013.": to whom a sentence points from its beginning.
_POINTS = regex.compile(
    r"(?:(?:^|[.;:(,-][ ])(?:[Ss]ee|[Cc]f\.?|[Cc]ompare|[Cc]ontrast)(?:[ ]also)?:?"
    r"|\b(?:study|paper|book|article|survey|monograph|thesis),)[ ]$"
)
_POINTED = regex.compile(r"[.,;)]|[ ]\(|$")
# Only what else the document or the sentence holds shows them.
_BY_COMPANY = frozenset({"author among citations", "author cited again", "weighed citation"})
# Between two citations of one list: "by Harte (2004), Quill (2006) and Vesey (2009)".
_AND_ANOTHER = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|,[ ]pp?\.[ ]?[\d-]+)*[)\]][,;]?[ ](?:(?:and|&)[ ])?"
)
_BARE_NEXT = regex.compile(r";[ ](?:(?:and|also|see|see[ ]also)[ ])?")
_COURT = regex.compile(r"\bv\.?[ ]$|\bRe[ ]$")
_OF_LITERATURE = regex.compile(r"\b(?:theor(?:y|ies)|literature|[Rr]esearch|studies|published|journal)\b")
_BOOK_BEFORE = regex.compile(
    r"\b(?:books?|papers?|stud(?:y|ies)|articles?|research|literature|theor(?:y|ies)|models?|survey"
    r"|term|phrase"
    r"|meta-analys[ie]s|framework|typology|concept|evidence[ ]base)[ ][(\[](?:see[ ]|e\.g\.,?[ ]|cf\.[ ])?$"
)
_LEAD = 40  # characters before names in which "(see also" and "(for example," stand
_SEVERAL_WORKS = 4  # in the form of a citation: whoever writes so cites elsewhere too
_PAGE = regex.compile(r",?[ ]pp?\.[ ]?\d|:[ ]?\d{1,4}(?:-\d{1,4})?[)\]]")

_Work = tuple[tuple[str, ...], str]  # the surnames of a citation, and its year


@dataclass(frozen=True, slots=True)
class Known:
    """Surname, in lower case, and year of citations: of every sure form, and of all that their form shows.

    `headed` is what stands below headings of references, `surnames` all of those of `every` and of entries,
    `listed` those of entries and of sure forms alone, `citing` the passages of documents that hold any, and
    `learned` those of documents that cite several works.
    `told` is what `literature` finds in each reading that was looked at, by its id.
    """

    sure: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    every: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    headed: Headed = field(default_factory=dict, repr=False)
    surnames: frozenset[str] = field(default=frozenset(), repr=False)
    listed: frozenset[str] = field(default=frozenset(), repr=False)
    citing: frozenset[str] = field(default=frozenset(), repr=False)
    learned: frozenset[str] = field(default=frozenset(), repr=False)
    told: Mapping[int, tuple[Zone, ...]] = field(default_factory=dict, repr=False)


_NOBODY = Known()


def known_authors(views: Sequence[View]) -> Known:
    """Collect surname and year of every citation that its own form shows."""
    sure: set[tuple[str, str]] = set()
    found: set[tuple[str, str]] = set()
    surnames: set[str] = set()
    told: dict[int, tuple[Zone, ...]] = {}
    times: Counter[str] = Counter()  # an author who is cited twice with a year is no child of the case
    citing: set[str] = set()
    learned: set[str] = set()
    headed = {key: value for view in views for key, value in headed_lines(view.first).items()}
    for view in views:
        before = len(sure) + len(surnames)
        cites = 0
        works: set[_Work] = set()
        loosely: set[_Work] = set()
        for reading in view.first:
            if reading.passage.location.part in NAME_PARTS:
                continue
            for work, form in _works(reading, headed):
                cites += 1
                if form is None:
                    loosely.add(work)
                    continue
                works.add(work)
                pairs = {(name.casefold(), work[1]) for name in work[0]}
                times.update(name for name, _ in pairs)
                found |= pairs
                sure |= set() if form.careful else pairs
            surnames |= {reading.text[low:high].casefold() for low, high in entry_authors(reading, headed)}
            told[id(reading)] = tuple(literature(reading))
        of_literature = cites and any(_OF_LITERATURE.search(reading.text) for reading in view.first)
        own = {reading.passage.id for reading in view.first}
        citing |= own if cites > 1 or of_literature or len(sure) + len(surnames) > before else set()
        several = len(works) >= _SEVERAL_WORKS or (works and len(works | loosely) > _SEVERAL_WORKS)
        learned |= own if several else set()
    twice = {name for name, count in times.items() if count > 1}
    listed = frozenset(surnames | twice | {name for name, _ in sure})
    names = {zone.reading.text[zone.start : zone.end].casefold() for own in told.values() for zone in own}
    every = listed | {name for name, _ in found} | names
    return Known(
        frozenset(sure), frozenset(found), headed, every, listed, frozenset(citing), frozenset(learned), told
    )


def _cited(text: str) -> Iterator[tuple[regex.Match[str], regex.Match[str]]]:
    """Find each year with the surnames before it, without those whom the text shows to be of the case."""
    for year, group in groups(text):
        several = len(group.captures("author")) > 1
        if not is_no_citation(text, group.start(), year.span(), several=several):
            yield year, group


def _works(reading: Reading, headed: Headed) -> Iterator[tuple[_Work, Form | None]]:
    """Give each work that a reading cites, with its form; None where only the words around show it."""
    for year, group in _cited(reading.text):
        work = tuple(group.captures("author")), year[0]
        form = _sure_form(reading, group, year.end(), headed)
        in_brackets = group["open"].strip(" ,.") in ("(", "[")
        if form is not None:
            yield work, form
        elif in_brackets and form_in_brackets(reading.text, group, year.end(), again=False, cites=False):
            yield work, None


def cited_authors(reading: Reading, known: Known = _NOBODY) -> Iterator[Zone]:
    """Find the names of cited authors in one reading, one zone for each name.

    Args:
        known: authors with their years as `known_authors` gives them.
    """
    cites = reading.passage.id in known.citing
    last: tuple[int, Form] | None = None  # where the year of the last citation ended, and its form
    until = -1  # where a sentence ends that tells of somebody with a year
    for year, group in _cited(reading.text):
        pairs = {(name.casefold(), year[0]) for name in group.captures("author")}
        form = _sure_form(reading, group, year.end(), known.headed)
        weight = weight_of(reading.text, group, year.end(), cites=cites)
        learned = reading.passage.id in known.learned
        if form is None and learned and is_loose(reading.text, group, year.end()):
            form = Form("citation in brackets", "a surname with a year in brackets, where much is cited")
        if form is None and last is not None and _BARE_NEXT.fullmatch(reading.text, last[0], group.start()):
            form = replace(last[1], careful=True)  # "Harte et al. 2015; Quill & Vesey 1999"
        if form is None and group["open"].strip(" ,.") in ("(", "["):
            again = _is_known(pairs, known) or _is_next(reading.text, last, group, year.end())
            form = form_in_brackets(
                reading.text, group, year.end(), again=again, cites=cites, learned=learned
            )
            if form is None and weight > ENOUGH:
                form = Form("weighed citation", "a surname with a year, and several signs of literature")
        if form is None:
            until = max(until, end_of_what_is_told(reading.text, group.start(), year.end()))
        if form is None or (group.start() < until and form.pattern in _BY_COMPANY):
            continue
        last = year.end(), form
        if pairs <= known.sure:
            form = Form(form.pattern, form.because, careful=False)
        plain = not is_of_the_case(reading.text, group.start(), year.end())
        sure = (form.surname > 1 and plain) or weight >= SURE
        proven = weight >= ENOUGH
        if proven or (cites and plain and not is_kin(reading.text, group, beside=False)):
            form = replace(form, surname=max(form.surname, 1))  # in such a document it is a surname
        for start, end in group.spans("author"):
            yield replace(_zone(reading, start, end, form), of_literature=sure)
    for start, end in entry_authors(reading, known.headed):
        because = "an author in an entry of a list of references"
        yield _zone(reading, start, end, Form("entry of a reference list", because, careful=False))
    told = known.told.get(id(reading))
    yield from literature(reading) if told is None else told


def _is_known(pairs: set[tuple[str, str]], known: Known) -> bool:
    """Tell whether names were cited with their year before, or stand in a list of references."""
    return pairs <= known.every or all(name in known.listed for name, _ in pairs)


def _is_next(text: str, last: tuple[int, Form] | None, group: regex.Match[str], after: int) -> bool:
    """Tell whether names stand directly behind the citation before them, in one list that is no family's."""
    if last is None or _AND_ANOTHER.fullmatch(text, last[0], group.start()) is None:
        return False
    return not is_told_of_somebody(text, group.start(), after)


def _zone(reading: Reading, start: int, end: int, form: Form) -> Zone:
    return Zone(
        reading,
        start,
        end,
        Standing.CITED,
        form.pattern,
        form.because,
        careful=form.careful,
        surname=form.surname > 0,
        over_kin=is_of_evidence(reading.text, start),
    )


def _sure_form(reading: Reading, group: regex.Match[str], after: int, headed: Headed) -> Form | None:
    """Name the form of a citation that needs no words around it, with its reason; None where it is none."""
    text = reading.text
    if _COURT.search(text, max(0, group.start() - 4), group.start()):
        return None
    if group["others"]:
        literature = literature_beside(text, group.start(), after)
        because = "an author with others and a year"
        return Form("author and others", because, "al" not in group["others"], surname=literature)
    initials = len(group.captures("initials")) == len(group.captures("author"))
    if initials and is_entry(reading, group.start(), after, headed):
        because = "a surname with initials and a year before a title"
        careful = not is_entry(reading, group.start(), after, headed, published=True)
        return Form("entry of a reference list", because, careful)
    _, high = line_of(text, group.start())
    low = max(0, group.start() - _LEAD)
    bare = group["open"].strip(" ,.") not in ("(", "[")
    if is_kin(text, group, beside=bare) or is_of_a_record(text, after):
        return None
    in_a_book = _BOOK_BEFORE.search(text, max(0, group.start() - 40), group.start()) is not None
    points = _POINTS.search(text, low, group.start()) and _POINTED.match(text, after, high)
    if bare and (points or (OPENING.search(text, low, group.start()) and _CLOSING.match(text, after, high))):
        because = "a surname with a year in brackets, as authors are cited"
        surname = literature_beside(text, group.start(), after) or int(
            in_a_book or _PAGE.match(text, after, high) is not None
        )
        return Form("citation in brackets", because, surname=surname)
    return None
