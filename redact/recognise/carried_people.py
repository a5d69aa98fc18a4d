"""Whom positions declare, and the places where their names stand, as `carried` weighs them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.carried_signs import (
    Sign,
    initials_of,
    is_about_the_review,
    is_at_the_review,
    is_of_a_family,
    is_participants,
    is_seen,
    is_told,
    parts_of,
)
from redact.recognise.case_rows import has_a_post
from redact.recognise.citation_groups import is_forename
from redact.recognise.citation_places import is_told_with_a_year
from redact.recognise.literature import (
    is_in_the_case,
    is_literary,
    is_of_literature,
    is_of_the_case,
    is_told_of_the_case,
)
from redact.recognise.openers import acts
from redact.recognise.role_doubts import is_of_an_agency, is_of_name_behind
from redact.recognise.role_words import ARTICLE, EDGE, NO_MORE, OFFICE_ROLE
from redact.recognise.zones import Placed, line_of, sentence_around
from redact.values.people import Mention, Standing

__all__ = ["Person", "Place", "declared", "own_letters"]

_CARRIED = (Standing.CITED, Standing.PUBLIC, Standing.OFFICE)

# Of a name that was cited beyond doubt, without its year.
_AGAIN_BEFORE = regex.compile(
    r"\b(?:pace|echo(?:es|ing)?|gloss[ ]on|borrow(?:s|ed|ing)?[ ]from|in[ ]the[ ](?:words|sense|language"
    r"|terms)[ ]of)[ ]$"
)
_AGAIN_BEHIND = regex.compile(
    r",?[ ]more[ ]recently\b|[ ]as[ ]saying\b|'s?[ ](?:own[ ])?(?:terms?|phrase|words|ladder|typology"
    r"|metaphor|categories"
    r"|taxonomy|formulation|coinage)\b"
)
_ROLE_BEFORE = regex.compile(
    rf"{EDGE}(?i:{OFFICE_ROLE})[ ](?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Professor|Prof|Sir|Dame)\.?[ ])?$"
)
# "Harte, independent author's brother" and "Harte, independent chair of the conference" are others.
_ROLE_BEHIND = regex.compile(rf"(?:,[ ]|[ ]\()(?i:{ARTICLE}{OFFICE_ROLE}){NO_MORE}")
_TASKED = regex.compile(
    r"(?:(?:^|\n)[ ]*(?:lead|owner|action|for|spokes\p{L}+|speakers?)[ ]?:[ ]"
    r"|\b(?:added|asked[ ]for|owned|led)[ ]by[ ])"
    r"(?:\p{L}{2,4}\.?[ ])?$",
    regex.IGNORECASE,
)
_ROLE_CELL = regex.compile(rf"[ ]?\t[ ]?(?i:{OFFICE_ROLE})[ ]?(?:$|[\t\n])")
_TO_US = regex.compile(r"[ ](?:(?:has|had|have)[ ])?(?:already[ ]|just[ ]|also[ ])?\p{Ll}{3,}[ ](?:me|us)\b")
# A remark between asterisks, and who makes it at its end.
_REMARK_BEFORE = regex.compile(r"[ ]*\*+(?:[^*\t\n]*[.!?][\"')]*[ ])?")
_REMARK_ENDS = regex.compile(
    r"(?:[ ](?:concurs|agrees|disagrees|dissents|demurs|doubts[ ]it))?[.]?\*+[ ]*(?:$|[\t\n])"
)
# A question, before its answer in the same line.
_ASKS = regex.compile(r"(?:^|[\n.?!][ ]*)Q(?:\d{1,2})?[.:][ ][^\n]{3,}\?[\"')]*[ ]$")
_BARE_ROLE = regex.compile(r"[ ]\((?i:chair|author)\)")
# The lines of one sentence: "once would do, said / Harte.", "Harte / to move it".
_LINE_BEFORE = regex.compile(r"[ ]\p{Ll}+[ ]?\n(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?[ ])?$")
_LINE_BEHIND = regex.compile(r"[ ]?\n\p{Ll}{2,}")
_ROLE_LENGTH = 80  # characters


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody declared: the surname, the forenames that are known, and the documents that declare them."""

    standing: Standing
    surname: str = field(repr=False)
    forenames: frozenset[str] = field(repr=False)
    documents: frozenset[int]
    sure: frozenset[int] = frozenset()  # of them, those that cite beyond doubt


