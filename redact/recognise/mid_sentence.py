"""Capitals in the middle of a sentence that nothing else explains: names without a title, field or role.

These are asked about, never sure. A word counts that is in no list of words usual with a capital, that the
documents of the call do not also write in lower case again and again, and that the name model does not hold
impossible where it has read the text. Headings, lines in title case or in capitals, headers of tables, the
first words of sentences, items and cells, abbreviations and what another recogniser has claimed are left
alone. What remains: a name at the beginning of a sentence only, and a name that is a usual word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import cast

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.model.views import chance
from redact.recognise.names import is_particle, name_words, stop_words, title_words
from redact.recognise.plain_words import is_seldom_a_name
from redact.recognise.readings import Reading
from redact.recognise.scanner_slips import is_misread
from redact.recognise.taken import Place, Taken, people_where_free, taken_by
from redact.recognise.times import is_time
from redact.recognise.where_people_stand import is_where_people_stand
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Part

__all__ = ["LOWER", "PARTS", "RECOGNISER", "is_usual", "uses_capitals"]

_EVIDENCE = Evidence(
    "mid-sentence",
    "1",
    "capitals in mid-sentence",
    "capitals in mid-sentence that no list of usual words explains",
)
_AGAIN = Evidence(
    "mid-sentence",
    "1",
    "capitals again",
    "a word that stands elsewhere in mid-sentence with a capital that no list of usual words explains",
)
_OF_PEOPLE = Evidence(
    "mid-sentence",
    "1",
    "capitals where people stand",
    'capitals in mid-sentence where somebody is told something, or behind a name and "and"',
)
_ONE, _TWO = 0.35, 0.45  # one word; two or more in a row, or initials and a word
_LEAST_ODDS = 0.06  # the model's odds of a person, below which what it has read is asked about no more
_AGAIN_ODDS = 0.01  # of one that is asked about elsewhere, in the middle of a sentence
# Of one that stands so at several places: at each, and all together. A name of which the model thinks little.
_LOW_ODDS, _TOGETHER = 0.01, 0.1
_SELDOM_ODDS = 0.08  # of an ordinary word that is seldom a name
_ODDS_OF_SOMEBODY = 0.001  # of such a word where hardly anything but somebody stands
_KEPT = "capitals in mid-sentence"
# A run of capitalised words: where it stands, its half-open code points there, and a score.
_Run = tuple[View, Reading, int, int, float]
_OFTEN = 3  # times in lower case that make a word an ordinary one
PARTS = frozenset({
    Part.BODY, Part.TABLE, Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT, Part.TEXT_BOX,
    Part.TRACKED_DELETION, Part.TRACKED_INSERTION, Part.HIDDEN_TEXT, Part.ANNOTATION, Part.ALT_TEXT,
})  # fmt: skip
_WORD = r"\p{Lu}(?:\p{Ll}|'(?=\p{L})|(?<=(?:Mc|Mac|'|-|\p{Lu}'|O|D))\p{Lu}|-(?=\p{L}))*+(?<=\p{Ll})"
_INITIALS = r"(?:\p{Lu}\.[ ]?){1,3}"
_RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}_@/.\\#&'-])(?:{_INITIALS})?{_WORD}(?![\p{{L}}\p{{N}}_@/\\])"
    rf"(?:(?:[ ]|[ ]?\n[ ]?)(?:(?:de|la|van|von|der|al|el|bin|ap|ab)[ ])?(?:{_INITIALS})?{_WORD}"
    rf"(?![\p{{L}}\p{{N}}_@/\\])){{0,4}}"
)
# At the beginning of a sentence, and in the middle of one: "supervises neither Ubong nor Efa".
_AGAIN_THERE = regex.compile(
    rf"(?:(?:^|[.?!:;\n\t][ ]?[\"'(]?)|(?P<inside>(?<=[\p{{Ll}},][ \n][\"'(]?)))(?P<word>{_WORD})"
    rf"(?=(?P<next>[ ]\p{{Lu}})?(?:'s)?(?![\p{{L}}\p{{N}}_@/\\-]))"
)
_INSIDE = regex.compile(r"[\p{L}\p{N}%][,'\"\u201d)]{0,2}[ \n][\"'(\u201c]?$")
_CAPITALS = 0.01  # of the letters of a document that is not written in small letters throughout
LOWER = regex.compile(r"(?<![\p{L}\p{N}'/@._-])\p{Ll}[\p{Ll}'-]*+(?![\p{L}\p{N}@/_])")
_TOKEN = regex.compile(r"\p{L}[\p{L}'-]*")
_LINE_START = regex.compile(r"(?:^|\n)[^\p{L}\n]*(?:\(?[a-z]\)[ ]|[ivx]{1,4}[.)][ ])?$")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(mentions)
    asked: set[str] = set()
    low: dict[str, list[tuple[Reading, int, int, float]]] = defaultdict(list)
    for view, reading, start, end, score in _all_runs(views):
        odds = chance(view, reading, start, end)
        if is_time(reading.text, start, end):
            continue
        is_seldom = score == _ONE and is_seldom_a_name(reading.text[start:end])
        least, evidence = (_SELDOM_ODDS if is_seldom else _LEAST_ODDS), _EVIDENCE
        if score == _ONE and is_where_people_stand(reading, start, taken):
            least, evidence = (_ODDS_OF_SOMEBODY if is_seldom else 0.0), _OF_PEOPLE
        if odds is not None and odds < least:
            if score == _ONE and not is_seldom and odds >= _LOW_ODDS:
                low[reading.text[start:end]].append((reading, start, end, odds))
            continue
        made = mention(reading, start, end, Label.PERSON, score, evidence)
        if made is not None and not taken.touches(reading.passage.id, made.span.start, made.span.end):
            yield made
            if score == _ONE and not is_seldom:
                asked.add(reading.text[start:end])
    for word, places in low.items():
        if word in asked or sum(odds for *_, odds in places) >= _TOGETHER:
            asked.add(word)
            yield from people_where_free((place[:3] for place in places), taken, _ONE, _EVIDENCE)
    if asked:
        yield from people_where_free(_again(views, asked, taken), taken, _ONE, _AGAIN)


def _again(views: Sequence[View], asked: set[str], taken: Taken) -> Iterator[Place]:
    """Give the other places of such a word, where a name stands or a sentence begins: "Efa said no."."""
    for view, reading in _running(views):
        if not any(word in reading.text for word in asked):
            continue
        for match in _AGAIN_THERE.finditer(reading.text):
            start, end = match.span("word")
            if match["word"] not in asked or _is_title_case(reading.text, start, end):
                continue
            if match["next"] is not None and not _is_before_a_name(reading, end, taken):
                continue
            if match["inside"] is None or (chance(view, reading, start, end) or 0.0) >= _AGAIN_ODDS:
                yield reading, start, end


def _is_before_a_name(reading: Reading, end: int, taken: Taken) -> bool:
    """Tell whether the word behind is a name that another recogniser has claimed: "Efa" of "Efa Harte"."""
    behind = reading.span(end + 1, end + 2)
    return behind is not None and taken.touches(reading.passage.id, *behind)


def _all_runs(views: Sequence[View]) -> tuple[_Run, ...]:
    """Find the runs of capitalised words of all documents of a call; in the same ones once."""
    of = tuple(map(id, views))
    kept = cast(
        "tuple[tuple[int, ...], tuple[_Run, ...]] | None", views[0].kept.get(_KEPT) if views else None
    )
    if kept is not None and kept[0] == of:
        return kept[1]
    usual = _usual(views)
    found: list[_Run] = []
    for view, reading in _running(views):
        found += ((view, reading, *run) for run in _runs(reading.text, usual))
    for view in views[:1]:
        view.kept[_KEPT] = of, tuple(found)
    return tuple(found)


def _running(views: Sequence[View]) -> Iterator[tuple[View, Reading]]:
    """Give what is no heading and no header of a table."""
    for view in views:
        headers = _header_passages(view)
        for reading in view.first:
            passage = reading.passage
            if passage.location.part in PARTS and not passage.heading_level and passage.id not in headers:
                yield view, reading


def _usual(views: Sequence[View]) -> frozenset[str]:
    """Find the words that the documents often write in lower case; names that are words are none of them."""
    counts: Counter[str] = Counter()
    for view in views:
        for reading in view.first:
            counts.update(LOWER.findall(reading.text))
    return frozenset(word for word, number in counts.items() if number >= _OFTEN) - name_words()


def _header_passages(view: View) -> frozenset[str]:
    return frozenset(
        piece.reading.passage.id
        for grid in view.grids
        for (row, _), cell in grid.cells.items()
        if row == grid.first_row
        for piece in cell.slices
        if "\n" not in piece.reading.text and "\t" not in piece.reading.text
    )


def _runs(text: str, usual: frozenset[str]) -> Iterator[tuple[int, int, float]]:
    """Find runs of capitalised words inside sentences: half-open code points of `text`, and a score."""
    for match in _RUN.finditer(text):
        start = _inside(text, match.start(), match.end(), usual)
        run = None if start is None else _trimmed(text, start, match.end(), usual)
        if run is None or _is_title_case(text, match.start(), match.end()):
            continue
        start, end, number = run
        yield start, end, _TWO if number > 1 or "." in text[start:end] else _ONE


def _inside(text: str, start: int, end: int, usual: frozenset[str]) -> int | None:
    """Find where the part of a run begins whose capitals are no sentence's own; None where there is none.

    The first word of a sentence counts where it is no usual word and another one follows: "Anna Harte went".
    """
    low = max(0, start - 40)
    if _INSIDE.search(text, low, start) and not _LINE_START.search(text, low, start):
        return start
    tokens = list(_TOKEN.finditer(text, start, end))
    if len(tokens) < 2:
        return None  # behind a colon or a full stop one word has its capital from there
    if len(tokens[0][0]) > 1 and (is_usual(tokens[0][0], usual) or is_usual(tokens[1][0], usual)):
        return int(tokens[1].start())
    return start


def _trimmed(text: str, start: int, end: int, usual: frozenset[str]) -> tuple[int, int, int] | None:
    """Take the usual words off both ends of a run: what is left, and the number of its words, or None."""
    tokens = [token for token in _TOKEN.finditer(text, start, end) if len(token[0]) > 1]
    if tokens and tokens[-1][0].casefold().removesuffix("'s") in words("agency-words"):
        return None
    unusual = [token for token in tokens if not is_usual(token[0], usual)]
    if not unusual:
        return None
    first, last = unusual[0], unusual[-1]
    begin = start if first is tokens[0] else first.start()
    stop = last.end() - (2 if last[0].endswith(("'s", "'S")) else 0)
    number = sum(first.start() <= token.start() <= last.start() for token in tokens)
    return begin, stop, number


def uses_capitals(view: View) -> bool:
    """Tell whether a document is written with capitals, so that small letters say something."""
    texts = [reading.text for reading in view.first]
    return sum(sum(map(str.isupper, text)) for text in texts) >= _CAPITALS * sum(map(len, texts))


def is_usual(word: str, usual: frozenset[str]) -> bool:
    """Tell whether a word has its capital for another reason, or is one of the `usual` words."""
    plain = word.casefold().removesuffix("'s")
    if is_known(word) or is_misread(word):
        return True
    if plain in stop_words() or plain in title_words() or is_particle(word):
        return True
    if plain in usual or plain.removesuffix("s") in usual:
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(
        not part or part in usual or part in stop_words() or is_known(part) for part in parts
    )


def _is_title_case(text: str, start: int, end: int) -> bool:
    """Tell whether hardly a word of the line but the small ones is in lower case: a heading, a title."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    line = text[low : high if high >= 0 else len(text)].strip()
    if len(line) > 160 or line.endswith("."):
        return False
    if line[:1].islower():
        return False
    found = [word for word in _TOKEN.findall(line) if word.casefold() not in words("small-words")]
    lower = sum(word[0].islower() for word in found)
    return len(found) > 2 and 4 * lower <= len(found) - lower


