"""Words of literature beside a citation: "the work of Harte (2011)", "Harte (2011) concludes that".

Nobody writes so of a child. What remains: a citation in a sentence that speaks of nothing but the case.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.literature import scholar_verbs
from redact.recognise.zones import line_of, sentence_around

__all__ = [
    "beyond_joined",
    "is_of_many_works",
    "is_one_work",
    "is_research_beside",
    "is_spoken_of",
    "is_told_of_somebody",
    "literature_beside",
]

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
    r"|(?:points?|arguments?|claims?|case)[ ](?:(?:is|are|was|were)[ ])?(?:well[ ]|best[ ]|also[ ])?made[ ]by"
    r"|indebted[ ]to"
    r"|(?:developed|devised|coined|inspired|proposed|pioneered|popularised)[ ]by|(?:cited|quoted)[ ](?:in|by)"
    r"|(?:well[- ]known|influential|seminal|landmark|much[- ]cited)[ ]"
    r"(?:papers?|stud(?:y|ies)|articles?|books?|essays?|surveys?)"
    r"|adapted[ ]from|drawn[ ]from|in[ ]the[ ]words[ ]of|in[ ]the[ ]sense[ ]of)\b[^.;()]{0,45}$",
    regex.IGNORECASE,
)
# Latin that only writers put before a name: "contra Harte (2011)", "pace Harte and Quill (2009)".
_LATIN_BEFORE = regex.compile(
    r"(?<![\p{L}'-])(?:[Cc]ontra|[Pp]ace)[ ](?:\p{Lu}[\p{L}'-]+,?[ ](?:and[ ])?){0,3}$"
)
# "As Harte (2011) and then Quill (2004) found": what one found another did.
_SMALL_WORD = regex.compile(r"\p{Ll}+")
_AS_BEFORE = regex.compile(r"\b[Aa]s[ ](?:\p{Lu}[\p{L}'., &-]*(?:et[ ]al\.?[ ]*)?(?:and[ ](?:then[ ])?)?)*$")
_LITERATURE_AFTER = regex.compile(
    r"[)\]],?[ ](?:(?:also|once|rightly|famously|first)[ ])?(?:complain(?:s|ed)?[ ]that[ ]\p{Ll}+s[ ]"
    r"|(?:in[ ])?an?[ ](?:[\p{Ll}-]+[ ])?(?:study"
    r"|paper|book|survey|essay|monograph"
    r"|meta-analysis|classic)\b|writing[ ](?:of|on|about|from)\b|argue[sd]?[ ](?:that|for)\b|ha(?:s"
    r"|ve)[ ]it\b"
    r"|puts?[ ]it\b(?![ ](?:on|in|under|away|out|back)\b)|coined\b"
    r"|reach(?:es|ed)?[ ](?:[\p{Ll}-]+[ ]){0,3}conclusions?\b"
    r"|theori[sz]e|concludes?[ ]that\b|found[ ]that[ ](?:one|only|most|few|many|in|of|\d)|wr(?:ites?"
    r"|ote)[ ]of\b"
    r"|(?:counted|surveyed|analysed|reviewed|examined)[ ](?:such|all|several|many|\d+|[\p{L}-]+)[ ]"
    r"(?:\p{L}+[ ])?(?:cases|reviews|reports|deaths)\b|(?:is|was|are|were)[ ](?:often[ ])?(?:quoted|cited)\b"
    r"|(?:model|framework|theory|typology|critique|study|research|survey|analysis|work)\b)"
    r"|[)\]][ ](?:\p{Ll}+[ ]){1,6}in[ ]an?[ ](?:[\p{Ll}-]+[ ])?(?:study|paper|survey|review)[ ]of\b"
    r"|[)\]](?:,[ ]whose|'s)[ ](?:chapters?|books?|papers?|study|essays?|table|typology|model)\b"
)
# Before and behind what is a text: "here the words of Harte (2011) are apt", "Harte (2011) speaks of nets".
_POINTED_AT = regex.compile(
    r"(?:\b[Ss]ource:|\b(?:[Ss]omeone[ ]cited|attention[ ]to|notably[ ]by|quoting|citing"
    r"|(?:defined|quoted|cited|discussed|outlined|summarised|reproduced|reprinted"
    r"|adapted)[ ]"
    r"(?:in|from)|[Nn]or[ ](?:does|do|did)|[Ss]o[ ]too[ ](?:does|do|did)|words[ ]of|(?:borrow(?:s|ed)?"
    r"|comes?|taken)[ ]from|nothing[ ]in|given[ ](?:by|in)"
    r"|made[ ](?:\p{Ll}+[ ])*in|known[ ]is|to[ ]follow|(?:dis)?agrees?[ ]with|cite|echoes"
    r"|warning[ ]of|begin[ ]with"
    r"|(?:was[ ])?taken[ ]up[ ]by|goes[ ]back[ ]to|seen[ ]from|guide[ ]is|reported[ ]in|set[ ]out[ ](?:by|in)"
    r"|(?:said|argued|suggested|noted|written|described|found)[ ]in|known[ ]since|ha(?:s|ve|d)[ ]read"
    r"|[Aa]ccording[ ]to|cf\.|argument:|owed[ ]to|shown[ ](?:by|in)|panel[ ]read"
    r"|\(\d{4}[a-z]?\)[ ]against|[Pp]ermission[ ]to[ ]cite|(?:had|has|have)[ ]brought|[Tt]alked[ ]through"
    r"|debt[ ]to|belongs[ ]with[ ]what"
    r"|(?:[,:]|\u2013|[ ]-)[ ]?(?:\p{Ll}+[ ]){0,4}(?:keep|lose)|\(\d{4}[a-z]?\),[ ]lose"
    r"|(?:like|want|wish|care|free|encouraged)[ ]to[ ](?:re-?)?read|[Cc]irculate"
    r"|(?:as|is)[ ]summarised[ ]in|(?:come|came)[ ]across|[Cc]op(?:y|ies)[ ]of|get[ ]hold[ ]of)"
    r"|\p{Ll}[\"']?,[\"']?[ ](?:wrote|writes|argue[sd]|note[sd]|observe[sd]))[ ]$"
)
_SPEAKS = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*[)\]],?[ ](?:(?:also|rightly|still"
    r"|even|further|who"
    r"|[\p{L}]+ly),?[ ]){0,2}(?:speaks?(?![ ]\p{Lu})|insists?|calls?(?![ ](?:her|him|his))|gives?"
    r"|offers?|makes?|reminds?|remains?"
    r"|tells?[ ]a|draws?|puts?(?![ ](?:it|them|things)[ ](?:on|in|under|away|out|back))"
    r"|(?:called|term(?:s|ed)|dub(?:s|bed)|label(?:s|led))[ ](?:such|these)\b[^.;\n]{0,40}[\"']"
    r"|would[ ](?:have[ ])?(?:called?|said|say|argued?|added?|agreed?|objected?|asked?|put[ ]it)"
    r"(?![ ](?:that[ ])?(?:he|she|his|her|him|they|their|them)\b)"
    r"|(?:can|could|may|might|should)[ ](?:still[ ])?be[ ](?:cited|quoted)\b|against[ ](?:the[ ])?original\b"
    r"|to[ ]read\b|passim\b|goes?[ ](?:further|so[ ]far|on[ ]to[ ](?:say|argue|show|suggest|warn))"
    r"|takes?[ ]issue|ha(?:s|ve)[ ](?:little|no|much)[ ]time[ ]for"
    r"|reckons?|distrusts?|finds?[ ](?:th(?:e|is|at)[ ](?:term|phrase|idea|notion|concept|evidence)"
    r"|little|no[ ]evidence)"
    r"|against[ ]\p{Lu}[^.;:\n]{2,50}[(](?:19|20)\d\d|(?:don't|do[ ]not|doesn't|does[ ]not)[ ]agree\b"
    r"|is[ ](?:sceptical|doubtful|critical|wary|dismissive|unconvinced|scathing|cautious|silent|useful"
    r"|instructive|apt)"
    r"|are[ ](?:sceptical|doubtful|critical|wary|dismissive|unconvinced|scathing|cautious|silent)"
    r"|is[ ](?:blunter|clear|more|less|still[ ](?:the|of|useful)"
    r"|of[ ](?:use|help|interest|the[ ]view|the[ ]opinion|particular|some|little|great)|(?:an?"
    r"|the)[ ](?:[\p{Ll}-]+[ ]){0,2}"
    r"(?:source|text|study|paper|book|voice|guide|account|place|point|reference|classic|exception|critic"
    r"|reminder|warning"
    r"|corrective|advocate|summary|overview|work|writer|author|statement|example|best|first|clearest"
    r"|fullest|case))|set[ ]out"
    r"|looked[ ]at[ ]\p{Ll}+|costed\b"
    r"|(?:should|must|might)[ ](?:also[ ])?be[ ](?:re-?)?read\b(?![ ](?:to|with|an?|the|his|her|their|out)\b)"
    r"|traced|counted|coined|termed|meant|urges?|warns?|writes?|wrote|thinks?|sees?[ ](?:in|this|it|a)"
    r"|takes?[ ](?:a|the)"
    r"|w(?:as|ere)[ ](?:among[ ]the[ ]first|one[ ]of[ ]the[ ]first|the[ ]first)[ ]to[ ]"
    r"(?:write|describe|show|use|study|name))\b"
)
# "what Harte (2011) calls drift", and no "what Tom (2011) calls his den".
_WHAT_BEFORE = regex.compile(r"(?:\b[Ww]hat|\p{Ll},[ ]which)[ ]$")
_CALLS = regex.compile(
    r"(?:[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*[)\]][ ](?:(?:have|has|would|\p{Ll}+ly)[ ])?(?:calls?(?:ed)?"
    r"|describes?d?|terms?(?:ed)?"
    r"|labels?|names?|dubs?|characterises?d?)\b(?![ ](?:her|his|him|the[ ]man)\b)"
)
_MOST_JOINED = 5
_BRACKETS = regex.compile(r"\([^()]*\)|\($")
# The next citation, joined to this one: what is said behind both is said of both.
_JOINED = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?)*[)\]](?:,?[ ](?:and|&)|[,;])[ ](?:then[ ])?\p{Lu}[\p{L}'-]+"
    r"(?:,[ ]\p{Lu}[\p{L}'-]+){0,3}"
    r"(?:[ ]et[ ]al\.?|[ ](?:and|&)[ ]\p{Lu}[\p{L}'-]+)?[ ][(\[](?:19|20)\d\d[a-z]?(?=[)\],;:])"
)
# A sentence that begins with names and years, and what it says of them: of somebody "Harte (2009) was three",
# of a text "Harte (2009) reminds us".
_OPENS = regex.compile(
    r"[\W\d]*(?:(?:[Bb]oth[ ]|[Aa]nd[ ])?\p{Lu}[\p{L}'-]+(?:(?:,|,?[ ](?:and|&))[ ]\p{Lu}[\p{L}'-]+)*[ ]"
    r"[(\[](?:19|20)\d\d[a-z]?[)\]][,;]?[ ](?:and[ ]|&[ ])?)*(?:[Bb]oth[ ])?"
)
_SAID = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*[)\]],?[ ]"
    r"(?:(?:also|both|each|first|later|once|long|too|only|since|who|and[ ]others|ha(?:s|ve|d)"
    r"|\p{L}+ly),?[ ]){0,3}(?P<verb>\p{Ll}+)\b"
)
# Two people with one year are twins, and of twins one says "were".
_ONE_WORK = regex.compile(
    r"\p{Lu}[\p{L}'-]+(?:,[ ]\p{Lu}[\p{L}'-]+(?:[ ]\p{Lu}[\p{L}'-]+)?)*,?[ ](?:and|&)[ ]\p{Lu}[\p{L}'-]+"
    r"(?:[ ]\p{Lu}[\p{L}'-]+)?[ ][(\[](?:19|20)\d\d[a-z]?[)\]],?[ ](?:was|is|has|remains)\b"
)
_AUTHORS = r"\p{Lu}[\p{L}'-]+(?:[ ]\p{Lu}[\p{L}'-]+)?"
_YEARS = r"[ ][(\[](?:19|20)\d\d[a-z]?[)\]]"
_BY_SEVERAL = rf"{_AUTHORS}(?:(?:,[ ]{_AUTHORS})*,?[ ](?:and|&)[ ]{_AUTHORS}|[ ]et[ ]al\.?){_YEARS}"
_NEXT_WORK = r"(?:,?[ ](?:and|&)[ ]|[,;][ ])"
_ANY_WORK = rf"(?:{_BY_SEVERAL}|{_AUTHORS}{_YEARS})"
_MANY_WORKS = regex.compile(
    rf"(?<![\p{{L}}'-])(?={_ANY_WORK}(?:{_NEXT_WORK}{_ANY_WORK}){{2}})"
    rf"(?:{_AUTHORS}{_YEARS}{_NEXT_WORK})*{_BY_SEVERAL}(?:{_NEXT_WORK}{_ANY_WORK})*"
)
_NOTHING_SAID = frozenset(
    {"and", "or", "of", "in", "on", "at", "for", "to", "that", "with", "as", "by", "but", "from", "whose"}
    | {
        "p",
        "pp",
        "ch",
        "para",
        "which",
        "cited",
        "quoted",
        "edited",
        "published",
        "above",
        "below",
        "unpublished",
    }
)
_RESEARCH_BEFORE = regex.compile(
    r"\b(?:according[ ]to|see|cited[ ](?:in|by)|described[ ]by|adapted[ ]from|model|framework|theory|theories"
    r"|leans?[ ](?:\p{Ll}+[ ])?on|draw(?:s|n|ing)?[ ](?:\p{Ll}+[ ])?(?:up)?on|rel(?:y|ies)[ ](?:up)?on"
    r"|based[ ]on|buil(?:t|ds?)[ ]on"
    r"|literature|stud(?:y|ies)|research|evidence|writers?|authors?|argued[ ]by|work[ ]of|analysis|guidance"
    r"|approach(?:es)?[ ]of|methods?[ ]of|findings[ ]of|follow(?:s|ed|ing)?)"
    r"\b[^.;()]{0,60}$",
    regex.IGNORECASE,
)
_RESEARCH_AFTER = regex.compile(
    r"[)\]](?:'s)?,?[ ](?:(?:also|ha(?:s|ve|d)|rightly|once|long|since|first|and[ ]others)[ ]){0,3}"
    r"(?:argue|suggest|note[sd]?\b|identif|describe|state[sd]?\b"
    r"|highlight|propose|conclude|define|emphasi|points?[ ]out|explain|recommend|show[sn]?\b|found[ ]that"
    r"|wr(?:ites?|ote)\b|counted\b|looked[ ]at|examine|review(?:ed|s)\b"
    r"|analys|survey|reported\b|refer(?:s|red)?[ ]to|warn|observe[sd]?[ ]that|stud(?:y|ies)\b"
    r"|found[ ]the[ ]same\b|(?:set|sets)[ ]out\b|(?:as[ ])?(?:cited|quoted)[ ](?:in|by)\b"
    r"|c[ao]me[ ]to[ ](?:the[ ]same|(?:an?|much[ ]the)[ ](?:same|similar))[ ]conclusion"
    r"|(?:model|framework|research)\b)"
)


def literature_beside(text: str, start: int, after: int) -> int:
    """Say how plainly words of literature stand beside the names: 2 plainly, 1 they only point there."""
    before, _ = sentence_around(text, start, after)
    before = _BRACKETS.sub("", before)  # another citation between
    if _WHAT_BEFORE.search(before) and _CALLS.match(text, after) is not None:
        return 2
    if _AS_BEFORE.search(before) and _argues(text, after):
        return 2
    if _LATIN_BEFORE.search(before) is not None:
        return 2
    if _LITERATURE_BEFORE.search(before) or _LITERATURE_AFTER.match(text, after, line_of(text, after)[1]):
        return 2
    return int(_POINTING_BEFORE.search(before) is not None)


def is_spoken_of(text: str, start: int, after: int) -> bool:
    """Tell whether a sentence speaks of names from `start`, whose year ends at `after`, as of a text."""
    before = text[max(0, start - 40) : start]
    return _POINTED_AT.search(before) is not None or _SPEAKS.match(text, after) is not None


def is_research_beside(text: str, after: int, before: str) -> bool:
    """Tell whether words of research stand `before` names or behind their year, which ends at `after`."""
    beyond = beyond_joined(text, after)
    behind = _RESEARCH_AFTER.match(text, beyond, line_of(text, after)[1])
    return behind is not None or _RESEARCH_BEFORE.search(before) is not None


def beyond_joined(text: str, after: int) -> int:
    """Give where the year of the last citation ends that is joined to one whose year ends at `after`."""
    for _ in range(_MOST_JOINED):
        found = _JOINED.match(text, after)
        if found is None:
            break
        after = found.end()
    return after


def is_one_work(text: str, start: int) -> bool:
    """Tell whether several names from `start` with one year are one text: "Harte and Quill (2009) was"."""
    return _ONE_WORK.match(text, start) is not None


def is_of_many_works(text: str, start: int) -> bool:
    """Tell whether names from `start` stand in a row of three works, one of which has several authors."""
    line, high = line_of(text, start)
    return any(row.start() <= start < row.end() for row in _MANY_WORKS.finditer(text, line, high))


def is_told_of_somebody(text: str, start: int, after: int) -> bool:
    """Tell whether a sentence that begins with names and years says what is said of no text: "was three"."""
    if is_one_work(text, start) or is_of_many_works(text, start):
        return False
    before, _ = sentence_around(text, start, after)
    beyond = beyond_joined(text, after)
    spoken = is_spoken_of(text, start, after) or is_spoken_of(text, start, beyond)
    if _OPENS.fullmatch(before) is None or spoken:
        return False
    said = _SAID.match(text, beyond, line_of(text, after)[1])
    return said is not None and said["verb"] not in scholar_verbs() and said["verb"] not in _NOTHING_SAID


def _argues(text: str, after: int) -> bool:
    """Tell whether a verb of scholars stands behind a citation, or behind the next one joined to it."""
    _, behind = sentence_around(text, after, after, reach=80)
    return any(word in scholar_verbs() for word in _SMALL_WORD.findall(behind))
