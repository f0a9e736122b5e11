"""How the simulated user reaches its model: litellm's HTTP client ends in a request to the host. No port, no key."""

from typing import Any

import httpx
import litellm
from tau2.data_model.message import UserMessage
from tau2.environment.tool import as_tool
from tau2.utils.llm_utils import generate

from .faults import RunEnd
from .session import Session, Sessions

PATH = "/v1/chat/completions"
SESSION_HEADER = "x-tau-session"
KEPT_HEADERS = frozenset({"content-type", "x-request-id"})
"""The body comes whole and decoded: lengths and encodings of the way to the host say nothing any more."""


class ChannelTransport(httpx.BaseTransport):
    """A failed call ends the conversation here: through litellm it would come back as something else, and late."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        session = self._sessions[request.headers[SESSION_HEADER]]
        if request.url.path != PATH:
            raise RunEnd("infrastructure", f"litellm asks {request.url.path} for this model; only {PATH} is served")
        answer = session.model(PATH, request.read())
        match answer.result:
            case {"status": int(status), "headers": dict(headers)}:
                pass
            case _:
                raise RunEnd("infrastructure", "the answer of the user's model has no status and headers")
        if status >= 400:
            raise RunEnd("infrastructure", f"the user's model answered {status}")
        kept = {name: str(value) for name, value in headers.items() if name.lower() in KEPT_HEADERS}
        return httpx.Response(status, headers=kept, content=answer.body, request=request)


def route_user_model(sessions: Sessions) -> None:
    """All of litellm's calls go through the channel from here on."""
    litellm.telemetry = False
    _warm_up()
    litellm.client_session = httpx.Client(transport=ChannelTransport(sessions))


def _warm_up() -> None:
    """litellm imports much at its first calls, in circles that break when two threads do it at once."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "ready"}}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    completion = {"id": "warm", "object": "chat.completion", "created": 1, "model": "warm", "usage": usage}
    answer = httpx.MockTransport(lambda _request: httpx.Response(200, json={**completion, "choices": [choice]}))
    litellm.client_session = httpx.Client(transport=answer)
    messages = [UserMessage(role="user", content="ready?")]
    # litellm keeps clients by address and key: another address, and this one is not found again.
    for tools in (None, [as_tool(_warm_up)]):
        generate("openai/warm", messages, tools, api_base="http://warm/v1", api_key="none")


def user_model_args(session: Session, args: dict[str, Any]) -> dict[str, Any]:
    """What tau2 hands to litellm: its own default, what the host wants, and the way out, without retries."""
    return {
        "temperature": 0.0,
        **args,
        "api_base": f"http://host{PATH.removesuffix('/chat/completions')}",
        "api_key": "in-a-box",
        "extra_headers": {SESSION_HEADER: session.name},
        "num_retries": 0,
        "max_retries": 0,
    }
