"""What stands beside the text of a package: properties, data of programs, and what its parts of style hold.

Which parts of style a package has depends on its program; all else is the same in documents, workbooks and
slides.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.formats.word.attributes import gather
from redact.formats.word.properties import read_properties, read_values
from redact.formats.word.reading import Reading

__all__ = ["custom_data", "read_data", "read_properties_and_styles"]

_PROPERTIES = (
    ("core-properties+xml", "D57"),
    ("extended-properties+xml", "D58"),
    ("custom-properties+xml", "D59"),
)
_VALUES = (("customxmlproperties+xml", "D50"), ("classificationlabels+xml", "D60"))


def read_properties_and_styles(reading: Reading, attributes_only: Sequence[str]) -> None:
    """Read the properties, and what people named in parts whose texts stand in attributes.

    Args:
        attributes_only: the ends of the content types of such parts.
    """
    parts = reading.parts
    for name in parts.of_type(*attributes_only):
        gather(reading, reading.tree(name))
    for ending, place in _PROPERTIES:
        for name in parts.of_type(ending):
            read_properties(reading, reading.tree(name), place)


def read_data(reading: Reading, custom: Sequence[str]) -> None:
    """Read the data that programs keep in the package.

    Args:
        custom: the names of its parts of custom data, as `custom_data` finds them.
    """
    data = [(name, place) for ending, place in _VALUES for name in reading.parts.of_type(ending)]
    for name, place in data + [(name, "D50") for name in custom]:
        read_values(reading, reading.tree(name), place)
        reading.data_parts.add(name)


def custom_data(reading: Reading) -> list[str]:
    """Find the custom XML data: parts that a relationship of that kind leads to."""
    parts = reading.parts
    found = {
        parts.named(relation.target)
        for relations in parts.relations.values()
        for relation in relations
        if relation.kind == "customXml" and not relation.external
    }
    return sorted(name for name in found if name is not None)
