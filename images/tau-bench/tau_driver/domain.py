"""One domain of tau2: its tasks, its environments, and hashes of the files that both come from."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from channel.faults import CallError
from tau2.data_model.tasks import Task
from tau2.environment.environment import Environment
from tau2.registry import registry
from tau2.utils.utils import DATA_DIR

FILES = {
    "retail": {"db": "db.json", "policy": "policy.md"},
    "airline": {"db": "db.json", "policy": "policy.md"},
    "telecom": {
        "db": "db.toml",
        "userDb": "user_db.toml",
        "policy": "main_policy.md",
        "techSupport": "tech_support_manual.md",
    },
}
"""Beside the tasks and their split."""


class Domain:
    """Reads the tasks once; after that it does not change."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tasks: dict[str, Task] = {task.id: task for task in registry.get_tasks_loader(name)("base")}
        self.new_environment: Callable[..., Environment] = registry.get_env_constructor(name)
        environment = self.new_environment()
        # The same for every environment, and it takes long to write them down.
        self.tools: list[dict[str, Any]] = [tool.openai_schema for tool in environment.get_tools()]
        split = registry.get_task_splits_loader(name)
        self.split: dict[str, list[str]] = {} if split is None else split()
        folder = DATA_DIR / "tau2" / "domains" / name
        files = {"tasks": "tasks.json", "split": "split_tasks.json", **FILES[name]}
        self.data = {key: _sha256(folder / file) for key, file in files.items()}
        self.data_hash = _sha256_of("\n".join(f"{key} {self.data[key]}" for key in sorted(self.data)).encode())
        # A user with tools is given other guidelines.
        suffix = "" if user_tools(environment) is None else "_tools"
        self.guidelines_hash = _sha256(DATA_DIR / "tau2" / "user_simulator" / f"simulation_guidelines{suffix}.md")

    def use_constructor(self, construct: Callable[..., Environment]) -> None:
        """For all environments from here on, also those that tau2 asks its registry for."""
        self.new_environment = construct
        # It refuses to register a name twice.
        registry._domains[self.name] = construct

    def task(self, task_id: Any) -> Task:
        """Raises CallError "unknown-task"."""
        task = self.tasks.get(task_id) if isinstance(task_id, str) else None
        if task is None:
            raise CallError("unknown-task", f"{self.name} has no task {str(task_id)[:300]}")
        return task


def user_tools(environment: Environment) -> list[Any] | None:
    """tau2's user gets no tools where the domain has none for it."""
    return None if environment.user_tools is None else environment.get_user_tools()


def _sha256(file: Path) -> str:
    return _sha256_of(file.read_bytes())


def _sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
