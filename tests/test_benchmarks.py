"""The benchmarks run, and their scores are right."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
TREEBANK = """# text = L'eau du lac.
1\tL'\tle\tDET
2\teau\teau\tNOUN
3-4\tdu\t_\t_
3\tde\tde\tADP
4\tle\tle\tDET
5\tlac\tlac\tNOUN
6\t.\t.\tPUNCT

"""


def _run(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False, env=None,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_tokenizers_are_scored_on_surface_words(tmp_path: Path) -> None:
    (tmp_path / "small.conllu").write_text(TREEBANK, encoding="utf-8")
    table = {
        line[:24].strip(): line.split() for line in _run("tokenize.py", "--ud", str(tmp_path)).splitlines()
    }
    assert table["motamot.tokenize"][-4:-1] == ["100.00"] * 3
    # L'eau and lac. are wrong, du is right: one of three found, one of four to find.
    assert table["str.split"][-4:-1] == ["33.33", "25.00", "28.57"]


def test_linearity_is_measured() -> None:
    table = _run("linear.py", "--size", "0.02", "--only", "tokenize", "normalize_report")
    assert table.endswith("all linear\n")
    assert table.count("\ntokenize") == table.count("\nnormalize_report") > 30


def test_theme_counts_equal_a_regular_expression_with_the_same_rules() -> None:
    table = _run("themes.py", "--words", "20000")
    assert "same counts and hits: yes" in table


def test_every_way_to_keyness_gives_the_same_g2() -> None:
    table = _run("keyness.py", "--words", "20000", "--resamples", "40")
    assert "yes" in table and "NO" not in table
