"""The filter of system calls: what is not listed does not exist, and of what is listed only the harmless kinds."""

import ctypes
import ctypes.util
import platform
from collections.abc import Iterator

import pytest
from sandbox_runs import found, sandbox

from motamot.course.grading.parent import Parent
from motamot.course.grading.sandbox import filter as filters

INSTALLED = ctypes.util.find_library("seccomp") is not None


@pytest.fixture(scope="module")
def filtered() -> Iterator[Parent]:
    with sandbox() as place:
        if not INSTALLED:
            pytest.skip("no libseccomp on this computer")
        assert place.seccomp, "libseccomp is here, and no filter comes of it"
        yield place


DANGEROUS = set(
    """
    socket connect bind listen accept accept4 execve execveat ptrace process_vm_readv process_vm_writev unshare
    setns mount umount2 pivot_root chroot keyctl add_key request_key bpf perf_event_open userfaultfd
    io_uring_setup io_uring_enter io_uring_register memfd_create memfd_secret mlock mlockall shmget shmat shmctl
    msgget msgsnd msgrcv semget semop semctl mq_open chown fchown lchown fchownat setuid setgid setreuid setregid
    setresuid setresgid setgroups setpriority mknod mknodat setxattr lsetxattr fsetxattr personality clock_settime
    settimeofday clock_adjtime adjtimex sethostname setdomainname open_tree move_mount fsopen fsconfig fsmount
    fspick mount_setattr clone3 pidfd_getfd landlock_create_ruleset seccomp init_module finit_module delete_module
    kexec_load kexec_file_load reboot swapon swapoff acct quotactl syslog iopl ioperm modify_ldt vhangup
    name_to_handle_at open_by_handle_at fanotify_init inotify_init inotify_init1 lookup_dcookie kcmp vmsplice
    move_pages migrate_pages mbind set_mempolicy get_mempolicy process_madvise process_mrelease capset ustat sysfs
    uselib nfsservctl sched_setscheduler sched_setattr ioprio_set cachestat map_shadow_stack
    statmount listmount lsm_set_self_attr setfsuid setfsgid mlock2 remap_file_pages sync syncfs sync_file_range
    """.split()
)  # fmt: skip


def number_of(name: str) -> int:
    library = ctypes.CDLL(filters._LIBRARY)
    library.seccomp_syscall_resolve_name.argtypes = [ctypes.c_char_p]
    return int(library.seccomp_syscall_resolve_name(name.encode()))


def test_no_dangerous_call_is_let_through(filtered: Parent) -> None:
    """Each is made in a fork of its own, with arguments that no kernel accepts."""
    numbers = {name: number_of(name) for name in sorted(DANGEROUS)}
    known = {name: number for name, number in numbers.items() if number >= 0}
    assert len(known) > 80
    cell = f"""
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
found = []
for name, number in {known!r}.items():
    if os.fork() == 0:
        ctypes.set_errno(0)
        bad = ctypes.c_long(-1)
        result = libc.syscall(ctypes.c_long(number), bad, bad, bad, bad, bad, bad)
        os._exit(0 if result == -1 and ctypes.get_errno() in (1, 38) else 1)
    if os.wait()[1]:
        found.append(name)
"""
    assert found(filtered, cell) == []


def test_every_call_that_is_not_listed_is_unknown(filtered: Parent) -> None:
    listed = {number_of(name) for name in (*filters._ALLOWED, *filters._REFUSED, "clone", "socketpair", "ioctl", "prctl", "fcntl")}  # fmt: skip
    assert DANGEROUS.isdisjoint(filters._ALLOWED)
    # Linux itself lets the two of uprobes past every filter; they do nothing where nobody placed any.
    others = [number for number in range(600) if number not in listed and number not in (335, 336)]
    cell = f"""
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
found = []
for number in {others!r}:
    ctypes.set_errno(0)
    bad = ctypes.c_long(-1)
    if libc.syscall(ctypes.c_long(number), bad, bad, bad, bad, bad, bad) != -1 or ctypes.get_errno() != 38:
        found.append(number)
"""
    assert found(filtered, cell) == []


REFUSED_CALLS = """
import ctypes, errno, fcntl, os, socket, termios
libc = ctypes.CDLL(None, use_errno=True)
def tried(name, *arguments):
    ctypes.set_errno(0)
    return name if getattr(libc, name)(*map(ctypes.c_long, arguments)) != -1 else ctypes.get_errno()
pair = (ctypes.c_int * 2)()
found = {
    "families": [tried("socketpair", family, 1, 0, ctypes.addressof(pair)) for family in (2, 10, 16, 40, (1 << 32) | 16)],
    "unix": tried("socketpair", 1, 1, 0, ctypes.addressof(pair)),
    "terminal": [tried("ioctl", 0, request, 0) for request in (termios.TIOCSTI, 0x541C, termios.TIOCSCTTY, (1 << 32) | termios.TIOCSTI, 0x5412, 0x4b3a, (1 << 16) | 0x5401)],
    "process": [tried("prctl", option, 1, 0, 0, 0) for option in (1, 4, 8, 22, 24, 27, 35, 36, 38, 47, 0x59616d61, (1 << 32) | 4)],
    "file": [tried("fcntl", 0, command, 0) for command in (1024, 1026, 10, 8, (1 << 32) | 1024)],
}
"""


def test_only_harmless_kinds_of_some_calls_are_let_through(filtered: Parent) -> None:
    seen = found(filtered, REFUSED_CALLS)
    assert isinstance(seen, dict)
    kinds = dict(seen["pairs"])
    assert kinds.pop("unix") == "socketpair"
    for name, results in kinds.items():
        assert set(results) <= {1, 38}, (name, results)


NAMESPACE_FLAGS = [1 << 7, 1 << 17, 1 << 25, 1 << 26, 1 << 27, 1 << 28, 1 << 29, 1 << 30]


@pytest.mark.skipif(platform.machine() != "x86_64", reason="written for this machine's calls")
def test_no_clone_makes_a_namespace(filtered: Parent) -> None:
    cell = f"""
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
found = []
for flag in {NAMESPACE_FLAGS}:
    ctypes.set_errno(0)
    made = libc.syscall(56, ctypes.c_ulong(flag | 17), 0, 0, 0, 0)
    if made == 0:
        os._exit(0)
    found.append(ctypes.get_errno() if made == -1 else flag)
"""
    assert set(found(filtered, cell)) == {38}  # type: ignore[call-overload]


@pytest.mark.skipif(platform.machine() != "x86_64", reason="written for this machine's calls")
def test_the_calls_of_older_machines_are_no_way_around(filtered: Parent) -> None:
    """The numbers of 32 bits, by their interrupt, and those of x32, by their bit, mean other calls."""
    cell = """
import ctypes, mmap, os
found = []
# mov eax, 20 (getpid of 32 bits); int 0x80; ret
code = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(bytes([0xb8, 20, 0, 0, 0, 0xcd, 0x80, 0xc3]))
address = ctypes.addressof(ctypes.c_char.from_buffer(code))
for way in (lambda: ctypes.CFUNCTYPE(ctypes.c_int)(address)(), lambda: ctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 | 39))):
    process = os.fork()
    if process == 0:
        made = way()
        os._exit(made != -1)
    status = os.waitpid(process, 0)[1]
    found.append(os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0)
"""
    assert found(filtered, cell) == [True, True]
