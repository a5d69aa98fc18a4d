"""A key as plain JSON values, and back: every field by its name, nothing left out, nothing unknown.

The names of the fields are the stored format: one that changes needs a new format and a way up to it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import Any

from redact.values.key import Key

__all__ = ["key_from_plain", "key_to_plain"]

FORMAT = "redact-key/1"


def key_to_plain(key: Key) -> dict[str, Any]:
    """Give a key as what JSON knows."""
    return {"format": FORMAT, **_to_plain(key)}


def key_from_plain(content: dict[str, Any]) -> Key:
    """Make a key of what `key_to_plain` gave.

    Raises:
        ValueError: it is nothing of the sort; the message holds nothing of the content.
    """
    fields = dict(content)
    if fields.pop("format", None) != FORMAT:
        raise ValueError("another format of the key")
    try:
        key: Key = _from_plain(Key, fields)
    except (ValueError, TypeError, OverflowError):
        # Python's own errors quote what they were given.
        raise ValueError("what was read is no key") from None
    return key


# ------------------------------------------------------------------ private


def _to_plain(value: Any) -> Any:
    """Give a frozen value as what JSON knows: days and times in ISO form, bytes in hex, enums by value."""
    if dataclasses.is_dataclass(value):
        return {field.name: _to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_to_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat() + "Z"
    if isinstance(value, date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value


def _from_plain(wanted: Any, value: Any) -> Any:
    """Make a value of the type `wanted` of what `_to_plain` gave; ValueError where it does not fit."""
    origin = typing.get_origin(wanted)
    if origin in (typing.Union, types.UnionType):
        return _optional(wanted, value)
    if origin is tuple:
        inner = typing.get_args(wanted)[0]
        return tuple(_from_plain(inner, one) for one in _typed(list, value))
    if dataclasses.is_dataclass(wanted):
        return _instance(wanted, _typed(dict, value))
    if wanted in _READERS:
        return _READERS[wanted](_typed(str, value))
    if issubclass(wanted, Enum):
        return wanted(_typed(str, value))
    return _typed(wanted, value)


def _optional(wanted: Any, value: Any) -> Any:
    kinds = [kind for kind in typing.get_args(wanted) if kind is not type(None)]
    return None if value is None else _from_plain(kinds[0], value)


def _instance(wanted: Any, value: dict[str, Any]) -> Any:
    kinds = _kinds(wanted)
    if set(value) != set(kinds):
        raise ValueError(f"the fields of {wanted.__name__} are others")
    return wanted(**{name: _from_plain(kind, value[name]) for name, kind in kinds.items()})


@cache
def _kinds(wanted: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(wanted)
    return {field.name: hints[field.name] for field in dataclasses.fields(wanted)}


def _typed(kind: type, value: Any) -> Any:
    # `type` and not isinstance: True is no number here.
    if type(value) is not kind:
        raise ValueError(f"a value that is no {kind.__name__}")
    return value


def _moment(text: str) -> datetime:
    if not text.endswith("Z"):
        raise ValueError("a time that is not in UTC")
    return datetime.fromisoformat(text[:-1]).replace(tzinfo=UTC)


_READERS: dict[Any, Any] = {bytes: bytes.fromhex, date: date.fromisoformat, datetime: _moment}
