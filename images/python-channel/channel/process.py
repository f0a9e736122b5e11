"""What a process that serves the channel does with its descriptors, and how it ends."""

import os
import sys
from typing import NoReturn


def take_streams() -> tuple[int, int]:
    """The protocol gets descriptors of its own: what else is printed is a log line."""
    source, target = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return source, target


def end(code: int, line: str = "") -> NoReturn:
    """At once: threads may be in the middle of something."""
    if line:
        print(line, file=sys.stderr, flush=True)
    os._exit(code)
