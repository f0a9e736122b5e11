"""Tasks given to workers, from any thread."""

import socket
from select import select
from typing import Any

from channel.faults import CallError
from channel.process import end
from channel.slots import Slots
from channel.stop import Stop

from .messages import Message, pack, receive

AT_ONCE = 8
"""Further tasks wait: each may need as much memory as limits.py allows."""
EXIT_NO_FORK_SERVER = 5
GOING_S = 0.5
"""A process that is killed closes one descriptor after the other."""


class Workers:
    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._slots = Slots(AT_ONCE, 1)

    def run(self, task: dict[str, Any], stop: Stop, blob: bytes = b"") -> Message:
        """Raises Stopped, CallError of a task's fault, CallError "worker-lost"."""
        self._slots.acquire(0, stop)
        try:
            answer = self._ask(pack(task, blob), stop)
        finally:
            self._slots.release(0)
        stop.check()
        if answer is None:
            self._end_without_fork_server()
            raise CallError("worker-lost", f"the process for {task['kind']} is gone")
        if "fault" in answer[0]:
            raise CallError(answer[0]["fault"]["code"], answer[0]["fault"]["message"])
        return answer

    def _ask(self, message: bytes, stop: Stop) -> Message | None:
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._hand_over(theirs)
            with stop.calling(lambda: _hang_up(ours)):
                try:
                    ours.sendall(message)
                    return receive(ours.recv)
                except OSError:
                    return None

    def _hand_over(self, theirs: socket.socket) -> None:
        try:
            socket.send_fds(self._control, [b"1"], [theirs.fileno()])
        except OSError as error:
            end(EXIT_NO_FORK_SERVER, f"the fork server is gone: {error}")

    def _end_without_fork_server(self) -> None:
        """It may be about to go with the task's socket. It never sends: there is only its end to wait for."""
        gone, _, _ = select([self._control], [], [], GOING_S)
        if gone:
            end(EXIT_NO_FORK_SERVER, "the fork server is gone")


def _hang_up(ours: socket.socket) -> None:
    try:
        ours.shutdown(socket.SHUT_RDWR)
    except OSError:
        # It has hung up first.
        return
