"""An agent that is never asked and a user who leaves at once: what they earn is a task's floor."""

from tau2.agent.base import LocalAgent, ValidAgentInputMessage
from tau2.data_model.message import AssistantMessage, Message, UserMessage
from tau2.user.base import STOP, UserState, ValidUserInputMessage
from tau2.user.user_simulator import UserSimulator


class IdleAgent(LocalAgent[None]):
    def __init__(self) -> None:
        super().__init__(tools=[], domain_policy="")

    def get_init_state(self, message_history: list[Message] | None = None) -> None:
        return None

    def generate_next_message(self, message: ValidAgentInputMessage, state: None) -> tuple[AssistantMessage, None]:
        raise AssertionError("the user leaves before the agent has a turn")


class IdleUser(UserSimulator):
    def get_init_state(self, message_history: list[Message] | None = None) -> UserState:
        return UserState(system_messages=[], messages=[])

    def generate_next_message(self, message: ValidUserInputMessage, state: UserState) -> tuple[UserMessage, UserState]:
        return UserMessage(role="user", content=STOP, cost=0.0), state
