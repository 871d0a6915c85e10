"""What README.md and CITATION.cff say is so."""

import re
import tomllib
from pathlib import Path

import pytest
import typer.main
import yaml

from motamot.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)


@pytest.mark.parametrize(
    "line", sorted(set(re.findall(r"motamot ([a-z][a-z-]*(?: [^`\n]*)?)(?=[`\n])", README)))
)
def test_each_command_and_option_exists(line: str) -> None:
    name, *rest = line.split()
    command = GROUP.get_command(None, name)  # type: ignore[attr-defined]
    assert command, name
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= options


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_each_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("unit", sorted(folder.name for folder in (ROOT / "lessons").glob("0*")))
def test_the_table_has_each_lesson_with_its_minutes(unit: str) -> None:
    minutes = re.compile(r"^# \| (\d+) \|", re.MULTILINE)
    files = [ROOT / "lessons" / unit / name for name in ("lesson.py", "exercises.py")]
    said = [minutes.search(file.read_text(encoding="utf-8")) for file in files if file.is_file()]
    row = re.search(rf"^\| {unit.partition('_')[0]} .*$", README, re.MULTILINE)
    assert row, unit
    assert re.findall(r"\| (\d+) (?=\|)", row[0]) == [found[1] for found in said if found]


def test_both_languages_name_the_two_commands() -> None:
    english, french = README.split("## En français")
    assert "uv run motamot lab" in english
    assert "uv run motamot lab" in french
    assert "uv run pytest" in english


def test_the_citation_names_this_version() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == project["version"]
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
