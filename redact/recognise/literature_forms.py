"""The forms in which an author is named without a year behind the name, as patterns.

"Harte et al.", "Harte's typology", "a paper by Harte", "Harte, op. cit.": words of literature stand directly
beside the name. Whether the sentence tells of the case `literature` looks.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.reference_lists import SURNAME

__all__ = ["ADJECTIVES", "FORMS", "GATE", "NAME", "PAIR", "START", "TITLE", "WORKS"]

TITLE = r"(?:(?:Professor|Prof|Dr|Dame|Sir|Lord|Baroness)\.?[ ])?"
_FORENAMES = r"(?:\p{Lu}(?:\.[ ]?\p{Lu})?\.[ ]?|\p{Lu}\p{Ll}[\p{L}'-]*[ ]){0,2}"
NAME = rf"(?P<author>{_FORENAMES}{SURNAME})"
PAIR = rf"{NAME}(?:(?:,[ ]|,?[ ](?:and|&)[ ]){NAME}){{0,3}}"
START = r"(?<![\p{L}\p{N}'-])"
_ET_AL = regex.compile(rf"{START}{PAIR},?[ ]et[ ]al\b")
ADJECTIVES = r"(?:\p{Ll}[\p{L}-]+[ ]){0,2}"
WORKS = (
    r"(?:model|theory|framework|typology|taxonomy|concept|notion|hypothesis|thesis|study|studies|research"
    r"|phrase|term|definition|paradigm|hierarchy|construct|metaphor|monograph|textbook|dissertation"
    r"|formulation|writings|scholarship|insight|distinction|timeline|scale|checklist|ladder|cycle|triangle"
    r"|stages|book|paper|article|chapter|argument|work[ ]on|classification|scheme|index|criteria|trials?"
    r"|experiments?|method|five[ ]types|(?:two|three|four|five|six|seven|eight)[ ](?:types|stages|steps"
    r"|questions|kinds|levels|tasks|principles)|idea[ ]of|image[ ]of|account[ ]of|critique|findings)"
)
_OWNS_YEAR = regex.compile(rf"{START}{PAIR}'s?[ ](?:[\p{{Ll}}-]+[ ]){{1,4}}[(\[](?:19|20)\d\d[a-z]?[)\]]")
_FOUND_IN = regex.compile(
    rf"{START}{PAIR}[ ](?:showed|found|demonstrated|reported|concluded"
    rf"|established)[ ](?:\p{{Ll}}+[ ])?(?:in|from|across|among)"
    r"[ ][^.;\n]{0,30}\b(?:trials?|studies|cohorts?|samples?|surveys?|experiments?)\b"
)
_NAMED = regex.compile(rf"\b[Tt]he[ ]{PAIR}[ ](?:study|typology|paradigm)\b")
_RESEARCH_BY = regex.compile(
    rf"\b(?:[Rr]esearch|[Mm]eta-analys[ie]s|[Ss]ystematic[ ]review)[ ]by[ ]{PAIR}[ ](?:has[ ]"
    rf"|have[ ])?(?:also[ ])?"
    r"(?:show[sn]?|showed|suggest(?:s|ed)?|found|finds|indicate[sd]?|demonstrate[sd]?|identified)\b"
)

# A work, and directly behind it whose: nobody of a case is told of so. "The work of" may be a worker's, and a
# "chapter in Anna's life" is of no book.
_WORK_OF = (
    r"(?:(?:literature[ ]review|textbook|handbook|monograph|typology|meta-analysis|doctoral[ ]thesis"
    r"|dissertation|journal[ ]article|(?:concept|notion|phrase|term|theory|framework)s?"
    r"(?:[ ][\p{Ll}-]+){0,4}[ ](?:coined|devised|proposed|popularised))[ ](?:by|of)"
    r"|(?:papers?|stud(?:y|ies)|books?|articles?|chapters?|books[ ]and[ ]papers)[ ]by"
    r"|(?:was|were|is|are)[ ](?:first[ ])?(?:coined|theorised|popularised|conceptualised)[ ]by)"
)
_OWN_WORK = r"(?:'s?[ ](?:\p{Ll}+[ ])?(?:book|handbook|collection|volume|paper|textbook|study)\b)"
_BY_WORK = regex.compile(
    rf"\b(?i:{_WORK_OF})[ ]{TITLE}{PAIR}(?={_OWN_WORK}|[ ,.;:)(]|$)"
    rf"|\bchapter[ ](?:in|from)[ ]{TITLE}{PAIR}(?={_OWN_WORK})"
)
_SUBJECT = (
    r"(?:neglect|abuse|violence|homicide|suicide|deaths?|reviews?|attachment|supervision|thresholds|fathers"
    r"|child[ ]protection|safeguarding|social[ ]work\p{L}*|practice|referrals|decision[ -]making|resilience)"
)
_OWNS_WORK = regex.compile(
    rf"{START}{PAIR}'s?[ ]{ADJECTIVES}(?:typology|taxonomy|paradigm|monograph|textbook|literature[ ]review"
    r"|meta-analysis|pyramid[ ]of|(?:two|three|four|five|six|seven|eight)[ ](?:types|stages|kinds|levels)"
    rf"|(?:book|paper|article|chapter|study|research|work)[ ](?:on|about|of"
    rf"|into)[ ](?:\p{{Ll}}+[ ]){{0,2}}?{_SUBJECT})\b"
)
# "(M. Hill, 1990, p. 4)", "(S. Dekker, Just Culture, 2007)"
_LETTERED = rf"(?P<author>(?:\p{{Lu}}\.[ ]?){{1,3}}{SURNAME})"
_IN_BRACKETS = regex.compile(
    rf"\((?:see[ ](?:also[ ])?|e\.g\.,?[ ]|cf\.[ ])?{_LETTERED}(?:(?:,[ ]|[ ](?:and"
    rf"|&)[ ]){_LETTERED}){{0,3}},?[ ]"
    r"(?:[\"'\p{Lu}][^();]{2,80},[ ])?(?:19|20)\d\d[a-z]?(?:[,:][^();]{0,40})?[);]"
)
# "(Harte et al., 2007; Young, 2010; Field, 2011)": with "et al." among them they are nobody's years of birth.
_CITED_NAME = rf"{NAME}(?:(?:,[ ]|,?[ ](?:and|&)[ ]){NAME}){{0,3}}"
_YEARS = r",?[ ](?:19|20)\d\d[a-z]?(?:,[ ](?:19|20)\d\d[a-z]?)*(?:[,:][ ]?pp?\.?[ ]?[\d-]+)?"
_SEVERAL = regex.compile(
    rf"\((?=[^()\n]{{0,200}}\bet[ ]al\b)(?:see[ ](?:also[ ])?|e\.g\.,?[ ]|cf\.[ ])?"
    rf"{_CITED_NAME}(?:,?[ ]et[ ]al\.?)?{_YEARS}(?:;[ ]{_CITED_NAME}(?:,?[ ]et[ ]al\.?)?{_YEARS})+\)"
)
# "A toolkit by Anna Harte (2017)": with its year nobody means what an officer told a meeting.
_WORK_WITH_YEAR = regex.compile(
    rf"\b(?i:(?:briefing|toolkit|guide|guidance|handbook|booklet|leaflet|film|video|podcast|blog|webinar)"
    rf"(?:[ ](?:on|about|for)(?:[ ]\p{{Ll}}+){{1,4}})?,?[ ]"
    r"(?:(?:was[ ]|is[ ])?(?:written|made|devised|produced)[ ])?by)"
    rf"[ ]{TITLE}{PAIR}[ ]\((?:19|20)\d\d\)"
)
# A note that sends back to another: "Harte and Quill, op. cit., p. 4", "see Harte, above, note 3".
_BARE = rf"(?P<author>(?:(?:\p{{Lu}}\.?[ ]?){{1,3}}(?<=[ .]))?{SURNAME})"
_SENT_BACK = regex.compile(
    rf"{START}{_BARE}(?:(?:,[ ]|,?[ ](?:and|&)[ ]){_BARE}){{0,3}}(?:[ ]et[ ]al\.?)?,?[ ][(\[]?"
    r"(?:op\.?[ ]?cit|loc\.?[ ]?cit|ibid|supra|n\.?[ ]\d{1,3}[)\]]|above,?[ ](?:n\.?|note|fn\.?)[ ]?\d"
    r"|(?:n\.?|note|fn\.?)[ ]?\d{1,3}[ ]above)"
)
# "Harte (unpublished, 2014)", "Harte (cited in Quill 2010)": nobody's years, and nobody's visit.
_SAID_OF_A_TEXT = regex.compile(
    rf"{START}{PAIR}(?:'s?)?[ ]\((?:unpublished|forthcoming|in[ ]press|n\.d\.|(?:as[ ])?(?:cited|quoted)[ ]"
    r"(?:in|by)[ ]\p{Lu})"
)
_STUDY = r"(?:study|research|paper|book|article|monograph|thesis|handbook|textbook|chapter|survey)"
_OWN_STUDY = regex.compile(
    rf"\b(?:described|identified|shown|noted|found|named|coined|proposed|argued|developed)[ ]by"
    rf"[ ]{TITLE}{PAIR}[ ]in[ ](?:her|his|their)[ ](?:\p{{Ll}}+[ ]){{0,2}}(?!book\b){_STUDY}\b"
    rf"|{START}{PAIR}[ ](?:\p{{Ll}}+ly[ ])?(?:wrote|\p{{Ll}}{{3,}}(?:ed|s))\b[^.;\n]{{0,70}}"
    rf"[ ]in[ ](?:her|his|their)[ ](?:\p{{Ll}}+[ ])?{_STUDY}"
    r",?[ ][\"']?\p{Lu}"
)
_WORK_ON = regex.compile(
    rf"\b[Tt]he[ ](?:work|writings?|research|ideas|theories|thinking)[ ]of[ ]{TITLE}{PAIR}[ ]"
    rf"(?:on[ ](?:\p{{Ll}}+[ ]){{0,2}}?{_SUBJECT}\b|ha(?:s|ve)[ ](?:\p{{Ll}}+[ ])?been[ ](?:\p{{Ll}}+[ ])?"
    r"influential)"
)
# "Harte, in Practice (2008), 20(3)"
_IN_A_JOURNAL = regex.compile(
    rf"{START}{PAIR},[ ]in[ ][\"'\p{{Lu}}][^()\n]{{2,60}}[ ]\((?:19|20)\d\d\),?[ ]"
    r"(?:\d{1,3}[ ]?\(|pp?\.|[Vv]ol)"
)
# "Harte's research (2006) suggests": of one visit in four too, and so of nobody's.
_OWNS_STUDY_YEAR = regex.compile(rf"{START}{PAIR}'s?[ ]{ADJECTIVES}{_STUDY}[ ][(\[](?:19|20)\d\d[a-z]?[)\]]")
# "Harte calls this a duo (2014: 22)", "Writing in 1998, Harte said", "Harte, in a survey of homes, found"
_PAGED = regex.compile(
    rf"{START}{PAIR}[ ]\p{{Ll}}+[ ][^.()\n]{{3,90}}[ ]\((?:19|20)\d\d[a-z]?(?::[ ]?|,[ ]pp?\.[ ]?)\d{{1,4}}"
    r"(?:-\d+)?\)"
)
_WRITING_IN = regex.compile(rf"\b[Ww]riting[ ]in[ ](?:19|20)\d\d,?[ ]{PAIR}[ ]\p{{Ll}}+")
_IN_A_STUDY = regex.compile(
    rf"{START}{PAIR},[ ]in[ ](?:an?|her|his|their)[ ](?:\p{{Ll}}+[ ]){{0,2}}"
    r"(?:study|survey|review|analysis)[ ]of[ ][^,.\n]{3,60},[ ]"
    r"(?:found|showed|suggested|concluded|noted|reported|argued|wrote)\b"
)
_BARE_YEAR = rf"{_CITED_NAME}(?:,?[ ]et[ ]al\.?)?,?[ ](?:19|20)\d\d[a-z]?"
_SEE_SEVERAL = regex.compile(
    rf"\b(?:[Ss]ee(?:[ ]also)?|e\.g\.|[Ff]or[ ](?:example|instance)|cf\.|[Cc]ompare),?[ ]{_BARE_YEAR}"
    rf"(?:(?:[,;]|,?[ ]and)[ ]{_BARE_YEAR})+"
)
FORMS = (
    (_ET_AL, "author and others", "an author with others"),
    (_OWNS_YEAR, "owner of a work", "a name whose work is spoken of with its year"),
    (_FOUND_IN, "author who argues", "a name that is said to have found something in a study"),
    (_NAMED, "owner of a work", "a name that a study bears"),
    (_RESEARCH_BY, "author of a work", "a name whose research is spoken of"),
    (_BY_WORK, "author of a work", "a name behind the word for a work of literature"),
    (_OWNS_WORK, "owner of a work", "a name whose work of literature is spoken of"),
    (_IN_BRACKETS, "citation in brackets", "a name with its initials and a year in brackets"),
    (_SEVERAL, "several in brackets", "one of several authors with years in brackets"),
    (_WORK_WITH_YEAR, "author of a work", "a name behind the word for a work, with its year"),
    (_SAID_OF_A_TEXT, "text beyond doubt", "a name with what is said of a text in brackets"),
    (_OWN_STUDY, "text with its year", "a name beside a study of its owner"),
    (_WORK_ON, "text with its year", "a name whose work on a subject is spoken of"),
    (_IN_A_JOURNAL, "text beyond doubt", "a name with a journal, its year and its volume"),
    (_PAGED, "text beyond doubt", "a name with the year and the page of what it wrote"),
    (_WRITING_IN, "text with its year", "a name of whom is said when it wrote"),
    (_IN_A_STUDY, "text with its year", "a name with the study in which it found something"),
    (_OWNS_STUDY_YEAR, "study with its year", "a name whose study is spoken of with its year"),
    (_SEE_SEVERAL, "text with its year", "one of several authors with years to whom a sentence points"),
    (_SENT_BACK, "note that sends back", "a name in a note that sends back to another"),
)
GATE = regex.compile(
    r"\bet[ ]al\b|'s?[ ][^.\n]{1,60}[(\[](?:19|20)\d\d|\b(?:study|typology|paradigm|trials?|studies"
    r"|cohorts?|samples?"
    r"|surveys?|experiments?|[Rr]esearch|[Mm]eta-analys[ie]s|[Ss]ystematic)\b"
    r"|\b(?:by|of|in|from)[ ]\p{Lu}|\bcit\b|\b(?:ibid|supra)\b|\(n\.?[ ]\d|\babove,?[ ]n"
    r"|\p{Lu}\.[^()]{1,120}"
    r"(?:19|20)\d\d|'s?[ ](?:\p{Ll}+[ ]){0,3}(?:taxonomy|hypothesis|theor|monograph|textbook|literature"
    r"|book|paper|article"
    r"|chapter|blog|essay|model|framework|concept|notion|pyramid|stages|two|three|four|five|six|seven"
    r"|eight|writing)"
    r"|\((?:unpublished|forthcoming|in[ ]press|n\.d|as[ ]|cited|quoted)|\b[Ii]n[ ](?:her|his|their)[ ]"
    r"|\b[Tt]he[ ](?:work|ideas|thinking)[ ]of[ ]|,[ ]in[ ]\p{Lu}"
    r"|\b(?:[Ss]ee|example|instance|e\.g\.|cf\.),?[ ]"
    r"|note[ ]?\d+[ ]above|[Ww]riting[ ]in[ ]|,[ ]in[ ](?:an?|her|his|their)[ ]|\((?:19|20)\d\d[a-z]?[:,]"
)
