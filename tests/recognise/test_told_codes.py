"""Codes that a paper explains or keeps for agencies, and letters of people in the same places."""

from __future__ import annotations

import pytest

from redact.recognise.grids import View, grids
from redact.recognise.readings import readings
from redact.recognise.told_codes import codes_told
from redact.values.text import Document
from tests.recognise.recognise_factory import table_document, text_document


def _told(document: Document) -> tuple[set[str], list[str]]:
    """Give the letters that are told, and the words at the places."""
    first = tuple(first for first, _ in readings(document))
    codes = codes_told(View(document, first, (), tuple(grids(first))))
    texts = {passage.id: passage.text for passage in document.passages}
    words = sorted(texts[passage][start:].split("\t")[0].split("\n")[0] for passage, start in codes.places)
    return set(codes.letters), words


_CHRONOLOGY = [
    ["Date", "Source", "Event"],
    ["02/03/11", "NUR", "Bruise to ear."],
    ["05/03/11", "MPS", "Noise complaint."],
    ["09/03/11", "MH", "Missed."],
    ["12/03/11", "ZZQ", "Stood down."],
    ["13/03/11", "KD", "Rang."],
]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Key: CSC = social care. LAS = ambulance. ED = A&E.", {"csc", "las", "ed"}),
        ("CSC=social care; YOS=not involved; ED=see AE", {"csc", "yos", "ed"}),  # without spaces
        ("Codes used: SCH school, NUR nursery, MH mental health.", {"sch", "nur", "mh"}),
        ("DNA\tdid not attend\nTTO\ttablets to take out\nQOF\tpoints", {"dna", "tto", "qof"}),
        ("Code\tMeaning\nQOF\tpoints\nLAS\tambulance\nAE\tsee ED", {"qof", "las", "ae"}),  # the head says so
    ],
)
def test_letters_of_keys_and_glossaries(text: str, letters: set[str]) -> None:
    assert _told(text_document(text))[0] == letters


def test_other_terms_of_a_glossary_are_places() -> None:
    text = "DNA\tdid not attend\nTTO\ttablets to take out\nMantoux\tskin test\nKD\tKeira Dunmore\nOP\tpatient"
    assert _told(text_document(text)) == ({"dna", "tto"}, ["DNA", "Mantoux", "TTO"])


@pytest.mark.parametrize(
    "text",
    [
        "Key: KD = Keira Dunmore. OP = Ollie Penhale. DT = Devora Tarn.",  # of people
        "Key: KD = mother. OP = uncle. DT = nurse.",  # letters of people whom their kin or post explains
        "Key: CSC = social care. LAS = ambulance.",  # two are no key
        "Name\tLink\nTarn\tneighbour\nRio\tbrother\nPortia\thome teacher",  # people and who they are
        "DNA\tdid not attend\nTTO\ttablets to take out\nOne\ttwo\tthree\nFour\tfive\tsix",  # few rows
        "KD\tDunmore, Keira\nOP\tPenhale, Ollie\nDT\tTarn, Devora",
        "DNA\tdid not come\nSS\tpatient\nVS\tmother\nKJB\tbaby",  # of the people of one paper
        "02/03\tNU\tRang.\n03/03\tMP\tRang.\n04/03\tMH\tRang.",  # initials, one of them like a code
        "MH\tMaud Hallow\nED\tEdie Dunmore\nLA\tLena Ash",  # two columns
    ],
)
def test_letters_of_people(text: str) -> None:
    assert _told(text_document(text)) == (set(), [])


@pytest.mark.parametrize("apart", [False, True])
def test_a_column_of_agencies(apart: bool) -> None:
    """Two letters that no list knows may be a worker's, and are no code by their column."""
    rows = ["\t".join(row) for row in _CHRONOLOGY]
    document = text_document("\n\n".join(rows)) if apart else table_document(_CHRONOLOGY)
    assert _told(document) == ({"nur", "mps", "mh"}, ["MH", "MPS", "NUR", "ZZQ"])
