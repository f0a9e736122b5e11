"""Ends of a piece of work that are nobody's answer."""


class Fault(Exception):
    """What we were given can't be worked with. `code` is stable."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
