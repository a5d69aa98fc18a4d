"""Requirements of the kind `role-lines`: who has a role in the review is named in that role alone.

A role's line says the role: a field, a row, an entry under a heading or a column of the role, a sentence that
gives it to somebody. What remains: a name that no recogniser found in its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from redact.judge.checks.given import given_words
from redact.judge.outline import Outline, Sentence
from redact.judge.phrases import Phrase, compile_phrases, words_of
from redact.judge.reading import Answer, Reading, at
from redact.judge.roles import Role
from redact.judge.subject import Fingerprints
from redact.values.judgement import Outcome, Rule
from redact.values.people import Label, Mention, Standing
from redact.values.text import Part, Span

__all__ = ["judge_role_lines"]

_STANDING = frozenset({Standing.OFFICE, Standing.PANEL})
_BESIDE = frozenset({Part.FILE_NAME, Part.PROPERTY})
_ENTRY = 14  # words of an entry that ends with a full stop
_FEW = 30  # words of a sentence that gives somebody a role; a longer one tells of what they did


def judge_role_lines(rule: Rule, reading: Reading) -> Answer:
    """Find the names of people with a role that stand elsewhere; each place is one finding.

    Params: `roles`, the roles in whose lines a name may stand.
    """
    roles = compile_phrases(given_words(rule, "roles"))
    places = _Places(reading, roles)
    people = _people(reading, places)
    if not people:
        return Answer((), "nobody is named in a line of these roles", Outcome.NOT_APPLICABLE)
    prints = Fingerprints(reading.subject, rule)
    because = "somebody with a role in the review is named outside the line of that role"
    found = [
        at(rule, reading, mention.span, because, prints)
        for mention in people
        if not places.hold(mention.span)
    ]
    return Answer(tuple(found), "they are named in the lines of their roles alone")


def _people(reading: Reading, places: _Places) -> list[Mention]:
    """Give the mentions of everybody who is named in a role's line, wherever they stand."""
    mentions = [
        (mention, entity)
        for mention, entity in reading.subject.mentions
        if mention.label is Label.PERSON and reading.subject.part(mention) not in _BESIDE
    ]
    with_role = {
        entity.id
        for mention, entity in mentions
        if entity is not None and (mention.standing in _STANDING or places.hold(mention.span))
    }
    return [
        mention
        for mention, entity in mentions
        if mention.standing in _STANDING or (entity is not None and entity.id in with_role)
    ]


class _Places:
    """Tells the lines, rows and entries of roles from all others."""

    def __init__(self, reading: Reading, roles: Sequence[Phrase]) -> None:
        self._roles = roles
        self._rows = dict(_rows(reading.outline, roles))
        self._under = _under(reading.outline, roles) | _listed(reading.outline, roles)
        self._sentences = _by_passage(reading.outline)
        self._reading = reading

    def hold(self, span: Span) -> bool:
        """Tell whether a name stands in one."""
        if span.passage in self._rows:
            return self._rows[span.passage]
        sentence = next(
            (one for one in self._sentences.get(span.passage, ()) if one.span.contains(span)), None
        )
        if sentence is None:
            return self._says_it(words_of(self._reading.subject.passages[span.passage].text))
        if self._says_it(sentence.words) and len(sentence.words) <= _FEW:
            return True
        return span.passage in self._under and not _is_told(sentence)

    def _says_it(self, words: Sequence[str]) -> bool:
        return any(role.search(words) for role in self._roles)


def _is_told(sentence: Sentence) -> bool:
    """Tell a sentence from an entry of a list."""
    return sentence.text.rstrip().endswith((".", "!", "?")) and len(sentence.words) > 8


def _rows(outline: Outline, roles: Sequence[Phrase]) -> Iterator[tuple[str, bool]]:
    """Say of each passage of a table whether its row, its column or the headings above are of a role."""
    for table in outline.tables:
        headed = _is_headed(outline, table.first, roles)
        header = table.rows[table.header] if table.header is not None else {}
        for row in table.rows:
            said = any(role.search(cell.words) for cell in row.values() for role in roles)
            for column, cell in row.items():
                head = header.get(column)
                of_the_column = head is not None and any(role.search(head.words) for role in roles)
                for number in cell.lines:
                    yield outline.lines[number].passage, headed or said or of_the_column


def _is_headed(outline: Outline, line: int, roles: Sequence[Phrase]) -> bool:
    return any(
        section.line < line < section.end and any(role.search(section.title.words) for role in roles)
        for section in outline.sections
    )


def _under(outline: Outline, roles: Sequence[Phrase]) -> frozenset[str]:
    """Give the passages under headings of roles."""
    return frozenset(
        outline.lines[number].passage
        for section in outline.sections
        if any(role.search(section.title.words) for role in roles)
        for number in range(section.line + 1, section.end)
    )


def _listed(outline: Outline, roles: Sequence[Phrase]) -> frozenset[str]:
    """Give the passages of a list that a line such as "Members of the panel:" opens, up to a sentence."""
    found: set[str] = set()
    open_ = False
    for line, role in zip(outline.lines, outline.roles, strict=True):
        if role is Role.HEADING and line.level is not None:
            open_ = False
        elif line.text.rstrip().endswith(":"):
            open_ = any(one.search(line.words) for one in roles)
        elif line.text.rstrip().endswith(".") and len(line.words) > _ENTRY:
            open_ = False
        elif open_:
            found.add(line.passage)
    return frozenset(found)


def _by_passage(outline: Outline) -> Mapping[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = {}
    for sentence in outline.sentences:
        found.setdefault(sentence.passage, []).append(sentence)
    return found
