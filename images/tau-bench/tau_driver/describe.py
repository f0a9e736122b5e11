"""What a host may know of a domain's tasks: nothing of what is expected but whether something must change."""

from collections.abc import Callable
from typing import Any

from tau2.data_model.tasks import Task
from tau2.environment.environment import Environment
from tau2.environment.toolkit import ToolType

from .domain import Domain


def describe(domain: Domain) -> dict[str, Any]:
    """Takes some seconds: the changes that tasks call for are tried out."""
    database = domain.new_environment().tools.db
    # To read the file again for every task would take twice as long.
    model, content = type(database), database.model_dump()
    base = [
        {
            "id": task.id,
            "split": "train" if task.id in domain.split["train"] else "test",
            "basis": [part.value for part in task.evaluation_criteria.reward_basis],
            "writes": _writes(task, lambda: domain.new_environment(db=model.model_validate(content))),
            "userTools": any(action.requestor == "user" for action in task.evaluation_criteria.actions or []),
        }
        for task in domain.tasks.values()
    ]
    return {"domain": domain.name, "base": base, "data": domain.data, "dataHash": domain.data_hash}


def _writes(task: Task, new_environment: Callable[[], Environment]) -> bool:
    """Whether a call that changes something goes through: some are expected to be refused."""
    actions = task.evaluation_criteria.actions or []
    if not actions:
        return False
    environment = new_environment()
    start = task.initial_state
    if start is not None:
        environment.set_state(start.initialization_data, start.initialization_actions, start.message_history or [])
    for action in actions:
        kit = environment.user_tools if action.requestor == "user" else environment.tools
        try:
            kit.use_tool(action.name, **action.arguments)
        except Exception:
            continue
        if kit.tool_type(action.name) is ToolType.WRITE:
            return True
    return False
