"""Starts the sandbox's side in a fresh interpreter: ``start.py parent 3 filtered`` or ``start.py once``.

It loads this folder as a package of its own, so that no module of the course comes with it.
"""

import importlib.util
import sys
from pathlib import Path

NAME = "motamot_sandbox"


def load() -> None:
    """Import the folder of this file under the name motamot_sandbox."""
    folder = Path(__file__).resolve().parent
    spec = importlib.util.spec_from_file_location(
        NAME, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[NAME] = module
    spec.loader.exec_module(module)


if __name__ == "__main__":
    load()
    if sys.argv[1] == "parent":
        importlib.import_module(f"{NAME}.parent").serve(int(sys.argv[2]), sys.argv[3] == "filtered")
    else:
        importlib.import_module(f"{NAME}.once").serve()
