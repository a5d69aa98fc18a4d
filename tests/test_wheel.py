"""The wheel as somebody gets it: small enough to carry, whole, and able to find a name by itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from packed import faults_of, model_files

ROOT = Path(__file__).parent.parent
MOST_BYTES = 40 * 1000**2


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which nothing but the wheel was installed, with no index."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--isolated", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True, capture_output=True, cwd=folder)
    return folder


def run(installed: Path, folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(installed), *filter(None, [os.environ.get("PYTHONPATH", "")])])
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_wheel_holds_what_it_must_and_can_be_carried(wheel: Path) -> None:
    assert faults_of(wheel) == []
    assert wheel.stat().st_size < MOST_BYTES


def test_the_model_that_is_named_is_the_one_that_is_packed(installed: Path) -> None:
    folder = installed / "redact" / "_data" / "models" / "names"
    assert {path.name for path in folder.iterdir()} == model_files()


def test_what_was_installed_finds_a_name_that_no_rule_finds(installed: Path, tmp_path: Path) -> None:
    code = (
        "import json, redact\n"
        "from redact.recognise.model.reading import name_model\n"
        "text = 'When the police arrived, Daniel had left and Amina was crying.'\n"
        "names = [text[span.start:span.end] for span in name_model().read([text])[0]]\n"
        "print(json.dumps([redact.__file__, names]))"
    )
    done = run(installed, tmp_path, code)
    assert done.returncode == 0, done.stderr
    file, names = json.loads(done.stdout)
    assert Path(file).is_relative_to(installed)
    assert {"Daniel", "Amina"} <= set(names)


def test_what_was_installed_checks_a_report(installed: Path, tmp_path: Path) -> None:
    report = "Serious case review\n\nWhen the police arrived, daniel had left and Amina was crying.\n"
    (tmp_path / "report.txt").write_text(report, encoding="utf-8")
    done = run(
        installed,
        tmp_path,
        "import sys; sys.argv[1:] = ['check', 'report.txt', '--format', 'json', '--yes-show-names']\n"
        "from redact.cli import main; main()",
    )
    content = json.loads(done.stdout)
    assert (done.returncode, content["tool"]["model_digest"] is None) == (1, False), done.stderr
    assert "Amina" in [finding["text"] for finding in content["documents"][0]["findings"]]
