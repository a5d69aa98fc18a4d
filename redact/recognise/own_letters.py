"""Initials of people whose names the documents hold: "K.B.", "KB" where Kayleigh Brandreth is named.

With full stops they are as good as the name; without, they are asked about. Where the name model has read the
text, it must hold a name possible; of a usual short form (SW, HV, GP) it must think so, and small letters it
must take for a name. A word in capitals (TO, ME, AN) is asked about where the words around it have none. What
remains: initials of somebody whom no document names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.defined_letters import is_explained_here
from redact.recognise.grids import View
from redact.recognise.lists import entries, words
from redact.recognise.model.views import chance
from redact.recognise.names import is_short_form, stop_words
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_LEAST_SCORE = 0.6  # a name that is itself only asked about explains no letters
_DOTTED_SCORE, _BARE_SCORE = 0.62, 0.4
# The model's odds of a person, from which letters are asked about; set on the dev split.
_LETTERS, _WORD_LETTERS, _SHORT_FORM, _SMALL = 0.03, 0.02, 0.1, 0.5
_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}']*")
_DOTTED = regex.compile(r"(?<![\p{L}\p{N}.'/@-])(?:\p{Lu}\.[ ]?){1,3}\p{Lu}\b\.?(?![\p{L}\p{N}'@])")
_BARE = regex.compile(r"(?<![\p{L}\p{N}.'@_-])(?:\p{Lu}{2,3}|\p{Ll}{2,3})(?![\p{L}\p{N}'@_-]|\.[\p{L}\p{N}])")
# The mark of what somebody hands in with a statement: "exhibit KB1", "marked KB-2".
_MARK = regex.compile(r"(?<![\p{L}\p{N}.'@_/-])\p{Lu}{2,3}(?=[ _-]?\d{1,2}(?![\p{L}\p{N}]))")
_MARKED = regex.compile(
    r"\b(?:exhibit|produce|mark|attach|annex|append|enclos|schedule)\p{Ll}*\b[^.\n]{0,80}$", regex.IGNORECASE
)
_NAME_BEHIND = regex.compile(r"[ ]\p{Lu}")
_BRACKET = regex.compile(r"\p{L}\)?[ ]\($")
_SHOUT_BEFORE = regex.compile(r"\p{Lu}{3,}[ ]$")
_SHOUT_BEHIND = regex.compile(r"[ ]\p{Lu}{3,}(?!\p{L})")
# Short words beside those of titles and headings.
_WORDS = frozenset(
    {
        "all", "am", "any", "can", "did", "do", "go", "had", "has", "he", "her", "him", "his", "if", "let",
        "may", "me", "my", "no", "not", "one", "our", "say", "see", "she", "so", "us", "we", "you",
    }
)  # fmt: skip
_EVIDENCE = Evidence(
    "own-letters", "1", "letters of a name", "the first letters of a name that these documents hold"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    wanted = frozenset(_letters(views, mentions))
    if not wanted:
        return
    for view in views:
        for reading in view.first:
            for match in _DOTTED.finditer(reading.text):
                if match[0].replace(".", "").replace(" ", "") in wanted:
                    yield from _made(reading, match, _DOTTED_SCORE)
            for match in _BARE.finditer(reading.text):
                if match[0].upper() in wanted and _may_be_somebody(view, reading, match):
                    yield from _made(reading, match, _BARE_SCORE)
            for match in _MARK.finditer(reading.text):
                if match[0] in wanted and _is_mark(reading.text, match):
                    yield from _made(reading, match, _BARE_SCORE)


def _made(reading: Reading, match: regex.Match[str], score: float) -> Iterator[Mention]:
    made = mention(reading, match.start(), match.end(), Label.PERSON, score, _EVIDENCE)
    if made is not None:
        yield made


def _letters(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[str]:
    """Give the letters that stand for each full name: of all its words, and of the first and the last."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    for each in mentions:
        if each.label is not Label.PERSON or each.score < _LEAST_SCORE:
            continue
        if each.standing not in (Standing.PARTICIPANT, Standing.PANEL):
            continue
        name = texts[each.span.passage][each.span.start : each.span.end]
        first, comma, rest = name.partition(",")
        words_ = _WORD.findall(f"{rest} {first}" if comma else name)
        if 2 <= len(words_) <= 5 and sum(len(word) > 1 for word in words_) >= 2:
            every = "".join(word[0] for word in words_)
            yield from (every[:3] if len(every) > 3 else every, every[0] + every[-1])
            if len(every) > 2:
                yield every[0] + every[1]  # of a double surname, or a middle name, the first alone


