"""Whether a sentence with the name of a published case tells of somebody whom its writer knew.

Visits, homes, schools and bruises in the clause of the name are somebody's of the case, whatever the name is;
behind "about", "like" or "after" the name is a topic, and what the sentence tells then is another's. Which
names it is asked of `famous_cases` says. What remains: a life told in words that are none of these.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.case_memory import is_somebodys

__all__ = ["OF_A_VISIT", "OF_THE_CASE", "WEAK_BEFORE", "is_in_a_persons_row", "is_of_a_life"]

OF_A_VISIT = regex.compile(
    r"\b(?:visit(?:ed|s)?|attend(?:ed|s)?|lives?|lived|weigh(?:ed|s)|was[ ]seen|told"
    r"|(?<!\b(?:[Ii]t[ ](?:was|is)|[Mm]uch[ ]ha[sd][ ]been)[ ])said|at[ ]school"
    r"|her[ ]mother"
    r"|his[ ]mother|rang|came|went|home|presented)\b"
)
# They may be said of somebody of the case too: no word of a visit may stand beside them.
WEAK_BEFORE = regex.compile(
    r"\b(?:[Ss]ince|[Aa]fter|[Ff]ollowing|[Bb]efore|[Ll]ike|such[ ]as|as[ ](?:in|with)|from|and|to|of|in"
    r"|[Uu]nlike|remember\p{L}*)[ ]$"
)
# The same by the widest signs, of which one in a sentence makes it a sentence on somebody of the case.
OF_THE_CASE = regex.compile(
    r"\b(?:visit\p{L}*|attend\p{L}*|lives?|lived|weighed|seen|told|rang|came[ ]to|went|her|his|mother|father"
    r"|school|nursery|ward|clinic|injur\p{L}+|bruis\p{L}+|arrested|\p{Lu}{2}\d|Child[ ]\p{Lu}\b)\b"
)
_LIFE = (
    r"is[ ](?:her|his|their|my)|boys?|girls?|toddler|baby|babies|loved?|likes?|liked|smil\p{L}+|laugh\p{L}*"
    r"|quiet|lively|home|house|flat|bed|school|nursery|ward|clinic|hospital|mum|dad|mother|father"
    r"|brother|sister|aunt|uncle|gran\p{L}*|seen|injur\p{L}+|bruis\p{L}+|arrested|social[ ]worker"
    r"|health[ ]visitor|teacher|GP|born|aged?|today|yesterday|tomorrow|file|[Mm]onday|[Tt]uesday|[Ww]ednesday"
    r"|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday|week|appointment|meeting|referr\p{L}+|address|telephone"
    r"|d\.?o\.?b"
)
# What is told of a child whom the writer knew: no place of such a sentence is a published case by itself.
_OF_A_LIFE = regex.compile(rf"{OF_A_VISIT.pattern}|\b(?:{_LIFE})\b")
_LIFE_OF = regex.compile(
    rf"\b(?:{_LIFE}|visits?|care|room|bedroom|friends?|carers?)[ ](?:of|on|to|for|with)[ ]$",
    regex.IGNORECASE,
)
# Behind them a name is a topic: what follows in the sentence is said of what was published.
_TOPIC = regex.compile(
    r"\b(?:(?:clippings?|cuttings?|articles?|books?|films?|documentar(?:y|ies)|programmes?|lectures?|podcasts?"
    r"|headlines|coverage|courses?|slides?|leaflets?|inquir(?:y|ies)|(?P<any>reports?|reviews|that|those"
    r"|training|sessions?|pages?|chapters?|sections?|papers?))[ ](?:about|on|concerning|regarding)"
    r"|[Bb]y[ ]the[ ]standards?[ ]of|another|a[ ]second|[Cc]omparisons?[ ](?:with|to)"
    r"|[Cc]ompared[ ](?:with|to)|similar[ ]to)[ ][\"']?$|^\W*(?:[\d.]+[ ])?(?:Like|Unlike)[ ]$"
)
# "Because of … . Because of … ." of no clause in which something is told
_CAUSE = regex.compile(r"^\W*Because[ ]of[ ]$")
_STOPS = regex.compile(r"[.!?](?:[ ]|$)")
# What is done about whoever is known: no name behind it is a topic.
_CASEWORK = regex.compile(
    r"\b(?:referr\p{L}*|concern(?:s|ed)?|worr\p{L}+|meetings?|discussions?|conferences?|group|minutes|notes?"
    r"|files?|records?|entr(?:y|ies)|letters?|e-?mails?|calls?|called|rang|phoned|wrote|spoke|spoken|talked"
    r"|asked|told|knew|known|nothing|marks?|assessments?|information|checks?|checked|decisions?|plans?|orders?"
    r"|news|updates?|chronolog(?:y|ies)|statements?)[ ](?:\p{Ll}+[ ]){0,2}?"
    r"(?:about|on|concerning|regarding|of|for)[ ]$",
    regex.IGNORECASE,
)
_OF_THE_TOPIC = regex.compile(r",?[ ](?:at|in|who|whose|when|aged?|with|from)\b")
# Behind them it is one where no verb follows: "After …, a message went out".
_THEN = regex.compile(r"^\W*(?:[\d.]+[ ])?(?:Since|After|Following|Before|Despite|Until)[ ]$")
_CLAUSE_ENDS = regex.compile(
    r"[;)]|[.?!][ ]|,[ ](?!(?:who|whose|aged?|her|his|their|my|our|now|then)\b|\d"
    r"|(?:an?|the)[ ](?:\p{Ll}+[ ]){0,2}\p{Ll}+,)"
)
_NEAR, _BESIDE = 70, 25  # characters
# Cells of a row that is somebody's: his day of birth, his number, who he is.
_PERSONS = regex.compile(
    r"(?:^|\t)[ ]*(?:names?|child(?:ren)?|subject|pupil|patient|client|resident|tenant|mother|father|mum|dad"
    r"|parents?|siblings?|sister|brother|half[ -]sib\p{L}*|aunt|uncle|cousin|grand\p{L}+|partner|carer|lodger"
    r"|neighbour|friend|suspect|victim|witness)(?:'s)?(?:[ ](?:names?|of|\d|[a-z]))*[ ]*:?(?:\t|$)"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{5}|\b(?:d\.?o\.?b|born|aged?|yrs?|social[ ]worker|health[ ]visitor"
    r"|teacher|nurse|midwife|officer|manager)\b|@",
    regex.IGNORECASE,
)


def is_of_a_life(before: str, behind: str, *, plainly: bool) -> bool:
    """Tell whether what stands before and behind a whole name, in its sentence, is told of a life.

    `plainly` says that words of a case stand there too: then only what is told near the name counts.
    """
    if is_somebodys(behind):
        return True
    before, behind = before.rpartition("\t")[2], behind.partition("\t")[0]  # other cells tell of others
    if not plainly and (_LIFE_OF.search(before) or _CASEWORK.search(before)):
        return True
    if '"' in before:
        behind = behind.partition('"')[0]  # whoever "said" it is outside what was said
    topic = None if plainly else _TOPIC.search(before)
    if topic is not None:
        return _is_of_its_bearer(behind, anything=topic["any"] is not None)
    if _CAUSE.match(before) is not None and _STOPS.match(behind) is not None:
        return False
    if _THEN.search(before) is not None and _CLAUSE_ENDS.match(behind) is not None:
        return False
    lead = "" if WEAK_BEFORE.search(before) else before[-_NEAR:]
    if OF_A_VISIT.search(lead + " " + behind[:_NEAR]) is not None:
        return True
    return not plainly and _OF_A_LIFE.search(before + " " + behind) is not None


def _is_of_its_bearer(behind: str, *, anything: bool) -> bool:
    """Tell whether the clause behind a topic tells of its bearer; by `anything` of a life at all."""
    ends = _CLAUSE_ENDS.search(behind)
    clause = behind[: ends.start() if ends is not None else _NEAR]
    own = clause[:_BESIDE] if _OF_THE_TOPIC.match(clause) is not None else ""
    return _OF_A_LIFE.search(clause if anything else own) is not None or OF_A_VISIT.search(clause) is not None


def is_in_a_persons_row(text: str, start: int, end: int) -> bool:
    """Tell whether the other cells of the row of half-open code points are those of a person's row."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    row = text[low:start] + text[end : high if high >= 0 else len(text)]
    return _PERSONS.search(row) is not None
