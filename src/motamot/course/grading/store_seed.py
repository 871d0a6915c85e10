"""The private seed from which hidden texts and variants derive."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from pathlib import Path

from motamot._language import message
from motamot.course.grading.store import Store
from motamot.course.variants import SEED_BYTES, read_seed
from motamot.errors import MotamotError

_PURPOSE = b"motamot hidden texts 1\0"
_FINGERPRINT = b"motamot fingerprint 1\0"


@dataclass(frozen=True)
class Seed:
    """A private seed, and whether it came from a file that variants may derive from."""

    value: bytes
    from_file: bool

    @property
    def hidden(self) -> bytes:
        """Return what hidden texts and arguments derive from: the same for a whole class."""
        return hmac.digest(self.value, _PURPOSE, hashlib.sha256)

    @property
    def fingerprint(self) -> str:
        """Return what tells seeds apart without showing them."""
        return hmac.digest(self.value, _FINGERPRINT, hashlib.sha256).hex()[:16]


def seed_for(store: Store, file: Path | None, submissions: Path) -> Seed:
    """Return the seed of a folder of results: the same at every run, or a sentence.

    Parameters
    ----------
    store : Store
        Where a seed that was drawn is kept, and the fingerprint of any.
    file : pathlib.Path, optional
        The instructor's seed; without it a fresh one is drawn once, and lies in the store alone.
    submissions : pathlib.Path
        What was handed in; a seed does not belong there.

    Raises
    ------
    MotamotError
        If the file is none, or the marks that are there were given with another seed.
    """
    if file is not None and file.resolve().is_relative_to(submissions.resolve()):
        raise MotamotError(message("grade.seed_inside", place=file))
    kept = store.about("seed")
    known = store.about("seed_fingerprint")
    if file is not None:
        seed = Seed(read_seed(file), True)
    elif known and not kept:
        raise MotamotError(message("grade.seed_needed", place=store.folder))
    else:
        seed = Seed(bytes.fromhex(kept) if kept else secrets.token_bytes(SEED_BYTES), False)
    if known and known != seed.fingerprint:
        raise MotamotError(message("grade.seed_other", place=store.folder))
    if not seed.from_file and not kept:
        store.note("seed", seed.value.hex())
    store.note("seed_fingerprint", seed.fingerprint)
    return seed
