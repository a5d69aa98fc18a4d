"""Files built to hurt, all in one call: each ends with its own message, and the honest ones are checked."""

from __future__ import annotations

import json
import os

import pytest

from tests.cli.terminal import redact
from tests.formats.pdf import hostile_factory as hostile
from tests.formats.word.package_factory import make_docx, p
from tests.formats.word.test_package import REFUSED

NAME = "Kestrelia Wintergreen"
WIDE = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>'
    f"{p('Mother')}</w:tc><w:tc>{p(NAME)}</w:tc></w:tr></w:tbl>"
)
PAGES = 5_000


def bombs() -> dict[str, bytes]:
    made = {f"{number:02} {title}.docx": make() for number, (title, make, _) in enumerate(REFUSED)}
    made |= {
        "bfrange.pdf": hostile.bfrange_bomb(),
        "fan out.pdf": hostile.form_fan_out(),
        "recursive.pdf": hostile.recursive_form(),
        "page tree.pdf": hostile.page_tree_loop(),
        "inflating.pdf": hostile.inflating_pdf(),
        "many.pdf": hostile.many_tj(),
        "garbage.pdf": hostile.garbage(),
        "one page more.pdf": hostile.huge_page_count(PAGES + 1),
        "not a pdf.pdf": make_docx(None, p("A Word document.")),
        "not a docx.docx": hostile.huge_page_count(1),
        "empty.docx": b"",
        "empty.txt": b"",
    }
    return made


def honest() -> dict[str, bytes]:
    return {
        "wide.docx": make_docx(None, WIDE),
        "long.pdf": hostile.huge_page_count(PAGES),
        "scattered.pdf": hostile.scattered_letters(),
        "plain.txt": f"Mother: {NAME}\n".encode(),
    }


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    folder = tmp_path_factory.mktemp("hostile")
    files = bombs() | honest()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    paths = [folder / name for name in files]
    (folder / "folder.docx").mkdir()
    paths += [folder / "folder.docx", folder / "not there.docx"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.pdf")
        paths.append(folder / "pipe.pdf")
    outcome = redact("check", *paths, "--format", "json")
    assert outcome.status == 6
    assert NAME not in outcome.out + outcome.err
    documents = json.loads(outcome.out)["documents"]
    assert len(documents) == len(paths)
    return {path.name: document for path, document in zip(paths, documents, strict=True)}


def test_every_bomb_has_its_own_message(answers: dict[str, dict[str, object]]) -> None:
    for name in (*bombs(), "folder.docx", "not there.docx"):
        error = answers[name]["error"]
        gaps = answers[name]["gaps"]
        # A file that only pdfminer chokes on may be read by the others; what was left out is then a gap.
        assert error or gaps, name
        if isinstance(error, dict):
            assert error["what"], name
            assert error["remedy"], name
            assert answers[name]["findings"] == [], name


def test_a_defect_of_ours_is_not_called_damage(answers: dict[str, dict[str, object]]) -> None:
    failed = {
        name: answer["error"]
        for name, answer in answers.items()
        if "its reader failed" in str(answer["error"])
    }
    assert failed == {}


@pytest.mark.parametrize("name", ["wide.docx", "plain.txt"])
def test_the_honest_files_of_the_call_are_checked(name: str, answers: dict[str, dict[str, object]]) -> None:
    findings = answers[name]["findings"]
    assert isinstance(findings, list)
    (finding,) = findings
    assert finding["masked"].startswith("[person ")


def test_five_thousand_pages_are_read(answers: dict[str, dict[str, object]]) -> None:
    assert (answers["long.pdf"]["error"], answers["long.pdf"]["pages"]) == (None, PAGES)


def test_one_page_more_is_not(answers: dict[str, dict[str, object]]) -> None:
    assert "pages" in str(answers["one page more.pdf"]["error"])
