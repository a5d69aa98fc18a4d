"""Words of literature beside a citation: "the work of Harte (2011)", "Harte (2011) concludes that".

Nobody writes so of a child. What remains: a citation in a sentence that speaks of nothing but the case.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.literature import scholar_verbs
from redact.recognise.zones import line_of, sentence_around

__all__ = ["is_spoken_of", "literature_beside"]

# Directly before a name they show a surname: nobody writes so of a child.
_POINTING_BEFORE = regex.compile(
    r"(?:\bcf\.|\bcompare(?:[ ]with)?|\bsee(?:[ ]also)?|(?:^"
    r"|[,;:][ ])read)[ ](?:\p{Lu}[\p{L}'-]+,?[ ](?:and[ ])?){0,3}$",
    regex.IGNORECASE,
)
_LITERATURE_BEFORE = regex.compile(
    r"\b(?:research(?:ers)?|literature|writers?|scholars?|theor(?:y|ies|ists?)|critiques?|typology|concept"
    r"|meta-analysis|(?:stud(?:y|ies)|(?:text|hand)?books?|papers?|articles?|chapters?|surveys?)"
    r"[ ](?:by|from|of)|(?:model|method|framework|approach|work|term|phrase|notion|idea|analysis)"
    r"[ ](?:\p{Ll}+[ ]){0,3}(?:by|of|from)"
    r"|(?:points?|arguments?|claims?|case)[ ](?:(?:is|are|was|were)[ ])?made[ ]by"
    r"|(?:developed|devised|coined|inspired|proposed|pioneered|popularised)[ ]by|(?:cited|quoted)[ ](?:in|by)"
    r"|adapted[ ]from|drawn[ ]from|in[ ]the[ ]words[ ]of|in[ ]the[ ]sense[ ]of)\b[^.;()]{0,45}$",
    regex.IGNORECASE,
)
# "As Harte (2011) and then Quill (2004) found": what one found another did.
_SMALL_WORD = regex.compile(r"\p{Ll}+")
_AS_BEFORE = regex.compile(r"\b[Aa]s[ ](?:\p{Lu}[\p{L}'., &-]*(?:et[ ]al\.?[ ]*)?(?:and[ ](?:then[ ])?)?)*$")
_LITERATURE_AFTER = regex.compile(
    r"[)\]],?[ ](?:(?:also|rightly|famously|first)[ ])?(?:argue[sd]?[ ](?:that|for)\b|ha(?:s|ve)[ ]it\b"
    r"|puts?[ ]it\b|coined\b"
    r"|theori[sz]e|concludes?[ ]that\b|found[ ]that[ ](?:one|only|most|few|many|in|of|\d)|wr(?:ites?"
    r"|ote)[ ]of\b"
    r"|(?:counted|surveyed|analysed|reviewed|examined)[ ](?:such|all|several|many|\d+|[\p{L}-]+)[ ]"
    r"(?:\p{L}+[ ])?(?:cases|reviews|reports|deaths)\b|(?:is|was|are|were)[ ](?:often[ ])?(?:quoted|cited)\b"
    r"|(?:model|framework|theory|typology|critique|study|research|survey|analysis|work)\b)"
)
# Before and behind what is a text: "here the words of Harte (2011) are apt", "Harte (2011) speaks of nets".
_POINTED_AT = regex.compile(
    r"\b(?:words[ ]of|(?:borrow(?:s|ed)?|comes?|taken)[ ]from|nothing[ ]in|given[ ](?:by|in)"
    r"|made[ ](?:\p{Ll}+[ ])*in|known[ ]is|to[ ]follow|(?:dis)?agrees?[ ]with|cite|echoes"
    r"|warning[ ]of|begin[ ]with"
    r"|(?:was[ ])?taken[ ]up[ ]by|goes[ ]back[ ]to|seen[ ]from|guide[ ]is|reported[ ]in|set[ ]out[ ](?:by|in)"
    r"|according[ ]to|cf\.|argument:|owed[ ]to|shown[ ](?:by|in)|panel[ ]read)[ ]$"
)
_SPEAKS = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*[)\]],?[ ](?:(?:also|rightly|still"
    r"|even|further|who"
    r"|[\p{L}]+ly),?[ ]){0,2}(?:speaks?|insists?|calls?|gives?|offers?|makes?|reminds?|remains?"
    r"|tells?[ ]a|draws?|puts?"
    r"|would[ ](?:call|say|have[ ]called)|is[ ](?:blunter|clear|the|a|an|of|more|less|still)|set[ ]out"
    r"|looked[ ]at[ ]\p{Ll}+"
    r"|traced|counted|coined|termed|meant|urges?|warns?|writes?|wrote|thinks?|sees?[ ](?:in|this|it|a)"
    r"|takes?[ ](?:a|the))\b"
)
_BRACKETS = regex.compile(r"\([^()]*\)|\($")


def literature_beside(text: str, start: int, after: int) -> int:
    """Say how plainly words of literature stand beside the names: 2 plainly, 1 they only point there."""
    before, _ = sentence_around(text, start, after)
    before = _BRACKETS.sub("", before)  # another citation between
    if _AS_BEFORE.search(before) and _argues(text, after):
        return 2
    if _LITERATURE_BEFORE.search(before) or _LITERATURE_AFTER.match(text, after, line_of(text, after)[1]):
        return 2
    return int(_POINTING_BEFORE.search(before) is not None)


def is_spoken_of(text: str, start: int, after: int) -> bool:
    """Tell whether a sentence speaks of names from `start`, whose year ends at `after`, as of a text."""
    before = text[max(0, start - 40) : start]
    return _POINTED_AT.search(before) is not None or _SPEAKS.match(text, after) is not None


def _argues(text: str, after: int) -> bool:
    """Tell whether a verb of scholars stands behind a citation, or behind the next one joined to it."""
    _, behind = sentence_around(text, after, after, reach=80)
    return any(word in scholar_verbs() for word in _SMALL_WORD.findall(behind))
