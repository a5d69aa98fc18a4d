"""A pack: the same members give the same bytes, and what was altered in it is seen."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import Damaged
from redact.publication.packing import SUMS, made, members_of, sums_faults, sums_of
from redact.values.gate_pack import Member

MEMBERS = (
    Member("published/report.pdf", b"%PDF-1.7 an invented report"),
    Member("letters/ofsted.txt", b"To Ofsted\n"),
    Member("README.txt", b"Read this.\n"),
)


def packed(members: tuple[Member, ...] = MEMBERS) -> bytes:
    return made([*members, Member(SUMS, sums_of(members))])


@given(st.permutations(MEMBERS))
def test_the_order_of_the_members_does_not_matter(members: list[Member]) -> None:
    assert made(members) == made(MEMBERS)


def test_nothing_of_the_machine_stands_in_a_pack() -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as package:
        entries = package.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {(3, 0o100644)}
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)


def test_a_pack_is_read_back() -> None:
    held = members_of(packed())
    assert held["letters/ofsted.txt"] == b"To Ofsted\n"
    assert sums_faults(held) == ()


def test_the_program_sha256sum_agrees(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as package:
        package.extractall(tmp_path)
    done = subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0


@pytest.mark.parametrize(
    "names", [("../up.txt",), ("/etc/passwd",), ("a\\b",), ("a/b/c.txt",), ("",), ("a.txt", "a.txt")]
)
def test_a_name_that_is_not_ours_is_never_packed(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="is ours"):
        made([Member(name, b"") for name in names])


@given(st.data())
def test_a_changed_byte_is_seen_wherever_it_is(data: st.DataObject) -> None:
    whole = packed()
    at = data.draw(st.integers(0, len(whole) - 1))
    other = bytes([whole[at] ^ data.draw(st.integers(1, 255))])
    try:
        held = members_of(whole[:at] + other + whole[at + 1 :])
    except Damaged:
        return
    assert sums_faults(held)


@pytest.mark.parametrize(
    "altered",
    [
        lambda whole: whole + b"more",
        lambda whole: b"before" + whole,
        lambda whole: whole[:-1],
        lambda whole: b"",
        lambda whole: b"no zip at all",
    ],
)
def test_what_was_added_or_cut_off_is_no_pack(altered: object) -> None:
    with pytest.raises(Damaged):
        members_of(altered(packed()))  # type: ignore[operator]


def test_a_pack_that_another_program_has_put_together_is_no_pack_of_ours() -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members_of(packed()).items():
            package.writestr(name, content)
    with pytest.raises(Damaged):
        members_of(other.getvalue())


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ((*MEMBERS, Member("letters/more.txt", b"x")), "letters/more.txt is in the pack and not in"),
        (MEMBERS[1:], "published/report.pdf stands in SHA256SUMS and is not in the pack"),
        ((*MEMBERS[:2], Member("README.txt", b"Read that.\n")), "README.txt is not what"),
    ],
)
def test_what_differs_from_the_sums_is_named(members: tuple[Member, ...], fault: str) -> None:
    held = members_of(made([*members, Member(SUMS, sums_of(MEMBERS))]))
    (told,) = sums_faults(held)
    assert told.startswith(fault)


def test_sums_that_cannot_be_read_are_told() -> None:
    held = members_of(made([*MEMBERS, Member(SUMS, b"nothing of the kind\n")]))
    assert sums_faults(held) == ("SHA256SUMS is missing, or cannot be read",)
