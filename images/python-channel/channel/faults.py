"""How a call over the channel may end other than well."""


class CallError(Exception):
    """An error that is an answer: the host's to us, or ours to the host. `code` is stable, `message` is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class ProtocolError(Exception):
    """The other side broke the framing or sent more than it may: nothing that follows can be understood."""


class Unwind(BaseException):
    """Not an Exception, because libraries catch those and turn them into others."""


class Stopped(Unwind):
    """The host cancelled what this thread was doing."""
