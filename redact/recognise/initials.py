"""Initials of people that a list or a column explains: "AH = Anna Harte", "Anna Harte (AH)".

Once explained, the same initials count wherever they stand as a word of their own, in every document of the
call. Letters that are a usual short form (SW, HV, GP) count only where they are explained. What remains:
initials that nothing explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.beside import is_known, name_before
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.defined_letters import is_explained_here, is_office
from redact.recognise.grids import Cell, Grid, View
from redact.recognise.model.views import chance
from redact.recognise.names import Name, read_name, stop_words
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER", "fits"]

_NAME, _VERSION = "initials", "1"
_OFFICE_ODDS, _OFFICE_SCORE = 0.2, 0.45  # the odds below which such letters are none: "Vit K IM given"
_LETTERS = r"(?:\p{Lu}{2,4}|(?:\p{Lu}\.){2,4})"
_BEFORE = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}.'/-])(?P<letters>{_LETTERS}|\p{{Lu}}{{5}})[ ]?(?:=|:|-|\t|is)[ ]?(?=\p{{Lu}})"
)
# "SWAH is Anna Harte": the letters behind those of a post.
_POST = regex.compile(r"(?:SW|FSW|SSW|HV|MW|SN|PC|DC|DS|PS|GP|TM|OT|TA|OO|PO|RW)(?=\p{Lu}{2,3}$)")
_BEHIND = regex.compile(
    rf"(?<=\p{{L}})[ ][(\[](?:\\?[\"'\u201c])?(?P<letters>{_LETTERS})(?:\\?[\"'\u201d])?[)\]]"
)
# "Child H.T.": with full stops they are somebody's own letters, and no label.
_MARKED = regex.compile(
    r"(?<![\p{L}\p{N}'-])(?i:child|baby|infant|young person|mother|father|mum|dad|sibling|brother|sister|twin"
    r"|uncle|aunt|grandmother|grandfather|parent|adult|pupil|patient|subject|client|name|re)(?::[ ]?|[ ])"
    r"(?P<letters>(?:\p{Lu}\.[ ]?){1,3}\p{Lu}\.)(?![ ]?\p{Lu}\p{Ll})"
)
_PLAIN = regex.compile(r"\p{Lu}[\p{L}'-]+(?:[ ]\p{Lu}[\p{L}'-]+){1,3}(?=[ ]*(?:[\n\t,;.(]|$))")
# "NV = Varsani" among others: letters that end with the surname's first.
_OF_A_SURNAME = regex.compile(
    r"(?:^|\n)[ ]*(?P<letters>\p{Lu}{2,3})[ ]?=[ ]?(?P<name>\p{Lu}[\p{L}'-]+)(?=[ ]*(?:\n|$))"
)
_CELL = regex.compile(_LETTERS)
_SHORT = regex.compile(rf"(?:{_LETTERS}|\p{{Lu}}\.?)(?:[ ]?[/,&][ ]?{_LETTERS})*")
# "Harte, Anna | team manager | code AH"
_CODED = regex.compile(rf"(?:code|initials?|key|mark)[ ]?[:=]?[ ](?P<letters>{_LETTERS})", regex.IGNORECASE)
_TURNED = regex.compile(r"(?P<surname>\p{Lu}[\p{L}' -]+),[ ]?(?P<forename>\p{Lu}[\p{L}'-]+)")
_HEADER = regex.compile(
    r"(?i)(?:staff|worker's?|author's?|your|name or)?[ ]?initials?\b.{0,20}|signed \(initials\)"
)
_WORD = regex.compile(rf"(?<![\p{{L}}\p{{N}}'@/.-]){_LETTERS}(?![\p{{L}}\p{{N}}@-])")
_FIRST = regex.compile(r"(?<![\p{L}'])\p{L}|(?<=\p{Ll})\p{Lu}|(?<=')\p{L}")
_EXPLAINED = Evidence(_NAME, _VERSION, "explained initials", "letters that the document explains by a name")
_AGAIN = Evidence(
    _NAME, _VERSION, "initials again", "letters that stand for a name elsewhere in these documents"
)
_OF_SOMEBODY = Evidence(
    _NAME, _VERSION, "initials of somebody", "letters with full stops behind a word for somebody"
)
_COLUMN = Evidence(
    _NAME, _VERSION, "column of initials", "letters in a column whose header asks for initials"
)
_OWNER = Evidence(_NAME, _VERSION, "name with initials", "a name whose own letters stand beside it")


def _find(views: Sequence[View], _: Sequence[Mention]) -> Iterator[Mention]:
    known: set[str] = set()
    made: list[Mention | None] = []
    for view in views:
        for reading in view.first:
            made += _explained(reading, known)
        for grid in view.grids:
            made += _in_grid(grid, known)
    yield from (each for each in made if each is not None)
    # SW and HV are roles wherever nothing explains them.
    wanted = {
        letters for letters in known if letters.casefold() not in stop_words() and not is_known(letters)
    }
    if not wanted:
        return
    for view in views:
        for reading in view.first:
            for match in _WORD.finditer(reading.text):
                letters = match[0].replace(".", "")
                if letters in wanted and not _is_likely_office(view, reading, match, letters):
                    score = _OFFICE_SCORE if is_office(letters) else 0.7
                    again = mention(reading, match.start(), match.end(), Label.PERSON, score, _AGAIN)
                    if again is not None:
                        yield again


def _is_likely_office(view: View, reading: Reading, match: regex.Match[str], letters: str) -> bool:
    """Tell whether letters that are an office or a thing as often are so here, as the model sees it."""
    odds = chance(view, reading, *match.span()) if is_office(letters) else None
    return odds is not None and odds < _OFFICE_ODDS


def _explained(reading: Reading, known: set[str]) -> Iterator[Mention | None]:
    """Find letters with the name that they stand for beside them, and take note of the letters."""
    text = reading.text
    owners = [
        (match, _owner(text, match.end(), match["letters"]))
        for match in _BEFORE.finditer(text)
        if not is_explained_here(text, *match.span("letters"))  # "PLO: Public Law Outline"
    ]
    is_key = any(name is not None for _, name in owners)
    for match, owner in owners:
        name = owner or (_plain_owner(text, match.end(), match["letters"]) if is_key else None)
        if name is not None:
            known.add(match["letters"].replace(".", ""))
            yield mention(
                reading, match.start("letters"), match.end("letters"), Label.PERSON, 0.8, _EXPLAINED
            )
            yield mention(reading, name.start, name.end, Label.PERSON, 0.85, _OWNER)
    for match in _BEHIND.finditer(text):
        name = name_before(text, match.start(), single=False)
        if name is not None and fits(match["letters"], text[name.start : name.end]):
            known.add(match["letters"].replace(".", ""))
            yield mention(reading, name.start, name.end, Label.PERSON, 0.85, _OWNER)
            yield mention(
                reading, match.start("letters"), match.end("letters"), Label.PERSON, 0.8, _EXPLAINED
            )
    yield from _of_surnames(text, reading, known)
    for match in _MARKED.finditer(text):
        start, end = match.span("letters")
        yield mention(reading, start, end, Label.PERSON, 0.7, _OF_SOMEBODY)


def _of_surnames(text: str, reading: Reading, known: set[str]) -> Iterator[Mention | None]:
    """Find the lines of a key that give surnames alone for letters, two of them at least."""
    lines = [
        line
        for line in (_OF_A_SURNAME.finditer(text) if "=" in text else ())
        if line["letters"][-1] == line["name"][0] and not is_known(line["name"])
    ]
    for line in lines if len(lines) > 1 else ():
        known.add(line["letters"])
        start, end = line.span("letters")
        yield mention(reading, start, end, Label.PERSON, 0.8, _EXPLAINED)
        yield mention(reading, line.start("name"), line.end("name"), Label.PERSON, 0.7, _OWNER)


def _owner(text: str, at: int, letters: str) -> Name | None:
    """Read the name that letters stand for, to the end of its line or over it."""
    end = min(len(text), at + 60)
    stop = text.find("\n", at, end)
    for limit in (end if stop < 0 else stop, end):
        name = read_name(text, at, limit, most=4)
        if name is not None and fits(letters, text[name.start : name.end]):
            return name
    return None


def _plain_owner(text: str, at: int, letters: str) -> Name | None:
    """Read a name of words that otherwise end or begin none, in a key of names: "AW = Anna Ward"."""
    plain = _PLAIN.match(text, at, min(len(text), at + 60))
    if plain is None or not fits(letters, plain[0]):
        return None
    every = plain[0].split()
    if all(is_known(word) or word.casefold() in stop_words() for word in every):
        return None
    return Name(plain.start(), plain.end(), len(every))


def fits(letters: str, name: str) -> bool:
    """Tell whether letters are the first letters of a name's words, small words left out or not."""
    plain = letters.replace(".", "")
    if _POST.match(plain) is not None and fits(_POST.sub("", plain), name):
        return True
    first = "".join(_FIRST.findall(name.replace("-", " ")))
    return len(plain) >= 2 and (
        plain in (first.upper(), "".join(letter for letter in first if letter.isupper()))
        or (len(first) > 2 and plain == (first[0] + first[-1]).upper())
        or plain == "".join(word[0] for word in name.split()).upper()
    )


