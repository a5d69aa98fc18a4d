"""The allow-list: every object of the file is either understood or becomes a gap.

One walk from the file's trailer visits each object once. What it does not know is not guessed at. What
remains: an object of a known kind with a word in a key that no program uses goes unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from redact.formats.pdf.allowed import CATALOG_KEYS, KNOWN_STREAMS, NAMES_KEYS, PAGE_KEYS, TABLES
from redact.formats.pdf.gathering import Gathering, plain_text, strings_in
from redact.formats.pdf.metadata import read_xmp
from redact.formats.pdf.private import is_random, is_signature, read_private, read_signature
from redact.formats.targets import decoded_target
from redact.values.text import Part

__all__ = ["Survey", "survey"]

Id = tuple[int, int]

_DESCRIBED = ("/Alt", "/ActualText", "/E", "/Summary")
_OUTWARD = ("/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Thread", "/Hide", "/Named")
_ATTACHMENT_TITLES = ("/F", "/UF", "/DOS", "/Mac", "/Unix", "/Desc")


@dataclass(slots=True)
class Survey:
    """What the walk found, for those who look closer."""

    seen: set[Id] = field(default_factory=set)
    images: list[Any] = field(default_factory=list)
    forms: list[tuple[str, Any]] = field(default_factory=list)  # with the key that leads to each
    fonts: list[Any] = field(default_factory=list)
    patterns: list[Any] = field(default_factory=list)
    described: list[str] = field(default_factory=list, repr=False)
    attached: list[Any] = field(default_factory=list, repr=False)
    names: dict[Id, str] = field(default_factory=dict, repr=False)  # of attached files, by their streams
    hidden_pages: list[Any] = field(default_factory=list)
    private: set[Id] = field(default_factory=set)  # read where a program keeps data of its own


def survey(pdf: Any, gathering: Gathering) -> Survey:
    """Walk the whole file; report what is not understood, and give what needs a closer look.

    Masks of pictures are part of their picture and are not given.
    """
    import pikepdf

    found = Survey()
    pages = {page.obj.objgen for page in pdf.pages}
    for key, value in _walk(pdf.trailer, found.seen):
        is_stream = isinstance(value, pikepdf.Stream)
        if is_stream:
            _stream(key, value, found, gathering)
        _entries(key, value, found, gathering)
        if value.get("/Type") == "/Page" and value.objgen not in pages:
            found.hidden_pages.append(value)
    _unknown_keys(pdf.Root, CATALOG_KEYS, gathering, None)
    if isinstance(pdf.Root.get("/Names"), pikepdf.Dictionary):
        _unknown_keys(pdf.Root["/Names"], NAMES_KEYS, gathering, None)
    for number, page in enumerate(pdf.pages, start=1):
        _unknown_keys(page.obj, PAGE_KEYS, gathering, number)
    return found


def _walk(trailer: Any, seen: set[Id]) -> Iterator[tuple[str, Any]]:
    """Give every dictionary and stream that the trailer leads to, with the key that leads to it."""
    import pikepdf

    stack: list[tuple[str, bool, Any]] = [("", False, trailer)]
    while stack:
        key, is_table, value = stack.pop()
        if not isinstance(value, pikepdf.Object):
            continue
        if value.is_indirect:
            if value.objgen in seen:
                continue
            seen.add(value.objgen)
        if isinstance(value, pikepdf.Array):
            stack += [(key, False, item) for item in value if isinstance(item, pikepdf.Object)]
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            yield key, value
            # What stands in a table of names is known by the table: fonts, forms, appearances, glyphs.
            stack += [
                (key, False, item) if is_table else (name, name in TABLES, item)
                for name, item in value.items()
                if name != "/Parent" and isinstance(item, pikepdf.Object)
            ]


def _stream(key: str, stream: Any, found: Survey, gathering: Gathering) -> None:
    kind = str(stream.get("/Subtype", ""))
    if kind == "/Image":
        if key not in ("/SMask", "/Mask"):
            found.images.append(stream)
    elif kind == "/Form":
        found.forms.append((key, stream))
    elif stream.get("/PatternType") == 1:
        found.patterns.append(stream)
    elif key == "/Metadata":
        read_xmp(stream.read_bytes(), gathering)
    elif key == "/EF":
        found.attached.append(stream)
    elif not (
        stream.objgen in found.private
        or key in KNOWN_STREAMS
        or key == "/CharProcs"
        or "/FunctionType" in stream
        or "/ShadingType" in stream
        or ("/N" in stream and "/Alternate" in stream)
        or key == "/ColorSpace"
        or str(stream.get("/Type", "")) in ("/ObjStm", "/XRef", "/CMap", "/Halftone")
    ):
        gathering.gap(
            Part.PROPERTY, "P27", "the file holds data of a kind that is not known", stream.read_raw_bytes()
        )


def _entries(key: str, value: Any, found: Survey, gathering: Gathering) -> None:
    """Look at the keys of one dictionary that mean something wherever they stand."""
    if "/JS" in value or value.get("/S") == "/JavaScript":
        script = plain_text(value.get("/JS")) or ""
        gathering.text(script, Part.PROPERTY, "P24")
        content = script.encode("utf-8", "surrogatepass")
        gathering.trace(Part.PROPERTY, "P24", "the file holds a script", content)
    if "/PieceInfo" in value:
        found.private |= read_private(value["/PieceInfo"], gathering)
    if "/Thumb" in value:
        _closed(value["/Thumb"], "P28", "a small picture of a page is kept in the file", gathering)
    if is_signature(value):
        read_signature(value, gathering)
    if key == "/OCProperties":
        _layers(value, gathering)
    if str(value.get("/Subtype", "")) in ("/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3"):
        found.fonts.append(value)
    _texts(value, found, gathering)


def _texts(value: Any, found: Survey, gathering: Gathering) -> None:
    import pikepdf

    if "/EF" in value or value.get("/Type") == "/Filespec":
        for title in _ATTACHMENT_TITLES:
            gathering.text(plain_text(value.get(title)), Part.ATTACHMENT, "P21")
        name = plain_text(value.get("/UF")) or plain_text(value.get("/F")) or ""
        files = value.get("/EF")
        if isinstance(files, pikepdf.Dictionary):
            found.names |= {one.objgen: name for _, one in files.items() if isinstance(one, pikepdf.Stream)}
    if value.get("/Type") == "/OCG":
        gathering.text(plain_text(value.get("/Name")), Part.LAYER, "P11")
    for text in _targets(value):
        gathering.text(decoded_target(text), Part.LINK, "P20")
    for name in _DESCRIBED:
        if isinstance(value.get(name), pikepdf.String):
            found.described.append(str(value[name]))
    if "/S" in value and "/P" in value and "/K" in value:  # an element of the structure
        for name in ("/T", "/ID"):
            if isinstance(value.get(name), pikepdf.String) and not is_random(str(value[name])):
                gathering.text(str(value[name]), Part.ALT_TEXT, "P15")


def _targets(action: Any) -> Iterator[str]:
    """Give where an action leads, wherever it stands: in the outline, at a page's opening, in a form."""
    if "/URI" in action:
        yield from strings_in(action["/URI"])
    if str(action.get("/S", "")) in _OUTWARD:
        for key in ("/F", "/Win", "/D", "/P"):
            yield from strings_in(action.get(key))