def _may_be_somebody(view: View, reading: Reading, match: regex.Match[str]) -> bool:
    """Tell whether bare letters that somebody's name begins with may stand for somebody here.

    Where the model has read nothing, usual letters never are, and all others are.
    """
    text, (start, end) = reading.text, match.span()
    plain = match[0].casefold()
    if is_explained_here(text, start, end):
        return False
    is_usual = plain in stop_words() or is_known(plain) or _is_word(plain)
    odds = chance(view, reading, start, end)
    if odds is None:
        return match[0].isupper() and not is_usual
    if match[0].islower():
        return odds >= _SMALL and not _is_word(plain) and plain not in _relatives()
    if _is_word(plain):
        # In a line of small letters two capitals are somebody's; three may be stress: "do NOT go".
        return odds >= _WORD_LETTERS or (len(plain) == 2 and not _is_shouted(text, start, end))
    if is_usual or is_short_form(match[0]):
        beside_name = _NAME_BEHIND.match(text, end) or _BRACKET.search(text, max(0, start - 4), start)
        return odds >= _SHORT_FORM and not beside_name
    return odds >= _LETTERS


def _is_mark(text: str, match: regex.Match[str]) -> bool:
    """Tell whether letters with a number are the mark of an exhibit; SW1 and GP2 are labels in use."""
    if is_short_form(match[0]) or match[0].casefold() in stop_words():
        return False
    return _MARKED.search(text, max(0, match.start() - 100), match.start()) is not None


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a word in capitals stands beside another or in a line of them, which make it one."""
    if _SHOUT_BEFORE.search(text, max(0, start - 4), start) or _SHOUT_BEHIND.match(text, end):
        return True
    stop = text.find("\n", end)
    line = _BARE.sub("", text[text.rfind("\n", 0, start) + 1 : len(text) if stop < 0 else stop])
    return bool(2 * sum(letter.isupper() for letter in line) > sum(letter.isalpha() for letter in line))


def _is_word(plain: str) -> bool:
    return plain in _WORDS or plain in words("small-words")


@cache
def _relatives() -> frozenset[str]:
    """Give the short forms for members of a family (mo, fa), which stand where a name does."""
    return frozenset(entries("record-abbreviations")[0].split())


RECOGNISER = FollowUpRecogniser(
    name="own-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mother: Anna Harte\n\nA.H. said that she was tired.", ("A.H.",)),
        Example("Mother: Anna Harte\n\nPhone call to AH, no reply.", ("AH",)),
        Example("Mother: HARTE, Anna\n\nSeen by A. H. on the ward.", ("A. H.",)),
        Example("Mother: Anna Nettle-Harte\n\nA.N. came, and A.N.H. signed.", ("A.N.", "A.N.H.")),
        Example("Child: Tomasz Brzeski\n\nT.B. in the bath, TB cried.", ("T.B.", "TB")),
        Example("Nurse: Anna Harte\n\nI exhibit my notes, marked AH1, and a drawing as AH-2.", ("AH", "AH")),
        Example("Father: Dean Michael Pruett\n\nD.M.P. left, so D.P. is gone.", ("D.M.P.", "D.P.")),
    ),
    near_misses=(
        "Mother: Anna Harte\n\nThe GP and the HV were told by SW.",
        "Mother: Gwen Parr\n\nThe GP was told.",  # her letters are a usual short form
        "Mother: Anna Harte\n\nThe AHA and the BH5 bus.",
        "Phone call to AH, no reply.",
        "Mother: Anna Harte\n\nBus AH1 and seat AH2.",
        "Mother: Anna\n\nSeen by A.H. there.",  # a forename alone explains nothing
        "Mother: Anna Harte\n\nEmail AH@example.org.uk",
    ),
)
