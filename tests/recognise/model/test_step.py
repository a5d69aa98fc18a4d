"""A step leads from one graph to the later one, byte for byte, and from no other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import ExitStatus, ModelFault
from redact.recognise.model.shipped import GRAPH
from redact.recognise.model.step import STEP, difference, graph_in, stepped


@st.composite
def _two(draw: st.DrawFn) -> tuple[bytes, bytes]:
    graph = draw(st.binary(max_size=600))
    changes = draw(
        st.lists(st.tuples(st.integers(0, max(0, len(graph) - 1)), st.integers(0, 255)), max_size=9)
    )
    later = bytearray(graph)
    for place, byte in changes if graph else ():
        later[place] = byte
    return graph, bytes(later)


@given(_two())
def test_a_step_leads_to_the_later_graph(both: tuple[bytes, bytes]) -> None:
    graph, later = both
    assert stepped(graph, difference(graph, later)) == later


def test_a_step_is_smaller_than_what_it_leads_to() -> None:
    draw = np.random.default_rng(1)
    graph = draw.integers(0, 256, 100_000, dtype=np.uint8)
    later = graph.copy()
    later[40_000:80_000] += draw.integers(0, 3, 40_000, dtype=np.uint8)
    assert len(difference(graph.tobytes(), later.tobytes())) < 12_000


def test_graphs_of_two_sizes_have_no_step() -> None:
    with pytest.raises(ValueError, match="another form"):
        difference(b"graph", b"graphs")


GRAPH_BYTES, LATER = b"numbers of a graph", b"numbers of a graft"


@pytest.mark.parametrize(
    "graph",
    [b"numbers of a grapf", b"numbers", b""],  # another one, a shorter one, none
)
def test_a_step_leads_from_its_own_graph_only(graph: bytes) -> None:
    with pytest.raises(ModelFault, match="not the one that belongs") as raised:
        stepped(graph, difference(GRAPH_BYTES, LATER))
    assert raised.value.status is ExitStatus.MODEL
    assert "Install redact again" in raised.value.remedy


@pytest.mark.parametrize("cut", [0, 5, -1])
def test_a_broken_step_is_a_fault_of_the_model(cut: int) -> None:
    with pytest.raises(ModelFault):
        stepped(GRAPH_BYTES, difference(GRAPH_BYTES, LATER)[:cut])


@pytest.mark.parametrize(
    "head", [b"[]", b"{}", b'{"stretches": [[0, 3]]}', b'{"stretches": 3, "sha256": ""}']
)
def test_a_step_without_its_head_is_a_fault_of_the_model(head: bytes) -> None:
    packed = difference(GRAPH_BYTES, LATER).partition(b"\n")[2]
    with pytest.raises(ModelFault):
        stepped(GRAPH_BYTES, head + b"\n" + packed)


def test_a_graph_is_read_with_the_step_beside_it(tmp_path: Path) -> None:
    (tmp_path / GRAPH).write_bytes(GRAPH_BYTES)
    assert graph_in(tmp_path) == GRAPH_BYTES
    (tmp_path / STEP).write_bytes(difference(GRAPH_BYTES, LATER))
    assert graph_in(tmp_path) == LATER
