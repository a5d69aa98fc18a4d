"""Names in file names and paths that a text writes: "/SCR/Harte_Anna_assessment.doc", "scan_BISHOP_p3.tif".

Two words in a row that are no usual ones of file names are asked about, as `file_name.py` does with the
file's own name, and one that is a name of the documents or of a list, or that no list knows. In small letters
a word counts behind the letter of a forename ("b.quillham-strat.msg") and where the documents hold it as a
name. What remains: a name in small letters that stands nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.clipped import is_clipped_word
from redact.recognise.grids import View
from redact.recognise.letters_of_names import letters_of
from redact.recognise.lists import words
from redact.recognise.mid_sentence import PARTS
from redact.recognise.names import is_short_form, name_words, stop_words
from redact.recognise.plain_words import is_plain, is_seldom_a_name
from redact.recognise.readings import folded
from redact.recognise.taken import taken_by
from redact.recognise.thing_signs import is_forename
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_ASKED, _LEAST_SCORE = 0.45, 0.6
_SHORTEST, _MOST = 3, 4  # letters of a word alone; words of a name
_ENDING = (
    r"\.(?:docx?|dotx?|pdf|rtf|odt|txt|xlsx?|csv|pptx?|msg|eml|tiff?|jpe?g|png|gif|bmp|heic|zip|html?|wav|mp[34]"
    r"|m4a|mov|avi|wma|wmv|vsdx?|pub|mdb|accdb|xml)"
)
# What shows a path or the name of a file; they reach from there to the next space or bracket.
_SHOWN = regex.compile(rf"_(?=\p{{L}})|{_ENDING}(?![\p{{L}}\p{{N}}])")
_TOKEN_BEFORE = regex.compile(r"[^\s\"'<>()\[\],;]*$")
_TOKEN_BEHIND = regex.compile(r"[^\s\"'<>()\[\],;]*")
_LONGEST = 200  # characters of a path that are looked at on either side
_WEB = ("://", "www.", "@")
_PART = regex.compile(r"[^/\\]+")
_STOP = regex.compile(rf"{_ENDING}$", regex.IGNORECASE)
_WORD = regex.compile(r"\p{Lu}'\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+(?:'\p{Ll}+)?|\p{Lu}+(?!\p{Ll})|\p{Ll}+|\d+")
_GAP = regex.compile(r"[_.,-]{1,3}|")
_LETTER_AND_NAME = regex.compile(
    r"(?:^|[_-])(?P<letter>\p{L})[._](?P<name>\p{Ll}{4,}|\p{Lu}\p{Ll}{3,})(?!\p{L})"
)
_CAPITALS = regex.compile(r"(?<=[_-])\p{Lu}{2,3}(?=[_.-])")
_STANDINGS = (Standing.PARTICIPANT, Standing.PANEL)
_NAME_WORD = regex.compile(r"\p{L}+(?:'\p{L}+)*")
_TIMES = frozenset({"april", "may", "june", "august", "spring", "summer", "autumn", "winter", "day"})
_EVIDENCE = Evidence(
    "path-names", "1", "words of a file name", "words in the name of a file that are no usual ones there"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    borne: frozenset[str] | None = None
    signed: set[str] = set()
    taken = taken_by(mentions)
    for view in views:
        for reading in view.first:
            text = reading.text
            if reading.passage.location.part not in PARTS:
                continue
            for low, high in _files(text):
                if borne is None:
                    borne, signed = _borne(views, mentions), letters_of(views, mentions, _STANDINGS)
                for start, end in (*_names(text, low, high, borne), *_letters(text, low, high, signed)):
                    made = mention(reading, start, end, Label.PERSON, _ASKED, _EVIDENCE)
                    if made is not None and not taken.holds(
                        made.span.passage, made.span.start, made.span.end
                    ):
                        yield made


def _files(text: str) -> Iterator[tuple[int, int]]:
    """Find the paths and the names of files without spaces, half-open code points of the text."""
    reached = 0
    for shown in _SHOWN.finditer(text):
        if shown.start() < reached:
            continue
        before = _TOKEN_BEFORE.search(text, max(0, shown.start() - _LONGEST), shown.start())
        behind = _TOKEN_BEHIND.match(text, shown.end(), shown.end() + _LONGEST)
        low = before.start() if before is not None else shown.start()
        reached = behind.end() if behind is not None else shown.end()
        if not any(sign in text[low:reached] for sign in _WEB):
            yield low, low + len(text[low:reached].rstrip(".:!?"))


def _letters(text: str, low: int, high: int, signed: set[str]) -> Iterator[tuple[int, int]]:
    """Find the letters of whole names of the call between the signs of a file's name: "CAF_AH_draft.doc"."""
    for match in _CAPITALS.finditer(text, low, high):
        if match[0] in signed and not is_short_form(match[0]):
            yield match.span()


