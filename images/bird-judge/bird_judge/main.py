"""The process: its descriptors, what it says at its start, and how it ends."""

import hashlib
import platform
import signal
from pathlib import Path
from threading import Thread
from types import FrameType
from typing import Any, NoReturn

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
EXIT_CHECK = 1
CHECK_MS = 20_000


def main(arguments: list[str]) -> None:
    """Serves one host over its streams until its input ends, or says whether it could. Never returns."""
    match arguments:
        case []:
            source, target = take_streams()
        case ["--check"]:
            _check()
        case _:
            end(EXIT_USAGE, "usage: python -m bird_judge [--check]")
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


def _check() -> NoReturn:
    """That a worker can be split off and answers, as for a host."""
    head, _ = Workers(start_fork_server()).run({"kind": "idle", "limitMs": CHECK_MS}, Stop())
    if head != {"why": "idle"}:
        end(EXIT_CHECK, f"a worker said {head}")
    end(0, f"protocol {PROTOCOL}, a worker answers")


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
