"""Whether a name's place belongs to the review itself or to a meeting and a report of the case.

An independent chair chairs a review's panel, and a child protection conference too: there it is a
practitioner of the case. The title of the document, the headings and the lines around the place decide.
What remains: a conference whose record says nowhere what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.readings import Reading
from redact.recognise.role_names import names_of_line

__all__ = ["Context", "context_of"]

_TITLE_LINES = 14  # a cover and its role lines
_RUNNING = 200  # characters: a longer line is running text, and the title is over
_TABLE_LINES = 6  # of which rows of a table may be some
_NEAR = 3  # readings before and behind a place
_ROWS = 2000  # characters of a table that is one reading
_AROUND = 160  # characters of each of them
_TOLD = regex.compile(r"\p{Ll}[^\n]{40,}[.?!][\"')]*\s*$")
_CELLS = 3  # of a row that is no label with its value
# "Health IMR: Anna Harte" lists who wrote it, and is the title of none.
_LISTED = regex.compile(r"\p{L}[\p{L}' &]{1,30}[ ]IMR[ ]*(?::|-[ ]|\t)[ ]*(?=\p{Lu})")
# "Overview report / written by Anna Harte / with an agency report by": the title is of the first.
_WITH_ANOTHER = regex.compile(
    r"^\W*(?:with|including)[ ](?:an?|the)[ ]agency[ ](?:report|review)[ ](?:by|from)\b",
    regex.IGNORECASE,
)
_ROW = regex.compile(r"\S[^\t\n]*\t[^\t\n]*\S[^\t\n]*\t[^\t\n]*\S")
_SECTION = regex.compile(r"^\s*1[.)]?\s+\p{L}")
_MANAGEMENT = regex.compile(
    r"\b(?:IMR|(?:individual|internal)[ ]management|management[ ]review|(?<!multi-)agency[ ](?:review"
    r"|report)|chronology"
    r"|case[ ]notes?|court|statement[ ]of[ ]witness|social[ ]work[ ]report"
    r"|(?<!\b(?:action|decision|change|version|issues|risk)s?[ ])log)\b",
    regex.IGNORECASE,
)
# In a line of its own text: who writes of a log or of a court keeps neither.
_MANAGEMENT_LINE = regex.compile(
    r"\b(?:IMR|(?:individual|internal)[ ]management|management[ ]review|(?<!multi-)agency[ ](?:review|report)"
    r"|statement[ ]of[ ]witness|social[ ]work[ ]report)\b",
    regex.IGNORECASE,
)
# "Independent Chair: Anna Harte. Management review, health: Tom Vesey": the next entry of a list is its own.
_ENTRY_BEHIND = regex.compile(
    r"(?<=\p{L}[.;])[ ](?:(?:individual|internal|agency)[ ])?management[ ](?:review|report),?[ ]"
    r"(?:(?!author|chair|reviewer|writer)[^.;:\n]){2,60}:[ ](?:(?!author|chair|reviewer|writer)[^\n])*$",
    regex.IGNORECASE,
)
# A form that asks an agency for its report names the review's own author and chair.
_REQUEST = regex.compile(r"\brequest(?:s|ed)?[ ](?:for|to)\b", regex.IGNORECASE)
_OWN_OFFICE = regex.compile(
    r"\b(?:independent[ ](?:(?:lead|overview|report|panel|review)[ ])*(?:author|chair\p{L}*|reviewer|writer"
    r"|scrutineer)|lead[ ]reviewers?|overview[ ](?:report[ ])?(?:author|writer)|panel[ ]chair\p{L}*)\b",
    regex.IGNORECASE,
)
# Who has written a procedure is a contact officer, and no author of a review.
_CONTROL = regex.compile(
    r"\b(?:date[ ](?:approved|for[ ]review|of[ ]next[ ]review)|(?:next[ ])?review[ ]date"
    r"|approved[ ]by[ ](?:the[ ])?(?:board|lscb)|version(?:[ ](?:number|control))?[ ]?:?[ ]\d"
    r"|document[ ](?:control|owner))\b",
    regex.IGNORECASE,
)
_CASE_MEETING = regex.compile(
    r"\b(?:(?<!press )(?<!news )conference|strategy[ ](?:meeting|discussion)|strategy|core[ ]group"
    r"|planning[ ]meeting|LAC|CLA|foster(?:ing|[ ]carers?'?)?[ ]review|annual[ ]review|adoption|MARAC"
    r"|MAPPA|ICPC|RCPC|professionals'?[ ]meeting|network[ ]meeting|gateway"
    r"|looked[ ]after|child[ ]in[ ]need|statutory[ ]review|care[ ]plan|IRO|reviewing[ ]officer"
    r"|(?:fostering|permanence|placement|resources?|funding|allocations?|housing|risk|channel|appeals?"
    r"|admissions"
    r"|selection|interview)[ ]panel|hearing[ ](?:chair|panel|officer)|single[ ]agency"
    r"|disciplinary|governors|governing[ ]body|grievance|exclusions?|tribunal|fitness[ ]to[ ]practi[sc]e"
    r"|case[ ]conference|discharge[ ]meeting|team[ ]around[ ]the|family[ ]group)\b",
    regex.IGNORECASE,
)
# A panel of its own, in whatever document it is told of.
_OTHER_PANEL = regex.compile(
    r"\b(?:fostering|adoption|permanence|placement|resources?|funding|allocations?|housing|risk|channel"
    r"|appeals?"
    r"|admissions|selection|interview|disciplinary|exclusions?|medication)[ ]panel"
    r"|\bgovernors'?[ ](?:\p{L}+[ ])?panel"
    r"|\b(?:residents|tenants|parents|neighbours|governors|patients)'?[ ](?:\p{Ll}+[ ])?(?:group|association"
    r"|committee|forum)",
    regex.IGNORECASE,
)
_ATTENDANCE = regex.compile(r"\b(?:minutes|attend(?:ed|ance|ees)|apologies|present)\b", regex.IGNORECASE)
_PANEL_MEETING = regex.compile(
    r"\b(?:serious[ ]case[ ]review|practice[ ]review|learning[ ]review|overview[ ]report|(?:serious[ ]"
    r"|overview[ ]|learning[ ]|practice[ ])?(?:case[ ])?review[ ]panel|scr[ ]panel|overview[ ]panel"
    r"|panel[ ]meeting)\b",
    regex.IGNORECASE,
)
_REVIEW = regex.compile(
    r"\b(?:(?:serious[ ])?case[ ]review|(?:serious[ ]case|practice|learning|homicide)[ ]reviews?"
    r"|overview|executive[ ]summary|scr"
    r"|cspr|panel"
    r"|independent[ ](?:review|author|overview)|lead[ ]reviewer|review[ ](?:of[ ]what|report|following)"
    r"|following[ ]the[ ]review|undertake[ ](?:a|the|this)[ ]review|review[ ](?:team|process|into)"
    r"|the[ ]review[ ](?:was|is|has|will)|homicide[ ]review|death[ ]review|abuse[ ]related"
    r"|adults?[ ]review|DHR|SAR|multi-agency[ ]review"
    r"|thematic[ ]review|rapid[ ]review|review[ ]of[ ](?:the[ ](?:case|death|care)|child|adult|baby"
    r"|family)|independent[ ](?:chair[ ]of|scrutin\p{L}+)|chair[ ]of[ ]the[ ](?:board"
    r"|partnership|review|panel)"
    r"|safeguarding[ ](?:\p{L}+[ ]){0,2}?(?:board|partnership)|lscb|foreword|terms[ ]of[ ]reference)\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """The title of a document, and its readings with the place of each.

    `heads` are the lines of the title that are no sentences: what is told there names no kind of document.
    """

    title: str = field(repr=False)
    texts: Sequence[str] = field(repr=False)
    places: dict[str, int] = field(repr=False)
    titles: frozenset[str] = field(repr=False)
    heads: str = field(repr=False)

    def is_report_of_the_case(self, reading: Reading, line: str) -> bool:
        """Tell whether the title, a heading or the line itself is of a management review, a log, a court."""
        if self.is_of_a_report(line):
            return True
        lines = [*reading.passage.headings, *self.heads.split("\n")]
        is_own = _OWN_OFFICE.search(line) is not None
        return any(_MANAGEMENT.search(each) and not (is_own and _REQUEST.search(each)) for each in lines)

    def is_of_a_report(self, line: str) -> bool:
        """Tell whether a line of its own is of a management review."""
        return _MANAGEMENT_LINE.search(_ENTRY_BEHIND.sub("", line)) is not None

    def is_case_meeting(self, reading: Reading, line: str) -> bool:
        """Tell whether the title, a heading or a line before a place is of a meeting of the case."""
        own = " ".join([line, *reading.passage.headings])
        at = max(0, reading.text.find(line))
        if _OTHER_PANEL.search(f"{reading.text[max(0, at - _AROUND) : at]}\n{own}"):
            return True
        before = self._before(reading, line)
        if self.is_report_of_the_case(reading, line) or _CASE_MEETING.search(own):
            return True
        if _PANEL_MEETING.search(self.title) or _PANEL_MEETING.search(before):
            return False
        meeting = any(_CASE_MEETING.search(text) for text in (before, self.heads))
        return meeting or _ATTENDANCE.search(own) is not None

    def is_review(self, reading: Reading, line: str) -> bool:
        """Tell whether the title, a heading or a line near a place speaks of the review or its board."""
        own = " ".join([line, *reading.passage.headings, self.title, self._near(reading, line)])
        return _REVIEW.search(own) is not None

    def is_kept_of_a_procedure(self, reading: Reading, line: str) -> bool:
        """Tell whether a line stands where a procedure says who keeps it and when it was approved."""
        rows = reading.text[:_ROWS] if "\t" in reading.text else ""
        return _CONTROL.search(f"{self._near(reading, line)}\n{rows}") is not None

    def is_near_case_meeting(self, reading: Reading, line: str) -> bool:
        """Tell whether a line, or what stands before and behind it, speaks of a meeting of the case."""
        return _CASE_MEETING.search(f"{self._near(reading, line)}\n{line}") is not None

    def in_title(self, reading: Reading) -> bool:
        """Tell whether a reading stands on the cover or among the first lines."""
        return reading.passage.id in self.titles

    def _before(self, reading: Reading, line: str) -> str:
        place = self.places[reading.passage.id]
        at = max(0, reading.text.find(line))
        texts = [text[-_AROUND:] for text in self.texts[max(0, place - _NEAR) : place]]
        return "\n".join([*texts, reading.text[max(0, at - _AROUND) : at]])

    def _near(self, reading: Reading, line: str) -> str:
        place = self.places[reading.passage.id]
        end = max(0, reading.text.find(line)) + len(line)
        texts = [text[:_AROUND] for text in self.texts[place + 1 : place + 1 + _NEAR]]
        return "\n".join([self._before(reading, line), line, reading.text[end : end + _AROUND], *texts])


def context_of(readings: Sequence[Reading]) -> Context:
    """Read the title of a document and keep the order of its readings."""
    titles: set[str] = set()
    lines: list[str] = []
    heads: list[str] = []
    rows = Counter(_row_of(reading) for reading in readings)
    for reading in readings:
        for line in reading.text.split("\n"):
            if len(line) > _RUNNING or (lines and _SECTION.match(line)) or len(lines) >= _TITLE_LINES:
                break
            in_table = "\t" in line or reading.passage.location.cell is not None
            if line.strip() and not (in_table and len(lines) >= _TABLE_LINES):
                lines.append(line)
                # What is told names no kind of paper, nor does a row: "12 | Chase the IMR | Harte | overdue".
                in_row = _ROW.search(line) is not None or (in_table and rows[_row_of(reading)] >= _CELLS)
                told = _TOLD.search(line) is not None or _WITH_ANOTHER.search(line) is not None
                heads += [] if in_row or told or _is_listed(line) else [line]
                titles.add(reading.passage.id)
        else:
            continue
        break
    places = {reading.passage.id: at for at, reading in enumerate(readings)}
    texts = [reading.text for reading in readings]
    return Context("\n".join(lines), texts, places, frozenset(titles), "\n".join(heads))


def _is_listed(line: str) -> bool:
    listed = _LISTED.match(line)
    return listed is not None and bool(names_of_line(line, listed.end(), len(line)))


def _row_of(reading: Reading) -> tuple[object, ...]:
    """Give what the cells of one row of a table have in common; a passage outside tables is one by itself."""
    location = reading.passage.location
    return (location.block, location.cell[0]) if location.cell is not None else (reading.passage.id,)
