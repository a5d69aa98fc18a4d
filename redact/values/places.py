"""The catalogue of places in which something of a person can stand in a file: ids, and what people call them.

D1 to D70 are the places of a Word document (there is no D39), P1 to P34 those of a PDF, and X1 to X23 those
of spreadsheets, presentations and converted files that have no like among the others. A rule of the kind
`hidden` names places by these ids, and every report shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PLACES"]

_WORD = (
    "paragraph; words split over runs; words split by signs; letters as symbols; drop cap; table;"
    "merged cell or hidden row; text box; other version of a drawing; group, WordArt or watermark;"
    "content control; data behind a content control; smart tag; result of a field; tracked insertion; note;"
    "header or footer; list label; reading or formula; chart; diagram; other file shown in the text; picture;"
    "drawing of records; tracked deletion; change of format; comment; hidden text; text that cannot be seen;"
    "text under a bar; text off the page; cropped picture; original of a picture; embedded file;"
    "path of an embedded file; control, ink or film; building block; stray part or bytes; ;"
    "author or time of a change; person who commented; form field; data of a field; code of a field; link;"
    "bookmark; description or name of a picture; setting of a content control; value of a tag;"
    "data kept beside the text; name of a style, list, font or theme; template; mail merge;"
    "document variable; editing number; protection; property; property of the file; property of one's own;"
    "label of sensitivity; thumbnail; data inside a picture; name of a part; signature; printer;"
    "addition to Word; task or add-in; comment in the XML; thing fetched from outside; file name"
)
_PDF = (
    "text; text over lines; text under a box; text under a shape; text under a picture;"
    "text under a hatching; text under an annotation; mark for redaction;"
    "text that cannot be seen; text that is not drawn; layer;"
    "layer of recognised text; form or pattern; replacement text; structure; text that is not what it shows;"
    "property; metadata; annotation; link; attachment; form field; outline or destination; script or action;"
    "page that is not shown; earlier version; bytes that nothing uses; data of another program;"
    "data inside a picture; gap of a redaction; signature; document number; encryption; scanned page"
)
_OFFICE = (
    "cell; name of a sheet; hidden sheet; hidden row or column; cell that cannot be seen; words in a formula;"
    "name of a range or table; data of a pivot table; copy of another workbook; text that no cell shows;"
    "list of choices or prompt; words of a number format; connection to data;"
    "whole date or number behind a cell; folder or setting of the file; filter, scenario or view;"
    "object that is switched off; slide; hidden slide; notes of a slide; master or layout;"
    "text that a conversion left out; who saved the file"
)


def _numbered(letter: str, titles: str) -> dict[str, str]:
    named = enumerate((title.strip() for title in titles.split(";")), start=1)
    return {f"{letter}{number}": title for number, title in named if title}


PLACES: Mapping[str, str] = MappingProxyType(
    _numbered("D", _WORD) | _numbered("P", _PDF) | _numbered("X", _OFFICE)
)
