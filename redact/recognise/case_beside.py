"""What stands directly at the name of a published case: a topic, or something told of its bearer.

Where documents speak of several published cases, a sentence on one of them holds words of visits and homes
that are another's: "the grandparents had read about …, and told each other". Then behind "since", "like" or
"the likeness to" the name is a topic, and so is what is said to happen again; the verb of which it is the
subject, what is done to it or with it and whose kin it is leave the sentence as it reads (`case_lives`). What
remains: a life told in words that are none of these.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.case_memory import is_somebodys

__all__ = ["is_a_topic", "is_denied", "is_told_of"]

_NAME = r"\p{Lu}[\p{L}'-]*(?:[ ]\p{Lu}[\p{L}'-]*){0,2}"
# The other subjects of the same verb: "Anna Harte and Tom Vesey came".
_JOINED = regex.compile(rf"^(?:,[ ]{_NAME})*,?[ ](?:and|n?or)[ ]{_NAME}(?![\p{{L}}'-])")
_ADVERBS = (
    r"(?:[ ](?:also|then|never|always|later|often|still|only|once|again|first|himself|herself|has|had|have"
    r"|was|were|is|are|be|been|being|would|will|could|can|did|does|do|must|should|not|no|longer|just|too))*"
)
_DEEDS = (
    r"visit\p{L}*|attend\p{L}*|li(?:ves?|ved)|living|weighs?|weighed|seen|saw|told|tells|said|says|rang|rings"
    r"|phoned|called[ ](?:at|in|the|her|his)|went|goes|going|presented"
    r"|c[ao]mes?[ ](?!an?[ ](?:law|Act|duty|rule|database|list|change)\b)"
    r"|home|born|aged?|slept|sleeps|ate|eats|cried|cries|smil\p{L}+|laugh\p{L}+|likes?|liked|loves?|loved"
    r"|play\p{L}*|stay(?:s|ed|ing)|moved|moves|left|arrived|brought|taken|took|takes"
    r"|collected|admitted|discharged|examined|injured|bruised|arrested|bailed|charged|interviewed|referred"
    r"|spoken[ ]to|met|meets|asked|wrote|writes|signed|recorded|works?|worked|holds?|held|hit|kept|keeps"
    r"|gave|gives|needs?|needed|wants?|wanted|absent|present|ill|unwell|pregnant|known[ ]to|allocated"
    r"|in[ ]care|missing|my|her|his|their|our"
    r"|an?[ ](?!(?:name|case|byword|warning|lesson|reminder|headline|slide|story|symbol)\b)"
)
_ACTS = regex.compile(rf"^{_ADVERBS}[ ](?:{_DEEDS})(?!\p{{L}})")
_LINKED = regex.compile(r"^(?:[ ]and|,)[ ](?:her|his|their|my|our)\b")
# "…, aged 4", "… (born 2009)", "…, a lodger", "… at school": what says who it is.
_WHO = regex.compile(
    r"^,?[ ]?[(]?(?:aged?\b|born\b|d\.?o\.?b|\d{1,2}(?![\d)])|(?:now|then)[ ]\d"
    r"|who[ ](?:was|is|had|has|lives?|came|rang|told|said|went|\p{Ll}+ed)\b)"
    r"|^,[ ](?:an?|the|now|then)[ ](?:\p{Ll}+[ -]){0,2}(?:mother|father|mum|dad|child|boy|girl|baby|lodger"
    r"|neighbour|partner|uncle|aunt|cousin|brother|sister|man|woman|boyfriend|girlfriend|friend|landlord"
    r"|carer|tenant|nurse|midwife|teacher|doctor|officer|manager|worker|pupil|patient|driver|student)\b"
    r"|^[ ](?:at|in|with|from|on|and)[ ](?:(?:the|her|his|their|a)[ ])?(?:school|nursery|home|clinic|ward"
    r"|house|flat|mum|mother|dad|father|hospital|teacher|nurse|GP|police|weight|bed|care|file|notes?|records?"
    r"|chronology|e-?mails?|minutes)\b"
)
_OWNS = regex.compile(
    r"^'s[ ](?!(?:death|murder|killing|killers?|case|name|story|inquiry|report|review|recommendations?"
    r"|findings?|principles?|legacy|example|lessons?)\b)"
)
# What is done to and with somebody whom the writer knew, directly before the name.
_CONTACT = regex.compile(
    r"\b(?:told|asked|sees?|saw|seen|met|meets?|visit(?:s|ed|ing)?|rang|rings?|ring|call(?:s|ed|ing)"
    r"|phon(?:e|es|ed)|e-?mail(?:s|ed)?|took|takes?|brought|collect(?:s|ed)|arrest(?:ed|s)|interviewed"
    r"|weigh(?:s|ed)|examined|refer(?:s|red)|invit(?:e|es|ed)|help(?:s|ed)|look(?:ed|ing)?[ ](?:at|after)"
    r"|named|known[ ]as"
    r"|(?<!(?:made|chaired|written|led)[ ])by|with|for|from|to|near|by|alongside)[ ]$"
)
# What is a topic, whatever verb of the sentence follows.
_TOPIC = regex.compile(
    r"(?:\b(?:(?:likeness(?:es)?|similarit(?:y|ies)|resemblances?|parallels?|comparisons?|echo(?:es)?"
    r"|shades?|[Ll]essons?|[Ll]earning|[Rr]ead-across|legacy)[ ](?:here[ ])?"
    r"(?:of|to|with|from)"
    r"|compar(?:e|es|ed|ing)[ ](?:\p{L}+[ ]){0,4}(?:with|to)"
    r"|(?:alike|akin|similar)[ ](?:\p{L}+[ ]){0,3}to|(?:with|in)[ ]that[ ]of"
    r"|[Tt]hat[ ](?:to|on|concerning)"
    r"|(?:look|looks|looked|go|goes|went|think|thinks)[ ]beyond"
    r"|(?:keep|keeps|kept)[ ]off"
    r"|(?:will|may|might)[ ]think[ ]of"
    r"|(?:public|nation|country|press)[ ](?:remembers?|mourn(?:s|ed)?)"
    r"|(?:is|are|was|were)[ ]taught|read(?:ing)?[ ](?:up[ ]on|about)"
    r"|(?:wrote|written|read)[ ](?:\p{Ll}+[ ]){0,3}ones?[ ](?:about|on)"
    r"|(?:book|film|programme|documentary)[ ](?:about|on)"
    r"|(?:be|been|was|is)[ ]learn(?:ed|t)[ ]from|(?:begins?|starts?|opens?|ends?)[ ]with"
    r"|said[ ]of[ ](?:\p{Ll}+[ ]){1,3}in"
    r"|set[ ](?:this|it|that)[ ]beside|has[ ]its|have[ ]their|standards[ ]of|another|a[ ]second"
    r"|(?:the[ ]one|said[ ]before,)[ ]in|[Tt]hey[ ](?:will|always|would)[ ]say|courses?[ ]on)[ ]"
    r"|\bcf\.[ ]|(?:^|[:;,\"'][ ]?)[Ll]ook[ ]at[ ]|,[ ](?:and|or)[ ]about[ ])$"
)
# What stands before and behind: of another's clause, and of what is said to happen again.
_PAIRS = (
    (
        r"(?:[Ii]s(?:n't)?[ ](?:this|that|it)(?:[ ]not)?|(?:[Ii]t|[Tt]his|[Tt]hat)(?:'s|[ ]is|[ ]was))[ ]$",
        r"^[ ](?:all[ ]over|over[ ]again|once[ ]more|again)\b",
    ),
    (r"\b[Ww]ithout[ ]$", r"^\?"),
    (r"^\W*Asked[ ]about[ ]$", r"^,[ ]"),
    (r"\b[Pp]ut[ ]$", r"^[ ]beside[ ](?:this|it|them|these|those)\b"),
    (
        r"(?:\b(?:[Ss]ince|[Ff]ollowing|After|Like|Unlike)|,[ ](?:un)?like"
        r"|(?<!\b(?:named|called|look(?:s|ed|ing)?|ran|went|asked|came|chased|cleaned|cared)[ ])\bafter)[ ]$",
        r"^(?:[.,;:?!)\"]|$|[ ](?:and|or)[ ](?:since|then|after|in|others?)\b"
        r"|[ ]came[ ]an?[ ]|[ ](?:the|each|every|all|no|an?|some|most|many|few|we|they|it|nobody|everyone)\b"
        r"|[ ](?:was|were|is)[ ](?:on|in)[ ](?:telly|TV|television|the[ ](?:news|papers?|front[ ]pages?)))",
    ),
)
# "I'm not Anna Harte's mother," said by whoever fears to be taken for her.
_DENIED = regex.compile(r"[\"'](?:I'm|I[ ]am)[ ]not[ ]$"), regex.compile(r"^'s[ ](?:mother|father|mum|dad)\b")
_BETWEEN = tuple((regex.compile(before), regex.compile(behind)) for before, behind in _PAIRS)
# What is said of a name that stands for its case.
_SPOKEN_OF = regex.compile(
    r"^(?:[ ](?:too|again|often|still|once))*[ ](?:(?:has|have|had)[ ](?:also[ ])?been|was|were|is|are)[ ]"
    r"(?:(?:also|often|still|much|again|not|never)[ ])*(?:cited|taught|invoked|remembered|studied"
    r"|(?:mentioned|claimed)(?!,?[ ](?:in|at|by|to|during|on)\b))(?!\p{L})"
    r"|^[ ](?:showed|taught[ ]us|teaches|stands[ ]for|haunts)\b"
    r"|^[ ][\u2013\u2014-][ ](?:published|read[ ]for|reported|reviewed)\b|^[ ](?:summary|panel|slides?)\b"
)


def is_a_topic(before: str, behind: str) -> bool:
    """Tell whether a whole name, by what stands directly at it, is that of a case that is spoken of."""
    if any(lead.search(before) and rest.match(behind) for lead, rest in (*_BETWEEN, _DENIED)):
        return True
    if is_told_of(before, behind):
        return False
    return _TOPIC.search(before) is not None or _SPOKEN_OF.match(_JOINED.sub("", behind)) is not None


def is_denied(before: str, behind: str) -> bool:
    """Tell whether somebody says of herself that she is not the mother in the case of this name."""
    return _DENIED[0].search(before) is not None and _DENIED[1].match(behind) is not None


def is_told_of(before: str, behind: str) -> bool:
    """Tell whether what stands directly at a whole name tells of its bearer as of one the writer knew."""
    if any(lead.search(before) and rest.match(behind) for lead, rest in (*_BETWEEN[:-1], _DENIED)):
        return False
    if is_somebodys(behind) or any(each.match(behind) for each in (_LINKED, _WHO, _OWNS)):
        return True
    if _BETWEEN[-1][0].search(before) and _BETWEEN[-1][1].match(behind):
        return False  # "since …, and others asked for more": they asked
    if _TOPIC.search(before) is not None:
        return False  # "the likeness to … was raised": the verb is that of another word
    return _CONTACT.search(before) is not None or _ACTS.match(_JOINED.sub("", behind)) is not None
