"""Names before a year of which a case is told: "Osgoode and Merovel (2011) are twins".

Authors stand so, and so do children with the year of their birth. Where the sentence tells of kin or of a
case, or the names do what people of a case do, and nothing else has found them, they are asked about. What
remains: such names of which the sentence tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.citation_denials import is_no_citation
from redact.recognise.citation_groups import groups
from redact.recognise.citation_places import OF_A_LIFE
from redact.recognise.citation_tables import case_columns, is_in_a_cell
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.literature import does_behind, is_told_of_the_case
from redact.recognise.mid_sentence import PARTS
from redact.recognise.reference_records import is_of_the_family
from redact.recognise.taken import Place, people_where_free, taken_by
from redact.recognise.zones import sentence_around
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED = 0.42
_ARE = regex.compile(
    r"[)\]][ ](?:is|are|was|were)[ ](?:(?:her|his|their|the|an?|both|now|also)[ ]){0,2}"
    r"(?:twins?|siblings?|half-\p{Ll}+|brothers?|sisters?|sons?|daughters?|child(?:ren)?|boys?|girls?|bab(?:y|ies)"
    r"|cousins?|placed|born|removed|adopted|fostered|at[ ](?:home|school|nursery)|in[ ](?:foster[ ])?care"
    r"|safe|well|hungry|bruised|injured|taken|seen|moved)\b"
)
_EVIDENCE = Evidence("dated-names", "1", "names with a year", "names before a year, of which a case is told")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(mentions)
    for view in views:
        cells = tuple(case_columns(view))
        for reading in view.first:
            if reading.passage.location.part in PARTS:
                places: list[Place] = []
                for year, group in groups(reading.text):
                    # With initials it is an entry of a list: "D8. Harte, A. (2011) What they told us".
                    told = is_in_a_cell(reading, group.start(), cells) or _is_told(
                        reading.text, group, year.span()
                    )
                    if told and not group["initials"]:
                        places += [(reading, *span) for span in group.spans("author")]
                yield from people_where_free(places, taken, _ASKED, _EVIDENCE)


def _is_told(text: str, group: regex.Match[str], year: tuple[int, int]) -> bool:
    """Tell whether a sentence tells of a case or a family, around names and their `year`."""
    start, after = group.start(), year[1]
    if is_no_citation(text, start, year, several=len(group.captures("author")) > 1):
        return True
    if is_of_the_family(text, after) or does_behind(text, after) or _ARE.match(text, after) is not None:
        return True
    around = " ; ".join(sentence_around(text, start, after))
    return OF_A_LIFE.search(around) is not None or is_told_of_the_case(text, start, after)


RECOGNISER = FollowUpRecogniser(
    name="dated-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Osgoode and Merovel (2011) are twins.", ("Osgoode", "Merovel")),
        Example("Orley and Tamsett (2012) were placed apart.", ("Orley", "Tamsett")),
        Example("Quillham and Tamsett (2012) are both in foster care.", ("Quillham", "Tamsett")),
    ),
    near_misses=(
        "Orley and Tamsett (2012) are cited often.",
        "The Ofsted (2011) inspection was safe.",
        "Working Together (2015) is well known.",
    ),
)
