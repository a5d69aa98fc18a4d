"""No value of the finder or of who is who shows words of a document when it is printed or logged by accident.

A field whose type can hold text is hidden, or it stands here: then what it holds is ours.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import redact.recognise
import redact.resolve
from redact.resolve import resolve_with_cards
from redact.resolve.linking import meant_by
from tests.resolve.telling import told

_HOLDS_TEXT = re.compile(r"\b(?:str|object|Any|Pattern|NDArray|Counter|Path)\b")
# Ids of the key, of entities and passages; fields, roles and titles of our lists; what we say ourselves.
_OURS = {
    "resolve.anybodys.Anybodys": "labelled",
    "resolve.forms.finding._Found": "of",
    "resolve.forms.needles.Needle": "of",
    "resolve.forms.needles.Parts": "of",
    "resolve.key_joining.Joined": "differences conflicts",
    "resolve.key_joining._Told": "differences conflicts",
    "resolve.keyed._Said": "of",
    "resolve.label_call.LabelCall": "known",
    "resolve.label_links.Beside": "person block",
    "resolve.labels.LabelUse": "role document",
    "resolve.marking_names.Mark": "of fingerprint choices",
    "resolve.marking_names.SureForm": "owners choices told",
    "resolve.names.Name": "title",
    "resolve.over_ends.Over": "of",
    "resolve.papers.headings.Heading": "field of",
    "resolve.papers.reading._Gathered": "relation",
    "resolve.papers.taking_over.Proposal": "because doubts",
    "resolve.papers.taking_over._Table": "retired met",
    "resolve.persons.Asked": "role side",
    "resolve.persons.Person": "roles kin relations",
    "resolve.rows.Told": "pairs",
    "resolve.row_cells.Row": "table",
    "resolve.settling._Answer": "of",
    "resolve.surroundings.Seen": "role kin relation twin",
    "recognise.again._Known": "kind",
    "recognise.beside.Phrase": "kind joint",
    "recognise.carried_signs.Sign": "title sex",
    "recognise.citation_brackets.Form": "pattern because",
    "recognise.claims.Anchor": "pattern",
    "recognise.claims.Claim": "pattern because",
    "recognise.claims.DocumentRecogniser": "name version",
    "recognise.claims.Example": "text finds",
    "recognise.claims.FollowUpRecogniser": "name version ahead",
    "recognise.claims.Shape": "name pattern because needs",
    "recognise.claims.TextRecogniser": "name version find phrases",
    "recognise.dwellings.Dwelling": "pattern",
    "recognise.field_labels.Field": "label",
    "recognise.model.reading.Window": "firsts",
    "recognise.model.shipped.Shipped": "files",
    "recognise.numbers.Number": "name pattern because words check",
    "recognise.phrases.Phrase": "source entry",
    "recognise.streets.Street": "kind",
    "recognise.unclaimed.Guess": "pattern because",
    "recognise.zones.Zone": "pattern because",
}


def _values() -> Iterator[Any]:
    for package in (redact.recognise, redact.resolve):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for value in vars(module).values():
                own = isinstance(value, type) and value.__module__ == found.name
                if own and dataclasses.is_dataclass(value):
                    yield value


def test_fields_that_hold_text_are_hidden_or_ours() -> None:
    shown = {
        f"{value.__module__}.{value.__qualname__}".removeprefix("redact."): " ".join(
            one.name for one in dataclasses.fields(value) if one.repr and _HOLDS_TEXT.search(str(one.type))
        )
        for value in _values()
    }
    assert {name: fields for name, fields in shown.items() if fields} == _OURS


@pytest.mark.parametrize(
    "text",
    [
        "{Kerensa Tredinnick} (b. 4.5.1981), the mother, rang. {Tredinnick} left. {KT} signed.",
        "Mother\t{Kerensa Tredinnick}\t4 May 1981\n{Tredinnick, Kerensa}, n\u00e9e {Polglaze}, came.",
    ],
)
def test_nobody_who_is_told_or_open_is_seen(text: str) -> None:
    documents, mentions = told(text)
    said = repr((meant_by(mentions, documents), resolve_with_cards(mentions, documents)))
    assert said.count("Mention(") >= len(mentions)
    assert not re.search(r"kerensa|tredinnick|polglaze|4-5-81|kt\b", said, re.IGNORECASE)
