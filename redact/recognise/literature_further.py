"""Further forms of an author's name: "Harte, whose survey (2009)", "Harte's 2009 booklet", more.

Beside those of `literature_forms`, and read as they are. A form that a worker might stand in needs a word
of literature in its sentence. What remains: an author of whom only the subject is told.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.literature_forms import NAME, PAIR, START, TITLE
from redact.recognise.reference_lists import SURNAME

__all__ = ["FURTHER"]

_YEAR = r"(?:19|20)\d\d[a-z]?"
_BARE = rf"(?P<author>{SURNAME})"
_BOOK = (
    r"(?:books?|booklets?|papers?(?![ ]round)|articles?|chapters?|essays?|monographs?|thesis|lectures?"
    r"|pamphlets?"
    r"|handbook|textbook"
    r"|editorial|memoir|meta-analysis)"
)
_TEXT = rf"(?:{_BOOK}|stud(?:y|ies)|typology|ladder|framework|theory|cohort)"
# "Harte ([2016] at page 212)", "Harte (2012, at p. 14)"
_AT_A_PAGE = regex.compile(
    rf"{START}{_BARE}[ ][(\[][(\[]?{_YEAR}[)\]]?,?[ ]at[ ](?:pp?\.|pages?|paras?\.?|paragraphs?)[ ]?\d"
)
_WHOSE = regex.compile(
    rf"{START}{PAIR},[ ]whose[ ](?:[\p{{Ll}}-]+[ ]){{0,2}}{_TEXT}\b[^().\n]{{0,50}}[ ][(\[]{_YEAR}[)\]]"
)
_IN_A_TEXT_OF = regex.compile(
    rf"{START}{PAIR},?[ ]in[ ](?:an?[ ](?:[\p{{Ll}}-]+[ ]){{0,3}}{_TEXT}|(?:her|his"
    rf"|their)[ ](?:[\p{{Ll}}-]+[ ]){{0,3}}{_BOOK})"
    rf"[ ](?:of|from)[ ]{_YEAR}\b"
)
# What rests on the work of two authors; the work of two workers is commended.
_WORK_OF_TWO = regex.compile(
    r"\b(?:draws?|drawing|leans?|relies|rel(?:y|ying)|rests?|buil(?:ds?|t)|based|informed|derives?"
    r"|derived|comes?|come"
    r"|taken|term|phrase|concept|idea|theory|model|research)\b[^.;\n]{0,50}(?<!social[ ])\bwork[ ](?:of"
    r"|by)[ ]"
    rf"{NAME}(?:,[ ]{NAME}){{0,3}},?[ ](?:and|&)[ ]{NAME}(?=[.,;:)]|$)"
)
_NAMED_TEXT = regex.compile(rf"\b[Tt]he[ ]{PAIR}[ ](?:paper|cohort|ladder|thesis|hypothesis|meta-analysis)\b")
_INVERTED = regex.compile(
    rf"[\"'],?[ ](?:writes|argues|contends|asserts|posits|maintains)[ ]{TITLE}{PAIR}(?=[,.;:]|[ ](?:and"
    rf"|in|of)\b)"
)
_OWNS_OF_YEAR = regex.compile(
    rf"{START}{PAIR}'s?[ ][(\[]?{_YEAR}[)\]]?[ ](?:[\p{{Ll}}-]+[ ]){{0,2}}{_TEXT}\b"
)
# "Harte who, in Houses Without a Table (1999), first set out": a title of three words and more, and a verb
# of scholars behind it; a hospital is none.
_IN_A_TITLE = regex.compile(
    rf"{START}{PAIR},?(?:[ ]who,?"
    rf"|,)[ ]in[ ][\"']?(?P<title>\p{{Lu}}[\p{{L}}'-]+(?:,?[ ][\p{{L}}'-]+){{2,9}})[\"']?[ ]"
    rf"[(\[]{_YEAR}[)\]],?[ ](?:(?:first|also|\p{{Ll}}+ly)[ ])?(?P<verb>\p{{Ll}}+)\b"
)
# Nobody is born twice.
_TWO_YEARS = regex.compile(
    rf"{START}{_BARE}(?:(?:,[ ]|,?[ ](?:and|&)[ ]){_BARE}){{0,3}}[ ][(\[]{_YEAR}(?:;[ ]?{_YEAR})+[)\]]"
)
_IN_EDITED = regex.compile(
    rf"{START}{_BARE},?[ ]in[ ]{_BARE}(?:(?:,[ ]|,?[ ](?:and|&)[ ]){_BARE}){{0,3}},?[ ][(\[][Ee]ds?\.?[)\]]"
)
_TRIAL_BY = regex.compile(
    r"\b(?:randomi[sz]ed[ ]|controlled[ ]|cohort[ ]|pilot[ ]|clinical[ ])*(?:trials?|cohort[ ]study"
    r"|meta-analysis)[ ]by[ ]"
    rf"{TITLE}{PAIR}(?=[ ,.;:)(]|$)"
)
_STUDY_OF = regex.compile(
    rf"\b(?:study|survey|analysis"
    rf"|history)[ ]of[ ](?:[\p{{Ll}}-]+[ ]){{1,5}}by[ ]{TITLE}{PAIR}[ ]\([^()\n]{{3,80}},[ ]"
    rf"{_YEAR}\)"
)
# "(Harte; Quill; Vesey and Tarrant, 2003)": the year is that of the last, and the others stand as it does.
_SEMICOLONS = regex.compile(
    rf"\((?:{PAIR}(?:[ ]x[ ]?\d)?;[ ])+{NAME}(?:,?[ ](?:and|&)[ ]{NAME}|,?[ ]et[ ]al\.?),?[ ]{_YEAR}\)"
)
_SHORT_YEARS = regex.compile(rf"\b[Cc]f\.?[ ]{_BARE}[ ]'?\d\d(?:[,;][ ]{_BARE}[ ]'?\d\d)+(?!\d)")
_HAS_A_TEXT = regex.compile(
    rf"{START}{PAIR}[ ]has[ ]an?[ ](?:[\p{{Ll}}-]+[ ]){{0,2}}(?:chapter|paper|book|article|essay"
    rf"|monograph)[ ](?:on|about)"
    rf"\b[^.;\n]{{0,60}}[(\[]{_YEAR}"
)
_COLLEAGUES = regex.compile(
    rf"{START}{PAIR},?[ ](?:and|&)[ ](?:(?:her|his|their)[ ])?(?:colleagues|co-authors|co-workers"
    rf"|associates)\b"
)
# "Harte, Quill & others (DfE, 2008)"
_WITH_A_BODY = regex.compile(
    rf"{START}{PAIR},?[ ](?:and|&)[ ](?:others|colleagues)[ ]\(\p{{Lu}}[\p{{L}}& ]{{1,30}},[ ]{_YEAR}\)"
)
# A note below, and years that are joined in brackets: "(Harte 2011 & Vesey 2011, in the same issue)"
_BELOW = regex.compile(
    rf"{START}{_BARE}(?:(?:,[ ]|,?[ ](?:and|&)[ ]){_BARE}){{0,3}},?[ ][(\[]?(?:n\.?|note"
    rf"|fn\.?)[ ]?\d{{1,3}}[ ](?:below|supra)"
)
_JOINED_YEARS = regex.compile(
    rf"\({_BARE}[ ]{_YEAR}(?:,[ ]{_BARE}[ ]{_YEAR})*[ ](?:and|&)[ ]{_BARE}[ ]{_YEAR}(?=[,)])"
)
# "The audience: Harte 2014, Vesey 2011": several with bare years, where the sentence speaks of literature.
_BARE_YEARS = regex.compile(
    rf"(?:^|[:;-][ ]|\n[ *\u2022-]*){_BARE}(?:(?:,|[ ]&)[ ]{_BARE})?[ ]{_YEAR}"
    rf"(?:[,;][ ](?:and[ ])?{_BARE}(?:[ ](?:and|&)[ ]{_BARE})?[ ](?:{_YEAR}|undated|n\.d\.))+"
)
# What is cheap to look for and stands in every match, the form, its name and its reason.
FURTHER = tuple(
    (regex.compile(gate), pattern, name, because)
    for gate, pattern, name, because in (
        (
            r"\][ ]at[ ]|\d,?[ ]at[ ]",
            _AT_A_PAGE,
            "text beyond doubt",
            "a name with the page of what it wrote",
        ),
        (r",[ ]whose[ ]", _WHOSE, "text beyond doubt", "a name whose work is spoken of with its year"),
        (
            r"[ ](?:of|from|in)[ ](?:19|20)\d\d",
            _IN_A_TEXT_OF,
            "text beyond doubt",
            "a name with what it wrote and when",
        ),
        (
            r"\bwork[ ](?:of|by)[ ]\p{Lu}",
            _WORK_OF_TWO,
            "author of a work",
            "one of two on whose work something rests",
        ),
        (
            r"[ ](?:paper|cohort|ladder|thesis|hypothesis|meta-analysis)\b",
            _NAMED_TEXT,
            "owner of a work",
            "a name that a paper bears",
        ),
        (
            r"[\"'],?[ ](?:writes|argues|contends|asserts|posits|maintains)[ ]",
            _INVERTED,
            "author who is quoted",
            "a name behind its words and a verb of scholars",
        ),
        (
            r"'s?[ ][(\[]?(?:19|20)\d\d",
            _OWNS_OF_YEAR,
            "text beyond doubt",
            "a name whose work is spoken of with its year",
        ),
        (
            r"[ ]in[ ][\"']?\p{Lu}[^.()\n]{5,90}[ ][(\[](?:19|20)\d\d",
            _IN_A_TITLE,
            "text beyond doubt",
            "a name with a title and its year",
        ),
        (
            r"\d[a-z]?;[ ]?(?:19|20)\d\d",
            _TWO_YEARS,
            "text beyond doubt",
            "a name with several years in brackets",
        ),
        (r"[(\[][Ee]ds?\b", _IN_EDITED, "text beyond doubt", "a name in a book that somebody edited"),
        (
            r"(?:trials?|study|analysis)[ ]by[ ]",
            _TRIAL_BY,
            "text beyond doubt",
            "a name behind the word for a trial",
        ),
        (
            r"\b(?:study|survey|analysis|history)[ ]of[ ]",
            _STUDY_OF,
            "study with its year",
            "a name behind the word for a study, with its title and year",
        ),
        (
            r"\([^()\n]{3,120};[^()\n]{5,60}(?:19|20)\d\d\)",
            _SEMICOLONS,
            "one in brackets",
            "one of several names in brackets, the last with its year",
        ),
        (
            r"\b[Cc]f\.?[ ]\p{Lu}[^\n]{1,40}\d\d[,;]",
            _SHORT_YEARS,
            "text with its year",
            "one of several names with years to whom a sentence points",
        ),
        (r"[ ]has[ ]an?[ ]", _HAS_A_TEXT, "text beyond doubt", "a name with what it wrote and when"),
        (
            r"(?:and|&)[ ](?:\p{Ll}+[ ])?(?:colleagues|co-|associates)",
            _COLLEAGUES,
            "author and colleagues",
            "an author with colleagues, where literature is spoken of",
        ),
        (
            r"(?:others|colleagues)[ ]\(\p{Lu}",
            _WITH_A_BODY,
            "text with its year",
            "an author with others, and the year of what a body published",
        ),
        (
            r"\d[ ](?:below|supra)",
            _BELOW,
            "note that sends back",
            "a name in a note that sends on to another",
        ),
        (
            r"\d[ ](?:and|&)[ ]\p{Lu}",
            _JOINED_YEARS,
            "text with its year",
            "one of several names with years in brackets",
        ),
        (
            r"(?:19|20)\d\d[a-z]?[,;][ ](?:and[ ])?\p{Lu}",
            _BARE_YEARS,
            "several with years",
            "one of several names in a row, each with its year",
        ),
    )
)
