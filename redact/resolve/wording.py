"""How a label is written into a sentence: possessives, titles, plurals, articles, apposition, capitals.

Each function looks at the words around one mention and gives one Edit, whose span is at least the mention's
and may take a title, an article or an apposition with it. What remains: a sentence that is built on the name
itself (a pun, a rhyme, a name that is spelled out) needs a person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from redact.resolve.apposition import Around, is_role, without_apposition
from redact.resolve.lists import titles
from redact.resolve.seen import seen
from redact.values.edits import Edit
from redact.values.schemes import Group, Scheme, Slot
from redact.values.text import Span

__all__ = ["before_titles", "begins_sentence", "reword", "reword_family", "with_article"]

_POSSESSIVE = re.compile(r"(['\u2019\u2018`])(s)?$", re.IGNORECASE)
_POSSESSIVE_BEHIND = re.compile(r"['\u2019](?![\w'\u2019])")
# At a line's end a short one only: "Ms", and not the word Sister.
_TITLE = re.compile(
    r"(?<![\w-])(?!\w{5,}\.?[ \u00a0]*\n)(\w[\w'\u2019]*)\.?(?:[ \u00a0]*\n)?[ \u00a0]*(?<=[ \u00a0\n])$"
)
_WORD_BEHIND = re.compile(r"[ \u00a0]+([\w'\u2019-]+)")
_ARTICLE = re.compile(r"(?<![\w'\u2019-])(an?|the)[ \u00a0]+$", re.IGNORECASE)
_COUPLE = re.compile(
    r"(?<![\w-])(?:mr|dr|mrs|ms)\.?[ \u00a0]+(?:and|&)[ \u00a0]+(?:mr|mrs|ms|dr)\.?[ \u00a0]+$", re.IGNORECASE
)
_SENTENCE_BEFORE = re.compile(
    r"(?:^|[.!?:\u2026]['\"\u2019\u201d)\]]*\s+|\n\s*)[\s\"'\u2018\u201c(\[\u2022*-]*$"
)
_SHORT = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|cf|etc|approx|no|vol|p{1,2}|mrs?|ms|dr|st|\w)\.\s+$", re.IGNORECASE
)
# Letters whose names begin with a vowel when they are said one by one: an HV, an SW.
_SAID_WITH_A_VOWEL = frozenset("AEFHILMNORSX")
_SOMEBODYS = re.compile(r"(?<!\w)(?:his|her|their|my|our|an?|[\w-]+['\u2019]s?)[ \u00a0]+$", re.IGNORECASE)
_SAINT = re.compile(r"(?<![\w-])(?:St|Saint)\.?[ \u00a0]+$")
_TITLE_WORDS = 3  # Detective Chief Inspector


@dataclass(frozen=True, slots=True)
class _Found:
    """What is to be written, before it is put into its sentence; half-open code points of the passage."""

    start: int
    end: int
    text: str = field(repr=False)
    possessive: str = field(default="", repr=False)


def reword(text: str, span: Span, label: str, slot: Slot) -> Edit:
    """Write a label in place of one mention of one person, place or organisation.

    Args:
        text: of the passage.
        span: of the mention, half-open code points of `text`.
        label: the pseudonym.
        slot: of the scheme, for the words that mean whom it is for.

    Returns: an edit that has the possessive as the sentence has it, swallows title, rank and a role that the
    label repeats, sets the article that fits, and leaves "his mother" where nothing else need be written.
    """
    shown = seen(text)
    if shown is None:
        return _reword(text, span, label, slot)
    start, end = shown.inside(span.start, span.end)
    if start == end:
        return Edit(span, label, "a name")
    edit = _reword(shown.text, Span(span.passage, start, end), label, slot)
    first, last = shown.back(edit.span.start, edit.span.end)
    return replace(edit, span=Span(span.passage, min(first, span.start), max(last, span.end)))


def _reword(text: str, span: Span, label: str, slot: Slot) -> Edit:
    found = _with_possessive(text, span, label)
    if slot.group is Group.THING and _over_own_kind(text, span.end, slot) > span.end:
        found = _Found(span.start, span.end, label)  # St Jude's | Primary School
    start = before_titles(text, found.start)
    if is_role(label, slot):
        shorter = without_apposition(Around(text, start, found.end, found.possessive), label, slot)
        if shorter is not None:
            return Edit(
                Span(span.passage, *shorter[0]), shorter[1], "the words beside the name say who it is"
            )
    start = _behind_own_words(text, start, label, slot)
    end, thing = found.end, slot.group is Group.THING
    if thing:
        end = _over_own_kind(text, end, slot)
        saint = _SAINT.search(text[:start])
        start = saint.start() if saint else start
    start, written = _with_fitting_article(text, start, label, drop_the=thing)
    return Edit(Span(span.passage, start, end), written + found.possessive, _why(text, span, start, end))


def reword_family(text: str, span: Span, scheme: Scheme) -> Edit:
    """Write the scheme's word for a family in place of a surname that stands for several people.

    Args:
        span: of "the Ashtons", "Ashtons", or of "Ashton" before the word family, half-open code points.
    """
    inner = text[span.start : span.end]
    own = re.match(r"the[ \u00a0]+", inner, re.IGNORECASE)
    before = _COUPLE.search(text[: span.start]) or re.search(
        r"(?<!\w)the[ \u00a0]+$", text[: span.start], re.I
    )
    start = span.start if own or before is None else before.start()
    behind = re.match(
        r"[ \u00a0]+((?:family|household|home|children|brothers|sisters|siblings)\b)", text[span.end :], re.I
    )
    if behind:
        return _without_surname(text, Span(span.passage, span.start, span.end), behind)
    possessive = ""
    end = span.end
    if re.search(r"['\u2019]s?$", inner):
        possessive = _sign(inner) + "s"
    elif _POSSESSIVE_BEHIND.match(text, end) and not _quoted(text, start):
        possessive, end = text[end] + "s", end + 1
    words = scheme.worded.family
    opens = begins_sentence(text, start) and text[start].isupper()
    words = words[:1].upper() + words[1:] if opens else words
    return Edit(
        Span(span.passage, start, end), words + possessive, "a surname that stands for several people"
    )


def before_titles(text: str, start: int) -> int:
    """Move the start of a name before the titles and ranks that go with it: Dear | Ms Ashton.

    Args:
        start: of the name, a code point of `text`.
    """
    at = start
    while True:
        words: list[re.Match[str]] = []
        here = at
        for _ in range(_TITLE_WORDS):
            found = _TITLE.search(text[:here])
            if found is None:
                break
            words.insert(0, found)
            here = found.start()
        begun = [
            word.start()
            for number, word in enumerate(words)
            if word[1][0].isupper() and " ".join(each[1] for each in words[number:]).casefold() in titles()
        ]
        if not begun:
            return at
        at = begun[0]


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence of `text` begins at `start`, a code point; a line begins one too."""
    before = text[:start]
    return _SENTENCE_BEFORE.search(before) is not None and _SHORT.search(before) is None


