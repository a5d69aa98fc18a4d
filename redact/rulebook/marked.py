"""One YAML file → a mapping in which every value knows its line; safe values only.

Refused besides broken YAML: anchors and aliases (a few lines of them fill the memory), tags of one's
own, several documents in one file, a key written twice (YAML keeps the last and says nothing), and
depth, since the parser calls itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from redact.rulebook.faults import Faults, quoted

__all__ = ["MAX_BYTES", "Marked", "Value", "read_mapping"]

MAX_BYTES = 65_536
MAX_DEPTH = 5  # a rule has three: the rule, its params, their lists

# The C parser is ten times as fast; both give the same events and nodes.
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_STRING = "tag:yaml.org,2002:str"
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")


@dataclass(frozen=True, slots=True)
class Marked:
    """A value and its 1-based line."""

    value: Value
    line: int


# What a rule may hold. A scalar that YAML takes for something else (a date, yes, null) is `Other`.
@dataclass(frozen=True, slots=True)
class Other:
    """A scalar that is neither text nor a number, by the name that YAML has for it."""

    name: str


Value = str | float | Other | tuple[Marked, ...] | Mapping[str, tuple[int, Marked]]


def read_mapping(path: str, data: bytes, faults: Faults) -> Mapping[str, tuple[int, Marked]] | None:
    """Read the mapping that a file holds; each key with its own line and its value.

    Returns: none when the file is at fault, which `faults` then holds.
    """
    if len(data) > MAX_BYTES:
        faults.add(path, None, f"the file is larger than {MAX_BYTES:,} bytes")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        faults.add(path, data.count(b"\n", 0, error.start) + 1, "the file is not UTF-8")
        return None
    try:
        if not _events_are_plain(path, text, faults):
            return None
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        faults.add(path, mark.line + 1 if mark else None, f"not YAML: {error.problem or 'it cannot be read'}")
        return None
    except yaml.YAMLError:
        faults.add(path, None, "not YAML: it holds a character that YAML does not allow")
        return None
    if not isinstance(node, yaml.MappingNode):
        faults.add(path, 1, "a rule is a list of keys with their values")
        return None
    return _mapping(path, node, faults)


def _events_are_plain(path: str, text: str, faults: Faults) -> bool:
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        fault = None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            fault = "anchors and aliases are refused: write the value out"
        elif getattr(event, "tag", None):
            fault = "tags are refused"
        elif depth > MAX_DEPTH:
            fault = "too many lists and mappings inside each other"
        elif documents > 1:
            fault = "one file holds one rule"
        if fault:
            faults.add(path, line, fault)
            return False
    return True


def _mapping(path: str, node: yaml.MappingNode, faults: Faults) -> Mapping[str, tuple[int, Marked]]:
    found: dict[str, tuple[int, Marked]] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode) or key.tag != _STRING:
            faults.add(path, line, "a key is a word")
        elif key.value in found:
            faults.add(
                path, line, f"the key {quoted(key.value)} stands twice, first in line {found[key.value][0]}"
            )
        else:
            found[key.value] = (line, _marked(path, value, faults))
    return found


def _marked(path: str, node: yaml.Node, faults: Faults) -> Marked:
    return Marked(_value(path, node, faults), node.start_mark.line + 1)


def _value(path: str, node: yaml.Node, faults: Faults) -> Value:
    if isinstance(node, yaml.MappingNode):
        return _mapping(path, node, faults)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_marked(path, entry, faults) for entry in node.value)
    if node.tag == _STRING:
        return str(node.value)
    if node.tag in _NUMBERS:
        try:
            return float(node.value)
        except ValueError:  # .nan, 0x1F and 12:30 are numbers for YAML
            return Other("a number of another kind")
    return Other(node.tag.rpartition(":")[2])
