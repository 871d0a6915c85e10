"""The public names are what the lessons import, each from its module, at little cost."""

import subprocess
import sys

import pytest

import motamot


@pytest.mark.parametrize("name", motamot.__all__)
def test_every_public_name_is_there_and_no_module_hides_it(name: str) -> None:
    # In a fresh process, after all modules are loaded: a module of the same name would shadow a function.
    code = (
        "import importlib, pkgutil, motamot\n"
        "for module in pkgutil.walk_packages(motamot.__path__, 'motamot.'):\n"
        "    if '.course' not in module.name:\n"
        "        importlib.import_module(module.name)\n"
        f"value = getattr(motamot, {name!r})\n"
        "raise SystemExit(type(value).__name__ == 'module')"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
