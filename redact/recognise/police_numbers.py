"""Numbers of the police: officers' collar and warrant numbers, crimes and incidents, people on file.

PNC and CRO numbers carry a check letter. A crime's number has no form of its own, so it counts behind words
or in the two forms that forces use most. PC1 is a label in use, PC 1234 an officer. What remains: a collar
number of one or two digits behind a rank, which reads as a label in use.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.checksums import is_cro_number, is_pnc_number
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.numbers import Beside, Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_RANK = (
    r"(?:(?:[ATact]{1,2}/)?(?:W?P[CS]|W?D[CS]|WDS|D?SGT|Sgt|DI|PI|INSP|Insp|DCI|PCSO|TDC|CSO|MSC"
    r"|(?i:police[ ])?(?i:constable|sergeant|inspector)|(?i:officer)|pc|dc|ps|pcso|wpc|sgt|insp|dci"
    r"|(?i:det(?:ective)?\.?[ ](?:ch(?:ief)?\.?[ ])?(?:con|constable|sgt|sergeant|insp|inspector|supt)\.?)"
    r"|(?i:police[ ]staff)))"
)
_RANK_BEHIND = r"(?=[ ](?:[ATact]{1,2}/)?(?:W?P[CS]|W?D[CS]|PCSO|D?SGT|Sgt|INSP|Insp|DI|DCI|TDC)[ ]\p{Lu})"
_NUMBER = r"\d{3,5}(?: ?[A-Z]{1,2})?(?!\d)"
_YEAR = r"(?!(?:19|20)\d\d(?![\p{L}\d]))"
_CRIME = (
    "crime ref", "crime reference", "crime number", "crime no", "crime report", "cris", "niche", "athena",
    "occurrence", "occurrence number", "occurrence no", "incident ref", "incident reference",
    "incident number", "incident no", "incident log", "police reference", "police ref", "police log",
    "police incident", "urn", "merlin", "genesis", "storm log", "crimint", "investigation number",
    "log number", "log no", "log ref", "event number", "custody number", "custody ref", "custody record",
    "harm ref", "vpa ref", "dash ref", "p1 ref",
)  # fmt: skip
# Headers of a column of log numbers, and their words in a line.
_LOG = (
    *_CRIME, "ref", "refs", "reference", "log", "logs", "incident", "cad", "storm", "custody", "number", "no",
)  # fmt: skip
_CUSTODY = ("custody", "detained", "arrested", "arr", "bailed", "charged", "interview", "detention", "cells")
_OFFICERS = (
    "officer", "officers", "oic", "attending", "attended", "by whom", "officer in the case", "reporting",
    "police", "constable", "collar", "unit", "units",
)  # fmt: skip
_IN_THE_CASE = (
    "oic", "officer in the case", "officer in charge", "officer in charge of case", "attending officer",
    "attending officers", "reporting officer", "investigating officer", "arresting officer",
    "officers in the case", "officers in case", "officers dealing",
)  # fmt: skip
_DATE = r"\d{1,2}[./ -]?(?:\d{1,2}|[A-Za-z]{3,9})[./ -]?(?:\d{4}|\d\d)"
_PNC = ("pnc", "pncid", "pnc id", "pnc number", "pnc no", "police national computer", "convictions")
_CRO = (
    "cro",
    "cro number",
    "cro no",
    "fingerprint",
    "fingerprints",
    "criminal record",
    "criminal records office",
)
_ROWS = (
    Number(
        "officer behind a rank", Label.PROFESSIONAL_ID,
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}]){_RANK}["
            rf" ]?(?!1500\b){_YEAR}(?P<value>{_NUMBER})(?![\p{{L}}\p{{N}}_%]|[./:-]\d)"
        ),
        "three to five digits behind a rank", (), digits=3, near=0.9, alone=0.9,
    ),
    Number(
        "officer behind a rank, perhaps a year", Label.PROFESSIONAL_ID,
        regex.compile(rf"(?<![\p{{L}}\p{{N}}]){_RANK}[ ](?P<value>(?:19|20)\d\d)(?![\p{{L}}\p{{N}}_%]"
            rf"|[./:-]\d)"),
        "four digits behind a rank, which may be a year", (), digits=4, near=0.5, alone=0.5,
    ),
    Number(
        "officer behind a rank and a name", Label.PROFESSIONAL_ID,
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}]){_RANK}[ ]\p{{Lu}}[\p{{L}}'-]{{1,24}}(?:["
            rf" ]\p{{Lu}}[\p{{L}}'-]{{1,24}})?[ ,]{{1,2}}"
            rf"\(?{_YEAR}(?P<value>{_NUMBER})(?![\p{{L}}\p{{N}}_%]|[./:-]\d)"
        ),
        "three to five digits behind a rank and a name", (), digits=3, reach=72, near=0.85, alone=0.85,
    ),
    Number(
        "officer behind a rank and a name in small letters", Label.PROFESSIONAL_ID,
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}])(?:w?pc|dc|ds|ps|sgt|insp|pcso)[ ]\p{{Ll}}[\p{{Ll}}'-]{{2,24}}[ ,]{{1,2}}"
            rf"\(?{_YEAR}(?P<value>\d{{4,5}})(?=[ ]?(?:$|[\n\t\x00,;&/)]|[.](?:\s|$)|and\b|att))"
        ),
        "four or five digits behind a rank and a name in small letters", (), digits=4, reach=72, near=0.6,
        alone=0.6,
    ),
    Number(
        "officer behind a rank and a comma", Label.PROFESSIONAL_ID,
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}]){_RANK}, {_YEAR}(?P<value>{_NUMBER})(?=[,;)]|[.]?(?:\s*$|[\n\t]))"
        ),
        "three to five digits behind a rank and a comma", (), digits=3, near=0.7, alone=0.7,
    ),
    Number(
        "officer who signs", Label.PROFESSIONAL_ID,
        regex.compile(
            r"\b(?i:signature|signed|rank)[ .:_\x01\t]{0,40}(?:[\p{L}'.]{1,20}[ \t:,]{1,4}){0,3}"
            r"(?i:nos?\.?|number)[ :.\t\x01]{1,4}(?P<value>\d{2,6}(?: ?[A-Z]{2})?)(?![\p{L}\p{N}_%]|[./:-]\d)"
        ),
        "digits behind words for a number beside a signature or a rank", (), digits=2, reach=96, near=0.7,
        alone=0.7,
    ),
    Number(
        "officer behind a surname in capitals", Label.PROFESSIONAL_ID,
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}'-])(?!(?:PHQ|GAD|HMIC|ISBN|ISSN|DFES|DCSF|CAD|LOG|STORM|FORM|PAGE|ROOM|FLAT|UNIT)\b)"
            rf"\p{{Lu}}(?:'?\p{{Lu}}){{2,24}}(?:[ '-]\p{{Lu}}{{2,24}})?[ ]"
            rf"\(?{_YEAR}(?P<value>{_NUMBER})(?![\p{{L}}\p{{N}}_%]|[./:-]\d)"
        ),
        "three to five digits behind a name in capitals", _OFFICERS, digits=3, reach=72, near=0.85,
    ),
    Number(
        "officer before a rank", Label.PROFESSIONAL_ID,
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}_£$€./:-]){_YEAR}(?![01]\d[0-5]\d[ ]|2[0-3][0-5]\d[ ])"
            rf"(?P<value>\d{{3,5}}){_RANK_BEHIND}"
        ),
        "three to five digits before a rank and a name", (), digits=3, near=0.7, alone=0.7,
    ),
    Number(
        "officer before a rank, behind words", Label.PROFESSIONAL_ID,
        regex.compile(rf"(?<![\p{{L}}\p{{N}}_£$€./:-]){_YEAR}(?P<value>\d{{3,5}}){_RANK_BEHIND}"),
        "three to five digits between words for an officer and a rank", _IN_THE_CASE, digits=3, near=0.8,
        beside=Beside.NEXT,
    ),
    Number(
        "officers behind their words", Label.PROFESSIONAL_ID,
        form(rf"{_YEAR}\d{{4,5}}(?:(?:, ?|/| and | & )\d{{4,5}})*"),
        "digits behind words for those who attended or who have the case",
        (*_IN_THE_CASE, "attending units", "units attending", "units", "call sign", "callsign",
         "officers attending", "officers", "duty inspector", "duty sergeant"),
        digits=4, near=0.7, beside=Beside.NEXT,
    ),
    Number(
        "officers on the way", Label.PROFESSIONAL_ID, form(rf"{_YEAR}\d{{4}}(?:/{_YEAR}\d{{4}}){{1,3}}"),
        "pairs of four digits beside what crews do", ("on scene", "attended", "att'd", "attending", "state"),
        digits=8, near=0.7, beside=Beside.NEXT,
    ),
    Number(
        "officer's number behind its words", Label.PROFESSIONAL_ID,
        form(r"\d{1,6} ?[A-Z]{1,2}|[A-Z]{1,2} ?\d{1,6}|\d{1,6}"),
        "digits behind words for an officer's number",
        (
            "collar", "collar number", "collar no", "shoulder number", "shoulder no", "warrant",
            "warrant number",
            "warrant no", "warrant card", "badge number", "badge no", "epaulette", "force number", "force no",
            "officer's number", "officer number", "officer no", "referrer's number", "officer id",
            "staff number", "staff no", "payroll number", "payroll no", "employee number", "employee no",
        ),
        digits=1, near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "crime", Label.CASE_REFERENCE,
        form(r"(?=[A-Z0-9/ -]*\d{3})(?:[A-Z]{1,4}[ /-]?)?\d{1,12}(?:[/-]\d{1,7}){0,3}(?:/?[A-Z]{1,3})?"),
        "digits behind words for a crime or an incident", _CRIME, digits=3, near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "crime and year", Label.CASE_REFERENCE,
        form(r"\d{7}/\d{2}|\d{2}/\d{5,6}/\d{2}|\d{2}[A-Z]{1,2}/\d{4,6}/\d{2}"),
        "digits and a year, as some forces number crimes", (*_CRIME, "crime", "incident", "police"),
        near=0.9, alone=0.6,
    ),
    Number(
        "crime of a force and a year", Label.CASE_REFERENCE, form(r"\d{11,12}"),
        "eleven or twelve digits beside words for a crime",
        (*_CRIME, "crime", "incident", "reported to police", "police", "log", "ref", "reference", "cad"),
        near=0.7,
    ),
    Number(
        "log of a day", Label.CASE_REFERENCE,
        form(rf"(?:(?i:CAD|log|incident|serial|CHS|OIS)(?:[ ](?i:no\.?|number|ref\.?))?[ ]?)"
             rf"(?P<value>\d{{2,5}}(?:[ ](?:of|on|dated)[ ]|[ ]?[/-][ ]?){_DATE})"),
        "the number of a log with its day", (), digits=3, near=0.9, alone=0.9,
    ),
    Number(
        "number of a day", Label.CASE_REFERENCE,
        form(r"\d{2,5} (?i:of|dated) \d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)"),
        "a number and the day on which it was given", _LOG, near=0.9, alone=0.65,
    ),
    Number(
        "number and six figures of a day", Label.CASE_REFERENCE,
        form(r"\d{2,5}[/-](?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\d\d"),
        "a number and a day in six or eight figures", _LOG, digits=8, near=0.9, alone=0.65,
    ),
    Number(
        "custody record", Label.CASE_REFERENCE, form(r"[A-Z]{2}/\d{3,6}/\d{2}"),
        "two letters, a number and a year, as stations number those whom they hold", (*_LOG, *_CUSTODY),
        near=0.9, alone=0.65,
    ),
    Number(
        "log", Label.CASE_REFERENCE,
        regex.compile(rf"\b(?:CAD|STORM|(?i:log))(?:[ ](?i:no\.?|number|ref\.?))?[ :]{{0,2}}"
                      rf"{_YEAR}(?P<value>\d{{3,6}})(?![\p{{L}}\p{{N}}_%]|[./:-]\d)"),
        "digits behind a word for a log", (), digits=3, near=0.8, alone=0.8,
    ),
    Number(
        "person on the national computer", Label.CASE_REFERENCE,
        form(r"(?:(?:19|20)\d\d|\d\d)/\d{4,7}[A-HJ-NP-RT-Z]"),
        "a year, a serial number and a letter", _PNC, near=0.98, alone=0.9, check=is_pnc_number, failed=0.7,
    ),
    Number(
        "person on the national computer, short", Label.CASE_REFERENCE,
        form(r"(?:(?:19|20)\d\d|\d\d)/ ?\d{1,7} ?[A-Z]", any_case=True),
        "a year, a serial number and a letter", _PNC, digits=3, near=0.9, check=is_pnc_number,
    ),
    Number(
        "criminal record", Label.CASE_REFERENCE, form(r"\d{5,6}/\d{2}[A-HJ-NP-RT-Z]"),
        "a serial number, a year and a letter", _CRO, near=0.97, alone=0.85, check=is_cro_number, failed=0.7,
    ),
    Number(
        "criminal record, short", Label.CASE_REFERENCE, form(
            r"\d{1,4}/\d{2} ?[A-Za-z]|\d{5,6}/\d{2}(?: [A-Za-z]|[a-z])|(?:SF|sf) ?\d{2}/\d{1,6} ?[A-Za-z]"
        ),
        "a serial number, a year and a letter", _CRO, digits=3, near=0.85,
    ),
    Number(
        "arrest", Label.CASE_REFERENCE, form(r"\d{2}/[0-9A-Z]{4}/[0-9A-Z]{2}/\d{1,11}[A-Z]"),
        "the four groups of an arrest's number", ("asn", "arrest", "summons"), near=0.98, alone=0.9,
    ),
    Number(
        "arrest, in one", Label.CASE_REFERENCE, form(r"\d{2} ?[0-9A-Z]{4} ?[0-9A-Z]{2} ?\d{5,11}[A-Z]"),
        "an arrest's number without its strokes", ("asn", "arrest summons", "arrest number",
        "arrest summons number"),
        near=0.85, beside=Beside.NEXT,
    ),
    Number(
        "case of a prosecution", Label.CASE_REFERENCE, form(r"\d{2}[A-Z]{2}\d{7}(?:/\d{1,2})?"),
        "two digits, two letters and seven digits, as prosecutions are numbered",
        ("urn", "pti urn", "case urn", "cps", "prosecution", "ptiurn", "asn"), near=0.95, alone=0.65,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of_numbers(text, _ROWS)


RECOGNISER = TextRecogniser(
    name="police-numbers",
    version="1",
    labels=(Label.PROFESSIONAL_ID, Label.CASE_REFERENCE),
    find=_find,
    examples=(
        Example("PC 1234 attended with DS 4412QQ.", ("1234", "4412QQ")),
        Example("PC Osgood 9999 wrote it", ("9999",)),
        Example("collar number 12, warrant 000000", ("12", "000000")),
        Example("123QQ (collar number)", ("123QQ",)),
        Example("crime reference 9999999/23", ("9999999/23",)),
        Example("42/99999/23 was closed", ("42/99999/23",)),
        Example("Crime no.\t44230099999", ("44230099999",)),
        Example("Log 123 of 04/05/23 and CAD 4567", ("123 of 04/05/23", "4567")),
        Example("QUILLHAM 8471, HARTE attended", ("8471",)),
        Example("4443 PC Harte took it", ("4443",)),
        Example("OIC: 2310 DC Osgood", ("2310",)),
        Example("pc 4471 and Det Con 4419 looked", ("4471", "4419")),
        Example("Attending units: 5512, 5513", ("5512, 5513",)),
        Example("Officers\tDate\nDE HARTE 2395, OSGOOD\t04/05/23", ("2395",)),
        Example("336 of 21/04/06 was read", ("336 of 21/04/06",)),
        Example("Date\tRef\n04/05/23\t551/040523", ("551/040523",)),
        Example("ZZ/5466/19 was bailed", ("ZZ/5466/19",)),
        Example("Incident\n12022690445\treported to police", ("12022690445",)),
        Example("PNC 2003/0011985X", ("2003/0011985X",)),
        Example("20/7654321T had 2 convictions", ("20/7654321T",)),
        Example("PNC ID: 2012/0099999C", ("2012/0099999C",)),
        Example("I am a police constable, 4471, of Anytown", ("4471",)),
        Example("Signed ........... No. 4471", ("4471",)),
        Example("pc harte 4471 att'd", ("4471",)),
        Example("CRO 123456/05Y and 265416/21G", ("123456/05Y", "265416/21G")),
        Example("ASN 23/01ZD/01/123456X", ("23/01ZD/01/123456X",)),
        Example("URN 01ZD1234523", ("01ZD1234523",)),
    ),
    near_misses=(
        "PC1 and DC 2 attended.",
        "a DS 1500 form",
        "the log of 2015 shows",
        "Incident 3 on 12/03/2009",
        "2012/0099999C is a box",
        "2008/09 and 2009/10",
        "s.47 34/40 120/80",
        "Crime Statistics 2009",
        "PHQ 9 and GAD 7, police stood by",
        "officers read the HMIC 2014 report",
        "3 of 12 officers, 24/7, 120/80, 2008/09, 12/340923",
        "AB/12/19 and AB/12/10/09",
        "pages 551/999999",
        "BLACKLEY 8471 people",
        "at 1430 PC Harte came, in 2016 DC Osgood left",
        "12 PCs and 300 PCSOs",
        "three officers, 4471 calls, were counted",
        "signed by a number of 300 people",
    ),
)  # fmt: skip
