"""Days that somebody is called by, told by what no day does."""

from __future__ import annotations

import pytest

from redact.recognise.day_bearers import borne_days
from redact.recognise.finding import _view
from tests.recognise.recognise_factory import text_document

_BORNE = [
    "Kids at Sunday's. Gran says Sunday wants them.",
    "If Friday had rung. Friday's mum was out.",
    "Asked why Monday is late. Monday didn't say.",
    "Settled with Tuesday. Tuesday has the kids.",
    "Message from Friday to Ida. Stayed with Friday.",
    "Monday + Ida, in the park. If Monday had come.",
    "She rang and got Wednesday, who said to try later. Wednesday remembers it.",
    "A number for Friday (07700 900833). Ida cried, Friday did not.",
    "A man called Sunday. Sunday lives next door.",
]
_DAYS = [
    "They met on Wednesday, who knows why. It rained on Wednesday (see 4.2).",
    "Contact moved to Sunday. Sunday's mother and baby group met. Sunday has been hard.",
    "Sunday wants planning, and Sunday likes a rest.",  # twice in one way
    "If Friday is no good, ask Friday if Monday is.",  # nothing that no day does
    "Friday wants thought. If Monday had been free.",  # two days, each told once
    "the friday's mum said she lives there; saturday says no",
]


@pytest.mark.parametrize("text", _BORNE)
def test_a_day_is_somebodys_name(text: str) -> None:
    assert len(_told(text)) == 1


@pytest.mark.parametrize("text", _DAYS)
def test_a_day_is_a_day(text: str) -> None:
    assert _told(text) == frozenset()


def _told(text: str) -> frozenset[str]:
    return borne_days(_view(text_document(text)).first)
