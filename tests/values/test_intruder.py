"""A record of a search as it is kept: one line, read again as it was, and nothing else is taken for one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from redact.values.intruder import IntruderRecord, SearchResult, record_as_json, record_from_json
from tests.judge.intruder_records import FILE, OTHER_FILE, search

FULL = replace(
    search(SearchResult.SOMEBODY, FILE, OTHER_FILE, words="hmac:" + "0a" * 16),
    strings=("hmac:" + "0b" * 16,),
    recorded_by="Imogen Tarrant",
    signature="0c" * 64,
)


@pytest.mark.parametrize("record", [search(), FULL, search(by="Zoë O'Brien")])
def test_a_record_is_read_as_it_was_written(record: IntruderRecord) -> None:
    line = record_as_json(record)
    assert line.isascii()
    assert "\n" not in line
    assert record_from_json(line) == record
    assert "signature" not in record_as_json(record, signed=False)
    assert "0c0c" not in repr(record)


def altered(**changes: object) -> str:
    content = json.loads(record_as_json(FULL)) | changes
    return json.dumps({key: value for key, value in content.items() if value is not ...})


NO_RECORD = [
    "", "[]", "{}", "Zennoria", "\ud800",
    altered(format="redact-intruder/2"),  # of a version to come
    altered(found="Zennoria Quillstrade"),  # a field that nobody knows
    altered(result="maybe"),
    altered(on="20.11.2026"),
    altered(recorded="2026-11-20T09:00:00"),
    altered(searched=True), altered(searched=0), altered(searched="9"), altered(searched=10_001),
    altered(documents=[]), altered(documents=[OTHER_FILE, FILE]), altered(documents=[FILE, FILE]),
    altered(documents="1" * 64), altered(documents=["report.docx"]),
    altered(fingerprint="hmac:1"), altered(strings=["Thornbury murder"]), altered(words="He was found"),
    altered(by=""), altered(by="Two\nlines"), altered(by="x" * 121), altered(by=7), altered(recorded_by=" "),
    altered(signature="0c"), altered(by=...), altered(strings=...),
]  # fmt: skip


@pytest.mark.parametrize("line", NO_RECORD)
def test_nothing_else_is_taken_for_a_record(line: str) -> None:
    with pytest.raises(ValueError, match=r"^a line that holds no record of a search$"):
        record_from_json(line)


def test_a_time_is_in_utc() -> None:
    with pytest.raises(ValueError, match="UTC"):
        replace(search(), recorded=datetime(2026, 11, 20))
