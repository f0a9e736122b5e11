"""One conversation as the host knows it: by a random name, which is all that tells its calls apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from channel.faults import CallError
from channel.peer import Answer, Peer
from channel.stop import Stop

from .faults import RunEnd, Status

MAX_REPLY_BYTES = 4 * 1024 * 1024
"""What an agent may say in one conversation; a thorough one says a hundredth. Bounds memory and every later message."""

MAX_RESULT_BYTES = 16 * 1024 * 1024
"""What the tools may bring back in one conversation, which all of it is kept for: a tool may repeat what was stored."""


class Session:
    def __init__(self, name: str, seed: int, peer: Peer, stop: Stop) -> None:
        self.name = name
        self.seed = seed
        self.model_calls = 0
        self.reply_bytes = 0
        self.result_bytes = 0
        self._turns = 0
        self._peer = peer
        self._stop = stop

    def open(self, policy: str, tools: list[dict[str, Any]], history: list[dict[str, Any]]) -> None:
        """Raises RunEnd, Stopped."""
        self._ask("open", {"policy": policy, "tools": tools, "history": history, "seed": self.seed}, "infrastructure")

    def turn(self, messages: list[dict[str, Any]]) -> Any:
        """Gives the agent's reply as it came. Raises RunEnd, Stopped."""
        self._turns += 1
        # Only what an agent's own calls bring back can be too long for a message.
        blame: Status = "agent-fault" if messages[0]["role"] == "tool" else "infrastructure"
        if blame == "agent-fault":
            self.result_bytes += sum(len(message["content"] or "") for message in messages)
            if self.result_bytes > MAX_RESULT_BYTES:
                raise RunEnd("agent-fault", f"the agent's tools brought back more than {MAX_RESULT_BYTES} characters")
        return self._ask("turn", {"seq": self._turns, "messages": messages}, blame).result

    def model(self, path: str, body: bytes) -> Answer:
        """One call of the simulated user's model. Raises RunEnd, Stopped."""
        self.model_calls += 1
        return self._ask("model", {"method": "POST", "path": path}, "agent-fault", body)

    def _ask(self, method: str, params: dict[str, Any], blame_if_too_large: Status, body: bytes = b"") -> Answer:
        try:
            return self._peer.request(method, {"session": self.name, **params}, self._stop, body)
        except CallError as error:
            if error.code == "agent-fault":
                raise RunEnd("agent-fault", error.message) from error
            status: Status = blame_if_too_large if error.code == "message-too-large" else "infrastructure"
            raise RunEnd(status, f"{method}: {error.code}: {error.message}") from error


class Sessions:
    """Those under way, by name."""

    def __init__(self) -> None:
        self._open: dict[str, Session] = {}

    def __getitem__(self, name: str) -> Session:
        return self._open[name]

    @contextmanager
    def holding(self, session: Session) -> Iterator[None]:
        """Raises CallError "bad-params" when there is one of that name."""
        if self._open.setdefault(session.name, session) is not session:
            raise CallError("bad-params", f"session {session.name} is under way")
        try:
            yield
        finally:
            del self._open[session.name]
