"""The tags of a pdf: what each stretch of it is said to be, in the order in which it is read aloud.

The tree is walked with a stack and a limit, each element once: a tree that runs in a circle, is deeper than
any report's or holds more than one is left, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Element", "Id", "Key", "Tags", "read_tags"]

Id = tuple[int, int]
Key = tuple[Id, int]  # of a marked stretch: the page or form in which it is drawn, and its number there

MAX_VISITS = 200_000  # elements and stretches; a report of 300 pages has some 20,000
_MAX_DEPTH = 250
_MAX_ROLES = 2_000
_MAX_RENAMED = 20  # names of which one stands for the next
_STANDARD = frozenset(
    "/" + name
    for name in (
        *(
            "Document",
            "Part",
            "Art",
            "Sect",
            "Div",
            "BlockQuote",
            "Caption",
            "TOC",
            "TOCI",
            "Index",
            "NonStruct",
        ),
        *(
            "Private",
            "H",
            "P",
            "L",
            "LI",
            "Lbl",
            "LBody",
            "Table",
            "TR",
            "TH",
            "TD",
            "THead",
            "TBody",
            "TFoot",
        ),
        *(
            "Span",
            "Quote",
            "Note",
            "Reference",
            "BibEntry",
            "Code",
            "Link",
            "Annot",
            "Ruby",
            "Warichu",
            "Figure",
        ),
        *(
            "Formula",
            "Form",
            "Artifact",
            "Title",
            "FENote",
            "Aside",
            "Em",
            "Strong",
            "Sub",
            "DocumentFragment",
        ),
    )
)
_HEADING = re.compile(r"/H[1-9][0-9]?")
_ASIDE = frozenset({"/Note", "/FENote", "/Figure", "/Formula", "/Aside", "/Caption", "/Artifact"})


@dataclass(slots=True)
class Element:
    """One element: `kind` by its name in the standard, `parent` its number in the list, -1 at the top.

    `words` stand for what is drawn in it, where it has any. `filled` says that something stands in it or
    below it. `table` is the number of the table that it is in, -1 for none; `aside` that it is read apart
    from the text around it.
    """

    kind: str
    parent: int
    page: Id | None
    words: str | None = field(repr=False)
    filled: bool = False
    table: int = -1
    aside: bool = False
    depth: int = 0

    @property
    def level(self) -> int | None:
        """The level of a heading, from 1; None of anything else, and of one that says no level."""
        return int(self.kind[2:]) if _HEADING.fullmatch(self.kind) else None

    @property
    def is_heading(self) -> bool:
        """Tell whether it is a heading, with a level or without."""
        return self.kind == "/H" or self.level is not None


@dataclass(slots=True)
class Tags:
    """All elements in reading order, and the marked stretches in theirs, each with the number of its element.

    `whole` is false where the tree holds more than is looked at, or runs in a circle.
    """

    elements: list[Element] = field(default_factory=list)
    stretches: dict[Key, int] = field(default_factory=dict)
    language: str | None = None
    whole: bool = True


def read_tags(pdf: Any) -> Tags | None:
    """Read the tags of an open pdf; None where it has none, or none that holds anything."""
    import pikepdf

    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return None
    walk = _Walk(_roles(root.get("/RoleMap")))
    walk.over(root.get("/K"))
    tags = walk.tags
    return tags if not tags.whole or any(element.filled for element in tags.elements) else None


class _Walk:
    def __init__(self, roles: Mapping[str, str]) -> None:
        self.tags = Tags()
        self._roles = roles
        self._known: dict[str, str] = {}
        self._seen: set[Id] = set()

    def over(self, top: Any) -> None:
        import pikepdf

        stack: list[tuple[Any, int, Id | None]] = [(top, -1, None)]
        visits = 0
        while stack:
            value, parent, page = stack.pop()
            visits += 1
            if visits > MAX_VISITS or (isinstance(value, pikepdf.Array) and len(value) > MAX_VISITS):
                self.tags.whole = False
                return
            if isinstance(value, pikepdf.Array):
                stack += [(item, parent, page) for item in reversed(list(value))]
            elif isinstance(value, int):
                self._stretch(page, value, parent)
            elif isinstance(value, pikepdf.Dictionary):
                self._entry(value, parent, page, stack)

    def _entry(
        self, value: Any, parent: int, page: Id | None, stack: list[tuple[Any, int, Id | None]]
    ) -> None:
        import pikepdf

        own = value.get("/Pg")
        page = own.objgen if isinstance(own, pikepdf.Dictionary) and own.is_indirect else page
        if "/MCID" in value:
            drawn = value.get("/Stm")
            number = value.get("/MCID")
            if isinstance(number, int):
                self._stretch(drawn.objgen if isinstance(drawn, pikepdf.Stream) else page, number, parent)
        elif "/S" not in value:
            self._fill(parent, page)  # something that hangs on the page, as a link or a field does
        elif value.is_indirect and value.objgen in self._seen:
            self.tags.whole = False  # no element has two places
        else:
            self._seen.add(value.objgen) if value.is_indirect else None
            self._element(value, parent, page)
            if self.tags.elements[-1].depth > _MAX_DEPTH:
                self.tags.whole = False
            else:
                stack.append((value.get("/K"), len(self.tags.elements) - 1, page))

    def _element(self, value: Any, parent: int, page: Id | None) -> None:
        import pikepdf

        elements = self.tags.elements
        kind = self._kind(str(value.get("/S")))
        above = elements[parent] if parent >= 0 else None
        words = [value.get(key) for key in ("/Alt", "/ActualText")]
        made = Element(
            kind, parent, page, next((str(one) for one in words if isinstance(one, pikepdf.String)), None)
        )
        if above is not None:
            made.table = parent if above.kind == "/Table" else above.table
            made.aside, made.depth = above.aside, above.depth + 1
        made.aside = made.aside or kind in _ASIDE
        elements.append(made)
        language = value.get("/Lang")
        if self.tags.language is None and isinstance(language, pikepdf.String) and made.depth < 2:
            self.tags.language = str(language)

    def _stretch(self, where: Id | None, number: int, parent: int) -> None:
        if where is not None and parent >= 0:
            self.tags.stretches.setdefault((where, number), parent)
            self._fill(parent, where)

    def _fill(self, number: int, page: Id | None) -> None:
        elements = self.tags.elements
        while number >= 0 and not elements[number].filled:
            elements[number].filled = True
            elements[number].page = elements[number].page or page
            number = elements[number].parent

    def _kind(self, name: str) -> str:
        if name not in self._known:
            kind = name
            for _ in range(_MAX_RENAMED):
                if kind in _STANDARD or _HEADING.fullmatch(kind) or kind not in self._roles:
                    break
                kind = self._roles[kind]
            self._known[name] = kind
        return self._known[name]


def _roles(value: Any) -> dict[str, str]:
    import pikepdf

    if not isinstance(value, pikepdf.Dictionary) or len(value.keys()) > _MAX_ROLES:
        return {}
    return {str(name): str(kind) for name, kind in value.items() if isinstance(kind, pikepdf.Name)}
