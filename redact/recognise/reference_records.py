"""What stands behind a name and a year in records and family tables of a case, and in no literature.

"Harte, P. (2009) Referral form" is a record, "Harte, A. (1988) mother" a person of the case. What remains: a
record that is called as a book might be.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.zones import line_of

__all__ = ["A_RECORD", "LED_IN", "MADE_AT_HOME", "SURNAMES_TOO", "is_a_record", "is_of_the_family"]

# Before an entry in its line: "[A] Harte, A.", "Item 4: Harte, A.", "Reading for the group: Harte, A."
LED_IN = (
    r"(?:\[\p{Lu}\d?\][ ]+|(?:(?:[Ii]tem|[Tt]ext|[Ss]ource|[Rr]ef(?:erence)?|[Nn]ote|[Pp]aper)[ ]?\d{1,3}"
    r"|(?:\p{L}+[ ]){0,2}(?i:reading|references?|sources?|literature)(?:[ ]\p{Ll}+){0,4})[:.][ ]+)?"
)
# Words that end a name elsewhere and are surnames of authors too, though of none who stands alone.
SURNAMES_TOO = frozenset({"senior", "english", "french", "german", "ireland", "england", "wales", "close"})

# "Harte, P. (2009) Referral form": a record of the case and no work.
_RECORD = (
    r"(?:(?:core|initial|school|police|health|social|medical|case|duty|court|conference|discharge|tenancy"
    r"|witness|birth|death|care|placement|home|hospital|family)[ ])?"
    r"(?:referral|form|log|report|notes?|statement|letter|e-?mail|assessment|minutes|record|file|chronology"
    r"|summary|enquir(?:y|ies)|visit|entry|plan|agreement|certificate|prescription|contract|order|diary"
    r"|transcript|recording|application|licen[cs]e|scan|x-?ray|photographs?)\b(?![ ](?:of[ ](?:children"
    r"|research|the[ ]literature)"
    r"|on[ ]))"
)
_RECORD_BEHIND = regex.compile(rf"[)\]]?[.,:;]?[ ]{{1,2}}[\"']?{_RECORD}", regex.IGNORECASE)
A_RECORD = regex.compile(rf"(?:(?:19|20)\d\d[)\]]?[.,:;]?|\p{{L}},)[ ][\"']?{_RECORD}", regex.IGNORECASE)
# "Anna Harte: Overview Report, on the website": the review itself, in a list of what to read.
_OWN_REPORT = regex.compile(
    r"[^:.,\n]{3,50}(?:[:,]|[ ]-)[ ](?:the[ ])?"
    r"(?:(?:overview|full|final|serious[ ]case|review|executive)[ ])+"
    r"(?:report|review|summary)\b(?![ ](?:of|on|into)[ ](?:research|reviews|the[ ]literature))",
    regex.IGNORECASE,
)
# Directly before a name: what people of a case make, and no work of literature.
MADE_AT_HOME = regex.compile(
    r"\b(?:letters?|notes?|drawings?|pictures?|poems?|cards?|e-?mails?|texts?|messages?|diar(?:y|ies)|calls?"
    r"|statements?|complaints?|photographs?)[ ](?:by|from|of)[ ][(\[]?$",
    regex.IGNORECASE,
)
# Titles begin with a capital.
_KIN = (
    r"(?:mother|father|mum|dad|parent|brother|sister|sibling|uncle|aunt|cousin|nephew|niece|son"
    r"|daughter|partner"
    r"|husband|wife|grand\p{L}+|nan|child|baby|twin|neighbour|lodger|boyfriend|girlfriend|carer|household"
    r"|subject)s?"
)
_KIN_BEHIND = regex.compile(
    r"[)\]]?[.,:;]?[ ]{1,2}(?:-[ ]|\()?(?:(?:his|her|their|the|an?|maternal|paternal|half|step|elder"
    r"|younger|older"
    rf"|eldest|youngest|unborn|first|second|third|last|new|new-born|only|full|foster|adoptive|birth"
    rf"|index)[ -]){{0,3}}(?:(?:step|half)-?)?{_KIN}\b"
    rf"|[)\]]?[.,:;]?[ ]{{1,2}}(?:-[ ]|\()?(?:(?i:{_KIN})|[MP]G[MF])[ .,;)]*(?:$|\n|of[ ])"
)


def is_a_record(line: str, *, below: bool) -> bool:
    """Tell a line of a record of the case; `below` a heading of references, one of the review itself."""
    return (_OWN_REPORT.match(line) if below else A_RECORD.search(line)) is not None


def is_of_the_family(text: str, after: int) -> bool:
    """Tell whether a record of the case or a word of kinship stands behind a year that ends at `after`."""
    high = line_of(text, after)[1]
    return any(each.match(text, after, high) is not None for each in (_RECORD_BEHIND, _KIN_BEHIND))
