"""Where a sentence puts names and years: as authors stand, or as whoever is told of in a case.

"The records name Tom (2005) and Ida (2007)" and "by then Tom (2005) was ill" are told of people, for no
citation stands behind such a verb or does what people do; "Harte (2014), clinic, first letter" is a record of
the case. The place of the first of joined names and the verb behind the last decide. What remains: a child of
whom a sentence says what it says of texts.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.citation_deeds import READ, YEARS, does_so_with_a_year, says_of_somebody
from redact.recognise.citation_groups import tells_of_kin
from redact.recognise.citation_words import is_one_work, is_told_of_somebody
from redact.recognise.zones import line_of, sentence_around

__all__ = [
    "OF_A_LIFE",
    "OF_SOMEBODY",
    "is_of_a_record",
    "is_pointed_at",
    "is_told_in_its_place",
    "is_told_with_a_year",
]

# What somebody of the case has, in the sentence of a name.
OF_SOMEBODY = regex.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir)[ ](?:sisters?|brothers?|siblings?|twin|mother|father|mum|dad|aunt|uncle"
    r"|gran\p{L}*|partner|statements?|interview|report|letter|assessment|bedroom|school|teacher|medical"
    r"|evidence"
    r"|e-?mails?|logs?|case[ ]notes?|visit|diary|supervision|flat|home|bruis\p{L}+|injur\p{L}+)\b"
)

# What a life is told in, where nothing else says whether it is a life or a work.
OF_A_LIFE = regex.compile(
    r"\b(?:[Tt]he[ ](?:flat|home|house|household|panel[ ]heard|minutes|plan[ ]for|order[ ]on)|shared[ ]by"
    r"|[Aa]t[ ]contact|[Hh]ousehold|bedrooms?|in[ ]bed|twins|drew[ ](?:an?|the|her|his)|[Nn]obody[ ]asked"
    r"|(?:was|were|being)[ ]hungry|the[ ]door|[Aa]lso[ ]known|[Pp]lacement[ ]of|what[ ]they[ ]wanted)\b"
)
# "(2014), clinic, first letter", "(2012, exit summary)", "(2011a, letter; 2011b, chart)"
_RECORD_BEHIND = regex.compile(
    rf"{YEARS}[)\]]?[,:;][ ](?:[\p{{L}}/&' -]{{2,40}},[ ])?"
    r"(?:(?!(?:in|on|of|the|and|who|which|whose|that|an?|as|his|her|their)\b)\p{Ll}[\p{L}-]*[ ]){0,2}"
    r"(?:letters?|e-?mails?|summary|(?:case|file|progress|visit|duty|supervision|session"
    r"|contact)[ ]notes?|notes?"
    r"|logs?|body[ ]maps?|(?:referral|booking|contact|intake|duty)[ ]forms?"
    r"|minutes(?![ ](?:each|long|late)\b)"
    r"|statement|charts?"
    r"|referral"
    r"|(?:core|initial|risk|parenting|viability|nursing)[ ]assessment|OASys|DASH|IMR|diary|printout|handover"
    r"|prescription|chronology|text[ ]messages?|case[ ]file)\b(?![ ]to[ ]the[ ]editor)"
    rf"|{YEARS}[)\]]?,?[ ](?:at[ ])?(?:pp?\.?|pages?)[ ]?[\d-]+[ ](?:of|in)[ ](?:the|her|his"
    rf"|its)[ ](?:file|bundle|notes"
    r"|records?|log|chronology|exhibit)\b"
)
_YEAR_BEHIND = regex.compile(r"(?:'s?)?,?[ ][(\[]?(?:19|20)\d\d[a-z]?(?!\d)")
# Joined names and years before a name: the place of the first is that of all.
_CHAIN = regex.compile(
    r"(?:(?<![\p{L}\p{N}'-])\p{Lu}[\p{L}'-]+(?:[ ](?:and|&)[ ]\p{Lu}[\p{L}'-]+)?[ ]"
    r"[(\[](?:19|20)\d\d[a-z]?[)\]](?:[,;]|,?[ ](?:and|&|or|nor|then|with))?[ ](?:and[ ])?)+$"
)
_WORD_BEFORE = regex.compile(r"(?P<more>(?:\p{L}+[ ])?)(?P<word>\p{L}[\p{L}'-]*\.?)[ ]$")
_CITING = frozenset({
    "see", "cf.", "by", "in", "of", "from", "with", "on", "upon", "to", "into", "following", "like",
    "unlike", "read", "quote", "quotes", "quoted", "cite", "cites", "cited", "e.g.", "i.e.", "against",
    "per", "via", "after", "contrast", "compare", "use", "uses", "used", "using", "follow", "follows",
    "followed", "echoes", "echo", "echoing", "paraphrase", "paraphrasing", "borrowing", "adapting",
    "citing", "quoting", "since", "is", "was", "are", "were", "did", "do", "does", "than", "as",
    "including", "include", "includes", "namely", "both", "or", "nor", "about", "under", "argument",
    "rereading", "reading", "recommend", "recall", "applying", "apply", "applied", "beside", "beyond",
    "without",
})  # fmt: skip
# Before whoever does something: a clause begins there.
_OPENING = frozenset({
    "and", "but", "that", "what", "which", "while", "whilst", "whereas", "because", "if", "when", "where",
    "whether", "though", "although", "how", "so", "yet", "thus", "then", "here", "later", "earlier", "too",
    "indeed", "however", "therefore", "both", "meanwhile", "more", "also", "again", "once", "for", "why",
    "now", "first", "second", "finally", "instead", "elsewhere", "only", "this", "above", "until", "before",
})  # fmt: skip
# "back to Harte (1994)", but not "told to Harte (2009)".
_POINTS = regex.compile(
    r"\b(?:[Aa]ccording|back|refer\p{Ll}*|indebted|attribut\p{Ll}+|ow(?:ed|es|ing|e)|due|thanks|turn\p{Ll}*"
    r"|similar|contrary|akin|point\p{Ll}*|look\p{Ll}*|recourse|credit\p{Ll}*|ascrib\p{Ll}+|repl\p{Ll}+"
    r"|respon\p{Ll}+"
    r"|return\p{Ll}*|appeal\p{Ll}*|close|prior|as|nearer|closer|add\p{Ll}*|compar\p{Ll}+|relat\p{Ll}+"
    r"|debt|link\p{Ll}*"
    r"|likened|nod|homage|reference|alluded|subject|traced?|dat(?:es|ed|ing))[ ](?:\p{Ll}+[ ])?$"
)
_TO_A_TEXT = regex.compile(r"\b(?:following|after|per|by|like|unlike|pace)[ ]$")
_NEAR = 40  # characters before names in which a word of kinship tells of them
_NOWHERE = frozenset({"between", "neither", "nobody", "among"})


def is_of_a_record(text: str, after: int) -> bool:
    """Tell whether a record of the case stands behind a year that ends at `after`: ", intake letter"."""
    return _RECORD_BEHIND.match(text, after, line_of(text, after)[1]) is not None


def is_told_in_its_place(text: str, start: int, after: int) -> bool:
    """Tell whether a sentence puts names from `start`, whose year ends at `after`, where no text stands."""
    if READ.match(text, after) is not None or is_one_work(text, start):
        return False
    before, _ = sentence_around(text, start, after)
    chain = _CHAIN.search(before)
    before = before[: chain.start()] if chain is not None else before
    if chain is not None and tells_of_kin(before[-_NEAR:]):
        return True
    found = _WORD_BEFORE.search(before)
    word = found["word"].casefold() if found is not None else ""
    if word in ("to", "with") and not _POINTS.search(before[: -len(word) - 1]):
        return word == "to"
    if word in _CITING or word.removesuffix(".") in _CITING:
        return False
    begins = not word or word in _OPENING or word.endswith("ly") or not word[0].isalpha()
    if word in _NOWHERE or (not begins and found is not None and found["word"][0].islower()):
        return True  # behind a verb of the case, or a small word behind which nobody is cited
    return does_so_with_a_year(text, after)


def is_pointed_at(text: str, start: int, after: int) -> bool:
    """Tell whether a small word points to names from `start`, behind whose year a comma ends what it says."""
    closed = text[after : after + 2] in ("),", "],")
    return closed and _TO_A_TEXT.search(text, max(0, start - 12), start) is not None


def end_of_what_is_told(text: str, start: int, after: int) -> int:
    """Give where the sentence ends that tells of somebody with the year that ends at `after`; -1 for none."""
    if is_pointed_at(text, start, after) or not (
        says_of_somebody(text, after)
        or is_told_of_somebody(text, start, after)
        or is_told_in_its_place(text, start, after)
    ):
        return -1
    return after + len(sentence_around(text, start, after)[1])


def is_told_with_a_year(text: str, start: int, end: int) -> bool:
    """Tell whether a year stands behind a name, and what is said of both is said of somebody of the case."""
    year = _YEAR_BEHIND.match(text, end)
    if year is None:
        return False
    after = year.end()
    if is_of_a_record(text, after) or says_of_somebody(text, after):
        return True
    return is_told_of_somebody(text, start, after) or is_told_in_its_place(text, start, after)
