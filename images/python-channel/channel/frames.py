"""Frames: 2 bytes of magic, header length and body length (32 bits, big-endian), a JSON header, a binary body."""

import json
import os
import struct
from typing import Any, NamedTuple

from .faults import ProtocolError

MAGIC = b"\xae\x01"
LENGTHS = struct.Struct(">II")
MAX_HEADER_IN = 16 * 1024 * 1024
MAX_HEADER_OUT = 1024 * 1024
MAX_PIECE = 256 * 1024
"""Bytes of a body in one frame."""


class Frame(NamedTuple):
    header: dict[str, Any]
    body: bytes


class HeaderTooLong(Exception):
    """The header is over MAX_HEADER_OUT."""


def encode_frame(header: dict[str, Any], body: bytes = b"") -> bytes:
    """ASCII only, so that half a surrogate pair in a text is no trouble. Raises HeaderTooLong."""
    text = json.dumps(header, separators=(",", ":"), allow_nan=False).encode("ascii")
    if len(text) > MAX_HEADER_OUT:
        raise HeaderTooLong(f"a message of {len(text)} bytes is over the limit of {MAX_HEADER_OUT}")
    return b"".join((MAGIC, LENGTHS.pack(len(text), len(body)), text, body))


class FrameReader:
    """Reads whole frames from a descriptor; lengths are checked before anything is kept."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._buffer = bytearray()

    def read(self) -> Frame | None:
        """Blocks. None at the end of input, also in the middle of a frame. Raises ProtocolError."""
        magic = self._take(len(MAGIC))
        if magic is None:
            return None
        if magic != MAGIC:
            raise ProtocolError(f"expected a frame, got {magic!r}")
        lengths = self._take(LENGTHS.size)
        if lengths is None:
            return None
        header_bytes, body_bytes = LENGTHS.unpack(lengths)
        if header_bytes > MAX_HEADER_IN or body_bytes > MAX_PIECE:
            raise ProtocolError(f"a frame of {header_bytes} + {body_bytes} bytes is over the limit")
        text = self._take(header_bytes)
        body = None if text is None else self._take(body_bytes)
        if text is None or body is None:
            return None
        try:
            header = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ProtocolError(f"a frame's header is not JSON: {type(error).__name__}") from error
        if not isinstance(header, dict):
            raise ProtocolError("a frame's header is not an object")
        return Frame(header, body)

    def _take(self, count: int) -> bytes | None:
        while len(self._buffer) < count:
            chunk = os.read(self._descriptor, 256 * 1024)
            if chunk == b"":
                return None
            self._buffer += chunk
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        return taken
