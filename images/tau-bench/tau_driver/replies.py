"""What an agent answered, checked and brought into tau2's form. Whatever is wrong with it is the agent's fault."""

import json
from typing import Any

from tau2.data_model.message import AssistantMessage, ToolCall

from .arithmetic import would_not_end
from .faults import RunEnd


def parse_reply(value: Any) -> tuple[AssistantMessage, int]:
    """A message and its size in bytes. Text and tool calls together are allowed, as in tau2. Raises RunEnd."""
    if not isinstance(value, dict):
        raise _malformed("is not an object")
    content = value.get("content")
    if content is not None and not isinstance(content, str):
        raise _malformed("has a content that is not text")
    calls = value.get("toolCalls") or []
    if not isinstance(calls, list):
        raise _malformed("has tool calls that are not a list")
    try:
        size = len(json.dumps(value, ensure_ascii=False).encode("utf-8"))
    except UnicodeEncodeError as error:
        raise _malformed("has half of a surrogate pair") from error
    if not calls and (content is None or content.strip() == ""):
        raise RunEnd("agent-fault", "the agent's reply is empty")
    tool_calls = [_parse_call(call) for call in calls] or None
    return AssistantMessage(role="assistant", content=content, tool_calls=tool_calls, cost=0.0), size


def _parse_call(value: Any) -> ToolCall:
    match value:
        case {"id": str(number), "name": str(name), "arguments": dict(arguments)}:
            expression = arguments.get("expression")
            if name == "calculate" and isinstance(expression, str) and would_not_end(expression):
                raise RunEnd("agent-fault", "the agent asked for a power that would take for ever to calculate")
            return ToolCall(id=number, name=name, arguments=arguments, requestor="assistant")
    raise _malformed("has a tool call without id, name or arguments")


def _malformed(what: str) -> RunEnd:
    return RunEnd("agent-fault", f"the agent's reply {what}")
