"""What verbs say behind a name: what people of a case do and are, or what an author says.

"Tom (2009) says he is fine" and "Ida (2007) has eczema" are told of children, and what stands in the past is
told of a case more often than of a work. What remains: a verb that is in no list, and one that tells both.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.citation_words import beyond_joined
from redact.recognise.literature import scholar_verbs
from redact.recognise.zones import line_of

__all__ = ["READ", "YEARS", "does_so_with_a_year", "says_of_somebody"]

YEARS = r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*"
_BEHIND = regex.compile(
    rf"{YEARS}[)\]],?[ ](?:(?:also|both|each|first|later|all|then|never|not|long|too|only|still"
    rf"|\p{{Ll}}+ly),?[ ])"
    r"{0,2}(?P<verb>\p{Ll}+)\b"
)
READ = regex.compile(rf"{YEARS}[)\]][ ](?:to[ ]read|passim)\b")
_OF_PEOPLE = frozenset(
    {"was", "were", "had", "did", "shared", "got", "went", "ran", "fell", "ate", "slept", "hid"}
    | {
        "came",
        "saw",
        "knew",
        "kept",
        "lost",
        "wept",
        "grew",
        "hurt",
        "bit",
        "stole",
        "fought",
        "drank",
        "woke",
    }
    | {
        "became",
        "began",
        "felt",
        "heard",
        "left",
        "met",
        "paid",
        "rode",
        "sang",
        "sat",
        "shook",
        "slid",
        "stood",
    }
    | {"swore", "swam", "taught", "threw", "wore", "won", "brought", "bought", "caught", "lay", "has", "have"}
)
_PAST = regex.compile(r"\p{Ll}{2,}ed")
_WAS = frozenset({"was", "were", "is", "are"})
# "was among the first to describe", "were right to warn"
_OF_A_TEXT = regex.compile(
    r"[ ](?:(?:also|often|much|widely|rightly|never|not|the|among|one|an?|early"
    r"|\p{Ll}+ly)[ ]){0,4}(?:of[ ]the[ ])?"
    r"(?:first|cited|quoted|published|criticised|right|wrong|clear|correct|sceptical|cautious|critical"
    r"|blunt\p{Ll}*"
    r"|influential|seminal|edited|reprinted|revised|written|commissioned|concerned|interested|careful|content"
    r"|less|more|still|voice|source|exception|pioneers?|of[ ]the[ ](?:view|opinion|same)|able[ ]to[ ]show)\b"
)
# What a verb says of the bearer alone: "says he is fine", "finds it hard", "calls her Nan".
_OF_THE_BEARER = regex.compile(
    r"[ ](?:that[ ])?(?:he|she|him|her(?![ ](?:study|work|model|own|book|paper|research|critics|argument"
    r"|case|evidence"
    r"|findings|finding|view|position|colleagues?))|his(?![ ](?:study|work|model|own|book|paper|research"
    r"|critics"
    r"|argument|case|evidence|findings|finding|view|position|colleagues?))|it[ ](?:hard|difficult|easy"
    r"|fun|cold)|Mum"
    r"|Dad|Nan|mum|dad|football|well\b(?![ ]beyond)|badly)\b|[ ][^.;\n]{0,60}\b(?:himself|herself)\b"
    r"|[ ]\p{Lu}\p{Ll}+[ ]\((?:19|20)\d\d\)"
)
# What children do, with nothing behind it or a language: "draws", "speak Twi".
_DEEDS = frozenset(
    {
        "draw",
        "draws",
        "read",
        "reads",
        "write",
        "writes",
        "speak",
        "speaks",
        "count",
        "counts",
        "talk",
        "talks",
    }
    | {"build", "builds", "look", "looks", "want", "wants"}
)
_NO_MORE = regex.compile(r"[,.;)]|[ ](?:only[ ])?\p{Lu}\p{Ll}+[ ,.;]|[ ](?:and|but|all)\b|$")
_HAS = frozenset({"has", "have", "had"})
# "has argued", "have it that", "has three types"; "has asthma" is nobody's work.
_HAS_OF_A_TEXT = regex.compile(
    r"[ ](?:(?:also|since|long|too|rightly|famously|both|never|not|recently|\p{Ll}+ly|always|all|each"
    r"|now|already)[ ])"
    r"{0,3}(?:\p{Ll}+(?:ed|wn|nd|tten|ken|ught|wn|ut|ade|aid)\b|it\b|set\b|put\b|(?:little|much|more"
    r"|no)[ ](?:to[ ]say|time[ ]for|patience|truck|on)\b|nothing[ ]to\b|something\b"
    r"|been[ ]\p{Ll}+ed\b|come\b|led\b|had\b|an?[ ](?:\p{Ll}+[ ])?(?:typology|model|chapter|word|name"
    r"|phrase|term|theory"
    r"|point|answer|list|section|view|study|paper|book|table|case|discussion|account|definition|version"
    r"|useful|helpful)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some)[ ]\p{Ll}+)"
)


def says_of_somebody(text: str, after: int) -> bool:
    """Tell what a verb behind a year that ends at `after` says of its subject alone: "says he is fine"."""
    beyond = beyond_joined(text, after)
    found = _BEHIND.match(text, beyond, line_of(text, after)[1])
    if found is None or found["verb"] in scholar_verbs("strict"):
        return False
    if found["verb"] in _HAS:
        return _HAS_OF_A_TEXT.match(text, found.end()) is None
    if found["verb"] in _DEEDS and _NO_MORE.match(text, found.end()) is not None:
        return True
    return found["verb"] in scholar_verbs() and _OF_THE_BEARER.match(text, found.end()) is not None


def does_so_with_a_year(text: str, after: int) -> bool:
    """Tell whether a verb behind a year that ends at `after` says what only people do: "shared a bed"."""
    found = _BEHIND.match(text, beyond_joined(text, after), line_of(text, after)[1])
    if found is None or found["verb"] in scholar_verbs() - _HAS:
        return False
    if found["verb"] in _HAS:
        return _HAS_OF_A_TEXT.match(text, found.end()) is None
    if found["verb"] in _WAS:
        return _OF_A_TEXT.match(text, found.end()) is None
    return found["verb"] in _OF_PEOPLE or _PAST.fullmatch(found["verb"]) is not None
