"""People that the name model finds, as a recogniser of the register; nothing while no model is shipped.

What the model takes for a name scores as a likely name; what it thinks possible is asked about. What
remains: a name in lower case that is an ordinary word, and a nickname that the model never met.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise.claims import DocumentRecogniser, Example, mention
from redact.recognise.grids import View
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_NAME = "the name model takes it for a person"
_CHECK = "the name model thinks that it may be a person"
# A name scores above 0.6, from which a rule blocks; a check below it, however likely.
_NAME_FROM, _NAME_TO, _CHECK_FROM, _CHECK_TO = 0.62, 0.95, 0.3, 0.58


def _find(view: View) -> Iterator[Mention]:
    # Here, so that the list of recognisers is read without numpy and onnxruntime.
    from redact.recognise.model.labels import ModelLabel, Rank
    from redact.recognise.model.reading import name_model
    from redact.recognise.model.views import read

    model = name_model()
    if model is None:
        return
    for _, found in read(model, [view]):
        if found.says.label is not ModelLabel.PERSON:
            continue
        is_name = found.says.rank is Rank.NAME
        low, high = (_NAME_FROM, _NAME_TO) if is_name else (_CHECK_FROM, _CHECK_TO)
        evidence = Evidence(
            RECOGNISER.name,
            model.digest[:12],
            "model, name" if is_name else "model, check",
            _NAME if is_name else _CHECK,
        )
        score = round(low + (high - low) * found.says.probability, 3)
        made = mention(found.reading, found.start, found.end, Label.PERSON, score, evidence)
        if made is not None:
            yield made


RECOGNISER = DocumentRecogniser(
    name="name-model",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Kayleigh was not seen that day.", ("Kayleigh",)),
        Example("Brandreth told the panel that Amina Okafor had rung.", ("Brandreth", "Amina Okafor")),
        Example("Later Zbigniew came back and spoke to Siobhan.", ("Zbigniew", "Siobhan")),
    ),
    near_misses=(
        "Nobody will say in May that the plan was a grace.",
        "Working Together to Safeguard Children says so.",
        "The Core Group met and the Child in Need plan was closed.",
    ),
)
