"""The words beside a fact by which `facts` tells what it is: somebody's tongue, origin, work or condition.

All texts are folded. Patterns that begin with (?r) are matched up to the end of what is given.
"""

from __future__ import annotations

from collections.abc import Mapping

from redact.recognise import regex
from redact.values.people import Label

__all__ = [
    "ASKS",
    "BODY_BEHIND",
    "CITIZEN_BEHIND",
    "FIRST_TONGUE",
    "FOR_OFFENCE",
    "HAS",
    "IN_CUSTODY",
    "IS",
    "IS_ONE",
    "JOINS",
    "KIN_IS",
    "NAME_BEHIND",
    "PEOPLE_BEHIND",
    "POSTS",
    "SOMEBODY_BEHIND",
    "TONGUE",
    "TONGUE_BEHIND",
    "TRIED",
    "WORKS",
]

TONGUE = regex.compile(
    r"(?r)(?<!\p{L})(?i:speaks?|speaking|spoke|spoken|languages?|tongue|interpreter|fluent|learn(?:ing|t)?"
    r"|translated)(?!\p{L})[^.;\n]{0,24}"
)
FIRST_TONGUE = regex.compile(
    r"(?r)(?<!\p{L})(?i:(?:first|main|home|second|preferred|native)[ ]language|mother[ ]tongue"
    r"|languages?[ ]spoken"
    r"|speaks?|fluent[ ]in|interpret(?:er|ation|ing)(?:[ ](?:into|from|for))?|translat(?:ed"
    r"|ion)[ ](?:into|from))"
    r"(?:[ ](?:is|was|as|at[ ]home|only|some|little|good|a|mainly|mostly|fluent)){0,3}[ ]?[:\t-]?[ ]?"
)
TONGUE_BEHIND = regex.compile(
    r"(?i:[ -](?:speak\p{L}*|languages?|interpret\p{L}*|dialect|lessons|tongue))(?!\p{L})"
)
CITIZEN_BEHIND = regex.compile(r"(?i:[ ](?:nationals?|citizens?|passport|interpreter))(?!\p{L})")
PEOPLE_BEHIND = regex.compile(
    r"(?i:[ -](?:origin|heritage|descent|background|extraction|ethnicity|ancestry|parentage|roots|community))"
    r"(?!\p{L})"
)
SOMEBODY_BEHIND = regex.compile(
    r"(?i:[ -](?:nationals?|nationality|citizens?|passport|born|m[ae]n|wom[ae]n|boys?|girls?|mother|father"
    r"|couple|famil(?:y|ies)|parents?|child(?:ren)?|baby|husband|wife|partner|students?|migrants?"
    r"|refugees?))(?!\p{L})"
    r"|[ ]?(?:[.,;)]|$|\n|and[ ]|or[ ])"
)
IS = regex.compile(r"(?r)(?<!\p{L})(?i:is|was|are|were|being|a|an|as|both|half|part|of|originally)[ ]")
NAME_BEHIND = regex.compile(r"[ ]\p{Lu}\p{Ll}")
BODY_BEHIND = regex.compile(
    r"(?i:[ ](?:school|primary|academy|church|mosque|temple|nurse|team|service|clinic|charity|awareness"
    r"|training|pathway|research|society|unit|strategy|act|week|specialist|association|government"
    r"|authorit(?:y|ies)|courts?|law|council))(?!\p{L})"
)
TRIED = regex.compile(
    r"(?<!\p{L})(?i:convict\p{L}*|charge[ds]?|charges|arrest\p{L}*|guilty|sentenced?|caution(?:ed|s)?"
    r"|offences?"
    r"|plead\p{L}*|pled|prison|imprison\p{L}*|jailed|accused|acquitt\p{L}*|indict\p{L}*|prosecut\p{L}*|trial"
    r"|bail|on[ ]suspicion|criminal[ ]proceedings)(?!\p{L})"
)
WORKS = regex.compile(
    r"(?r)(?<!\p{L})(?i:work(?:s|ed|ing)?|employed|trained|training|job|career|living|practi[sc](?:es|ed"
    r"|ing))"
    r"[ ]as[ ](?:an?[ ])?(?:\p{Ll}+[ -]){0,2}"
)
FOR_OFFENCE = regex.compile(
    r"(?r)(?<!\p{L})(?i:(?:convict(?:ed|ions?)|guilty|suspicion|accused|acquitted|charges?)[ ](?:of|for)"
    r"|charged[ ]with"
    r"|(?:arrested|cautioned|sentenced|jailed|imprisoned|convicted|wanted|prison"
    r"|custody)[ ]for)[ ](?:an?[ ]|\p{Ll}+[ ]){0,1}"
)
IS_ONE = regex.compile(
    r"(?r)(?:(?<!\p{L})(?i:is|was|were|became|becomes|being|by[ ]profession|occupation:?|job:?),?"
    r"[ ](?:an?[ ])?(?:(?:former|retired|part-time|full-time|self-employed|unemployed|qualified|trainee)[ ])?"
    r"|,[ ]an?[ ](?:(?:former|retired|self-employed|unemployed|qualified|trainee)[ ])?)"
)
HAS = regex.compile(
    r"(?r)(?<!\p{L})(?i:diagnos(?:ed|is)[ ](?:with|of|as)|history[ ]of|suffer(?:s|ed|ing)[ ](?:from|with)"
    r"|registered|born[ ](?:with|deaf|blind)|lives?[ ]with|known[ ]to[ ]have|living[ ]with|treated[ ]for"
    r"|has|had|severe"
    r"|known)[ ](?:an?[ ]|\p{Ll}+[ ]){0,2}"
)
KIN_IS = regex.compile(
    r"(?r)(?<!\p{L})(?i:mother|mum|mam|father|dad|step-?(?:mother|father|mum|dad)|grand(?:mother|father"
    r"|ma|dad)|nan|gran"
    r"|aunt|uncle|partner|husband|wife|boyfriend|girlfriend|brother|sister|parents|he|she)"
    r"(?:'s[ ](?:job|work|occupation)[ ](?:is|was)[ ]|[ ](?:is|was|were|became)[ ]|,[ ]|[ ]\()"
    r"(?:both[ ]|an?[ ]|now[ ]|also[ ]|currently[ ]|then[ ]){0,2}(?:serving[ ]|former[ ]|retired[ ]"
    r"|trainee[ ]|qualified[ ]|part-time[ ])?"
)
JOINS = regex.compile(r"[ ]?[/:][ ]?|,?[ ](?:or|and|&)[ ]")
IN_CUSTODY = frozenset({"prisoner", "prisoners", "foster child", "looked after child", "divorced"})
ASKS: Mapping[Label, regex.Pattern[str]] = {
    Label.ETHNICITY: regex.compile(r"(?i:ethnic|heritage|origin)"),
    Label.LANGUAGE: regex.compile(r"(?i:language|spoken)"),
    Label.RELIGION: regex.compile(r"(?i:religio|faith)"),
    Label.NATIONALITY: regex.compile(r"(?i:nationalit|citizenship)"),
    Label.HEALTH: regex.compile(r"(?i:health|disabilit|diagnos|condition)"),
    Label.OCCUPATION: regex.compile(r"(?i:occupation|employment|profession)"),
    Label.LEGAL_STATUS: regex.compile(r"(?i:status|immigration)"),
}
# Work of those who work with a family, besides the posts of roles.txt.
POSTS = frozenset(
    {
        "doctor", "nurse", "teacher", "solicitor", "barrister", "judge", "police officer", "interpreter",
        "driver", "student", "youth worker", "nursery nurse", "care worker", "receptionist", "paramedic",
        "secretary", "lawyer", "landlord", "landlady", "dealer", "cook", "model", "surgeon", "councillor",
    }
)  # fmt: skip
