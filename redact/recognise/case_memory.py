"""How the public remembers a published case, beside its name: "since …", "another …", "the … inquiry".

Which names they are looked for beside `famous_cases` says.
"""

from __future__ import annotations

from redact.recognise import regex

__all__ = [
    "is_long_since",
    "is_on_a_programme",
    "is_remembered",
    "is_reported_long_ago",
    "is_somebodys",
    "is_surname_remembered",
]

# Of a name that hardly anybody bears, how the public remembers it: "another …", "in the year that … died".
_MEMORY_BEFORE = regex.compile(
    r"(?:\b(?:another|a[ ]second|(?:shadow|ghost|spectre)[ ]of"
    r"|known[ ]by[ ](?:an?|the|their|one)[ ](?:\p{Ll}+[ ])?names?,?[ ]like"
    r"|read[ ](?:about|of)|(?:spoke|spoken|thought|talked)[ ](?:of|about)"
    r"|reminded[ ](?:\p{L}+[ ])?of|years?[ ](?:that|when|in[ ]which|of|after|before)|decades?[ ]after)[ ]"
    r"|^\W*(?:[\d.]+[ ])?(?:Like|Unlike|As[ ]with)[ ])[\"']?$"
)
_MEMORY_BEHIND = regex.compile(r"[ ](?:was[ ](?:killed|murdered)|all[ ]over[ ]again)\b")
# A surname of the list behind words of the public's memory, or before those of a case.
_MEMORY = regex.compile(
    r"(?:\b(?:[Ss]ince|[Aa]fter|[Ll]ike|[Uu]nlike|[Ff]ollowing|echo(?:es)?[ ]of|shades[ ]of"
    r"|worse[ ]than|as[ ](?:in|with)|like[ ]that"
    r"[ ]of|lessons[ ](?:of|from)|another|a[ ]second|days[ ]of|legacy[ ]of|names?[ ](?:of|like)"
    r"|remember(?:s|ed)?|case[ ]of"
    r"|(?:compar(?:e|ed|isons?)|compared[ ]it)[ ](?:with|to)|inquir(?:y|ies)[ ](?:in)?to)[ ]"
    r"|[\"']?Worse[ ]than[ ])$"
)
_OF_A_CASE = regex.compile(
    r"[ ](?:(?:case|murders|investigation|inquir(?:y|ies)|enquiry|report|tragedy|review|scandal|judgment"
    r"|reforms|recommendations|definition"
    r"|principles|era|affair|hearings?|timeline)\b)"
)
# What tells behind a name that it is somebody's of the case: "since Harte moved in", "Harte, her lodger".
_OF_SOMEBODY = regex.compile(
    r"[ ](?:at|in|with)[ ](?:(?:the|her|his)[ ])?(?:school|nursery|home|clinic|ward|house|mum|mother|dad"
    r"|father|teacher|nurse|GP)\b"
    r"|['\"]?(?:'s)?(?:[ ](?!(?:and|or|in|of|was|were|died|is|has|had|to|as|with|at|all|the|there|many|every"
    r"|no|social|services|practice|professionals|agencies|reviews?|reports?|serious|so)\b)\p{Ll}"
    r"|[ ](?:was|were|is|has|had)[ ](?!(?:killed|murdered|found[ ]dead|failed|known[ ]to|not[ ]the)\b)"
    r"|,[ ](?:he|she|they|aged?|her|his|their|who|whose|my|then|now|an?|\d|the[ ](?:mother|father|child|boy"
    r"|girl|lodger|neighbour|partner|uncle|aunt|brother|sister|man|woman|boyfriend|landlord))\b)"
)
# What only an inquiry has, directly before its name: "lessons from …", "readers of …".
_READ = regex.compile(
    r"\b(?:lessons?[ ](?:of|from)|readers?[ ]of|evidence[ ]given[ ]to|inquiries[ ](?:such[ ]as|like)"
    r"|as[ ](?:far[ ]back|long[ ]ago)[ ]as"
    r"|(?:anyone|everyone|whoever|who)[ ](?:has|have)[ ]read)[ ]$",
    regex.IGNORECASE,
)
_OWNS = regex.compile(r"'s(?![ ](?:death|murder|killing|killers?|case|name|story|parents|inquiry)\b)")
# Behind a whole name: "…, her lodger", "…, my neighbour".
_SOMEBODYS = regex.compile(r",[ ](?:her|his|their|my|our)[ ]\p{Ll}")
# What is taught and read: of a programme, no list of those who are there.
_TAUGHT_BEFORE = regex.compile(
    r"\b(?:slide|session|module|lecture|seminar|workshop|case[ ]stud(?:y|ies)|training[ ]note|reading|theme"
    r"|discussion)\b[^\n:\t]{0,25}:[ ]*$",
    regex.IGNORECASE,
)
# Behind a name of such a programme: a day of birth, a post, a level of training.
_WITH_A_PERSON = regex.compile(
    r",?[ ](?:\(?d\.?o\.?b|[Bb]orn|[Ll]evel|\(?\d{1,2}[./]\d|[Ss]ocial|[Hh]ealth|[Nn]amed|[Tt]eam)"
)
_AGES_AGO = regex.compile(
    r"(?:\b(?:[Tt]en|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[1-9]0)[ ](?:years)|[Dd]ecades"
    r"|[Aa][ ]generation)[ ]ago,?[ ]$"
)
_ASKED = regex.compile(r"^[ ](?:asked|called|recommended|urged|warned|wrote|reported|proposed)\b")
_SINCE = regex.compile(r"\b(?:[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil)[ ]$")
# Nobody speaks so of whoever visits, whatever else the sentence tells.
_LONG_SINCE = regex.compile(
    r"\b(?:years?(?:[ ]and[ ]more)?|decades?|changed|new|altered|improved|learn(?:ed|t)|little)[ ]since[ ]$"
)
_ENDS = regex.compile(r"^(?:[\"'?!,.;)]|[ ](?:and|or|asked|called|recommended|urged|warned|reported)\b|$)")
_REPORTED = regex.compile(r"[ ]reported(?:[,.;]|[ ]in[ ](?:19|20)\d\d)")
_OWED = regex.compile(
    r"^,?[ ](?:to[ ]whom|to[ ]which|whose)[ ](?:\p{Ll}+[ ]){0,3}(?:reports?|inquiry|review|recommendations)\b"
)
_LONGEST_LABEL = 50  # characters


