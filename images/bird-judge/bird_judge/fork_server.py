"""
Where workers come from: a process that has imported everything, holds no data and has one thread, and splits off a
guard for each socket it is sent. That takes some milliseconds, where a new interpreter takes a hundred.
"""

import gc
import os
import signal
import socket
import subprocess
import sys

from .limits import hide_memory, offer_to_go
from .worker import main_of_guard

ENVIRONMENT = ("PATH", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LANG")


def start_fork_server() -> socket.socket:
    """Send it one end of a pair of sockets for each task. It ends when ours is closed."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        subprocess.Popen(
            [sys.executable, "-m", "bird_judge.fork_server", str(theirs.fileno())],
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            env={name: os.environ[name] for name in ENVIRONMENT if name in os.environ},
            pass_fds=[theirs.fileno()],
        )
    return ours


def serve(control: socket.socket) -> None:
    """Until the other end is closed."""
    offer_to_go()
    hide_memory()
    # Nobody waits for guards: the kernel takes their ends.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.freeze()
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if message == b"":
            return
        for descriptor in descriptors:
            _split_off(control, descriptor)


def _split_off(control: socket.socket, descriptor: int) -> None:
    try:
        number = os.fork()
    except OSError as error:
        # Closing the socket is the answer.
        print(f"no process for a task: {error}", file=sys.stderr, flush=True)
        number = -1
    if number == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        control.close()
        main_of_guard(socket.socket(fileno=descriptor))
    os.close(descriptor)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
