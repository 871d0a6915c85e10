"""The system calls that the runner may make, by libseccomp where it is installed.

Calls that are not listed answer "no such call", so that the C library falls back on older ones; those that a
notebook may well try answer "not permitted", which Python shows as PermissionError.
"""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Sequence

_LIBRARY = "libseccomp.so.2"
_OPTIMIZE, _AS_TREE = 8, 2
_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_LARGEST_PROGRAM = 1 << 20
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_MASKED_EQUAL = 7
_LOW_32 = 0xFFFFFFFF

_ALLOWED = """
    read readv pread64 preadv preadv2 write writev pwrite64 pwritev pwritev2 lseek sendfile
    copy_file_range splice tee open openat openat2 creat close close_range dup dup2 dup3 flock
    fsync fdatasync ftruncate truncate fallocate fadvise64 readahead stat fstat lstat newfstatat
    statx statfs fstatfs access faccessat faccessat2 getdents getdents64 getcwd chdir fchdir rename
    renameat renameat2 mkdir mkdirat rmdir unlink unlinkat link linkat symlink symlinkat readlink
    readlinkat chmod fchmod fchmodat fchmodat2 utime utimes utimensat futimesat umask pipe pipe2
    poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
    epoll_pwait2 eventfd eventfd2 timerfd_create timerfd_settime timerfd_gettime signalfd signalfd4
    brk mmap mprotect munmap mremap madvise msync mincore membarrier rt_sigaction rt_sigprocmask
    rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait rt_sigqueueinfo rt_tgsigqueueinfo
    sigaltstack kill tkill tgkill pidfd_open pidfd_send_signal pause alarm getitimer setitimer
    timer_create timer_settime timer_gettime timer_getoverrun timer_delete fork vfork exit
    exit_group wait4 waitid restart_syscall futex futex_waitv set_robust_list get_robust_list
    set_tid_address rseq arch_prctl sched_yield sched_getaffinity sched_setaffinity sched_getparam
    sched_getscheduler sched_get_priority_max sched_get_priority_min getcpu getpriority getpid
    getppid gettid getuid geteuid getgid getegid getresuid getresgid getgroups getpgid getpgrp
    getsid setsid setpgid uname sysinfo getrusage getrlimit setrlimit prlimit64 times getrandom time
    gettimeofday clock_gettime clock_getres nanosleep clock_nanosleep sendmsg recvmsg sendto
    recvfrom shutdown getsockopt setsockopt getsockname getpeername
""".split()
_REFUSED = """
    socket connect bind listen accept accept4 execve execveat ptrace process_vm_readv
    process_vm_writev unshare setns mount umount2 pivot_root chroot keyctl add_key request_key bpf
    perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register memfd_create
    memfd_secret mlock mlockall shmget msgget semget mq_open chown fchown lchown fchownat setuid
    setgid setreuid setregid setresuid setresgid setgroups setpriority mknod mknodat setxattr
    lsetxattr fsetxattr personality clock_settime settimeofday sethostname
""".split()
_NEW_NAMESPACES = 0x7E020000 | 0x00000080
_AF_UNIX = 1
# Is it a terminal, how wide, how much is waiting, and three flags of a descriptor: no TIOCSTI among them.
_IOCTLS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
# PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_CAPBSET_READ, PR_SET_VMA; no PR_SET_PDEATHSIG among them, so
# that no runner outlives the warm process.
_PRCTLS = (3, 15, 16, 23, 0x53564D41)
# Copies, flags and locks of a descriptor, and the size of a pipe; no leases: code that runs as the user who
# installed Python could keep everybody else from opening its files.
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1031, 1032)


class _Comparison(ctypes.Structure):
    _fields_ = [
        ("argument", ctypes.c_uint),
        ("operator", ctypes.c_int),
        ("mask", ctypes.c_uint64),
        ("value", ctypes.c_uint64),
    ]


class _Instruction(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_uint16),
        ("if_true", ctypes.c_uint8),
        ("if_false", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


class Filter:
    """A filter made once in the parent, and put in force in each runner."""

    def __init__(self) -> None:
        library = ctypes.CDLL(_LIBRARY)
        library.seccomp_init.restype = ctypes.c_void_p
        library.seccomp_init.argtypes = [ctypes.c_uint32]
        library.seccomp_release.argtypes = [ctypes.c_void_p]
        library.seccomp_attr_set.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32]
        library.seccomp_export_bpf.argtypes = [ctypes.c_void_p, ctypes.c_int]
        library.seccomp_syscall_resolve_name.argtypes = [ctypes.c_char_p]
        library.seccomp_rule_add_array.argtypes = [
            ctypes.c_void_p,
            ctypes.c_uint32,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_void_p,
        ]
        self._library = library
        self._context = library.seccomp_init(_ERRNO | errno.ENOSYS)
        if not self._context:
            raise OSError(errno.ENOMEM, "seccomp_init")
        for name in _ALLOWED:
            self._rule(_ALLOW, name)
        for name in _REFUSED:
            self._rule(_ERRNO | errno.EPERM, name)
        self._rule(_ALLOW, "clone", [(0, _NEW_NAMESPACES, 0)])
        self._rule(_ALLOW, "socketpair", [(0, _LOW_32, _AF_UNIX)])
        for number in _IOCTLS:
            self._rule(_ALLOW, "ioctl", [(1, _LOW_32, number)])
        for number in _PRCTLS:
            self._rule(_ALLOW, "prctl", [(0, _LOW_32, number)])
        for number in _FCNTLS:
            self._rule(_ALLOW, "fcntl", [(1, _LOW_32, number)])
        # Older ones search from top to bottom, which is slower and as right.
        library.seccomp_attr_set(self._context, _OPTIMIZE, _AS_TREE)
        self._program = self._compiled()
        library.seccomp_release(self._context)

    def load(self) -> None:
        """Put the filter in force for this process, which can gain no privileges, and all that it starts."""
        libc = ctypes.CDLL(None, use_errno=True)
        size = ctypes.sizeof(_Instruction)
        program = _Program(len(self._program) // size, ctypes.c_char_p(self._program))
        if libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "seccomp filter")

    def _compiled(self) -> bytes:
        """Return the filter as the kernel reads it, so that it is compiled once and not for each run."""
        file = os.memfd_create("filter")
        try:
            result = self._library.seccomp_export_bpf(self._context, file)
            if result != 0:
                raise OSError(-result, "seccomp_export_bpf")
            return os.pread(file, _LARGEST_PROGRAM, 0)
        finally:
            os.close(file)

    def _rule(self, action: int, name: str, comparisons: Sequence[tuple[int, int, int]] = ()) -> None:
        number = self._library.seccomp_syscall_resolve_name(name.encode())
        if number < 0:
            # This machine's architecture has no such call.
            return
        array = (_Comparison * max(1, len(comparisons)))(
            *(_Comparison(at, _MASKED_EQUAL, mask, value) for at, mask, value in comparisons)
        )
        result = self._library.seccomp_rule_add_array(
            self._context, action, number, len(comparisons), ctypes.byref(array)
        )
        if result != 0:
            raise OSError(-result, f"seccomp rule {name}")


def make_filter() -> Filter | None:
    """Return the filter, or None where libseccomp is missing."""
    try:
        return Filter()
    except OSError:
        return None
