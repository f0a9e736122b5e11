"""The wish that what a thread does should end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from .faults import Stopped


class Stop:
    """Set once, by another thread. Who waits registers what wakes it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wakers: dict[object, Callable[[], None]] = {}
        self.is_set = False

    def set(self) -> None:
        with self._lock:
            self.is_set = True
            wakers = list(self._wakers.values())
        for wake in wakers:
            wake()

    def check(self) -> None:
        """Raises Stopped when set."""
        if self.is_set:
            raise Stopped

    @contextmanager
    def calling(self, wake: Callable[[], None]) -> Iterator[None]:
        """Within it, `set` calls `wake`; so does entering, if it is set already."""
        key = object()
        with self._lock:
            self._wakers[key] = wake
            late = self.is_set
        if late:
            wake()
        try:
            yield
        finally:
            with self._lock:
                del self._wakers[key]
