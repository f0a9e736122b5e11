"""A conversation as JSON: what was said and done, nothing of what was expected."""

import json
from collections.abc import Iterable
from typing import Any

from channel.peer import MAX_BODY
from tau2.data_model.message import Message, ToolMessage


def conversation_json(messages: Iterable[Message]) -> bytes:
    """An empty list when it is over what a body may have, which no conversation of use comes near."""
    text = json.dumps([_entry(turn, message) for turn, message in enumerate(messages)], separators=(",", ":"))
    return text.encode("ascii") if len(text) <= MAX_BODY else b"[]"


def _entry(turn: int, message: Message) -> dict[str, Any]:
    entry: dict[str, Any] = {"role": message.role, "content": message.content, "turn": turn}
    if isinstance(message, ToolMessage):
        return {**entry, "requestor": message.requestor, "toolCallId": message.id, "error": message.error}
    if message.tool_calls is None:
        return entry
    calls = [{"id": call.id, "name": call.name, "arguments": call.arguments} for call in message.tool_calls]
    return {**entry, "requestor": message.role, "toolCalls": calls}
