"""The day a review was published on: judged as of that day, and none that has not come is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import pytest

from redact.errors import GateRefuses
from redact.run import gate_publish
from redact.run.case_file import CaseFolder
from redact.run.gate_lines import Doing
from redact.run.gate_publish import Placed
from redact.values.case import Case
from redact.values.gate_record import Observed, PaperPart
from tests.keystore.people import imogen

NOW = datetime(2027, 1, 8, 9, 30)
PLACED = Placed(MappingProxyType({PaperPart.REPORT: "a" * 64}), (), (), MappingProxyType({}))


def published(monkeypatch: pytest.MonkeyPatch, on: date | None) -> Doing:
    asked: list[Callable[..., Sequence[Doing]]] = []
    act = SimpleNamespace(act=lambda _found, _who, _own, doing, **_more: asked.append(doing))
    monkeypatch.setattr(gate_publish, "gate_log", act)
    gate_publish.publish(CaseFolder(Case("K7"), Path("K7")), imogen(), Path("own"), PLACED, on=on)
    (one,) = asked[0](None, Observed(NOW))
    return one


@pytest.mark.parametrize(
    ("on", "told"), [(None, "2027-01-08"), (date(2027, 1, 8), "2027-01-08"), (date(2027, 1, 4), "2027-01-04")]
)
def test_every_guard_sees_the_day_that_is_written_down(
    monkeypatch: pytest.MonkeyPatch, on: date | None, told: str
) -> None:
    one = published(monkeypatch, on)
    assert one.facts["on"] == told
    assert one.seen is not None
    assert one.seen.now.date().isoformat() == told


def test_a_day_that_has_not_come_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GateRefuses) as refused:
        published(monkeypatch, date(2027, 1, 9))
    assert refused.value.codes == ("not-yet",)