def is_remembered(before: str, behind: str) -> bool:
    """Tell whether what stands before and behind a whole name, in its sentence, is of the public's memory."""
    told = _MEMORY_BEFORE.search(before) is not None and _OF_SOMEBODY.match(behind) is None
    return told or _MEMORY_BEHIND.match(behind) is not None


def is_surname_remembered(before: str, behind: str) -> bool:
    """Tell the same of a surname, beside which the word for a case may stand too."""
    told = _MEMORY.search(before) is not None and _OF_SOMEBODY.match(behind) is None
    is_owner = _OWNS.match(behind) is not None  # "a frame like Harte's."
    return (told and not is_owner) or _OF_A_CASE.match(behind) is not None


def is_somebodys(behind: str) -> bool:
    """Tell whether words behind a whole name say whose it is: ", her lodger"."""
    return _SOMEBODYS.match(behind) is not None


def is_on_a_programme(text: str, start: int, end: int) -> bool:
    """Tell whether half-open code points stand behind "Slide 9:" or "Training note:", and before no post."""
    taught = _TAUGHT_BEFORE.search(text, max(0, start - _LONGEST_LABEL), start)
    return taught is not None and _WITH_A_PERSON.match(text, end) is None


def is_long_since(before: str, behind: str) -> bool:
    """Tell whether the whole name of a chair stands for the time of the report: "nothing new since …?"."""
    told = _LONG_SINCE.search(before) is not None and not is_somebodys(behind)
    return told and _ENDS.match(behind) is not None


def is_reported_long_ago(before: str, behind: str) -> bool:
    """Tell whether an inquiry's name is spoken of as of one long known: "since … reported,"."""
    if _AGES_AGO.search(before) is not None and _ASKED.match(behind) is not None:
        return True
    if _READ.search(before) is not None and not behind.startswith("'"):
        return True
    since = _SINCE.search(before) is not None and _REPORTED.match(behind) is not None
    return since or _OWED.match(behind) is not None