def _in_grid(grid: Grid, known: set[str]) -> Iterator[Mention | None]:
    """Find letters in a column that asks for them, in the cell beside their name, and told to be its code."""
    for cell in grid.cells.values():
        text = cell.text
        coded = _CODED.fullmatch(text)
        if coded is not None and _has_owner(grid, cell, coded["letters"]):
            known.add(coded["letters"].replace(".", ""))
            piece = cell.slices[0]
            start = piece.start + len(piece.text) - len(piece.text.lstrip()) + coded.start("letters")
            end = start + len(coded["letters"])
            yield mention(piece.reading, start, end, Label.PERSON, 0.75, _EXPLAINED)
        if not _SHORT.fullmatch(text):
            continue
        header = grid.header_of(cell)
        asked = header is not None and len(header.text) < 40 and _HEADER.fullmatch(header.text.strip(" :*"))
        owned = any(_begins_with_owner(text, other) for other in _neighbours(grid, cell))
        if not asked and not owned:
            continue
        for piece in cell.slices:
            for match in _CELL.finditer(piece.reading.text, piece.start, piece.end):
                if not owned and match[0].casefold() in stop_words():
                    continue  # "HV" may be a role; with Hugh Vance beside it they are his
                known.add(match[0].replace(".", ""))
                yield mention(
                    piece.reading,
                    match.start(),
                    match.end(),
                    Label.PERSON,
                    0.75,
                    _COLUMN if asked else _EXPLAINED,
                )


