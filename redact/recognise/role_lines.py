"""Names in the role line of the independent chair or author of the review.

"Independent author: Anna Harte", "Author of the overview report (independent) | Anna Harte", "Report by Anna
Harte, independent overview author", "Independent Chair Anna Harte", a name above its role, and on a cover
"Report by Anna Harte; panel chaired by Tom Vesey". An independent chair of a conference, an independent
reviewing officer and the author of a management review are practitioners of the case: they are left out. What
remains: a role line in words that are not listed here.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.grids import View
from redact.recognise.names import Name
from redact.recognise.other_reviews import is_not_its_author
from redact.recognise.panel_lists import panel_members
from redact.recognise.posts import holds_a_post
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context, context_of
from redact.recognise.role_brackets import bracketed, greeted
from redact.recognise.role_cells import role_cells
from redact.recognise.role_doubts import acts_behind, is_of_an_agency, is_of_name_behind
from redact.recognise.role_entries import entries_of
from redact.recognise.role_labels import labelled
from redact.recognise.role_names import LETTERS, names_of_line, person_at
from redact.recognise.role_offices import is_held, is_office, is_strong, office
from redact.recognise.role_phrases import role_phrases
from redact.recognise.role_sides import Sides, sides_of
from redact.recognise.role_stacks import above_roles, stacked
from redact.recognise.role_words import OFFICE_ROLE, OTHER_PANELS
from redact.recognise.zones import LETTER_NAME, Zone, line_of, lines_of
from redact.values.text import Part

__all__ = ["role_lines"]

_MOST = 160  # characters of a line that is still an entry of a list
_BEHIND = regex.compile(
    rf"(?P<name>(?:\p{{Lu}}\.[ ]?){{0,3}}{LETTER_NAME})(?:,?[ ][OMCK]BE|,?[ ][QK]PM)?(?:,[ ]|[ ]\(|[ ]-[ ]"
    r"|[ ]?\n[ ]?(?i:(?:role|position|title|post|designation):[ ]?)?)"
    rf"(?P<role>(?i:(?:an?[ ]|as[ ])?{OFFICE_ROLE}))(?![\p{{L}}])"
)
_BEFORE = regex.compile(
    rf"(?<![\p{{L}}-])(?P<role>(?i:{OFFICE_ROLE})),?[ ](?P<name>{LETTER_NAME})(?![\p{{L}}])"
)
# A role line ends there or goes on with another name; in a sentence somebody acts.
_NO_SENTENCE = regex.compile(r"[)\s]*(?:$|\n|[.;:|\t(]|(?:,[ ]|[ ]|[ ]?,?[ ]and[ ])(?:of|for|and|to|\p{Lu}))")
_LONG_WORD = regex.compile(r"\p{L}{4,}")
_ROLE_WORD = regex.compile(
    r"\b(?:(?:co-?)?author|writer|reviewer|chair(?:person|man|woman)?|facilitator|scrutineer)s?\b",
    regex.IGNORECASE,
)
_MADE = r"(?:written|prepared|compiled|undertaken|conducted|led|authored|carried[ ]out|completed|produced)"
_WORK = (
    r"(?:(?:overview|independent|final|full|serious case|safeguarding practice|practice|learning|case"
    r"|executive)[ ])*"
)
_SELF = regex.compile(
    rf"\b(?i:this[ ]{_WORK}(?:review|overview[ ]report)[ ](?:was"
    rf"|has[ ]been)[ ](?:independently[ ])?(?:{_MADE}|chaired)[ ]by)"
    rf"[ ](?P<name>{LETTER_NAME})"
)
_COVER = (
    regex.compile(
        r"^[\s*#]*(?i:(?:(?:an?|the|independent|final|serious[ ]case[ ]review|scr)[ ])*"
        r"(?:overview(?:[ ]report)?|(?:serious[ ]case|practice|learning)[ ]review)[ ](?:report[ ])?"
        rf"{_MADE}[ ]for)[ ][^\n:\u2014]{{3,80}}?(?:[ ][-\u2014]|:)[ ](?P<name>{LETTER_NAME})"
        r"(?=[ ]*(?:$|\n|,[ ]|[ ]\p{Lu}\p{Lu}))",
        regex.MULTILINE,
    ),
    regex.compile(
        rf"(?:^|\n)[ ]*(?i:(?:{_MADE}[ ](?:[^\n]{{1,80}}[ ])?)?by)[ ]?:?[ ]*\n[ ]*"
        rf"(?P<name>{LETTER_NAME}){LETTERS}[ ]*(?=\n|$)"
    ),
    regex.compile(
        rf"^[\s*#]*(?i:(?:an?[ ]|the[ ])?{_WORK}(?:report|review"
        rf"|summary)[ ](?:{_MADE}[ ])?by)[ ](?P<name>{LETTER_NAME})"
        r"(?=[ ]*(?:$|\n|[;.]|[ ]and[ ]|,[ ](?:an?[ ])?independent))",
        regex.MULTILINE,
    ),
    regex.compile(
        rf"\b{OTHER_PANELS}(?i:(?:panel"
        rf"|review)[ ](?:was[ ])?(?:independently[ ])?chaired[ ]by)[ ](?P<name>{LETTER_NAME})"
    ),
)
_BY = regex.compile(r"\b(?:by|for)\b")
_NAME_PARTS = frozenset(
    {
        Part.FILE_NAME,
        Part.PROPERTY,
        Part.BOOKMARK,
        Part.EMBEDDED_FILE,
        Part.ATTACHMENT,
        Part.LINK,
        Part.COMMENT,
    }
)


def role_lines(view: View) -> Iterator[Zone]:
    """Find the names in role lines and in lists of a panel's members, one zone for each name."""
    first = [each for each in view.first if each.passage.location.part not in _NAME_PARTS]
    context, sides = context_of(first), sides_of(first)
    for reading in first:
        if _ROLE_WORD.search(reading.text):
            yield from (office(reading, *span) for span in labelled(reading, context, sides))
            yield from _entries(reading, context)
            yield from stacked(reading, context, sides)
            yield from _before_role(reading, context, sides)
            yield from _behind_role(reading, context)
        yield from _made_by(reading, context)
        yield from role_phrases(reading, context, sides)
    yield from above_roles(first, context, sides)
    yield from bracketed(first)
    yield from greeted(first, context)
    for grid in view.grids:
        yield from role_cells(grid, context)
    yield from panel_members(first, view.grids)