RECOGNISER = FollowUpRecogniser(
    name="mid-sentence",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    ahead=_all_runs,
    examples=(
        Example("They spoke to Kayleigh about the plan.", ("Kayleigh",)),
        Example("It was then that Karen Whitfield rang.", ("Karen Whitfield",)),
        Example("The plan of J. Quill was used.", ("J. Quill",)),
        Example(
            "When seen, Nia\u2019s coat was wet, and so was O\u2019Brien\u2019s.", ("Nia", "O\u2019Brien")
        ),
        Example("Karen Whitfield rang, and nobody came.", ("Karen Whitfield",)),
        Example("On Monday Tarrant came to the school.", ("Tarrant",)),
        Example("They spoke to Kayleigh. On screen: Kayleigh.", ("Kayleigh", "Kayleigh")),
        Example("He had told Grace and then told Kayleigh-Mae again.", ("Grace", "Kayleigh-Mae")),
    ),
    near_misses=(
        "Kayleigh was seen.",
        "It was on Monday that the Health Visitor came.",
        "They met at the Child Protection Conference in March.",
        "He told Parent 1 and Child K.",
        "THE PLAN WAS FOR ALL",
        "Working Together to Safeguard Children says so.",
        "a letter to the Local Authority and to Ofsted",
        "- Kayleigh",
        "The Tarrant Principles Of Good Planning",
        "She said: Tomorrow is late.",
        "a form of the LSCB and the DfE",
        "the plover, a plover, the plover and the Plover",
    ),
)
