"""Labels over the documents of a real call: read, compared, judged together."""

from __future__ import annotations

from pathlib import Path

from redact.errors import ExitStatus
from redact.run.check import check
from redact.values.checking import CheckRun
from redact.values.judgement import Audience, DocumentKind, Edition, Outcome, Readiness, Settings

SECRET = b"a secret for tests" * 2
# Of no kind that an edition asks anything of: what is judged here is labels.
STATED = Settings(edition=Edition.WT2015, kind=DocumentKind.OTHER)
CLEAN = "Child X lived with Parent 1. Sibling 1 was older, and SW1 came to see them.\n"


def write(folder: Path, *texts: str) -> list[str]:
    paths = []
    for number, text in enumerate(texts, 1):
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def outcomes_of_labels(run: CheckRun) -> set[Outcome]:
    assert run.bundle is not None
    return {one.outcome for one in run.bundle.verdicts if one.rule.startswith("label-")}


def test_documents_with_the_same_labels_are_ready_together(tmp_path: Path) -> None:
    run = check(write(tmp_path, CLEAN, CLEAN), STATED, secret=SECRET)
    assert run.bundle is not None
    assert outcomes_of_labels(run) == {Outcome.PASS}
    assert (run.readiness, run.status) == (Readiness.READY, ExitStatus.READY)


def test_a_label_of_two_people_stops_what_each_document_alone_would_not(tmp_path: Path) -> None:
    mother, father = CLEAN + "Parent 1 (the mother) rang.\n", CLEAN + "Parent 1, the father, rang.\n"
    run = check(write(tmp_path, mother, father), STATED, secret=SECRET)
    assert [checked.status for checked in run.documents] == [ExitStatus.READY, ExitStatus.READY]
    assert run.bundle is not None
    assert [finding.rule for finding in run.bundle.findings] == ["label-shared-elsewhere"]
    assert (run.readiness, run.status) == (Readiness.NOT_READY, ExitStatus.FINDINGS)


def test_one_document_is_compared_with_nothing(tmp_path: Path) -> None:
    run = check(write(tmp_path, CLEAN), STATED, secret=SECRET)
    assert run.bundle is not None
    assert outcomes_of_labels(run) == {Outcome.NOT_APPLICABLE}
    assert run.readiness is Readiness.READY


def test_the_rows_of_forms_are_not_compared(tmp_path: Path) -> None:
    """For the panel, which may see a form: the same rows would be other people's labels in a report."""
    mother, father = "Parent 1 (the mother) rang.\n", "Parent 1, the father, rang.\n"
    for kind, found in ((DocumentKind.FORM, 0), (DocumentKind.OVERVIEW, 1)):
        settings = Settings(kind=kind, audience=Audience.PANEL)
        run = check(write(tmp_path, mother, father), settings, secret=SECRET)
        assert run.bundle is not None
        assert len(run.bundle.findings) == found


def test_a_name_beside_a_label_is_a_fault_of_its_document(tmp_path: Path) -> None:
    (checked,) = check(
        write(tmp_path, "SW1 = Mrs Grizelda Wintersett; SW2 = Mr Zebedee Quillfeather\n"),
        Settings(),
        secret=SECRET,
    ).documents
    assert checked.judgement is not None
    assert "label-key-inside" in {finding.rule for finding in checked.judgement.findings}
