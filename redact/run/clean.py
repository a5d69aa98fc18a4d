"""`clean`: one file in, its publication copy out; proved on the bytes that are written, or not written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redact import guard
from redact.errors import NotWritten, RedactError, WrongUse
from redact.run import printed as printing
from redact.run.check import Watcher, check_opened, find, no_passwords, watch_nothing
from redact.run.configuration import own_rules
from redact.run.reading import Opened, Passwords, read_one
from redact.values.cleaning import Cleaned, CleaningOptions, CleanRun, Leak, Refusal
from redact.values.fingerprint import new_secret
from redact.values.judgement import Settings
from redact.values.people import Mention
from redact.values.text import Document

__all__ = ["clean", "look_ahead"]


def clean(
    path: str,
    output: Path,
    options: CleaningOptions,
    settings: Settings,
    *,
    passwords: Passwords = no_passwords,
    watcher: Watcher = watch_nothing,
    secret: bytes | None = None,
    replace: bool = False,
    as_pdf: bool = False,
) -> CleanRun:
    """Clean one file, prove the copy, check it, and write it.

    Args:
        output: where the copy goes; it is never the file itself.
        settings: what the copy is checked for.
        replace: write over a file that is there.
        as_pdf: make the copy of a Word document a PDF.

    Returns: the outcome; with a refusal, nothing is written.

    Raises:
        FileFault: the file cannot be read or cleaned, or the copy cannot be written.
        NotWritten: the copy held something of what was removed: nothing is left of it.
        WrongUse: the copy would take the place of the file, or the file was changed meanwhile.
        RuleFault, ModelFault: as `check` does.
    """
    secret = secret or new_secret()
    look_ahead(path, output, replace=replace)
    # A password that was asked for once opens the file for its cleaner too.
    remembered = _Remembered(passwords)
    original = read_one(
        path,
        secret,
        passwords=remembered,
        progress=lambda _, done, total: watcher("reading, pages", done, total),
    )
    if as_pdf:
        printing.look_ahead(original.format)
    cleaned = _cleaned(path, original, options, secret, remembered.last)
    if as_pdf and isinstance(cleaned, Cleaned):
        cleaned = printing.printed(cleaned, options, secret)
    if isinstance(cleaned, Refusal):
        return CleanRun(refusal=cleaned)
    _refuse_wrong_ending(output, cleaned)
    copy = _read(cleaned, output, secret)
    # Found in both together: a name that only a comment gives away is then known in the text of the copy too.
    documents = [copy] if copy.id == original.id else [original, copy]
    mentions = find(documents, watcher)
    _prove(original, cleaned, copy, mentions)
    in_copy = [mention for mention in mentions if mention.span.passage.startswith(f"{copy.id}:")]
    checked = check_opened(
        [Opened(1, str(output), document=copy)],
        in_copy,
        settings,
        secret=secret,
        requirements=False,
        rules=own_rules([path]),
    )
    _write(output, cleaned.content, replace=replace)
    return CleanRun(cleaned=cleaned, checked=checked)


def look_ahead(path: str, output: Path, *, replace: bool) -> None:
    """Refuse before the work what would be refused after it.

    Raises:
        WrongUse: the copy would take the place of the file.
        NotWritten: a file of that name is there, or there is no such folder.
    """
    from redact.storage import look_ahead as look

    if _same_file(path, output):
        raise WrongUse("the copy would overwrite the document", "Give another name after -o.")
    look(output)
    if not replace and (output.exists() or output.is_symlink()):
        raise NotWritten(
            "a file of that name is already there", "Give another name, or --force to write over it."
        )


class _Remembered:
    """Asks for a password, and keeps the last answer."""

    def __init__(self, passwords: Passwords) -> None:
        self._passwords = passwords
        self.last: str | None = None

    def __call__(self, number: int, path: str, again: bool) -> str | None:
        self.last = self._passwords(number, path, again)
        return self.last


def _same_file(path: str, output: Path) -> bool:
    try:
        return output.samefile(path)
    except OSError:  # one of the two is not there
        return Path(path).resolve() == output.resolve()


def _cleaned(
    path: str, original: Document, options: CleaningOptions, secret: bytes, password: str | None
) -> Cleaned | Refusal:
    from redact.formats import Request
    from redact.formats.cleaners import clean_file, cleaner_of

    cleaner_of(original.format)
    request = Request(Path(path).name, secret, password)
    answer = guard.run(clean_file, path, original.sha256, request, original.format, options)
    if not isinstance(answer, Cleaned | Refusal):
        raise RedactError("the cleaner gave no copy")
    return answer


def _refuse_wrong_ending(output: Path, cleaned: Cleaned) -> None:
    """Refuse a name that says something else than what the copy is: nobody could open it."""
    from redact.formats.cleaners import cleaner_of

    endings = cleaner_of(cleaned.format).suffixes
    if output.suffix.lower() not in endings:
        raise WrongUse(
            "the name of the copy does not end as its format does",
            f"Give it a name that ends in {' or '.join(endings)}.",
        )


def _read(cleaned: Cleaned, output: Path, secret: bytes) -> Document:
    """Read the copy as any file is read, under the name that it will have."""
    from redact.formats import Request
    from redact.formats.cleaners import read_copy

    request = Request(output.name, secret)
    answer = guard.run(read_copy, cleaned.content, request, cleaned.format)
    if not isinstance(answer, Document):
        raise RedactError("the reader gave no document")
    return answer


def _prove(original: Document, cleaned: Cleaned, copy: Document, mentions: Sequence[Mention]) -> None:
    from redact.formats.cleaners import cleaner_of
    from redact.formats.proof import left_over, needles_of, search

    before, after = cleaner_of(original.format), cleaner_of(cleaned.format)
    leaks = left_over(copy, after.stays, cleaned)
    if not leaks:
        needles = needles_of(original, mentions, before.seen, cleaned)
        answer = guard.run(search, cleaned.content, needles, cleaned.made)
        if not isinstance(answer, tuple):
            raise RedactError("the proof gave no answer")
        leaks = answer
    if leaks:
        raise _leaking(leaks)


def _leaking(leaks: tuple[Leak, ...]) -> NotWritten:
    """Say what the copy still held, by place and never by words."""
    where = dict.fromkeys(
        f"{leak.what} ({leak.location.part.value}{f', {leak.location.place}' if leak.location.place else ''})"
        for leak in leaks
    )
    listed = "; ".join(list(where)[:3]) + (f"; and {len(where) - 3} more kinds" if len(where) > 3 else "")
    return NotWritten(
        f"the copy still held what was to be removed, so there is none: {listed}",
        "Take it out in the program that made the document, and clean it again; tell the makers of redact.",
    )


def _write(output: Path, content: bytes, *, replace: bool) -> None:
    from redact.storage import write_new, write_over

    (write_over if replace else write_new)(output, content)
