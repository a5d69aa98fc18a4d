"""Numbers under which professionals are registered: social workers, health professions, doctors, nurses.

They name one worker in a public register. SW with one or two digits is a label in use, SW1A 1AA a postcode,
SW12345 a registration. What remains: a doctor's seven digits far from any word for a doctor.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.numbers import Beside, Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_SOCIAL_WORK = (
    "social work england", "swe", "swe number", "swe registration", "registration number", "registration no",
    "registration", "reg no", "registered", "registered as",
)  # fmt: skip
_HCPC = ("hcpc", "hpc", "health and care professions council", "health professions council")
_NMC = (
    "nmc",
    "nmc pin",
    "pin",
    "pin number",
    "nursing and midwifery council",
    "nurse",
    "midwife",
    "health visitor",
)
_ROWS = (
    Number(
        "social worker", Label.PROFESSIONAL_ID, form(r"SW\d{4,6}"),
        "SW and digits, as social workers are registered", (*_SOCIAL_WORK, "social worker"),
        digits=4, near=0.97, alone=0.9,
    ),
    Number(
        "social worker, written apart", Label.PROFESSIONAL_ID, form(r"(?:SW|sw)[ -]?\d{3,6}"),
        "SW and digits behind words for a registration", _SOCIAL_WORK, digits=3, near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "health profession", Label.PROFESSIONAL_ID,
        form(r"(?:AS|BS|CH|CS|DT|HAD|OT|ODP|OR|PA|PH|PO|PYL|RA|SL)\d{5,6}"),
        "the letters of a health profession and five or six digits",
        (
            *_HCPC, "registered", "registration", "psychologist", "occupational therapist",
            "speech and language therapist", "physiotherapist", "paramedic", "dietitian",
        ),
        near=0.95, alone=0.5,
    ),
    Number(
        "health profession behind its council", Label.PROFESSIONAL_ID,
        form(r"[A-Z]{2,3} ?\d{4,6}|[a-z]{2,3}\d{4,6}"),
        "two or three letters and digits beside the name of a register", _HCPC, digits=4, near=0.9,
        beside=Beside.NEXT,
    ),
    Number(
        "numbers that are called an officer's", Label.PROFESSIONAL_ID,
        form(r"(?P<value>\d{2,6}[A-Z]{0,2})(?=(?:(?:,|,?[ ](?:and|&|or))[ ]\d{2,6}[A-Z]{0,2}){0,6}"
             r"[ ](?:is|are|was|were)[ ](?:(?:an?|the|his|her|their|both|all|old|officers?'s?)[ ]){0,2}"
             r"(?:collar|shoulder|warrant|badge|staff|force|payroll|employee)[ ](?:numbers?|nos?)\b)"),
        "digits that the sentence calls an officer's number", (), digits=2, near=0.9, alone=0.9,
    ),
    Number(
        "number behind the day of a print", Label.PROFESSIONAL_ID,
        form(r"(?:(?i:end[ ]of[ ]print|printed(?:[ ]on|[ ]by)?)[ ]\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
             r"|(?i:sanitised)(?:[ ]by)?,?)[ ]"
             r"(?P<value>\d{3,5}[A-Z]{0,2})(?=[ ]*(?:$|\n|\x00|\.(?:[ ]|$|\n)))"),
        "digits of whoever printed or cleaned a log", (), digits=3, near=0.8, alone=0.8,
    ),
    Number(
        "letters behind a registration", Label.PROFESSIONAL_ID, form(r"[A-Z]{2,3} ?\d{4,6}"),
        "two or three letters and digits behind words for a registration",
        (
            "registration", "registration number", "registration no", "professional registration", "reg no",
            "paramedic registration", "registered paramedic", "regulator", "registered with",
        ),
        digits=4, near=0.7, beside=Beside.NEXT,
    ),
    Number(
        "crew", Label.PROFESSIONAL_ID, form(r"PA\d{5,6}"),
        "PA and digits, as paramedics are registered", ("crew", "paramedic", "clinician", "ambulance"),
        near=0.9, alone=0.65,
    ),
    Number(
        "doctor", Label.PROFESSIONAL_ID, form(r"\d{7}|\d{3} \d{4}|L\d{6}"),
        "seven digits beside the name of a register",
        ("gmc", "general medical council", "gmc number", "gmc no"), near=0.95,
    ),
    Number(
        "doctor, perhaps", Label.PROFESSIONAL_ID, form(r"\d{7}|L\d{6}"),
        "seven digits beside a word for a doctor",
        ("dr", "doctor", "consultant", "registrar", "paediatrician", "gp", "psychiatrist"), near=0.55,
    ),
    Number(
        "nurse or midwife", Label.PROFESSIONAL_ID, form(r"\d{2}[A-LY]\d{4}[A-Z]"),
        "two digits, a letter, four digits and a letter, as nurses are registered", _NMC, near=0.97,
        alone=0.85,
    ),
    Number(
        "nurse or midwife, written apart", Label.PROFESSIONAL_ID,
        form(r"\d{2}[ -]?[A-LY][ -]?\d{4}[ -]?[A-Z]", any_case=True),
        "the form of a nurse's registration, apart or in lower case",
        ("nmc", "nmc pin", "pin", "nursing and midwifery council"), near=0.9,
    ),
    Number(
        "dentist, pharmacist or optician", Label.PROFESSIONAL_ID, form(r"\d{5,7}|\d{2}-\d{4,5}D?"),
        "digits behind the name of a register",
        ("gdc", "general dental council", "gphc", "general pharmaceutical council", "goc", "goscc", "gscc"),
        near=0.85, beside=Beside.NEXT,
    ),
    Number(
        "teacher", Label.PROFESSIONAL_ID, form(r"\d{7}|\d{2}/\d{5}|RP\d{2}/\d{5,6}"),
        "seven digits behind the words for a teacher's number",
        ("trn", "teacher reference", "teacher ref", "teacher's reference", "dfe ref", "qts"),
        near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "counsellor or lawyer", Label.PROFESSIONAL_ID, form(r"\d{5,10}"),
        "digits behind the name of a body that registers counsellors, psychologists or lawyers",
        (
            "bacp", "ukcp", "bps", "babcp", "bpc", "acp", "bacp membership", "membership", "member",
            "sra", "solicitors regulation authority", "law society", "cilex", "bar council",
            "bar standards board", "notary",
        ),
        near=0.85, beside=Beside.NEXT,
    ),
    Number(
        "prescriber", Label.PROFESSIONAL_ID, form(r"[A-Z]\d{5,6}|\d{6,7}"),
        "a letter and digits behind words for a prescriber",
        ("prescriber", "prescriber code", "prescribing number", "gp code", "cypher", "performer", "gnc"),
        near=0.8, beside=Beside.NEXT,
    ),
    Number(
        "card of the health service", Label.PROFESSIONAL_ID, form(r"\d{12}|\d{4} \d{4} \d{4}|\d{6,10}"),
        "digits behind words for a smartcard", ("smartcard", "smart card", "uuid", "rbac"), near=0.85,
        beside=Beside.NEXT,
    ),
    Number(
        "somebody who is employed", Label.PROFESSIONAL_ID,
        form(r"(?:[A-Za-z]{1,4}[-/]?)?(?!(?:19|20)\d\d(?!\d))\d{4,10}"),
        "digits behind words for somebody who works there",
        (
            "staff", "staff member", "staff number", "staff id", "employee", "employee id", "payroll",
            "personnel", "assignment", "esr", "hr", "user", "user id", "user name", "username", "login",
            "log in", "worker", "worker id", "operator", "operator id", "call taker", "call handler",
            "dispatcher", "controller", "entered by", "created by", "updated by", "recorded by", "author id",
            "minute taker", "note taker", "typist", "loggist",
        ),
        digits=4, near=0.7, beside=Beside.NEXT,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of_numbers(text, _ROWS)


RECOGNISER = TextRecogniser(
    name="registrations",
    version="1",
    labels=(Label.PROFESSIONAL_ID,),
    find=_find,
    examples=(
        Example("The social worker (SW99999) called.", ("SW99999",)),
        Example("SWE registration: SW 123", ("SW 123",)),
        Example("HCPC PH123456 and OT00001", ("PH123456", "OT00001")),
        Example("PYL99999, HCPC registered", ("PYL99999",)),
        Example("GMC number 9999999", ("9999999",)),
        Example("(GMC: L123456)", ("L123456",)),
        Example("NMC PIN 99A9999A", ("99A9999A",)),
        Example("01A2345N was on the form", ("01A2345N",)),
        Example("PIN\t00 i 0000 e", ("00 i 0000 e",)),
        Example("Consultant paediatrician (0000001)", ("0000001",)),
        Example("TRN: 99/99999, then RP99/12345 (teacher reference)", ("99/99999", "RP99/12345")),
        Example("SWE reg: SW 99213", ("SW 99213",)),
        Example("BACP registration 00999345", ("00999345",)),
        Example("Call taker ID 90213 graded it.", ("90213",)),
        Example("Crew: PA99207", ("PA99207",)),
        Example("END OF PRINT 04/09/2006 0413\n\nSanitised, 0829.", ("0413", "0829")),
        Example("0413ZQ and 0829 are collar numbers, no refs.", ("0413ZQ", "0829")),
    ),
    near_misses=(
        "SW1 and SW12 were seen at SW1A 1AA.",
        "Social worker SW2 left.",
        "The GMC wrote in 2009.",
        "1234567 was the total",
        "HCPC standards of 2012",
        "99Z9999A",
        "NMC Code 2015",
        "Dr Foster 2009",
        "The staff of 2014 and 12045 staff",
        "users 12000 in the year",
        "pages PA1 to PA12",
        "In 2009 and 2010 there were staff numbers to fill; 12 and 14 are the numbers of the rooms.",
    ),
)  # fmt: skip
