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
from redact.recognise.citation_groups import groups, is_forename, is_kin
from redact.recognise.citation_proofs import ENOUGH, SURE, is_titled_in_the_case, weight_of
from redact.recognise.citation_words import (
    beyond_joined,
    is_research_beside,
    is_spoken_of,
    is_told_of_somebody,
    literature_beside,
)
from redact.recognise.grids import View
from redact.recognise.literature import does_behind, is_of_the_case, literature, scholar_verbs
from redact.recognise.readings import Reading
from redact.recognise.reference_lists import Headed, entry_authors, headed_lines, is_entry
from redact.recognise.reference_records import MADE_AT_HOME, is_of_the_family
from redact.recognise.zones import NAME_PARTS, Zone, line_of, sentence_around
from redact.values.people import Standing

__all__ = ["Known", "cited_authors", "known_authors"]

_OPENING = regex.compile(
    r"(?:[(\[;]|\b(?:[Ss]ee|e\.g\.,?|cf\.|in"
    r"|(?:study|paper|book|article|survey|monograph|thesis),))[ ]?"
    r"(?:(?:but|see|further|also|e\.g\.,?"
    r"|cf\.|contrast|compare|after|source:|adapted[ ]from|based[ ]on|following"
    r"|(?:quoted|cited)[ ](?:in|by))[ ])*$"
)
_CLOSING = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?)*(?:[)\];:]|,[ ](?:[\"']\p{Lu}|pp?\.|pages?\b|ch(?:apter|\.|(?=[ ]\d))"
    r"|para(?:graph|\.)|section|vol(?:ume|\.)|(?:cited|quoted)[ ](?:in|by)\b))"
)
# Between two citations of one list: "by Harte (2004), Quill (2006) and Vesey (2009)".
_AND_ANOTHER = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|,[ ]pp?\.[ ]?[\d-]+)*[)\]][,;]?[ ](?:(?:and|&)[ ])?"
)
_BARE_NEXT = regex.compile(r";[ ](?:(?:and|also|see|see[ ]also)[ ])?")
_ALONE = regex.compile(r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*[)\]]")
# What a sentence tells of somebody of the case: two names with one year are twins there.
_OF_THE_CASE = regex.compile(
    r"\b(?:born|seen|saw|visit(?:s|ed)?|attend(?:s|ed)?|admitted|liv(?:es|ed|ing)|home|school|nursery|moved?"
    r"|placed|arrested|rang|told|weigh(?:s|ed)|injur\p{L}+|bruis\p{L}+|died|came|went|stayed|with[ ]whom"
    r"|referred[ ]by|SW\d?|HV\d?)\b"
)
_OF_SOMEBODY = regex.compile(
    r"\b(?:[Hh]er|[Hh]is)[ ](?:sisters?|brothers?|siblings?|twin|mother|father|mum|dad|aunt|uncle|gran\p{L}*"
    r"|partner|statement|interview|report|letter|assessment|bedroom|school|teacher|medical|bruis\p{L}+|injur\p{L}+)\b"
)
_VERB_AFTER = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?|ch(?:apter|\.)?[ ])?[\d-]+)*[)\]],?[ ]"
    r"(?:(?:who|also|rightly|famously|further|both|each|first|later|once|long|too|only|ha(?:s|ve)|[\p{L}]+ly)"
    r",?[ ]){0,3}(?P<verb>\p{Ll}+)\b"
)
_COURT = regex.compile(r"\bv\.?[ ]$|\bRe[ ]$")
_OF_LITERATURE = regex.compile(r"\b(?:theor(?:y|ies)|literature|[Rr]esearch|studies|published|journal)\b")
_BOOK_BEFORE = regex.compile(
    r"\b(?:books?|papers?|stud(?:y|ies)|articles?|research|literature|theor(?:y|ies)|models?|survey"
    r"|term|phrase"
    r"|meta-analys[ie]s|framework|typology|concept|evidence[ ]base)[ ][(\[](?:see[ ]|e\.g\.,?[ ]|cf\.[ ])?$"
)
_PAGE = regex.compile(r",?[ ]pp?\.[ ]?\d|:[ ]?\d{1,4}(?:-\d{1,4})?[)\]]")


@dataclass(frozen=True, slots=True)
class Known:
    """Surname, in lower case, and year of citations: of every sure form, and of all that their form shows.

    `headed` is what stands below headings of references, `surnames` all of those of `every` and of entries,
    `listed` those of entries and of sure forms alone, and `citing` the passages of documents that hold any.
    `told` is what `literature` finds in each reading that was looked at, by its id.
    """

    sure: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    every: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    headed: Headed = field(default_factory=dict, repr=False)
    surnames: frozenset[str] = field(default=frozenset(), repr=False)
    listed: frozenset[str] = field(default=frozenset(), repr=False)
    citing: frozenset[str] = field(default=frozenset(), repr=False)
    told: Mapping[int, tuple[Zone, ...]] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class _Form:
    """The form of a citation, its reason, and how far it may deceive."""

    pattern: str
    because: str
    careful: bool = True
    surname: int = 0  # how plainly words of literature show a surname


