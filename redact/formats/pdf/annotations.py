"""Annotations, links and form fields: the texts that hang on a page without being drawn by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from redact.formats.pdf.gathering import Gathering, plain_text, strings_in
from redact.formats.pdf.private import is_random, read_second_form
from redact.formats.targets import decoded_target
from redact.values.text import Part

__all__ = ["read_annotations", "read_form"]

_MOST_FIELDS = 100_000
_TAG = re.compile(r"<[^<>]*>")
# Everything an annotation may say in words; /NM is most often a random id.
_WORDS = ("/Contents", "/RC", "/T", "/Subj", "/NM", "/OverlayText", "/Name", "/Cap", "/State")
_FIELD_WORDS = ("/T", "/TU", "/TM", "/V", "/DV", "/Opt", "/RV")


def read_annotations(page: Any, number: int, gathering: Gathering) -> None:
    """Read the annotations of one page: notes, their authors, links and where they go.

    A mark for redaction that was never applied is a trace: the words under it are still there, and whoever
    set it meant them to go. The words themselves are marked where the page is read.
    """
    import pikepdf

    annotations = page.get("/Annots")
    for annotation in list(annotations) if isinstance(annotations, pikepdf.Array) else []:
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        kind = str(annotation.get("/Subtype", ""))
        if kind == "/Redact":
            _unapplied(annotation, number, gathering)
        if kind == "/Widget":
            for text in _field_texts(annotation):
                gathering.text(text, Part.FORM_FIELD, "P22", number)
        else:
            _texts(annotation, number, gathering)
        for target in _targets(annotation):
            gathering.text(decoded_target(target), Part.LINK, "P20", number)


def read_form(pdf: Any, gathering: Gathering) -> None:
    """Read every field of the form, shown or not: names, tooltips, values, choices."""
    import pikepdf

    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return
    if "/XFA" in form:
        read_second_form(form["/XFA"], gathering)
    stack = list(reversed(_items(form.get("/Fields"))))
    seen: set[tuple[int, int]] = set()
    for _ in range(_MOST_FIELDS):
        if not stack:
            return
        field = stack.pop()
        if not isinstance(field, pikepdf.Dictionary) or (field.is_indirect and field.objgen in seen):
            continue
        if field.is_indirect:
            seen.add(field.objgen)
        for text in _field_texts(field):
            gathering.text(text, Part.FORM_FIELD, "P22")
        stack += reversed(_items(field.get("/Kids")))
    gathering.gap(Part.FORM_FIELD, "P22", "the form has more fields than are read", b"")


def _texts(annotation: Any, number: int, gathering: Gathering) -> None:
    for key in _WORDS:
        text = plain_text(annotation.get(key))
        if text is None or (key in ("/NM", "/Name") and is_random(text)):
            continue
        if key == "/RC":
            text = " ".join(_TAG.sub(" ", text).split())
            if text == " ".join((plain_text(annotation.get("/Contents")) or "").split()):
                continue
        gathering.text(text, Part.ANNOTATION, "P19", number)


def _unapplied(annotation: Any, number: int, gathering: Gathering) -> None:
    what = "a mark for redaction was set and never applied; the words under it are still in the file"
    content = b"".join(str(edge).encode() + b" " for edge in _items(annotation.get("/Rect")))
    gathering.trace(Part.ANNOTATION, "P8", what, content, page=number)


def _field_texts(field: Any) -> Iterator[str]:
    import pikepdf

    for key in _FIELD_WORDS:
        value = field.get(key)
        if isinstance(value, pikepdf.Array):
            yield from strings_in(value)
        elif (text := plain_text(value)) is not None:
            yield " ".join(_TAG.sub(" ", text).split()) if key == "/RV" else text
    appearance = field.get("/MK")
    if isinstance(appearance, pikepdf.Dictionary):
        yield from strings_in(appearance)


def _targets(annotation: Any) -> Iterator[str]:
    """Give where the actions of an annotation lead: addresses, paths of files, names of places."""
    import pikepdf

    yield from strings_in(annotation.get("/Dest"))
    actions = [annotation.get("/A"), annotation.get("/PA")]
    more = annotation.get("/AA")
    if isinstance(more, pikepdf.Dictionary):
        actions += [action for _, action in more.items()]
    for _ in range(100):  # an action may name a next one
        if not actions:
            return
        action = actions.pop(0)
        if isinstance(action, pikepdf.Array):
            actions += list(action)
        if not isinstance(action, pikepdf.Dictionary) or str(action.get("/S", "")) == "/JavaScript":
            continue
        for key in ("/URI", "/F", "/Win", "/D"):
            yield from strings_in(action.get(key))
        actions.append(action.get("/Next"))


def _items(value: Any) -> list[Any]:
    import pikepdf

    return list(value) if isinstance(value, pikepdf.Array) else []