def _entries(reading: Reading, context: Context) -> Iterator[Zone]:
    """Find the names that stand in one line with a role; a role beside it may say whose chair it is."""
    text = reading.text
    lines = [(low, high, tuple(entries_of(text, low, high))) for low, high in lines_of(text)]
    strong = [any(is_strong(entry.role) for entry in entries) for *_, entries in lines]
    for number, (low, high, entries) in enumerate(lines):
        company = any(strong[max(0, number - 1) : number + 2])
        for entry in entries:
            line = text[low:high]
            if is_office(reading, context, line, entry.role, company=company):
                for start, end in entry.names:
                    if is_held(reading, context, line, entry.role, end):
                        yield office(reading, start, end)


def _before_role(reading: Reading, context: Context, sides: Sides) -> Iterator[Zone]:
    text = reading.text
    for role in _ROLE_WORD.finditer(text):
        low = max(0, role.start() - 120)
        for match in _BEHIND.finditer(text, low, min(len(text), role.end() + 60)):
            start, end = line_of(text, match.start())
            short = text[start : max(end, match.end())]
            name = person_at(text, *match.span("name"))
            if name is None or not _is_full(text, name) or len(short) > _MOST:
                continue
            if not sides.joined(reading, name.start, match.start("role")):
                continue
            if is_of_name_behind(text, match.end("role")):
                continue
            if match.start("role") > end and len(names_of_line(text, start, end)) > 1:
                continue  # "Anna Harte and Tom Vesey / Independent Author" is of one of them
            if _NO_SENTENCE.match(text, match.end(), max(end, match.end())) and is_office(
                reading, context, short, match["role"]
            ):
                yield office(reading, name.start, name.end)


def _behind_role(reading: Reading, context: Context) -> Iterator[Zone]:
    """Find "Independent Author Anna Harte", and "Independent Chair Harte" in a text of a review."""
    text = reading.text
    for match in _BEFORE.finditer(text):
        start, end = line_of(text, match.start())
        line = text[start : max(end, match.end())]
        name = person_at(text, *match.span("name"))
        sign = text[match.end("role") : match.start("name")]
        if name is None or acts_behind(text, match.start("role"), match.end(), name.start, sign):
            continue
        if is_of_an_agency(text, match.start("role")) or not _is_prefix(match["role"]):
            continue
        if is_office(reading, context, line, match["role"]):
            yield office(reading, name.start, name.end)


def _is_full(text: str, name: Name) -> bool:
    """Tell a name of two words, or of one with its initials before it."""
    return name.words > 1 or text[name.start + 1] == "."


def _is_prefix(role: str) -> bool:
    """Tell a role that stands like a title, "Independent Author"; "independent author" is of a sentence."""
    return all(word[0].isupper() for word in _LONG_WORD.findall(role))


def _made_by(reading: Reading, context: Context) -> Iterator[Zone]:
    """Find who wrote and who chaired, on a cover, and where a review says so of itself."""
    if _BY.search(reading.text) is None:
        return
    patterns = (_SELF, *_COVER) if context.in_title(reading) else (_SELF,)
    for match in (found for pattern in patterns for found in pattern.finditer(reading.text)):
        start, end = line_of(reading.text, match.start("name"))
        line = reading.text[start:end]
        name = person_at(reading.text, *match.span("name"))
        if name is None or name.words < 2 or context.is_case_meeting(reading, line):
            continue
        if is_not_its_author(reading.text, match.start(), (name.start, name.end)):
            continue
        if context.is_review(reading, line) and not holds_a_post(reading.text, name.end):
            yield office(reading, name.start, name.end)
