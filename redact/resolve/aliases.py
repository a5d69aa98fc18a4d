"""Other names of one person: where the text itself says that two names are one's, and what they then are.

A maiden name, an earlier or another surname, a name by which somebody goes, a pet name in quotes, a list of
the names under which a record was searched. Two names that merely stand together are never one person's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from redact.resolve.lists import short_names
from redact.resolve.names import Form
from redact.resolve.nicknames import called_by_others, forename_of, is_short_there, said_inside
from redact.resolve.recorded import END_OF_A_SENTENCE, RECORDED_AS, SENTENCE
from redact.resolve.said_one import are_alike, said_to_be_one
from redact.resolve.shortening import parts_of
from redact.resolve.surroundings import Seen, spans_between
from redact.values.text import Passage

__all__ = [
    "Other",
    "is_former_name",
    "is_pet_name",
    "is_searched",
    "other_names",
]

# What stands between a name and the same person's other name.
_OTHER_NAME = re.compile(
    r"""[\W_]* (?: n[ée]e | born(?![ ]*[.!?;]) | also(?![ ]*,) | formerly | previously | alias | a\.?k\.?a\.?
      | (?:(?<=[,–—-]\ )|(?<=\())once(?![ ]*[,.!?;])  # "met Ida Rook once, Kay Orton twice"
      | (?<=\()prev\.?
      | prev\.?(?=\ (?-i:[^\W\d_a-z])[\w'’-]+\ (?-i:[^\W\d_a-z])) | maiden\ name | other\ names?
      | (?:(?:also|formerly|previously|once|better|then|now|before\ that)\s+)? (?:known|called)\s+
        (?:here\s+)?as
      | (?:who\s+)?(?:(?:is|was)\s+)?(?:usually\s+|mostly\s+|always\s+)?(?:known|called|referred)\s+
        (?:to|by|among|at|in)\s+(?:[\w'’-]+\s+){1,4}as
      | (?:whom?\s+)(?:[\w'’-]+\s+){1,3}(?:knows?|calls?|called)\s+(?:(?:her|him|them)\s+)?(?:as\s+)?
      | (?:who\s+)?(?:goes|went)\s+by | nick-?named | (?:who\s+)?answers\s+to
      | (?:who\s+)?(?:calls|called)\s+(?:her|him)self
      | (?:was|had\s+been)\s+(?:formerly|previously|once|(?:her|him)self(?:\s+an?)?)
      | changed\ (?:her|his|their)\ name\ (?:to|from)
      | also\s+(?:recorded|registered|listed|entered|shown|filed|held|seen|spelt|written)(?:\s+(?:as|under))?
      | also\s+(?:as|under)
      ) [\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)
# The same, farther away, where both names have the forename.
_FARTHER = re.compile(
    r"""(?: \b(?:also|once|formerly|previously|n[ée]e|alias|aka|answers\ to|called|in\ the\ name\ of
      |under\ the\ name(?:\ of)?|maiden\ name(?:\ of)?|(?:known|registered|booked\ in|recorded|on
      |on\ file)\s+as
      |re-?(?:sent|issued|addressed)\ (?:as|to)|(?:here|there),\ as)) [\s"“'‘(:]*$""",
    re.IGNORECASE | re.VERBOSE,
)
# The same said of the subject of the sentence, whatever the forename.
_ANSWERS_TO = re.compile(
    r"[^.;:]*\band\s+(?:also\s+)?(?:answers\ to|goes\ by|(?:is|was)\ (?:known|called)\ (?:(?:to|by)\ "
    r"(?:[\w'’-]+\ ){1,4})?as)\s+[\"“'‘]?",
    re.IGNORECASE | re.VERBOSE,
)
# "Anyone called Orton in the older files is the same woman as Kay Rook".
_SAME_AS = re.compile(
    r"[^.;:]{0,60}\b(?:is|was|are|were)\s+(?:one\s+and\s+)?the\s+same\s+(?:\w+\s+)?as\s+", re.IGNORECASE
)
# Between two whole names of one forename: "Ida Rook was Ida Orton when her father died".
_BECAME = re.compile(r"[ ](?:was|became|is[ ]now|is[ ]today|then)[ ]")
# "She is Kay Rook in maternity, Kay Orton at school": both are hers, who is said to be so before the first.
_IN_ONE_PLACE = re.compile(r"[\"”'’]?[ ](?:in|at|on|to|for|with)[ ][^.;:,]{1,40},?[ ](?:and[ ])?[\"“'‘]?")
_SHE_IS = re.compile(r"\b(?:she|he|they)[ ](?:is|was|are|were)[ ](?:called[ ])?[\"“'‘]?$", re.IGNORECASE)
# "Ida Rook up to 2007; Ida Orton after.": of one forename, the first name ends where the other begins.
_UP_TO = re.compile(
    r",?[ ](?:up[ ]to|until|till|before)[ ][^.;:()]{1,40}[;,.][ ](?:and[ ]|then[ ])?", re.IGNORECASE
)
_AFTER = re.compile(r",?[ ](?:after|from[ ]then|since|thereafter|from[ ]that)", re.IGNORECASE)
# "Kay Rook is on the badge. She'd been Orton for years": nothing but a name is what she had been.
_SHE_HAD_BEEN = re.compile(r"[^.;:]{0,70}\.[ ]S?[Hh]e(?:['’]d|[ ]had)[ ](?:long[ ]|already[ ])?been[ ]")
_HERSELF = re.compile(r"[ ]*[(,]?[ ]*(?:n[ée]e|(?:was|had been)[ ](?:her|him)self)[ ]+", re.IGNORECASE)
_TO_FRIENDS = re.compile(r"[ ]to[ ](?:his|her|their|all|every|most|friends|family)", re.IGNORECASE)
_QUOTED = re.compile(r",?[ \u00a0]*\(?[ \u00a0]?(?:known as |called )?[\"“'‘]", re.IGNORECASE)
_FAR = 90
_FEW = 30
# A list of names before or behind which one of these stands is a list of one person's.
_ONE_PERSONS = re.compile(
    r"""\b(?: spellings? | aliases | (?:former|previous|earlier|other)\ (?:sur)?names
      | variously | one\ and\ the\ same | (?:the\ )?same\ (?:man|woman|person
      |child|boy|girl|individual|patient|pupil) | interchangeabl[ey] | a\.?k\.?a\.? | alias )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Nothing but this stands between the names of a list.
_LISTED = re.compile(
    r"[ ]*(?:[,;/|&]|,?\s+(?:and|or|as|then|later|now)\b|[\"“”'‘’()]|[–—-])+[ ]*(?:also\ )?[\"“'‘(]?"
)
_MAIDEN_NAME_OF = re.compile(
    r"\b(?:maiden|former|previous|earlier|birth|old|married)[ ](?:sur)?name[ ](?:of|for)[ ]$", re.IGNORECASE
)
_FIELD_OF_NAME = re.compile(
    r"(?:(?:child|adult|pupil|patient|client|tenant|mother|father)(?:[’']?s)?[ ])?(?:full[ ])?name"
    r"(?:[ ]of[ ]\w+)?[ ]*[:\t|–-]",
    re.IGNORECASE,
)
_FIELD_OF_OTHERS = re.compile(
    r"(?:also(?:[ ]known[ ]as)?|a\.?k\.?a\.?|alias(?:es)?|(?:any[ ])?other[ ]names?(?:[ ]used)?|known[ ]as"
    r"|(?:previous|former|maiden|birth|preferred)[ ](?:sur)?names?|n[ée]e)\b[ ]*[:\t|–-]?",
    re.IGNORECASE,
)
_FIELDS_APART = 3  # passages between a field of the name and that of other names
_JOINS = 8  # names of one list

# A whole name, another name of its bearer, and what that is where it is a single one: "first", "last" or "".
Other = tuple[Seen, Seen, str]


def other_names(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], order: Sequence[str]
) -> Iterator[Other]:
    """Give each two mentions of which the text says that both are names of one person.

    Args:
        order: the passages of each document, in reading order.
    """
    field: tuple[int, Seen] | None = None
    for number, id_ in enumerate(order):
        seen = sorted(by_passage.get(id_, ()), key=lambda one: (one.mention.span.start, one.mention.span.end))
        if not seen:
            continue
        text = passages[id_].text
        yield from _side_by_side(seen, passages[id_])
        yield from (*said_inside(seen, text), *called_by_others(seen, text))
        yield from (*_of_lists(seen, text), *_spellings(seen, text), *said_to_be_one(seen, text))
        if field is not None and number - field[0] <= _FIELDS_APART and _FIELD_OF_OTHERS.match(text):
            yield from (
                (field[1], one, "") for one in seen[:_JOINS] if one.name.form in (Form.FULL, Form.SINGLE)
            )
        if len(seen) == 1 and seen[0].name.form is Form.FULL and _FIELD_OF_NAME.match(text):
            field = number, seen[0]


def is_searched(one: Seen, text: str) -> bool:
    """Tell whether a name begins or goes on a list of names under which something was searched or filed."""
    start = one.mention.span.start
    return _UNDER.search(END_OF_A_SENTENCE.split(text[max(0, start - SENTENCE // 2) : start])[-1]) is not None


def _side_by_side(seen: Sequence[Seen], passage: Passage) -> Iterator[Other]:
    full = [one for one in seen if one.name.form is Form.FULL]
    for one, other, between in (*spans_between(seen, passage), *spans_between(full, passage)):
        forms = one.name.form, other.name.form
        behind = passage.text[other.mention.span.end :][:1]
        if is_short_there(between, passage.text, other) and _is_short(other.name.last, forename_of(one)):
            yield one, other, "first"
        elif forms == (Form.FULL, Form.FULL):
            same = _same_forename(one.name.first, other.name.first)
            same = same or (one.name.last == other.name.last and are_alike(one.name.first, other.name.first))
            said = _SHE_IS.search(passage.text[: one.mention.span.start][-_FEW:])
            then = _UP_TO.fullmatch(between) and _AFTER.match(passage.text, other.mention.span.end)
            told = then or (said and _IN_ONE_PLACE.fullmatch(between))
            if is_former_name(between, same) or (same and told):
                yield one, other, ""
        elif forms == (Form.FULL, Form.SINGLE):
            if is_pet_name(between, behind) or (
                between.strip() + behind == "()" and _is_short(other.name.last, one.name.first)
            ):
                yield one, other, "first"
            elif between == ", " and _TO_FRIENDS.match(passage.text[other.mention.span.end :]):
                yield one, other, "pet"
            elif is_former_name(between, same_forename=False) or _SHE_HAD_BEEN.fullmatch(between):
                yield one, other, "last"
        elif forms == (Form.SINGLE, Form.SINGLE) and _HERSELF.fullmatch(between):
            yield one, other, "last"
        before = passage.text[: one.mention.span.start][-30:]
        if between == ", " and forms[1] is Form.SINGLE and _MAIDEN_NAME_OF.search(before):
            yield one, other, "last"
        if forms == (Form.SINGLE, Form.FULL) and is_former_name(between, same_forename=False):
            yield other, one, "last" if RECORDED_AS.search(before) else ""


def _is_short(name: str, forename: str) -> bool:
    return forename in short_names().get(name, ()) or name in parts_of(forename)


def _same_forename(one: str, other: str) -> bool:
    return one == other or one in short_names().get(other, ()) or other in short_names().get(one, ())


def _of_lists(seen: Sequence[Seen], text: str) -> Iterator[Other]:
    """Pair the names of a list: all where it is said to be one person's, else those of one forename."""
    run: list[Seen] = []
    end = 0
    for one in (*seen, None):
        if one is not None and run:
            between = text[end : one.mention.span.start]
            if one.mention.span.start < end:
                continue
            end = one.mention.span.end
            if len(between) < 12 and _LISTED.fullmatch(between) and one.name.form in (Form.FULL, Form.SINGLE):
                if one.name.form is Form.FULL:
                    run.append(one)
                continue
        if 1 < len(run) <= _JOINS:
            yield from _of_one(run, text)
        run = [one] if one is not None and one.name.form is Form.FULL else []
        end = one.mention.span.end if one is not None else 0


def _spellings(seen: Sequence[Seen], text: str) -> Iterator[Other]:
    """Pair the one whole name of a list of spellings with each surname alone beside it."""
    run: list[Seen] = []
    for one in (*seen, None):
        if (
            one is not None
            and run
            and _LISTED.fullmatch(text[run[-1].mention.span.end : one.mention.span.start])
        ):
            run.append(one)
            continue
        whole = [own for own in run if own.name.form is Form.FULL]
        if len(whole) == 1 < len(run) <= _JOINS and _SPELLINGS.search(
            text[: run[0].mention.span.start][-_FAR:]
        ):
            name = whole[0].name
            singles = (own for own in run if own.name.form is Form.SINGLE)
            yield from ((whole[0], own, "spelled") for own in singles if own.name.last not in name.parts)
        run = [one] if one is not None else []


def _of_one(run: Sequence[Seen], text: str) -> Iterator[Other]:
    start, end = run[0].mention.span.start, run[-1].mention.span.end
    before, behind = text[max(0, start - 60) : start], text[end : end + 60]
    before = END_OF_A_SENTENCE.split(before)[-1]
    behind = END_OF_A_SENTENCE.split(behind)[0]
    said = _ONE_PERSONS.search(before) or _ONE_PERSONS.search(behind)
    names = {part for one in run for part in (one.name.first, one.name.last)}
    shared = len(names) < 2 * len({(one.name.first, one.name.last) for one in run})
    either = _CALLED.search(before) and _ALTERNATIVES.search(text[start:end])
    if shared and (said or either):
        yield from ((one, other, "") for one, other in pairwise(run))
    elif _SEARCHED.search(before) and len(run) <= _ALIASES:
        by_forename: dict[str, list[Seen]] = defaultdict(list)
        for one in run:
            by_forename[one.name.first].append(one)
        for same in by_forename.values():
            yield from ((one, other, "") for one, other in pairwise(same))


_SPELLINGS = re.compile(
    r"\b(?:spellings?|spelt|(?:forms|versions)[ ]of[ ](?:her|his|their|the)[ ]name)\b[^.;:,]{0,40}[:–-][ ]$",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:under|against|in the names?(?: of)?|search\w* (?:used|for|of|on)) [^.;:]*$", re.IGNORECASE
)
# "is called this or that": both are hers, but of "the twins are called this and that" each is one's.
_CALLED = re.compile(
    r"\b(?:is|was|been)\ (?:\w+\ )?(?:called|named|known\ as|spelt|written)\ $", re.IGNORECASE
)
_ALTERNATIVES = re.compile(r"\bor\b")
_ALIASES = 4  # names under which one person's records lie; a longer list is one of people
_SEARCHED = re.compile(
    r"""\b(?: records? | files? | notes | entries | index\w* | search\w* | check\w* | look\w* | held | filed
      | kept | registered | recorded | entered )\b [^.;:]{0,40} \b(?:under|against|in\ the\ names?(?:\ of)?)
      [\s"“'‘(:]*$""",
    re.IGNORECASE | re.VERBOSE,
)


def is_former_name(between: str, same_forename: bool) -> bool:
    """Tell whether the words between two names say that both are names of one person."""
    if len(between) > _FAR or "\n" in between.strip("\n"):
        return False
    if _OTHER_NAME.fullmatch(between) and (same_forename or not between.strip().lower().endswith("also")):
        return True
    if _ANSWERS_TO.fullmatch(between) or _SAME_AS.fullmatch(between):
        return True
    return same_forename and bool(_FARTHER.search(between) or _BECAME.fullmatch(between))


def is_pet_name(between: str, behind: str) -> bool:
    """Tell whether the second of two names stands alone in quotes behind the first: Robert Osgood ("Bobby").

    Args:
        behind: the sign behind the second name; without a closing quote a speech begins with it.
    """
    return bool(behind) and behind in "\"”'’" and _QUOTED.fullmatch(between) is not None
