"""Initials where only somebody's stand, named or not: "[comment RV: why?]", "Supervisor: HR", "visit tq".

They are asked about behind the opening of a comment, behind a field for people, with full stops behind the
word for a signature, in brackets behind a post that they do not shorten, behind "initialled", in a column of
signatures, in small letters at the end of an entry where the documents hold the whole name, and in a key
whose other lines give names. Those of a comment, a column and a key count again in the same document. What
remains: letters that are a post's as well behind a field ("Referrer: GP"), and small letters of nobody named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.clipped import is_clipped_word
from redact.recognise.defined_letters import is_explained_here
from redact.recognise.grids import Grid, View
from redact.recognise.letter_places import is_small_word
from redact.recognise.letters_of_names import letters_of
from redact.recognise.lists import kinds, words
from redact.recognise.mid_sentence import PARTS
from redact.recognise.names import is_short_form, stop_words
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import Reading
from redact.recognise.taken import taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_ASKED, _LIKELY = 0.42, 0.6
_STANDINGS = (Standing.PARTICIPANT, Standing.PANEL, Standing.OFFICE)
_LETTERS = r"(?:\p{Lu}{2,3}|\p{Ll}{2,3})"
_COMMENT = regex.compile(
    rf"\[(?P<word>(?:comment(?:ed)?|note|query|reply|edit(?:ed)?|inserted|added|deleted)[ ]"
    rf"(?:by[ ]|from[ ]|\[)?)?"
    rf"(?P<letters>{_LETTERS})\d{{0,3}}\]?(?::|(?<=\])[ ]?:?)"
)
# "Comment [CM4]:" in the margin of a printed draft, whatever else the letters are short for.
_WORD_OF_COMMENT = regex.compile(r"\b[Cc]omment(?:ed)?[ ]$")
_BEFORE_COMMENT = 12  # characters, so that a long paragraph of brackets is read once
_FIELD = regex.compile(
    r"(?<!\p{L})(?i:(?P<sure>supervis(?:or|ee)|mentor|mentee|line[ ]manager|practice[ ]educator"
    r"|interviewe[er]|minute[ -]taker|note[ -]taker|scribe)|(?:typed|written|signed|dictated|checked"
    r"|completed|recorded|countersigned)[ ]by|author|chair|key[ -]?worker|assessor|signed|sgd"
    r"|initials?)[ ]?[:\t][ ]?"
    r"(?P<letters>\p{Lu}{2,3})(?![\p{L}\p{N}@/_-]|[ ]\p{Lu}\p{Ll}+(?![\p{L} ]*:)|\.\p{L})"
)
_DOTS = r"(?:(?:\p{Lu}\.){1,2}(?:O'|Mc|Mac)?\p{Lu}\.|(?:\p{Lu}\.[ ]){1,2}\p{Lu}\.)"
_DOTTED = regex.compile(rf"(?<![\p{{L}}\p{{N}}.]){_DOTS}(?![\p{{L}}\p{{N}}])")
_SIGN_BEFORE = regex.compile(
    r"(?<!\p{L})(?i:signed|sgd|agreed|approved|initialled|typed|copied[ ]to|cc)\b[:.]?[ ]"
    rf"(?:{_DOTS}[;,]?[ ]{{1,3}}){{0,4}}$"
)
_POST = regex.compile(r"[ ]\((?P<letters>\p{Lu}{2,3})\)(?=[ ]*[:,.;\n]|[ ]\p{Ll}|$)")
_POST_BEFORE = regex.compile(r"(?<!\p{L})(?P<post>\p{L}[\p{L}-]*)\.?$")
_SHORT_POSTS = frozenset(
    {
        "cons",
        "reg",
        "sho",
        "spr",
        "registrar",
        "consultant",
        "locum",
        "f1",
        "f2",
        "nurse",
        "midwife",
        "worker",
    }
)
_INITIALLED = regex.compile(
    r"\binitial(?:s|l?ed)\b(?:[ ](?:are|is|by|as|of|with))?[^\n:;]{0,50}?(?<=[ ,])"
    r"(?P<letters>\p{Ll}{2,3})(?=[,;)]|\.?[ ]*(?:\n|$))"
)
_HEADER = regex.compile(
    r"(?i)(?:staff[ ]|worker[ ]|nurse[ ]|your[ ]|sample[ ])?"
    r"(?:signatures?|sign(?:ed)?|sig|initials?|init|sgd)\.?"
)
_CELL = regex.compile(rf"{_LETTERS}(?:[ ]?[/&+][ ]?{_LETTERS})*")
_ONE = regex.compile(rf"(?<!\p{{L}}){_LETTERS}(?!\p{{L}})")
# In small letters behind the last words of an entry: a line that begins with a date.
_ENTRY = regex.compile(
    r"(?:^|[\n\t])[ ]*(?:\d[\d./:-]*[ \t]|(?:mon|tue|wed|thu|fri|sat|sun)\p{Ll}*\.?[ ]\d)(?P<rest>[^\n]+)",
    regex.IGNORECASE,
)
_LAST = regex.compile(
    r"(?<=(?P<before>[\p{L})\"'?!.,-])[ ])(?<![\d][ ])(?P<letters>\p{Ll}{2,3})(?=\.?[ ]*(?:\n|\t|$)|\.[ ])"
)
# "ch. 4," and "et al. (2009)"; "ch. 4 weeks" is signed
_OF_A_WORK = regex.compile(r"(?<=\bet[ ])al\b|(?:ch|pp|vol|fn)\.[ ]\d{1,3}[ ]*(?:$|[,;.)\t\n])")
_SMALL_IN_BRACKETS = regex.compile(r"(?<=\p{L}\.?[ ]\()(?P<letters>\p{Ll}{2,3})(?=\))")
# "settling in visit ws.", whoever that is.
_CUED = regex.compile(
    r"\b(?P<cue>visit|h/v|call|t/c|contact|seen|review|meeting|entry|noted?|by|spoke|chat)[ ]"
    r"(?P<letters>\p{Ll}{2})(?=\.?[ ]*(?:\n|\t|$)|\.[ ])"
)
_KEY = regex.compile(r"(?:^|\n)[ ]*(?P<letters>\p{Lu}{2,4})[ ]?(?P<sign>=|:|-|\.{3}|\t)[ ]?(?=[\p{L}?(\"])")
_LEAST_OF_A_KEY = 2  # lines that give names
_COMMENTED = Evidence(
    "placed-initials", "1", "initials of a comment", "letters behind the opening of a comment"
)
_ASKED_FOR = Evidence(
    "placed-initials", "1", "initials in a field", "letters behind a field that asks for somebody"
)
_OF_A_POST = Evidence("placed-initials", "1", "initials behind a post", "letters in brackets behind a post")
_SIGNING = Evidence("placed-initials", "1", "initials that sign", "letters where somebody signs")
_IN_A_KEY = Evidence(
    "placed-initials", "1", "initials of a key", "letters in a key whose other lines give names"
)
_AGAIN = Evidence("placed-initials", "1", "initials again", "letters that stand as initials in this document")

_Found = tuple[Reading, int, int, Evidence]


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = frozenset(letters_of(views, mentions, _STANDINGS))
    people = {(each.span.passage, each.span.start) for each in mentions if each.label is Label.PERSON}
    taken = taken_by(mentions)
    for view in views:
        found = list(_in_view(view, known, people))
        again = {
            reading.text[start:end]
            for reading, start, end, evidence in found
            if evidence in (_COMMENTED, _IN_A_KEY) and reading.text[start:end].isupper()
        }
        found += _again(view, frozenset(again))
        for reading, start, end, evidence in found:
            made = mention(reading, start, end, Label.PERSON, _ASKED, evidence)
            covers = taken.holds if evidence is _SIGNING else taken.touches
            if made is not None and not covers(made.span.passage, made.span.start, made.span.end):
                yield made


def _in_view(view: View, known: frozenset[str], people: set[tuple[str, int]]) -> Iterator[_Found]:
    for reading in view.first:
        if reading.passage.location.part in PARTS:
            yield from _in_comments(reading)
            yield from _behind_words(reading)
            yield from _at_ends(reading, known)
            yield from _in_key(reading, people)
    for grid in view.grids:
        yield from _in_columns(grid)


def _in_comments(reading: Reading) -> Iterator[_Found]:
    for match in _COMMENT.finditer(reading.text) if "[" in reading.text else ():
        letters = match["letters"]
        low = max(0, match.start() - _BEFORE_COMMENT)
        is_comment = match["word"] or _WORD_OF_COMMENT.search(reading.text, low, match.start()) is not None
        if not _is_word(letters) and (is_comment or not _is_short(letters)):
            yield reading, *match.span("letters"), _COMMENTED


def _behind_words(reading: Reading) -> Iterator[_Found]:
    text = reading.text
    for match in _FIELD.finditer(text):
        is_usual = _is_word(match["letters"].casefold()) or _is_short(match["letters"])
        if match["letters"] not in _POSTS and (match["sure"] or not is_usual):
            yield reading, *match.span("letters"), _ASKED_FOR
    for match in _DOTTED.finditer(text):
        if _SIGN_BEFORE.search(text, max(0, match.start() - 40), match.start()):
            yield reading, *match.span(), _SIGNING
    for match in _POST.finditer(text) if "(" in text else ():
        if _is_of_post(text, match):
            yield reading, *match.span("letters"), _OF_A_POST
    for match in _INITIALLED.finditer(text) if "nitial" in text else ():
        if not _is_word(match["letters"]):
            yield reading, *match.span("letters"), _SIGNING


def _is_of_post(text: str, match: regex.Match[str]) -> bool:
    """Tell letters in brackets behind a post that they do not shorten, and that are no degree or body."""
    before = text[max(0, match.start() - 40) : match.start()]
    found = _POST_BEFORE.search(before)
    if found is None:
        return False
    post, letters = found["post"].casefold(), match["letters"]
    if post not in _SHORT_POSTS and post not in words("post-words"):
        return False
    if letters.casefold() in words("qualifications") or _is_short(letters):
        return False
    firsts = "".join(word[0] for word in before.split()[-len(letters) :]).upper()
    return firsts != letters and not is_explained_here(text, *match.span("letters"))


def _at_ends(reading: Reading, known: frozenset[str]) -> Iterator[_Found]:
    """Find small letters in an entry: in brackets, and those of a whole name behind its last words."""
    for entry in _ENTRY.finditer(reading.text):
        for match in _CUED.finditer(reading.text, *entry.span("rest")):
            if _is_cued(match["cue"], match["letters"], known):
                yield reading, *match.span("letters"), _SIGNING
        for match in _SMALL_IN_BRACKETS.finditer(reading.text, *entry.span("rest")):
            if not (_is_word(match["letters"]) or _is_short(match["letters"]) or is_known(match["letters"])):
                yield reading, *match.span("letters"), _SIGNING
        for match in _LAST.finditer(reading.text, *entry.span("rest")):
            letters = match["letters"]
            if letters.upper() not in known or _is_word(letters):
                continue
            if _OF_A_WORK.match(reading.text, match.start("letters")):
                continue
            if not _is_short(letters) or match["before"] in ".?!":
                yield reading, *match.span("letters"), _SIGNING


def _is_cued(cue: str, letters: str, known: frozenset[str]) -> bool:
    """Tell letters of no list behind a visit or a call; behind a visit also those of a whole name."""
    if cue == "visit" and letters.upper() in known - _POSTS and not is_small_word(letters):
        return True
    return not (_is_word(letters) or _is_short(letters) or is_known(letters))


def _in_columns(grid: Grid) -> Iterator[_Found]:
    """Find small letters in a column of signatures; capitals there have their own recogniser."""
    for cell in grid.cells.values():
        header = grid.header_of(cell)
        if (
            header is None
            or not _HEADER.fullmatch(header.text.strip(" :*"))
            or not _CELL.fullmatch(cell.text)
        ):
            continue
        for piece in cell.slices:
            for match in _ONE.finditer(piece.reading.text, piece.start, piece.end):
                if match[0].islower() and not (_is_word(match[0]) or match[0] in ("nil", "na", "sig", "tbc")):
                    yield piece.reading, *match.span(), _SIGNING


def _in_key(reading: Reading, people: set[tuple[str, int]]) -> Iterator[_Found]:
    """Find letters whose line stands among lines that give a name for their letters."""
    lines: dict[str, list[regex.Match[str]]] = defaultdict(list)
    for match in _KEY.finditer(reading.text):
        lines[match["sign"]].append(match)
    for every in lines.values():
        named = [each for each in every if _gives_name(reading, each, people)]
        if len(named) >= _LEAST_OF_A_KEY and 2 * len(named) >= len(every):
            for each in every:
                if each not in named and not is_explained_here(reading.text, *each.span("letters")):
                    yield reading, *each.span("letters"), _IN_A_KEY


def _gives_name(reading: Reading, line: regex.Match[str], people: set[tuple[str, int]]) -> bool:
    places = (line.start("letters"), line.end())
    spans = [reading.span(at, at + 1) for at in places]
    return all(span is not None and (reading.passage.id, span[0]) in people for span in spans)


def _again(view: View, letters: frozenset[str]) -> Iterator[_Found]:
    for reading in view.first if letters else ():
        for match in _ONE.finditer(reading.text):
            if match[0] in letters and not _is_short(match[0]):
                yield reading, *match.span(), _AGAIN


def _is_word(letters: str) -> bool:
    """Tell small letters that are a word, or stand for a relative."""
    if letters.isupper() or letters == "sic":
        return letters == "sic"
    return (
        letters in stop_words() or is_plain(letters) or is_small_word(letters) or letters in kinds("kinship")
    )


def _is_short(letters: str) -> bool:
    """Tell letters that are a usual short form."""
    plain = letters.casefold()
    return is_short_form(letters) or is_clipped_word(plain) or plain in words("known-letters")


_POSTS = frozenset(
    {
        "ADM", "CN", "CPN", "CSW", "DC", "DI", "DS", "DSL", "EDT", "EWO", "FSW", "GP", "HCA", "HO", "HT",
        "HV", "IRO", "MW", "NN", "OT", "PC", "PN", "PO", "PS", "RM", "SHO", "SLT", "SM", "SN", "SSW", "SW",
        "TA", "TL", "TM", "YW",
    }
)  # fmt: skip


RECOGNISER = FollowUpRecogniser(
    name="placed-initials",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("R1 stands. [comment RVQ: price?] R2: RVQ disagrees.", ("RVQ", "RVQ")),
        Example("Supervisee: CP. Supervisor: HR", ("CP", "HR")),
        Example("The first entry is initialled A.B.C., the second zb, the third is blank.", ("A.B.C.", "zb")),
        Example("D/w Cons (JLQ): home.", ("JLQ",)),
    ),
    near_misses=(
        "[NB: see page 4] [note to: all] [see also: minutes] [cc: panel]",
        "Completed by: HV. Author: SW. Chair: vacant",
        "The consultant (RCN) and the health visitor (HV) left; a nurse (RMN) stayed.",
        "initialled by her, and the rest by him.",
    ),
)
