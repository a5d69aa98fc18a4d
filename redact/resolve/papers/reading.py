"""Read a case's own papers: which of a document's tables tell who is who, and what each row says.

Four sorts of table are known: a family table or staff list with headings above, a naming table that also
gives the pseudonyms, a form of labels and values, and a form with one person a column. What is none of them
is passed over: nothing is taken over that a person has not seen in the preview.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.resolve.papers.cells import born_of, is_empty, is_label, names_of
from redact.resolve.papers.guessing import naming_lists, with_guessed_headings
from redact.resolve.papers.headings import NAMING, Heading, heading_of, relation_of, role_of, section_of
from redact.resolve.papers.tables import Rows, tables_of
from redact.values.key import KeyName, NameKind
from redact.values.papers import Paper, PaperKind, PaperPerson
from redact.values.text import Document

__all__ = ["read_paper", "read_papers"]

_ONE_WORD = "one word of its name is known only"
_NO_NAME = "a pseudonym stands there and no name"
_KINDS = {"known-as": NameKind.KNOWN_AS, "maiden": NameKind.MAIDEN, "nickname": NameKind.NICKNAME}
_GUESSED = "its table has no headings: what each column holds was guessed"
_BRACKETED = re.compile(r"\(([^()]+)\)")
_TOLD = NAMING | {"label", "relation", "role", "born"}


def read_papers(document: Document) -> tuple[Paper, ...]:
    """Read every table of a document that tells of people, and every list of names with their labels."""
    tables = [*tables_of(document), *naming_lists(document)]
    found = [paper for rows in tables for paper in read_paper(rows, document.sha256)]
    return tuple(replace(paper, number=number) for number, paper in enumerate(found, 1))


def read_paper(rows: Rows, sha256: str) -> tuple[Paper, ...]:
    """Read one table; nothing where it tells of nobody.

    Args:
        sha256: the digest of the file in which it stands.
    """
    for reader in (_with_headings, _in_columns, _in_fields):
        fields, people = reader(rows)
        told = tuple(person for person in people if person.names or person.label)
        if told:
            return (Paper(_kind(fields), 1, sha256, rows, told, _passed_over(rows)),)
    headed = with_guessed_headings(rows)
    if headed is None:
        return ()
    fields, people = _with_headings(headed)
    told = tuple(replace(one, row=one.row - 1, doubts=(*one.doubts, _GUESSED)) for one in people if one.names)
    return (Paper(_kind(fields), 1, sha256, rows, told),) if told else ()


@dataclass(slots=True)
class _Gathered:
    """What has been read of one person so far: the texts by field, in their order."""

    row: int
    relation: str | None = None
    texts: dict[str, list[str]] = field(default_factory=dict, repr=False)

    def put(self, heading: Heading, text: str) -> None:
        if heading.of and heading.field in NAMING:
            self.relation = self.relation or heading.of
        if text.strip():
            self.texts.setdefault(heading.field, []).append(text.strip())

    def person(self) -> PaperPerson:
        names, label, doubts = self._names()
        born, dated = born_of(" ".join(self.texts.get("born", ())))
        told = next((text for text in self.texts.get("relation", ()) if not is_empty(text)), None)
        relation = relation_of(told) if told else self.relation
        roles = [text for text in self.texts.get("role", ()) if not is_empty(text)]
        beside = [text for name in self.texts.get("name", ()) for text in _BRACKETED.findall(name)]
        relation = relation or next(filter(None, map(relation_of, beside)), None)
        roles += [text for text in beside if not roles and role_of(text)]
        if told and relation is None:
            roles.append(told)
        as_relation = [kin for kin in map(relation_of, roles) if kin]
        if as_relation and relation is None:
            relation, roles = as_relation[0], [role for role in roles if relation_of(role) is None]
        return PaperPerson(self.row, names, label, relation, tuple(roles), born, (*doubts, *dated))

    def _names(self) -> tuple[tuple[KeyName, ...], str | None, tuple[str, ...]]:
        label = next((text for text in self.texts.get("label", ()) if not is_empty(text)), None)
        whole = " ".join((*self.texts.get("name", ()),))
        parts = [self.texts.get(part, [""])[0] for part in ("forename", "middle", "surname")]
        if whole and " " not in whole and not is_empty(parts[-1]):
            whole = f"{whole} {parts[-1]}"  # the first name stands beneath "name"
        whole = whole or " ".join(part for part in parts if not is_empty(part))
        if whole and is_label(whole):
            return (), label or whole, (_NO_NAME,)
        names, doubts = names_of(whole)
        if names and " " not in names[0].text:
            doubts = (*doubts, _ONE_WORD)
        further = [
            KeyName(name.text, kind if name.kind is NameKind.LEGAL else name.kind)
            for part, kind in _KINDS.items()
            for text in self.texts.get(part, ())
            for name in names_of(text)[0]
        ]
        return (*names, *further), label, doubts if names or further else ((_NO_NAME,) if label else doubts)


def _with_headings(rows: Rows) -> tuple[set[str], list[PaperPerson]]:
    """Read a table with a row of headings above; the row may come again."""
    headings: Mapping[int, Heading] = {}
    fields: set[str] = set()
    people: list[PaperPerson] = []
    for number, row in enumerate(rows, 1):
        found = _row_of_headings(row)
        if found:
            headings = found
            fields |= {heading.field for heading in found.values()}
        elif headings and any(not is_empty(row[at]) for at in headings if at < len(row)):
            for own in _each(headings):
                gathered = _Gathered(number)
                for at, heading in own.items():
                    gathered.put(heading, row[at])
                people.append(gathered.person())
    return fields, people


def _each(headings: Mapping[int, Heading]) -> list[dict[int, Heading]]:
    """Part the columns of a row that tells of several people: each begins where a name is asked for again."""
    parts: list[dict[int, Heading]] = [{}]
    for at, heading in sorted(headings.items()):
        asked = [one.field for one in parts[-1].values() if one.field in NAMING]
        if heading.field in asked or (heading.field == "name" and asked):
            parts.append({})
        parts[-1][at] = heading
    return parts


def _row_of_headings(row: Sequence[str]) -> dict[int, Heading]:
    """Give the headings of a row, by column; nothing where the row holds values beside them."""
    found = {at: heading for at, text in enumerate(row) if (heading := heading_of(text))}
    filled = [at for at, text in enumerate(row) if not is_empty(text)]
    named = [at for at in found if found[at].field in NAMING]
    telling = {heading.field for heading in found.values()} & _TOLD
    # A field with its value beside it is a form: "Name", "Anna Harte", "Date of birth", "01/02/1983".
    most = 2 * len(found) > len(filled) and len(filled) > 1
    return found if named and len(telling) > 1 and most else {}


def _in_columns(rows: Rows) -> tuple[set[str], list[PaperPerson]]:
    """Read a form with a person a column: the first row says who, the first column what."""
    if len(rows) < 2 or not rows[0] or not is_empty(rows[0][0]):
        return set(), []
    who = {at: relation for at, text in enumerate(rows[0]) if (relation := relation_of(text))}
    asked = [heading_of(row[0]) for row in rows[1:]]
    if not who or not any(heading and heading.field in NAMING for heading in asked):
        return set(), []
    people = []
    for at, relation in who.items():
        gathered = _Gathered(1, relation)
        for heading, row in zip(asked, rows[1:], strict=True):
            if heading:
                gathered.put(Heading(heading.field), row[at])
        people.append(gathered.person())
    return {"relation", *(heading.field for heading in asked if heading)}, people


def _in_fields(rows: Rows) -> tuple[set[str], list[PaperPerson]]:
    """Read a form of labels, each with its value to the right or behind a colon in its own cell."""
    people: list[PaperPerson] = []
    fields: set[str] = set()
    gathered: _Gathered | None = None
    for number, heading, value in _pairs(rows):
        begins = heading.field in NAMING and (
            gathered is None or heading.field in gathered.texts or "name" in (heading.field, *gathered.texts)
        )
        if begins:
            if gathered is not None:
                people.append(gathered.person())
            gathered = _Gathered(number)
        if gathered is not None:
            gathered.put(heading, value)
            fields.add(heading.field)
    if gathered is not None:
        people.append(gathered.person())
    return {"form", *fields}, people if len(fields) > 1 else []


def _pairs(rows: Rows) -> Iterator[tuple[int, Heading, str]]:
    for number, heading, value, about in _labelled(rows):
        # Beneath "Mother's details" a name is the mother's.
        of = heading.of or (about if heading.field in NAMING else None)
        yield number, Heading(heading.field, of), value


def _labelled(rows: Rows) -> Iterator[tuple[int, Heading, str, str | None]]:
    about: str | None = None
    for number, row in enumerate(rows, 1):
        at = 0
        while at < len(row):
            about = section_of(row[at]) or about
            label, colon, inside = row[at].partition(":")
            heading = heading_of(row[at]) or (heading_of(label) if colon else None)
            if heading is None:
                at += 1
            elif colon and inside.strip():
                yield number, heading, inside.strip(), about
                at += 1
            else:
                value = row[at + 1] if at + 1 < len(row) and heading_of(row[at + 1]) is None else ""
                yield number, heading, value, about
                at += 2 if value else 1


def _passed_over(rows: Rows) -> tuple[int, ...]:
    """Give the columns, from 1, that hold something beneath a heading that is in no list."""
    top = next((at for at, row in enumerate(rows) if _row_of_headings(row)), None)
    if top is None:
        return ()
    return tuple(
        at
        for at, text in enumerate(rows[top], 1)
        if not is_empty(text)
        and heading_of(text) is None
        and any(not is_empty(row[at - 1]) for row in rows[top + 1 :] if at <= len(row))
    )


def _kind(fields: set[str]) -> PaperKind:
    if "form" in fields:
        return PaperKind.FORM
    if "label" in fields:
        return PaperKind.NAMING
    return PaperKind.STAFF if "role" in fields and "relation" not in fields else PaperKind.FAMILY
