"""The words that templates may use: slots, forms, events. corpus/templates/README.md explains each."""

from __future__ import annotations

__all__ = [
    "AGENCIES",
    "BODIES",
    "CASES",
    "DATE_BASES",
    "DATE_FORMS",
    "EVENTS",
    "EVENT_DATES",
    "FACTS",
    "FAMILY",
    "GROUPS",
    "KINDS",
    "NAME_FORMS",
    "NUMBERS",
    "OTHERS",
    "PERSON_FORMS",
    "PLACES",
    "PUBLIC",
    "REVIEW",
    "ROLES",
    "SEXED",
    "STAFF",
    "STAYING_BODIES",
]


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


KINDS = _set(
    "imr chronology overview summary action-plan terms-of-reference request-form letter email minutes court "
    "placement genogram case-notes press statement referral guidance"
)
AGENCIES = _set(
    "social-care police health hospital gp education housing probation early-help foster legal court board"
)
CASES = frozenset({"mixed", "lower", "upper"})
DATE_FORMS = frozenset({"long", "ord", "short", "slash", "dots", "dash", "iso", "month"})

FAMILY = _set(
    "child sib sib2 mother father partner exp gran grandad pgran aunt uncle cousin friend neighbour lodger"
)
STAFF = _set(
    "sw sw2 tm sm edt fsw hv mw gp gp2 pn sn paed ae nurse radiologist psych cpn slt pc pc2 sgt dc di "
    "teacher ta head dsl nkw fc fc2 ssw iro cafcass solicitor judge po ho drug idva admin"
)
REVIEW = _set("imra author chair panel1 panel2 panel3 panel4 bm")
ROLES = FAMILY | STAFF | REVIEW | {"worker", "it"}
GROUPS = frozenset({"sibling", "parent", "family", "staff", "panel"})

NAME_FORMS = _set(
    "full middle first last t tfull tinit tfirst init inits ilast lasti firsti lastfirst lastfirst2 caps "
    "lastcaps firstcaps low nick variant slip lastslip former formerlast aka rolefull rolelast label "
    "ref"
)
FACTS = _set("religion language nationality ethnicity country")
# Words by sex: for a woman, for a man. Each may be written with a capital in front.
SEXED = {
    "he": ("she", "he"),
    "him": ("her", "him"),
    "his": ("her", "his"),
    "himself": ("herself", "himself"),
    "son": ("daughter", "son"),
    "boy": ("girl", "boy"),
    "man": ("woman", "man"),
    "brother": ("sister", "brother"),
    "halfbrother": ("half-sister", "half-brother"),
    "father": ("mother", "father"),
    "husband": ("wife", "husband"),
    "nephew": ("niece", "nephew"),
    "grandson": ("granddaughter", "grandson"),
}
_AGES = _set("dob dobshort dod age ageyears agewords schoolyear")
_IDS = _set("user email phone no nhs nino upn")
PERSON_FORMS = (
    NAME_FORMS
    | FACTS
    | frozenset(SEXED)
    | {word.capitalize() for word in SEXED}
    | _AGES
    | _IDS
    | {"address", "postcode", "school", "role", "Role"}
)

DATE_BASES = frozenset({"date", "incident", "today", "review.from", "review.to", "edd"})
EVENT_DATES = frozenset({"month", "year", "weekday", "time"})
PLACES = _set(
    "address address.line address.street address.flat oldaddress oldaddress.street oldaddress.line postcode "
    "estate town area othertown county park shop"
)
BODIES = _set(
    "school nursery school2 practice hospital ward clinic refuge hostel home agency charity employer church "
    "mosque firm court team centre"
)
STAYING_BODIES = _set("council board trust force ccg")
NUMBERS = _set("ref.case ref.crime ref.incident ref.court ref.custody ref.hospital reg")
PUBLIC = _set("cite cite.text cite.list famous inquiry eponym statute minister")
OTHERS = EVENT_DATES | PLACES | BODIES | STAYING_BODIES | NUMBERS | PUBLIC

EVENTS = _set(
    "antenatal_booking concealed_pregnancy birth new_birth_visit hv_visit immunisation dna gp_visit "
    "ae_visit admission discharge bruise injury disclosure school_start attendance school_concern "
    "exclusion meal_hunger police_callout police_arrest bail missing anonymous_call referral "
    "no_further_action strategy section47 medical home_visit no_access assessment icpc core_group "
    "review_conference cin_meeting early_help legal_planning court_hearing order placement "
    "placement_move contact reunification house_move eviction rent_arrears homelessness new_partner "
    "separation pregnancy mental_health overdose substance self_harm family_call neighbour_call "
    "phone_call email supervision handover case_closure transfer_in transfer_out probation_contact "
    "prison_release marac incident death after_arrest post_mortem rapid_review review_started"
)
