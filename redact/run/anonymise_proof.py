"""The proof that nothing is left in a new file: on what was read back, and on its bytes.

The text must be the old one with the edits in it, every sure form of a name must stand where somebody has
said that it may, and no number or address that was taken out stands anywhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redact import guard
from redact.errors import RedactError
from redact.resolve.applying import moved
from redact.resolve.forms import Searcher
from redact.resolve.forms.letters import bare
from redact.resolve.forms.needles import needles_of
from redact.resolve.taken import is_unmistakable, signs_of, stretches_of
from redact.run.anonymised import Job, must_be_foretold, spots
from redact.values.anonymising import Spotted
from redact.values.cleaning import Needle
from redact.values.edits import Edit
from redact.values.key import Key
from redact.values.text import Format, Location, Part, Span

__all__ = ["needles_for", "prove", "prove_bytes"]

_BYTES = Location(Part.PROPERTY, "D38")
_LEAST_WORD = 5  # letters of a single word that is looked for in bytes


def prove(job: Job, searcher: Searcher) -> tuple[Spotted, ...]:
    """Search the new file for every form of every name, for what was taken out, and what reads as before.

    Returns: the sure forms and taken out numbers that nobody has let stay, and what was not rewritten.

    Raises:
        NotWritten: the text of the new file is not the old one with the edits in it.
    """
    if job.document.format is Format.PDF:
        from redact.run.typeset_proof import prove_typeset

        return prove_typeset(job, searcher, _taken_out(job))
    must_be_foretold(job)
    stays = _stays(job)
    passages = {passage.id: passage for passage in job.copy.passages}
    leaks = _as_before(job)
    spans = {span for hit in searcher.search(job.copy) if hit.sure for span in hit.spans}
    spans |= set(_taken_out(job))
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.passage, one.start)):
        passage = passages[span.passage]
        allowed = stays[passage.location.part, passage.text]
        explained = any(start <= span.start and span.end <= end for start, end in allowed)
        if not explained and not any(wider.contains(span) for wider in leaks):
            leaks.append(span)
    order = {passage.id: number for number, passage in enumerate(job.copy.passages)}
    leaks.sort(key=lambda one: (order[one.passage], one.start))
    return tuple(spots(job.number, job.copy, leaks))


def prove_bytes(job: Job, key: Key) -> tuple[Spotted, ...]:
    """Search the bytes of the new file, unpacked in every way that we know, for names and numbers.

    What the reader takes for no text may hold one all the same: the id of a style, a file that nobody reads.
    A name of which something may stay in this document is not looked for here.
    """
    from redact.formats.proof import search

    answer = guard.run(search, job.content, needles_for(job, key), frozenset())
    if not isinstance(answer, tuple):
        raise RedactError("the search gave no answer")
    spot = Spotted(job.number, "a part of the file that is not read as text", _BYTES)
    return (spot,) if answer else ()


def needles_for(job: Job, key: Key) -> list[Needle]:
    """List what the bytes of a new file must not hold: names, their words that are no others, and numbers."""
    from redact.formats.words import words_of

    texts = {passage.id: passage.text for passage in job.document.passages}
    stays = {
        word
        for span in (*job.plan.left, *(one.span for one in job.plan.unsettled))
        for word in words_of(texts[span.passage][span.start : span.end])
    }
    names = [words_of(name.text) for one in key.people if not one.stays for name in one.names]
    sure = {needle.letters for needle in needles_of(key) if needle.sure and not needle.wordy}
    single = [
        (word,)
        for words in names
        for word in words
        if len(word) >= _LEAST_WORD and bare(word) in sure and word not in _words_of_programs()
    ]
    numbers = [words_of(text) for text in _texts_taken_out(job)]
    wanted = dict.fromkeys((*(words for words in names if len(words) > 1), *single, *numbers))
    return [Needle(words, _BYTES, identifier=True) for words in wanted if not stays.issuperset(words)]


def _words_of_programs() -> frozenset[str]:
    """Give the names of fonts, of which every document holds dozens; some are forenames and surnames."""
    from redact.formats.word.known_names import words_of_fonts

    return words_of_fonts()


def _as_before(job: Job) -> list[Span]:
    """Give what was to be rewritten and was not: words in a picture, the name of a part."""
    new = {one.passage for one in job.rewritings}
    same = {(one.location.part, one.text) for one in job.document.passages if one.id not in new}
    old = {(one.location.part, one.text) for one in job.document.passages if one.id in new} - same
    return [
        Span(one.id, 0, len(one.text)) for one in job.copy.passages if (one.location.part, one.text) in old
    ]


def _stays(job: Job) -> defaultdict[tuple[Part, str], list[tuple[int, int]]]:
    """Say for each text of the new file, by its part, which stretches of it may hold a name."""
    rewritten = {one.passage: one for one in job.rewritings}
    passages = {passage.id: passage for passage in job.document.passages}
    found: defaultdict[tuple[Part, str], list[tuple[int, int]]] = defaultdict(list)
    for span in (*job.plan.left, *(one.span for one in job.plan.unsettled)):
        passage = passages[span.passage]
        own = rewritten.get(span.passage)
        edits: tuple[Edit, ...] = own.edits if own else ()
        text = own.written if own else passage.text
        found[passage.location.part, text].append((moved(span.start, edits), moved(span.end, edits)))
    return found


def _texts_taken_out(job: Job) -> list[str]:
    """Give the numbers and addresses that were taken out and must stand nowhere."""
    texts = {passage.id: passage.text for passage in job.document.passages}
    spans = [one.edit.span for one in job.plan.replaced if one.must]
    found = dict.fromkeys(texts[span.passage][span.start : span.end] for span in spans)
    return [text for text in found if is_unmistakable(text)]


def _taken_out(job: Job) -> Iterator[Span]:
    """Give the stretches of the new file in which something stands that was taken out of another place."""
    wanted = {signs_of(text) for text in _texts_taken_out(job)}
    for passage in job.copy.passages if wanted else ():
        for start, end, _ in stretches_of(passage.text, wanted):
            yield Span(passage.id, start, end)
