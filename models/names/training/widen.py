"""A graph that was shipped → weights to go on from: whole numbers of eight bits times their scales.

What training ended with is kept nowhere but in the graph. Of the words of the dev texts 1 in 18,000 is
decided otherwise by what comes of it than by the graph itself.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import onnx
import onnx.numpy_helper
import torch
from torch import Tensor

from models.names.training.encoder import Namer, learned

__all__ = ["widened"]

_ANSWER = ("answer.weight", "answer.bias")
_Values = Mapping[str, npt.NDArray[np.generic]]


def widened(graph: bytes, divided: float) -> dict[str, Tensor]:
    """Give the learned weights of a graph that `export` wrote.

    Args:
        divided: by what its answers were divided when it was exported, as its recipe says.

    Raises:
        ValueError: a matrix is not in the graph, or is not of the network's size.
    """
    model = onnx.load_model_from_string(graph)
    values: _Values = {each.name: onnx.numpy_helper.to_array(each) for each in model.graph.initializer}
    inputs = {node.name: node.input[1] for node in model.graph.node if "MatMul" in node.op_type}
    weights: dict[str, Tensor] = {}
    for name, like in learned(Namer()).items():
        found = values.get(f"_namer.{name}")
        value = found.astype(np.float32) if found is not None else _matrix(name, inputs, values)
        if value.shape != tuple(like.shape):
            raise ValueError(f"{name} is of another size")
        weights[name] = torch.from_numpy(value.copy())
    for name in _ANSWER:
        weights[name] *= divided
    return weights


def _matrix(name: str, inputs: Mapping[str, str], values: _Values) -> npt.NDArray[np.float32]:
    """Give a layer's matrix, which the graph holds turned about, as whole numbers or as it was."""
    *layer, part = name.removesuffix(".weight").split(".")
    node = "/".join(["/_namer", *([".".join(layer)] if layer else []), part])
    for kind in ("MatMul_quant", "MatMul"):
        held = inputs.get(f"{node}/{kind}")
        if held is None:
            continue
        value = values[held].astype(np.float32)
        if kind == "MatMul_quant":
            value = value * values[held.removesuffix("_quantized") + "_scale"].astype(np.float32)
        return value.T
    raise ValueError(f"the graph has no {name}")
