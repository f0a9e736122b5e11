"""How a conversation may end other than well."""

from typing import Literal

from channel.faults import Unwind

Status = Literal["ended", "agent-fault", "infrastructure"]


class RunEnd(Unwind):
    """The conversation can't go on. `reason` holds nothing of the task."""

    def __init__(self, status: Status, reason: str) -> None:
        super().__init__(reason)
        self.status: Status = status
        self.reason = reason[:300]