_NOBODY = Known()


def known_authors(views: Sequence[View]) -> Known:
    """Collect surname and year of every citation that its own form shows."""
    sure: set[tuple[str, str]] = set()
    found: set[tuple[str, str]] = set()
    surnames: set[str] = set()
    told: dict[int, tuple[Zone, ...]] = {}
    times: Counter[str] = Counter()  # an author who is cited twice with a year is no child of the case
    citing: set[str] = set()
    headed = {key: value for view in views for key, value in headed_lines(view.first).items()}
    for view in views:
        before = len(sure) + len(surnames)
        cites = 0
        for reading in view.first:
            if reading.passage.location.part in NAME_PARTS:
                continue
            for year, group in groups(reading.text):
                form = _sure_form(reading, group, year.end(), headed)
                if form is None and group["open"].strip(" ,.") in ("(", "["):
                    loose = _form_in_brackets(reading.text, group, year.end(), again=False, cites=False)
                    cites += loose is not None
                if form is not None:
                    cites += 1
                    times.update(name.casefold() for name in group.captures("author"))
                    pairs = {(name.casefold(), year[0]) for name in group.captures("author")}
                    found |= pairs
                    sure |= set() if form.careful else pairs
            surnames |= {reading.text[low:high].casefold() for low, high in entry_authors(reading, headed)}
            told[id(reading)] = tuple(literature(reading))
        of_literature = cites and any(_OF_LITERATURE.search(reading.text) for reading in view.first)
        if cites > 1 or of_literature or len(sure) + len(surnames) > before:
            citing |= {reading.passage.id for reading in view.first}
    twice = {name for name, count in times.items() if count > 1}
    listed = frozenset(surnames | twice | {name for name, _ in sure})
    names = {zone.reading.text[zone.start : zone.end].casefold() for own in told.values() for zone in own}
    every = listed | {name for name, _ in found} | names
    return Known(frozenset(sure), frozenset(found), headed, every, listed, frozenset(citing), told)


def cited_authors(reading: Reading, known: Known = _NOBODY) -> Iterator[Zone]:
    """Find the names of cited authors in one reading, one zone for each name.

    Args:
        known: authors with their years as `known_authors` gives them.
    """
    cites = reading.passage.id in known.citing
    last: tuple[int, _Form] | None = None  # where the year of the last citation ended, and its form
    for year, group in groups(reading.text):
        pairs = {(name.casefold(), year[0]) for name in group.captures("author")}
        form = _sure_form(reading, group, year.end(), known.headed)
        weight = weight_of(reading.text, group, year.end(), cites=cites)
        if form is None and last is not None and _BARE_NEXT.fullmatch(reading.text, last[0], group.start()):
            form = replace(last[1], careful=True)  # "Harte et al. 2015; Quill & Vesey 1999"
        if form is None and group["open"].strip(" ,.") in ("(", "["):
            again = _is_known(pairs, known) or _is_next(reading.text, last, group)
            form = _form_in_brackets(reading.text, group, year.end(), again=again, cites=cites)
            if form is None and weight > ENOUGH:
                form = _Form("weighed citation", "a surname with a year, and several signs of literature")
        if form is None:
            continue
        last = year.end(), form
        if pairs <= known.sure:
            form = _Form(form.pattern, form.because, careful=False)
        plain = not is_of_the_case(reading.text, group.start(), year.end())
        sure = (form.surname > 1 and plain) or weight >= SURE
        proven = weight >= ENOUGH
        if proven or (cites and plain and not is_kin(reading.text, group, beside=False)):
            form = replace(form, surname=max(form.surname, 1))  # in such a document it is a surname
        for start, end in group.spans("author"):
            yield replace(_zone(reading, start, end, form), of_literature=sure)
    for start, end in entry_authors(reading, known.headed):
        because = "an author in an entry of a list of references"
        yield _zone(reading, start, end, _Form("entry of a reference list", because, careful=False))
    told = known.told.get(id(reading))
    yield from literature(reading) if told is None else told


def _is_known(pairs: set[tuple[str, str]], known: Known) -> bool:
    """Tell whether names were cited with their year before, or stand in a list of references."""
    return pairs <= known.every or all(name in known.listed for name, _ in pairs)


def _is_next(text: str, last: tuple[int, _Form] | None, group: regex.Match[str]) -> bool:
    """Tell whether names stand directly behind the citation before them, in one list."""
    return last is not None and _AND_ANOTHER.fullmatch(text, last[0], group.start()) is not None


