"""One cell of a paper: the names in it, the date of birth, or that it is empty.

What remains: a cell with two people ("Anna and Ida Harte") is taken for one, with a doubt that says so.
"""

from __future__ import annotations

import re
from datetime import date

from redact.resolve.lists import particles, titles
from redact.values.key import KeyName, NameKind

__all__ = ["NO_NAME", "SEVERAL", "born_of", "is_empty", "is_label", "names_of"]

SEVERAL = "more than one name may stand in its cell"
NO_NAME = "its cell holds words that are no name"
_NO_DATE = "its date of birth could not be read"
_CENTURY = "its year of birth has two digits: the century was guessed"
_EMPTY = frozenset(
    ("n/k", "nk", "not known", "unknown", "n/a", "na", "none", "not applicable", "tbc", "not recorded",
     "not documented", "not stated", "to be confirmed", "nil", "as above", "ditto", "vacant", "post vacant",
     "vacancy", "unallocated", "not allocated", "nobody", "no one", "not yet known", "unnamed")
)  # fmt: skip
_BLANK = re.compile(r"[\s_.\-–—?*…]*")
_MARKED = re.compile(
    r"[\s,(\[;]*\b(?P<mark>a\.?k\.?a\.?|also known as|known as|usually|formerly|previously|n[ée]e|born)"
    r"(?:[ ]known[ ]as)?[\s:]+(?P<name>[^()\[\];,]+)[)\]]?",
    re.IGNORECASE,
)
_MAIDEN = ("formerly", "previously", "née", "nee", "born")
_QUOTED = re.compile(r"[\s(]*[\"“”'‘](?P<name>[^\"“”‘’']{2,30})[\"“”'’](?=[\s),]|$)\)?")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_COMMA = re.compile(r"(?P<last>[^,]+),\s*(?P<first>[^,]+)")
_PARTED = re.compile(r"\n|;|[ ]/[ ]|[ ](?:and|&|or)[ ]", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    r"(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<d2>\d{1,2})[ ]?[./-][ ]?(?P<m2>\d{1,2})[ ]?[./-][ ]?(?P<y2>\d{4}|\d{2})(?!\d)"
    r"|(?<!\d)(?P<d3>\d{1,2})(?:st|nd|rd|th)?[ -]+(?P<m3>[A-Za-z]{3})[a-z]*\.?,?[ -]+"
    r"(?P<y3>\d{4}|\d{2})(?!\d)"
)
_LABEL = re.compile(
    r"(?:(?:half|step|full|foster|maternal|paternal|great|birth|adoptive|older|younger|unborn)[ -])*"
    r"(?:child|baby|young person|adult|parent|mother|father|sibling|brother|sister|twin|grand(?:mother|father"
    r"|parent)|aunt|uncle|cousin|partner|friend|neighbour|carer|worker|social worker|health visitor|teacher"
    r"|nurse|doctor|officer|school|[A-Z]{2,4}|[A-Z])(?:[ ]?\d{1,2}|[ ][A-Za-z]{1,2}\d?)?",
    re.IGNORECASE,
)


def is_empty(text: str) -> bool:
    """Tell whether a cell tells nothing: blank, a line to write on, "not known"."""
    return _BLANK.fullmatch(text) is not None or " ".join(text.casefold().strip(" .()").split()) in _EMPTY


def is_label(text: str) -> bool:
    """Tell whether a cell holds a pseudonym in use ("Child x", "Parent 1", "SW1") and nothing else."""
    return _LABEL.fullmatch(text.strip()) is not None


def names_of(text: str) -> tuple[tuple[KeyName, ...], tuple[str, ...]]:
    """Read the names of one person from a cell, and what is doubtful about them.

    Titles are left out, "HARTE, Anna" is turned round, and what follows "aka", "known as" or "née", or stands
    in quotes, is a name of its own.
    """
    if is_empty(text) or not _LETTER.search(text):
        return (), ()
    further: list[KeyName] = []
    rest = text.strip()
    for found in _MARKED.finditer(rest):
        kind = NameKind.MAIDEN if found["mark"].casefold() in _MAIDEN else NameKind.KNOWN_AS
        further.append(KeyName(found["name"].strip(), kind))
    rest = _MARKED.sub(" ", rest)
    further += [KeyName(found["name"].strip(), NameKind.NICKNAME) for found in _QUOTED.finditer(rest)]
    rest = _BRACKETED.sub(" ", _QUOTED.sub(" ", rest)).strip(" ,")
    doubts = (SEVERAL,) if _PARTED.search(rest) else (NO_NAME,) if _is_said(rest) else ()
    turned = _COMMA.fullmatch(rest)
    whole = _untitled(f"{turned['first']} {turned['last']}" if turned else rest)
    if not _LETTER.search(whole):
        return tuple(further), doubts
    return (KeyName(whole), *further), doubts


def born_of(text: str) -> tuple[date | None, tuple[str, ...]]:
    """Read a date of birth, day before month, and what is doubtful about it."""
    if is_empty(text):
        return None, ()
    found = _DATE.search(text)
    if found is None:
        return None, (_NO_DATE,)
    kind = next(kind for kind in "123" if found[f"y{kind}"])
    month, year = found[f"m{kind}"], found[f"y{kind}"]
    if not month.isdigit():
        if month.casefold() not in _MONTHS:
            return None, (_NO_DATE,)
        month = str(_MONTHS.index(month.casefold()) + 1)
    short = len(year) == 2
    # Nobody in a review is born in a year to come: 31 is 1931 until 2031.
    century = 1900 if short and int(year) > date.today().year % 100 else 2000
    try:
        born = date(int(year) + (century if short else 0), int(month), int(found[f"d{kind}"]))
    except ValueError:
        return None, (_NO_DATE,)
    return born, (_CENTURY,) if short else ()


def _is_said(text: str) -> bool:
    """Tell whether a cell holds words rather than a name: the cousin lives with them."""
    words = text.replace(",", " ").split()
    small = [word for word in words if word[0].islower() and word.casefold() not in particles()]
    return len(small) > 1 and len(small) < len(words)  # a list may be written in small letters throughout


def _untitled(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in titles():
        words = words[1:]
    return " ".join(words)
