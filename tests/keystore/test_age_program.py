"""The ordinary `age` program opens what we seal, and we open what it encrypts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from redact.keystore.identity import lock
from redact.keystore.keyfile import create_key
from redact.keystore.seal import canonical, seal, unseal
from tests.keystore.people import imogen, joseph
from tests.keystore.test_seal import envelope_of

AGE = shutil.which("age")
if AGE is None and os.environ.get("CI"):
    pytest.fail("age is not installed: apt-get install age")
pytestmark = pytest.mark.skipif(AGE is None, reason="age is not installed: apt-get install age")

PASSPHRASE = "seventeen grey otters"


def age(*arguments: str, stdin: bytes = b"") -> bytes:
    return subprocess.run([str(AGE), *arguments], input=stdin, capture_output=True, check=True).stdout


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """Joseph's secret key as age keeps one."""
    (tmp_path / "joseph.key").write_text(joseph().age_secret + "\n", encoding="ascii")
    return str(tmp_path / "joseph.key")


def test_age_opens_our_key_for_each_of_its_people(secret: str, tmp_path: Path) -> None:
    create_key(tmp_path / "K7.redactkey", "K7", imogen(), others=(joseph().card,))
    plain = age("--decrypt", "--identity", secret, str(tmp_path / "K7.redactkey"))
    assert json.loads(plain)["content"]["format"] == "redact-key/1"


def test_we_open_what_age_has_encrypted() -> None:
    plain = canonical(envelope_of(imogen()))
    sealed = age("--armor", "--recipient", joseph().card.age, stdin=plain)
    opened = unseal(sealed, "key", "K7", identity=joseph(), trusted=(imogen().card,))
    assert opened.content == envelope_of(imogen())["content"]


@pytest.mark.skipif(sys.platform == "win32", reason="age asks on a terminal, which is made here as on Unix")
def test_age_opens_our_files_with_our_wrapped_identity(tmp_path: Path) -> None:
    (tmp_path / "identity.age").write_bytes(lock(joseph(), PASSPHRASE))
    content = {"secret": "x"}
    sealed = seal("check", "K7", content, signer=imogen(), recipients=[joseph().card.age])
    (tmp_path / "check.age").write_bytes(sealed)
    said = on_a_terminal(
        [str(AGE), "--decrypt", "--identity", "identity.age", "-o", "plain.json", "check.age"], tmp_path
    )
    assert (tmp_path / "plain.json").exists(), said
    assert json.loads((tmp_path / "plain.json").read_bytes())["content"] == content


def on_a_terminal(command: list[str], folder: Path) -> str:
    """Run a command that asks for a passphrase on its terminal, and answer it."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execv(command[0], command)
    said = b""
    answered = False
    while True:
        try:
            data = os.read(terminal, 1024)
        except OSError:  # Linux answers so when the other end has closed
            break
        if not data:
            break
        said += data
        if not answered and b"assphrase" in said:
            os.write(terminal, PASSPHRASE.encode() + b"\n")
            answered = True
    os.waitpid(child, 0)
    os.close(terminal)
    return said.decode("utf-8", "replace")
