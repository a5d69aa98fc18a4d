"""What makes a document hard to follow for those who do not see it, whatever its format.

A reader collects here what it has looked at; a need that it could not judge keeps its reason, and is never
met by silence. What remains: whether a title, a description or an order of reading is *good*, a person says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from redact.values.access import Access, AccessNeed, Barrier
from redact.values.text import Location, Span

__all__ = [
    "MANY_WORDS",
    "NO_HEADINGS",
    "Link",
    "Seen",
    "fault_of_description",
    "fault_of_language",
    "fault_of_title",
    "faults_of_links",
    "left_out_levels",
]

# A text of so many words, about a page and a half, is hard to find one's way in without headings. Our figure.
MANY_WORDS = 600
NO_HEADINGS = "there are no headings whose order could be looked at"

_LONGEST = 300  # characters; what is longer is words of somebody, and no pattern is tried on it
_FILE_NAME = re.compile(
    r"""(?ix) \S.*\. (?: docx? | docm | dotx? | odt | rtf | pdf | txt | md | html? | xlsx? | pptx?
        | png | jpe?g | gif | bmp | tiff? | emf | wmf | svg | eps )"""
)
_VERSION = re.compile(r"(?i)[_-]v\d+(?:\.\d+)*$")
_NO_TITLE = re.compile(
    r"""(?ix) \W* (?: document | dokument | doc | untitled | no\ title | title | titel | word\ document
        | (?:new\ )?microsoft\ (?:office\ )?word(?:\ document)? | powerpoint(?:\ presentation)?
        | presentation | template | normal | blank | file | scan | print | default | pdf | letter
        | report\ template ) [\s_#]* (?:\d+|\(\d+\))? \W*
        | microsoft\ (?:office\ )?word\s?-.* | full\ page\ photo | slide\ \d+ | \W* """
)
_NO_DESCRIPTION = re.compile(
    r"""(?ix) \W* (?:(?:a|an|the)\ )? (?: picture | image | img | photo(?:graph)? | graphic | figure | fig
        | diagram | chart | logo | icon | object | shape | drawing | screenshot | description | untitled
        | alt(?:ernative)?\ text | bild | grafik | placeholder ) [\s_-]* \d* \W* | \W* | \d+ """
)
_BY_PROGRAM = re.compile(r"(?i)description (?:automatically|generated)|ai-generated content may be incorrect")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_NO_LANGUAGE = frozenset({"zxx", "und", "mul", "x-none", "none"})
_WORD = re.compile(r"[a-z]+")
# Of a hundred words of English about thirty are these; of other languages few are spelled so.
_ENGLISH = frozenset(
    "the of and to was that with for by had were from this which she he they not have".split(" ")  # noqa: SIM905
)
_LEAST_WORDS = 60  # of a text too short to say what language it is in
_LOOKED_AT = 5_000  # words

_ADDRESS = re.compile(r"(?i)(?:https?://|ftp://|www\.)\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S+")
_SAYS_NOTHING = re.compile(
    r"""(?ix) \W* (?: (?:please\ )? (?:click|tap|press)\ (?:on\ )?(?:here|this|the\ link|this\ link|below)
        | here | link | this | this\ (?:link|page|document|report|website|site) | the\ link | website
        | (?:read|see|find\ out|learn|view)\ (?:more|here|it|this) | more | more\ (?:here|information|details)
        | web\ ?page | details | info | download | go | continue | report | document | pdf ) \W*"""
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that leads out of the document: what it says and where it leads, for comparing alone."""

    text: str = field(repr=False)
    target: str = field(repr=False)
    location: Location
    span: Span | None = None


class Seen:
    """Collects what a reader has judged of a file, what stands in the way, and what it could not judge."""

    def __init__(self) -> None:
        self._judged: set[AccessNeed] = set()
        self._barriers: list[Barrier] = []
        self._unjudged: dict[AccessNeed, str] = {}

    def judged(self, *needs: AccessNeed) -> None:
        """Note that these needs were looked at throughout."""
        self._judged.update(needs)

    def barrier(self, need: AccessNeed, location: Location, because: str, span: Span | None = None) -> None:
        """Note what stands in the way, in our own words; such a need counts as judged."""
        self._barriers.append(Barrier(need, location, because, span))

    def unjudged(self, why: str, *needs: AccessNeed) -> None:
        """Note that these could not be looked at; the first reason that is given stays."""
        for need in needs:
            self._unjudged.setdefault(need, why)

    def access(self) -> Access:
        """Put it together: what stands in the way is told even where the rest could not be looked at."""
        found = {barrier.need for barrier in self._barriers}
        left = tuple((need, self._unjudged[need]) for need in AccessNeed if need in self._unjudged)
        left = tuple((need, why) for need, why in left if need not in found)
        unjudged = {need for need, _ in left}
        judged = tuple(need for need in AccessNeed if need in (self._judged | found) - unjudged)
        return Access(judged, tuple(dict.fromkeys(self._barriers)), left)


def fault_of_title(title: str | None) -> str:
    """Say what is wrong with a title; nothing where it may be one."""
    plain = " ".join((title or "").split())
    if not plain:
        return "the file has no title"
    if len(plain) > _LONGEST:
        return ""
    if _NO_TITLE.fullmatch(plain):
        return "the file's title is one that a program writes when nobody gives one"
    marked = " " not in plain and (plain.count("_") > 1 or _VERSION.search(plain))  # a_b_final, a-v2
    if _FILE_NAME.fullmatch(plain) or marked:
        return "the file's title is the name of a file"
    return ""


def fault_of_description(words: str | None) -> str:
    """Say what is wrong with the words that stand for a picture; nothing where they may be some."""
    plain = " ".join((words or "").split())
    if not plain:
        return "has no description"
    if _BY_PROGRAM.search(plain):
        return "has a description that a program has made and nobody has read over"
    if len(plain) > _LONGEST:
        return ""
    if _FILE_NAME.fullmatch(plain) and " " not in plain.rpartition(".")[0].strip():
        return "is described by the name of a file"
    if _NO_DESCRIPTION.fullmatch(plain):
        return "has a description that says nothing of it"
    return ""


def fault_of_language(tag: str | None, texts: Iterable[str]) -> str:
    """Say what is wrong with the language that a file says its text is in; nothing where it may be right.

    Args:
        tag: as the file has it, "en-GB"; None where it says none.
        texts: of the document, looked at until they show what language they are in.
    """
    plain = (tag or "").strip()
    if not plain or plain.lower() in _NO_LANGUAGE:
        return "the file does not say in which language it is"
    if not _LANGUAGE.fullmatch(plain):
        return "the file does not say in which language it is, but something that is no language"
    if not plain.lower().startswith("en") and _is_english(texts):
        return "the file says of its text, which is English, that it is in another language"
    return ""


def left_out_levels(levels: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Give the place in `levels`, from 0, of each heading before which one is left out, and what is wrong."""
    before = 0
    for at, level in enumerate(levels):
        if level > before + 1:
            one = level == before + 2
            missing = f"level {before + 1} is" if one else f"levels {before + 1} to {level - 1} are"
            first = (
                f"a heading of level {before} is followed by one of" if before else "the first heading is of"
            )
            yield at, f"{first} level {level}: {missing} left out"
        before = level


def faults_of_links(links: Iterable[Link]) -> Iterator[tuple[Link, str]]:
    """Give each link whose words do not say where it leads, with what is wrong."""
    targets: dict[str, str] = {}
    for link in links:
        words = " ".join(link.text.split())
        same = targets.setdefault(words.casefold(), link.target)
        if not words:
            yield link, "a link has no words"
        elif " " not in words and _ADDRESS.fullmatch(words):
            yield link, "a link's words are the address that it leads to"
        elif len(words) <= _LONGEST and _SAYS_NOTHING.fullmatch(words):
            yield link, "a link's words do not say where it leads"
        elif same.rstrip("/") != link.target.rstrip("/"):
            yield link, "two links have the same words and lead to different places"


def _is_english(texts: Iterable[str]) -> bool:
    words = english = 0
    for text in texts:
        found = _WORD.findall(text.lower())
        words += len(found)
        english += sum(word in _ENGLISH for word in found)
        if words > _LOOKED_AT:
            break
    return words >= _LEAST_WORDS and english * 6 >= words
