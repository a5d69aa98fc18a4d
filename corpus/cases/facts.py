"""Religion, language, nationality, ethnicity and country of birth by heritage, as agencies record them.

From general knowledge of England's population and of the census categories; no list was copied.
"""

from __future__ import annotations

from random import Random

from corpus.cases.values import Heritage

__all__ = ["LANDS", "facts_of"]

# For each group: census category, religions, and countries each with nationality and language.
LANDS: dict[Heritage, tuple[str, tuple[str, ...], tuple[tuple[str, str, str], ...]]] = {
    Heritage.ENGLISH: (
        "White British", ("none", "Church of England", "Christian", "not known"),
        (("England", "British", "English"),),
    ),
    Heritage.SCOTTISH_WELSH: (
        "White British", ("none", "Church of Scotland", "Methodist", "Christian"),
        (("Scotland", "British", "English"), ("Wales", "British", "Welsh"), ("Wales", "British", "English")),
    ),
    Heritage.IRISH: (
        "White Irish", ("Catholic", "Roman Catholic", "none"),
        (("Ireland", "Irish", "English"), ("Northern Ireland", "British", "English")),
    ),
    Heritage.CARIBBEAN: (
        "Black Caribbean", ("Christian", "Pentecostal", "Seventh-day Adventist", "none"),
        (("Jamaica", "Jamaican", "English"), ("Barbados", "Barbadian", "English"),
         ("Trinidad", "Trinidadian", "English")),
    ),
    Heritage.WEST_AFRICAN: (
        "Black African", ("Christian", "Pentecostal", "Catholic", "Muslim"),
        (("Nigeria", "Nigerian", "Yoruba"), ("Nigeria", "Nigerian", "Igbo"), ("Ghana", "Ghanaian", "Twi"),
         ("Democratic Republic of Congo", "Congolese", "Lingala")),
    ),
    Heritage.EAST_AFRICAN: (
        "Black African", ("Muslim", "Orthodox Christian", "Muslim"),
        (("Somalia", "Somali", "Somali"), ("Eritrea", "Eritrean", "Tigrinya"),
         ("Ethiopia", "Ethiopian", "Amharic"), ("Sudan", "Sudanese", "Arabic")),
    ),
    Heritage.SOUTH_ASIAN: (
        "Asian Indian", ("Sikh", "Hindu", "Christian", "Hindu"),
        (("India", "Indian", "Punjabi"), ("India", "Indian", "Gujarati"), ("Sri Lanka", "Sri Lankan",
        "Tamil"),
         ("Nepal", "Nepalese", "Nepali")),
    ),
    Heritage.MUSLIM_SOUTH_ASIAN: (
        "Asian Pakistani", ("Muslim",),
        (("Pakistan", "Pakistani", "Urdu"), ("Pakistan", "Pakistani", "Punjabi"),
         ("Pakistan", "Pakistani", "Mirpuri")),
    ),
    Heritage.MIDDLE_EASTERN: (
        "Other ethnic group: Arab or Kurdish", ("Muslim", "Muslim", "none"),
        (("Iraq", "Iraqi", "Kurdish"), ("Iran", "Iranian", "Farsi"), ("Turkey", "Turkish", "Turkish"),
         ("Syria", "Syrian", "Arabic")),
    ),
    Heritage.POLISH_BALTIC: (
        "White Other", ("Catholic", "none"),
        (("Poland", "Polish", "Polish"), ("Lithuania", "Lithuanian", "Lithuanian"),
         ("Latvia", "Latvian", "Latvian"), ("Slovakia", "Slovak", "Slovak")),
    ),
    Heritage.ROMANIAN_BALKAN: (
        "White Other", ("Orthodox Christian", "Pentecostal", "none"),
        (("Romania", "Romanian", "Romanian"), ("Romania", "Romanian", "Romani"),
         ("Albania", "Albanian", "Albanian"), ("Bulgaria", "Bulgarian", "Bulgarian")),
    ),
    Heritage.EAST_ASIAN: (
        "Asian Other", ("Buddhist", "none", "Christian", "Catholic"),
        (("China", "Chinese", "Mandarin"), ("Vietnam", "Vietnamese", "Vietnamese"),
         ("the Philippines", "Filipino", "Tagalog"), ("Hong Kong", "British", "Cantonese")),
    ),
}  # fmt: skip
_MIXED = "Mixed heritage"


def facts_of(rng: Random, heritage: Heritage, *, here: bool, other: Heritage | None = None) -> dict[str, str]:
    """Facts that agree; `here`: born in England. `other` is the heritage of the second parent."""
    category, religions, lands = LANDS[heritage]
    country, nationality, language = rng.choice(lands)
    mixed = other is not None and LANDS[other][0] != category
    return {
        "religion": rng.choice(religions),
        "language": language if not here or rng.random() < 0.3 else "English",
        "nationality": "British" if here else nationality,
        "ethnicity": _MIXED if mixed else category,
        "country": "England" if here else country,
    }
