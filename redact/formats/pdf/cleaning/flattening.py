"""Fields of a form become drawing: what they show stays, what they know goes.

A field that shows a value by no drawing of its own cannot be kept so: another program would draw it, and how
is not known here.
"""

from __future__ import annotations

from typing import Any

from redact.formats.pdf.cleaning.placing import Matrix

__all__ = ["drawn_fields", "undrawn_values"]

_HIDDEN, _NOT_VIEWED = 2, 32  # bits of an annotation's flags
_MOST_PARENTS = 32


def drawn_fields(page: Any, resources: Any, parts: Any) -> list[tuple[Any, Matrix]]:
    """Copy what the fields on a page show, each with the matrix that puts it in its place.

    Args:
        parts: the PartCopier of the file.
    """
    found = []
    for widget in _widgets(page):
        look = _look(widget)
        matrix = _place(look, widget.get("/Rect")) if look is not None and parts.shows(widget) else None
        if look is not None and matrix is not None:
            found.append((parts.form(look, resources, None, 0)[0], matrix))
    return found


def undrawn_values(page: Any) -> int:
    """Count the fields on a page that have a value, are to be seen, and have no drawing that shows it."""
    return sum(_look(widget) is None and _has_value(widget) for widget in _widgets(page))


def _widgets(page: Any) -> list[Any]:
    import pikepdf

    annotations = page.get("/Annots")
    every = list(annotations) if isinstance(annotations, pikepdf.Array) else []
    return [
        one
        for one in every
        if isinstance(one, pikepdf.Dictionary)
        and one.get("/Subtype") == "/Widget"
        and not int(one.get("/F", 0)) & (_HIDDEN | _NOT_VIEWED)
    ]


def _look(widget: Any) -> Any:
    """Give the drawing that a field shows now; None where it has none."""
    import pikepdf

    looks = widget.get("/AP")
    normal = looks.get("/N") if isinstance(looks, pikepdf.Dictionary) else None
    if isinstance(normal, pikepdf.Stream):
        return normal
    if not isinstance(normal, pikepdf.Dictionary):
        return None
    state = widget.get("/AS", _inherited(widget, "/V"))
    look = normal.get(str(state)) if isinstance(state, pikepdf.Name) else None
    return look if isinstance(look, pikepdf.Stream) else None


def _has_value(widget: Any) -> bool:
    import pikepdf

    value = _inherited(widget, "/V")
    characteristics = widget.get("/MK")
    caption = characteristics.get("/CA") if isinstance(characteristics, pikepdf.Dictionary) else None
    kind = str(_inherited(widget, "/FT"))
    if kind == "/Btn":  # ticked or not is drawn; a caption is drawn by the reader
        looks = widget.get("/AP")
        return caption is not None and not isinstance(looks, pikepdf.Dictionary)
    if kind == "/Sig":
        return False
    if isinstance(value, pikepdf.Array):
        return len(value) > 0
    return isinstance(value, pikepdf.String | pikepdf.Stream) and (
        isinstance(value, pikepdf.Stream) or bool(str(value).strip())
    )


def _inherited(field: Any, key: str) -> Any:
    for _ in range(_MOST_PARENTS):
        if key in field:
            return field[key]
        field = field.get("/Parent")
        if field is None:
            return None
    return None


def _place(look: Any, rectangle: Any) -> Matrix | None:
    """Give the matrix from a drawing's box to its rectangle on the page (ISO 32000-2, 12.5.5)."""
    import pikepdf

    box, rectangle = _numbers(look.get("/BBox"), 4), _numbers(rectangle, 4)
    if box is None or rectangle is None:
        return None
    a, b, c, d, e, f = _numbers(look.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])), 6) or (
        1.0,
        0.0,
        0.0,
        1.0,
        0.0,
        0.0,
    )
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    left, right = sorted((rectangle[0], rectangle[2]))
    bottom, top = sorted((rectangle[1], rectangle[3]))
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if wide <= 0 or high <= 0:
        return None
    across, up = (right - left) / wide, (top - bottom) / high
    return (across, 0.0, 0.0, up, left - min(xs) * across, bottom - min(ys) * up)


def _numbers(value: Any, count: int) -> tuple[float, ...] | None:
    import pikepdf

    if not isinstance(value, pikepdf.Array) or len(value) != count:
        return None
    return tuple(float(number) for number in value)
