"""What is under way at once: requests, and the bytes of their bodies."""

from threading import Condition

from .stop import Stop


class Slots:
    """Makes callers wait until their request fits the limits; one alone always does."""

    def __init__(self, requests: int, size: int) -> None:
        self._limits = (requests, size)
        self._requests = 0
        self._bytes = 0
        self._changed = Condition()

    def acquire(self, size: int, stop: Stop) -> None:
        """Raises Stopped."""
        with stop.calling(self._wake), self._changed:
            self._changed.wait_for(lambda: stop.is_set or self._fits(size))
            stop.check()
            self._requests += 1
            self._bytes += size

    def release(self, size: int) -> None:
        with self._changed:
            self._requests -= 1
            self._bytes -= size
            self._changed.notify_all()

    def _fits(self, size: int) -> bool:
        if self._requests == 0:
            return True
        return self._requests < self._limits[0] and self._bytes + size <= self._limits[1]

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()
