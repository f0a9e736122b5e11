"""Messages between the judge, a worker's guard and the worker itself: two lengths, JSON, a binary part."""

import json
import struct
from collections.abc import Callable
from typing import Any

LENGTHS = struct.Struct(">II")
MAX_HEAD = 32 * 1024 * 1024
MAX_BLOB = 32 * 1024 * 1024

Message = tuple[dict[str, Any], bytes]


def pack(head: dict[str, Any], blob: bytes = b"") -> bytes:
    text = json.dumps(head, separators=(",", ":")).encode("ascii")
    return LENGTHS.pack(len(text), len(blob)) + text + blob


def unpack(data: bytes | bytearray) -> tuple[Message, int] | None:
    """The first message and where it ends; None until it is whole. Raises ValueError."""
    if len(data) < LENGTHS.size:
        return None
    head, blob = LENGTHS.unpack_from(data)
    if head > MAX_HEAD or blob > MAX_BLOB:
        raise ValueError("a message over the limit")
    middle = LENGTHS.size + head
    if len(data) < middle + blob:
        return None
    return (json.loads(data[LENGTHS.size : middle]), bytes(data[middle : middle + blob])), middle + blob


def receive(read: Callable[[int], bytes]) -> Message | None:
    """Waits for one message; None when the other side ends before. Raises ValueError."""
    data = bytearray()
    while (message := unpack(data)) is None:
        piece = read(256 * 1024)
        if piece == b"":
            return None
        data += piece
    return message[0]
