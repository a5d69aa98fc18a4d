"""Relatives by words of kinship beside a name: "Ida Rook's mother, Mrs Rook", "Rook, Ida's father, rang"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from redact.resolve.names import Form
from redact.resolve.surroundings import Seen, spans_between
from redact.values.text import Passage

__all__ = ["is_relative_of", "relatives_of"]

_KIN = r"""(?:(?:step|half|foster|great)-?)?
      (?:mother|mum|mam|father|dad|parents?|grand(?:mother|father|parents?)|nan|gran|aunt|uncle
        |brother|sister|son|daughter|husband|wife|partner|cousin|in-laws?)"""
_OF_HERS = re.compile(
    rf"""(?:['’]s?)?[ ](?:[\w-]+[ ]){{0,2}} {_KIN}
      ,?[ ](?:mrs?|ms|miss|dr)\.?[ ]""",
    re.IGNORECASE | re.VERBOSE,
)


_WHO_IS_HERS = re.compile(
    rf"""[ ]*[,(–][ ]*(?P<whose>[^\W\d_][\w-]*)['’]s?[ ](?:\w+[ ])? {_KIN}\b""", re.IGNORECASE | re.VERBOSE
)


def is_relative_of(one: Seen, text: str, firsts: Collection[str]) -> bool:
    """Tell whether the words behind a name say that it is a relative's of whom these forenames are."""
    found = _WHO_IS_HERS.match(text, one.mention.span.end)
    return found is not None and found["whose"].casefold() in firsts


def relatives_of(own: Sequence[Seen], passage: Passage) -> Iterator[tuple[Seen, Seen]]:
    """Find a surname with a title that is a relative's, beside a whole name with that surname.

    Returns: the whole name and the surname.
    """
    for one, other, between in spans_between(own, passage):
        forms = one.name.form, other.name.form
        if (
            forms == (Form.FULL, Form.SINGLE)
            and one.name.last == other.name.last
            and _OF_HERS.fullmatch(between)
        ):
            yield one, other
