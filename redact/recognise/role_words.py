"""Words of which the roles of a review are made, and the works that such a role writes, leads or chairs.

Parts of patterns: a role is a noun phrase of words that say of what kind, a head, and words that say of what.
"""

from __future__ import annotations

from redact.recognise.zones import LETTER_NAME

__all__ = [
    "AND",
    "ARTICLE",
    "DASH",
    "EDGE",
    "END",
    "HEAD",
    "INDEPENDENT",
    "KIND",
    "MADE",
    "NAME",
    "NO_MORE",
    "OFFICE_ROLE",
    "OTHER_PANELS",
    "OWN_ROLE",
    "ROLE",
    "SAID",
    "STRONG_ROLE",
    "WORK",
]

DASH = r"[-\u2014\u2015~]"
# The scanner takes the first letter for another.
INDEPENDENT = r"(?:[il]ndependent|indep\.?|ind\.?)"

HEAD = (
    r"(?:(?:co-?)?author|(?:co-?)?(?:report[ -])?writer|(?:co-?)?reviewer|(?:co-?)?chair(?:person|man|woman)?"
    r"|(?:co-?)?facilitator|scrutineer|moderator)"
)
_OF_WHAT = (
    r"(?:serious|significant|case|child|safeguarding|practice|learning|domestic|homicide|abuse|related"
    r"|death|adults?"
    r"|review|reviews|panel|report|overview|scr|dhr|sar|cspr|lcspr|spr|lscb|lscp|lsab|board|partnership|local"
    r"|practitioners?|reflective|day|days|session|multi-agency|thematic|rapid|management|event|workshop"
    r"|process|team|executive|summary|children|community"
    r"|safety|partnership's|board's|panel's|review's)"
)
# Only these make a role that counts without a review beside it.
_MODIFIED = (
    r"(?:independent(?:ly)?|indep\.?|ind\.?|external|lead|joint|second|overview|appointed|commissioned|accredited"
    r"|review|panel|report"
    r"|scr|dhr|sar|cspr|experienced|current|then|former|new|our|principal|first|two|both)"
)
# Of another paper: "author of that report, not of this".
_OF_THEIR_OWN = (
    r"(?!(?:that|own|internal|single|agency|(?:agency|trust|service|school|force|council)'s|agencies'?)[ ])"
)
_WORDS = rf"(?:(?:{_MODIFIED}|{_OF_WHAT})[ -](?:and[ ])?){{0,6}}"
_TAIL = (
    r"(?:s?(?:[ ](?:of|for|to|on)[ ](?:the|this|our|both)?[ ]?"
    rf"(?:{_OF_THEIR_OWN}\p{{L}}[\p{{L}}'-]*[ ]){{0,4}}?{_OF_WHAT}"
    r"(?:[ ](?:panel|report|group|board|process|team|partnership|review))?)?)"
)
# "independent chair and author", "chair of the panel"
ROLE = rf"(?:{_WORDS}{HEAD}(?:(?:[ ](?:and|&)[ ]|[ ]?/[ ]?){_WORDS}{HEAD})?{_TAIL}s?)"
_TITLE = (
    r"(?:(?:Col(?:onel)?|Maj(?:or)?|Capt(?:ain)?|Brig(?:adier)?|Gen(?:eral)?|Cdr|Commander|Mr|Mrs|Ms"
    r"|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness"
    r"|(?:(?:[Tt]he|Rt\.?|Right|Very)[ ])*Rev(?:d|erend)?|Canon|Supt|DCS|DCI|Bishop|Rt\.?[ ]Hon"
    r"|(?:Detective[ ])?(?:Chief[ ])?(?:Superintendent|Inspector)|HHJ|Judge|Cllr"
    r"|Councillor)\.?[ ](?:\((?:rtd|retired|ret'd)\)[ ])?)"
)
_LETTERS = r"(?:,?[ ](?:[OMCK]BE|[QK]PM|QC|KC|JP|BA|BSc|MA|MSc|PhD|CQSW|DipSW|MBA))*"
NAME = rf"(?P<title>{_TITLE})?(?P<name>{LETTER_NAME}){_LETTERS}"
AND = rf"(?:(?:,[ ]|[ ](?:and|&)[ ]){NAME})?"
# "chair of governors", "author of a letter": what follows is another role; "author's brother" is another.
NO_MORE = r"(?![\p{L}]|'s\b|[ ](?:of|for|at|to)[ ]|-)"
# Roles that count without a review beside them.
_REVIEW = (
    r"(?:(?:(?:local )?(?:child )?(?:serious case review|case review|scr|safeguarding practice review"
    r"|practice review"
    r"|learning review)|review|overview)[ ])"
)
_BOARD = (
    r"(?:(?:local )?safeguarding (?:(?:and|\p{L}+)[ ]){0,2}?(?:children(?:'s)?[ ])?(?:board|partnership)"
    r"|lscb|scb|lscp|scp|lsab|acpc)"
)
# An agency of its own writes a health overview.
_OVERVIEW = r"(?<!\bhealth[ ])(?<!\bagency[ ])overview"
_PERSON = r"(?:author|chair(?:person|man|woman)?|reviewer|writer|scrutineer)"
_FREE = r",?[ ]\(?(?:also[ ]|likewise[ ])?independent\)?"  # said behind the role
OFFICE_ROLE = (
    rf"(?:(?:the )?(?:{INDEPENDENT}[ ]{_REVIEW}?(?:report[ ])?(?:panel[ ])?(?:lead[ ])?{_PERSON}"
    rf"(?:[ ]of[ ](?:the[ ]|this[ ])?(?:{_REVIEW}?(?:panel|report)|overview|review|{_BOARD}))?"
    rf"|(?:serious case review[ ]|scr[ ])?{_OVERVIEW}[ ](?:report[ ])?(?:author|writer)"
    rf"|(?:{INDEPENDENT}[ ])?(?:co-)?lead[ ]reviewers?"
    rf"|(?:{INDEPENDENT}[ ])?{_REVIEW}?panel[ ]chair(?:person|man|woman)?"
    rf"|(?:{INDEPENDENT}[ ])?chair(?:person|man|woman)?(?:[ ]of[ ](?:the[ ])?|,[ ])"
    rf"(?:{_REVIEW}?panel|(?:\p{{L}}+[ ]){{0,3}}{_BOARD})"
    rf"|{_BOARD}[ ](?:{INDEPENDENT}[ ])?chair(?:person|man|woman)?"
    rf"|(?:{INDEPENDENT}[ ])?author[ ]of[ ](?:the[ ])?(?:overview|{_REVIEW})(?:[ ]?report)?"
    rf"|{_PERSON}(?:[ ]of[ ](?:the[ ])?(?:overview[ ]report|report|review|{_REVIEW}?panel))?{_FREE}))"
    rf"(?:{_FREE})?"
)
OWN_ROLE = rf"{OFFICE_ROLE}(?:(?:[ ](?:and|&)[ ]|[ ]?/[ ]?){OFFICE_ROLE})?"
# Whoever is called so is of the review, whatever paper says it: no agency and no conference has one.
_OF_A_REVIEW = (
    r"(?:(?:local )?(?:child )?(?:safeguarding |serious )?(?:case|practice)[ ]review|domestic homicide review"
    r"|safeguarding adults? review|scr|lcspr|cspr|spr|dhr|sar)"
)
_CHAIR = r"chair(?:person|man|woman)?"
STRONG_ROLE = (
    rf"(?:(?:the )?(?:(?:{INDEPENDENT}[ ])?(?:{_OF_A_REVIEW}[ ])?{_OVERVIEW}[ ](?:report[ ])?"
    r"(?:author|writer)"
    rf"|(?:{INDEPENDENT}[ ])?{_OF_A_REVIEW}[ ](?:{INDEPENDENT}[ ])?(?:report[ ]|panel[ ]|lead[ ])*"
    rf"(?:author|writer|reviewer|{_CHAIR})"
    rf"|(?:{INDEPENDENT}[ ])?author[ ]of[ ](?:the[ ])?{_OVERVIEW}(?:[ ]report)?"
    rf"|(?:{INDEPENDENT}[ ])?{_CHAIR}[ ](?:of|to)[ ](?:the[ ]|this[ ])?{_OF_A_REVIEW}(?:[ ]panel)?"
    rf"|{_BOARD}[ ](?:{INDEPENDENT}[ ]){_CHAIR}|{INDEPENDENT}[ ]{_BOARD}[ ]{_CHAIR}"
    rf"|{INDEPENDENT}[ ]{_CHAIR},?[ ](?:of[ ](?:the[ ])?)?(?:\p{{L}}+[ ]){{0,3}}{_BOARD}"
    rf"|{INDEPENDENT}[ ]scrutineer)s?)"
)
EDGE = r"(?<![\p{L}\p{N}'-])"
END = r"(?![\p{L}])"
ARTICLE = r"(?:(?:an?|the|its|our|their|as|his|her)[ ]){0,2}"
SAID = r"[\"'(]{0,2}"
# Works of the review and of nobody's case: "the report" alone may be of an assessment.
KIND = (
    r"(?:serious|significant|case|practice|learning|homicide|safeguarding|adults?|overview|thematic|rapid"
    r"|independent|multi-agency|scr|dhr|sar|cspr|domestic|abuse|local|executive|final|full|draft|external)"
)
OTHER_PANELS = (
    r"(?<!\b(?i:medication|lac|cpa|adoption|fostering|placement|resources?|permanence|housing|risk|channel"
    r"|admissions|appeals?)[ ])"
)
WORK = (
    rf"(?:(?:{KIND}[ ])+(?:reviews?|reports?|summary|panel)|(?:this|the|our|both|its)[ ]reviews?"
    rf"|(?:this|our)[ ](?:report|summary)|(?P<loose>the[ ]report)|(?:the[ ]"
    rf"|review[ ])?{OTHER_PANELS}panel|the[ ](?:partnership|board)|scr|dhr|sar|cspr"
    r"|(?:learning|practitioners?'?|reflective)[ ](?:events?|days?|workshops?|sessions?))"
)
MADE = (
    r"(?:written|prepared|compiled|undertaken|conducted|led|authored|carried[ ]out|completed|produced|chaired"
    r"|facilitated|drafted|co-authored|overseen|steered|moderated)"
)