def _zone(reading: Reading, start: int, end: int, form: _Form) -> Zone:
    return Zone(
        reading,
        start,
        end,
        Standing.CITED,
        form.pattern,
        form.because,
        careful=form.careful,
        surname=form.surname > 0,
    )


def _sure_form(reading: Reading, group: regex.Match[str], after: int, headed: Headed) -> _Form | None:
    """Name the form of a citation that needs no words around it, with its reason; None where it is none."""
    text = reading.text
    if _COURT.search(text, max(0, group.start() - 4), group.start()):
        return None
    if group["others"]:
        literature = literature_beside(text, group.start(), after)
        because = "an author with others and a year"
        return _Form("author and others", because, "al" not in group["others"], surname=literature)
    initials = len(group.captures("initials")) == len(group.captures("author"))
    if initials and is_entry(reading, group.start(), after, headed):
        because = "a surname with initials and a year before a title"
        careful = not is_entry(reading, group.start(), after, headed, published=True)
        return _Form("entry of a reference list", because, careful)
    _, high = line_of(text, group.start())
    low = max(0, group.start() - 8)
    bare = group["open"].strip(" ,.") not in ("(", "[")
    if is_kin(text, group, beside=bare):
        return None
    in_a_book = _BOOK_BEFORE.search(text, max(0, group.start() - 40), group.start()) is not None
    if bare and _OPENING.search(text, low, group.start()) and _CLOSING.match(text, after, high):
        because = "a surname with a year in brackets, as authors are cited"
        surname = literature_beside(text, group.start(), after) or int(
            in_a_book or _PAGE.match(text, after, high) is not None
        )
        return _Form("citation in brackets", because, surname=surname)
    return None


def _form_in_brackets(
    text: str, group: regex.Match[str], after: int, *, again: bool, cites: bool
) -> _Form | None:
    """Name the form of names before a year in brackets; None where nothing shows that they are authors.

    `again` says that the citation was seen before or stands in a list, `cites` that its document cites.
    """
    line, high = line_of(text, group.start())
    if is_of_the_family(text, after) or is_titled_in_the_case(text, group, after):
        return None
    if "[" in group["open"] and _OPENING.search(text, line, group.start()):
        return _Form("citation in brackets", "a surname with a year in brackets within others", surname=1)
    literature = literature_beside(text, group.start(), after)
    behind = _VERB_AFTER.match(text, beyond_joined(text, after), high)
    by_verb = behind is not None and behind["verb"] in scholar_verbs()
    if is_kin(text, group, beside=(by_verb and cites) or literature > 1):
        return None
    if _OF_SOMEBODY.search(" ".join(sentence_around(text, group.start(), after))):
        return None
    before = text[max(line, group.start() - 80) : group.start()]
    if literature or is_research_beside(text, after, before):
        because = "a surname with a year in brackets, with words of research beside it"
        return _Form("author and year", because, surname=literature)
    if MADE_AT_HOME.search(before):
        return None
    of_the_case = is_of_the_case(text, group.start(), after)
    strict = by_verb and behind is not None and behind["verb"] in scholar_verbs("strict")
    if strict or (by_verb and cites and not of_the_case):
        return _Form("author and year", "a surname with a year in brackets and a verb of scholars")
    if (
        not _ALONE.match(text, after, high)
        or does_behind(text, after)
        or (not again and is_told_of_somebody(text, group.start(), after))
        or all(map(is_forename, group.captures("author")))
    ):
        return None  # whoever does what people of a case do, or is called by a forename, is no author
    return _form_of_the_year(text, group, after, again=again, cites=cites, of_the_case=of_the_case)


def _form_of_the_year(
    text: str, group: regex.Match[str], after: int, *, again: bool, cites: bool, of_the_case: bool
) -> _Form | None:
    """Name the form of surnames with a year alone in brackets, of which no word beside them says anything."""
    several = len(group.captures("author")) > 1
    kin = is_kin(text, group, beside=False)
    if cites and not kin and (not of_the_case or several):
        because = "a surname with a year in brackets, in a document that cites literature"
        return _Form("author among citations", because)
    if again:
        because = "a surname with a year in brackets beside or after a sure citation of it"
        return _Form("author cited again", because)
    sentence = " ".join(sentence_around(text, group.start(), after, reach=80))
    if several and not _OF_THE_CASE.search(sentence):
        return _Form("authors and year", "two or more surnames with one year alone in brackets")
    if not of_the_case and not kin and is_spoken_of(text, group.start(), after):
        return _Form(
            "author in a sentence",
            "a surname with a year in brackets, of which a sentence speaks as of a text",
        )
    return None
