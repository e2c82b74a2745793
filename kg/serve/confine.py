"""Takes from the process that answers queries what it does not need: memory, files, new programs, and the network."""

from __future__ import annotations

import ctypes
import platform
import resource
import struct
import sys
from pathlib import Path

# Linux numbers of socket, connect, execve, execveat, by machine, with the machine's AUDIT_ARCH.
_CALLS = {"x86_64": (0xC000003E, (41, 42, 59, 322)), "aarch64": (0xC00000B7, (198, 203, 221, 281))}
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, BPF_RET|K
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # the call fails with EPERM


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def limit(memory: int, files: int) -> None:
    """Lets this process map at most ``memory`` bytes more than it has now, and write no file of more than ``files`` bytes."""
    for kind, most in ((resource.RLIMIT_AS, _mapped() + memory), (resource.RLIMIT_FSIZE, files), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))


def seal() -> bool:
    """Lets this process open no socket and run no other program, for ever; false where the system cannot do it.

    A filter of Linux's seccomp, which needs no privilege. It holds for threads that start later, so call it before there are any.
    """
    known = _CALLS.get(platform.machine()) if sys.platform == "linux" else None
    if known is None:
        return False
    code = _code(*known)
    program = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _code(architecture: int, calls: tuple[int, ...]) -> bytes:
    """Loads the architecture, allows any other; loads the number of the call, refuses those of ``calls``."""
    allow = len(calls)
    lines = [(_LOAD, 0, 0, 4), (_EQUAL, 0, allow + 1, architecture), (_LOAD, 0, 0, 0)]
    lines += [(_EQUAL, allow - place, 0, number) for place, number in enumerate(calls)]
    lines += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


def _mapped() -> int:
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
