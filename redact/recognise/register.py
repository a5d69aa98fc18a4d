"""Every recogniser, in the order that wins ties. Adding one is a module and a line here."""

from __future__ import annotations

from redact.recognise import (
    date_of_birth,
    email,
    fields,
    file_name,
    national_insurance,
    nhs_number,
    phone,
    postcode,
    posts,
    pseudonyms,
    repeats,
    titles,
)
from redact.recognise.claims import Recogniser

__all__ = ["RECOGNISERS"]

RECOGNISERS: tuple[Recogniser, ...] = (
    email.RECOGNISER,
    phone.RECOGNISER,
    nhs_number.RECOGNISER,
    national_insurance.RECOGNISER,
    postcode.RECOGNISER,
    date_of_birth.RECOGNISER,
    pseudonyms.RECOGNISER,
    titles.RECOGNISER,
    posts.RECOGNISER,
    fields.RECOGNISER,
    file_name.RECOGNISER,
    repeats.RECOGNISER,
)
