"""A trained network → the file that ships: ONNX, then int8, with what the step costs.

The graph answers odds, not scores, and reads windows without padding: the program reads each window by
itself. Weight matrices are quantised by channel to seven bits of eight (`reduce_range`), so that older
processors without VNNI do not overflow. The embeddings of words have eight bits and a scale a word. Two
matrices stay as they are, since they cost most of what quantisation costs: the answer, and the second of the
first layer's inner pair, before which numbers lie far apart.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnx.numpy_helper
import onnx.shape_inference
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from models.names.training.data import Store, Windows
from models.names.training.encoder import HEADS, WIDTH, Namer

__all__ = ["MOST_BYTES", "export", "ship"]

_OPSET = 17
_NOT_QUANTISED = ("/answer/MatMul", "/layers.0/outer/MatMul")
# A window's states in heads, and back: a 0 keeps the size that is there.
_SHAPES = {"in_heads": (0, 0, HEADS, WIDTH // HEADS), "in_one": (0, 0, WIDTH)}
MOST_BYTES = 30 * 1000**2


class _Rows(nn.Module):
    """Embeddings as whole numbers with a scale for each row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("steps", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor) -> Tensor:
        """Give the embedding of each piece."""
        steps, scale = self.get_buffer("steps"), self.get_buffer("scale")
        return steps[pieces].float() * scale[pieces]


class _Odds(nn.Module):
    """The network with softmax; `rows` takes the place of its embeddings of words."""

    def __init__(self, namer: Namer, rows: _Rows | None = None) -> None:
        super().__init__()
        self._namer = copy(namer)
        if rows is not None:
            # Of the copy alone: the network itself stays as it was trained.
            self._namer._modules = {**namer._modules, "words": rows}

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        """Give odds, n x length x classes."""
        odds: Tensor = self._namer(pieces, shapes, gaps).softmax(-1)
        return odds


def export(namer: Namer, whole: Path, target: Path, *, sample: Store) -> dict[str, Any]:
    """Write the graph to `whole` as it was trained, and to `target` as int8.

    Args:
        sample: windows on which the three graphs are compared.

    Returns: the size, and how far the graphs' odds lie apart.

    Raises:
        ValueError: the file is too large, or the graph does not answer as the network does.
    """
    namer = namer.to("cpu").float().eval()
    with tempfile.TemporaryDirectory() as folder:
        rows, folded, prepared = (Path(folder, f"{name}.onnx") for name in ("rows", "folded", "prepared"))
        _write(_Odds(namer), whole)
        _write(_Odds(namer, _Rows(namer.words.weight.detach())), rows)
        _fold(rows, folded)
        quant_pre_process(str(folded), str(prepared), skip_optimization=True, skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(target),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=_kept(prepared),
        )
    _say_shapes(target)
    figures = _compared(namer, whole, target, sample)
    figures["bytes"] = target.stat().st_size
    if figures["bytes"] > MOST_BYTES:
        raise ValueError(f"{figures['bytes']} bytes are more than may be shipped")
    if figures["fp32 from torch, most"] > 1e-3:
        raise ValueError("the graph does not answer as the network does")
    return figures


def ship(folder: Path, entry: Path, checks: Mapping[str, float], names: tuple[str, ...]) -> None:
    """Write down the digests of a model's files where the program looks for them."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    content = {"checks": dict(sorted(checks.items())), "files": files}
    entry.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _fold(graph: Path, target: Path) -> None:
    """Compute beforehand what no input changes; from 1.28 on `quant_pre_process` drops what it computed."""
    from redact.recognise.model.reading import engine

    onnxruntime = engine()
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(target)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])


def _kept(graph: Path) -> list[str]:
    names = [node.name for node in onnx.load(graph).graph.node if node.op_type == "MatMul"]
    kept = [name for name in names if name.endswith(_NOT_QUANTISED)]
    if len(kept) != len(_NOT_QUANTISED):
        raise ValueError("the graph's nodes are called otherwise than this recipe knows")
    return kept


def _say_shapes(target: Path) -> None:
    """Write the graph anew with shapes that follow from those of its inputs.

    The exporter computes them as it goes. The runtime takes a sum and the normalisation behind it in one step
    only where it can tell beforehand that what is summed has one shape: a twelfth of a window's time.
    """
    model = onnx.load(target)
    graph = model.graph
    made = {tensor.name for tensor in graph.initializer}
    for name, shape in _SHAPES.items():
        graph.initializer.append(onnx.numpy_helper.from_array(np.array(shape, dtype=np.int64), name))
    heads, whole = _SHAPES
    for node in graph.node:
        if node.op_type == "Reshape":
            # Into heads by a constant, and back by what is computed.
            node.input[1] = heads if node.input[1] in made else whole
    while unused := _without_use(graph):
        for node in unused:
            graph.node.remove(node)
    used = _used(graph)
    for tensor in [each for each in graph.initializer if each.name not in used]:
        graph.initializer.remove(tensor)
    del graph.value_info[:]
    onnx.save(onnx.shape_inference.infer_shapes(model, strict_mode=True), target)


def _without_use(graph: onnx.GraphProto) -> list[onnx.NodeProto]:
    used = _used(graph)
    return [node for node in graph.node if not used.intersection(node.output)]


def _used(graph: onnx.GraphProto) -> set[str]:
    return {name for node in graph.node for name in node.input} | {each.name for each in graph.output}


def _write(odds: _Odds, target: Path) -> None:
    example = tuple(torch.ones((1, 16), dtype=torch.int32) for _ in range(3))
    names = ["pieces", "shapes", "gaps"]
    free = {name: {0: "windows", 1: "length"} for name in [*names, "odds"]}
    torch.onnx.export(
        odds,
        example,
        str(target),
        input_names=names,
        output_names=["odds"],
        dynamic_axes=free,
        opset_version=_OPSET,
        dynamo=False,
    )


def _compared(namer: Namer, whole: Path, small: Path, sample: Store) -> dict[str, Any]:
    from redact.recognise.model.reading import engine

    onnxruntime = engine()
    sessions = [
        onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]) for path in (whole, small)
    ]
    odds = _Odds(namer).eval()
    apart = changed = seen = 0.0
    for number, batch in enumerate(Windows(sample).batches(128, None)):
        if number >= 200:
            break
        if len(batch.pieces) > 1:
            continue  # the graph knows no padding
        rows = [row.astype(np.int32) for row in (batch.pieces, batch.shapes, batch.gaps)]
        feed = dict(zip(("pieces", "shapes", "gaps"), rows, strict=True))
        exact, rough = (session.run(["odds"], feed)[0] for session in sessions)
        with torch.inference_mode():
            own = odds(*(torch.from_numpy(row) for row in rows)).numpy()
        apart = max(apart, float(np.abs(own - exact).max()))
        changed += float((exact.argmax(-1) != rough.argmax(-1)).sum())
        seen += rows[0].size
    return {"fp32 from torch, most": apart, "int8 decides otherwise": round(changed / max(seen, 1.0), 5)}
