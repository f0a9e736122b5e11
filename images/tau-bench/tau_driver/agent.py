"""The agent as tau2 sees it: every turn is asked of the host."""

from typing import Any

from tau2.agent.base import LocalAgent, ValidAgentInputMessage
from tau2.data_model.message import AssistantMessage, Message, MultiToolMessage, ToolMessage

from .faults import RunEnd
from .replies import parse_reply
from .session import MAX_REPLY_BYTES, Session


class RemoteAgent(LocalAgent[None]):
    """It keeps no state: the agent at the other end does."""

    def __init__(self, session: Session, tools: list[dict[str, Any]], domain_policy: str) -> None:
        """`tools`: in OpenAI's form."""
        super().__init__(tools=[], domain_policy=domain_policy)
        self._session = session
        self._tools = tools

    def set_seed(self, seed: int) -> None:
        """The session has it already."""

    def get_init_state(self, message_history: list[Message] | None = None) -> None:
        history = [{"role": message.role, "content": message.content} for message in message_history or []]
        self._session.open(self.domain_policy, self._tools, history)

    def generate_next_message(self, message: ValidAgentInputMessage, state: None) -> tuple[AssistantMessage, None]:
        reply, size = parse_reply(self._session.turn(_turn_of(message)))
        self._session.reply_bytes += size
        if self._session.reply_bytes > MAX_REPLY_BYTES:
            raise RunEnd("agent-fault", f"the agent said more than {MAX_REPLY_BYTES} bytes")
        return reply, None


def _turn_of(message: ValidAgentInputMessage) -> list[dict[str, Any]]:
    """One message of the user, or the results of all calls of the last reply."""
    if isinstance(message, MultiToolMessage):
        return [_result_of(result) for result in message.tool_messages]
    if isinstance(message, ToolMessage):
        return [_result_of(message)]
    return [{"role": "user", "content": message.content}]


def _result_of(message: ToolMessage) -> dict[str, Any]:
    return {"role": "tool", "toolCallId": message.id, "content": message.content, "error": message.error}
