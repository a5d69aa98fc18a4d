"""Every role of corpus/templates/README.md: its words, short form, agency, title, label and number.

The labels are such as the finder knows (redact/recognise/pseudonyms.py): "SW1", "Half Sibling 1", "MGM".
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AGENCIES", "CHILDREN", "FAMILY", "REVIEW", "ROLES", "STAFF", "Role", "side_of"]

CHILDREN = ("child", "sib", "sib2")


@dataclass(frozen=True, slots=True)
class Role:
    """One role. `title` is empty where sex and marriage decide; `number` names the form of its number."""

    name: str
    words: str  # "social worker"
    short: str  # "SW": what a record writes in front of the name; "" where nothing is usual
    agency: str  # the agency of a file of templates that this person works for; "" for the family
    label: str  # "SW": with a number where it ends in a letter; a stem otherwise ("Doctor ")
    title: str = ""
    number: str = ""  # collar, swe, nmc, gmc, hcpc, staff


FAMILY = tuple(
    Role(name, words, short, "", "")
    for name, words, short in (
        ("child", "child", "Child"),
        ("sib", "sibling", "Sib"),
        ("sib2", "sibling", "Sib"),
        ("mother", "mother", "MO"),
        ("father", "father", "FA"),
        ("partner", "mother's partner", "MP"),
        ("exp", "mother's former partner", "ex-partner"),
        ("gran", "maternal grandmother", "MGM"),
        ("grandad", "maternal grandfather", "MGF"),
        ("pgran", "paternal grandmother", "PGM"),
        ("aunt", "maternal aunt", "M/Aunt"),
        ("uncle", "maternal uncle", "M/Uncle"),
        ("cousin", "cousin", "cousin"),
        ("friend", "friend of the mother", "friend"),
        ("neighbour", "neighbour", "neighbour"),
        ("lodger", "lodger", "lodger"),
    )
)
STAFF = (
    Role("sw", "social worker", "SW", "social-care", "SW", number="swe"),
    Role("sw2", "social worker", "SW", "social-care", "SW", number="swe"),
    Role("tm", "team manager", "TM", "social-care", "TM", number="swe"),
    Role("sm", "service manager", "SM", "social-care", "Manager ", number="swe"),
    Role("edt", "out-of-hours social worker", "EDT", "social-care", "EDT", number="swe"),
    Role("fsw", "family support worker", "FSW", "early-help", "FSW", number="staff"),
    Role("hv", "health visitor", "HV", "health", "HV", number="nmc"),
    Role("mw", "midwife", "MW", "health", "MW", number="nmc"),
    Role("gp", "GP", "GP", "gp", "GP", "Dr", "gmc"),
    Role("gp2", "GP", "GP", "gp", "GP", "Dr", "gmc"),
    Role("pn", "practice nurse", "PN", "gp", "PN", number="nmc"),
    Role("sn", "school nurse", "SN", "health", "SN", number="nmc"),
    Role("paed", "consultant paediatrician", "Cons Paed", "hospital", "Consultant ", "Dr", "gmc"),
    Role("ae", "emergency department doctor", "A&E Reg", "hospital", "Doctor ", "Dr", "gmc"),
    Role("nurse", "ward nurse", "S/N", "hospital", "Nurse ", number="nmc"),
    Role("radiologist", "consultant radiologist", "Radiologist", "hospital", "Consultant ", "Dr", "gmc"),
    Role("psych", "psychiatrist", "Psych", "health", "Consultant ", "Dr", "gmc"),
    Role("cpn", "community psychiatric nurse", "CPN", "health", "CPN", number="nmc"),
    Role("slt", "speech and language therapist", "SALT", "health", "Practitioner ", number="hcpc"),
    Role("pc", "police constable", "PC", "police", "PC", "PC", "collar"),
    Role("pc2", "police constable", "PC", "police", "PC", "PC", "collar"),
    Role("sgt", "police sergeant", "PS", "police", "PS", "PS", "collar"),
    Role("dc", "detective constable", "DC", "police", "DC", "DC", "collar"),
    Role("di", "detective inspector", "DI", "police", "DI", "DI", "collar"),
    Role("teacher", "class teacher", "CT", "education", "Teacher ", number="staff"),
    Role("ta", "teaching assistant", "TA", "education", "TA", number="staff"),
    Role("head", "head teacher", "HT", "education", "HT", number="staff"),
    Role("dsl", "designated safeguarding lead", "DSL", "education", "DSL", number="staff"),
    Role("nkw", "nursery key worker", "KW", "education", "NN", number="staff"),
    Role("fc", "foster carer", "FC", "foster", "FC"),
    Role("fc2", "foster carer", "FC", "foster", "FC"),
    Role("ssw", "supervising social worker", "SSW", "foster", "SSW", number="swe"),
    Role("iro", "independent reviewing officer", "IRO", "social-care", "IRO", number="swe"),
    Role("cafcass", "children's guardian", "CG", "court", "Guardian ", number="swe"),
    Role("solicitor", "solicitor", "Sol", "legal", "Professional ", number=""),
    Role("judge", "judge", "HHJ", "court", "Professional ", "HHJ"),
    Role("po", "probation officer", "PO", "probation", "PO", number="staff"),
    Role("ho", "housing officer", "HO", "housing", "Officer ", number="staff"),
    Role("drug", "drug and alcohol worker", "D&A worker", "health", "Worker ", number="staff"),
    Role("idva", "independent domestic violence adviser", "IDVA", "early-help", "Worker ", number="staff"),
    Role("admin", "administrator", "Admin", "social-care", "Staff Member ", number="staff"),
)
REVIEW = (
    Role("imra", "author of the management review", "IMR author", "board", "Professional "),
    Role("author", "independent author", "Independent Author", "board", "Independent Author"),
    Role("chair", "independent chair", "Independent Chair", "board", "Independent Chair"),
    Role("panel1", "panel member", "Panel member", "board", "Panel Member 1"),
    Role("panel2", "panel member", "Panel member", "board", "Panel Member 2"),
    Role("panel3", "panel member", "Panel member", "board", "Panel Member 3"),
    Role("panel4", "panel member", "Panel member", "board", "Panel Member 4"),
    Role("bm", "business manager", "Business Manager", "board", "Business Manager"),
)
ROLES = {role.name: role for role in (*FAMILY, *STAFF, *REVIEW)}
AGENCIES = (
    "social-care", "police", "health", "hospital", "gp", "education", "housing", "probation", "early-help",
    "foster", "legal", "court", "board",
)  # fmt: skip


def side_of(role: str) -> str:
    """Say where a role stands: "family", "staff" or "review", as gold has it."""
    if role in {each.name for each in STAFF}:
        return "staff"
    return "review" if role in {each.name for each in REVIEW} else "family"
