"""Where rules/ and models/ are found, and what is said when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact import resources
from redact.errors import ExitStatus, ModelFault, RuleFault


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "redact"
    folder.mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    return folder


def test_a_checkout_has_both_folders_beside_the_package() -> None:
    assert (resources.rules_folder() / "README.md").is_file()
    assert (resources.models_folder() / "README.md").is_file()


def test_a_checkout_is_known_by_its_project_file(package: Path) -> None:
    (package.parent / "rules").mkdir()
    with pytest.raises(RuleFault):
        resources.rules_folder()
    (package.parent / "pyproject.toml").touch()
    assert resources.rules_folder() == package.parent / "rules"


def test_a_wheel_has_them_inside_the_package(package: Path) -> None:
    for folder in (package / "_data" / "rules", package / "_data" / "models", package.parent / "rules"):
        folder.mkdir(parents=True)
    (package.parent / "pyproject.toml").touch()
    assert resources.rules_folder() == package / "_data" / "rules"
    assert resources.models_folder() == package / "_data" / "models"


def test_missing_rules_and_models_have_each_their_status_and_a_remedy(package: Path) -> None:
    with pytest.raises(RuleFault) as rules:
        resources.rules_folder()
    assert rules.value.status is ExitStatus.RULES
    with pytest.raises(ModelFault) as models:
        resources.models_folder()
    assert models.value.status is ExitStatus.MODEL
    for error in (rules.value, models.value):
        assert error.remedy
        assert str(package) not in f"{error} {error.remedy}"
