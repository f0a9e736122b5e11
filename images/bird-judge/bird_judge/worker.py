"""One piece of work in a process of its own, and the guard that watches it: also a process, and the worker's parent."""

import math
import os
import secrets
import select
import socket
import sys
import time
import traceback
from typing import Any

from .connection import Connection, end_backend
from .limits import adopt_orphans, confine, kill_group_and_descendants
from .messages import MAX_BLOB, Message, pack, receive, unpack
from .tasks import perform

TICK_SECONDS = 0.1
"""How late it may be noticed that a worker has gone while something of its own holds the pipe open."""


def guard(judge: socket.socket) -> None:
    """Reads a task, has it done, answers. {ended} in place of an answer: "deadline", or how the process went."""
    adopt_orphans()
    message = receive(judge.recv)
    if message is None:
        return
    task, blob = message
    token = secrets.token_bytes(16)
    source, target = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(source)
        judge.close()
        try:
            _work(task, blob, target, token)
        finally:
            os._exit(1)
    os.close(target)
    watched = _Watched(worker, source, token)
    answer = watched.wait(judge, time.monotonic() + task["limitMs"] / 1000)
    kill_group_and_descendants(worker)
    if watched.backend is not None and (answer is None or "ended" in answer[0]):
        end_backend(Connection(*task["connection"]), watched.backend)
    if answer is not None:
        judge.sendall(pack(*answer))


def _work(task: dict[str, Any], blob: bytes, target: int, token: bytes) -> None:
    """Never returns. What the work prints, and how it ends the process, is no answer: only the token makes one."""
    try:
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nothing, descriptor)
        confine(math.ceil(task["limitMs"] / 1000) + 1)
        answer = perform(task, blob, lambda number: _write(target, token + pack({"backend": number})))
        _write(target, token + pack(*answer))
    except BaseException as error:
        _write(target, token + pack({"fault": {"code": "failed", "message": f"{task['kind']}: {error!r}"}}))
    os._exit(0)


def _write(target: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(target, rest) :]


class _Watched:
    """A worker seen from its guard."""

    def __init__(self, worker: int, source: int, token: bytes) -> None:
        self.backend: int | None = None
        self._worker = worker
        self._source = source
        self._token = token
        self._data = bytearray()
        self._reaped: int | None = None
        os.set_blocking(source, False)

    def wait(self, judge: socket.socket, deadline: float) -> Message | None:
        """None when the judge has hung up."""
        poll = select.poll()
        poll.register(self._source, select.POLLIN)
        poll.register(judge, select.POLLIN)
        while (left := deadline - time.monotonic()) > 0:
            ready = [descriptor for descriptor, _ in poll.poll(min(left, TICK_SECONDS) * 1000)]
            if judge.fileno() in ready:
                return None
            # Before the pipe is read for what may be the last time.
            status = self._status()
            open_still = self._read() if self._source in ready or status is not None else True
            answer = self._parse()
            if answer is not None:
                return answer
            if not open_still or status is not None:
                return {"ended": _words(self._status_at_end() if status is None else status)}, b""
        return {"ended": "deadline"}, b""

    def _read(self) -> bool:
        """All there is now; False at the end of it."""
        while True:
            try:
                piece = os.read(self._source, 1024 * 1024)
            except BlockingIOError:
                return True
            if piece == b"" or len(self._data) > 2 * MAX_BLOB:
                return False
            self._data += piece

    def _parse(self) -> Message | None:
        """What does not begin with the token was not written by us, and nothing after it counts."""
        while self._data.startswith(self._token):
            try:
                found = unpack(memoryview(self._data)[len(self._token) :].tobytes())
            except ValueError:
                return None
            if found is None:
                return None
            (head, blob), end = found
            if "backend" not in head:
                return head, blob
            self.backend = head["backend"]
            del self._data[: len(self._token) + end]
        return None

    def _status(self) -> int | None:
        if self._reaped is None:
            number, status = os.waitpid(self._worker, os.WNOHANG)
            if number != 0:
                self._reaped = status
        return self._reaped

    def _status_at_end(self) -> int | None:
        """Its pipe is closed: it ends now, or never will."""
        for _ in range(20):
            if (status := self._status()) is not None:
                return status
            time.sleep(0.005)
        return None


def _words(status: int | None) -> str:
    if status is None:
        return "it closed its way to answer"
    code = os.waitstatus_to_exitcode(status)
    return f"signal {-code}" if code < 0 else f"exit {code}"


def main_of_guard(judge: socket.socket) -> None:
    """Never returns."""
    try:
        guard(judge)
    except BaseException:
        traceback.print_exc(file=sys.stderr)
        os._exit(1)
    os._exit(0)
