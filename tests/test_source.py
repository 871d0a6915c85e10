"""What the build refuses, and that it names the line."""

from pathlib import Path

import pytest

from motamot.course.source import read_source
from motamot.errors import MotamotError

TWINS = '# %% [markdown] lang="en"\n# Hello\n\n# %% [markdown] lang="fr"\n# Bonjour\n\n'


def read(folder: Path, text: str):
    path = folder / "lessons" / "01_unit" / "lesson.py"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return read_source(path)


def test_cells_come_with_language_tags_and_line(tmp_path: Path) -> None:
    cells = read(tmp_path, TWINS + '# %% tags=["raises-exception"]\nname\n')
    assert [(cell.kind, cell.language, cell.line) for cell in cells] == [
        ("markdown", "en", 1),
        ("markdown", "fr", 4),
        ("code", None, 7),
    ]
    assert cells[2].tags == ("raises-exception",)
    assert cells[1].text == "Bonjour"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('# %% [markdown] lang="en"\n# Hello\n\n# %%\nx = 1\n', 1, 'no lang="fr" twin'),
        ('# %% [markdown] lang="en"\n# Hello\n', 1, 'no lang="fr" twin'),
        (TWINS + '# %% [markdown] lang="fr"\n# Encore\n', 7, 'no lang="en" twin'),
        ('# %% [markdown] lang="en" tags=["solution"]\n# a\n\n# %% [markdown] lang="fr"\n# b\n', 4, "tags"),
        ('# %% [markdown] lang="de"\n# Hallo\n', 1, 'unknown lang="de"'),
        ('# %% lang="fr"\nx = 1\n', 1, "take lang out"),
        ('# %% tags=["soluton"]\nx = 1\n', 1, 'unknown tag "soluton"'),
        ("# %% A title\nx = 1\n", 1, "lang and tags only"),
        ("# %% [raw]\n# x\n", 1, "raw cell"),
        ("# %%\nx = 1\nx;\n", 3, 'trailing ";"'),
        ("# %%\n\n# %%\nx = 1\n", 1, "never executed"),
        ("# %%\nx = 1  # the count\n", 2, "a comment"),
        ("# %%\nopen('notes.txt')\n", 2, "a path in code (notes.txt)"),
        ("# %%\nx = '/home/me/text'\n", 2, "a path in code"),
        ("# %%\nx = '../data'\n", 2, "a path in code"),
        ("# %%\nx = r'C:\\texts'\n", 2, "a path in code"),
        ("# %%\nx = 1\ny = 'https://example.org'\n", 3, "a URL in code"),
        ("# %%\n# %pip install nltk\n", 2, "a pip cell"),
        ("# %%\n# !pip install nltk\n", 2, "a pip cell"),
        ("# %%\nimport subprocess\n", 2, "import subprocess"),
        ("# %%\nfrom urllib.request import urlopen\n", 2, "import urllib.request"),
        ("# %%\nnltk.download('punkt')\n", 2, "a download"),
        ("# %%\n# %matplotlib inline\n", 2, "a magic"),
        ("# %%\nx = 1;  # one\n", 2, 'trailing ";"'),
        ("# %%\nprint?\n", 2, "a magic"),
        ("# %%\nx = = 1\n", 2, "not Python"),
        ("# %%\nx = ...\n### BEGIN SOLUTION\nx = 1\n", 3, "without ### END SOLUTION"),
        ("# %%\nx = 1\n### END SOLUTION\n", 3, "without ### BEGIN SOLUTION"),
        ("# %%\nx = ...\n# BEGIN SOLUTION\nx = 1\n### END SOLUTION\n", 3, "write the marker as"),
        ("# %%\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION\n", 2, "no placeholder"),
        ("# %% [markdown]\n# ### BEGIN SOLUTION\n", 1, "solution markers stand in code only"),
        ("import motamot\n# %%\nx = 1\n", 1, "outside a cell"),
    ],
)
def test_refusals_name_file_and_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(MotamotError) as refused:
        read(tmp_path, text)
    told = str(refused.value).splitlines()
    first = next((text for text in told if words in text), told[0])
    assert first.startswith(f"lessons/01_unit/lesson.py:{line}: ")
    assert words in first


def test_all_problems_of_a_source_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(MotamotError) as refused:
        read(tmp_path, "# %%\nx = 1;\n\n# %%\ny = 2  # two\n")
    assert [text.split(":")[1] for text in str(refused.value).splitlines()] == ["2", "5"]


@pytest.mark.parametrize(
    "code",
    [
        "print('et/ou', '1/2', 'fin.')",
        r"re.findall(r'\w+', sentence)",
        "sentence = 'L’activité : 50 000 € ; où ?'",
        'page = """Que faites-vous ?\n# Un titre\nNous vendons ;\n"""\npage',
        "x = ...\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION",
        "def f(x):\n    ...\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION",
    ],
)
def test_ordinary_lesson_code_passes(tmp_path: Path, code: str) -> None:
    assert read(tmp_path, f"# %%\n{code}\n")[0].text == code


def test_a_cell_meant_to_fail_may_be_wrong_python(tmp_path: Path) -> None:
    assert read(tmp_path, '# %% tags=["raises-exception"]\nprint("bonjour"\n')


def test_a_source_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "lesson.py"
    path.write_bytes("# %%\nx = 'é'\n".encode("latin-1"))
    with pytest.raises(MotamotError, match="not UTF-8"):
        read_source(path)
