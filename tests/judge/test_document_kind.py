"""A form is never published, an agency's report goes to the panel, and an open kind is not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.errors import ExitStatus
from redact.run.check import check
from redact.values.judgement import Audience, DocumentKind, Settings, Severity


def severities(path: Path, settings: Settings) -> list[tuple[str, Severity]]:
    (checked,) = check([str(path)], settings).documents
    assert checked.judgement is not None
    return [(finding.rule, finding.severity) for finding in checked.judgement.findings]


@pytest.mark.parametrize(
    ("text", "settings", "found"),
    [
        ("Referral form\n", Settings(), [("form-not-publishable", Severity.BLOCK)]),
        ("Agency Report\n", Settings(), [("agency-report-not-published", Severity.ASK)]),
        ("Agency Report\n", Settings(audience=Audience.PANEL), []),  # for whom it is written
        ("Referral form\n", Settings(kind=DocumentKind.LETTER), []),  # the user knows better
        ("Overview Report\n", Settings(kind=DocumentKind.FORM), [("form-not-publishable", Severity.BLOCK)]),
        ("The mother attended.\n", Settings(), []),  # not plain: nothing is said of its kind
    ],
)
def test_by_kind_and_reader(
    text: str, settings: Settings, found: list[tuple[str, Severity]], tmp_path: Path
) -> None:
    (tmp_path / "x.txt").write_text(text, encoding="utf-8")
    assert severities(tmp_path / "x.txt", settings) == found


def test_the_finding_stands_nowhere(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Referral form\n", encoding="utf-8")
    run = check([str(tmp_path / "x.txt")], Settings())
    assert run.status is ExitStatus.FINDINGS
    judgement = run.documents[0].judgement
    assert judgement is not None
    (finding,) = judgement.findings
    assert (finding.spans, finding.document_span, finding.text, finding.masked) == ((), None, "", "")


def test_a_decision_on_one_form_is_none_on_another(tmp_path: Path) -> None:
    """Two forms say the same of themselves: their findings are told apart by the files."""
    for number, words in enumerate(("One family.", "Another family.")):
        (tmp_path / f"{number}.txt").write_text(f"Referral form\n\n{words}\n", encoding="utf-8")
    run = check([str(tmp_path / "0.txt"), str(tmp_path / "1.txt")], Settings(), secret=b"s" * 32)
    judgements = [checked.judgement for checked in run.documents]
    prints = [one.findings[0].fingerprint for one in judgements if one is not None]
    assert len(set(prints)) == 2
