"""Zip archives of strangers, read within bounds and never unpacked to disk under a name of theirs."""

from __future__ import annotations

import re
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

from motamot.course.grading.submissions_findings import Finding, Refused

MOST_MEMBERS = 200_000
MOST_MEMBERS_NESTED = 5_000
LARGEST_MEMBER = 256 << 20
LONGEST_NAME = 1_000
LARGEST_NESTED = 128 << 20
# Notebooks full of repeated output shrink a thousandfold, an archive in an archive does not.
LARGEST_NESTED_RATIO = 50
LARGEST_TOTAL_NESTED = 1 << 30
_LONGEST_ENTRY = 446
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    struct.error,
    ValueError,
)
# Of a folder, which need not have anything in it: worth telling if a student has nothing else.
NOTHING = Finding("no_notebook", {"files": "—"})
_LONE_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1


@dataclass(frozen=True)
class Member:
    """A file of an archive: its safe path, its time, its size, and how to read it."""

    path: str
    moment: str
    size: int
    open: Callable[[], IO[bytes]]


class Archive:
    """A zip that may be hostile.

    Parameters
    ----------
    source : callable
        Opens the archive's bytes.
    size : int
        How many there are.
    nested : bool
        Whether it lies in another archive or was handed in by a student; then it is opened anew for each
        reading, so that thousands of them hold no file open, and its bounds are narrower.
    """

    def __init__(self, source: Callable[[], IO[bytes]], size: int, *, nested: bool) -> None:
        self._source = source
        self._size = size
        self._nested = nested
        self._kept: zipfile.ZipFile | None = None

    def members(self) -> tuple[list[Member], list[tuple[str, Finding]]]:
        """Return the files that may be read, and path and finding of those that may not.

        Raises
        ------
        Refused
            If the archive as a whole cannot be trusted or read.
        """
        try:
            archive = self._open()
            try:
                self._check_whole(archive)
                return self._sort_out(archive)
            finally:
                if self._nested:
                    archive.close()
        except BROKEN:
            raise Refused("broken_archive") from None

    def _open(self) -> zipfile.ZipFile:
        """Open the archive; a nested one from a copy without a name, because reading must jump in it."""
        if self._kept is not None:
            return self._kept
        file = self._source()
        if isinstance(file, zipfile.ZipExtFile):
            copy = tempfile.SpooledTemporaryFile(max_size=8 << 20)  # noqa: SIM115
            with file:
                shutil.copyfileobj(file, copy)
            file = copy
        _check_directory(file, MOST_MEMBERS_NESTED if self._nested else MOST_MEMBERS)
        archive = _OwningZip(file)
        if not self._nested:
            self._kept = archive
        return archive

    def _check_whole(self, archive: zipfile.ZipFile) -> None:
        members = archive.infolist()
        most = MOST_MEMBERS_NESTED if self._nested else MOST_MEMBERS
        packed = sum(member.compress_size for member in members)
        total = sum(member.file_size for member in members)
        # More packed bytes than the file has: members that overlap, which only bombs do.
        if len(members) > most or packed > self._size or (self._nested and total > LARGEST_TOTAL_NESTED):
            raise Refused("bomb")

    def _sort_out(self, archive: zipfile.ZipFile) -> tuple[list[Member], list[tuple[str, Finding]]]:
        members, left_out = [], []
        for info in archive.infolist():
            name = decoded_name(info)
            if info.is_dir():
                left_out.append((_harmless(name), NOTHING))
                continue
            code = self._objection(info, name)
            short = name.replace("\\", "/").rpartition("/")[2][:80]
            if code:
                values = (
                    {"file": short, "limit": LARGEST_MEMBER >> 20} if code == "too_large" else {"file": short}
                )
                left_out.append((_harmless(name), Finding(code, values)))
            else:
                moment = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}".format(*info.date_time)
                members.append(Member(_cleaned(name), moment, info.file_size, self._opener(info)))
        return members, left_out

    def _opener(self, info: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
        def open_member() -> IO[bytes]:
            archive = self._open()
            member = archive.open(info)
            if self._nested:
                _close_with(member, archive)
            return member

        return open_member

    def _objection(self, info: zipfile.ZipInfo, name: str) -> str | None:
        path = name.replace("\\", "/")
        if (
            len(path) > LONGEST_NAME
            or path.startswith("/")
            or re.match(r"[A-Za-z]:", path)
            or ".." in path.split("/")
        ):
            return "unsafe_name"
        if stat.S_ISLNK(info.external_attr >> 16):
            return "link"
        if info.flag_bits & _ENCRYPTED_FLAG:
            return "encrypted"
        if info.file_size > LARGEST_MEMBER:
            return "too_large"
        ratio = info.file_size / max(1, info.compress_size)
        if path.lower().endswith(".zip") and ratio > LARGEST_NESTED_RATIO:
            return "bomb"
        return None


class _OwningZip(zipfile.ZipFile):
    """Closes the file it reads."""

    def __init__(self, file: IO[bytes]) -> None:
        self._own = file
        super().__init__(file)

    def close(self) -> None:
        super().close()
        self._own.close()


def _close_with(member: Any, archive: zipfile.ZipFile) -> None:
    """Close the archive as soon as its member is closed."""
    close_member = member.close

    def close() -> None:
        close_member()
        archive.close()

    member.close = close


def _check_directory(file: IO[bytes], most: int) -> None:
    """Refuse a directory of members that is too long to be read into memory."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - 66_000))
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    if place >= 0 and len(tail) >= place + 16:
        (length,) = struct.unpack_from("<I", tail, place + 12)
        if length > most * _LONGEST_ENTRY:
            raise Refused("bomb")
    file.seek(0)


def decoded_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name: Macs write UTF-8 without saying so, Windows the code page of DOS.

    Examples
    --------
    >>> info = zipfile.ZipInfo("Zoé".encode().decode("cp437"))
    >>> decoded_name(info)
    'Zoé'
    """
    if info.flag_bits & _LONE_UTF8_FLAG:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _cleaned(name: str) -> str:
    return "/".join(part for part in name.replace("\\", "/").split("/") if part not in ("", "."))


def _harmless(name: str) -> str:
    """Return where a refused member would belong, without the parts that make it unsafe."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    # Whose it is stands at its beginning.
    return "/".join(parts)[:LONGEST_NAME]
