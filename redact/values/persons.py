"""What is known of the persons of a call: by which names they are called, what they are, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from redact.values.people import Mention

__all__ = ["Because", "Linked", "Move", "NameKind", "PersonCard"]


class Because(Enum):
    """Why a mention was given to a person, or to nobody, in our own words, never the document's."""

    WHOLE = "it is the person's whole name"
    ALONE = "nobody else in these papers is called so"
    ONLY = "only one person in these papers bears this name"
    SHORT = "it is a usual short form of the forename"
    SPELLED = "it is another spelling of the forename"
    CUT = "it is a part of the forename, and of nobody else's"
    HALF = "it is one half of a double name"
    USER = "it is a user name made of the name"
    SLIP = "it is one slip away from the name"
    SOUND = "it sounds like the name"
    INITIALS = "the initials are this person's and nobody else's"
    TITLE = "of those who bear the name only one is addressed so"
    BIRTH = "of those who bear the name only one was born then"
    CELL = "it stands in one row with the other part of the name"
    INSIDE = "it stands inside a longer form of the name"
    CALLED = "the text says that both names are one person's"
    OPEN = "several people could be meant"

    @property
    def words(self) -> str:
        """The reason as a clause for a screen."""
        return self.value


class NameKind(Enum):
    """What a spelling of a name is made of."""

    FULL = "full"  # forename and surname
    FIRST = "first"
    SURNAME = "surname"
    INITIALS = "initials"  # alone, or with a surname or a forename
    NICKNAME = "nickname"  # a short form, or another name of which the text says that it is hers
    FORMER = "former"  # a maiden or earlier surname, or a whole name with it
    SLIP = "slip"  # one slip away from a name of hers
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Linked:
    """One mention of a person with the reason why it is hers."""

    mention: Mention
    kind: NameKind
    because: Because


@dataclass(frozen=True, slots=True)
class PersonCard:
    """What a reader who decides about one person is shown.

    `entity` is the id of her `Entity`. `forms` are the spellings of her names by kind, the most frequent
    first. `relations` are words of kinship and roles that stand beside her name, the most frequent first,
    from our own lists and in lower case: "mother", "social worker". `sex` is "m" or "f" where titles, words
    of kinship or a common forename tell it; `births` are day, month and two digits of the year. No repr shows
    a name.
    """

    entity: str
    forms: tuple[tuple[NameKind, tuple[str, ...]], ...] = field(default=(), repr=False)
    relations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    sex: str = ""
    births: tuple[str, ...] = field(default=(), repr=False)
    links: tuple[Linked, ...] = field(default=(), repr=False)

    def called(self, kind: NameKind) -> tuple[str, ...]:
        """Give her spellings of one kind, the most frequent first; none where there are none."""
        return dict(self.forms).get(kind, ())


@dataclass(frozen=True, slots=True)
class Move:
    """A mention that stands with another entity than before, or has become open or told.

    `before` and `after` are ids of entities of the two resolutions; empty where the mention was or is
    unresolved.
    """

    mention: Mention
    before: str
    after: str