def _layers(properties: Any, gathering: Gathering) -> None:
    """Report layers that are not shown: their words are in the file and not on the screen."""
    import pikepdf

    configurations = [properties.get("/D"), *_items(properties.get("/Configs"))]
    for configuration in configurations:
        if not isinstance(configuration, pikepdf.Dictionary):
            continue
        if _items(configuration.get("/OFF")) or str(configuration.get("/BaseState", "/ON")) != "/ON":
            content = "\0".join(strings_in(configuration)).encode("utf-8", "surrogatepass")
            gathering.trace(Part.LAYER, "P11", "the file has a layer that is not shown", content)
            return


def _closed(value: Any, place: str, what: str, gathering: Gathering) -> None:
    gathering.gap(Part.PROPERTY, place, what, _digest(value))


def _unknown_keys(value: Any, known: frozenset[str], gathering: Gathering, page: int | None) -> None:
    for key in sorted(set(value.keys()) - known):
        what = "the file holds an entry of a kind that is not known"
        gathering.gap(
            Part.PROPERTY, "P28", what, key.encode("utf-8", "surrogatepass") + _digest(value[key]), page=page
        )


def _digest(value: Any) -> bytes:
    """Give bytes that stand for an object: those of its streams, and its strings."""
    import pikepdf

    if isinstance(value, pikepdf.Stream):
        return bytes(value.read_raw_bytes())
    pieces = [text.encode("utf-8", "surrogatepass") for text in strings_in(value)]
    if isinstance(value, pikepdf.Dictionary):
        contents = [item for _, item in value.items() if isinstance(item, pikepdf.Stream)]
        pieces += [bytes(item.read_raw_bytes()) for item in contents]
    return b"\0".join(pieces)


def _items(value: Any) -> list[Any]:
    import pikepdf

    return list(value) if isinstance(value, pikepdf.Array) else []
