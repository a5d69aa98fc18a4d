"""Relatives who are named with a title alone, behind a whole name: "Ida Rook's mother, Mrs Rook"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.resolve.names import Form
from redact.resolve.surroundings import Seen, spans_between
from redact.values.text import Passage

__all__ = ["relatives_of"]

_OF_HERS = re.compile(
    r"""(?:['’]s?)?[ ](?:[\w-]+[ ]){0,2}
      (?:(?:step|half|foster|great)-?)?
      (?:mother|mum|mam|father|dad|parents?|grand(?:mother|father|parents?)|nan|gran|aunt|uncle
        |brother|sister|son|daughter|husband|wife|partner|cousin|in-laws?)
      ,?[ ](?:mrs?|ms|miss|dr)\.?[ ]""",
    re.IGNORECASE | re.VERBOSE,
)


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
