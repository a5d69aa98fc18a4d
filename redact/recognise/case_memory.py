"""How the public remembers a published case, beside its name: "since …", "another …", "the … inquiry".

Patterns alone; which names they are looked for beside `famous_cases` says.
"""

from __future__ import annotations

from redact.recognise import regex

__all__ = ["MEMORY", "MEMORY_BEFORE", "MEMORY_BEHIND", "OF_A_CASE"]

# Of a name that hardly anybody bears, how the public remembers it: "another …", "in the year that … died".
MEMORY_BEFORE = regex.compile(
    r"(?:\b(?:another|a[ ]second|(?:shadow|ghost|spectre)[ ]of"
    r"|read[ ](?:about|of)|(?:spoke|spoken|thought|talked)[ ](?:of|about)"
    r"|reminded[ ](?:\p{L}+[ ])?of|years?[ ](?:that|when|in[ ]which|of|after|before)|decades?[ ]after)[ ]"
    r"|^\W*(?:[\d.]+[ ])?(?:Like|Unlike|As[ ]with)[ ])[\"']?$"
)
MEMORY_BEHIND = regex.compile(r"[ ](?:was[ ](?:killed|murdered)|all[ ]over[ ]again)\b")
# A surname of the list behind words of the public's memory, or before those of a case.
MEMORY = regex.compile(
    r"(?:\b(?:[Ss]ince|[Aa]fter|[Ll]ike|[Uu]nlike|[Ff]ollowing|echo(?:es)?[ ]of|shades[ ]of"
    r"|worse[ ]than|as[ ](?:in|with)|like[ ]that"
    r"[ ]of|lessons[ ](?:of|from)|another|a[ ]second|days[ ]of|legacy[ ]of|names?[ ](?:of|like)"
    r"|remember(?:s|ed)?|case[ ]of"
    r"|(?:compar(?:e|ed|isons?)|compared[ ]it)[ ](?:with|to)|inquir(?:y|ies)[ ](?:in)?to)[ ]"
    r"|[\"']?Worse[ ]than[ ])$"
)
OF_A_CASE = regex.compile(
    r"[ ](?:(?:case|murders|investigation|inquir(?:y|ies)|enquiry|report|tragedy|review|scandal|judgment"
    r"|reforms|recommendations|definition"
    r"|principles|era|affair|hearings?|timeline)\b)"
)
