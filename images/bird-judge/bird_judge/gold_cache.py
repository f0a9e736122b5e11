"""Results of gold statements by key, those used last."""

from collections import OrderedDict
from threading import Lock

MAX_BYTES = 128 * 1024 * 1024
MAX_ENTRIES = 2048


class GoldCache:
    """What is kept is packed rows, which are never unpacked in this process."""

    def __init__(self, max_bytes: int = MAX_BYTES, max_entries: int = MAX_ENTRIES) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._max_bytes = max_bytes
        self._max_entries = max_entries

    def get(self, key: str) -> bytes | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: str, rows: bytes) -> None:
        with self._lock:
            self._drop(key)
            self._kept[key] = rows
            self._bytes += len(rows)
            while len(self._kept) > 1 and (self._bytes > self._max_bytes or len(self._kept) > self._max_entries):
                self._drop(next(iter(self._kept)))

    def forget(self, key: str) -> None:
        with self._lock:
            self._drop(key)

    def _drop(self, key: str) -> None:
        self._bytes -= len(self._kept.pop(key, b""))
