"""The top of the page: the answer in one line, what to do now, and how much stands open.

The answer is told in words for somebody who has never used a terminal. There is no praise: of the best
answer it is said that nothing is open, and what was not judged stands below it.
"""

from __future__ import annotations

from redact.report.answer import Tally, answer_line, tally
from redact.report.html.markup import Markup, element, join
from redact.report.only import only_words
from redact.report.wording import READINESS_WORDS, ascii_words, count, listed
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import Readiness

__all__ = ["NAMES_WARNING", "answer", "documents", "headline", "readiness_words"]

NAMES_WARNING = "This page contains real names."
_HEADLINES = {
    Readiness.READY: "Ready: no unresolved finding of the rules listed",
    Readiness.NOT_READY: "Not ready to be published",
    Readiness.CANNOT_TELL: "Cannot tell whether it can be published",
}
# A sign beside the words, so that no answer is told by colour.
_SIGNS = {Readiness.READY: "i", Readiness.NOT_READY: "!", Readiness.CANNOT_TELL: "?"}
_CLASSES = {Readiness.READY: "ready", Readiness.NOT_READY: "not-ready", Readiness.CANNOT_TELL: "cannot-tell"}


def headline(run: CheckRun) -> str:
    """Give the answer as a heading."""
    return _HEADLINES[run.readiness]


def answer(run: CheckRun, *, first: Markup, show_names: bool) -> Markup:
    """Say the answer, what to do now, and the counts; `first` stands before them."""
    counted = tally(run.documents, run.bundle)
    box = element(
        "div",
        element("span", _SIGNS[run.readiness], class_="sign", aria_hidden="true"),
        element(
            "div", element("h1", headline(run)), element("p", _in_one_line(run, counted), class_="answer")
        ),
        class_=f"verdict {_CLASSES[run.readiness]}",
    )
    return join(
        [
            _warning(show_names),
            first,
            box,
            element("h2", "What to do now"),
            element("ol", *(element("li", step) for step in _steps(run, counted)), class_="steps"),
            element("h2", "What is open"),
            _counts(counted),
        ]
    )


def documents(run: CheckRun) -> Markup:
    """List the documents with their answers, where there is more than one."""
    if len(run.documents) < 2:
        return Markup("")
    rows = [
        element(
            "tr",
            element("th", element("a", checked.name, href=f"#document-{checked.number}"), scope="row"),
            element("td", readiness_words(checked)),
            element("td", ", ".join(tally([checked]).open()) or "nothing"),
        )
        for checked in run.documents
    ]
    head = element(
        "tr",
        element("th", "Document", scope="col"),
        element("th", "Answer", scope="col"),
        element("th", "What is open", scope="col"),
    )
    return join(
        [
            element("h2", "The documents"),
            element(
                "table",
                element("caption", f"The {len(rows):,} documents in the order in which they were given"),
                element("thead", head),
                element("tbody", *rows),
            ),
        ]
    )


def readiness_words(checked: Checked) -> str:
    """Say the answer for one document."""
    if checked.judgement is None or checked.document is None:
        how = "judged" if checked.document else "read"
        return f"{READINESS_WORDS[Readiness.CANNOT_TELL]}, it was not {how}"
    return READINESS_WORDS[checked.judgement.readiness]


