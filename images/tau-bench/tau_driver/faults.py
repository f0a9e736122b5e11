"""How a call to the host or a conversation may end other than well."""

from typing import Literal

Status = Literal["ended", "agent-fault", "infrastructure"]


class CallError(Exception):
    """An error that is an answer: the host's to us, or ours to the host. `code` is stable, `message` is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class ProtocolError(Exception):
    """The other side broke the framing or sent more than it may: nothing that follows can be understood."""


class Unwind(BaseException):
    """Not an Exception, because litellm, httpx and tau2 catch those and turn them into others."""


class Stopped(Unwind):
    """The host cancelled what this thread was doing."""


class RunEnd(Unwind):
    """The conversation can't go on. `reason` holds nothing of the task."""

    def __init__(self, status: Status, reason: str) -> None:
        super().__init__(reason)
        self.status: Status = status
        self.reason = reason[:300]
