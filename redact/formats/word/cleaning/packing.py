"""Build the package anew: parts that were asked for, names of ours, one time, the same bytes each time."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from dataclasses import dataclass, field

from redact.formats.word.markup import Element

__all__ = ["Bundle", "Kind"]

# Earliest time that a zip can hold. Nothing in the file tells when it was made.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of part: its folder and name without number, its content type, and the relationship to it."""

    name: str
    type: str
    relation: str
    numbered: bool = True


@dataclass(slots=True)
class Bundle:
    """The parts of a copy while it is made; `begin` names a part, `finish` gives its content."""

    _types: dict[str, str] = field(default_factory=dict)
    _contents: dict[str, bytes] = field(default_factory=dict, repr=False)
    _relations: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _media: dict[bytes, str] = field(default_factory=dict, repr=False)

    def begin(self, kind: Kind) -> str:
        """Name the next part of a kind."""
        self._counts[kind.name] += 1
        number = str(self._counts[kind.name]) if kind.numbered else ""
        name = f"{kind.name}{number}.xml"
        self._types[name] = kind.type
        return name

    def finish(self, name: str, root: Element) -> None:
        """Write a part."""
        from lxml import etree

        self._contents[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def media(self, content: bytes, ending: str) -> str:
        """Add a picture, once, and give its name."""
        if content not in self._media:
            name = f"word/media/image{len(self._media) + 1}.{ending}"
            self._media[content] = name
            self._contents[name] = content
        return self._media[content]

    def own_words(self) -> frozenset[str]:
        """Give what the package itself must say of its pictures: their names, and their media types.

        A description that is a file's name (image.png) has the same words, and both are on closed lists of
        ours: no media type is taken over from the document.
        """
        names = {name.removeprefix("word/") for name in self._media.values()}
        return frozenset(names | {_ENDINGS[name.rpartition(".")[2]] for name in names})

    def link(self, source: str, relation: str, target: str) -> str:
        """Lead from one part to another; the same way twice is one relationship. Returns: its id."""
        known = self._relations.setdefault(source, [])
        if (relation, target) not in known:
            known.append((relation, target))
        return f"rId{known.index((relation, target)) + 1}"

    def zipped(self) -> bytes:
        """Pack all parts: what says what they are first, then by name."""
        members = {"[Content_Types].xml": self._content_types().encode()}
        for source in sorted(self._relations):
            folder, name = posixpath.split(source)
            members[posixpath.join(folder, "_rels", f"{name}.rels")] = self._related(source).encode()
        members |= {name: self._contents[name] for name in sorted(self._contents)}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                info = zipfile.ZipInfo(name, _ZIP_TIME)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0  # the same on every system
                archive.writestr(info, content)
        return out.getvalue()

    def _content_types(self) -> str:
        used = {name.rpartition(".")[2] for name in self._contents} | {"rels", "xml"}
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{_ENDINGS[ending]}"/>' for ending in sorted(used)
        )
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name, kind in sorted(self._types.items())
        )
        return f'{_DECLARATION}<Types xmlns="{_TYPES}">{defaults}{overrides}</Types>'

    def _related(self, source: str) -> str:
        folder = posixpath.dirname(source)
        lines = "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{_from(folder, target)}"/>'
            for number, (kind, target) in enumerate(self._relations[source], start=1)
        )
        return f'{_DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{lines}</Relationships>'


def _from(folder: str, target: str) -> str:
    """Give the way from a folder of the package to a part of it."""
    return posixpath.relpath("/" + target, "/" + folder)
