"""The calls of the Linux kernel that Python does not offer, and their flags."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import signal

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000
NAMESPACES = (
    CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP
)

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 32, 4096, 16384, 1 << 18
_MNT_DETACH = 2
_AT_RECURSIVE = 0x8000
_AT_FDCWD = -100
_SYS_MOUNT_SETATTR = 442
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_SIGKILL = 9
_CAPABILITY_VERSION_3 = 0x20080522
_KEYCTL = {"x86_64": 250, "aarch64": 219, "riscv64": 219}
_KEYCTL_JOIN_SESSION_KEYRING = 1
_LARGE_PAGE = 2 << 20
_MADV_COLLAPSE = 25

_CLONE = {"x86_64": 56, "aarch64": 220, "riscv64": 220}

_libc = ctypes.CDLL(None, use_errno=True)
# The same, for a call during which no other thread may take over: a fork.
_python = ctypes.PyDLL(None, use_errno=True)
_python.syscall.restype = ctypes.c_long


class _MountAttributes(ctypes.Structure):
    _fields_ = [
        ("set", ctypes.c_uint64),
        ("clear", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("user_namespace", ctypes.c_uint64),
    ]


def unshare(flags: int) -> None:
    """Leave the namespaces of the caller for new ones."""
    _checked(_libc.unshare(flags), "unshare")


def fork_into(flags: int) -> int:
    """Fork as os.fork does, but into new namespaces, of which the child is the first process."""
    number = _CLONE.get(platform.machine())
    if number is None:
        raise OSError(errno.ENOSYS, f"clone on {platform.machine()}")
    ctypes.pythonapi.PyOS_BeforeFork()
    process: int = _python.syscall(number, ctypes.c_ulong(flags | signal.SIGCHLD), None, None, None, None)
    failed = ctypes.get_errno()
    if process == 0:
        ctypes.pythonapi.PyOS_AfterFork_Child()
        return 0
    ctypes.pythonapi.PyOS_AfterFork_Parent()
    if process < 0:
        raise OSError(failed, f"clone: {os.strerror(failed)}")
    return process


def mount(source: str | None, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    """Mount a file system, bind a folder, or change a mount."""
    parts = [None if part is None else os.fsencode(part) for part in (source, target, kind, options)]
    _checked(_libc.mount(parts[0], parts[1], parts[2], ctypes.c_ulong(flags), parts[3]), f"mount {target}")


def restrict(target: str, flags: int) -> None:
    """Add flags such as MS_RDONLY to a mount and to all mounts below it."""
    attributes = _MountAttributes(flags, 0, 0, 0)
    size = ctypes.c_size_t(ctypes.sizeof(attributes))
    result = _libc.syscall(
        ctypes.c_long(_SYS_MOUNT_SETATTR),
        ctypes.c_int(_AT_FDCWD),
        ctypes.c_char_p(os.fsencode(target)),
        ctypes.c_uint(_AT_RECURSIVE),
        ctypes.byref(attributes),
        size,
    )
    _checked(result, f"mount_setattr {target}")


def enter_root(folder: str) -> None:
    """Make a mounted folder the root of the file system and let go of the old one."""
    os.chdir(folder)
    _checked(_libc.pivot_root(b".", b"."), "pivot_root")
    _checked(_libc.umount2(b".", _MNT_DETACH), "umount")
    os.chdir("/")


def set_host_name(name: str) -> None:
    """Name the machine, as its own UTS namespace sees it."""
    encoded = name.encode()
    _checked(_libc.sethostname(encoded, len(encoded)), "sethostname")


def close_others(kept: set[int]) -> None:
    """Close all descriptors but the standard ones and those to be kept."""
    start = 3
    for descriptor in sorted(kept):
        os.closerange(start, descriptor)
        start = descriptor + 1
    os.closerange(start, os.sysconf("SC_OPEN_MAX"))


def die_with_parent() -> None:
    """Ask for SIGKILL as soon as the parent ends."""
    _checked(_libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0), "prctl PDEATHSIG")


def refuse_new_privileges() -> None:
    """Make set-user-id programs and file capabilities powerless for good."""
    _checked(_libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl NO_NEW_PRIVS")


def refuse_dumps() -> None:
    """Keep crashes from the system's crash handler: a program outside that may run as root."""
    _checked(_libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl DUMPABLE")


def drop_capabilities() -> None:
    """Give up every capability."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    none = (ctypes.c_uint32 * 6)()
    _checked(_libc.capset(ctypes.byref(header), ctypes.byref(none)), "capset")


def use_large_pages() -> None:
    """Put the memory in use into pages of 2 MB where the system allows it: forks then copy less."""
    with open("/proc/self/maps", encoding="utf-8") as maps:  # noqa: PTH123
        lines = [line.split(None, 5) for line in maps]
    for area, rights, _, _, inode, *name in lines:
        if rights == "rw-p" and inode == "0" and not any("stack" in one for one in name):
            start, end = (int(part, 16) for part in area.split("-"))
            start, end = -(-start // _LARGE_PAGE) * _LARGE_PAGE, end // _LARGE_PAGE * _LARGE_PAGE
            if end > start:
                # Older systems and odd areas refuse, which costs nothing but the gain.
                _libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), _MADV_COLLAPSE)


def leave_keyring() -> None:
    """Join a new session keyring: the old one may hold keys of the user who grades."""
    number = _KEYCTL.get(platform.machine())
    if number is not None:
        _libc.syscall(
            ctypes.c_long(number), ctypes.c_int(_KEYCTL_JOIN_SESSION_KEYRING), ctypes.c_char_p(None)
        )


def _checked(result: int, call: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{call}: {os.strerror(number)}")
