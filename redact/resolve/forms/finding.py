"""Search a document for every form of every name of a key.

The search runs over the letters of the whole text, so that a hyphen, a line end, a cell or an invisible
character cannot hide a name; then each find is held against what stands around and between its letters.
What remains: who is told by anything but a name ("the girl from number nine") is not found here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from redact.resolve.forms.coded import coded
from redact.resolve.forms.codes_in_text import without_codes
from redact.resolve.forms.digests import Digests
from redact.resolve.forms.initials import Initials
from redact.resolve.forms.letters import Letters, letters_of
from redact.resolve.forms.near import Near
from redact.resolve.forms.needles import Needle, needles_of, parts_of
from redact.resolve.forms.piecing import border, in_pieces, may_be_one, plural_of_a_short, runs_on
from redact.resolve.wording import begins_sentence
from redact.values.folding import fold
from redact.values.forms import Form, FormHit
from redact.values.key import Key
from redact.values.text import Document, Passage, Span

__all__ = ["Searcher"]

_GAP = 12  # characters without a letter that may stand between two words of one name: "Smith,\n\t  Kay"
_BREAK = re.compile(r"-\s*|\s*\n\s*")  # of a folded gap
_NO_BREAK = re.compile(r"'?[ ]?")  # an apostrophe that may be written or not, or nothing that prints
_RUN_TOGETHER = re.compile(r"[^\s]*(?:[@/\\_%]|\w\.\w|[^\W_]\d|\d[^\W_]|[a-z][A-Z])[^\s]*")
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
        self._parts = parts_of(key)
        self._initials = Initials(key, self._parts)
        self._digests = Digests(key)
        self._near = Near(self._parts)

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
        inside = [match.span() for match in _RUN_TOGETHER.finditer(text)]
        others = (self._initials.find(text), self._digests.find(text), coded(text, self._parts))
        found = [
            *self._spelled(text, letters_of(text), inside),
            *self._over_codes(text),
            *(_Found(*one) for sort in others for one in sort),
        ]
        kept = _surest(found)
        covered = [(one.start, one.end) for one in kept]
        return sorted(
            (*kept, *(_Found(*one) for one in self._near.find(text, covered, inside))),
            key=lambda one: (one.start, one.end, one.of),
        )

    # ------------------------------------------------------------------ forms

    def _spelled(self, text: str, letters: Letters, inside: Sequence[tuple[int, int]]) -> Iterator[_Found]:
        if not self._any:
            return
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

    def _over_codes(self, text: str) -> Iterator[_Found]:
        """Give the names that are parted by the code of a link."""
        read = without_codes(text)
        if read is None:
            return
        inside = [match.span() for match in _RUN_TOGETHER.finditer(read.text)]
        for one in self._spelled(read.text, letters_of(read.text), inside):
            whole = read.back(one.start, one.end)
            if whole is not None:
                yield replace(one, start=whole[0], end=whole[1], form=Form.BROKEN)


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
        sure = needle.sure and not any(border(gap) for _, gap in gaps)  # a column of single letters
        return _Found(start, end, needle.of, Form.SPACED, sure) if spaced else None
    spaced_out = len(gaps) == last - first - 1
    broken = parted = False
    for number, gap in gaps:
        if number in needle.joints:
            if len(gap) > _GAP and not gap.isspace():
                return None
        elif _BREAK.fullmatch(folded := fold(gap).text) or not folded or border(gap):
            broken = True
        elif folded == " " and not spaced_out:
            parted = True
        elif not spaced_out and _NO_BREAK.fullmatch(folded) is None:
            return None
    if not (_begins(text, start) and _ends(text, start, end)):
        return None if parted else _beside(text, start, end, needle, held)
    if (parted and not may_be_one(text, start, end, needle)) or (
        needle.cut and not _as_user(text, end, held)
    ):
        return None
    joined = bool(needle.joints) and not all(number in dict(gaps) for number in needle.joints)
    form = Form.SPACED if spaced_out and len(gaps) > 2 else Form.BROKEN if broken or parted else needle.form
    form = Form.JOINED if joined and form in (Form.WHOLE, Form.REVERSED) else form
    sure = needle.sure or (form is Form.WHOLE and _capitals(text, letters, first, needle))
    doubted = (
        parted
        or _is_a_word(text, start, needle)
        or (needle.apart and any(border(gap) for _, gap in gaps))
        or (broken and in_pieces(text, letters, first, last, needle))
    )
    return _Found(start, end, needle.of, form, sure and not doubted)


def _beside(text: str, start: int, end: int, needle: Needle, held: bool) -> _Found | None:
    """Judge a find with letters before or behind it."""
    if held and len(needle.letters) >= _LEAST_INSIDE and needle.form is not Form.SHORT and not needle.cut:
        return _Found(start, end, needle.of, Form.JOINED, needle.sure)
    if runs_on(text, start, end, needle):
        return _Found(start, end, needle.of, Form.JOINED, sure=False)
    if needle.form is Form.PART and plural_of_a_short(text, start, end, needle):
        return _Found(start, end, needle.of, Form.PART, sure=False)
    return None


def _as_user(text: str, end: int, held: bool) -> bool:
    return held or text[end : end + 1].isdigit()


def _is_a_word(text: str, start: int, needle: Needle) -> bool:
    """Tell whether a name that is a word too is written as one: in small letters, or to begin a sentence."""
    if not needle.wordy:
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    return text[start].islower() or (needle.opener and begins_sentence(before + text[start], len(before)))


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
