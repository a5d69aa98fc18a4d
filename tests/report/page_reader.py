"""Read a page of ours as a browser does: its elements, their attributes, and the text in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    {"meta", "input", "br", "img", "link", "base", "embed", "source", "hr", "col", "wbr", "area"}
)


@dataclass
class Element:
    """One element; `children` are elements and texts in their order."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(default_factory=list)

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Every element below this one with the tag and these attributes (`class_`: one of its classes)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            one
            for one in self.below()
            if tag in ("", one.tag)
            and all(value in (one.attributes.get(name) or "").split(" ") for name, value in wanted.items())
        ]

    def below(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.below()

    def text(self, *, without: tuple[str, ...] = ()) -> str:
        """The text, without what stands in elements of these classes."""
        pieces = []
        for child in self.children:
            if isinstance(child, str):
                pieces.append(child)
            elif not set((child.attributes.get("class") or "").split()) & set(without):
                pieces.append(child.text(without=without))
        return "".join(pieces)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, "an element is closed that is not the innermost"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a page of ours has no comment")


def read_page(page: str) -> Element:
    """Read a page; every element must be closed where it belongs."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.open) == 1, "an element is left open"
    return reader.root