def with_article(label: str, article: str) -> str:
    """Put a or an before a label, as it is said: an SW1, a PC1, an Aunt 1; `article` gives the capital."""
    first = re.match(r"\w+", label)
    word = first.group() if first else ""
    letters = word.rstrip("0123456789")
    spoken = len(letters) > 0 and letters.isupper() and letters not in _SAID_AS_WORDS
    vowel = letters[:1] in _SAID_WITH_A_VOWEL if spoken else word[:1].lower() in "aeiou"
    if letters.casefold().startswith(("uni", "eu", "use", "one")):
        vowel = False
    return ("An " if article[:1].isupper() else "an ") + label if vowel else article[:1] + " " + label


_SAID_AS_WORDS = frozenset({"CAMHS", "MASH", "MAPPA", "MARAC"})


# ------------------------------------------------------------------ around the mention


def _with_possessive(text: str, span: Span, label: str) -> _Found:
    """Take the possessive apart from a name, in the mention or behind it; in quotes a sign closes them."""
    inner = text[span.start : span.end]
    own = _POSSESSIVE.search(inner)
    if own and (own[2] or inner[: own.start()].casefold().endswith(("s", "z", "x"))):
        sign = own[1] if own[1] in "'\u2019" else "'"
        return _Found(span.start, span.end, label, sign + "s")
    behind = _POSSESSIVE_BEHIND.match(text, span.end)
    if behind and inner.casefold().endswith(("s", "z", "x")) and not _quoted(text, span.start):
        return _Found(span.start, behind.end(), label, behind.group() + "s")
    return _Found(span.start, span.end, label)