def _has_owner(grid: Grid, cell: Cell, letters: str) -> bool:
    """Tell whether a cell before one in its row holds the name for which letters stand."""
    before = grid.left_of(cell)
    while before is not None and len(cell.slices) == 1:
        turned = _TURNED.fullmatch(before.text)
        if turned is not None and letters == turned["forename"][0] + turned["surname"][0]:
            return True
        if _begins_with_owner(letters, before.text):
            return True
        before = grid.left_of(before)
    return False


def _neighbours(grid: Grid, cell: Cell) -> Iterator[str]:
    """Give what stands beside a cell, and behind it in two cells: "AQ | Anwen | Quill"."""
    right, left = grid.right_of(cell), grid.left_of(cell)
    yield from (other.text for other in (right, left) if other is not None)
    further = grid.right_of(right) if right is not None else None
    if right is not None and further is not None:
        yield f"{right.text} {further.text}"


def _begins_with_owner(letters: str, cell: str) -> bool:
    if is_explained_here(f"{letters}\t{cell}", 0, len(letters)):
        return False
    name = read_name(cell, 0, min(len(cell), 60), most=4)
    return name is not None and name.words > 1 and fits(letters, cell[name.start : name.end])


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("AQ = Anwen Quill, health visitor\n\nAQ rang.", ("AQ", "Anwen Quill", "AQ")),
        Example("Anwen Quill (AQ) said so.\n\nA visit by AQ and RO.", ("Anwen Quill", "AQ", "AQ")),
        Example("Date\tInitials\n1 May\tRO\n2 May\tAQ/RO", ("RO", "AQ", "RO")),
        Example("AQ\tAnwen Quill\tmidwife", ("AQ", "Anwen Quill")),
        Example("Quill, Anwen\tmidwife\tcode AQ\nTom Vesey\tnurse\tcode TV", ("AQ", "TV")),
        Example("NV = Varsani\nMP = Prior\nRRV = car", ("NV", "Varsani", "MP", "Prior")),
        Example("SWAQ is Anwen Quill; SWAQ rang.", ("SWAQ", "Anwen Quill", "SWAQ")),
        Example("Name\tInitials\tPost\nBlodwen McVesey\tBM\tBusiness Manager", ("BM",)),
        Example("SQ\tSuk-Yin\tQuill\tHV\nMQ\tMarvin\tQuill\tfriend", ("SQ", "MQ")),
        Example(
            'Stand for: Anwen Quill ("AQ"), Tom Vesey (\\"TV\\").', ("Anwen Quill", "AQ", "Tom Vesey", "TV")
        ),
        Example("KMT: Kayleigh-Mae Tarrant", ("KMT", "Kayleigh-Mae Tarrant")),
        Example("Child H.T. was seen.", ("H.T.",)),
        Example("HV = Hugh Vance, clerk\n\nThe HV rang.", ("HV",)),
        Example("TV = Tom Vesey\nAQ = Anwen Quill", ("TV", "Tom Vesey", "AQ", "Anwen Quill")),
        Example("TV = Tom Vesey\nAW = Anwen Ward, clerk", ("TV", "Tom Vesey", "AW", "Anwen Ward")),
    ),
    near_misses=(
        "The Local Safeguarding Children Board (LSCB) met.",
        "IMR = Individual Management Review",
        "SW = Social Worker",
        "Anwen Quill (RO) and the IRO",
        "CP: Child Protection",
        "Date\tCode\n1 May\tRO",
        "AQ rang.",
    ),
)
