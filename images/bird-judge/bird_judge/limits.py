"""What a process of the judge may do, by the kernel's own means."""

import ctypes
import os
import resource
import signal
import time

PR_SET_DUMPABLE = 4
PR_SET_CHILD_SUBREAPER = 36
MEMORY_BYTES = 512 * 1024 * 1024
FILE_BYTES = 16 * 1024 * 1024
FILES = 64
PROCESSES = 256
"""Counted over all processes of our user on the machine: the image has a user of its own."""
KILL_SECONDS = 5.0


def hide_memory() -> None:
    """Other processes of our user can't read our memory or environment."""
    _prctl(PR_SET_DUMPABLE, 0)


def offer_to_go() -> None:
    """Where the container's memory is over, we and our children are to go first. Not after hide_memory."""
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")


def adopt_orphans() -> None:
    """Descendants whose parents end become our children instead of escaping."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def confine(cpu_seconds: int) -> None:
    """For good: ours and all that we start."""
    for kind, limit in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_NPROC, PROCESSES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, most = resource.getrlimit(kind)
        value = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(kind, (value, value))


def kill_group_and_descendants(group: int) -> None:
    """Ends when no child of ours is left, or after KILL_SECONDS."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass
    give_up = time.monotonic() + KILL_SECONDS
    while _reap() and time.monotonic() < give_up:
        for number in _children():
            os.kill(number, signal.SIGKILL)
        time.sleep(0.001)


def _reap() -> bool:
    """Whether there still are children."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0] != 0:
            pass
    except ChildProcessError:
        return False
    return True


def _children() -> list[int]:
    """Those not yet reaped: their numbers can't be somebody else's."""
    ours, found = str(os.getpid()), []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    # The command's name, in parentheses, may hold anything.
                    parent = file.read().rpartition(")")[2].split()[1]
            except OSError:
                continue
            if parent == ours:
                found.append(int(name))
    return found


def _prctl(option: int, value: int) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option}")