def _quoted(text: str, start: int) -> bool:
    return text[start - 1 : start] in ("'", "\u2018", "\u2019") and start > 0


def _sign(inner: str) -> str:
    return "\u2019" if "\u2019" in inner else "'"


def _behind_own_words(text: str, start: int, label: str, slot: Slot) -> int:
    """Move the start before words that the label says again: GP | GP Ahmed, Social Worker | Ann Hale."""
    fixed = re.match(r"(?:[^\W\d]+(?:[ -](?=[^\W\d]{2}))?)+", label)
    words = fixed.group().strip() if fixed and any(sign in label for sign in " 0123456789") else ""
    wordings = sorted({words.casefold(), label.casefold(), *slot.words} - {""}, key=len, reverse=True)
    own = "|".join(
        re.escape(said).replace(r"\ ", "[ \u00a0-]+").replace(r"\-", "[ \u00a0-]+") for said in wordings
    )
    found = re.search(rf"(?<![\w-])(?P<the>the[ \u00a0]+)?(?P<own>{own})[ \u00a0]+$", text[:start], re.I)
    if found is None:
        return start
    again = " ".join(found["own"].casefold().replace("-", " ").split()) in (
        words.casefold(),
        label.casefold(),
    )
    whose = found["the"] is None and _SOMEBODYS.search(text[: found.start()])
    if found["own"].islower() and (not again or whose):
        return start  # the social worker SW1, her child Child X
    # "the child Kayden" becomes the label; "The" at a sentence's start goes too.
    return found.start() if found["the"] else found.start("own")


def _over_own_kind(text: str, end: int, slot: Slot) -> int:
    """Move the end over words that say what the thing is: Oakfield | Primary School."""
    at, best, said = end, end, ""
    for _ in range(_TITLE_WORDS):
        found = _WORD_BEHIND.match(text, at)
        if found is None:
            break
        said, at = f"{said} {found[1]}".strip().casefold().replace("\u2019", "'"), found.end()
        bare = said.removesuffix("'s")  # the possessive of the whole name stays
        if text[found.start(1)].isupper() and (said in slot.words or bare in slot.words):
            best = at if said in slot.words else at - 2
    return best


def _with_fitting_article(text: str, start: int, label: str, *, drop_the: bool) -> tuple[int, str]:
    found = _ARTICLE.search(text[:start])
    if found is None:
        return start, label
    if found[1].casefold() == "the":
        return (found.start(), label) if drop_the else (start, label)
    wanted = with_article(label, found[1])
    return (start, label) if wanted.startswith(found.group()) else (found.start(), wanted)


def _without_surname(text: str, span: Span, behind: re.Match[str]) -> Edit:
    """Leave out the surname before the word family, and begin the sentence with that word if need be."""
    word = behind[1]
    starts = begins_sentence(text, span.start)
    word = word[:1].upper() + word[1:] if starts else word
    return Edit(Span(span.passage, span.start, span.end + behind.end()), word, "a surname before its family")


def _why(text: str, span: Span, start: int, end: int) -> str:
    if (start, end) == (span.start, span.end):
        return "a name"
    taken = []
    if start < span.start:
        taken.append("what stands before it")
    if end > span.end:
        taken.append("what stands behind it")
    return f"a name, with {' and '.join(taken)}"
