"""Labels in use for people: "Child K", "Parent 1", "SW2", "Half Sibling 2", "MGM".

They are never a fault by themselves. They are found so that nothing else takes them for a name, a
postcode or a reference. A label in lower case counts only with a number or x, y or z ("child a" may be
the words child and a).
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_ROLES = (
    r"(?:(?:half|step|full|foster|maternal|paternal|great|birth|adoptive|older|younger|elder|unborn)[ -])"
    r"{0,2}(?:child|children|baby|babies|infant|young person|young people|adult|parent|mother|father|sibling"
    r"|brother|sister|twin|family|families|grandmother|grandfather|grandparent|aunt|uncle|cousin|partner"
    r"|friend|neighbour|carer|foster carer|guardian|teacher|head ?teacher|school|nursery|hospital|practice"
    r"|agency|social worker|health visitor|midwife|nurse|doctor|gp|officer|police officer|worker"
    r"|support worker|manager|team manager|consultant|paediatrician|practitioner|professional|staff member"
    r"|subject|person|witness|sib|ed psych|educational psychologist|psychologist|psychiatrist|therapist"
    r"|solicitor"
    r"|advocate|interpreter|panel member|stepfather|stepmother|step-father|step-mother|husband|wife"
    r"|ex-partner"
    r"|boyfriend|girlfriend|son|daughter|niece|nephew|relative|household member|lodger|paramedic|clinician"
    r"|pharmacist|dentist|housing officer|probation officer|school nurse|tutor|pupil|resident|patient)"
)
_JOINT = r"(?:,[ ]|[ ](?:and|&)[ ]|/)"
# Marks of a list are of one kind: in "told Parent 1, KN told Child A" somebody speaks.
_MARKS = (r"[A-Z]\d{0,2}", r"[A-Z]{2}\d{0,2}", r"\d{1,2}")
# "Worker S. Grealish, or": the initial of whoever works there, and no label.
_NO_INITIAL = (
    r"(?!(?<=(?i:worker|nurse|teacher|manager|officer|practitioner|consultant|solicitor|doctor)[ ]\p{Lu})"
    r"\.[ ](?!(?:Mother|Father|Mum|Dad|Parent|Child|Grand\p{Ll}+|She|He|They|It|The|This|No)\b)"
    r"\p{Lu}[\p{L}'-]+"
    r"(?:[,;:)]|\.(?=\s*$)|[ ](?:and|or|to|of|at|from|rang|said|came|saw|was|is|has|had|will)\b))"
)
_EDGE = r"(?<![\p{L}\p{N}_'-])"
_STOP = r"(?![\p{L}\p{N}_])(?!'\p{Lu})(?!\.\p{Lu}\.)"
# Somebody called Friend or Neighbour: "told Friend 08:30", "Friend 62 orders".
_NO_TIME = r"(?!(?<=\d)[:.]\d\d(?!\d)|(?<=[3-9]\d)[ ]\p{Ll}{3})"
# A line may end within a label, but no row of a table: "L. Valdez | GP" and then "M. Harte | nurse".
_GAP = r"(?:[ ]|(?<!\t[^\n]{0,60})\n(?!\w{1,4}(?:\t|\.[ ]?\p{Lu})))"
# Two capitals that are a word are no mark: "Child I saw", "Teacher OF THE YEAR".
_NO_MARK = r"(?!(?:I|AM|PM|OR|OF|TO|IN|AT|IS|NO|MY|WE|HE|ON|BY|AS|IT|IF)\b)"
# SW1, PO1 and TA1 are districts too where somebody lives.
# "Comment [CM4]:" in the margin of a draft is whose comment it is.
_NO_COMMENT = r"(?<!\b[Cc]omment[ ]\[)(?<!\b[Cc]ommented[ ]\[)"
_NO_PLACE = (
    r"(?<!\b(?:liv(?:es?|ed|ing)|mov(?:es?|ed|ing)|flat|house|area|address|London|postcode|district"
    r"|stay(?:s|ed|ing))"
    r"\b[^.;\n]{0,14}[ ])"
)
_LAST = Anchor(regex.compile(r"[ \n](?:[xyz]|\d{1,2})(?![\p{L}\p{N}_])"), 80, 16)
_SHAPES = (
    Shape(
        "role and mark",
        regex.compile(
            rf"{_EDGE}(?=\p{{Lu}})(?i:{_ROLES}){_GAP}{_NO_MARK}"
            rf"(?:{'|'.join(rf'{mark}(?:{_JOINT}{mark})*{_STOP}{_NO_INITIAL}' for mark in _MARKS)}){_NO_TIME}"
        ),
        0.85, 0.85, "a role with a letter or a number, as labels are written",
    ),
    Shape(
        "role and mark, lower case",
        regex.compile(
            rf"{_EDGE}(?i:{_ROLES}){_GAP}(?:[xyz]|\d{{1,2}}){_STOP}{_NO_TIME}"
            r"(?!\s?(?:years?|months?|weeks?|days?|of|st|nd|rd|th|-)\b)"
        ),
        0.7, 0.7, "a role with a number or x, y or z, as labels are written", _LAST,
    ),
    Shape(
        "short role and number",
        regex.compile(
            rf"{_NO_PLACE}{_NO_COMMENT}{_EDGE}(?:SW|SSW|HV|MW|GP|PC|DC|DS|PS|DI|IRO|TM|FSW|CAMHS|CPN|SN|OT|PO|HT|DSL"
            rf"|TA|CSW|ASW|HS|FC|SSP|EP|YW|FM|NN|CN|PN|EDT|EWO|LADO|SENCO|SENCo|IDVA|ISVA|PCSO|MHW|YW"
            rf"|CM|DM|DT|TL|ADM|LAC|SSW|ED|A&E|FNP|EHA|OIC|SIO)"
            rf"(?:[ ]?\d{{1,2}}|[ ][A-H](?![ ]?\d)){_STOP}(?![ ]?\d|[./]\d{{1,2}}[./]\d)"
        ),
        0.8, 0.8, "a short form of a post with a number or a letter",
    ),
    Shape(
        "short kinship",
        regex.compile(rf"{_EDGE}[MP]G?G[MFP]s?{_STOP}"),
        0.7, 0.7, "a short form of a grandparent",
    ),
    Shape(
        "letter and number",
        regex.compile(
            r"(?<![\p{L}\p{N}_/.&-])"
            r"(?<!\b(?:the|on|junction|vitamin|page|appendix|section|annex|table|room|ward)[ ])"
            r"(?:[CDFHJKXYZ]\d|(?<=\()(?:M|A|B|S|MP|MGM|PGM)\d(?=\))|[MF]\d(?=[ ](?:and|&)[ ][MF]\d\b)"
            rf"|(?<=\b[MF]\d[ ](?:and|&)[ ])[MF]\d){_STOP}(?![./(]|[ ]?\d)"
        ),
        0.6, 0.6, "a letter with a number, as labels are written",
    ),
    Shape(
        "short post",
        regex.compile(rf"{_EDGE}(?:IRO|EWO|LADO|SENCO|IDVA){_STOP}(?![ ]?\d)"),
        0.6, 0.6, "a short form of a post that stands for its holder",
    ),
    Shape(
        "title and placeholder",
        regex.compile(
            rf"{_EDGE}(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?[ ](?P<value>[A-Z]{{1,2}}\d?){_STOP}(?!\.[ ]?\p{{Lu}})"
        ),
        0.6, 0.6, "a title with a letter in place of a name",
    ),
    Shape(
        "kinship as a name",
        regex.compile(
            rf"(?<=[\p{{Ll}},;][ ]){_EDGE}(?:(?:Maternal|Paternal|Birth|Foster|Step|Great)[ -])*"
            rf"(?:Mother|Father|Grandmother|Grandfather|Stepfather|Stepmother|Step-father|Step-mother){_STOP}"
        ),
        0.6, 0.6, "a word of kinship written as a name is written",
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of(text, Label.PSEUDONYM, _SHAPES)


RECOGNISER = TextRecogniser(
    name="pseudonyms",
    version="1",
    labels=(Label.PSEUDONYM,),
    find=_find,
    examples=(
        Example("Child K was seen.", ("Child K",)),
        Example("Child AB and Parent 1", ("Child AB", "Parent 1")),
        Example("Children F, G and H", ("Children F, G and H",)),
        Example("He told Parent 1, KN told Child AB.", ("Parent 1", "Child AB")),
        Example("Child A2 lived with Half Sibling 2.", ("Child A2", "Half Sibling 2")),
        Example("child y and Parent 2", ("child y", "Parent 2")),
        Example("SW1 told HV2 and GP A.", ("SW1", "HV2", "GP A")),
        Example("MGM rang PC1.", ("MGM", "PC1")),
        Example("Ms X was there.", ("X",)),
        Example("Ms B\u2019s view", ("B",)),
        Example("He told Mother that", ("Mother",)),
        Example("Baby Z was born.", ("Baby Z",)),
        Example("Young Person F\u2019s school", ("Young Person F",)),
        Example("Child H1 and CHILD K went to School 1.", ("Child H1", "CHILD K", "School 1")),
        Example("Family U knew Teacher 1 at Hospital A.", ("Family U", "Teacher 1", "Hospital A")),
        Example("Father 1 (F1) met Adult B and the IRO.", ("Father 1", "F1", "Adult B", "IRO")),
    ),
    near_misses=(
        "the child a good start",
        "Child H.T. was seen.",
        "Key\tOwls Nursery\nRD\tno reply",
        "Child Protection Conference",
        "A child 12 years old",
        "PC 1234 attended.",
        "SW1A 1AA",
        "SN 08.09.08 review of weight",
        "Her mother told the social worker.",
        "Children Act 1989",
        "Father I saw",
        "on the A1 and the M1",
        "they lived in SW1",
        "vitamin D3, page C4",
    ),
)