def _in_one_line(run: CheckRun, counted: Tally) -> str:
    """Say what stands open in words for everybody; where nothing can be counted, what the program says."""
    different = f" ({counted.things:,} different)" if counted.things != counted.blocking else ""
    said = [
        (counted.blocking, f"{count(counted.blocking, 'place')} to change{different}"),
        (counted.asked, f"{count(counted.asked, 'place')} to decide about"),
        (counted.to_change, f"{count(counted.to_change, 'place')} to change as was decided"),
        (counted.untold, f"{count(counted.untold, 'name')} that could be several people's"),
        (counted.gaps, f"{count(counted.gaps, 'place')} that could not be read"),
        (counted.not_run, f"{count(counted.not_run, 'rule')} that could not be run"),
        (counted.unread, f"{count(counted.unread, 'document')} that could not be read"),
        (counted.unjudged, f"{count(counted.unjudged, 'document')} that could not be judged"),
    ]
    open_ = [words for number, words in said if number]
    if run.readiness is Readiness.READY or not open_:
        return answer_line(run)
    to_sign = counted.to_sign
    open_ += [f"{count(to_sign, 'statement')} still to be signed"] if to_sign else []
    part = f" {_sentence(only_words(run))}" if run.only else ""
    return f"There {'is' if open_[0].startswith('1 ') else 'are'} {listed(open_)}.{part}"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _warning(show_names: bool) -> Markup:
    if show_names:
        text = "Do not mail it and do not leave it in a shared folder. It is for the owner of the case only."
        return element("p", element("strong", NAMES_WARNING), f" {text}", class_="banner names")
    text = "A name stands behind a number such as [person 3], and the file is called document 1."
    return element(
        "p", element("strong", "This page contains no text of the document."), f" {text}", class_="banner"
    )


def _steps(run: CheckRun, counted: Tally) -> list[str]:
    """Say in order what a person does next; the last step is always a person who reads."""
    steps = [
        ascii_words(checked.error.remedy)
        for checked in run.documents
        if checked.error and checked.error.remedy
    ]
    if counted.blocking:
        steps.append(
            f"Open the document and change {_the(counted.blocking, 'place')} listed under "
            '"To change before this is published". What to write instead is said there.'
        )
    if counted.asked:
        steps.append(
            f'Decide about {_the(counted.asked, "place")} listed under "To decide": '
            "change it, or record why it stays."
        )
    if counted.to_change:
        steps.append(
            f'Change {_the(counted.to_change, "place")} listed under "To change, as was decided": somebody '
            "has decided so."
        )
    if counted.untold:
        steps.append(
            f"Say who is meant in {_the(counted.untold, 'place')} marked [person ?]: a name stands there "
            "that several people of these documents bear."
        )
    if counted.gaps:
        steps.append(
            f'Look yourself at {_the(counted.gaps, "place")} listed under "Could not be read": '
            "a name may stand there that nobody has seen."
        )
    if counted.not_run:
        steps.append('Find what is missing for the rules listed under "Could not be judged".')
    if counted.to_sign:
        signed = _the(counted.to_sign, "statement")
        steps.append(f'Have {signed} under "Still to be signed" signed.')
    if run.only:
        steps.append("Check the whole, without --only, before anything is published.")
    if run.readiness is Readiness.READY:
        return [*steps, "Let somebody who knows the case read it once more before it is published."]
    return [*steps, "Check the document again. A changed document needs a new answer."]


def _the(number: int, noun: str) -> str:
    """Speak of some things that stand listed: "the place", "the 2 places"."""
    return f"the {noun}" if number == 1 else f"the {count(number, noun)}"


def _counts(counted: Tally) -> Markup:
    things = f"{counted.things:,} different" if counted.things != counted.blocking else ""
    rows = [
        ("Places to change", counted.blocking, things),
        ("Places to decide about", counted.asked, ""),
        ("Places to change, as was decided", counted.to_change, ""),
        ("Names that could be several people's", counted.untold, ""),
        ("Places that could not be read", counted.gaps, ""),
        ("Rules that could not be run", counted.not_run, ""),
        ("Documents that were not read", counted.unread + counted.unjudged, ""),
        ("Statements still to be signed", counted.to_sign, ""),
        ("Notes", counted.noted, "nothing needs to be done"),
        ("Places that are open no longer, as was decided", counted.decided, "listed below"),
    ]
    body = [
        element(
            "tr",
            element("th", words, scope="row"),
            element(
                "td",
                f"{number:,}" + (f" ({more})" if more and number else ""),
                class_="open" if number else "none",
            ),
        )
        for words, number, more in rows
    ]
    head = element("tr", element("th", "What", scope="col"), element("th", "How many", scope="col"))
    caption = element("caption", f"What is open, judged by {count(counted.rules, 'rule')}")
    return element("table", caption, element("thead", head), element("tbody", *body), class_="counts")
