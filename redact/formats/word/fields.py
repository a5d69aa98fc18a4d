"""Fields of Word: their codes joined over runs, and which codes are worth reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["Fields", "worth_reading"]

# Fields that say nothing by themselves: what they show is their result, which is read as text.
_PLAIN = frozenset(
    [
        "page",
        "numpages",
        "sectionpages",
        "section",
        "toc",
        "tof",
        "ref",
        "pageref",
        "noteref",
        "seq",
        "styleref",
        "date",
        "time",
        "savedate",
        "createdate",
        "printdate",
        "edittime",
        "numwords",
        "numchars",
        "filesize",
        "revnum",
        "author",
        "title",
        "subject",
        "keywords",
        "comments",
        "lastsavedby",
        "filename",
        "template",
        "doctype",
        "formtext",
        "formcheckbox",
        "formdropdown",
        "autonum",
        "autonumlgl",
        "autonumout",
        "listnum",
        "symbol",
        "=",
        "index",
        "bibliography",
        "username",
        "userinitials",
        "useraddress",
        "citation",
        "eq",
        "advance",
        "hyperlink",
    ]
)
# Switches, numbers and ranges, formats of numbers and dates, and bookmarks that Word names itself.
_PLAIN_ARGUMENT = re.compile(
    r"""^(?: \\[*@\#!a-z]{1,2} | "?[0-9.,;:\-\#%]*"?
        | mergeformat | charformat(?:inet)? | arabic | roman | alphabetic
        | upper | lower | firstcap | caps | ordinal | cardtext | "?[dmyhs:/.,\-]+"? | "?am/pm"?
        | "?_(?:toc|ref|hlk)[0-9]+"? | "? | table | figure | "?heading\ ?[1-9]?"? )$""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(slots=True)
class _Open:
    code: list[str] = field(default_factory=list, repr=False)
    in_result: bool = False


class Fields:
    """The fields that are open at one place of a story; a field may run over paragraphs and cells."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def in_code(self) -> bool:
        """Whether text here is part of a field's code, which nobody sees."""
        return any(not open_.in_result for open_ in self._open)

    @property
    def in_result(self) -> bool:
        """Whether text here is what a field shows."""
        return bool(self._open) and not self.in_code

    def mark(self, kind: str | None) -> str | None:
        """Follow a `w:fldChar`. Returns: the whole code when it closes a field, else None."""
        if kind == "begin":
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            return "".join(self._open.pop().code)
        return None

    def instruct(self, text: str) -> str | None:
        """Take a piece of code. Returns: the piece itself when no field is open to take it, else None."""
        for open_ in reversed(self._open):
            if not open_.in_result:
                open_.code.append(text)
                return None
        return text

    def close(self) -> list[str]:
        """Give the codes of the fields that were never closed, at the end of a story."""
        codes = ["".join(open_.code) for open_ in self._open]
        self._open.clear()
        return codes


def worth_reading(code: str) -> bool:
    """Tell whether a field's code holds more than the name of a plain field, switches and numbers."""
    words = code.split()
    if not words:
        return False
    return words[0].lower() not in _PLAIN or not all(_PLAIN_ARGUMENT.match(word) for word in words[1:])
