"""Encrypted documents are opened with their password, in memory, or say that they need it."""

from __future__ import annotations

import io
import random

import msoffcrypto.format.ooxml
import pytest

from redact.errors import Damaged, FileFault, Hostile, LimitReached, PasswordNeeded, WrongType
from redact.formats.word import recognises
from tests.formats.word.package_factory import make_docx, p, zipped
from tests.formats.word.word_reading import read_docx, texts

PASSWORD = "correct horse"


# The library's own encryption breaks files below 4,096 bytes, which no Word document is.
FILLING = p(random.Random(2).randbytes(6000).hex())


def _encrypted(plain: bytes) -> bytes:
    locked = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(plain)).encrypt(PASSWORD, locked)
    return locked.getvalue()


@pytest.fixture(scope="module")
def locked() -> bytes:
    return _encrypted(make_docx(None, p("Toklocked") + FILLING))


def test_it_is_recognised(locked: bytes) -> None:
    assert recognises(locked)


def test_the_password_opens_it(locked: bytes) -> None:
    assert texts(read_docx(locked, password=PASSWORD))[:1] == ["Toklocked"]


@pytest.mark.parametrize("password", [None, "", "wrong horse"])
def test_without_the_right_password_it_says_what_to_do(locked: bytes, password: str | None) -> None:
    with pytest.raises(PasswordNeeded) as raised:
        read_docx(locked, password=password)
    assert "--password-file" in raised.value.remedy
    assert "horse" not in repr(raised.value)


def test_another_office_file_inside_is_refused() -> None:
    workbook = make_docx(
        None, FILLING, main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    )
    with pytest.raises(WrongType):
        read_docx(_encrypted(workbook), password=PASSWORD)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (
            _OLE + "DRMEncryptedTransform".encode("utf-16-le"),
            WrongType,
        ),  # rights management: no password opens it
        (_OLE + b"<!DOCTYPE x>", Hostile),  # the description of the encryption is XML too
        (_OLE, Damaged),  # no more than a beginning
        (_OLE + bytes(5000), Damaged),
    ],
)
def test_other_locks_have_their_own_errors(data: bytes, error: type[FileFault]) -> None:
    with pytest.raises(error):
        read_docx(data, password=PASSWORD)


def test_a_broken_lock_is_damaged_or_does_not_open(locked: bytes) -> None:
    for at in range(512, len(locked), 2003):
        with_fault = locked[:at] + b"\xff\0\xff\0" + locked[at + 4 :]
        try:
            read_docx(with_fault, password=PASSWORD)
        except (Damaged, PasswordNeeded, WrongType, Hostile, LimitReached):
            continue


def test_a_zip_is_no_lock() -> None:
    assert not recognises(zipped({"a": "EncryptedPackage".encode("utf-16-le")}))
