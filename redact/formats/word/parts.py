"""What each member of a Word package is: content types, relationships, and what is reached from the start.

python-docx opens packages too, but loads every related part before we can look at it, knows neither
Strict files nor orphans, and raises KeyError on a dangling relationship; so these few rules of the Open
Packaging Conventions are written out here.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from redact.errors import Damaged, RedactError, WrongType
from redact.formats.word.markup import REMEDY, Element, elements, own, parse
from redact.formats.word.package import Package

__all__ = ["CheckMain", "Parts", "Relation", "lay_out"]

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CONTENT_TYPES = "[Content_Types].xml"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = _WORD + "document.main+xml"
# Types of a main part that we recognise and refuse, each with what it is.
_REFUSED_MAINS = {
    "application/vnd.ms-word.document.macroenabled.main+xml": "a Word document with macros",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml": "a Word template with macros",
    _WORD + "template.main+xml": "a Word template",
}
_MACROS = {"application/vnd.ms-office.vbaproject", "application/vnd.ms-word.vbadata+xml"}
_SAVE_AS_DOCX = "Open it in Word, save it as a Word document (.docx), and check that file."

CheckMain = Callable[["str | None", dict[str, str]], None]


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: `target` is the name of a member, or whatever stands there when it is external."""

    id: str
    type: str
    target: str = field(repr=False)
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type: `header`, `image`, `hyperlink`."""
        return self.type.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Parts:
    """The members of a package, what each is, and how they hang together.

    `types` gives each member's content type in lower case, `relations` the relationships of each source
    ("" for the package itself), `reached` the members that a chain of relationships leads to.
    """

    members: dict[str, bytes] = field(repr=False)
    main: str
    types: dict[str, str]
    relations: dict[str, tuple[Relation, ...]] = field(repr=False)
    reached: frozenset[str]
    _names: dict[str, str] = field(repr=False)
    _by_id: dict[tuple[str, str], Relation] = field(repr=False)

    def relation(self, source: str, relation_id: str | None) -> Relation | None:
        """Give relationship `relation_id` of `source`; None without one."""
        return self._by_id.get((source, relation_id)) if relation_id else None

    def target(self, source: str, relation_id: str | None) -> str | None:
        """Give the member that relationship `relation_id` of `source` leads to; None without one."""
        relation = self.relation(source, relation_id)
        return None if relation is None or relation.external else self.named(relation.target)

    def related(self, source: str, kind: str) -> str | None:
        """Give the first member that `source` has a relationship of `kind` to; None without one."""
        for relation in self.relations.get(source, ()):
            if relation.kind == kind and not relation.external and self.named(relation.target):
                return self.named(relation.target)
        return None

    def named(self, name: str) -> str | None:
        """Find a member whatever the case of its name; None when there is no such member."""
        return self._names.get(name.lower())

    def of_type(self, *endings: str) -> list[str]:
        """List the members whose content type ends so, in natural order of their names."""
        found = [name for name in self.members if self.types[name].endswith(endings)]
        return sorted(found, key=_natural)


def lay_out(package: Package, check: CheckMain | None = None) -> Parts:
    """Find the main part and say what each member is.

    Args:
        check: refuses a package by the content type of its main part and those of all members; that of
            Word where none is given.

    Raises:
        WrongType: it is a package of another program, a template, or has macros.
        Damaged: it says nowhere what it is, or its main part is missing.
    """
    names = {name.lower(): name for name in package.members}
    if CONTENT_TYPES.lower() not in names:
        raise _unmarked()
    types = _content_types(package, parse(package.members[names[CONTENT_TYPES.lower()]]))
    relations = {
        _source(name): _relations(_source(name), parse(content))
        for name, content in package.members.items()
        if name.lower().endswith(".rels")
    }
    mains = [relation for relation in relations.get("", ()) if relation.kind == "officeDocument"]
    main = names.get(mains[0].target.lower()) if mains and not mains[0].external else None
    (check or _check_main)(types.get(main) if main else None, types)
    if main is None or len(mains) > 1:
        raise _unmarked()
    reached = _reached(relations, names)
    by_id = {(source, relation.id): relation for source, found in relations.items() for relation in found}
    return Parts(package.members, main, types, relations, reached, names, by_id)


def _check_main(main_type: str | None, types: dict[str, str]) -> None:
    refused = _REFUSED_MAINS.get(main_type or "")
    if refused or _MACROS.intersection(types.values()):
        raise WrongType(
            f"{refused or 'a Word document with macros'} cannot be read whole, so it is not read at all",
            _SAVE_AS_DOCX,
        )
    if main_type is not None and main_type != _MAIN:
        raise WrongType("the file is an Office file, but no Word document", _SAVE_AS_DOCX)


def _content_types(package: Package, root: Element) -> dict[str, str]:
    by_ending: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for entry in elements(root):
        kind = entry.get("ContentType", "").lower().split(";")[0].strip()
        if entry.tag == _TYPES + "Default":
            by_ending[entry.get("Extension", "").lower()] = kind
        elif entry.tag == _TYPES + "Override":
            by_name[entry.get("PartName", "").lstrip("/").lower()] = kind
    found: dict[str, str] = {}
    for name in package.members:
        ending = name.rsplit("/", 1)[-1].rpartition(".")[2].lower()
        found[name] = by_name.get(name.lower()) or by_ending.get(ending, "")
    return found


def _source(rels_name: str) -> str:
    """Name the member that a relationships part belongs to: a/_rels/b.xml.rels → a/b.xml."""
    folder, _, name = rels_name.rpartition("/")
    parent = folder[: -len("_rels")] if folder.endswith("_rels") else folder + "/"
    return parent + name[: -len(".rels")]


def _relations(source: str, root: Element) -> tuple[Relation, ...]:
    found = []
    for entry in elements(root):
        if entry.tag != _PACKAGE + "Relationship":
            continue
        external = entry.get("TargetMode", "").lower() == "external"
        target = entry.get("Target", "")
        if not external:
            target = _member_name(source, target)
        found.append(Relation(entry.get("Id", ""), own(entry.get("Type", "")), target, external))
    return tuple(found)


def _member_name(source: str, target: str) -> str:
    """Resolve an internal target against the folder of its source."""
    target = target.split("#")[0]
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def _reached(relations: dict[str, tuple[Relation, ...]], names: dict[str, str]) -> frozenset[str]:
    lower = {source.lower(): found for source, found in relations.items()}
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for relation in lower.get(waiting.pop().lower(), ()):
            name = None if relation.external else names.get(relation.target.lower())
            if name is not None and name not in reached:
                reached.add(name)
                waiting.append(name)
    return frozenset(reached)


def _natural(name: str) -> list[tuple[int, str]]:
    """Sort header2 before header10."""
    return [
        (int(piece[:9]), "") if piece.isascii() and piece.isdigit() else (-1, piece)
        for piece in re.split(r"([0-9]+)", name)
    ]


def _unmarked() -> RedactError:
    return Damaged("the document is damaged: its package does not say where its text is", REMEDY)
