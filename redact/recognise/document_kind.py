"""What kind of document this is, from its title, its headings and the headers of its tables.

A kind is said only where it is plain; an unsure one stays open, and then the rules of every kind hold. It
errs that way because some kinds may hold what a published report may not. What remains: a document with
the title and headings of another kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.lists import kinds
from redact.values.folding import fold
from redact.values.judgement import DocumentKind
from redact.values.text import Document, Part, Passage

__all__ = ["recognise_kind"]

_TITLE_LINES = 12  # lines of the body in which a title stands: a cover holds logo, board, title, author, date
_TITLE_CHARACTERS = 120  # a longer line is a sentence
_SECTION_CHARACTERS = 80
# A procedure speaks of every kind of document and prints their templates, so its own title outweighs them.
# What stands first is the document's own title: an agency's report has a chronology and a plan at its end.
_WEIGHT = {"title": 6, "cover": 3, "ending": 45, "section": 2, "column": 3, "own": 15}
_COLUMNS = 8  # the most that columns weigh: a summary with the whole plan inside has its title all the same
_LEAST = 6  # one title, three headings or two columns
_LEAD = 3  # ahead of the next kind: less is no plain answer
_SENTENCE = (".", ";", ",", "!")
_NUMBER = regex.compile(r"^(?:(?:section|appendix|part|template)\s+)?[\d.()\s]*(?:[a-z]\))?[\s:.*#_-]*")
_OFFICE = regex.compile(r"(?:\p{L}+ ){0,3}(?:author|chair|reviewer|writer|lead)s?\b.{0,30}\bof\b")
_TAIL = regex.compile(r"[\s:?.*#_{}()-]*$")
_MARKUP = regex.compile(r"[*#_]+|</?\w{1,6}>")


def recognise_kind(document: Document) -> tuple[DocumentKind | None, str]:
    """Say what kind of document this is, and why.

    Returns: the kind, or none where it is not plain; and the reason, in the words of our own list.
    """
    found = _signs(document)
    scores = {kind: _score(signs) for kind, signs in found.items()}
    ranked = sorted(scores.items(), key=lambda entry: (-entry[1], entry[0].value))
    if not ranked or ranked[0][1] < _LEAST:
        return None, "not stated, and not plain from its headings: judged by every rule"
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD:
        both = f"{ranked[0][0].value} or {ranked[1][0].value}"
        return None, f"not stated, and its headings could be those of {both}: judged by every rule"
    kind = ranked[0][0]
    return kind, _because(found[kind])


def _score(signs: set[tuple[str, str]]) -> int:
    columns = sum(_WEIGHT[where] for where, _ in signs if where == "column")
    return min(columns, _COLUMNS) + sum(_WEIGHT[where] for where, _ in signs if where != "column")


def _signs(document: Document) -> dict[DocumentKind, set[tuple[str, str]]]:
    phrases = {
        (where, phrase): DocumentKind(kind)
        for phrase, (where, _, kind) in ((p, w.partition(" ")) for p, w in kinds("document-kinds").items())
    }
    longest_title = _by_length(phrases)
    found: dict[DocumentKind, set[tuple[str, str]]] = defaultdict(set)
    titles: list[tuple[int, tuple[str, str]]] = []
    for at, line in enumerate(_title_lines(document)):
        for where, phrase in phrases:
            if where == "ending" and (line == phrase or line.endswith(" " + phrase)):
                found[phrases[where, phrase]].add((where, phrase))
        if _OFFICE.match(line):  # "Author of the overview report" stands on the cover of its summary too
            continue
        # The longest phrase of a line speaks: "serious case review overview report" is one title, not two.
        sign = next((each for each in longest_title if _stands_in(each[1], line)), None)
        if sign is not None:
            titles.append((at, sign))
            found[phrases[sign]].add(sign)
    if own := _own(titles, phrases):
        found[phrases[own]].add(("own", own[1]))
    for where, line in _other_lines(document):
        if (where, line) in phrases:
            found[phrases[where, line]].add((where, line))
    return found


def _own(
    titles: list[tuple[int, tuple[str, str]]], phrases: dict[tuple[str, str], DocumentKind]
) -> tuple[str, str] | None:
    """Give the title that stands before all others; two on two lines are a cover that is not plain."""
    if not titles or titles[0][1][0] != "title":
        return None
    (at, first), *others = titles
    beside = any(one == at + 1 and phrases[sign] is not phrases[first] for one, sign in others)
    return None if beside else first


def _by_length(phrases: dict[tuple[str, str], DocumentKind]) -> list[tuple[str, str]]:
    return sorted((sign for sign in phrases if sign[0] in ("title", "cover")), key=lambda sign: -len(sign[1]))


def _stands_in(phrase: str, line: str) -> bool:
    at = line.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not line[max(0, at - 1) : at].isalpha() and not line[end : end + 1].isalpha():
            return True
        at = line.find(phrase, at + 1)
    return False


def _title_lines(document: Document) -> Iterator[str]:
    """Give the first lines of the body, folded, and a title that runs over several lines as one."""
    seen = 0
    for passage in document.passages:
        if passage.apart or passage.location.part not in (Part.BODY, Part.TABLE, Part.TEXT_BOX):
            continue
        raw = passage.text.strip()
        for line in ([raw.replace("\n", " ")] if "\n" in raw else []) + raw.split("\n"):
            plain = _plain(line)
            # A sentence may speak of an overview report or a chronology; a title has no full stop.
            if plain and len(plain) <= _TITLE_CHARACTERS and not line.rstrip(" *_)\"'").endswith(_SENTENCE):
                yield plain
            seen += bool(plain)
            if seen == _TITLE_LINES:
                return


def _other_lines(document: Document) -> Iterator[tuple[str, str]]:
    for passage in document.passages:
        part, cell = passage.location.part, passage.location.cell
        if passage.apart or part not in (Part.BODY, Part.TABLE):
            continue
        for line in _lines(passage):
            if len(line) <= _SECTION_CHARACTERS:
                yield "section", line
                if cell is not None and cell[0] <= 2:  # a header may have two rows
                    yield "column", line
        if cell is None and "\t" in passage.text:
            for piece in passage.text.replace("\n", "\t").split("\t"):
                yield "column", _plain(piece)


def _lines(passage: Passage) -> Iterator[str]:
    for line in passage.text.split("\n"):
        plain = _plain(line)
        if plain:
            yield plain


def _plain(line: str) -> str:
    folded = fold(_MARKUP.sub("", line)).text.strip()
    return str(_TAIL.sub("", _NUMBER.sub("", folded)))


def _because(signs: set[tuple[str, str]]) -> str:
    titles = sorted(phrase for where, phrase in signs if where in ("title", "cover", "ending"))
    others = sum(where in ("section", "column") for where, _ in signs)
    reasons = [f'its first lines say "{titles[0]}"'] if titles else []
    if others:
        reasons.append(f"{others} of its headings {'is' if others == 1 else 'are'} of that kind")
    return " and ".join(reasons)
