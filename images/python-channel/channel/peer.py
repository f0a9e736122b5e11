"""One end of the channel: asks and answers at once, from any thread. One thread reads and never waits for a method."""

import os
import sys
import traceback
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Any, NamedTuple

from .faults import CallError, ProtocolError, Stopped
from .frames import MAX_PIECE, FrameReader, HeaderTooLong, encode_frame
from .slots import Slots
from .stop import Stop

MAX_BODY = 32 * 1024 * 1024
MAX_REQUESTS = 64
MAX_BYTES = 64 * 1024 * 1024
"""What one side may have under way; twice that is tolerated from the other, whose answers may be read late."""


class Answer(NamedTuple):
    result: Any
    body: bytes = b""


Method = Callable[[Any, Stop], Answer]
"""Gets the parameters; a raised CallError travels with its code. What we offer takes no bodies."""


class _Asked:
    """A request of ours: who waits for it, and what has come of its answer."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.done = Event()
        self.result: Any = None
        self.started = False
        self.pieces: list[bytes] = []
        self.bytes = 0
        self.error: CallError | None = None


class Peer:
    def __init__(self, source: int, target: int, methods: dict[str, Method]) -> None:
        self._reader = FrameReader(source)
        self._target = target
        self._methods = methods
        self._writing = Lock()
        self._slots = Slots(MAX_REQUESTS, MAX_BYTES)
        self._lock = Lock()
        self._asked: dict[int, _Asked] = {}
        self._last_id = 0
        self._served: dict[int, Stop] = {}

    def request(self, method: str, params: Any, stop: Stop, body: bytes = b"") -> Answer:
        """Waits for a slot and for the whole answer. Raises CallError (the host's, or "message-too-large"), Stopped."""
        if len(body) > MAX_BODY:
            raise CallError("message-too-large", f"{method}: a body of {len(body)} bytes is over {MAX_BODY}")
        self._slots.acquire(len(body), stop)
        asked = _Asked(len(body))
        with self._lock:
            self._last_id += 1
            number = self._last_id
            self._asked[number] = asked
        try:
            head = {"kind": "request", "id": number, "method": method, "params": params}
            self._send(head, {"kind": "chunk", "id": number, "of": "request"}, body)
        except HeaderTooLong as error:
            self._forget(number)
            raise CallError("message-too-large", f"{method}: {error}") from error
        with stop.calling(asked.done.set):
            asked.done.wait()
        with self._lock:
            answered = number not in self._asked
        if not answered:
            # The slot is kept until the host has said its last word.
            self._write(encode_frame({"kind": "cancel", "id": number}))
        stop.check()
        if asked.error is not None:
            raise asked.error
        return Answer(asked.result, b"".join(asked.pieces))

    def serve(self) -> None:
        """Reads until the end of input. Raises ProtocolError."""
        while (frame := self._reader.read()) is not None:
            self._receive(frame.header, frame.body)

    def _receive(self, header: dict[str, Any], body: bytes) -> None:
        number = header.get("id")
        if type(number) is not int or number < 1:
            raise ProtocolError("a frame's header has no id")
        match header:
            case {"kind": "request", "method": str(method), "more": bool(more)}:
                self._start(number, method, header.get("params"), more or body != b"")
            case {"kind": "cancel"}:
                stop = self._served.get(number)
                if stop is not None:
                    stop.set()
            case {"kind": "response", "more": bool(more)}:
                asked = self._waiting(number, started=False)
                asked.started = True
                asked.result = header.get("result")
                self._add(number, asked, body, more)
            case {"kind": "chunk", "of": "response", "more": bool(more)}:
                asked = self._waiting(number, started=True)
                if "error" in header:
                    asked.error = _error_of(header["error"])
                self._add(number, asked, body, more)
            case {"kind": "error"}:
                asked = self._waiting(number, started=False)
                asked.error = _error_of(header.get("error"))
                self._finish(number, asked)
            case _:
                raise ProtocolError("a frame's header has an unknown kind or lacks a field")

    def _waiting(self, number: int, started: bool) -> _Asked:
        asked = self._asked.get(number)
        if asked is None or asked.started != started:
            raise ProtocolError(f"an answer to nothing that was asked ({number})")
        return asked

    def _add(self, number: int, asked: _Asked, body: bytes, more: bool) -> None:
        asked.bytes += len(body)
        if asked.bytes > MAX_BODY:
            raise ProtocolError(f"an answer over {MAX_BODY} bytes")
        asked.pieces.append(body)
        if not more:
            self._finish(number, asked)

    def _finish(self, number: int, asked: _Asked) -> None:
        self._forget(number)
        asked.done.set()

    def _forget(self, number: int) -> None:
        with self._lock:
            asked = self._asked.pop(number)
        self._slots.release(asked.size)

    def _start(self, number: int, method: str, params: Any, has_body: bool) -> None:
        if has_body:
            raise ProtocolError(f"a request with a body ({method[:100]}); none of ours takes one")
        if number in self._served:
            raise ProtocolError(f"request {number} is already under way")
        if len(self._served) >= 2 * MAX_REQUESTS:
            raise ProtocolError(f"more than {MAX_REQUESTS} requests at once")
        stop = Stop()
        self._served[number] = stop
        try:
            Thread(target=self._run, args=(number, method, params, stop), name=method[:50], daemon=True).start()
        except RuntimeError:
            del self._served[number]
            self._refuse(number, "failed", "no thread could be started for it")

    def _run(self, number: int, method: str, params: Any, stop: Stop) -> None:
        head: dict[str, Any] = {"kind": "response", "id": number}
        more = {"kind": "chunk", "id": number, "of": "response"}
        try:
            answer = self._call(method, params, stop)
            self._send({**head, "result": answer.result}, more, answer.body)
        except CallError as error:
            self._refuse(number, error.code, error.message)
        except Stopped:
            self._refuse(number, "cancelled", "cancelled")
        except HeaderTooLong as error:
            self._refuse(number, "result-too-large", str(error))
        finally:
            del self._served[number]

    def _refuse(self, number: int, code: str, message: str) -> None:
        self._write(encode_frame({"kind": "error", "id": number, "error": {"code": code, "message": message[:16_384]}}))

    def _call(self, method: str, params: Any, stop: Stop) -> Answer:
        offered = self._methods.get(method)
        if offered is None:
            raise CallError("unknown-method", f"there is no method {method[:100]}")
        try:
            return offered(params, stop)
        except CallError:
            raise
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            raise CallError("failed", f"{method} failed: {type(error).__name__}") from error

    def _send(self, head: dict[str, Any], chunk: dict[str, Any], body: bytes) -> None:
        """Pieces of other messages may come between those of this one."""
        for start in range(0, max(len(body), 1), MAX_PIECE):
            header = head if start == 0 else chunk
            self._write(
                encode_frame({**header, "more": start + MAX_PIECE < len(body)}, body[start : start + MAX_PIECE])
            )

    def _write(self, frame: bytes) -> None:
        rest = memoryview(frame)
        try:
            with self._writing:
                while rest:
                    rest = rest[os.write(self._target, rest) :]
        except OSError:
            # Nobody reads any more: there is nothing left to do, and nobody to tell.
            os._exit(0)


def _error_of(value: Any) -> CallError:
    match value:
        case {"code": str(code), "message": str(message)}:
            return CallError(code, message)
    raise ProtocolError("a frame's header has an error without code")
