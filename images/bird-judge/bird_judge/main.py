"""The process: its descriptors, what it says at its start, and how it ends."""

import hashlib
import platform
import signal
import socket
from pathlib import Path
from threading import Thread
from types import FrameType
from typing import Any

import channel
import psycopg2
from channel.faults import CallError, ProtocolError
from channel.peer import Peer
from channel.process import end, take_streams
from channel.stop import Stop

from .fork_server import start_fork_server
from .gold_cache import GoldCache
from .judge import Judge
from .limits import hide_memory
from .workers import Workers

PROTOCOL = 1
EXIT_USAGE = 2
EXIT_PROTOCOL = 4


def main(arguments: list[str]) -> None:
    """Serves one host until its input ends, over its streams or the first connection to a port. Never returns."""
    match arguments:
        case []:
            source, target = take_streams()
        case ["--listen", port] if port.isdecimal() and 0 < int(port) < 65_536:
            source = target = _accept(int(port))
        case _:
            end(EXIT_USAGE, "usage: python -m bird_judge [--listen PORT]")
    signal.signal(signal.SIGTERM, _on_signal)
    hide_memory()
    judge = Judge(Workers(start_fork_server()), GoldCache())
    peer = Peer(source, target, judge.methods)
    Thread(target=_say_ready, args=(peer,), name="ready", daemon=True).start()
    try:
        peer.serve()
    except ProtocolError as error:
        end(EXIT_PROTOCOL, f"the host broke the protocol: {error}")
    end(0)


def _accept(port: int) -> int:
    """One host, and no second."""
    with socket.create_server(("", port)) as server:
        return server.accept()[0].detach()


def _say_ready(peer: Peer) -> None:
    try:
        peer.request("ready", facts(), Stop())
    except CallError as error:
        end(EXIT_PROTOCOL, f"the host refused: {error}")


def facts() -> dict[str, Any]:
    """What a score depends on."""
    return {
        "protocol": PROTOCOL,
        "python": platform.python_version(),
        "psycopg2": psycopg2.__version__.split()[0],  # type: ignore[attr-defined]
        "versionDigest": _digest(),
    }


def _digest() -> str:
    """Hex SHA-256 of our own sources, the channel's included."""
    folders = {"bird_judge": Path(__file__).parent, "channel": Path(channel.__file__ or "").parent}
    digest = hashlib.sha256()
    for name, folder in sorted(folders.items()):
        for file in sorted(folder.glob("*.py")):
            digest.update(f"{name}/{file.name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _on_signal(number: int, _frame: FrameType | None) -> None:
    end(128 + number)
