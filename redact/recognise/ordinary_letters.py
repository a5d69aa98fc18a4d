"""Two capitals in their ordinary meaning: "AM session", "DV+++", "MH team", "NB.", "has PR", "12 CP cases".

Whoever claims them, they fall where the words beside them go with the thing alone. Where somebody of the call
has a whole name with these letters, only words that go with nobody count ("the PM clinic", "HR policy");
where nobody has, a place that is a thing's far more often counts as well ("DV - yes"), unless they stand
alone, in a list with other letters, or where somebody is told. What remains: letters that stand as bare as
initials do ("spoke to HR", "No action by CS").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from redact.recognise import regex
from redact.recognise.grids import View
from redact.recognise.letter_places import stands_alone
from redact.recognise.letters_of_names import letters_of
from redact.recognise.openers import acts
from redact.values.people import Label, Mention, Standing

__all__ = ["is_ordinary", "without_ordinary_letters"]

_STANDINGS = (Standing.PARTICIPANT, Standing.PANEL, Standing.OFFICE)
_AROUND = 40  # characters before letters in which their meaning shows
_EXPLAINED = "initials"
_DAYS = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAYS += r"|today|tomorrow|tmrw|yesterday|tonight)"
_TIME_BEHIND = (
    r"[ ](?:sessions?|slots?|visits?|clinics?|units?|desk|teams?|duty|appointments?|appts?|contact|clubs?"
    r"|trips?|shifts?|handovers?|feeds?|meds|doses?|obs|split|rounds?|surger(?:y|ies)|absences?)\b"
    r"|[ ]?/[ ]?[AP]M\b"
    r"|[ ]or[ ][AP]M\b"
)
_TIME_BEFORE = r"(?<![\d/.-])(?:1[0-2]|\d)(?:[.:][0-5]\d)?[ ]?$|\b[AP]M[ ]?/[ ]?$|\b[AP]M[ ]or[ ]$"
_TIME_BEFORE += rf"|\bin[ ]the[ ]$|(?i:\b{_DAYS},?[ ])$"
_ON_A_DAY = r"\b(?:contact|visit|due|every|each|last|next|save|except|exc|bar|til|till|until)[ ]$"
_DOSE = r"\d[ ]?(?:mgs?|mcg|ml|g|units?|sachets?|tabs?|tablets?|caps(?:ules)?|puffs?|drops?|spoons?)\.?[ \t]$"
# By letters: words behind and before them that go with the thing alone, whoever bears the letters.
_SURE = {
    "AM": (_TIME_BEHIND, _TIME_BEFORE),
    "PM": (_TIME_BEHIND, _TIME_BEFORE),
    "DV": (
        r"[ ]?\++|[ ](?:courses?|hist(?:ory)?|hx|cases?|incidents?|flags?|markers?|agenc(?:y|ies)|workers?"
        r"|services?|perp\w*|risks?|units?|forms?|screen\w*|lines?|cards?|nurses?|notifications?)\b",
        r"\b(?:history|hx|victim|incidents?|risk|signs|disclosures?)[ ]of[ ]$"
        r"|\b(?:any|past|known|historic)[ ]$|\d[ ](?:previous|prev)[ ]$",
    ),
    "MH": (
        r"[ ]?\++|[ ](?:teams?|act|nurses?|assessments?|services?|issues?|hospital|workers?|needs|flags?"
        r"|concerns?|history|hx|liaison|wards?|units?|problems?|difficulties|crisis|tribunal)\b",
        r"\b(?:perinatal|adult|maternal|poor)[ ]$",
    ),
    "CS": (r"[ ](?:managers?|gas|spray|at[ ]\d{4}|section|duty[ ]team|referral|dept)\b", r"\belective[ ]$"),
    "HR": (
        r"[ ](?:polic(?:y|ies)|freeze|office|dept|department|team|advice|process|advis\w+"
        r"|manager|director)\b",
        r"(?!)",
    ),
    "IT": (
        r"[ ](?:dept|department|jobs?|systems?|forms?|outages?|access|support|team|down|is[ ]down|failure"
        r"|equipment|issues?|problems?|desk|records?|training)\b",
        r"(?!)",
    ),
    "PR": (
        r"[ ](?:office|desk|team|dept|agency|line|held|holders?|is[ ]held|agreement|form)\b",
        r"\b(?:has|have|had|holds?|held|shares?|shared|without|acquired?|obtain(?:ed)?)[ ]"
        r"(?:no[ ]|full[ ])?$",
    ),
    "IS": (r"[ ](?:checks?|staff|department|dept|team|system|search(?:es)?)\b", r"(?!)"),
    "MP": (
        r"'s[ ](?:letters?|office|enquir\w+|surgery|questions?|constituency|complaint)\b"
        r"|[ ](?:enquir\w+|or[ ]councillors?|surgery|letters?)\b",
        r"\b(?:local|our|the|my|his|her)[ ]$",
    ),
    "ID": (
        r"[ ](?:seen|checked|shown|badges?|cards?|numbers?|required|produced|provided|verified|documents?)\b",
        r"\b(?:photo|proof[ ]of|no)[ ]$",
    ),
    "CP": (
        r"[ ](?:plans?|conferences?|confs?|register|visits?|files?|admin|units?|team|figures|medicals?"
        r"|concerns?|meetings?|mtgs?|procedures?|nurses?|training|referrals?|enquir\w+|registration|planning)\b",
        r"(?<![\d./:-])\d{1,3}[ ]$",
    ),
    **dict.fromkeys(("BD", "OD", "TD", "QD", "ON", "OM"), (r"(?!)", _DOSE)),
    "Rec": (r"(?!)", r"[(\[]$"),  # of a school: Reception
    "Sr": (r"[ ]\p{Lu}\p{Ll}", r"(?!)"),  # a ward's sister
    "Sat": (r"(?!)", _ON_A_DAY),
    "Sun": (r"(?!)", _ON_A_DAY),
    "LT": (r"(?!)", r"(?<!\p{L})S/$"),
}
# Behind these, letters sign: "Reviewed AM."
_BEHIND_A_WORD = (
    r"\p{L}{2}[ ](?<!\b(?i:seen|reviewed|typed|filed|signed|entered|checked|witnessed|noted|actioned"
    r"|completed|done)[ ])$|[,\u2013-][ ]$"
)
# What is a thing's where nobody of the call has such a name.
_LIKELY = {
    "AM": (r"[ ](?:only|on)\b|[.;,?]?[ ]*(?:\n|$)|[.,;?][ ]", _BEHIND_A_WORD),
    "PM": (
        r"[ ](?:only|on|went[ ](?:ok|well))\b|[.;,?]?[ ]*(?:\n|$)|[.,;?][ ]",
        _BEHIND_A_WORD,
    ),
    "DV": (
        r"\?|[ ](?:not[ ](?:disclosed|known)|disclosed|denied|asked|was[ ]asked|be[ ]asked)\b"
        r"|[ ][\u2013-][ ]|[.;]",
        r"(?:^|[\s.;(?])(?i:re|about|of|=|no|nil|\d\.)[ ]$|\?[ ]?$|[,.][ ]$|\d[ ]previous[ ]$|=[ ]$",
    ),
    "MH": (r"[ ](?:nil|ok|stable|poor|low)\b|[ ][\u2013-][ ]|:[ ]", r"(?:\d\.|[.;:,]|^|\n)[ ]?$"),
    "CS": (
        r"[ ](?:not[ ](?:told|informed|involved|aware|notified)|to[ ]be[ ](?:told|informed)|made)\b",
        r"(?:^|[.;:,\n\t][ ]?|\b(?:[Rr]ef|[Rr]eferral|[Rr]eferred)[ ]to[ ])$",
    ),
    "NB": (r"[.:][ ]|[ ][\u2013-][ ]", r"(?:^|[\n\t.!?(\[][ ]?)$"),
    "VM": (r"[.;,]|[ ](?:left|full)\b|[ ]*(?:\n|$)", r"\b(?i:left|leave|full|to)[ ]$|[\u2013-][ ]$"),
    "IS": (r":[ ](?:\d|\p{Lu}{3}|no\b|nil\b)|[ ]for[ ]scan", r""),
}
# These go by both sides, the sure ones by either.
_SURE_PATTERNS = {
    letters: (regex.compile(behind), regex.compile(before)) for letters, (behind, before) in _SURE.items()
}
_LIKELY_PATTERNS = {
    letters: (regex.compile(behind), regex.compile(f"(?:{before})" if before else ""))
    for letters, (behind, before) in _LIKELY.items()
}
# "PM visits every week", "IS checks the file": what somebody does who bears the letters.
_MAY_ACT = regex.compile(
    r"[ ](?:visits|feeds|checks|needs|issues|flags|files|concerns|forms|plans|doses|records|screens|rounds"
    r"|trips|searches|courses|processes|lines|medicals)\b(?![ ]*(?:[.,;:?!)]|\n|$)|[ ](?:and|or|should|was"
    r"|were|had|have|are|due)\b)"
)
_TOLD_BEFORE = regex.compile(
    r"\b(?:by|told|asked|rang|with|from|informed|saw|met|signed|sgd|per|cc|and|initials?|rings?|phoned|emailed"
    r"|author|worker|supervisor|nurse|dr|mrs?|ms)[ :]*$|&[ ]?$",
    regex.IGNORECASE,
)
_OTHERS = regex.compile(r"[ ]?[/&,][ ]?(?![AP]M\b)\p{Lu}{2,3}(?!\p{L})")
_OTHERS_BEFORE = regex.compile(r"(?<!\p{L})(?![AP]M\b)\p{Lu}{2,3}[ ]?[/&][ ]?$")


def without_ordinary_letters(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Give the mentions again, but for letters claimed as a person that stand in their ordinary meaning."""
    found = list(found)
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    claimed = [
        each
        for each in found
        if each.label is Label.PERSON and _letters(texts, each) in _SURE.keys() | _LIKELY
    ]
    if not claimed:
        return found
    known = frozenset(letters_of(views, found, _STANDINGS)) | {
        _letters(texts, each) for each in claimed if each.evidence.recogniser == _EXPLAINED
    }
    fallen = {
        id(each)
        for each in claimed
        if is_ordinary(
            texts[each.span.passage],
            each.span.start,
            each.span.start + len(_letters(texts, each)),
            is_borne=_letters(texts, each) in known,
        )
    }
    return [each for each in found if id(each) not in fallen]


