"""A Word document with one invented token in each place of the catalogue D1 to D69, made by code alone.

`CANARIES` says of each token where it stands and how it must be reported; `TRACES` are the places that hold
no word. `canary_docx()` gives the bytes, always the same ones.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache

from redact.values.text import Part
from tests.formats.canary_planting import Canary, Nature, Planter
from tests.formats.canary_word_parts import links, parts
from tests.formats.canary_word_text import body
from tests.formats.word.package_factory import package

__all__ = ["CANARIES", "TRACES", "Canary", "Nature", "canary_docx", "canary_members"]

# Places that hold something and no word of it: a trace or a gap says that it is there.
TRACES: tuple[str, ...] = (
    "D12",  # a control bound to data
    "D23",  # a picture
    "D25",  # a deleted paragraph mark
    "D26",  # a change of format
    "D30",  # a box that may cover text
    "D31",  # a heading that is folded up
    "D32",  # a cropped picture
    "D33",  # the original of a changed picture
    "D34",  # an embedded file
    "D36",  # a control
    "D38",  # bytes outside the package
    "D40",  # when something was changed
    "D53",  # a mail merge
    "D55",  # numbers of editing sessions
    "D56",  # protection
    "D57",  # when it was made
    "D61",  # a thumbnail
    "D62",  # a position on the map
    "D64",  # a signature
    "D65",  # settings of a printer
    "D66",  # additions to menus
    "D67",  # tasks
    "D69",  # what Word fetches
)


@cache
def _planted() -> tuple[tuple[Canary, ...], dict[str, bytes], bytes, bytes, bytes]:
    plant = Planter()
    text = body(plant)
    members = package(text, parts(plant), links=links(plant))
    comment = plant("D38", Part.PROPERTY, "the comment of the package").encode()
    before = plant("D38", Part.PROPERTY, "data before the package").encode()
    after = plant("D38", Part.PROPERTY, "data after the package").encode()
    return tuple(plant.planted), members, comment, before, after


def canary_members() -> dict[str, bytes]:
    """Give the members of the package, for a test that changes them."""
    return dict(_planted()[1])


@cache
def canary_docx() -> bytes:
    """Give the bytes of the document, with its tokens before, behind and in the comment of its zip."""
    _, members, comment, before, after = _planted()
    buffer = io.BytesIO()
    buffer.write(before)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        archive.comment = comment
    return buffer.getvalue() + after


CANARIES: tuple[Canary, ...] = _planted()[0]
