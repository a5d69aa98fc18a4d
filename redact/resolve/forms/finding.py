"""Search a document for every form of every name of a key.

The search runs over the letters of the whole text, so that a hyphen, a line end, a cell or an invisible
character cannot hide a name; then each find is held against what stands around and between its letters.
What remains: who is told by anything but a name ("the girl from number nine") is not found here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redact.resolve.forms.coded import coded
from redact.resolve.forms.letters import Letters, letters_of
from redact.resolve.forms.near import near
from redact.resolve.forms.needles import Needle, digests_of, initials_of, needles_of, parts_of
from redact.resolve.wording import begins_sentence
from redact.values.folding import fold
from redact.values.forms import Form, FormHit
from redact.values.key import Key
from redact.values.text import Document, Passage, Span

__all__ = ["Searcher"]

_GAP = 12  # characters without a letter that may stand between two words of one name: "Smith,\n\t  Kay"
_BREAK = re.compile(r"-\s*|\s*\n\s*")  # of a folded gap
_NO_BREAK = re.compile(r"'?[ ]?")  # an apostrophe that may be written or not, or nothing that prints
_INITIALS = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.[ ]?){2,4}|(?<![^\W_])[^\W\d_](?:[ .-][^\W\d_]){1,3}(?![^\W_])"
    r"|(?<![^\W_])[^\W\d_]{2,4}(?![^\W_])"
)
_HEX = re.compile(r"(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{128}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{56}"
                  r"|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{32})(?![0-9A-Fa-f])")  # fmt: skip
_RUN_TOGETHER = re.compile(r"[^\s]*(?:[@/\\_%]|\w\.\w|[^\W_]\d|\d[^\W_]|[a-z][A-Z])[^\s]*")
_HYPHENS = ("-", "\u2010", "\u2011")
_PIECE = 2  # letters of a word before and behind a line end that has no hyphen
_LOOK_BACK = 40  # characters in which it shows whether a sentence begins
_SHORT = 3  # letters: "thi" with an s is a word of its own
_LEAST_INSIDE = 4  # letters of a name that are looked for inside an address or a link


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    of: str
    form: Form
    sure: bool


class Searcher:
    """Knows all forms of a key; made once, then asked for one document after the other."""

    def __init__(self, key: Key) -> None:
        import ahocorasick

        self._automaton = ahocorasick.Automaton()
        by_letters: dict[str, list[Needle]] = {}
        for needle in needles_of(key):
            by_letters.setdefault(needle.letters, []).append(needle)
        for letters, needles in by_letters.items():
            self._automaton.add_word(letters, tuple(needles))
        self._automaton.make_automaton()
        self._any = bool(by_letters)
        self._initials = initials_of(key)
        self._digests = digests_of(key)
        self._parts = parts_of(key)

    def search(self, document: Document) -> tuple[FormHit, ...]:
        """Give every form in every passage of a document, in reading order; of one stretch the surest."""
        together = [passage for passage in document.passages if not passage.apart]
        apart = [[passage] for passage in document.passages if passage.apart]
        return tuple(hit for passages in (together, *apart) for hit in self._passages(passages))

    def search_text(self, text: str) -> tuple[tuple[int, int, str, Form, bool], ...]:
        """Give every form in a text: its half-open code points, whose it is, its form, whether it is sure."""
        return tuple((one.start, one.end, one.of, one.form, one.sure) for one in self._found(text))

    # ------------------------------------------------------------------ the passages of a document

    def _passages(self, passages: Sequence[Passage]) -> Iterator[FormHit]:
        starts: list[int] = []
        pieces: list[str] = []
        at = 0
        for passage in passages:
            pieces += [passage.lead, passage.text]
            starts.append(at + len(passage.lead))
            at += len(passage.lead) + len(passage.text)
        for one in self._found("".join(pieces)):
            spans = tuple(_spans(one, passages, starts))
            if spans:
                yield FormHit(spans, one.of, one.form, one.sure)

    def _found(self, text: str) -> list[_Found]:
        letters = letters_of(text)
        found = [
            *self._spelled(text, letters),
            *self._as_initials(text),
            *self._hashed(text),
            *(_Found(*one) for one in coded(text, self._parts)),
        ]
        kept = _surest(found)
        covered = [(one.start, one.end) for one in kept]
        return sorted(
            (*kept, *(_Found(*one) for one in near(text, self._parts, covered))),
            key=lambda one: (one.start, one.end, one.of),
        )

    # ------------------------------------------------------------------ forms

    def _spelled(self, text: str, letters: Letters) -> Iterator[_Found]:
        if not self._any:
            return
        inside = [match.span() for match in _RUN_TOGETHER.finditer(text)]
        opens = [start for start, _ in inside]
        for last, needles in self._automaton.iter(letters.text):
            for needle in needles:
                first = last + 1 - len(needle.letters)
                start, end = letters.span(first, last + 1)
                at = bisect_right(opens, start) - 1
                held = at >= 0 and inside[at][1] >= end
                found = _judged(text, letters, first, last + 1, needle, held)
                if found is not None:
                    yield found

    def _as_initials(self, text: str) -> Iterator[_Found]:
        for match in _INITIALS.finditer(text):
            letters = "".join(character for character in match[0] if character.isalpha())
            of = self._initials.get(letters) if letters.isupper() else None
            for one in sorted(of or ()):
                end = match.start() + len(match[0].rstrip())
                yield _Found(match.start(), end, one, Form.INITIALS, sure=False)

    def _hashed(self, text: str) -> Iterator[_Found]:
        for match in _HEX.finditer(text):
            for of in sorted(self._digests.get(match[0].lower(), ())):
                yield _Found(*match.span(), of, Form.DIGEST, sure=True)


def _judged(text: str, letters: Letters, first: int, last: int, needle: Needle, held: bool) -> _Found | None:
    """Hold a find against what is around and between its letters; `held`: it stands in an address or link."""
    start, end = letters.span(first, last)
    gaps = [
        (number, text[letters.at[first + number - 1][1] : letters.at[first + number][0]])
        for number in range(1, last - first)
        if letters.at[first + number - 1][1] < letters.at[first + number][0]
    ]
    if len(gaps) == last - first - 1 and not needle.joints and len(gaps) > 1:
        spaced = all(len(gap) <= 3 for _, gap in gaps) and _begins(text, start) and _ends(text, start, end)
        sure = needle.sure and not any(_border(gap) for _, gap in gaps)  # a column of single letters
        return _Found(start, end, needle.of, Form.SPACED, sure) if spaced else None
    spaced_out = len(gaps) == last - first - 1
    broken = False
    for number, gap in gaps:
        if number in needle.joints:
            if len(gap) > _GAP and not gap.isspace():
                return None
        elif _BREAK.fullmatch(folded := fold(gap).text) or not folded:
            broken = True
        elif not spaced_out and (folded == " " or _NO_BREAK.fullmatch(folded) is None):
            return None
    joined = bool(needle.joints) and not all(number in dict(gaps) for number in needle.joints)
    if not (_begins(text, start) and _ends(text, start, end)):
        if not held or len(needle.letters) < _LEAST_INSIDE or needle.form is Form.SHORT:
            return None
        return _Found(start, end, needle.of, Form.JOINED, needle.sure)
    form = Form.SPACED if spaced_out and len(gaps) > 2 else Form.BROKEN if broken else needle.form
    form = Form.JOINED if joined and form in (Form.WHOLE, Form.REVERSED) else form
    sure = needle.sure or (form is Form.WHOLE and _capitals(text, letters, first, needle))
    doubted = (
        _is_a_word(text, start, needle)
        or (needle.apart and any(_border(gap) for _, gap in gaps))
        or (broken and _in_pieces(text, letters, first, last, needle))
    )
    return _Found(start, end, needle.of, form, sure and not doubted)


def _border(gap: str) -> bool:
    """Tell whether a line, a cell or a paragraph ends there."""
    return "\n" in gap or "\r" in gap or "\t" in gap


def _is_a_word(text: str, start: int, needle: Needle) -> bool:
    """Tell whether a name that is a word too is written as one: in small letters, or to begin a sentence."""
    if not needle.wordy:
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    return text[start].islower() or (needle.opener and begins_sentence(before + text[start], len(before)))


def _in_pieces(text: str, letters: Letters, first: int, last: int, needle: Needle) -> bool:
    """Tell whether a word that a line or a cell ends in its middle may be two things beside each other.

    A hyphen says that it goes on; so do two letters before the end and as many small ones behind it.
    """
    gaps = {
        number: text[letters.at[number - 1][1] : letters.at[number][0]] for number in range(first + 1, last)
    }
    ends = [first, *(number for number, gap in gaps.items() if gap), last]
    capitals = text[letters.at[first][0] : letters.at[last - 1][1]].isupper()
    for before, here, behind in zip(ends, ends[1:], ends[2:], strict=False):
        gap = gaps[here]
        if here - first in needle.joints or not _border(gap) or gap.lstrip()[:1] in _HYPHENS:
            continue
        goes_on = capitals or text[letters.at[here][0]].islower()
        if not goes_on or here - before < _PIECE or behind - here < _PIECE:
            return True
    return False


def _begins(text: str, start: int) -> bool:
    return start == 0 or not text[start - 1].isalpha()


def _ends(text: str, start: int, end: int) -> bool:
    """Tell whether a word ends there, or behind an s of the plural, where the name is not too short."""
    rest = text[end : end + 2]
    plural = end - start > _SHORT and rest[:1] in ("s", "S") and not rest[1:2].isalpha()
    return not rest[:1].isalpha() or plural


def _capitals(text: str, letters: Letters, first: int, needle: Needle) -> bool:
    """Tell whether each word of a find begins with a capital."""
    return all(text[letters.at[first + joint][0]].isupper() for joint in (0, *needle.joints))


def _surest(found: Iterable[_Found]) -> list[_Found]:
    """Of finds of one person that lie within each other keep the widest, and of one stretch the surest."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, not one.sure, one.start, one.form.value)):
        inside = any(
            other.of == one.of
            and other.start <= one.start
            and one.end <= other.end
            and other.sure >= one.sure
            for other in kept
        )
        if not inside:
            kept.append(one)
    return kept


def _spans(one: _Found, passages: Sequence[Passage], starts: Sequence[int]) -> Iterator[Span]:
    """Give the stretches of passages that a find covers; what stands between passages is in none."""
    at = max(0, bisect_right(starts, one.start) - 1)
    while at < len(passages) and starts[at] < one.end:
        low, high = max(one.start, starts[at]), min(one.end, starts[at] + len(passages[at].text))
        if low < high:
            yield Span(passages[at].id, low - starts[at], high - starts[at])
        at += 1
