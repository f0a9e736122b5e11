"""What a conversation has earned, by tau2's own evaluators. Runs in the judges' processes."""

import traceback
from typing import NamedTuple

from tau2.data_model.simulation import RewardInfo, SimulationRun
from tau2.data_model.tasks import Task
from tau2.evaluator.evaluator import EvaluationType, evaluate_simulation
from tau2.orchestrator.orchestrator import Orchestrator

from .domain import Domain
from .faults import Status
from .idle import IdleAgent, IdleUser


class Verdict(NamedTuple):
    """`reward` is None where there is an error. `parts` by tau2's names."""

    status: Status
    reward: float | None
    parts: dict[str, float]
    error: str | None


def judge(domain: Domain, task: Task, simulation: SimulationRun) -> Verdict:
    try:
        info = _evaluate(domain, task, simulation)
    except Exception as error:
        return Verdict(_blame(domain, task, error), None, {}, f"evaluation: {place_of(error)}")
    parts = {part.value: value for part, value in (info.reward_breakdown or {}).items()}
    return Verdict("ended", info.reward, parts, None)


def idle_orchestrator(domain: Domain, task: Task) -> Orchestrator:
    """The user leaves at once and nothing is done."""
    return Orchestrator(
        domain=domain.name,
        agent=IdleAgent(),
        user=IdleUser(),
        environment=domain.new_environment(),
        task=task,
        solo_mode=False,
    )


def place_of(error: Exception) -> str:
    """The kind of error and its place; its text may hold what is expected."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"


def _evaluate(domain: Domain, task: Task, simulation: SimulationRun) -> RewardInfo:
    return evaluate_simulation(
        simulation=simulation,
        task=task,
        evaluation_type=EvaluationType.ALL,
        solo_mode=False,
        domain=domain.name,
    )


def _blame(domain: Domain, task: Task, error: Exception) -> Status:
    """An evaluator that can judge doing nothing was broken by what was done: an agent must not gain by that."""
    if isinstance(error, MemoryError):
        return "infrastructure"
    try:
        _evaluate(domain, task, idle_orchestrator(domain, task).run())
    except Exception:
        return "infrastructure"
    return "agent-fault"