def is_ordinary(text: str, start: int, end: int, *, is_borne: bool) -> bool:
    """Tell whether two capitals stand in their ordinary meaning.

    Args:
        start, end: of the letters, half-open code points of `text`.
        is_borne: whether somebody of the call has a name with these letters.
    """
    letters, before = text[start:end], text[max(0, start - _AROUND) : start]
    if is_borne and _MAY_ACT.match(text, end) is not None:
        return False
    sure = _SURE_PATTERNS.get(letters)
    if sure is not None and sure[0].match(text, end):
        return True
    # Behind a day or a figure somebody's letters begin an entry too: "16.2.09 CP saw her", "Tues PM rang".
    if sure is not None and sure[1].search(before) and not acts(text, end):
        return True
    likely = _LIKELY_PATTERNS.get(letters)
    if is_borne or likely is None or (stands_alone(text, start, end) and letters != "NB"):
        return False
    if _TOLD_BEFORE.search(before) or _OTHERS.match(text, end) or _OTHERS_BEFORE.search(before):
        return False
    return likely[0].match(text, end) is not None and likely[1].search(before) is not None


def _letters(texts: Mapping[str, str], each: Mention) -> str:
    found = texts[each.span.passage][each.span.start : each.span.end]
    return found.removesuffix("'s").removesuffix("\u2019s")
