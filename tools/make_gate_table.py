"""Write docs/gate-states.md from rules/gate/states.yaml; run it after a change of the table.

What stands there is the table and nothing else: who reads it sees what the program lets be done, and by whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from redact.publication.states import COMMANDS
from redact.report.wording import listed
from redact.resources import rules_folder
from redact.rulebook import load
from redact.values.gate import GateAction, GateState, GateTable, Guard, Step
from redact.values.rules import Mode
from redact.values.statements import GateRole

PAGE = Path(__file__).resolve().parent.parent / "docs" / "gate-states.md"

_HEAD = """# The states of the gate

Written by `tools/make_gate_table.py` from `rules/gate/states.yaml`: change it there. Where a review stands,
what may be done then, by whom, where it leads and what must hold. **What stands in no row is refused**, and
so is a step of which something is missing; each refusal says what to do next.

"""

_STATES = {
    GateState.DRAFT: "The gate is begun, and no file is attached.",
    GateState.CHECKING: "Files are attached, and their check is not ready.",
    GateState.IN_REVIEW: "Author, checker and manager say that the text is final and every finding decided.",
    GateState.SECOND_READING: "Somebody who has not worked on it reads it as it will be published.",
    GateState.DATA_PROTECTION: "The data-protection officer gives advice.",
    GateState.LEGAL: "The legal adviser looks at orders and proceedings.",
    GateState.BOARD: "It lies before the board, or before the safeguarding partners.",
    GateState.SIGNED_OFF: "The board has signed; what is sent can be made.",
    GateState.PACK_MADE: "The pack is made, and nobody has it.",
    GateState.SENT: "Some have it, or somebody's objection was answered.",
    GateState.WAITING: "All have it who must, and the days run.",
    GateState.CLEARED: "The days are over.",
    GateState.PUBLISHED: "It is public.",
    GateState.ARCHIVED: "It has been on view for as long as it must, or was withdrawn or never published.",
    GateState.KEY_DESTROYED: "The key of the case is destroyed. This is the end.",
    GateState.RETURNED: "Somebody who reads, advises or signs has sent it back.",
    GateState.BROKEN: "A file in the folder of the case is not the one that was checked.",
    GateState.REPRESENTATIONS: "Somebody who was sent it objects.",
    GateState.WITHDRAWN: "It was public, and was taken away.",
    GateState.REPUBLISHED: "What was taken away is public again, with not a byte changed.",
    GateState.NOT_TO_BE_PUBLISHED: "It was decided not to publish it; those who must know get the reasons.",
}

_GUARDS = {
    Guard.FILES_UNCHANGED: "no byte of the attached files has changed",
    Guard.PAPERS_COMPLETE: "all files are attached that the mode asks for",
    Guard.CHECK_READY: "the check is ready: all is read and judged, and nothing is open",
    Guard.SAME_WORDS: "what is published says, word for word, what its Word file says",
    Guard.RULES_NEW_ENOUGH: "rules and model are those that are installed, and not below the board's floor",
    Guard.INTRUDER_TRIED: "somebody has tried to recognise the people in these files, and wrote it down",
    Guard.STATEMENTS_OF_STAGE: "everything is signed that belongs to this stage or to an earlier one",
    Guard.STATEMENTS_BEFORE_SENDING: "everything is signed that is signed before sending",
    Guard.STATEMENTS_BEFORE_PUBLICATION: "everything is signed that is signed before publication",
    Guard.PEOPLE_DISTINCT: "author, checker, second reader and chair are four people",
    Guard.EXCEPTIONS_HOLD: "each exception is by two people and holds until the day of publication",
    Guard.PROCEEDINGS: "proceedings are concluded or weighed, as the edition asks",
    Guard.EVENTS_BEFORE_PUBLICATION: "what the edition or the board wants to have happened has happened",
    Guard.DATE_SET: "a day of publication is set that can still be kept",
    Guard.RECIPIENTS_KNOWN: "everybody who must have it has an address at a listed domain",
    Guard.ALL_SENT: "everybody has these very files who must",
    Guard.SENT_IN_TIME: "the last of them had it in time for the day of publication",
    Guard.DAYS_OVER: "the days since then are over",
    Guard.DAY_REACHED: "the day of publication has come",
    Guard.WHAT_WAS_SENT: "what is published is, byte for byte, what was sent",
    Guard.AVAILABLE_LONG_ENOUGH: "it has been on view for as long as edition and board ask",
    Guard.REASON_GIVEN: "a reason is given, as a code",
}


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """Make the page of the table as it is."""
    table = load(rules_folder()).gate
    assert table is not None
    parts = [*_written_down(table), *_states(table), *_papers(table), *_guards()]
    return _HEAD + "\n".join(parts) + "\n"


def moving(table: GateTable) -> tuple[Step, ...]:
    """Give the steps whose action moves the state, in some state at least."""
    moves = {step.action for step in table.steps if step.to is not None}
    return tuple(step for step in table.steps if step.action in moves)


def _written_down(table: GateTable) -> Iterator[str]:
    """List what is noted and moves nothing, once for all states."""
    yield "## What is written down on the way\n"
    yield "| What is done | By | In every state but |"
    yield "|---|---|---|"
    still = [step for step in table.steps if step not in moving(table)]
    for action in dict.fromkeys(step.action for step in still):
        steps = [step for step in still if step.action is action]
        there = {step.state for step in steps}
        but = listed([state.words for state in GateState if state not in there])
        yield f"| {_done(steps[0])} | {_by(steps[0])} | {but} |"
    yield ""


def _states(table: GateTable) -> Iterator[str]:
    for state in GateState:
        yield f"## {_capital(state.words)}\n"
        yield f"{_STATES[state]}\n"
        stage = table.stages.get(state)
        if stage is not None:
            yield f"Signed here: what belongs to the stage `{stage.value}`.\n"
        steps = [step for step in moving(table) if step.state is state]
        if not steps:
            yield "Nothing more is done.\n"
            continue
        yield "| What is done | By | Leads to | Waits until |"
        yield "|---|---|---|---|"
        yield from (
            _row(step) for step in sorted(steps, key=lambda step: list(GateAction).index(step.action))
        )
        yield ""


def _row(step: Step) -> str:
    to = "stays" if step.to is None else f"[{step.to.words}](#{step.to.value})"
    guards = ", ".join(f"`{guard.value}`" for guard in step.guards) or "nothing"
    return f"| {_done(step)} | {_by(step)} | {to} | {guards} |"


def _done(step: Step) -> str:
    command = f"`{COMMANDS[step.action]}`" if step.action in COMMANDS else "by itself"
    return f"{step.action.value.replace('-', ' ')} ({command}){_modes(step.modes)}"


def _by(step: Step) -> str:
    if step.action not in COMMANDS:
        return "the program"
    if set(step.roles) == set(GateRole):
        return "everybody"
    roles = [role.words for role in step.roles]
    return " or ".join(filter(None, [", ".join(roles[:-1]), roles[-1]]))


def _modes(modes: Iterable[Mode]) -> str:
    there = tuple(modes)
    if set(there) == set(Mode):
        return ""
    if set(there) == set(Mode) - {Mode.NOT_PUBLISHED}:
        return ", where something is published"
    return f", in the mode {listed([mode.value for mode in there])}"


def _papers(table: GateTable) -> Iterator[str]:
    yield "## Which files are attached at the least\n"
    yield "| Mode | Edition | Files | Source |"
    yield "|---|---|---|---|"
    for one in table.papers:
        editions = listed([edition.value for edition in one.editions]) or "every other"
        parts = listed([part.words for part in one.parts])
        yield f"| {one.mode.value} | {editions} | {parts} | {one.source} |"
    yield ""


def _guards() -> Iterator[str]:
    yield "## What a step waits for\n"
    yield "| Guard | It waits until |"
    yield "|---|---|"
    yield from (f"| `{guard.value}` | {words} |" for guard, words in _GUARDS.items())


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


if __name__ == "__main__":
    main()
