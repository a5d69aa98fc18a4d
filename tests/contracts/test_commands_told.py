"""Every command that the program tells somebody to type is one that it has, with options that it takes.

Looked at is each text in the code, and each document: a hint that names an option of yesterday costs a user
an hour, and no other test would notice.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from check_docs import documents
from redact.cli.shell import cli
from tests.test_house import MODULES, ROOT

_COMMAND = re.compile(r"\bredact(?: +[a-z][a-z-]*)+[^\n`;:()|]*")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
_OTHERS = {"--help", "--version"}


def texts_of(path: Path) -> Iterator[tuple[int, str]]:
    """Give each text of a module; what is set into one at run time is a word in capitals."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parts = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    } - {id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            said = [str(one.value) if isinstance(one, ast.Constant) else "VALUE" for one in node.values]
            yield node.lineno, "".join(said)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.lineno, node.value


def faults_of(text: str) -> Iterator[str]:
    """Say of each command in a text what the program has not."""
    for match in _COMMAND.finditer(text):
        command: click.Command = cli
        for word in match[0].split()[1:]:
            if not isinstance(command, click.Group) or word not in command.commands:
                break
            command = command.commands[word]
        if command is cli:
            continue  # "redact" as a word of a sentence
        known = {name for one in command.params for name in (*one.opts, *one.secondary_opts)} | _OTHERS
        yield from (f"{match[0]}: {option}" for option in _OPTION.findall(match[0]) if option not in known)


def group_faults_of(text: str) -> Iterator[str]:
    """Say of each command that a text gives to be typed, and that a group of commands has not."""
    for match in re.finditer(r"(?::|[`]|^) ?redact (gate|key|case|identity|intruder) ([a-z][a-z-]+)", text):
        group = cli.commands[match[1]]
        assert isinstance(group, click.Group)
        if match[2] not in group.commands:
            yield match[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_hint_names_a_command_that_is_there(path: Path) -> None:
    told = [(line, text) for line, text in texts_of(path) if "redact " in text]
    plain = [(line, " ".join(text.split())) for line, text in told]
    assert [
        (line, fault) for line, text in plain for fault in (*faults_of(text), *group_faults_of(text))
    ] == []


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_names_commands_that_are_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [*faults_of(text), *group_faults_of(text)] == []
