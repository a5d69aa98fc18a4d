"""Names of published cases that stand as nothing but a topic: compared, set beside others, run through.

"Compare Tyra Henry.", "you set Quill (1989) against Tyra Henry", "reviews from Tyra Henry to Daniel Pelka",
"Tyra Henry. Daniel Pelka. Ida.": what the sentence tells then is another's. Which names they are looked for
beside `famous_cases` says. What remains: a run of names in which only one is listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from redact.recognise import regex
from redact.recognise.zones import line_of, sentence_around

__all__ = ["is_only_a_topic", "is_told_over"]

# Directly before and behind a whole name that is compared.
_COMPARED = (
    # "a review once of a child like this, Tyra Henry, and all of us read it"; "seen elsewhere (Tyra Henry)"
    (
        regex.compile(
            r"\b(?:[Rr]eviews?|[Ii]nquir(?:y|ies)|[Cc]ases)\b[^.;:]{0,60}"
            r"\blike[ ](?:this|that|these|h(?:im|er)|ours?|them)(?:[ ](?:one|child|family))?,[ ]$"
        ),
        regex.compile(r"^(?:[,.;)]|$)"),
    ),
    (
        regex.compile(
            r"\b(?:(?:seen|known|noted|found|told|happened)[ ]elsewhere|elsewhere[ ]it[ ]was|in[ ]other"
            r"[ ](?:cases|reviews|areas|places))\b[^.;:()]{0,90}[ ]\($"
        ),
        regex.compile(r"^\)"),
    ),
    (regex.compile(r"^\W*(?:Compare|Contrast|Remember|Recall)[ ]$"), regex.compile(r"^(?:[.;)*\"]|$)")),
    (regex.compile(r"^\W*So[ ](?:is|was)[ ]that[ ](?:with|to)[ ]$"), regex.compile(r"^(?:[.;)*\"]|$)")),
    (regex.compile(r"\(\d{4}[a-z]?\)[ ]against[ ]$"), regex.compile(r"^(?:[,.;)]|$)")),
    (
        regex.compile(r"\b[Tt]he[ ]$"),
        regex.compile(r"^[ ](?:comparison|parallel|analogy)s?(?![ \p{L}]*[ ](?:with|to|between)\b)(?!\p{L})"),
    ),
)
# What opens a span of cases; a letter and a call go from one to the other too.
_FROM = regex.compile(
    r"(?:^\W*|\b(?:reviews?|cases|inquiries|enquiries|deaths|reports|names|lessons|tragedies)[ ])[Ff]rom[ ]$"
)
_SENT = regex.compile(
    r"\b(?:letters?|texts?|e-?mails?|calls?|called|messages?|cards?|notes?|sent|handed|moved|passed|gave|given"
    r"|paid|money|transfer\p{L}*|calling|said|house|home|flat|went|ran|bus|walk\p{L}*|dr[io]ve\p{L}*)\b",
    regex.IGNORECASE,
)
_TO = " to "
# A sentence that is a name and nothing else, at the edge of another such.
_OPENS = regex.compile(r"(?:^|[\n.!?][ \"']*)$")
_NEXT = regex.compile(r"^[.!?][\")]*\s")  # what follows a name that ends its sentence is of the next
_STOP = regex.compile(r"^\.[ ]$")


def is_only_a_topic(text: str, start: int, end: int) -> bool:
    """Tell whether the listed name of half-open code points is compared with what the text tells."""
    before, behind = sentence_around(text, start, end)
    before = before.rpartition("\t")[2]
    return any(lead.search(before) and rest.match(behind) for lead, rest in _COMPARED)


def _is_spanned(text: str, match: regex.Match[str], listed: Sequence[regex.Match[str]]) -> bool:
    """Tell whether a name is either end of "reviews from … to …", both of them listed."""
    for first in listed:
        for last in listed:
            if match in (first, last) and text[first.end() : last.start()] == _TO:
                before, _ = sentence_around(text, *first.span())
                _, behind = sentence_around(text, *last.span())
                told = before + _NEXT.split(behind, maxsplit=1)[0]
                return _FROM.search(before) is not None and _SENT.search(told) is None
    return False


def _is_run_through(text: str, match: regex.Match[str], listed: Sequence[regex.Match[str]]) -> bool:
    """Tell whether a name is a sentence of its own, and another listed one is the sentence beside it."""
    for first in listed:
        for last in listed:
            if (
                match in (first, last)
                and first["name"] != last["name"]
                and _STOP.match(text[first.end() : last.start()])
            ):
                low, _ = line_of(text, first.start())
                opens = _OPENS.search(text, low, first.start()) is not None
                if opens and text[last.end() : last.end() + 1] == ".":
                    return True
    return False


def is_told_over(text: str, match: regex.Match[str], listed: Sequence[regex.Match[str]]) -> bool:
    """Tell whether the names of cases beside a name make it a topic, whatever the sentence tells then."""
    return _is_spanned(text, match, listed) or _is_run_through(text, match, listed)
