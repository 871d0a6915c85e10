"""The public names are what the lessons import, each from its module, at little cost."""

import subprocess
import sys

LOAD_EVERYTHING = """
import importlib, pkgutil, motamot
for module in pkgutil.walk_packages(motamot.__path__, "motamot."):
    if ".course" not in module.name:
        importlib.import_module(module.name)
print(*[name for name in motamot.__all__ if type(getattr(motamot, name)).__name__ == "module"])
"""


def test_every_public_name_is_there_and_no_module_hides_it() -> None:
    # In a fresh process with all modules loaded: a module of the same name would shadow a function.
    run = subprocess.run([sys.executable, "-c", LOAD_EVERYTHING], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr, run.stdout.strip()) == (0, "", "")


def test_importing_the_kit_takes_less_than_a_tenth_of_a_second() -> None:
    code = "import time; start = time.perf_counter(); import motamot; print(time.perf_counter() - start)"
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(5)
    ]
    # The fastest of five: the others tell how busy the machine is.
    assert min(map(float, runs)) < 0.1


def test_importing_the_kit_imports_no_heavy_package() -> None:
    code = "import sys, motamot; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    heavy = {"numpy", "pandas", "matplotlib", "scipy", "nltk", "wordcloud", "rich", "typer", "IPython"}
    assert heavy.isdisjoint(loaded.split())