@dataclass(frozen=True, slots=True)
class Place:
    """A mention with the words of its name, its document, and what stands around it."""

    mention: Mention = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    letters: str = field(repr=False)  # its own initials, or all of it where it is letters alone
    document: int
    text: str = field(repr=False)
    sign: Sign

    def is_told(self) -> bool:
        """Tell whether a sentence tells of it, over its lines too: no row, no heading and no address does."""
        start, end = self.mention.span.start, self.mention.span.end
        if is_told(self.text, start, end):
            return True
        broken = _LINE_BEFORE.search(self.text, max(0, start - 60), start) or _LINE_BEHIND.match(
            self.text, end
        )
        return broken is not None and not self.is_in_a_cell()

    def is_in_brackets_of_its_role(self) -> bool:
        """Tell a whole name directly before "(Chair)" or "(Author)"."""
        return len(self.words) > 1 and _BARE_ROLE.match(self.text, self.mention.span.end) is not None

    def is_in_its_role(self) -> bool:
        """Tell whether a role of the review stands directly before it or behind it, as in its role line."""
        start, end = self.mention.span.start, self.mention.span.end
        low = max(0, start - _ROLE_LENGTH)
        before = _ROLE_BEFORE.search(self.text[low:start])
        if before is not None:
            return not is_of_an_agency(self.text, low + before.start())
        behind = _ROLE_BEHIND.match(self.text, end)
        return behind is not None and not is_of_name_behind(self.text, behind.end())

    def is_in_office(self) -> bool:
        """Tell the same of a place beside which nothing of the case stands."""
        return self.is_in_its_role() and not is_participants(self.sign, Standing.OFFICE)

    def is_beside_letters(self, letters: Iterable[str]) -> bool:
        """Tell whether a cell beside its own holds its letters and nothing else: "Read | Harte | AH"."""
        start, end = self.mention.span.start, self.mention.span.end
        low, high = line_of(self.text, start)
        before, behind = self.text[low:start].split("\t"), self.text[end:high].split("\t")
        if before[-1].strip() or behind[0].strip():
            return False
        beside = [*before[-2:-1], *behind[1:2]]
        own = frozenset(letters)
        return any(cell.replace(".", "").strip() in own for cell in beside)

    def is_before_a_role(self) -> bool:
        """Tell whether the cell behind its own is a role of the review, whatever heads its column."""
        return _ROLE_CELL.match(self.text, self.mention.span.end) is not None

    def is_in_a_cell(self) -> bool:
        """Tell whether it stands in the row of a table."""
        return "\t" in self.text[slice(*line_of(self.text, self.mention.span.start))]

    def is_a_participants(self, standing: Standing = Standing.OFFICE) -> bool:
        """Tell whether what stands around it is of somebody of the case; a cell of a tracker is anybody's."""
        if not self.sign.form or self.sign.kin or self.sign.post or standing is not Standing.OFFICE:
            return is_participants(self.sign, standing)
        is_of_anybody = self.is_in_a_cell() and not self.is_in_a_row_of_the_case()
        return not is_of_anybody or is_of_a_family(self.text, self.mention.span.start)

    def is_signing(self) -> bool:
        """Tell whether it signs the remark of its cell: "*No comment. Harte*", "*Good. Harte concurs.*"."""
        start, end = self.mention.span.start, self.mention.span.end
        low, _ = line_of(self.text, start)
        before = self.text[low:start].rpartition("\t")
        return bool(before[1]) and (
            _REMARK_BEFORE.fullmatch(before[2]) is not None and _REMARK_ENDS.match(self.text, end) is not None
        )

    def is_of_somebody_else(self) -> bool:
        """Tell the same of a place outside its role line, where the cells are its own: "Name | Post"."""
        if self.mention.standing is Standing.OFFICE or self.is_before_a_role():
            return self.sign.kin
        return self.is_a_participants()

    def is_tasked(self) -> bool:
        """Tell whether a line, no row, gives it something to do: "Lead: Harte", "(added by Harte)"."""
        low, _ = line_of(self.text, self.mention.span.start)
        return not self.is_in_a_cell() and _TASKED.search(self.text, low, self.mention.span.start) is not None

    def is_in_a_row_of_the_case(self) -> bool:
        """Tell whether its line speaks of visits, homes or agencies: it may be a worker's."""
        return is_seen(self.text, self.mention.span.start)

    def is_in_a_row_with_a_post(self) -> bool:
        """Tell whether a cell of its row is a post of the case or a relative, or the row another body's."""
        line = self.text[slice(*line_of(self.text, self.mention.span.start))]
        return "\t" in line and has_a_post(line)

    def sentence(self) -> tuple[int, int]:
        """Give the half-open code points of its sentence in its passage."""
        start, end = self.mention.span.start, self.mention.span.end
        before, behind = sentence_around(self.text, start, end)
        return start - len(before), end + len(behind)

    def is_of_the_case(self) -> bool:
        """Tell whether its sentence tells of somebody's visit or home."""
        return is_of_the_case(self.text, self.mention.span.start, self.mention.span.end)

    def is_in_the_case(self) -> bool:
        """Tell whether its bearer does there what nobody does who reviews a case or writes of many."""
        return is_in_the_case(self.text, self.mention.span.start, self.mention.span.end)

    def acts_in_the_case(self) -> bool:
        """Tell the same, or that its bearer acts as people do: "Harte rang", "Harte has sent me nine"."""
        end = self.mention.span.end
        is_told = acts(self.text, end) or _TO_US.match(self.text, end) is not None
        return is_told or self.is_in_the_case()

    def is_told_of_the_case(self) -> bool:
        """Tell whether its sentence tells of somebody's case, by whatever sign."""
        return is_told_of_the_case(self.text, self.mention.span.start, self.mention.span.end)

    def is_literary(self) -> bool:
        """Tell whether its sentence speaks of literature."""
        return is_literary(self.text, self.mention.span.start, self.mention.span.end)

    def is_of_literature(self) -> bool:
        """Tell whether words of literature stand beside it or in its sentence."""
        if is_told_with_a_year(self.text, self.mention.span.start, self.mention.span.end):
            return False
        return (
            is_of_literature(self.text, self.mention.span.start, self.mention.span.end) or self.is_literary()
        )

    def is_spoken_of_again(self) -> bool:
        """Tell whether a sentence speaks of it as of a cited author, in words that are said of no worker."""
        start, end = self.mention.span.start, self.mention.span.end
        if is_forename(self.text[start:end]) or self.sign.title or not self.is_told():
            return False
        said = _AGAIN_BEFORE.search(self.text, max(0, start - 40), start) or _AGAIN_BEHIND.match(
            self.text, end
        )
        return said is not None and not self.is_told_of_the_case()

    def is_at_the_review(self) -> bool:
        """Tell whether its sentence tells what only an author or a chair does."""
        return is_at_the_review(self.text, self.mention.span.start, self.mention.span.end)

    def is_about_the_review(self) -> bool:
        """Tell whether its sentence speaks of the review."""
        return is_about_the_review(self.text, self.mention.span.start, self.mention.span.end)


