"""One conversation: composed as tau2's own single-task runner composes it, judged by tau2's own evaluators."""

import traceback
from time import perf_counter
from typing import Any, NamedTuple

from tau2.agent.base import BaseAgent
from tau2.data_model.message import Message
from tau2.data_model.simulation import RewardInfo, SimulationRun, TerminationReason
from tau2.data_model.tasks import Task
from tau2.evaluator.evaluator import EvaluationType, evaluate_simulation
from tau2.orchestrator.orchestrator import Orchestrator
from tau2.user.base import BaseUser
from tau2.user.user_simulator import UserSimulator

from .agent import RemoteAgent
from .conversation import conversation_json
from .domain import Domain, user_tools
from .faults import RunEnd, Status, Stopped
from .idle import IdleAgent, IdleUser
from .peer import Answer
from .run_params import RunParams
from .session import Session
from .user_model import user_model_args

ENDED_BY = {
    TerminationReason.USER_STOP: "user",
    TerminationReason.AGENT_STOP: "agent",
    TerminationReason.MAX_STEPS: "limit",
    TerminationReason.TOO_MANY_ERRORS: "limit",
}


class _Outcome(NamedTuple):
    status: Status
    error: str | None = None
    termination: TerminationReason | None = None
    reward: RewardInfo | None = None
    run_ms: float = 0.0
    evaluate_ms: float = 0.0


def run_conversation(domain: Domain, session: Session, params: RunParams) -> Answer:
    """Every end is a result. Raises CallError "unknown-task"."""
    task = domain.task(params.task_id)
    environment = domain.new_environment()
    agent = RemoteAgent(session, environment.get_tools(), environment.get_policy())
    user = UserSimulator(
        tools=user_tools(environment),
        instructions=str(task.user_scenario),
        llm=f"openai/{params.user_model}",
        llm_args=user_model_args(session, params.user_args),
    )
    limits = {"max_steps": params.max_steps, "max_errors": params.max_errors, "seed": session.seed}
    orchestrator = _orchestrate(domain, task, environment, agent, user, limits)
    return _answer(task, orchestrator, _play(domain, task, orchestrator), session)


def run_idle(domain: Domain, task: Task) -> Answer:
    """What it earns that the user leaves at once and nothing is done."""
    orchestrator = _idle(domain, task)
    return _answer(task, orchestrator, _play(domain, task, orchestrator), None)


def _idle(domain: Domain, task: Task) -> Orchestrator:
    return _orchestrate(domain, task, domain.new_environment(), IdleAgent(), IdleUser(), {})


def _orchestrate(
    domain: Domain, task: Task, environment: Any, agent: BaseAgent, user: BaseUser, limits: dict[str, int]
) -> Orchestrator:
    return Orchestrator(
        domain=domain.name, agent=agent, user=user, environment=environment, task=task, solo_mode=False, **limits
    )


def _play(domain: Domain, task: Task, orchestrator: Orchestrator) -> _Outcome:
    begun = perf_counter()
    try:
        simulation = orchestrator.run()
    except Stopped:
        return _Outcome("infrastructure", "cancelled", run_ms=_since(begun))
    except RunEnd as end:
        return _Outcome(end.status, end.reason, run_ms=_since(begun))
    except Exception as error:
        return _Outcome("infrastructure", f"tau2: {_where(error)}", run_ms=_since(begun))
    run_ms = _since(begun)
    begun = perf_counter()
    termination = TerminationReason(simulation.termination_reason)
    try:
        reward = _evaluate(domain, task, simulation)
    except Exception as error:
        status = _blame(domain, task, error)
        return _Outcome(status, f"evaluation: {_where(error)}", termination, None, run_ms, _since(begun))
    return _Outcome("ended", None, termination, reward, run_ms, _since(begun))


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
        _evaluate(domain, task, _idle(domain, task).run())
    except Exception:
        return "infrastructure"
    return "agent-fault"


def _answer(task: Task, orchestrator: Orchestrator, outcome: _Outcome, session: Session | None) -> Answer:
    reward = outcome.reward
    judged = {"ended": None if reward is None else reward.reward, "agent-fault": 0.0, "infrastructure": None}
    breakdown = {} if reward is None else reward.reward_breakdown or {}
    termination = outcome.termination
    messages: list[Message] = orchestrator.trajectory
    result = {
        "status": outcome.status,
        "reward": judged[outcome.status],
        "termination": None if termination is None else termination.value,
        "endedBy": None if termination is None else ENDED_BY.get(termination),
        "basis": [part.value for part in task.evaluation_criteria.reward_basis],
        "parts": {part.value: value for part, value in breakdown.items()},
        "steps": orchestrator.step_count,
        "error": outcome.error,
        "userModelCalls": 0 if session is None else session.model_calls,
        "seed": None if session is None else session.seed,
        "runMs": outcome.run_ms,
        "evaluateMs": outcome.evaluate_ms,
    }
    return Answer(result, conversation_json(messages))


def _since(begun: float) -> float:
    return round((perf_counter() - begun) * 1000, 1)


def _where(error: Exception) -> str:
    """The kind of error and its place; its text may hold what is expected."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}"
