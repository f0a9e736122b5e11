"""One conversation: composed as tau2's own single-task runner composes it, judged by tau2's own evaluators."""

from time import perf_counter
from typing import NamedTuple

from channel.faults import Stopped
from channel.peer import Answer
from tau2.data_model.message import Message
from tau2.data_model.simulation import TerminationReason
from tau2.data_model.tasks import Task
from tau2.orchestrator.orchestrator import Orchestrator, Role
from tau2.user.user_simulator import UserSimulator

from .agent import RemoteAgent
from .conversation import conversation_json
from .domain import Domain, user_tools
from .faults import RunEnd, Status
from .judges import Judges
from .judging import idle_orchestrator, place_of
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
    reward: float | None = None
    parts: dict[str, float] = {}
    run_ms: float = 0.0
    evaluate_ms: float = 0.0


def run_conversation(domain: Domain, judges: Judges, session: Session, params: RunParams) -> Answer:
    """Every end is a result. Raises CallError "unknown-task"."""
    task = domain.task(params.task_id)
    environment = domain.new_environment()
    agent = RemoteAgent(session, domain.tools, environment.get_policy())
    user = UserSimulator(
        tools=user_tools(environment),
        instructions=str(task.user_scenario),
        llm=f"openai/{params.user_model}",
        llm_args=user_model_args(session, params.user_args),
    )
    orchestrator = Orchestrator(
        domain=domain.name,
        agent=agent,
        user=user,
        environment=environment,
        task=task,
        max_steps=params.max_steps,
        max_errors=params.max_errors,
        seed=session.seed,
        solo_mode=False,
    )
    return _answer(task, orchestrator, _play(judges, task, orchestrator), session)


def run_idle(domain: Domain, judges: Judges, task: Task) -> Answer:
    """What it earns that the user leaves at once and nothing is done."""
    orchestrator = idle_orchestrator(domain, task)
    return _answer(task, orchestrator, _play(judges, task, orchestrator), None)


def _play(judges: Judges, task: Task, orchestrator: Orchestrator) -> _Outcome:
    begun = perf_counter()
    try:
        simulation = orchestrator.run()
    except Stopped:
        return _Outcome("infrastructure", "cancelled", run_ms=_since(begun))
    except RunEnd as end:
        return _Outcome(end.status, end.reason, run_ms=_since(begun))
    except Exception as error:
        status: Status = "agent-fault" if _in_agents_call(orchestrator, error) else "infrastructure"
        return _Outcome(status, f"tau2: {place_of(error)}", run_ms=_since(begun))
    run_ms = _since(begun)
    begun = perf_counter()
    termination = TerminationReason(simulation.termination_reason)
    verdict = judges.judge(task.id, simulation)
    return _Outcome(
        verdict.status, verdict.error, termination, verdict.reward, verdict.parts, run_ms, _since(begun)
    )


def _in_agents_call(orchestrator: Orchestrator, error: Exception) -> bool:
    """Tools that can't cope with what they were called with fail as a tool does, as a rule; not always."""
    between = {orchestrator.from_role, orchestrator.to_role}
    return between == {Role.AGENT, Role.ENV} and not isinstance(error, MemoryError)


def _answer(task: Task, orchestrator: Orchestrator, outcome: _Outcome, session: Session | None) -> Answer:
    judged = {"ended": outcome.reward, "agent-fault": 0.0, "infrastructure": None}
    termination = outcome.termination
    messages: list[Message] = orchestrator.trajectory
    result = {
        "status": outcome.status,
        "reward": judged[outcome.status],
        "termination": None if termination is None else termination.value,
        "endedBy": None if termination is None else ENDED_BY.get(termination),
        "basis": [part.value for part in task.evaluation_criteria.reward_basis],
        "parts": outcome.parts,
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