def _borne(views: Sequence[View], mentions: Sequence[Mention]) -> frozenset[str]:
    """Give the words, in lower case, of likely names of the call."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    names = {
        texts[each.span.passage][each.span.start : each.span.end]
        for each in mentions
        if each.label is Label.PERSON and each.score >= _LEAST_SCORE
    }
    found = {word.casefold() for name in names for word in _NAME_WORD.findall(folded(name)[0])}
    return frozenset(word for word in found if len(word) >= _SHORTEST)


def _names(text: str, start: int, end: int, borne: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Find the names in a path or the name of a file, half-open code points of the text."""
    is_path = "/" in text[start:end] or "\\" in text[start:end]
    for part in _PART.finditer(text, start, end):
        stop = _STOP.search(text, *part.span())
        has_ending = stop is not None
        low, high = part.start(), stop.start() if stop is not None else part.end()
        if not (is_path or has_ending or "_" in text[low:high]):
            continue
        found = {}
        for match in _LETTER_AND_NAME.finditer(text[low:high]) if has_ending or is_path else ():
            if _may_be_name(match["name"].title(), borne) and not _is_usual(match["name"]):
                found[low + match.start("letter")] = low + match.end("name")
        for first, last in _runs(text, low, high, borne):
            if not any(at <= first < till for at, till in found.items()):
                found[first] = last
        yield from sorted(found.items())


def _runs(text: str, start: int, end: int, borne: frozenset[str]) -> Iterator[tuple[int, int]]:
    every = list(_WORD.finditer(text, start, end))
    run: list[regex.Match[str]] = []
    for match, behind in pairwise([*every, None]):
        if match is None:
            break
        joined = not run or _GAP.fullmatch(text, run[-1].end(), match.start()) is not None
        fits = _may_be_name(match[0], borne)
        if run and not (fits and joined):
            yield from _named(text, run, borne, match)
            run = []
        if fits:
            run.append(match)
        if behind is None and run:
            yield from _named(text, run, borne, None)


def _named(
    text: str, run: list[regex.Match[str]], borne: frozenset[str], behind: regex.Match[str] | None
) -> Iterator[tuple[int, int]]:
    if len(run) > _MOST:
        return
    if len(run) == 1:
        plain = run[0][0].casefold()
        is_dated = plain in _TIMES and (behind is None or behind[0].isdigit())
        if is_dated or (plain not in borne and not _may_stand_alone(run[0][0])):
            return
    yield run[0].start(), run[-1].end()


def _may_be_name(word: str, borne: frozenset[str]) -> bool:
    plain = word.casefold()
    if len(word) < _SHORTEST or plain.isdigit():
        return False
    if word.islower():
        return plain in borne and not _is_usual(word) and not is_known(plain) and not is_seldom_a_name(plain)
    if plain in borne or plain in name_words() or is_forename(plain):
        return plain not in words("file-words") or plain in borne
    return not _is_usual(word)


def _may_stand_alone(word: str) -> bool:
    """Tell a word of a list of names, or one that no list of words knows."""
    plain = word.casefold()
    if plain in name_words() or is_forename(plain):
        return True
    return not (is_known(plain) or is_seldom_a_name(plain) or (word.isupper() and len(word) <= _MOST + 1))


def _is_usual(word: str) -> bool:
    """Tell a word that is usual in names of files, or a short form."""
    plain = word.casefold()
    return (
        plain
        in words("file-words") | words("known-capitals") | words("known-letters") | words("agency-words")
        or plain in stop_words()
        or is_plain(plain)
        or is_short_form(plain)
        or is_clipped_word(plain)
    )


RECOGNISER = FollowUpRecogniser(
    name="path-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("See /panel/2011/Quillham_Rosa_core_assessment.doc first.", ("Quillham_Rosa",)),
        Example("Sent as scan_QUILLHAM_notes_pt3.tif today.", ("QUILLHAM",)),
        Example("Then b.quillham-strat-mtg-0412.msg was opened.", ("b.quillham",)),
    ),
    near_misses=(
        "See /panel/2011/CP_conf_minutes_AM_session.doc and DV_MARAC_template_blank.dot first.",
        "HV_caseload_audit.xls and Summer_2010.pdf",
        "She left at 10.30 and/or later, e.g. by bus. The file is a .doc then.",
        "Overview_Report_Final_Draft_v2.docx",
    ),
)
