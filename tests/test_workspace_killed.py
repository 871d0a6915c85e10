"""A process that copies the kit is killed: the next start finds nothing torn or lost."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_kit import LESSON, contents, make_kit

from motamot.workspace import prepare_folder


class TestKilledInTheMiddle:
    """A process that copies is killed at many moments; the next start must find nothing torn or lost."""

    MOMENTS = 12

    @pytest.fixture
    def kits(self, tmp_path: Path) -> tuple[Path, Path]:
        return make_kit(tmp_path / "old", "v1", 12), make_kit(tmp_path / "new", "v2", 12)

    @staticmethod
    def copying(folder: Path, kit: Path) -> subprocess.Popen[bytes]:
        code = f"""
from pathlib import Path
from motamot.workspace import prepare_folder
print("ready", flush=True)
prepare_folder(Path({str(folder)!r}), Path({str(kit)!r}))
"""
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.readline()
        return process

    def kills(self, tmp_path: Path, kit: Path, prepare: Path | None) -> Iterator[Path]:
        """Yield a folder for each moment at which a copying process was killed."""
        took = 0.0
        for moment in range(self.MOMENTS + 1):
            folder = tmp_path / f"work{moment}"
            if prepare:
                prepare_folder(folder, prepare)
                (folder / LESSON).write_bytes(b"mine")
            with self.copying(folder, kit) as process:
                start = time.perf_counter()
                if moment:
                    time.sleep(took * (moment - 0.5) / self.MOMENTS)
                    process.kill()
                process.wait()
                if not moment:
                    took = time.perf_counter() - start
            if moment:
                yield folder

    def test_first_copy(self, tmp_path: Path, kits: tuple[Path, Path]) -> None:
        old, new = kits
        prepare_folder(tmp_path / "whole", old)
        whole = contents(tmp_path / "whole")
        partial = 0
        for folder in self.kills(tmp_path, old, None):
            left = contents(folder) if folder.exists() else {}
            finished = {name: text for name, text in left.items() if not name.endswith(".part")}
            assert finished.items() <= whole.items()
            partial += 0 < len(finished) < len(whole)
            prepare_folder(folder, old)
            assert contents(folder) == whole
            # What was copied before the kill still counts as the kit's.
            assert prepare_folder(folder, new).beside == []
        assert partial, "no kill came in the middle"

    def test_update(self, tmp_path: Path, kits: tuple[Path, Path]) -> None:
        old, new = kits
        prepare_folder(tmp_path / "whole", new)
        whole = contents(tmp_path / "whole")
        wanted = whole | {LESSON: b"mine", LESSON.replace(".ipynb", ".new.ipynb"): whole[LESSON]}
        partial = 0
        for folder in self.kills(tmp_path, new, old):
            renewed = sum(b"v2" in text for text in contents(folder).values())
            partial += 0 < renewed < len(whole) - 2
            prepare_folder(folder, new)
            assert contents(folder) == wanted
        assert partial, "no kill came in the middle"