def own_letters(text: str, start: int, end: int) -> str:
    """Give the initials of a name of half-open code points; "Q. Who did it? A. Harte did" has none."""
    low, _ = line_of(text, start)
    if text.startswith("A. ", start) and _ASKS.search(text, low, start) is not None:
        start += len("A. ")
    return initials_of(text[start:end])


def declared(held: Mapping[str, Sequence[Placed]], homes: Mapping[str, int]) -> list[Person]:
    """Collect whom the positions declare; a chair of one word only where a title or the role shows it."""
    found: dict[tuple[Standing, str], tuple[set[str], set[int], set[int]]]
    found = defaultdict(lambda: (set(), set(), set()))
    for passage, every in held.items():
        names: list[tuple[Standing, str, bool]] = []
        end = -1
        for each in sorted(every, key=lambda placed: placed.span.start):
            if each.zone.standing not in _CARRIED:
                continue
            name = each.zone.reading.text[each.zone.start : each.zone.end]
            # A name in two cells of a row is one name.
            between = each.zone.reading.text[end : each.zone.start] if end >= 0 else "."
            in_cells = between in ("\t", " \t", "\t ") and not names[-1][1].replace(".", "").isupper()
            if names and names[-1][0] is Standing.OFFICE and in_cells:
                names[-1] = (Standing.OFFICE, f"{names[-1][1]} {name}", False)
            else:
                names.append((each.zone.standing, name, each.zone.of_literature or not each.zone.careful))
            end = each.zone.end
        for standing, name, is_sure in names:
            words = parts_of(name)
            if words:
                forenames, documents, sure = found[standing, words[-1]]
                forenames |= set(words[:-1])
                documents.add(homes[passage])
                sure |= {homes[passage]} if is_sure else set()
    return [
        Person(standing, surname, frozenset(of[0]), frozenset(of[1]), frozenset(of[2]))
        for (standing, surname), of in found.items()
    ]
